// The offices of a person as a reader writes them: "title|organisation|place; title|organisation".
#pragma once

#include <string>
#include <vector>

namespace trichluc::store {

struct Office {
  std::string title, organization, place;
  // Title and organisation together.
  std::string text() const { return title + (organization.empty() ? "" : " " + organization); }
};

// What stands behind the place of an office, with a bar before it, is part of its place: none has one.
std::vector<Office> offices_in(const std::string& words);
// Likewise written; offices_in() of it gives the same offices.
std::string office_list(const std::vector<Office>& offices);

}  // namespace trichluc::store
