#include "extractors/resolve/dateline.h"

#include <algorithm>

namespace trichluc {
namespace {

// "Kỷ niệm 70 năm (17/11/1950 - 17/11/2020)": the same day of another year stands beside it.
bool is_anniversary(const std::vector<DateReading>& dates, const DateReading& day) {
  return std::any_of(dates.begin(), dates.end(), [&](const DateReading& other) {
    const CalendarPoint& told = other.when.from;
    return told.day == day.when.from.day && told.month == day.when.from.month && told.year &&
           told.year != day.when.from.year;
  });
}

}  // namespace

// "BPO - Sáng 25-12, UBND tỉnh …": nothing dates the document but the day its first sentence begins with.
std::optional<Told<CalendarPoint>> dateline(const Reading& reading, const std::vector<DateReading>& dates) {
  constexpr std::size_t kMark = 8;  // tokens of "(QNO) -"
  for (const DateReading& date : dates) {
    if (reading.section_of(date.first) != text::Section::kBody) continue;
    const std::size_t begin = reading.sentence_of(date.first).first;
    const bool told =
        date.relative == Relative::kNone && !date.until && !date.cited && !date.when.to && !date.when.open;
    if (!told || !date.when.has_year() || date.when.from.day == 0 || date.first > begin + kMark) return std::nullopt;
    // "Tỉnh Cà Mau được tái lập ngày 01-01-1997": what happened on a day of long ago is told behind its verb.
    for (std::size_t at = begin; at < date.first; ++at) {
      if (reading.is_any(at, {"lập", "được", "từ", "tách", "ra", "ban"})) return std::nullopt;
    }
    return is_anniversary(dates, date) ? std::nullopt : std::optional(Told<CalendarPoint>{date.when.from, date.span});
  }
  return std::nullopt;
}

}  // namespace trichluc
