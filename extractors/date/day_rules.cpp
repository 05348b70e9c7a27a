#include "extractors/date/day_rules.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc {
namespace {

// The longest list of days before the one that has the month ("các ngày 3, 5, 7 và 9/4").
constexpr std::size_t kMostListed = 8;

int granularity(const CalendarPoint& point) {
  return point.day > 0 ? 2 : point.month > 0 ? 1 : 0;
}

bool is_earlier(const CalendarPoint& a, const CalendarPoint& b) {
  return std::pair(a.month, a.day) < std::pair(b.month, b.day);
}

// Month and year that one end leaves to the other; empty where the two cannot be one stretch of time.
std::optional<CalendarSpan> completed(CalendarPoint from, CalendarPoint to) {
  if (from.day > 0 && from.month == 0) {
    if (to.day <= from.day) return std::nullopt;
    from.month = to.month;
  }
  const bool turns = from.month > 0 && to.month > 0 && is_earlier(to, from);
  if (!from.year && to.year) from.year = *to.year - (turns ? 1 : 0);
  if (!to.year && from.year) to.year = *from.year + (turns ? 1 : 0);
  if (!is_valid(from) || !is_valid(to)) return std::nullopt;
  if (from.year && std::tuple(*from.year, from.month, from.day) >= std::tuple(*to.year, to.month, to.day)) {
    const bool mixed = granularity(from) != granularity(to) && *from.year <= *to.year;
    if (!mixed) return std::nullopt;
  }
  return CalendarSpan{from, to, false};
}

// "ngay", "ngáy", "ngãy".
bool is_day_with_other_marks(std::string_view word) {
  constexpr std::string_view kBegin = "ng";
  constexpr std::size_t kLongest = 8;  // bytes, with marks on both letters
  if (word.size() > kLongest || !word.starts_with(kBegin)) return false;
  std::size_t at = kBegin.size();
  for (const char base : {'a', 'y'}) {
    if (at == word.size()) return false;
    const CodePoint letter = code_point_at(word, at);
    if (text::take_apart(letter.value).base != base) return false;
    at += letter.size;
  }
  return at == word.size();
}

}  // namespace

DateReading date_at(std::string_view rule, std::size_t first, std::size_t last, const CalendarSpan& when) {
  DateReading date;
  date.rule = rule;
  date.first = first;
  date.last = last;
  date.when = when;
  return date;
}

// "mùng", "mồng": before the first ten days of a month. "Ngay 21/12": print and recognisers lose the accent.
bool DayRules::is_day_word(std::size_t at) const {
  if (at >= reading_.tokens().size()) return false;
  const std::string_view word = reading_.folded(at);
  if (word.front() == 'm') return word == "mùng" || word == "mồng";
  return word.front() == 'n' && is_day_with_other_marks(word);
}

// "thứ Tư (12/4)", "Chủ nhật, 5/6".
bool DayRules::weekday_before(std::size_t at) const {
  if (at > 0 && tokens_.is_any(at - 1, {"(", ","})) --at;
  if (at < 2 || !tokens_.inside(at - 2, at)) return false;
  return tokens_.is(at - 2, "thứ") || (tokens_.is(at - 2, "chủ") && tokens_.is(at - 1, "nhật"));
}

bool DayRules::part_of_day_before(std::size_t at) const {
  const LexiconMatch* part = at > 0 ? reading_.match_before(at, "parts_of_day") : nullptr;
  return part != nullptr && tokens_.inside(part->first, at);
}

// "Hôm nay 27/12", "hôm qua, 14-11", "ngày mai (7/6)", "Sáng nay (14/3)", "Sáng nay - 23/9".
bool DayRules::relative_day_before(std::size_t at) const {
  if (tokens_.word_before(at, ",") || tokens_.word_before(at, "(") || tokens_.word_before(at, "-")) --at;
  if (at < 2 || !tokens_.inside(at - 2, at) || !tokens_.is_any(at - 1, {"nay", "qua", "kia", "mai"})) return false;
  return tokens_.is_any(at - 2, {"hôm", "ngày"}) || reading_.match_before(at - 1, "parts_of_day") != nullptr;
}

bool DayRules::time_word_before(std::size_t at) const {
  if (tokens_.word_before(at, "(")) return at > 1 && tokens_.is_any(at - 2, {"nay", "qua"});
  // "dời sang 19/10", "lùi sang 5/6".
  const bool put_off = at > 1 && tokens_.word_before(at, "sang") && tokens_.inside(at - 2, at) &&
                       tokens_.is_any(at - 2, {"dời", "lùi", "hoãn", "chuyển"});
  if (put_off) return true;
  return at > 0 && tokens_.inside(at - 1, at) && tokens_.is_any(at - 1, {"từ", "đến", "tới", "vào", "trước", "sau"});
}

// "tính đến 15-5", "tính đến hết 15/5", "đến thời điểm 30/9".
bool DayRules::as_of_before(std::size_t at) const {
  if (tokens_.word_before(at, "hết")) --at;
  if (at < 2 || !tokens_.inside(at - 2, at)) return false;
  if (tokens_.is(at - 1, "điểm")) return tokens_.is(at - 2, "thời");
  return tokens_.is_any(at - 1, {"đến", "tới"}) && tokens_.is(at - 2, "tính");
}

// "Hà Nội (16/5)", "(TTXVN, 16/5)", "(TTXVN 16/5)": alone in brackets and no part of a whole, for it would be more than
// the whole.
bool DayRules::in_brackets_no_fraction(std::size_t first, const PointAt& read) const {
  const bool comma = first > 1 && tokens_.word_before(first, ",") && reading_.tokens()[first - 2].capital;
  const bool agency = first > 1 && reading_.tokens()[first - 1].all_capitals && tokens_.word_before(first - 1, "(");
  const bool behind_source = comma || agency;
  const bool bracketed = (tokens_.word_before(first, "(") || behind_source) && tokens_.is(read.last, ")");
  return bracketed && read.point.day > read.point.month;
}

// "mỗi ngày 5-10 lượt", "ngày 3-4 lần": how often or how much.
bool DayRules::is_count_of(std::size_t last) const {
  return reading_.match_at(last, "measure_units") != nullptr || tokens_.is_any(last, {"lần", "viên", "giờ", "bữa"});
}

// Is there nothing that the numbers before could count?
bool DayRules::ends_phrase(std::size_t last) const {
  if (last >= reading_.tokens().size() || reading_.tokens()[last].paragraph != reading_.tokens()[last - 1].paragraph)
    return true;
  return reading_.tokens()[last].kind == TokenKind::kMark ? !tokens_.is_any(last, {"%", "/", "-"})
                                                          : tokens_.is_any(last, {"tại", "ở", "tới", "sẽ", "đã"});
}

// "đêm 14, rạng sáng 15/3".
std::size_t DayRules::after_part_of_day(std::size_t at) const {
  const LexiconMatch* part = reading_.match_at(at, "parts_of_day");
  return part != nullptr ? part->last : at;
}

// "3/4 số xã", "từ 1/3 lên 1/2": parts of a whole, not days.
bool DayRules::is_fraction(std::size_t last) const {
  if (tokens_.is_any(last, {"số", "tổng", "chỉ", "tiêu", "điểm", "lên", "xuống", "%"})) return true;
  static constexpr TableKey kCounted[] = {"head_nouns", "measure_units"};
  return std::any_of(std::begin(kCounted), std::end(kCounted),
                     [&](TableKey table) { return reading_.match_at(last, table) != nullptr; });
}

// One past "đến nay", "tới nay", "trở lại đây"; `at` where none follows.
std::size_t DayRules::until_now(std::size_t at) const {
  std::size_t next = at;
  if (tokens_.is_any(next, {"cho", "và", "kéo"})) ++next;
  if (tokens_.is_any(next, {"đến", "tới", "-"}) && tokens_.is(next + 1, "nay")) return next + 2;
  if (tokens_.is_any(next, {"đến", "tới"}) && tokens_.is(next + 1, "thời") && tokens_.is(next + 2, "điểm")) {
    if (tokens_.is(next + 3, "này")) return next + 4;
    return tokens_.is(next + 3, "hiện") ? next + 5 : at;
  }
  if (tokens_.is_any(next, {"đến", "tới"}) && tokens_.is(next + 1, "hiện")) return next + 3;
  if (tokens_.is(next, "trở") && tokens_.is(next + 1, "lại") && tokens_.is(next + 2, "đây")) return next + 3;
  return at;
}

// One end of a stretch of time: a day, a month or a year.
std::optional<DayRules::End> DayRules::whole_end(std::size_t at) const {
  std::size_t next = tokens_.after_clock(at);
  if (next > at && tokens_.is(next, ",")) ++next;
  while (tokens_.is_any(next, {"hết", "cuối", "đầu", "giữa", "sau"})) ++next;
  const bool named_day = is_day_word(next);
  if (named_day) ++next;
  if (named_day && is_day_word(next)) ++next;
  if (auto point = tokens_.spelled_day_month(next, named_day)) return End{point->point, point->last, true};
  if (auto point = tokens_.day_month(next)) return End{point->point, point->last, named_day};
  if (named_day) return std::nullopt;
  if (tokens_.is(next, "tháng")) {
    const auto point = tokens_.inside(next + 1, at) ? tokens_.month(next + 1) : std::nullopt;
    return point ? std::optional<End>(End{point->point, point->last, true}) : std::nullopt;
  }
  if (auto point = tokens_.month(next); point && point->point.year && tokens_.is(next + 1, "/")) {
    return End{point->point, point->last, false};
  }
  const auto year = tokens_.year_point(next);
  return year ? std::optional<End>(End{year->point, year->last, tokens_.is(next, "năm")}) : std::nullopt;
}

// "hết quý I năm 2015", "quý III/2019": the last month of a quarter ends a stretch.
std::optional<DayRules::End> DayRules::quarter_end(std::size_t at) const {
  static constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv"};
  std::size_t next = at;
  while (tokens_.is_any(next, {"hết", "cuối"})) ++next;
  if (!tokens_.is_any(next, {"quý", "quí"}) || !tokens_.inside(next + 2, at)) return std::nullopt;
  const auto* found = std::find(std::begin(kRoman), std::end(kRoman), reading_.folded(next + 1));
  const int roman = found == std::end(kRoman) ? 0 : static_cast<int>(found - std::begin(kRoman)) + 1;
  const int quarter = roman > 0 ? roman : tokens_.number(next + 1).value_or(0);
  const std::size_t behind = tokens_.is_any(next + 2, {"/", "-"}) ? next + 3 : next + 2;
  const auto year = tokens_.inside(behind, at) ? tokens_.year_point(behind) : std::nullopt;
  if (quarter < 1 || quarter > 4 || !year) return std::nullopt;
  return End{{year->point.year, quarter * 3, 0}, year->last, true};
}

// "ngày 28" of "ngày 28 đến 29/11": a day that takes its month from the other end.
std::optional<DayRules::End> DayRules::short_start(std::size_t at) const {
  std::size_t next = at;
  while (is_day_word(next) && next < at + 2) ++next;
  const auto day = tokens_.inside(next, at) ? tokens_.number(next) : std::nullopt;
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return End{{std::nullopt, 0, *day}, next + 1, next > at};
}

bool DayRules::agree(const End& from, const End& to, bool said_from) const {
  const bool same = granularity(from.point) == granularity(to.point);
  // "từ 5 đến 7/10 số xã": only a name or a year makes bare numbers a day.
  if (from.point.day > 0 && from.point.month == 0) {
    const bool sure = from.named || to.named || (said_from && (to.point.year || ends_phrase(to.last)));
    return granularity(to.point) == 2 && sure;
  }
  if (!from.point.year && !from.named && !to.named && !to.point.year) return said_from && same && !is_fraction(to.last);
  if (said_from) return true;
  return same && granularity(from.point) > 0 && (from.named || from.point.year || to.point.year);
}

// "từ đầu năm đến 30/6/2022", "từ đầu năm đến hết tháng 6/2022": the year that begins is the one that ends it.
FoundDates DayRules::since_new_year(std::size_t at) const {
  if (!tokens_.is(at, "từ") || !tokens_.is(at + 1, "đầu") || !tokens_.is(at + 2, "năm")) return {};
  if (!tokens_.is_any(at + 3, {"đến", "tới"}) || !tokens_.inside(at + 4, at)) return {};
  const auto to = whole_end(at + 4);
  if (!to || to->point.month == 0) return {};
  const CalendarPoint from{to->point.year, 1, to->point.day > 0 ? 1 : 0};
  if (is_valid(to->point) && from != to->point && is_earlier(from, to->point))
    return {date_at("date.since_new_year", at, to->last, {from, to->point, false})};
  return {};
}

// "từ năm 2013 đến tháng 2 năm nay": ends in a year that is not said.
DateReading DayRules::to_unsaid_year(std::size_t at, const CalendarPoint& from, const End& to) const {
  const LexiconMatch* lean = tokens_.inside(to.last, at) ? reading_.match_at(to.last, "relative_times") : nullptr;
  const bool this_year = lean != nullptr && lean->value("lean") == "this_year";
  DateReading date = date_at("date.from_to_unsaid", at, this_year ? lean->last : to.last, {from, std::nullopt, true});
  if (this_year) date.unsaid_end = to.point;
  return date;
}

namespace {

bool is_anniversary(const CalendarPoint& from, const CalendarPoint& to) {
  return from.day > 0 && from.day == to.day && from.month == to.month && from.year && to.year && *from.year < *to.year;
}

}  // namespace

// "từ năm 2016 đến nay"; "Đầu năm 2016 đến nay", "Năm 2016 đến nay", "2019 - nay" say so without "từ".
FoundDates DayRules::until_today(std::size_t at, const End& from) const {
  const std::size_t now = until_now(from.last);
  const bool begins = tokens_.is(at, "năm") && reading_.tokens()[at].capital;
  const bool opened = tokens_.is(at, "từ") || ((tokens_.is_any(at, {"đầu", "giữa", "cuối"}) || begins) && from.named) ||
                      (tokens_.is(from.last, "-") && from.point.year);
  if (!opened || now <= from.last || !tokens_.inside(now - 1, at) || !is_valid(from.point)) return {};
  return {date_at("date.from_until_now", at, now, {from.point, std::nullopt, true})};
}

FoundDates DayRules::from_to(std::size_t at) const {
  const bool said_from = tokens_.is(at, "từ");
  const std::size_t begin = said_from ? at + 1 : at;
  if (!tokens_.inside(begin, at)) return {};
  const Quantity* sum = reading_.quantity_at(begin);
  if (sum != nullptr && sum->scaled) return {};  // "từ 12.3 đến 15.5 triệu"
  if (auto found = since_new_year(at); !found.empty()) return found;
  auto from = whole_end(begin);
  if (!from) from = short_start(begin);
  if (!from) return {};
  // "Từ tháng 4 năm nay đến tháng 3/2006": the other end tells which year this one is.
  const LexiconMatch* lean = tokens_.inside(from->last, at) ? reading_.match_at(from->last, "relative_times") : nullptr;
  if (said_from && from->point.month > 0 && lean != nullptr && lean->value("lean") == "this_year")
    from->last = lean->last;
  const bool year_before = said_from && !from->point.year && from->point.month > 0 && lean != nullptr &&
                           lean->value("lean") == "year_before";
  if (year_before) from->last = lean->last;
  if (auto found = until_today(at, *from); !found.empty()) return found;
  const std::size_t link = tokens_.is(from->last, "cho") ? from->last + 1 : from->last;
  const bool linked = tokens_.is_any(link, {"đến", "tới", "-"}) && tokens_.inside(link + 1, at);
  auto to = linked ? whole_end(link + 1) : std::nullopt;
  if (linked && !to && said_from) to = quarter_end(link + 1);
  if (!to || !agree(*from, *to, said_from)) return {};
  // "28-29/11" without "từ" is a list of days.
  if (!said_from && from->point.month == 0 && from->point.day > 0 && tokens_.is(link, "-")) return {};
  if (from->point.month == 0 && from->point.day == 0 && to->point.month > 0 && !to->point.year)
    return {to_unsaid_year(at, from->point, *to)};
  const bool dashed = !said_from && tokens_.is(link, "-");
  return stretch(at, *from, *to, dashed ? Stretch::kDashed : year_before ? Stretch::kFromYearBefore : Stretch::kPlain);
}

FoundDates DayRules::stretch(std::size_t at, const End& from, const End& to, Stretch told) const {
  CalendarPoint begin = from.point;
  const bool year_before = told == Stretch::kFromYearBefore;
  if (year_before && to.point.year) begin.year = *to.point.year - 1;
  const auto when = completed(begin, to.point);
  if (!when) return {};
  // "60 năm ngày thành lập (17/11/1950 - 17/11/2010)": an anniversary, two days and no stretch of time.
  if (told == Stretch::kDashed && is_anniversary(begin, to.point))
    return {date_at("date.named_day", at, from.last, {begin, std::nullopt, false}),
            date_at("date.named_day", from.last + 1, to.last, {to.point, std::nullopt, false})};
  const bool unsaid = year_before && !when->has_year();
  const LexiconMatch* end = unsaid ? reading_.match_at(to.last, "relative_times") : nullptr;
  const bool this_year = end != nullptr && end->value("lean") == "this_year";
  DateReading date = date_at("date.from_to", at, this_year ? end->last : to.last, *when);
  date.from_year_before = unsaid;
  return {date};
}

FoundDates DayRules::listed(std::size_t at) const {
  const bool named = is_day_word(at);
  std::vector<std::pair<std::size_t, int>> days;  // token and day of all but the last
  std::size_t next = named ? at + 1 : at;
  std::optional<PointAt> to;
  while (tokens_.inside(next, at) && days.size() < kMostListed) {
    if (is_day_word(next) && !days.empty()) ++next;
    if (!days.empty()) next = after_part_of_day(next);
    to = tokens_.day_month(next);
    // "8-10 tháng 5": the eighth to the tenth, not the eighth of October.
    if (to && !to->point.year && tokens_.spelled_day_month(next + 2)) to.reset();
    if (!to) to = tokens_.spelled_day_month(next);
    if (to) break;
    const auto day = tokens_.number(next);
    const bool more = tokens_.is_any(next + 1, {"-", "và", ",", "&"}) || (tokens_.is(next + 1, "đến") && days.empty());
    if (!day || *day < 1 || *day > 31 || !more) return {};
    days.emplace_back(next, *day);
    next += 2;
  }
  if (!to || days.empty() || days.back().second >= to->point.day) return {};
  const bool stretch = days.size() == 1 && tokens_.is_any(days[0].first + 1, {"-", "đến"});
  const bool by_parts = part_of_day_before(at) && part_of_day_before(next);
  const bool bracketed = at > 1 && tokens_.word_before(at, "(") && is_day_word(at - 2);
  const bool enclosed = in_brackets_no_fraction(at, *to);  // "2 ngày làm việc (28 và 29/11)"
  const bool heads = stretch && heads_item(at, to->last);  // "16-17/9: Tập huấn …"
  if (!named && !by_parts && !enclosed && !heads &&
      !(stretch && (to->point.year || part_of_day_before(at) || bracketed)))
    return {};
  CalendarPoint from = to->point;
  from.day = days[0].second;
  if (stretch) return {date_at("date.days_range", at, to->last, {from, to->point, false})};
  FoundDates found;
  for (const auto& [token, day] : days) {
    from.day = day;
    found.push_back(date_at("date.days_listed", found.empty() ? at : token, token + 1, {from, std::nullopt, false}));
    found.back().span = reading_.span_of(found.back().first, to->last);
  }
  found.push_back(date_at("date.days_listed", next, to->last, {to->point, std::nullopt, false}));
  return found;
}

FoundDates DayRules::named(std::size_t at) const {
  if (!is_day_word(at) || !tokens_.inside(at + 1, at)) return {};
  const std::size_t first = is_day_word(at + 1) ? at + 2 : at + 1;
  auto point = tokens_.spelled_day_month(first, true);
  if (!point) point = tokens_.day_month(first);
  if (!point || (!point->point.year && (is_count_of(point->last) || tokens_.word_before(at, "mỗi")))) return {};
  const bool misprint = !tokens_.is_any(at, {"ngày", "mùng", "mồng"});
  if (misprint && !point->point.year && is_fraction(point->last)) return {};
  return {date_at("date.named_day", at, point->last, {point->point, std::nullopt, false})};
}

// "14/2 và 15/2/2022": what is joined to a day with its year is a day.
bool DayRules::leads_to_full_day(std::size_t link) const {
  if (!tokens_.is_any(link, {"và", ","}) || !tokens_.inside(link + 1, link)) return false;
  const auto next = tokens_.day_month(link + 1);
  return next && next->point.year.has_value();
}

// "- 13/9: Hội gặp mặt đoàn cựu chiến binh": the day opens its line, and a colon with words follows.
bool DayRules::heads_item(std::size_t first, std::size_t last) const {
  const auto& tokens = reading_.tokens();
  if (!tokens_.is(last, ":") || !tokens_.inside(last + 2, first) || tokens[last + 1].kind == TokenKind::kMark)
    return false;
  std::size_t at = first;
  while (at > 0 && tokens_.inside(at - 1, first) && tokens_.is_any(at - 1, {"-", "*", "+", "•", "–"})) --at;
  const bool words = tokens[last + 1].capital || tokens[last + 2].kind == TokenKind::kWord;
  return words && (at == 0 || !tokens_.inside(at - 1, first));
}

// A day and month without "ngày" may be a fraction ("3/4 số tổ chức"): a year, or a word of time in front, decides.
FoundDates DayRules::bare(std::size_t at, bool after_day) const {
  auto point = tokens_.day_month(at);
  if (!point) {
    point = tokens_.spelled_day_month(at);
    if (!point || !point->point.year) return {};
  }
  if (tokens_.word_before(at, "/") || (tokens_.is(point->last, "/") && !point->point.year)) return {};
  const bool as_of = as_of_before(at) && ends_phrase(point->last);
  const bool sure = part_of_day_before(at) || tokens_.word_before(at, "hôm") || relative_day_before(at) ||
                    weekday_before(at) || as_of || in_brackets_no_fraction(at, *point) || heads_item(at, point->last);
  const bool slashed = tokens_.is(at + 1, "/");
  // "bế mạc vào 21-11."
  const bool closes = tokens_.is(at + 1, "-") && tokens_.word_before(at, "vào") && ends_phrase(point->last);
  const bool likely = (slashed || closes) &&
                      (after_day || time_word_before(at) || as_of_before(at) || leads_to_full_day(point->last)) &&
                      !is_fraction(point->last);
  if (!point->point.year && !sure && !likely) return {};
  return {date_at("date.bare_day", at, point->last, {point->point, std::nullopt, false})};
}

}  // namespace trichluc
