#include "pipeline/text/repair.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/base/utf8.h"

namespace trichluc::text {
namespace {

std::string utf8(std::u32string_view letters) {
  std::string out;
  for (const char32_t letter : letters) append_utf8(out, letter);
  return out;
}

struct Case {
  std::u32string damaged;
  std::u32string meant;
};

TEST_CASE("a tone on a letter where it cannot stand goes where it belongs") {
  auto c = GENERATE(Case{U"nứơc", U"nước"}, Case{U"ngừơi", U"người"}, Case{U"hòan", U"hoàn"}, Case{U"tòan", U"toàn"},
                    Case{U"TÒAN", U"TOÀN"}, Case{U"qủa", U"quả"}, Case{U"gìa", U"già"}, Case{U"hùynh", U"huỳnh"},
                    Case{U"thúê", U"thuế"}, Case{U"vịêt", U"việt"}, Case{U"ngòai", U"ngoài"});
  CAPTURE(utf8(c.damaged));
  CHECK(repair_tone_place(c.damaged));
  CHECK(utf8(c.damaged) == utf8(c.meant));
}

TEST_CASE("a tone stays where it may stand or where no place makes a syllable") {
  std::u32string word = GENERATE(values<std::u32string>({U"hoà", U"hòa", U"mía", U"của", U"café", U"xyz", U"", U"à",
                                                         U"ná", U"bắt", U"trờng", U"nghiêngá", U"tàí", U"ðại"}));
  const std::u32string before = word;
  CAPTURE(utf8(word));
  CHECK(!repair_tone_place(word));
  CHECK(utf8(word) == utf8(before));
}

TEST_CASE("a capital behind a syllable with marks begins the next word") {
  const auto c = GENERATE(values<std::pair<std::u32string, std::size_t>>({{U"phủNguyễn", 3},
                                                                          {U"chíTrần", 3},
                                                                          {U"bàLê", 2},
                                                                          {U"NgàiHiroshi", 4},
                                                                          {U"tịchWilliam", 4},
                                                                          {U"HàNội", 2},
                                                                          {U"WaterBridge", 0},
                                                                          {U"MobiFone", 0},
                                                                          {U"QĐ", 0},
                                                                          {U"TỈNHNguyễn", 0},
                                                                          {U"tỉnhUBND", 0},
                                                                          {U"LĐTBXh", 0},
                                                                          {U"Nguyễn", 0},
                                                                          {U"", 0}}));
  CAPTURE(utf8(c.first));
  CHECK(glued_at(c.first) == c.second);
}

TEST_CASE("letters of other alphabets become Latin only among Latin letters") {
  std::u32string mixed = U"t\u043e\u00e0n";
  CHECK(repair_look_alikes(mixed));
  CHECK(utf8(mixed) == "toàn");
  for (std::u32string other : {U"\u043e\u0441\u043e\u0431\u0430", U"\u03b1lpha", U"Vi\u0436", U"bao"}) {
    const std::u32string before = other;
    CHECK(!repair_look_alikes(other));
    CHECK(utf8(other) == utf8(before));
  }
}

TEST_CASE("marks compose in any order and twice the same mark counts once") {
  CHECK(compose_in_any_order(U"e\u0301\u0302") == U'ế');
  CHECK(compose_in_any_order(U"\u00e9\u0302") == U'ế');
  CHECK(compose_in_any_order(U"o\u0309\u031b") == U'ở');
  CHECK(compose_in_any_order(U"ệ\u0323") == U'ệ');
  CHECK(compose_in_any_order(U"é\u0300") == 0);
  CHECK(compose_in_any_order(U"b\u0301") == 0);
  CHECK(compose_in_any_order(U"") == 0);
}

}  // namespace
}  // namespace trichluc::text
