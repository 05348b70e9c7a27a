#include "extractors/date/date_reader.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/small_reading.h"

namespace trichluc {
namespace {

std::string dates_of(const std::string& words) {
  static const Dictionaries dictionaries = test::small_dictionaries();
  const auto text = test::text_of({{text::Section::kBody, words}});
  const Reading reading(text, dictionaries);
  std::string all;
  for (const DateReading& date : read_dates(reading).dates) {
    if (date.relative != Relative::kNone) continue;
    all += (all.empty() ? "" : " ") + to_iso(date.when);
  }
  return all;
}

struct Case {
  const char* words;
  const char* dates;
};

void check(const Case& c) {
  CAPTURE(c.words);
  CHECK(dates_of(c.words) == c.dates);
}

TEST_CASE("days are read with any of the usual marks and in words") {
  check(GENERATE(Case{"ngày 10/4/2019", "2019-04-10"}, Case{"20-12-2012", "2012-12-20"}, Case{"7.8.2015", "2015-08-07"},
                 Case{"ngày 30 tháng Tư năm 1975", "1975-04-30"}, Case{"Mùng 2 tháng 5 năm 2017", "2017-05-02"},
                 Case{"ngày 5 tháng 11 năm hai nghìn không trăm linh ba", "2003-11-05"}, Case{"Chiều 28/11", "--11-28"},
                 Case{"Ngay 21/12, tại Hà Nội", "--12-21"}, Case{"Thứ Tư (12/4)", "--04-12"}));
}

TEST_CASE("days are read as programs, forms and old papers print them") {
  check(GENERATE(Case{"2019-04-10", "2019-04-10"}, Case{"2023/03/14", "2023-03-14"}, Case{"2023-13-14", ""},
                 Case{"30 Tháng Tư 2015", "2015-04-30"}, Case{"ngày 12 tháng 7, 2022 hộ", "--07-12"},
                 Case{"Tháng Tư 30, 2015", "2015-04-30"}, Case{"5/III/1998", "1998-03-05"},
                 Case{"tháng IV/2000", "2000-04"}, Case{"T7/2018", "2018-07"}, Case{"ngày …/11/2024", "2024-11"},
                 Case{"ngày ... tháng 11 năm 2024", "2024-11"}));
}

TEST_CASE("a year of two digits is read behind words that make it one, in a fixed century") {
  check(GENERATE(Case{"ngày 5/3/98", "1998-03-05"}, Case{"ngày 5-3-18", "2018-03-05"}, Case{"ngày 5/3/42", ""},
                 Case{"12/1/45", ""}, Case{"giai đoạn 1998-99", "1998/1999"}, Case{"tài khóa 2010/11", "2010/2011"},
                 Case{"giai đoạn 2010-05", ""}, Case{"năm '99", "1999"}, Case{"lũ năm 98.", "1998"},
                 Case{"mỗi năm 98.", ""}, Case{"năm 98 hộ", ""}));
}

TEST_CASE("lunar days, feasts and places named after days are no dates") {
  check(GENERATE(Case{"15/7 âm lịch", ""}, Case{"rằm tháng 7", ""}, Case{"xuân Quý Mão 2023", ""},
                 Case{"mùa xuân 2023", "2023"}, Case{"trụ sở tại đường 3 tháng 2", ""}, Case{"Trường Tư thục 2-9", ""},
                 Case{"đoàn lên đường sáng 2/9", "--09-02"}, Case{"ngày 2/9", "--09-02"}));
}

TEST_CASE("times of day feed no date") {
  check(GENERATE(Case{"17:01, 14/03/2023", "2023-03-14"}, Case{"14h30 ngày 5/7/2018", "2018-07-05"},
                 Case{"16:05, 20/05/2021", "2021-05-20"}, Case{"lúc 8 giờ 30 phút", ""}, Case{"lúc 15:01", ""}));
}

TEST_CASE("listed days and months are one fact each, a stroke makes a range") {
  check(GENERATE(
      Case{"hai ngày 13 và 14.11.2014", "2014-11-13 2014-11-14"}, Case{"ngày 12-13/12/2019", "2019-12-12/2019-12-13"},
      Case{"ngày 3, 5 và 9/4/2020", "2020-04-03 2020-04-05 2020-04-09"},
      Case{"các tháng 8, 9 và 10/2019", "2019-08 2019-09 2019-10"}, Case{"ngày 15/1 và 15/7", "--01-15 --07-15"}));
}

TEST_CASE("a stretch of time takes month and year from its other end") {
  check(GENERATE(
      Case{"Từ ngày 6 đến ngày 9/7", "--07-06/--07-09"}, Case{"từ 27/6 đến 02/7/2022", "2022-06-27/2022-07-02"},
      Case{"từ 20/12 đến 5/1/2024", "2023-12-20/2024-01-05"}, Case{"từ 1/2018 đến 9/2018", "2018-01/2018-09"},
      Case{"từ năm 2014 đến tháng 10/2019", "2014/2019-10"}, Case{"từ năm 2016 đến nay", "2016/.."},
      Case{"10-11/2025", "2025-10/2025-11"}, Case{"từ 8 - 9 triệu", ""}, Case{"từ 5 đến 7 tỷ", ""}));
}

TEST_CASE("months, quarters, halves, years and decades are read") {
  check(GENERATE(
      Case{"8 tháng đầu năm 2023", "2023-01/2023-08"}, Case{"11 tháng năm 2022", "2022-01/2022-11"},
      Case{"quý III năm 2021", "2021-07/2021-09"}, Case{"nửa cuối năm 2020", "2020-07/2020-12"},
      Case{"cuối năm 2019", "2019"}, Case{"thập niên 1990", "1990/1999"}, Case{"những năm 90", "1990/1999"},
      Case{"5 năm 2016-2020", "2016/2020"}, Case{"5 năm 2016", "2016"}, Case{"năm học 2019/2020", "2019/2020"},
      Case{"tháng 12.2020", "2020-12"}, Case{"mỗi tháng một lần", ""}, Case{"quý đầu năm 2023", "2023-01/2023-03"},
      Case{"quý I, II năm 2021", "2021-01/2021-03 2021-04/2021-06"}, Case{"tháng đầu tiên của năm 2020", "2020-01"},
      Case{"9 tháng đầu năm (2023)", "2023-01/2023-09"}, Case{"quý 3 2020 hộ", ""}));
}

TEST_CASE("numbers that only look like dates are none") {
  check(GENERATE(Case{"58/2022/NĐ-CP", ""}, Case{"05/2012/TT-BNG", ""}, Case{"đường 30/4", ""}, Case{"3/4 số xã", ""},
                 Case{"2020 hộ", ""}, Case{"1900 2015", ""}, Case{"ISO 9001:2015", ""}, Case{"bản đồ tỷ lệ 1/2000", ""},
                 Case{"31/14/2019", ""}, Case{"từ 1/3 lên 1/2", ""}));
}

TEST_CASE("a day of every year is of none in particular") {
  static const Dictionaries dictionaries = test::small_dictionaries();
  const auto text = test::text_of({{text::Section::kBody, "trước ngày 15/1 và 15/7 hằng năm"}});
  const auto dates = read_dates(Reading(text, dictionaries)).dates;
  REQUIRE(dates.size() == 2);
  CHECK(dates[0].recurring);
  CHECK(dates[1].recurring);
}

}  // namespace
}  // namespace trichluc
