// Questions as typed: what is understood, with and without accents, and what is not.
#include "pipeline/query/search/question.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/real_dictionaries.h"

using namespace trichluc;

namespace {

const QuestionReader& reader() {
  static const QuestionReader kReader(real_dictionaries());
  return kReader;
}

std::string understood(const std::string& typed) {
  const Question question = reader().read(typed);
  const char* const names[] = {"-", "aid", "ngo", "project", "who"};
  if (question.what == Question::What::kNothing) return "-";
  std::string all = std::string(names[static_cast<int>(question.what)]) + "|" + question.place + "|" + question.period;
  for (const std::string& status : question.statuses) all += "|" + status;
  for (const auto& [word, small] : question.office) all += (small ? " (" : " ") + word.plain + (small ? ")" : "");
  return all;
}

}  // namespace

TEST_CASE("question: what is asked, where and when") {
  struct Case {
    const char* typed;
    const char* expected;
  };
  const Case cases[] = {
      {"viện trợ Hà Giang năm 2022", "aid|Hà Giang|2022"},
      {"vien tro ha giang 2022", "aid|Hà Giang|2022"},
      {"VIEN TRO HA GIANG NAM 2022", "aid|Hà Giang|2022"},
      {"viện trợ năm 2018 là bao nhiêu?", "aid|Việt Nam|2018"},
      {"viện trợ giải ngân tại Quảng Trị năm 2022", "aid|Quảng Trị|2022|disbursed"},
      {"viện trợ Bến Tre 6 tháng đầu năm 2020", "aid|Bến Tre|2020-01/2020-06"},
      {"vien tro ben tre 6 thang dau nam 2020", "aid|Bến Tre|2020-01/2020-06"},
      {"viện trợ Thanh Hóa giai đoạn 2001-2005", "aid|Thanh Hóa|2001/2005"},
      {"năm 2018 có bao nhiêu tổ chức PCPNN", "ngo|Việt Nam|2018"},
      {"tính đến 31/12/2020 có bao nhiêu tổ chức PCPNN được đăng ký", "ngo|Việt Nam|2020-12-31|registered"},
      {"ai là Chủ tịch Liên hiệp năm 2023", "who||2023 chu tich lien hiep"},
      {"ai la giam doc so ngoai vu da nang nam 2002", "who|Đà Nẵng|2002 giam doc (so) ngoai vu"},
  };
  for (const Case& one : cases) {
    INFO(one.typed);
    CHECK(understood(one.typed) == one.expected);
  }
}

TEST_CASE("question: pages are looked for by what it is about") {
  const auto content = [](const char* typed) { return reader().read(typed).content; };
  CHECK(content("năm 2018 có bao nhiêu tổ chức PCPNN?") == "2018 tổ chức PCPNN");
  CHECK(content("ai là Chủ tịch Liên hiệp năm 2023") == "Chủ tịch Liên hiệp 2023");
  CHECK(content("vien tro ha giang nam 2022") == "vien tro ha giang 2022");
}

TEST_CASE("question: nothing is guessed") {
  for (const char* typed :
       {"viện trợ Hà Giang", "viện trợ Hà Giang 2021 2022", "viện trợ Hà Giang Lào Cai 2022",
        "thiệt hại Hà Giang năm 2022", "viện trợ y tế Hà Giang năm 2022", "viễn trợ Hà Giang năm 2022",
        "ai là Chủ tịch Liên hiệp", "viện trợ năm trước", "viện trợ Hà Giang tháng năm 2022 tổ chức PCPNN", "", "2022",
        "viện trợ Hà Giang cuối năm 2022", "ai năm 2022"}) {
    INFO(typed);
    CHECK(understood(typed) == "-");
  }
}
