#include "extractors/resolve/years.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "extractors/resolve/cited_dates.h"
#include "tests/unit/small_reading.h"

namespace trichluc {
namespace {

using Paragraphs = std::vector<std::pair<text::Section, std::string>>;
using text::Section;

struct Settled {
  std::string last;      // the last date of the text
  std::string inferred;  // the words its year was taken from; "-": said in its own words or taken from outside the text
};

Settled settle(const Paragraphs& paragraphs, const std::string& published, const std::string& cited = {}) {
  static const Dictionaries dictionaries = test::small_dictionaries();
  const auto text = test::text_of(paragraphs);
  const Reading reading(text, dictionaries);
  auto dates = read_dates(reading).dates;
  if (!cited.empty()) {
    Candidate law;
    law.fact = LegalDocumentFact{"Nghị định", "80/2020/NĐ-CP", "2020-07-08", ""};
    const std::size_t begin = text.folded().find(text::fold(cited));
    law.span = {begin, begin + text::fold(cited).size()};
    mark_cited_dates(dates, {law});
  }
  std::vector<DatedRole> roles;
  if (!published.empty()) roles.push_back({"published", published, true, {}});
  const auto settled = settle_years(reading, dates, read_context(reading, dates, roles, find_place_names(reading)));
  if (settled.empty()) return {};
  const SettledDate& last = settled.back();
  const bool told = !last.inferred.empty() && !last.inferred[0].from.empty();
  return {to_iso(last.date.when), told ? reading.words(last.inferred[0].from) : "-"};
}

struct Case {
  Paragraphs paragraphs;
  const char* published;
  const char* date;
  const char* from;
};

TEST_CASE("a date without a year takes it from the nearest place that tells one") {
  const auto c = GENERATE(
      Case{{{Section::kBody, "Năm 2020, tỉnh gặp khó. Ngày 5/8, bão đến."}}, "2022-03-01", "2020-08-05", "Năm 2020"},
      Case{{{Section::kHeading, "III. Phương hướng năm 2018"}, {Section::kBody, "Tổ chức trong quý III."}},
           "2017-12-12",
           "2018-07/2018-09",
           "năm 2018"},
      Case{
          {{Section::kHeading, "I. Năm 2017"}, {Section::kHeading, "II. Kiến nghị"}, {Section::kBody, "Họp ngày 5/3."}},
          "2018-02-01",
          "2018-03-05",
          "-"},
      Case{{{Section::kTitle, "Kết nối năm 2021"}, {Section::kBody, "Sáng 17/3 họp."}}, "", "2021-03-17", "năm 2021"},
      Case{{{Section::kBody, "Sáng 4/12 họp."}}, "2025-12-05", "2025-12-04", "-"},
      Case{{{Section::kBody, "Ngày 17/11 họp."}}, "2025-01-05", "2024-11-17", "-"});
  const Settled settled = settle(c.paragraphs, c.published);
  CHECK(settled.last == c.date);
  CHECK(settled.inferred == c.from);
}

TEST_CASE("the year whose work a meeting looks back on is not the year of its day") {
  const Paragraphs paragraphs = {{Section::kBody, "Tổng kết công tác năm 2018, ngày 10/4 họp tại Huế."}};
  CHECK(settle(paragraphs, "2019-04-11").last == "2019-04-10");
  CHECK(settle(paragraphs, "").last == "2019-04-10");
}

TEST_CASE("a year told anywhere above and an anniversary's lend no year") {
  CHECK(settle({{Section::kBody, "Trận lũ năm 1999 rất lớn."}, {Section::kBody, "Ngày 5/3, tổ chức trao quà."}}, "")
            .last == "--03-05");
  CHECK(settle({{Section::kBody, "Chiều 17/11, tỉnh kỷ niệm ngày truyền thống."}}, "2020-11-18").last == "2020-11-17");
  const Paragraphs jubilee = {{Section::kBody, "Kỷ niệm 70 năm (17/11/1950 - 17/11/2020)."},
                              {Section::kBody, "Chiều 17/11, tỉnh gặp mặt."}};
  CHECK(settle(jubilee, "2020-11-18").last == "2020-11-17");
  CHECK(settle(jubilee, "").last == "--11-17");
  const Paragraphs founded = {{Section::kBody, "Ủy ban ra đời ngày 24/5/1996."},
                              {Section::kBody, "Ngày 24/5, họp mặt."}};
  CHECK(settle(founded, "2016-05-25").last == "2016-05-24");
}

TEST_CASE("a day in the week behind the publication is of its year") {
  const std::string recalls = "Năm 2008, dự án khởi động. ";
  CHECK(settle({{Section::kBody, recalls + "Lớp học mở trong ngày 12/3."}}, "2012-03-08").last == "2012-03-12");
  CHECK(settle({{Section::kBody, recalls + "Lớp học mở trong ngày 12/4."}}, "2012-03-08").last == "2008-04-12");
}

TEST_CASE("news of these days is not of the year its paragraph recalls") {
  const std::string recalls = "Năm 2008, dự án khởi động. ";
  CHECK(settle({{Section::kBody, recalls + "Ngày 5/3 vừa qua, trường được khánh thành."}}, "2012-03-08").last ==
        "2012-03-05");
  CHECK(settle({{Section::kBody, recalls + "Sáng 5/3, trường được khánh thành."}}, "2012-03-08").last == "2012-03-05");
  CHECK(settle({{Section::kBody, recalls + "Sáng 5/3, trường được khánh thành."}}, "").last == "--03-05");
}

TEST_CASE("a month of last year is of the year before the document's, and of none where nothing dates it") {
  CHECK(settle({{Section::kBody, "6 tháng đầu năm trước, bão đến."}}, "2015-04-05").last == "2014-01/2014-06");
  CHECK(settle({{Section::kBody, "Năm 2001, bão đến. Quý I năm trước"}}, "").last.empty());
}

TEST_CASE("the day that reviews one year and plans the next is at the end of the one or in the other") {
  const std::string words = ", tổng kết công tác năm 2022, phương hướng nhiệm vụ năm 2023.";
  const auto day_of = [&](const std::string& day) {
    const Paragraphs paragraphs = {{Section::kBody, "Tin tức" + words}, {Section::kBody, day + " hội nghị diễn ra."}};
    return settle(paragraphs, "").last;
  };
  CHECK(day_of("Ngày 20/12") == "2022-12-20");
  CHECK(day_of("Ngày 10/1") == "2023-01-10");
}

TEST_CASE("a deadline is the next such day") {
  CHECK(settle({{Section::kBody, "Gửi báo cáo trước ngày 15/1."}}, "2022-12-22").last == "2023-01-15");
  CHECK(settle({{Section::kBody, "Gửi báo cáo trước ngày 15/12."}}, "2003-11-18").last == "2003-12-15");
  // An invitation's deadline lies before the meeting.
  CHECK(settle({{Section::kBody, "Cuộc họp ngày 25/10/1996. Gửi số liệu trước ngày 20/10."}}, "1996-10-14").last ==
        "1996-10-20");
}

TEST_CASE("a year that stands behind the last of two months holds for both") {
  static const Dictionaries dictionaries = test::small_dictionaries();
  const auto text = test::text_of({{Section::kBody, "đợt lũ tháng 11 và tháng 12 năm 1999"}});
  const Reading reading(text, dictionaries);
  const auto dates = read_dates(reading).dates;
  const auto settled = settle_years(reading, dates, read_context(reading, dates, {}, find_place_names(reading)));
  REQUIRE(settled.size() == 2);
  CHECK(to_iso(settled[0].date.when) == "1999-11");
  CHECK(to_iso(settled[1].date.when) == "1999-12");
}

TEST_CASE("the date of a cited law lends its year to nothing else, and takes it from the law's number") {
  const std::string law = "Nghị định 80/2020/NĐ-CP ngày 8-7";
  const auto own = settle({{Section::kBody, "Theo " + law}}, "2021-05-01", law);
  CHECK(own.last == "2020-07-08");
  CHECK(own.inferred == law);
  const Paragraphs after = {{Section::kBody, "Theo Nghị định ngày 8/7/2020 của Chính phủ, trong tháng 8 đã kiểm tra."}};
  CHECK(settle(after, "2021-09-01", "Nghị định ngày 8/7/2020").last == "2021-08");
}

TEST_CASE("a day of every year and a day that nothing dates keep no year") {
  CHECK(settle({{Section::kBody, "Trước ngày 15/7 hằng năm."}}, "2022-12-22").last == "--07-15");
  CHECK(settle({{Section::kBody, "Sáng 10/4 họp."}}, "").last == "--04-10");
}

}  // namespace
}  // namespace trichluc
