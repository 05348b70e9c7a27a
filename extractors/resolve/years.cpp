#include "extractors/resolve/years.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "extractors/clause.h"
#include "extractors/resolve/headings.h"
#include "extractors/resolve/newest_time.h"
#include "extractors/resolve/words_of_date.h"
#include "extractors/resolve/year_words.h"

namespace trichluc {
namespace {

// A day this many months after the document speaks of the year before; a period may be planned half a year ahead.
constexpr int kDayAhead = 2;
constexpr int kPeriodAhead = 6;
constexpr int kLastWeeks = 11;   // month
constexpr int kBarelyBegun = 4;  // months to the end of a period that begins with the year
constexpr std::size_t kMostYearsBefore = 50;

struct YearFrom {
  int year;
  Span from;
};

void set_year(CalendarSpan& when, int year) {
  when.from.year = year;
  if (when.to && !when.to->year) {
    const bool turns = std::pair(when.to->month, when.to->day) < std::pair(when.from.month, when.from.day);
    when.to->year = year + (turns ? 1 : 0);
  }
}

bool is_day(const DateReading& date) {
  return date.when.from.day > 0;
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

class YearSettler {
 public:
  YearSettler(const Reading& reading, const std::vector<DateReading>& dates, const DocumentContext& context)
      : reading_(reading), dates_(dates), context_(context) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
      if (dates[i].when.has_year() && !dates[i].cited) add_full_days(i);
    }
    for (std::size_t p = 0; p < reading.text().paragraphs().size(); ++p) {
      if (is_heading(reading, p)) add_heading(p);
    }
    for (std::size_t to = 0; to < lenders_.size(); ++to) find_lenders(static_cast<Borrower>(to));
    joined_.assign(dates.size(), kNone);
    for (std::size_t i = dates.size(); i-- > 1;) {
      if (is_joined_to_next(i - 1)) joined_[i - 1] = dates[i].when.has_year() ? i : joined_[i];
    }
  }

  SettledDate settle(std::size_t index) const {
    SettledDate settled{dates_[index], {}};
    DateReading& date = settled.date;
    if (!date.year_from.empty())
      settled.inferred.push_back({"value", std::to_string(*date.when.from.year), date.year_from});
    if (date.unsaid_end) settle_unsaid_end(settled);
    if (date.relative == Relative::kSamePeriod) {
      take_months(index, settled);
    } else if (date.relative != Relative::kNone) {
      settle_relative(settled);
    } else if (!date.when.has_year() && date.when.from.month > 0 && !date.recurring) {
      const auto year = date.from_year_before ? document_year() : year_for(index);
      if (!year) return settled;
      set_year(date.when, year->year);
      if (date.from_year_before && date.when.to) {
        date.when.to->year = year->year;
        date.when.from.year = year->year - 1;
      }
      if (is_valid(date.when.from) && (!date.when.to || is_valid(*date.when.to))) {
        settled.inferred.push_back({"value", std::to_string(year->year), year->from});
      } else {
        date.when = dates_[index].when;
      }
    }
    return settled;
  }

 private:
  // A day that is told with its year, and the date that tells it first.
  struct FullDay {
    std::size_t teller = 0;
    int year = 0;
    bool several_years = false;
  };

  // What a date that lacks its year is.
  enum class Borrower { kPeriod, kDay, kDeadline };

  // For each date the nearest that lends its year: before it, before it in the document's own matter, after it.
  struct Lenders {
    std::vector<std::size_t> before, own_before, after;
  };

  // `teller`: which heading, this one or one above, tells the year below it, where the styles of these bits are closed.
  struct Heading {
    std::size_t paragraph = 0;
    std::optional<YearFrom> year;
    std::array<std::size_t, 16> teller{};
  };

  static std::optional<YearFrom> told(const std::optional<Told<int>>& year) {
    return year ? std::optional<YearFrom>({year->value, year->from}) : std::nullopt;
  }

  std::optional<YearFrom> document_year() const {
    if (context_.published && context_.published->value.year) {
      return YearFrom{*context_.published->value.year, context_.published->from};
    }
    if (const auto year = told(context_.planned_year)) return year;
    if (const auto year = told(context_.headline_year)) return year;
    if (const auto year = told(context_.issue_year)) return year;
    const auto& spoken = context_.day ? context_.day : context_.newest;
    if (!spoken || !spoken->value.year) return std::nullopt;
    return YearFrom{*spoken->value.year, spoken->from};
  }

  void settle_relative(SettledDate& settled) const {
    DateReading& date = settled.date;
    if (date.relative == Relative::kNow) return;
    auto year = document_year();
    if (!year) year = only_year_before(date);
    if (!year) return;
    const int lean = date.relative == Relative::kYearBefore ? -1 : 0;
    date.when.from.year = year->year + lean;
    date.when.open = date.relative == Relative::kYearToDate;  // a part of the year, never all of it
    settled.inferred.push_back({"value", std::to_string(year->year + lean), year->from});
  }

  // "từ năm 1990 đến hết tháng 8 năm nay"
  void settle_unsaid_end(SettledDate& settled) const {
    auto year = document_year();
    if (!year) year = only_year_before(settled.date);
    if (!year || !settled.date.when.has_year() || year->year < *settled.date.when.from.year) return;
    CalendarPoint end = *settled.date.unsaid_end;
    end.year = year->year;
    if (!is_valid(end)) return;
    settled.date.when.to = end;
    settled.date.when.open = false;
    settled.inferred.push_back({"value", std::to_string(year->year), year->from});
  }

  // "6 tháng đầu năm 2022 … tăng 20% so với cùng kỳ năm 2021": the same months, told before in the paragraph.
  void take_months(std::size_t index, SettledDate& settled) const {
    CalendarSpan& when = settled.date.when;
    if (!when.has_year() || when.from.month != 0 || when.to) return;
    constexpr std::size_t kNear = 4;  // dates
    for (std::size_t i = index; i-- > 0 && index - i <= kNear && paragraph_of(i) == paragraph_of(index);) {
      const DateReading& told = dates_[i];
      const bool months = told.when.from.month > 0 && !is_day(told) && told.relative == Relative::kNone && !told.cited;
      if (!months || told.when.open || (told.until && !told.when.to)) continue;
      const bool one_year = !told.when.to || told.when.to->year == told.when.from.year;
      if (!one_year || told.when.from.year == when.from.year) return;
      const int year = *when.from.year;
      when = told.when;
      when.from.year = year;
      if (when.to) when.to->year = year;
      settled.inferred.push_back({"value", to_iso(when), told.span});
      return;
    }
  }

  // "Tháng 07/2023, … Tính từ đầu năm đến nay …": nothing dates the document, but all years told before are one.
  std::optional<YearFrom> only_year_before(const DateReading& date) const {
    const Lenders& lenders = lenders_[static_cast<std::size_t>(Borrower::kPeriod)];
    const auto here = std::partition_point(dates_.begin(), dates_.end(),
                                           [&](const DateReading& each) { return each.first < date.first; });
    if (here == dates_.end()) return std::nullopt;
    std::optional<YearFrom> only;
    std::size_t looked_at = 0;
    for (std::size_t i = lenders.own_before[static_cast<std::size_t>(here - dates_.begin())];
         i != kNone && looked_at < kMostYearsBefore; i = lenders.own_before[i], ++looked_at) {
      if (only && only->year != year_of(i).year) return std::nullopt;
      only = year_of(i);
    }
    return only;
  }

  // The order is the contract's: the statement, its sentence, its section, the headline, the document's own day.
  std::optional<YearFrom> year_for(std::size_t index) const {
    const DateReading& date = dates_[index];
    if (date.cited) return date.cited_year ? std::optional<YearFrom>({*date.cited_year, date.citation}) : lately(index);
    if (auto year = same_day_in_full(index)) return year;
    if (const auto lean = relative_year(reading_, date)) {
      const auto year = document_year();
      return year ? std::optional<YearFrom>({year->year + *lean, year->from}) : std::nullopt;
    }
    if (auto year = joined_to(index)) return year;
    if (auto year = this_year_in_sentence(index)) return year;
    const bool own = is_own_matter(reading_.section_of(date.first));
    if (own && is_said_coming(index)) {
      if (auto year = next_from_document_day(index)) return year;
    }
    if (auto year = told_in_sentence(index)) return year;
    if (own && is_deadline(reading_, date)) {
      if (auto year = from_document_day(index)) return year;
    }
    if (own && is_ahead(reading_, date)) {
      if (auto year = next_from_document_day(index)) return year;
    }
    if (own && is_recent(date)) return from_document(index);
    if (auto year = told_in_paragraph(index)) {
      const auto news = own ? news_of_document(index, *year) : std::nullopt;
      return news ? news : year;
    }
    if (!own) return std::nullopt;
    if (auto year = told_in_heading(index)) return year;
    if (auto year = told_in_headline(index)) return year;
    return from_document(index);
  }

  // What the document as a whole tells of when it speaks.
  std::optional<YearFrom> from_document(std::size_t index) const {
    if (auto year = from_document_day(index)) return year;
    if (auto year = from_event_name(index)) return year;
    if (auto year = from_newest_month(index)) return year;
    if (auto year = from_months_near(index)) return year;
    return from_outlook(index);
  }

  // "ngày 12 và 13-12 tới": said once for both.
  bool is_said_coming(std::size_t index) const {
    const DateReading& date = dates_[index];
    if (is_told_coming(reading_, date)) return true;
    if (index + 1 == dates_.size() || !is_day(date) || !is_day(dates_[index + 1])) return false;
    const DateReading& next = dates_[index + 1];
    return next.last >= date.last && next.first <= date.last + 1 && is_told_coming(reading_, next);
  }

  std::size_t sentence_of(std::size_t index) const { return reading_.tokens()[dates_[index].first].sentence; }
  std::size_t paragraph_of(std::size_t index) const { return reading_.tokens()[dates_[index].first].paragraph; }

  // "Chiều 16/11" of a paper that says "16/11/2020" elsewhere. Where the day is told of two years ("17/11/1950 -
  // 17/11/2020"), or of a year far from the document's, it is an anniversary's and lends none.
  std::optional<YearFrom> same_day_in_full(std::size_t index) const {
    if (!is_day(dates_[index])) return std::nullopt;
    const auto found = full_days_.find(day_of(dates_[index]));
    if (found == full_days_.end() || found->second.several_years) return std::nullopt;
    const auto& day = context_.published ? context_.published : context_.day;
    const bool far = day && day->value.year && std::abs(*day->value.year - found->second.year) > 1;
    return far ? std::nullopt : std::optional<YearFrom>({found->second.year, dates_[found->second.teller].span});
  }

  void add_full_days(std::size_t index) {
    const CalendarSpan& when = dates_[index].when;
    add_full_day(index, when.from);
    if (when.to) add_full_day(index, *when.to);
  }

  void add_full_day(std::size_t index, const CalendarPoint& point) {
    if (point.day == 0 || !point.year) return;
    const Day day = {point.month, point.day, is_own_matter(reading_.section_of(dates_[index].first))};
    const auto [known, added] = full_days_.try_emplace(day, FullDay{index, *point.year, false});
    if (!added && known->second.year != *point.year) known->second.several_years = true;
  }

  // Month, day, and whether it stands in the document's own matter.
  using Day = std::tuple<int, int, bool>;
  Day day_of(const DateReading& date) const {
    return {date.when.from.month, date.when.from.day, is_own_matter(reading_.section_of(date.first))};
  }

  // "tháng 11 và tháng 12 năm 1999": the year stands once, behind the last.
  std::optional<YearFrom> joined_to(std::size_t index) const {
    const std::size_t end = joined_[index];
    return end == kNone ? std::nullopt : std::optional<YearFrom>(year_of(end));
  }

  bool is_joined_to_next(std::size_t i) const {
    const DateReading& next = dates_[i + 1];
    const std::size_t link = dates_[i].last;
    const bool linked = next.first == link + 1 && paragraph_of(i) == paragraph_of(i + 1) &&
                        (reading_.folded(link) == "và" || reading_.folded(link) == ",");
    return linked && is_day(next) == is_day(dates_[i]) && next.when.from.month != 0;
  }

  YearFrom year_of(std::size_t index) const { return {*dates_[index].when.from.year, dates_[index].span}; }

  bool word_before(const DateReading& date, std::string_view word) const {
    return date.first > 0 && reading_.folded(date.first - 1) == word;
  }

  // "Ngày 5/3 vừa qua", "hôm qua 14/11", "hôm 14/11", "Sáng 5/3": news of this document, whatever year its paragraph
  // recalls.
  bool is_recent(const DateReading& date) const {
    if (!is_day(date)) return is_month_lately(date);
    if (reading_.is(date.last, "vừa") || word_before(date, "hôm") ||
        reading_.match_at(date.first, "parts_of_day") != nullptr)
      return true;
    const std::size_t at = date.first > 0 && !is_word(date.first - 1) ? date.first - 1 : date.first;
    return at > 1 && (reading_.is(at - 1, "nay") || reading_.is(at - 1, "qua")) && !reading_.is(at - 2, "đến");
  }

  // "lũ lịch sử hồi tháng 10" in a page of November.
  bool is_month_lately(const DateReading& date) const {
    constexpr int kLately = 3;  // months
    const auto& day = context_.day ? context_.day : context_.published;
    const CalendarPoint& told = date.when.from;
    if (told.month == 0 || date.when.to || !word_before(date, "hồi") || !day || day->value.month == 0) return false;
    const int ago = day->value.month - told.month;
    return ago >= 0 && ago <= kLately;
  }

  bool is_word(std::size_t at) const { return reading_.tokens()[at].kind == TokenKind::kWord; }

  // The next such time, seen from the day the document was published, or from that of its meeting.
  std::optional<YearFrom> next_from_document_day(std::size_t index) const {
    const auto& day = context_.published ? context_.published : context_.day;
    if (!day || !day->value.year || day->value.month == 0) return std::nullopt;
    const CalendarSpan& when = dates_[index].when;
    const CalendarPoint& end = when.to ? *when.to : when.from;
    const CalendarPoint& here = day->value;
    const bool passed =
        end.day > 0 ? std::pair(end.month, end.day) < std::pair(here.month, here.day) : end.month < here.month;
    return YearFrom{*here.year + (passed ? 1 : 0), day->from};
  }

  // Does the date lend its year to such a one? A day is not in the year whose work its meeting looks back on.
  bool lends_year(const DateReading& date, Borrower to) const {
    const CalendarSpan& when = date.when;
    if (!when.has_year() || when.open || date.relative != Relative::kNone || date.cited) return false;
    if ((when.to && when.to->year != when.from.year) || is_base(reading_, date) || opens_bracket(reading_, date))
      return false;
    if (to == Borrower::kPeriod) return true;
    // "năm tài khóa 2016 (kết thúc vào ngày 31/3)": it ends in the next one.
    if (date.first > 1 && reading_.is_any(date.first - 1, {"khóa", "khoá"}) && reading_.is(date.first - 2, "tài"))
      return false;
    if (when.from.month == 0 && (is_reviewed(reading_, date) || is_goal(reading_, date.first))) return false;
    return !(to == Borrower::kDeadline && is_planned(reading_, date));
  }

  const Lenders& lenders_to(std::size_t index) const {
    const DateReading& date = dates_[index];
    const Borrower borrower = !is_day(date)                 ? Borrower::kPeriod
                              : is_deadline(reading_, date) ? Borrower::kDeadline
                                                            : Borrower::kDay;
    return lenders_[static_cast<std::size_t>(borrower)];
  }

  void find_lenders(Borrower to) {
    Lenders& lenders = lenders_[static_cast<std::size_t>(to)];
    lenders.before.assign(dates_.size(), kNone);
    lenders.own_before = lenders.after = lenders.before;
    std::vector<bool> lends(dates_.size());
    std::size_t nearest = kNone;
    std::size_t own = kNone;
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      lenders.before[i] = nearest;
      lenders.own_before[i] = own;
      lends[i] = lends_year(dates_[i], to);
      if (!lends[i]) continue;
      nearest = i;
      if (is_own_matter(reading_.section_of(dates_[i].first))) own = i;
    }
    nearest = kNone;
    for (std::size_t i = dates_.size(); i-- > 0;) {
      lenders.after[i] = nearest;
      if (lends[i]) nearest = i;
    }
  }

  // "Đầu năm nay, … phải cho 14 đội nghỉ việc từ ngày 28/01": the document's own year, told before in the sentence.
  std::optional<YearFrom> this_year_in_sentence(std::size_t index) const {
    for (std::size_t i = index; i-- > 0 && sentence_of(i) == sentence_of(index);) {
      if (dates_[i].relative == Relative::kThisYear) return document_year();
      if (dates_[i].when.has_year()) return std::nullopt;
    }
    return std::nullopt;
  }

  // The nearest year told before in the sentence; for a quarter or half also after ("…, đạt 50% kế hoạch năm 2023").
  std::optional<YearFrom> told_in_sentence(std::size_t index) const {
    const Lenders& lenders = lenders_to(index);
    const std::size_t before = lenders.before[index];
    if (before != kNone && sentence_of(before) == sentence_of(index)) return year_of(before);
    if (!dates_[index].when.to || is_day(dates_[index])) return std::nullopt;
    const std::size_t after = lenders.after[index];
    if (after != kNone && sentence_of(after) == sentence_of(index)) return year_of(after);
    return std::nullopt;
  }

  // "Năm 2020, … Ngày 5/8, …": the nearest year told before in the same paragraph.
  std::optional<YearFrom> told_in_paragraph(std::size_t index) const {
    const std::size_t before = lenders_to(index).before[index];
    return before != kNone && paragraph_of(before) == paragraph_of(index) ? std::optional<YearFrom>(year_of(before))
                                                                          : std::nullopt;
  }

  std::optional<YearFrom> year_in_paragraph(std::size_t paragraph) const {
    auto date = std::partition_point(dates_.begin(), dates_.end(), [&](const DateReading& each) {
      return reading_.tokens()[each.first].paragraph < paragraph;
    });
    for (; date != dates_.end() && reading_.tokens()[date->first].paragraph == paragraph; ++date) {
      const CalendarSpan& when = date->when;
      if (!when.has_year() || when.open || date->cited) continue;
      if (!when.to || when.to->year == when.from.year) return YearFrom{*when.from.year, date->span};
    }
    return std::nullopt;
  }

  // "III. Phương hướng năm 2018": the nearest heading above that tells a year, unless a later one of its level closed
  // its section.
  std::optional<YearFrom> told_in_heading(std::size_t index) const {
    const auto below = std::partition_point(headings_.begin(), headings_.end(), [&](const Heading& heading) {
      return heading.paragraph < paragraph_of(index);
    });
    if (below == headings_.begin()) return std::nullopt;
    const std::size_t teller = (below - 1)->teller[0];
    return teller == kNone ? std::nullopt : headings_[teller].year;
  }

  void add_heading(std::size_t paragraph) {
    Heading heading;
    heading.paragraph = paragraph;
    heading.year = year_in_paragraph(paragraph);
    const unsigned style = 1U << static_cast<unsigned>(heading_style(reading_, paragraph));
    for (unsigned closed = 0; closed < heading.teller.size(); ++closed) {
      const bool tells = heading.year && (closed & style) == 0;
      const std::size_t above = headings_.empty() ? kNone : headings_.back().teller[closed | style];
      heading.teller[closed] = tells ? headings_.size() : above;
    }
    headings_.push_back(heading);
  }

  // A day takes the headline's year only when the document does not speak from another one.
  std::optional<YearFrom> told_in_headline(std::size_t index) const {
    const auto year = told(context_.headline_year);
    if (!year || !is_day(dates_[index])) return year;
    const auto spoken = from_document_day(index);
    const bool looks_back = context_.reviewed && context_.reviewed->from == year->from;
    // "Lễ hội pháo hoa 2019", announced on 19-3 of that year: its days of June lie ahead.
    const bool own_year = !context_.published && context_.day && context_.day->value.year == year->year;
    return looks_back || (spoken && spoken->year != year->year && !own_year) ? std::nullopt : year;
  }

  // The year of the meeting or of publication, or the one before when the date would lie too far ahead of it.
  std::optional<YearFrom> from_document_day(std::size_t index) const {
    // A deadline lies ahead of the day it is told on, an invitation's also before the meeting it invites to.
    const bool by_published = !context_.day || (is_deadline(reading_, dates_[index]) && context_.published);
    const auto& day = by_published ? context_.published : context_.day;
    if (!day || !day->value.year) return std::nullopt;
    const DateReading& date = dates_[index];
    const CalendarPoint& here = day->value;
    const bool period = date.when.to && !is_day(date);
    const int ahead = (period ? date.when.to->month : date.when.from.month) - here.month;
    // "Trong 6 tháng đầu năm, tỉnh tiếp nhận …" in a paper of January: those of the year before.
    const bool barely_begun = period && date.when.from.month == 1 && ahead >= kBarelyBegun;
    if (barely_begun && !is_to_come(reading_, reading_.sentence_of(date.first)))
      return YearFrom{*here.year - 1, day->from};
    const CalendarPoint& from = date.when.from;
    const bool passed = std::pair(from.month, from.day) < std::pair(here.month, here.day);
    if (is_deadline(reading_, date)) return YearFrom{*here.year + (passed ? 1 : 0), day->from};
    return YearFrom{*here.year - (ahead > (period ? kPeriodAhead : kDayAhead) ? 1 : 0), day->from};
  }

  // "Sáng 5-12, Lễ tôn vinh những người bạn … năm 2013 diễn ra tại Huế": the year in the name of what
  // takes place on the day. What looks back on a year may take place in the first months of the next.
  std::optional<YearFrom> from_event_name(std::size_t index) const {
    constexpr int kFirstMonths = 2;
    constexpr std::size_t kLongestName = 48;  // tokens
    const DateReading& day = dates_[index];
    const std::size_t after = lenders_[static_cast<std::size_t>(Borrower::kPeriod)].after[index];
    if (!is_day(day) || after == kNone || sentence_of(after) != sentence_of(index)) return std::nullopt;
    const DateReading& year = dates_[after];
    const bool plain = year.when.from.month == 0 && !year.when.to && year.first - day.last <= kLongestName;
    if (!plain || !names_event(reading_, day.last, year.first) || day.when.from.month <= kFirstMonths)
      return std::nullopt;
    if (!reading_.is_any(year.last, {"diễn", "được", "đã", "khai", "chính"})) return std::nullopt;
    if (is_reviewed(reading_, year) && day.when.from.month < kLastWeeks) return std::nullopt;
    return year_of(after);
  }

  // "… sau vụ cháy tháng 3-2002 …. Chuyến đi từ 19 đến 22-11": a page of late November 2007 tells its own November, not
  // that of the year which another sentence recalls.
  std::optional<YearFrom> news_of_document(std::size_t index, const YearFrom& recalled) const {
    const auto news = lately(index);
    return news && news->year - recalled.year >= 2 ? news : std::nullopt;
  }

  // The document's year, where the day lies in the month before its publication, or in the week behind it: "văn bản số
  // 1531/TTg-QHQT ngày 25/9" in a paper of 28 September, "hai ngày 23 và 24-10" in one of 23 October.
  std::optional<YearFrom> lately(std::size_t index) const {
    constexpr int kLately = 31;  // days, a month counted as so many
    constexpr int kSoon = 7;
    const CalendarSpan& when = dates_[index].when;
    const auto& day = context_.published;
    if (!is_day(dates_[index]) || !day || !day->value.year || day->value.day == 0) return std::nullopt;
    const CalendarPoint& told = when.to ? *when.to : when.from;
    const int ago = (day->value.month - told.month) * kLately + day->value.day - told.day;
    return ago >= -kSoon && ago <= kLately ? std::optional<YearFrom>({*day->value.year, day->from}) : std::nullopt;
  }

  // The year of the newest month that the text tells as reached.
  std::optional<YearFrom> from_newest_month(std::size_t index) const {
    const CalendarSpan& when = dates_[index].when;
    if (!context_.newest) return std::nullopt;
    if (context_.planned_year && context_.planned_year->value > *context_.newest->value.year) return std::nullopt;
    // "6 tháng đầu năm" ends, "6 tháng cuối năm" begins near it.
    const bool first_months = when.to && !is_day(dates_[index]) && when.from.month == 1;
    const auto year = year_seen_from(context_.newest->value, first_months ? *when.to : when.from);
    return year ? std::optional<YearFrom>({*year, context_.newest->from}) : std::nullopt;
  }

  // "Sáng 6/7, … trao tặng. Trước đó, tháng 6/2023, …": nothing dates the document, but all months that it tells with
  // their year are of one, and one of them is hardly another time than the day. Where they are not, those still to come
  // do not count ("kế hoạch ứng phó từ nay đến tháng 3/2025").
  std::optional<YearFrom> from_months_near(std::size_t index) const {
    if (!is_day(dates_[index]) || context_.published || context_.day || dates_.empty()) return std::nullopt;
    const auto year = year_of_months_near(index, true);
    return year ? year : year_of_months_near(index, false);
  }

  std::optional<YearFrom> year_of_months_near(std::size_t index, bool with_ahead) const {
    constexpr int kNear = 2;  // months
    std::optional<YearFrom> near;
    std::optional<int> only;
    const Lenders& lenders = lenders_[static_cast<std::size_t>(Borrower::kDay)];
    std::size_t looked_at = 0;
    for (std::size_t i = last_own_lender(lenders); i != kNone; i = lenders.own_before[i]) {
      if (++looked_at > kMostYearsBefore) return std::nullopt;
      const CalendarPoint& told = dates_[i].when.from;
      if (told.month == 0 || (!with_ahead && told.day == 0 && lies_ahead(reading_, dates_[i]))) continue;
      if (only && *only != *told.year) return std::nullopt;
      only = *told.year;
      if (std::abs(told.month - dates_[index].when.from.month) <= kNear) near = year_of(i);
    }
    return near;
  }

  std::size_t last_own_lender(const Lenders& lenders) const {
    const std::size_t last = dates_.size() - 1;
    const bool lends =
        lends_year(dates_[last], Borrower::kDay) && is_own_matter(reading_.section_of(dates_[last].first));
    return lends ? last : lenders.own_before[last];
  }

  std::optional<YearFrom> reviewed_year() const {
    if (!context_.reviewed || context_.reviewed->value.to || !context_.reviewed->value.has_year()) return std::nullopt;
    return YearFrom{*context_.reviewed->value.from.year, context_.reviewed->from};
  }

  // "GIAO BAN CÔNG TÁC … THÁNG 5/2022": a month is looked back on in the same year, or in the first weeks of the next.
  bool reviews_month(std::size_t index) const {
    const int month = context_.reviewed ? context_.reviewed->value.from.month : 0;
    return month > 0 && dates_[index].when.from.month >= month;
  }

  // Nothing dates the document: what it plans for, the year after the one it looks back on.
  std::optional<YearFrom> from_outlook(std::size_t index) const {
    constexpr int kReviewsEnd = 6;  // months of the next year
    // A year's work is reviewed, and the next year's planned, in its last weeks or in the months after it.
    const bool day = is_day(dates_[index]);
    const bool after = day && dates_[index].when.from.month < kLastWeeks;
    const auto planned = told(context_.planned_year);
    const auto reviewed = reviewed_year();
    // "Sáng 9/9 … tập huấn công tác năm 2016": in autumn no past year is reviewed any more, and what is planned may be
    // this year or the next: nothing is known.
    const bool autumn = after && dates_[index].when.from.month > kReviewsEnd;
    if (autumn && reviewed && (!planned || planned->year > reviewed->year)) return std::nullopt;
    if (planned && (!day || after || (reviewed && reviewed->year == planned->year))) return planned;
    if (reviewed) return YearFrom{reviewed->year + (after && !reviews_month(index) ? 1 : 0), reviewed->from};
    if (planned) return YearFrom{planned->year - 1, planned->from};
    // A year told somewhere above is none: a report of this spring recalls the flood of 1999.
    if (const auto year = told(context_.headline_year)) return year;
    return told(context_.issue_year);
  }

  const Reading& reading_;
  const std::vector<DateReading>& dates_;
  const DocumentContext& context_;
  std::map<Day, FullDay> full_days_;
  std::vector<Heading> headings_;    // in order of the text
  std::array<Lenders, 3> lenders_;   // by Borrower
  std::vector<std::size_t> joined_;  // for each date: the one at the end of its list that has the year, or kNone
};

}  // namespace

std::vector<SettledDate> settle_years(const Reading& reading, const std::vector<DateReading>& dates,
                                      const DocumentContext& context) {
  std::vector<SettledDate> settled;
  const YearSettler settler(reading, dates, context);
  for (std::size_t i = 0; i < dates.size(); ++i) settled.push_back(settler.settle(i));
  return settled;
}

}  // namespace trichluc
