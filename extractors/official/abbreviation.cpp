#include "extractors/official/abbreviation.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "extractors/official/name.h"
#include "extractors/official/organization.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostShortWords = 3;

// First letters of the words, and the capitals inside them ("WaterBridge"), without diacritics.
std::string initials_of(const Reading& reading, std::size_t first, std::size_t last) {
  std::string initials;
  for (std::size_t t = first; t < last; ++t) {
    const Token& token = reading.tokens()[t];
    if (token.kind != TokenKind::kWord) continue;
    initials += text::fold_to_ascii(token.folded).substr(0, 1);
    if (token.all_capitals) continue;
    for (std::size_t i = 1; i < token.shaped.size(); ++i) {
      if (token.shaped[i] >= 'A' && token.shaped[i] <= 'Z') initials += token.folded[i];
    }
  }
  return initials;
}

// "UBND" of "Ủy ban nhân dân", "WBI" of "Tổ chức WaterBridge International": the word for the body may be left out.
bool is_acronym_of(const std::string& acronym, const Reading& reading, const LexiconMatch& head, std::size_t last) {
  const std::string letters = text::fold_to_ascii(acronym);
  return letters == initials_of(reading, head.first, last) || letters == initials_of(reading, head.last, last) ||
         letters == initials_of(reading, head.first + 1, last);
}

// "LHHN" of "Liên hiệp các tổ chức hữu nghị": it begins and ends with the body, and leaves words out between.
bool leaves_words_out(const std::string& acronym, const Reading& reading, const LexiconMatch& head, std::size_t last) {
  constexpr std::size_t kFewestLetters = 3;
  const std::string letters = text::fold_to_ascii(acronym);
  const std::string initials = initials_of(reading, head.first, last);
  if (letters.size() < kFewestLetters || initials.empty() || letters.front() != initials.front() ||
      letters.back() != initials.back())
    return false;
  std::size_t met = 0;
  for (const char initial : initials) met += met < letters.size() && letters[met] == initial ? 1U : 0U;
  return met == letters.size();
}

// "(sau đây gọi tắt là Liên hiệp)", "(viết tắt là BĐP)": the first word of the short form behind the bracket.
std::size_t short_form_begin(const Reading& reading, std::size_t open) {
  constexpr std::size_t kMostWords = 6;
  std::size_t first = open + 1;
  const bool called = reading.is_any(first, {"sau", "gọi", "viết", "dưới", "được"});
  for (std::size_t t = first; called && t - first < kMostWords && t + 1 < reading.tokens().size(); ++t) {
    if (reading.is(t, "là")) return reading.is(t + 1, ":") ? t + 2 : t + 1;
  }
  return first;
}

// Letters that stand for words: their bytes without diacritics, and where the short form begins.
struct Letters {
  std::string ascii;
  std::size_t first = 0;
};

// "TCPCPNN", "LĐ-TB&XH" between the brackets; of "T.Ư Hội NDVN" the last word.
Letters letters_within(const Reading& reading, std::size_t open, std::size_t close) {
  const auto& tokens = reading.tokens();
  Letters letters{{}, close};
  // "Giáo dục và Đào tạo (GD và ĐT)".
  if (close == open + 4 && reading.is(open + 2, "và") && tokens[open + 1].all_capitals && tokens[open + 3].all_capitals)
    return {text::fold_to_ascii(tokens[open + 1].folded) + text::fold_to_ascii(tokens[open + 3].folded), open + 1};
  for (std::size_t t = close; t-- > open + 1;) {
    const bool capitals = tokens[t].kind == TokenKind::kWord && tokens[t].all_capitals;
    const bool joins = reading.is_any(t, {"-", "&"}) && t > open + 1;
    if (!capitals && !joins) break;
    if (capitals) letters = {text::fold_to_ascii(tokens[t].folded) + letters.ascii, t};
    const bool joined = joins || reading.is_any(t + 1, {"-", "&"});  // "NN & PTNT"
    if (t + 1 < close && !joined && tokens[t + 1].blank_before)
      return {text::fold_to_ascii(tokens[close - 1].folded), close - 1};
  }
  return letters;
}

// Where the words begin whose first letters these are and that end before the brackets, "và" and marks passed over.
std::optional<std::size_t> words_of_letters(const Reading& reading, std::size_t open, const std::string& letters) {
  const std::size_t begin = reading.sentence_of(open).first;
  std::size_t left = letters.size();
  std::size_t t = open;
  while (left > 0 && t > begin) {
    const Token& token = reading.tokens()[--t];
    const bool passed = reading.is_any(t, {"và", "-", ",", "&"});
    if (passed && !(token.kind == TokenKind::kWord && letters[left - 1] == 'v')) continue;
    if (token.kind != TokenKind::kWord || token.all_capitals) return std::nullopt;
    if (text::fold_to_ascii(token.folded).substr(0, 1) != letters.substr(left - 1, 1)) return std::nullopt;
    --left;
  }
  return left == 0 ? std::optional(t) : std::nullopt;
}

// "Trường đại học (ĐH)": few letters stand for words that are a kind of body.
bool is_kind_of_body(const Reading& reading, std::size_t first, std::size_t last) {
  const LexiconMatch* kind = reading.match_at(first, "organizations");
  return kind != nullptr && kind->last == last && (kind->value("kind") == "head" || kind->value("kind") == "namesake");
}

// "các tổ chức phi chính phủ nước ngoài (TCPCPNN)", "Lao động - Thương binh và Xã hội (LĐ-TB&XH)", "Hội Nông dân Việt
// Nam (T.Ư Hội NDVN)": the words right before the brackets, whose first letters stand in them.
std::optional<Abbreviation> words_before(const Reading& reading, std::size_t open) {
  constexpr std::size_t kFewestLetters = 4;
  constexpr std::size_t kMostInBrackets = 8;
  const auto& tokens = reading.tokens();
  std::size_t close = open + 2;
  while (close < tokens.size() && close - open <= kMostInBrackets && tokens[close].folded != ")") ++close;
  if (!reading.is(close, ")") || !tokens[close - 1].all_capitals) return std::nullopt;
  const Letters letters = letters_within(reading, open, close);
  if (letters.ascii.size() < 2) return std::nullopt;
  const auto first = words_of_letters(reading, open, letters.ascii);
  if (!first || (letters.ascii.size() < kFewestLetters && !is_kind_of_body(reading, *first, open))) return std::nullopt;
  const std::string form(slice(reading.text().folded(), reading.span_of(letters.first, close)));
  return Abbreviation{form, reading.words(reading.span_of(*first, open)), true};
}

// A body's name in full has four words or more.
bool is_long(std::string_view name) {
  return std::count(name.begin(), name.end(), ' ') >= 3;
}

// "Tổng công ty", "Ngân hàng": bodies that bear names of trade.
bool is_firm(std::string_view folded) {
  return folded.starts_with("công ty") || folded.starts_with("tổng công ty") || folded.starts_with("tập đoàn") ||
         folded.starts_with("ngân hàng");
}

// The body that ends just before "(", and that the words in brackets can stand for. The letters of a foreign name need
// not be those of its translation ("Tổ chức Tầm nhìn Thế giới (WVI)"): then the longest body before the brackets.
std::optional<Abbreviation> defined_before(const Reading& reading, std::size_t open, std::size_t close) {
  const std::size_t first = short_form_begin(reading, open);
  const std::string short_form = std::string(slice(reading.text().folded(), reading.span_of(first, close)));
  const Sentence& sentence = reading.sentence_of(open);
  const bool acronym = reading.tokens()[first].all_capitals && close == first + 1;
  std::optional<Abbreviation> foreign;
  std::size_t whole = open;  // where that one begins
  for (std::size_t t = open; t-- > sentence.first;) {
    // "tổ chức Children of Vietnam (COV)" may have its first word in small letters.
    if (!reading.tokens()[t].capital && !(acronym && t + 1 < open && reading.tokens()[t + 1].kind == TokenKind::kWord))
      continue;
    const LexiconMatch* head = reading.match_at(t, "organizations");
    // "Công ty cổ phần cấp nước X (Xawaco)": a firm may bear a person's name too.
    const bool body_word = head != nullptr && (head->value("kind") == "head" || is_firm(head->entry->form));
    if (!body_word) continue;
    // "Đoàn Cộng hòa Dân chủ Nhân dân (CHDCND) Lào": whose delegation it is.
    if (reading.is(t, "đoàn") && !short_form.starts_with("đ")) continue;
    if (!reading.tokens()[t].capital && !(head->last < open && reading.tokens()[head->last].capital)) continue;
    // "Hội nghị Bộ trưởng của Tổ chức Lương thực và Nông nghiệp (FAO)": what another has is whole.
    if (foreign && is_long(foreign->full) && reading.is(whole - 1, "của")) break;
    const auto body = read_organization(reading, t, false);
    if (!body || (body->name_last != open && body->name_last <= close)) continue;
    // "Hội Người cao tuổi (NCT) tỉnh": the name goes on behind the brackets.
    const std::string name = body->name_last == open ? body->name : reading.words(reading.span_of(t, open));
    const std::string folded = text::fold(name);
    const bool begins = folded.rfind(short_form + " ", 0) == 0;
    const bool spelled = acronym && (is_acronym_of(short_form, reading, *head, open) ||
                                     leaves_words_out(short_form, reading, *head, open));
    if (begins || spelled) return Abbreviation{short_form, name};
    const LexiconMatch* inside = reading.match_at(first, "organizations");
    const bool country = inside != nullptr && inside->value("kind") == "country";
    const bool trade_name = close == first + 1 && foreign_word_at(reading, first) && is_firm(head->entry->form);
    if ((acronym && !country) || trade_name) {
      foreign = Abbreviation{short_form, name, false, true};
      whole = t;
    }
  }
  // "Ban Chỉ huy Bộ đội Biên phòng (BĐBP)": the last words of it, letter by letter.
  const auto words = words_before(reading, open);
  return words ? words : foreign;
}

// "(WBI)", "(WBI, Thụy Điển)": up to the end of the short form; `open` where none stands here.
std::size_t short_form_end(const Reading& reading, std::size_t open) {
  const auto& tokens = reading.tokens();
  const std::size_t first = short_form_begin(reading, open);
  std::size_t end = first;
  while (end < tokens.size() && end - first < kMostShortWords && tokens[end].kind == TokenKind::kWord) ++end;
  if (end >= tokens.size() || end == first) return open;
  // "(WBI/Thụy Điển)".
  const bool comma = reading.is_any(end, {",", "/"}) && end == first + 1 && tokens[first].all_capitals;
  return tokens[end].folded == ")" || comma ? end : open;
}

// The first two words of a folded name, which a blank follows; empty where there are none.
std::string head_of(const std::string& folded) {
  const std::size_t second_blank = folded.find(' ', folded.find(' ') + 1);
  return second_blank == std::string::npos ? std::string() : folded.substr(0, second_blank);
}

// "liên hiệp" of "Liên hiệp tỉnh", "Liên hiệp": what the bodies of the positions begin with.
std::set<std::string> heads_of_positions(const std::vector<Mention>& mentions) {
  std::set<std::string> heads;
  for (const Mention& mention : mentions) {
    for (const ReadPosition& read : mention.positions)
      heads.insert(head_of(text::fold(read.position.organization) + " "));
  }
  return heads;
}

// Those of them with which a body begins that a table names in full and the text names too.
std::set<std::string> heads_of_long_bodies(const Reading& reading, const std::vector<Mention>& mentions) {
  const std::set<std::string> asked = heads_of_positions(mentions);
  std::set<std::string> heads;
  std::set<const Entry*> seen;
  for (const std::uint32_t m : reading.matches_of("organizations")) {
    const LexiconMatch& match = reading.matches()[m];
    if (!seen.insert(match.entry).second || !is_long(match.value("name"))) continue;
    const std::string head = head_of(text::fold(match.value("name")));
    if (asked.count(head) > 0) heads.insert(head);
  }
  return heads;
}

// Can the body that begins at this token have one of these heads? A slip of print may hide its words.
bool may_have_head(const Reading& reading, const LexiconMatch& match, const std::set<std::string>& heads) {
  const std::size_t second = match.first + 1;
  if (match.mended || second >= reading.tokens().size()) return match.mended;
  return heads.count(std::string(reading.folded(match.first)) + " " + std::string(reading.folded(second))) > 0;
}

// "Chủ nhiệm Ủy ban" in a text whose only Ủy ban is "Ủy ban Công tác về …": the head word alone stands for the known
// body. With two bodies of that head, or one that no table names in full, nothing is said for another.
void add_only_bodies(const Reading& reading, const std::vector<Mention>& mentions, std::vector<Abbreviation>& found) {
  std::set<std::string> heads = heads_of_long_bodies(reading, mentions);
  if (heads.empty()) return;
  std::map<std::string, std::set<std::string>> by_head;
  std::map<std::string, std::string> full;
  const auto& tokens = reading.tokens();
  for (std::size_t t = 0; t < tokens.size() && !heads.empty(); ++t) {
    const LexiconMatch* head = tokens[t].capital ? reading.match_at(t, "organizations") : nullptr;
    if (head == nullptr || head->value("kind") != "head") continue;
    if (!may_have_head(reading, *head, heads)) continue;
    if (reading.section_of(t) == text::Section::kRelated) continue;
    const auto body = read_organization(reading, t, false);
    if (!body || body->name_last < t + 2) continue;
    const std::string folded = text::fold(body->name);
    const std::string_view name = head->value("name");
    const bool known = is_long(name) && text::fold(name).rfind(folded, 0) == 0;
    const std::string word = head_of(folded);
    if (word.empty()) continue;
    by_head[word].insert(folded);
    if (by_head[word].size() > 1) heads.erase(word);  // it stands for neither
    if (known) full[word] = body->name;
    t = body->name_last - 1;
  }
  for (const auto& body : full) {
    const auto same = [&body](const Abbreviation& a) { return a.folded == body.first; };
    if (by_head[body.first].size() == 1 && std::none_of(found.begin(), found.end(), same))
      found.push_back({body.first, body.second});
  }
}

// Does a position name its body by its first words only? Nobody asks for full names elsewhere.
bool any_short_body(const std::vector<Mention>& mentions) {
  constexpr std::ptrdiff_t kMostBlanks = 2;
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
    return std::any_of(mention.positions.begin(), mention.positions.end(), [](const ReadPosition& read) {
      const std::string& body = read.position.organization;
      return !body.empty() && std::count(body.begin(), body.end(), ' ') <= kMostBlanks;
    });
  });
}

// "Ủy ban Công tác về các TCPCPNN": the letters as a word behind others. True where that changed.
bool write_out_within(const Abbreviation& abbreviation, const std::string& folded, Position& position) {
  // "Giám đốc ĐHĐN", "Thủ tướng CHDCND Lào": the letters alone, or first.
  const bool alone = folded == abbreviation.folded || folded.starts_with(abbreviation.folded + " ");
  const std::size_t at = alone ? 0 : folded.find(" " + abbreviation.folded);
  const std::size_t begin = alone ? 0 : at + 1;
  const std::size_t end = begin + abbreviation.folded.size();
  if (at == std::string::npos || (end < folded.size() && folded[end] != ' ')) return false;
  if (folded.size() != position.organization.size()) return false;
  const std::size_t in_text = position.text.rfind(position.organization);
  std::string full = position.organization;
  full.replace(begin, abbreviation.folded.size(), abbreviation.full);
  if (in_text != std::string::npos) position.text.replace(in_text, position.organization.size(), full);
  position.organization = full;
  return true;
}

// Letters of Latin and Đ, which is two bytes.
bool is_acronym(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '\xC4' || c == '\x90'; });
}

// Where the short form stands as words of a body's folded name; npos: nowhere.
std::size_t short_form_in(const std::string& form, const std::string& folded) {
  const auto ends = [&](std::size_t end) { return end == folded.size() || folded[end] == ' '; };
  if (folded.starts_with(form) && ends(form.size())) return 0;
  const std::size_t blank = folded.find(" " + form);
  return blank != std::string::npos && ends(blank + 1 + form.size()) ? blank + 1 : std::string::npos;
}

// "T.Ư Hội" before the letters of "Hội Nông dân Việt Nam": where the words begin with which the full name begins too;
// the size of `before` where it does not end with them.
std::size_t said_twice_from(const std::string& before, const std::string& full) {
  std::size_t at = 0;
  while (at < before.size() && !full.starts_with(before.substr(at))) {
    const std::size_t blank = before.find(' ', at);
    at = blank == std::string::npos ? before.size() : blank + 1;
  }
  return at;
}

// "Trưởng phòng GDTH", where GDTH is "phòng Giáo dục Tiểu học": the word for the body is in the title.
std::string without_word_of_title(const Position& position) {
  const std::string title = text::fold(position.title);
  const std::string word = title.substr(title.rfind(' ') + 1) + " ";
  const bool twice = text::fold(position.organization).starts_with(word);
  return twice ? position.organization.substr(word.size()) : position.organization;
}

// `folded`: the position's organization. True where that changed.
bool write_out(const Abbreviation& abbreviation, const std::string& folded, Position& position) {
  if (abbreviation.within) return write_out_within(abbreviation, folded, position);
  const std::string body = position.organization;
  const std::size_t start = short_form_in(abbreviation.folded, folded);
  if (start == std::string::npos || folded.size() != body.size()) return false;
  const std::size_t end = start + abbreviation.folded.size();
  // "tổ chức COV" too, where COV is "tổ chức Children of Vietnam"; "Hội LHPN tỉnh", where LHPN is "Liên hiệp Phụ nữ".
  const std::string full = text::fold(abbreviation.full);
  const bool with_head = full.starts_with(folded.substr(0, start));
  const std::string_view written = std::string_view(body).substr(start, end - start);
  const bool trade_name = is_firm(full) && written.front() >= 'A' && written.front() <= 'Z';
  if (!with_head && !trade_name && !is_acronym(written)) return false;
  // "Ủy ban Quốc gia UNESCO Việt Nam" is called so, whatever UNESCO stands for.
  if (abbreviation.foreign && !with_head && !is_firm(full) && start > 0 && end < body.size()) return false;
  // "Ủy ban Dân tộc" is no "Ủy ban" of the text.
  if (end < body.size() && full.starts_with(folded.substr(0, end) + " ")) return false;
  const std::size_t kept = with_head ? 0 : said_twice_from(folded.substr(0, start), full);
  position.organization = body.substr(0, kept) + abbreviation.full + body.substr(end);
  // The text is title, body and perhaps "(…)"; the short form stands where the body stood.
  const std::size_t at = position.text.rfind(body);
  if (at != std::string::npos) position.text.replace(at, body.size(), without_word_of_title(position));
  return true;
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(const Reading& reading, const std::vector<Mention>& mentions) {
  std::vector<Abbreviation> found;
  const auto& tokens = reading.tokens();
  for (std::size_t t = 1; t + 2 < tokens.size(); ++t) {
    if (tokens[t].folded != "(" || reading.section_of(t) == text::Section::kRelated) continue;
    const std::size_t close = short_form_end(reading, t);
    const auto abbreviation = close == t ? words_before(reading, t) : defined_before(reading, t, close);
    const auto same = [&](const Abbreviation& a) { return a.folded == abbreviation->folded; };
    if (abbreviation && std::none_of(found.begin(), found.end(), same)) found.push_back(*abbreviation);
  }
  if (any_short_body(mentions)) add_only_bodies(reading, mentions, found);
  return found;
}

void expand(const std::vector<Abbreviation>& abbreviations, std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    for (ReadPosition& read : mention.positions) {
      std::string folded = text::fold(read.position.organization);
      for (const Abbreviation& abbreviation : abbreviations) {
        if (write_out(abbreviation, folded, read.position)) folded = text::fold(read.position.organization);
      }
    }
  }
}

}  // namespace trichluc
