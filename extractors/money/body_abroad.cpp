#include "extractors/money/body_abroad.h"

#include <algorithm>

#include "extractors/countries.h"
#include "extractors/money/givers.h"
#include "extractors/official/organization.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestName = 16;  // tokens, its brackets with it

bool is_organisation_word(const Reading& reading, std::size_t at) {
  return reading.is(at, "tổ") && reading.is(at + 1, "chức");
}

// "Operation Smile", "Plan": no word of Vietnamese, and no acronym, which a body at home has too ("MTTQ").
bool is_foreign_word(const Reading& reading, std::size_t at) {
  const Token& token = reading.tokens()[at];
  return reading.is_capital_word(at) && !token.all_capitals && !spells_vietnamese(token);
}

bool tells_abroad(const Reading& reading, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at < last; ++at) {
    const LexiconMatch* donor = reading.match_at(at, "money_cues");
    if (donor != nullptr && donor->value("verdict") == "abroad" && donor->last <= last) return true;
    if (country_at(reading, at) != nullptr || is_foreign_word(reading, at)) return true;
  }
  return false;
}

// A body begins with its head word and a capital ("Hội …", "Quỹ …"), an organisation in small letters too.
bool may_begin(const Reading& reading, std::size_t at) {
  if (is_organisation_word(reading, at)) return reading.is_capital_word(at + 2);
  const LexiconMatch* head = reading.match_at(at, "organizations");
  return reading.is_capital_word(at) && head != nullptr && head->value("kind") == "head";
}

// "Quỹ Hòa bình Hàn Quốc tại Việt Nam", but not "Hội hữu nghị Việt Nam - Nhật Bản", which is at home.
bool is_of_friends(const Reading& reading, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at + 1 < last; ++at) {
    if (reading.is(at, "hữu") && reading.is(at + 1, "nghị")) return true;
  }
  return false;
}

// "Sứ quán Đan Mạch": an embassy with its country.
std::optional<BodyAbroad> embassy_at(const Reading& reading, const LexiconMatch& known, std::size_t to) {
  if (!reading.is(known.last - 1, "quán")) return std::nullopt;
  const LexiconMatch* country = country_at(reading, known.last);
  return country != nullptr && country->last <= to
             ? std::optional<BodyAbroad>(BodyAbroad{{known.first, country->last}, country->last})
             : std::nullopt;
}

// "USAID", "Oxfam": donors that the table names in full.
std::optional<BodyAbroad> known_donor_at(const Reading& reading, std::size_t first, std::size_t to) {
  const LexiconMatch* known = reading.match_at(first, "money_cues");
  const bool donor = known != nullptr && known->value("verdict") == "abroad" && known->last <= to;
  if (donor && reading.is_capital_word(first)) {
    if (const auto embassy = embassy_at(reading, *known, to)) return embassy;
  }
  if (!donor || !reading.is_capital_word(first) || reading.is_capital_word(known->last)) return std::nullopt;
  if (first > 0 && reading.is_capital_word(first - 1)) return std::nullopt;  // "Plan International"
  return BodyAbroad{{first, known->last}, known->last};
}

// "Phuc’s Fond": the name goes on behind its apostrophe.
bool goes_on_as_possessive(const Reading& reading, std::size_t at) {
  return reading.is_any(at, {"'", "’"}) && reading.is(at + 1, "s");
}

// "do Tổ chức PATH viện trợ": the verb of giving behind a capital is no part of the name.
std::size_t before_giving(const Reading& reading, std::size_t first, std::size_t to) {
  for (std::size_t at = first + 1; at < to; ++at) {
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    const bool gives = cue != nullptr && (cue->value("verdict") == "aid" || cue->value("verdict") == "weak");
    if (gives && !reading.tokens()[at].capital && reading.is_capital_word(at - 1)) return at;
  }
  return to;
}

// "Tổ chức Tầm nhìn thế giới tại Việt Nam", "Tổ chức GCF/Hàn Quốc": where it sits is no part of its name.
std::size_t before_seat(const Reading& reading, std::size_t first, std::size_t last) {
  for (std::size_t at = first + 1; at < last; ++at) {
    if (reading.is(at, "tại") || (reading.is(at, "/") && country_at(reading, at + 1) != nullptr)) return at;
  }
  return last;
}

// "5 tổ chức PCPNN", "Tổ chức NGO": a kind of body, no name.
bool is_kind_of_body(const Reading& reading, std::size_t first, Clause name) {
  const LexiconMatch* noun = reading.match_at(first, "head_nouns");
  const LexiconMatch* kind = reading.match_at(name.first, "head_nouns");
  return (noun != nullptr && noun->last > first + 2) || (kind != nullptr && name.first > first);
}

std::optional<BodyAbroad> named_body_at(const Reading& reading, std::size_t first, std::size_t to) {
  if (!may_begin(reading, first)) return std::nullopt;
  const auto body = read_organization(reading, first, false);
  if (!body) return std::nullopt;
  to = before_giving(reading, first, to);
  const std::size_t last = std::min(body->last, to);
  const std::size_t name_last = std::min(body->name_last, to);
  const bool organisation = is_organisation_word(reading, first);
  const bool bare = organisation && !reading.tokens()[first].capital;
  if (name_last < first + (bare ? 3 : 2)) return std::nullopt;
  const bool abroad = tells_abroad(reading, first, last) || (organisation && body->place.empty());
  if (!abroad || is_of_friends(reading, first, last)) return std::nullopt;
  const Clause name{bare ? first + 2 : first, before_seat(reading, first, name_last)};
  if (goes_on_as_possessive(reading, last) || is_kind_of_body(reading, first, name)) return std::nullopt;
  return BodyAbroad{name, last};
}

}  // namespace

std::optional<BodyAbroad> body_abroad_at(const Reading& reading, std::size_t first, std::size_t to) {
  if (first >= to) return std::nullopt;
  const auto named = named_body_at(reading, first, to);
  return named ? named : known_donor_at(reading, first, to);
}

const LexiconMatch* cue_of_body(const Reading& reading, std::size_t first, const Clause& name) {
  const LexiconMatch* donor = reading.match_at(name.first, "money_cues");
  return donor != nullptr ? donor : reading.match_at(first, "organizations");
}

namespace {

// The one whose name ends just before this token and begins at or behind `from`; of several readings the longest.
std::optional<BodyAbroad> body_abroad_before(const Reading& reading, std::size_t end, std::size_t from) {
  const std::size_t farthest = end > kLongestName ? end - kLongestName : 0;
  for (std::size_t first = std::max(from, farthest); first < end; ++first) {
    const auto body = body_abroad_at(reading, first, end);
    if (body && body->last == end) return body;
  }
  return std::nullopt;
}

}  // namespace

namespace {

bool joins_foreign_name(const Reading& reading, std::size_t at) {
  return reading.is_any(at, {"of", "for", "and", "the", "&", "to", "in", "de", "des", "du"});
}

// "Good People International (GPI)": the name stands before its short form or its country.
std::size_t before_short_form(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongestInside = 4;
  if (end < from + 4 || !reading.is(end - 1, ")")) return end;
  for (std::size_t at = end - 1; at > from && end - at <= kLongestInside + 1; --at) {
    if (reading.is(at - 1, "(")) return at - 1;
  }
  return end;
}

bool is_known_donor(const LexiconMatch* cue) {
  return cue != nullptr && cue->value("verdict") == "abroad";
}

}  // namespace

std::optional<BodyAbroad> foreign_name_before(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongest = 7;
  const std::size_t name_end = before_short_form(reading, end, from);
  if (name_end == from || !is_foreign_word(reading, name_end - 1)) return std::nullopt;
  std::size_t first = name_end - 1;
  while (first > from && name_end - first < kLongest &&
         (reading.is_capital_word(first - 1) || joins_foreign_name(reading, first - 1)))
    --first;
  if (!reading.is_capital_word(first)) return std::nullopt;
  return BodyAbroad{{first, name_end}, end};
}

std::optional<BodyAbroad> known_name_before(const Reading& reading, std::size_t end, std::size_t from) {
  const auto body = foreign_name_before(reading, end, from);
  if (!body) return std::nullopt;
  const bool known = is_known_donor(reading.match_at(body->name.first, "money_cues")) ||
                     is_known_donor(reading.match_before(body->name.last, "money_cues"));
  return known ? body : std::nullopt;
}

std::optional<BodyAbroad> acting_body(const Reading& reading, std::size_t verb, std::size_t from) {
  constexpr std::size_t kMostBetween = 5;
  for (std::size_t end = end_of_giver(reading, verb); end > from && verb - end <= kMostBetween; --end) {
    if (const auto body = body_abroad_before(reading, end, from)) return body;
    const Token& between = reading.tokens()[end - 1];
    if (between.kind != TokenKind::kWord || between.capital || reading.is_any(end - 1, {"với", "và", "cho", "được"}))
      break;
  }
  return std::nullopt;
}

}  // namespace trichluc
