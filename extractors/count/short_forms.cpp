#include "extractors/count/short_forms.h"

#include <algorithm>
#include <string>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kFewestLetters = 3;
constexpr std::size_t kMostLetters = 8;

// "(CTPTV)", "(viết tắt là CTPTV)", "(sau đây gọi tắt là CTPTV)": where the short form stands in the brackets.
std::size_t form_in_brackets(const Reading& reading, std::size_t bracket) {
  constexpr std::size_t kLongestLead = 6;
  std::size_t at = bracket + 1;
  for (std::size_t end = at + kLongestLead; at < end && !reading.is(at + 1, ")"); ++at) {
    if (!reading.is_any(at, {"sau", "đây", "viết", "gọi", "tắt", "là"})) break;
  }
  const bool alone = reading.is(at + 1, ")") && reading.tokens()[at].all_capitals;
  return alone ? at : bracket;
}

// How many words the initials are of, counted back from the brackets; 0 where they are of others. "án" begins with A.
std::size_t words_of_initials(const Reading& reading, std::size_t bracket, std::string_view form) {
  const std::string letters = text::fold_to_ascii(form);
  if (letters.size() < kFewestLetters || letters.size() > kMostLetters || letters.size() > bracket) return 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t word = bracket - letters.size() + i;
    if (reading.tokens()[word].kind != TokenKind::kWord) return 0;
    if (text::fold_to_ascii(reading.folded(word)).substr(0, 1) != letters.substr(i, 1)) return 0;
  }
  return letters.size();
}

}  // namespace

ShortForms::ShortForms(const Reading& reading) {
  const std::size_t count = reading.tokens().size();
  for (std::size_t at = 1; at + 2 < count; ++at) {
    if (reading.is(at, "(")) define(reading, at);
  }
  if (!defined_.empty()) find_uses(reading);
}

void ShortForms::define(const Reading& reading, std::size_t bracket) {
  const std::size_t at = form_in_brackets(reading, bracket);
  if (at == bracket) return;
  const std::string_view form = reading.folded(at);
  const std::size_t words = words_of_initials(reading, bracket, form);
  if (words == 0 || reading.match_at(at, "head_nouns") != nullptr) return;
  const LexiconMatch* noun = reading.match_at(bracket - words, "head_nouns");
  if (noun == nullptr || noun->value("of").empty() || noun->last > bracket) return;
  defined_.push_back({form, noun});
}

void ShortForms::find_uses(const Reading& reading) {
  constexpr std::size_t kMostDefined = 20;  // no list of letters is looked through for every word
  if (defined_.size() > kMostDefined) defined_.resize(kMostDefined);
  for (std::size_t at = 0; at < reading.tokens().size(); ++at) {
    if (!reading.tokens()[at].all_capitals) continue;
    const auto found = std::find_if(defined_.begin(), defined_.end(),
                                    [&](const Definition& each) { return each.form == reading.folded(at); });
    if (found == defined_.end()) continue;
    LexiconMatch use = *found->noun;
    use.first = static_cast<std::uint32_t>(at);
    use.last = use.first + 1;
    uses_.push_back(use);
  }
}

const LexiconMatch* ShortForms::noun_at(std::size_t token) const {
  const auto at = std::lower_bound(uses_.begin(), uses_.end(), token,
                                   [](const LexiconMatch& use, std::size_t first) { return use.first < first; });
  return at != uses_.end() && at->first == token ? &*at : nullptr;
}

}  // namespace trichluc
