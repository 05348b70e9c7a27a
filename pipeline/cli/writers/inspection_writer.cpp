#include "pipeline/cli/writers/inspection_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

constexpr int kDecimals = 3;
constexpr int kDecimalsOfPoints = 1;
constexpr double kMillimetresPerPoint = 25.4 / 72;

// As a person names it: "A4", "A4 landscape", "210 × 330 mm".
std::string size_name(const PageInspection& page, Language language) {
  struct Paper {
    const char* name;
    long width;
    long height;
  };
  static constexpr std::array<Paper, 4> kPapers{
      {{"A3", 297, 420}, {"A4", 210, 297}, {"A5", 148, 210}, {"Letter", 216, 279}}};
  constexpr long kTolerance = 3;
  if (page.width <= 0) return "";
  const long width = std::lround(page.width * kMillimetresPerPoint);
  const long height = std::lround(page.height * kMillimetresPerPoint);
  for (const Paper& paper : kPapers) {
    const auto near = [](long a, long b) { return std::labs(a - b) <= kTolerance; };
    if (near(width, paper.width) && near(height, paper.height)) return paper.name;
    if (near(width, paper.height) && near(height, paper.width)) {
      return paper.name + in_language({" landscape", " ngang"}, language);
    }
  }
  return std::to_string(width) + " × " + std::to_string(height) + " mm";
}

std::string kind_word(PageKind kind, Language language) {
  if (language == Language::kEnglish) return std::string(name_of(kind));
  static constexpr std::array<const char*, 6> kWords{"văn bản", "số hóa", "ảnh quét", "hỗn hợp", "trống", "hỏng"};
  return kWords.at(static_cast<std::size_t>(kind));
}

std::string in_hundred(double share) {
  constexpr double kHundred = 100;
  return share > 0 ? std::to_string(std::lround(share * kHundred)) + " %" : "";
}

constexpr std::size_t kColumns = 9;
using Row = std::array<std::string, kColumns>;

// The columns by which pages are alike; the figures are those of all pages of the row.
struct Run {
  int first = 0;
  int last = 0;
  Row key;
  std::size_t words = 0;
  double confidence = 0;  // sums, weighted by words
  text::TextQuality quality;
};

void add(Run& run, const PageInspection& page) {
  run.last = page.number;
  run.words += page.words;
  run.confidence += page.confidence * static_cast<double>(page.words);
  run.quality.letter_words += page.quality.letter_words;
  run.quality.syllables += page.quality.syllables;
}

Row key_of(const PageInspection& page, Language language) {
  return {"",
          kind_word(page.kind, language),
          size_name(page, language),
          page.dpi > 0 ? std::to_string(std::lround(page.dpi)) : "",
          "",
          "",
          "",
          page.language,
          on_one_line(page.reason)};
}

std::vector<Run> runs_of(const std::vector<PageInspection>& pages, Language language) {
  std::vector<Run> runs;
  for (const PageInspection& page : pages) {
    Row key = key_of(page, language);
    if (runs.empty() || runs.back().key != key || runs.back().last + 1 != page.number) {
      runs.push_back({page.number, page.number, std::move(key), 0, 0, {}});
    }
    add(runs.back(), page);
  }
  return runs;
}

Row row_of(const Run& run) {
  Row row = run.key;
  row[0] = std::to_string(run.first) + (run.last > run.first ? "-" + std::to_string(run.last) : "");
  row[4] = std::to_string(run.words);
  row[5] = in_hundred(run.quality.syllable_share());
  row[6] = run.words == 0 ? "" : in_hundred(run.confidence / static_cast<double>(run.words));
  return row;
}

Row head(Language language) {
  if (language == Language::kVietnamese) {
    return {"trang", "loại", "khổ", "dpi", "số từ", "âm tiết", "nhận dạng", "ngôn ngữ", "lý do"};
  }
  return {"pages", "kind", "size", "dpi", "words", "syllables", "recognised", "language", "why"};
}

std::string table(const std::vector<Row>& rows) {
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < kColumns; ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line = " ";
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      const bool to_the_right = i >= 3 && i <= 6;
      line += " " + (to_the_right ? padded_left(row[i], widths[i]) : padded(row[i], widths[i])) + " ";
    }
    line += " " + row[kColumns - 1];
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string heading(const DocumentInspection& seen, Language language) {
  const Document& document = seen.document;
  const std::string n = std::to_string(document.page_count);
  std::string line = on_one_line(document.source) + "\n  " + document.media_type;
  line += " · " + n + in_language({document.page_count == 1 ? " page" : " pages", " trang"}, language);
  if (!document.encoding.empty()) line += " · " + document.encoding;
  return line + "\n";
}

// What is unusual about a font, "" where nothing is.
std::string oddity(const PageFont& font, Language language) {
  if (!font.encoding.empty()) return font.encoding;
  if (font.embedded && !font.to_unicode) return in_language({"no ToUnicode", "không có ToUnicode"}, language);
  return "";
}

std::string fonts_line(const DocumentInspection& seen, Language language) {
  std::set<std::string> fonts;
  for (const PageInspection& page : seen.pages) {
    for (const PageFont& font : page.fonts) {
      const std::string odd = oddity(font, language);
      fonts.insert(on_one_line(font.name) + (odd.empty() ? "" : " (" + odd + ")"));
    }
  }
  std::string line;
  for (const std::string& font : fonts) line += (line.empty() ? "" : ", ") + font;
  return line.empty() ? "" : in_language({"  fonts: ", "  phông chữ: "}, language) + line + "\n";
}

std::string as_table(const DocumentInspection& seen, Language language) {
  std::vector<Row> rows{head(language)};
  for (const Run& run : runs_of(seen.pages, language)) rows.push_back(row_of(run));
  std::string out = heading(seen, language) + fonts_line(seen, language) + table(rows);
  for (const Message& warning : seen.document.warnings) {
    out += "  ! " + on_one_line(in_language(warning, language)) + "\n";
  }
  return out;
}

void write_page(JsonWriter& json, const PageInspection& page) {
  json.begin_object().key("page").integer(page.number).key("kind").string(name_of(page.kind));
  json.key("reason").string_or_null(page.reason);
  json.key("width").real(page.width, kDecimalsOfPoints).key("height").real(page.height, kDecimalsOfPoints);
  json.key("dpi").real(page.dpi, kDecimalsOfPoints);
  json.key("language").string_or_null(page.language).key("words").size(page.words);
  json.key("recognised").real(page.confidence, kDecimals);
  json.key("quality").begin_object();
  json.key("syllables").real(page.quality.syllable_share(), kDecimals);
  json.key("marked").real(page.quality.marked_share(), kDecimals);
  json.key("stripped").real(page.quality.stripped_share(), kDecimals);
  json.key("damaged").real(page.quality.damaged_share(), kDecimals);
  json.key("digits").real(page.quality.digit_share(), kDecimals).end_object();
  json.key("fonts").begin_array();
  for (const PageFont& font : page.fonts) {
    json.begin_object().key("name").string(font.name).key("embedded").boolean(font.embedded);
    json.key("to_unicode").boolean(font.to_unicode).key("encoding").string_or_null(font.encoding).end_object();
  }
  json.end_array().key("other_reading").string_or_null(page.other_reason).end_object();
}

std::string as_json(const DocumentInspection& seen) {
  const Document& document = seen.document;
  JsonWriter json;
  json.begin_object().key("source").string(document.source).key("id").string(document.id);
  json.key("media_type").string(document.media_type).key("encoding").string_or_null(document.encoding);
  json.key("page_count").integer(document.page_count).key("pages").begin_array();
  for (const PageInspection& page : seen.pages) write_page(json, page);
  json.end_array().key("suspected_starts").begin_array();
  for (const SuspectedStart& start : seen.starts) {
    json.begin_object().key("page").integer(start.page).key("letterhead").boolean(start.letterhead);
    json.key("numbers_begin_again").boolean(start.numbers_begin_again).end_object();
  }
  json.end_array().key("warnings").begin_array();
  for (const Message& warning : document.warnings) json.string(warning.en);
  return json.end_array().end_object().take() + "\n";
}

}  // namespace

InspectionWriter::InspectionWriter(const std::string& format, Language language)
    : table_(format.empty() ? standard_output_is_terminal() : format == "table"), language_(language) {}

std::string InspectionWriter::operator()(const DocumentInspection& seen) const {
  return table_ ? as_table(seen, language_) : as_json(seen);
}

std::string InspectionWriter::operator()(const std::string& source, const Error& error) const {
  if (table_) return on_one_line(source) + "\n  ! " + on_one_line(in_language(error.what, language_)) + "\n";
  return refused_line(source, error);
}

}  // namespace trichluc::cli
