#include "extractors/official/office_of_state.h"

#include <string>
#include <string_view>

#include "extractors/official/body_name.h"
#include "extractors/official/field_of_office.h"
#include "extractors/official/name.h"

namespace trichluc {
namespace {

// "(đặc phái viên Mỹ) về vấn đề Venezuela Elliott A.": one past the country or the part of the world, or `at`.
std::size_t after_matter(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostWords = 4;
  if (!reading.is(at, "về")) return at;
  const auto& tokens = reading.tokens();
  for (std::size_t t = at + 1; t < tokens.size() && t - at <= kMostWords; ++t) {
    if (tokens[t].paragraph != tokens[at].paragraph) return at;
    const LexiconMatch* part = reading.match_at(t, "organizations");
    const std::size_t last = is_part_of_world(part) ? part->last : country_end(reading, t);
    if (last > t) return foreign_word_at(reading, last) ? last : at;
    // "về người tị nạn Filippo G.", but "về tình hình ở Đông Ghouta".
    const bool named = t > at + 1 && !reading.is_any(t - 1, {"ở", "tại", "của", "với", "và", "cho", "từ"});
    if (named && foreign_name_at(reading, t)) return t;
    if (tokens[t].kind != TokenKind::kWord || tokens[t].capital) return at;
  }
  return at;
}

}  // namespace

// "Thứ trưởng Ngoại giao Mỹ đặc trách kiểm soát vũ khí": what an officer of a state is in charge of.
void take_charge_behind_state(const Reading& reading, ReadPosition& read) {
  const bool charge = reading.is_any(read.last, {"đặc", "phụ"}) && reading.is(read.last + 1, "trách");
  const LexiconMatch* state = reading.match_before(read.last, "organizations");
  if (state == nullptr || state->value("kind") != "country") return;
  const std::size_t last = charge ? after_charge(reading, read.last + 2) : after_matter(reading, read.last);
  if (last == read.last + (charge ? 2U : 0U)) return;
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
