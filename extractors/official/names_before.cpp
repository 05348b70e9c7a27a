#include "extractors/official/names_before.h"

#include "extractors/official/honorific.h"

namespace trichluc {
namespace {

bool is_of_another_language(const Reading& reading, std::size_t at) {
  const Token& token = reading.tokens()[at];
  return token.kind == TokenKind::kWord && token.capital && !token.all_capitals && !spells_vietnamese(token) &&
         reading.match_at(at, "organizations") == nullptr && reading.match_at(at, "places") == nullptr;
}

}  // namespace

std::optional<PersonName> stranger_at_end_of(const Reading& reading, const ReadPosition& office) {
  constexpr std::size_t kMostWords = 4;
  if (office.position.organization.empty()) return std::nullopt;
  std::size_t first = office.last;
  while (first > office.title->last && is_of_another_language(reading, first - 1)) --first;
  const std::size_t words = office.last - first;
  if (words < 2 || words > kMostWords || first == office.title->last) return std::nullopt;
  const bool of_state = office.title->value("use") == "alone";
  const bool of_centre = reading.is(first - 1, "ương") && reading.is(first - 2, "trung");
  const bool of_nation = office.title->value("name") == "Cố vấn" && reading.is(first - 1, "gia") &&
                         reading.is(first - 2, "quốc") && !reading.tokens()[first - 1].capital;
  return of_state || of_centre || of_nation ? std::optional<PersonName>(PersonName{first, office.last, words, words})
                                            : std::nullopt;
}

void NamesBefore::add(const PersonName& name) {
  if (name.last >= name.first + 2) by_last_word_[reading_.folded(name.last - 1)].push_back(name);
}

bool NamesBefore::is_said_again(const PersonName& name, std::size_t first) const {
  for (std::size_t t = name.first; t < name.last; ++t) {
    if (reading_.folded(first + t - name.first) != reading_.folded(t)) return false;
  }
  return true;
}

std::optional<PersonName> NamesBefore::at_end_of(const ReadPosition& office) const {
  if (office.position.organization.empty()) return std::nullopt;
  const auto alike = by_last_word_.find(reading_.folded(office.last - 1));
  if (alike == by_last_word_.end()) return std::nullopt;
  for (const PersonName& known : alike->second) {
    const std::size_t words = known.last - known.first;
    if (office.title->last + words >= office.last) continue;
    const std::size_t first = office.last - words;
    const bool begins = reading_.tokens()[first].capital && same_paragraph(reading_, first, office.last - 1);
    if (begins && is_said_again(known, first)) return PersonName{first, office.last, known.words, known.parts};
  }
  return std::nullopt;
}

}  // namespace trichluc
