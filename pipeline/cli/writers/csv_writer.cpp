#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "pipeline/cli/writers/csv_cell.h"
#include "pipeline/cli/writers/record_writer.h"
#include "pipeline/record/record_json.h"

namespace trichluc::cli {
namespace {

// pipeline/README.md says what each holds.
constexpr std::array<std::string_view, 39> kColumns{
    "source",  "document",   "title",     "published", "type",   "id",         "value",  "low",
    "high",    "unit",       "qualifier", "of",        "status", "stage",      "kind",   "certainty",
    "sector",  "donor",      "recipient", "place",     "scope",  "period",     "per",    "change_percent",
    "part_of", "name",       "positions", "role",      "label",  "legal_kind", "number", "issuer",
    "section", "confidence", "page",      "start",     "end",    "quote",      "rule"};

using Row = std::map<std::string_view, std::string>;

std::string digits(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "";
}

struct Cells {
  Row& row;
  const Record& record;

  template <class F>
  void shared(const F& f) const {
    row["low"] = digits(f.low);
    row["high"] = digits(f.high);
    row["qualifier"] = name_of(f.qualifier);
    row["kind"] = f.kind ? name_of(*f.kind) : "";
    row["certainty"] = name_of(f.certainty);
    row["place"] = f.place;
    row["scope"] = f.scope;
    row["period"] = f.period;
    row["per"] = f.per;
    if (f.change) row["change_percent"] = (f.change->increase ? "" : "-") + f.change->percent.to_string();
    row["part_of"] = record.part_of;
  }
  void operator()(const CountFact& f) const {
    shared(f);
    row["value"] = digits(f.value);
    row["of"] = f.of;
    row["status"] = f.status;
  }
  void operator()(const AidValueFact& f) const {
    shared(f);
    row["value"] = digits(f.amount);
    row["unit"] = f.currency;
    row["stage"] = f.stage;
    row["sector"] = f.sector;
    row["donor"] = f.donor;
    row["recipient"] = f.recipient;
  }
  void operator()(const ShareFact& f) const {
    row["value"] = f.percent.to_string();
    row["unit"] = "%";
    row["label"] = f.label;
    row["part_of"] = record.share_of;
  }
  void operator()(const DateFact& f) const { row["period"] = f.value; }
  void operator()(const OfficialFact& f) const {
    row["name"] = f.name;
    row["role"] = f.meeting_role;
    std::string& positions = row["positions"];
    for (const Position& p : f.positions) positions += (positions.empty() ? "" : "; ") + p.text;
  }
  void operator()(const LegalDocumentFact& f) const {
    row["legal_kind"] = f.kind;
    row["number"] = f.number;
    row["period"] = f.date;
    row["issuer"] = f.issuer;
  }
};

Row row_of(const DocumentRecords& document, const Record& record) {
  const Evidence& proof = record.evidence.front();
  Row row{{"source", document.source},
          {"document", document.document.id},
          {"title", document.title},
          {"published", document.published},
          {"type", std::string(type_name(record.fact))},
          {"id", record.id},
          {"section", record.section},
          {"confidence", rounded(record.confidence, 3)},
          {"page", std::to_string(proof.page)},
          {"start", std::to_string(proof.start)},
          {"end", std::to_string(proof.end)},
          {"quote", proof.text},
          {"rule", record.rule}};
  std::visit(Cells{row, record}, record.fact);
  return row;
}

class CsvWriter : public RecordWriter {
 public:
  std::string begin() override {
    std::string line;
    for (const std::string_view column : kColumns) line += (line.empty() ? "" : ",") + std::string(column);
    return line + "\r\n";
  }
  std::string document(const DocumentRecords& document) override {
    std::string lines;
    for (const Record& record : document.records) {
      Row row = row_of(document, record);
      for (std::size_t i = 0; i < kColumns.size(); ++i) lines += (i > 0 ? "," : "") + csv_cell(row[kColumns[i]]);
      lines += "\r\n";
    }
    return lines;
  }
};

}  // namespace

std::unique_ptr<RecordWriter> make_csv_writer() {
  return std::make_unique<CsvWriter>();
}

}  // namespace trichluc::cli
