// Parts and wholes, and equal figures that are one or many; real dictionaries, one small text a question.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/unit/settled_text.h"

namespace trichluc {
namespace {

using test::facts;
using test::Part;
using test::read;
using text::Section;

std::vector<std::string> values(const std::vector<CountFact>& counts) {
  std::vector<std::string> out;
  for (const CountFact& count : counts) out.push_back(count.of + " " + (count.value ? count.value->to_string() : "-"));
  return out;
}

TEST_CASE("equal parts of one whole are as many as are told, equal rows too") {
  CHECK(values(facts<CountFact>(read({{Section::kBody, "Năm 1999, tỉnh Hà Nam có 17 dự án viện trợ PCPNN:"},
                                      {Section::kBody, "- Y tế: 5 dự án;"},
                                      {Section::kBody, "- Giáo dục: 7 dự án;"},
                                      {Section::kBody, "- Nước sạch: 5 dự án."}}))) ==
        std::vector<std::string>{"project 17", "project 5", "project 7", "project 5"});
  const auto rows = facts<CountFact>(read({{Section::kBody, "TÌNH HÌNH VIỆN TRỢ PHI CHÍNH PHỦ NƯỚC NGOÀI NĂM 2009"},
                                           {Section::kTable, "Huyện\tSố dự án\tVốn đối ứng"},
                                           {Section::kTable, "Quỳ Châu\t3\t310"},
                                           {Section::kTable, "Kỳ Sơn\t3\t"},
                                           {Section::kTable, "Tổng cộng\t6\t310"}}));
  REQUIRE(values(rows) == std::vector<std::string>{"project 3", "project 3", "project 6"});
  CHECK(rows[0].part_of);
  CHECK(rows[1].part_of);
}

TEST_CASE("a few organisations of another event are not those told before") {
  CHECK(values(facts<CountFact>(
            read({{Section::kBody, "Năm 1992, tỉnh Hà Nam chỉ có 2 tổ chức phi chính phủ nước ngoài hoạt động."},
                  {Section::kBody, "Dịp này, 2 tổ chức phi chính phủ nước ngoài được UBND tỉnh tặng bằng khen."}}))) ==
        std::vector<std::string>{"ngo 2", "ngo 2"});
}

// Of each sum its amount, whether it is a part, and its place.
std::vector<std::string> parts_of(const std::vector<Part>& text) {
  std::vector<std::string> out;
  for (const AidValueFact& sum : facts<AidValueFact>(read(text)))
    out.push_back(sum.amount->to_string() + (sum.part_of ? " part " : " ") + sum.place);
  return out;
}

using Sums = std::vector<std::string>;

TEST_CASE("a stretch set apart of a longer one is a part of it, one beside it is none") {
  CHECK(parts_of({{Section::kBody,
                   "Từ năm 2001 đến năm 2005, tỉnh Hà Nam đã tiếp nhận viện trợ 5 triệu USD; riêng năm 2005 tiếp nhận "
                   "1,2 triệu USD."}}) == Sums{"5000000 Hà Nam", "1200000 part Hà Nam"});
  CHECK(
      parts_of({{Section::kBody,
                 "Năm 2005, tỉnh Hà Nam đã tiếp nhận viện trợ 5 triệu USD. Riêng 6 tháng cuối năm tiếp nhận 1,2 triệu "
                 "USD."}}) == Sums{"5000000 Hà Nam", "1200000 part Hà Nam"});
  CHECK(parts_of({{Section::kBody,
                   "Năm 2005, tỉnh Hà Nam đã tiếp nhận viện trợ 5 triệu USD; riêng năm 2006 tiếp nhận 1,2 triệu "
                   "USD."}}) == Sums{"5000000 Hà Nam", "1200000 Hà Nam"});
}

TEST_CASE("sums by kind, half of a sum, and the greatest of a total are its parts") {
  CHECK(parts_of({{Section::kBody,
                   "Năm 2003, tỉnh Hà Nam nhận viện trợ 900.000 USD, chia theo hình thức: viện trợ theo dự án 700.000 "
                   "USD; viện trợ phi dự án 200.000 USD."}}) ==
        Sums{"900000 Hà Nam", "700000 part Hà Nam", "200000 part Hà Nam"});
  CHECK(parts_of(
            {{Section::kBody,
              "Năm 2003, tỉnh Hà Nam giải ngân 9 tỷ đồng viện trợ. Hơn nửa số đó (5 tỷ đồng) dành cho hai huyện."}}) ==
        Sums{"9000000000 Hà Nam", "5000000000 part Hà Nam"});
  CHECK(parts_of({{Section::kBody, "Năm 2003, tỉnh Hà Nam nhận viện trợ PCPNN 900.000 USD."},
                  {Section::kBody,
                   "Năm 2003, các tổ chức viện trợ cao nhất là Sao Mai 300.000 USD và Nắng Mới 200.000 USD."}}) ==
        Sums{"900000 Hà Nam", "300000 part Hà Nam", "200000 part Hà Nam"});
}

// Of each count its number, whether it is a part, and its period.
std::vector<std::string> counts_of(const std::vector<Part>& text) {
  std::vector<std::string> out;
  for (const CountFact& count : facts<CountFact>(read(text)))
    out.push_back(count.value->to_string() + (count.part_of ? " part " : " ") + count.period);
  return out;
}

TEST_CASE("the lines of a list below a figure are its parts, and of its time") {
  CHECK(counts_of({{Section::kBody, "Tính đến hết năm 2016, tỉnh Hà Nam có 31 tổ chức PCPNN hoạt động:"},
                   {Section::kBody, "- Hoa Kỳ: 12 tổ chức;"},
                   {Section::kBody, "- Nhật Bản: 10 tổ chức."}}) == Sums{"31 2016", "12 part 2016", "10 part 2016"});
  CHECK(parts_of({{Section::kBody, "Năm 2016, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 6,4 triệu USD."},
                  {Section::kBody, "Cụ thể như sau:"},
                  {Section::kBody, "1. Quỹ Sao Mai: 3,1 triệu USD."},
                  {Section::kBody, "2. Quỹ Cầu Xanh: 2,2 triệu USD."}}) ==
        Sums{"6400000 Hà Nam", "3100000 part Hà Nam", "2200000 part Hà Nam"});
}

TEST_CASE("each line of a list may tell a count and a sum, each a part of its own whole") {
  const std::vector<Part> text = {
      {Section::kBody, "Năm 2016, tỉnh Hà Nam tiếp nhận 31 dự án viện trợ, tổng vốn 6,4 triệu USD. Trong đó:"},
      {Section::kBody, "- Y tế: 3,1 triệu USD (12 dự án);"},
      {Section::kBody, "- Giáo dục: 2,2 triệu USD (10 dự án)."}};
  CHECK(counts_of(text) == Sums{"31 2016", "12 part 2016", "10 part 2016"});
  CHECK(parts_of(text) == Sums{"6400000 Hà Nam", "3100000 part Hà Nam", "2200000 part Hà Nam"});
}

TEST_CASE("a figure of another unit may stand between a whole and the colon of its list") {
  CHECK(
      counts_of({{Section::kBody,
                  "Năm 2016, tỉnh Hà Nam tiếp nhận 31 dự án viện trợ, tổng vốn 6,4 triệu USD: y tế 12 dự án, 3,1 triệu "
                  "USD; giáo dục 10 dự án, 2,2 triệu USD."}}) == Sums{"31 2016", "12 part 2016", "10 part 2016"});
  CHECK(parts_of({{Section::kBody,
                   "Năm 2016, tỉnh Hà Nam nhận viện trợ 6,4 triệu USD: y tế 3,1 triệu USD (thuốc 2 triệu USD, máy 1,1 "
                   "triệu USD), giáo dục 2,2 triệu USD."}}) == Sums{"6400000 Hà Nam", "3100000 part Hà Nam",
                                                                    "2000000 part Hà Nam", "1100000 part Hà Nam",
                                                                    "2200000 part Hà Nam"});
}

TEST_CASE("gifts of several in a list, and figures of other provinces, are no parts of the first") {
  CHECK(parts_of({{Section::kBody, "Các nước viện trợ tỉnh Hà Nam sau bão:"},
                  {Section::kBody, "- Nhật Bản: 5 triệu USD;"},
                  {Section::kBody, "- Hàn Quốc: 3 triệu USD;"},
                  {Section::kBody, "- Đức: 2 triệu USD."}}) ==
        Sums{"5000000 Hà Nam", "3000000 Hà Nam", "2000000 Hà Nam"});
  CHECK(parts_of({{Section::kBody, "Ngày 12/9/2024, Hàn Quốc viện trợ tỉnh Hà Nam 2 triệu USD."},
                  {Section::kBody, "- Australia viện trợ 1,2 triệu USD."},
                  {Section::kBody, "- Thụy Sĩ viện trợ 0,5 triệu USD."}}) ==
        Sums{"2000000 Hà Nam", "1200000 ", "500000 "});
  CHECK(parts_of(
            {{Section::kBody,
              "Dự án tại Sơn La được viện trợ 5 triệu USD. Hai dự án còn lại tại Lai Châu và Điện Biên được viện trợ "
              "3 triệu USD và 2 triệu USD."}}) == Sums{"5000000 Sơn La", "3000000 Lai Châu", "2000000 Lai Châu"});
  CHECK(
      counts_of({{Section::kBody,
                  "Năm 2018, tỉnh Sơn La có 30 tổ chức PCPNN. Có 18 tổ chức ở tỉnh Lai Châu và 12 tổ chức ở tỉnh Điện "
                  "Biên."}}) == Sums{"30 2018", "18 2018", "12 2018"});
  CHECK(parts_of(
            {{Section::kBody,
              "Giai đoạn 2016-2018, tỉnh Hà Nam tiếp nhận 6 triệu USD viện trợ (giai đoạn 2011-2015 tiếp nhận 4 triệu "
              "USD, giai đoạn 2006-2010 tiếp nhận 2 triệu USD)."}}) ==
        Sums{"6000000 Hà Nam", "4000000 Hà Nam", "2000000 Hà Nam"});
}

TEST_CASE("what a sentence sets apart is of the sum told before it, not of a part or of one beside it") {
  const auto sums = facts<AidValueFact>(read(
      {{Section::kBody,
        "Năm 2005, tỉnh Hà Nam tiếp nhận viện trợ 2,9 triệu USD. Trong đó, y tế 980.000 USD, nước sạch 720.000 USD. "
        "Riêng hai huyện vùng trũng nhận viện trợ 640.000 USD, một huyện khác 260.000 USD."}}));
  REQUIRE(sums.size() == 5);
  for (std::size_t part = 1; part < 4; ++part) CHECK(sums[part].part_of == std::optional<std::size_t>(0));
  CHECK(
      parts_of({{Section::kBody,
                 "Năm 2017, cả nước tiếp nhận 280 triệu USD viện trợ phi chính phủ nước ngoài, riêng tỉnh Sơn La là 7 "
                 "triệu USD."}}) == Sums{"280000000 Việt Nam", "7000000 part Sơn La"});
}

TEST_CASE("the district that received most, right before the figure") {
  CHECK(parts_of({{Section::kBody, "Năm 2005, tỉnh Hà Nam tiếp nhận viện trợ 2,9 triệu USD. Các dự án có ở nhiều nơi."},
                  {Section::kBody, "Năm 2005, huyện Lý Nhân tiếp nhận viện trợ nhiều nhất, 1,05 triệu USD."}}) ==
        Sums{"2900000 Hà Nam", "1050000 part Hà Nam"});
}

TEST_CASE("phases numbered in turn add up by no chance") {
  CHECK(
      parts_of({{Section::kBody,
                 "Plan viện trợ tỉnh Hà Nam 2 triệu USD trong 3 năm (2018-2020). Giai đoạn 1 (2018) viện trợ 0,5 triệu "
                 "USD; giai đoạn 2 (2019-2020) viện trợ 1,5 triệu USD."}}) ==
      Sums{"2000000 Hà Nam", "500000 part Hà Nam", "1500000 part Hà Nam"});
  CHECK(
      parts_of({{Section::kBody,
                 "Plan viện trợ tỉnh Hà Nam 2 triệu USD trong 3 năm (2018-2020). Quỹ Sao Mai (2018) viện trợ 0,5 triệu "
                 "USD; Quỹ Cầu Xanh (2019-2020) viện trợ 1,5 triệu USD."}}) ==
      Sums{"2000000 Hà Nam", "500000 Hà Nam", "1500000 Hà Nam"});
}

TEST_CASE("lines of another time, or that are more together, are no parts") {
  CHECK(counts_of({{Section::kBody, "Năm 2016, tỉnh Hà Nam có 31 dự án PCPNN."},
                   {Section::kBody, "- Năm 2015: 12 dự án;"},
                   {Section::kBody, "- Năm 2014: 10 dự án."}}) == Sums{"31 2016", "12 2015", "10 2014"});
  CHECK(parts_of({{Section::kBody, "Năm 2016, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 3,1 triệu USD:"},
                  {Section::kBody, "- Quỹ Sao Mai: 2,2 triệu USD;"},
                  {Section::kBody, "- Quỹ Cầu Xanh: 1,9 triệu USD."}}) ==
        Sums{"3100000 Hà Nam", "2200000 Hà Nam", "1900000 Hà Nam"});
}

TEST_CASE("the lines of a page's list have no marks") {
  const Part total{Section::kBody, "Năm 2016, tỉnh Hà Nam nhận viện trợ 6,4 triệu USD, chia ra như sau:"};
  CHECK(parts_of({total,
                  {Section::kBody, "Y tế: 3,1 triệu USD"},
                  {Section::kBody, "Giáo dục: 2,2 triệu USD"},
                  {Section::kBody, "Năm 2015, tỉnh nhận viện trợ 1,1 triệu USD, ít hơn nhiều so với nhu cầu."}}) ==
        Sums{"6400000 Hà Nam", "3100000 part Hà Nam", "2200000 part Hà Nam", "1100000 Hà Nam"});
}

TEST_CASE("lines of a deeper level are parts of the item above them") {
  const auto sums = facts<AidValueFact>(read({{Section::kBody, "Năm 2016, tỉnh Hà Nam nhận viện trợ 6,4 triệu USD:"},
                                              {Section::kBody, "- Y tế: 3,1 triệu USD, gồm:"},
                                              {Section::kBody, "+ Quỹ Sao Mai: 2 triệu USD;"},
                                              {Section::kBody, "+ Quỹ Cầu Xanh: 1,1 triệu USD;"},
                                              {Section::kBody, "- Giáo dục: 2,2 triệu USD."}}));
  REQUIRE(sums.size() == 5);
  CHECK(sums[1].part_of == sums[4].part_of);
  CHECK(sums[2].part_of == sums[3].part_of);
  CHECK(sums[1].part_of != sums[2].part_of);
}

TEST_CASE("the sentence behind one that opens parts goes on with them") {
  CHECK(counts_of({{Section::kBody, "Tính đến hết năm 2018, tỉnh Hà Nam thu hút 19 dự án PCPNN."},
                   {Section::kBody, "Trong đó, có 8 dự án làm tiếp. Có 11 dự án mới mở."}}) ==
        Sums{"19 2018", "8 part 2018", "11 part 2018"});
  CHECK(counts_of({{Section::kBody, "Năm 2018, tỉnh Hà Nam thu hút 19 dự án PCPNN."},
                   {Section::kBody, "Trong đó, có 8 dự án làm tiếp. Tỉnh Ninh Bình có 9 dự án."}}) ==
        Sums{"19 2018", "8 part 2018", "9 2018"});
}

TEST_CASE("short sentences of a label and a figure go on with the parts") {
  CHECK(parts_of(
            {{Section::kBody,
              "Năm 2018, tỉnh Hà Nam nhận viện trợ 6,4 triệu USD. Trong đó: Y tế: 3,1 triệu USD. Giáo dục: 2,2 triệu "
              "USD. Môi trường: 0,6 triệu USD."}}) ==
        Sums{"6400000 Hà Nam", "3100000 part Hà Nam", "2200000 part Hà Nam", "600000 part Hà Nam"});
}

TEST_CASE("what is left of a sum is told with its parts in the next paragraph") {
  CHECK(parts_of({{Section::kBody, "Nhật Bản viện trợ tỉnh Hà Nam 490.000 USD. Cụ thể, bệnh viện nhận 308.000 USD."},
                  {Section::kBody,
                   "Hai dự án còn lại gồm cầu Đôi (được viện trợ 102.000 USD) và đường An Phú (89.000 "
                   "USD)."}}) ==
        Sums{"490000 Hà Nam", "308000 part Hà Nam", "102000 part Hà Nam", "89000 part Hà Nam"});
  CHECK(parts_of({{Section::kBody, "Nhật Bản viện trợ tỉnh Hà Nam 490.000 USD."},
                  {Section::kBody,
                   "Đức viện trợ tỉnh Hà Nam hai dự án, cầu Đôi (102.000 USD) và đường An Phú (89.000 "
                   "USD)."}}) == Sums{"490000 Hà Nam", "102000 Hà Nam", "89000 Hà Nam"});
}

TEST_CASE("sums that make up most of the headline's are its parts") {
  const Part title{Section::kTitle, "Hà Nam tiếp nhận hơn 8,2 tỷ đồng viện trợ"};
  const Part total{Section::kBody, "UBND tỉnh Hà Nam vừa tiếp nhận hơn 8,2 tỷ đồng viện trợ của nước ngoài."};
  CHECK(parts_of({title,
                  total,
                  {Section::kBody, "Quỹ Sao Mai viện trợ 3,1 tỷ đồng. Quỹ Cầu Xanh viện trợ 2,3 tỷ đồng."},
                  {Section::kBody, "Quỹ Nhịp Cầu viện trợ 1,9 tỷ đồng."}}) ==
        Sums{"8200000000 Hà Nam", "3100000000 part Hà Nam", "2300000000 part Hà Nam", "1900000000 part Hà Nam"});
  CHECK(parts_of({title,
                  total,
                  {Section::kBody, "Quỹ Sao Mai viện trợ 1,1 tỷ đồng. Quỹ Cầu Xanh viện trợ 0,8 tỷ đồng."},
                  {Section::kBody, "Quỹ Nhịp Cầu viện trợ 0,7 tỷ đồng."}}) ==
        Sums{"8200000000 Hà Nam", "1100000000 Hà Nam", "800000000 Hà Nam", "700000000 Hà Nam"});
}

TEST_CASE("sums that make up nearly all of the document's first one are its parts") {
  const Part total{Section::kBody, "UBND tỉnh Hà Nam giao hơn 5,6 tỷ đồng vốn viện trợ của nước ngoài."};
  const Part items{Section::kBody,
                   "Sở Y tế nhận gần 1,2 tỷ đồng do Quỹ Sao Mai viện trợ; Hội Khuyến học nhận 840 triệu đồng do Quỹ "
                   "Cầu Xanh viện trợ; huyện Lý Nhân nhận hơn 1,3 tỷ đồng do Quỹ Nhịp Cầu viện trợ."};
  const Part last{Section::kBody, "Hội Nông dân nhận hơn 2,1 tỷ đồng do Quỹ Bước Tới viện trợ."};
  CHECK(parts_of({total, items, last}) == Sums{"5600000000 Hà Nam", "1200000000 part Hà Nam", "840000000 part Hà Nam",
                                               "1300000000 part Hà Nam", "2100000000 part Hà Nam"});
  CHECK(parts_of({total, items}) ==
        Sums{"5600000000 Hà Nam", "1200000000 Hà Nam", "840000000 Hà Nam", "1300000000 Hà Nam"});
}

TEST_CASE("a few that the headline tells are those of the text below it") {
  CHECK(values(facts<CountFact>(
            read({{Section::kTitle, "Nhật Bản viện trợ 7 dự án"},
                  {Section::kBody, "Ngày 28/2/2018, Nhật Bản ký viện trợ cho 7 dự án tại tỉnh Hà Nam."},
                  {Section::kBody, "Đại sứ nói lễ ký hôm nay có 7 dự án viện trợ."}}))) ==
        std::vector<std::string>{"project 7"});
}

TEST_CASE("a sum that is named again tells its parts in a later paragraph") {
  CHECK(
      parts_of({{Section::kBody, "Hoa Kỳ viện trợ tỉnh Hà Nam 9,5 triệu USD, trong đó có 5 triệu USD cho nông nghiệp."},
                {Section::kBody, "Số tiền trợ giúp của Hoa Kỳ cũng bao gồm 3,5 triệu USD thuốc men."}}) ==
      Sums{"9500000 Hà Nam", "5000000 part Hà Nam", "3500000 part Hà Nam"});
  CHECK(
      parts_of({{Section::kBody, "Hoa Kỳ viện trợ tỉnh Hà Nam 9,5 triệu USD, trong đó có 5 triệu USD cho nông nghiệp."},
                {Section::kBody, "Nhật Bản cũng viện trợ tỉnh Hà Nam 4,5 triệu USD."}}) ==
      Sums{"9500000 Hà Nam", "5000000 part Hà Nam", "4500000 Hà Nam"});
}

TEST_CASE("sums that add up to the one before or behind them are its parts, whatever joins them") {
  CHECK(parts_of({{Section::kBody, "Năm 2007, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 2,94 triệu USD."},
                  {Section::kBody,
                   "Năm 2007, các tổ chức Anh viện trợ 1,15 triệu USD, các tổ chức Đức viện trợ 1,79 triệu USD."}}) ==
        Sums{"2940000 Hà Nam", "1150000 part Hà Nam", "1790000 part Hà Nam"});
  CHECK(parts_of({{Section::kBody,
                   "Năm 2007, các tổ chức Anh viện trợ tỉnh Hà Nam 1,15 triệu USD, các tổ chức Đức viện trợ 1,79 triệu "
                   "USD; tổng viện trợ PCPNN là 2,94 triệu USD."}}) ==
        Sums{"1150000 part Hà Nam", "1790000 part Hà Nam", "2940000 Hà Nam"});
  // One digit adds up by chance, other times are no parts, and what lacks a little is not all.
  CHECK(parts_of({{Section::kBody, "Năm 2007, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 5 triệu USD."},
                  {Section::kBody,
                   "Năm 2007, các tổ chức Anh viện trợ 2 triệu USD, các tổ chức Đức viện trợ 3 triệu USD."}}) ==
        Sums{"5000000 Hà Nam", "2000000 Hà Nam", "3000000 Hà Nam"});
  CHECK(parts_of({{Section::kBody, "Năm 2007, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 2,94 triệu USD."},
                  {Section::kBody, "Năm 2005, viện trợ PCPNN đạt 1,15 triệu USD; năm 2006 đạt 1,79 triệu USD."}}) ==
        Sums{"2940000 Hà Nam", "1150000 Hà Nam", "1790000 Hà Nam"});
  CHECK(parts_of({{Section::kBody, "Năm 2007, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 2,94 triệu USD."},
                  {Section::kBody,
                   "Năm 2007, các tổ chức Anh viện trợ 1,15 triệu USD, các tổ chức Đức viện trợ 1,71 triệu USD."}}) ==
        Sums{"2940000 Hà Nam", "1150000 Hà Nam", "1710000 Hà Nam"});
}

TEST_CASE("a sum with its percentage of another is a part of that one, with another percentage it is none") {
  const Part total = {Section::kBody, "Năm 2007, tỉnh Hà Nam tiếp nhận viện trợ PCPNN 2.870.150 USD."};
  CHECK(parts_of({total, {Section::kBody, "Năm 2007, các tổ chức Pháp viện trợ 688.400 USD, chiếm 24%."}}) ==
        Sums{"2870150 Hà Nam", "688400 part Hà Nam"});
  CHECK(parts_of({total, {Section::kBody, "Năm 2007, các tổ chức Pháp viện trợ 688.400 USD (24,0%)."}}) ==
        Sums{"2870150 Hà Nam", "688400 part Hà Nam"});
  CHECK(parts_of({total, {Section::kBody, "Năm 2007, các tổ chức Pháp viện trợ 688.400 USD, chiếm 31%."}}) ==
        Sums{"2870150 Hà Nam", "688400 Hà Nam"});
}

TEST_CASE("a paragraph that opens with 'trong đó' tells parts of the one above it") {
  const Part total = {Section::kBody, "Năm 2013, tỉnh Hà Nam có 31 khoản viện trợ PCPNN với tổng vốn 9,6 triệu USD."};
  const Part picture = {Section::kCaption, "Các em nhỏ trong lớp học mới. (Ảnh minh họa)"};
  CHECK(
      parts_of(
          {total, picture, {Section::kBody, "Trong đó, tỉnh quản lý 22 khoản viện trợ với tổng vốn 7,1 triệu USD."}}) ==
      Sums{"9600000 Hà Nam", "7100000 part Hà Nam"});
  CHECK(parts_of({total, {Section::kBody, "Ngoài ra, tỉnh quản lý 22 khoản viện trợ với tổng vốn 7,1 triệu USD."}}) ==
        Sums{"9600000 Hà Nam", "7100000 Hà Nam"});
}

TEST_CASE("the items of a list have the currency of the total above it, people have none") {
  CHECK(parts_of({{Section::kBody, "Năm 2004, tỉnh Hà Nam giải ngân 9,7 tỷ đồng viện trợ PCPNN, gồm:"},
                  {Section::kBody, "+ Nước sạch: 4,1 tỷ;"},
                  {Section::kBody, "+ Giáo dục: 3,85 tỷ;"},
                  {Section::kBody, "+ Y tế: 1,75 tỷ."}}) ==
        Sums{"9700000000 Hà Nam", "4100000000 part Hà Nam", "3850000000 part Hà Nam", "1750000000 part Hà Nam"});
  CHECK(parts_of({{Section::kBody, "Năm 2004, tỉnh Hà Nam giải ngân 9,7 triệu USD viện trợ PCPNN."},
                  {Section::kBody, "Số người được hưởng lợi: 1,2 triệu."}}) == Sums{"9700000 Hà Nam"});
}

TEST_CASE("a part for a region has no province and is not the whole country's") {
  CHECK(
      parts_of({{Section::kBody,
                 "Năm 2020, các tổ chức PCPNN viện trợ cho Việt Nam 220 triệu USD, trong đó hỗ trợ các tỉnh miền Trung "
                 "gần 9 triệu USD, y tế 40 triệu USD."}}) ==
      Sums{"220000000 Việt Nam", "9000000 part ", "40000000 part Việt Nam"});
}

TEST_CASE("a sum for the country that is told again for the provinces it goes to is one") {
  const std::string country = "Liên minh châu Âu viện trợ 250.000 euro cho Việt Nam sau bão. ";
  CHECK(parts_of({{Section::kBody, country},
                  {Section::kBody,
                   "Số tiền viện trợ 250.000 euro sẽ giúp người dân tại các tỉnh Quảng Nam, Bình Định và Phú Yên."}}) ==
        Sums{"250000 Việt Nam"});
  CHECK(parts_of({{Section::kBody, country},
                  {Section::kBody, "Đức viện trợ 250.000 euro cho hai tỉnh Quảng Nam và Phú Yên."}})
            .size() == 2);
}

TEST_CASE("what is told of a part with 'riêng' in the next sentence, and of places by name") {
  CHECK(parts_of({{Section::kBody,
                   "Năm 2004, tỉnh Hà Nam giải ngân 9,7 tỷ đồng viện trợ PCPNN. Riêng hai huyện miền núi tiếp nhận 3,1 "
                   "tỷ đồng năm 2004."}}) == Sums{"9700000000 Hà Nam", "3100000000 part Hà Nam"});
}

TEST_CASE("the subject above a report's text says that its sums are aid") {
  const Part sum = {Section::kBody, "Năm 2004, toàn tỉnh giải ngân được 3,4 tỷ đồng."};
  std::vector<Part> report = {{Section::kBody, "BÁO CÁO"},
                              {Section::kBody, "Tình hình hợp tác với các tổ chức phi chính phủ nước ngoài"}};
  for (int i = 0; i < 12; ++i)
    report.push_back({Section::kBody, "Các sở, ngành đã họp bàn kế hoạch cho những tháng tới."});
  report.push_back(sum);
  CHECK(parts_of(report).size() == 1);
  report[1].words = "Tình hình sản xuất nông nghiệp và phát triển nông thôn";
  CHECK(parts_of(report).empty());
}

TEST_CASE("a place right before a bracketed figure is the figure's, a part of the country's total") {
  const Part total = {Section::kBody, "Năm 1997, cả nước nhận viện trợ PCPNN 9 triệu USD."};
  CHECK(parts_of(
            {total,
             {Section::kBody,
              "Năm 1997, các nơi nhận viện trợ nhiều là Hà Giang (khoảng 1,4 triệu USD), Lào Cai (900.000 USD)."}}) ==
        Sums{"9000000 Việt Nam", "1400000 part Hà Giang", "900000 part Lào Cai"});
  CHECK(parts_of({total, {Section::kBody, "Năm 1997, các nước viện trợ Lào Cai nhiều (900.000 USD)."}})[1] !=
        "900000 part Lào Cai");
}

TEST_CASE("a title whose last line is the year alone tells what the document looks back on") {
  const Part title = {Section::kBody, "VIỆN TRỢ PHI CHÍNH PHỦ NƯỚC NGOÀI PHÂN THEO HUYỆN"};
  const Part told = {Section::kBody, "Tỉnh Hà Nam đã phê duyệt 7 dự án viện trợ."};
  const auto period_below = [&](const char* last_line) {
    return facts<CountFact>(read({title, {Section::kBody, last_line}, told})).at(0).period;
  };
  CHECK(period_below("NĂM 2009") == "2009");
  CHECK(period_below("Năm 2009") == "");
}

}  // namespace
}  // namespace trichluc
