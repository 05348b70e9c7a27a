// Is a sum of money aid, and at which stage? Decided by the words that govern it: a cue right after the sum, else the
// nearest before it in its clause, its sentence, the sentence before.
#pragma once

#include <string>

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

struct MoneyCue {
  bool aid = false;
  std::string reason;  // why it is none, for `explain`
  std::string stage;   // "disbursed", "committed", "received" or empty
  const LexiconMatch* word = nullptr;
};

// `first`, `last`: the tokens of the sum with its bounds and currency.
MoneyCue read_money_cue(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last);

}  // namespace trichluc
