// What document_frames.tsv knows of a cell of the frame.
#pragma once

#include <string>
#include <string_view>

#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

// Immutable; the dictionaries must outlive it.
class FrameWords {
 public:
  explicit FrameWords(const Dictionaries& dictionaries);

  // The longest entry of that field which the folded text begins with, as whole words, or is; null: none.
  const Entry* beginning(std::string_view folded, std::string_view field) const;
  const Entry* whole(std::string_view folded, std::string_view field) const;
  // The entry of that field that stands anywhere in the text; null: none.
  const Entry* inside(std::string_view folded, std::string_view field) const;
  std::string name(const Entry& entry) const { return std::string(frames_.value(entry, "name")); }

  // The length of the word for a body that the line begins with ("SỞ", "ỦY BAN NHÂN DÂN"); 0: none.
  std::size_t body_word(std::string_view folded) const;
  // Does the line begin with the word for an office ("CHỦ TỊCH")?
  bool begins_office(std::string_view folded) const;

 private:
  const Lexicon& frames_;
  const Lexicon& bodies_;
  const Lexicon& titles_;
};

// A word ends at that place of the folded text.
bool ends_word(std::string_view folded, std::size_t at);

}  // namespace trichluc
