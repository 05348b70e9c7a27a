#include "extractors/letterhead/letterhead.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "extractors/letterhead/flat_frame.h"
#include "extractors/letterhead/frame_lines.h"
#include "extractors/letterhead/head.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// A subject goes on below the lines that its head is looked for in.
constexpr std::size_t kLinesRead = kHeadLines + 6;

// A line that is longer than any of a frame and opens with words in capitals.
bool is_long_heading(std::string_view line) {
  constexpr std::size_t kLongest = 120;  // bytes
  constexpr std::size_t kOpening = 16;
  if (line.size() < kLongest) return false;
  const std::size_t blank = line.find(' ', kOpening);
  return blank < kLongest && in_capitals(text::shape(line.substr(0, blank)));
}

// Does a cell of the head begin with the number's word ("Số: 18/BC-UBND") or hold the nation's name, or does the text
// begin with its kind ("QUYẾT ĐỊNH")? Most texts have neither, and no frame.
bool may_have_frame(std::string_view raw, const FrameWords& words) {
  constexpr std::size_t kEnough = 96;  // bytes, for the longest with its marks apart
  constexpr std::size_t kFlat = 800;   // all of a head in one line
  const std::vector<LinePiece> pieces = line_pieces(raw, kHeadLines);
  const bool kind_first = !pieces.empty() && pieces[0].text.size() < kEnough &&
                          in_capitals(text::shape(pieces[0].text)) &&
                          words.whole(text::fold(pieces[0].text), "kind") != nullptr;
  if (kind_first) return true;
  return std::any_of(pieces.begin(), pieces.end(), [&](const LinePiece& piece) {
    if (is_long_heading(piece.text)) return is_flat_frame(text::fold(piece.text.substr(0, kFlat)), words);
    const auto letter = static_cast<unsigned char>(piece.text[0]);
    const bool likely = letter == 's' || letter == 'S' || letter == 'C' || letter >= 0x80;
    if (!likely) return false;
    const std::string folded = text::fold(piece.text.substr(0, kEnough));
    return folded.starts_with("số") || words.beginning(folded, "nation") != nullptr;
  });
}

}  // namespace

std::optional<HeaderFields> read_letterhead(const Reading& reading, const FrameWords& words) {
  const std::string_view raw = reading.text().raw();
  if (!may_have_frame(raw, words)) return std::nullopt;
  return HeadReader(reading, words, cut_flat_frames(frame_cells(raw, kLinesRead), raw, words)).read();
}

std::optional<IssuingAgency> read_issuing_agency(const Reading& reading) {
  const FrameWords words(reading.dictionaries());
  const auto head = read_letterhead(reading, words);
  if (!head) return std::nullopt;
  const bool joint = words.inside(text::fold(head->kind), "joint") != nullptr;
  return IssuingAgency{head->agency, head->superior, joint};
}

}  // namespace trichluc
