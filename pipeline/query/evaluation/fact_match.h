// When does a reported fact match one of the gold? Facts are JSON objects of the record contract, as given out and as
// gold has them. Included only by the .cpp files of this folder.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace trichluc::query {

using Json = nlohmann::ordered_json;

extern const std::vector<std::string> kFactTypes;
// Fields compared where the gold states them.
extern const std::vector<std::string> kStatedFields;

// The member of that name, null where there is none.
const Json& member(const Json& object, const std::string& name);
// null, false, 0, "", [] and {} hold nothing.
bool holds_something(const Json& value);
std::string as_text(const Json& value);

// Type and key values in one string: equal strings match at the value level.
std::string match_key(const Json& fact);
// The gold fact is neither asked for nor counted as invented.
bool is_optional(const Json& gold);
// The gold is sure of this field.
bool is_sure_of(const Json& gold, const std::string& field);
bool same_value(const Json& gold, const Json& predicted);
// One field of two facts that are equal at the value level; true where the gold is not sure of it or does not state it.
bool matches_in_field(const Json& gold, const Json& predicted, const std::string& field);
bool matches_in_full(const Json& gold, const Json& predicted);

struct Match {
  std::size_t gold = 0;
  std::size_t predicted = 0;
  bool in_full = false;
};
// One to one: equal at the value level, those equal in full first.
std::vector<Match> pair_facts(const std::vector<Json>& gold, const std::vector<Json>& predicted);

}  // namespace trichluc::query
