// Formulas are forms of four words and more ("tổ chức phi chính phủ nước ngoài"); they are found with one slip of a
// letter for each four words. Which of them may stand at a token?
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace trichluc {

constexpr std::size_t kFormulaWords = 4;

// With one slip three of the first four words are right, so a formula is found by those; a long one, with more slips,
// by its first or its second word.
class Formulas {
 public:
  using Words = std::array<int, kFormulaWords>;  // ids, 0 and above; -1: a word of no form

  void add(std::size_t form, const std::vector<int>& words) {
    if (words.size() >= 2 * kFormulaWords) {
      put(key(Place::kFirst, words[0]), form);
      put(key(Place::kSecond, words[1]), form);
      return;
    }
    for (const Three& three : kThrees) put(key(three, words), form);
    for (std::size_t i = 0; i < kFormulaWords; ++i) note(words[i], i);
  }

  // Calls `use` with each that may have these as its first words, with a slip in one of them; some more than once.
  template <class Use>
  void each(const Words& words, const Use& use) const {
    // Few words stand at one of these places in any formula, and three of these would have to.
    std::size_t fit = 0;
    for (std::size_t i = 0; i < kFormulaWords; ++i) fit += stands(words[i], i) ? 1U : 0U;
    if (fit + 1 >= kFormulaWords) {
      for (const Three& three : kThrees) {
        const bool known = words[three.a] >= 0 && words[three.b] >= 0 && words[three.c] >= 0;
        if (known) look(key(three, words), use);
      }
    }
    if (words[0] >= 0) look(key(Place::kFirst, words[0]), use);
    if (words[1] >= 0) look(key(Place::kSecond, words[1]), use);
  }

 private:
  enum class Place : std::uint64_t { kFourth, kThird, kSecond, kFirst };

  // Three of the first four words, and which is left out.
  struct Three {
    Place without;
    std::size_t a, b, c;
  };
  static constexpr Three kThrees[] = {
      {Place::kFourth, 0, 1, 2}, {Place::kThird, 0, 1, 3}, {Place::kSecond, 0, 2, 3}, {Place::kFirst, 1, 2, 3}};

  template <class Ids>
  static std::uint64_t key(const Three& three, const Ids& words) {
    constexpr unsigned kBits = 20;  // of a word's id; a million words
    const auto id = [&](std::size_t at) { return static_cast<std::uint64_t>(static_cast<std::uint32_t>(words[at])); };
    return static_cast<std::uint64_t>(three.without) << 3U * kBits | id(three.a) << 2U * kBits | id(three.b) << kBits |
           id(three.c);
  }
  // One word alone.
  static std::uint64_t key(Place place, int word) {
    constexpr std::uint64_t kAlone = 1ULL << 63U;
    return kAlone | static_cast<std::uint64_t>(place) << 60U | static_cast<std::uint32_t>(word);
  }

  bool stands(int word, std::size_t place) const {
    return word >= 0 && static_cast<std::size_t>(word) < places_.size() &&
           (static_cast<unsigned>(places_[static_cast<std::size_t>(word)]) >> place & 1U) != 0;
  }

  void note(int word, std::size_t place) {
    const auto id = static_cast<std::size_t>(word);
    if (id >= places_.size()) places_.resize(id + 1);
    places_[id] = static_cast<std::uint8_t>(places_[id] | 1U << place);
  }

  // Most keys are of no formula; a few bits say so without a look into the map.
  static constexpr std::size_t kHints = 1U << 16U;
  static std::size_t hint_of(std::uint64_t key) { return key * 0x9E3779B97F4A7C15ULL >> 48U; }

  void put(std::uint64_t key, std::size_t form) {
    forms_[key].push_back(form);
    hints_.set(hint_of(key));
  }

  template <class Use>
  void look(std::uint64_t key, const Use& use) const {
    if (!hints_.test(hint_of(key))) return;
    const auto found = forms_.find(key);
    if (found == forms_.end()) return;
    for (const std::size_t form : found->second) use(form);
  }

  std::vector<std::uint8_t>
      places_;  // for each word, a bit for each place it has in a formula of less than eight words
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> forms_;
  std::bitset<kHints> hints_;
};

}  // namespace trichluc
