#include "extractors/letterhead/frame_lines.h"

#include <unicode/uchar.h>

#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"
#include "pipeline/text/shaper.h"

namespace trichluc {
namespace {

// Two blanks also stand between justified words.
constexpr std::size_t kColumnGap = 3;

void add_piece(std::string_view text, std::size_t line, std::vector<LinePiece>& pieces) {
  constexpr std::string_view kAround = " \t\r\f|";
  const std::size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return;
  text = text.substr(begin, text.find_last_not_of(kAround) + 1 - begin);
  // The rules below the nation's name and the agency.
  if (text.find_first_not_of("-_*=~. ") != std::string_view::npos) pieces.push_back({text, line});
}

void add_pieces(std::string_view text, std::size_t line, std::vector<LinePiece>& pieces) {
  std::size_t begin = 0;
  std::size_t blanks = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool tab = at < text.size() && (text[at] == '\t' || text[at] == '|');
    if (at < text.size() && (text[at] == ' ' || text[at] == '\r' || tab)) {
      blanks += tab ? kColumnGap : 1;
      continue;
    }
    if (at == text.size() || blanks >= kColumnGap) {
      if (at > begin) add_piece(text.substr(begin, at - begin), line, pieces);
      begin = at;
    }
    blanks = 0;
  }
}

}  // namespace

std::vector<LinePiece> line_pieces(std::string_view raw, std::size_t most_lines) {
  std::vector<LinePiece> pieces;
  std::size_t line = 0;
  while (true) {
    const std::size_t end = raw.find('\n');
    add_pieces(raw.substr(0, end), line++, pieces);
    if (end == std::string_view::npos || line >= most_lines) return pieces;
    raw.remove_prefix(end + 1);
  }
}

std::vector<FrameCell> frame_cells(std::string_view raw, std::size_t most_lines) {
  std::vector<FrameCell> cells;
  text::Shaper shaper;
  for (const LinePiece& piece : line_pieces(raw, most_lines)) {
    const auto begin = static_cast<std::size_t>(piece.text.data() - raw.data());
    FrameCell cell{shaper.shape(piece.text), {}, piece.line, {begin, begin + piece.text.size()}};
    cell.folded = text::fold_shaped(cell.shaped);
    if (!cell.shaped.empty() && cell.folded.size() == cell.shaped.size()) cells.push_back(std::move(cell));
  }
  return cells;
}

bool in_capitals(std::string_view shaped) {
  bool letter = false;
  for (std::size_t at = 0; at < shaped.size();) {
    const CodePoint point = code_point_at(shaped, at);
    if (u_islower(static_cast<UChar32>(point.value)) != 0) return false;
    if (u_isupper(static_cast<UChar32>(point.value)) != 0) letter = true;
    at += point.size;
  }
  return letter;
}

}  // namespace trichluc
