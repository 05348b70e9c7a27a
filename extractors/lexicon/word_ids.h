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
  int find(std::string_view word) const;
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

  bool is_word(const Slot& slot, const WordEnds& ends, std::string_view word) const;
  std::size_t slot_of(std::string_view word, const WordEnds& ends) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half of them full
  std::deque<std::string> words_;
};

}  // namespace trichluc
