#include "extractors/money/sums_elsewhere.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/countries.h"

namespace trichluc {
namespace {

constexpr TableKey kElsewhere = "elsewhere";

// A country, a part of the world or a fund of the world, tokens [first, last); none: `last` is 0.
struct Receiver {
  std::size_t first = 0;
  std::size_t last = 0;
  bool fund = false;
};

bool is_at_home(const Reading& reading, std::size_t at) {
  return reading.match_at(at, "places") != nullptr || reading.match_at(at, "districts") != nullptr ||
         reading.match_at(at, "regions") != nullptr;
}

bool names_home_in(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    // "Thái Bình Dương" is no province.
    if (const LexiconMatch* other = reading.match_at(at, kElsewhere))
      at = other->last - 1;
    else if (reading.tokens()[at].capital && is_at_home(reading, at))
      return true;
  }
  return false;
}

Receiver receiver_at(const Reading& reading, std::size_t at) {
  if (const LexiconMatch* other = reading.match_at(at, kElsewhere))
    return {at, other->last, other->value("kind") == "fund"};
  const LexiconMatch* country = country_at(reading, at);
  if (country == nullptr || is_at_home(reading, at)) return {};
  // "Đức Anh", "Mỹ Đức": a country of one syllable before another capital is a name.
  const bool longer = country->last == at + 1 && reading.is_capital_word(country->last) &&
                      reading.tokens()[country->last].paragraph == reading.tokens()[at].paragraph;
  return longer ? Receiver{} : Receiver{at, country->last, false};
}

// "cho", "tại", "giúp", …: the receiver stands behind it, with some words of kind between: "cho nhân dân các nước
// châu Phi".
Receiver receiver_led_at(const Reading& reading, std::size_t link, std::size_t end) {
  constexpr std::size_t kMostBetween = 6;
  for (std::size_t at = link + 1; at < std::min(link + 2 + kMostBetween, end); ++at) {
    if (const Receiver found = receiver_at(reading, at); found.last > 0) return found;
    const Token& token = reading.tokens()[at];
    if (reading.is(at, "chính") && reading.is(at + 1, "phủ")) continue;
    // "của", "do": who gives stands behind them.
    if (token.kind != TokenKind::kWord || token.capital || reading.is_any(at, {"của", "do", "từ", "với", "theo"}))
      return {};
  }
  return {};
}

// Who learns abroad at a donor's cost is from home: "học bổng 2 triệu đô la Úc cho sinh viên tại Australia".
bool tells_of_study(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is(at, "học") && reading.is_any(at + 1, {"bổng", "tập"})) return true;
    if (reading.is(at, "sinh") && reading.is(at + 1, "viên")) return true;
    if (reading.is(at, "đào") && reading.is(at + 1, "tạo")) return true;
  }
  return false;
}

Receiver receiver_behind(const Reading& reading, const Sum& sum, const Sentence& sentence) {
  constexpr std::size_t kFarthest = 16;
  const std::size_t end = std::min(sum.last + kFarthest, sentence.last);
  for (std::size_t at = sum.last; at < end; ++at) {
    if (reading.is_any(at, {"do", "từ", "bởi", "theo", ";"}) || reading.match_at(at, "currencies") != nullptr) break;
    if (!reading.is_any(at, {"cho", "vào", "tới", "giúp", "tại", "ở", "trợ", "ứng"})) continue;
    const Receiver found = receiver_led_at(reading, at, sentence.last);
    const bool there = found.last > 0 && reading.is_any(found.first - 1, {"tại", "ở"});
    if (found.last > 0 && !(there && tells_of_study(reading, sentence.first, sentence.last))) return found;
  }
  return {};
}

// "viện trợ cho người tị nạn Rohingya thêm 20 triệu USD": the receiver right before the sum, but for words that lead to
// it.
Receiver receiver_before(const Reading& reading, const Sum& sum, const Sentence& sentence) {
  constexpr std::size_t kFarthest = 12;
  constexpr std::size_t kMostBetween = 4;
  const std::size_t from = sum.bound.first > sentence.first + kFarthest ? sum.bound.first - kFarthest : sentence.first;
  for (std::size_t at = sum.bound.first; at > from; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return {};
    if (!reading.is_any(at - 1, {"cho", "vào", "tới", "giúp", "trợ"})) continue;
    const Receiver found = receiver_led_at(reading, at - 1, sum.bound.first);
    if (found.last == 0) continue;
    bool leads = sum.bound.first <= found.last + kMostBetween;
    for (std::size_t word = found.last; word < sum.bound.first; ++word)
      leads = leads && !reading.tokens()[word].capital && reading.match_at(word, "giving_verbs") == nullptr;
    return leads ? found : Receiver{};
  }
  return {};
}

// "Na Uy góp vào COVAX từ mùa hè và cam kết 65 triệu euro": a fund told further up, into which somebody pays.
Receiver fund_told_before(const Reading& reading, const Sum& sum, const Sentence& sentence) {
  for (std::size_t at = sum.bound.first; at > sentence.first; --at) {
    const LexiconMatch* fund = reading.match_at(at - 1, kElsewhere);
    if (fund == nullptr || fund->value("kind") != "fund" || fund->last > sum.bound.first) continue;
    std::size_t link = fund->first;
    while (link > sentence.first && reading.is_any(link - 1, {"chương", "trình", "cơ", "chế", "sáng", "kiến"})) --link;
    if (link > sentence.first && reading.is_any(link - 1, {"vào", "cho", "tới", "gia"}))
      return {fund->first, fund->last, true};
  }
  return {};
}

// "người Mỹ đã đóng góp 38 tỷ USD cho các nhà thờ của họ": the people of a country, to their own charities.
bool is_given_by_people(const Reading& reading, const Sum& sum, const Sentence& sentence) {
  std::size_t at = sum.bound.first;
  const LexiconMatch* gives = reading.match_before(at, "giving_verbs");
  while (gives != nullptr && gives->first > sentence.first) {
    at = gives->first;
    gives = reading.match_before(at, "giving_verbs");
  }
  const LexiconMatch* country = at < sum.bound.first ? country_before(reading, at) : nullptr;
  return country != nullptr && country->first > sentence.first && reading.is(country->first - 1, "người") &&
         !is_at_home(reading, country->first);
}

}  // namespace

bool goes_elsewhere(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  if (is_given_by_people(reading, sum, sentence) && !names_home_in(reading, sentence.first, sentence.last)) return true;
  Receiver receiver = receiver_behind(reading, sum, sentence);
  if (receiver.last == 0) receiver = receiver_before(reading, sum, sentence);
  if (receiver.last == 0) receiver = fund_told_before(reading, sum, sentence);
  if (receiver.last == 0) return false;
  // A fund of the world takes from this country too: "Việt Nam đóng góp 500.000 USD cho COVAX".
  return !names_home_in(reading, receiver.fund ? sum.last : sentence.first, sentence.last);
}

namespace {

// "cho Ukraine", "giúp nhân dân Haiti": a receiver elsewhere between these tokens.
bool names_receiver_in(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (!reading.is_any(at, {"cho", "giúp"})) continue;
    const Receiver found = receiver_led_at(reading, at, to);
    const bool there = found.last > 0 && reading.is_any(found.first - 1, {"tại", "ở"});
    const Sentence& sentence = reading.sentence_of(at);
    if (found.last > 0 && !found.fund && !(there && tells_of_study(reading, sentence.first, sentence.last)))
      return true;
  }
  return false;
}

}  // namespace

bool names_receiver_elsewhere(const Reading& reading) {
  return names_receiver_in(reading, 0, reading.tokens().size());
}

bool headline_names_elsewhere(const Reading& reading) {
  std::size_t end = 0;
  while (end < reading.tokens().size() && reading.section_of(end) == text::Section::kTitle) ++end;
  return names_receiver_in(reading, 0, end) && !names_home_in(reading, 0, end);
}

bool names_home_around(const Reading& reading, const Sum& sum) {
  const std::size_t paragraph = reading.tokens()[sum.first].paragraph;
  return names_home_in(reading, reading.first_token_of(paragraph), reading.first_token_of(paragraph + 1));
}

}  // namespace trichluc
