#include "pipeline/source/table/text_table.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "pipeline/base/blanks.h"

namespace trichluc {
namespace {

constexpr std::size_t kFewestCells = 3;
constexpr std::size_t kFewestRows = 2;

struct TextLine {
  Span in_page;                         // without the blanks at its ends
  std::vector<std::string_view> cells;  // empty: a blank line
  bool barred = false;
};

// "1.940.300", "45,2%", "-", "(*)".
bool is_figure(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789.,-%()* ") == std::string_view::npos;
}

bool is_rule(const TextLine& line) {
  return !line.cells.empty() && std::all_of(line.cells.begin(), line.cells.end(), [](std::string_view cell) {
    return cell.size() > 2 && cell.find_first_not_of("-=_+|:") == std::string_view::npos;
  });
}

std::string_view trimmed(std::string_view cell) {
  const std::size_t begin = std::min(cell.find_first_not_of(' '), cell.size());
  return cell.substr(begin, cell.find_last_not_of(' ') + 1 - begin);
}

// "| Y tế | 3 | 250.000 |", with or without the bars at its ends; an empty cell stays one.
std::vector<std::string_view> cells_between_bars(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t bar = std::min(line.find('|', at), line.size());
    cells.push_back(trimmed(line.substr(at, bar - at)));
    at = bar + 1;
  }
  return cells;
}

TextLine line_of(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
  TextLine line{{begin, end}, {}};
  if (text.substr(begin, end - begin).find('|') != std::string_view::npos) {
    line.cells = cells_between_bars(text.substr(begin, end - begin));
    line.barred = true;
    return line;
  }
  for (std::size_t at = begin; at < end;) {
    const std::size_t gap = std::min(find_blanks(text.substr(0, end), 2, at), end);  // never beyond the line
    line.cells.push_back(text.substr(at, gap - at));
    at = gap;
    while (at < end && text[at] == ' ') ++at;
  }
  return line;
}

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(line_of(text, at, end));
    at = end + 1;
  }
  return lines;
}

bool is_head(const TextLine& line) {
  return line.cells.size() >= kFewestCells && std::none_of(line.cells.begin(), line.cells.end(), is_figure);
}

bool is_row(const TextLine& line, const TextLine& head) {
  const std::size_t width = head.cells.size();
  if (line.barred != head.barred) return false;
  if (line.barred)
    return line.cells.size() == width && std::any_of(line.cells.begin() + 1, line.cells.end(), is_figure);
  return line.cells.size() >= 2 && line.cells.size() <= width &&
         std::all_of(line.cells.begin() + 1, line.cells.end(), is_figure);
}

// Of rows between bars, blank lines part none.
bool goes_on(const TextLine& line, const TextLine& head) {
  return is_row(line, head) || (head.barred && line.cells.empty());
}

}  // namespace

void put_table_rows(Page& page) {
  const std::vector<TextLine> lines = lines_of(page.text);
  for (std::size_t head = 0; head < lines.size(); ++head) {
    if (!is_head(lines[head])) continue;
    const std::size_t width = lines[head].cells.size();
    std::vector<Span> rows = {lines[head].in_page};
    std::size_t full = 0;
    std::size_t next = head + 1;
    for (; next < lines.size() && (is_rule(lines[next]) || goes_on(lines[next], lines[head])); ++next) {
      if (lines[next].cells.empty()) continue;
      rows.push_back(lines[next].in_page);
      if (is_rule(lines[next])) continue;
      full += lines[next].cells.size() == width ? 1U : 0U;
    }
    if (full < kFewestRows) continue;
    for (const Span& row : rows) page.hints.push_back({row, text::Hint::kTableRow});
    head = next - 1;
  }
}

}  // namespace trichluc
