#include "pipeline/query/observation.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "pipeline/query/archive_order.h"
#include "pipeline/query/effective_facts.h"

namespace trichluc {
namespace {

constexpr char kSeparator = '\x1f';

// Three things of a fact stand in its JSON alone; SQLite looks into the JSON of those facts only that have them. The
// plus keeps it from the index of types: most facts are wanted, and from end to end the table is read twice as fast.
constexpr const char* kSql =
    "SELECT f.fact, f.id, f.document, f.type, f.counted, f.value, f.low, f.high, f.qualifier, f.currency, f.status, "
    "f.stage, f.sector, f.donor, f.recipient, f.kind, f.certainty, f.place, f.scope, f.period, f.per, f.part_of, "
    "f.label, f.confidence, f.section, e.page, e.\"start\", e.\"end\", e.quote, "
    "CASE WHEN instr(f.json, '\"change\":{') THEN json_extract(f.json, '$.change.direction') || char(31) || "
    "json_extract(f.json, '$.change.percent') || char(31) || coalesce(json_extract(f.json, '$.change.relative_to'), "
    "'') "
    "END, "
    "CASE WHEN instr(f.json, '\"equivalent\":[{') THEN (SELECT group_concat(json_extract(value, '$.amount') || "
    "char(31) "
    "|| json_extract(value, '$.currency'), char(31)) FROM json_each(f.json, '$.equivalent')) END, "
    "CASE WHEN instr(f.json, '\"places\":[\"') THEN (SELECT group_concat(value, char(31)) FROM json_each(f.json, "
    "'$.places')) END, f.ordinal "
    "FROM effective_facts f LEFT JOIN evidence e ON e.fact = f.fact AND e.ordinal = 0 "
    "WHERE f.section <> 'related' AND +f.type IN ('count', 'aid_value', 'share') ";

constexpr int kOrdinalColumn = 32;  // of kSql

// A fact with its place in the archive.
struct Placed {
  std::int64_t document = 0, ordinal = 0;
  std::shared_ptr<Observation> observation;
};

std::vector<std::shared_ptr<Observation>> in_order(std::vector<Placed> placed) {
  sort_as_in_archive(placed);
  std::vector<std::shared_ptr<Observation>> ordered;
  ordered.reserve(placed.size());
  for (Placed& one : placed) ordered.push_back(std::move(one.observation));
  return ordered;
}

std::string measure_of(const std::string& type, std::string counted) {
  if (type == "count") return counted;
  return type == "share" ? "share" : "aid";
}

// Reads the columns of a row from the left.
class Columns {
 public:
  explicit Columns(const store::Statement& row) : row_(row) {}
  std::string text() { return row_.text(next_++); }
  std::optional<Decimal> decimal() { return parse_plain_decimal(row_.text(next_++)); }
  std::int64_t integer() { return row_.integer(next_++); }
  double real() { return row_.real(next_++); }

 private:
  const store::Statement& row_;
  int next_ = 0;
};

// What kSql joined with unit separators.
std::vector<std::string> parts_of(const std::string& joined) {
  std::vector<std::string> parts;
  if (joined.empty()) return parts;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = joined.find(kSeparator, from)) != std::string::npos; from = at + 1) {
    parts.push_back(joined.substr(from, at - from));
  }
  parts.push_back(joined.substr(from));
  return parts;
}

std::optional<Change> change_in(const std::string& joined) {
  const auto parts = parts_of(joined);
  const auto percent = parts.size() == 3 ? parse_plain_decimal(parts[1]) : std::nullopt;
  if (!percent) return std::nullopt;
  return Change{parts[0] == "increase", *percent, parts[2]};
}

std::vector<Money> equivalents_in(const std::string& joined) {
  const auto parts = parts_of(joined);
  std::vector<Money> sums;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    if (const auto amount = parse_plain_decimal(parts[i])) sums.push_back({*amount, parts[i + 1]});
  }
  return sums;
}

Observation observation_in(const store::Statement& row, const ObservedDocuments& documents) {
  Columns next(row);
  Observation o;
  o.fact = next.integer();
  o.id = next.text();
  if (const auto document = documents.find(next.integer()); document != documents.end()) o.document = document->second;
  o.type = next.text();
  o.measure = measure_of(o.type, next.text());
  o.value = next.decimal();
  o.low = next.decimal();
  o.high = next.decimal();
  for (std::string* field : {&o.qualifier, &o.currency, &o.status, &o.stage, &o.sector, &o.donor, &o.recipient, &o.kind,
                             &o.certainty, &o.place, &o.scope, &o.period, &o.per, &o.part_of, &o.label}) {
    *field = next.text();
  }
  o.when = covered_time(o.period);
  o.confidence = next.real();
  o.section = next.text();
  o.page = static_cast<int>(next.integer());
  o.start = static_cast<std::size_t>(next.integer());
  o.end = static_cast<std::size_t>(next.integer());
  o.quote = next.text();
  o.change = change_in(next.text());
  o.equivalent = equivalents_in(next.text());
  o.places = parts_of(next.text());
  return o;
}

bool is_wanted(const Observation& o, const ObservationChoice& choice) {
  return choice.measures.empty() ||
         std::find(choice.measures.begin(), choice.measures.end(), o.measure) != choice.measures.end();
}

// As is_wanted() says of the stored fact, so that what nobody asked for is not read.
std::string wanted_sql(const ObservationChoice& choice) {
  if (choice.measures.empty()) return "";
  std::string marks;
  for (std::size_t i = 0; i < choice.measures.size(); ++i) marks += i > 0 ? ", ?" : "?";
  return "AND (CASE f.type WHEN 'count' THEN f.counted WHEN 'share' THEN 'share' ELSE 'aid' END IN (" + marks + ")) ";
}

}  // namespace

ObservedDocuments load_observed_documents(store::Database& database) {
  ObservedDocuments documents;
  const DocumentPlaces places = load_document_places(database);
  auto row = database.prepare(
      "SELECT d.document, d.id, d.source, d.title, d.publisher, d.published, coalesce(g.leader, d.id) "
      "FROM effective_documents d LEFT JOIN groups g USING (document) WHERE d.state = 'done'");
  while (row.step()) {
    ObservedDocument document{row.integer(0), row.text(1), row.text(2), row.text(3),
                              row.text(4),    row.text(5), row.text(6), places.at(row.integer(0))};
    const std::int64_t key = document.row;
    documents.emplace(key, std::make_shared<const ObservedDocument>(std::move(document)));
  }
  return documents;
}

Observations load_observations(store::Database& database, const ObservationChoice& choice) {
  database.execute("PRAGMA cache_size = -32768");  // KB: the tables are read from end to end
  const ObservedDocuments documents = load_observed_documents(database);
  std::vector<Placed> placed;
  auto row = database.prepare(std::string(kSql) + wanted_sql(choice));
  for (const std::string& measure : choice.measures) row.bind(measure);
  while (row.step()) {
    auto one = std::make_shared<Observation>(observation_in(row, documents));
    if (!one->document) continue;
    const std::int64_t document = one->document->place;
    placed.push_back({document, row.integer(kOrdinalColumn), std::move(one)});
  }
  std::vector<std::shared_ptr<Observation>> stored = in_order(std::move(placed));
  // Chosen only now: a correction may say that something else was counted.
  apply_corrections(database, stored);
  Observations wanted;
  for (auto& one : stored) {
    if (is_wanted(*one, choice)) wanted.push_back(std::move(one));
  }
  return wanted;
}

Result<Observations> load_observations(store::Archive& archive, const ObservationChoice& choice) {
  Observations observations;
  const auto done =
      archive.read([&](store::Database& database) { observations = load_observations(database, choice); });
  if (!done) return tl::unexpected<Error>(done.error());
  return observations;
}

std::size_t independent_sources(const std::vector<const Observation*>& observations) {
  std::set<std::string_view> groups;
  for (const Observation* o : observations) groups.insert(o->document->group);
  return groups.size();
}

}  // namespace trichluc
