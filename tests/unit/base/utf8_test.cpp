#include "pipeline/base/utf8.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "pipeline/base/byte_of.h"

namespace trichluc {
namespace {

TEST_CASE("a code point is read with the number of its bytes") {
  CHECK(code_point_at("a", 0).value == U'a');
  CHECK(code_point_at("\u1ec7", 0).value == U'\u1ec7');  // ệ
  CHECK(code_point_at("\u1ec7", 0).size == 3);
  CHECK(code_point_at("\U0001F600", 0).size == 4);
}

TEST_CASE("an invalid byte is one replacement character of one byte") {
  const std::string_view broken =
      GENERATE("\xff", "\xc3", "\xe1\xbb", "\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80");
  const auto point = code_point_at(broken, 0);
  CHECK(point.value == U'\ufffd');
  CHECK(point.size == 1);
  CHECK_FALSE(is_valid_utf8(broken));
}

TEST_CASE("what is appended is read back the same") {
  for (const char32_t value : {U'\u0001', U'z', U'\u0111', U'\u1ef9', U'\U0010ffff'}) {
    std::string text;
    append_utf8(text, value);
    CHECK(is_valid_utf8(text));
    CHECK(code_point_at(text, 0).value == value);
    CHECK(code_point_at(text, 0).size == text.size());
  }
}

TEST_CASE("byte offsets lead to code point offsets up to the end of the text") {
  const std::string text = "5 t\u1ef7";  // "5 billion"
  const CodePointOffsets offsets(text);
  CHECK(offsets.at(0) == 0);
  CHECK(offsets.at(2) == 2);
  CHECK(offsets.at(3) == 3);
  CHECK(offsets.at(text.size()) == 4);
  CHECK(count_code_points(text) == 4);
}

TEST_CASE("code point offsets lead to bytes, to the ends of the text where they are beyond it") {
  const std::string text = "t\u1ef7 5";  // "billion 5"
  CHECK(byte_of(text, 0) == 0);
  CHECK(byte_of(text, 2) == 4);
  CHECK(byte_of(text, 4) == text.size());
  CHECK(byte_of(text, 9) == text.size());
  CHECK(byte_of(text, -1) == 0);
}

}  // namespace
}  // namespace trichluc
