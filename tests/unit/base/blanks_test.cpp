#include "pipeline/base/blanks.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace trichluc {
namespace {

TEST_CASE("blanks side by side are found where a plain search finds them") {
  const std::string_view kTexts[] = {"",      " ",         "a",        "    ",         "a b  c   d    e     f",
                                     "    a", "a        ", "ab    cd", "  a  a    a ", "một  hai\n   ba    bốn"};
  for (const std::string_view text : kTexts) {
    for (std::size_t count = 1; count <= 5; ++count) {
      for (std::size_t from = 0; from <= text.size(); ++from) {
        INFO(text << "|" << count << "|" << from);
        CHECK(find_blanks(text, count, from) == text.find(std::string(count, ' '), from));
      }
    }
  }
}

}  // namespace
}  // namespace trichluc
