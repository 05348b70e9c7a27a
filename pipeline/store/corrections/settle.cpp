#include "pipeline/store/corrections/settle.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "pipeline/store/corrections/effective_rows.h"
#include "pipeline/store/corrections/fact_anchor.h"
#include "pipeline/store/facts.h"

namespace trichluc::store {
namespace {

constexpr const char* kAdded = "added";

std::vector<FieldValue> fields_of(Database& database, std::int64_t correction) {
  std::vector<FieldValue> values;
  Statement row = database.prepare("SELECT field, value FROM correction_fields WHERE correction = ? ORDER BY field");
  row.bind(correction);
  while (row.step()) values.push_back({row.text(0), row.text(1)});
  return values;
}

Fact empty_fact(const std::string& type) {
  if (type == "count") return CountFact{};
  if (type == "aid_value") return AidValueFact{};
  if (type == "share") return ShareFact{};
  if (type == "date") return DateFact{};
  if (type == "official") return OfficialFact{};
  return LegalDocumentFact{};
}

class Settler {
 public:
  Settler(Database& database, std::int64_t document)
      : database_(database), document_(document), anchors_(anchors_of(database, document)) {}

  void run() {
    settle_metadata();
    if (anchors_.empty()) return;
    pages_ = page_texts(database_, document_);
    facts_ = facts_of(database_, document_);
    assign();
    for (const StoredAnchor& anchor : anchors_) {
      if (anchor.type == "name") continue;
      if (anchor.type == "text") {
        place_text(anchor);
      } else if (const auto found = by_root_.find(anchor.root); found != by_root_.end()) {
        place_fact(anchor, found->second);
        apply(anchor, found->second);
      }
    }
  }

 private:
  // Corrections of a fact that a person has added follow the addition.
  void assign() {
    std::vector<StoredAnchor> leading;
    for (const StoredAnchor& anchor : anchors_) {
      if (anchor.type == "name" || anchor.type == "text") continue;
      const bool follows =
          anchor.action != "add" && std::any_of(anchors_.begin(), anchors_.end(), [&](const auto& other) {
            return other.action == "add" && other.root == anchor.root;
          });
      if (!follows) leading.push_back(anchor);
    }
    for (const auto& [root, index] : assign_anchors(leading, facts_, pages_)) by_root_[root] = facts_[index].fact;
    for (const StoredAnchor& anchor : leading) {
      if (anchor.action == "add" && !by_root_.contains(anchor.root)) add(anchor);
    }
  }

  void add(const StoredAnchor& anchor) {
    const auto page = pages_.find(anchor.page);
    const auto found = page == pages_.end() ? std::nullopt : find_anchor(page->second, anchor.words);
    if (!found) return;
    Record record;
    record.id = anchor.root;
    record.fact = empty_fact(anchor.type);
    record.confidence = 1;
    record.section = "body";
    record.rule = kAdded;
    record.evidence.push_back(
        {anchor.page, found->start, found->end, slice_of_code_points(page->second, found->start, found->end), "", {}});
    const std::int64_t fact = insert_record(database_, document_, static_cast<int>(facts_.size()) + added_++, record);
    set_fields(database_, "facts", fact, fields_of(database_, anchor.correction));
    by_root_[anchor.root] = fact;
  }

  void keep_place(const StoredAnchor& anchor, std::optional<std::int64_t> fact, const CandidateFact::Proof& place) {
    database_.prepare("INSERT OR REPLACE INTO anchored VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(anchor.correction)
        .bind(anchor.ordinal)
        .bind(document_)
        .bind(fact)
        .bind(place.page)
        .bind(static_cast<std::int64_t>(place.start))
        .bind(static_cast<std::int64_t>(place.end))
        .run();
  }

  void place_text(const StoredAnchor& anchor) {
    const auto page = pages_.find(anchor.page);
    if (page == pages_.end()) return;
    const auto found = find_anchor(page->second, anchor.words);
    if (found) keep_place(anchor, std::nullopt, {anchor.page, found->start, found->end});
  }

  void place_fact(const StoredAnchor& anchor, std::int64_t fact) {
    Statement row =
        database_.prepare("SELECT page, \"start\", \"end\" FROM evidence WHERE fact = ? ORDER BY ordinal LIMIT 1");
    if (!row.bind(fact).step()) return;
    keep_place(anchor, fact,
               {static_cast<int>(row.integer(0)), static_cast<std::size_t>(row.integer(1)),
                static_cast<std::size_t>(row.integer(2))});
  }

  void apply(const StoredAnchor& anchor, std::int64_t fact) {
    if (anchor.action == "reject") {
      database_.prepare("INSERT OR REPLACE INTO rejected_facts VALUES (?, ?)").bind(fact).bind(anchor.correction).run();
    }
    const bool sets = anchor.action == "correct" || anchor.action == "confirm" || anchor.action == "add";
    if (sets) set(anchor, fact);
  }

  // What is as it is wanted stays as it was read.
  void set(const StoredAnchor& anchor, std::int64_t fact) {
    std::vector<FieldValue> changed;
    for (const FieldValue& one : fields_of(database_, anchor.correction)) {
      const CorrectableField* field = correctable_field(anchor.type, one.field);
      if (field == nullptr || field_of(database_, now_of(fact), fact, *field) == one.value) continue;
      changed.push_back(one);
      note(anchor.correction, fact, *field, one.value);
    }
    if (changed.empty()) return;
    make_corrected_row(database_, fact);
    set_fields(database_, "corrected_facts", fact, changed);
  }

  std::string now_of(std::int64_t fact) {
    Statement row = database_.prepare("SELECT 1 FROM corrected_facts WHERE fact = ?");
    return row.bind(fact).step() ? "corrected_facts" : "facts";
  }

  void note(std::int64_t correction, std::int64_t fact, const CorrectableField& field, const std::string& value) {
    const std::string stored = field.form == ValueForm::kPositions ? positions_of(database_, "positions", fact)
                                                                   : field_of(database_, "facts", fact, field);
    database_.prepare("INSERT OR REPLACE INTO corrected_fields VALUES (?, ?, ?, ?, ?)")
        .bind(fact)
        .bind(field.name)
        .bind(stored)
        .bind(value)
        .bind(correction)
        .run();
  }

  void settle_metadata() {
    Statement row = database_.prepare(
        "SELECT f.field, f.value, c.correction FROM corrections_in_force AS c JOIN correction_fields AS f USING "
        "(correction) WHERE c.action = 'metadata' AND c.document = (SELECT id FROM documents WHERE document = ?) "
        "ORDER BY c.correction");
    row.bind(document_);
    while (row.step()) {
      const std::string field = row.text(0);  // one of four names: checked when it was given
      database_
          .prepare("INSERT OR REPLACE INTO corrected_documents SELECT document, ?, " + field +
                   ", ?, ? FROM documents WHERE document = ?")
          .bind(field)
          .bind(row.text(1))
          .bind(row.integer(2))
          .bind(document_)
          .run();
    }
  }

  Database& database_;
  std::int64_t document_;
  std::vector<StoredAnchor> anchors_;
  PageTexts pages_;
  std::vector<CandidateFact> facts_;
  std::map<std::string, std::int64_t> by_root_;
  int added_ = 0;
};

}  // namespace

void settle_corrections(Database& database, std::int64_t document) {
  Settler(database, document).run();
}

void unsettle_corrections(Database& database, std::int64_t document) {
  for (const char* table : {"anchored", "corrected_facts", "corrected_documents"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?").bind(document).run();
  }
  for (const char* table : {"corrected_fields", "corrected_positions", "rejected_facts"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE fact IN (SELECT fact FROM facts WHERE document = ?)")
        .bind(document)
        .run();
  }
  for (const char* table : {"evidence", "positions", "inferred"}) {
    database
        .prepare("DELETE FROM " + std::string(table) +
                 " WHERE fact IN (SELECT fact FROM facts WHERE document = ? AND rule = 'added')")
        .bind(document)
        .run();
  }
  database.prepare("DELETE FROM facts WHERE document = ? AND rule = 'added'").bind(document).run();
}

std::set<std::int64_t> lost_corrections(Database& database) {
  std::set<std::int64_t> lost;
  Statement row = database.prepare(
      "SELECT correction FROM lost_anchors UNION SELECT c.correction FROM corrections_in_force AS c WHERE c.action = "
      "'metadata' AND NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.id = c.document AND d.state <> 'withdrawn')");
  while (row.step()) lost.insert(row.integer(0));
  return lost;
}

}  // namespace trichluc::store
