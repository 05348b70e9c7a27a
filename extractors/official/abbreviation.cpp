#include "extractors/official/abbreviation.h"

#include <algorithm>

#include "extractors/official/organization.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostShortWords = 3;

// First letters of the words, for acronyms: "UBND" of "Ủy ban nhân dân"; without diacritics.
bool is_acronym_of(const std::string& acronym, const Reading& reading, std::size_t first, std::size_t last) {
  const std::string letters = text::fold_to_ascii(acronym);
  std::string initials;
  for (std::size_t t = first; t < last; ++t) {
    if (reading.tokens()[t].kind == TokenKind::kWord) initials += text::fold_to_ascii(reading.folded(t)).substr(0, 1);
  }
  return letters == initials;
}

// The body that ends just before "(", and that the words in brackets can stand for.
std::optional<Abbreviation> defined_before(const Reading& reading, std::size_t open, std::size_t close) {
  const std::string short_form = std::string(slice(reading.text().folded(), reading.span_of(open + 1, close)));
  const Sentence& sentence = reading.sentence_of(open);
  const bool acronym = reading.tokens()[open + 1].all_capitals && close == open + 2;
  for (std::size_t t = open; t-- > sentence.first;) {
    if (!reading.tokens()[t].capital) continue;
    const LexiconMatch* head = reading.match_at(t, "organizations");
    if (head == nullptr || head->value("kind") != "head") continue;
    const auto body = read_organization(reading, t, false);
    if (!body || body->name_last != open) continue;
    const std::string folded = text::fold(body->name);
    const bool begins = folded.rfind(short_form + " ", 0) == 0;
    if (begins || (acronym && is_acronym_of(short_form, reading, t, open))) return Abbreviation{short_form, body->name};
  }
  return std::nullopt;
}

void write_out(const Abbreviation& abbreviation, Position& position) {
  const std::string folded = text::fold(position.organization);
  const std::string& form = abbreviation.folded;
  const bool whole = folded == form;
  const bool before_unit = folded.rfind(form + " ", 0) == 0 && text::fold(abbreviation.full).rfind(form + " ", 0) != 0;
  if (!whole && !before_unit) return;
  // The text is title, body and perhaps "(…)"; the short form stands where the body stood.
  const std::size_t at = position.text.rfind(position.organization);
  const std::string rest = whole ? std::string() : position.organization.substr(position.organization.find(' '));
  if (at != std::string::npos) position.text.replace(at, position.organization.size(), abbreviation.full + rest);
  position.organization = abbreviation.full + rest;
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(const Reading& reading) {
  std::vector<Abbreviation> found;
  const auto& tokens = reading.tokens();
  for (std::size_t t = 1; t + 2 < tokens.size(); ++t) {
    if (tokens[t].folded != "(" || reading.section_of(t) == text::Section::kRelated) continue;
    std::size_t close = t + 1;
    while (close < tokens.size() && close - t <= kMostShortWords && tokens[close].folded != ")") ++close;
    if (close >= tokens.size() || tokens[close].folded != ")" || close == t + 1) continue;
    auto abbreviation = defined_before(reading, t, close);
    const auto same = [&](const Abbreviation& a) { return a.folded == abbreviation->folded; };
    if (abbreviation && std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(*abbreviation));
  }
  return found;
}

void expand(const std::vector<Abbreviation>& abbreviations, std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    for (ReadPosition& read : mention.positions) {
      for (const Abbreviation& abbreviation : abbreviations) write_out(abbreviation, read.position);
    }
  }
}

}  // namespace trichluc
