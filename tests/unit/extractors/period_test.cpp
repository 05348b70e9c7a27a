// The time that a sum holds for where its sentence leaves it to the text around; one small text a question.
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

// The period of the first sum of the text.
std::string period_of_sum(const std::vector<Part>& text) {
  const auto sums = facts<AidValueFact>(read(text));
  return sums.empty() ? "none" : sums.front().period;
}

TEST_CASE("the whole year told in January is the one that is over, not the one that is planned") {
  const Part day{Section::kPublished, "20/01/2017"};
  const Part meeting{
      Section::kBody,
      "UBND tỉnh Sơn La vừa họp tổng kết công tác phi chính phủ nước ngoài năm 2016, triển khai nhiệm vụ "
      "năm 2017."};
  CHECK(period_of_sum({day, meeting, {Section::kBody, "Trong năm, tỉnh nhận viện trợ 3,1 triệu USD."}}) == "2016");
  CHECK(period_of_sum({day, meeting, {Section::kBody, "Cả năm, tỉnh nhận viện trợ 3,1 triệu USD."}}) == "2016");
  CHECK(period_of_sum({day, {Section::kBody, "Trong năm, tỉnh nhận viện trợ 3,1 triệu USD."}}) == "2016");
  CHECK(period_of_sum({day, {Section::kBody, "Trong 6 tháng đầu năm, tỉnh nhận viện trợ 3,1 triệu USD."}}) ==
        "2016-01/2016-06");
  CHECK(period_of_sum({day, {Section::kBody, "Trong 6 tháng đầu năm, tỉnh dự kiến nhận viện trợ 3,1 triệu USD."}}) ==
        "2017-01/2017-06");
  CHECK(period_of_sum({{Section::kPublished, "20/12/2016"},
                       {Section::kBody, "Trong năm, tỉnh nhận viện trợ 3,1 triệu USD."}}) == "2016");
}

TEST_CASE("the aid of a year that the headline names is what the text tells of, once the year is over") {
  const Part title{Section::kTitle, "Sơn La: viện trợ phi chính phủ nước ngoài năm 2016"};
  const Part sum{Section::kBody, "Tỉnh đã tiếp nhận 3,1 triệu USD viện trợ."};
  CHECK(period_of_sum({title, {Section::kPublished, "15/02/2017"}, sum}) == "2016");
  CHECK(period_of_sum({title, {Section::kPublished, "15/02/2016"}, sum}).empty());
  CHECK(
      period_of_sum(
          {{Section::kTitle, "Sơn La: kế hoạch vận động viện trợ năm 2016"}, {Section::kPublished, "15/02/2017"}, sum})
          .empty());
}

TEST_CASE("what was given up to now began in the year that the sentence before tells") {
  CHECK(period_of_sum(
            {{Section::kBody,
              "Tổ chức Plan hoạt động tại tỉnh Sơn La từ năm 1995. Đến nay, Plan đã viện trợ 12 triệu USD."}}) ==
        "1995/..");
  CHECK(period_of_sum(
            {{Section::kBody,
              "Tổ chức Plan mở văn phòng năm 1995. Trong năm đó, Plan đã viện trợ tỉnh Sơn La 12 triệu USD."}}) ==
        "1995");
}

TEST_CASE("the year before stands behind a word that opens the sentence") {
  CHECK(period_of_sum({{Section::kPublished, "15/06/2014"},
                       {Section::kBody, "Năm 1994 chưa có dự án. Còn năm ngoái chúng tôi viện trợ 2,6 triệu USD."}}) ==
        "2013");
  CHECK(period_of_sum({{Section::kPublished, "15/06/2014"},
                       {Section::kBody, "Hơn năm ngoái, chúng tôi viện trợ 2,6 triệu USD."}}) != "2013");
}

// The periods of all sums of the text.
std::vector<std::string> periods_of_sums(const std::vector<Part>& text) {
  std::vector<std::string> out;
  for (const AidValueFact& sum : facts<AidValueFact>(read(text))) out.push_back(sum.period);
  return out;
}

using Periods = std::vector<std::string>;

TEST_CASE("the time that the line above a list tells holds for its lines") {
  const Part first{Section::kBody, "- Quỹ Sao Mai: 3,1 triệu USD;"};
  const Part second{Section::kBody, "- Quỹ Cầu Xanh: 2,2 triệu USD."};
  for (const char* lead :
       {"Các khoản viện trợ phi chính phủ tỉnh tiếp nhận trong năm 2016 gồm:",
        "Danh sách viện trợ phi chính phủ nước ngoài năm 2016", "a) Viện trợ phi chính phủ năm 2016"}) {
    CAPTURE(lead);
    CHECK(periods_of_sums({{Section::kBody, lead}, first, second}) == Periods{"2016", "2016"});
  }
  // The day of an event, two times, a plan and a sentence that stops tell nothing of the lines below.
  for (const char* lead : {"Ngày 12/9/2016, Bộ Ngoại giao công bố các khoản viện trợ phi chính phủ:",
                           "Các khoản viện trợ phi chính phủ năm 2016 và so với kết quả đã có năm 2011:",
                           "Kế hoạch vận động viện trợ phi chính phủ năm 2016:",
                           "Năm 2016, tỉnh có nhiều chuyển biến trong công tác viện trợ phi chính phủ, được người dân "
                           "và chính quyền các cấp "
                           "trong tỉnh ghi nhận."}) {
    CAPTURE(lead);
    CHECK(periods_of_sums({{Section::kBody, lead}, first, second}) != Periods{"2016", "2016"});
  }
}

TEST_CASE("a line that is a time and nothing else heads what stands below it") {
  CHECK(periods_of_sums({{Section::kBody, "1. Năm 2017"},
                         {Section::kBody, "Tỉnh tiếp nhận 5,7 triệu USD viện trợ phi chính phủ."},
                         {Section::kBody, "2. Năm 2018"},
                         {Section::kBody, "Tỉnh tiếp nhận 6,4 triệu USD viện trợ phi chính phủ."}}) ==
        Periods{"2017", "2018"});
  CHECK(periods_of_sums({{Section::kBody, "1. Năm 2017"},
                         {Section::kBody, "Tỉnh tiếp nhận nhiều đoàn khách."},
                         {Section::kBody, "2. Đánh giá chung"},
                         {Section::kBody, "Tỉnh tiếp nhận 6,4 triệu USD viện trợ phi chính phủ."}}) == Periods{""});
}

TEST_CASE("a page's list without marks is one as long as its lines end alike") {
  const Part lead{Section::kBody, "Các khoản viện trợ phi chính phủ năm 2016 gồm:"};
  CHECK(periods_of_sums({lead,
                         {Section::kBody, "Quỹ Sao Mai: 3,1 triệu USD"},
                         {Section::kBody, "Quỹ Cầu Xanh: 2,2 triệu USD"},
                         {Section::kBody, "Quỹ Nhịp Cầu cũng đã viện trợ 1,2 triệu USD cho các xã vùng cao."}}) ==
        Periods{"2016", "2016", ""});
  CHECK(periods_of_sums({lead,
                         {Section::kBody, "Quỹ Sao Mai: 3,1 triệu USD;"},
                         {Section::kBody, "Quỹ Cầu Xanh: 2,2 triệu USD."}}) == Periods{"2016", "2016"});
}

TEST_CASE("the year left unsaid may close the clause of its figure") {
  const Part day{Section::kPublished, "20/12/2016"};
  CHECK(period_of_sum(
            {day, {Section::kBody, "Tỉnh nhận 3,1 triệu USD viện trợ phi chính phủ nước ngoài trong năm."}}) == "2016");
  CHECK(period_of_sum({day,
                       {Section::kBody,
                        "Tỉnh nhận 3,1 triệu USD viện trợ phi chính phủ nước ngoài, các dự án làm "
                        "trong năm."}})
            .empty());
}

TEST_CASE("the worth of a programme holds for the term told in the paragraph above") {
  const Part programme{Section::kBody, "EU mở chương trình viện trợ không hoàn lại giai đoạn 2014-2020 cho Việt Nam."};
  CHECK(period_of_sum({programme, {Section::kBody, "Trị giá gói hỗ trợ là 260 triệu euro."}}) == "2014/2020");
  CHECK(period_of_sum({programme,
                       {Section::kCaption, "Ảnh minh họa"},
                       {Section::kBody, "Tổng giá trị của chương trình viện trợ là 260 triệu euro."}}) == "2014/2020");
  CHECK(period_of_sum({programme, {Section::kBody, "Hội Sao Mai cũng viện trợ 260 triệu euro."}}).empty());
  CHECK(
      period_of_sum({{Section::kBody, "EU mở chương trình giai đoạn 2014-2020, sau chương trình giai đoạn 2007-2013."},
                     {Section::kBody, "Trị giá gói viện trợ là 260 triệu euro."}})
          .empty());
}

}  // namespace
}  // namespace trichluc
