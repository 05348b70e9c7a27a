#include "pipeline/record/record_builder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "pipeline/record/evidence.h"
#include "pipeline/record/fact_id.h"
#include "pipeline/record/inferred_fields.h"

namespace trichluc {
namespace {

void append(std::vector<Evidence>& all, std::vector<Evidence> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// A place that two readings name is proof once. At the end and in one go: a fact may be told a hundred thousand times.
void drop_repeated(std::vector<Evidence>& all) {
  std::set<std::tuple<int, std::size_t, std::size_t>> seen;
  const auto is_known = [&seen](const Evidence& one) { return !seen.emplace(one.page, one.start, one.end).second; };
  all.erase(std::remove_if(all.begin(), all.end(), is_known), all.end());
}

InferredField inferred_field(const Inference& inference, const EvidenceFinder& finder) {
  InferredField field{inference.field, inference.value, 1, 0, 0};
  const auto from = finder.at(inference.from);
  if (from.empty()) return field;
  field.page = from.front().page;
  field.start = from.front().start;
  field.end = from.front().end;
  return field;
}

// What is counted or given without a time or a place: of 32 on the fitted half of the corpus (inferred_fields.cpp) the
// document tells it of 15, though the figure itself is right.
constexpr double kSureWithoutField = 0.9;

template <typename Measure>
double sure_of_measure(const Measure& measure) {
  double sure = 1;
  if (measure.period.empty()) sure *= kSureWithoutField;
  if (measure.place.empty() && measure.scope.empty()) sure *= kSureWithoutField;
  return sure;
}

double sure_of_what_is_open(const Fact& fact) {
  if (const auto* count = std::get_if<CountFact>(&fact)) return sure_of_measure(*count);
  if (const auto* aid = std::get_if<AidValueFact>(&fact)) return sure_of_measure(*aid);
  return 1;
}

// Each field that had to be taken from elsewhere makes the record less sure; a day and its year, told in two places,
// are one field, as sure as the less sure of them.
double sure_of_fields(const Record& record) {
  const Evidence& statement = record.evidence.front();
  std::map<std::string_view, double> fields;
  for (const InferredField& each : record.inferred) {
    const Distance distance = distance_of({statement.page, statement.start}, {each.page, each.start});
    const double sure = sure_of_inferred(each.field, distance);
    const auto [known, is_new] = fields.emplace(each.field, sure);
    if (!is_new) known->second = std::min(known->second, sure);
  }
  double all = 1;
  for (const auto& [field, sure] : fields) all *= sure;
  return all;
}

std::optional<Record> record_of(const Candidate& candidate, const text::NormalizedText& text,
                                const EvidenceFinder& finder) {
  Record record;
  append(record.evidence, finder.at(candidate.span));
  if (record.evidence.empty()) return std::nullopt;
  // A statement that crosses a page has an entry a page, and no entry is the whole of what was mended.
  if (record.evidence.size() == 1) record.evidence.front().repaired = candidate.repaired;
  for (const Span& again : candidate.restated) append(record.evidence, finder.at(again));
  record.fact = candidate.fact;
  record.section = text::record_section(text.section_at(candidate.span.begin));
  for (const Inference& inference : candidate.inferred) record.inferred.push_back(inferred_field(inference, finder));
  const double words = candidate.confidence * finder.word_confidence(candidate.span);
  record.confidence = std::clamp(words * sure_of_fields(record) * sure_of_what_is_open(record.fact), 0.0, 1.0);
  record.rule = candidate.rule;
  record.dictionary_lines = candidate.lines;
  record.notes = candidate.notes;
  return record;
}

void add_positions(Fact& known, const Fact& more) {
  auto* official = std::get_if<OfficialFact>(&known);
  const auto* other = std::get_if<OfficialFact>(&more);
  if (official == nullptr || other == nullptr) return;
  for (const Position& position : other->positions) {
    const auto same = [&position](const Position& p) { return p.text == position.text; };
    if (std::none_of(official->positions.begin(), official->positions.end(), same)) {
      official->positions.push_back(position);
    }
  }
}

// The second statement of a fact: its proof is kept with the first.
void merge(Record& known, Record again) {
  append(known.evidence, std::move(again.evidence));
  known.confidence = std::max(known.confidence, again.confidence);
  add_positions(known.fact, again.fact);
}

// Statements that belong to another article are never proof for this one.
std::string identity_in_section(const Record& record) {
  return (record.section == "related" ? "related " : "own ") + fact_identity(record.fact);
}

std::optional<std::size_t> whole_of(const Fact& fact) {
  if (const auto* count = std::get_if<CountFact>(&fact)) return count->part_of;
  if (const auto* aid = std::get_if<AidValueFact>(&fact)) return aid->part_of;
  if (const auto* share = std::get_if<ShareFact>(&fact)) return share->of;
  return std::nullopt;
}

// Links are indices of candidates until here; a whole that became no record leaves no link.
void link(std::vector<Record>& records, const std::map<std::size_t, std::size_t>& record_of_candidate) {
  for (Record& record : records) {
    const auto whole = whole_of(record.fact);
    const auto found = whole ? record_of_candidate.find(*whole) : record_of_candidate.end();
    if (found == record_of_candidate.end() || &records[found->second] == &record) continue;
    const bool is_share = std::holds_alternative<ShareFact>(record.fact);
    (is_share ? record.share_of : record.part_of) = records[found->second].id;
  }
}

// The records, and for each candidate the id of the one it became (empty: none).
struct BuiltRecords {
  std::vector<Record> records;
  std::vector<std::string> ids;
};

BuiltRecords records_of(const std::vector<Candidate>& candidates, const text::NormalizedText& text,
                        const EvidenceFinder& finder, std::string_view document_id) {
  std::vector<Record> records;
  std::map<std::size_t, std::size_t> record_of_candidate;
  std::map<std::string, std::size_t> by_identity;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto record = record_of(candidates[i], text, finder);
    if (!record) continue;
    // Rows of a table and parts of a whole are told apart by resolve/merge.h; what it left equal stays apart.
    const bool row = candidates[i].rule == "count.table_cell" || candidates[i].rule == "table.sum";
    const bool part = !std::holds_alternative<ShareFact>(record->fact) && whole_of(record->fact).has_value();
    const std::string identity = identity_in_section(*record) + (row || part ? " " + std::to_string(i) : std::string{});
    const auto [known, is_new] = by_identity.emplace(identity, records.size());
    record_of_candidate[i] = known->second;
    if (is_new) {
      record->id = fact_id(document_id, record->fact, record->evidence.front());
      records.push_back(std::move(*record));
    } else {
      merge(records[known->second], std::move(*record));
    }
  }
  for (Record& record : records) drop_repeated(record.evidence);
  link(records, record_of_candidate);
  std::vector<std::string> ids(candidates.size());
  for (const auto& [candidate, record] : record_of_candidate) ids[candidate] = records[record].id;
  const auto position = [](const Record& r) {
    const Evidence& first = r.evidence.front();
    return std::make_tuple(first.page, first.start, first.end);
  };
  std::stable_sort(records.begin(), records.end(),
                   [&](const Record& a, const Record& b) { return position(a) < position(b); });
  return {std::move(records), std::move(ids)};
}

std::vector<NumberAccount> accounts_of(const std::vector<NumberLine>& lines, const std::vector<std::string>& ids,
                                       const EvidenceFinder& finder) {
  std::vector<NumberAccount> accounts;
  for (const NumberLine& line : lines) {
    auto number = finder.at(line.span);
    const auto around = finder.at(line.around);
    if (number.empty()) continue;
    const std::string record = line.candidate ? ids[*line.candidate] : std::string();
    // A number cut in two by a page's end has an entry on each.
    for (Evidence& part : number) {
      std::string words = around.empty() ? part.text : around.front().text;
      accounts.push_back({std::move(part), std::move(words), record, line.rule, line.reason});
    }
  }
  return accounts;
}

void copy_frame(DocumentRecords& out, const Extraction& extraction, const EvidenceFinder& finder) {
  const auto or_else = [](const std::string& first, const std::string& second) {
    return first.empty() ? second : first;
  };
  out.title = or_else(extraction.title, out.document.title);
  out.publisher = or_else(extraction.publisher, out.document.publisher);
  out.author = or_else(extraction.author, out.document.author);
  out.published = extraction.published;
  for (const DatedRole& date : extraction.dates) {
    out.dates.push_back({date.role, date.value, date.chosen, finder.at(date.span)});
  }
  if (extraction.header) {
    const HeaderFields& h = *extraction.header;
    out.header = AdministrativeHeader{h.agency,  h.superior, h.number,   h.place,      h.date, h.kind,
                                      h.subject, h.signer,   h.capacity, h.recipients, {}};
    for (const HeaderProof& proof : h.proofs) append(out.header->evidence[proof.field], finder.at_raw(proof.in_raw));
  }
  out.meeting = extraction.meeting;
}

}  // namespace

DocumentRecords build_records(Document document, const text::NormalizedText& text, const Extraction& extraction) {
  DocumentRecords out;
  out.source = document.source;
  out.document = std::move(document);
  const EvidenceFinder finder(out.document, text);
  copy_frame(out, extraction, finder);
  BuiltRecords built = records_of(extraction.candidates, text, finder, out.document.id);
  out.numbers = accounts_of(extraction.numbers, built.ids, finder);
  out.records = std::move(built.records);
  for (const Rejection& rejection : extraction.rejections) {
    auto evidence = finder.at(rejection.span);
    if (!evidence.empty()) out.rejected.push_back({std::move(evidence.front()), rejection.rule, rejection.reason});
  }
  return out;
}

}  // namespace trichluc
