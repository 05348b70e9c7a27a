#include "extractors/resolve/comparison.h"

#include <algorithm>
#include <optional>

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"

namespace trichluc {
namespace {

std::optional<bool> direction_before(const Reading& reading, std::size_t first) {
  for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
    if (reading.is(first - back, "tăng")) return true;
    if (reading.is(first - back, "giảm")) return false;
    // "Giảm nghèo 468.600 25,0%": another figure stands between.
    if (reading.tokens()[first - back].kind == TokenKind::kNumber) break;
  }
  return std::nullopt;
}

// The same months of the year before: "2023-01/2023-06" → "2022-01/2022-06".
std::string year_before(const Period& period) {
  auto when = parse_iso(period);
  if (!when || !when->from.year) return {};
  *when->from.year -= 1;
  if (when->to && when->to->year) *when->to->year -= 1;
  return to_iso(*when);
}

std::string base_of(const Reading& reading, std::size_t from, std::size_t sentence,
                    const std::vector<SettledDate>& dates, const Period& period) {
  auto at = std::lower_bound(dates.begin(), dates.end(), from,
                             [](const SettledDate& date, std::size_t token) { return date.date.first < token; });
  for (; at != dates.end() && at->date.first <= from + 8; ++at) {
    const SettledDate& date = *at;
    if (reading.tokens()[date.date.first].sentence != sentence) break;
    const bool compared = reading.is(from, "so") || reading.is(from, "(") || reading.is(from, "cùng");
    if (!compared) break;
    const bool relative = date.date.relative == Relative::kYearBefore || date.date.relative == Relative::kSamePeriod;
    if (relative && !date.date.when.has_year()) return year_before(period);
    if (date.date.relative == Relative::kYearBefore)
      return year_before(period).empty() ? to_iso(date.date.when) : year_before(period);
    return to_iso(date.date.when);
  }
  return {};
}

// Is the whole period past on the document's day? Only what is known to be past is.
bool is_over(const Period& period, const DocumentContext& context) {
  const auto when = parse_iso(period);
  if (!when || !context.day || !context.day->value.year) return false;
  const CalendarPoint end = when->to.value_or(when->from);
  const CalendarPoint& day = context.day->value;
  if (!end.year || *end.year != *day.year) return end.year && *end.year < *day.year;
  const int end_month = end.month > 0 ? end.month : 12;
  return day.month > end_month;
}

Statement* nearest_before(std::vector<Statement>& statements, std::size_t token, std::size_t sentence) {
  const auto after = std::lower_bound(statements.begin(), statements.end(), token,
                                      [](const Statement& s, std::size_t at) { return s.first < at; });
  if (after == statements.begin()) return nullptr;
  Statement& nearest = *(after - 1);
  return nearest.sentence == sentence ? &nearest : nullptr;
}

// "phấn đấu vận động 15 dự án với giá trị 4 triệu USD": what is planned of the first figure is planned of the next.
bool shares_plan(const Statement& earlier, const Statement& statement) {
  constexpr std::size_t kNext = 8;
  if (earlier.sentence != statement.sentence || statement.first > earlier.last + kNext) return false;
  const bool counted = std::holds_alternative<CountFact>(earlier.candidate->fact) &&
                       std::holds_alternative<AidValueFact>(statement.candidate->fact);
  return counted && *measure_of(earlier.candidate->fact)->certainty == Certainty::kExpected;
}

// "Phấn đấu giải ngân 27 tỷ đồng, đưa tổng giá trị cả năm lên trên 60 tỷ đồng": what is planned brings about the rest;
// "dự kiến có thêm 3 tổ chức; vận động viện trợ khoảng 4 triệu USD": a verb without its subject goes on with the plan.
bool goes_on_with_plan(const Reading& reading, const Statement& earlier, const Statement& statement,
                       const DocumentContext& context) {
  constexpr std::size_t kNext = 24;
  if (earlier.sentence != statement.sentence || statement.first > earlier.last + kNext) return false;
  if (*measure_of(earlier.candidate->fact)->certainty != Certainty::kExpected) return false;
  if (is_over(*measure_of(statement.candidate->fact)->period, context)) return false;
  for (std::size_t at = earlier.last; at < statement.last; ++at) {
    if (reading.is(at, "đã")) return false;
    if (reading.is(at, ",") && (reading.is(at + 1, "đưa") || reading.is(at + 1, "nâng"))) return true;
    const bool verb =
        reading.is(at, ";") && !reading.tokens()[at + 1].capital && reading.match_at(at + 1, "money_cues") != nullptr;
    if (verb && reading.match_at(at + 1, "money_cues")->last + 2 >= statement.first) return true;
  }
  return false;
}

// "Trong 15 năm (1996-2011) các dự án đã triển khai với tổng giá trị ước đạt 25 triệu USD": nothing dates the document,
// but the years are told as past.
bool is_told_as_done(const Reading& reading, const Period& period, const DocumentContext& context, std::size_t from,
                     std::size_t to) {
  const bool dated = context.day && context.day->value.year;
  const auto when = parse_iso(period);
  if (dated || !when || !when->to || when->to->year == when->from.year) return false;
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is(at, "đã")) return true;
  }
  return false;
}

}  // namespace

void resolve_changes(const Reading& reading, std::vector<Statement>& statements,
                     const std::vector<SettledDate>& dates) {
  for (const Quantity& quantity : reading.quantities()) {
    if (!reading.is(quantity.last, "%") || !quantity.value) continue;
    const Bound bound = read_bound(reading, quantity.first, quantity.last);
    const auto increase = direction_before(reading, bound.first);
    const std::size_t sentence = reading.tokens()[quantity.first].sentence;
    Statement* statement = nearest_before(statements, quantity.first, sentence);
    if (!increase || statement == nullptr || quantity.first - std::min(statement->last, quantity.first) > 12) continue;
    const Measure measure = *measure_of(statement->candidate->fact);
    if (*measure.change) continue;
    Change change;
    change.increase = *increase;
    change.percent = *quantity.value;
    change.relative_to = base_of(reading, quantity.last + 1, sentence, dates, *measure.period);
    *measure.change = change;
    statement->candidate->numbers.push_back(quantity.span);
    statement->candidate->span.end = std::max(statement->candidate->span.end, reading.tokens()[quantity.last].span.end);
  }
}

void resolve_certainty(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context) {
  for (auto it = statements.begin(); it != statements.end(); ++it) {
    Statement& statement = *it;
    const Clause clause = clause_of(reading, statement.first);
    std::size_t from = clause.first;
    for (auto other = it; other != statements.begin() && (other - 1)->sentence == statement.sentence; --other) {
      const std::size_t last = (other - 1)->last;
      if (last <= statement.first && last > from) from = last;
    }
    if (statement.first > from + 12) from = statement.first - 12;
    const LexiconMatch* word = last_match_before(reading, statement.last, from, "expectations");
    if (word == nullptr) {
      if (it != statements.begin() &&
          (shares_plan(*(it - 1), statement) || goes_on_with_plan(reading, *(it - 1), statement, context)))
        *measure_of(statement.candidate->fact)->certainty = Certainty::kExpected;
      continue;
    }
    const bool estimate = word->value("certainty") == "estimate";
    const Period& period = *measure_of(statement.candidate->fact)->period;
    if (estimate && (is_over(period, context) || is_told_as_done(reading, period, context, clause.first, word->first)))
      continue;
    *measure_of(statement.candidate->fact)->certainty = Certainty::kExpected;
    statement.candidate->lines.push_back(line_of(*word));
  }
}

}  // namespace trichluc
