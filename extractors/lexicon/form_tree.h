// All forms of all tables by the ids of their words: from the root a step for each word. Asked at every word of every
// text, where it mostly goes on no further; a few bits say so.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace trichluc {

class FormTree {
 public:
  static constexpr std::uint32_t kNowhere = 0;
  static constexpr std::uint32_t kNoForm = UINT32_MAX;

  FormTree();

  // Forms are numbered by those who add them, from 0 and one after the other; `words` is not empty.
  void add(std::uint32_t form, const std::vector<int>& words);

  // Where forms that begin with the word go on, or kNowhere. A word of no form is -1.
  std::uint32_t first(int word) const {
    return word >= 0 && static_cast<std::size_t>(word) < roots_.size() ? roots_[static_cast<std::size_t>(word)]
                                                                       : kNowhere;
  }
  // … and on from there with the next word.
  std::uint32_t after(std::uint32_t node, int word) const {
    if (word < 0) return kNowhere;
    const std::uint64_t key = key_of(node, word);
    return hints_.test(hint_of(key)) ? look(key) : kNowhere;
  }

  // The forms that end here, in the order they were added: the first, and the one behind another.
  std::uint32_t form_at(std::uint32_t node) const { return ends_[node]; }
  std::uint32_t form_behind(std::uint32_t form) const { return behind_[form]; }

 private:
  struct Step {
    std::uint64_t key = 0;  // 0: none, as no step leads from node 0
    std::uint32_t node = kNowhere;
  };

  static constexpr unsigned kHintBits = 19;  // 64 kB for some 40,000 steps
  static std::uint64_t key_of(std::uint32_t node, int word) {
    return std::uint64_t{node} << 32U | static_cast<std::uint32_t>(word);
  }
  static std::uint64_t mixed(std::uint64_t key) { return key * 0x9E3779B97F4A7C15ULL; }
  static std::size_t hint_of(std::uint64_t key) { return mixed(key) >> (64U - kHintBits); }

  std::size_t slot_of(std::uint64_t key) const;
  std::uint32_t look(std::uint64_t key) const { return steps_[slot_of(key)].node; }
  std::uint32_t root_of(int word);
  std::uint32_t step(std::uint32_t node, int word);
  std::uint32_t new_node();
  void grow();

  std::vector<std::uint32_t> roots_;  // by the id of a word
  std::vector<Step> steps_;           // a power of two, at most half of them full
  std::size_t used_ = 0;
  std::vector<std::uint32_t> ends_;    // by node
  std::vector<std::uint32_t> behind_;  // by form
  std::bitset<(1U << kHintBits)> hints_;
};

}  // namespace trichluc
