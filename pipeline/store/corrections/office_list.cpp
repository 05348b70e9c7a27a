#include "pipeline/store/corrections/office_list.h"

#include <string_view>

namespace trichluc::store {
namespace {

std::string trimmed(std::string_view words) {
  const std::size_t first = words.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  return std::string(words.substr(first, words.find_last_not_of(' ') + 1 - first));
}

// What stands before the next of these, which is taken away with it.
std::string_view next_part(std::string_view& words, char at) {
  const std::size_t end = words.find(at);
  const std::string_view part = words.substr(0, end);
  words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
  return part;
}

}  // namespace

std::vector<Office> offices_in(const std::string& words) {
  std::vector<Office> offices;
  for (std::string_view left = words; !left.empty();) {
    std::string_view part = next_part(left, ';');
    if (trimmed(part).empty()) continue;
    Office office;
    office.title = trimmed(next_part(part, '|'));
    office.organization = trimmed(next_part(part, '|'));
    office.place = trimmed(part);
    offices.push_back(std::move(office));
  }
  return offices;
}

std::string office_list(const std::vector<Office>& offices) {
  std::string words;
  for (const Office& office : offices) {
    const std::string place = office.place.empty() ? "" : "|" + office.place;
    words += (words.empty() ? "" : "; ") + office.title;
    if (!office.organization.empty() || !place.empty()) words += "|" + office.organization + place;
  }
  return words;
}

}  // namespace trichluc::store
