#include "tests/corpus/phrase_check.h"

#include <array>
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

text::NormalizedText one_paragraph(const std::string& sentence) {
  return text::NormalizedText({sentence, {{{{0, sentence.size()}}, text::Section::kBody}}});
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

// A form is written on one line: "¶" ends a line of it, "⇥" leads to the right column.
text::NormalizedText form_of(std::string_view written) {
  text::LaidOut laid_out;
  const auto end_paragraph = [&laid_out](std::size_t begin) {
    if (begin < laid_out.raw.size())
      laid_out.paragraphs.push_back({{{begin, laid_out.raw.size()}}, text::Section::kBody});
    laid_out.raw += "\n";
  };
  std::size_t begin = 0;
  constexpr std::string_view kEnd = "¶";
  constexpr std::string_view kColumn = "⇥";
  while (!written.empty()) {
    if (written.starts_with(kEnd)) {
      end_paragraph(begin);
      begin = laid_out.raw.size();
      written.remove_prefix(kEnd.size());
    } else if (written.starts_with(kColumn)) {
      laid_out.raw += "        ";
      written.remove_prefix(kColumn.size());
    } else {
      laid_out.raw += written.front();
      written.remove_prefix(1);
    }
  }
  end_paragraph(begin);
  return text::NormalizedText(std::move(laid_out));
}

std::vector<Stated> headers_of(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  const auto extraction = extract(form_of(text.raw()), dictionaries, {});
  if (!extraction.header) return {};
  return {state(*extraction.header)};
}

// The words of the last frame name a conference, so the meeting table is read in the other two; what stands first or
// alone in its line is told by that, so numbers are read without a frame.
}  // namespace

const std::vector<PhraseTable>& phrase_tables() {
  static const std::vector<PhraseTable> all = {
      {"quantity.tsv", quantities_of, kFrames.size()},
      {"number.tsv", numbers_of, 1},
      {"date.tsv", facts_of<DateFact>, kFrames.size()},
      {"count.tsv", counts_of, kFrames.size()},
      {"money.tsv", facts_of<AidValueFact>, kFrames.size()},
      {"share.tsv", facts_of<ShareFact>, kFrames.size()},
      {"official.tsv", facts_of<OfficialFact>, kFrames.size()},
      {"legal_document.tsv", facts_of<LegalDocumentFact>, kFrames.size()},
      {"meeting.tsv", meetings_of, 2},
      {"place.tsv", places_of, kFrames.size()},
      {"header.tsv", headers_of, 1},
  };
  return all;
}

text::NormalizedText framed(const Phrase& phrase, std::size_t frame) {
  const bool unmarked = phrase.construction.find(kUnmarked) != std::string::npos;
  const auto [before, after] = (unmarked ? kUnmarkedFrames : kFrames).at(frame);
  const bool has_stop = !after.empty() && phrase.text.ends_with('.');
  return one_paragraph(std::string(before) + phrase.text + std::string(has_stop ? after.substr(1) : after));
}

std::vector<std::string> faults_of(const Phrase& phrase, const PhraseTable& table, const Dictionaries& dictionaries) {
  const auto expected = parse_expected(phrase.expected);
  std::vector<std::string> faults;
  for (std::size_t frame = 0; frame < table.frames; ++frame) {
    const auto read = table.read(framed(phrase, frame), dictionaries);
    for (const auto& difference : differences(expected, read)) {
      faults.push_back("frame " + std::to_string(frame) + ": " + difference);
    }
  }
  return faults;
}

}  // namespace trichluc::corpus
