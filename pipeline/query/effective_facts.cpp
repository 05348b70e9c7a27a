#include "pipeline/query/effective_facts.h"

#include <map>
#include <string>

namespace trichluc {
namespace {

// A field that is as it was read again is no longer corrected.
constexpr const char* kSql =
    "SELECT n.fact, n.field, n.stored, n.value, c.\"by\", c.why, c.\"at\", c.correction FROM corrected_fields AS n "
    "JOIN corrections AS c USING (correction) WHERE n.stored <> n.value AND c.action <> 'add' "
    "UNION ALL SELECT a.fact, 'added', '', '', c.\"by\", c.why, c.\"at\", c.correction FROM anchored AS a JOIN "
    "corrections AS c USING (correction) JOIN facts AS f USING (fact) WHERE c.action = 'add' AND f.rule = 'added'";

// What is said of a fact as a whole.
constexpr const char* kJudged =
    " UNION ALL SELECT a.fact, CASE c.action WHEN 'reject' THEN 'rejected' ELSE 'confirmed' END, '', '', c.\"by\", "
    "c.why, c.\"at\", c.correction FROM anchored AS a JOIN corrections AS c USING (correction) WHERE c.action IN "
    "('reject', "
    "'confirm')";

AppliedCorrection correction_in(const store::Statement& row) {
  return {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.integer(7)};
}

}  // namespace

std::vector<AppliedCorrection> corrections_of(store::Database& database, std::int64_t fact) {
  std::vector<AppliedCorrection> corrections;
  auto row = database.prepare("SELECT * FROM (" + std::string(kSql) + kJudged + ") WHERE fact = ?1 ORDER BY 8, 2");
  row.bind(fact);
  while (row.step()) corrections.push_back(correction_in(row));
  return corrections;
}

std::vector<AppliedCorrection> corrections_of_document(store::Database& database, std::int64_t document) {
  std::vector<AppliedCorrection> corrections;
  auto row = database.prepare(
      "SELECT 0, n.field, n.stored, n.value, c.\"by\", c.why, c.\"at\", c.correction FROM corrected_documents AS n "
      "JOIN corrections AS c USING (correction) WHERE n.document = ? ORDER BY n.field");
  row.bind(document);
  while (row.step()) corrections.push_back(correction_in(row));
  return corrections;
}

std::vector<AppliedCorrection> corrections_of_page(store::Database& database, std::int64_t document, int page) {
  std::vector<AppliedCorrection> corrections;
  auto row = database.prepare(
      "SELECT 0, f.field, f.stored, f.value, c.\"by\", c.why, c.\"at\", c.correction FROM anchored AS n JOIN "
      "corrections AS c USING (correction) JOIN correction_fields AS f USING (correction) WHERE c.action = 'text' "
      "AND n.document = ? AND n.page = ? ORDER BY n.\"start\"");
  row.bind(document).bind(page);
  while (row.step()) corrections.push_back(correction_in(row));
  return corrections;
}

CorrectionsByFact corrections_by_fact(store::Database& database) {
  CorrectionsByFact by_fact;
  auto row = database.prepare(std::string(kSql) + " ORDER BY 8, 2");
  while (row.step()) by_fact[row.integer(0)].push_back(correction_in(row));
  return by_fact;
}

void apply_corrections(store::Database& database, std::vector<std::shared_ptr<Observation>>& observations) {
  const CorrectionsByFact by_fact = corrections_by_fact(database);
  if (by_fact.empty()) return;
  for (const auto& one : observations) {
    if (const auto found = by_fact.find(one->fact); found != by_fact.end()) one->corrections = found->second;
  }
}

}  // namespace trichluc
