#include "extractors/topic.h"

#include <algorithm>

#include "extractors/countries.h"

namespace trichluc {
namespace {

constexpr std::size_t kNgoParagraphsAbove = 4;
constexpr std::size_t kParagraphsBelow = 2;

bool names_ngos(const LexiconMatch& match) {
  if (!match.is_of("head_nouns")) return false;
  // "15 dự án phi chính phủ nước ngoài … do 12 tổ chức viện trợ"
  if (match.value("of") == "project") return match.entry->form.find("phi chính phủ") != std::string::npos;
  return match.value("of") == "ngo" && match.value("need") != "context";
}

// "tài trợ" alone is also what sponsors of football do: such a weak cue makes no text one about aid.
bool names_aid(const LexiconMatch& match) {
  if (!match.is_of("money_cues")) return false;
  return match.value("verdict") == "aid" || match.value("verdict") == "abroad";
}

// "công tác phi chính phủ nước ngoài": the field, which is that of the organisations.
bool names_field(const LexiconMatch& match) {
  return match.is_of("money_cues") && match.entry->form == "phi chính phủ";
}

// "Tổ chức Kadoorie", "tổ chức Children of Vietnam": a name that no syllable of Vietnamese spells. Words in capitals
// may be initials of anybody.
bool has_foreign_name(const Reading& reading, const LexiconMatch& match) {
  if (!match.is_of("head_nouns") || match.entry->form != "tổ chức") return false;
  if (match.last >= reading.tokens().size()) return false;
  const Token& name = reading.tokens()[match.last];
  constexpr std::size_t kShortestName = 4;  // bytes
  return name.kind == TokenKind::kWord && name.capital && !name.all_capitals && name.folded.size() >= kShortestName &&
         name.paragraph == reading.tokens()[match.first].paragraph && !spells_vietnamese(name);
}

// "tổ chức COPI (Hoa Kỳ)", "Hội Aide à l'Enfance (Pháp)": whose country stands in brackets behind the name.
bool has_country(const Reading& reading, const LexiconMatch& match) {
  constexpr std::size_t kLongestName = 7;
  if (!match.is_of("head_nouns") || match.entry->form != "tổ chức") return false;
  const auto& tokens = reading.tokens();
  if (match.last >= tokens.size() || !tokens[match.last].capital) return false;
  for (std::size_t at = match.last + 1; at < std::min(match.last + kLongestName, tokens.size()); ++at) {
    if (tokens[at].kind == TokenKind::kWord) continue;
    return country_in_brackets(reading, at) != nullptr;
  }
  return false;
}

bool names_country(const Reading& reading, std::size_t at) {
  return country_at(reading, at) != nullptr && reading.match_at(at, "places") == nullptr;
}

// "Quỹ từ thiện VESAF (Hoa Kỳ)", "Hiệp hội Enfance Espoir (Pháp)": the bracket behind a body's name holds its country.
bool is_country_of_body(const Reading& reading, std::size_t open) {
  constexpr std::size_t kLongestName = 8;
  const LexiconMatch* country = reading.match_at(open + 1, "organizations");
  if (!reading.is(open, "(") || !names_country(reading, open + 1) || !reading.is(country->last, ")")) return false;
  const std::size_t floor = reading.sentence_of(open).first;
  for (std::size_t at = open; at > floor && open - at < kLongestName; --at) {
    if (reading.tokens()[at - 1].kind == TokenKind::kMark || reading.is(at - 1, "nghị")) return false;
    if (at < open && reading.is_any(at - 1, {"quỹ", "hội"}) && reading.tokens()[open - 1].capital) return true;
  }
  return false;
}

// "Tổ chức Bảo vệ động thực vật quốc tế (FFI)", "Tổ chức MEMO (Medical Missions) đến từ Mỹ": a body that says itself
// that it is from abroad.
bool is_from_abroad(const Reading& reading, const LexiconMatch& match) {
  constexpr std::size_t kLongestName = 16;
  if (!match.is_of("head_nouns") || match.entry->form != "tổ chức") return false;
  const std::size_t end = std::min(match.last + kLongestName, reading.sentence_of(match.first).last);
  for (std::size_t at = match.last; at + 3 < end; ++at) {
    if (reading.is_any(at, {",", ";", ":"}) || reading.match_at(at, "money_cues") != nullptr) {
      const bool goes_on = reading.is(at, ",") && at > match.last && reading.tokens()[at - 1].capital;
      if (!goes_on) return false;
    }
    const bool initials = reading.is(at + 2, "(") && reading.tokens()[at + 3].all_capitals;
    if (reading.is(at, "quốc") && reading.is(at + 1, "tế") && initials) return true;
    if (reading.is(at, "đến") && reading.is(at + 1, "từ") && names_country(reading, at + 2)) return true;
  }
  return false;
}

// Is one of the ascending tokens at `from` or later, and before `to`?
bool any_within(const std::vector<std::size_t>& tokens, std::size_t from, std::size_t to) {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), from);
  return first != tokens.end() && *first < to;
}

std::size_t above(const Reading& reading, std::size_t paragraph, std::size_t count) {
  const auto& paragraphs = reading.text().paragraphs();
  const auto is_row = [&](std::size_t at) { return paragraphs[at].section == text::Section::kTable; };
  for (; count > 0 && paragraph > 0; --count) {
    --paragraph;
    while (paragraph > 0 && is_row(paragraph) && is_row(paragraph - 1)) --paragraph;
  }
  return paragraph;
}

// What a line of a table says of the topic, asked for every place where its form stands.
class LinesOf {
 public:
  explicit LinesOf(const Lexicon& lexicon) : lexicon_(&lexicon), lines_(lexicon.entries().size()) {}

  struct Line {
    bool known = false;
    bool ngos = false;
    bool aid = false;
  };

  const Line& of(const LexiconMatch& match) {
    Line& line = lines_[static_cast<std::size_t>(match.entry - lexicon_->entries().data())];
    if (!line.known) line = {true, names_ngos(match), names_aid(match)};
    return line;
  }

 private:
  const Lexicon* lexicon_;
  std::vector<Line> lines_;
};

// "BÁO CÁO", "Kết quả viện trợ phi chính phủ nước ngoài năm 2009": the subject of a report stands in lines of its own
// above its text, and no portal marks them as a headline.
bool in_subject(const Reading& reading, std::size_t token) {
  constexpr std::size_t kLinesAbove = 14;
  constexpr std::size_t kLongestLine = 40;  // tokens
  const Token& first = reading.tokens()[token];
  const text::Section section = reading.section_of(token);
  if (first.paragraph >= kLinesAbove || (section != text::Section::kBody && section != text::Section::kHeading))
    return false;
  const std::size_t begin = reading.first_token_of(first.paragraph);
  const std::size_t end = reading.first_token_of(first.paragraph + 1);
  return end - begin <= kLongestLine && !reading.is_any(end - 1, {".", ";", ",", ":", "/"});
}

}  // namespace

Topic::Topic(const Reading& reading) : reading_(&reading) {
  LinesOf heads(reading.dictionaries().table("head_nouns"));
  LinesOf cues(reading.dictionaries().table("money_cues"));
  for (const std::uint32_t m : reading.matches_of({"head_nouns", "money_cues"})) {
    const LexiconMatch& match = reading.matches()[m];
    const LinesOf::Line& line = match.is_of("head_nouns") ? heads.of(match) : cues.of(match);
    const bool ngos = line.ngos;
    const bool foreign =
        has_foreign_name(reading, match) || has_country(reading, match) || is_from_abroad(reading, match);
    if (!ngos && !foreign && !line.aid) continue;
    const text::Section section = reading.section_of(match.first);
    const bool headline = section == text::Section::kTitle;
    const bool strong = ngos || (!foreign && match.value("verdict") == "aid");
    about_aid_ = about_aid_ || (strong && section != text::Section::kRelated && section != text::Section::kFrame);
    aid_.push_back(match.first);
    const bool subject = headline || ((strong || names_field(match)) && in_subject(reading, match.first));
    aid_in_headline_ = aid_in_headline_ || headline || subject;
    ngos_in_headline_ = ngos_in_headline_ || (subject && (ngos || names_field(match)));
    if (ngos) ngos_.push_back(match.first);
  }
  for (const std::uint32_t m : reading.matches_of("organizations")) {
    const std::size_t first = reading.matches()[m].first;
    if (first == 0 || !is_country_of_body(reading, first - 1)) continue;
    aid_.push_back(first);
    aid_in_headline_ = aid_in_headline_ || reading.section_of(first) == text::Section::kTitle;
  }
  std::sort(ngos_.begin(), ngos_.end());
  std::sort(aid_.begin(), aid_.end());
}

bool Topic::speaks_of_ngos(std::size_t token) const {
  const std::size_t from =
      reading_->first_token_of(above(*reading_, reading_->tokens()[token].paragraph, kNgoParagraphsAbove));
  return ngos_in_headline_ || any_within(ngos_, from, reading_->sentence_of(token).last);
}

bool Topic::speaks_of_ngos_nearby(std::size_t token) const {
  const std::size_t from = reading_->first_token_of(reading_->tokens()[token].paragraph);
  return ngos_in_headline_ || any_within(ngos_, from, reading_->sentence_of(token).last);
}

bool Topic::speaks_of_aid(std::size_t token, std::size_t paragraphs_above) const {
  const std::size_t paragraph = reading_->tokens()[token].paragraph;
  const std::size_t from = reading_->first_token_of(above(*reading_, paragraph, paragraphs_above));
  // Who gave is often told at the end: "… là một tổ chức phi chính phủ của Hoa Kỳ".
  return aid_in_headline_ || any_within(aid_, from, reading_->first_token_of(paragraph + kParagraphsBelow + 1));
}

}  // namespace trichluc
