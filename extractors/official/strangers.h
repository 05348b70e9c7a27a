// Persons whose names no table knows, told by what stands around them.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/official/name.h"
#include "extractors/reading.h"

namespace trichluc {

class Strangers {
 public:
  // The reading must outlive it.
  explicit Strangers(const Reading& reading) : reading_(reading), tokens_(reading.tokens()) {}

  // Does a name begin at this token, by the list it stands in or by the office behind it?
  bool begins(std::size_t t) const { return is_listed(t) || is_described(t); }
  // Three or four words of Vietnamese, though no table knows the first for a family name.
  std::optional<PersonName> in_list(std::size_t at) const;

 private:
  bool in_addressed_list(std::size_t t) const;
  bool is_listed(std::size_t t) const;
  bool is_described(std::size_t t) const;
  bool opens_clause(std::size_t t) const;

  const Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace trichluc
