#include "extractors/meeting/meeting.h"

#include <string>

#include "extractors/meeting/announcement.h"
#include "extractors/meeting/meeting_place.h"
#include "extractors/meeting/meeting_words.h"
#include "extractors/meeting/minutes.h"

namespace trichluc {
namespace {

// Minutes and notices of conclusions report a meeting; other papers of the administration only mention some.
bool reports_meetings(const HeaderFields& header) {
  return header.kind.empty() || header.kind.starts_with("Biên bản") || header.kind == "Thông báo" ||
         header.kind == "Thông cáo báo chí";
}

// The number that stands right before a word of that kind in the sentence.
std::optional<Decimal> number_of(const Reading& reading, const Sentence& sentence, std::string_view kind) {
  for (std::size_t t = sentence.first; t < sentence.last; ++t) {
    const Quantity* quantity = reading.quantity_at(t);
    if (quantity == nullptr || !quantity->value || quantity->last >= sentence.last) continue;
    const LexiconMatch* word = reading.match_at(quantity->last, "meeting_words");
    if (word == nullptr || word->value("kind") != kind) continue;
    // "50/53 đại biểu": so many of so many.
    const Quantity* came = t > sentence.first + 1 && reading.is(t - 1, "/") ? reading.quantity_at(t - 2) : nullptr;
    return came != nullptr && came->value ? came->value : quantity->value;
  }
  return std::nullopt;
}

bool speaks_of_meeting(const Reading& reading, const Sentence& sentence) {
  if (meeting_word_in(reading, sentence.first, sentence.last, "planned") != nullptr) return false;
  return meeting_word_in(reading, sentence.first, sentence.last, "noun") != nullptr ||
         meeting_word_in(reading, sentence.first, sentence.last, "held") != nullptr;
}

// "Tại điểm cầu tỉnh Lào Cai có 35 đại biểu": a site without a number, and those who sit there.
bool tells_of_one_site(const Reading& reading, const Sentence& sentence) {
  const LexiconMatch* site = meeting_word_in(reading, sentence.first, sentence.last, "site");
  if (site == nullptr || number_of(reading, sentence, "site")) return false;
  const LexiconMatch* delegate = meeting_word_in(reading, site->last, sentence.last, "delegate");
  return delegate != nullptr;
}

void take_figures(const Reading& reading, const std::vector<const Sentence*>& own, Meeting& meeting) {
  for (const Sentence* sentence : own) {
    if (!speaks_of_meeting(reading, *sentence)) continue;
    if (!meeting.sites) meeting.sites = number_of(reading, *sentence, "site");
    if (!meeting.delegates && !tells_of_one_site(reading, *sentence))
      meeting.delegates = number_of(reading, *sentence, "delegate");
  }
}

// The document's sentences but those of other meetings, each with what follows it in its paragraph.
std::vector<const Sentence*> sentences_of(const Reading& reading, const Announcement& announcement,
                                          const std::vector<Candidate>& settled) {
  std::vector<const Sentence*> own;
  std::optional<std::size_t> another;  // paragraph
  for (const Sentence& sentence : reading.sentences()) {
    if (!tells_of_document(reading, sentence)) continue;
    if (sentence.first == announcement.sentence->first) another.reset();
    if (tells_of_another(reading, sentence, announcement, settled)) another = sentence.paragraph;
    if (another != sentence.paragraph) own.push_back(&sentence);
  }
  return own;
}

// "…, bà A - Phó Trưởng ban X tham dự qua hình thức trực tuyến": how one person came.
bool tells_how_one_came(const Reading& reading, const Sentence& sentence, std::size_t format) {
  std::size_t at = format;
  if (at > 1 && reading.is(at - 1, "thức") && reading.is(at - 2, "hình")) at -= 2;
  if (at > 0 && reading.is_any(at - 1, {"qua", "bằng", "theo", "dưới"})) --at;
  if (at == 0 || !reading.is(at - 1, "dự")) return false;
  constexpr std::size_t kMostToName = 30;  // tokens: two offices and their bodies
  for (std::size_t t = at; t > sentence.first && at - t < kMostToName; --t) {
    const LexiconMatch* word = reading.match_at(t - 1, "meeting_words");
    if (word != nullptr && word->value("kind") == "delegate") return false;
    if (reading.match_at(t - 1, "honorifics") != nullptr) return true;
  }
  return false;
}

// "trực tiếp tại thành phố Phan Thiết và trực tuyến tại 78 điểm cầu": both, the place of the one between.
bool holds_in_person_too(const Reading& reading, const Sentence& sentence, std::size_t online) {
  constexpr std::size_t kMostBetween = 16;  // tokens
  for (std::size_t t = online; t > sentence.first && online - t < kMostBetween; --t) {
    const bool place = reading.is(t, "tại") || reading.is(t, "ở");
    if (place && t > sentence.first + 1 && reading.is(t - 1, "tiếp") && reading.is(t - 2, "trực")) return true;
  }
  return false;
}

// "hybrid" wins over either, and both apart make it too.
void take_format(const Reading& reading, const Sentence& sentence, Meeting& meeting) {
  for (std::size_t t = sentence.first; t < sentence.last; ++t) {
    const LexiconMatch* match = reading.match_at(t, "meeting_formats");
    if (match == nullptr || match->last > sentence.last) continue;
    if (tells_how_one_came(reading, sentence, t)) continue;
    std::string format(match->value("format"));
    if (format == "online" && holds_in_person_too(reading, sentence, t)) format = "hybrid";
    if (meeting.format.empty()) meeting.format = format;
    if (meeting.format != format) meeting.format = "hybrid";
    t = match->last - 1;
  }
}

// Of the further sentences only those that say how this meeting is held ("Hội nghị tổ chức trực tuyến với …").
void look_for_format(const Reading& reading, const std::vector<const Sentence*>& own, Meeting& meeting) {
  for (const Sentence* sentence : own) {
    if (!meeting.format.empty()) return;
    if (!speaks_of_meeting(reading, *sentence)) continue;
    if (meeting_word_in(reading, sentence->first, sentence->last, "held") == nullptr) continue;
    // "74 đại biểu của 33 cơ quan dự trực tiếp và trực tuyến" speaks of no meeting but of those who came.
    const bool told = meeting_word_in(reading, sentence->first, sentence->last, "noun") != nullptr ||
                      number_of(reading, *sentence, "delegate").has_value();
    if (told) take_format(reading, *sentence, meeting);
  }
}

// The best sentence that announces the meeting; of minutes also how they open.
std::optional<Announcement> announcement_of(const Reading& reading, const std::vector<Candidate>& settled,
                                            const std::optional<HeaderFields>& header,
                                            const std::vector<PlaceMention>& places) {
  auto found = find_announcement(reading, settled, places, header && header->kind == "Thông cáo báo chí");
  if (!header || !header->kind.starts_with("Biên bản") || (found && !found->date.empty())) return found;
  auto minutes = find_opening_of_minutes(reading, settled, places);
  return minutes ? minutes : found;
}

}  // namespace

std::optional<Meeting> read_meeting(const Reading& reading, const std::vector<Candidate>& settled,
                                    const std::optional<HeaderFields>& header, const std::vector<PlaceMention>& places,
                                    const std::string& home) {
  if (header && !reports_meetings(*header)) return std::nullopt;
  const auto announcement = announcement_of(reading, settled, header, places);
  if (!announcement) return std::nullopt;
  Meeting meeting;
  meeting.name = announcement->name;
  meeting.date = announcement->date;
  meeting.part_of_day = announcement->part_of_day;
  meeting.place = announcement->place;
  take_format(reading, *announcement->sentence, meeting);
  const std::vector<const Sentence*> own = sentences_of(reading, *announcement, settled);
  look_for_format(reading, own, meeting);
  take_figures(reading, own, meeting);
  take_place(reading, {*announcement, own, header, places, home}, meeting);
  return meeting;
}

}  // namespace trichluc
