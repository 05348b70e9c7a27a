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
  bool is_shaped(std::string_view text);

 private:
  WordLook words_;
};

}  // namespace trichluc::text
