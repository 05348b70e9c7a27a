#include "tests/corpus/phrase_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "extractors/extract.h"
#include "extractors/reading.h"
#include "pipeline/text/layout.h"

namespace trichluc::corpus {
namespace {

// "according to the report, …", "the conference heard a general report. … The delegates discussed lively."
using Frames = std::array<std::pair<std::string_view, std::string_view>, 3>;
constexpr Frames kFrames = {{
    {"", ""},
    {"Theo báo cáo, ", "."},
    {"Hội nghị đã nghe báo cáo chung. ", ". Các đại biểu thảo luận sôi nổi."},
}};
// The same around phrases that are typed without marks.
constexpr Frames kUnmarkedFrames = {{
    {"", ""},
    {"Theo bao cao, ", "."},
    {"Hoi nghi da nghe bao cao chung. ", ". Cac dai bieu thao luan soi noi."},
}};
constexpr std::string_view kUnmarked = "without marks";  // in the name of their construction

text::NormalizedText one_paragraph(const std::string& sentence, bool recognised) {
  return text::NormalizedText({sentence, {{{{0, sentence.size()}}, text::Section::kBody, recognised}}});
}

template <class Wanted>
std::vector<Stated> facts_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  std::vector<Stated> read;
  for (const auto& candidate : extract(text, dictionaries, {}).candidates) {
    if (!std::holds_alternative<Wanted>(candidate.fact)) continue;
    read.push_back(state(candidate.fact));
    read.back().fields["quote"] = slice(text.folded(), candidate.span);
  }
  return read;
}

std::vector<Stated> counts_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  auto read = facts_of<CountFact>(text, dictionaries);
  // Counts of other things are welcome but not asked for (contract, "What is reported").
  std::erase_if(read, [](const Stated& s) { return !s.key.starts_with("ngo ") && !s.key.starts_with("project "); });
  return read;
}

// The chair is an official of the document, told with the meeting in its table.
std::vector<Stated> meetings_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  const auto extraction = extract(text, dictionaries, {});
  if (!extraction.meeting) return {};
  Stated meeting = state(*extraction.meeting);
  for (const auto& candidate : extraction.candidates) {
    const auto* official = std::get_if<OfficialFact>(&candidate.fact);
    if (official != nullptr && official->meeting_role == "chair") meeting.fields["chair"] = official->name;
  }
  return {meeting};
}

// The place of every count and aid value that has one; what is counted is told beside it.
std::vector<Stated> places_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  std::vector<Stated> read;
  for (const auto& candidate : extract(text, dictionaries, {}).candidates) {
    const bool count = std::holds_alternative<CountFact>(candidate.fact);
    if (!count && !std::holds_alternative<AidValueFact>(candidate.fact)) continue;
    const Stated fact = state(candidate.fact);
    if (count && !fact.key.starts_with("ngo ") && !fact.key.starts_with("project ")) continue;
    if (fact.fields.at("place").empty()) continue;
    read.push_back({fact.fields.at("place"), {}, {{"places", fact.fields.at("places")}, {"figure", fact.key}}});
  }
  return read;
}

std::vector<Stated> quantities_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  const Reading reading(text, dictionaries);
  std::vector<Stated> read;
  for (const auto& quantity : reading.quantities()) read.push_back(state(quantity));
  return read;
}

std::vector<Stated> numbers_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  std::vector<Stated> read;
  for (const auto& line : extract(text, dictionaries, {}, Detail::kNumbers).numbers) {
    read.push_back(state(line, slice(text.folded(), line.span)));
  }
  return read;
}

bool has_lines(const Phrase& phrase) {
  return phrase.text.find("¶") != std::string::npos;
}

// A page, a form or a table is written on one line: "¶" ends a line of it, "⇥" (in a table a bar as well) leads to the
// next column, "§" opens a line of the page's frame.
class Lines {
 public:
  Lines(std::string_view gap, text::Section columns) : gap_(gap), columns_(columns) {}

  text::NormalizedText laid_out(std::string_view written) {
    constexpr std::string_view kEnd = "¶";
    constexpr std::string_view kColumn = "⇥";
    constexpr std::string_view kFrame = "§";
    while (!written.empty()) {
      const bool end = written.starts_with(kEnd);
      const bool column = written.starts_with(kColumn);
      const bool frame = written.starts_with(kFrame);
      if (end) end_line();
      if (column) {
        text_.raw += gap_;
        section_ = columns_;
      }
      if (frame) section_ = text::Section::kFrame;
      if (written.starts_with('|') && columns_ == text::Section::kTable) section_ = columns_;
      if (!end && !column && !frame) text_.raw += written.front();
      written.remove_prefix(end ? kEnd.size() : column ? kColumn.size() : frame ? kFrame.size() : 1);
    }
    end_line();
    return text::NormalizedText(std::move(text_));
  }

 private:
  void end_line() {
    const std::size_t first = std::min(text_.raw.find_first_not_of('\t', begin_), text_.raw.size());
    if (first < text_.raw.size()) text_.paragraphs.push_back({{{first, text_.raw.size()}}, section_});
    text_.raw += "\n";
    begin_ = text_.raw.size();
    section_ = text::Section::kBody;
  }

  std::string_view gap_;
  text::Section columns_;  // what a line with columns is a part of
  text::LaidOut text_;
  std::size_t begin_ = 0;                         // of the line
  text::Section section_ = text::Section::kBody;  // of the line
};

// Lines of a page that stand for any of their kind: "[headline]", "[text]" (a paragraph of the article, another one
// each time).
constexpr std::string_view kHeadlineMark = "[headline]";
constexpr std::string_view kTextMark = "[text]";
constexpr std::string_view kHeadline = "Tỉnh tổng kết công tác vận động viện trợ của năm";
constexpr std::array<std::string_view, 4> kTexts = {
    "Trong năm qua, tỉnh đã tiếp nhận nhiều chương trình của các tổ chức bạn bè quốc tế, góp phần cải thiện đời sống "
    "của người dân ở các xã vùng cao, nhất là về nước sạch, y tế và giáo dục cho trẻ em của những gia đình nghèo.",
    "Cùng với nguồn vốn của nhà nước, các khoản giúp đỡ đã đến đúng nơi cần đến: những điểm trường mới không còn dột "
    "khi "
    "mưa xuống, trạm y tế có thêm máy móc, còn bà con trong bản được học cách trồng rừng và giữ lấy nguồn nước.",
    "Bên cạnh kết quả ấy, việc theo dõi các chương trình ở cơ sở vẫn còn chậm, cán bộ làm công tác này phần lớn kiêm "
    "nhiệm, hồ sơ gửi lên thường thiếu giấy tờ phải bổ sung nhiều lần, khiến người thực hiện phải chờ đợi khá lâu.",
    "Để khắc phục, tỉnh yêu cầu các ngành rút ngắn thời gian xem xét, cử người phụ trách rõ ràng, gặp gỡ đối tác mỗi "
    "quý một lần và công khai những việc đã làm để người dân cùng biết, cùng góp ý và cùng giám sát việc thực hiện.",
};

// "¶" ends a line; the parts of the page are found as those of a page of the web are.
text::NormalizedText page_of(std::string_view written, const text::PageMarkers& markers) {
  constexpr std::string_view kEnd = "¶";
  std::string page;
  std::size_t texts = 0;
  while (!written.empty()) {
    const std::string_view line = written.substr(0, written.find(kEnd));
    written.remove_prefix(std::min(written.size(), line.size() + kEnd.size()));
    page += line == kHeadlineMark ? kHeadline : line == kTextMark ? kTexts.at(texts++ % kTexts.size()) : line;
    page += "\n";
  }
  return text::NormalizedText(text::lay_out({{page, false, nullptr}}, markers));
}

// The lines that are not the article's own, each with its part of the page.
std::vector<Stated> parts_of(const text::NormalizedText& text, const Dictionaries&) {
  static const std::map<text::Section, std::string> kNames = {
      {text::Section::kCaption, "caption"},     {text::Section::kRelated, "related"},
      {text::Section::kByline, "byline"},       {text::Section::kPublished, "published"},
      {text::Section::kPublisher, "publisher"}, {text::Section::kFrame, "frame"}};
  std::vector<Stated> read;
  for (const text::FoldedParagraph& paragraph : text.paragraphs()) {
    const auto name = kNames.find(paragraph.section);
    if (name == kNames.end()) continue;
    read.push_back({name->second, {}, {{"line", std::string(slice(text.shaped(), paragraph.in_folded))}}});
  }
  return read;
}

std::vector<Stated> headers_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  const auto extraction = extract(text, dictionaries, {});
  if (!extraction.header) return {};
  return {state(*extraction.header)};
}

// The whole text as its words were meant.
std::vector<Stated> words_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  return {{Reading(text, dictionaries).words({0, text.folded().size()}), {}, {}}};
}

// … with the marks that they were typed without.
std::vector<Stated> marked_words_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  return {{Reading(text, dictionaries).repaired({0, text.folded().size()}), {}, {}}};
}

// What the cells of a table say; dates and officials have tables of their own.
std::vector<Stated> cells_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  auto read = counts_of(text, dictionaries);
  for (auto& found : facts_of<AidValueFact>(text, dictionaries)) read.push_back(std::move(found));
  for (auto& found : facts_of<ShareFact>(text, dictionaries)) read.push_back(std::move(found));
  return read;
}

}  // namespace

// The words of the last frame name a conference, so the meeting table is read in the other two; what stands first or
// alone in its line is told by that, so numbers are read without a frame.
const std::vector<PhraseTable>& phrase_tables() {
  static const std::vector<PhraseTable> all = {
      {"quantity.tsv", quantities_of, kFrames.size()},
      {"number.tsv", numbers_of, 1},
      {"date.tsv", facts_of<DateFact>, kFrames.size()},
      {"count.tsv", counts_of, kFrames.size()},
      {"money.tsv", facts_of<AidValueFact>, kFrames.size()},
      {"money_register.tsv", facts_of<AidValueFact>, kFrames.size()},
      {"share.tsv", facts_of<ShareFact>, kFrames.size()},
      {"official.tsv", facts_of<OfficialFact>, kFrames.size()},
      {"official_register.tsv", facts_of<OfficialFact>, kFrames.size()},
      {"legal_document.tsv", facts_of<LegalDocumentFact>, kFrames.size()},
      {"meeting.tsv", meetings_of, 2},
      {"place.tsv", places_of, kFrames.size()},
      {"place_register.tsv", places_of, kFrames.size()},
      {"header.tsv", headers_of, 1, Shape::kForm},
      {"table.tsv", cells_of, 1, Shape::kTable},
      {"scan.tsv", words_of, 1, Shape::kScan},
      {"unmarked.tsv", marked_words_of, 1},
      {"page.tsv", parts_of, 1, Shape::kPage},
  };
  return all;
}

bool is_unmarked(const Phrase& phrase) {
  return phrase.construction.find(kUnmarked) != std::string::npos;
}

text::NormalizedText framed(const Phrase& phrase, const PhraseTable& table, std::size_t frame,
                            const text::PageMarkers& markers) {
  constexpr std::string_view kBlanks = "        ";
  if (table.shape == Shape::kPage) return page_of(phrase.text, markers);
  if (table.shape == Shape::kTable) return Lines("\t", text::Section::kTable).laid_out(phrase.text);
  if (table.shape == Shape::kForm || has_lines(phrase))
    return Lines(kBlanks, text::Section::kBody).laid_out(phrase.text);
  const auto [before, after] = (is_unmarked(phrase) ? kUnmarkedFrames : kFrames).at(frame);
  const bool has_stop = !after.empty() && phrase.text.ends_with('.');
  return one_paragraph(std::string(before) + phrase.text + std::string(has_stop ? after.substr(1) : after),
                       table.shape == Shape::kScan);
}

std::size_t frames_of(const Phrase& phrase, const PhraseTable& table) {
  return has_lines(phrase) ? 1 : table.frames;
}

std::vector<std::string> faults_of(const Phrase& phrase, const PhraseTable& table, const Knowledge& knowledge) {
  const auto expected = parse_expected(phrase.expected);
  std::vector<std::string> faults;
  for (std::size_t frame = 0; frame < frames_of(phrase, table); ++frame) {
    const auto read = table.read(framed(phrase, table, frame, knowledge.markers), knowledge.dictionaries);
    for (const auto& difference : differences(expected, read)) {
      faults.push_back("frame " + std::to_string(frame) + ": " + difference);
    }
  }
  return faults;
}

}  // namespace trichluc::corpus
