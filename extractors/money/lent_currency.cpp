#include "extractors/money/lent_currency.h"

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"

namespace trichluc {
namespace {

constexpr std::size_t kFarthest = 60;        // tokens between the two
constexpr std::size_t kLongestItem = 30;     // tokens of an item of a list
constexpr std::size_t kMostItems = 8;        // items between a list's head and its last item
constexpr std::int64_t kFewestUnits = 1000;  // no sum without a scale is smaller

constexpr std::size_t kTwoScales = 4;  // tokens of "2 tỉ 350 triệu"

bool is_mark(const Reading& reading, std::size_t at) {
  return reading.tokens()[at].kind == TokenKind::kMark && !reading.is_any(at, {"%", "/", "-", "–"});
}

// "6,1 tỷ;", "(30 tỷ)", "7,1 triệu là tiền mặt": no noun follows that would be counted.
bool ends_sum(const Reading& reading, const Quantity& quantity) {
  const std::size_t at = quantity.last;
  const auto& tokens = reading.tokens();
  if (at >= tokens.size() || tokens[at].sentence != tokens[quantity.first].sentence) return true;
  if (quantity.last - quantity.first >= kTwoScales && reading.is_any(at, {"do", "cho", "để"})) return true;
  return is_mark(reading, at) || reading.is(at, "và") || (reading.is(at, "là") && reading.is(at + 1, "tiền")) ||
         (reading.is(at, "tiền") && reading.is(at + 1, "mặt"));
}

// "số dân được hưởng lợi là 1,2 triệu": what the words in front count is no money.
bool counts_other(const Reading& reading, const Quantity& quantity) {
  const std::size_t sentence = reading.sentence_of(quantity.first).first;
  bool in_label = false;
  for (std::size_t at = quantity.first; at > sentence && !reading.is_any(at - 1, {",", ";", "("}); --at) {
    const LexiconMatch* word = reading.match_at(at - 1, "share_words");
    if (word != nullptr && word->value("note") == "other") return true;
    // "cho tỉnh X: 310.000": in front of a colon a unit may be a place, the people who gain are told all the same.
    in_label = in_label || reading.is(at - 1, ":");
    // "tài trợ cho trường 1 tỉ 200 triệu": who gets it, not what is counted.
    const bool taker = at > sentence + 1 && reading.is_any(at - 2, {"cho", "giúp"});
    if (!in_label && !taker && reading.match_at(at - 1, "measure_units") != nullptr) return true;
  }
  return false;
}

bool follows_colon(const Reading& reading, const Quantity& quantity) {
  const std::size_t first = read_bound(reading, quantity.first, quantity.last).first;
  return first > 0 && reading.is(first - 1, ":");
}

std::size_t length_of_paragraph(const Reading& reading, std::size_t token) {
  const std::size_t paragraph = reading.tokens()[token].paragraph;
  return reading.first_token_of(paragraph + 1) - reading.first_token_of(paragraph);
}

// "… 31,6 tỷ đồng, gồm:", then "+ Giáo dục: 3,85 tỷ;" in a line of its own.
bool is_item_below(const Reading& reading, const Quantity& quantity, const Sum& before) {
  const auto& tokens = reading.tokens();
  const std::size_t above = tokens[before.first].paragraph;
  const std::size_t own = tokens[quantity.first].paragraph;
  return own > above && own - above <= kMostItems && follows_colon(reading, quantity) &&
         length_of_paragraph(reading, quantity.first) <= kLongestItem;
}

// Billions are đồng where nothing of that size is told in another currency.
bool fits_size(const Quantity& quantity, const Sum& lender) {
  const auto& most = lender.amount ? lender.amount : lender.high;
  return lender.currency == "VND" || (quantity.value && most && !(*most < *quantity.value)) ||
         quantity.scale->entry->form == "triệu";
}

bool shares_one_before(const Reading& reading, const Quantity& quantity, const Sum& before) {
  const auto& tokens = reading.tokens();
  const bool inside = tokens[before.first].paragraph == tokens[quantity.first].paragraph &&
                      quantity.first >= before.last && quantity.first - before.last <= kFarthest;
  return (inside || is_item_below(reading, quantity, before)) && fits_size(quantity, before);
}

// "năm 1992: 126.000; năm 1993: 385.000; năm 1994: 535.000 đô-la": every figure up to the currency has a label.
bool shares_next(const Reading& reading, const Quantity& quantity, const Sum& next) {
  const auto& tokens = reading.tokens();
  if (tokens[next.first].sentence != tokens[quantity.first].sentence || next.first < quantity.last) return false;
  if (next.first - quantity.last > kFarthest || next.quantity->scaled != quantity.scaled) return false;
  for (std::size_t at = quantity.first; at < next.quantity->last; ++at) {
    const Quantity* figure = reading.quantity_at(at);
    if (figure == nullptr || reading.is_taken(*figure)) continue;
    // "2003: 0,9 triệu": a year is the label.
    const bool label = reading.is(figure->last, ":");
    if (!label && !follows_colon(reading, *figure)) return false;
  }
  return follows_colon(reading, quantity);
}

// "386 ngàn đô la tiền, gạo …; trong đó Đông Tây Hội Ngộ (Mỹ) 120 ngàn, Chữ thập đỏ Đan Mạch 75.000": an item of the
// list behind a sum, right behind the name of who gave or of what it is for.
bool is_item_of_sum(const Reading& reading, const Quantity& quantity, const Sum& before) {
  const auto& tokens = reading.tokens();
  const std::size_t at = quantity.first;
  if (tokens[before.first].sentence != tokens[at].sentence || at < before.last || at - before.last > kFarthest)
    return false;
  if (!reading.is_capital_word(at - 1) && !reading.is(at - 1, ")")) return false;
  if (!before.amount || !(*quantity.value < *before.amount)) return false;
  for (std::size_t word = before.last; word < at; ++word) {
    if (reading.match_at(word, "part_words") != nullptr || reading.is(word, ":")) return true;
  }
  // Once a figure of the list has the currency so, the next ones have it too.
  return before.currency_word->last <= before.first && reading.is_any(before.last, {",", ";", "và"});
}

bool is_large(const Quantity& quantity) {
  constexpr int kMillion = 6;
  const std::string power(quantity.scale != nullptr ? quantity.scale->value("power") : std::string_view{});
  return quantity.scaled && !power.empty() && std::stoi(power) >= kMillion;
}

}  // namespace

const Sum* lender_of(const Reading& reading, const Quantity& quantity, const Sum* before, const Sum* next) {
  if (!quantity.value || quantity.spelled || !ends_sum(reading, quantity) || counts_other(reading, quantity))
    return nullptr;
  const bool large = is_large(quantity);
  const bool sum = large || !(*quantity.value < Decimal{kFewestUnits, 0});
  if (next != nullptr && sum && shares_next(reading, quantity, *next)) return next;
  if (before != nullptr && large && shares_one_before(reading, quantity, *before)) return before;
  if (before != nullptr && sum && is_item_of_sum(reading, quantity, *before)) return before;
  // "2 tỉ 350 triệu do tổ chức X tài trợ": of two scales, as đồng are told; a sum of the document names it.
  if (!large || quantity.last - quantity.first < kTwoScales) return nullptr;
  if (next != nullptr && next->currency == "VND") return next;
  return before != nullptr && before->currency == "VND" ? before : nullptr;
}

}  // namespace trichluc
