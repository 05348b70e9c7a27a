// Numbers for words, from 0. Asked for every word of every text: most are in no dictionary, and one look says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/word_ends.h"

namespace trichluc {

class WordIds {
 public:
  WordIds();

  // -1: never added.
  int find(std::string_view word) const { return slots_[slot_of(word, ends_of(word))].id; }
  int add(std::string_view word);
  // Views of words stay good as long as this object.
  std::string_view word(int id) const { return words_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return words_.size(); }

 private:
  // The ends of a word of up to 16 bytes are all of it: most words are told without a look at their letters.
  struct Slot {
    WordEnds ends;
    int id = -1;
  };

  bool is_word(const Slot& slot, const WordEnds& ends, std::string_view word) const {
    constexpr std::size_t kTold = 2 * sizeof(std::uint64_t);
    if (slot.ends.head != ends.head || slot.ends.tail != ends.tail || slot.ends.size != ends.size) return false;
    return ends.size <= kTold || words_[static_cast<std::size_t>(slot.id)] == word;
  }
  // The slot that holds the word, or the empty one where it would stand.
  std::size_t slot_of(std::string_view word, const WordEnds& ends) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = ends.hash() & mask;
    while (slots_[at].id >= 0 && !is_word(slots_[at], ends, word)) at = (at + 1) & mask;
    return at;
  }
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half of them full
  std::deque<std::string> words_;
};

}  // namespace trichluc
