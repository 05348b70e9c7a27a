// Raw text to lines, lines to paragraphs.
#include <algorithm>
#include <array>
#include <map>

#include "pipeline/base/utf8.h"
#include "pipeline/text/layout_parts.h"
#include "pipeline/text/unmarked.h"

namespace trichluc::text {
namespace {

// A line is trimmed at both ends; empty when only blanks are left.
Line trimmed(std::string_view raw, Span span) {
  Line line;
  while (!span.empty()) {
    const std::size_t size = blank_size_at(raw, span.begin);
    if (size == 0) break;
    span.begin += size;
    ++line.indent;
  }
  span.begin = std::min(span.begin, span.end);
  for (bool again = true; again && !span.empty();) {
    again = false;
    for (std::size_t size = 1; size <= 3 && size <= span.size(); ++size) {
      if (blank_size_at(raw, span.end - size) != size) continue;
      span.end -= size;
      again = true;
      break;
    }
  }
  line.span = span;
  return line;
}

void add_hints(std::vector<Line>& lines, const PageText& page, std::size_t offset) {
  if (page.hints == nullptr) return;
  for (const HintedSpan& hinted : *page.hints) {
    const Span span{hinted.span.begin + offset, hinted.span.end + offset};
    auto line = std::partition_point(lines.begin(), lines.end(),
                                     [&span](const Line& each) { return each.span.end <= span.begin; });
    for (; line != lines.end() && line->span.begin < span.end; ++line) {
      const std::size_t shared = std::min(span.end, line->span.end) - std::max(span.begin, line->span.begin);
      if (2 * shared > line->span.size()) line->hints |= bit(hinted.hint);
    }
  }
}

// "2", "- 2 -", "Trang 2/5", "2 | 5": nothing but a number and the word for page.
bool is_page_number(std::string_view line) {
  for (const std::string_view word : {"Trang", "trang", "TRANG", "Page", "page"}) {
    if (line.substr(0, word.size()) == word) line.remove_prefix(word.size());
  }
  std::size_t digits = 0;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && std::string_view(" -/|.[]").find(c) == std::string_view::npos) return false;
    digits += digit ? 1 : 0;
  }
  return digits >= 1 && digits <= 7 && line.size() <= 14;
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !out.empty() && out.back() == '#') continue;
    out.push_back(digit ? '#' : c);
  }
  return out;
}

struct PageEnds {
  std::vector<std::size_t> lines;  // indexes of the lines that stand at a page's top or bottom
};

PageEnds ends_of_pages(const std::vector<Line>& lines) {
  PageEnds ends;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].page == lines[begin].page) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      if (i < begin + 2 || i + 2 >= end) ends.lines.push_back(i);
    }
    begin = end;
  }
  return ends;
}

constexpr std::size_t kLongestHead = 160;  // bytes of a running head

// The number of a page number's line; 0: it is none.
std::size_t page_number(std::string_view line) {
  if (!is_page_number(line)) return 0;
  const std::size_t first = line.find_first_of("0123456789");
  std::size_t number = 0;
  for (std::size_t at = first; at < line.size() && line[at] >= '0' && line[at] <= '9'; ++at)
    number = number * 10 + static_cast<std::size_t>(line[at] - '0');
  return number;
}

// Pages that were copied into one text: the lines that number them in order, from the first or second page on.
std::vector<std::size_t> numbers_of_copied_pages(std::string_view raw, const std::vector<Line>& lines) {
  std::vector<std::size_t> numbers;
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t number = page_number(slice(raw, lines[i].span));
    if (number == 0 || (numbers.empty() ? number > 2 : number != next)) continue;
    numbers.push_back(i);
    next = number + 1;
  }
  if (numbers.size() < 2) numbers.clear();
  return numbers;
}

// … and the running heads beside these numbers, which are the same but for their digits.
std::vector<bool> find_copied_frames(std::string_view raw, const std::vector<Line>& lines) {
  std::vector<bool> frames(lines.size(), false);
  std::map<std::string, std::size_t> seen;
  std::vector<std::size_t> beside;
  for (const std::size_t i : numbers_of_copied_pages(raw, lines)) {
    frames[i] = true;
    if (i > 0) beside.push_back(i - 1);
    if (i + 1 < lines.size()) beside.push_back(i + 1);
  }
  for (const std::size_t i : beside) ++seen[without_digits(slice(raw, lines[i].span))];
  for (const std::size_t i : beside) {
    const std::string_view text = slice(raw, lines[i].span);
    frames[i] = frames[i] || (text.size() <= kLongestHead && seen[without_digits(text)] >= 2);
  }
  return frames;
}

// Running heads and page numbers: short lines at a page's edge that are numbers or come again on half of the pages.
std::vector<bool> find_frames(std::string_view raw, const std::vector<Line>& lines, std::size_t page_count) {
  std::vector<bool> frames(lines.size(), false);
  if (page_count < 2) return frames;
  const PageEnds ends = ends_of_pages(lines);
  std::map<std::string, std::size_t> seen;
  for (const std::size_t i : ends.lines) {
    if (lines[i].span.size() <= kLongestHead) ++seen[without_digits(slice(raw, lines[i].span))];
  }
  const std::size_t enough = std::max<std::size_t>(3, (page_count + 1) / 2);
  for (const std::size_t i : ends.lines) {
    const std::string_view text = slice(raw, lines[i].span);
    if (text.size() > kLongestHead) continue;
    frames[i] = is_page_number(text) || seen[without_digits(text)] >= enough;
  }
  return frames;
}

// The bytes that begin a code point; a damaged one is no matter for the width of a page.
std::size_t letters_of(std::string_view line) {
  return count_starts(line);
}

// The width that most full lines of a page reach: nine lines in ten are no longer.
std::vector<std::size_t> usual_widths(std::string_view raw, const std::vector<Line>& lines,
                                      const std::vector<bool>& frames, std::size_t page_count) {
  std::vector<std::vector<std::size_t>> lengths(page_count);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!frames[i]) lengths[lines[i].page].push_back(letters_of(slice(raw, lines[i].span)));
  }
  std::vector<std::size_t> widths(page_count, 0);
  for (std::size_t page = 0; page < page_count; ++page) {
    auto& of_page = lengths[page];
    if (of_page.empty()) continue;
    const std::size_t rank = (of_page.size() - 1) * 9 / 10;
    std::nth_element(of_page.begin(), of_page.begin() + static_cast<std::ptrdiff_t>(rank), of_page.end());
    widths[page] = of_page[rank];
  }
  return widths;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t"));
}

bool ends_in_hyphen(std::string_view text) {
  return text.size() >= 2 && text.back() == '-' && text[text.size() - 2] != ' ' && text[text.size() - 2] != '-';
}

// "302.850" and "USD, chiếm 18%": a figure's currency code (ISO 4217) was wrapped away from it.
bool parts_sum(std::string_view before, std::string_view text) {
  constexpr std::size_t kCode = 3;
  const bool figure = !before.empty() && before.back() >= '0' && before.back() <= '9';
  if (!figure || text.size() < kCode + 1 || std::string_view(",;.)").find(text[kCode]) == std::string_view::npos)
    return false;
  return std::all_of(text.begin(), text.begin() + kCode, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_unmarked(std::string_view raw, const std::vector<Line>& lines) {
  std::vector<Span> spans;
  spans.reserve(lines.size());
  for (const Line& line : lines) spans.push_back(line.span);
  return !unmarked_paragraphs(raw, spans).empty();
}

// Does `line` go on where `last` stopped? A wrapped line breaks where the next word had no room.
bool goes_on(std::string_view raw, const Line& last, const Line& line, std::size_t width, bool unmarked) {
  const std::string_view before = slice(raw, last.span);
  const std::string_view text = slice(raw, line.span);
  constexpr HintSet kApart = bit(Hint::kTableRow) | bit(Hint::kTitle) | bit(Hint::kHeading) | bit(Hint::kCaption);
  if (line.blank_before || ((last.hints | line.hints) & bit(Hint::kTableRow)) != 0) return false;
  if ((last.hints & kApart) != (line.hints & kApart)) return false;
  if (ends_in_hyphen(before)) return true;  // "2016-" and "2020) …", which is no item
  if (item_mark_size(text) > 0) return false;
  if (!unmarked && is_alt_text(before) && !is_alt_text(text)) return false;  // the text under the picture
  if (begins_lower(text) || parts_sum(before, text)) return true;
  const std::size_t needed = count_code_points(before) + 1 + count_code_points(first_word(text));
  const bool had_room = needed * 100 < width * 88;  // letters differ in width: an eighth of the line is no proof
  if (had_room) return false;
  return !(ends_sentence(before) && line.indent >= last.indent + 2);
}

bool runs_over_page(std::string_view raw, const Block& last, const Line& line, bool wrapped, std::size_t width) {
  if (last.lines.back().page + 1 != line.page) return false;
  const std::string_view before = slice(raw, last.lines.back().span);
  const std::string_view text = slice(raw, line.span);
  if (ends_sentence(before)) return false;
  if (begins_lower(text)) return true;
  // A name may be parted by the page break: the last line of a paragraph of several is then full to the edge.
  const std::size_t filled = count_code_points(before) + 1 + count_code_points(first_word(text));
  return wrapped && last.lines.size() > 1 && begins_upper(text) && item_mark_size(text) == 0 &&
         filled * 100 >= width * 96;
}

// Where lines end, one after the other; most texts have one kind of end only.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text) {
    for (std::size_t k = 0; k < kMarks.size(); ++k) next_[k] = find(k, 0);
  }

  // The first at or behind this byte, or the end of the text; asked for ever later ones.
  std::size_t from(std::size_t at) {
    for (std::size_t k = 0; k < kMarks.size(); ++k) {
      if (next_[k] < at) next_[k] = find(k, at);
    }
    return *std::min_element(next_.begin(), next_.end());
  }

 private:
  static constexpr std::string_view kMarks = "\n\r\f";

  std::size_t find(std::size_t mark, std::size_t at) const {
    return std::min(text_.find(kMarks[mark], at), text_.size());
  }

  std::string_view text_;
  std::array<std::size_t, kMarks.size()> next_{};
};

}  // namespace

std::vector<Line> find_lines(std::string_view raw, const std::vector<PageText>& pages) {
  std::vector<Line> lines;
  std::size_t offset = 0;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const std::size_t page_end = offset + pages[page].text.size();
    std::vector<Line> of_page;
    bool blank = true;
    LineEnds ends(raw.substr(0, page_end));
    for (std::size_t at = offset; at < page_end;) {
      const std::size_t end = ends.from(at);
      Line line = trimmed(raw, {at, end});
      line.page = page;
      line.blank_before = blank;
      blank = line.span.empty();
      if (!blank) of_page.push_back(line);
      const bool two_bytes = end + 1 < page_end && raw[end] == '\r' && raw[end + 1] == '\n';
      at = end + (two_bytes ? 2 : 1);
    }
    add_hints(of_page, pages[page], offset);
    lines.insert(lines.end(), of_page.begin(), of_page.end());
    offset = page_end + 1;
  }
  return lines;
}

std::vector<Block> join_lines(std::string_view raw, const std::vector<Line>& lines,
                              const std::vector<PageText>& pages) {
  const bool copied = pages.size() == 1 && pages[0].hard_wrapped &&
                      (pages[0].hints == nullptr || pages[0].hints->empty()) && !pages[0].recognised;
  const std::vector<bool> frames = copied ? find_copied_frames(raw, lines) : find_frames(raw, lines, pages.size());
  const std::vector<std::size_t> widths = usual_widths(raw, lines, frames, pages.size());
  const bool unmarked = is_unmarked(raw, lines);
  std::vector<Block> blocks;
  const auto block_of = [&](const Line& line, bool frame) {
    return Block{{line}, frame, pages[line.page].recognised, {}};
  };
  std::size_t open = 0;  // one more than the index of the block that a line may go on
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (frames[i]) {
      blocks.push_back(block_of(line, true));
      continue;
    }
    if (open > 0) {
      const Line& last = blocks[open - 1].lines.back();
      const bool same_page = last.page == line.page;
      const bool joins =
          same_page ? pages[line.page].hard_wrapped && goes_on(raw, last, line, widths[line.page], unmarked)
                    : runs_over_page(raw, blocks[open - 1], line, pages[last.page].hard_wrapped, widths[last.page]);
      if (joins) {
        blocks[open - 1].lines.push_back(line);
        blocks[open - 1].recognised = blocks[open - 1].recognised || pages[line.page].recognised;
        continue;
      }
    }
    blocks.push_back(block_of(line, false));
    open = blocks.size();
  }
  return blocks;
}

ShapedText shape_blocks(std::string_view raw, std::vector<Block>& blocks) {
  ShapedText shaped;
  shaped.reserve(raw.size());
  std::vector<Span> spans;
  for (Block& block : blocks) {
    spans.clear();
    for (const Line& line : block.lines) spans.push_back(line.span);
    block.in_shaped = shaped.add(raw, spans, block.recognised);
  }
  return shaped;
}

}  // namespace trichluc::text
