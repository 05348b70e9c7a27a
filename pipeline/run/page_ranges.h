// "1-3,7,20-": which pages of a document are to be read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace trichluc {

class PageRanges {
 public:
  // All pages.
  PageRanges() = default;
  // Pages count from 1; nothing where the words are no such list ("0", "3-1", "a").
  static std::optional<PageRanges> parse(std::string_view words);

  bool all() const { return ranges_.empty(); }
  // Those of a document of `count` pages, in their order and once each.
  std::vector<int> of(int count) const;

 private:
  struct Range {
    int first = 1;
    int last = 1;
  };
  std::vector<Range> ranges_;
};

}  // namespace trichluc
