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
    for (const Three& three : kThrees) put(key(three, words), {form, words[three.left_out()]});
    for (std::size_t i = 0; i < kFormulaWords; ++i) note(words[i], i);
  }

  // A bit for each of its first four words that any formula has as such: 1 for the first, 2 for the second …
  unsigned places_of(int word) const {
    return word >= 0 && static_cast<std::size_t>(word) < places_.size() ? places_[static_cast<std::size_t>(word)] : 0U;
  }
  // Of four words side by side, given the places of each: which may stand where they do.
  static unsigned fit_of(unsigned first, unsigned second, unsigned third, unsigned fourth) {
    return (first & 1U) | (second & 2U) | (third & 4U) | (fourth & 8U);
  }
  // Few words do, and three of a formula would have to.
  static bool three_fit(unsigned fit) { return (kThreeFit >> fit & 1U) != 0; }

  // Calls `use` once with each that has three of these as its first words, or all.
  // `fit` is fit_of() these words.
  template <class Use>
  void each(const Words& words, unsigned fit, const Use& use) const {
    for (const Three& three : kThrees) {
      if ((fit & three.bits()) != three.bits()) continue;
      const Forms* found = look(key(three, words));
      // Those that have all four words are looked at once, by their first three.
      const bool again = found != nullptr && three.without != Place::kFourth;
      if (found == nullptr || (again && found->only == words[three.left_out()])) continue;
      for (const Form& form : found->forms) {
        if (!again || form.other != words[three.left_out()]) use(form.form);
      }
    }
  }

 private:
  // A bit for each set of four in which three are or all.
  static constexpr unsigned kThreeFit = 1U << 0b0111U | 1U << 0b1011U | 1U << 0b1101U | 1U << 0b1110U | 1U << 0b1111U;

  enum class Place : std::uint64_t { kFourth, kThird, kSecond, kFirst };

  // Three of the first four words, and which is left out.
  struct Three {
    Place without;
    std::size_t a, b, c;
    constexpr unsigned bits() const { return 1U << a | 1U << b | 1U << c; }
    constexpr std::size_t left_out() const { return 3 - static_cast<std::size_t>(without); }
  };
  static constexpr Three kThrees[] = {
      {Place::kFourth, 0, 1, 2}, {Place::kThird, 0, 1, 3}, {Place::kSecond, 0, 2, 3}, {Place::kFirst, 1, 2, 3}};

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

  static constexpr int kSeveral = -2;  // no word has this id

  // A form that has three words, and its other word of the first four.
  struct Form {
    std::size_t form;
    int other;
  };
  struct Forms {
    std::vector<Form> forms;
    int only = kSeveral;  // the other word of all of them
  };

  void put(std::uint64_t key, Form form) {
    Forms& known = forms_[key];
    known.only = known.forms.empty() || known.only == form.other ? form.other : kSeveral;
    known.forms.push_back(form);
    hints_.set(hint_of(key));
  }

  const Forms* look(std::uint64_t key) const {
    if (!hints_.test(hint_of(key))) return nullptr;
    const auto found = forms_.find(key);
    return found == forms_.end() ? nullptr : &found->second;
  }

  std::vector<std::uint8_t> places_;  // for each word a bit for each place it has in a formula
  std::unordered_map<std::uint64_t, Forms> forms_;
  std::bitset<kHints> hints_;
};

}  // namespace trichluc
