#include "pipeline/text/language.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc::text {
namespace {

std::string told(const std::string& text) {
  return language_of(text, measure_text(text));
}

}  // namespace

TEST_CASE("the language of a text") {
  CHECK(told("Hội nghị tổng kết công tác vận động viện trợ phi chính phủ nước ngoài năm 2019 tại tỉnh Lai Châu") ==
        "vi");
  CHECK(told("UBND TỈNH YÊN BÁI, SỞ NGOẠI VỤ: danh sách các dự án do tổ chức World Vision tài trợ, 2015-2020") == "vi");
  CHECK(told("Hoi nghi tong ket cong tac van dong vien tro phi chinh phu nuoc ngoai nam 2019 tai tinh Lai Chau") ==
        "vi-unaccented");
  CHECK(
      told("The provincial committee reviewed the work with foreign non-governmental organisations during the year") ==
      "en");
  CHECK(told("Le comité provincial a examiné le travail avec les organisations non gouvernementales étrangères") ==
        "fr");
}

TEST_CASE("no language is told of too little, or of what is none") {
  CHECK(told("").empty());
  CHECK(told("Trần Văn Khiêm").empty());
  CHECK(told("12 450 300 98 1.200 45 67 12,5 33 100 2019 2020").empty());
}

}  // namespace trichluc::text
