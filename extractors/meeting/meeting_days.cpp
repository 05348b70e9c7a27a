#include "extractors/meeting/meeting_days.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extractors/meeting/meeting_words.h"

namespace trichluc {

bool is_day(const std::string& value) {
  if (value.size() == 7) return value.rfind("--", 0) == 0;
  if (value.size() == 10) return value.find('/') == std::string::npos;
  return value.size() == 21 && value[10] == '/';
}

std::vector<Span> spans_of_day(const std::string& day, Span within, const std::vector<Candidate>& settled) {
  std::vector<Span> spans;
  for (const Candidate& candidate : settled) {
    const DateFact* date = std::get_if<DateFact>(&candidate.fact);
    if (date == nullptr || date->value != day) continue;
    if (within.contains(candidate.span)) spans.push_back(candidate.span);
    for (const Span again : candidate.restated) {
      if (within.contains(again)) spans.push_back(again);
    }
  }
  return spans;
}

std::vector<std::string> days_within(Span within, const std::vector<Candidate>& settled) {
  std::vector<std::string> days;
  for (const Candidate& candidate : settled) {
    const DateFact* date = std::get_if<DateFact>(&candidate.fact);
    if (date == nullptr || !is_day(date->value)) continue;
    const auto inside = [within](Span span) { return within.contains(span); };
    if (inside(candidate.span) || std::any_of(candidate.restated.begin(), candidate.restated.end(), inside))
      days.push_back(date->value);
  }
  return days;
}

void take_day_within(const Reading& reading, const Sentence& part, const std::vector<Candidate>& settled,
                     Announcement& found) {
  const std::vector<Token>& tokens = reading.tokens();
  const Span within = reading.span_of(part.first, part.last);
  std::optional<Span> place;
  for (const Candidate& candidate : settled) {
    const DateFact* date = std::get_if<DateFact>(&candidate.fact);
    if (date == nullptr || !is_day(date->value)) continue;
    const auto look_at = [&](Span span) {
      if (!within.contains(span) || (place && place->begin <= span.begin)) return;
      place = span;
      found.date = date->value;
    };
    look_at(candidate.span);
    for (const Span span : candidate.restated) look_at(span);
  }
  const std::vector<Span> told = found.date.empty() ? std::vector<Span>() : spans_of_day(found.date, within, settled);
  for (std::size_t t = part.first; t < part.last; ++t) {
    const LexiconMatch* told_part = reading.match_at(t, "parts_of_day");
    if (told_part == nullptr) continue;
    const bool before_day = std::any_of(told.begin(), told.end(), [&](Span day) {
      return tokens[t].span.begin <= day.begin + 8 && day.begin <= tokens[t].span.end + 16;
    });
    const bool opens = !place && t - part.first < 6 && told_part->last < part.last &&
                       (reading.folded(told_part->last) == "nay" || reading.folded(told_part->last) == "qua");
    if (!before_day && !opens) continue;
    found.part_of_day = told_part->value("part");
    return;
  }
}

// "Chiều 29/5, UBND tỉnh tiếp tục thảo luận …. Ông A chủ trì hội nghị.": the day that opens the sentence before.
void take_day_before(const Reading& reading, const Sentence& before, const std::vector<Candidate>& settled,
                     Announcement& found) {
  constexpr std::size_t kOpening = 12;  // tokens: "Theo báo cáo, chiều ngày 29 / 5 / 2023"
  const std::size_t end = std::min(before.last, before.first + kOpening);
  const std::vector<std::string> days = days_within(reading.span_of(before.first, before.last), settled);
  if (days.size() != 1 || days_within(reading.span_of(before.first, end), settled).size() != 1) return;
  const LexiconMatch* part = nullptr;
  bool opens = false;
  for (std::size_t t = before.first; t < end && !opens; ++t) {
    part = reading.match_at(t, "parts_of_day");
    opens = part != nullptr || reading.is(t, "ngày");
  }
  if (!opens) return;
  found.date = days.front();
  if (part != nullptr) found.part_of_day = part->value("part");
}

std::string part_by_clock(const Reading& reading, const Sentence& sentence) {
  constexpr std::size_t kMostToDay = 5;  // "13 giờ 45 phút, ngày"
  constexpr std::string_view kNoon = "12";
  constexpr std::string_view kEvening = "18";
  for (std::size_t t = sentence.first; t + 1 < sentence.last; ++t) {
    const Token& token = reading.tokens()[t];
    if (token.kind != TokenKind::kNumber || !reading.is_any(t + 1, {"giờ", "h", "g"})) continue;
    std::size_t day = t + 2;
    while (day < sentence.last && day - t <= kMostToDay && !reading.is(day, "ngày")) ++day;
    const std::string_view hour = token.folded;
    const bool whole = hour.size() <= 2 && hour.find_first_not_of("0123456789") == std::string_view::npos;
    if (!reading.is(day, "ngày") || !whole) return {};
    const std::string two = hour.size() == 1 ? "0" + std::string(hour) : std::string(hour);
    if (two < kNoon) return "morning";
    return two < kEvening ? "afternoon" : "evening";
  }
  return {};
}

// The sentence in which someone leads the meeting.
bool tells_chair(const Reading& reading, const Sentence& sentence) {
  for (std::size_t t = sentence.first; t < sentence.last; ++t) {
    const LexiconMatch* role = reading.match_at(t, "meeting_roles");
    if (role != nullptr && role->value("role") == "chair") return true;
  }
  return false;
}

namespace {

// "Chiều cùng ngày, Sở Y tế tổ chức hội thảo …" of a meeting held in the morning.
bool held_in_other_part(const Reading& reading, const Sentence& sentence, const Announcement& announcement) {
  constexpr std::size_t kOpening = 4;  // tokens
  if (announcement.part_of_day.empty()) return false;
  const std::size_t end = std::min(sentence.last, sentence.first + kOpening);
  for (std::size_t t = sentence.first; t < end; ++t) {
    const LexiconMatch* part = reading.match_at(t, "parts_of_day");
    if (part == nullptr) continue;
    return part->value("part") != announcement.part_of_day &&
           meeting_word_in(reading, sentence.first, sentence.last, "held") != nullptr;
  }
  return false;
}

}  // namespace

bool tells_of_another(const Reading& reading, const Sentence& sentence, const Announcement& announcement,
                      const std::vector<Candidate>& settled) {
  if (&sentence == announcement.sentence || sentence.first == announcement.sentence->first) return false;
  if (meeting_word_in(reading, sentence.first, sentence.last, "recalled") != nullptr) return true;
  const bool meeting = meeting_word_in(reading, sentence.first, sentence.last, "noun") != nullptr ||
                       meeting_word_in(reading, sentence.first, sentence.last, "meets") != nullptr ||
                       meeting_word_in(reading, sentence.first, sentence.last, "visits") != nullptr;
  if (!meeting || announcement.date.empty()) return false;
  if (held_in_other_part(reading, sentence, announcement)) return true;
  const std::vector<std::string> days = days_within(reading.span_of(sentence.first, sentence.last), settled);
  return !days.empty() && std::find(days.begin(), days.end(), announcement.date) == days.end();
}

}  // namespace trichluc
