#include "extractors/resolve/years.h"

#include <algorithm>
#include <optional>

namespace trichluc {
namespace {

struct YearFrom {
  int year;
  Span from;
};

void set_year(CalendarSpan& when, int year) {
  when.from.year = year;
  if (when.to && !when.to->year) when.to->year = year;
}

class YearSettler {
 public:
  YearSettler(const Reading& reading, const std::vector<DateReading>& dates, const DocumentContext& context)
      : reading_(reading), dates_(dates), context_(context) {}

  SettledDate settle(std::size_t index) const {
    SettledDate settled{dates_[index], {}};
    DateReading& date = settled.date;
    const bool relative = date.relative != Relative::kNone && date.relative != Relative::kSamePeriod;
    if (relative) {
      settle_relative(settled);
    } else if (!date.when.has_year() && (date.when.from.month > 0)) {
      if (const auto year = year_for(index)) {
        set_year(date.when, year->year);
        if (is_valid(date.when.from)) {
          settled.inferred.push_back({"value", std::to_string(year->year), year->from});
        } else {
          date.when = dates_[index].when;
        }
      }
    }
    return settled;
  }

 private:
  std::optional<YearFrom> document_year() const {
    if (context_.published && context_.published->value.year) return YearFrom{*context_.published->value.year, context_.published->from};
    if (context_.planned_year) return YearFrom{context_.planned_year->value, context_.planned_year->from};
    if (context_.headline_year) return YearFrom{context_.headline_year->value, context_.headline_year->from};
    return std::nullopt;
  }

  void settle_relative(SettledDate& settled) const {
    DateReading& date = settled.date;
    if (date.relative == Relative::kNow) return;
    const auto year = document_year();
    if (!year) return;
    const int lean = date.relative == Relative::kYearBefore ? -1 : 0;
    date.when.from.year = year->year + lean;
    settled.inferred.push_back({"value", std::to_string(year->year + lean), year->from});
  }

  std::optional<YearFrom> year_for(std::size_t index) const {
    const bool own = is_own_matter(reading_.section_of(dates_[index].first));
    if (auto year = same_day_in_full(index)) return year;
    if (auto year = told_in_paragraph(index)) return year;
    if (!own) return std::nullopt;
    if (auto year = from_publication(index)) return year;
    if (context_.planned_year) return YearFrom{context_.planned_year->value, context_.planned_year->from};
    if (context_.reviewed && !context_.reviewed->value.to && context_.reviewed->value.from.year && dates_[index].when.from.day > 0) {
      return YearFrom{*context_.reviewed->value.from.year + 1, context_.reviewed->from};
    }
    if (context_.headline_year) return YearFrom{context_.headline_year->value, context_.headline_year->from};
    return told_in_section(index);
  }

  std::optional<YearFrom> same_day_in_full(std::size_t index) const {
    const CalendarPoint& wanted = dates_[index].when.from;
    if (wanted.day == 0) return std::nullopt;
    const bool own = is_own_matter(reading_.section_of(dates_[index].first));
    for (const DateReading& other : dates_) {
      if (!other.when.has_year() || is_own_matter(reading_.section_of(other.first)) != own) continue;
      if (other.when.from.month == wanted.month && other.when.from.day == wanted.day) return YearFrom{*other.when.from.year, other.span};
    }
    return std::nullopt;
  }

  bool is_base(const DateReading& date) const {
    return date.first > 1 && reading_.folded(date.first - 1) == "với" && reading_.folded(date.first - 2) == "so";
  }

  // "Năm 2020, … Ngày 5/8, …": the nearest year told before in the same paragraph; what is compared with does not count.
  std::optional<YearFrom> told_in_paragraph(std::size_t index) const {
    const std::size_t paragraph = reading_.tokens()[dates_[index].first].paragraph;
    for (std::size_t i = index; i > 0; --i) {
      const DateReading& earlier = dates_[i - 1];
      if (reading_.tokens()[earlier.first].paragraph != paragraph) break;
      const bool plain = earlier.when.has_year() && !earlier.when.to && !earlier.when.open && earlier.relative == Relative::kNone;
      if (plain && !is_base(earlier)) return YearFrom{*earlier.when.from.year, earlier.span};
    }
    return std::nullopt;
  }

  // The year of publication, or the one before when the day would lie more than two months ahead of it.
  std::optional<YearFrom> from_publication(std::size_t index) const {
    if (!context_.published || !context_.published->value.year) return std::nullopt;
    const CalendarPoint& published = context_.published->value;
    const int ahead = dates_[index].when.from.month - published.month;
    return YearFrom{ahead > 2 ? *published.year - 1 : *published.year, context_.published->from};
  }

  // The latest year that the nearest paragraphs above, then below, tell.
  std::optional<YearFrom> told_in_section(std::size_t index) const {
    const auto usable = [&](const DateReading& date) {
      return date.when.has_year() && date.relative == Relative::kNone && is_own_matter(reading_.section_of(date.first));
    };
    for (std::size_t i = index; i > 0; --i) {
      if (usable(dates_[i - 1])) return YearFrom{*last_year(dates_[i - 1]), dates_[i - 1].span};
    }
    const std::size_t sentence = reading_.tokens()[dates_[index].first].sentence;
    std::optional<YearFrom> latest;
    for (std::size_t i = index + 1; i < dates_.size(); ++i) {
      if (reading_.tokens()[dates_[i].first].sentence != sentence) break;
      if (usable(dates_[i]) && (!latest || *last_year(dates_[i]) > latest->year)) latest = YearFrom{*last_year(dates_[i]), dates_[i].span};
    }
    return latest;
  }

  static std::optional<int> last_year(const DateReading& date) {
    return date.when.to && date.when.to->year ? date.when.to->year : date.when.from.year;
  }

  const Reading& reading_;
  const std::vector<DateReading>& dates_;
  const DocumentContext& context_;
};

}  // namespace

std::vector<SettledDate> settle_years(const Reading& reading, const std::vector<DateReading>& dates, const DocumentContext& context) {
  std::vector<SettledDate> settled;
  const YearSettler settler(reading, dates, context);
  for (std::size_t i = 0; i < dates.size(); ++i) settled.push_back(settler.settle(i));
  return settled;
}

}  // namespace trichluc
