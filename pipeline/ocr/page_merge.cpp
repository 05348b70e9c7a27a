#include "pipeline/ocr/page_merge.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "pipeline/source/boxes.h"

namespace trichluc::ocr {
namespace {

Box box_of(const Page& block) {
  Box all = block.words.front().box;
  for (const Word& word : block.words) all = around(all, word.box);
  return all;
}

bool share_width(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) > std::max(a.x0, b.x0);
}

std::size_t line_end(const std::string& text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string::npos ? text.size() : end + 1;
}

// The bytes before the place where the block belongs.
std::size_t place_for(const Page& page, const Box& block) {
  std::size_t place = 0;
  for (const Word& word : page.words) {
    if (middle(word.box) < block.y0 && share_width(word.box, block)) place = line_end(page.text, word.in_page.begin);
  }
  return place;
}

void shift(Span& span, std::size_t from, std::size_t by) {
  if (span.begin < from) return;
  span.begin += by;
  span.end += by;
}

// `at` is 0, or behind a line end, or the end of the text.
void put_in(Page& page, const Page& block, std::size_t at) {
  std::string text = at > 0 && page.text[at - 1] != '\n' ? "\n\n" : at > 0 ? "\n" : "";
  const std::size_t lead = text.size();
  text += block.text;
  if (at < page.text.size()) text += page.text[at] == '\n' ? "" : "\n";
  page.text.insert(at, text);
  for (Word& word : page.words) shift(word.in_page, at, text.size());
  for (auto& hint : page.hints) shift(hint.span, at, text.size());
  for (TableCell& cell : page.cells) shift(cell.in_page, at, text.size());
  const auto behind =
      std::find_if(page.words.begin(), page.words.end(), [at](const Word& word) { return word.in_page.begin >= at; });
  std::vector<Word> words = block.words;
  for (Word& word : words) shift(word.in_page, 0, at + lead);
  page.words.insert(behind, words.begin(), words.end());
  for (text::HintedSpan hint : block.hints) {
    shift(hint.span, 0, at + lead);
    page.hints.push_back(hint);
  }
  const int tables = page.cells.empty() ? 0 : page.cells.back().table + 1;
  for (TableCell cell : block.cells) {
    shift(cell.in_page, 0, at + lead);
    cell.table += tables;
    page.cells.push_back(cell);
  }
}

}  // namespace

void append_block(Page& page, const Page& block) {
  if (!block.words.empty()) put_in(page, block, page.text.size());
}

void insert_block(Page& page, const Page& block) {
  if (!block.words.empty()) put_in(page, block, place_for(page, box_of(block)));
}

}  // namespace trichluc::ocr
