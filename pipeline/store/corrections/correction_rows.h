// The rows that a correction is kept as: itself, the fields that it changes, the anchors that find its words again.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/store/corrections/anchor.h"
#include "pipeline/store/corrections/correction_fields.h"
#include "pipeline/store/corrections/correction_targets.h"
#include "pipeline/store/corrections/corrections.h"
#include "pipeline/store/database.h"

namespace trichluc::store {

struct NewAnchor {
  std::string document, type, root;
  int page = 0;
  TextAnchor words;
  std::string said;
  bool alone = true;
};

// The number of the correction. `undoes`: the one that it takes back, 0 for none.
std::int64_t put_correction(Database& database, const std::string& action, const std::string& document,
                            const Author& author, std::int64_t undoes = 0);
void put_field(Database& database, std::int64_t correction, const FieldValue& field, const std::string& stored);
void put_anchor(Database& database, std::int64_t correction, int ordinal, const NewAnchor& anchor);

// Where the fact stands, by its best proof.
NewAnchor anchor_of(Database& database, const TargetFact& target);

}  // namespace trichluc::store
