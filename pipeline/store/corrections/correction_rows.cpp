#include "pipeline/store/corrections/correction_rows.h"

#include "pipeline/store/corrections/fact_anchor.h"

namespace trichluc::store {

std::int64_t put_correction(Database& database, const std::string& action, const std::string& document,
                            const Author& author, std::int64_t undoes) {
  Statement row = database.prepare(
      "INSERT INTO corrections (action, document, \"by\", why, \"at\", undoes) VALUES (?, ?, ?, ?, "
      "strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)");
  row.bind(action).bind(document).bind(author.by).bind(author.why);
  if (undoes == 0) {
    row.bind_null();
  } else {
    row.bind(undoes);
  }
  row.run();
  return database.last_row();
}

void put_field(Database& database, std::int64_t correction, const FieldValue& field, const std::string& stored) {
  database.prepare("INSERT INTO correction_fields VALUES (?, ?, ?, ?)")
      .bind(correction)
      .bind(field.field)
      .bind(field.value)
      .bind(stored)
      .run();
}

void put_anchor(Database& database, std::int64_t correction, int ordinal, const NewAnchor& anchor) {
  database.prepare("INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(correction)
      .bind(ordinal)
      .bind(anchor.document)
      .bind(anchor.type)
      .bind(anchor.root)
      .bind(anchor.page)
      .bind(static_cast<std::int64_t>(anchor.words.start))
      .bind(static_cast<std::int64_t>(anchor.words.end))
      .bind(anchor.words.quote)
      .bind(anchor.words.prefix)
      .bind(anchor.words.suffix)
      .bind(anchor.said)
      .bind(anchor.alone ? 1 : 0)
      .run();
}

NewAnchor anchor_of(Database& database, const TargetFact& target) {
  const PageTexts pages = page_texts(database, target.document);
  const auto facts = facts_of(database, target.document);
  NewAnchor anchor{target.document_id, target.type, target.root, 0, {}, "", true};
  for (const CandidateFact& fact : facts) {
    if (fact.fact != target.row || fact.proofs.empty()) continue;
    const CandidateFact::Proof& best = fact.proofs.front();
    const auto page = pages.find(best.page);
    anchor.page = best.page;
    anchor.said = fact.said;
    anchor.alone = stands_alone(fact, facts);
    if (page != pages.end()) anchor.words = anchor_at(page->second, best.start, best.end);
  }
  return anchor;
}

}  // namespace trichluc::store
