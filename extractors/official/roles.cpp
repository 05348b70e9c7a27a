#include "extractors/official/roles.h"

#include <algorithm>

#include "extractors/official/name.h"

namespace trichluc {
namespace {

// "Phát biểu khai mạc tại Hội nghị giao ban trực tuyến toàn quốc, ông …".
constexpr std::size_t kFarthestBefore = 16;
// "…, cũng đã dự và chủ trì".
constexpr std::size_t kFarthestBehind = 8;
constexpr std::size_t kMostJoining = 5;
// "Tham dự Hội nghị có các thành viên trong Đoàn Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam gồm: …".
constexpr std::size_t kFarthestList = 32;
// "1. Đại diện Sở Ngoại vụ và các đơn vị liên quan:".
constexpr std::size_t kMostInHeading = 16;
constexpr std::size_t kMostInItem = 40;
constexpr std::size_t kLongestHeading = 80;
constexpr std::size_t kMostListed = 30;

// All persons of one sentence and the role words around them.
class SentenceRoles {
 public:
  SentenceRoles(const Reading& reading, const Sentence& sentence, std::vector<Mention*> mentions)
      : reading_(reading), sentence_(sentence), mentions_(std::move(mentions)) {}

  void read() {
    for (Mention* mention : mentions_) {
      if (opens_speech(*mention)) mention->role = "speaker";
    }
    for (std::size_t t = sentence_.first; t < sentence_.last;) {
      const LexiconMatch* cue = inside_mention(t) ? nullptr : reading_.match_at(t, "meeting_roles");
      if (cue == nullptr || cue->last > sentence_.last) {
        ++t;
        continue;
      }
      apply(*cue);
      t = cue->last;
    }
  }

 private:
  // "3. Ông A: huyện có 2 tổ chức …": minutes give what each one said behind a colon.
  bool opens_speech(const Mention& mention) const {
    const auto& tokens = reading_.tokens();
    const std::size_t colon = mention.last;
    if (mention.honorific.empty() || colon + 1 >= tokens.size() || tokens[colon].folded != ":") return false;
    if (tokens[colon + 1].paragraph != tokens[colon].paragraph || title_at(reading_, colon + 1) != nullptr)
      return false;
    std::size_t first = mention.first;
    while (first > 0 && tokens[first - 1].paragraph == tokens[colon].paragraph &&
           tokens[first - 1].kind != TokenKind::kWord)
      --first;
    return first == 0 || tokens[first - 1].paragraph != tokens[colon].paragraph;
  }

  // Mentions stand in the order of the text and do not overlap.
  bool inside_mention(std::size_t t) const {
    const std::size_t m = next_mention(t + 1);
    return m > 0 && t < mentions_[m - 1]->last;
  }

  void apply(const LexiconMatch& cue) {
    const std::string_view role = cue.value("role");
    const std::string_view side = cue.value("side");
    // "Xin gọi bà A, ĐT …, hoặc dự buổi đối thoại": what somebody else may do.
    const bool choice = cue.first > sentence_.first && reading_.is(cue.first - 1, "hoặc");
    if (role.empty() || choice) return;
    if (side == "adjacent") {
      // "Kính thưa ông A": the end of the cue may open the honorific ("thưa ông").
      const std::size_t next = next_mention(cue.first + 1);
      if (next < mentions_.size() && mentions_[next]->first <= cue.last) give(next, role);
      return;
    }
    const std::size_t behind = next_mention(cue.last);
    const std::size_t list = behind < mentions_.size() ? behind_there_are(cue, mentions_[behind]->first) : cue.last;
    if (side != "before" && list == cue.last) {
      const std::size_t before = mention_before(cue.first);
      if (before < mentions_.size()) {
        give_back(before, role);
        return;
      }
      const bool listed = (role == "attendee" || role == "chair") && there_are(cue.last) > cue.last;
      if (side == "after" && !listed && !opens_with_meeting(cue)) return;
    }
    if (behind < mentions_.size() && leads_to(cue, list, *mentions_[behind])) give_on(behind, role);
  }

  // "Dự kỳ họp thứ ba có …", "Chủ trì buổi lễ là …", "Chủ trì:": whatever they came to; one past the word, or `at`.
  std::size_t there_are(std::size_t at) const {
    constexpr std::size_t kLongestOccasion = 6;  // tokens
    for (std::size_t t = at; t < sentence_.last && t - at < kLongestOccasion; ++t) {
      if (reading_.is_any(t, {"có", "là", "gồm", ":"})) return t + 1;
      if (reading_.tokens()[t].kind == TokenKind::kMark) return at;
    }
    return at;
  }

  bool opens_stretch(const LexiconMatch& cue) const {
    return cue.first == sentence_.first || reading_.tokens()[cue.first - 1].kind == TokenKind::kMark;
  }

  // "Chủ trì buổi họp, ông A …", "Khai mạc hội nghị, bà B …": but "Sở Y tế chủ trì hội nghị, ông A …".
  bool opens_with_meeting(const LexiconMatch& cue) const {
    const std::size_t at = cue.last + (reading_.is(cue.last, "tại") ? 1 : 0);
    const LexiconMatch* word = reading_.match_at(at, "meeting_words");
    return opens_stretch(cue) && word != nullptr && (word->value("kind") == "noun" || word->value("kind") == "site");
  }

  // "Ông A chủ trì, cùng dự lễ có ông B": what opens its stretch tells of those behind it, not of who was named before.
  std::size_t behind_there_are(const LexiconMatch& cue, std::size_t mention) const {
    constexpr std::size_t kMostToMention = 4;  // tokens: "các đồng chí:"
    const std::string_view role = cue.value("role");
    const bool opens = opens_stretch(cue) || reading_.is(cue.first - 1, "và");
    if (!opens || (role != "attendee" && role != "chair")) return cue.last;
    const std::size_t list = there_are(cue.last);
    return list <= mention && mention - list <= kMostToMention ? list : cue.last;
  }

  // "Dự hội nghị có các thành viên Đoàn Chủ tịch … gồm: ông A", "…; các đồng chí Ủy viên Thường vụ: A".
  bool opens_list(const Mention& mention) const {
    const std::size_t at = mention.first;
    if (at > sentence_.first && reading_.is_any(at - 1, {":", "gồm"})) return true;
    // "… các đồng chí Ủy viên Thường vụ: A": the group's office is read with the first of them.
    return mention.name.first > at && reading_.is(mention.name.first - 1, ":");
  }

  // "Dự hội nghị tại điểm cầu Trung ương có …", but not "tham dự và chỉ đạo của …".
  bool leads_to(const LexiconMatch& cue, std::size_t from, const Mention& mention) const {
    // "Dự buổi lễ có lãnh đạo Sở Ngoại vụ; Phó Chủ tịch UBND huyện A; …": of those who came the first may be nameless.
    const bool attendee = cue.value("role") == "attendee";
    const bool came = attendee && (cue.entry->form.ends_with(" có") || there_are(cue.last) > cue.last);
    if (mention.first - from > (came || opens_list(mention) ? kFarthestList : kFarthestBefore)) return false;
    for (std::size_t t = from; t < mention.first; ++t) {
      if ((reading_.folded(t) == ";" && !came) || (reading_.folded(t) == "của" && attendee)) return false;
    }
    return true;
  }

  // The first that begins at this token or later.
  std::size_t next_mention(std::size_t token) const {
    const auto found = std::partition_point(mentions_.begin(), mentions_.end(),
                                            [&](const Mention* mention) { return mention->first < token; });
    return static_cast<std::size_t>(found - mentions_.begin());
  }

  // The person just before these words, in the same clause.
  std::size_t mention_before(std::size_t token) const {
    const auto behind = std::partition_point(mentions_.begin(), mentions_.end(),
                                             [&](const Mention* mention) { return mention->last <= token; });
    if (behind == mentions_.begin()) return mentions_.size();
    const auto m = static_cast<std::size_t>(behind - mentions_.begin()) - 1;
    if (token - mentions_[m]->last > kFarthestBehind) return mentions_.size();
    for (std::size_t t = mentions_[m]->last; t < token; ++t) {
      if (reading_.folded(t) == ";") return mentions_.size();
    }
    return has_said(m, token) ? mentions_.size() : m;
  }

  // "đề nghị các đơn vị gửi báo cáo": what a speaker asks others for is not what he does.
  bool has_said(std::size_t m, std::size_t token) const {
    for (std::size_t t = mentions_[m]->last; t < token; ++t) {
      const LexiconMatch* cue = reading_.match_at(t, "meeting_roles");
      if (cue != nullptr && cue->last <= token && cue->value("role") == "speaker") return true;
    }
    return false;
  }

  // "A, Phó Chủ tịch UBND tỉnh (chủ trì); B": one past the brackets, or `at`.
  std::size_t after_bracketed_role(std::size_t at) const {
    const LexiconMatch* cue = reading_.is(at, "(") ? reading_.match_at(at + 1, "meeting_roles") : nullptr;
    return cue != nullptr && reading_.is(cue->last, ")") ? cue->last + 1 : at;
  }

  // Only "và", "cùng", marks and the like between two persons.
  bool joined(std::size_t left) const {
    const std::size_t from = after_bracketed_role(mentions_[left]->last);
    const std::size_t to = mentions_[left + 1]->first;
    const bool next_group = reading_.is(from, ";") && opens_list(*mentions_[left + 1]) && to - from <= kFarthestBefore;
    if (to - from > kMostJoining && !next_group) return false;
    for (std::size_t t = from; t < to; ++t) {
      const LexiconMatch* cue = reading_.match_at(t, "meeting_roles");
      if (cue != nullptr && cue->last <= to) return false;
    }
    return true;
  }

  void give(std::size_t m, std::string_view role) {
    if (rank_of_role(role) > rank_of_role(mentions_[m]->role)) mentions_[m]->role = role;
  }

  void give_back(std::size_t m, std::string_view role) {
    give(m, role);
    // "Tham dự có bà A và ông B chủ trì": only B; A was named among those who came.
    for (; m > 0 && joined(m - 1) && mentions_[m - 1]->role.empty(); --m) give(m - 1, role);
  }

  void give_on(std::size_t m, std::string_view role) {
    give(m, role);
    for (; m + 1 < mentions_.size() && joined(m); ++m) give(m + 1, role);
  }

  const Reading& reading_;
  const Sentence& sentence_;
  std::vector<Mention*> mentions_;
};

// Lists of persons that stand line by line below what they do: "Tham dự hội nghị có:", "II. CHỦ TRÌ".
class ListedRoles {
 public:
  ListedRoles(const Reading& reading, std::vector<Mention>& mentions)
      : reading_(reading), tokens_(reading.tokens()), mentions_(mentions) {}

  void read() {
    std::string_view role;
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      if (mentions_[m].rule == "official.signature") continue;
      if (opens_line(mentions_[m].first)) {
        role = role_above(mentions_[m].first);
      } else if (heads_speech(mentions_[m].first)) {
        role = "speaker";
      } else if (m == 0 || !same_line(m)) {
        role = {};
      }
      if (!role.empty() && mentions_[m].role.empty()) mentions_[m].role = role;
    }
  }

 private:
  struct Line {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  std::size_t line_begin(std::size_t at) const {
    while (at > 0 && tokens_[at - 1].paragraph == tokens_[at].paragraph) --at;
    return at;
  }

  // Only a mark or the number of the line stands before it.
  bool opens_line(std::size_t at) const {
    std::size_t t = at;
    while (t > 0 && tokens_[t - 1].paragraph == tokens_[at].paragraph && tokens_[t - 1].kind != TokenKind::kWord) --t;
    return t == 0 || tokens_[t - 1].paragraph != tokens_[at].paragraph;
  }

  // "PHÁT BIỂU KHAI MẠC" and below it "của đồng chí A, …": the head of a speech.
  bool heads_speech(std::size_t at) const {
    if (at < 2 || !reading_.is(at - 1, "của") || !opens_line(at - 1)) return false;
    const std::size_t end = line_begin(at - 1);
    if (end == 0) return false;
    for (std::size_t t = line_begin(end - 1); t < end; ++t) {
      const LexiconMatch* cue = reading_.match_at(t, "meeting_roles");
      if (cue != nullptr && cue->value("role") == "speaker" && tokens_[t].all_capitals) return true;
    }
    return false;
  }

  // The next of one line's list: "A, …; B, …".
  bool same_line(std::size_t m) const {
    const std::size_t from = mentions_[m - 1].last;
    const std::size_t to = mentions_[m].first;
    return tokens_[to].paragraph == tokens_[from - 1].paragraph && to <= from + kMostJoining;
  }

  // The role told by the nearest heading above, only the list's own lines between.
  std::string_view role_above(std::size_t at) const {
    std::size_t end = line_begin(at);
    for (std::size_t lines = 0; end > 0 && lines < kMostListed; ++lines) {
      const Line line{line_begin(end - 1), end};
      if (is_heading(line)) {
        const std::string_view told = role_told(line);
        if (!told.empty()) return told;
        if (!names_group(line)) return {};
      } else if (!is_item(line) && !goes_on(line)) {
        return {};
      }
      end = line.first;
    }
    return {};
  }

  // It ends with a colon, or is in capitals; "THƯ KÝ        CHỦ TRÌ" are two columns' words.
  bool is_heading(const Line& line) const {
    for (std::size_t t = line.first + 1; t < line.last; ++t) {
      if (tokens_[t].column_before) return false;
    }
    if (reading_.is(line.last - 1, ":")) return true;
    std::size_t shouted = 0;
    for (std::size_t t = line.first; t < line.last; ++t) {
      if (tokens_[t].kind != TokenKind::kWord || tokens_[t].folded.size() == 1) continue;
      if (!tokens_[t].all_capitals) return false;
      ++shouted;
    }
    return shouted > 1;
  }

  // "1. Đại diện Sở Ngoại vụ:", "2. Phía SCA:": whose people follow.
  bool names_group(const Line& line) const {
    if (line.last - line.first > kMostInHeading) return false;
    for (std::size_t t = line.first; t < line.last; ++t) {
      const LexiconMatch* body = reading_.match_at(t, "organizations");
      if (body != nullptr && body->value("kind") == "head") return true;
    }
    return false;
  }

  bool is_item(const Line& line) const {
    if (line.last - line.first > kMostInItem) return false;
    return tokens_[line.first].kind != TokenKind::kWord || reading_.match_at(line.first, "honorifics") != nullptr ||
           reading_.match_at(line.first, "titles") != nullptr || starts_with_family_name(reading_, line.first);
  }

  // The second line of an item: "Phó Chủ nhiệm Uỷ ban Bảo vệ và Chăm sóc" and below it "trẻ em tỉnh".
  bool goes_on(const Line& line) const {
    constexpr std::size_t kMostWords = 8;
    const Token& first = tokens_[line.first];
    return first.kind == TokenKind::kWord && !first.capital && line.last - line.first <= kMostWords;
  }

  std::string_view role_told(const Line& line) const {
    std::string_view told;
    const std::size_t from = line.last - line.first > kLongestHeading ? line.last - kLongestHeading : line.first;
    for (std::size_t t = from; t < line.last; ++t) {
      const LexiconMatch* cue = reading_.match_at(t, "meeting_roles");
      const bool listed =
          cue != nullptr && (cue->value("role") == "attendee" || (cue->value("role") == "chair" && told.empty()));
      if (listed) told = cue->value("role");
    }
    return told;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::vector<Mention>& mentions_;
};

}  // namespace

int rank_of_role(std::string_view role) {
  if (role == "chair") return 4;
  if (role == "reporter") return 3;
  if (role == "speaker") return 2;
  return role == "attendee" ? 1 : 0;
}

void read_roles(const Reading& reading, std::vector<Mention>& mentions) {
  for (std::size_t m = 0; m < mentions.size();) {
    Sentence sentence = reading.sentence_of(mentions[m].first);
    std::vector<Mention*> together;
    for (; m < mentions.size() && mentions[m].first < sentence.last; ++m) {
      if (mentions[m].rule == "official.signature") continue;
      together.push_back(&mentions[m]);
      // "PCT. UBND tỉnh - chủ trì": the full stop of a shortened title ends no sentence.
      sentence.last = std::max(sentence.last, reading.sentence_of(mentions[m].last - 1).last);
    }
    SentenceRoles(reading, sentence, std::move(together)).read();
  }
  ListedRoles(reading, mentions).read();
}

}  // namespace trichluc
