// The dictionaries of the project, read once, for tests whose constructions are theirs. TRICHLUC_TEST_DICTIONARIES
// names another folder: deleted_lines.py reads with a line less.
#pragma once

#include <cstdlib>
#include <stdexcept>

#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

inline const Dictionaries& real_dictionaries() {
  const char* other = std::getenv("TRICHLUC_TEST_DICTIONARIES");
  static const auto loaded = Dictionaries::load(other != nullptr ? other : TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) throw std::runtime_error(loaded.error().where + ": " + loaded.error().what.en);
  return *loaded;
}

}  // namespace trichluc
