#include "pipeline/ocr/ocr_text.h"

#include <algorithm>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/source/paragraphs.h"
#include "pipeline/source/pdf/line_writer.h"
#include "pipeline/source/pdf/ruled_rows.h"
#include "pipeline/source/pdf/two_columns.h"

namespace trichluc::ocr {

namespace {

constexpr float kStrayMark = 0.2F;  // confidence below which punctuation alone is taken for dirt
constexpr double kTallest = 1.4;    // of the line's usual height
constexpr double kWideGap = 1.8;    // between columns, of the usual height of a word

bool has_letter_or_digit(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z')) return true;
  }
  return false;
}

bool is_text(const RecognisedWord& word) {
  if (word.text.empty() || !is_valid_utf8(word.text)) return false;
  if (word.text.find_first_of(" \t\r\n\f\v") != std::string::npos || word.text.find('\0') != std::string::npos)
    return false;
  return word.confidence >= kStrayMark || has_letter_or_digit(word.text);
}

double usual_height(const std::vector<RecognisedWord>& line) {
  std::vector<double> heights;
  for (const RecognisedWord& word : line) heights.push_back(word.box_px.y1 - word.box_px.y0);
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>((heights.size() - 1) / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

double usual_height_of_page(const RecognisedPage& recognised) {
  return recognised.words.empty() ? 0 : usual_height(recognised.words);
}

// A box that swallowed a rule, a stamp or the next line is cut to the height of its line, about the line's middle.
Box clipped(const Box& box, const std::vector<RecognisedWord>& line, double page_height, double page_usual) {
  double usual = usual_height(line);
  if (line.size() < 3 && page_usual > 0) usual = std::min(usual, 2.5 * page_usual);
  Box result = box;
  if (box.y1 - box.y0 > kTallest * usual) {
    std::vector<double> middles;
    for (const RecognisedWord& word : line) middles.push_back((word.box_px.y0 + word.box_px.y1) / 2);
    std::sort(middles.begin(), middles.end());
    const double middle = middles[(middles.size() - 1) / 2];
    result.y0 = std::max(box.y0, middle - kTallest * usual / 2);
    result.y1 = std::min(box.y1, middle + kTallest * usual / 2);
    if (result.y0 >= result.y1) result = {box.x0, box.y0, box.x1, box.y0 + usual};
  }
  if (page_height > 0) {
    result.y0 = std::clamp(result.y0, 0.0, page_height);
    result.y1 = std::clamp(result.y1, result.y0, page_height);
  }
  result.x0 = std::max(result.x0, 0.0);
  result.x1 = std::max(result.x1, result.x0);
  return result;
}

using Line = std::vector<RecognisedWord>;

// The line in stretches without a wide gap. Justified lines stretch their blanks to about the height of a capital.
std::vector<Line> segments_of(const Line& line, double usual) {
  std::vector<Line> segments;
  for (const RecognisedWord& word : line) {
    const bool wide = segments.empty() || word.box_px.x0 - segments.back().back().box_px.x1 > kWideGap * usual;
    if (wide) segments.emplace_back();
    segments.back().push_back(word);
  }
  return segments;
}

Row row_of(const std::vector<Line>& segments) {
  Row row;
  for (const Line& segment : segments) {
    Extent extent{segment.front().box_px.x0, segment.back().box_px.x1, false};
    for (const RecognisedWord& word : segment) {
      extent.has_digit = extent.has_digit || word.text.find_first_of("0123456789") != std::string::npos;
    }
    row.push_back(extent);
  }
  return row;
}

// Left column, then right column; each column is a paragraph of its own.
void unfold(std::vector<Line>& lines, const TwoColumns& columns, double usual) {
  std::vector<Line> left, right;
  for (std::size_t i = columns.begin; i < columns.end; ++i) {
    for (Line& segment : segments_of(lines[i], usual)) {
      auto& column = segment.front().box_px.x0 > columns.part ? right : left;
      segment.front().starts_paragraph = column.empty() || segment.front().starts_paragraph;
      column.push_back(std::move(segment));
    }
  }
  left.insert(left.end(), right.begin(), right.end());
  if (columns.end < lines.size()) lines[columns.end].front().starts_paragraph = true;
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(columns.begin);
  const auto last = lines.begin() + static_cast<std::ptrdiff_t>(columns.end);
  lines.insert(lines.erase(first, last), left.begin(), left.end());
}

void unfold_letter(std::vector<Line>& lines, double usual, double page_width) {
  std::vector<Row> rows;
  for (const Line& line : lines) rows.push_back(row_of(segments_of(line, usual)));
  const TwoColumns head = find_head(rows, page_width);
  const TwoColumns foot = find_foot(rows, head.end, page_width);
  if (foot.end > foot.begin) unfold(lines, foot, usual);
  if (head.end > head.begin) unfold(lines, head, usual);
}

// The words that are text, a line at a time; a mark on a word that is left out passes to the next.
std::vector<Line> lines_of(const RecognisedPage& recognised) {
  std::vector<Line> lines;
  bool new_line = true, new_paragraph = true;
  for (const RecognisedWord& word : recognised.words) {
    new_line = new_line || word.starts_line || word.starts_paragraph;
    new_paragraph = new_paragraph || word.starts_paragraph;
    if (!is_text(word)) continue;
    if (new_line) lines.emplace_back();
    lines.back().push_back(word);
    lines.back().back().starts_paragraph = new_paragraph;
    new_line = new_paragraph = false;
  }
  return lines;
}

// The tables of a page, each by its rows, in the order in which their first words were read.
using TableRows = std::vector<std::vector<DrawnLine>>;

// Takes the words of tables out of the page; those of what is drawn like a table but is none stay.
TableRows take_tables(RecognisedPage& recognised) {
  std::vector<std::vector<Segment>> contents;
  for (const RuledTable& table : recognised.tables) contents.emplace_back(table.cells.size());
  for (const RecognisedWord& word : recognised.words) {
    // A line between two cells is often read as a letter.
    if (word.table < 0 || !is_text(word) || word.text == "|") continue;
    Piece piece{word.text, word.box_px, word.box_px.y1 - word.box_px.y0, 0, true, {}, word.confidence};
    contents[static_cast<std::size_t>(word.table)][static_cast<std::size_t>(word.cell)].push_back(std::move(piece));
  }
  TableRows tables;
  std::vector<bool> looked_at(contents.size(), false), filled(contents.size(), false);
  std::vector<RecognisedWord> others;
  for (RecognisedWord& word : recognised.words) {
    const auto table = static_cast<std::size_t>(std::max(word.table, 0));
    if (word.table >= 0 && !looked_at[table]) {
      looked_at[table] = true;
      auto rows = rows_of_table(recognised.tables[table], std::move(contents[table]), static_cast<int>(tables.size()));
      filled[table] = rows.has_value();
      if (rows) tables.push_back(std::move(*rows));
    }
    if (word.table >= 0 && filled[table]) continue;
    word.tables_before = tables.size();
    const bool behind_table = !others.empty() && others.back().tables_before != word.tables_before;
    word.starts_paragraph = word.starts_paragraph || behind_table;
    others.push_back(std::move(word));
  }
  recognised.words = std::move(others);
  return tables;
}

void put_rows(const std::vector<DrawnLine>& rows, Page& page) {
  if (!page.text.empty()) page.text += '\n';
  for (const DrawnLine& row : rows) put_row(row, page);
}

void put_line(const Line& line, double page_usual, Page& page) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) page.text += ' ';
    Word word;
    word.in_page.begin = page.text.size();
    page.text += line[i].text;
    word.in_page.end = page.text.size();
    word.box = clipped(line[i].box_px, line, page.height, page_usual);
    word.confidence = std::clamp(line[i].confidence, 0.0F, 1.0F);
    page.words.push_back(word);
  }
  if (!line.empty()) page.text += '\n';
}

}  // namespace

void mark_paragraphs(RecognisedPage& recognised) {
  const double usual = usual_height_of_page(recognised);
  std::vector<LineShape> shapes;
  for (std::size_t i = 0; i < recognised.words.size(); ++i) {
    RecognisedWord& word = recognised.words[i];
    word.starts_line = word.starts_line || word.starts_paragraph || i == 0;
    const Box& box = word.box_px;
    if (word.starts_line) {
      shapes.push_back({box, usual});
      if (is_valid_utf8(word.text)) look_at_first_word(shapes.back(), word.text, box);
    }
    Box& line = shapes.back().box;
    line.x0 = std::min(line.x0, box.x0);
    line.x1 = std::max(line.x1, box.x1);
    // The height of a line is that of its usual words: one box over a rule or a stamp must not move its middle.
    if (box.y1 - box.y0 > kTallest * usual) continue;
    line.y0 = line.y1 - line.y0 > kTallest * usual ? box.y0 : std::min(line.y0, box.y0);
    line.y1 = line.y1 - line.y0 > kTallest * usual ? box.y1 : std::max(line.y1, box.y1);
  }
  const std::vector<bool> starts = paragraph_starts(shapes);
  std::size_t next = 0;
  for (RecognisedWord& word : recognised.words) {
    word.starts_paragraph = word.starts_line && starts[next];
    if (word.starts_line) ++next;
  }
}

void put_words(RecognisedPage recognised, Page& page) {
  page.text.clear();
  page.words.clear();
  page.hints.clear();
  page.cells.clear();
  page.origin = TextOrigin::kOcr;
  page.hard_wrapped = true;
  const double usual = usual_height_of_page(recognised);
  const TableRows tables = take_tables(recognised);
  std::vector<Line> lines = lines_of(recognised);
  if (page.width > 0 && usual > 0) unfold_letter(lines, usual, page.width);
  std::size_t next = 0;
  for (const Line& line : lines) {
    while (next < std::min(line.front().tables_before, tables.size())) put_rows(tables[next++], page);
    if (line.front().starts_paragraph && !page.text.empty()) page.text += '\n';
    put_line(line, usual, page);
  }
  while (next < tables.size()) put_rows(tables[next++], page);
}

double mean_confidence(const Page& page) {
  double sum = 0, weight = 0;
  for (const Word& word : page.words) {
    const auto length = static_cast<double>(word.in_page.size());
    sum += length * static_cast<double>(word.confidence);
    weight += length;
  }
  return weight > 0 ? sum / weight : 0;
}

}  // namespace trichluc::ocr
