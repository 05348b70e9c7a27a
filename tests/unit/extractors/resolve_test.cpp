// How statements are settled by what stands around them: time, place, parts, repeated figures. Real dictionaries, since
// the constructions are theirs; one small text a question.
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

bool has_inference(const Candidate& candidate, const std::string& field) {
  for (const Inference& inference : candidate.inferred) {
    if (inference.field == field) return true;
  }
  return false;
}

TEST_CASE("the time of a digital signature is a date of the document, with its words") {
  // Every word of signature_words.tsv.
  for (const char* words : {"Thời gian ký: 09.10.2023 14:22:11 +07:00", "Ngày ký: 09-10-2023 14:22:11 +07:00",
                            "Thời điểm ký: 09/10/2023 14:22:11", "Ngày giờ ký: 09/10/2023 14:22:11"}) {
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
  CHECK(facts<CountFact>(one)[0].period == "2023/..");  // a part of the year, never the whole of it
  const auto two = read({{Section::kBody, "Tháng 07/2023 và tháng 7/2022 tỉnh đón 6 đoàn."}, {Section::kBody, words}});
  REQUIRE(facts<CountFact>(two).size() == 1);
  CHECK(facts<CountFact>(two)[0].period.empty());
}

// The period and kind of each count and aid value of one paragraph, in order: "2022 flow".
std::vector<std::string> periods_of(const std::string& words, const std::string& published = {}) {
  std::vector<Part> parts = {{Section::kBody, words}};
  if (!published.empty()) parts.insert(parts.begin(), {Section::kPublished, published});
  const auto out = read(parts);
  std::vector<std::string> periods;
  for (const Candidate& candidate : out.candidates) {
    const auto* count = std::get_if<CountFact>(&candidate.fact);
    const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
    if (count == nullptr && aid == nullptr) continue;
    const auto kind = count != nullptr ? count->kind : aid->kind;
    const std::string period = count != nullptr ? count->period : aid->period;
    periods.push_back((period.empty() ? "-" : period) + (kind == Kind::kStock        ? " stock"
                                                         : kind == Kind::kCumulative ? " cumulative"
                                                                                     : " flow"));
  }
  return periods;
}

using Periods = std::vector<std::string>;

TEST_CASE("what is told as of a day is no flow of that day") {
  CHECK(periods_of("Tính đến 31/12/2015, tổng giá trị viện trợ phi chính phủ nước ngoài cam kết là 9 triệu USD.") ==
        Periods{"2015-12-31 cumulative"});
  CHECK(periods_of("Đến cuối tháng 6/2019, tỉnh có 18 dự án của các tổ chức phi chính phủ nước ngoài.") ==
        Periods{"2019-06 stock"});
  CHECK(periods_of("Cuối tháng 6/2019, tổ chức phi chính phủ nước ngoài này tài trợ 200.000 USD.") ==
        Periods{"2019-06 flow"});
  CHECK(periods_of("Từ đầu năm đến hết tháng 6/2019, viện trợ phi chính phủ nước ngoài đạt 2 triệu USD.") ==
        Periods{"2019-01/2019-06 flow"});
}

TEST_CASE("times that follow one another and are told together are one period of the figure") {
  CHECK(periods_of("Trong hai năm 2019 và 2020, viện trợ phi chính phủ nước ngoài đạt 12 triệu USD.") ==
        Periods{"2019/2020 flow"});
  CHECK(periods_of("Quý I và quý II/2023, viện trợ phi chính phủ nước ngoài đạt 2 triệu USD.") ==
        Periods{"2023-01/2023-06 flow"});
  CHECK(periods_of("Trong tháng 10, tháng 11/2020, viện trợ phi chính phủ nước ngoài đạt 2 triệu USD.") ==
        Periods{"2020-10/2020-11 flow"});
  CHECK(periods_of("Năm 2015 và 2020, viện trợ phi chính phủ nước ngoài đạt 12 triệu USD.") == Periods{"2020 flow"});
}

TEST_CASE("years that are not named date nothing, nor does a year before which something was") {
  const std::string review = "Đánh giá kết quả giai đoạn 2003-2013. ";
  CHECK(periods_of(review + "Tỉnh vận động được 6 tỷ đồng viện trợ phi chính phủ nước ngoài trong 9 tháng.") ==
        Periods{"- flow"});
  CHECK(periods_of(review + "Trong những năm gần đây, viện trợ phi chính phủ nước ngoài đạt 300 triệu USD.") ==
        Periods{"- flow"});
  CHECK(periods_of(review + "Trong tháng, viện trợ phi chính phủ nước ngoài đạt 90.000 USD.") == Periods{"- flow"});
  CHECK(periods_of("Trước năm 1996, đã có 100 tổ chức phi chính phủ nước ngoài hoạt động.", "15/05/2018 09:20") ==
        Periods{"- stock"});
}

TEST_CASE("the figure of the same period a year earlier is of those months") {
  const std::string now = "Viện trợ phi chính phủ nước ngoài 6 tháng đầu năm 2023 đạt 4,1 triệu USD (cùng kỳ năm 2022 ";
  CHECK(periods_of(now + "đạt 3,5 triệu USD).") == Periods{"2023-01/2023-06 flow", "2022-01/2022-06 flow"});
  CHECK(
      periods_of("Quý I/2018, tỉnh phê duyệt 12 dự án viện trợ phi chính phủ nước ngoài; cùng kỳ năm trước 9 dự án.") ==
      Periods{"2018-01/2018-03 flow", "2017-01/2017-03 flow"});
  CHECK(periods_of("Năm 2018, viện trợ phi chính phủ nước ngoài đạt 8 triệu USD, tăng so với cùng kỳ năm 2017.") ==
        Periods{"2018 flow"});
}

TEST_CASE("a time still to come is the next one after the day of publication") {
  CHECK(periods_of("Dự kiến trong tháng 2, các tổ chức phi chính phủ nước ngoài sẽ tài trợ 500.000 USD.",
                   "08/12/2019 09:20") == Periods{"2020-02 flow"});
  CHECK(periods_of("Năm 2019 khép lại. Dự kiến trong quý I, tổ chức phi chính phủ nước ngoài tài trợ 500.000 USD.",
                   "28/12/2019 09:20") == Periods{"2020-01/2020-03 flow"});
}

TEST_CASE("a figure of this day is not of the year that is looked back on") {
  const auto out = read({{Section::kBody, "Ngày 23/3, tỉnh tổng kết công tác phi chính phủ nước ngoài năm 2021."},
                         {Section::kBody, "Hiện nay, các tổ chức phi chính phủ nước ngoài cam kết 1,3 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period.empty());
}

TEST_CASE("a year that leans on an unsaid one takes no other, and 'năm qua' is the year of the headline") {
  const std::string since =
      "Từ năm 2013 đến tháng 2 năm nay, tổ chức phi chính phủ nước ngoài này tài trợ 12 tỷ đồng. ";
  CHECK(periods_of(since + "Năm ngoái, tổ chức này tài trợ 2 tỷ đồng.") == Periods{"2013/.. cumulative", "- flow"});
  CHECK(periods_of("Năm ngoái, các tổ chức phi chính phủ nước ngoài tài trợ 2 tỷ đồng.", "15/05/2018 09:20") ==
        Periods{"2017 flow"});
  CHECK(periods_of("Năm 2019, viện trợ phi chính phủ nước ngoài đạt 2 triệu USD. Từ nay đến cuối năm, các tổ chức phi "
                   "chính phủ nước ngoài tài trợ thêm 1 triệu USD.") == Periods{"2019 flow", "- flow"});
  const auto out = read({{Section::kTitle, "Tình hình hoạt động của các tổ chức phi chính phủ nước ngoài năm 1998"},
                         {Section::kBody, "Công tác có nhiều tiến bộ."},
                         {Section::kBody, "Năm qua, có 9 tổ chức phi chính phủ nước ngoài hoạt động tại tỉnh."}});
  REQUIRE(facts<CountFact>(out).size() == 1);
  CHECK(facts<CountFact>(out)[0].period == "1998");
}

TEST_CASE("a stock of today holds for the day the text begins with where nothing else dates it") {
  const auto out =
      read({{Section::kBody, "BPO - Sáng 25-12, tỉnh tổng kết công tác phi chính phủ nước ngoài năm 2014."},
            {Section::kBody, "Năm 2003, số tổ chức phi chính phủ nước ngoài tăng lên 500 tổ chức hiện nay."}});
  REQUIRE(facts<CountFact>(out).size() == 1);
  CHECK(facts<CountFact>(out)[0].period == "2014-12-25");
}

TEST_CASE("'in the year' below a heading is the heading's year") {
  const auto out = read({{Section::kTitle, "Báo cáo công tác phi chính phủ nước ngoài năm 2022"},
                         {Section::kBody, "III. NHIỆM VỤ NĂM 2023"},
                         {Section::kBody, "2"},
                         {Section::kBody,
                          "Vận động theo chương trình giai đoạn 2021 - 2025; dự kiến giải ngân viện trợ "
                          "phi chính phủ nước ngoài trong năm 18 triệu USD."}});
  const auto values = facts<AidValueFact>(out);
  REQUIRE(values.size() == 1);
  CHECK(values[0].period == "2023");
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

std::vector<std::string> values(const std::vector<CountFact>& counts) {
  std::vector<std::string> out;
  for (const CountFact& count : counts) out.push_back(count.of + " " + (count.value ? count.value->to_string() : "-"));
  return out;
}

TEST_CASE("the parts of a list belong to the total before it, not to one another") {
  const auto out = read({{Section::kBody,
                          "Năm 2019, tỉnh phê duyệt 12 dự án viện trợ, trong đó 3 dự án y tế, 4 dự án giáo dục và 5 dự "
                          "án môi trường."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(values(counts) == std::vector<std::string>{"project 12", "project 3", "project 4", "project 5"});
  CHECK_FALSE(counts[0].part_of);
  for (std::size_t part = 1; part < counts.size(); ++part) {
    CAPTURE(part);
    REQUIRE(counts[part].part_of);
    CHECK(*counts[part].part_of == 0);
    CHECK(counts[part].period == "2019");
  }
}

TEST_CASE("a part that leaves its noun out is one all the same, and tells nothing of the whole") {
  const auto out =
      read({{Section::kBody, "Hiện có 64 tổ chức phi chính phủ nước ngoài, trong đó 40 đã được cấp giấy đăng ký."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(values(counts) == std::vector<std::string>{"ngo 64", "ngo 40"});
  CHECK(counts[0].status.empty());
  REQUIRE(counts[1].part_of);
  CHECK(*counts[1].part_of == 0);
  // Another thing counted between the two: whose part the number is, nobody knows.
  const auto between = read({{Section::kBody, "Có 64 tổ chức PCPNN và 90 cán bộ, trong đó 40 đã được tập huấn."}});
  CHECK(values(facts<CountFact>(between)) == std::vector<std::string>{"ngo 64"});
}

TEST_CASE("of N/M the first is a part of the second, and one of N is no part") {
  const auto out = read({{Section::kBody, "Năm 2020, có 28/36 tổ chức phi chính phủ nước ngoài nộp báo cáo."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(values(counts) == std::vector<std::string>{"ngo 28", "ngo 36"});
  REQUIRE(counts[0].part_of);
  CHECK(*counts[0].part_of == 1);
  CHECK_FALSE(counts[1].part_of);
  CHECK(counts[1].status.empty());
  const auto one = read({{Section::kBody, "Plan là một trong 36 tổ chức phi chính phủ nước ngoài hoạt động ở đây."}});
  CHECK(values(facts<CountFact>(one)) == std::vector<std::string>{"ngo 36"});
}

TEST_CASE("a number without its noun counts what the one before counts, at its own time") {
  const auto out = read(
      {{Section::kBody, "Năm 2019 có 38 tổ chức phi chính phủ nước ngoài tài trợ, năm 2020 có 41 (năm 2015 là 22)."}});
  const auto counts = facts<CountFact>(out);
  REQUIRE(values(counts) == std::vector<std::string>{"ngo 38", "ngo 41", "ngo 22"});
  CHECK(counts[0].period == "2019");
  CHECK(counts[1].period == "2020");
  CHECK(counts[2].period == "2015");
  for (const char* other :
       {"Năm 2019 có 38 tổ chức PCPNN, năm 2020 là 41%.", "Năm 2019 có 38 tổ chức PCPNN, năm 2020 là 41 tỷ đồng.",
        "Năm 2019 có 38 tổ chức PCPNN và 12 đoàn, năm 2020 là 41."}) {
    CAPTURE(other);
    CHECK(values(facts<CountFact>(read({{Section::kBody, other}}))) == std::vector<std::string>{"ngo 38"});
  }
}

TEST_CASE("what is counted since ever is cumulative, what runs today is a stock") {
  const auto ever = facts<CountFact>(read({{Section::kBody, "Lũy kế đến nay, tỉnh đã tiếp nhận 215 dự án viện trợ."}}));
  REQUIRE(ever.size() == 1);
  CHECK(ever[0].kind == Kind::kCumulative);
  const auto today =
      facts<CountFact>(read({{Section::kBody, "Lũy kế đến nay có 21 tổ chức phi chính phủ nước ngoài hoạt động."}}));
  REQUIRE(today.size() == 1);
  CHECK(today[0].kind == Kind::kStock);
}

TEST_CASE("a plan makes its own count expected and no other") {
  const auto counts = facts<CountFact>(read(
      {{Section::kBody, "Năm 2021, tỉnh phê duyệt 14 dự án viện trợ; năm 2022 dự kiến vận động 20 dự án viện trợ."}}));
  REQUIRE(values(counts) == std::vector<std::string>{"project 14", "project 20"});
  CHECK(counts[0].certainty == Certainty::kReported);
  CHECK(counts[1].certainty == Certainty::kExpected);
}

TEST_CASE("a headline without a time says the count of the body again") {
  const auto counts = facts<CountFact>(
      read({{Section::kPublished, "25/11/2022"},
            {Section::kTitle, "Lâm Đồng thu hút 9 dự án viện trợ phi chính phủ nước ngoài"},
            {Section::kBody, "Từ đầu năm đến nay, tỉnh Lâm Đồng thu hút 9 dự án viện trợ phi chính phủ nước ngoài."}}));
  REQUIRE(counts.size() == 1);
  CHECK_FALSE(counts[0].period.empty());
}

TEST_CASE("a column of counts is read under its heading, with the year of its row") {
  const auto counts = facts<CountFact>(read({{Section::kTitle, "Viện trợ phi chính phủ nước ngoài tỉnh Hà Nam"},
                                             {Section::kTable, "Năm\tSố tổ chức PCPNN\tSố dự án\tGiá trị (USD)"},
                                             {Section::kTable, "2017\t28\t31\t1.682.941"},
                                             {Section::kTable, "2018\t18\t19\t1.536.781"}}));
  REQUIRE(values(counts) == std::vector<std::string>{"ngo 28", "project 31", "ngo 18", "project 19"});
  CHECK(counts[0].period == "2017");
  CHECK(counts[3].period == "2018");
}

TEST_CASE("a row of counts is read by its own words, with the years above it") {
  const auto counts = facts<CountFact>(read({{Section::kTitle, "Viện trợ phi chính phủ nước ngoài tỉnh Hà Nam"},
                                             {Section::kTable, "TT\tChỉ tiêu\tNăm 2020\t2021"},
                                             {Section::kTable, "1\tSố tổ chức PCPNN hoạt động\t7\t8"},
                                             {Section::kTable, "2\tSố người hưởng lợi\t700\t800"}}));
  REQUIRE(values(counts) == std::vector<std::string>{"ngo 7", "ngo 8"});
  CHECK(counts[0].status == "operating");
  CHECK(counts[0].period == "2020");
  CHECK(counts[1].period == "2021");
}

TEST_CASE("the cells of a column are parts of its total, though one cell of the heading stands over two") {
  const auto counts =
      facts<CountFact>(read({{Section::kBody, "Năm 2022, tỉnh Hà Nam tiếp nhận viện trợ phi chính phủ nước ngoài."},
                             {Section::kTable, "TT Lĩnh vực\tSố khoản viện trợ\tGiá trị (USD)"},
                             {Section::kTable, "1\tY tế\t14\t9.120.000"},
                             {Section::kTable, "2\tGiáo dục\t17\t3.905"},
                             {Section::kTable, "Tổng cộng\t31\t9.123.905"}}));
  REQUIRE(values(counts) == std::vector<std::string>{"project 14", "project 17", "project 31"});
  REQUIRE(counts[0].part_of);
  CHECK(*counts[0].part_of == 2);
  REQUIRE(counts[1].part_of);
  CHECK_FALSE(counts[2].part_of);
}

TEST_CASE("the numbers of rows and the columns of other things are no counts") {
  const auto counts =
      facts<CountFact>(read({{Section::kTitle, "Viện trợ phi chính phủ nước ngoài tỉnh Hà Nam"},
                             {Section::kTable, "TT\tTên dự án\tTổ chức tài trợ\tSố hộ"},
                             {Section::kTable, "1\tDự án nước sạch\tPlan\t120"},
                             {Section::kTable, "2\tChương trình học bổng\tTổ chức Kadoorie\t45"},
                             {Section::kBody, "3 Dự án y tế do tổ chức phi chính phủ nước ngoài tài trợ"}}));
  CHECK(values(counts).empty());
}

TEST_CASE("counts in lines of their own that sum up to the one before them are its parts") {
  const auto list = [](const std::string& last) {
    return facts<CountFact>(
        read({{Section::kBody, "Trong năm 1998, các tổ chức phi chính phủ nước ngoài đã tài trợ 17 dự án:"},
              {Section::kBody, "- Y tế: 4 dự án;"},
              {Section::kBody, "- Giáo dục: 7 dự án;"},
              {Section::kBody, "- Nước sạch: " + last + " dự án."}}));
  };
  const auto whole = list("6");
  REQUIRE(values(whole) == std::vector<std::string>{"project 17", "project 4", "project 7", "project 6"});
  for (std::size_t part = 1; part < whole.size(); ++part) {
    CAPTURE(part);
    REQUIRE(whole[part].part_of);
    CHECK(*whole[part].part_of == 0);
    CHECK(whole[part].status == whole[0].status);
  }
  for (const CountFact& count : list("8")) CHECK_FALSE(count.part_of);  // more than the whole
}

TEST_CASE("brackets that name the whole's members close before the next count") {
  const auto counts = facts<CountFact>(
      read({{Section::kBody,
             "Năm 2021, gia hạn giấy đăng ký cho 3 tổ chức PCPNN (gồm Plan và Oxfam); chấm dứt hoạt động của 1 tổ "
             "chức (của Anh). Đã tiếp nhận 9 khoản viện trợ (gồm 6 dự án và 3 phi dự án)."}}));
  REQUIRE(values(counts) == std::vector<std::string>{"ngo 3", "ngo 1", "project 9", "project 6", "project 3"});
  CHECK_FALSE(counts[1].part_of);
  REQUIRE(counts[3].part_of);
  REQUIRE(counts[4].part_of);
  CHECK(*counts[4].part_of == 2);
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
