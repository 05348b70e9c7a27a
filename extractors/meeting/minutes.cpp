#include "extractors/meeting/minutes.h"

#include <string>
#include <string_view>

#include "extractors/meeting/meeting_days.h"
#include "extractors/meeting/meeting_words.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {
namespace {

// Head, kind and subject stand above the opening.
constexpr std::size_t kHeadTokens = 160;

// "Địa điểm: …" stands within so many tokens below the time.
constexpr std::size_t kSiteTokens = 40;

// "Thời gian:", "Thời gian họp:", "Thời gian bắt đầu:"; "Thời gian thực hiện:" is a project's.
bool names_time(const Reading& reading, std::size_t t) {
  if (!reading.is(t, "thời") || !reading.is(t + 1, "gian")) return false;
  t += 2;
  if (reading.is(t, "họp")) return reading.is(t + 1, ":");
  if (reading.is(t, "bắt") && reading.is(t + 1, "đầu")) return reading.is(t + 2, ":");
  return reading.is(t, ":");
}

// "Hôm nay, …", "Vào hồi 8 giờ …", "Lúc 14 giờ …", "1. Thời gian: 8 giờ 00, ngày …".
bool opens_minutes(const Reading& reading, const Sentence& sentence) {
  std::size_t t = sentence.first;
  while (t < sentence.last && reading.tokens()[t].kind != TokenKind::kWord) ++t;
  if (names_time(reading, t)) return true;
  t = sentence.first;
  if (reading.is(t, "vào")) ++t;
  return reading.is_any(t, {"hồi", "lúc"}) || (reading.is(t, "hôm") && reading.is(t + 1, "nay"));
}

// "Họp …" on a line of its own or behind "BIÊN BẢN"; "BAN TIẾP NHẬN VIỆN TRỢ" receives nobody.
bool opens_line(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  return at == 0 || tokens[at - 1].paragraph != tokens[at].paragraph || reading.is(at - 1, "bản");
}

// The meeting that the lines above name, "BIÊN BẢN LÀM VIỆC" too: "BIÊN BẢN GHI NHỚ Buổi làm việc giữa …", "BIÊN BẢN /
// Họp Ban Chỉ đạo …".
const LexiconMatch* named_above(const Reading& reading, std::size_t first) {
  const std::size_t from = first > kHeadTokens ? first - kHeadTokens : 0;
  for (const char* kind : {"noun", "opens", "meets"}) {
    for (std::size_t at = from; at < first; ++at) {
      const LexiconMatch* word = meeting_word_in(reading, at, first, kind);
      if (word == nullptr) break;
      if (std::string_view(kind) != "opens" || opens_line(reading, word->first)) return word;
      at = word->first;
    }
  }
  for (std::size_t at = from; at < first; ++at) {
    const LexiconMatch* word = reading.match_at(at, "meeting_words");
    if (word != nullptr && word->entry->form == "làm việc" && at > 0 && reading.is(at - 1, "bản")) return word;
  }
  return nullptr;
}

// "Thời gian: 8 giờ 00. Ngày 05/6/2020".
std::size_t end_of_line(const Reading& reading, const Sentence& sentence) {
  const auto& tokens = reading.tokens();
  std::size_t end = sentence.last;
  while (end < tokens.size() && tokens[end].paragraph == tokens[sentence.first].paragraph) ++end;
  return end;
}

std::string name_of(const Reading& reading, const LexiconMatch& noun, std::size_t end) {
  const auto& tokens = reading.tokens();
  std::size_t last = noun.last;
  while (last < end && tokens[last].paragraph == tokens[noun.first].paragraph &&
         (tokens[last].kind != TokenKind::kMark || reading.is_any(last, {"-", "/"})))
    ++last;
  return reading.words(reading.span_of(noun.first, last));
}

// The one province that the lines above and the opening name.
std::string province_in(const std::vector<PlaceMention>& places, std::size_t first, std::size_t last) {
  std::string found;
  for (const PlaceMention& place : places) {
    const bool inside = place.match->first >= first && place.match->last <= last;
    if (!inside || place.kind != PlaceKind::kProvince || place.name == found) continue;
    if (!found.empty()) return {};
    found = place.name;
  }
  return found;
}

// The one province that "Địa điểm: …" names below the time.
std::string site_below(const Reading& reading, const Sentence& opening, const std::vector<PlaceMention>& places) {
  for (const Sentence& sentence : reading.sentences()) {
    if (sentence.first < opening.last) continue;
    std::size_t t = sentence.first;
    while (t < sentence.last && reading.tokens()[t].kind != TokenKind::kWord) ++t;
    if (reading.is(t, "địa") && reading.is(t + 1, "điểm")) return province_in(places, t, sentence.last);
    if (sentence.first > opening.last + kSiteTokens) break;
  }
  return {};
}

}  // namespace

std::optional<Announcement> find_opening_of_minutes(const Reading& reading, const std::vector<Candidate>& settled,
                                                    const std::vector<PlaceMention>& places) {
  for (const Sentence& sentence : reading.sentences()) {
    if (!opens_minutes(reading, sentence)) continue;
    const LexiconMatch* noun = named_above(reading, sentence.first);
    const auto days = days_within(reading.span_of(sentence.first, end_of_line(reading, sentence)), settled);
    if (noun == nullptr || days.empty()) return std::nullopt;
    Announcement found;
    found.sentence = &sentence;
    found.noun = noun->first;
    found.name = name_of(reading, *noun, sentence.first);
    found.date = days.front();
    found.part_of_day = part_by_clock(reading, sentence);
    found.place = site_below(reading, sentence, places);
    found.host = province_in(places, noun->first, sentence.last);
    return found;
  }
  return std::nullopt;
}

}  // namespace trichluc
