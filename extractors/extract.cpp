#include "extractors/extract.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <utility>

#include "extractors/count/count_extractor.h"
#include "extractors/date/date_reader.h"
#include "extractors/header/header.h"
#include "extractors/legal_document/legal_document_extractor.h"
#include "extractors/meeting/meeting.h"
#include "extractors/money/defined_donors.h"
#include "extractors/money/money_extractor.h"
#include "extractors/number/ledger.h"
#include "extractors/official/official_extractor.h"
#include "extractors/resolve/cited_dates.h"
#include "extractors/resolve/comparison.h"
#include "extractors/resolve/context.h"
#include "extractors/resolve/date_facts.h"
#include "extractors/resolve/document_dates.h"
#include "extractors/resolve/merge.h"
#include "extractors/resolve/parts.h"
#include "extractors/resolve/period.h"
#include "extractors/resolve/place.h"
#include "extractors/resolve/place_names.h"
#include "extractors/resolve/place_of_parts.h"
#include "extractors/resolve/pointed_figure.h"
#include "extractors/resolve/signed_sums.h"
#include "extractors/resolve/statement.h"
#include "extractors/resolve/sums_of_counted.h"
#include "extractors/resolve/years.h"
#include "extractors/share/share_extractor.h"
#include "extractors/table/table_extractor.h"
#include "extractors/topic.h"

namespace trichluc {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::vector<Span> spans_of(const std::vector<DateReading>& dates, const std::vector<Candidate>& documents) {
  std::vector<Span> spans;
  for (const DateReading& date : dates) {
    if (date.relative == Relative::kNone) spans.push_back(date.span);
  }
  for (const Candidate& document : documents) {
    spans.push_back(document.span);
    spans.insert(spans.end(), document.restated.begin(), document.restated.end());
  }
  return spans;
}

// For each kind of fact: the cells' spans in order, each with the furthest end up to it.
class CellSpans {
 public:
  explicit CellSpans(const std::vector<Candidate>& cells) {
    for (const Candidate& cell : cells) spans_[cell.fact.index()].push_back(cell.span);
    for (auto& [kind, spans] : spans_) {
      std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
      for (std::size_t i = 1; i < spans.size(); ++i) spans[i].end = std::max(spans[i].end, spans[i - 1].end);
    }
  }

  bool cover(const Candidate& candidate) const {
    const auto of_kind = spans_.find(candidate.fact.index());
    if (of_kind == spans_.end()) return false;
    const auto after = std::upper_bound(of_kind->second.begin(), of_kind->second.end(), candidate.span.begin,
                                        [](std::size_t at, const Span& span) { return at < span.begin; });
    return after != of_kind->second.begin() && candidate.span.end <= (after - 1)->end;
  }

 private:
  std::map<std::size_t, std::vector<Span>> spans_;
};

// Cells of tables join the statements; what was read in the same cell as if it stood in a sentence gives way.
void add_table_cells(std::vector<Candidate>& candidates, std::vector<Candidate>&& cells) {
  const CellSpans spans(cells);
  const auto within = [&](const Candidate& candidate) { return spans.cover(candidate); };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), within), candidates.end());
  const std::size_t before = candidates.size();
  for (Candidate& cell : cells) {
    if (auto* count = std::get_if<CountFact>(&cell.fact); count != nullptr && count->part_of) *count->part_of += before;
    if (auto* aid = std::get_if<AidValueFact>(&cell.fact); aid != nullptr && aid->part_of) *aid->part_of += before;
    if (auto* share = std::get_if<ShareFact>(&cell.fact); share != nullptr && share->of) *share->of += before;
  }
  append(candidates, std::move(cells));
}

std::vector<DateReading> dates_of(const std::vector<SettledDate>& settled) {
  std::vector<DateReading> dates;
  for (const SettledDate& each : settled) dates.push_back(each.date);
  return dates;
}

std::string text_of_section(const Reading& reading, text::Section section) {
  for (const text::FoldedParagraph& paragraph : reading.text().paragraphs()) {
    if (paragraph.section == section) return reading.words(paragraph.in_folded);
  }
  return {};
}

void describe_document(Extraction& out, const Reading& reading, const Hints& hints) {
  const auto told_or = [&](text::Section section, const std::string& hint) {
    std::string told = text_of_section(reading, section);
    return told.empty() ? hint : told;
  };
  out.title = told_or(text::Section::kTitle, hints.title);
  // A report of an office has no headline: its kind and subject name it.
  if (out.title.empty() && out.header && !out.header->subject.empty()) {
    out.title = (out.header->kind.empty() ? "" : out.header->kind + " ") + out.header->subject;
  }
  out.author = told_or(text::Section::kByline, hints.author);
  out.publisher = hints.publisher.empty() ? text_of_section(reading, text::Section::kPublisher) : hints.publisher;
  for (const DatedRole& role : out.dates) {
    if (role.chosen) out.published = role.value;
  }
}

// How sure a reading is whose marks were left out: of the corpus' own documents, read with their marks taken away,
// about 85 facts in 100 are those that are read with them.
constexpr double kSureWithoutMarks = 0.85;

void tell_repairs(const Reading& reading, Candidate& candidate) {
  candidate.repaired = reading.repaired(candidate.span);
  if (reading.is_unmarked(candidate.span)) candidate.confidence = std::min(candidate.confidence, kSureWithoutMarks);
}

// The dates with their years, and the day on which the document speaks.
std::vector<SettledDate> settle_dates(const Reading& reading, const std::vector<DateReading>& dates,
                                      DocumentContext& context) {
  const bool dated = context.day.has_value();
  std::vector<SettledDate> settled = settle_years(reading, dates, context);
  settle_document_day(context, reading, dates_of(settled));
  // "Hội nghị năm 2019 diễn ra sáng 5/7": the day that only its own sentence dates lends the others its year.
  if (!dated && context.day) settled = settle_years(reading, dates, context);
  return settled;
}

std::string subject_of(const DocumentContext& context) {
  return context.place ? context.place->value : std::string();
}

// Settles what statements leave open, one question after the other.
void resolve(const Reading& reading, std::vector<Candidate>& candidates, const std::vector<SettledDate>& dates,
             const DocumentContext& context, const std::vector<PlaceMention>& places) {
  std::vector<Statement> statements = locate_measures(reading, candidates);
  resolve_periods(reading, statements, dates, context);
  take_time_of_pointed(reading, statements);
  settle_sums_of_counted(reading, statements);
  resolve_places(reading, statements, context, places);
  resolve_changes(reading, statements, dates);
  resolve_certainty(reading, statements, context);
  resolve_parts(reading, statements, candidates);
  resolve_places_of_parts(reading, statements, candidates);
  resolve_signed_sums(reading, statements);
}

std::vector<Rejection> in_order_of_text(std::initializer_list<std::vector<Rejection>*> of_extractors) {
  std::vector<Rejection> all;
  for (std::vector<Rejection>* rejections : of_extractors) append(all, std::move(*rejections));
  std::stable_sort(all.begin(), all.end(),
                   [](const Rejection& a, const Rejection& b) { return a.span.begin < b.span.begin; });
  return all;
}

}  // namespace

Extraction extract(const text::NormalizedText& text, const Dictionaries& dictionaries, const Hints& hints,
                   Detail detail) {
  Extraction out;
  Reading reading(text, dictionaries);
  reading.add_matches(find_defined_donors(reading));
  DateReadings dates = read_dates(reading);
  Readings documents = LegalDocumentExtractor(dates.dates).read(reading);
  mark_cited_dates(dates.dates, documents.candidates);
  reading.mark_taken(spans_of(dates.dates, documents.candidates));
  const Topic topic(reading);
  Readings measures = CountExtractor(topic).read(reading);
  Readings money = MoneyExtractor(topic).read(reading);
  Readings shares = ShareExtractor(topic).read(reading);
  append(measures.candidates, std::move(money.candidates));
  append(measures.candidates, std::move(shares.candidates));
  std::vector<Candidate> candidates = keep_longest(std::move(measures.candidates));
  Readings tables = TableExtractor(dates.dates, topic).read(reading);
  add_table_cells(candidates, std::move(tables.candidates));

  out.dates = read_document_dates(reading, dates.dates, hints);
  drop_crawl_clock(reading, dates.dates, out.dates);
  const std::vector<PlaceMention> places = find_place_names(reading);
  DocumentContext context = read_context(reading, dates.dates, out.dates, places);
  const std::vector<SettledDate> settled = settle_dates(reading, dates.dates, context);
  resolve(reading, candidates, settled, context, places);

  append(candidates, date_facts(settled));
  append(candidates, OfficialExtractor().read(reading).candidates);
  append(candidates, std::move(documents.candidates));
  out.candidates = merge_equal(reading, std::move(candidates));
  for (Candidate& candidate : out.candidates) tell_repairs(reading, candidate);
  out.header = read_header(reading);
  out.meeting = read_meeting(reading, out.candidates, out.header, places, subject_of(context));
  out.rejections = in_order_of_text({&dates.rejections, &documents.rejections, &measures.rejections, &money.rejections,
                                     &shares.rejections, &tables.rejections});
  if (detail == Detail::kNumbers)
    out.numbers = account_for_numbers(reading, out.candidates, dates.dates, out.rejections);
  describe_document(out, reading, hints);
  return out;
}

std::vector<std::string> extractor_versions() {
  const Topic no_topic;
  const CountExtractor count(no_topic);
  const MoneyExtractor money(no_topic);
  const ShareExtractor share(no_topic);
  const std::vector<DateReading> no_dates;
  const TableExtractor table(no_dates, no_topic);
  const OfficialExtractor official;
  const LegalDocumentExtractor legal_document;
  std::vector<std::string> versions = {"reading v2", "date v9", "place v8", "confidence v2"};
  for (const Extractor* extractor :
       std::initializer_list<const Extractor*>{&count, &money, &share, &table, &official, &legal_document}) {
    versions.push_back(std::string(extractor->name()) + " v" + std::to_string(extractor->version()));
  }
  return versions;
}

}  // namespace trichluc
