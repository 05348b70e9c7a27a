#include "extractors/resolve/period.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "extractors/clause.h"
#include "extractors/resolve/headings.h"
#include "extractors/resolve/joined_times.h"
#include "extractors/resolve/year_words.h"

namespace trichluc {
namespace {

class PeriodResolver {
 public:
  PeriodResolver(const Reading& reading, const std::vector<Statement>& statements,
                 const std::vector<SettledDate>& dates, const DocumentContext& context)
      : reading_(reading), statements_(statements), dates_(dates), context_(context) {
    for (const SettledDate& date : dates) {
      if (section(date.date.first) == text::Section::kHeading && date.date.when.from.day == 0 && !is_aside(date))
        headings_.push_back(&date);
    }
    for (std::size_t p = 0; p < reading.text().paragraphs().size(); ++p) {
      if (is_heading(reading, p)) sections_.push_back(p);
    }
  }

  void resolve(Statement& statement) const {
    const Measure measure = *measure_of(statement.candidate->fact);
    const bool now = now_near(statement);
    const bool stock = settle_kind(statement, measure, now);
    if (const SettledDate* same = told_of_same_period(statement)) return set_same_period(statement, measure, *same);
    if (leans_on_unsaid_year(statement)) return;
    if (stock && now_right_after(statement)) return set_document_day(statement, measure);
    const SettledDate* date = choose(statement, stock);
    if (date != nullptr && is_time_before(*date)) return;
    if (!stock && spans_bare_years(statement, date)) return;
    if (date != nullptr && date->date.relative == Relative::kNow) {
      set_document_day(statement, measure);
    } else if (date != nullptr) {
      set(statement, measure, *date);
      if (!stock) settle_as_of(statement, measure, *date);
    } else if (!stock && (now || !is_work(statement))) {
      return;
    } else if (const auto year = whole_year(statement, stock)) {
      *measure.period = std::to_string(year->value);
      statement.candidate->inferred.push_back({"period", *measure.period, year->from});
    } else if (const auto* reviewed = review_period(statement, stock)) {
      *measure.period = to_iso(reviewed->value);
      statement.candidate->inferred.push_back({"period", *measure.period, reviewed->from});
    } else if (stock && is_own_matter(section(statement.first))) {
      set_document_day(statement, measure);
    }
  }

 private:
  using Dates = std::vector<SettledDate>::const_iterator;

  // Dates and statements stand in the order of the text.
  Dates dates_from(std::size_t token) const {
    return std::lower_bound(dates_.begin(), dates_.end(), token,
                            [](const SettledDate& date, std::size_t at) { return date.date.first < at; });
  }

  // Is there another statement, begun in the sentence of `from` or later and before `to`, that `fits`?
  template <class Fits>
  bool any_statement(std::size_t from, std::size_t to, Fits fits) const {
    const std::size_t begin = reading_.sentence_of(from).first;
    auto at = std::lower_bound(statements_.begin(), statements_.end(), begin,
                               [](const Statement& s, std::size_t token) { return s.first < token; });
    for (; at != statements_.end() && at->first < to; ++at) {
      if (fits(*at)) return true;
    }
    return false;
  }

  text::Section section(std::size_t token) const { return reading_.section_of(token); }

  bool in_sentence(const SettledDate& date, std::size_t sentence) const {
    return reading_.tokens()[date.date.first].sentence == sentence;
  }

  // A comparison base ("so với năm 2021"), a plan for another year, a date without use.
  bool is_aside(const SettledDate& date) const {
    const std::size_t first = date.date.first;
    if (date.date.relative == Relative::kSamePeriod) return true;
    // "mức 226 triệu USD của năm trước" tells the figure's own year; elsewhere the year before is what is compared
    // with.
    if (date.date.relative == Relative::kYearBefore) return !tells_own_time(date) || !date.date.when.has_year();
    if (date.date.relative != Relative::kNow && to_iso(date.date.when).empty()) return true;
    for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
      if (reading_.is(first - back, "với") && back < first &&
          (reading_.is(first - back - 1, "so") || reading_.is(first - back - 1, "sánh")))
        return true;
    }
    return false;
  }

  // "hiện có", "đến nay" in the sentence up to the figure and nearer than any other time.
  bool now_near(const Statement& statement) const {
    const SettledDate* nearest = nullptr;
    for (auto at = dates_from(reading_.sentences()[statement.sentence].first);
         at != dates_.end() && at->date.first < statement.last; ++at) {
      if (!is_aside(*at)) nearest = &*at;
    }
    return nearest != nullptr && nearest->date.relative == Relative::kNow;
  }

  // "Chỉ trong 10 năm gần đây, …": a time that the document does not date; a date further off is not the figure's.
  bool spans_bare_years(const Statement& statement, const SettledDate* date) const {
    const Sentence& sentence = reading_.sentences()[statement.sentence];
    for (std::size_t at = std::min(statement.last, sentence.last); at > sentence.first; --at) {
      if (!is_unnamed_years(reading_, at - 1)) continue;
      return date == nullptr || date->date.first < at - 1 || date->date.first >= sentence.last;
    }
    // "100 triệu USD/năm trong những năm đầu của thế kỷ".
    constexpr std::size_t kNear = 4;
    for (std::size_t at = statement.last; at < std::min(statement.last + kNear, sentence.last); ++at) {
      if (is_unnamed_years(reading_, at)) return true;
      if (reading_.tokens()[at].kind == TokenKind::kMark && !reading_.is(at, "/")) return false;
    }
    return false;
  }

  // Delegates and sites are of their meeting, not of the year whose work it looks back on.
  static bool is_work(const Statement& statement) {
    const auto* count = std::get_if<CountFact>(&statement.candidate->fact);
    return count == nullptr || count->of == "ngo" || count->of == "project";
  }

  // "Tính đến 31/12/2015, tổng giá trị cam kết …", "đến hết tháng 6/2022, đã phê duyệt 15 dự án": no flow of that day,
  // but all that came up to it; projects that simply are there stand as a stock.
  void settle_as_of(const Statement& statement, const Measure& measure, const SettledDate& date) const {
    if (!date.date.as_of || date.date.when.to || !in_sentence(date, statement.sentence)) return;
    if (date.date.first > statement.first) return;
    const auto* count = std::get_if<CountFact>(&statement.candidate->fact);
    if (count != nullptr && count->of != "project") return;
    const bool there = reading_.is(statement.first, "có") || reading_.is(statement.first, "còn");
    const bool stands = count != nullptr && (count->status == "operating" || (there && count->status.empty()));
    *measure.kind = stands ? Kind::kStock : Kind::kCumulative;
  }

  bool is_cumulative(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    return last_match_before(reading_, statement.last, clause.first, "cumulative_words") != nullptr;
  }

  // Stock or flow: the words of time outweigh what the status usually means.
  bool settle_kind(const Statement& statement, const Measure& measure, bool now) const {
    const bool cumulative = is_cumulative(statement);
    if (std::holds_alternative<AidValueFact>(statement.candidate->fact)) {
      if (cumulative) *measure.kind = Kind::kCumulative;
      return cumulative && now;
    }
    auto& count = std::get<CountFact>(statement.candidate->fact);
    if (!count.kind) count.kind = count.of == "ngo" || now ? Kind::kStock : Kind::kFlow;
    const bool passing = count.status == "ended" || count.status == "newly_registered" || count.status == "honored" ||
                         count.status == "attending";
    if (now && !passing && count.status != "donor") count.kind = Kind::kStock;
    return *measure.kind == Kind::kStock;
  }

  // "500 tổ chức hiện nay".
  bool now_right_after(const Statement& statement) const {
    const auto next = dates_from(statement.last);
    return next != dates_.end() && next->date.first == statement.last && next->date.relative == Relative::kNow;
  }

  // "Năm ngoái, tổ chức này tài trợ …" where nothing says which year this one is: no other date stands for it.
  bool leans_on_unsaid_year(const Statement& statement) const {
    for (auto at = dates_from(reading_.sentences()[statement.sentence].first);
         at != dates_.end() && at->date.first < statement.first; ++at) {
      const Relative lean = at->date.relative;
      const bool year = lean == Relative::kYearBefore || lean == Relative::kThisYear || lean == Relative::kYearToDate;
      if (year && !at->date.when.has_year() && tells_own_time(*at)) return true;
    }
    return false;
  }

  // A year before, told at the head of its clause and not as what is compared with ("tăng 20% so với năm trước").
  bool tells_own_time(const SettledDate& date) const {
    const std::size_t first = date.date.first;
    return first == 0 || first == reading_.sentence_of(first).first || reading_.is(first - 1, "của") ||
           reading_.is(first - 1, "trong") || reading_.is(first - 1, ",");
  }

  // "trước năm 1996 đã có 100 tổ chức": not that year, and no year is said.
  bool is_time_before(const SettledDate& date) const {
    return date.date.first > 0 && reading_.is(date.date.first - 1, "trước") && date.date.when.from.day == 0;
  }

  // "(cùng kỳ năm 2022 đạt 3,5 triệu USD)": the figure is that period's own, where nothing is compared with it.
  const SettledDate* told_of_same_period(const Statement& statement) const {
    const auto next = dates_from(statement.first);
    if (next == dates_.begin()) return nullptr;
    const SettledDate& date = *(next - 1);
    if (date.date.relative != Relative::kSamePeriod || !in_sentence(date, statement.sentence)) return nullptr;
    const bool compared = date.date.first > 0 && reading_.is(date.date.first - 1, "với");
    std::size_t at = date.date.last;
    while (at < statement.first && (reading_.is(at, "đạt") || reading_.is(at, "là") || reading_.is(at, "chỉ"))) ++at;
    return !compared && at > date.date.last && at == statement.first ? &date : nullptr;
  }

  // The months of the last period told before it, in its own year; unknown where there is none.
  void set_same_period(const Statement& statement, const Measure& measure, const SettledDate& same) const {
    for (auto at = dates_.begin() + (&same - dates_.data()); at != dates_.begin();) {
      const SettledDate& base = *--at;
      if (!in_sentence(base, statement.sentence)) return;
      if (is_aside(base) || !base.date.when.has_year()) continue;
      const int year = same.date.when.from.year.value_or(*base.date.when.from.year - 1);
      const auto moved = moved_to_year(base.date.when, year);
      if (!moved || base.date.when.from.day > 0) return;
      *measure.period = to_iso(*moved);
      statement.candidate->inferred.push_back({"period", *measure.period, base.date.span});
      return;
    }
  }

  // The date in brackets right after the figure, else the nearest before it in its sentence, else one right after it,
  // else the nearest sentence before it in the paragraph that tells a time.
  const SettledDate* choose(const Statement& statement, bool stock) const {
    if (const SettledDate* date = in_brackets_after(statement)) return date;
    if (const SettledDate* date = told_in_turn(statement)) return date;
    if (const SettledDate* date = bracketed_behind(statement)) return date;
    const SettledDate* after = right_after(statement);
    const SettledDate* before = nearest_before(statement, statement.sentence, stock);
    if (before != nullptr && after != nullptr && before->date.relative == Relative::kNow && !stock) return after;
    if (before != nullptr && after != nullptr && closer_after(statement, *before)) return after;
    // "tăng từ 243 triệu USD năm 2007 lên 274 triệu USD": the year that stands between the two is the first one's.
    if (after != nullptr && (reading_.is(after->date.last, "lên") || reading_.is(after->date.last, "xuống")))
      return after;
    if (before != nullptr) return tells_whole_year(before->date.last, statement) ? nullptr : before;
    if (after != nullptr) return after;
    if (const SettledDate* later = later_in_sentence(statement)) return later;
    if (!stock && speaks_of_whole_year(statement)) return nullptr;
    for (std::size_t s = statement.sentence; s > 0; --s) {
      if (reading_.sentences()[s - 1].paragraph != statement.paragraph) break;
      if (const SettledDate* date = nearest_before(statement, s - 1, stock);
          date != nullptr && !is_day_of_event(*date, stock))
        return date;
    }
    return in_heading(statement);
  }

  // "bằng 95% so với năm 2018 (276 triệu USD)": a figure in brackets right behind a date is that date's.
  const SettledDate* bracketed_behind(const Statement& statement) const {
    if (statement.first == 0 || !reading_.is(statement.first - 1, "(")) return nullptr;
    const auto next = dates_from(statement.first);
    if (next == dates_.begin() || (next - 1)->date.last + 1 != statement.first) return nullptr;
    const DateReading& date = (next - 1)->date;
    return date.when.has_year() && date.relative == Relative::kNone ? &*(next - 1) : nullptr;
  }

  // "Trong hai năm 2014, 2015, tỉnh nhận lần lượt 1,2 triệu USD và 1,5 triệu USD": as many figures behind the words as
  // dates before them belong to one another in their order.
  const SettledDate* told_in_turn(const Statement& statement) const {
    const Sentence& sentence = reading_.sentences()[statement.sentence];
    std::size_t words = sentence.first;
    while (words < statement.last && !(reading_.is(words, "lần") && reading_.is(words + 1, "lượt"))) ++words;
    if (words == statement.last) return nullptr;
    std::vector<const SettledDate*> told;
    for (auto at = dates_from(sentence.first); at != dates_.end() && at->date.first < words; ++at) {
      if (!is_aside(*at)) told.push_back(&*at);
    }
    // The words may stand inside the first figure's statement ("tiếp nhận lần lượt 1,2 triệu USD").
    auto first = std::partition_point(statements_.begin(), statements_.end(),
                                      [&](const Statement& s) { return s.first < sentence.first; });
    while (first != statements_.end() && first->last <= words) ++first;
    std::size_t figures = 0;
    std::size_t own = 0;
    for (; first != statements_.end() && first->sentence == statement.sentence; ++first, ++figures) {
      if (first->first == statement.first) own = figures;
    }
    return told.size() >= 2 && told.size() == figures ? told[own] : nullptr;
  }

  // "Trong năm, tỉnh phê duyệt 29 khoản", "Giải ngân cả năm đạt …": a year that the sentence leaves to the text before
  // it.
  bool speaks_of_whole_year(const Statement& statement) const {
    return tells_whole_year(reading_.sentences()[statement.sentence].first, statement);
  }

  // From this token on, up to the figure or right behind it ("06 dự án mới vận động trong năm").
  bool tells_whole_year(std::size_t from, const Statement& statement) const {
    const Sentence& sentence = reading_.sentences()[statement.sentence];
    return tells_unnamed_year(reading_, from, std::min(sentence.last, statement.last + 3));
  }

  std::optional<Told<int>> whole_year(const Statement& statement, bool stock) const {
    // A stock is of the year only where the words open its sentence: "Năm qua, có 9 tổ chức hoạt động".
    const std::size_t opening = reading_.sentences()[statement.sentence].first;
    if (stock ? !tells_unnamed_year(reading_, opening, std::min(opening + 3, statement.first))
              : !speaks_of_whole_year(statement))
      return std::nullopt;
    const SettledDate* nearest = nullptr;
    for (auto at = dates_from(statement.first); at != dates_.begin() && nearest == nullptr;) {
      const SettledDate& date = *--at;
      if (reading_.tokens()[date.date.first].paragraph + 1 < statement.paragraph) break;
      const bool since = date.date.when.open && date.date.relative == Relative::kNone;  // "từ năm 1996 đến nay"
      if (date.date.when.has_year() && !date.date.when.to && !since && !is_aside(date)) nearest = &date;
    }
    if (nearest != nullptr) return Told<int>{*nearest->date.when.from.year, nearest->date.span};
    if (const auto year = year_of_section(statement)) return year;
    if (context_.reviewed && context_.reviewed->value.has_year())
      return Told<int>{*context_.reviewed->value.from.year, context_.reviewed->from};
    if (is_own_matter(section(statement.first))) return context_.headline_year;
    return std::nullopt;
  }

  // "III. Nhiệm vụ năm 2023": the heading right above, page numbers between or not.
  std::optional<Told<int>> year_of_section(const Statement& statement) const {
    const auto below = std::partition_point(sections_.begin(), sections_.end(),
                                            [&](std::size_t paragraph) { return paragraph < statement.paragraph; });
    if (below == sections_.begin()) return std::nullopt;
    const std::size_t heading = *(below - 1);
    for (auto at = dates_from(first_token_of(reading_, heading)); at != dates_.end(); ++at) {
      if (reading_.tokens()[at->date.first].paragraph != heading) break;
      const CalendarSpan& when = at->date.when;
      const bool one_year = when.has_year() && !when.open && (!when.to || when.to->year == when.from.year);
      if (one_year && !is_aside(*at)) return Told<int>{*when.from.year, at->date.span};
    }
    return std::nullopt;
  }

  // Flows do not happen on the day of the meeting that tells them.
  bool is_day_of_event(const SettledDate& date, bool stock) const {
    const bool short_time = date.date.when.from.day > 0 || (date.date.as_of && date.date.when.from.month > 0);
    return !stock && short_time && !date.date.when.to;
  }

  const SettledDate* in_brackets_after(const Statement& statement) const {
    for (auto at = dates_from(statement.last + 1); at != dates_.end() && at->date.first <= statement.last + 2; ++at) {
      if (!is_aside(*at) && reading_.is(statement.last, "(") && reading_.is(at->date.last, ")")) return &*at;
    }
    // Inside the statement's own words: "210 (năm 1996) lên 496 tổ chức" reads its number first.
    return nullptr;
  }

  const SettledDate* right_after(const Statement& statement) const {
    for (auto it = dates_from(statement.last); it != dates_.end(); ++it) {
      const SettledDate& date = *it;
      const std::size_t first = date.date.first;
      if (!in_sentence(date, statement.sentence) || first > statement.last + 4) return nullptr;
      if (is_aside(date) || date.date.relative == Relative::kNow) return nullptr;
      for (std::size_t at = statement.last; at < first; ++at) {
        const TokenKind kind = reading_.tokens()[at].kind;
        if (kind != TokenKind::kWord && !reading_.is(at, "(")) return nullptr;
        if (reading_.is(at, "giảm") || reading_.is(at, "tăng") || reading_.is(at, "và") || reading_.is(at, "từ"))
          return nullptr;
      }
      return &date;
    }
    return nullptr;
  }

  // With a comma or another figure between the earlier date and the statement, the date right after it is its own.
  bool closer_after(const Statement& statement, const SettledDate& before) const {
    if (before.date.last > statement.first) return false;
    const bool other_between = any_statement(before.date.first, statement.first, [&](const Statement& other) {
      return other.last > before.date.last && other.last <= statement.first;
    });
    return other_between || stands_behind_other(before, statement);
  }

  const SettledDate* nearest_before(const Statement& statement, std::size_t sentence, bool stock) const {
    const SettledDate* nearest = nullptr;
    const SettledDate* shared = nullptr;  // told right behind another figure, but nothing else tells a time
    for (auto at = dates_from(reading_.sentences()[sentence].first);
         at != dates_.end() && at->date.first < statement.last; ++at) {
      const SettledDate& date = *at;
      if (!in_sentence(date, sentence)) break;
      if (is_aside(date) || belongs_to_other(date, statement)) continue;
      if (!stock && date.date.relative == Relative::kNow) continue;
      (stands_behind_other(date, statement) ? shared : nearest) = &date;
    }
    return nearest != nullptr ? nearest : shared;
  }

  // "243 triệu USD năm 2007 lên 271 triệu USD": the year belongs to the figure it stands behind.
  bool stands_behind_other(const SettledDate& date, const Statement& statement) const {
    return any_statement(date.date.first, date.date.first, [&](const Statement& other) {
      const bool behind = other.last <= date.date.first && date.date.first <= other.last + 1;
      // "… 3,6 triệu USD và năm 2018 dự kiến đạt 4 triệu USD": the next figure's.
      const Token& link = reading_.tokens()[date.date.first - 1];
      return behind && other.candidate != statement.candidate && link.kind != TokenKind::kMark && link.folded != "và";
    });
  }

  // "(năm 1996)" right after another figure is that figure's own.
  bool belongs_to_other(const SettledDate& date, const Statement& statement) const {
    const std::size_t first = date.date.first;
    const bool bracketed = first > 0 && reading_.is(first - 1, "(") && reading_.is(date.date.last, ")");
    if (!bracketed || (first >= statement.first && first < statement.last)) return false;
    return any_statement(first, first, [&](const Statement& other) { return other.last + 1 == first; });
  }

  // "496 tổ chức … đã hoạt động tại Việt Nam trong năm 2018": later in the sentence, no other figure between.
  const SettledDate* later_in_sentence(const Statement& statement) const {
    for (auto at = dates_from(statement.last); at != dates_.end(); ++at) {
      const SettledDate& date = *at;
      if (!in_sentence(date, statement.sentence)) return nullptr;
      if (is_aside(date)) continue;
      const bool other_between = any_statement(statement.first, date.date.first, [&](const Statement& other) {
        return other.first >= statement.last && other.last <= date.date.first;
      });
      // "trong giai đoạn 2015-2023" closes the whole sentence, other figures in it or not.
      const bool closing = date.date.when.to && date.date.first > 0 &&
                           (reading_.is(date.date.first - 1, "trong") || reading_.is(date.date.first - 1, "đoạn"));
      return (other_between && !closing) || date.date.relative == Relative::kNow ? nullptr : &date;
    }
    return nullptr;
  }

  // The year of the nearest heading above.
  const SettledDate* in_heading(const Statement& statement) const {
    const auto after = std::lower_bound(headings_.begin(), headings_.end(), statement.first,
                                        [](const SettledDate* date, std::size_t at) { return date->date.first < at; });
    return after == headings_.begin() ? nullptr : *(after - 1);
  }

  const Told<CalendarSpan>* review_period(const Statement& statement, bool stock) const {
    if (stock || !is_own_matter(section(statement.first)) || !context_.reviewed) return nullptr;
    if (to_iso(context_.reviewed->value).empty()) return nullptr;
    return &*context_.reviewed;
  }

  // Times told together are one stretch, where no figure has one of them for itself.
  CalendarSpan time_of(const Statement& statement, const Measure& measure, const SettledDate& date) const {
    if (*measure.kind == Kind::kStock || told_in_turn(statement) != nullptr) return date.date.when;
    return joined_span(reading_, dates_, static_cast<std::size_t>(&date - dates_.data()));
  }

  void set(const Statement& statement, const Measure& measure, const SettledDate& date) const {
    *measure.period = to_iso(time_of(statement, measure, date));
    Candidate& candidate = *statement.candidate;
    const bool own = candidate.span.contains(date.date.span);
    for (const Inference& inference : date.inferred)
      candidate.inferred.push_back({"period", *measure.period, inference.from});
    if (!own && date.inferred.empty()) candidate.inferred.push_back({"period", *measure.period, date.date.span});
    const bool since = date.date.when.open && date.date.relative == Relative::kNone;
    if (since && std::holds_alternative<AidValueFact>(candidate.fact)) *measure.kind = Kind::kCumulative;
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
  std::vector<std::size_t> sections_;         // paragraphs that are headings
  std::vector<const SettledDate*> headings_;  // years and periods told in headings
};

}  // namespace

void resolve_periods(const Reading& reading, std::vector<Statement>& statements, const std::vector<SettledDate>& dates,
                     const DocumentContext& context) {
  const PeriodResolver resolver(reading, statements, dates, context);
  for (Statement& statement : statements) resolver.resolve(statement);
}

}  // namespace trichluc
