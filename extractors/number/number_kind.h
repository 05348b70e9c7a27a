// What a number is that no extractor reads or refuses, by what stands beside it: a time of day, part of a law, a
// telephone number, a number in a name, a measure. Words come from number_neighbours.tsv and measure_units.tsv.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extractors/reading.h"

namespace trichluc {

struct NumberKind {
  std::string rule;      // "number.page"
  std::string reason;    // "a page number"
  std::size_t last = 0;  // one past the last token that this holds for
};

class NumberKinds {
 public:
  explicit NumberKinds(const Reading& reading) : reading_(reading) {}

  // The number at tokens [first, last); never empty-handed.
  NumberKind at(std::size_t first, std::size_t last) const;

 private:
  using Found = std::optional<NumberKind>;

  bool beside(std::size_t token, std::size_t of) const;  // there, in the same paragraph
  bool is_number(std::size_t token) const;
  bool tied(std::size_t left) const;  // no blank between this token and the next
  std::size_t sentence_first(std::size_t token) const;

  Found time_of_day(std::size_t first, std::size_t last) const;
  Found document_number(std::size_t first, std::size_t last) const;
  Found word_before(std::size_t first, std::size_t last) const;
  Found word_after(std::size_t first, std::size_t last) const;
  Found percentage(std::size_t first, std::size_t last) const;
  Found sum(std::size_t first, std::size_t last) const;
  Found fraction(std::size_t first, std::size_t last) const;
  Found telephone(std::size_t first, std::size_t last) const;
  Found code(std::size_t first, std::size_t last) const;
  Found list_item(std::size_t first, std::size_t last) const;
  Found measure(std::size_t first, std::size_t last) const;
  Found alone(std::size_t first, std::size_t last) const;
  Found unreadable(std::size_t first, std::size_t last) const;
  NumberKind other(std::size_t last) const;

  const Reading& reading_;
};

}  // namespace trichluc
