#include "extractors/header/frame_lines.h"

#include <unicode/uchar.h>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// Two blanks also stand between justified words.
constexpr std::size_t kColumnGap = 3;

void add_cell(std::string_view piece, std::size_t line, std::vector<FrameCell>& cells) {
  FrameCell cell{text::shape(text::to_nfc(piece)), {}, line};
  while (!cell.shaped.empty() && cell.shaped.front() == ' ') cell.shaped.erase(0, 1);
  while (!cell.shaped.empty() && (cell.shaped.back() == ' ' || cell.shaped.back() == '\r')) cell.shaped.pop_back();
  cell.folded = text::fold(cell.shaped);
  if (!cell.shaped.empty() && cell.folded.size() == cell.shaped.size()) cells.push_back(std::move(cell));
}

void add_line(std::string_view text, std::size_t line, std::vector<FrameCell>& cells) {
  std::size_t begin = 0;
  std::size_t blanks = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool tab = at < text.size() && text[at] == '\t';
    if (at < text.size() && (text[at] == ' ' || tab)) {
      blanks += tab ? kColumnGap : 1;
      continue;
    }
    if (at == text.size() || blanks >= kColumnGap) {
      add_cell(text.substr(begin, at - begin), line, cells);
      begin = at;
    }
    blanks = 0;
  }
}

}  // namespace

std::vector<FrameCell> frame_cells(std::string_view raw, std::size_t most_lines) {
  std::vector<FrameCell> cells;
  std::size_t line = 0;
  while (true) {
    const std::size_t end = raw.find('\n');
    add_line(raw.substr(0, end), line++, cells);
    if (end == std::string_view::npos || line >= most_lines) return cells;
    raw.remove_prefix(end + 1);
  }
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
