// Names that a reader of bodies took for the end of a body.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/official/name.h"
#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

// "Bộ trưởng Tài chính Phoukham Keovilay", "Trưởng ban Tổ chức Trung ương Somphet L.", "Cố vấn an ninh quốc gia Takeshi
// M.": a ministry, a board of a party's centre and the nation's security bear no foreign name; the words of another
// language at the end of it are the one who holds the office.
std::optional<PersonName> stranger_at_end_of(const Reading& reading, const ReadPosition& office);

// The people whom a text has named so far, by the last word of their name: a text with many of them is not gone through
// for every office.
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
