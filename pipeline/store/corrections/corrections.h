// The history of corrections: what people said of facts, pages and documents, by whom, when and why. Nothing is ever
// changed or taken away; what no longer holds is undone by a row of its own.
//
// A correction is kept with its anchors (schema.sql) and put in force by settle_corrections(), at once and whenever the
// facts of its document are made anew.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/archive.h"
#include "pipeline/store/corrections/correction_fields.h"

namespace trichluc::store {

struct Author {
  std::string by, why;
};

// Each gives the number of the correction. `fact` is the beginning of facts.id, `document` an id, the beginning of one
// or a path. Errors are kBadArguments: nothing has this id or several do, a field that the type has not, a value that
// does not fit; the archive is as it was then.
Result<std::int64_t> correct_fact(Archive& archive, const std::string& fact, const std::vector<FieldValue>& values,
                                  const KnownNames& known, const Author& author);
Result<std::int64_t> reject_fact(Archive& archive, const std::string& fact, const Author& author);
// What it says now stays in force, whatever a later reading makes of it.
Result<std::int64_t> confirm_fact(Archive& archive, const std::string& fact, const Author& author);
Result<std::int64_t> correct_metadata(Archive& archive, const std::string& document,
                                      const std::vector<FieldValue>& values, const Author& author);

struct NewFact {
  std::string document;
  int page = 1;
  std::string quote;               // stands on the page
  std::vector<FieldValue> values;  // "type" among them
};
Result<std::int64_t> add_fact(Archive& archive, const NewFact& fact, const KnownNames& known, const Author& author);

struct NewText {
  std::string document;
  int page = 1;
  std::string text;  // that stands on the page, once
  std::string with;
};
// In force when the facts are made anew; the document is stale from now on.
Result<std::int64_t> correct_text(Archive& archive, const NewText& text, const Author& author);

// Sides are facts of officials, by the beginning of an id of 8 digits or more, or names.
Result<std::int64_t> merge_people(Archive& archive, const std::string& one, const std::string& other,
                                  const Author& author);
Result<std::int64_t> split_person(Archive& archive, const std::string& fact, const Author& author);

// Does the beginning of a fact's id look so? Else it may be a document.
Result<bool> names_fact(Archive& archive, const std::string& named);

Result<std::int64_t> undo_correction(Archive& archive, std::int64_t correction, const Author& author);

// A correction as the history shows it.
struct HistoryLine {
  std::int64_t correction = 0;
  std::string action;
  std::string document, source;  // empty: of no document
  std::string by, why, at;
  struct Field {
    std::string field, stored, value;
  };
  std::vector<Field> fields;
  struct Anchor {
    std::string type, quote;
    int page = 0;
    std::string fact;   // facts.id now; empty: lost, or no fact
    bool lost = false;  // never of a correction that was undone
  };
  std::vector<Anchor> anchors;
  std::int64_t undoes = 0;     // of an undo
  std::int64_t undone_by = 0;  // 0: nothing has undone it

  bool lost() const;
  // "undo", "undone", "lost", "in force"
  std::string state() const;
};
// In the order in which they were made; with `lost_only` those whose anchor is gone.
Result<std::vector<HistoryLine>> correction_history(Archive& archive, bool lost_only);

}  // namespace trichluc::store
