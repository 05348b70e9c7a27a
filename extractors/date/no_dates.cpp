#include "extractors/date/no_dates.h"

namespace trichluc {
namespace {

// "Tết Nguyên đán Tân Sửu 2021": the words of a feast's name between its head and the year.
constexpr std::size_t kLongestFeast = 4;
// "Trường Tiểu học Kim Đồng 2-9": the words between what is named and the day it is named after.
constexpr std::size_t kLongestName = 4;

// Does the word of the lunar calendar, if there is one, stand on this side of what it makes no date?
bool stands(const LexiconMatch* word, std::string_view side) {
  if (word == nullptr) return false;
  const std::string_view told = word->value("side");
  return told == side || (told == "both" && side != "before");
}

}  // namespace

std::string_view NoDates::reason(const DateReading& date) const {
  if (date.relative != Relative::kNone) return {};
  if (is_lunar(date)) return "a lunar date is not a solar one";
  if (is_year_of_feast(date)) return "the year is part of a feast's name";
  if (is_name_of_place(date)) return "a street, park or house is named after the day";
  return {};
}

// "15/7 âm lịch", "8/4 (ÂL)", "mùng 3 Tết", "rằm tháng 8".
bool NoDates::is_lunar(const DateReading& date) const {
  const std::size_t behind = tokens_.is(date.last, "(") ? date.last + 1 : date.last;
  const LexiconMatch* after = reading_.match_at(behind, "lunar_words");
  if (stands(after, "after") && tokens_.inside(behind, date.first)) return true;
  if (date.when.has_year()) return false;
  if (is_of_named_year(date.last) || restates_solar(date)) return true;
  if (date.first == 0) return false;
  const std::size_t ahead = tokens_.word_before(date.first, "(") ? date.first - 1 : date.first;
  const LexiconMatch* before = reading_.match_before(ahead, "lunar_words");
  return stands(before, "before") && tokens_.inside(before->first, date.first);
}

// "ngày 10 tháng 8 năm Kỷ Hợi", "10/8 Kỷ Hợi": a year of the cycle of sixty.
bool NoDates::is_of_named_year(std::size_t at) const {
  if (tokens_.is(at, "năm")) ++at;
  const LexiconMatch* stem = reading_.match_at(at, "lunar_words");
  if (stem == nullptr || stem->value("side") != "stem" || !tokens_.inside(stem->last, at)) return false;
  const LexiconMatch* branch = reading_.match_at(stem->last, "lunar_words");
  return branch != nullptr && branch->value("side") == "branch";
}

// "15/2/2022 (tức 15 tháng 1)", "(nhằm ngày 20/12)": the same day again by the other calendar.
bool NoDates::restates_solar(const DateReading& date) const {
  std::size_t at = date.first;
  if (at > 0 && date.rule == "date.named_month" && tokens_.number(at - 1)) --at;  // "(tức 15 tháng 1)"
  if (at > 0 && tokens_.is(at - 1, "ngày")) --at;
  if (at > 0 && tokens_.is(at - 1, "là")) --at;
  if (at < 3 || !tokens_.is_any(at - 1, {"tức", "nhằm"}) || !tokens_.is(at - 2, "(")) return false;
  // "sau một tháng (tức ngày 15/5)" explains words and no day.
  return tokens_.inside(at - 3, date.first) && reading_.tokens()[at - 3].kind == TokenKind::kNumber;
}

// A bare year behind a feast: "Tết Nguyên đán 2020", "xuân Quý Mão 2023". "Mùa xuân năm 1999" is a time.
bool NoDates::is_year_of_feast(const DateReading& date) const {
  if (date.rule != "date.bare_year") return false;
  for (std::size_t words = 0; words <= kLongestFeast && date.first > words; ++words) {
    const std::size_t end = date.first - words;
    const LexiconMatch* feast = reading_.match_before(end, "lunar_words");
    if (stands(feast, "feast")) return tokens_.inside(feast->first, date.first);
    const Token& name = reading_.tokens()[end - 1];
    if (name.kind != TokenKind::kWord || name.paragraph != reading_.tokens()[date.first].paragraph) return false;
    if (!name.capital && words + 1 < date.first && !reading_.tokens()[end - 2].capital) return false;
  }
  return false;
}

// "đường 3 tháng 2", "Trường Tiểu học 2-9", "Cách mạng tháng Tám": without "ngày" and without a year.
bool NoDates::is_name_of_place(const DateReading& date) const {
  const bool month = date.rule == "date.named_month";
  if (date.when.has_year() || date.first == 0 || (!month && date.rule != "date.bare_day")) return false;
  std::size_t end = date.first;
  if (month && end > 0 && tokens_.number(end - 1)) --end;  // the day of "3 tháng 2", read by no rule
  for (std::size_t words = 0; words <= kLongestName && end > 0; ++words, --end) {
    if (!tokens_.inside(end - 1, date.first)) return false;
    const LexiconMatch* named = reading_.match_before(end, "named_after_days");
    if (named != nullptr) return !named->value("kind").empty() && (words == 0 || !month);
    const Token& word = reading_.tokens()[end - 1];
    // A part of a name has a capital, or goes on from one ("Tiểu học").
    const bool goes_on = end > 1 && reading_.tokens()[end - 2].capital;
    if (word.kind != TokenKind::kWord || (!word.capital && !goes_on)) return false;
    if (reading_.match_before(end, "parts_of_day") != nullptr) return false;
  }
  return false;
}

}  // namespace trichluc
