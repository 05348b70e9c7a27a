// A counted noun before its number: "số tổ chức PCPNN … là 496", "Số dự án: 45", "- Chương trình, dự án: trên 180;".
#pragma once

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

class CountLabels {
 public:
  // Both must outlive this.
  CountLabels(const Reading& reading, const Topic& topic) : reading_(reading), topic_(topic) {}

  // The noun whose number this is, or null.
  const LexiconMatch* label_of(const Quantity& quantity) const;

 private:
  bool ends_statement(std::size_t at, std::size_t of) const;
  bool is_measure_verb(std::size_t at) const;
  bool led_by_number_word(std::size_t at) const;
  bool no_number_between(std::size_t from, std::size_t to) const;
  const LexiconMatch* nearest_label(std::size_t before, std::size_t from) const;
  const LexiconMatch* label_of_list(std::size_t colon) const;
  const LexiconMatch* label_of_item(std::size_t colon) const;
  std::size_t goes_on_at(std::size_t at, const LexiconMatch& noun) const;
  std::size_t behind_mark_of_item(std::size_t at) const;
  bool is_spoken_of(const LexiconMatch& noun) const;

  const Reading& reading_;
  const Topic& topic_;
};

}  // namespace trichluc
