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

// With one slip two of the first three words are right, so a formula is found by those; a long one, with more slips,
// by its first or its second word.
class Formulas {
 public:
  // `words`: ids, 0 and above.
  void add(std::size_t form, const std::vector<int>& words) {
    if (words.size() >= 2 * kFormulaWords) {
      put(key(Place::kFirst, words[0], 0), form);
      put(key(Place::kSecond, words[1], 0), form);
      return;
    }
    put(key(Place::kFirstTwo, words[0], words[1]), form);
    put(key(Place::kFirstAndThird, words[0], words[2]), form);
    put(key(Place::kLastTwo, words[1], words[2]), form);
  }

  // Calls `use` with each that may have these as its first words (-1: a word of no form), some more than once.
  template <class Use>
  void each(const std::array<int, 3>& words, const Use& use) const {
    const bool first = words[0] >= 0;
    const bool second = words[1] >= 0;
    const bool third = words[2] >= 0;
    if (first && second) look(key(Place::kFirstTwo, words[0], words[1]), use);
    if (first && third) look(key(Place::kFirstAndThird, words[0], words[2]), use);
    if (second && third) look(key(Place::kLastTwo, words[1], words[2]), use);
    if (first) look(key(Place::kFirst, words[0], 0), use);
    if (second) look(key(Place::kSecond, words[1], 0), use);
  }

 private:
  enum class Place : std::uint64_t { kFirstTwo, kFirstAndThird, kLastTwo, kFirst, kSecond };

  static std::uint64_t key(Place place, int a, int b) {
    return static_cast<std::uint64_t>(place) << 60U | static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 30U |
           static_cast<std::uint32_t>(b);
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

  std::unordered_map<std::uint64_t, std::vector<std::size_t>> forms_;
  std::bitset<kHints> hints_;
};

}  // namespace trichluc
