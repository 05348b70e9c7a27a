#include "pipeline/run/page_ranges.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace trichluc {
namespace {

std::optional<int> page_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 1) return std::nullopt;
  return value;
}

}  // namespace

std::optional<PageRanges> PageRanges::parse(std::string_view words) {
  PageRanges parsed;
  for (;;) {
    const std::string_view one = words.substr(0, words.find(','));
    const std::size_t dash = one.find('-');
    const auto first = page_number(one.substr(0, dash));
    auto last = first;
    if (dash != std::string_view::npos) {
      const std::string_view end = one.substr(dash + 1);
      last = end.empty() ? std::numeric_limits<int>::max() : page_number(end);
    }
    if (!first || !last || *last < *first) return std::nullopt;
    parsed.ranges_.push_back({*first, *last});
    if (one.size() == words.size()) return parsed;
    words.remove_prefix(one.size() + 1);
  }
}

std::vector<int> PageRanges::of(int count) const {
  std::vector<int> pages;
  for (int page = 1; page <= count; ++page) {
    const auto holds = [page](Range range) { return range.first <= page && page <= range.last; };
    if (all() || std::any_of(ranges_.begin(), ranges_.end(), holds)) pages.push_back(page);
  }
  return pages;
}

}  // namespace trichluc
