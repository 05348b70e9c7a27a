#include "extractors/quantity/digits.h"

#include <algorithm>
#include <string>
#include <vector>

namespace trichluc {
namespace {

struct Group {
  char before = 0;  // the separator in front; 0 for the first
  std::string_view digits;
};

std::vector<Group> groups_of(std::string_view written) {
  std::vector<Group> groups;
  std::size_t begin = 0;
  char before = 0;
  for (std::size_t at = 0; at <= written.size(); ++at) {
    if (at < written.size() && written[at] != '.' && written[at] != ',') continue;
    groups.push_back({before, written.substr(begin, at - begin)});
    if (at < written.size()) before = written[at];
    begin = at + 1;
  }
  return groups;
}

bool is_thousands(const std::vector<Group>& groups, std::size_t last) {
  if (groups[0].digits.size() > 3 || groups[0].digits.front() == '0') return false;
  for (std::size_t i = 1; i < last; ++i) {
    if (groups[i].digits.size() != 3 || groups[i].before != groups[1].before) return false;
  }
  return true;
}

std::optional<Decimal> joined(const std::vector<Group>& groups, std::size_t whole, bool fraction) {
  std::string digits;
  for (std::size_t i = 0; i < whole; ++i) digits += groups[i].digits;
  if (fraction) digits += "." + std::string(groups[whole].digits);
  return parse_plain_decimal(digits);
}

}  // namespace

std::optional<Decimal> parse_digits(std::string_view written, bool scaled) {
  const std::vector<Group> groups = groups_of(written);
  if (groups.size() == 1) return parse_plain_decimal(written);
  const Group& last = groups.back();
  const bool one_style =
      std::all_of(groups.begin() + 1, groups.end(), [&](const Group& g) { return g.before == last.before; });
  if (one_style) {
    // One comma and a scale word: a fraction. Points group by threes in Vietnamese print, with or without a scale.
    const bool comma_fraction = groups.size() == 2 && last.before == ',' && scaled;
    if (!comma_fraction && is_thousands(groups, groups.size())) return joined(groups, groups.size(), false);
    if (groups.size() == 2) return joined(groups, 1, true);
    return std::nullopt;
  }
  // Two styles: the last separator is the decimal mark, all before it group by threes.
  if (groups.size() < 3 || !is_thousands(groups, groups.size() - 1)) return std::nullopt;
  if (groups[groups.size() - 2].before == last.before) return std::nullopt;
  return joined(groups, groups.size() - 1, true);
}

}  // namespace trichluc
