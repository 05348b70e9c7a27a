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

// With one slip three of the first four words are right, so a formula is found by those; a long one may have more
// slips, but no second one so early.
class Formulas {
 public:
  using Words = std::array<int, kFormulaWords>;  // ids, 0 and above; -1: a word of no form

  void add(std::size_t form, const std::vector<int>& words) {
    for (const Three& three : kThrees) put(key(three, words), form);
    for (std::size_t i = 0; i < kFormulaWords; ++i) note(words[i], i);
  }

  // Calls `use` with each that may have these as its first words, with a slip in one of them; some more than once.
  template <class Use>
  void each(const Words& words, const Use& use) const {
    // Few words stand at one of these places in any formula, and three of these would have to.
    unsigned fit = 0;
    for (std::size_t i = 0; i < kFormulaWords; ++i) fit |= places_of(words[i]) & 1U << i;
    for (const Three& three : kThrees) {
      if ((fit & three.bits()) == three.bits()) look(key(three, words), use);
    }
  }

 private:
  enum class Place : std::uint64_t { kFourth, kThird, kSecond, kFirst };

  // Three of the first four words, and which is left out.
  struct Three {
    Place without;
    std::size_t a, b, c;
    constexpr unsigned bits() const { return 1U << a | 1U << b | 1U << c; }
  };
  static constexpr Three kThrees[] = {
      {Place::kFourth, 0, 1, 2}, {Place::kThird, 0, 1, 3}, {Place::kSecond, 0, 2, 3}, {Place::kFirst, 1, 2, 3}};

  unsigned places_of(int word) const {
    return word >= 0 && static_cast<std::size_t>(word) < places_.size() ? places_[static_cast<std::size_t>(word)] : 0U;
  }

  static constexpr unsigned kBits = 20;  // of a word's id; a million words

  template <class Ids>
  static std::uint64_t key(const Three& three, const Ids& words) {
    return static_cast<std::uint64_t>(three.without) << 3U * kBits | id(words[three.a]) << 2U * kBits |
           id(words[three.b]) << kBits | id(words[three.c]);
  }
  static std::uint64_t id(int word) { return static_cast<std::uint32_t>(word); }

  void note(int word, std::size_t place) {
    const auto at = static_cast<std::size_t>(word);
    if (at >= places_.size()) places_.resize(at + 1);
    places_[at] = static_cast<std::uint8_t>(places_[at] | 1U << place);
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

  std::vector<std::uint8_t> places_;  // for each word a bit for each place it has in a formula
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> forms_;
  std::bitset<kHints> hints_;
};

}  // namespace trichluc
