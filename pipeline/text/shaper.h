// shape() for one short text after the other, such as the lines of a document: what is learnt of words in one is used
// in the next.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/text/word_look.h"

namespace trichluc::text {

class Shaper {
 public:
  std::string shape(std::string_view text);
  // Words that stand as they are, with single blanks between them: what most short texts are.
  bool is_shaped(std::string_view text) { return stands(text, false); }
  // … and no capitals: fold() leaves such a text as it is. What is not called so may still be folded.
  bool is_plainly_folded(std::string_view text) { return stands(text, true); }

 private:
  bool stands(std::string_view text, bool small);

  WordLook words_;
};

}  // namespace trichluc::text
