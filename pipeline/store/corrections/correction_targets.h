// What a correction is said of: a fact, a document, a page, the words on it, as the person names it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/store/corrections/anchor.h"
#include "pipeline/store/corrections/correction_fields.h"
#include "pipeline/store/database.h"
#include "pipeline/store/documents.h"

namespace trichluc::store {

// kBadArguments, with what was named.
tl::unexpected<Error> wrong(Message what, const std::string& where);

struct TargetFact {
  std::int64_t row = 0, document = 0;
  std::string id, type, document_id, root;
};

// By the beginning of facts.id.
Result<TargetFact> find_fact(Database& database, const std::string& named);
// By the beginning of an id or by a path; not a withdrawn one.
Result<FoundDocument> find_document(Database& database, const std::string& named);
// The text of the page as it was read.
Result<std::string> find_page(Database& database, const FoundDocument& document, int page);
// The words on the page: exactly, else as like as a slip or a line end leaves them.
Result<TextAnchor> find_words(const std::string& text, const std::string& quote, int page);

// What a fact says now, field by field; links to other facts do not count.
std::vector<FieldValue> says_now(Database& database, const TargetFact& target);
// Whoever put a rejected fact right, or confirmed it, would change nothing.
std::optional<Error> rejected_before(Database& database, const TargetFact& target);

}  // namespace trichluc::store
