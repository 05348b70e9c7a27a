#include "extractors/money/list_of_donors.h"

#include "extractors/countries.h"
#include "extractors/money/beside_sum.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/businesses.h"
#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestName = 14;  // tokens

// One past the name that the sum stands behind, of "UN Women (85.000 USD)" and of "SCF (Anh) 420 triệu đồng" too.
std::size_t end_of_name(const Reading& reading, std::size_t first, std::size_t from) {
  std::size_t end = first;
  if (end > from && reading.is(end - 1, "(")) return end - 1;
  if (end > from && reading.is(end - 1, ")")) {
    while (end > from && !reading.is(end, "(")) --end;
  }
  return end;
}

bool opens_item(const Reading& reading, std::size_t at, std::size_t from) {
  return at == from || reading.is_any(at - 1, {";", ":", ",", "và"}) || reading.is_any(at - 1, {"có", "là", "gồm"});
}

// Does another sum of the sentence stand in brackets or right behind a name too?
bool is_in_row(const Reading& reading, std::size_t first) {
  const Sentence& sentence = reading.sentence_of(first);
  for (std::size_t at = sentence.first + 1; at < sentence.last; ++at) {
    if (at == first || !is_sum(reading, at)) continue;
    const std::size_t name = end_of_name(reading, at, sentence.first);
    if (name > sentence.first && reading.is_capital_word(name - 1) && !reading.is_any(at - 1, {"~", "="})) return true;
  }
  return false;
}

// No table knows the name: the word that is left to answer with.
const LexiconMatch* currency_of(const Reading& reading, std::size_t first) {
  const Sentence& sentence = reading.sentence_of(first);
  for (std::size_t at = first; at < sentence.last; ++at) {
    if (const LexiconMatch* currency = reading.match_at(at, "currencies")) return currency;
  }
  return nullptr;
}

// "Kim ngạch với các nước: Hàn Quốc 3 tỷ USD; Nhật Bản 2 tỷ USD"
bool is_refused_in_front(const Reading& reading, std::size_t first, std::size_t from) {
  const LexiconMatch* says = deciding_before(reading, first, from);
  return says != nullptr && is_no_aid(*says);
}

// "Hàn Quốc 1 triệu USD", "Habitat for Humanity (76.000 USD)": who is no known donor gives only beside others.
const LexiconMatch* giver_in_row(const Reading& reading, std::size_t end, std::size_t from, std::size_t first) {
  if (!is_in_row(reading, first) || is_refused_in_front(reading, first, from)) return nullptr;
  const LexiconMatch* country = country_before(reading, end);
  if (country != nullptr && country->first >= from && opens_item(reading, country->first, from)) return country;
  const auto name = foreign_name_before(reading, end, from);
  if (!name || !opens_item(reading, name->name.first, from) || is_business(reading, name->name)) return nullptr;
  return currency_of(reading, first);
}

}  // namespace

const LexiconMatch* donor_of_item(const Reading& reading, const Topic& topic, std::size_t first) {
  if (!topic.speaks_of_aid(first)) return nullptr;
  const std::size_t from = reading.sentence_of(first).first;
  const std::size_t end = end_of_name(reading, first, from);
  for (std::size_t at = end; at > from && end - at < kLongestName; --at) {
    if (!opens_item(reading, at - 1, from) || !reading.is_capital_word(at - 1)) continue;
    const auto body = body_abroad_at(reading, at - 1, end);
    if (body && body->last == end) {
      // "Liên minh châu Âu 532.000 USD": a state, as a country.
      const bool gives = !is_state(reading, body->name) || is_in_row(reading, first);
      return gives && !is_business(reading, body->name) ? cue_of_body(reading, at - 1, body->name) : nullptr;
    }
    if (at - 1 > from && reading.is_any(at - 2, {";", ":"})) break;
  }
  return topic.speaks_of_aid(first, 1) ? giver_in_row(reading, end, from, first) : nullptr;
}

const LexiconMatch* signed_in_turn(const Reading& reading, const Topic& topic, std::size_t first) {
  const std::size_t from = reading.sentence_of(first).first;
  if (!topic.speaks_of_aid(first)) return nullptr;
  bool bracket = false;
  const LexiconMatch* envoy = nullptr;
  bool signs = false;
  for (std::size_t at = first; at > from; --at) {
    if (!bracket && reading.is_any(at - 1, {")", ";"})) return nullptr;
    bracket = bracket || reading.is(at - 1, "(");
    signs = signs || reading.is(at - 1, "ký");
    const LexiconMatch* country = signs ? country_at(reading, at - 1) : nullptr;
    const bool office = country != nullptr && at > from + 1 && reading.is_any(at - 2, {"sứ", "sự", "quán", "phủ"});
    if (office && envoy == nullptr) envoy = country;
  }
  return bracket && signs ? envoy : nullptr;
}

}  // namespace trichluc
