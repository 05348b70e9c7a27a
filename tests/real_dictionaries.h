// The dictionaries of the project, read once, for tests whose constructions are theirs.
#pragma once

#include <stdexcept>

#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

inline const Dictionaries& real_dictionaries() {
  static const auto loaded = Dictionaries::load(TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) throw std::runtime_error(loaded.error().where + ": " + loaded.error().what.en);
  return *loaded;
}

}  // namespace trichluc
