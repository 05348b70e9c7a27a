#include "pipeline/text/shaped_text.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/offset_map.h"
#include "pipeline/text/shaped_letters.h"

namespace trichluc::text {
namespace {

// What stands in documents beside plain words: composed, decomposed, damaged, joined and parted in every way.
constexpr std::string_view kPieces[] = {" ",
                                        "  ",
                                        "\t",
                                        "\n",
                                        "\n- ",
                                        "-\n",
                                        "\u00a0",
                                        "\u200b",
                                        "\u00ad",
                                        "\ufeff",
                                        "viện",
                                        "trợ",
                                        "hoà",
                                        "HOÀ",
                                        "tòan",
                                        "nứơc",
                                        "nước",
                                        "Uỷ",
                                        "quý",
                                        "thuý",
                                        "bаo",
                                        "Đại",
                                        "đ",
                                        "2014",
                                        "1.234,5",
                                        "to\u0302\u0309",
                                        "a\u0301",
                                        "\u0301",
                                        "\u0302u",
                                        "ﬁ",
                                        "\u201c",
                                        "\u201d",
                                        "\u2013",
                                        "…",
                                        "(",
                                        ")",
                                        ".",
                                        ",",
                                        "~",
                                        "\xff",
                                        "\xe1",
                                        "WHO",
                                        "phủNguyễn",
                                        "bàLêVăn",
                                        "của",
                                        "người",
                                        "\u01b0\u01a1",
                                        "Ω",
                                        "１２",
                                        "日本",
                                        "ơ\u0300"};

std::vector<Span> lines_of(std::string_view raw) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at <= raw.size();) {
    const std::size_t end = std::min(raw.find('\n', at), raw.size());
    Span line{at, end};
    while (!line.empty() && (raw[line.begin] == ' ' || raw[line.begin] == '\t')) ++line.begin;
    while (!line.empty() && (raw[line.end - 1] == ' ' || raw[line.end - 1] == '\t')) --line.end;
    if (!line.empty()) lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

// Letter by letter, the text and the way back are those of shaped_letters.
void check_letters(const ShapedText& shaped, Span paragraph, const std::vector<Letter>& letters) {
  std::size_t at = paragraph.begin;
  for (const Letter& letter : letters) {
    std::string bytes;
    append_utf8(bytes, letter.value);
    REQUIRE(shaped.text().substr(at, bytes.size()) == bytes);
    std::string folded;
    append_utf8(folded, same_size_lower(letter.value));
    REQUIRE(shaped.folded().substr(at, bytes.size()) == folded);
    REQUIRE(shaped.to_raw({at, at + bytes.size()}) == Span{letter.begin, letter.end});
    at += bytes.size();
  }
  REQUIRE(at == paragraph.end);
}

TEST_CASE("a text shaped word by word is the same as shaped letter by letter") {
  std::mt19937 random(20260101);
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1);
  for (int round = 0; round < 3000; ++round) {
    ShapedText shaped;
    for (int paragraph = 0; paragraph < 3; ++paragraph) {
      std::string raw;
      for (int i = 0; i < 12; ++i) raw += kPieces[piece(random)];
      CAPTURE(raw);
      const std::vector<Span> lines = lines_of(raw);
      const Span added = shaped.add(raw, lines, false);
      check_letters(shaped, added, shaped_letters(raw, lines));
    }
  }
}

TEST_CASE("a byte leads to its own in what was copied, and to all that it was made from elsewhere") {
  OffsetMap map;
  map.add(100, {7, 107});
  map.add(2, {107, 110});
  map.add(1, {110, 111});
  map.add(80, {111, 191});
  CHECK(map.source_begin(70) == 77);
  CHECK(map.source_end(70) == 78);
  CHECK(map.source_begin(101) == 107);
  CHECK(map.source_end(100) == 110);
  CHECK(map.source_begin(182) == 190);
  map.cut(101);
  map.add(3, {200, 203});
  CHECK(map.source_begin(100) == 107);
  CHECK(map.source_end(103) == 203);
  CHECK(map.size() == 104);
}

}  // namespace
}  // namespace trichluc::text
