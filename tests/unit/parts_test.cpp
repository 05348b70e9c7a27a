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
