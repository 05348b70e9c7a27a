// What a headline, a dateline and the day of publication say of the figures below them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/unit/settled_text.h"

namespace trichluc {
namespace {

using test::facts;
using test::read;
using text::Section;

TEST_CASE("a sum that the text tells as the whole of a gift and of money from home is no gift in the headline") {
  const auto out = read({{Section::kTitle, "Quỹ Cầu Xanh tài trợ 1,75 triệu USD trồng rừng"},
                         {Section::kBody,
                          "Dự án có tổng vốn đầu tư là 1.750.000 USD, trong đó vốn viện trợ không hoàn lại của Quỹ Cầu "
                          "Xanh là 1.600.000 USD, vốn đối ứng của tỉnh là 150.000 USD."}});
  const auto sums = facts<AidValueFact>(out);
  REQUIRE(sums.size() == 1);
  CHECK(sums[0].amount == Decimal{1600000, 0});
  const auto told = read({{Section::kTitle, "Tổ chức phi chính phủ viện trợ 1,75 triệu USD trồng rừng"},
                          {Section::kBody, "Khoản viện trợ 1.750.000 USD được giải ngân trong hai năm."}});
  REQUIRE(facts<AidValueFact>(told).size() == 1);
  CHECK(facts<AidValueFact>(told)[0].amount == Decimal{1750000, 0});
}

TEST_CASE("who gave what a work costs is told in the headline") {
  const auto cost = [](const std::string& headline) {
    return facts<AidValueFact>(
        read({{Section::kTitle, headline},
              {Section::kBody, "Sáng 2/6, đại biểu hai xã cắt băng khánh thành cầu Ông Tư."},
              {Section::kBody, "Cầu Ông Tư dài 24 m, rộng 2,3 m với tổng kinh phí xây dựng trên 146 triệu đồng."}}));
  };
  REQUIRE(cost("Khánh thành cầu do Quỹ NASAF (Hoa Kỳ) tài trợ tại Cà Mau").size() == 1);
  CHECK(cost("Khánh thành cầu do Quỹ NASAF (Hoa Kỳ) tài trợ tại Cà Mau")[0].amount == Decimal{146000000, 0});
  CHECK(cost("Khánh thành cầu do tổ chức phi chính phủ nước ngoài tài trợ").size() == 1);
  CHECK(cost("Khánh thành cầu do Công ty An Phát tài trợ tại Cà Mau").empty());
  CHECK(cost("Khánh thành cầu Ông Tư tại Cà Mau").empty());
}

TEST_CASE("a headline's giver stands before a colon, and behind the sum who gets it") {
  const auto sums = [](const std::string& headline) {
    return facts<AidValueFact>(read(
        {{Section::kTitle, headline}, {Section::kBody, "Đoàn công tác đã đến thăm tỉnh và bàn việc của năm tới."}}));
  };
  REQUIRE(sums("Bright Path International: gần 30 tỷ đồng nữa cho trẻ em Lai Châu").size() == 1);
  CHECK(sums("Bright Path International: gần 30 tỷ đồng nữa cho trẻ em Lai Châu")[0].amount == Decimal{30000000000, 0});
  CHECK(sums("Tổ chức Green Leaf: 2 tỷ đồng giúp học sinh nghèo").size() == 1);
  CHECK(sums("Samsung: gần 30 tỷ đồng cho khách hàng").empty());
  CHECK(sums("Tập đoàn Green Leaf: 2 tỷ USD cho nhà máy mới").empty());
  CHECK(sums("Bright Path International: vé 2 triệu đồng").empty());
}

TEST_CASE("what a headline gives to another country, paragraphs without a place at home give no one else") {
  const auto sums = [](const std::string& headline, const std::string& told) {
    return facts<AidValueFact>(read({{Section::kTitle, headline},
                                     {Section::kBody, told},
                                     {Section::kBody, "Đại sứ Na Uy tại Hà Nội chia buồn với các gia đình gặp nạn."}}))
        .size();
  };
  const std::string gift = "Gói viện trợ trị giá 13 triệu USD được trao làm hai đợt.";
  CHECK(sums("Na Uy viện trợ cho Nepal sau động đất", gift) == 0);
  CHECK(sums("Na Uy mở gói viện trợ giúp nhân dân Haiti", gift) == 0);
  CHECK(sums("Na Uy viện trợ cho vùng lũ", gift) == 1);
  CHECK(sums("Na Uy viện trợ cho Việt Nam và Nepal", gift) == 1);
  CHECK(sums("Na Uy viện trợ cho Nepal", "Việt Nam nhận gói viện trợ trị giá 13 triệu USD.") == 1);
}

TEST_CASE("the past year told in spring is the one before, told later it is nobody's") {
  const auto period = [](const std::string& day) {
    const auto counts = facts<CountFact>(
        read({{Section::kPublished, day},
              {Section::kBody, "Trong năm qua, tỉnh Hậu Giang đã tiếp nhận 15 dự án phi chính phủ nước ngoài."}}));
    return counts.empty() ? std::string{"none"} : counts[0].period;
  };
  CHECK(period("20/03/2033 | 10:43") == "2032");
  CHECK(period("20/12/2033 | 10:43") == "2033");
}

TEST_CASE("the day of a paper cited in the weeks behind it is of the document's year") {
  const auto days = [](const std::string& published) {
    std::vector<std::string> values;
    for (const DateFact& date : facts<DateFact>(
             read({{Section::kPublished, published},
                   {Section::kBody, "Tại văn bản số 1531/TTg-QHQT ngày 25/9, Thủ tướng phê duyệt 7 dự án."}})))
      values.push_back(date.value);
    return values;
  };
  const auto soon = days("28/09/2032 - 15:34");
  CHECK(std::find(soon.begin(), soon.end(), "2032-09-25") != soon.end());
  const auto late = days("28/03/2032 - 15:34");
  CHECK(std::find(late.begin(), late.end(), "--09-25") != late.end());
}

TEST_CASE("three sums of years or places in a text whose headline tells of aid") {
  const auto sums_below = [](const std::string& headline, const std::string& body) {
    return facts<AidValueFact>(read({{Section::kTitle, headline}, {Section::kBody, body}})).size();
  };
  const std::string headline = "Viện trợ của các tổ chức phi chính phủ nước ngoài: hai mươi năm";
  CHECK(sums_below(headline, "Chặng cuối tăng tốc: 2003 - 90 triệu USD, 2004 - 140 triệu USD, 2005 - 175 triệu USD.") ==
        3);
  CHECK(sums_below(headline, "Nhiều nhất là Hà Nội (79 triệu USD), Đà Nẵng (41 triệu USD), Lào Cai (8 triệu USD).") ==
        3);
  CHECK(sums_below(headline, "Xuất siêu: 2003 - 90 triệu USD, 2004 - 140 triệu USD, nhập khẩu 175 triệu USD.") == 0);
  CHECK(sums_below("Xuất khẩu gạo: hai mươi năm",
                   "Tăng tốc: 2003 - 90 triệu USD, 2004 - 140 triệu USD, 2005 - 175 triệu USD.") == 0);
}

TEST_CASE("a sum of the headline has the places of the same sum below") {
  const auto sums = facts<AidValueFact>(
      read({{Section::kTitle, "Ngân hàng viện trợ không hoàn lại 2,85 triệu USD cho người nghèo"},
            {Section::kBody,
             "Khoản viện trợ không hoàn lại 2,85 triệu USD của Nhật Bản dành cho các tỉnh Thanh Hóa, Nghệ An."}}));
  REQUIRE(sums.size() == 1);
  CHECK(sums[0].places.size() == 2);
}

}  // namespace
}  // namespace trichluc
