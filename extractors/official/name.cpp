#include "extractors/official/name.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostWords = 5;         // "Nguyễn Phước Bửu Tuấn Anh"
constexpr std::size_t kMostForeignWords = 6;  // "Maria Teresa de la Cruz"

// A mark that may stand inside a name: "H'Ngăm", "Kim Jong-un", "Marc E. Knapper".
bool joins_words(const Reading& reading, std::size_t mark) {
  const auto& tokens = reading.tokens();
  if (mark + 1 >= tokens.size() || tokens[mark + 1].kind != TokenKind::kWord) return false;
  const Token& before = tokens[mark - 1];
  const Token& after = tokens[mark + 1];
  if (after.paragraph != before.paragraph) return false;
  const std::string_view form = tokens[mark].folded;
  const bool tight = !tokens[mark].blank_before && !after.blank_before;
  // "H' Lim Niê", "K' Thị Brết", "Sean O' Keefe": a blank behind the mark is how some type it.
  const bool highlands = before.folded == "h" || before.folded == "k" || before.folded == "y" || before.folded == "o";
  if (form == "'") return tight || (highlands && !tokens[mark].blank_before && after.capital);
  // "U-ru-ti-a": one letter, but more follows.
  const bool chain = reading.is(mark + 2, "-") && !tokens[mark + 2].blank_before;
  // "ông Vũ Văn A-nguyên Giám đốc", "bà B-Chủ tịch": an office behind the name.
  if (form == "-" && reading.match_at(mark + 1, "titles") != nullptr) {
    const LexiconMatch* title = reading.match_at(mark + 1, "titles");
    if (title->last - title->first >= 2 || reading.match_at(title->last, "titles") != nullptr) return false;
  }
  if (form == "-") return tight && (count_code_points(before.folded) > 1 || after.capital || chain);
  const bool initial = before.capital && count_code_points(before.folded) == 1;
  return form == "." && initial && !tokens[mark].blank_before && after.capital;
}

bool is_foreign_word(const Token& token) {
  return token.kind == TokenKind::kWord && token.capital && !token.all_capitals && !spells_vietnamese(token) &&
         count_code_points(token.folded) > 1;
}

// "al - Sisi", "Guy Saint - Jacques", "Moon Jae - in": how recognisers and some editors set the dash of a foreign name.
bool joins_with_blanks(const Reading& reading, std::size_t first, std::size_t mark) {
  const auto& tokens = reading.tokens();
  if (mark + 1 >= tokens.size() || !reading.is(mark, "-") || !tokens[mark].blank_before) return false;
  const Token& before = tokens[mark - 1];
  const Token& after = tokens[mark + 1];
  if (!after.blank_before || after.kind != TokenKind::kWord || after.paragraph != before.paragraph) return false;
  for (const char* table : {"organizations", "titles", "places", "english_offices"}) {
    if (reading.match_at(mark + 1, table) != nullptr) return false;
  }
  if (!after.capital) {
    const bool syllable = reading.is_any(
        mark + 1, {"un", "in", "il", "eun", "nam", "min", "ho", "su", "dong"});  // a given name's second half
    return before.capital && mark > first + 1 && (syllable ? is_foreign_word(before) : !spells_vietnamese(after));
  }
  // "Jean - Noël Poirier".
  const bool double_name = mark == first + 1 && reading.is_any(first, {"jean", "marie", "anne", "guy", "abd"});
  if (double_name) return !after.all_capitals;
  const bool last = is_foreign_word(after) && !reading.is_capital_word(mark + 2);
  const bool foreign = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(mark), is_foreign_word);
  return last && foreign && (!before.capital || (mark >= first + 2 && !before.all_capitals));
}

bool all_capital(const Reading& reading, const LexiconMatch& match) {
  for (std::size_t t = match.first; t < match.last; ++t) {
    if (!reading.tokens()[t].capital) return false;
  }
  return true;
}

// A title or a body of two words and more begins here, so no name goes on ("Nguyễn Văn A Phó Giám đốc"). Behind one or
// two words it needs a small letter: "Đinh Công Sứ" is no envoy ("công sứ").
bool begins_something_else(const Reading& reading, std::size_t token, std::size_t words_before) {
  for (const char* table : {"titles", "organizations"}) {
    const LexiconMatch* match = reading.match_at(token, table);
    if (match == nullptr || match->mended || match->last - match->first < 2 || match->value("kind") == "part") continue;
    if (words_before == 0 || words_before >= 3 || !all_capital(reading, *match)) return true;
  }
  return false;
}

bool one_case(const Reading& reading, std::size_t first, std::size_t token) {
  const Token& a = reading.tokens()[first];
  const Token& b = reading.tokens()[token];
  if (count_code_points(a.folded) < 2 || count_code_points(b.folded) < 2) return true;
  return a.all_capitals == b.all_capitals;
}

// "Kees van Baar", "Elsbeth van der Berg": written small, between capitals.
bool is_particle(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  const auto small = [&](std::size_t t) {
    const LexiconMatch* match = reading.match_at(t, "family_names");
    return match != nullptr && match->value("weight") == "particle" && !tokens[t].capital;
  };
  if (!small(token)) return false;
  const std::size_t before = small(token - 1) && token > 1 ? token - 2 : token - 1;
  std::size_t behind = small(token + 1) ? token + 2 : token + 1;
  if (reading.is(behind, "-")) ++behind;  // "al-Sisi"
  return tokens[before].capital && behind < tokens.size() && tokens[behind].capital &&
         tokens[behind].paragraph == tokens[token].paragraph && tokens[before].paragraph == tokens[token].paragraph;
}

// "MORI Takero", "Jane O'BRIEN": a family name in capitals, no letters of a body.
bool is_name_in_capitals(const Reading& reading, std::size_t token) {
  const Token& word = reading.tokens()[token];
  if (!word.all_capitals || count_code_points(word.folded) < 2) return true;
  const bool vowel = text::fold_to_ascii(word.folded).find_first_of("aeiouy") != std::string::npos;
  return vowel && count_code_points(word.folded) >= 3 && reading.match_at(token, "organizations") == nullptr &&
         reading.match_at(token, "titles") == nullptr && !spells_vietnamese(word);
}

enum class Cases { kOne, kMixed };

PersonName capitals(const Reading& reading, std::size_t first, Cases cases = Cases::kOne) {
  const auto& tokens = reading.tokens();
  PersonName name{first, first, 0, 0};
  bool joined = true;
  for (std::size_t t = first; t < tokens.size() && tokens[t].paragraph == tokens[first].paragraph; ++t) {
    if (tokens[t].kind == TokenKind::kMark && t > first &&
        (joins_words(reading, t) || joins_with_blanks(reading, first, t))) {
      joined = tokens[t].folded != ".";
      continue;
    }
    const bool continues = t > first && ((joined && tokens[t - 1].kind == TokenKind::kMark) || is_particle(reading, t));
    if (tokens[t].kind != TokenKind::kWord || !(tokens[t].capital || continues)) break;
    if (t > first && tokens[t].column_before) break;
    const bool mixed = cases == Cases::kMixed && is_name_in_capitals(reading, first) && is_name_in_capitals(reading, t);
    if (t > first && (begins_something_else(reading, t, name.words) || !(mixed || one_case(reading, first, t)))) break;
    name.last = t + 1;
    ++name.words;
    if (t == first || !joined) ++name.parts;
    joined = false;
  }
  // "Lawrence Green Jr."
  if (name.words > 1 && reading.is_any(name.last - 1, {"jr", "sr"}) && reading.is(name.last, ".")) ++name.last;
  return name;
}

// Places directly behind a name are no part of it: "Đặng Hữu Trác Hà Nội".
void cut_at_place(const Reading& reading, PersonName& name) {
  for (std::size_t t = name.first + 2; t < name.last; ++t) {
    const LexiconMatch* place = reading.match_at(t, "places");
    if (place == nullptr || place->last != name.last || name.words - (name.last - t) < 2) continue;
    name.words -= name.last - t;
    name.parts -= std::min(name.parts, name.last - t);
    name.last = t;
    return;
  }
}

}  // namespace

bool starts_with_family_name(const Reading& reading, std::size_t token) {
  if (token >= reading.tokens().size() || !reading.tokens()[token].capital) return false;
  const LexiconMatch* match = reading.match_at(token, "family_names");
  return match != nullptr && match->value("weight") != "particle";
}

bool starts_with_foreign_given_name(const Reading& reading, std::size_t token) {
  constexpr std::size_t kMostNames = 4;
  const auto& tokens = reading.tokens();
  if (token >= tokens.size() || !tokens[token].capital || tokens[token].all_capitals) return false;
  if (reading.match_at(token, "foreign_names") == nullptr) return false;
  const PersonName name = capitals(reading, token);
  if (name.words < 2 || name.words > kMostNames || name.last - token < 2) return false;
  for (std::size_t t = token + 1; t < name.last; ++t) {
    if (reading.match_at(t, "organizations") != nullptr || reading.match_at(t, "places") != nullptr) return false;
  }
  // "Giám đốc Peter Miller tại Việt Nam": called after somebody, and sits there.
  if (reading.is(name.last, "tại") && tokens[name.last].paragraph == tokens[token].paragraph) return false;
  // "Room to Read", "Susan of the Hills": the name goes on in its language.
  return !reading.is_any(name.last, {"of", "the", "and", "for", "to", "&", "'"});
}

bool starts_listed_name(const Reading& reading, std::size_t token) {
  constexpr std::size_t kMostNames = 5;
  const auto& tokens = reading.tokens();
  const bool opens = token > 1 && reading.is(token - 1, ":") && reading.is_any(token - 2, {"chí", "gồm", "ông", "bà"});
  if (token == 0 || !(opens || reading.is(token - 1, ";"))) return false;
  if (!tokens[token].capital || tokens[token].all_capitals) return false;
  if (tokens[token].paragraph != tokens[token - 1].paragraph) return false;
  for (const char* table : {"organizations", "titles", "places", "honorifics"}) {
    if (reading.match_at(token, table) != nullptr) return false;
  }
  const PersonName name = capitals(reading, token);
  if (spells_vietnamese(tokens[token]) && name.parts == name.words) return false;
  return name.words >= 2 && name.parts <= kMostNames && reading.is_any(name.last, {",", "-"}) &&
         reading.match_at(name.last + 1, "titles") != nullptr;
}

bool starts_bare_name(const Reading& reading, std::size_t token) {
  return starts_with_family_name(reading, token) || starts_with_foreign_given_name(reading, token) ||
         starts_listed_name(reading, token);
}

bool foreign_name_at(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  if (token >= tokens.size() || !tokens[token].capital) return false;
  const PersonName name = capitals(reading, token);
  bool foreign = false;
  std::size_t small = 0;  // "José Graziano da Silva"
  for (std::size_t t = token + 1; t < name.last; ++t) small += is_particle(reading, t) ? 1U : 0U;
  if (name.words < 2 || name.parts > 3 + small) return false;
  for (std::size_t t = token; t < name.last; ++t) {
    if (tokens[t].kind != TokenKind::kWord || !tokens[t].capital) continue;
    if (tokens[t].all_capitals || reading.match_at(t, "organizations") != nullptr) return false;
    if (reading.match_at(t, "places") != nullptr) return false;
    foreign = foreign || !spells_vietnamese(tokens[t]);
  }
  return foreign;
}

bool foreign_word_at(const Reading& reading, std::size_t token) {
  return token < reading.tokens().size() && is_foreign_word(reading.tokens()[token]);
}

bool is_town_and_foreigner(const Reading& reading, std::size_t at, std::size_t end) {
  const bool three = end == at + 3 || (end == at + 5 && reading.is(end - 2, "-"));
  return three && foreign_word_at(reading, at) && foreign_name_at(reading, at + 1) &&
         !starts_with_family_name(reading, at);
}

bool foreign_surname_at(const Reading& reading, std::size_t token) {
  if (token >= reading.tokens().size() || !is_foreign_word(reading.tokens()[token])) return false;
  for (const char* table : {"organizations", "titles", "places", "districts"}) {
    if (reading.match_at(token, table) != nullptr) return false;
  }
  return capitals(reading, token).last == token + 1;
}

bool name_half_in_capitals_at(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  if (token >= tokens.size() || !tokens[token].capital) return false;
  const PersonName name = capitals(reading, token, Cases::kMixed);
  if (name.words < 2 || name.words > 3) return false;
  std::size_t shouted = 0;
  for (std::size_t t = token; t < name.last; ++t) {
    if (tokens[t].kind != TokenKind::kWord) continue;
    if (reading.match_at(t, "organizations") != nullptr || reading.match_at(t, "places") != nullptr) return false;
    shouted += tokens[t].all_capitals && count_code_points(tokens[t].folded) > 1 ? 1U : 0U;
  }
  return shouted == 1;
}

bool foreign_name_behind_acronym(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  if (token < 2 || token >= tokens.size() || tokens[token].paragraph != tokens[token - 1].paragraph) return false;
  const Token& acronym = tokens[token - (tokens[token - 1].folded == ")" ? 2 : 1)];
  const LexiconMatch* known = reading.match_before(token, "organizations");  // "Chủ tịch WB John Green"
  const std::size_t fewest = known != nullptr && known->value("kind") == "head" ? 2 : 3;
  if (acronym.kind != TokenKind::kWord || !acronym.all_capitals || count_code_points(acronym.folded) < fewest)
    return false;
  if (!foreign_name_at(reading, token)) return false;
  std::size_t letter = 0;
  const std::size_t last = capitals(reading, token).last;
  for (std::size_t t = token; t < last; ++t) {
    if (tokens[t].kind != TokenKind::kWord) continue;
    if (letter >= acronym.folded.size() || acronym.folded[letter] != tokens[t].folded[0]) return true;
    ++letter;
  }
  return false;
}

std::size_t capitals_end(const Reading& reading, std::size_t first) {
  return capitals(reading, first).last;
}

namespace {

// "các kiến trúc sư Việt Nam", "bác sĩ Hàn Quốc": where they are from.
bool is_country(const Reading& reading, const PersonName& name) {
  const LexiconMatch* place = reading.match_at(name.first, "places");
  const LexiconMatch* country = reading.match_at(name.first, "organizations");
  const auto whole = [&name](const LexiconMatch* match) {
    return match != nullptr && match->last == name.last && match->value("kind") == "country";
  };
  return whole(place) || whole(country);
}

// "Trung tâm Nông Lâm Nghiệp Tây Nguyên": a part of the country at the end of many words is a body's.
bool ends_with_region(const Reading& reading, const PersonName& name) {
  const LexiconMatch* region = reading.match_before(name.last, "regions");
  return name.words >= 4 && region != nullptr && region->last - region->first >= 2;
}

// "Hội Doanh nghiệp Hàng Việt Nam": a word that is seldom a family name, and a country.
bool ends_with_country(const Reading& reading, const PersonName& name) {
  const LexiconMatch* place = reading.match_before(name.last, "places");
  const LexiconMatch* family = reading.match_at(name.first, "family_names");
  const bool common = family != nullptr && family->value("weight") == "common";
  return !common && place != nullptr && place->value("kind") == "country" && place->first > name.first;
}

// "Quỹ Hòa bình Hàn-Việt", "Hội Hữu nghị Việt-Nhật": two countries.
bool joins_countries(const Reading& reading, const PersonName& name) {
  if (name.parts != 1 || name.words != 2) return false;
  return reading.is(name.first, "việt") || reading.is(name.last - 1, "việt");
}

// "đón Xuân Giáp Thìn, Phó Bí thư Tỉnh ủy …": a year of the cycle of sixty.
bool is_lunar_year(const Reading& reading, std::size_t first) {
  const LexiconMatch* stem = reading.match_at(first, "lunar_words");
  if (stem == nullptr || stem->value("side") != "stem" || stem->last >= reading.tokens().size()) return false;
  const LexiconMatch* branch = reading.match_at(stem->last, "lunar_words");
  return branch != nullptr && branch->value("side") == "branch" && capitals(reading, first).last == branch->last;
}

// "…: Thái Bảo, Chủ tịch HĐND tỉnh; …": two words of which the first is also another are a name in a list of persons.
bool is_listed(const Reading& reading, const PersonName& name) {
  if (name.first == 0 || !reading.is_any(name.first - 1, {":", ";"})) return false;
  return reading.is_any(name.last, {",", "-"}) && reading.match_at(name.last + 1, "titles") != nullptr;
}

// "Phó Giám đốc Sở Y tế (SYT) Hà Giang", "Công an thị xã Đồng Xoài": a province or a district, all of it. In a list of
// persons the name of a district is a person's.
bool is_place(const Reading& reading, const PersonName& name, NameContext context) {
  const auto is_all = [&](TableKey table) {
    const LexiconMatch* place = reading.match_at(name.first, table);
    return place != nullptr && place->last == name.last;
  };
  return is_all("places") || (is_all("districts") && !(context == NameContext::kBare && is_listed(reading, name)));
}

// "Tổng Biên tập Báo Hà Giang": a word for a body that is hardly a family name, and a province.
bool is_body_of_place(const Reading& reading, const PersonName& name) {
  const LexiconMatch* body = reading.match_at(name.first, "organizations");
  const LexiconMatch* place = reading.match_at(name.first + 1, "places");
  // "Hiệu trưởng ĐH Y Hà Nội": what is taught there.
  const bool taught =
      reading.is(name.first, "y") && place != nullptr && place->last == name.last && name.first > 0 &&
      (reading.tokens()[name.first - 1].all_capitals || reading.match_before(name.first, "organizations") != nullptr);
  if (taught) return true;
  return body != nullptr && body->value("kind") == "head" && place != nullptr && place->last == name.last &&
         reading.match_at(name.first, "family_names")->value("weight") == "doubtful";
}

}  // namespace

std::size_t after_short_district(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  if (at + 2 >= tokens.size() || !tokens[at].capital || !reading.is_any(at, {"h", "q", "p"}) ||
      !reading.is(at + 1, "."))
    return at;
  // "Q. 1", "P.12"
  const Token& number = tokens[at + 2];
  constexpr std::size_t kMostDigits = 2;
  if (!reading.is(at, "h") && number.kind == TokenKind::kNumber && number.folded.size() <= kMostDigits &&
      number.paragraph == tokens[at].paragraph)
    return at + 3;
  const LexiconMatch* district = reading.match_at(at + 2, "districts");
  const bool named = district != nullptr && tokens[at + 2].capital && !tokens[at + 1].blank_before &&
                     tokens[district->last - 1].paragraph == tokens[at].paragraph;
  return named ? district->last : at;
}

std::optional<PersonName> read_name(const Reading& reading, std::size_t first, NameContext context) {
  if (first >= reading.tokens().size() || !reading.tokens()[first].capital) return std::nullopt;
  if (begins_something_else(reading, first, 0) || after_short_district(reading, first) > first) return std::nullopt;
  if (context != NameContext::kAfterHonorific && is_lunar_year(reading, first)) return std::nullopt;
  PersonName name = capitals(reading, first, context == NameContext::kAfterHonorific ? Cases::kMixed : Cases::kOne);
  const bool family = starts_with_family_name(reading, first);
  if (name.words > kMostWords) cut_at_place(reading, name);
  if (name.words < 2 || name.parts > (family ? kMostWords : kMostForeignWords)) return std::nullopt;
  if (joins_countries(reading, name)) return std::nullopt;
  if (context == NameContext::kAfterHonorific) return is_country(reading, name) ? std::nullopt : std::optional(name);
  if (ends_with_region(reading, name) || ends_with_country(reading, name)) return std::nullopt;
  if (!family && starts_with_foreign_given_name(reading, first)) return name;
  if (!family && context == NameContext::kBare && starts_listed_name(reading, first)) return name;
  if (!family || is_body_of_place(reading, name) || is_place(reading, name, context)) return std::nullopt;
  if (context == NameContext::kBare) {
    if (reading.tokens()[first].all_capitals) return std::nullopt;
    const bool doubtful = reading.match_at(first, "family_names")->value("weight") == "doubtful";
    if (doubtful && name.words < 3 && !is_listed(reading, name)) return std::nullopt;
  }
  return name;
}

std::string in_usual_capitals(std::string_view folded) {
  std::string out;
  bool start = true;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const bool letter = u_isalpha(static_cast<UChar32>(point.value)) != 0;
    append_utf8(out,
                letter && start ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(point.value))) : point.value);
    start = !letter;
    at += point.size;
  }
  return out;
}

std::string spelled_name(const Reading& reading, const PersonName& name) {
  const Span span = reading.span_of(name.first, name.last);
  for (std::size_t t = name.first; t < name.last; ++t) {
    const Token& token = reading.tokens()[t];
    if (token.kind == TokenKind::kWord && count_code_points(token.folded) > 1 && !token.all_capitals) {
      return reading.words(span);
    }
  }
  return in_usual_capitals(slice(reading.text().folded(), span));
}

}  // namespace trichluc
