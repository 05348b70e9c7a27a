#include "pipeline/text/encoding/decode.h"

#include <catch2/catch.hpp>

using namespace std::string_literals;
using trichluc::ErrorCode;
using trichluc::text::decode;
using trichluc::text::decode_declared;

TEST_CASE("UTF-8 is kept byte for byte, composed or not, with its line ends") {
  const std::string text = "Hội nghị\r\nHo\xCC\xA3\xCC\x82i\n";
  const auto decoded = decode(text, "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->text == text);
  CHECK(decoded->encoding == "utf-8");
}

TEST_CASE("a byte order mark is taken off") {
  const auto decoded = decode("\xEF\xBB\xBFTổng", "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->text == "Tổng");
}

TEST_CASE("UTF-16 is read with a mark in either order") {
  CHECK(decode("\xFF\xFE\x41\x00\xD9\x1E"s, "a.txt")->text == "Aộ");
  CHECK(decode("\xFE\xFF\x00\x41\x1E\xD9"s, "a.txt")->text == "Aộ");
  CHECK(decode("\xFF\xFE\x3D\xD8\x00\xDE"s, "a.txt")->text == "😀");
}

TEST_CASE("UTF-16 without a mark is known by its zero bytes") {
  std::string little;
  std::string big;
  for (const char c : "Bao cao nam 2022 cua tinh"s) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  CHECK(decode(little, "a.txt")->encoding == "utf-16le");
  CHECK(decode(big, "a.txt")->text == "Bao cao nam 2022 cua tinh");
}

TEST_CASE("one bad byte in a thousand is replaced and counted") {
  const auto decoded = decode(std::string(1500, 'a') + "\xFF", "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->replaced == 1);
  CHECK(decoded->text.substr(1500) == "\xEF\xBF\xBD");
}

TEST_CASE("bytes of another encoding are refused with line and offset") {
  const auto decoded = decode(
      "abc\nC\xE9ng h\xDF"
      "a X\xB7 h\xE9i",
      "a.txt");
  REQUIRE(!decoded);
  CHECK(decoded.error().code == ErrorCode::kUnreadableInput);
  CHECK(decoded.error().where == "a.txt:2");
  CHECK(decoded.error().what.en.find("byte 5") != std::string::npos);
}

TEST_CASE("UTF-8 with many bad bytes is refused and not taken for another encoding") {
  const std::string line = "Tính đến nay, tỉnh hiện có nhiều tổ chức phi chính phủ nước ngoài hoạt động.\n";
  CHECK(!decode(line + "\xFF\xFE\xC3 \x80\x81\n" + line, "a.txt"));
}

TEST_CASE("a NUL byte is no text") {
  CHECK(!decode("abcd\0efgh\xC3\xA1"s, "a.txt"));
  CHECK(decode("", "a.txt")->text.empty());
}

TEST_CASE("a declared encoding is used only where the bytes are no UTF-8") {
  CHECK(decode_declared("Vi\xEA\xF2t", "windows-1258", "a.html")->encoding == "windows-1258");
  CHECK(decode_declared("Việt", "windows-1252", "a.html")->text == "Việt");
}

TEST_CASE("a page without an encoding that fits is read as browsers read it and this is told") {
  const std::string charset = GENERATE("", "no-such-charset", "utf-8");
  const auto decoded = decode_declared(
      "caf\xE9 \x93"
      "2019\x94",
      charset, "a.html");
  REQUIRE(decoded);
  CHECK(decoded->text == "café “2019”");
  CHECK(decoded->encoding == "windows-1252");
  CHECK(decoded->warnings.size() == 1);
}
