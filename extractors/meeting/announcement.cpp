#include "extractors/meeting/announcement.h"

#include <algorithm>
#include <utility>

#include "extractors/meeting/announced_place.h"
#include "extractors/meeting/announced_word.h"
#include "extractors/meeting/meeting_days.h"
#include "extractors/meeting/meeting_words.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestName = 40;
// An announcement with a day stands at the head of a report; later days are of other meetings.
constexpr std::size_t kOpeningSentences = 12;
// A signing is the document's occasion only where the document opens with it.
constexpr std::size_t kSigningSentences = 2;

class AnnouncementReader {
 public:
  AnnouncementReader(const Reading& reading, const Sentence& sentence, const AnnouncedWord& word,
                     const std::vector<Candidate>& settled, const std::vector<PlaceMention>& places)
      : reading_(reading),
        tokens_(reading.tokens()),
        whole_(sentence),
        word_(word),
        part_(word.part),
        settled_(settled),
        places_(reading, part_, places) {}

  std::optional<Announcement> read(bool press_release) const {
    Announcement found;
    found.sentence = &whole_;
    found.noun = word_.match->first;
    take_day(found);
    if (found.part_of_day.empty() && !found.date.empty()) found.part_of_day = part_by_clock(reading_, whole_);
    if (!took_place(found) || (word_.planned && !(press_release && !found.part_of_day.empty()))) return std::nullopt;
    if (word_.signs && !opens_with_day(found.date)) return std::nullopt;
    found.name = name_from(*word_.match);
    take_place(found);
    found.score = (found.date.empty() ? 0 : 4) + (found.part_of_day.empty() ? 0 : 2) + (found.place.empty() ? 0 : 2);
    found.score += format_said() ? 1 : 0;
    // A signing is the occasion only where it is told with day and place, and no meeting is.
    if (word_.signs && found.place.empty()) return std::nullopt;
    found.signing = word_.signs;
    if (word_.signs) found.score = 1;
    return found;
  }

 private:
  // "Ban Chỉ đạo họp phiên thường kỳ" tells a meeting only with its day; so does "nói tại hội nghị chiều 28/12",
  // "… tại hội nghị chia sẻ thông tin, ngày 21/10 ở Đà Nẵng".
  bool took_place(const Announcement& found) const {
    const bool told_when = !found.part_of_day.empty() || places_.behind_day() != nullptr;
    const bool dated = !found.date.empty() && (word_.meets || (word_.said_at && told_when));
    if (!dated && (word_.meets || !word_.held)) return false;
    return meeting_word_in(reading_, part_.first, part_.last, "not_held") == nullptr;
  }

  // "Ngày 14/5, tại Phú Thọ, … ký thỏa thuận": what the sentence is about, not what it mentions.
  bool opens_with_day(const std::string& date) const {
    constexpr std::size_t kOpening = 12;  // tokens
    const Span opening = reading_.span_of(part_.first, std::min(part_.first + kOpening, part_.last));
    return !spans_of_day(date, opening, settled_).empty();
  }

  // The first day stated in the sentence, with "sáng", "chiều" before it; else that of the bracket on the line below a
  // speech's head: "(Đồng Hới, sáng ngày 25-11-2010)".
  void take_day(Announcement& found) const {
    take_day_within(reading_, part_, settled_, found);
    if (!found.date.empty() || part_.last >= tokens_.size()) return;
    const Sentence& below = reading_.sentence_of(part_.last);
    if (below.paragraph != part_.paragraph + 1) return;
    if (!reading_.is(below.first, "(") || !reading_.is(below.last - 1, ")")) return;
    take_day_within(reading_, below, settled_, found);
    if (!found.date.empty()) set_place(found, places_.at(below.first + 1));
  }

  static void set_place(Announcement& found, const PlaceMention* place) {
    if (place == nullptr) return;
    found.place = place->name;
    found.place_by_district = place->kind == PlaceKind::kDistrict;
  }

  void take_place(Announcement& found) const {
    const LexiconMatch& noun = *word_.match;
    if (found.place.empty()) set_place(found, places_.told());
    found.host = word_.visits ? places_.visited(noun.last) : places_.host(noun);
    if (found.place.empty() && (word_.signs || found.host.empty())) set_place(found, places_.dateline());
    if (found.place.empty() && found.host.empty()) set_place(found, places_.closing());
  }

  // "hội nghị “Huy động nguồn lực …”": one past a name in quotes that begins here, or the token itself.
  std::size_t after_quoted_name(std::size_t at) const {
    if (!reading_.is(at, "\"")) return at;
    for (std::size_t t = at + 2; t < part_.last && t - at < kLongestName; ++t) {
      if (reading_.is(t, "\"")) return t + 1;
    }
    return at;
  }

  // "-", "/", and the full stop of "TP.Yongin".
  bool joins_name(std::size_t at) const {
    if (reading_.is_any(at, {"-", "/"})) return true;
    return reading_.is(at, ".") && at + 1 < part_.last && !tokens_[at + 1].blank_before && tokens_[at + 1].capital;
  }

  // "đồng chí A", but the "tướng" of "Thủ tướng" is a word of an office.
  bool addresses(std::size_t at) const {
    if (reading_.match_at(at, "honorifics") == nullptr) return false;
    const LexiconMatch* office = reading_.match_before(at + 1, "titles");
    return office == nullptr || office->first == at;
  }

  std::string name_from(const LexiconMatch& noun) const {
    std::size_t last = noun.last;
    while (last < part_.last && last - noun.first < kLongestName) {
      if (const std::size_t behind = after_quoted_name(last); behind > last) {
        last = behind;
        break;
      }
      if (tokens_[last].kind == TokenKind::kMark && !joins_name(last)) break;
      if (reading_.match_at(last, "meeting_name_ends") != nullptr || addresses(last)) break;
      ++last;
    }
    // "đã đến thăm và làm việc với …": the verb's time is no part of the name.
    const std::size_t first = reading_.is(noun.first, "đã") && noun.first + 1 < last ? noun.first + 1 : noun.first;
    return reading_.words(reading_.span_of(first, last));
  }

  bool format_said() const {
    for (std::size_t t = part_.first; t < part_.last; ++t) {
      if (reading_.match_at(t, "meeting_formats") != nullptr) return true;
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const Sentence& whole_;
  const AnnouncedWord& word_;
  const Sentence& part_;  // without what it says of an earlier meeting
  const std::vector<Candidate>& settled_;
  AnnouncedPlace places_;
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

std::optional<Announcement> find_announcement(const Reading& reading, const std::vector<Candidate>& settled,
                                              const std::vector<PlaceMention>& places, bool press_release) {
  std::optional<Announcement> best;
  std::size_t own = 0;
  const Sentence* before = nullptr;
  for (const Sentence& sentence : reading.sentences()) {
    const text::Section section = reading.section_of(sentence.first);
    const bool body = section == text::Section::kBody || section == text::Section::kHeading;
    if (!body && section != text::Section::kTitle) continue;
    const auto word = announced_word(reading, sentence);
    auto found = word ? AnnouncementReader(reading, sentence, *word, settled, places).read(press_release)
                      : std::optional<Announcement>();
    const bool goes_on = before != nullptr && (own == 1 || before->paragraph == sentence.paragraph);
    const bool continues =
        before != nullptr && before->paragraph == sentence.paragraph && !names_meeting(reading, *before);
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
