#include "extractors/official/office_of_state.h"

#include <algorithm>
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

bool country_before(const Reading& reading, std::size_t at) {
  const LexiconMatch* state = reading.match_before(at, "organizations");
  return state != nullptr && state->value("kind") == "country";
}

// "Liên hợp quốc", "Ngân hàng Thế giới": a body that the table names in full.
bool known_body_before(const Reading& reading, std::size_t at) {
  const LexiconMatch* body = reading.match_before(at, "organizations");
  return body != nullptr && body->value("kind") == "head" && !body->value("name").empty();
}

// "Tổng thống Mỹ", "lãnh đạo Lào": the state, which may be a word of the title; empty where the office ends otherwise.
std::string state_at_end_of(const Reading& reading, const ReadPosition& office) {
  if (office.title->value("use") != "alone") return {};
  for (std::size_t t = office.first + 1; t < office.last; ++t) {
    if (country_end(reading, t) == office.last) return reading.words(reading.span_of(t, office.last));
  }
  return {};
}

}  // namespace

// "Thứ trưởng Ngoại giao Mỹ đặc trách kiểm soát vũ khí": what an officer of a state is in charge of; of another body
// only where a foreigner is named behind it ("Phó Tổng Thư ký Liên hợp quốc phụ trách các vấn đề nhân đạo Valerie A.").
void take_charge_behind_state(const Reading& reading, ReadPosition& read) {
  const bool charge = reading.is_any(read.last, {"đặc", "phụ"}) && reading.is(read.last + 1, "trách");
  const bool named =
      charge && known_body_before(reading, read.last) && foreign_name_at(reading, after_charge(reading, read.last + 2));
  if (!country_before(reading, read.last) && !named) return;
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

std::size_t after_word_of_time(const Reading& reading, std::size_t at) {
  const LexiconMatch* word = reading.match_at(at, "titles");
  const bool time = word != nullptr && word->value("use") == "modifier" && at > 0 && country_before(reading, at);
  return time && reading.is_capital_word(word->last) ? word->last : at;
}

void forget_unnamed_state(Position& position) {
  const std::string unnamed = " nước này";
  if (!position.text.ends_with(unnamed) || position.text.ends_with(" tại" + unnamed)) return;
  position.text.resize(position.text.size() - unnamed.size());
  position.organization.resize(position.organization.size() - std::min(position.organization.size(), unnamed.size()));
}

bool are_of_two_states(const Reading& reading, const ReadPosition& one, const ReadPosition& other) {
  const std::string first = state_at_end_of(reading, one);
  const std::string second = state_at_end_of(reading, other);
  return !first.empty() && !second.empty() && first != second;
}

void take_country_of_envoy(const std::string& country, Position& position) {
  const std::string seat = position.organization;
  if (!seat.empty() && !seat.starts_with("tại ")) return;
  position.organization = seat.empty() ? country : country + " " + seat;
  position.text = position.title + " " + position.organization;
}

void take_state_behind_name(const Reading& reading, std::size_t at, ReadPosition& office) {
  const std::size_t state = country_end(reading, at + 1);
  if (!reading.is(at, "của") || state == at + 1 || !office.position.organization.empty()) return;
  if (office.title->value("use") != "alone") return;
  office.position.organization = reading.words(reading.span_of(at + 1, state));
  office.position.text += " " + office.position.organization;
}

}  // namespace trichluc
