// How statements are settled by what stands around them: time, place, parts, repeated figures. Real dictionaries, since
// the constructions are theirs; one small text a question.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

using text::Section;

struct Part {
  Section section;
  std::string words;
};

Extraction read(const std::vector<Part>& parts, const Hints& hints = {}) {
  text::LaidOut laid_out;
  for (const Part& part : parts) {
    const std::size_t begin = laid_out.raw.size();
    laid_out.raw += part.words;
    laid_out.paragraphs.push_back({{{begin, laid_out.raw.size()}}, part.section});
    laid_out.raw += "\n";
  }
  return extract(text::NormalizedText(laid_out), real_dictionaries(), hints);
}

template <class T>
std::vector<T> facts(const Extraction& extraction) {
  std::vector<T> out;
  for (const Candidate& candidate : extraction.candidates) {
    if (const auto* fact = std::get_if<T>(&candidate.fact)) out.push_back(*fact);
  }
  return out;
}

bool has_inference(const Candidate& candidate, const std::string& field) {
  for (const Inference& inference : candidate.inferred) {
    if (inference.field == field) return true;
  }
  return false;
}

TEST_CASE("the time of a digital signature is a date of the document, with its words") {
  for (const char* words : {"Thời gian ký: 09.10.2023 14:22:11 +07:00", "Ngày ký: 09-10-2023 14:22:11 +07:00"}) {
    CAPTURE(words);
    const auto out = read({{Section::kBody, "Ký bởi: Ủy ban nhân dân tỉnh Lai Châu"},
                           {Section::kBody, words},
                           {Section::kTitle, "Báo cáo công tác phi chính phủ nước ngoài"},
                           {Section::kBody, "Cuộc họp diễn ra ngày 05/10/2023 tại Lai Châu."}});
    REQUIRE(out.dates.size() == 1);
    CHECK(out.dates[0].role == "signed");
    CHECK(out.dates[0].value == "2023-10-09");
    CHECK(out.dates[0].chosen);
    CHECK_FALSE(out.dates[0].span.empty());
  }
  const auto told = read({{Section::kBody, "Hai bên nhất trí lấy ngày ký kết 09/10/2023 làm ngày truyền thống."}});
  CHECK(told.dates.empty());
}

TEST_CASE("a headline that gives the equivalent of a sum below is that sum") {
  const auto out = read({{Section::kTitle, "Tổ chức NPA viện trợ gần 30 tỷ đồng cho tỉnh Quảng Bình"},
                         {Section::kBody, "Dự án có vốn viện trợ 1,3 triệu USD (tương đương gần 30 tỷ đồng)."}});
  const auto sums = facts<AidValueFact>(out);
  REQUIRE(sums.size() == 1);
  CHECK(sums[0].currency == "USD");
  CHECK(sums[0].equivalent.size() == 1);
}

TEST_CASE("a text that begins with its province is about it, one about an unnamed province is not about the country") {
  const auto named = read({{Section::kBody, "(BLK) - Lai Châu tiếp nhận 3 khoản viện trợ phi chính phủ nước ngoài."},
                           {Section::kBody, "Tổ chức Plan tài trợ 9 tỷ đồng. Việt Nam cảm ơn."}});
  REQUIRE(facts<AidValueFact>(named).size() == 1);
  CHECK(facts<AidValueFact>(named)[0].place == "Lai Châu");
  const auto unnamed = read({{Section::kBody, "Toàn tỉnh triển khai các dự án phi chính phủ nước ngoài."},
                             {Section::kBody, "Viện trợ năm 2016 là 2 triệu USD. Các tổ chức có ở Việt Nam từ lâu."}});
  REQUIRE(facts<AidValueFact>(unnamed).size() == 1);
  CHECK(facts<AidValueFact>(unnamed)[0].place.empty());
}

TEST_CASE("a portal's clock years after the work reviewed is not the day of the document") {
  const auto out = read({{Section::kPublished, "Chủ nhật, 11/04/2021"},
                         {Section::kTitle, "Tổng kết công tác về các tổ chức phi chính phủ nước ngoài"},
                         {Section::kBody, "Ngày 23-12, tại Hà Nội diễn ra hội nghị tổng kết công tác năm 2015."}});
  CHECK(out.published.empty());
  REQUIRE(out.meeting);
  CHECK(out.meeting->date == "2015-12-23");
  const auto soon = read({{Section::kPublished, "Thứ Hai, 11/01/2016"},
                          {Section::kTitle, "Tổng kết công tác về các tổ chức phi chính phủ nước ngoài"},
                          {Section::kBody, "Ngày 8-1, tại Hà Nội diễn ra hội nghị tổng kết công tác năm 2015."}});
  REQUIRE(soon.meeting);
  CHECK(soon.meeting->date == "2016-01-08");
}

TEST_CASE("since the beginning of the year is of the one year that is told before") {
  const std::string words =
      "Từ đầu năm đến nay tỉnh Lạng Sơn vận động được 16 dự án viện trợ phi chính phủ nước ngoài.";
  const auto one = read({{Section::kBody, "Tháng 07/2023, tỉnh đón 6 đoàn khách."}, {Section::kBody, words}});
  REQUIRE(facts<CountFact>(one).size() == 1);
  CHECK(facts<CountFact>(one)[0].period == "2023");
  const auto two = read({{Section::kBody, "Tháng 07/2023 và tháng 7/2022 tỉnh đón 6 đoàn."}, {Section::kBody, words}});
  REQUIRE(facts<CountFact>(two).size() == 1);
  CHECK(facts<CountFact>(two)[0].period.empty());
}

TEST_CASE("a stock without a date holds for the day of the meeting, and says where that was taken from") {
  const auto out =
      read({{Section::kPublished, "15/05/2018 09:20"},
            {Section::kBody, "Sáng 14/5, tại Hà Nội diễn ra hội nghị về công tác phi chính phủ nước ngoài."},
            {Section::kBody, "Hiện có 310 tổ chức phi chính phủ nước ngoài hoạt động tại Việt Nam."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].period == "2018-05-14");
  CHECK(counts[0].kind == Kind::kStock);
  CHECK(counts[0].place == "Việt Nam");
  CHECK(has_inference(out.candidates[0], "period"));
}

TEST_CASE("a flow takes the year of the sentence before it, never the day it is told on") {
  const auto out =
      read({{Section::kBody,
             "Chiều 3/3/2016, Ủy ban họp. Năm 2015, công tác viện trợ có nhiều tiến bộ. Giá trị viện trợ đạt "
             "250 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period == "2015");
}

TEST_CASE("what is compared with gives no time to the figure and a base to its change") {
  const auto out =
      read({{Section::kBody,
             "Năm 2021, giá trị viện trợ phi chính phủ nước ngoài là 90 tỷ đồng, giảm 10% so với năm 2020."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period == "2021");
  REQUIRE(values[0].change);
  CHECK_FALSE(values[0].change->increase);
  CHECK(values[0].change->relative_to == "2020");
}

TEST_CASE("the year that a figure is measured by is not its own") {
  for (const char* measured :
       {"bằng 92% năm 1997", "bằng 92% của năm 1997", "gấp 1,4 lần năm 1997", "gấp 1,4 lần giai đoạn 1992 - 1996"}) {
    CAPTURE(measured);
    const auto out = read({{Section::kBody, "Năm 1998, các tổ chức phi chính phủ nước ngoài làm việc tốt."},
                           {Section::kBody, std::string("Tổng giá trị viện trợ nhận được là 9,2 triệu USD, ") +
                                                measured + ", tập trung cho y tế."}});
    const auto values = facts<AidValueFact>(out);
    REQUIRE(values.size() == 1);
    CHECK(values[0].period != "1997");
    CHECK(values[0].period != "1992/1996");
  }
}

TEST_CASE("the subject of a report tells its year, however long it is") {
  const auto out =
      read({{Section::kBody, "BÁO CÁO"},
            {Section::kBody,
             "Tình hình tiếp nhận, quản lý và sử dụng viện trợ phi chính phủ nước ngoài của ngành giáo dục năm 1998"},
            {Section::kBody, "Tổng giá trị viện trợ nhận được là 9,2 triệu USD, tập trung cho các trường mẫu giáo."},
            {Section::kBody, "Tháng 12 tới sẽ mở hội nghị tổng kết công tác viện trợ 5 năm 1996 - 2000."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period == "1998");
}

TEST_CASE("the plan in the subject of a report is not what it looks back on") {
  const auto out =
      read({{Section::kBody, "BÁO CÁO"},
            {Section::kBody,
             "Tổng kết công tác vận động, quản lý và sử dụng viện trợ phi chính phủ nước ngoài giai đoạn 2001 - 2005, "
             "phương "
             "hướng 2006 - 2010"},
            {Section::kBody, "Tổng giá trị viện trợ nhận được là 9,2 triệu USD, tập trung cho các trường mẫu giáo."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period == "2001/2005");
}

TEST_CASE("the time of a part is not the time of its whole") {
  const auto out =
      read({{Section::kBody,
             "Nhìn lại 5 năm 2001 - 2005, tỉnh đã cố gắng. Tổng vốn viện trợ giải ngân trong kỳ đạt xấp xỉ 14 "
             "triệu USD, riêng 10 tháng đầu năm 2005 là 3,3 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 2);
  CHECK(values[0].period == "2001/2005");
  CHECK(values[1].period == "2005-01/2005-10");
}

TEST_CASE("without anything that ties a time to a flow the period stays unknown") {
  const auto out = read({{Section::kBody, "Các tổ chức phi chính phủ nước ngoài đã viện trợ 3 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period.empty());
}

TEST_CASE("national and provincial figures of one paragraph keep their own places") {
  const auto out =
      read({{Section::kBody,
             "Năm 2019, cả nước có 480 tổ chức phi chính phủ nước ngoài đăng ký hoạt động. Tại tỉnh Lào Cai có "
             "35 tổ chức phi chính phủ nước ngoài."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].place == "Việt Nam");
  CHECK(counts[1].place == "Lào Cai");
}

TEST_CASE("the town of a meeting is no place of its figures") {
  const auto out =
      read({{Section::kBody,
             "Sáng 5/6/2014, tại Đà Nẵng, hội nghị cho biết Việt Nam nhận viện trợ phi chính phủ 300 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].place != "Đà Nẵng");
}

TEST_CASE("a sum for one purpose is a part of the total of the same year") {
  const auto out =
      read({{Section::kBody, "Năm 2020, viện trợ phi chính phủ nước ngoài cho Việt Nam đạt 200 triệu USD."},
            {Section::kBody,
             "Trong năm 2020, các tổ chức hỗ trợ 5 triệu USD để ứng phó với đại dịch Covid-19 tại Việt Nam."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 2);
  CHECK_FALSE(values[0].part_of);
  CHECK(values[1].part_of == 0U);
}

TEST_CASE("a headline that repeats a figure of the body is a second piece of evidence, not a second fact") {
  const auto out = read(
      {{Section::kTitle, "410 tổ chức phi chính phủ nước ngoài hoạt động tại Việt Nam"},
       {Section::kBody, "Tính đến ngày 31/12/2017, có 410 tổ chức phi chính phủ nước ngoài hoạt động tại Việt Nam."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].period == "2017-12-31");
  CHECK(out.candidates[0].restated.size() == 1);
}

TEST_CASE("an expectation is told apart from a report") {
  const auto out = read({{Section::kBody, "Dự kiến năm 2030 viện trợ phi chính phủ nước ngoài đạt 400 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].certainty == Certainty::kExpected);
}

TEST_CASE("a day without a year takes the year of publication from the element that tells it") {
  Hints hints;
  hints.published_meta = "2012-10-03T08:00:00+07:00";
  const auto dates =
      facts<DateFact>(read({{Section::kBody, "Ngày 2/10, Sở Ngoại vụ đã làm việc với các tổ chức."}}, hints));
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].value == "2012-10-02");
}

TEST_CASE("a day without a year anywhere stays a day without a year") {
  const auto dates = facts<DateFact>(read({{Section::kBody, "Ngày 2/10, Sở Ngoại vụ đã làm việc với các tổ chức."}}));
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].value == "--10-02");
}

TEST_CASE("figures of other articles are read, and settled by nothing of this one") {
  const auto out = read({{Section::kTitle, "Viện trợ phi chính phủ nước ngoài năm 2016 tại Việt Nam"},
                         {Section::kRelated, "Nghệ An: 25 tổ chức phi chính phủ nước ngoài hoạt động"}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].period.empty());
}

TEST_CASE("counterpart funds, loans, damage and differences are refused with the reason") {
  const std::string sentence =
      GENERATE(std::string("Vốn đối ứng của tỉnh cho các dự án viện trợ là 8 tỷ đồng."),
               std::string("Thiệt hại do bão lũ là 300 tỷ đồng, các tổ chức phi chính phủ đang khảo sát."),
               std::string("Viện trợ phi chính phủ tăng 15 triệu USD so với năm trước."));
  CAPTURE(sentence);
  const auto out = read({{Section::kBody, sentence}});
  CHECK(facts<AidValueFact>(out).empty());
  CHECK_FALSE(out.rejections.empty());
}

}  // namespace
TEST_CASE("equal figures in two rows of a table are two facts, and a total told in the text is one") {
  const auto found = facts<AidValueFact>(read({{Section::kBody, "Năm 2019, tỉnh tiếp nhận viện trợ PCPNN 100.000 USD."},
                                               {Section::kTable, "Lĩnh vực\tGiải ngân năm 2019 (USD)"},
                                               {Section::kTable, "Y tế\t50.000"},
                                               {Section::kTable, "Giáo dục\t50.000"},
                                               {Section::kTable, "Tổng cộng\t100.000"}}));
  std::size_t halves = 0;
  for (const AidValueFact& fact : found) halves += fact.amount->to_string() == "50000" ? 1U : 0U;
  CHECK(halves == 2);
}

TEST_CASE("a full date in the meeting's sentence does not replace the meeting's own day") {
  Hints hints;
  hints.published_meta = "2025-12-24";
  const Extraction found =
      read({{Section::kBody,
             "Chiều 23/12, tỉnh gặp mặt các tổ chức phi chính phủ nước ngoài lần đầu kể từ khi hợp "
             "nhất ngày 1/7/2025."}},
           hints);
  std::vector<std::string> days;
  for (const DateFact& date : facts<DateFact>(found)) days.push_back(date.value);
  CHECK(days == std::vector<std::string>{"2025-12-23", "2025-07-01"});
}

TEST_CASE("a year told in brackets is no year of what follows them") {
  const Extraction found =
      read({{Section::kBody,
             "Đến 30/9/2020 tỉnh có 19 tổ chức PCPNN hoạt động (cuối năm 2019 là 22 tổ chức); 2 tổ "
             "chức ngừng hoạt động trong quý II."}});
  bool second_quarter = false;
  for (const DateFact& date : facts<DateFact>(found)) second_quarter |= date.value == "2020-04/2020-06";
  CHECK(second_quarter);
}

}  // namespace trichluc
