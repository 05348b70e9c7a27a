#include "extractors/date/period_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trichluc {
namespace {

constexpr std::array<std::string_view, 4> kQuarters = {"i", "ii", "iii", "iv"};

CalendarSpan months(std::optional<int> year, int from, int to) {
  CalendarSpan when{{year, from, 0}, CalendarPoint{year, to, 0}, false};
  if (from == to) when.to.reset();
  return when;
}

CalendarSpan whole_year(int year) {
  return {{year, 0, 0}, std::nullopt, false};
}

}  // namespace

// "năm 2023", "2023", "/2023" after months, quarters and halves; empty year where none is said.
PeriodRules::YearAfter PeriodRules::year_after(std::size_t at, std::size_t of) const {
  std::size_t next = at;
  if (tokens_.is_any(next, {"/", "-", "của", ","})) ++next;
  // "9 tháng đầu năm (2023)", "6 tháng đầu năm của năm 2022" say the word twice or the year behind it.
  if (tokens_.is(next, "năm") && tokens_.is_any(next + 1, {"của", "("})) next += 2;
  const bool comma = next > at && tokens_.is(next - 1, ",");
  if (tokens_.inside(next, of) && (!comma || tokens_.is(next, "năm"))) {
    const std::size_t digits = tokens_.is(next, "năm") ? next + 1 : next;
    const auto point = tokens_.year_point(next);
    // "trong quý 3 2020 hộ": four digits that count something are no year.
    const bool counts = digits == next && tokens_.number(digits) && tokens_.counts_something(digits);
    if (point && !counts) return {point->point.year, point->last};
  }
  return {std::nullopt, tokens_.is(at, "năm") && tokens_.inside(at, of) ? at + 1 : at};
}

// A number of months or quarters in digits or words.
std::optional<int> PeriodRules::small_number(std::size_t at, std::string_view of, int most) const {
  const Quantity* quantity = reading_.quantity_at(at);
  if (quantity == nullptr || !quantity->value || !tokens_.is(quantity->last, of)) return std::nullopt;
  const auto value = quantity->value->to_integer();
  return value && *value >= 1 && *value <= most ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

// "8 tháng đầu năm 2023", "sáu tháng cuối năm", "11 tháng năm 2022", "9 tháng/2018".
FoundDates PeriodRules::months_of_year(std::size_t at) const {
  // "Năm tháng đầu năm": five months, though the word alone is mostly a year.
  const bool five = tokens_.is(at, "năm") && tokens_.is(at + 1, "tháng") && tokens_.is_any(at + 2, {"đầu", "cuối"});
  const auto count = five ? std::optional<int>(5) : small_number(at, "tháng", 12);
  if (!count) return months_without_marks(at);
  std::size_t which = five ? at + 2 : reading_.quantity_at(at)->last + 1;
  // "chín tháng tính từ đầu năm"
  if (tokens_.is_any(which, {"tính", "kể"}) && tokens_.is(which + 1, "từ") && tokens_.is(which + 2, "đầu")) which += 2;
  if (!tokens_.inside(which, at)) return {};
  const bool last_months = tokens_.is(which, "cuối");
  if (!last_months && !tokens_.is(which, "đầu")) {
    const bool of_year =
        tokens_.is_any(which, {"năm", "/"}) || (tokens_.is(which, "của") && tokens_.is(which + 1, "năm"));
    if (!of_year || *count < 2) return {};
    const YearAfter told = year_after(which, at);
    // "11 tháng năm nay", "8 tháng của năm nay": the words behind tell which year.
    const std::size_t year = tokens_.is(which, "của") ? which + 1 : which;
    const LexiconMatch* lean = reading_.match_at(year, "relative_times");
    const bool unsaid = !told.year && lean != nullptr && tokens_.is(year, "năm");
    if (!told.year && !unsaid) return {};
    return {date_at("date.months_of_year", at, unsaid ? year + 1 : told.last, months(told.year, 1, *count))};
  }
  const YearAfter told = year_after(which + 1, at);
  if (!told.year && told.last == which + 1) return {};
  const CalendarSpan when = last_months ? months(told.year, 13 - *count, 12) : months(told.year, 1, *count);
  return {date_at("date.months_of_year", at, told.last, when)};
}

// "6 thang dau nam 2011" in a text without marks: a part of the year, never the whole.
FoundDates PeriodRules::months_without_marks(std::size_t at) const {
  const auto count = tokens_.number(at);
  if (!count || *count < 1 || *count > 12 || !tokens_.is(at + 1, "thang") || !tokens_.inside(at + 4, at)) return {};
  const bool last_months = tokens_.is(at + 2, "cuoi");
  if ((!last_months && !tokens_.is(at + 2, "dau")) || !tokens_.is(at + 3, "nam")) return {};
  const auto year = tokens_.year(at + 4);
  if (!year || !tokens_.number(at + 4)) return {};
  const CalendarSpan when = last_months ? months(year->value, 13 - *count, 12) : months(year->value, 1, *count);
  return {date_at("date.months_without_marks", at, year->last, when)};
}

// "nửa đầu năm 2023", "nửa cuối năm", "nửa năm đầu 2020", "nửa đầu của năm 2020".
FoundDates PeriodRules::half_of_year(std::size_t at) const {
  if (!tokens_.is(at, "nửa") || !tokens_.inside(at + 2, at)) return {};
  const bool year_first = tokens_.is(at + 1, "năm");
  const std::size_t which = year_first ? at + 2 : at + 1;
  if (!tokens_.is_any(which, {"đầu", "cuối", "sau"})) return {};
  const YearAfter told = year_after(which + 1, at);
  if (!told.year && !year_first && told.last == which + 1) return {};
  const CalendarSpan when = tokens_.is(which, "đầu") ? months(told.year, 1, 6) : months(told.year, 7, 12);
  return {date_at("date.half_of_year", at, told.last, when)};
}

std::optional<int> PeriodRules::quarter_number(std::size_t at) const {
  for (std::size_t i = 0; i < kQuarters.size(); ++i) {
    if (tokens_.is(at, kQuarters[i])) return static_cast<int>(i) + 1;
  }
  if (const auto number = tokens_.number(at)) return *number >= 1 && *number <= 4 ? number : std::nullopt;
  // "quý một", "quý tư": a word of number is a quarter where its year follows.
  const auto word = tokens_.month_number(at);
  const bool told = word && word->value <= 4 && year_after(word->last, at).year.has_value();
  return told ? std::optional<int>(word->value) : std::nullopt;
}

// "quý I, II năm 2021", "quý I và II/2021": all but the last, then the last.
FoundDates PeriodRules::quarters_listed(std::size_t at) const {
  FoundDates found;
  std::size_t next = at + 1;
  std::size_t first = at;
  while (tokens_.inside(next, at) && tokens_.is_any(next + 1, {",", "và"}) && quarter_number(next + 2)) {
    const int number = *quarter_number(next);
    found.push_back(date_at("date.quarters_listed", first, next + 1, months(std::nullopt, number * 3 - 2, number * 3)));
    next += 2;
    first = next;
    if (!quarter_number(next)) return {};
  }
  if (found.empty() || !tokens_.inside(next, at)) return {};
  const YearAfter told = year_after(next + 1, at);
  if (!told.year) return {};
  const int number = *quarter_number(next);
  found.push_back(date_at("date.quarters_listed", first, told.last, months(told.year, number * 3 - 2, number * 3)));
  for (DateReading& each : found) {
    each.when = months(told.year, each.when.from.month, each.when.from.month + 2);
    each.span = reading_.span_of(each.first, told.last);
  }
  return found;
}

FoundDates PeriodRules::quarters_of_year(std::size_t at) const {
  const auto count = small_number(at, "quý", 3);
  const std::size_t word = count ? reading_.quantity_at(at)->last : at;
  if (!tokens_.is_any(word, {"quý", "quí"}) || !tokens_.inside(word + 2, at)) return {};
  const bool last_ones = tokens_.is(word + 1, "cuối");
  if (!last_ones && !tokens_.is(word + 1, "đầu")) return {};
  const std::size_t next = tokens_.is_any(word + 2, {"tiên", "cùng"}) ? word + 3 : word + 2;
  const YearAfter told = year_after(next, at);
  if (!told.year && told.last == next) return {};
  const int length = count.value_or(1) * 3;
  const CalendarSpan when = last_ones ? months(told.year, 13 - length, 12) : months(told.year, 1, length);
  return {date_at("date.quarters_of_year", at, told.last, when)};
}

FoundDates PeriodRules::edge_month(std::size_t at) const {
  if (!tokens_.is(at, "tháng") || !tokens_.is_any(at + 1, {"đầu", "cuối"}) || !tokens_.inside(at + 2, at)) return {};
  if (!tokens_.is_any(at + 2, {"tiên", "cùng"})) return {};
  if (at > 0 && (tokens_.is_any(at - 1, {"những", "các", "mấy", "vài"}) || tokens_.number(at - 1))) return {};
  const YearAfter told = year_after(at + 3, at);
  if (!told.year) return {};
  const int month = tokens_.is(at + 1, "đầu") ? 1 : 12;
  return {date_at("date.edge_month", at, told.last, months(told.year, month, month))};
}

// "quý I/2023", "quý 3 năm 2022".
FoundDates PeriodRules::quarter(std::size_t at) const {
  if (!tokens_.is_any(at, {"quý", "quí"}) || !tokens_.inside(at + 1, at)) return {};
  const auto number = quarter_number(at + 1);
  if (!number) return {};
  if (auto listed = quarters_listed(at); !listed.empty()) return listed;
  const YearAfter told = year_after(at + 2, at);
  if (auto range = quarter_range(at, *number, told); !range.empty()) return range;
  return {date_at("date.quarter", at, told.last, months(told.year, *number * 3 - 2, *number * 3))};
}

// "quý I/2018 đến quý III/2018", "quý I đến quý III năm 2018".
FoundDates PeriodRules::quarter_range(std::size_t at, int first, const YearAfter& from) const {
  if (!tokens_.is(from.last, "đến") || !tokens_.is_any(from.last + 1, {"quý", "quí", "hết"})) return {};
  const std::size_t word = from.last + (tokens_.is(from.last + 1, "hết") ? 2U : 1U);
  const auto last = tokens_.is_any(word, {"quý", "quí"}) ? quarter_number(word + 1) : std::nullopt;
  if (!last || !tokens_.inside(word + 1, at)) return {};
  const YearAfter to = year_after(word + 2, at);
  const std::optional<int> year = from.year ? from.year : to.year;
  if (!to.year || *year > *to.year || (*year == *to.year && first >= *last)) return {};
  const CalendarSpan when{{year, first * 3 - 2, 0}, CalendarPoint{to.year, *last * 3, 0}, false};
  return {date_at("date.quarter_range", at, to.last, when)};
}

// "tháng 1-8/2023", and "10-11/2025" where the two marks differ.
FoundDates PeriodRules::month_range(std::size_t at) const {
  const bool named = tokens_.is(at, "tháng");
  const std::size_t first = named ? at + 1 : at;
  const auto from = tokens_.number(first);
  if (!from || *from < 1 || !tokens_.is_any(first + 1, {"-", "đến"}) || (!named && tokens_.is(first + 1, "đến")))
    return {};
  const std::size_t next = first + (tokens_.is(first + 2, "tháng") ? 3 : 2);
  const auto to = tokens_.inside(next, at) ? tokens_.month(next) : std::nullopt;
  if (!to || *from >= to->point.month) return {};
  if (!named && (!to->point.year || !tokens_.is(next + 1, "/") || tokens_.stands_in_number(at, to->last))) return {};
  return {date_at("date.month_range", at, to->last, {{to->point.year, *from, 0}, to->point, false})};
}

// "các tháng 8, 9 và 10/2019": all but the last month, then the last.
FoundDates PeriodRules::months_listed(std::size_t at) const {
  if (!tokens_.is(at, "tháng") || !tokens_.inside(at + 1, at)) return {};
  std::vector<std::pair<std::size_t, int>> listed;
  std::size_t next = at + 1;
  auto last = tokens_.month(next);
  while (last && !last->point.year && tokens_.is_any(last->last, {",", "và"}) && tokens_.number(last->last + 1)) {
    listed.emplace_back(next, last->point.month);
    next = last->last + 1;
    last = tokens_.inside(next, at) ? tokens_.month(next) : std::nullopt;
  }
  if (listed.empty() || !last || !last->point.year || listed.back().second >= last->point.month) return {};
  FoundDates found;
  for (const auto& [token, month] : listed) {
    const CalendarSpan when{{last->point.year, month, 0}, std::nullopt, false};
    found.push_back(date_at("date.months_listed", found.empty() ? at : token, token + 1, when));
    found.back().span = reading_.span_of(found.back().first, last->last);
  }
  found.push_back(date_at("date.months_listed", next, last->last, {last->point, std::nullopt, false}));
  return found;
}

FoundDates PeriodRules::named_month(std::size_t at) const {
  if (!tokens_.is(at, "tháng") || !tokens_.inside(at + 1, at)) return {};
  const auto point = tokens_.month(at + 1);
  if (!point) return {};
  return {date_at("date.named_month", at, point->last, {point->point, std::nullopt, false})};
}

// "7/2018" without "tháng": never the number of a law, and never "5 năm 2016-2020" (five years).
FoundDates PeriodRules::bare_month(std::size_t at) const {
  const auto point = tokens_.number(at) ? tokens_.month(at) : std::nullopt;
  if (!point || !point->point.year || tokens_.is(at + 1, "năm")) return {};
  // "năm 2016 là 10, năm 2017 là 12": a figure, then the next year.
  if (tokens_.is(at + 1, ",")) return {};
  if (tokens_.is(at + 1, "-") && reading_.tokens()[at + 1].blank_before) return {};
  if (tokens_.stands_in_number(at, point->last) || tokens_.word_before(at, "số")) return {};
  if (tokens_.word_before(at, "lệ")) return {};  // "tỷ lệ 1/2000": a map's scale
  if (reading_.match_before(at, "legal_kinds") != nullptr) return {};
  return {date_at("date.bare_month", at, point->last, {point->point, std::nullopt, false})};
}

// "thập niên 1990", "những năm 1990", "thập niên 90".
FoundDates PeriodRules::decade(std::size_t at) const {
  const bool decade_word = tokens_.is(at, "thập") && tokens_.is_any(at + 1, {"niên", "kỷ", "kỉ"});
  const bool years_word = tokens_.is_any(at, {"những", "thập"}) && tokens_.is(at + 1, "năm");
  if (!(decade_word || years_word) || !tokens_.inside(at + 2, at)) return {};
  auto year = tokens_.number(at + 2);
  if (year && *year >= 20 && *year < 100) *year += 1900;
  if (!year || *year < 1900 || *year > 2099 || *year % 10 != 0) return {};
  const bool goes_on = tokens_.is_any(at + 3, {"-", "đến", ",", "và"}) && tokens_.year(at + 4);
  if (goes_on) return {};
  return {date_at("date.decade", at, at + 3, {{year, 0, 0}, CalendarPoint{*year + 9, 0, 0}, false})};
}

// "1996-2017", "giai đoạn 2016 - 2020", "giai đoạn 2016 đến 2020", "năm học 2019/2020".
FoundDates PeriodRules::year_range(std::size_t at) const {
  const auto from = tokens_.year_point(at);
  if (!from || !tokens_.inside(from->last + 1, at)) return {};
  // "from 2000 to 2010", "between 2005 and 2009"
  const bool english = at > 0 && ((tokens_.is(from->last, "to") && tokens_.word_before(at, "from")) ||
                                  (tokens_.is(from->last, "and") && tokens_.word_before(at, "between")));
  if (!english && !tokens_.is_any(from->last, {"-", "đến", "tới", "/"})) return {};
  const auto to = tokens_.year_point(from->last + 1);
  if (!to || *to->point.year <= *from->point.year) return {};
  if (tokens_.is(from->last, "/") && *to->point.year != *from->point.year + 1) return {};
  if (tokens_.stands_in_number(at, to->last)) return {};
  return {date_at("date.year_range", at, to->last, {from->point, to->point, false})};
}

// "2018-19": a dash without blanks, so that no figure stands behind it ("năm 2018 - 19 dự án").
bool PeriodRules::is_glued(std::size_t dash) const {
  const auto& tokens = reading_.tokens();
  return tokens_.is(dash, "-") && !tokens[dash].blank_before && !tokens[dash + 1].blank_before;
}

FoundDates PeriodRules::short_range(std::size_t at) const {
  const std::size_t word = tokens_.is(at, "năm") ? at : at - 1;
  const auto from = tokens_.year_point(at);
  if (!from || at == 0 || !tokens_.is_any(from->last, {"-", "/"}) || !tokens_.inside(from->last + 1, at)) return {};
  const auto digits = tokens_.number(from->last + 1);
  if (!digits || reading_.folded(from->last + 1).size() != 2) return {};
  const int to = *from->point.year / 100 * 100 + *digits;
  const bool next_year = to == *from->point.year + 1;
  // "giai đoạn", "năm học", "niên khóa", "tài khóa", "nhiệm kỳ".
  const bool led = word != at && tokens_.is_any(word, {"đoạn", "học", "khóa", "kỳ"});
  if (!led && !(next_year && is_glued(from->last))) return {};
  if (to <= *from->point.year || (tokens_.is(from->last, "/") && !next_year)) return {};
  const std::size_t last = from->last + 2;
  if (tokens_.stands_in_number(at, last)) return {};
  return {date_at("date.short_range", at, last, {from->point, CalendarPoint{to, 0, 0}, false})};
}

FoundDates PeriodRules::short_year(std::size_t at) const {
  if (!tokens_.is(at, "năm")) return {};
  const bool quoted = tokens_.is(at + 1, "'");
  const std::size_t digits = quoted ? at + 2 : at + 1;
  const auto year = tokens_.inside(digits, at) ? tokens_.number(digits) : std::nullopt;
  constexpr int kFirst = 60;  // "năm 50": less surely a year than a number
  if (!year || *year < kFirst || *year > 99 || reading_.folded(digits).size() != 2) return {};
  if (at > 0 && (tokens_.is_any(at - 1, {"mỗi", "một", "hằng", "hàng", "/"}) || tokens_.number(at - 1))) return {};
  const bool ends = !tokens_.inside(digits + 1, at) || (reading_.tokens()[digits + 1].kind == TokenKind::kMark &&
                                                        !tokens_.is_any(digits + 1, {"%", "/", "-"}));
  if (!quoted && !ends) return {};
  if (tokens_.counts_something(digits)) return {};
  return {date_at("date.short_year", at, digits + 1, whole_year(1900 + *year))};
}

FoundDates PeriodRules::named_year(std::size_t at) const {
  if (!tokens_.is(at, "năm") || !tokens_.inside(at + 1, at)) return {};
  const auto point = tokens_.year_point(at);
  if (!point) return {};
  return {date_at("date.named_year", at, point->last, whole_year(*point->point.year))};
}

// "trang 2019", "mã số 2015": a number of a page, a house or a code.
bool PeriodRules::is_numbered_thing(std::size_t at) const {
  const LexiconMatch* word = reading_.match_before(at, "number_neighbours");
  if (word == nullptr || word->value("side") != "before" || !tokens_.inside(word->first, at)) return false;
  static constexpr std::string_view kNumbered[] = {"phone", "page", "code", "address"};
  return std::find(std::begin(kNumbered), std::end(kNumbered), word->value("kind")) != std::end(kNumbered);
}

// "trong hai năm 2014 và 2015 tổ chức dự kiến tài trợ": the second of two years, though a noun stands behind it.
bool PeriodRules::is_next_of_years(std::size_t at, int year) const {
  if (at < 4 || !tokens_.is_any(at - 1, {"và", ","}) || !tokens_.is(at - 3, "năm")) return false;
  const auto before = tokens_.year(at - 2);
  return before && before->value == year - 1 && tokens_.inside(at - 4, at) && reading_.quantity_at(at - 4) != nullptr;
}

// "công tác 2019": four digits that nothing counts. "1900 2015" is a telephone number.
FoundDates PeriodRules::bare_year(std::size_t at) const {
  const auto year = tokens_.number(at) ? tokens_.year(at) : std::nullopt;
  if (!year || tokens_.stands_in_number(at, at + 1) || is_numbered_thing(at)) return {};
  if (tokens_.word_before(at, "©")) return {};  // of the page's owner
  // "In 2015 foreign NGOs completed 18 projects": the English word tells that it is a year.
  const bool english = at > 0 && tokens_.inside(at - 1, at) && tokens_.is_any(at - 1, {"in", "since", "during"});
  if (!english && tokens_.counts_something(at) && !is_next_of_years(at, year->value)) return {};
  if (at > 0 && tokens_.inside(at - 1, at) && tokens_.is_any(at - 1, {"số", "lần", "thứ", "km"})) return {};
  // "ISO 9001:2015" is the name of a standard, "khoảng 2000" a number.
  if (at > 1 && tokens_.word_before(at, ":") && reading_.tokens()[at - 2].kind == TokenKind::kNumber) return {};
  const LexiconMatch* bound = reading_.match_before(at, "qualifiers");
  if (bound != nullptr && tokens_.inside(bound->first, at)) return {};
  const auto digits = [&](std::size_t token) {
    return tokens_.inside(token, at) && reading_.tokens()[token].kind == TokenKind::kNumber;
  };
  if (digits(at + 1) || (at > 0 && digits(at - 1))) return {};
  return {date_at("date.bare_year", at, at + 1, whole_year(year->value))};
}

}  // namespace trichluc
