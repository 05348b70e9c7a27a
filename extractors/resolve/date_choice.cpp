#include "extractors/resolve/date_choice.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/resolve/context.h"
#include "extractors/resolve/headings.h"
#include "extractors/resolve/list_lines.h"
#include "extractors/resolve/words_of_date.h"
#include "extractors/resolve/year_words.h"

namespace trichluc {

DateChoice::DateChoice(const Reading& reading, const std::vector<Statement>& statements,
                       const std::vector<SettledDate>& dates)
    : reading_(reading), statements_(statements), dates_(dates) {
  for (const SettledDate& date : dates) {
    const std::size_t paragraph = reading.tokens()[date.date.first].paragraph;
    // "IV. PHƯƠNG HƯỚNG NĂM 2016": in a plain text the Roman number is all that tells a heading.
    const bool heading = reading.section_of(date.date.first) == text::Section::kHeading ||
                         (is_heading(reading, paragraph) && heading_style(reading, paragraph) == HeadingStyle::kRoman);
    if (heading && date.date.when.from.day == 0 && !is_aside(date)) headings_.push_back(&date);
  }
}

// Dates and statements stand in the order of the text.
DateChoice::Dates DateChoice::dates_from(std::size_t token) const {
  return std::lower_bound(dates_.begin(), dates_.end(), token,
                          [](const SettledDate& date, std::size_t at) { return date.date.first < at; });
}

bool DateChoice::in_sentence(const SettledDate& date, std::size_t sentence) const {
  return reading_.tokens()[date.date.first].sentence == sentence;
}

// A comparison base ("so với năm 2021"), a plan for another year, a date without use.
bool DateChoice::is_aside(const SettledDate& date) const {
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
  if (first > 0 && reading_.is(first - 1, "so")) return true;  // "tăng 18% so năm 1994"
  // "từ nay đến năm 2025, với khoản hỗ trợ 183 triệu USD": what is to come ends then.
  if (first > 2 && reading_.is(first - 1, "đến") && reading_.is(first - 2, "nay") && reading_.is(first - 3, "từ"))
    return true;
  return is_measured_by(first) || is_time_of_saying(first) || is_time_of_opening(first) || is_origin(date) ||
         (date.date.when.from.month > 0 && is_time_of_disaster(first)) ||
         (date.date.when.from.day > 0 && is_of_occasion(first));
}

// "bão số 6 vừa đổ bộ vào miền Trung ngày 11/10", "trận lũ lịch sử hồi tháng 10/2020": when the need arose, not when
// aid was given.
bool DateChoice::is_time_of_disaster(std::size_t first) const {
  constexpr std::size_t kFarthest = 8;
  const std::size_t floor = reading_.sentence_of(first).first;
  for (std::size_t at = first; at > floor + 1 && first - at < kFarthest; --at) {
    if (reading_.tokens()[at - 1].kind != TokenKind::kWord) return false;
    if (reading_.match_at(at - 1, "disaster_words") != nullptr) return true;
    if (reading_.match_at(at - 1, "money_cues") != nullptr) return false;
  }
  return false;
}

// "trường gồm 8 phòng học, dự kiến sẽ được hoàn thành trong tháng 2/2018", "dự kiến khởi công ngày 15/3": when the work
// is done or begun, not when its sum was given.
bool DateChoice::is_time_of_opening(std::size_t first) const {
  constexpr std::size_t kFarthest = 4;
  while (first > 2 && reading_.is_any(first - 1, {"vào", "trong", "đầu", "cuối", "giữa", "dịp", "khoảng"})) --first;
  if (first < 3) return false;
  const bool done = (reading_.is(first - 1, "thành") && reading_.is_any(first - 2, {"hoàn", "khánh"})) ||
                    (reading_.is(first - 1, "công") && reading_.is(first - 2, "khởi"));
  if (!done) return false;
  const std::size_t floor = reading_.sentence_of(first - 1).first;
  for (std::size_t at = first - 2; at > floor && first - 2 - at < kFarthest; --at) {
    if (reading_.is_any(at - 1, {"kiến", "sẽ"})) return true;
  }
  return false;
}

// "con số ước thực hiện đưa ra hồi tháng 11/2013", "số liệu công bố tháng 3": when a figure was told, not when it
// holds.
bool DateChoice::is_time_of_saying(std::size_t first) const {
  while (first > 2 && (reading_.is(first - 1, "hồi") || reading_.is(first - 1, "vào") ||
                       reading_.is(first - 1, "trong") || reading_.is(first - 1, "từ")))
    --first;
  if (first < 2) return false;
  const bool said = (reading_.is(first - 2, "đưa") && reading_.is(first - 1, "ra")) ||
                    (reading_.is(first - 2, "công") && reading_.is(first - 1, "bố")) ||
                    (reading_.is(first - 2, "nêu") && reading_.is(first - 1, "ra"));
  return said;
}

// "7 dự án chuyển tiếp từ năm 2017": when what goes on began.
bool DateChoice::is_origin(const SettledDate& date) const {
  std::size_t at = date.date.first;
  if (date.date.when.open) return false;
  while (at > 2 && reading_.is_any(at - 1, {"từ", "của"})) --at;
  if (at < 2 || date.date.when.from.month != 0 || date.date.when.to) return false;
  // "gia hạn thời gian thực hiện dự án đến hết năm 2017"
  if (is_new_term(at)) return true;
  // "phải gia hạn sang năm 2021": and when it ends.
  if (reading_.is(at - 1, "sang")) return reading_.is_any(at - 2, {"hạn", "tiếp", "chuyển", "dài"});
  return reading_.is(at - 2, "chuyển") && reading_.is(at - 1, "tiếp");
}

bool DateChoice::is_new_term(std::size_t at) const {
  constexpr std::size_t kFarthest = 8;
  if (reading_.is(at - 1, "hết")) --at;
  if (at < 2 || !reading_.is_any(at - 1, {"đến", "tới", "sang"})) return false;
  for (std::size_t back = 2; back < kFarthest && back < at; ++back) {
    if (reading_.is(at - back, "hạn") && reading_.is(at - back - 1, "gia")) return true;
    if (reading_.tokens()[at - back].kind != TokenKind::kWord) return false;
  }
  return false;
}

// "bằng 94% năm 1998", "gấp 1,97 lần giai đoạn 1996 - 2000": the time that the figure is measured by.
bool DateChoice::is_measured_by(std::size_t first) const {
  constexpr std::size_t kLongestMeasure = 6;
  std::size_t at = first;
  while (at > 0 && (reading_.is(at - 1, "của") || reading_.is(at - 1, "đoạn") || reading_.is(at - 1, "giai"))) --at;
  if (at == 0 || !(reading_.is(at - 1, "%") || reading_.is(at - 1, "lần"))) return false;
  for (std::size_t back = 2; back <= kLongestMeasure && back <= at; ++back) {
    if (reading_.is(at - back, "bằng") || reading_.is(at - back, "gấp")) return true;
  }
  return false;
}

// A year before, told at the head of its clause and not as what is compared with ("tăng 20% so với năm trước").
bool DateChoice::tells_own_time(const SettledDate& date) const {
  const std::size_t first = date.date.first;
  const std::size_t head = reading_.sentence_of(first).first;
  // "Còn năm ngoái thì …"
  const bool heads = first == head || (first == head + 1 && !reading_.is_any(head, {"so", "hơn", "bằng", "như"}));
  return heads || reading_.is(first - 1, "của") || reading_.is(first - 1, "trong") || reading_.is(first - 1, ",");
}

// The date in brackets right after the figure, else the nearest before it in its sentence, else one right after it,
// else the nearest sentence before it in the paragraph that tells a time.
const SettledDate* DateChoice::choose(const Statement& statement, bool stock) const {
  if (const SettledDate* date = in_brackets_after(statement)) return date;
  if (const SettledDate* date = told_in_turn(statement)) return date;
  if (const SettledDate* date = bracketed_behind(statement)) return date;
  if (const SettledDate* date = promised_for(statement)) return date;
  const SettledDate* after = right_after(statement);
  const SettledDate* before = nearest_before(statement, statement.sentence, stock);
  if (before != nullptr && after != nullptr && belongs_behind(statement, *before, *after, stock)) return after;
  if (before != nullptr && !stock) {
    if (const SettledDate* later = term_behind(statement, *before)) return later;
  }
  if (before != nullptr) return tells_whole_year(before->date.last, statement) ? nullptr : before;
  if (after != nullptr) return after;
  if (const SettledDate* later = later_in_sentence(statement)) return later;
  if (!stock && speaks_of_whole_year(statement)) return nullptr;
  return told_above(statement, stock);
}

// "Năm 2004, hội nghị cam kết 3,4 tỷ USD cho năm 2005": the year that it is for, not that of the promise.
const SettledDate* DateChoice::promised_for(const Statement& statement) const {
  if (!is_committed(statement)) return nullptr;
  const SettledDate* later = later_in_sentence(statement);
  if (later == nullptr || later->date.when.from.day > 0) return nullptr;
  std::size_t at = later->date.first;
  while (at > 0 && reading_.is_any(at - 1, {"năm", "tài", "khóa", "giai", "đoạn"})) --at;
  return at > 0 && reading_.is(at - 1, "cho") ? later : nullptr;
}

// Of one time before the figure and one right after it: is it the latter's?
bool DateChoice::belongs_behind(const Statement& statement, const SettledDate& before, const SettledDate& after,
                                bool stock) const {
  if (before.date.relative == Relative::kNow && !stock) return true;
  if (closer_after(statement, before)) return true;
  // "Ngày 20/11, tổ chức X ký thỏa thuận tài trợ 450.000 euro giai đoạn 2010-2012": the term, not the day of signing.
  if (before.date.when.from.day > 0 && after.date.when.to && after.date.when.from.day == 0 && is_committed(statement))
    return true;
  // "tăng từ 243 triệu USD năm 2007 lên 274 triệu USD": the year that stands between the two is the first one's.
  return reading_.is(after.date.last, "lên") || reading_.is(after.date.last, "xuống");
}

// The term that is told further on in the sentence, where the time before the figure is another matter's.
const SettledDate* DateChoice::term_behind(const Statement& statement, const SettledDate& before) const {
  if (before.date.when.to) return nullptr;
  // "Tại lễ tổng kết ngày 20/12/2013, … giải ngân 8 triệu USD cho 10 tỉnh trong năm 2013": the day is the meeting's.
  const bool day = before.date.when.from.day > 0;
  // "nhà tài trợ lớn từ năm 1993, với số tiền 825 triệu USD trong giai đoạn 2000-2015": since when it has been one.
  const bool since = before.date.first > 0 && reading_.is(before.date.first - 1, "từ");
  if (!day && !since) return nullptr;
  const SettledDate* later = later_in_sentence(statement);
  if (later == nullptr || later->date.when.from.day > 0 || !is_told_within(*later)) return nullptr;
  return day || later->date.when.to ? later : nullptr;
}

// Further up: an earlier sentence of the paragraph, the programme whose worth it is, the line above a list, a heading.
const SettledDate* DateChoice::told_above(const Statement& statement, bool stock) const {
  const std::size_t floor = statement.paragraph - (goes_on_with_paragraph(statement.paragraph) ? 1 : 0);
  for (std::size_t s = statement.sentence; s > 0; --s) {
    if (reading_.sentences()[s - 1].paragraph < floor) break;
    if (const SettledDate* date = nearest_before(statement, s - 1, stock);
        date != nullptr && !is_day_of_event(*date, stock) && lends_to_later(*date))
      return date;
  }
  if (const SettledDate* term = stock ? nullptr : term_of_programme_above(statement)) return term;
  if (const SettledDate* lead = in_lead(statement, stock)) return lead;
  if (const SettledDate* line = in_time_line(statement)) return line;
  return in_heading(statement);
}

// "1. Năm 2017", "Năm 2018:": a line that is a time and nothing else heads the paragraphs below it, up to the next
// heading.
const SettledDate* DateChoice::in_time_line(const Statement& statement) const {
  constexpr std::size_t kFarthest = 8;  // paragraphs
  for (std::size_t back = 1; back <= kFarthest && back <= statement.paragraph; ++back) {
    const std::size_t line = statement.paragraph - back;
    const std::size_t first = reading_.first_token_of(line);
    const std::size_t last = reading_.first_token_of(line + 1);
    const auto date = dates_from(first);
    const bool alone = date != dates_.end() && date->date.first <= first + 2 && date->date.last <= last &&
                       last <= date->date.last + 1 && date->date.when.has_year() && date->date.when.from.day == 0;
    // Numbered, or opened by a colon: a year alone may be anything's.
    const bool opens = reading_.is(date == dates_.end() ? last : date->date.last, ":");
    if (alone && (opens || (date->date.first > first && date->date.last == last))) return &*date;
    if (is_heading(reading_, line)) return nullptr;
  }
  return nullptr;
}

// "Các khoản viện trợ tiếp nhận trong năm 2016 gồm:", and below it "- Tổ chức X: 3,1 triệu USD": the one time that the
// line above a list tells, unless it is the day of an event.
const SettledDate* DateChoice::in_lead(const Statement& statement, bool stock) const {
  const auto lead = lead_of_list(reading_, statement.paragraph);
  if (!lead) return nullptr;
  const SettledDate* only = nullptr;
  for (auto date = dates_from(reading_.first_token_of(*lead));
       date != dates_.end() && date->date.first < reading_.first_token_of(*lead + 1); ++date) {
    if (is_aside(*date)) continue;
    if (only != nullptr) return nullptr;
    only = &*date;
  }
  const bool told = only != nullptr && only->date.when.has_year() && !is_planned(reading_, only->date);
  return told && !is_day_of_event(*only, stock) ? only : nullptr;
}

// "… khởi động chương trình viện trợ giai đoạn 2014-2020.", and in the next paragraph "Trị giá gói hỗ trợ là 260 triệu
// euro": the sum is that of the programme just told, and so is its term.
const SettledDate* DateChoice::term_of_programme_above(const Statement& statement) const {
  const std::size_t first = reading_.first_token_of(statement.paragraph);
  if (statement.paragraph == 0 || statement.sentence != reading_.tokens()[first].sentence) return nullptr;
  std::size_t at = first;
  if (reading_.is(at, "tổng")) ++at;
  const bool worth = (reading_.is(at, "trị") && reading_.is(at + 1, "giá")) ||
                     (reading_.is(at, "giá") && reading_.is(at + 1, "trị")) ||
                     (reading_.is(at, "kinh") && reading_.is(at + 1, "phí")) || reading_.is_any(at, {"vốn", "ngân"});
  if (!worth) return nullptr;
  at += reading_.is(at, "vốn") ? 1U : 2U;
  while (reading_.is_any(at, {"của", "toàn", "bộ", "cho", "thực", "hiện"})) ++at;
  const bool programme = reading_.is_any(at, {"gói", "khoản"}) ||
                         (reading_.is(at, "dự") && reading_.is(at + 1, "án")) ||
                         (reading_.is(at, "chương") && reading_.is(at + 1, "trình"));
  if (!programme) return nullptr;
  // Past the picture between the two.
  constexpr std::size_t kCaption = 8;  // tokens
  std::size_t above = statement.paragraph - 1;
  while (above > 0 && reading_.first_token_of(above + 1) - reading_.first_token_of(above) <= kCaption) --above;
  const SettledDate* only = nullptr;
  for (auto date = dates_from(reading_.first_token_of(above)); date != dates_.end() && date->date.first < first;
       ++date) {
    const CalendarSpan& when = date->date.when;
    if (!when.to || !when.has_year() || when.from.day > 0 || is_aside(*date)) continue;
    if (only != nullptr) return nullptr;
    only = &*date;
  }
  return only;
}

// "trong năm tài chính 2013", "trong 6 tháng đầu năm 2016"
bool DateChoice::is_told_within(const SettledDate& date) const {
  constexpr std::size_t kFarthest = 4;
  for (std::size_t back = 1; back <= kFarthest && back <= date.date.first; ++back) {
    const std::size_t at = date.date.first - back;
    if (reading_.is(at, "trong")) return true;
    if (!reading_.is_any(at, {"năm", "tài", "chính", "khóa", "giai", "đoạn"})) return false;
  }
  return false;
}

// "Cụ thể, tỉnh đã ký 151 dự án", "Trong đó, 7 dự án …": the particulars of what the paragraph above tells.
bool DateChoice::goes_on_with_paragraph(std::size_t paragraph) const {
  if (paragraph == 0) return false;
  const std::size_t first = reading_.first_token_of(paragraph);
  return reading_.match_at(first, "part_words") != nullptr ||
         (reading_.is(first, "cụ") && reading_.is(first + 1, "thể"));
}

// "Hội nghị “Vận động viện trợ giai đoạn 2011-2015” khai mạc.": the time in the name of a meeting or a programme.
bool DateChoice::closes_quoted_name(const SettledDate& date, const Statement& statement) const {
  if (!reading_.is(date.date.last, "\"") || (statement.first < date.date.last && date.date.first < statement.last))
    return false;
  const std::size_t floor = reading_.sentence_of(date.date.first).first;
  bool inside = false;
  bool figure_too = false;
  for (std::size_t at = date.date.first; at > floor; --at) {
    if (reading_.is(at - 1, "\"")) inside = !inside;
    if (!inside && at - 1 == statement.first) figure_too = true;
  }
  return inside && !figure_too;
}

// "…, riêng năm 2010 đạt 279 triệu USD.", "viện trợ 8,5 triệu USD trong 3 năm (2008 - 2011)." are times of that figure
// alone; what the next sentence tells has none of them.
bool DateChoice::lends_to_later(const SettledDate& date) const {
  if (is_of_part_alone(date.date.first) || is_of_occasion(date.date.first)) return false;
  const bool bracketed = date.date.first > 0 && reading_.is(date.date.first - 1, "(");
  return !(bracketed && stands_behind_any(date));
}

// "theo cam kết của Chính phủ X trong dịp sang dự hội nghị vào tháng 10/2004": the day of a visit.
bool DateChoice::is_of_occasion(std::size_t first) const {
  const std::size_t floor = reading_.sentence_of(first).first;
  for (std::size_t at = first; at > floor + 1; --at) {
    if (reading_.is(at - 1, "dịp") && reading_.is_any(at - 2, {"trong", "nhân"})) return true;
    // "qua buổi khảo sát ngày 24/4", "sau chuyến thăm ngày 3/9"
    if (reading_.is_any(at - 1, {"buổi", "chuyến", "đợt"}) && reading_.is_any(at - 2, {"qua", "sau"})) return true;
    if (reading_.tokens()[at - 1].kind == TokenKind::kMark) return false;
  }
  return false;
}

// "riêng năm 2010", "riêng trong 6 tháng đầu năm 2010".
bool DateChoice::is_of_part_alone(std::size_t first) const {
  if (first > 0 && reading_.is(first - 1, "trong")) --first;
  return first > 1 && reading_.is(first - 1, "riêng") && !reading_.tokens()[first - 1].capital;
}

bool DateChoice::stands_behind_any(const SettledDate& date) const {
  return any_statement(date.date.first, date.date.first,
                       [&](const Statement& other) { return other.last <= date.date.first; });
}

// "…trị giá 750 ngàn USD trong ba năm 2009 - 2011; dự án X trị giá 3,6 triệu USD": the term of one item of a list.
bool DateChoice::is_term_of_other_item(const SettledDate& date, const Statement& statement) const {
  const CalendarSpan& when = date.date.when;
  if (!when.to || !when.has_year() || when.to->year == when.from.year) return false;
  if (date.date.last > statement.first || !stands_behind_any(date)) return false;
  const std::size_t part = clause_of(reading_, statement.first).first;
  return part > date.date.last && reading_.is(part - 1, ";");
}

// "742.000 USD, tăng 18% so năm 1994 (1994: 629.000 USD). …", "(năm 2015: 2.402.000 USD)": what a bracket tells of
// another time is its own.
bool DateChoice::is_of_other_bracket(const SettledDate& date, const Statement& statement) const {
  const std::size_t first = date.date.first;
  if (first == 0 || !reading_.is(first - 1, "(") || reading_.is(date.date.last, ")")) return false;
  // "(năm 2015 có 4 dự án với giá trị hơn 8 tỷ đồng; …)" too: a figure follows in the bracket.
  if (!reading_.is_any(date.date.last, {":", "là", "có", "đạt", "được", "nhận", "giải", "tiếp"})) return false;
  if (figure_of(reading_, statement) < first) return true;
  for (std::size_t at = date.date.last; at < statement.first; ++at) {
    if (reading_.is(at, ")")) return true;
  }
  return false;
}

// "bằng 95% so với năm 2018 (276 triệu USD)": a figure in brackets right behind a date is that date's.
const SettledDate* DateChoice::bracketed_behind(const Statement& statement) const {
  // "bằng 97% năm 2024 (tính gộp hai tỉnh: 10,1 triệu USD)".
  constexpr std::size_t kMostWords = 6;
  std::size_t open = statement.first;
  while (open > 0 && statement.first - open <= kMostWords && !reading_.is(open - 1, "(") &&
         (reading_.tokens()[open - 1].kind == TokenKind::kWord || reading_.is(open - 1, ":")))
    --open;
  if (open == 0 || !reading_.is(open - 1, "(")) return nullptr;
  const auto next = dates_from(open);
  if (next == dates_.begin() || (next - 1)->date.last + 1 != open) return nullptr;
  const DateReading& date = (next - 1)->date;
  return date.when.has_year() && date.relative == Relative::kNone ? &*(next - 1) : nullptr;
}

// "Trong hai năm 2014, 2015, tỉnh nhận lần lượt 1,2 triệu USD và 1,5 triệu USD": as many figures behind the words as
// dates before them belong to one another in their order.
const SettledDate* DateChoice::told_in_turn(const Statement& statement) const {
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
bool DateChoice::speaks_of_whole_year(const Statement& statement) const {
  return tells_whole_year(reading_.sentences()[statement.sentence].first, statement);
}

// From this token on, up to the figure or right behind it ("06 dự án mới vận động trong năm").
bool DateChoice::tells_whole_year(std::size_t from, const Statement& statement) const {
  constexpr std::size_t kNear = 3;
  const Sentence& sentence = reading_.sentences()[statement.sentence];
  // "…, trị giá 40 tỷ đồng; cả năm ước đạt 55 tỷ đồng": behind a mark it is the next figure's.
  std::size_t to = statement.last;
  // "giải ngân 2,3 triệu USD để cả năm đạt 4 triệu USD" leads to the next figure too.
  while (to < std::min(sentence.last, statement.last + kNear) && reading_.tokens()[to].kind == TokenKind::kWord &&
         !reading_.is_any(to, {"để", "đưa", "nâng"}))
    ++to;
  return tells_unnamed_year(reading_, from, to) || closes_with_year(statement);
}

// "Tỉnh tiếp nhận 3,1 triệu USD viện trợ phi chính phủ nước ngoài trong năm.": the words that end the figure's clause.
bool DateChoice::closes_with_year(const Statement& statement) const {
  const std::size_t end = reading_.sentences()[statement.sentence].last;
  std::size_t to = statement.last;
  while (to < end && reading_.tokens()[to].kind == TokenKind::kWord) ++to;
  return to >= statement.last + 2 && reading_.is(to - 1, "năm") && reading_.is(to - 2, "trong");
}

// Flows do not happen on the day of the meeting that tells them.
bool DateChoice::is_day_of_event(const SettledDate& date, bool stock) const {
  const bool short_time = date.date.when.from.day > 0 || (date.date.as_of && date.date.when.from.month > 0);
  return !stock && short_time && !date.date.when.to;
}

const SettledDate* DateChoice::in_brackets_after(const Statement& statement) const {
  for (auto at = dates_from(statement.last + 1); at != dates_.end() && at->date.first <= statement.last + 2; ++at) {
    if (!is_aside(*at) && reading_.is(statement.last, "(") && reading_.is(at->date.last, ")")) return &*at;
  }
  // Inside the statement's own words: "210 (năm 1996) lên 496 tổ chức" reads its number first.
  return nullptr;
}

const SettledDate* DateChoice::right_after(const Statement& statement) const {
  for (auto it = dates_from(statement.last); it != dates_.end(); ++it) {
    const SettledDate& date = *it;
    const std::size_t first = date.date.first;
    if (!in_sentence(date, statement.sentence) || first > statement.last + 4) return nullptr;
    if (is_aside(date) || date.date.relative == Relative::kNow || is_of_other_bracket(date, statement)) return nullptr;
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
bool DateChoice::closer_after(const Statement& statement, const SettledDate& before) const {
  if (before.date.last > statement.first) return false;
  const bool other_between = any_statement(before.date.first, statement.first, [&](const Statement& other) {
    return other.last > before.date.last && other.last <= statement.first;
  });
  return other_between || stands_behind_other(before, statement);
}

const SettledDate* DateChoice::nearest_before(const Statement& statement, std::size_t sentence, bool stock) const {
  const SettledDate* nearest = nullptr;
  const SettledDate* shared = nullptr;  // told right behind another figure, but nothing else tells a time
  for (auto at = dates_from(reading_.sentences()[sentence].first);
       at != dates_.end() && at->date.first < statement.last; ++at) {
    const SettledDate& date = *at;
    if (!in_sentence(date, sentence)) break;
    if (is_aside(date) || belongs_to_other(date, statement)) continue;
    if (is_of_other_bracket(date, statement) || is_term_of_other_item(date, statement)) continue;
    if (closes_quoted_name(date, statement)) continue;
    if (date.date.relative == Relative::kNow && (!stock || dates_now(nearest, date))) continue;
    const bool term = nearest != nullptr && !stock && is_term_of_programmes(date) && !is_committed(statement);
    (term || stands_behind_other(date, statement) ? shared : nearest) = &date;
  }
  return nearest != nullptr ? nearest : shared;
}

// "Tính đến tháng 6/2019, trên địa bàn tỉnh hiện có": the day is told, and no other figure stands between.
bool DateChoice::dates_now(const SettledDate* told, const SettledDate& now) const {
  if (told == nullptr || !told->date.as_of || to_iso(told->date.when).empty()) return false;
  return !any_statement(told->date.last, now.date.first, [&](const Statement& other) {
    return other.first >= told->date.last && other.last <= now.date.first;
  });
}

// "trong 6 tháng đầu năm 2024 đã tiếp nhận các chương trình, dự án giai đoạn 2024 - 2027": the term of what was
// received.
bool DateChoice::is_term_of_programmes(const SettledDate& date) const {
  std::size_t at = date.date.first;
  if (!date.date.when.to || at < 3) return false;
  if (reading_.is(at - 1, "đoạn") && reading_.is(at - 2, "giai")) at -= 2;
  const LexiconMatch* noun = reading_.match_before(at, "head_nouns");
  return at < date.date.first && noun != nullptr && noun->value("of") == "project";
}

bool DateChoice::is_committed(const Statement& statement) {
  const auto* aid = std::get_if<AidValueFact>(&statement.candidate->fact);
  return aid != nullptr && aid->stage == "committed";
}

// "243 triệu USD năm 2007 lên 271 triệu USD": the year belongs to the figure it stands behind.
bool DateChoice::stands_behind_other(const SettledDate& date, const Statement& statement) const {
  return any_statement(date.date.first, date.date.first, [&](const Statement& other) {
    const bool behind = other.last <= date.date.first && is_close_behind(other.last, date.date.first);
    // "… 3,6 triệu USD và năm 2018 dự kiến đạt 4 triệu USD": the next figure's.
    const Token& link = reading_.tokens()[date.date.first - 1];
    static constexpr std::string_view kOpening[] = {"và", "nhưng", "thì", "còn"};
    const bool opens = reading_.is_any(date.date.first - 1, kOpening);
    return behind && other.candidate != statement.candidate && link.kind != TokenKind::kMark && !opens;
  });
}

// "14.600 đô la tiền thuốc năm 1984": words that go on with the figure may stand between.
bool DateChoice::is_close_behind(std::size_t figure, std::size_t date) const {
  constexpr std::size_t kMostWords = 3;
  if (date <= figure + 1) return true;
  if (date > figure + kMostWords) return false;
  for (std::size_t at = figure; at < date; ++at) {
    if (reading_.tokens()[at].kind != TokenKind::kWord ||
        reading_.is_any(at, {"và", "từ", "đến", "lên", "trong", "thì", "còn", "nhưng", "sang"}))
      return false;
  }
  return true;
}

// "(năm 1996)" right after another figure is that figure's own.
bool DateChoice::belongs_to_other(const SettledDate& date, const Statement& statement) const {
  const std::size_t first = date.date.first;
  const bool bracketed = first > 0 && reading_.is(first - 1, "(") && reading_.is(date.date.last, ")");
  if (!bracketed || (first >= statement.first && first < statement.last)) return false;
  return any_statement(first, first, [&](const Statement& other) { return other.last + 1 == first; });
}

// "496 tổ chức … đã hoạt động tại Việt Nam trong năm 2018": later in the sentence, no other figure between.
const SettledDate* DateChoice::later_in_sentence(const Statement& statement) const {
  for (auto at = dates_from(statement.last); at != dates_.end(); ++at) {
    const SettledDate& date = *at;
    if (!in_sentence(date, statement.sentence)) return nullptr;
    if (is_aside(date) || is_of_other_bracket(date, statement)) continue;
    if (stands_in_other_part(statement, date) || tells_cause(reading_, statement.last, date.date.first)) return nullptr;
    // "…, riêng 10 tháng đầu năm 2010 là 6 triệu", "chia ra: năm 1992: 126.000": the time of a part.
    std::size_t before = date.date.first - 1;
    while (before > statement.last && reading_.is_any(before, {"giai", "đoạn", "năm", "trong"})) --before;
    if (date.date.first > statement.last && reading_.is_any(before, {"riêng", ":"})) return nullptr;
    const bool other_between = any_statement(statement.first, date.date.first, [&](const Statement& other) {
      return other.first >= statement.last && other.last <= date.date.first && !is_object_of(statement, other);
    });
    // "trong giai đoạn 2015-2023" closes the whole sentence, other figures in it or not.
    const bool closing = date.date.when.to && date.date.first > 0 &&
                         (reading_.is(date.date.first - 1, "trong") || reading_.is(date.date.first - 1, "đoạn"));
    return (other_between && !closing) || date.date.relative == Relative::kNow ? nullptr : &date;
  }
  return nullptr;
}

// "hỗ trợ 1,25 tỷ won cho 11 dự án trong năm 2022": what the sum is for shares its time.
bool DateChoice::is_object_of(const Statement& statement, const Statement& other) const {
  return other.first == statement.last + 1 && reading_.is_any(statement.last, {"cho", "của"});
}

// "Phấn đấu vận động 1,8 triệu USD; tổ chức hội nghị vào quý III", "giải ngân 27 tỷ đồng, đưa giá trị cả năm 2022 lên
// 60 tỷ đồng": behind a semicolon, or between a comma and the figure that it leads to, a date is another's.
bool DateChoice::stands_in_other_part(const Statement& statement, const SettledDate& date) const {
  bool brings_about = false;
  for (std::size_t at = statement.last; at < date.date.first; ++at) {
    if (reading_.is(at, ";")) return true;
    brings_about =
        brings_about || (reading_.is(at, ",") && (reading_.is(at + 1, "đưa") || reading_.is(at + 1, "nâng")));
  }
  return brings_about;
}

// The year of the nearest heading above.
const SettledDate* DateChoice::in_heading(const Statement& statement) const {
  const auto after = std::lower_bound(headings_.begin(), headings_.end(), statement.first,
                                      [](const SettledDate* date, std::size_t at) { return date->date.first < at; });
  return after == headings_.begin() ? nullptr : *(after - 1);
}

}  // namespace trichluc
