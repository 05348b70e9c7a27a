#include "extractors/date/date_reader.h"

#include <algorithm>
#include <utility>

#include "extractors/date/date_points.h"
#include "extractors/date/day_rules.h"
#include "extractors/date/months_alone.h"
#include "extractors/date/no_dates.h"
#include "extractors/date/period_rules.h"
#include "extractors/date/printed_days.h"

namespace trichluc {
namespace {

class DateScanner {
 public:
  explicit DateScanner(const Reading& reading)
      : reading_(reading), tokens_(reading), days_(reading), printed_(reading), periods_(reading), no_dates_(reading) {}

  DateReadings scan() {
    for (std::size_t at = 0; at < reading_.tokens().size();) {
      if (!may_begin(at)) {
        ++at;
        continue;
      }
      // Times of day first: "17:01, 14/03/2023" holds no day 01.
      const bool number = reading_.tokens()[at].kind == TokenKind::kNumber;
      if (const std::size_t clock = number ? tokens_.after_clock(at) : at; clock > at) {
        at = clock;
        continue;
      }
      FoundDates found = read_at(at);
      if (found.empty()) {
        ++at;
        continue;
      }
      at = std::max(found.back().last, at + 1);
      for (DateReading& date : found) finish(std::move(date));
    }
    return std::move(out_);
  }

 private:
  // The most specific first; the first that reads wins.
  FoundDates read_at(std::size_t at) const {
    if (auto found = relative(at); !found.empty()) return found;
    using PrintedRule = FoundDates (PrintedDays::*)(std::size_t) const;
    static constexpr PrintedRule kPrinted[] = {&PrintedDays::english,     &PrintedDays::iso,
                                               &PrintedDays::month_first, &PrintedDays::short_year,
                                               &PrintedDays::missing_day, &PrintedDays::short_month};
    for (const PrintedRule rule : kPrinted) {
      if (auto found = (printed_.*rule)(at); !found.empty()) return found;
    }
    if (auto found = days_.from_to(at); !found.empty()) return found;
    using PeriodRule = FoundDates (PeriodRules::*)(std::size_t) const;
    static constexpr PeriodRule kBeforeDays[] = {&PeriodRules::months_of_year,   &PeriodRules::half_of_year,
                                                 &PeriodRules::quarters_of_year, &PeriodRules::quarter,
                                                 &PeriodRules::edge_month,       &PeriodRules::decade,
                                                 &PeriodRules::short_range,      &PeriodRules::short_year};
    static constexpr PeriodRule kAfterDays[] = {&PeriodRules::month_range, &PeriodRules::months_listed,
                                                &PeriodRules::named_month, &PeriodRules::year_range,
                                                &PeriodRules::named_year};
    for (const PeriodRule rule : kBeforeDays) {
      if (auto found = (periods_.*rule)(at); !found.empty()) return found;
    }
    if (auto found = days_.listed(at); !found.empty()) return found;
    if (auto found = days_.named(at); !found.empty()) return found;
    for (const PeriodRule rule : kAfterDays) {
      if (auto found = (periods_.*rule)(at); !found.empty()) return found;
    }
    if (auto found = days_.bare(at, follows_day(at)); !found.empty()) return found;
    if (auto found = periods_.bare_month(at); !found.empty()) return found;
    return periods_.bare_year(at);
  }

  // Asked for every word of a text: only words of the same first letter are compared.
  static bool is_opener(std::string_view word) {
    switch (word.front()) {
      case 't':
        return word == "t" || word == "từ" || word == "tháng" || word == "thập";
      case 'n':
        return word == "năm" || word == "nửa" || word == "những";
      case 'q':
        return word == "quý" || word == "quí";
      case 'g':
        return word == "giữa";
      case 'c':
        return word == "cuối";
      case 'h':
        return word == "hết";
      default:
        return word == "đầu";
    }
  }

  // Every rule begins with a number or with one of these words.
  bool may_begin(std::size_t at) const {
    const Token& token = reading_.tokens()[at];
    if (token.kind == TokenKind::kMark) return false;
    if (token.kind == TokenKind::kNumber || is_opener(token.folded) || reading_.quantity_at(at) != nullptr) return true;
    static constexpr Shelves kTimes = {"relative_times", "months"};
    const char first = token.folded.front();
    if ((first == 'n' || first == 'm') && days_.is_day_word(at)) return true;
    return reading_.may_match_at(at, kTimes) &&
           (reading_.match_at(at, "relative_times") != nullptr || reading_.match_at(at, "months") != nullptr);
  }

  // "ngày 15/1 và 15/7".
  bool follows_day(std::size_t at) const {
    if (out_.dates.empty() || at == 0 || !tokens_.is_any(at - 1, {"và", ","})) return false;
    const DateReading& before = out_.dates.back();
    return before.last + 1 == at && before.when.from.day > 0 && tokens_.inside(before.first, at);
  }

  FoundDates relative(std::size_t at) const {
    const LexiconMatch* match = reading_.match_at(at, "relative_times");
    if (match == nullptr) return {};
    static constexpr std::pair<std::string_view, Relative> kLeans[] = {{"this_year", Relative::kThisYear},
                                                                       {"year_before", Relative::kYearBefore},
                                                                       {"same_period", Relative::kSamePeriod},
                                                                       {"now", Relative::kNow},
                                                                       {"year_to_date", Relative::kYearToDate}};
    // "Đang có 381 tổ chức"; behind a subject the words tell no time of their own ("9 tổ chức đang có dự án").
    const bool opens = at == reading_.sentence_of(at).first || reading_.tokens()[at - 1].kind == TokenKind::kMark;
    if (tokens_.is(at, "đang") && !opens) return {};
    // A false friend ("thực hiện", to carry out, for "hiện", now) is passed over whole.
    if (match->value("lean").empty()) return {date_at("", at, match->last, {})};
    if (match->value("lean") == "year_after") return {};  // alone it tells of no certain time
    DateReading date = date_at("date.relative", at, match->last, {});
    for (const auto& [name, lean] : kLeans) {
      if (match->value("lean") == name) date.relative = lean;
    }
    // "cùng kỳ năm 2021" says its year.
    if (date.relative == Relative::kSamePeriod && tokens_.inside(date.last, at)) {
      if (const auto point = tokens_.year_point(date.last)) {
        date.when.from = point->point;
        date.last = point->last;
      }
    }
    return {date};
  }

  void finish(DateReading date) {
    if (date.rule.empty()) return;
    extend_to_part_of_day(date);
    const Span own = reading_.span_of(date.first, date.last);
    date.span = date.span.empty() ? own : Span{own.begin, date.span.end};
    if (const std::string_view reason = no_dates_.reason(date); !reason.empty()) {
      out_.rejections.push_back({date.span, date.rule, std::string(reason)});
      return;
    }
    date.recurring = !date.when.has_year() && is_of_every_year(date.last);
    for (const std::string_view word : {"đến", "hết", "tới", "cuối"}) {
      date.until = date.until || tokens_.word_before(date.first, word);
    }
    date.as_of = is_as_of(date.first);
    out_.dates.push_back(std::move(date));
  }

  bool is_as_of(std::size_t first) const {
    std::size_t at = first;
    while (at > 0 && tokens_.inside(at - 1, first) &&
           tokens_.is_any(at - 1, {"hết", "cuối", "giữa", "đầu", "thời", "điểm"}))
      --at;
    return tokens_.word_before(at, "đến") || tokens_.word_before(at, "tới");
  }

  // "… 15/1 và 15/7 hằng năm".
  bool is_of_every_year(std::size_t at) const {
    constexpr std::size_t kNear = 6;
    for (std::size_t next = at; next < at + kNear && next + 1 < reading_.tokens().size(); ++next) {
      if (tokens_.is_any(next, {"hằng", "hàng", "mỗi"}) && tokens_.is(next + 1, "năm"))
        return tokens_.inside(next, at - 1);
      const bool goes_on = tokens_.is_any(next, {"và", ",", "/", "ngày", "của"}) || tokens_.number(next);
      if (!goes_on) return false;
    }
    return false;
  }

  void extend_to_part_of_day(DateReading& date) const {
    if (date.first == 0 || !tokens_.inside(date.first - 1, date.first)) return;
    if (const LexiconMatch* part = reading_.match_before(date.first, "parts_of_day")) date.first = part->first;
  }

  const Reading& reading_;
  DateTokens tokens_;
  DayRules days_;
  PrintedDays printed_;
  PeriodRules periods_;
  NoDates no_dates_;
  DateReadings out_;
};

}  // namespace

DateReadings read_dates(const Reading& reading) {
  DateReadings readings = DateScanner(reading).scan();
  add_months_alone(reading, readings.dates);
  return readings;
}

}  // namespace trichluc
