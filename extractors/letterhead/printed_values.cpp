#include "extractors/letterhead/printed_values.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "extractors/letterhead/frame_lines.h"

namespace trichluc {
namespace {

constexpr std::string_view kDay = "ngày";
constexpr std::string_view kMonth = "tháng";
constexpr std::string_view kYear = "năm";
constexpr std::size_t kLongestPlace = 40;  // bytes: "Thành phố Hồ Chí Minh" and its marks

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The words between blanks from `at` on.
std::vector<Piece> pieces_of(std::string_view text, std::size_t at) {
  std::vector<Piece> pieces;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    pieces.push_back({begin, end});
    at = end;
  }
  return pieces;
}

bool has_sign(std::string_view text) {
  return text.find('/') != std::string_view::npos || text.find('-') != std::string_view::npos;
}

// "18", "12a": what stands before the sign.
bool is_readable(std::string_view number) {
  constexpr std::size_t kMostDigits = 5;
  std::size_t digits = 0;
  while (digits < number.size() && is_digit(number[digits])) ++digits;
  if (digits == 0 || digits > kMostDigits) return false;
  const std::size_t sign = number.find_first_of("/- ");
  const bool letter = digits + 1 == sign && number[digits] >= 'a' && number[digits] <= 'e';
  return sign != std::string_view::npos && (sign == digits || letter);
}

// The number that stands between two words of the day; 0: blank, or anything but its digits.
int only_number(std::string_view text) {
  constexpr std::string_view kAround = " .,:";
  const std::size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return 0;
  text = text.substr(begin, text.find_last_not_of(kAround) + 1 - begin);
  if (text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) return 0;
  return std::stoi(std::string(text));
}

std::string iso(int year, int month, int day) {
  if (year < 1900 || year > 2100) return {};
  char buffer[16];
  if (month < 1 || month > 12) {
    std::snprintf(buffer, sizeof buffer, "%04d", year);
  } else if (day < 1 || day > 31) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
  } else {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  }
  return buffer;
}

// Where "ngày" stands as a word of its own, behind a place or at the beginning.
std::optional<std::size_t> day_word(std::string_view folded) {
  for (std::size_t at = folded.find(kDay); at != std::string_view::npos; at = folded.find(kDay, at + 1)) {
    const std::size_t end = at + kDay.size();
    // "ngày…tháng 5 năm 2023": dots touch the word.
    const bool dots = folded.substr(std::min(end, folded.size())).starts_with("…");
    const bool word = (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == ',') &&
                      (end >= folded.size() || dots || static_cast<unsigned char>(folded[end]) < 0x80);
    if (word && at <= kLongestPlace) return at;
  }
  return std::nullopt;
}

// A name of a few words that begins with a capital, with nothing behind it but a comma.
bool is_place(std::string_view shaped) {
  if (shaped.empty() || shaped.find_first_of(":;()/0123456789") != std::string_view::npos) return false;
  if (!in_capitals(shaped.substr(0, static_cast<unsigned char>(shaped[0]) < 0x80 ? 1 : shaped[0] == '\xE1' ? 3 : 2)))
    return false;
  return std::count(shaped.begin(), shaped.end(), ' ') < 6;
}

std::string_view without_comma(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

// The year is what follows "năm" directly, whatever stands behind it on the line.
int year_at(std::string_view folded, std::size_t at, std::size_t& end) {
  while (at < folded.size() && folded[at] == ' ') ++at;
  std::size_t last = at;
  while (last < folded.size() && is_digit(folded[last])) ++last;
  end = last;
  return last - at == 4 ? std::stoi(std::string(folded.substr(at, 4))) : 0;
}

// "12/5/1996", "12-5-1996", "12.5.1996" behind "ngày".
std::optional<PrintedDay> day_in_digits(std::string_view folded, std::size_t at) {
  while (at < folded.size() && folded[at] == ' ') ++at;
  int parts[3] = {0, 0, 0};
  for (int p = 0; p < 3; ++p) {
    std::size_t end = at;
    while (end < folded.size() && is_digit(folded[end])) ++end;
    if (end == at || end - at > 4) return std::nullopt;
    parts[p] = std::stoi(std::string(folded.substr(at, end - at)));
    at = end;
    if (p == 2) break;
    if (at >= folded.size() || (folded[at] != '/' && folded[at] != '-' && folded[at] != '.')) return std::nullopt;
    ++at;
  }
  std::string date = iso(parts[2], parts[1], parts[0]);
  if (date.empty()) return std::nullopt;
  return PrintedDay{{}, false, std::move(date), at};
}

}  // namespace

std::optional<PrintedNumber> printed_number(std::string_view shaped, std::string_view folded) {
  constexpr std::string_view kNumber = "số";
  if (!folded.starts_with(kNumber)) return std::nullopt;
  std::size_t at = kNumber.size();
  if (at < folded.size() && folded[at] != ':' && folded[at] != ' ' && folded[at] != '.' && !is_digit(folded[at]))
    return std::nullopt;
  at = std::min(folded.find_first_not_of(": .", at), folded.size());
  PrintedNumber printed;
  printed.end = at;
  std::string number;
  for (const Piece& piece : pieces_of(folded, at)) {
    const std::string_view word = shaped.substr(piece.begin, piece.end - piece.begin);
    const bool joins =
        number.empty() || number.back() == '/' || number.back() == '-' || word[0] == '/' || word[0] == '-';
    // "415 UB/KT": the sign apart, in capitals; "18/BC-UBND Hà Nam" is no sign.
    const bool apart =
        !joins && !has_sign(number) && has_sign(word) && in_capitals(word.substr(0, 1)) && in_capitals(word);
    if (!joins && !apart) break;
    if (apart) number += " ";
    number += word;
    printed.end = piece.end;
  }
  while (!number.empty() && (number.back() == '.' || number.back() == ',' || number.back() == ';')) number.pop_back();
  if (!has_sign(number)) return std::nullopt;
  if (is_readable(number)) printed.number = std::move(number);
  return printed;
}

std::optional<PrintedDay> printed_day(std::string_view shaped, std::string_view folded) {
  const auto day = day_word(folded);
  if (!day) return std::nullopt;
  const std::string_view place = without_comma(shaped.substr(0, *day));
  if (!place.empty() && !is_place(place)) return std::nullopt;
  const std::size_t behind = *day + kDay.size();
  const bool comma =
      place.size() < *day && shaped.substr(place.size(), *day - place.size()).find(',') != std::string_view::npos;
  if (auto printed = day_in_digits(folded, behind)) {
    printed->place = std::string(place);
    printed->comma = comma;
    return printed;
  }
  const std::size_t month = folded.find(kMonth, behind);
  const std::size_t year = month == std::string_view::npos ? month : folded.find(kYear, month);
  // Between the words stands a number, dots or a scrawl, no sentence.
  constexpr std::size_t kWidest = 24;
  if (year == std::string_view::npos || month - behind > kWidest || year - month - kMonth.size() > kWidest)
    return std::nullopt;
  PrintedDay printed;
  printed.place = std::string(place);
  printed.comma = comma;
  const int y = year_at(folded, year + kYear.size(), printed.end);
  const int m = only_number(folded.substr(month + kMonth.size(), year - month - kMonth.size()));
  printed.date = iso(y, m, only_number(folded.substr(behind, month - behind)));
  return printed;
}

bool breaks_off_in_day(std::string_view folded) {
  const auto day = day_word(folded);
  if (!day) return false;
  const std::size_t month = folded.find(kMonth, *day);
  if (month == std::string_view::npos) return folded.size() - *day < 14;
  const std::size_t year = folded.find(kYear, month);
  if (year == std::string_view::npos) return folded.size() - month < 14;
  std::size_t end = 0;
  return year_at(folded, year + kYear.size(), end) == 0 &&
         folded.find_first_not_of(" .", year + kYear.size()) == std::string_view::npos;
}

}  // namespace trichluc
