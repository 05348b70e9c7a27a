#include "extractors/resolve/document_dates.h"

#include <algorithm>
#include <optional>
#include <string>

namespace trichluc {
namespace {

struct Ranked {
  int rank;  // smaller is better
  DatedRole role;
};

bool is_full_day(const DateReading& date) {
  return date.when.has_year() && date.when.from.day > 0 && !date.when.to;
}

// "Thứ Sáu, 22/2/2019": a clock in the portal's header starts with the day of the week and stands above the headline.
bool follows_weekday(const Reading& reading, std::size_t first) {
  const Sentence& sentence = reading.sentence_of(first);
  for (std::size_t at = sentence.first; at < first; ++at) {
    const bool weekday =
        reading.folded(at) == "thứ" || (reading.folded(at) == "chủ" && reading.folded(at + 1) == "nhật");
    if (weekday) return true;
  }
  return false;
}

// "Hà Giang, ngày 05 tháng 12 năm 2022": a place, a comma and the day end the paragraph; before them nothing, or the
// number that stands in the left column of the frame ("Số: 41-BC/LHHN   Thái Nguyên, ngày …").
bool is_place_and_day_line(const Reading& reading, const DateReading& date) {
  const auto& tokens = reading.tokens();
  const std::size_t paragraph = tokens[date.first].paragraph;
  if (date.last + 1 < tokens.size() && tokens[date.last + 1].paragraph == paragraph) return false;
  constexpr std::size_t kLongestLine = 60;  // tokens
  std::size_t first = date.first;
  while (first > 0 && tokens[first - 1].paragraph == paragraph && date.first - first < kLongestLine) --first;
  const std::size_t before = date.first - first;
  if (before < 2 || reading.folded(date.first - 1) != ",") return false;
  if (reading.folded(first) == "số") return tokens[date.first - 2].capital;
  return before <= 6 && tokens[first].capital && !follows_weekday(reading, date.first);
}

// "Hôm nay, vào lúc 8 giờ ngày 18/11/2003": how minutes begin.
bool is_day_of_minutes(const Reading& reading, const DateReading& date) {
  const Sentence& sentence = reading.sentence_of(date.first);
  return sentence.first + 1 < date.first && reading.folded(sentence.first) == "hôm" &&
         reading.folded(sentence.first + 1) == "nay" && !follows_weekday(reading, date.first);
}

// "21/03/2024, 09:12" as the first words of all: the browser that printed the page put it there.
bool is_print_mark(const Reading& reading, const DateReading& date) {
  const auto& tokens = reading.tokens();
  if (date.first != 0 || date.last + 3 >= tokens.size()) return false;
  const bool clock = reading.folded(date.last) == "," && reading.folded(date.last + 2) == ":";
  return clock && tokens[date.last + 1].kind == TokenKind::kNumber && tokens[date.last + 3].kind == TokenKind::kNumber;
}

// "Thời gian ký: 09.10.2023 14:22:11 +07:00": what the stamp of a digital signature says of itself.
bool is_signature_time(const Reading& reading, const DateReading& date) {
  const std::size_t end = date.first > 0 && reading.is(date.first - 1, ":") ? date.first - 1 : date.first;
  return reading.match_before(end, "signature_words") != nullptr;
}

std::size_t headline_paragraph(const Reading& reading) {
  const auto& paragraphs = reading.text().paragraphs();
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (paragraphs[p].section == text::Section::kTitle) return p;
  }
  return 0;
}

std::optional<Ranked> ranked(const Reading& reading, const DateReading& date, std::size_t headline) {
  if (!is_full_day(date)) return std::nullopt;
  const Token& token = reading.tokens()[date.first];
  const text::Section section = reading.section_of(date.first);
  const std::string iso = to_iso(date.when);
  const bool above = token.paragraph < headline;
  // Before the sections: a stamp may lie anywhere on the page.
  if (is_signature_time(reading, date)) return Ranked{5, {"signed", iso, false, date.span}};
  if (is_print_mark(reading, date)) return Ranked{8, {"printed", iso, false, date.span}};
  if (section == text::Section::kPublished) {
    const bool clock = above && follows_weekday(reading, date.first);
    return clock ? Ranked{9, {"header", iso, false, date.span}} : Ranked{2, {"published", iso, false, date.span}};
  }
  if (is_place_and_day_line(reading, date)) return Ranked{4, {"signed", iso, false, date.span}};
  if (is_day_of_minutes(reading, date)) return Ranked{7, {"signed", iso, false, date.span}};
  const bool frame = section == text::Section::kFrame || section == text::Section::kPublisher;
  if (frame && above) return Ranked{10, {"header", iso, false, date.span}};
  return std::nullopt;
}

// "…/2023/03/14/…", "…-20230314…" in an address.
std::optional<std::string> day_of_url(const std::string& url) {
  std::string digits;
  for (const char c : url) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c != '/' && c != '-')
      digits += ' ';
  }
  for (std::size_t at = 0; at + 8 <= digits.size(); ++at) {
    const std::string run = digits.substr(at, 8);
    if (run.find(' ') != std::string::npos || (at > 0 && digits[at - 1] != ' ')) continue;
    const std::string iso = run.substr(0, 4) + "-" + run.substr(4, 2) + "-" + run.substr(6, 2);
    if (parse_iso(iso) && (at + 8 == digits.size() || digits[at + 8] == ' ')) return iso;
  }
  return std::nullopt;
}

}  // namespace

std::vector<DatedRole> read_document_dates(const Reading& reading, const std::vector<DateReading>& dates,
                                           const Hints& hints) {
  std::vector<Ranked> found;
  const std::string meta = hints.published_meta.substr(0, 10);
  if (parse_iso(meta)) found.push_back({1, {"published", meta, false, {}}});
  const std::size_t headline = headline_paragraph(reading);
  for (const DateReading& date : dates) {
    if (auto role = ranked(reading, date, headline)) found.push_back(*role);
  }
  if (const auto day = day_of_url(hints.url)) found.push_back({6, {"published", *day, false, {}}});
  std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  std::vector<DatedRole> roles;
  for (const Ranked& each : found) {
    const bool known = std::any_of(roles.begin(), roles.end(), [&](const DatedRole& role) {
      return role.role == each.role.role && role.value == each.role.value;
    });
    if (!known) roles.push_back(each.role);
  }
  if (!roles.empty()) roles.front().chosen = true;
  return roles;
}

}  // namespace trichluc
