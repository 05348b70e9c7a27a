#include "extractors/resolve/comparison.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"
#include "extractors/resolve/headings.h"
#include "pipeline/base/utf8.h"

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

// "2,78 triệu USD (27 dự án), giảm 11,7%": told in brackets that close before the token.
bool is_aside_of(const Reading& reading, const Statement& statement, std::size_t token) {
  const Sentence& sentence = reading.sentences()[statement.sentence];
  bool closed = false;
  for (std::size_t at = statement.last > sentence.first ? statement.last - 1 : statement.last; at < token; ++at) {
    if (reading.is(at, "(")) return false;
    if (reading.is(at, ")")) closed = true;
    if (closed) break;
  }
  for (std::size_t at = figure_of(reading, statement); closed && at > sentence.first; --at) {
    if (reading.is(at - 1, ")")) return false;
    if (reading.is(at - 1, "(")) return true;
  }
  return false;
}

// The statement whose words end last before this token; a sum may begin further left ("viện trợ cho tỉnh, thực hiện 13
// dự án với tổng giá trị 685.000 USD, tăng 18%").
Statement* nearest_before(const Reading& reading, std::vector<Statement>& statements, std::size_t token,
                          std::size_t sentence) {
  const auto after = std::lower_bound(statements.begin(), statements.end(), token,
                                      [](const Statement& s, std::size_t at) { return s.first < at; });
  Statement* nearest = nullptr;
  Statement* aside = nullptr;  // where no figure stands before the brackets
  for (auto at = after; at != statements.begin() && (at - 1)->sentence == sentence; --at) {
    Statement& each = *(at - 1);
    if (is_aside_of(reading, each, token)) {
      if (aside == nullptr) aside = &each;
      continue;
    }
    if (nearest == nullptr || (each.last > nearest->last && each.last <= token)) nearest = &each;
  }
  return nearest != nullptr ? nearest : aside;
}

// "dự kiến hỗ trợ 2.600 hộ, do tổ chức X tài trợ 350.000 USD": what is expected is the number of households.
bool is_of_people(const Reading& reading, const LexiconMatch& word, std::size_t figure) {
  for (std::size_t at = word.last; at < figure; ++at) {
    const Quantity* number = reading.quantity_at(at);
    if (number == nullptr || number->last >= figure) continue;
    if (reading.match_at(number->last, "currencies") != nullptr) return false;
    if (reading.is_any(number->last, {"hộ", "người", "em", "học", "trẻ", "phụ", "gia", "cháu", "nạn", "nhân"}))
      return true;
  }
  return false;
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

// "Mục tiêu của tỉnh: năm 2006 đạt 1,2 triệu USD": what is said of all behind the colon.
bool is_plan_before_colon(const Reading& reading, const Clause& clause) {
  const Sentence& sentence = reading.sentence_of(clause.first);
  if (clause.first <= sentence.first || !reading.is(clause.first - 1, ":")) return false;
  const Clause head = clause_of(reading, clause.first >= sentence.first + 2 ? clause.first - 2 : sentence.first);
  const LexiconMatch* word = last_match_before(reading, clause.first - 1, head.first, "expectations");
  // "Phương hướng năm 2011: vận động 10 dự án"
  for (std::size_t at = head.first; at + 1 < clause.first; ++at) {
    const bool opens = at == head.first || reading.is(at - 1, ",");
    const bool plan = (reading.is(at, "phương") && reading.is(at + 1, "hướng")) ||
                      (reading.is(at, "kế") && reading.is(at + 1, "hoạch"));
    if (opens && plan) return true;
  }
  return word != nullptr && (word->first == head.first || reading.is(word->first - 1, ","));
}

// "Đến năm 2010 có 20 tổ chức" in a text of 2008. What is pledged for later is pledged all the same.
bool is_yet_to_come(const Reading& reading, const Statement& statement, const DocumentContext& context) {
  if (!context.day || !context.day->value.year) return false;
  // "đang triển khai", "đã giải ngân": then the day of the document is not what it seems.
  const Sentence& sentence = reading.sentence_of(statement.first);
  for (std::size_t at = sentence.first; at < std::min(statement.last + 1, sentence.last); ++at) {
    if (reading.is_any(at, {"đã", "đang", "hiện"})) return false;
  }
  const auto* aid = std::get_if<AidValueFact>(&statement.candidate->fact);
  if (aid != nullptr && aid->stage == "committed") return false;
  const auto* count = std::get_if<CountFact>(&statement.candidate->fact);
  if (count != nullptr && count->of != "ngo" && count->of != "project") return false;
  const auto when = parse_iso(*measure_of(statement.candidate->fact)->period);
  // The term of a programme that is to begin is no forecast.
  if (aid != nullptr && when && when->to) return false;
  return when && when->from.year && *when->from.year > *context.day->value.year;
}

// "phấn đấu giải ngân 4 triệu USD, trong đó y tế 400.000 USD": a part is as sure as its whole.
bool is_part_of_plan(const Reading& reading, const Statement& earlier, const Statement& statement) {
  if (earlier.sentence != statement.sentence || *measure_of(earlier.candidate->fact)->certainty != Certainty::kExpected)
    return false;
  // "sẽ lên tới 66 dự án, trong đó 55 dự án đã được triển khai"
  for (std::size_t at = figure_of(reading, statement); at <= statement.last; ++at) {
    if (reading.is(at, "đã")) return false;
  }
  // "ước đạt 42 triệu USD; riêng nguồn phi chính phủ đạt 28 triệu USD": the part was reached.
  bool estimate = false;
  for (std::size_t at = earlier.first; at < earlier.last; ++at) estimate = estimate || reading.is(at, "ước");
  for (std::size_t at = earlier.last; at < figure_of(reading, statement); ++at) {
    if (estimate && reading.is(at, "đạt") && !reading.is(at - 1, "ước")) return false;
  }
  for (std::size_t at = earlier.last; at < figure_of(reading, statement); ++at) {
    if (reading.match_at(at, "part_words") != nullptr || reading.is(at, "riêng")) return true;
    // "phấn đấu vận động 25 triệu USD, bình quân 5 triệu USD/năm"
    if (reading.is_any(at, {"bình", "trung"}) && reading.is_any(at + 1, {"quân", "bình"})) return true;
    if (reading.is(at, "đã") || (reading.is(at, ";") && !reading.is(at + 1, "riêng"))) return false;
  }
  return false;
}

// Paragraphs that are headings, and whether each tells what is planned ("II. MỤC TIÊU", "IV. PHƯƠNG HƯỚNG NĂM 2000").
class PlanSections {
 public:
  explicit PlanSections(const Reading& reading) {
    for (std::size_t p = 0; p < reading.text().paragraphs().size(); ++p) {
      if (is_heading(reading, p)) headings_.emplace_back(p, tells_plan(reading, p));
    }
  }

  bool holds(std::size_t paragraph) const {
    const auto below = std::partition_point(headings_.begin(), headings_.end(),
                                            [&](const auto& heading) { return heading.first < paragraph; });
    return below != headings_.begin() && (below - 1)->second;
  }

 private:
  static bool tells_plan(const Reading& reading, std::size_t paragraph) {
    const std::size_t last = reading.first_token_of(paragraph + 1);
    bool plans = false;
    for (std::size_t at = reading.first_token_of(paragraph); at + 1 < last; ++at) {
      const bool plan = (reading.is(at, "phương") && reading.is(at + 1, "hướng")) ||
                        (reading.is(at, "mục") && reading.is(at + 1, "tiêu")) ||
                        (reading.is(at, "chỉ") && reading.is(at + 1, "tiêu")) ||
                        (reading.is(at, "nhiệm") && reading.is(at + 1, "vụ"));
      plans = plans || plan;
      // "Kết quả thực hiện các chỉ tiêu", "Đánh giá nhiệm vụ năm qua": what came of a plan.
      if (!plan && ((reading.is(at, "kết") && reading.is(at + 1, "quả")) || reading.is(at, "đánh"))) return false;
    }
    return plans;
  }

  std::vector<std::pair<std::size_t, bool>> headings_;
};

// "1. Vận động mới 4 đến 6 dự án" below such a heading: a verb without its subject opens the sentence.
bool is_planned_deed(const Reading& reading, const Statement& statement, const DocumentContext& context) {
  constexpr std::size_t kLongestMark = 3;  // "1.", "-", "a)"
  const Sentence& sentence = reading.sentence_of(statement.first);
  if (is_over(*measure_of(statement.candidate->fact)->period, context)) return false;
  for (std::size_t at = sentence.first; at < statement.last; ++at) {
    if (reading.is(at, "đã")) return false;
  }
  std::size_t first = sentence.first;
  while (first < sentence.first + kLongestMark && first < statement.first &&
         reading.tokens()[first].kind != TokenKind::kWord)
    ++first;
  if (first + 1 < statement.first && count_code_points(reading.folded(first)) == 1 && reading.is(first + 1, ")"))
    first += 2;  // "a) Vận động …"
  static constexpr std::string_view kDeeds[] = {"vận", "phấn", "tiếp", "huy", "thu", "duy", "giải", "triển", "tranh"};
  return reading.is_any(first, kDeeds);
}

// "Năm 2021: 3,15 triệu USD. Năm 2022: 2,78 triệu USD, giảm 11,7%": nothing says compared with what, the sums do.
Period base_by_sums(const std::vector<Statement>& statements, const Statement& changed, const Change& change) {
  constexpr double kRounding = 0.6;  // of the percentage
  const auto* now = std::get_if<AidValueFact>(&changed.candidate->fact);
  if (now == nullptr || !now->amount) return {};
  for (const Statement* at = &changed; at != statements.data() && (at - 1)->paragraph == changed.paragraph; --at) {
    const auto* then = std::get_if<AidValueFact>(&(at - 1)->candidate->fact);
    if (then == nullptr) continue;
    if (!then->amount || then->currency != now->currency || then->period.empty() || then->period == now->period)
      continue;
    const double from = then->amount->to_double();
    const double grown = (now->amount->to_double() - from) / from * 100;
    if (std::abs((change.increase ? grown : -grown) - change.percent.to_double()) < kRounding) return then->period;
  }
  return {};
}

// A word of expectation holds for a figure not far behind it; farther where no comma parts them: "dự kiến khởi công
// trường mầm non ở xã A huyện B với vốn viện trợ 430.000 USD".
std::size_t first_in_reach(const Reading& reading, std::size_t figure, std::size_t from) {
  constexpr std::size_t kNear = 12;
  constexpr std::size_t kFar = 22;
  std::size_t first = figure - kNear;
  while (first > from && figure - first < kFar && reading.tokens()[first - 1].kind == TokenKind::kWord) --first;
  for (std::size_t at = first; at < figure; ++at) {
    if (reading.tokens()[at].kind == TokenKind::kMark || reading.is(at, "đã")) return figure - kNear;
  }
  return first;
}

}  // namespace

void resolve_changes(const Reading& reading, std::vector<Statement>& statements,
                     const std::vector<SettledDate>& dates) {
  for (const Quantity& quantity : reading.quantities()) {
    if (!reading.is(quantity.last, "%") || !quantity.value) continue;
    const Bound bound = read_bound(reading, quantity.first, quantity.last);
    const auto increase = direction_before(reading, bound.first);
    const std::size_t sentence = reading.tokens()[quantity.first].sentence;
    Statement* statement = nearest_before(reading, statements, quantity.first, sentence);
    if (!increase || statement == nullptr || quantity.first - std::min(statement->last, quantity.first) > 12) continue;
    const Measure measure = *measure_of(statement->candidate->fact);
    if (*measure.change) continue;
    Change change;
    change.increase = *increase;
    change.percent = *quantity.value;
    change.relative_to = base_of(reading, quantity.last + 1, sentence, dates, *measure.period);
    if (change.relative_to.empty()) change.relative_to = base_by_sums(statements, *statement, change);
    *measure.change = change;
    statement->candidate->numbers.push_back(quantity.span);
    statement->candidate->span.end = std::max(statement->candidate->span.end, reading.tokens()[quantity.last].span.end);
  }
}

void resolve_certainty(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context) {
  const PlanSections sections(reading);
  for (auto it = statements.begin(); it != statements.end(); ++it) {
    Statement& statement = *it;
    const Clause clause = clause_of(reading, statement.first);
    std::size_t from = clause.first;
    for (auto other = it; other != statements.begin() && (other - 1)->sentence == statement.sentence; --other) {
      const std::size_t last = (other - 1)->last;
      if (last <= statement.first && last > from) from = last;
    }
    if (statement.first > from + 12) from = first_in_reach(reading, statement.first, from);
    const LexiconMatch* word = last_match_before(reading, statement.last, from, "expectations");
    if (word == nullptr) {
      const bool follows = it != statements.begin() && (shares_plan(*(it - 1), statement) ||
                                                        goes_on_with_plan(reading, *(it - 1), statement, context) ||
                                                        is_part_of_plan(reading, *(it - 1), statement));
      const bool planned = sections.holds(statement.paragraph) && is_planned_deed(reading, statement, context);
      if (follows || planned || is_yet_to_come(reading, statement, context) || is_plan_before_colon(reading, clause))
        *measure_of(statement.candidate->fact)->certainty = Certainty::kExpected;
      continue;
    }
    if (is_of_people(reading, *word, figure_of(reading, statement))) continue;
    const bool estimate = word->value("certainty") == "estimate";
    const Period& period = *measure_of(statement.candidate->fact)->period;
    if (estimate && (is_over(period, context) || is_told_as_done(reading, period, context, clause.first, word->first)))
      continue;
    *measure_of(statement.candidate->fact)->certainty = Certainty::kExpected;
    statement.candidate->lines.push_back(line_of(*word));
  }
}

}  // namespace trichluc
