#include "pipeline/source/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

namespace {

constexpr double kIndent = 0.8;        // of the type size
constexpr double kNewParagraph = 1.3;  // of the page's usual distance of lines

double middle(const Box& box) {
  return (box.y0 + box.y1) / 2;
}

// The value below which `part` of the values lie.
double quantile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

// What is usual on this page.
struct Measure {
  double pitch = 0;  // from line to line
  double left = 0;   // where full lines begin …
  double right = 0;  // … and end
  double first = 0;  // where first lines of indented paragraphs begin; 0: the page has no such habit
};

bool is_indented(const LineShape& line, const Measure& usual) {
  return line.box.x0 >= usual.left + kIndent * line.size;
}

// Where the lines begin that have a full line below them: two such lines at one place make a habit.
double first_edge(const std::vector<LineShape>& lines, const Measure& usual) {
  std::vector<double> edges;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const double step = middle(lines[i + 1].box) - middle(lines[i].box);
    const bool below = step > 0 && step < kNewParagraph * std::max(usual.pitch, 1.05 * lines[i].size);
    if (below && is_indented(lines[i], usual) && !is_indented(lines[i + 1], usual)) edges.push_back(lines[i].box.x0);
  }
  if (edges.size() < 2) return 0;
  const double edge = quantile(edges, 0.5);
  const auto near = [&](double each) { return std::abs(each - edge) < 0.3 * lines.front().size; };
  const auto count = std::count_if(edges.begin(), edges.end(), near);
  return count >= 2 && 2 * static_cast<std::size_t>(count) > edges.size() ? edge : 0;
}

Measure measure_of(const std::vector<LineShape>& lines) {
  std::vector<double> pitches, lefts, rights;
  double widest = 0;
  for (const LineShape& line : lines) widest = std::max(widest, line.box.x1 - line.box.x0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& box = lines[i].box;
    if (i > 0 && middle(box) > middle(lines[i - 1].box)) pitches.push_back(middle(box) - middle(lines[i - 1].box));
    if (box.x1 - box.x0 > 0.4 * widest) lefts.push_back(box.x0);
    if (box.x1 - box.x0 > 0.8 * widest) rights.push_back(box.x1);
  }
  // Low for pitch and left, so that pages of one-line paragraphs do not count their gaps and indents as usual.
  Measure usual;
  usual.pitch = quantile(std::move(pitches), 0.33);
  usual.left = quantile(std::move(lefts), 0.1);
  usual.right = quantile(std::move(rights), 0.7);
  usual.first = first_edge(lines, usual);
  return usual;
}

// As far from the left edge as from the right: full lines are so too.
bool is_even(const LineShape& line, const Measure& usual) {
  const double off = (line.box.x0 - usual.left) - (usual.right - line.box.x1);
  return std::abs(off) < 2 * line.size;
}

bool is_centred(const LineShape& line, const Measure& usual) {
  return line.box.x0 > usual.left + 2 * line.size && is_even(line, usual);
}

// Was there room for the first word of `line` at the end of the line before? Then the break was meant.
bool had_room(const LineShape& before, const LineShape& line, const Measure& usual) {
  return line.first_word <= 0 || before.box.x1 + 0.2 * line.size + line.first_word < usual.right;
}

bool begins_paragraph(const LineShape& before, const LineShape& line, const Measure& usual) {
  const double step = middle(line.box) - middle(before.box);
  if (step <= 0) return true;  // another column
  const double size = std::max(line.size, before.size);
  if (step > kNewParagraph * std::max(usual.pitch, 1.05 * size)) return true;
  if (std::abs(line.size - before.size) > 0.15 * size) return true;
  if (is_centred(line, usual) && is_centred(before, usual)) return false;
  // The first line of a title may be as wide as the text.
  if (is_centred(line, usual) && line.begins_small && is_even(before, usual) && !had_room(before, line, usual))
    return false;
  if (!is_indented(line, usual)) {
    // An indented first line that stops short looks centred; what goes on below tells it from a title.
    return is_centred(before, usual) && !line.begins_small && had_room(before, line, usual);
  }
  const bool first_line = usual.first > 0 && std::abs(line.box.x0 - usual.first) < 0.3 * size;
  if (first_line && !line.begins_small) return true;
  const bool same_edge = std::abs(line.box.x0 - before.box.x0) < 0.3 * size;
  return !same_edge || before.box.x1 < usual.right - 3 * size;
}

}  // namespace

void look_at_first_word(LineShape& line, std::string_view word, const Box& box) {
  line.first_word = box.x1 - box.x0;
  if (word.empty()) return;
  const std::string_view first = word.substr(0, code_point_at(word, 0).size);
  const std::string bare = text::fold_to_ascii(first);
  line.begins_small = text::fold(first) == first && bare.size() == 1 && bare[0] >= 'a' && bare[0] <= 'z';
}

std::vector<bool> paragraph_starts(const std::vector<LineShape>& lines) {
  const Measure usual = measure_of(lines);
  std::vector<bool> starts(lines.size(), true);
  for (std::size_t i = 1; i < lines.size(); ++i) starts[i] = begins_paragraph(lines[i - 1], lines[i], usual);
  return starts;
}

}  // namespace trichluc
