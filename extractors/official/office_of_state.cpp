#include "extractors/official/office_of_state.h"

#include <string>
#include <string_view>

#include "extractors/official/body_name.h"
#include "extractors/official/field_of_office.h"

namespace trichluc {

// "Thứ trưởng Ngoại giao Mỹ đặc trách kiểm soát vũ khí": what an officer of a state is in charge of.
void take_charge_behind_state(const Reading& reading, ReadPosition& read) {
  const bool charge = reading.is_any(read.last, {"đặc", "phụ"}) && reading.is(read.last + 1, "trách");
  const LexiconMatch* state = charge ? reading.match_before(read.last, "organizations") : nullptr;
  if (state == nullptr || state->value("kind") != "country") return;
  const std::size_t last = after_charge(reading, read.last + 2);
  if (last == read.last + 2) return;
  const std::string words = " " + reading.words(reading.span_of(read.last, last));
  read.position.organization += words;
  read.position.text += words;
  read.last = last;
}

// "tổng thống đầu tiên của Nga", "tổng thống thứ 41": whose he is, not which one.
bool take_state_behind_ordinal(const Reading& reading, ReadPosition& read) {
  const std::size_t behind = read.title->value("use") == "alone" ? after_ordinal(reading, read.last) : read.last;
  if (behind == read.last) return false;
  const std::size_t state = reading.is(behind, "của") ? behind + 1 : behind;
  const std::size_t last = country_end(reading, state);
  if (last == state) {
    read.last = behind;
    return true;
  }
  read.position.organization = reading.words(reading.span_of(state, last));
  read.position.text += " " + read.position.organization;
  read.last = last;
  return true;
}

// "Bộ trưởng an toàn thực phẩm New Zealand Goodwell".
bool take_small_field_of_state(const Reading& reading, ReadPosition& read) {
  const std::string_view name = read.title->value("name");
  const std::size_t last =
      name == "Bộ trưởng" || name == "Thứ trưởng" ? after_small_field_of_state(reading, read.last) : read.last;
  if (last == read.last) return false;
  read.position.organization = reading.words(reading.span_of(read.last, last));
  read.position.text += " " + read.position.organization;
  read.last = last;
  return true;
}

}  // namespace trichluc
