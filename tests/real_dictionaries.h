// The dictionaries of the project, read once, for tests whose constructions are theirs. TRICHLUC_TEST_DICTIONARIES
// names another folder: deleted_lines.py reads with a line less.
#pragma once

#include <cstdlib>
#include <stdexcept>

#include "pipeline/run/knowledge.h"

namespace trichluc {

inline const Knowledge& real_knowledge() {
  const char* other = std::getenv("TRICHLUC_TEST_DICTIONARIES");
  static const auto loaded = load_knowledge(other != nullptr ? other : TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) throw std::runtime_error(loaded.error().where + ": " + loaded.error().what.en);
  return *loaded;
}

inline const Dictionaries& real_dictionaries() {
  return real_knowledge().dictionaries;
}

}  // namespace trichluc
