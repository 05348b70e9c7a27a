#include "extractors/money/sum.h"

#include <algorithm>

namespace trichluc {
namespace {

bool same_sentence(const Reading& reading, std::size_t a, std::size_t b) {
  return b < reading.tokens().size() && reading.tokens()[a].sentence == reading.tokens()[b].sentence;
}

// "đ" is the currency only in lower case ("5.000đ"), never a heading letter.
bool is_currency_word(const Reading& reading, const LexiconMatch& word) {
  return word.entry->form != "đ" || !reading.tokens()[word.first].capital;
}

const LexiconMatch* currency_of(const Reading& reading, const Quantity& quantity) {
  std::size_t at = quantity.last;
  if (at < reading.tokens().size() && reading.folded(at) == "(") ++at;
  const LexiconMatch* after = same_sentence(reading, quantity.first, at) ? reading.match_at(at, "currencies") : nullptr;
  if (after != nullptr && is_currency_word(reading, *after) && (at == quantity.last)) return after;
  const LexiconMatch* before = reading.match_before(quantity.first, "currencies");
  if (before == nullptr || !same_sentence(reading, before->first, quantity.first)) return nullptr;
  const bool free = before->first == 0 || reading.tokens()[before->first - 1].kind != TokenKind::kNumber;
  return before->value("side") == "both" && free ? before : nullptr;
}

std::optional<Decimal> scaled(const std::optional<Decimal>& number, const LexiconMatch& currency) {
  const std::string power(currency.value("power"));
  return number ? times_power_of_ten(*number, power.empty() ? 0 : std::stoi(power)) : std::nullopt;
}

bool scale_word_before(const Reading& reading, const LexiconMatch& currency) {
  return reading.match_before(currency.first, "number_scales") != nullptr;
}

}  // namespace

std::vector<Sum> read_sums(const Reading& reading) {
  std::vector<Sum> sums;
  for (const Quantity& quantity : reading.quantities()) {
    if (reading.is_taken(quantity)) continue;
    const LexiconMatch* currency = currency_of(reading, quantity);
    if (currency == nullptr || (currency->last <= quantity.first && scale_word_before(reading, *currency))) continue;
    Sum sum;
    sum.quantity = &quantity;
    sum.amount = scaled(quantity.value, *currency);
    sum.low = scaled(quantity.low, *currency);
    sum.high = scaled(quantity.high, *currency);
    if (!sum.amount && !sum.high) continue;
    sum.currency = currency->value("currency");
    sum.currency_word = currency;
    const std::size_t first = std::min<std::size_t>(quantity.first, currency->first);
    sum.bound = read_bound(reading, first, std::max<std::size_t>(quantity.last, currency->last));
    sum.first = sum.bound.first;
    sum.last = sum.bound.last;
    sums.push_back(sum);
  }
  return sums;
}

}  // namespace trichluc
