#include "extractors/lexicon/word_pairs.h"

#include <algorithm>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr char32_t kAcute = 0x301, kTilde = 0x303, kHook = 0x309;

// These three marks look alike in small print. A grave leans the other way and a dot below stands apart; and to put
// marks on bare letters would mend what is written without them.
bool is_mistakable(char32_t tone) {
  return tone == kAcute || tone == kTilde || tone == kHook;
}

bool is_misreading(std::string_view read, std::string_view meant) {
  if (count_code_points(read) < 2) return false;
  const text::Toneless a = text::without_tone(read);
  const text::Toneless b = text::without_tone(meant);
  return a.letters == b.letters && is_mistakable(a.tone) && is_mistakable(b.tone);
}

bool are_neighbours(const Token& a, const Token& b) {
  const bool words = a.kind == TokenKind::kWord && b.kind == TokenKind::kWord;
  return words && a.recognised && b.recognised && a.paragraph == b.paragraph;
}

}  // namespace

void WordPairs::add(std::string_view first, std::string_view second) {
  if (!known_.insert({first, second}).second) return;
  by_letters_[{text::without_tone(first).letters, text::without_tone(second).letters}].emplace_back(first, second);
}

const WordPairs::Pair* WordPairs::meant(const Token& first, const Token& second) const {
  const auto found =
      by_letters_.find({text::without_tone(first.folded).letters, text::without_tone(second.folded).letters});
  if (found == by_letters_.end()) return nullptr;
  const Pair* only = nullptr;
  for (const Pair& pair : found->second) {
    const bool first_wrong = pair.second == second.folded && is_misreading(first.folded, pair.first);
    const bool second_wrong = pair.first == first.folded && is_misreading(second.folded, pair.second);
    if (!first_wrong && !second_wrong) continue;
    if (only != nullptr) return nullptr;
    only = &pair;
  }
  return only;
}

void WordPairs::mend(std::vector<Token>& tokens) const {
  if (std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.recognised; })) return;
  std::vector<bool> supported(tokens.size(), false);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (are_neighbours(tokens[i], tokens[i + 1]) && is_known(tokens[i], tokens[i + 1])) {
      supported[i] = supported[i + 1] = true;
    }
  }
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!are_neighbours(tokens[i], tokens[i + 1]) || (supported[i] && supported[i + 1])) continue;
    const Pair* pair = meant(tokens[i], tokens[i + 1]);
    if (pair == nullptr) continue;
    const bool first = tokens[i].folded != pair->first;
    const std::size_t wrong = first ? i : i + 1;
    if (supported[wrong]) continue;
    tokens[wrong].folded = first ? pair->first : pair->second;
    tokens[wrong].mended = true;
    supported[i] = supported[i + 1] = true;
  }
}

}  // namespace trichluc
