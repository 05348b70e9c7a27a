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

bool is_full_day(const DateReading& date) { return date.when.has_year() && date.when.from.day > 0 && !date.when.to; }

// "Thứ Sáu, 22/2/2019": a clock in the portal's header starts with the day of the week and stands above the headline.
bool follows_weekday(const Reading& reading, std::size_t first) {
  const Sentence& sentence = reading.sentence_of(first);
  for (std::size_t at = sentence.first; at < first; ++at) {
    const bool weekday = reading.folded(at) == "thứ" || (reading.folded(at) == "chủ" && reading.folded(at + 1) == "nhật");
    if (weekday) return true;
  }
  return false;
}

// "Hà Giang, ngày 05 tháng 12 năm 2022": a place, a comma and the day are the whole paragraph.
bool is_place_and_day_line(const Reading& reading, const DateReading& date) {
  const Token& token = reading.tokens()[date.first];
  std::size_t first = date.first;
  while (first > 0 && reading.tokens()[first - 1].paragraph == token.paragraph) --first;
  std::size_t last = date.last;
  while (last < reading.tokens().size() && reading.tokens()[last].paragraph == token.paragraph) ++last;
  const std::size_t before = date.first - first;
  return before >= 2 && before <= 6 && last - date.last <= 1 && reading.folded(date.first - 1) == "," && reading.tokens()[first].capital;
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
  if (section == text::Section::kPublished) {
    const bool clock = above && follows_weekday(reading, date.first);
    return clock ? Ranked{8, {"header", iso, false, date.span}} : Ranked{2, {"published", iso, false, date.span}};
  }
  if (is_place_and_day_line(reading, date)) return Ranked{4, {"signed", iso, false, date.span}};
  const bool frame = section == text::Section::kFrame || section == text::Section::kPublisher;
  if (frame && above) return Ranked{9, {"header", iso, false, date.span}};
  return std::nullopt;
}

// "…/2023/03/14/…", "…-20230314…" in an address.
std::optional<std::string> day_of_url(const std::string& url) {
  std::string digits;
  for (const char c : url) {
    if (c >= '0' && c <= '9') digits += c;
    else if (c != '/' && c != '-') digits += ' ';
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

std::vector<DatedRole> read_document_dates(const Reading& reading, const std::vector<DateReading>& dates, const Hints& hints) {
  std::vector<Ranked> found;
  const std::string meta = hints.published_meta.substr(0, 10);
  if (parse_iso(meta)) found.push_back({1, {"published", meta, false, {}}});
  const std::size_t headline = headline_paragraph(reading);
  for (const DateReading& date : dates) {
    if (auto role = ranked(reading, date, headline)) found.push_back(*role);
  }
  if (const auto day = day_of_url(hints.url)) found.push_back({5, {"published", *day, false, {}}});
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
