#include "extractors/resolve/pointed_figure.h"

#include <algorithm>
#include <optional>

namespace trichluc {
namespace {

constexpr std::size_t kFarthestParagraph = 1;
constexpr std::size_t kMostFigures = 60;  // between a figure and what it points at

bool points(const Reading& reading, std::size_t at) {
  return reading.is_any(at, {"này", "đó", "ấy", "trên"}) || (reading.is(at, "nói") && reading.is(at + 1, "trên"));
}

// "con số trên", "số viện trợ ấy", "số tiền này": what was given in all, told before.
bool points_at_sum(const Reading& reading, std::size_t at) {
  if (!reading.is(at, "số")) return false;
  if (at > 0 && reading.is(at - 1, "con") && points(reading, at + 1)) return true;
  if (reading.is(at + 1, "viện") && reading.is(at + 2, "trợ")) return points(reading, at + 3);
  return reading.is_any(at + 1, {"tiền", "vốn"}) && points(reading, at + 2);
}

// The number in "Trong 28 khoản nói trên", "Trong 48 khoản viện trợ chỉ có 19 dự án".
const Quantity* pointed_number(const Reading& reading, std::size_t at) {
  if (!reading.is(at, "trong")) return nullptr;
  std::size_t number = at + 1;
  if (reading.is(number, "tổng")) ++number;
  if (reading.is(number, "số")) ++number;
  const Quantity* quantity = reading.quantity_at(number);
  if (quantity == nullptr || reading.is_taken(*quantity)) return nullptr;
  return reading.match_at(quantity->last, "head_nouns") != nullptr ? quantity : nullptr;
}

bool tells_time(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is_taken(at) || reading.match_at(at, "relative_times") != nullptr) return true;
  }
  return false;
}

const Period& period_of(const Statement& statement) {
  return *measure_of(statement.candidate->fact)->period;
}

bool is_near(const Statement& above, const Statement& statement) {
  return statement.paragraph - above.paragraph <= kFarthestParagraph && above.sentence < statement.sentence;
}

// The last sum told before; null: none near, or one of no time.
const Statement* sum_above(const std::vector<Statement>& statements, std::size_t index) {
  for (std::size_t at = index;
       at-- > 0 && statements[index].paragraph - statements[at].paragraph <= kFarthestParagraph;) {
    const auto* aid = std::get_if<AidValueFact>(&statements[at].candidate->fact);
    if (aid == nullptr || !is_near(statements[at], statements[index]) || aid->part_of) continue;
    return aid->period.empty() ? nullptr : &statements[at];
  }
  return nullptr;
}

const Statement* count_above(const std::vector<Statement>& statements, std::size_t index, const Quantity& number) {
  for (std::size_t at = index; at-- > 0 && index - at < kMostFigures;) {
    const auto* count = std::get_if<CountFact>(&statements[at].candidate->fact);
    if (count == nullptr || count->value != number.value || count->period.empty()) continue;
    if (statements[at].sentence < statements[index].sentence) return &statements[at];
  }
  return nullptr;
}

// "Tam Bình nhận nhiều nhất với 412.000 USD, Trà Ôn 365.000 USD", "Y tế vẫn dẫn đầu với 41,2 triệu USD": an order of
// what a total above is made of.
bool tells_order(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at + 1 < to; ++at) {
    if (reading.is_any(at, {"dẫn", "đứng"}) && reading.is_any(at + 1, {"đầu", "thứ", "nhất"})) return true;
    if (reading.is(at, "nhiều") && reading.is(at + 1, "nhất")) return true;
  }
  return false;
}

// The nearest total above of the sum's currency: nobody's, for nothing of its own, and greater.
const Statement* total_above(const Reading& reading, const std::vector<Statement>& statements, std::size_t index) {
  constexpr std::size_t kFarthestTotal = 6;  // paragraphs
  const auto* sum = std::get_if<AidValueFact>(&statements[index].candidate->fact);
  if (sum == nullptr || !sum->amount) return nullptr;
  for (std::size_t at = index; at-- > 0 && statements[index].paragraph - statements[at].paragraph <= kFarthestTotal;) {
    const auto* aid = std::get_if<AidValueFact>(&statements[at].candidate->fact);
    if (aid == nullptr || !aid->amount || aid->currency != sum->currency || !(*sum->amount < *aid->amount)) continue;
    // "So với 6 tháng đầu năm 2018 (821.000 USD)"
    if (reading.is(reading.sentences()[statements[at].sentence].first, "so")) continue;
    const bool total = aid->donor.empty() && aid->sector.empty() && !aid->part_of && !aid->period.empty();
    if (total && statements[at].sentence < statements[index].sentence) return &statements[at];
  }
  return nullptr;
}

// What the sentence points at before the figure.
const Statement* pointed_at(const Reading& reading, const std::vector<Statement>& statements, std::size_t index) {
  const Sentence& sentence = reading.sentences()[statements[index].sentence];
  const std::size_t figure = figure_of(reading, statements[index]);
  for (std::size_t at = sentence.first; at < figure; ++at) {
    if (points_at_sum(reading, at)) return sum_above(statements, index);
    const Quantity* number = pointed_number(reading, at);
    if (number != nullptr && number->last < figure) return count_above(statements, index, *number);
  }
  const bool ordered = tells_order(reading, sentence.first, figure) && period_of(statements[index]).empty();
  return ordered ? total_above(reading, statements, index) : nullptr;
}

}  // namespace

void take_time_of_pointed(const Reading& reading, std::vector<Statement>& statements) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Sentence& sentence = reading.sentences()[statements[i].sentence];
    const Statement* above = pointed_at(reading, statements, i);
    if (above == nullptr || tells_time(reading, sentence.first, statements[i].last)) continue;
    if (period_of(statements[i]) == period_of(*above)) continue;
    replace_period(*statements[i].candidate, period_of(*above), above->candidate->span);
  }
}

}  // namespace trichluc
