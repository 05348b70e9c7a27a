// The people whom a text has named so far, by the last word of their name: a text with many of them is not gone through
// for every office.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/official/name.h"
#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

class NamesBefore {
 public:
  // The reading must outlive this.
  explicit NamesBefore(const Reading& reading) : reading_(reading) {}

  void add(const PersonName& name);
  // "Bí thư Thành ủy Viêng Chăn Anouphap T.": the capitals at the end of the office's body are one who was named
  // before.
  std::optional<PersonName> at_end_of(const ReadPosition& office) const;

 private:
  bool is_said_again(const PersonName& name, std::size_t first) const;

  const Reading& reading_;
  std::unordered_map<std::string_view, std::vector<PersonName>> by_last_word_;  // folded
};

}  // namespace trichluc
