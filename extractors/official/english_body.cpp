#include "extractors/official/english_body.h"

#include <algorithm>

#include "extractors/official/honorific.h"
#include "pipeline/text/normalize.h"
#include "pipeline/text/syllable.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostNameWords = 5;
constexpr std::size_t kMostForeignWords = 3;
// "Vietnamese NA Vice", "Permanent Deputy Foreign".
constexpr std::size_t kMostBeforeOffice = 5;

bool is_known(const Reading& reading, std::size_t at) {
  return reading.match_at(at, "english_offices") != nullptr;
}

bool is_land(const LexiconMatch& word) {
  return word.value("kind") == "country" || word.value("kind") == "capital";
}

bool is_land_at(const Reading& reading, std::size_t at) {
  const LexiconMatch* word = reading.match_at(at, "english_offices");
  return word != nullptr && is_land(*word);
}

bool ends_with_country(const Reading& reading, std::size_t at) {
  const LexiconMatch* place = reading.match_before(at, "places");
  const LexiconMatch* word = reading.match_before(at, "english_offices");
  return (place != nullptr && place->value("kind") == "country") || (word != nullptr && is_land(*word));
}

// "Nguyễn", "Nguyen": a family name with its marks or without.
bool is_family_name(const Reading& reading, std::size_t at) {
  if (starts_with_family_name(reading, at)) return true;
  const std::string_view word = reading.folded(at);
  const Lexicon& names = reading.dictionaries().table("family_names");
  return word.size() > 1 && std::any_of(names.entries().begin(), names.entries().end(), [&](const Entry& entry) {
           return names.value(entry, "weight") != "particle" && text::fold_to_ascii(entry.form) == word;
         });
}

bool may_be_syllable(const Reading& reading, std::size_t at) {
  return text::judge_syllable(reading.folded(at)) >= text::Syllable::kStripped;
}

// Two to five capitals [first, last) that can be a Vietnamese name.
bool is_vietnamese_name(const Reading& reading, std::size_t first, std::size_t last) {
  if (last < first + 2 || last - first > kMostNameWords || !is_family_name(reading, first)) return false;
  for (std::size_t t = first; t < last; ++t) {
    if (!reading.is_capital_word(t) || !may_be_syllable(reading, t) || is_known(reading, t)) return false;
  }
  const LexiconMatch* place = reading.match_at(first, "places");
  return place == nullptr || place->last < last;
}

// "… the province of Bac Giang Le Anh Duong": the first word of the four ends the name of a province.
bool ends_place(const Reading& reading, std::size_t at) {
  const std::string words = std::string(reading.folded(at - 1)) + " " + std::string(reading.folded(at));
  const Lexicon& places = reading.dictionaries().table("places");
  return std::any_of(places.entries().begin(), places.entries().end(),
                     [&](const Entry& entry) { return text::fold_to_ascii(entry.form) == words; });
}

bool is_foreign_name(const Reading& reading, std::size_t first, std::size_t last) {
  std::size_t words = 0;
  for (std::size_t t = first; t < last; ++t) {
    if (reading.tokens()[t].kind != TokenKind::kWord) continue;
    ++words;
    if (!reading.tokens()[t].capital || is_known(reading, t) || reading.tokens()[t].all_capitals ||
        reading.match_at(t, "places") != nullptr || reading.match_at(t, "organizations") != nullptr ||
        reading.match_at(t, "months") != nullptr)
      return false;
  }
  return words >= 2 && words <= kMostForeignWords;
}

// The words of a body, from its first one to where it ends.
class BodyWalk {
 public:
  explicit BodyWalk(const Reading& reading) : reading_(reading), tokens_(reading.tokens()) {}

  std::size_t end(std::size_t at) const {
    for (std::size_t next = step(at); next > at; next = step(at)) at = next;
    return at;
  }

 private:
  bool names(std::size_t at) const {
    return reading_.is_capital_word(at) || english_word_at(reading_, at, "body") != nullptr;
  }

  std::size_t step(std::size_t at) const {
    if (at == 0 || at >= tokens_.size() || tokens_[at].paragraph != tokens_[at - 1].paragraph) return at;
    if (english_word_at(reading_, at, "person") != nullptr) return at;
    if (const LexiconMatch* word = english_word_at(reading_, at, "body")) return word->last;
    if (reading_.is_capital_word(at)) return at + 1;
    if (reading_.is(at, "'")) return reading_.is(at + 1, "s") ? at + 2 : at + 1;
    const bool joins = reading_.is_any(at, {"&", "-", "/"}) && names(at + 1);
    if (joins && (reading_.is(at, "&") || !tokens_[at + 1].blank_before || links_countries(at))) return at + 1;
    return linked(at);
  }

  // "… and Sara Lind, Director of X": the next person.
  bool names_holder(std::size_t at) const {
    const auto name = english_name_at(reading_, at, false);
    return name && reading_.is(name->last, ",") && english_office_at(reading_, name->last + 1, false).has_value();
  }

  // "Vietnam - US Society": a dash with blanks behind a country, where a word of bodies follows.
  bool links_countries(std::size_t dash) const {
    constexpr std::size_t kMostBehind = 3;
    if (!ends_with_country(reading_, dash)) return false;
    for (std::size_t t = dash + 1; t <= dash + kMostBehind && reading_.is_capital_word(t); ++t) {
      if (english_word_at(reading_, t, "body") != nullptr) return true;
    }
    return false;
  }

  // "on August 9", "in Vientiane" behind "of Laos": when and where it was told; but "of Ireland in Vietnam".
  bool is_time_or_place(std::size_t at) const {
    if (!reading_.is_any(at, {"on", "in"})) return false;
    const LexiconMatch* place = reading_.match_at(at + 1, "places");
    const bool country = english_word_at(reading_, at + 1, "country") != nullptr ||
                         (place != nullptr && place->value("kind") == "country");
    return reading_.match_at(at + 1, "months") != nullptr || (!country && ends_with_country(reading_, at));
  }

  // "of the", "for", "and": on to another word of the body. "and Chairman of …" is a further office.
  std::size_t linked(std::size_t at) const {
    if (is_time_or_place(at)) return at;
    std::size_t next = at;
    while (next - at < 2 && reading_.is_any(next, {"of", "for", "the", "on", "and", "in", "to", "with"})) ++next;
    // "Labour, Invalids and Social Affairs".
    const bool listed = reading_.is(at, ",") && names(at + 1) && reading_.is(at + 2, "and") && names(at + 3);
    if (listed && !english_office_at(reading_, at + 1, true)) return at + 1;
    if (next == at || !names(next) || english_word_at(reading_, next, "person") != nullptr) return at;
    const bool further =
        reading_.is(at, "and") && (english_office_at(reading_, at + 1, true).has_value() || names_holder(at + 1));
    return further ? at : next;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
};

// "VUFO Vice President": letters before the title; and the words that rank it. The office's own word, or nothing.
const LexiconMatch* office_word(const Reading& reading, std::size_t at, bool capital) {
  const bool opens = at == reading.sentence_of(at).first;
  for (std::size_t words = 0; words <= kMostBeforeOffice && at < reading.tokens().size(); ++words) {
    if (const LexiconMatch* office = english_word_at(reading, at, "office"))
      return capital && !reading.tokens()[at].capital ? nullptr : office;
    // "Mr. A, Military and Defense Attaché": behind a name the words before the office may be two.
    if (!capital && words > 0 && reading.is(at, "and") && reading.is_capital_word(at + 1)) ++at;
    const LexiconMatch* rank = english_word_at(reading, at, "rank");
    // "Speaking Chairman …" is none; "Lao Vice President", "Permanent Deputy Foreign Minister".
    const bool plain =
        english_word_at(reading, at, "body") != nullptr || !is_known(reading, at) || is_land_at(reading, at);
    const bool word =
        reading.is_capital_word(at) && plain && !(words == 0 && opens && reading.folded(at).ends_with("ing"));
    if (rank == nullptr && !word) return nullptr;
    at = rank != nullptr ? rank->last : at + 1;
    if (reading.is(at, "-")) ++at;
  }
  return nullptr;
}

// "… Department of Foreign Affairs Tran Cong Phu": where the name in the last capitals of a body begins, or `last`. A
// foreign one stands behind a word of bodies or a place: "Ambassador to Việt Nam Yamada Takio". "… of Ha Khau district"
// names a place.
std::size_t name_within(const Reading& reading, std::size_t first, std::size_t last) {
  if (same_paragraph(reading, last - 1, last) && english_word_at(reading, last, "body") != nullptr) return last;
  for (std::size_t words = kMostNameWords - 1; words >= 3; --words) {
    if (last < first + words + 1) continue;
    const std::size_t name = last - words;
    if (is_vietnamese_name(reading, name, last) && !ends_place(reading, name)) return name;
  }
  for (std::size_t words = kMostForeignWords; words >= 2; --words) {
    if (last < first + words + 1) continue;
    const std::size_t name = last - words;
    const bool closed = english_word_at(reading, name - 1, "body") != nullptr ||
                        reading.match_before(name, "places") != nullptr || ends_with_country(reading, name);
    if (closed && is_foreign_name(reading, name, last)) return name;
  }
  return last;
}

// "Military Attaché - US Embassy in Vietnam": behind a dash with blanks, where a word of bodies is in it.
EnglishBody body_behind_dash(const Reading& reading, std::size_t dash) {
  EnglishBody body;
  body.last = dash;
  const std::size_t at = dash + 1;
  if (!reading.is(dash, "-") || !reading.is_capital_word(at) || !reading.tokens()[at].blank_before) return body;
  if (english_office_at(reading, at, true)) return body;
  const std::size_t end = BodyWalk(reading).end(at);
  bool known = false;
  for (std::size_t t = at; t < end; ++t) known = known || english_word_at(reading, t, "body") != nullptr;
  if (!known) return body;
  body.name = reading.words(reading.span_of(at, end));
  body.behind = " " + body.name;
  body.last = end;
  return body;
}

void take_body(const Reading& reading, EnglishOffice& office) {
  EnglishBody body = english_body_behind(reading, office.last);
  if (body.last == office.last) body = body_behind_dash(reading, office.last);
  if (body.last == office.last) return;
  office.position.organization = body.name;
  office.behind = body.behind;
  office.last = body.last;
  office.name = body.person;
}

// "the Vietnam Fatherland Front (VFF) Central Committee": a body may go on behind the letters.
void take_rest(const Reading& reading, EnglishBody& body) {
  const std::size_t at = body.last;
  if (!reading.is_capital_word(at) || !same_paragraph(reading, at - 1, at)) return;
  if (english_word_at(reading, at, "body") == nullptr) return;
  const std::size_t last = BodyWalk(reading).end(at);
  const std::size_t name = name_within(reading, at, last);
  if (name < last) body.person = PersonName{name, last, last - name, last - name};
  const std::string rest = " " + reading.words(reading.span_of(at, name));
  body.name += rest;
  body.behind += rest;
  body.last = name;
}

}  // namespace

EnglishBody english_body_behind(const Reading& reading, std::size_t at) {
  EnglishBody body;
  body.last = at;
  const std::size_t link = at;
  if (!reading.is_any(at, {"of", "for", "to", "at", "in"}) || !same_paragraph(reading, at - 1, at)) return body;
  ++at;
  if (reading.is_any(at, {"the", "a"})) ++at;
  std::size_t end = BodyWalk(reading).end(at);
  if (end == at) return body;
  const std::size_t name = name_within(reading, at, end);
  if (name < end) body.person = PersonName{name, end, end - name, end - name};
  end = name;
  body.name = reading.words(reading.span_of(at, end));
  body.behind = " " + reading.words(reading.span_of(link, end));
  body.last = end;
  const bool letters = reading.is(end, "(") && reading.is(end + 2, ")") && reading.tokens()[end + 1].all_capitals;
  if (!letters || body.person) return body;
  body.behind += " (" + reading.words(reading.span_of(end + 1, end + 2)) + ")";
  body.last = end + 3;
  take_rest(reading, body);
  return body;
}

const LexiconMatch* english_word_at(const Reading& reading, std::size_t token, std::string_view kind) {
  const LexiconMatch* match = reading.match_at(token, "english_offices");
  return match != nullptr && match->value("kind") == kind ? match : nullptr;
}

std::optional<EnglishOffice> english_office_at(const Reading& reading, std::size_t at, bool capital) {
  if (at >= reading.tokens().size()) return std::nullopt;
  if (reading.is_any(at, {"the", "a"})) ++at;
  const LexiconMatch* word = office_word(reading, at, capital);
  if (word == nullptr || !same_paragraph(reading, at, word->last - 1)) return std::nullopt;
  EnglishOffice office;
  office.first = at;
  office.title = word;
  office.last = word->last;
  while (const LexiconMatch* more = english_word_at(reading, office.last, "office")) office.last = more->last;
  // "VUFO Chairman", "Lao Vice President": whose office it is.
  std::size_t first = at;
  while (first < word->first && (!is_known(reading, first) || is_land_at(reading, first))) ++first;
  office.position.title = reading.words(reading.span_of(first, office.last));
  const std::string own = first > at ? reading.words(reading.span_of(at, first)) : std::string();
  office.position.organization = own;
  take_body(reading, office);
  office.position.text = (own.empty() ? "" : own + " ") + office.position.title + office.behind;
  if (!office.name) office.name = english_name_at(reading, office.last, false);
  return office;
}

std::optional<PersonName> english_name_at(const Reading& reading, std::size_t at, bool sure) {
  if (!reading.is_capital_word(at) || is_known(reading, at)) return std::nullopt;
  const auto name = read_name(reading, at, NameContext::kAfterHonorific);
  if (!name) return std::nullopt;
  if (sure || is_vietnamese_name(reading, name->first, name->last)) return name;
  return is_foreign_name(reading, name->first, name->last) ? name : std::nullopt;
}

}  // namespace trichluc
