#include "extractors/date/printed_days.h"

#include <string>

namespace trichluc {
namespace {

FoundDates one(std::string_view rule, std::size_t first, std::size_t last, const CalendarPoint& point) {
  return {date_at(rule, first, last, {point, std::nullopt, false})};
}

// Years of two digits, by a fixed rule and never by today's date: the field begins after 1945.
std::optional<int> century_of(int two_digits) {
  constexpr int kFirst = 45;
  constexpr int kLast = 39;
  if (two_digits >= kFirst) return 1900 + two_digits;
  return two_digits <= kLast ? std::optional<int>(2000 + two_digits) : std::nullopt;
}

}  // namespace

std::optional<int> PrintedDays::two_digits(std::size_t at) const {
  const auto value = tokens_.number(at);
  const bool two = value && reading_.tokens()[at].folded.size() == 2;
  return two ? value : std::nullopt;
}

// "31 | 08 | 2007" in a line of its own, as some portals print the day.
FoundDates PrintedDays::barred(std::size_t at) const {
  if (!tokens_.is(at + 1, "|") || !tokens_.is(at + 3, "|") || !tokens_.inside(at + 4, at)) return {};
  if ((at > 0 && tokens_.inside(at - 1, at)) || tokens_.inside(at + 5, at)) return {};
  const auto year = tokens_.number(at + 4) ? tokens_.year(at + 4) : std::nullopt;
  const CalendarPoint point{year ? std::optional<int>(year->value) : std::nullopt, two_digits(at + 2).value_or(0),
                            two_digits(at).value_or(0)};
  if (!year || point.month == 0 || point.day == 0 || !is_valid(point)) return {};
  return one("date.barred_day", at, at + 5, point);
}

FoundDates PrintedDays::iso(std::size_t at) const {
  if (auto found = barred(at); !found.empty()) return found;
  const auto year = tokens_.number(at) ? tokens_.year(at) : std::nullopt;
  if (!year || !tokens_.is_any(at + 1, {"-", "/"}) || !tokens_.inside(at + 4, at)) return {};
  if (!tokens_.is(at + 3, reading_.folded(at + 1))) return {};
  // "2022/3/23" has its marks to tell it; "2022-3-23" may be the number of a paper.
  const bool slashed = tokens_.is(at + 1, "/");
  const auto month = slashed ? tokens_.number(at + 2) : two_digits(at + 2);
  const auto day = slashed ? tokens_.number(at + 4) : two_digits(at + 4);
  const CalendarPoint point{year->value, month.value_or(0), day.value_or(0)};
  if (point.month == 0 || point.day == 0 || !is_valid(point) || tokens_.stands_in_number(at, at + 5)) return {};
  return one("date.iso_day", at, at + 5, point);
}

FoundDates PrintedDays::english(std::size_t at) const {
  const bool day_first = tokens_.number(at).has_value();
  const LexiconMatch* month = reading_.match_at(day_first ? at + 1 : at, "months");
  if (month == nullptr || !reading_.tokens()[month->first].capital) return {};
  const auto day = tokens_.number(day_first ? at : month->last);
  std::size_t next = day_first ? month->last : month->last + 1;
  // "Sep 28th, 2023"
  if (!day_first && tokens_.is_any(next, {"st", "nd", "rd", "th"}) && !reading_.tokens()[next].blank_before) ++next;
  if (tokens_.is(next, ",")) ++next;
  if (!day) return {};
  const auto year = tokens_.inside(next, at) && tokens_.number(next) ? tokens_.year(next) : std::nullopt;
  if (!year) return english_without_year(at, day_first, *month, *day);
  const CalendarPoint point{year->value, std::stoi(std::string(month->value("number"))), *day};
  if (*day == 0 || !is_valid(point)) return {};
  return one("date.english_day", at, year->last, point);
}

// "held in Hanoi on March 9": only behind "on" is it no name and no number of things.
FoundDates PrintedDays::english_without_year(std::size_t at, bool day_first, const LexiconMatch& month, int day) const {
  constexpr std::size_t kShortened = 3;  // letters: "Mar"
  if (at == 0 || !tokens_.is(at - 1, "on") || month.entry->form.size() <= kShortened) return {};
  const CalendarPoint point{std::nullopt, std::stoi(std::string(month.value("number"))), day};
  if (day == 0 || !is_valid(point)) return {};
  return one("date.english_day", at, day_first ? month.last : month.last + 1, point);
}

FoundDates PrintedDays::month_first(std::size_t at) const {
  if (!tokens_.is(at, "tháng") || !reading_.tokens()[at].capital || !tokens_.inside(at + 1, at)) return {};
  const auto month = tokens_.month_number(at + 1);
  const auto day = month ? tokens_.number(month->last) : std::nullopt;
  if (!day || *day == 0) return {};
  const std::size_t next = tokens_.is(month->last + 1, ",") ? month->last + 2 : month->last + 1;
  if (!tokens_.inside(next, at) || !tokens_.number(next)) return {};
  const auto year = tokens_.year(next);
  if (!year) return {};
  const CalendarPoint point{year->value, month->value, *day};
  if (!is_valid(point)) return {};
  return one("date.month_first", at, year->last, point);
}

FoundDates PrintedDays::short_year(std::size_t at) const {
  if (!days_.is_day_word(at) || !tokens_.inside(at + 5, at)) return {};
  const auto day = tokens_.number(at + 1);
  const auto month = tokens_.number(at + 3);
  const auto digits = two_digits(at + 5);
  const bool marks = tokens_.is_any(at + 2, {"/", "-"}) && tokens_.is(at + 4, reading_.folded(at + 2));
  if (!day || !month || !digits || !marks || *day == 0 || *month == 0) return {};
  const CalendarPoint point{century_of(*digits), *month, *day};
  const bool goes_on = tokens_.inside(at + 6, at) && tokens_.glued_mark(at + 6, at + 6);
  if (!point.year || !is_valid(point) || goes_on) return {};
  return one("date.short_year", at, at + 6, point);
}

FoundDates PrintedDays::missing_day(std::size_t at) const {
  if (!days_.is_day_word(at)) return {};
  std::size_t next = at + 1;
  while (tokens_.inside(next, at) && tokens_.is_any(next, {".", "…", "_", "/"})) ++next;
  if (next == at + 1 || !tokens_.is(next - 1, "/") || !tokens_.inside(next + 2, at)) return {};
  const auto month = tokens_.month(next);
  if (!month || !month->point.year) return {};
  return one("date.missing_day", at, month->last, month->point);
}

FoundDates PrintedDays::short_month(std::size_t at) const {
  if (!tokens_.is(at, "t") || !reading_.tokens()[at].capital || !tokens_.inside(at + 1, at)) return {};
  if (reading_.tokens()[at + 1].blank_before) return {};
  const auto month = tokens_.month(at + 1);
  if (!month || !month->point.year || tokens_.stands_in_number(at, month->last)) return {};
  return one("date.short_month", at, month->last, month->point);
}

}  // namespace trichluc
