#include "extractors/official/names_before.h"

#include "extractors/official/honorific.h"

namespace trichluc {

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
