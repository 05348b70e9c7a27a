#include "extractors/official/body_name.h"

#include <algorithm>

#include "extractors/lexicon/slip.h"
#include "extractors/official/larger_units.h"
#include "extractors/official/name.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// "(Sở Nông nghiệp và Phát triển nông thôn Hoà Bình)".
constexpr std::size_t kMostInBrackets = 14;

class BodyName {
 public:
  BodyName(const Reading& reading, std::size_t first) : reading_(reading), tokens_(reading.tokens()), first_(first) {}

  std::string mended_name(std::size_t last) const {
    const LexiconMatch* known = organization_at(first_);
    const std::string written = without_letters_within(spelled(last), last);
    if (known == nullptr || !is_slip_of_name(*known)) return written;
    std::string name(known->value("name"));
    if (known->last < last) name += " " + reading_.words(reading_.span_of(known->last, last));
    return name;
  }

  std::string place_within(std::size_t last) const {
    std::string found;
    for (std::size_t t = first_; t < last; ++t) {
      const LexiconMatch* place = reading_.match_at(t, "places");
      if (place == nullptr || !tokens_[t].capital || place->last > last) continue;
      if (found.empty() || place->value("kind") != "country") found = place->value("name");
      t = place->last - 1;
    }
    return found;
  }

  void take_abbreviation(Organization& found) const {
    std::size_t at = found.last;
    if (!reading_.is(at, "(") || tokens_[at].paragraph != tokens_[first_].paragraph) return;
    const std::size_t open = at++;
    while (at < tokens_.size() && at - open <= kMostInBrackets && tokens_[at].folded != ")") ++at;
    if (!reading_.is(at, ")") || at == open + 1 || reading_.match_at(open + 1, "titles") != nullptr) return;
    if (reading_.match_at(open + 1, "meeting_roles") != nullptr) return;  // "(chủ trì)": what the person did
    bool short_form = true;
    bool worded = false;  // "(28-02-2011)" is no name
    for (std::size_t t = open + 1; t < at; ++t) {
      worded = worded || tokens_[t].kind == TokenKind::kWord;
      if (tokens_[t].kind == TokenKind::kWord && !tokens_[t].all_capitals) short_form = false;
    }
    if (!worded) return;
    found.last = at + 1;
    const std::string inside = reading_.words(reading_.span_of(open + 1, at));
    const LexiconMatch* body = organization_at(open + 1);
    // "tổ chức Plan B (Na Uy)": where the organisation comes from.
    const bool state = is_state_again(open, at);
    const bool union_in_letters = short_form && reading_.is_any(open - 1, {"âu", "quốc"});  // "Liên minh châu Âu (EU)"
    if (!state && !union_in_letters && country_end(reading_, open + 1) == at) {
      found.under = "(" + inside + ")";
      take_seat(found);
      return;
    }
    if (ends_abroad(open, at)) return;
    // "UBND quận 1 (TP.HCM)"
    if (past_units_in_brackets(reading_, first_, open) == at + 1) {
      found.under = "(" + inside + ")";
      return;
    }
    // "(T.Ư Hội NDVN)": the last word is made of the first letters of the words before the brackets.
    const bool alias =
        state || says_again(body) || (at > open + 2 && letters_of_words(reading_, first_, open, {at - 1, at}));
    if (short_form || alias) take_superior(found);
    if (short_form) {
      found.abbreviation = inside;
    } else if (!alias && body != nullptr && body->value("kind") == "head" && tokens_[open + 1].capital) {
      found.parent = inside;
    }
  }

 private:
  // "Quỹ X (Nhật Bản) tại Việt Nam": in which country the foreign body sits.
  void take_seat(Organization& found) const {
    const std::size_t last = country_end(reading_, found.last + 1);
    if (!reading_.is(found.last, "tại") || last == found.last + 1) return;
    if (tokens_[last - 1].paragraph != tokens_[first_].paragraph) return;
    found.under += " " + reading_.words(reading_.span_of(found.last, last));
    found.last = last;
  }

  // "Cộng hòa Dân chủ Nhân dân (CHDCND) Lào": the brackets are no part of the name.
  std::string without_letters_within(std::string name, std::size_t last) const {
    for (std::size_t open = first_ + 1; open + 3 < last; ++open) {
      const std::size_t behind = reading_.is(open, "(") ? letters_in_brackets(reading_, open) : open;
      if (behind == open || behind >= last) continue;
      return reading_.words(reading_.span_of(first_, open)) + " " + reading_.words(reading_.span_of(behind, last));
    }
    return name;
  }

  const LexiconMatch* organization_at(std::size_t at) const { return reading_.match_at(at, "organizations"); }

  // As written; where all is in capitals, as in a signature, small letters but for acronyms and places. "UBND TPHCM" is
  // two short forms, and stays.
  std::string spelled(std::size_t last) const {
    const bool capitals = last - first_ >= 2 && std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first_),
                                                            tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                                                            [](const Token& t) { return t.all_capitals; });
    const bool words = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first_),
                                   tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                                   [](const Token& t) { return spells_vietnamese(t); });
    if (!capitals || !words) return reading_.words(reading_.span_of(first_, last));
    std::string out;
    for (std::size_t t = first_; t < last; ++t) {
      const LexiconMatch* place = reading_.match_at(t, "places");
      const LexiconMatch* known = organization_at(t);
      const bool acronym = (known != nullptr && known->last == t + 1 && !known->value("name").empty()) ||
                           (tokens_[t].kind == TokenKind::kWord && !spells_vietnamese(tokens_[t]));
      if (!out.empty()) out += " ";
      if (place != nullptr && place->last <= last) {
        out += place->value("name");
        t = place->last - 1;
      } else if (acronym) {
        out += tokens_[t].shaped;
      } else {
        out += t == first_ ? in_usual_capitals(tokens_[t].folded) : std::string(tokens_[t].folded);
      }
    }
    return out;
  }

  // "Cộng hòa Dân chủ Nhân dân Lào (CHDCND Lào)": letters, and the country that stands before the brackets.
  bool is_state_again(std::size_t open, std::size_t close) const {
    const bool letters = tokens_[open + 1].kind == TokenKind::kWord && tokens_[open + 1].all_capitals;
    return letters && country_end(reading_, open + 2) == close &&
           reading_.folded(open - 1) == reading_.folded(close - 1);
  }

  // "Liên hiệp các tổ chức hữu nghị tỉnh X (Liên hiệp hữu nghị X)", "tổ chức WBI (tổ chức Cầu Nước)": one word begins
  // both, so that the brackets hold another name of the same body.
  bool says_again(const LexiconMatch* inside) const {
    return inside != nullptr && inside->value("kind") == "head" && reading_.is(first_, reading_.folded(inside->first));
  }

  // "Bệnh viện X (Đài Trung - Đài Loan, Trung Quốc)": where it stands.
  bool ends_abroad(std::size_t open, std::size_t close) const {
    for (std::size_t t = open + 1; t + 1 < close; ++t) {
      if (reading_.is(t, ",") && country_end(reading_, t + 1) == close) return true;
    }
    return false;
  }

  // "tại Việt Nam"; of a state's envoy also the town: "Lãnh sự nước Cộng hòa … Lào (CHDCND Lào) tại Đà Nẵng".
  std::size_t seat_end(const Organization& found, std::size_t at) const {
    const LexiconMatch* place = reading_.match_at(at, "places");
    const LexiconMatch* state = reading_.match_before(found.name_last, "organizations");
    const bool envoy = state != nullptr && state->value("kind") == "country";
    return envoy && place != nullptr && tokens_[at].capital ? place->last : country_end(reading_, at);
  }

  // "Ban Điều phối viện trợ nhân dân (PACCOM) thuộc Liên hiệp …", "tổ chức Sóng Xanh (BW) tại Việt Nam".
  void take_superior(Organization& found) const {
    const std::size_t at = found.last + 1;
    if (reading_.is(found.last, "tại") && seat_end(found, at) > at) {
      found.under = reading_.words(reading_.span_of(found.last, seat_end(found, at)));
      found.last = seat_end(found, at);
      return;
    }
    // "Trưởng đại diện Quỹ Dân số Liên hợp quốc (UNFPA) Việt Nam".
    const std::size_t country = country_end(reading_, found.last);
    if (country > found.last && tokens_[found.last].paragraph == tokens_[first_].paragraph) {
      found.under = reading_.words(reading_.span_of(found.last, country));
      found.last = country;
      return;
    }
    // "Giám đốc Tổ chức Y tế thế giới (WHO) khu vực Tây Thái Bình Dương".
    const std::size_t part = part_of_world_end(reading_, found.last);
    if (part > found.last) {
      found.under = reading_.words(reading_.span_of(found.last, part));
      found.last = part;
      return;
    }
    if (!reading_.is(found.last, "thuộc") || at >= tokens_.size() || tokens_[at].paragraph != tokens_[first_].paragraph)
      return;
    const LexiconMatch* body = organization_at(at);
    if (body == nullptr || body->value("kind") != "head") return;
    const auto superior = read_organization(reading_, at, false);
    if (!superior) return;
    found.under = reading_.words(reading_.span_of(found.last, superior->last));
    found.last = superior->last;
    if (found.place.empty()) found.place = superior->place;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::size_t first_;
};

}  // namespace

void name_body(const Reading& reading, Organization& found) {
  const BodyName body(reading, found.first);
  found.name = body.mended_name(found.name_last);
  found.place = body.place_within(found.name_last);
  body.take_abbreviation(found);
}

namespace {

// "Liên bang Mexico", "Cộng hòa Rumani", "CH Séc": one past the words for the kind of a state, or `at`.
std::size_t after_kind_of_state(const Reading& reading, std::size_t at) {
  if (reading.is(at, "ch")) return at + 1;
  const bool two = (reading.is(at, "liên") && reading.is(at + 1, "bang")) ||
                   (reading.is(at, "cộng") && reading.is(at + 1, "hòa")) ||
                   (reading.is(at, "vương") && reading.is(at + 1, "quốc"));
  return two ? at + 2 : at;
}

}  // namespace

std::size_t country_end(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  if (at >= tokens.size() || !tokens[at].capital) return at;
  const std::size_t named = after_kind_of_state(reading, at);
  if (named > at && reading.match_at(at, "organizations") == nullptr && named < tokens.size() &&
      tokens[named].paragraph == tokens[at].paragraph && country_end(reading, named) > named)
    return country_end(reading, named);
  const LexiconMatch* country = reading.match_at(at, "organizations");
  const LexiconMatch* place = reading.match_at(at, "places");
  if (place != nullptr && place->value("kind") == "country") return place->last;
  return country != nullptr && country->value("kind") == "country" ? country->last : at;
}

bool is_part_of_world(const LexiconMatch* match) {
  return match != nullptr && match->value("kind") == "part" &&
         (match->entry->form.ends_with(" á") || match->entry->form.ends_with(" dương"));
}

std::size_t part_of_world_end(const Reading& reading, std::size_t at) {
  if (!reading.is(at, "khu") || !reading.is(at + 1, "vực")) return at;
  const std::size_t name = reading.is(at + 2, "châu") ? at + 3 : at + 2;  // "khu vực châu Á"
  const auto& tokens = reading.tokens();
  if (!reading.is_capital_word(name) || tokens[at].paragraph != tokens[name].paragraph) return at;
  std::size_t end = name;
  while (end < capitals_end(reading, name) && tokens[end].kind == TokenKind::kWord) ++end;
  const LexiconMatch* second = reading.is_any(end, {"-", "và"}) ? reading.match_at(end + 1, "organizations") : nullptr;
  return is_part_of_world(second) ? second->last : end;
}

std::size_t foreign_town_end(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostWords = 3;
  const auto& tokens = reading.tokens();
  std::size_t end = at;
  while (end - at < kMostWords && foreign_word_at(reading, end) && reading.match_at(end, "organizations") == nullptr &&
         tokens[end].paragraph == tokens[at - 1].paragraph)
    ++end;
  // "… ở New Delhi" closes the sentence; "gặp Giám đốc Quỹ X tại New York" tells where somebody was met.
  const bool over =
      end == tokens.size() || tokens[end].paragraph != tokens[at - 1].paragraph || reading.is_any(end, {".", ";"});
  const bool closes = over ? reading.is(at - 1, "ở")
                           : reading.is_any(end, {",", "("}) || reading.match_at(end, "organization_stops") != nullptr;
  return closes && end > at ? end : at;
}

bool is_behind_minister(const Reading& reading, std::size_t at) {
  return at > 1 && reading.is(at - 1, "trưởng") && reading.is_any(at - 2, {"bộ", "thứ"});
}

bool second_half_is_named(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostWords = 5;
  const auto& tokens = reading.tokens();
  std::size_t t = at;
  while (t < tokens.size() && t - at <= kMostWords && tokens[t].kind == TokenKind::kWord && !tokens[t].capital &&
         tokens[t].paragraph == tokens[at - 1].paragraph && reading.match_at(t, "titles") == nullptr &&
         reading.match_at(t, "honorifics") == nullptr && !reading.is(t, "của") &&
         reading.match_at(t, "organization_stops") == nullptr)
    ++t;
  if (t == at || t + 1 >= tokens.size() || reading.is_any(at, {"các", "những", "một", "lãnh", "cán"})) return false;
  const bool letters =
      reading.is(t, "(") && tokens[t + 1].all_capitals && reading.is(t + 2, ")") && tokens[t + 1].folded.size() >= 3;
  return letters || (reading.is(t, "của") && country_end(reading, t + 1) > t + 1);
}

std::size_t letters_in_brackets(const Reading& reading, std::size_t open) {
  constexpr std::size_t kMostTokens = 5;  // "LĐ-TB&XH"
  const auto& tokens = reading.tokens();
  for (std::size_t t = open + 1; t < tokens.size() && t <= open + kMostTokens + 1; ++t) {
    if (reading.is(t, ")")) return t > open + 1 ? t + 1 : open;
    const bool letter = tokens[t].kind == TokenKind::kWord && tokens[t].capital && reading.folded(t).size() == 1;
    if (!tokens[t].all_capitals && !letter && !reading.is_any(t, {"&", "-", ",", "."})) return open;
  }
  return open;
}

std::size_t quoted_end(const Reading& reading, std::size_t open) {
  constexpr std::size_t kMostQuoted = 10;
  const auto& tokens = reading.tokens();
  for (std::size_t t = open + 1; t < tokens.size() && t - open <= kMostQuoted; ++t) {
    if (tokens[t].paragraph != tokens[open].paragraph) break;
    if (reading.is(t, "\"")) return t + 1;
  }
  return open;
}

bool letters_of_words(const Reading& reading, std::size_t first, std::size_t end, Clause letters) {
  constexpr std::size_t kFewestLetters = 3;
  const auto& tokens = reading.tokens();
  std::string form;
  for (std::size_t t = letters.first; t < letters.last; ++t) {
    if (tokens[t].all_capitals) form += text::fold_to_ascii(tokens[t].folded);
  }
  if (form.size() < kFewestLetters) return false;
  std::size_t word = end;
  for (std::size_t i = form.size(); i-- > 0; --word) {
    // "Kế hoạch và Đầu tư (KHĐT)".
    while (word > first && reading.is_any(word - 1, {"và", ",", "-"}) && form[i] != 'v') --word;
    if (word == first || text::fold_to_ascii(tokens[word - 1].folded).front() != form[i]) return false;
  }
  return true;
}

bool is_slip_of_name(const LexiconMatch& known) {
  if (known.value("name").empty()) return false;
  const std::string name = text::fold(known.value("name"));
  return known.mended || (known.entry->form != name && words_within_slips(known.entry->form, name));
}

}  // namespace trichluc
