#include "pipeline/record/evidence.h"

#include <algorithm>

#include "pipeline/source/boxes.h"

namespace trichluc {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Two boxes stand on one line when they share at least half of the lower one's height.
bool on_one_line(const Box& a, const Box& b) {
  const double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const double lower = std::min(a.y1 - a.y0, b.y1 - b.y0);
  return shared >= lower / 2;
}

// The words of the page that overlap the stretch; they stand in the order of the text.
std::pair<std::size_t, std::size_t> words_in(const Page& page, Span in_page) {
  const auto ends_before = [](const Word& word, std::size_t at) { return word.in_page.end <= at; };
  const auto first = std::lower_bound(page.words.begin(), page.words.end(), in_page.begin, ends_before);
  auto last = first;
  while (last != page.words.end() && last->in_page.begin < in_page.end) ++last;
  return {static_cast<std::size_t>(first - page.words.begin()), static_cast<std::size_t>(last - page.words.begin())};
}

double usual_height(const Page& page) {
  std::vector<double> heights;
  for (const Word& word : page.words) heights.push_back(word.box.y1 - word.box.y0);
  if (heights.empty()) return 0;
  const auto half = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), half, heights.end());
  return *half;
}

// The lowest and highest middle of the words [first, last).
std::pair<double, double> middles(const Page& page, std::size_t first, std::size_t last) {
  std::pair<double, double> found{middle(page.words[first].box), middle(page.words[first].box)};
  for (std::size_t i = first; i < last; ++i) {
    found.first = std::min(found.first, middle(page.words[i].box));
    found.second = std::max(found.second, middle(page.words[i].box));
  }
  return found;
}

// A line of a slanting scan climbs; one that climbs too far for one box goes on in the next.
bool fits_line(const Page& page, std::size_t first, std::size_t last, double usual) {
  constexpr double kMostClimb = 0.9;  // of the usual height of words
  const auto [low, high] = middles(page, first, last + 1);
  return high - low <= kMostClimb * usual;
}

// The last box, around the words [first, last) of one line, is no higher than a line where only the slant of the scan
// makes it so; large type keeps its height.
void trim(std::vector<Box>& boxes, const Page& page, std::size_t first, std::size_t last, double usual) {
  constexpr double kTallest = 1.45;  // of the usual height of words
  if (boxes.empty() || last - first < 2) return;
  Box& box = boxes.back();
  const double most = kTallest * usual;
  double tallest_word = 0;
  for (std::size_t i = first; i < last; ++i) {
    tallest_word = std::max(tallest_word, page.words[i].box.y1 - page.words[i].box.y0);
  }
  if (box.y1 - box.y0 <= most || tallest_word > most) return;
  const auto [low, high] = middles(page, first, last);
  const double centre = (low + high) / 2;
  box.y0 = std::max(box.y0, centre - most / 2);
  box.y1 = std::min(box.y1, centre + most / 2);
}

bool line_breaks_between(const Page& page, const Word& before, const Word& after) {
  if (after.in_page.begin < before.in_page.end) return false;
  const std::string_view gap = slice(page.text, {before.in_page.end, after.in_page.begin});
  return gap.find('\n') != std::string_view::npos;
}

}  // namespace

std::vector<Box> line_boxes(const Page& page, Span in_page) {
  std::vector<Box> boxes;
  const auto [first, last] = words_in(page, in_page);
  const double usual = usual_height(page);
  std::size_t line_first = first;
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = page.words[i];
    const bool same_line = i > first && !line_breaks_between(page, page.words[i - 1], word) &&
                           on_one_line(page.words[i - 1].box, word.box) && on_one_line(boxes.back(), word.box);
    if (same_line && fits_line(page, line_first, i, usual)) {
      boxes.back() = around(boxes.back(), word.box);
    } else {
      trim(boxes, page, line_first, i, usual);
      line_first = i;
      boxes.push_back(word.box);
    }
  }
  trim(boxes, page, line_first, last, usual);
  return boxes;
}

EvidenceFinder::EvidenceFinder(const Document& document, const text::NormalizedText& text)
    : document_(document), text_(text) {
  std::size_t begin = 0;
  for (const Page& page : document.pages) {
    page_begin_.push_back(begin);
    code_points_.emplace_back(page.text);
    begin += page.text.size() + 1;  // the '\n' between pages
  }
}

std::size_t EvidenceFinder::page_of(std::size_t raw_offset) const {
  const auto after = std::upper_bound(page_begin_.begin(), page_begin_.end(), raw_offset);
  return static_cast<std::size_t>(after - page_begin_.begin()) - 1;
}

// Where the stretch begins and ends on one page, if it does: what is between its first and last letter is there too.
std::optional<PageSpan> EvidenceFinder::within_a_page(Span in_folded) const {
  const std::string& folded = text_.folded();
  while (!in_folded.empty() && is_blank(folded[in_folded.begin])) ++in_folded.begin;
  while (!in_folded.empty() && is_blank(folded[in_folded.end - 1])) --in_folded.end;
  if (in_folded.empty()) return std::nullopt;
  std::size_t last = in_folded.end - 1;
  while (last > in_folded.begin && (folded[last] & '\xC0') == '\x80') --last;
  const Span begins = text_.to_raw({in_folded.begin, in_folded.begin + code_point_at(folded, in_folded.begin).size});
  const Span ends = text_.to_raw({last, in_folded.end});
  if (begins.empty() || ends.empty() || ends.end < begins.begin) return std::nullopt;
  const std::size_t index = page_of(begins.begin);
  const std::size_t begin = page_begin_[index];
  const std::size_t size = document_.pages[index].text.size();
  if (page_of(ends.begin) != index || ends.end > begin + size) return std::nullopt;
  return PageSpan{index, {begins.begin - begin, ends.end - begin}};
}

std::vector<PageSpan> EvidenceFinder::page_spans(Span in_folded) const {
  std::vector<PageSpan> spans;
  if (page_begin_.empty()) return spans;
  const std::string& folded = text_.folded();
  in_folded.end = std::min(in_folded.end, folded.size());
  if (const auto whole = within_a_page(in_folded)) return {*whole};
  // Letter by letter, so that a page's foot between two halves of a sentence stays out of the quote.
  for (std::size_t at = in_folded.begin; at < in_folded.end;) {
    const std::size_t size = std::min(code_point_at(folded, at).size, in_folded.end - at);
    const bool blank = is_blank(folded[at]);
    const Span raw = blank ? Span{} : text_.to_raw({at, at + size});
    at += size;
    if (raw.empty()) continue;
    const std::size_t index = page_of(raw.begin);
    const std::size_t begin = page_begin_[index];
    const Span here{raw.begin - begin, std::min(raw.end - begin, document_.pages[index].text.size())};
    if (here.empty()) continue;
    if (spans.empty() || spans.back().page_index != index) {
      spans.push_back({index, here});
    } else {
      Span& known = spans.back().in_page;
      known = {std::min(known.begin, here.begin), std::max(known.end, here.end)};
    }
  }
  return spans;
}

Evidence EvidenceFinder::evidence_of(const PageSpan& span) const {
  const Page& page = document_.pages[span.page_index];
  const CodePointOffsets& offsets = code_points_[span.page_index];
  Evidence evidence;
  evidence.page = page.number;
  evidence.start = offsets.at(span.in_page.begin);
  evidence.end = offsets.at(span.in_page.end);
  evidence.text = std::string(slice(page.text, span.in_page));
  evidence.boxes = line_boxes(page, span.in_page);
  return evidence;
}

std::vector<Evidence> EvidenceFinder::at(Span in_folded) const {
  std::vector<Evidence> found;
  for (const PageSpan& span : page_spans(in_folded)) found.push_back(evidence_of(span));
  return found;
}

std::vector<Evidence> EvidenceFinder::at_raw(Span in_raw) const {
  std::vector<Evidence> found;
  for (std::size_t index = 0; index < page_begin_.size(); ++index) {
    const std::string& page = document_.pages[index].text;
    Span here{std::max(in_raw.begin, page_begin_[index]), std::min(in_raw.end, page_begin_[index] + page.size())};
    if (here.empty()) continue;
    here = {here.begin - page_begin_[index], here.end - page_begin_[index]};
    while (!here.empty() && is_blank(page[here.begin])) ++here.begin;
    while (!here.empty() && is_blank(page[here.end - 1])) --here.end;
    if (!here.empty()) found.push_back(evidence_of({index, here}));
  }
  return found;
}

double EvidenceFinder::word_confidence(Span in_folded) const {
  double sum = 0;
  std::size_t count = 0;
  for (const PageSpan& span : page_spans(in_folded)) {
    const Page& page = document_.pages[span.page_index];
    const auto [first, last] = words_in(page, span.in_page);
    for (std::size_t i = first; i < last; ++i) sum += static_cast<double>(page.words[i].confidence);
    count += last - first;
  }
  return count == 0 ? 1.0 : sum / static_cast<double>(count);
}

}  // namespace trichluc
