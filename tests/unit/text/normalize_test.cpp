#include "pipeline/text/normalize.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/utf8.h"
#include "tests/unit/sample_text.h"

namespace trichluc::text {
namespace {

// The raw bytes behind the first place where `folded_words` stands.
std::string raw_of(const NormalizedText& text, std::string_view folded_words) {
  const std::size_t at = text.folded().find(folded_words);
  REQUIRE(at != std::string::npos);
  return std::string(slice(text.raw(), text.to_raw({at, at + folded_words.size()})));
}

struct Case {
  std::string raw;
  std::string folded;
};

TEST_CASE("a text is folded to composed lower case with one tone placement") {
  const auto c = GENERATE(Case{"UỶ BAN nhân dân", "ủy ban nhân dân"}, Case{"Hoà Bình, HOÀ BÌNH", "hòa bình, hòa bình"},
                          Case{"to\u0302\u0309 chu\u031b\u0301c", "tổ chức"},  // decomposed
                          Case{"\u00d0\u1ea1i \u00f0i\u1ec3m", "đại điểm"},    // eth for đ
                          Case{"N\u01a2\u1edaC ng\u01a1\u1edd", "nước ngơờ"},  // Ƣ for Ư: a damage of PDF fonts
                          Case{"\u201c5\u00a0t\u1ef7\u201d \u2013 \u2018a\u2019", "\"5 tỷ\" - 'a'"},
                          Case{"  hai \t  ba  ", "hai ba"}, Case{"vi\u1ec7n\u00ad tr\u200b\u1ee3", "viện trợ"},
                          Case{"\ufeffM\u1ed9t", "một"});
  CAPTURE(c.raw);
  CHECK(fold(c.raw) == c.folded);
  CHECK(fold(c.folded) == c.folded);
  CHECK(text_of(c.raw).folded() == c.folded);
}

TEST_CASE("ligatures and wide letters are the letters they stand for") {
  CHECK(fold("o\uFB03ce \uFF15\uFF0E\uFF10 USD") == "office 5.0 usd");
}

TEST_CASE("repaired letters are logged and lead back to what was read") {
  struct Damaged {
    std::string raw;
    std::string folded;
    std::string word;
    RepairKind kind;
  };
  const auto c = GENERATE(values<Damaged>({
      {"b\u0430o c\u00e1o", "bao cáo", "b\u0430o", RepairKind::kLookAlike},
      {"\u00d0\u1ea1i bi\u1ec3u", "đại biểu", "\u00d0\u1ea1i", RepairKind::kLookAlike},
      {"n\u01cem 2020", "năm 2020", "n\u01cem", RepairKind::kLookAlike},
      {"ti\u00e9\u0302p nh\u1eadn", "tiếp nhận", "ti\u00e9\u0302p", RepairKind::kMarkOrder},
      {"t\u1ed5\u0309 ch\u1ee9c", "tổ chức", "t\u1ed5\u0309", RepairKind::kMarkOrder},
      {"n\u1ee9\u01a1c ngoài", "nước ngoài", "n\u1ee9\u01a1c", RepairKind::kTonePlace},
  }));
  CAPTURE(c.raw);
  const NormalizedText text = text_of(c.raw);
  CHECK(text.folded() == c.folded);
  REQUIRE(text.repairs().size() == 1);
  CHECK(text.repairs()[0].kind == c.kind);
  CHECK(raw_of(text, c.folded.substr(0, c.folded.find(' '))) == c.word);
}

TEST_CASE("words that lost the blank between them are parted, and each leads back to its own letters") {
  const NormalizedText text = text_of("Thủ tướng Chính phủNguyễn Văn An tiếp NgàiHiroshi, ôngTrầnVăn Bé");
  CHECK(text.shaped() == "Thủ tướng Chính phủ Nguyễn Văn An tiếp Ngài Hiroshi, ông Trần Văn Bé");
  REQUIRE(text.repairs().size() == 4);
  CHECK(text.repairs()[0].kind == RepairKind::kGlued);
  CHECK(raw_of(text, "phủ") == "phủ");
  CHECK(raw_of(text, "nguyễn") == "Nguyễn");
  CHECK(raw_of(text, "phủ nguyễn") == "phủNguyễn");
}

TEST_CASE("what is written rightly is not repaired") {
  const NormalizedText text = text_of("Hoà Bình, quý, thuở, café, Pérez, Москва, Ελλάδα, USD, Vie\u0323\u0302t");
  CHECK(text.repairs().empty());
  CHECK(text.shaped() == "Hòa Bình, quý, thuở, café, Pérez, Москва, Ελλάδα, USD, Việt");
}

TEST_CASE("folding and shaping agree byte for byte on their offsets") {
  const std::string raw = GENERATE(values<std::string>(
      {"ĐẠI SỨ QUÁN Ý", "\u0130STANBUL \u1e9e \u212a", "Élan Œuvre ŁÓDŹ", "ßtraße", "\xff\xfe vỡ \xc3", "日本語 ABC"}));
  const NormalizedText text = text_of(raw);
  REQUIRE(text.shaped().size() == text.folded().size());
  for (std::size_t at = 0; at < text.shaped().size(); at += code_point_at(text.shaped(), at).size) {
    CHECK(code_point_at(text.shaped(), at).size == code_point_at(text.folded(), at).size);
  }
  CHECK(is_valid_utf8(text.folded()));
}

TEST_CASE("a span of the folded text leads back to the bytes of the input") {
  CHECK(raw_of(text_of("Có 496 tổ chức."), "496 tổ chức") == "496 tổ chức");
  CHECK(raw_of(text_of("UỶ BAN"), "ủy") == "UỶ");
  CHECK(raw_of(text_of("tỉnh Hoà Bình"), "hòa") == "Hoà");
  CHECK(raw_of(text_of("5   tỷ\u00a0 đồng"), "5 tỷ đồng") == "5   tỷ\u00a0 đồng");
}

TEST_CASE("a decomposed letter leads back to its base and all its marks") {
  const NormalizedText text = text_of("co\u0301 5 to\u0302\u0309 chu\u031b\u0301c");
  CHECK(raw_of(text, "tổ") == "to\u0302\u0309");
  CHECK(raw_of(text, "ổ") == "o\u0302\u0309");
  CHECK(raw_of(text, "có") == "co\u0301");
  CHECK(raw_of(text, "chức") == "chu\u031b\u0301c");
}

TEST_CASE("marks that no reader sees lie inside a span but never at its ends") {
  const NormalizedText text = text_of("\ufeffvi\u1ec7n\u00ad tr\u200b\u1ee3\u200b l\u1edbn");
  CHECK(raw_of(text, "viện") == "vi\u1ec7n");
  CHECK(raw_of(text, "trợ") == "tr\u200b\u1ee3");
}

TEST_CASE("the lines of a paragraph are joined by one blank and paragraphs stay apart") {
  const std::string raw = "gần 1,14  \n   tỷ USD\n\nHết";
  const std::size_t second = raw.find("tỷ");
  const std::size_t last = raw.find("Hết");
  const NormalizedText text(
      LaidOut{raw, {{{{0, 10}, {second, second + 8}}, Section::kBody}, {{{last, raw.size()}}, Section::kRelated}}});
  CHECK(text.folded() == "gần 1,14 tỷ usd\nhết");
  CHECK(raw_of(text, "1,14 tỷ usd") == "1,14  \n   tỷ USD");
  REQUIRE(text.paragraphs().size() == 2);
  CHECK(slice(text.folded(), text.paragraphs()[1].in_folded) == "hết");
  CHECK(text.section_at(text.folded().find("usd")) == Section::kBody);
  CHECK(text.section_at(text.folded().find("hết")) == Section::kRelated);
}

TEST_CASE("every span leads to whole raw characters and a longer span never to less") {
  const std::string raw =
      GENERATE(values<std::string>({"Thuy\u0309 lo\u031b\u0323i: 5\u00a0tỷ", "Hoa\u0300\u200b,\u00ad UỶ",
                                    "\xff a\u0301\u0302 \xc3 tỷ", "a\n\nb  c\nđ"}));
  const NormalizedText text = text_of(raw);
  for (const FoldedParagraph& paragraph : text.paragraphs()) {
    for (std::size_t begin = paragraph.in_folded.begin; begin < paragraph.in_folded.end; ++begin) {
      Span before = text.to_raw({begin, begin + 1});
      for (std::size_t end = begin + 1; end <= paragraph.in_folded.end; ++end) {
        const Span span = text.to_raw({begin, end});
        REQUIRE(span.begin < span.end);
        REQUIRE(span.end <= raw.size());
        REQUIRE(span.contains(before));
        before = span;
      }
    }
  }
}

TEST_CASE("a text of blanks and invisible marks has no paragraph") {
  const std::string raw = GENERATE(values<std::string>({"", " ", " \u00a0\t", "\u200b\ufeff"}));
  const NormalizedText text = text_of(raw);
  CHECK(text.folded().empty());
  CHECK(text.paragraphs().empty());
  CHECK(text.raw() == raw);
}

TEST_CASE("loose comparison knows no diacritics") {
  CHECK(fold_to_ascii("Đắk Lắk") == "dak lak");
  CHECK(fold_to_ascii("Thừa Thiên - HUẾ") == "thua thien - hue");
  CHECK(fold_to_ascii("Ðo\u031b\u0301n") == "don");
}

TEST_CASE("a derived field is composed with single blanks and else as written") {
  CHECK(to_nfc("Ba\u0300  Hoà\nUỶ ") == "Bà Hoà UỶ");
  CHECK(shape("Ông  Hoà") == "Ông Hòa");
}

}  // namespace
}  // namespace trichluc::text
