#include "extractors/date/months_alone.h"

#include <algorithm>
#include <array>
#include <optional>

namespace trichluc {
namespace {

constexpr int kFewest = 2;
constexpr int kMost = 11;

// The months from January on that a date counts up to, where it says so: "8 tháng đầu năm 2023", "đến 30/9/2004".
std::optional<int> counted_months(const DateReading& date) {
  const CalendarPoint& end = date.when.to.value_or(date.when.from);
  if (!end.year || end.month == 0 || date.when.open || date.cited) return std::nullopt;
  const bool from_new_year =
      date.when.to && date.when.from.month == 1 && date.when.from.day <= 1 && date.when.from.year == end.year;
  const bool since = date.when.to && date.when.from.month == 0;  // "từ năm 1998 đến 30/6/2007"
  return from_new_year || since || date.as_of || date.until ? std::optional<int>(end.month) : std::nullopt;
}

class MonthsAlone {
 public:
  MonthsAlone(const Reading& reading, const std::vector<DateReading>& dates) : reading_(reading) {
    for (const DateReading& date : dates) {
      if (const auto months = counted_months(date)) tellers_[static_cast<std::size_t>(*months)].push_back(&date);
    }
  }

  std::vector<DateReading> read() const {
    std::vector<DateReading> found;
    for (const Quantity& quantity : reading_.quantities()) {
      const auto value = quantity.value && !quantity.scaled ? quantity.value->to_integer() : std::nullopt;
      if (!value || *value < kFewest || *value > kMost || !reading_.is(quantity.last, "tháng")) continue;
      const DateReading* teller = nearest_teller(static_cast<std::size_t>(*value), quantity.first);
      if (teller == nullptr || !is_told_alone(quantity)) continue;
      found.push_back(made(quantity, static_cast<int>(*value), *teller));
    }
    return found;
  }

 private:
  DateReading made(const Quantity& quantity, int months, const DateReading& teller) const {
    const CalendarPoint& end = teller.when.to.value_or(teller.when.from);
    DateReading date;
    date.rule = "date.months_alone";
    date.first = quantity.first;
    date.last = behind_past(quantity.last + 1);
    date.span = reading_.span_of(date.first, date.last);
    date.when = {{end.year, 1, 0}, CalendarPoint{end.year, months, 0}, false};
    date.year_from = teller.span;
    return date;
  }

  // The last that is told before, else the first behind.
  const DateReading* nearest_teller(std::size_t months, std::size_t token) const {
    const auto& tellers = tellers_[months];
    if (tellers.empty()) return nullptr;
    const auto after = std::partition_point(tellers.begin(), tellers.end(),
                                            [&](const DateReading* each) { return each->first < token; });
    return after == tellers.begin() ? tellers.front() : *(after - 1);
  }

  // "qua", "vừa qua" behind the months.
  std::size_t behind_past(std::size_t at) const {
    if (reading_.is(at, "vừa") && reading_.is(at + 1, "qua")) return at + 2;
    return reading_.is(at, "qua") ? at + 1 : at;
  }

  // "giải ngân 9 tháng là", "trong 8 tháng,": between words that report, and no length ("thực hiện trong 6 tháng",
  // "qua 6 tháng thực hiện").
  bool is_told_alone(const Quantity& quantity) const {
    static constexpr std::string_view kBefore[] = {"ngân", "quả",  "trong", "sau", "ước",
                                                   "tác",  "hình", "riêng", "liệu"};
    static constexpr std::string_view kBehind[] = {"đạt", "là", "ước", "được", "có", "toàn", "đã"};
    static constexpr std::string_view kLasting[] = {"hiện", "khai", "dài", "gian", "hạn", "động"};
    const auto& tokens = reading_.tokens();
    const std::size_t first = quantity.first;
    const std::size_t next = behind_past(quantity.last + 1);
    const bool past = next > quantity.last + 1;
    const bool opens = first == 0 || tokens[first - 1].paragraph != tokens[first].paragraph ||
                       tokens[first - 1].kind == TokenKind::kMark;
    if (!opens && !reading_.is_any(first - 1, kBefore)) return false;
    if (first > 1 && reading_.is(first - 1, "trong") && reading_.is_any(first - 2, kLasting)) return false;
    if (past || next >= tokens.size() || tokens[next].paragraph != tokens[first].paragraph) return past || !opens;
    if (tokens[next].kind == TokenKind::kMark) return !opens && !reading_.is_any(next, {"/", "-", "(", "%"});
    return reading_.is_any(next, kBehind);
  }

  const Reading& reading_;
  std::array<std::vector<const DateReading*>, 13> tellers_;  // by number of months
};

}  // namespace

void add_months_alone(const Reading& reading, std::vector<DateReading>& dates) {
  std::vector<DateReading> found = MonthsAlone(reading, dates).read();
  if (found.empty()) return;
  const auto overlaps = [&](const DateReading& date) {
    const auto next = std::partition_point(dates.begin(), dates.end(),
                                           [&](const DateReading& each) { return each.last <= date.first; });
    return next != dates.end() && next->first < date.last;
  };
  found.erase(std::remove_if(found.begin(), found.end(), overlaps), found.end());
  dates.insert(dates.end(), found.begin(), found.end());
  std::stable_sort(dates.begin(), dates.end(),
                   [](const DateReading& a, const DateReading& b) { return a.first < b.first; });
}

}  // namespace trichluc
