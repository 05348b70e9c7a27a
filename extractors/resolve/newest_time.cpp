#include "extractors/resolve/newest_time.h"

#include <algorithm>
#include <utility>

#include "extractors/resolve/year_words.h"

namespace trichluc {
namespace {

constexpr int kMonths = 12;

const CalendarPoint& end_of(const CalendarSpan& when) {
  return when.to ? *when.to : when.from;
}

// "Tính đến 30/6/2019", a decision that the text cites: told because it is the newest there is.
bool tells_how_far(const DateReading& date) {
  const bool months = date.when.to && date.when.from.day <= 1;
  return date.as_of || date.cited || months;
}

// "từ năm 2003 đến tháng 6 năm 2008", "từ đầu năm đến hết 31/10/2025", "từ tháng 7-2003 đến hết tháng 11-2004": the
// term of a project may end years after the text; one that the text has reached is told together with years near its
// end.
int corroborating_year(const DateReading& date) {
  if (!date.when.to) return 0;
  return *date.when.to->year - (date.when.from.month <= 1 ? 1 : 0);
}

std::pair<int, int> month_of(const CalendarPoint& point) {
  return {*point.year, point.month};
}

// "một dự án 3 năm, từ 2012": it begins with the next year.
bool begins_ahead(const Reading& reading, const DateReading& date) {
  return date.when.from.month == 0 && date.first > 0 &&
         (reading.is(date.first - 1, "từ") || (reading.is(date.first - 1, "năm") && reading.is(date.first - 2, "từ")));
}

// Does the date tell of a time that the document's own matter has reached?
bool is_reached(const Reading& reading, const DateReading& date) {
  if (!date.when.has_year() || date.relative != Relative::kNone || date.recurring) return false;
  return is_own_matter(reading.section_of(date.first)) && end_of(date.when).year && !lies_ahead(reading, date);
}

}  // namespace

bool lies_ahead(const Reading& reading, const DateReading& date) {
  constexpr std::size_t kNear = 6;  // tokens
  const Sentence& sentence = reading.sentence_of(date.first);
  const std::size_t from = std::max<std::size_t>(sentence.first, date.first > kNear ? date.first - kNear : 0);
  const std::size_t to = std::min<std::size_t>(sentence.last, date.last + kNear);
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* word = reading.match_at(at, "expectations");
    if ((word != nullptr && word->value("certainty") == "expected") || reading.is(at, "sẽ")) return true;
    if (reading.is(at, "nay") && at > 0 && reading.is(at - 1, "từ")) return true;
  }
  return is_planned(reading, date) || is_goal(reading, date.first) ||
         (date.first > 0 && reading.is_any(date.first - 1, {"trước", "tới"}));
}

std::optional<Told<CalendarPoint>> newest_month(const Reading& reading, const std::vector<DateReading>& dates) {
  std::vector<const DateReading*> reached;
  int latest_year = 0;  // of the dates that are no stretch of time
  for (const DateReading& date : dates) {
    if (!is_reached(reading, date)) continue;
    const CalendarPoint& end = end_of(date.when);
    if (end.month > 0 && tells_how_far(date)) reached.push_back(&date);
    if (!date.when.to && !begins_ahead(reading, date)) latest_year = std::max(latest_year, *end.year);
  }
  const DateReading* newest = nullptr;
  for (const DateReading* date : reached) {
    if (latest_year < corroborating_year(*date)) continue;
    if (newest == nullptr || month_of(end_of(date->when)) > month_of(end_of(newest->when))) newest = date;
  }
  if (newest == nullptr || latest_year > *end_of(newest->when).year) return std::nullopt;
  return Told<CalendarPoint>{end_of(newest->when), newest->span};
}

std::optional<int> year_seen_from(const CalendarPoint& newest, const CalendarPoint& told) {
  constexpr int kSoonAfter = 5;  // months
  constexpr int kNotLongBefore = -5;
  constexpr int kNextYear = 3;
  const int behind = told.month - newest.month;
  // "Sáng 15/1" in a paper that tells how things stood on 31 December.
  if (behind + kMonths <= kNextYear) return *newest.year + 1;
  const bool near = behind >= kNotLongBefore && behind <= kSoonAfter;
  return near ? std::optional<int>(*newest.year) : std::nullopt;
}

}  // namespace trichluc
