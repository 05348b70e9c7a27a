#include "extractors/resolve/period.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/clause.h"
#include "extractors/resolve/date_choice.h"
#include "extractors/resolve/headings.h"
#include "extractors/resolve/joined_times.h"
#include "extractors/resolve/kind_in_time.h"
#include "extractors/resolve/unnamed_years.h"
#include "extractors/resolve/year_words.h"
#include "extractors/resolve/yearly.h"

namespace trichluc {
namespace {

class PeriodResolver {
 public:
  PeriodResolver(const Reading& reading, const std::vector<Statement>& statements,
                 const std::vector<SettledDate>& dates, const DocumentContext& context)
      : reading_(reading),
        statements_(statements),
        dates_(dates),
        context_(context),
        choice_(reading, statements, dates) {
    for (std::size_t p = 0; p < reading.text().paragraphs().size(); ++p) {
      if (is_heading(reading, p)) sections_.push_back(p);
    }
  }

  void resolve(Statement& statement) const {
    const Measure measure = *measure_of(statement.candidate->fact);
    const bool now = now_near(statement);
    const bool stock = settle_kind(reading_, statement, measure, now);
    if (!measure.period->empty()) return;  // a table's row or column tells it
    if (is_cell(statement) && set_time_of_row(statement, measure)) return;
    if (const SettledDate* same = told_of_same_period(statement)) return set_same_period(statement, measure, *same);
    if (const SettledDate* base = base_of_rise(statement)) return set(statement, measure, *base);
    if (const SettledDate* base = bracket_behind_base(statement)) return set(statement, measure, *base);
    if (const SettledDate* term = years_right_behind(statement); term != nullptr && !stock)
      return set(statement, measure, *term);
    if (!stock && set_first_months(statement, measure)) return;
    if (leans_on_unsaid_year(statement)) return;
    if (stock && now_right_after(statement)) return set_document_day(statement, measure);
    const SettledDate* date = choice_.choose(statement, stock);
    if (date != nullptr && is_time_before(*date)) return;
    if (date != nullptr) {
      if (const SettledDate* months = months_compared(statement, *date)) date = months;
    }
    const bool told_here = date != nullptr && choice_.in_sentence(*date, statement.sentence);
    if (const auto year = told_here || stock ? std::nullopt : year_pointed_at(statement)) {
      *measure.period = std::to_string(year->value);
      statement.candidate->inferred.push_back({"period", *measure.period, year->from});
      return;
    }
    if (!told_here && is_yearly(statement) && set_stage(statement, measure)) return;
    if (!told_here && opens_other_time(reading_, reading_.sentences()[statement.sentence])) return;
    if (!stock && !told_here && is_work(statement) && set_years_above(statement, measure)) return;
    if (!stock && spans_bare_years(reading_, statement, date)) return set_reviewed_years(statement, measure);
    if (date != nullptr && date->date.relative == Relative::kNow) {
      set_document_day(statement, measure);
    } else if (date != nullptr) {
      set(statement, measure, *date);
      if (!stock) settle_as_of(statement, measure, *date);
    } else {
      set_from_afar(statement, stock, now);
    }
  }

 private:
  // The time of a statement that nothing around it tells: the section's, the whole year's, the one under review.
  void set_from_afar(Statement& statement, bool stock, bool now) const {
    const Measure measure = *measure_of(statement.candidate->fact);
    if (const SettledDate* above = stock ? nullptr : year_above(statement)) {
      set(statement, measure, *above);
    } else if (!stock && (now || !is_work(statement))) {
      if (now && is_done_so_far(reading_, statement)) *measure.kind = Kind::kCumulative;
    } else if (const auto year = whole_year(statement, stock)) {
      *measure.period = std::to_string(year->value);
      statement.candidate->inferred.push_back({"period", *measure.period, year->from});
    } else if (const auto* reviewed = review_period(statement, stock && !is_cell(statement))) {
      *measure.period = to_iso(reviewed->value);
      statement.candidate->inferred.push_back({"period", *measure.period, reviewed->from});
    } else if (const auto* past = stock && !now ? past_review(statement) : nullptr) {
      *measure.period = to_iso(past->value);
      statement.candidate->inferred.push_back({"period", *measure.period, past->from});
    } else if (stock && is_own_matter(section(statement.first))) {
      set_document_day(statement, measure);
    }
  }

  // "… tổng kết Chương trình giai đoạn 2013 - 2017. Mỗi năm có 20-30 tổ chức PCPNN làm 40-50 dự án": what is told of
  // each year is told of the years named above, or under review; of none where several such stretches are named.
  bool set_stage(const Statement& statement, const Measure& measure) const {
    constexpr std::size_t kMostParagraphs = 2;
    constexpr int kMostDates = 50;
    if (tells_own_years(reading_, statement)) return false;
    int looked_at = 0;
    const SettledDate* stage = nullptr;
    for (auto at = choice_.dates_from(reading_.sentences()[statement.sentence].first);
         at != dates_.begin() && looked_at < kMostDates; ++looked_at) {
      const SettledDate& date = *--at;
      if (reading_.tokens()[date.date.first].paragraph + kMostParagraphs < statement.paragraph) break;
      if (!spans_years(date.date.when) || date.date.cited || is_planned(reading_, date.date)) continue;
      if (stage != nullptr && to_iso(stage->date.when) != to_iso(date.date.when)) return false;
      if (stage == nullptr) stage = &date;
    }
    if (stage != nullptr) {
      set(statement, measure, *stage);
      return true;
    }
    if (!context_.reviewed || !spans_years(context_.reviewed->value)) return false;
    *measure.period = to_iso(context_.reviewed->value);
    statement.candidate->inferred.push_back({"period", *measure.period, context_.reviewed->from});
    return true;
  }

  text::Section section(std::size_t token) const { return reading_.section_of(token); }

  // "hiện có", "đến nay" in the sentence up to the figure and nearer than any other time.
  bool now_near(const Statement& statement) const {
    const SettledDate* nearest = nullptr;
    for (auto at = choice_.dates_from(reading_.sentences()[statement.sentence].first);
         at != dates_.end() && at->date.first < statement.last; ++at) {
      if (!choice_.is_aside(*at)) nearest = &*at;
    }
    return nearest != nullptr && nearest->date.relative == Relative::kNow;
  }

  // "10 năm qua, có 58 tổ chức" at a meeting on the ten years 2011-2020: these years, where the review has as many;
  // "6 tháng giải ngân 2,7 tỷ đồng" in the report on half a year.
  void set_reviewed_years(const Statement& statement, const Measure& measure) const {
    if (!context_.reviewed || !is_work(statement)) return;
    const CalendarSpan& span = context_.reviewed->value;
    if (!span.to || !span.from.year || !span.to->year || span.open) return;
    const bool months = span.from.month > 0;
    const std::int64_t years = months ? span.to->month - span.from.month + 1 : *span.to->year - *span.from.year + 1;
    for (std::size_t at = reading_.sentences()[statement.sentence].first; at < statement.first; ++at) {
      const Quantity* number = reading_.quantity_at(at);
      if (number == nullptr || !number->value || number->value->to_integer() != years) continue;
      const bool told = months ? reading_.is(number->last, "tháng")
                               : reading_.is(number->last, "năm") && reading_.is(number->last + 1, "qua");
      if (!told) continue;
      *measure.period = to_iso(span);
      statement.candidate->inferred.push_back({"period", *measure.period, context_.reviewed->from});
      return;
    }
  }

  // "Chặng thứ nhất, 1989 - 1995. … Cộng cả 7 năm được 287 triệu USD", "Giai đoạn khai phá (1995 - 2005)" and below
  // "Trong mười năm ấy": a stretch told shortly before that is as long as the words say.
  bool set_years_above(const Statement& statement, const Measure& measure) const {
    constexpr int kMostDates = 12;
    constexpr std::size_t kFarthestParagraph = 1;
    const std::size_t floor = reading_.sentences()[statement.sentence].first;
    for (std::size_t at = floor; at < figure_of(reading_, statement); ++at) {
      const Quantity* number = reading_.quantity_at(at);
      const auto years = number != nullptr && number->value ? number->value->to_integer() : std::nullopt;
      if (!years || *years < 2 || !reading_.is(number->last, "năm") || reading_.is_taken(number->last + 1)) continue;
      int looked_at = 0;
      for (auto date = choice_.dates_from(floor); date != dates_.begin() && looked_at < kMostDates; ++looked_at) {
        const SettledDate& told = *--date;
        if (reading_.tokens()[told.date.first].paragraph + kFarthestParagraph < statement.paragraph) return false;
        const CalendarSpan& when = told.date.when;
        if (!spans_years(when) || !when.has_year() || told.date.cited || is_planned(reading_, told.date)) continue;
        const int length = *when.to->year - *when.from.year;
        if (*years != length && *years != length + 1) continue;
        set(statement, measure, told);
        return true;
      }
      return false;
    }
    return false;
  }

  // "… cam kết tài trợ để thực hiện dự án trong năm 2022.", captions, "Theo đó, vốn viện trợ là 210 triệu đồng": the
  // year that closes the paragraph above.
  const SettledDate* year_above(const Statement& statement) const {
    const std::size_t first = reading_.sentences()[statement.sentence].first;
    if (!reading_.is(first, "theo") || !reading_.is(first + 1, "đó")) return nullptr;
    std::size_t above = statement.paragraph;
    while (above > 0 && section(reading_.first_token_of(above - 1)) != text::Section::kBody) --above;
    const auto next = choice_.dates_from(reading_.first_token_of(above));
    if (above == 0 || next == dates_.begin()) return nullptr;
    const SettledDate& date = *(next - 1);
    const CalendarSpan& when = date.date.when;
    const bool year = when.has_year() && when.from.month == 0 && !when.to && !when.open;
    const bool told = reading_.tokens()[date.date.first].paragraph + 1 == above && date.date.first > 0 &&
                      reading_.is(date.date.first - 1, "trong");
    return year && told ? &date : nullptr;
  }

  // "Tính đến 31/12/2015, tổng giá trị cam kết …", "đến hết tháng 6/2022, đã phê duyệt 15 dự án": no flow of that day,
  // but all that came up to it; projects that simply are there stand as a stock.
  void settle_as_of(const Statement& statement, const Measure& measure, const SettledDate& date) const {
    if (!date.date.as_of || date.date.when.to || !choice_.in_sentence(date, statement.sentence)) return;
    if (date.date.first > figure_of(reading_, statement) || is_ahead(date)) return;
    const auto* count = std::get_if<CountFact>(&statement.candidate->fact);
    if (count != nullptr && count->of != "project") return;
    if (count == nullptr && !std::get<AidValueFact>(statement.candidate->fact).per.empty()) return;
    const bool there = reading_.is(statement.first, "có") || reading_.is(statement.first, "còn") ||
                       (statement.first > 0 && reading_.is(statement.first - 1, "với"));
    const bool stands = count != nullptr && (count->status == "operating" || (there && count->status.empty()));
    *measure.kind = stands ? Kind::kStock : Kind::kCumulative;
  }

  // "Giai đoạn một (đến hết tháng 6/2023) sẽ chi 1,85 triệu USD", told in August 2022.
  bool is_ahead(const SettledDate& date) const {
    const auto& here = context_.day ? context_.day : context_.published;
    const CalendarPoint& told = date.date.when.from;
    if (!here || !here->value.year || !told.year || here->value.month == 0) return false;
    return std::pair(*told.year, told.month) > std::pair(*here->value.year, here->value.month);
  }

  // "500 tổ chức hiện nay"; "năm 1994 có 8 tổ chức và nay đã là 11 tổ chức" turns to another.
  bool now_right_after(const Statement& statement) const {
    const auto next = choice_.dates_from(statement.last);
    return next != dates_.end() && next->date.first == statement.last && next->date.relative == Relative::kNow &&
           !reading_.is(next->date.first, "nay");
  }

  // "Năm ngoái, tổ chức này tài trợ …" where nothing says which year this one is: no other date stands for it.
  bool leans_on_unsaid_year(const Statement& statement) const {
    for (auto at = choice_.dates_from(reading_.sentences()[statement.sentence].first);
         at != dates_.end() && at->date.first < statement.first; ++at) {
      const Relative lean = at->date.relative;
      const bool year = lean == Relative::kYearBefore || lean == Relative::kThisYear || lean == Relative::kYearToDate;
      if (year && !at->date.when.has_year() && choice_.tells_own_time(*at)) return true;
    }
    return false;
  }

  // "trước năm 1996 đã có 100 tổ chức": not that year, and no year is said.
  bool is_time_before(const SettledDate& date) const {
    return date.date.first > 0 && reading_.is(date.date.first - 1, "trước") && date.date.when.from.day == 0;
  }

  // "tính tới 31-8-2011, …; 8 tháng vận động được 49 dự án", "mười tháng qua thành phố tiếp nhận 96 khoản" told in
  // November: so many months since the year began, up to the day told before or the document's own.
  bool set_first_months(const Statement& statement, const Measure& measure) const {
    constexpr std::int64_t kFewest = 6;  // fewer may be the last ones
    const std::size_t floor = clause_of(reading_, statement.first).first;
    for (std::size_t at = figure_of(reading_, statement); at-- > floor;) {
      const Quantity* number = reading_.quantity_at(at);
      if (number == nullptr || !reading_.is(number->last, "tháng")) continue;
      const auto months = number->value ? number->value->to_integer() : std::nullopt;
      const std::size_t behind = number->last + 1;
      if (!months || *months < kFewest || reading_.is_taken(at) || reading_.is_taken(behind)) return false;
      if (reading_.is_any(behind, {"đầu", "cuối", "kể", "sau", "tới"}) ||
          reading_.match_before(at, "qualifiers") != nullptr)
        return false;
      const auto end = end_of_months(statement, static_cast<int>(*months));
      if (!end) return false;
      const CalendarPoint from{end->value.year, 1, 0};
      const CalendarPoint to{end->value.year, static_cast<int>(*months), 0};
      *measure.period = to_iso(CalendarSpan{from, to, false});
      statement.candidate->inferred.push_back({"period", *measure.period, end->from});
      return true;
    }
    return false;
  }

  // The day that lies in the last of so many months, or, the document's own, in the one behind it.
  std::optional<Told<CalendarPoint>> end_of_months(const Statement& statement, int months) const {
    for (auto at = choice_.dates_from(reading_.sentences()[statement.sentence].first);
         at != dates_.end() && at->date.first < statement.first; ++at) {
      const CalendarPoint& end = at->date.when.from;
      if (at->date.as_of && end.year && end.month == months && !at->date.when.to)
        return Told<CalendarPoint>{end, at->date.span};
    }
    const auto& day = context_.day ? context_.day : context_.published;
    const bool near = day && day->value.year && (day->value.month == months || day->value.month == months + 1);
    return near ? day : std::nullopt;
  }

  // "5,6 triệu USD cho thời gian 2021-2025", "640.000 USD của cả 3 năm 1997-1999": the years right behind the figure.
  const SettledDate* years_right_behind(const Statement& statement) const {
    constexpr std::size_t kFarthest = 6;
    if (!reading_.is_any(statement.last, {"cho", "của", "trong"})) return nullptr;
    const auto next = choice_.dates_from(statement.last);
    if (next == dates_.end() || next->date.first > statement.last + kFarthest) return nullptr;
    const CalendarSpan& when = next->date.when;
    if (!spans_years(when) || !when.has_year() || next->date.cited) return nullptr;
    for (std::size_t at = statement.last + 1; at < next->date.first; ++at) {
      const bool leads = reading_.is_any(at, {"thời", "gian", "giai", "đoạn", "cả", "các", "năm", "trong"});
      if (!leads && reading_.quantity_at(at) == nullptr) return nullptr;
    }
    return &*next;
  }

  // "(cùng kỳ năm 2022 đạt 3,5 triệu USD)", "cùng kỳ năm trước 9 dự án", "so với cùng kỳ (9 dự án)": the figure right
  // behind is that period's own.
  const SettledDate* told_of_same_period(const Statement& statement) const {
    const auto next = choice_.dates_from(statement.last);
    if (next == dates_.begin()) return nullptr;
    const SettledDate& date = *(next - 1);
    if (date.date.relative != Relative::kSamePeriod || !choice_.in_sentence(date, statement.sentence)) return nullptr;
    const bool bracketed = reading_.is(date.date.last, "(");
    const bool compared = date.date.first > 0 && reading_.is(date.date.first - 1, "với");
    std::size_t at = date.date.last + (bracketed ? 1 : 0);
    while (at < statement.last && is_copula(at)) ++at;
    const bool number = reading_.quantity_at(at) != nullptr || reading_.match_at(at, "qualifiers") != nullptr;
    return at >= statement.first && at < statement.last && number && (bracketed || !compared) ? &date : nullptr;
  }

  // "Trong 6 tháng đầu năm 2021, … . Cam kết cả năm 2021 là 2,9 triệu USD, giải ngân đạt 1,4 triệu USD, tăng 24% so với
  // cùng kỳ": what is compared with the same months is of these months, not of the year told beside it.
  const SettledDate* months_compared(const Statement& statement, const SettledDate& date) const {
    constexpr std::size_t kFarthest = 14;  // tokens
    const CalendarSpan& year = date.date.when;
    if (!year.has_year() || year.from.month > 0 || year.to || year.open) return nullptr;
    const auto base = std::find_if(choice_.dates_from(statement.last), dates_.end(), [&](const SettledDate& each) {
      return each.date.first >= statement.last + kFarthest || each.date.relative == Relative::kSamePeriod;
    });
    if (base == dates_.end() || base->date.relative != Relative::kSamePeriod) return nullptr;
    if (!choice_.in_sentence(*base, statement.sentence) || has_figure(statement.last, base->date.first)) return nullptr;
    for (auto at = choice_.dates_from(statement.first); at != dates_.begin();) {
      const SettledDate& months = *--at;
      if (reading_.tokens()[months.date.first].paragraph != statement.paragraph) return nullptr;
      const CalendarSpan& when = months.date.when;
      const bool told = months.date.relative == Relative::kNone && when.from.year == year.from.year;
      if (told && when.from.month > 0 && when.from.day == 0 && when.to && when.to->year == year.from.year)
        return &months;
    }
    return nullptr;
  }

  // Does a statement begin between these tokens?
  bool has_figure(std::size_t from, std::size_t to) const {
    const auto next = std::partition_point(statements_.begin(), statements_.end(),
                                           [&](const Statement& s) { return s.first < from; });
    return next != statements_.end() && next->first < to;
  }

  // "tăng gấp đôi so với năm 2019 (từ 1,5 triệu USD lên 3 triệu USD)": the first figure is of the time compared with.
  const SettledDate* base_of_rise(const Statement& statement) const {
    const std::size_t figure = figure_of(reading_, statement);
    if (figure < 3 || !reading_.is(figure - 1, "từ") || !reading_.is(figure - 2, "(")) return nullptr;
    if (!reading_.is_any(statement.last, {"lên", "xuống", "đến"})) return nullptr;
    const auto next = choice_.dates_from(figure);
    if (next == dates_.begin()) return nullptr;
    const SettledDate& date = *(next - 1);
    const std::size_t first = date.date.first;
    const bool compared = first > 1 && reading_.is(first - 1, "với") && reading_.is(first - 2, "so");
    const bool told = date.date.relative == Relative::kNone && date.date.when.has_year();
    return date.date.last == figure - 2 && compared && told ? &date : nullptr;
  }

  bool is_copula(std::size_t at) const {
    return reading_.is(at, "đạt") || reading_.is(at, "là") || reading_.is(at, "chỉ") || reading_.is(at, "có");
  }

  // "So với giai đoạn 2017-2019 (đạt 51 khoản, vốn tài trợ là 5 triệu USD), …": all in the bracket is of that time.
  const SettledDate* bracket_behind_base(const Statement& statement) const {
    const std::size_t figure = figure_of(reading_, statement);
    const std::size_t floor = reading_.sentences()[statement.sentence].first;
    std::size_t open = figure;
    while (open > floor && !reading_.is(open, "(") && !reading_.is(open, ")")) --open;
    if (open <= floor || !reading_.is(open, "(") || reading_.is(open + 1, "từ")) return nullptr;
    const auto next = choice_.dates_from(figure);
    if (next == dates_.begin()) return nullptr;
    const SettledDate& date = *(next - 1);
    const bool compared = date.date.first > floor + 1 && date.date.last == open && date.date.when.has_year();
    if (!compared) return nullptr;
    for (std::size_t at = date.date.first; at > floor + 1 && date.date.first - at < 4; --at) {
      if (reading_.is(at - 1, "với")) return &date;
    }
    return nullptr;
  }

  // The months of the last period told before it, in its own year; unknown where there is none.
  void set_same_period(const Statement& statement, const Measure& measure, const SettledDate& same) const {
    for (auto at = dates_.begin() + (&same - dates_.data()); at != dates_.begin();) {
      const SettledDate& base = *--at;
      if (!choice_.in_sentence(base, statement.sentence)) return;
      if (choice_.is_aside(base) || !base.date.when.has_year()) continue;
      const int year = same.date.when.from.year.value_or(*base.date.when.from.year - 1);
      const auto moved = moved_to_year(base.date.when, year);
      if (!moved || base.date.when.from.day > 0) return;
      *measure.period = to_iso(*moved);
      statement.candidate->inferred.push_back({"period", *measure.period, base.date.span});
      return;
    }
  }

  std::optional<Told<int>> whole_year(const Statement& statement, bool stock) const {
    // A stock is of the year only where the words open its sentence: "Năm qua, có 9 tổ chức hoạt động".
    const std::size_t opening = reading_.sentences()[statement.sentence].first;
    if (stock ? !tells_unnamed_year(reading_, opening, std::min(opening + 3, statement.first))
              : !choice_.speaks_of_whole_year(statement))
      return std::nullopt;
    constexpr std::size_t kFarthestParagraph = 2;
    const SettledDate* nearest = nullptr;
    for (auto at = choice_.dates_from(statement.first); at != dates_.begin() && nearest == nullptr;) {
      const SettledDate& date = *--at;
      if (reading_.tokens()[date.date.first].paragraph + kFarthestParagraph < statement.paragraph) break;
      const bool since = date.date.when.open && date.date.relative == Relative::kNone;  // "từ năm 1996 đến nay"
      // "Nửa đầu năm nay mới có 1,7 triệu USD, dự kiến cả năm 3,5 triệu USD": the whole of the year just told in part.
      const CalendarSpan& when = date.date.when;
      const bool part = when.to && when.to->year == when.from.year && choice_.in_sentence(date, statement.sentence);
      const bool planned = when.from.month == 0 && is_planned(reading_, date.date);  // "triển khai nhiệm vụ năm 2017"
      if (when.has_year() && (!when.to || part) && !since && !planned && !choice_.is_aside(date)) nearest = &date;
    }
    if (nearest != nullptr) {
      const int lean = is_behind_year_past(statement, *nearest) ? 1 : 0;
      return Told<int>{*nearest->date.when.from.year - lean, nearest->date.span};
    }
    if (const auto year = year_of_section(statement)) return year;
    if (context_.reviewed && context_.reviewed->value.has_year())
      return Told<int>{*context_.reviewed->value.from.year, context_.reviewed->from};
    if (!is_own_matter(section(statement.first))) return std::nullopt;
    return context_.headline_year ? context_.headline_year : only_year();
  }

  // "Trong năm, các tổ chức viện trợ 10 triệu USD": all years that the document tells are one.
  std::optional<Told<int>> only_year() const {
    std::optional<Told<int>> only;
    for (const SettledDate& date : dates_) {
      const CalendarSpan& when = date.date.when;
      if (!when.has_year() || date.date.cited || !is_own_matter(section(date.date.first))) continue;
      const bool one_year = !when.open && (!when.to || when.to->year == when.from.year);
      if (!one_year || (only && only->value != *when.from.year)) return std::nullopt;
      if (!only) only = Told<int>{*when.from.year, date.date.span};
    }
    return only;
  }

  // "Năm 1995, tổ chức mở văn phòng. Trong năm đó, tổ chức viện trợ …": the year that the sentence before tells.
  std::optional<Told<int>> year_pointed_at(const Statement& statement) const {
    std::size_t at = reading_.sentences()[statement.sentence].first;
    while (reading_.is_any(at, {"cũng", "ngay", "trong", "vào"})) ++at;
    if (!reading_.is(at, "năm") || !reading_.is_any(at + 1, {"đó", "ấy"})) return std::nullopt;
    const auto next = choice_.dates_from(at);
    if (next == dates_.begin()) return std::nullopt;
    const SettledDate& date = *(next - 1);
    const bool near = reading_.tokens()[date.date.first].paragraph == statement.paragraph;
    const bool year = date.date.when.has_year() && !date.date.when.to && !date.date.when.open;
    if (!near || !year || choice_.is_aside(date)) return std::nullopt;
    return Told<int>{*date.date.when.from.year, date.date.span};
  }

  // "20/03/2023 … Trong năm qua, tỉnh tiếp nhận 15 dự án": in the first months of a year the past one is that before,
  // and in its first weeks the whole year that is told of is too.
  bool is_behind_year_past(const Statement& statement, const SettledDate& day) const {
    constexpr int kFirstMonths = 4;
    constexpr int kFirstWeeks = 2;  // months
    const CalendarPoint& told = day.date.when.from;
    if (told.day == 0 || told.month > kFirstMonths || choice_.in_sentence(day, statement.sentence)) return false;
    if (told.month <= kFirstWeeks) return !is_to_come(reading_, reading_.sentences()[statement.sentence]);
    for (std::size_t at = reading_.sentences()[statement.sentence].first; at + 1 < statement.first; ++at) {
      const bool opens = reading_.tokens()[at].capital || (at > 0 && reading_.is(at - 1, "trong"));
      if (opens && reading_.is(at, "năm") && reading_.is(at + 1, "qua")) return true;
    }
    return false;
  }

  // "III. Nhiệm vụ năm 2023": the heading right above, page numbers between or not.
  std::optional<Told<int>> year_of_section(const Statement& statement) const {
    const auto below = std::partition_point(sections_.begin(), sections_.end(),
                                            [&](std::size_t paragraph) { return paragraph < statement.paragraph; });
    if (below == sections_.begin()) return std::nullopt;
    const std::size_t heading = *(below - 1);
    for (auto at = choice_.dates_from(reading_.first_token_of(heading)); at != dates_.end(); ++at) {
      if (reading_.tokens()[at->date.first].paragraph != heading) break;
      const CalendarSpan& when = at->date.when;
      const bool one_year = when.has_year() && !when.open && (!when.to || when.to->year == when.from.year);
      if (one_year && !choice_.is_aside(*at)) return Told<int>{*when.from.year, at->date.span};
    }
    return std::nullopt;
  }

  // "Sóc Trăng | 5 | 9 | 8.420": the time that the table's title gives another cell of the row.
  bool set_time_of_row(const Statement& statement, const Measure& measure) const {
    const auto first = std::partition_point(statements_.begin(), statements_.end(),
                                            [&](const Statement& s) { return s.paragraph < statement.paragraph; });
    constexpr int kMostCells = 40;
    int looked_at = 0;
    for (auto at = first; at != statements_.end() && at->paragraph == statement.paragraph && looked_at < kMostCells;
         ++at, ++looked_at) {
      const Candidate& other = *at->candidate;
      if (at->candidate == statement.candidate || other.rule.rfind("table.", 0) != 0) continue;
      const Period& period = *measure_of(at->candidate->fact)->period;
      if (period.empty()) continue;
      *measure.period = period;
      for (const Inference& told : other.inferred) {
        if (told.field == "period") statement.candidate->inferred.push_back(told);
      }
      return true;
    }
    return false;
  }

  // A table of the year tells its stocks too.
  static bool is_cell(const Statement& statement) { return statement.candidate->rule == "count.table_cell"; }

  const Told<CalendarSpan>* review_period(const Statement& statement, bool stock) const {
    if (stock || !is_own_matter(section(statement.first)) || !context_.reviewed) return nullptr;
    if (to_iso(context_.reviewed->value).empty()) return nullptr;
    return &*context_.reviewed;
  }

  // "theo dõi 44 dự án" in January's report on the year before: what stood then.
  const Told<CalendarSpan>* past_review(const Statement& statement) const {
    const auto* reviewed = review_period(statement, false);
    if (reviewed == nullptr || !context_.day || !context_.day->value.year) return nullptr;
    const CalendarPoint& end = reviewed->value.to.value_or(reviewed->value.from);
    return end.year && !reviewed->value.open && *end.year < *context_.day->value.year ? reviewed : nullptr;
  }

  // Times told together are one stretch, where no figure has one of them for itself.
  CalendarSpan time_of(const Statement& statement, const Measure& measure, const SettledDate& date) const {
    if (*measure.kind == Kind::kStock || choice_.told_in_turn(statement) != nullptr) return date.date.when;
    if (is_since(statement, date)) return {date.date.when.from, std::nullopt, true};
    if (const SettledDate* end = end_of_begun(date)) return {date.date.when.from, end->date.when.from, false};
    return joined_span(reading_, dates_, static_cast<std::size_t>(&date - dates_.data()));
  }

  // "bắt đầu từ tháng 1/2005 và kết thúc tháng 12/2008": from the one to the other.
  const SettledDate* end_of_begun(const SettledDate& begun) const {
    constexpr std::size_t kMostWords = 4;
    const CalendarSpan& when = begun.date.when;
    if (when.to || when.open || !when.has_year() || !is_led_by(begun.date.first, "bắt", "đầu")) return nullptr;
    const auto next = choice_.dates_from(begun.date.last);
    if (next == dates_.end() || next->date.first > begun.date.last + kMostWords || next->date.when.to) return nullptr;
    const bool ends = is_led_by(next->date.first, "kết", "thúc") && next->date.when.from.year &&
                      *next->date.when.from.year >= *when.from.year;
    return ends ? &*next : nullptr;
  }

  bool is_led_by(std::size_t first, std::string_view verb, std::string_view end) const {
    while (first > 2 && reading_.is_any(first - 1, {"từ", "vào", "trong"})) --first;
    return first > 1 && reading_.is(first - 1, end) && reading_.is(first - 2, verb);
  }

  // "Đến Huế lần đầu năm 1998, tổ chức X từ đó đến nay đã viện trợ 3 triệu USD"
  bool leads_up_to_now(const Statement& statement, const SettledDate& date) const {
    constexpr std::size_t kFarthest = 40;
    const CalendarSpan& when = date.date.when;
    if (!when.has_year() || when.to || when.open || !choice_.in_sentence(date, statement.sentence)) return false;
    const std::size_t end = std::min(figure_of(reading_, statement), date.date.last + kFarthest);
    for (std::size_t at = date.date.last; at + 1 < end; ++at) {
      if (!reading_.is(at, "từ") || !reading_.is_any(at + 1, {"đó", "bấy", "ấy", "đấy"})) continue;
      return reading_.is_any(at + 2, {"đến", "tới"}) && reading_.is_any(at + 3, {"nay", "giờ"});
    }
    return false;
  }

  // "Từ năm 1995, Tổng Lãnh sự quán bắt đầu viện trợ … với tổng số tiền hơn 6 triệu USD": from then on.
  bool is_since(const Statement& statement, const SettledDate& date) const {
    const std::size_t first = date.date.first;
    if (leads_up_to_now(statement, date)) return true;
    if (first == 0 || !reading_.is(first - 1, "từ") || date.date.when.to || date.date.when.from.day > 0) return false;
    // "… hoạt động tại tỉnh từ năm 1995. Đến nay, tổ chức đã viện trợ 12 triệu USD"
    const bool told_before = reading_.tokens()[first].sentence < statement.sentence && date.date.when.has_year();
    if (told_before && std::holds_alternative<AidValueFact>(statement.candidate->fact)) return true;
    // "Dự án khởi động từ tháng 3-2001, …" tells when the project began.
    const bool begun = first > 1 && reading_.is_any(first - 2, {"động", "đầu", "khai", "hiện"});
    return !begun && date.date.last < statement.first && reading_.is(date.date.last, ",") && date.date.when.has_year();
  }

  void set(const Statement& statement, const Measure& measure, const SettledDate& date) const {
    *measure.period = to_iso(time_of(statement, measure, date));
    Candidate& candidate = *statement.candidate;
    const bool own = candidate.span.contains(date.date.span);
    for (const Inference& inference : date.inferred)
      candidate.inferred.push_back({"period", *measure.period, inference.from});
    if (!own) candidate.inferred.push_back({"period", *measure.period, date.date.span});
    const bool since = (date.date.when.open && date.date.relative == Relative::kNone) ||
                       (*measure.kind != Kind::kStock && is_since(statement, date));
    const auto* count = std::get_if<CountFact>(&candidate.fact);
    const bool happened = count == nullptr || (count->of == "project" && *measure.kind != Kind::kStock);
    if (since && happened) *measure.kind = Kind::kCumulative;
  }

  void set_document_day(const Statement& statement, const Measure& measure) const {
    if (!context_.day || !is_own_matter(section(statement.first))) return;
    *measure.period = to_iso(CalendarSpan{context_.day->value, std::nullopt, false});
    statement.candidate->inferred.push_back({"period", *measure.period, context_.day->from});
  }

  const Reading& reading_;
  const std::vector<Statement>& statements_;
  const std::vector<SettledDate>& dates_;
  const DocumentContext& context_;
  DateChoice choice_;
  std::vector<std::size_t> sections_;  // paragraphs that are headings
};

}  // namespace

void resolve_periods(const Reading& reading, std::vector<Statement>& statements, const std::vector<SettledDate>& dates,
                     const DocumentContext& context) {
  const PeriodResolver resolver(reading, statements, dates, context);
  for (Statement& statement : statements) resolver.resolve(statement);
}

}  // namespace trichluc
