#include "pipeline/text/tone_placement.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/base/utf8.h"

namespace trichluc::text {
namespace {

std::string utf8(const std::u32string& letters) {
  std::string out;
  for (const char32_t letter : letters) append_utf8(out, letter);
  return out;
}

std::u32string placed(std::u32string word) {
  place_tone(word);
  return word;
}

struct Case {
  std::u32string written;
  std::u32string traditional;
};

TEST_CASE("the tone of an open oa, oe or uy moves to the first vowel") {
  const auto c = GENERATE(Case{U"hoà", U"hòa"}, Case{U"khoẻ", U"khỏe"}, Case{U"thuý", U"thúy"}, Case{U"uỷ", U"ủy"},
                          Case{U"UỶ", U"ỦY"}, Case{U"Hoá", U"Hóa"}, Case{U"loã", U"lõa"}, Case{U"toạ", U"tọa"});
  CAPTURE(utf8(c.written));
  CHECK(utf8(placed(c.written)) == utf8(c.traditional));
  CHECK(utf8(placed(c.traditional)) == utf8(c.traditional));
}

TEST_CASE("a tone that has one place only stays where it is") {
  // After q, in a closed syllable, on a vowel with a shape mark, on another pair, in a word of one letter.
  const std::u32string word =
      GENERATE(values<std::u32string>({U"quý", U"quỳ", U"QUỶ", U"hoàn", U"khoẻn", U"thuỷu", U"huế", U"hoằ", U"mía",
                                       U"của", U"gì", U"già", U"à", U"", U"usd"}));
  CAPTURE(utf8(word));
  CHECK(utf8(placed(word)) == utf8(word));
}

TEST_CASE("moving a tone never changes the number of letters") {
  const std::u32string word = GENERATE(values<std::u32string>({U"hoà", U"thuỷ", U"oà", U"ngoẻ", U"hòa", U"x"}));
  CHECK(placed(word).size() == word.size());
}

}  // namespace
}  // namespace trichluc::text
