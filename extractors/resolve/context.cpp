#include "extractors/resolve/context.h"

#include <algorithm>
#include <map>

#include "extractors/clause.h"

namespace trichluc {
namespace {

bool is_any(const Reading& reading, std::size_t at, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), reading.folded(at)) != words.end();
}

bool is_plain_year(const DateReading& date) { return date.when.has_year() && date.when.from.month == 0 && !date.when.to; }

// Is one of these pairs ("phương hướng") told in the twelve words before the date?
bool told_before(const Reading& reading, const DateReading& date, std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  const std::size_t first = reading.sentence_of(date.first).first;
  const std::size_t from = date.first > first + 12 ? date.first - 12 : first;
  for (std::size_t at = from; at + 1 < date.first; ++at) {
    for (const auto& [a, b] : pairs) {
      if (reading.folded(at) == a && reading.folded(at + 1) == b) return true;
    }
  }
  return false;
}

void read_years(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  for (const DateReading& date : dates) {
    const text::Section section = reading.section_of(date.first);
    if (!is_own_matter(section) || !date.when.has_year() || date.relative != Relative::kNone) continue;
    const bool planned = told_before(reading, date, {{"phương", "hướng"}, {"nhiệm", "vụ"}, {"trọng", "tâm"}, {"kế", "hoạch"}});
    if (section == text::Section::kTitle && !context.headline_year && !date.when.to) {
      context.headline_year = Told<int>{*date.when.from.year, date.span};
    }
    if (planned && is_plain_year(date)) {
      if (!context.planned_year) context.planned_year = Told<int>{*date.when.from.year, date.span};
      continue;
    }
    const bool reviewed = told_before(reading, date, {{"tổng", "kết"}, {"đánh", "giá"}, {"kết", "quả"}, {"công", "tác"}, {"tình", "hình"}, {"kiểm", "điểm"}, {"sơ", "kết"}});
    if (reviewed && !context.reviewed && date.when.from.day == 0) context.reviewed = Told<CalendarSpan>{date.when, date.span};
  }
}

void read_published(DocumentContext& context, const std::vector<DatedRole>& roles) {
  for (const DatedRole& role : roles) {
    const auto when = parse_iso(role.value);
    if (role.chosen && when) context.published = Told<CalendarPoint>{when->from, role.span};
  }
}

bool is_place_name(const Reading& reading, const LexiconMatch& match) {
  return match.lexicon->name() == "places" && (reading.tokens()[match.first].capital || match.value("kind") == "country");
}

// The province named in the headline, or in the frame of an official document; else Việt Nam.
void read_place(DocumentContext& context, const Reading& reading) {
  std::map<std::string, std::pair<std::size_t, Span>> votes;
  Span country;
  std::size_t body_seen = 0;
  for (const LexiconMatch& match : reading.matches()) {
    if (!is_place_name(reading, match)) continue;
    const text::Section section = reading.section_of(match.first);
    if (!is_own_matter(section)) continue;
    const Span span = reading.span_of(match.first, match.last);
    if (match.value("kind") == "country") {
      if (country.empty()) country = span;
      continue;
    }
    const bool named_province = match.first > 0 && is_any(reading, match.first - 1, {"tỉnh", "phố", "tp", "."});
    const bool headline = section == text::Section::kTitle;
    const std::string name(match.value("name"));
    auto& vote = votes[name];
    if (vote.first == 0 || headline) vote.second = span;
    vote.first += headline ? 12 : named_province ? 2 : 1;
    ++body_seen;
  }
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
  std::size_t total = 0;
  for (const auto& vote : votes) total += vote.second.first;
  // A province is the subject when it is in the headline or named far more than all others together.
  const bool subject = best != votes.end() && (best->second.first >= 12 || (best->second.first >= 6 && best->second.first * 3 >= total * 2));
  if (subject) {
    context.place = Told<std::string>{best->first, best->second.second};
  } else {
    context.place = Told<std::string>{"Việt Nam", country};
  }
}

bool speaks_of_meeting(const Reading& reading, std::size_t token) {
  const Sentence& sentence = reading.sentence_of(token);
  for (std::size_t at = sentence.first; at + 1 < sentence.last; ++at) {
    const std::string_view a = reading.folded(at);
    const std::string_view b = reading.folded(at + 1);
    if ((a == "hội" && (b == "nghị" || b == "thảo")) || (a == "giao" && b == "ban") || (a == "cuộc" && b == "họp") ||
        (a == "phiên" && b == "họp") || (a == "gặp" && b == "mặt") || (a == "tọa" && b == "đàm")) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_own_matter(text::Section section) {
  return section != text::Section::kRelated && section != text::Section::kFrame && section != text::Section::kPublisher;
}

DocumentContext read_context(const Reading& reading, const std::vector<DateReading>& dates, const std::vector<DatedRole>& roles) {
  DocumentContext context;
  read_published(context, roles);
  read_years(context, reading, dates);
  read_place(context, reading);
  return context;
}

void settle_document_day(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  std::size_t seen = 0;
  for (const DateReading& date : dates) {
    const text::Section section = reading.section_of(date.first);
    if (section != text::Section::kBody && section != text::Section::kCaption) continue;
    if (++seen > 4) break;
    const bool day = date.when.has_year() && date.when.from.day > 0 && date.relative == Relative::kNone && !date.until;
    if (!day || !speaks_of_meeting(reading, date.first)) continue;
    context.day = Told<CalendarPoint>{date.when.from, date.span};
    return;
  }
  if (context.published) context.day = context.published;
}

}  // namespace trichluc
