// Near duplicates: documents that are one report told more than once (text::is_same_report) make one group. What
// belongs together depends on the documents that are there, not on the order in which they came: pairs are compared
// once, and a group is what hangs together by such pairs. It is named by the least of its members' ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/archive.h"
#include "pipeline/text/likeness.h"

namespace trichluc::store {

// Both are parts of a transaction, and keep the groups right. A document without a sketch stands alone.
void put_sketch(Database& database, std::int64_t document, const std::optional<text::Sketch>& sketch);
void delete_sketch(Database& database, std::int64_t document);

struct GroupMember {
  std::string leader;  // documents.id by which the group is named
  std::string id;
  std::string source;
  double similarity = 0;  // share of common wording with its nearest member
};
// Groups in the order of their leaders, members in that of their sources.
Result<std::vector<GroupMember>> list_groups(Archive& archive);

}  // namespace trichluc::store
