#include "pipeline/store/corrections/anchor.h"

#include <catch2/catch.hpp>

#include "pipeline/base/utf8.h"

namespace trichluc::store {
namespace {

TextAnchor anchor_of(const std::string& text, const std::string& quote) {
  const CodePointOffsets offsets(text);
  const std::size_t at = text.find(quote);
  REQUIRE(at != std::string::npos);
  return anchor_at(text, offsets.at(at), offsets.at(at + quote.size()));
}

std::string found(const std::string& text, const TextAnchor& anchor) {
  const auto place = find_anchor(text, anchor);
  return place ? slice_of_code_points(text, place->start, place->end) : "-";
}

const char* const kPage =
    "Năm 2018, tỉnh Hà Giang có 12 tổ chức phi chính phủ nước ngoài hoạt động.\n"
    "Đến năm 2019, tỉnh Hà Giang có 14 tổ chức phi chính phủ nước ngoài hoạt động.\n";

TEST_CASE("anchor: keeps the words with those around them") {
  const TextAnchor anchor = anchor_of(kPage, "có 14 tổ chức");
  CHECK(anchor.quote == "có 14 tổ chức");
  CHECK(anchor.prefix == "ng.\nĐến năm 2019, tỉnh Hà Giang ");
  CHECK(anchor.suffix == " phi chính phủ nước ngoài hoạt đ");
}

TEST_CASE("anchor: is found where the page was read otherwise") {
  struct Case {
    const char* what;
    std::string again;
    std::string quote;
  };
  const std::string words = "có 14 tổ chức";
  const Case cases[] = {
      {"the same page", kPage, words},
      {"more before it", std::string("UBND TỈNH\nBáo cáo\n") + kPage, words},
      {"another line end",
       "Năm 2018, tỉnh Hà Giang có 12 tổ chức.\nĐến năm 2019, tỉnh Hà Giang có 14\ntổ chức phi chính phủ nước ngoài "
       "hoạt "
       "động.\n",
       "có 14\ntổ chức"},
      {"lost accents", "Den nam 2019, tinh Ha Giang co 14 to chuc phi chinh phu nuoc ngoai hoat dong.",
       "co 14 to chuc"},
      {"slips of letters", "Đên năm 20l9, tỉnh Hả Giang có l4 tồ chửc phi chính phú nước ngoai hoạt động.",
       "có l4 tồ chửc"},
      {"a wrong digit", "Đến năm 2019, tỉnh Hà Giang có 74 tổ chức phi chính phủ nước ngoài hoạt động.",
       "có 74 tổ chức"},
      {"nothing like it", "Hội nghị tổng kết công tác dân vận của tỉnh Hà Giang đã diễn ra sáng nay.", "-"},
      {"an empty page", "", "-"},
  };
  const TextAnchor anchor = anchor_of(kPage, words);
  for (const Case& one : cases) {
    CAPTURE(one.what);
    CHECK(found(one.again, anchor) == one.quote);
  }
}

TEST_CASE("anchor: of the same words the place between the same words, then the nearest") {
  const std::string page = "a) 5 dự án về y tế\nb) 5 dự án về nước\nc) 5 dự án về nước\n";
  const CodePointOffsets offsets(page);
  const std::size_t second = page.find("5 dự án về nước");
  const std::size_t third = page.find("5 dự án về nước", second + 1);
  const std::size_t size = count_code_points("5 dự án");
  for (const std::size_t at : {page.find('5'), second, third}) {
    const TextAnchor anchor = anchor_at(page, offsets.at(at), offsets.at(at) + size);
    const auto place = find_anchor("\n" + page, anchor);
    REQUIRE(place);
    CHECK(place->start == offsets.at(at) + 1);
  }
}

TEST_CASE("anchor: a short number is held by the words around it") {
  const std::string page = "Tổng số 49G tổ chức; trong đó 94 tổ chức của châu Âu.";
  CHECK(found("Tổng số 496 tổ chức; trong đó 94 tổ chức của châu Âu.", anchor_of(page, "49G")) == "496");
  CHECK(found("Tổng số 49B tổ chức, trong do 94 tổ chức của châu Âu", anchor_of(page, "94")) == "94");
}

TEST_CASE("anchor: the quote's own marks come back with it") {
  const std::string page = "Theo đó (12 dự án), số tiền là 3 triệu USD.";
  CHECK(found("Theo dó (12 dự án), số tiên là 3 triệu USD.", anchor_of(page, "(12 dự án),")) == "(12 dự án),");
}

TEST_CASE("anchor: words that a person typed have no place yet and are found whole") {
  CHECK(found(kPage, {"có 14 tổ chức", "", "", 0, 0}) == "có 14 tổ chức");
  CHECK(found(kPage, {"CÓ 14  TỔ CHỨC", "", "", 0, 0}) == "có 14 tổ chức");
}

TEST_CASE("anchor: likeness of words knows what is taken for each other") {
  CHECK(likeness_of_words("10 tổ chức", "l0 to chuc") == 1);
  CHECK(likeness_of_words("abcd", "abcf") == Approx(0.75));
  CHECK(likeness_of_words("", "") == 1);
}

}  // namespace
}  // namespace trichluc::store
