#include "extractors/lexicon/slip.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc {
namespace {

struct Case {
  std::string a;
  std::string b;
};

TEST_CASE("one letter dropped, added or exchanged is one slip") {
  const auto c = GENERATE(Case{"cá", "các"}, Case{"ước", "nước"}, Case{"ngay", "ngày"}, Case{"tố", "tổ"}, Case{"", "a"},
                          Case{"phi", "phi"}, Case{"chứcc", "chức"}, Case{"", ""});
  CAPTURE(c.a, c.b);
  CHECK(within_one_slip(c.a, c.b));
  CHECK(within_one_slip(c.b, c.a));
}

TEST_CASE("a phrase has a slip in each word at most, and as many words") {
  CHECK(words_within_slips("phó chú tịch", "phó chủ tịch"));
  CHECK_FALSE(words_within_slips("ubnd", "ủy ban nhân dân"));
  CHECK_FALSE(words_within_slips("chủ tịch nước", "chủ tịch"));
}

TEST_CASE("two letters are more than one slip") {
  const auto c =
      GENERATE(Case{"ca", "các"}, Case{"tổ", "chức"}, Case{"ab", "ba"}, Case{"", "đó"}, Case{"nuoc", "nước"});
  CAPTURE(c.a, c.b);
  CHECK_FALSE(within_one_slip(c.a, c.b));
  CHECK_FALSE(within_one_slip(c.b, c.a));
}

}  // namespace
}  // namespace trichluc
