#include "extractors/meeting/announcement.h"

#include <algorithm>
#include <utility>

#include "extractors/meeting/meeting_days.h"
#include "extractors/official/name.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {
namespace {

// "tại Hội trường Sở Ngoại vụ, thị xã Tam Kỳ, tỉnh Quảng Nam".
constexpr std::size_t kLongestPlace = 14;
constexpr std::size_t kLongestName = 40;
// An announcement with a day stands at the head of a report; later days are of other meetings.
constexpr std::size_t kOpeningSentences = 12;
// A signing is the document's occasion only where the document opens with it.
constexpr std::size_t kSigningSentences = 2;

class AnnouncementReader {
 public:
  AnnouncementReader(const Reading& reading, const Sentence& sentence, const std::vector<Candidate>& settled,
                     const std::vector<PlaceMention>& places, bool press_release)
      : reading_(reading),
        tokens_(reading.tokens()),
        whole_(sentence),
        sentence_(sentence),
        settled_(settled),
        places_(places),
        press_release_(press_release) {}

  std::optional<Announcement> read() {
    if (!names_meeting() || !leave_out_recalled()) return std::nullopt;
    skip_source_of_task();
    const LexiconMatch* noun = meeting_word_in(reading_, sentence_.first, sentence_.last, "noun");
    if (noun != nullptr && leave_out_prepared(*noun)) noun = nullptr;
    const bool meets = noun == nullptr;
    if (meets) noun = meets_word();
    if (noun == nullptr) noun = meeting_word_in(reading_, sentence_.first, sentence_.last, "visits");
    const bool visits = noun != nullptr && noun->value("kind") == "visits";
    if (noun == nullptr) noun = opening_word();
    const bool signs = noun == nullptr;
    if (signs) noun = meeting_word_in(reading_, sentence_.first, sentence_.last, "signs");
    if (noun == nullptr || (!meets && several(*noun))) return std::nullopt;
    Announcement found;
    found.sentence = &whole_;
    found.noun = noun->first;
    take_day(found);
    if (found.part_of_day.empty() && !found.date.empty()) found.part_of_day = part_by_clock(reading_, whole_);
    // "Ban Chỉ đạo họp phiên thường kỳ" tells a meeting only with its day; so does "nói tại hội nghị chiều 28/12".
    const bool dated = !found.date.empty() && (meets || (said_at(*noun) && !found.part_of_day.empty()));
    if (!dated && (meets || !held(*noun))) return std::nullopt;
    if (meeting_word_in(reading_, sentence_.first, sentence_.last, "not_held") != nullptr) return std::nullopt;
    if (is_planned(*noun) && !(press_release_ && !found.part_of_day.empty())) return std::nullopt;
    found.name = name_from(*noun);
    if (signs && !opens_with_day(found.date)) return std::nullopt;
    if (const PlaceMention* place = found.place.empty() ? place_told() : nullptr) {
      found.place = place->name;
      found.place_by_district = place->kind == PlaceKind::kDistrict;
    }
    found.host = visits ? visited(noun->last) : host(*noun);
    if (found.place.empty() && (signs || found.host.empty())) take_dateline(found);
    if (found.place.empty() && found.host.empty()) take_closing_place(found);
    found.score = (found.date.empty() ? 0 : 4) + (found.part_of_day.empty() ? 0 : 2) + (found.place.empty() ? 0 : 2);
    found.score += format_said() ? 1 : 0;
    // A signing is the occasion only where it is told with day and place, and no meeting is.
    if (signs && found.place.empty()) return std::nullopt;
    found.signing = signs;
    if (signs) found.score = 1;
    return found;
  }

 private:
  // Most sentences hold no word for a meeting or a signing: one look says so.
  bool names_meeting() const {
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      const LexiconMatch* match = reading_.match_at(t, "meeting_words");
      if (match == nullptr) continue;
      const std::string_view kind = match->value("kind");
      if (kind == "noun" || kind == "meets" || kind == "visits" || kind == "opens" || kind == "signs") return true;
    }
    return false;
  }

  // "Hội X tổ chức họp Ban Chấp hành để chuẩn bị cho Đại hội lần thứ IV": the noun is what the meeting is for.
  bool leave_out_prepared(const LexiconMatch& noun) {
    const LexiconMatch* meets = meets_word();
    if (meets == nullptr || meets->last > noun.first) return false;
    const LexiconMatch* planned = meeting_word_in(reading_, meets->last, noun.first, "planned");
    if (planned == nullptr || planned->last != noun.first) return false;
    sentence_.last = planned->first;
    return true;
  }

  // "họp phiên toàn thể", "tổ chức họp Ban Chấp hành".
  const LexiconMatch* meets_word() const {
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      const LexiconMatch* match = reading_.match_at(t, "meeting_words");
      if (match == nullptr || match->last > sentence_.last) continue;
      if (match->value("kind") == "meets") return match;
      const bool held = t > sentence_.first + 1 && reading_.is(t - 1, "chức") && reading_.is(t - 2, "tổ");
      if (held && match->value("kind") == "opens" && match->entry->form == "họp") return match;
    }
    return nullptr;
  }

  // "Họp Nhóm Đối tác chiều 8/12 tại …", "* Thứ tư, 15/9: tiếp Đoàn …": what the sentence begins with, or what stands
  // behind the day that heads it.
  const LexiconMatch* opening_word() const {
    if (const LexiconMatch* works = delegation_works()) return works;
    constexpr std::size_t kLongestDay = 14;  // tokens of "* Chiều thứ bảy, ngày 18 / 9 / 2010:"
    bool words = false;
    for (std::size_t t = sentence_.first; t < sentence_.last && t - sentence_.first < kLongestDay; ++t) {
      const bool word = tokens_[t].kind == TokenKind::kWord;
      const LexiconMatch* match = reading_.match_at(t, "meeting_words");
      const bool opens = match != nullptr && match->value("kind") == "opens" && match->last <= sentence_.last;
      if (opens && (!words || reading_.is(t - 1, ":") || tokens_[t].capital)) return match;
      words = words || word;
    }
    return nullptr;
  }

  // "Ngày 20/4, Đoàn giám sát của Sở Ngoại vụ làm việc với UBND huyện": the delegation that does it stands before.
  const LexiconMatch* delegation_works() const {
    bool delegation = false;
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      delegation = delegation || (reading_.is(t, "đoàn") && reading_.is_any(t + 1, {"công", "giám", "kiểm", "khảo"}));
      const LexiconMatch* match = delegation ? reading_.match_at(t, "meeting_words") : nullptr;
      const bool works = match != nullptr && match->value("kind") == "opens" && match->entry->form == "làm việc với";
      if (works && !reading_.is_any(t - 1, {"đến", "để", "và", "sẽ", "về"})) return match;
    }
    return nullptr;
  }

  // "Hà Nội, ngày 4/4/2018 – Đại sứ quán … hôm nay ký": the town before the day that opens the text.
  void take_dateline(Announcement& found) const {
    const LexiconMatch* name = reading_.match_at(sentence_.first, "places");
    const std::size_t behind = name == nullptr ? sentence_.first : name->last;
    const PlaceMention* place = name == nullptr ? nullptr : place_at(sentence_.first);
    // "ĐÀ NẴNG - Chiều 10-1, …".
    const bool dashed = reading_.is(behind, "-") &&
                        (reading_.match_at(behind + 1, "parts_of_day") != nullptr || reading_.is(behind + 1, "ngày"));
    if (place == nullptr || (!dashed && !(reading_.is(behind, ",") && reading_.is(behind + 1, "ngày")))) return;
    found.place = place->name;
    found.place_by_district = place->kind == PlaceKind::kDistrict;
  }

  // "…; hội nghị lần trước diễn ra ngày 12/3": what stands behind the word is another meeting's; false: all is.
  bool leave_out_recalled() {
    const LexiconMatch* recalled = meeting_word_in(reading_, sentence_.first, sentence_.last, "recalled");
    if (recalled == nullptr) return true;
    sentence_.last = recalled->first;
    return meeting_word_in(reading_, sentence_.first, sentence_.last, "noun") != nullptr;
  }

  // "…; năm 2023 sẽ tổ chức …": what stands behind the semicolon is planned, not this one.
  std::size_t end_of_part(std::size_t token) const {
    while (token < sentence_.last && reading_.folded(token) != ";") ++token;
    return token;
  }

  // "Ngày 14/5, tại Phú Thọ, … ký thỏa thuận": what the sentence is about, not what it mentions.
  bool opens_with_day(const std::string& date) const {
    constexpr std::size_t kOpening = 12;  // tokens
    const Span opening = reading_.span_of(sentence_.first, std::min(sentence_.first + kOpening, sentence_.last));
    return !spans_of_day(date, opening, settled_).empty();
  }

  // "Thực hiện kết luận tại hội nghị ngày 12/3, ngày 5/6 UBND tỉnh tổ chức …": what stands before the comma is another
  // meeting's.
  void skip_source_of_task() {
    skip_purpose();
    const LexiconMatch* source = meeting_word_in(reading_, sentence_.first, sentence_.last, "source");
    if (source == nullptr) return;
    std::size_t t = source->last;
    while (t < sentence_.last && reading_.folded(t) != ",") ++t;
    sentence_.first = std::min(t + 1, sentence_.last);
  }

  // "Nhằm chuẩn bị cho Hội nghị tổng kết, Tổ công tác vừa tổ chức phiên họp …": the first is yet to come.
  void skip_purpose() {
    constexpr std::size_t kOpening = 5;  // tokens: "Theo báo cáo, nhằm …"
    std::size_t purpose = sentence_.first;
    while (purpose < sentence_.last && purpose - sentence_.first < kOpening &&
           !reading_.is_any(purpose, {"nhằm", "để"}))
      ++purpose;
    if (purpose >= sentence_.last || !reading_.is_any(purpose, {"nhằm", "để"})) return;
    std::size_t comma = purpose;
    while (comma < sentence_.last && reading_.folded(comma) != ",") ++comma;
    if (meeting_word_in(reading_, sentence_.first, comma, "planned") != nullptr)
      sentence_.first = std::min(comma + 1, sentence_.last);
  }

  // "Sau hội nghị ngày 3/9, các sở đã tổ chức …", "Tại hội nghị trước …": words that hold the noun itself.
  bool is_within_planned(const LexiconMatch& noun) const {
    constexpr std::size_t kMostBefore = 2;  // tokens
    for (std::size_t t = noun.first; t > sentence_.first && noun.first - t < kMostBefore; --t) {
      const LexiconMatch* match = reading_.match_at(t - 1, "meeting_words");
      if (match != nullptr && match->value("kind") == "planned" && match->last > noun.first) return true;
    }
    return false;
  }

  // "họp chuẩn bị chương trình": its own word plans nothing.
  bool is_planned(const LexiconMatch& noun) const {
    if (is_within_planned(noun)) return true;
    if (meeting_word_in(reading_, sentence_.first, noun.first, "planned") != nullptr) return true;
    // "đã có buổi làm việc … và chuẩn bị nội dung hội đàm": it took place, whatever it was about.
    const bool past = noun.first > sentence_.first + 1 &&
                      (reading_.is(noun.first - 1, "đã") ||
                       (reading_.is_any(noun.first - 1, {"có", "chức"}) &&
                        (reading_.is(noun.first - 2, "đã") || reading_.is(noun.first - 3, "đã"))));
    return !past && meeting_word_in(reading_, noun.last, end_of_part(noun.last), "planned") != nullptr;
  }

  // "12 lớp tập huấn", "nhiều hội thảo": none of them is the one reported.
  bool several(const LexiconMatch& noun) const {
    if (noun.first == sentence_.first) return false;
    const Token& before = tokens_[noun.first - 1];
    return before.kind == TokenKind::kNumber || before.folded == "nhiều" || before.folded == "những";
  }

  // "…, ông A nói tại hội nghị sơ kết chiều 28/12 ở thị xã Gia Nghĩa".
  bool said_at(const LexiconMatch& noun) const {
    return noun.first > sentence_.first && reading_.folded(noun.first - 1) == "tại";
  }

  // "gặp mặt" may be the noun and all; the word that it took place must be another one.
  bool held(const LexiconMatch& noun) const {
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      const LexiconMatch* match = reading_.match_at(t, "meeting_words");
      if (match == nullptr || match->value("kind") != "held") continue;
      const bool weak = match->last == t + 1 && (match->entry->form == "có" || match->entry->form == "dự");
      const bool near = t >= noun.first ? t - noun.first < 12 : noun.first - match->last < 4;
      const bool figures = meeting_word_in(reading_, sentence_.first, sentence_.last, "delegate") != nullptr ||
                           meeting_word_in(reading_, sentence_.first, sentence_.last, "site") != nullptr;
      if (!weak || (near && figures)) return true;
    }
    return with_sites(noun);
  }

  // "Hội nghị trực tuyến tới 14 điểm cầu": a number of sites says it without a verb.
  bool with_sites(const LexiconMatch& noun) const {
    const LexiconMatch* site = meeting_word_in(reading_, noun.last, sentence_.last, "site");
    return site != nullptr && tokens_[site->first - 1].kind == TokenKind::kNumber;
  }

  // The first day stated in the sentence, with "sáng", "chiều" before it; else that of the bracket on the line below a
  // speech's head: "(Đồng Hới, sáng ngày 25-11-2010)".
  void take_day(Announcement& found) const {
    take_day_within(found, sentence_.first, sentence_.last);
    if (!found.date.empty() || sentence_.last >= tokens_.size()) return;
    const Sentence& below = reading_.sentence_of(sentence_.last);
    if (below.paragraph != sentence_.paragraph + 1) return;
    if (!reading_.is(below.first, "(") || !reading_.is(below.last - 1, ")")) return;
    take_day_within(found, below.first, below.last);
    const PlaceMention* place = place_at(below.first + 1);
    if (found.date.empty() || place == nullptr) return;
    found.place = place->name;
    found.place_by_district = place->kind == PlaceKind::kDistrict;
  }

  void take_day_within(Announcement& found, std::size_t first, std::size_t last) const {
    const Span within = reading_.span_of(first, last);
    std::optional<Span> place;
    for (const Candidate& candidate : settled_) {
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
    const std::vector<Span> told =
        found.date.empty() ? std::vector<Span>() : spans_of_day(found.date, within, settled_);
    for (std::size_t t = first; t < last; ++t) {
      const LexiconMatch* part = reading_.match_at(t, "parts_of_day");
      if (part == nullptr) continue;
      const bool before_day = std::any_of(told.begin(), told.end(), [&](Span day) {
        return tokens_[t].span.begin <= day.begin + 8 && day.begin <= tokens_[t].span.end + 16;
      });
      const bool opens = !place && t - first < 6 && part->last < last &&
                         (reading_.folded(part->last) == "nay" || reading_.folded(part->last) == "qua");
      if (!before_day && !opens) continue;
      found.part_of_day = part->value("part");
      return;
    }
  }

  // "hội nghị “Huy động nguồn lực …”": one past a name in quotes that begins here, or the token itself.
  std::size_t after_quoted_name(std::size_t at) const {
    if (!reading_.is(at, "\"")) return at;
    for (std::size_t t = at + 2; t < sentence_.last && t - at < kLongestName; ++t) {
      if (reading_.is(t, "\"")) return t + 1;
    }
    return at;
  }

  // "-", "/", and the full stop of "TP.Yongin".
  bool joins_name(std::size_t at) const {
    if (reading_.is_any(at, {"-", "/"})) return true;
    return reading_.is(at, ".") && at + 1 < sentence_.last && !tokens_[at + 1].blank_before && tokens_[at + 1].capital;
  }

  std::string name_from(const LexiconMatch& noun) const {
    std::size_t last = noun.last;
    while (last < sentence_.last && last - noun.first < kLongestName) {
      if (const std::size_t behind = after_quoted_name(last); behind > last) {
        last = behind;
        break;
      }
      if (tokens_[last].kind == TokenKind::kMark && !joins_name(last)) break;
      if (reading_.match_at(last, "meeting_name_ends") != nullptr || reading_.match_at(last, "honorifics") != nullptr)
        break;
      ++last;
    }
    // "đã đến thăm và làm việc với …": the verb's time is no part of the name.
    const std::size_t first = reading_.is(noun.first, "đã") && noun.first + 1 < last ? noun.first + 1 : noun.first;
    return reading_.words(reading_.span_of(first, last));
  }

  // "khách sạn Hòa Bình": the house has the place's name.
  bool is_namesake(std::size_t at) const {
    const LexiconMatch* house = reading_.match_before(at, "organizations");
    return house != nullptr && house->value("kind") == "namesake";
  }

  // The province or city behind "tại", where it says where the meeting is held.
  const PlaceMention* place_told() const {
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      if (!reading_.is_any(t, {"tại", "ở", "in"})) continue;
      if (after_elsewhere(t)) continue;
      if (const PlaceMention* found = place_behind(t + 1)) return found;
    }
    return nullptr;
  }

  // "… tổ chức cuộc họp đánh giá kết quả dự án tại Đà Nẵng vào chiều 9/11": the project may be there, too, but with the
  // day behind it the place is that of the meeting.
  void take_closing_place(Announcement& found) const {
    for (std::size_t t = sentence_.first; t + 1 < sentence_.last; ++t) {
      if (!reading_.is_any(t, {"tại", "ở"})) continue;
      const PlaceMention* place = place_behind(t + 1);
      if (place == nullptr || place->kind != PlaceKind::kProvince) continue;
      const std::size_t end = place->match->last;
      if (!reading_.is(end, "vào") || reading_.match_at(end + 1, "parts_of_day") == nullptr) continue;
      found.place = place->name;
      return;
    }
  }

  // The province or city, or a district known to lie in one, that is named at this token; null where none is.
  const PlaceMention* place_at(std::size_t token) const {
    const auto at = std::lower_bound(places_.begin(), places_.end(), token,
                                     [](const PlaceMention& name, std::size_t t) { return name.match->first < t; });
    if (at == places_.end() || at->match->first != token || at->name.empty()) return nullptr;
    return at->kind == PlaceKind::kCountry ? nullptr : &*at;
  }

  // "Sáng 21/12, UBND tỉnh Kon Tum tổ chức …", "UBND tỉnh Kon Tum gặp mặt …": the one province of the body that does
  // it.
  std::string host(const LexiconMatch& noun) const {
    const LexiconMatch* subject = reading_.match_before(noun.first, "places");
    const bool acts = subject != nullptr && subject->first > sentence_.first && place_at(subject->first) != nullptr;
    std::size_t held = acts ? noun.first : sentence_.first;
    while (!acts && held < sentence_.last && !is_hosting(held)) ++held;
    if (held == sentence_.last) return {};
    std::string found;
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      const PlaceMention* place = place_at(t);
      if (place == nullptr || place->kind != PlaceKind::kProvince) continue;
      if (found != place->name && (!found.empty() || t > held)) return {};
      found = place->name;
    }
    return found;
  }

  // "sang thăm và làm việc với lãnh đạo tỉnh Quảng Nam": the province of those who are visited.
  std::string visited(std::size_t first) const {
    constexpr std::size_t kMostToPlace = 8;
    for (std::size_t t = first; t < sentence_.last && t - first < kMostToPlace; ++t) {
      const LexiconMatch* place = reading_.match_at(t, "places");
      if (place != nullptr && place->value("kind") != "country" && tokens_[t].capital)
        return std::string(place->value("name"));
    }
    return {};
  }

  // The verb "tổ chức" (hold), not the noun ("các tổ chức").
  bool is_hosting(std::size_t t) const {
    const LexiconMatch* word = reading_.match_at(t, "meeting_words");
    if (t == sentence_.first || word == nullptr || word->value("kind") != "held") return false;
    const bool counted = reading_.folded(t - 1) == "các" || tokens_[t - 1].kind == TokenKind::kNumber;
    return !counted && word->entry->form.find("tổ chức") != std::string::npos;
  }

  // "hoạt động tại …": what the organisations do there.
  bool after_elsewhere(std::size_t t) const {
    const LexiconMatch* before = reading_.match_before(t, "meeting_words");
    return before != nullptr && before->value("kind") == "elsewhere";
  }

  // A district ("tại Nha Trang") only where no province follows it ("tại Nha Trang, tỉnh Khánh Hòa").
  const PlaceMention* place_behind(std::size_t first) const {
    const PlaceMention* district = nullptr;
    for (std::size_t t = first; t < sentence_.last && t - first < kLongestPlace; ++t) {
      const PlaceMention* place = is_namesake(t) ? nullptr : place_at(t);
      if (place != nullptr && place->kind == PlaceKind::kProvince) return place;
      if (place != nullptr && district == nullptr) district = place;
      const LexiconMatch* word = reading_.match_at(t, "meeting_words");
      if (word != nullptr && word->value("kind") != "delegate") break;
      if (reading_.match_at(t, "honorifics") != nullptr || reading_.folded(t) == ";") break;
      if (reading_.folded(t) == "," && (t - first < 2 || district != nullptr)) break;
    }
    return district;
  }

  bool format_said() const {
    for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
      if (reading_.match_at(t, "meeting_formats") != nullptr) return true;
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const Sentence& whole_;
  Sentence sentence_;  // without what it says of an earlier meeting
  const std::vector<Candidate>& settled_;
  const std::vector<PlaceMention>& places_;
  bool press_release_;
};

}  // namespace

bool tells_of_document(const Reading& reading, const Sentence& sentence) {
  switch (reading.section_of(sentence.first)) {
    case text::Section::kTitle:
    case text::Section::kHeading:
    case text::Section::kBody:
    case text::Section::kCaption:
      return true;
    case text::Section::kTable:
    case text::Section::kRelated:
    case text::Section::kByline:
    case text::Section::kPublished:
    case text::Section::kPublisher:
    case text::Section::kFrame:
      break;
  }
  return false;
}

namespace {

// "Trung tâm Hội nghị Quốc gia" is a house.
bool is_in_venue(const Reading& reading, std::size_t token) {
  return token > 1 && reading.is(token - 1, "tâm") && reading.is(token - 2, "trung");
}

}  // namespace

const LexiconMatch* meeting_word_in(const Reading& reading, std::size_t first, std::size_t last,
                                    std::string_view kind) {
  const LexiconMatch* match = reading.next_match(first, last, "meeting_words");
  for (; match != nullptr; match = reading.next_match(match->first + std::size_t{1}, last, "meeting_words")) {
    if (match->last > last || match->value("kind") != kind) continue;
    if (!is_in_venue(reading, match->first)) return match;
  }
  return nullptr;
}

namespace {

// "Ngày 29/12/2020, được sự hỗ trợ của …. Sở tổ chức hội thảo": a sentence that is none of a meeting's but opens its
// telling.
bool names_any_meeting(const Reading& reading, const Sentence& sentence) {
  for (std::size_t t = sentence.first; t < sentence.last; ++t) {
    const LexiconMatch* match = reading.match_at(t, "meeting_words");
    const std::string_view kind = match == nullptr ? std::string_view() : match->value("kind");
    if (kind == "noun" || kind == "meets" || kind == "visits" || kind == "opens" || kind == "signs") return true;
  }
  return false;
}

}  // namespace

std::optional<Announcement> find_announcement(const Reading& reading, const std::vector<Candidate>& settled,
                                              const std::vector<PlaceMention>& places, bool press_release) {
  std::optional<Announcement> best;
  std::size_t own = 0;
  const Sentence* before = nullptr;
  for (const Sentence& sentence : reading.sentences()) {
    const text::Section section = reading.section_of(sentence.first);
    const bool body = section == text::Section::kBody || section == text::Section::kHeading;
    if (!body && section != text::Section::kTitle) continue;
    auto found = AnnouncementReader(reading, sentence, settled, places, press_release).read();
    const bool goes_on = before != nullptr && (own == 1 || before->paragraph == sentence.paragraph);
    const bool continues =
        before != nullptr && before->paragraph == sentence.paragraph && !names_any_meeting(reading, *before);
    if (found && found->date.empty() && goes_on && own <= kOpeningSentences &&
        (continues || tells_chair(reading, sentence)))
      take_day_before(reading, *before, settled, *found);
    if (body) ++own;
    if (body) before = &sentence;
    if (!found) continue;
    const bool late = found->signing ? own > kSigningSentences : own > kOpeningSentences && !found->date.empty();
    if (late) continue;
    // A meeting of another day is not the one reported only because its format is said.
    const bool another = best && !best->date.empty() && found->date != best->date;
    if (!best || found->score > best->score + (another ? 1 : 0)) best = std::move(found);
  }
  return best;
}

}  // namespace trichluc
