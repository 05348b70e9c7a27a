#include "extractors/money/sum.h"

#include <algorithm>

#include "extractors/countries.h"
#include "extractors/money/lent_currency.h"

namespace trichluc {
namespace {

bool same_sentence(const Reading& reading, std::size_t a, std::size_t b) {
  return b < reading.tokens().size() && reading.tokens()[a].sentence == reading.tokens()[b].sentence;
}

// "Vương quốc Anh 500.000 bảng": the word also means a table and a board.
bool tells_of_britain(const Reading& reading, std::size_t token) {
  constexpr std::size_t kFarthest = 16;
  constexpr std::int64_t kFewestUnits = 1000;
  const std::size_t first = reading.sentence_of(token).first;
  const bool number = token > first && reading.tokens()[token - 1].kind == TokenKind::kNumber;
  const Quantity* quantity = number ? reading.quantity_at(token - 1) : nullptr;
  const bool large = quantity != nullptr && quantity->value && !(*quantity->value < Decimal{kFewestUnits, 0});
  if (!large && reading.match_before(token, "number_scales") == nullptr) return false;
  for (std::size_t at = token; at > first && token - at < kFarthest; --at) {
    if (reading.is(at - 1, "anh") && reading.tokens()[at - 1].capital) return true;
  }
  return false;
}

// "đ" is the currency only in lower case ("5.000đ"), never a heading letter; "đô" only behind a scale ("2 triệu đô").
bool is_currency_word(const Reading& reading, const LexiconMatch& word) {
  if (word.entry->form == "bảng") return tells_of_britain(reading, word.first);
  if (word.entry->form == "đô")
    return reading.match_before(word.first, "number_scales") != nullptr && !reading.is(word.last, "thị");
  return word.entry->form != "đ" || !reading.tokens()[word.first].capital;
}

// "(triệu đồng): 14.320", "(ĐVT: USD): 250.000": the unit in brackets before its number.
struct UnitBefore {
  const LexiconMatch* currency = nullptr;
  const LexiconMatch* scale = nullptr;  // "triệu", or null
};

// "(đơn vị: triệu USD): thành phố Vinh 0,62; Con Cuông 0,41": the colon behind the unit of the list in which the number
// ends its item; the number's own place where none stands before it.
std::size_t behind_colon_of_list(const Reading& reading, const Quantity& quantity) {
  constexpr std::size_t kLongestList = 60;  // tokens
  const std::size_t floor = reading.sentence_of(quantity.first).first;
  const bool ends = !same_sentence(reading, quantity.first, quantity.last) ||
                    reading.is_any(quantity.last, {";", ",", ".", ")", "và"});
  if (quantity.scaled || !ends || reading.tokens()[quantity.first - 1].kind != TokenKind::kWord) return quantity.first;
  for (std::size_t at = quantity.first; at > floor + 2 && quantity.first - at < kLongestList; --at) {
    if (reading.match_at(at - 1, "currencies") != nullptr) return quantity.first;
    if (reading.is(at - 1, ":") && reading.is(at - 2, ")")) return at;
  }
  return quantity.first;
}

UnitBefore unit_before(const Reading& reading, const Quantity& quantity) {
  const std::size_t at = quantity.first < 4 || reading.is(quantity.first - 1, ":")
                             ? quantity.first
                             : behind_colon_of_list(reading, quantity);
  if (at < 4 || !reading.is(at - 1, ":") || !reading.is(at - 2, ")")) return {};
  const LexiconMatch* currency = reading.match_before(at - 2, "currencies");
  if (currency == nullptr || !is_currency_word(reading, *currency)) return {};
  if (reading.tokens()[currency->first].paragraph != reading.tokens()[quantity.first].paragraph) return {};
  const LexiconMatch* scale = reading.match_before(currency->first, "number_scales");
  if (scale != nullptr && scale->value("power").empty()) return {};
  const std::size_t first = scale != nullptr ? scale->first : currency->first;
  const bool opened = first > 0 && (reading.is(first - 1, "(") || reading.is(first - 1, ":"));
  return opened ? UnitBefore{currency, scale} : UnitBefore{};
}

const LexiconMatch* currency_of(const Reading& reading, const Quantity& quantity) {
  const std::size_t at = quantity.last;
  const LexiconMatch* after = same_sentence(reading, quantity.first, at) ? reading.match_at(at, "currencies") : nullptr;
  if (after != nullptr && is_currency_word(reading, *after)) return after;
  const LexiconMatch* before = reading.match_before(quantity.first, "currencies");
  if (before == nullptr || !same_sentence(reading, before->first, quantity.first)) return nullptr;
  const bool free = before->first == 0 || reading.tokens()[before->first - 1].kind != TokenKind::kNumber;
  return before->value("side") == "both" && free ? before : nullptr;
}

// The code of "krone" and the country's name together: "krone đan mạch"; empty: there is no such currency.
std::string code_with_country(const LexiconMatch& word, const LexiconMatch& country) {
  const std::string form = word.entry->form + " " + country.entry->form;
  for (const Entry& entry : word.lexicon->entries()) {
    if (entry.form == form) return std::string(word.lexicon->value(entry, "currency"));
  }
  return {};
}

// "9,2 triệu krone viện trợ không hoàn lại của Chính phủ Đan Mạch"
std::string currency_of_country_behind(const Reading& reading, const LexiconMatch& word) {
  constexpr std::size_t kFarthest = 12;
  const std::size_t end = std::min<std::size_t>(word.last + kFarthest, reading.sentence_of(word.first).last);
  for (std::size_t at = word.last; at < end && !reading.is_any(at, {";", ","}); ++at) {
    const LexiconMatch* country = country_at(reading, at);
    if (country == nullptr) continue;
    if (std::string code = code_with_country(word, *country); !code.empty()) return code;
  }
  return {};
}

// "Thụy Sĩ 1 triệu franc", "của Chính phủ Đan Mạch có tổng vốn 22,4 triệu cuaron": a word that several countries have
// is the currency of the one named before it in the sentence; "(DKK)" behind it says so itself. Empty: not known.
std::string currency_code(const Reading& reading, const LexiconMatch& word) {
  constexpr std::size_t kFarthest = 24;
  const std::string_view code = word.value("currency");
  if (!code.empty()) return std::string(code);
  const LexiconMatch* told = reading.is(word.last, "(") ? reading.match_at(word.last + 1, "currencies") : nullptr;
  if (told != nullptr && reading.is(told->last, ")")) return std::string(told->value("currency"));
  const std::size_t floor = reading.sentence_of(word.first).first;
  for (std::size_t at = word.first; at > floor && word.first - at < kFarthest; --at) {
    const LexiconMatch* country = country_before(reading, at);
    if (country == nullptr) continue;
    if (std::string with = code_with_country(word, *country); !with.empty()) return with;
  }
  return currency_of_country_behind(reading, word);
}

std::optional<Decimal> scaled(const std::optional<Decimal>& number, const LexiconMatch& currency) {
  const std::string power(currency.value("power"));
  return number ? times_power_of_ten(*number, power.empty() ? 0 : std::stoi(power)) : std::nullopt;
}

bool scale_word_before(const Reading& reading, const LexiconMatch& currency) {
  return reading.match_before(currency.first, "number_scales") != nullptr;
}

std::optional<Decimal> scaled(const std::optional<Decimal>& number, const LexiconMatch* scale) {
  const int power = scale == nullptr ? 0 : std::stoi(std::string(scale->value("power")));
  return number ? times_power_of_ten(*number, power) : std::nullopt;
}

// "giải ngân 2,3/2,95 triệu USD": the first was reached, of what the second tells; null: no such pair.
const Quantity* reached_of(const Reading& reading, const Quantity& whole) {
  if (whole.first < 2 || !whole.value || !reading.is(whole.first - 1, "/")) return nullptr;
  if (!reading.gap_before(whole.first).empty() || !reading.gap_before(whole.first - 1).empty()) return nullptr;
  const Quantity* reached = reading.quantity_at(whole.first - 2);
  const bool bare = reached != nullptr && reached->last == whole.first - 1 && reached->value && !reached->scaled &&
                    !reading.is_taken(*reached) && Decimal{1, 0} < *reached->value;
  if (!bare) return nullptr;
  const auto amount = scaled(reached->value, whole.scale);
  return amount && !(*whole.value < *amount) ? reached : nullptr;
}

std::optional<Sum> sum_of(const Reading& reading, const Quantity& quantity) {
  UnitBefore unit;
  const LexiconMatch* currency = currency_of(reading, quantity);
  if (currency != nullptr && currency->last <= quantity.first && scale_word_before(reading, *currency)) return {};
  if (currency == nullptr) {
    unit = unit_before(reading, quantity);
    currency = unit.currency;
    if (currency == nullptr) return {};
  }
  Sum sum;
  sum.quantity = &quantity;
  sum.amount = scaled(scaled(quantity.value, *currency), unit.scale);
  sum.low = scaled(scaled(quantity.low, *currency), unit.scale);
  sum.high = scaled(scaled(quantity.high, *currency), unit.scale);
  if (!sum.amount && !sum.high) return {};
  const Quantity* reached = reached_of(reading, quantity);
  if (reached != nullptr) sum.amount = scaled(scaled(reached->value, *currency), quantity.scale);
  sum.currency = currency_code(reading, *currency);
  if (sum.currency.empty()) return {};
  sum.currency_word = currency;
  const bool beside = unit.currency == nullptr;
  const std::size_t number = reached != nullptr ? reached->first : quantity.first;
  const std::size_t first = beside ? std::min<std::size_t>(number, currency->first) : number;
  const std::size_t last = beside ? std::max<std::size_t>(quantity.last, currency->last) : quantity.last;
  sum.bound = read_bound(reading, first, last);
  sum.first = sum.bound.first;
  sum.last = sum.bound.last;
  return sum;
}

// "từ 1,2 triệu USD đến 1,5 triệu USD": two sums with a link are one range; a rise ("tăng từ … đến") is none.
bool is_range(const Reading& reading, const Sum& low, const Sum& high) {
  if (!low.amount || !high.amount || low.currency != high.currency || !(*low.amount < *high.amount)) return false;
  if (high.first != low.last + 1 || low.first < 1 || !reading.is(low.first - 1, "từ")) return false;
  const bool link = reading.is(low.last, "đến") || reading.is(low.last, "tới") || reading.is(low.last, "-");
  const bool rise = low.first > 1 && (reading.is(low.first - 2, "tăng") || reading.is(low.first - 2, "giảm") ||
                                      reading.is(low.first - 2, "lên") || reading.is(low.first - 2, "nâng"));
  return link && !rise;
}

void join_range(Sum& low, const Sum& high) {
  low.low = low.amount;
  low.high = high.amount;
  low.amount.reset();
  low.last = low.bound.last = high.last;
}

// A sum whose currency stands elsewhere.
Sum sum_in(const Reading& reading, const Quantity& quantity, const Sum& lender) {
  Sum sum;
  sum.quantity = &quantity;
  sum.amount = quantity.value;
  sum.currency = lender.currency;
  sum.currency_word = lender.currency_word;
  sum.bound = read_bound(reading, quantity.first, quantity.last);
  sum.first = sum.bound.first;
  sum.last = sum.bound.last;
  return sum;
}

void add(const Reading& reading, std::vector<Sum>& sums, const Sum& sum) {
  if (!sums.empty() && is_range(reading, sums.back(), sum)) {
    join_range(sums.back(), sum);
  } else {
    sums.push_back(sum);
  }
}

}  // namespace

std::vector<Sum> read_sums(const Reading& reading) {
  std::vector<Sum> told;  // with a currency beside them
  for (const Quantity& quantity : reading.quantities()) {
    if (reading.is_taken(quantity)) continue;
    if (const auto sum = sum_of(reading, quantity)) told.push_back(*sum);
  }
  std::vector<Sum> sums;
  auto next = told.begin();
  for (const Quantity& quantity : reading.quantities()) {
    if (reading.is_taken(quantity)) continue;
    if (next != told.end() && next->quantity == &quantity) {
      add(reading, sums, *next++);
      continue;
    }
    const Sum* before = sums.empty() ? nullptr : &sums.back();
    const Sum* lender = lender_of(reading, quantity, before, next == told.end() ? nullptr : &*next);
    if (lender != nullptr) sums.push_back(sum_in(reading, quantity, *lender));
  }
  return sums;
}

}  // namespace trichluc
