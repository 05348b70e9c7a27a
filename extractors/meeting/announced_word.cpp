#include "extractors/meeting/announced_word.h"

#include <algorithm>

#include "extractors/meeting/meeting_words.h"

namespace trichluc {
namespace {

class WordReader {
 public:
  WordReader(const Reading& reading, const Sentence& sentence)
      : reading_(reading), tokens_(reading.tokens()), sentence_(sentence) {}

  std::optional<AnnouncedWord> read() {
    if (!names_meeting(reading_, sentence_) || !leave_out_recalled()) return std::nullopt;
    skip_source_of_task();
    const LexiconMatch* noun = meeting_word_in(reading_, sentence_.first, sentence_.last, "noun");
    if (noun != nullptr && leave_out_prepared(*noun)) noun = nullptr;
    AnnouncedWord found;
    found.meets = noun == nullptr;
    if (found.meets) noun = meets_word();
    if (noun == nullptr) noun = meeting_word_in(reading_, sentence_.first, sentence_.last, "visits");
    found.visits = noun != nullptr && noun->value("kind") == "visits";
    if (noun == nullptr) noun = opening_word();
    found.signs = noun == nullptr;
    if (found.signs) noun = meeting_word_in(reading_, sentence_.first, sentence_.last, "signs");
    if (noun == nullptr || (!found.meets && several(*noun))) return std::nullopt;
    found.match = noun;
    found.part = sentence_;
    found.said_at = said_at(*noun);
    found.held = held(*noun);
    found.planned = is_planned(*noun);
    return found;
  }

 private:
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

  // "tổ chức hội nghị rà soát … để chuẩn bị cho việc sắp xếp", "hội nghị về công tác chuẩn bị bầu cử": it is what the
  // meeting is for.
  bool is_planned_behind(const LexiconMatch& noun) const {
    const std::size_t end = end_of_part(noun.last);
    const LexiconMatch* word = meeting_word_in(reading_, noun.last, end, "planned");
    while (word != nullptr && reading_.is(word->first, "chuẩn") &&
           reading_.is_any(word->first - std::size_t{1}, {"để", "nhằm", "tác", "việc"}))
      word = meeting_word_in(reading_, word->last, end, "planned");
    return word != nullptr;
  }

  // "Việc cấp phép sẽ nhanh hơn, ông A nói tại hội nghị ngày 21/10 ở Huế": what is promised before the comma does not
  // plan the meeting at which it is said.
  std::size_t start_of_clause(const LexiconMatch& noun) const {
    if (!said_at(noun)) return sentence_.first;
    std::size_t t = noun.first;
    while (t > sentence_.first && !reading_.is(t - 1, ",")) --t;
    return t;
  }

  // "họp chuẩn bị chương trình": its own word plans nothing.
  bool is_planned(const LexiconMatch& noun) const {
    if (is_within_planned(noun)) return true;
    if (meeting_word_in(reading_, start_of_clause(noun), noun.first, "planned") != nullptr) return true;
    // "đã có buổi làm việc … và chuẩn bị nội dung hội đàm": it took place, whatever it was about.
    const bool past = noun.first > sentence_.first + 1 &&
                      (reading_.is(noun.first - 1, "đã") ||
                       (reading_.is_any(noun.first - 1, {"có", "chức"}) &&
                        (reading_.is(noun.first - 2, "đã") || reading_.is(noun.first - 3, "đã"))));
    return !past && is_planned_behind(noun);
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

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  Sentence sentence_;  // without what it says of an earlier meeting
};

}  // namespace

std::optional<AnnouncedWord> announced_word(const Reading& reading, const Sentence& sentence) {
  return WordReader(reading, sentence).read();
}

}  // namespace trichluc
