// Places of figures where more than one paragraph decides: headline, newspaper, day of the document.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

struct Part {
  std::string text;
  text::Section section = text::Section::kBody;
};

text::NormalizedText document_of(const std::vector<Part>& parts) {
  text::LaidOut laid_out;
  for (const Part& part : parts) {
    const std::size_t begin = laid_out.raw.size();
    laid_out.raw += part.text + "\n";
    laid_out.paragraphs.push_back({{{begin, begin + part.text.size()}}, part.section});
  }
  return text::NormalizedText(std::move(laid_out));
}

// The places of all counts and aid values, "-" where one has none.
std::vector<std::string> places_of(const std::vector<Part>& parts, const std::string& published = "") {
  Hints hints;
  hints.published_meta = published;
  std::vector<std::string> places;
  for (const Candidate& candidate : extract(document_of(parts), real_dictionaries(), hints).candidates) {
    std::string place;
    if (const auto* count = std::get_if<CountFact>(&candidate.fact)) {
      place = count->place;
    } else if (const auto* aid = std::get_if<AidValueFact>(&candidate.fact)) {
      place = aid->place;
    } else {
      continue;
    }
    places.push_back(place.empty() ? "-" : place);
  }
  return places;
}

using Strings = std::vector<std::string>;
const std::string kOfTheProvince = "toàn tỉnh có 113 tổ chức phi chính phủ nước ngoài hoạt động.";

TEST_CASE(
    "a city under the central government is meant by 'thành phố' in its papers, the frame's 'Việt Nam' is no scope") {
  const std::string figures = "Năm 2017, thành phố có 41 tổ chức phi chính phủ nước ngoài hoạt động.";
  const auto paper = [&](const std::string& office, const std::string& seat, const std::string& text) {
    return places_of({{office},
                      {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                      {seat + ", ngày 5 tháng 3 năm 2018"},
                      {"UBND thành phố báo cáo như sau:"},
                      {text}});
  };
  CHECK(paper("ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "Đà Nẵng", figures) == Strings{"Đà Nẵng"});
  CHECK(paper("UBND THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh", figures) == Strings{"Thành phố Hồ Chí Minh"});
  CHECK(paper("UBND THÀNH PHỐ CẦN THƠ", "Cần Thơ", "Năm 2017, giá trị giải ngân viện trợ đạt 3,1 triệu USD.") ==
        Strings{"Cần Thơ"});
  CHECK(paper("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "Vinh", figures) != Strings{"Việt Nam"});
  CHECK(paper("ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "Đà Nẵng",
              "Năm 2017, cả nước có 500 tổ chức phi chính phủ nước ngoài.") == Strings{"Việt Nam"});
}

TEST_CASE("the province of a newspaper is meant by its unnamed province") {
  CHECK(places_of({{"TTH - Năm 2016, " + kOfTheProvince}}) == Strings{"Thừa Thiên Huế"});
  CHECK(places_of({{"(QBĐT) - Năm 2017, " + kOfTheProvince}}) == Strings{"Quảng Bình"});
  CHECK(places_of({{"QNO - Tỉnh Kon Tum họp. Năm 2017, " + kOfTheProvince}}) == Strings{"Kon Tum"});
  CHECK(places_of({{"QNO - Năm 2017, cả nước có 500 tổ chức phi chính phủ nước ngoài hoạt động."}}) ==
        Strings{"Việt Nam"});
  CHECK(places_of({{"XYZ - Năm 2017, " + kOfTheProvince}}) == Strings{"-"});
  CHECK(places_of({{"DIỄM LỆ |"}, {"(QNO) - Năm 2017, " + kOfTheProvince}}) == Strings{"Quảng Nam"});
}

TEST_CASE("the place that heads an item holds for all sentences of the item and for no other") {
  const std::string item = ". Ngày 4/5, sở họp giao ban. Đến nay có 7 tổ chức phi chính phủ nước ngoài hoạt động.";
  CHECK(places_of({{"* SÓC TRĂNG" + item}, {"* ĐIỆN BIÊN" + item}}) == Strings{"Sóc Trăng", "Điện Biên"});
  CHECK(places_of({{"- Tỉnh Sóc Trăng. Đã có 5 tổ chức phi chính phủ nước ngoài."},
                   {"- Tỉnh Điện Biên" + item},
                   {"- Tin khác. Hiện có 9 tổ chức phi chính phủ nước ngoài."}}) ==
        Strings{"Sóc Trăng", "Điện Biên", "-"});
}

TEST_CASE("where the givers sit is no place of what a province did with them") {
  const Part title{"Bình Định vận động viện trợ phi chính phủ nước ngoài", text::Section::kTitle};
  CHECK(
      places_of({title,
                 {"Năm 2009, tỉnh Bình Định kêu gọi được các tổ chức PCPNN và hãng nước ngoài tại Việt Nam tài trợ 17 "
                  "dự án."}}) == Strings{"Bình Định"});
  CHECK(places_of({title, {"Tỉnh Bình Định cùng các tổ chức PCPNN tại Việt Nam thực hiện 17 dự án."}}) ==
        Strings{"Bình Định"});
  CHECK(places_of({title, {"Đại biểu tỉnh Bình Định cho biết các tổ chức PCPNN tại Việt Nam có 900 dự án."}}) ==
        Strings{"Việt Nam"});
}

TEST_CASE("the one province that a letter names as such is the one it is about") {
  const std::string stock = "Hiện có 7 tổ chức phi chính phủ nước ngoài.";
  CHECK(
      places_of({{"Số liệu của Gia Lai như sau:"}, {stock}, {"Huyện Chư Sê cấp 3 xe."}, {"Liên hiệp tỉnh Gia Lai"}}) ==
      Strings{"Gia Lai"});
  CHECK(places_of({{"Số liệu của Gia Lai như sau:"}, {stock}, {"Liên hiệp tỉnh Gia Lai và tỉnh Kon Tum"}}) ==
        Strings{"-"});
}

TEST_CASE("a document about districts of one province is about that province") {
  CHECK(places_of({{"Viện trợ cho huyện Bắc Trà My và huyện Đông Giang", text::Section::kTitle},
                   {"UBND tỉnh vừa phê duyệt khoản viện trợ 375.000 USD của tổ chức phi chính phủ nước ngoài."}}) ==
        Strings{"Quảng Nam"});
}

TEST_CASE("without a period the day of the document tells which name was in force") {
  const std::vector<Part> hue = {{"Thành phố Huế hiện có 41 tổ chức phi chính phủ nước ngoài hoạt động."}};
  CHECK(places_of(hue, "2019-05-02") == Strings{"Thừa Thiên Huế"});
  CHECK(places_of(hue, "2025-11-02") == Strings{"Huế"});
  const std::vector<Part> town = {{"Hiện có 5 tổ chức phi chính phủ nước ngoài hoạt động tại Thủ Dầu Một."}};
  CHECK(places_of(town, "2020-01-01") == Strings{"Bình Dương"});
  CHECK(places_of(town, "2025-12-01") == Strings{"Thành phố Hồ Chí Minh"});
  CHECK(places_of(town) == Strings{"Bình Dương"});
}

}  // namespace
}  // namespace trichluc
