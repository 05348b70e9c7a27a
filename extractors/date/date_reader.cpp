#include "extractors/date/date_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractors/date/date_points.h"
#include "extractors/lexicon/slip.h"

namespace trichluc {
namespace {

constexpr std::array<std::string_view, 4> kQuarters = {"i", "ii", "iii", "iv"};

class DateScanner {
 public:
  explicit DateScanner(const Reading& reading) : reading_(reading), tokens_(reading) {}

  DateReadings scan() {
    for (std::size_t at = 0; at < reading_.tokens().size();) {
      auto date = read_at(at);
      if (!date) {
        ++at;
        continue;
      }
      at = std::max(date->last, at + 1);
      if (!date->rule.empty()) finish(std::move(*date));
    }
    return std::move(out_);
  }

 private:
  using Rule = std::optional<DateReading> (DateScanner::*)(std::size_t) const;

  // The most specific first; the first that reads wins.
  std::optional<DateReading> read_at(std::size_t at) const {
    static constexpr Rule kRules[] = {
        &DateScanner::relative,    &DateScanner::from_to,      &DateScanner::months_of_year, &DateScanner::half_of_year,
        &DateScanner::quarter,     &DateScanner::days_listed,  &DateScanner::named_day,      &DateScanner::month_range,
        &DateScanner::named_month, &DateScanner::year_range,   &DateScanner::named_year,     &DateScanner::bare_day,
        &DateScanner::bare_month,  &DateScanner::bare_year,
    };
    for (const Rule rule : kRules) {
      if (auto date = (this->*rule)(at)) return date;
    }
    return std::nullopt;
  }

  void finish(DateReading date) {
    extend_to_part_of_day(date);
    date.span = reading_.span_of(date.first, date.last);
    if (is_lunar(date.last)) {
      out_.rejections.push_back({date.span, date.rule, "a lunar date is not a solar one"});
      return;
    }
    const std::size_t before = date.first;
    date.until = date.until || word_before(before, "đến") || word_before(before, "hết") || word_before(before, "tới") ||
                 word_before(before, "cuối");
    out_.dates.push_back(std::move(date));
  }

  // --- small parts -------------------------------------------------------------------------------------------------

  bool is(std::size_t at, std::string_view word) const { return tokens_.is(at, word); }
  bool word_before(std::size_t at, std::string_view word) const {
    return at > 0 && tokens_.inside(at - 1, at) && is(at - 1, word);
  }

  static DateReading made(std::string_view rule, std::size_t first, std::size_t last, CalendarSpan when) {
    DateReading date;
    date.rule = rule;
    date.first = first;
    date.last = last;
    date.when = when;
    return date;
  }

  bool is_lunar(std::size_t at) const {
    return (is(at, "âm") && is(at + 1, "lịch")) || (is(at, "(") && is(at + 1, "âm") && is(at + 2, "lịch"));
  }

  void extend_to_part_of_day(DateReading& date) const {
    if (date.first == 0 || !tokens_.inside(date.first - 1, date.first)) return;
    if (const LexiconMatch* part = reading_.match_before(date.first, "parts_of_day")) date.first = part->first;
  }

  // "năm 2023", "2023", "/2023", "năm nay" after months, quarters and halves; empty year where none is said.
  std::pair<std::optional<int>, std::size_t> year_after(std::size_t at, std::size_t of) const {
    std::size_t next = at;
    if (is(next, "/") || is(next, "-") || is(next, "của") || is(next, ",")) ++next;
    if (!tokens_.inside(next, of)) return {std::nullopt, at};
    if (const auto point = tokens_.year_point(next)) return {point->point.year, point->last};
    return {std::nullopt, is(at, "năm") ? at + 1 : at};
  }

  // A number of months in digits or words, 1 to 12.
  std::optional<int> small_number(std::size_t at) const {
    const Quantity* quantity = reading_.quantity_at(at);
    if (quantity == nullptr || !quantity->value || quantity->last != at + 1) return std::nullopt;
    const auto value = quantity->value->to_integer();
    return value && *value >= 1 && *value <= 12 ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
  }

  static CalendarSpan months(std::optional<int> year, int from, int to) {
    CalendarSpan when{{year, from, 0}, CalendarPoint{year, to, 0}, false};
    if (from == to) when.to.reset();
    return when;
  }

  // --- rules -------------------------------------------------------------------------------------------------------

  std::optional<DateReading> relative(std::size_t at) const {
    const LexiconMatch* match = reading_.match_at(at, "relative_times");
    if (match == nullptr) return std::nullopt;
    static constexpr std::pair<std::string_view, Relative> kLeans[] = {{"this_year", Relative::kThisYear},
                                                                       {"year_before", Relative::kYearBefore},
                                                                       {"same_period", Relative::kSamePeriod},
                                                                       {"now", Relative::kNow},
                                                                       {"year_to_date", Relative::kYearToDate}};
    // A false friend ("thực hiện", to carry out, for "hiện", now) is passed over whole.
    if (match->value("lean").empty()) return made("", at, match->last, {});
    DateReading date = made("date.relative", at, match->last, {});
    for (const auto& [name, lean] : kLeans) {
      if (match->value("lean") == name) date.relative = lean;
    }
    // "cùng kỳ năm 2021" says its year.
    if (date.relative == Relative::kSamePeriod) {
      if (const auto point = tokens_.year_point(date.last); point && tokens_.inside(date.last, at)) {
        date.when.from = point->point;
        date.last = point->last;
      }
    }
    return date;
  }

  // One end of "từ … đến …": a day, a month or a year with or without its name.
  std::optional<PointAt> end_point(std::size_t at) const {
    std::size_t next = at;
    if (is(next, "hết") || is(next, "cuối") || is(next, "đầu")) ++next;
    if (is(next, "ngày")) ++next;
    if (auto point = tokens_.spelled_day_month(next)) return point;
    if (auto point = tokens_.day_month(next)) return point;
    if (is(next, "tháng")) return tokens_.month(next + 1);
    if (auto point = tokens_.month(next); point && point->point.year) return point;
    return tokens_.year_point(next);
  }

  std::optional<DateReading> from_to(std::size_t at) const {
    if (!is(at, "từ") || !tokens_.inside(at + 1, at)) return std::nullopt;
    const auto from = end_point(at + 1);
    if (!from) return std::nullopt;
    const std::size_t link = from->last;
    if (!(is(link, "đến") || is(link, "tới") || is(link, "-")) || !tokens_.inside(link + 1, at)) return std::nullopt;
    if (is(link + 1, "nay")) {
      CalendarSpan open{from->point, std::nullopt, true};
      return made("date.from_until_now", at, link + 2, open);
    }
    const auto to = end_point(link + 1);
    if (!to) return std::nullopt;
    CalendarSpan when{from->point, to->point, false};
    if (!when.from.year) when.from.year = to->point.year;
    return made("date.from_to", at, to->last, when);
  }

  // "8 tháng đầu năm 2023", "sáu tháng cuối năm".
  std::optional<DateReading> months_of_year(std::size_t at) const {
    const auto count = small_number(at);
    if (!count || !is(at + 1, "tháng") || !(is(at + 2, "đầu") || is(at + 2, "cuối"))) return std::nullopt;
    if (!is(at + 3, "năm") || !tokens_.inside(at + 3, at)) return std::nullopt;
    const auto [year, last] = year_after(at + 3, at);
    const bool first_months = is(at + 2, "đầu");
    return made("date.months_of_year", at, last, first_months ? months(year, 1, *count) : months(year, 13 - *count, 12));
  }

  // "nửa đầu năm 2023", "nửa cuối năm".
  std::optional<DateReading> half_of_year(std::size_t at) const {
    if (!is(at, "nửa") || !(is(at + 1, "đầu") || is(at + 1, "cuối")) || !is(at + 2, "năm")) return std::nullopt;
    const auto [year, last] = year_after(at + 2, at);
    return made("date.half_of_year", at, last, is(at + 1, "đầu") ? months(year, 1, 6) : months(year, 7, 12));
  }

  std::optional<int> quarter_number(std::size_t at) const {
    for (std::size_t i = 0; i < kQuarters.size(); ++i) {
      if (is(at, kQuarters[i])) return static_cast<int>(i) + 1;
    }
    const auto number = tokens_.number(at);
    return number && *number >= 1 && *number <= 4 ? number : std::nullopt;
  }

  // "quý I/2023", "quý 3 năm 2022".
  std::optional<DateReading> quarter(std::size_t at) const {
    if (!(is(at, "quý") || is(at, "quí")) || !tokens_.inside(at + 1, at)) return std::nullopt;
    const auto number = quarter_number(at + 1);
    if (!number) return std::nullopt;
    const auto [year, last] = year_after(at + 2, at);
    return made("date.quarter", at, last, months(year, *number * 3 - 2, *number * 3));
  }

  // "hai ngày 13 và 14.11", "ngày 28-29/11/2013", "12-13/12/2019".
  std::optional<DateReading> days_listed(std::size_t at) const {
    const bool named = is(at, "ngày");
    const std::size_t first = named ? at + 1 : at;
    const auto day = tokens_.number(first);
    if (!day || *day < 1 || *day > 31 || !tokens_.inside(first + 2, at)) return std::nullopt;
    if (!(is(first + 1, "-") || is(first + 1, "và") || is(first + 1, ","))) return std::nullopt;
    std::size_t next = first + 2;
    if (is(next, "ngày")) ++next;
    auto to = tokens_.day_month(next);
    if (!to) to = tokens_.spelled_day_month(next);
    if (!to || to->point.day <= *day || (!named && !to->point.year)) return std::nullopt;
    CalendarPoint from = to->point;
    from.day = *day;
    return made("date.days_listed", at, to->last, {from, to->point, false});
  }

  bool is_day_word(std::size_t at) const {
    if (is(at, "ngày")) return true;
    // "Ngay 21/12": print and recognisers lose the accent.
    return at < reading_.tokens().size() && reading_.folded(at).size() >= 4 && within_one_slip(reading_.folded(at), "ngày");
  }

  std::optional<DateReading> named_day(std::size_t at) const {
    if (!is_day_word(at) || !tokens_.inside(at + 1, at)) return std::nullopt;
    auto point = tokens_.spelled_day_month(at + 1);
    if (!point) point = tokens_.day_month(at + 1);
    if (!point) return std::nullopt;
    return made("date.named_day", at, point->last, {point->point, std::nullopt, false});
  }

  // "tháng 1-8/2023".
  std::optional<DateReading> month_range(std::size_t at) const {
    if (!is(at, "tháng") || !(is(at + 2, "-") || is(at + 2, "đến"))) return std::nullopt;
    const auto from = tokens_.number(at + 1);
    std::size_t next = at + 3;
    if (is(next, "tháng")) ++next;
    const auto to = tokens_.inside(next, at) ? tokens_.month(next) : std::nullopt;
    if (!from || !to || *from < 1 || *from >= to->point.month) return std::nullopt;
    return made("date.month_range", at, to->last, {{to->point.year, *from, 0}, to->point, false});
  }

  std::optional<DateReading> named_month(std::size_t at) const {
    if (!is(at, "tháng") || !tokens_.inside(at + 1, at)) return std::nullopt;
    const auto point = tokens_.month(at + 1);
    if (!point) return std::nullopt;
    return made("date.named_month", at, point->last, {point->point, std::nullopt, false});
  }

  bool stands_in_number(std::size_t at, std::size_t last) const {
    const auto& tokens = reading_.tokens();
    const auto glued = [&](std::size_t mark, std::size_t other) {
      return tokens[mark].kind == TokenKind::kMark && tokens[mark].folded != "(" && tokens[mark].folded != ")" &&
             tokens[mark].folded != "," && tokens[mark].folded != "." && tokens[mark].folded != ";" &&
             tokens[mark].folded != ":" && tokens[mark].folded != "\"" && tokens[mark].folded != "…" &&
             !tokens[std::max(mark, other)].blank_before;
    };
    if (at > 0 && tokens_.inside(at - 1, at) && glued(at - 1, at)) return true;
    return last < tokens.size() && tokens_.inside(last, at) && glued(last, last);
  }

  // "1996-2017", "giai đoạn 2016 - 2020", "giai đoạn 2016 đến 2020".
  std::optional<DateReading> year_range(std::size_t at) const {
    std::size_t next = is(at, "năm") ? at + 1 : at;
    const auto from = tokens_.year(next);
    if (!from || !(is(next + 1, "-") || is(next + 1, "đến") || is(next + 1, "/"))) return std::nullopt;
    const bool slash = is(next + 1, "/");
    std::size_t second = next + 2;
    if (is(second, "năm")) ++second;
    const auto to = tokens_.inside(second, at) ? tokens_.year(second) : std::nullopt;
    if (!to || *to <= *from || slash || stands_in_number(next, second + 1)) return std::nullopt;
    return made("date.year_range", at, second + 1, {{from, 0, 0}, CalendarPoint{to, 0, 0}, false});
  }

  std::optional<DateReading> named_year(std::size_t at) const {
    if (!is(at, "năm") || !tokens_.inside(at + 1, at)) return std::nullopt;
    const auto point = tokens_.year_point(at);
    if (!point) return std::nullopt;
    return made("date.named_year", at, point->last, {point->point, std::nullopt, false});
  }

  // A day and month without "ngày" may be a fraction ("3/4 số tổ chức"): a year, or a word of time in front, decides.
  bool time_word_before(std::size_t at) const {
    static constexpr std::string_view kWords[] = {"từ", "đến", "tới", "hôm", "vào", "trước", "sau"};
    for (const std::string_view word : kWords) {
      if (word_before(at, word)) return true;
    }
    const LexiconMatch* part = at > 0 ? reading_.match_before(at, "parts_of_day") : nullptr;
    if (part != nullptr && tokens_.inside(part->first, at)) return true;
    return word_before(at, "(") && at > 1 && is_weekday_or_day(at - 2);
  }

  bool is_weekday_or_day(std::size_t at) const { return is(at, "nay") || is(at, "qua") || is(at, "nhật"); }

  std::optional<DateReading> bare_day(std::size_t at) const {
    const auto point = tokens_.day_month(at);
    if (!point || (at > 0 && tokens_.inside(at - 1, at) && is(at - 1, "/"))) return std::nullopt;
    if (!point->point.year && !time_word_before(at)) return std::nullopt;
    return made("date.bare_day", at, point->last, {point->point, std::nullopt, false});
  }

  std::optional<DateReading> bare_month(std::size_t at) const {
    const auto point = tokens_.month(at);
    if (!point || !point->point.year || stands_in_number(at, point->last)) return std::nullopt;
    return made("date.bare_month", at, point->last, {point->point, std::nullopt, false});
  }

  // "công tác 2019": four digits that nothing counts.
  std::optional<DateReading> bare_year(std::size_t at) const {
    const auto year = tokens_.year(at);
    if (!year || stands_in_number(at, at + 1)) return std::nullopt;
    if (word_before(at, "số") || word_before(at, "lần") || word_before(at, "thứ")) return std::nullopt;
    const Quantity* quantity = reading_.quantity_at(at);
    if (quantity != nullptr && (quantity->scaled || !quantity->value || quantity->last != at + 1)) return std::nullopt;
    static constexpr std::string_view kCounted[] = {"head_nouns", "currencies", "number_scales", "measure_units"};
    for (const std::string_view table : kCounted) {
      if (reading_.match_at(at + 1, table) != nullptr && tokens_.inside(at + 1, at)) return std::nullopt;
    }
    if (is(at + 1, "%")) return std::nullopt;
    return made("date.bare_year", at, at + 1, {{year, 0, 0}, std::nullopt, false});
  }

  const Reading& reading_;
  DateTokens tokens_;
  DateReadings out_;
};

}  // namespace

DateReadings read_dates(const Reading& reading) { return DateScanner(reading).scan(); }

}  // namespace trichluc
