// Questions as typed: what is understood, with and without accents, and what is not.
#include "pipeline/query/search/question.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

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

TEST_CASE("question: what is asked, where and when", "[question_words]") {
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
      {"vien tro ngay 5 thang 6 nam 2020", "aid|Việt Nam|2020-06-05"},
      {"vien tro thang 6 nam 2020", "aid|Việt Nam|2020-06"},
      {"vien tro quy 2 nam 2020", "aid|Việt Nam|2020-04/2020-06"},
      {"vien tro tu nam 2016 den nam 2020", "aid|Việt Nam|2016/2020"},
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

TEST_CASE("question: nothing is guessed", "[question_words]") {
  for (const char* typed :
       {"viện trợ Hà Giang", "viện trợ Hà Giang 2021 2022", "viện trợ Hà Giang Lào Cai 2022",
        "thiệt hại Hà Giang năm 2022", "viện trợ y tế Hà Giang năm 2022", "viễn trợ Hà Giang năm 2022",
        "ai là Chủ tịch Liên hiệp", "viện trợ năm trước", "viện trợ Hà Giang tháng năm 2022 tổ chức PCPNN", "", "2022",
        "viện trợ Hà Giang cuối năm 2022", "ai năm 2022", "ai là Chủ tịch tỉnh Hà Giang cuối năm 2022",
        "ai là Chủ tịch tỉnh Hà Giang đầu năm 2022", "ai là Chủ tịch tỉnh Hà Giang hết năm 2022",
        "ai là Chủ tịch tỉnh Hà Giang ngày xưa năm 2022"}) {
    INFO(typed);
    CHECK(understood(typed) == "-");
  }
}

TEST_CASE("a question names a place as people write it", "[places]") {
  const std::pair<const char*, const char*> places[] = {
      {"TP HCM", "Thành phố Hồ Chí Minh"},
      {"Thành phố HCM", "Thành phố Hồ Chí Minh"},
      {"thủ đô Hà Nội", "Hà Nội"},
      {"TP Hà Nội", "Hà Nội"},
      {"TP Đà Nẵng", "Đà Nẵng"},
      {"TP. Cần Thơ", "Cần Thơ"},
      {"TP Huế", "Huế"},
      {"cộng hòa XHCN Việt Nam", "Việt Nam"},
      {"đất nước ta", "Việt Nam"},
      {"trên cả nước", "Việt Nam"},
      {"khắp cả nước", "Việt Nam"},
      {"trên phạm vi cả nước", "Việt Nam"},
      {"trên phạm vi toàn quốc", "Việt Nam"},
  };
  for (const auto& [written, place] : places) {
    INFO(written);
    CHECK(understood("viện trợ " + std::string(written) + " năm 2020") == "aid|" + std::string(place) + "|2020");
  }
}

TEST_CASE("each word of a question has its sense", "[question_words]") {
  struct Case {
    const char* typed;
    const char* expected;
    const char* content;
  };
  const Case cases[] = {
      {"giá trị viện trợ Hà Giang năm 2022", "aid|Hà Giang|2022", "giá trị viện trợ Hà Giang 2022"},
      {"tổng giá trị viện trợ năm 2019", "aid|Việt Nam|2019", "tổng giá trị viện trợ 2019"},
      {"vốn viện trợ của tỉnh Lào Cai năm 2020", "aid|Lào Cai|2020", "vốn viện trợ Lào Cai 2020"},
      {"viện trợ PCPNN Quảng Trị năm 2021", "aid|Quảng Trị|2021", "viện trợ PCPNN Quảng Trị 2021"},
      {"viện trợ phi chính phủ nước ngoài tại Huế năm 2025", "aid|Huế|2025",
       "viện trợ phi chính phủ nước ngoài Huế 2025"},
      {"có bao nhiêu PCPNN năm 2018", "ngo|Việt Nam|2018", "PCPNN 2018"},
      {"số lượng tổ chức phi chính phủ nước ngoài năm 2018", "ngo|Việt Nam|2018",
       "tổ chức phi chính phủ nước ngoài 2018"},
      {"tổng số tổ chức phi chính phủ ở Sơn La cả năm 2017", "ngo|Sơn La|2017", "tổ chức phi chính phủ Sơn La 2017"},
      {"có mấy dự án PCPNN tại Kon Tum trong năm 2016", "project|Kon Tum|2016", "dự án PCPNN Kon Tum 2016"},
      {"số dự án viện trợ ở Gia Lai năm 2015", "project|Gia Lai|2015", "dự án viện trợ Gia Lai 2015"},
      {"dự án phi chính phủ nước ngoài năm 2014", "project|Việt Nam|2014", "dự án phi chính phủ nước ngoài 2014"},
      {"số tổ chức PCPNN hiện hoạt động tính đến năm 2020", "ngo|Việt Nam|2020|operating",
       "tổ chức PCPNN hoạt động 2020"},
      {"tổ chức PCPNN đang hoạt động đến 2020", "ngo|Việt Nam|2020|operating", "tổ chức PCPNN đang hoạt động 2020"},
      {"tổ chức PCPNN đăng ký năm 2020", "ngo|Việt Nam|2020|registered", "tổ chức PCPNN đăng ký 2020"},
      {"tổ chức PCPNN đăng ký mới năm 2020", "ngo|Việt Nam|2020|newly_registered", "tổ chức PCPNN đăng ký mới 2020"},
      {"tổ chức PCPNN được đăng ký mới năm 2020", "ngo|Việt Nam|2020|newly_registered",
       "tổ chức PCPNN được đăng ký mới 2020"},
      {"tổ chức PCPNN chấm dứt hoạt động vào 2020", "ngo|Việt Nam|2020|ended", "tổ chức PCPNN chấm dứt hoạt động 2020"},
      {"tổ chức PCPNN kết thúc hoạt động năm 2020", "ngo|Việt Nam|2020|ended", "tổ chức PCPNN kết thúc hoạt động 2020"},
      {"tổ chức PCPNN có viện trợ năm 2020", "ngo|Việt Nam|2020|donor", "tổ chức PCPNN có viện trợ 2020"},
      {"viện trợ được giải ngân năm 2020", "aid|Việt Nam|2020|disbursed", "viện trợ được giải ngân 2020"},
      {"viện trợ đã giải ngân năm 2020 đạt bao nhiêu tiền", "aid|Việt Nam|2020|disbursed",
       "viện trợ đã giải ngân 2020"},
      {"giá trị giải ngân viện trợ năm 2020", "aid|Việt Nam|2020|disbursed", "giá trị giải ngân viện trợ 2020"},
      {"viện trợ cam kết năm 2020", "aid|Việt Nam|2020|committed", "viện trợ cam kết 2020"},
      {"viện trợ được cam kết năm 2020", "aid|Việt Nam|2020|committed", "viện trợ được cam kết 2020"},
      {"giá trị cam kết viện trợ năm 2020", "aid|Việt Nam|2020|committed", "giá trị cam kết viện trợ 2020"},
      {"viện trợ ngày 5/6/2020", "aid|Việt Nam|2020-06-05", "viện trợ ngày 5 6 2020"},
      {"viện trợ tháng 6 năm 2020", "aid|Việt Nam|2020-06", "viện trợ tháng 6 2020"},
      {"viện trợ quý 2 năm 2020", "aid|Việt Nam|2020-04/2020-06", "viện trợ quý 2 2020"},
      {"viện trợ giai đoạn 2016-2020", "aid|Việt Nam|2016/2020", "viện trợ 2016 2020"},
      {"viện trợ 6 tháng cuối năm 2020", "aid|Việt Nam|2020-07/2020-12", "viện trợ 6 tháng cuối năm 2020"},
      {"viện trợ nửa đầu năm 2020", "aid|Việt Nam|2020-01/2020-06", "viện trợ nửa đầu năm 2020"},
      {"viện trợ nửa cuối năm 2020", "aid|Việt Nam|2020-07/2020-12", "viện trợ nửa cuối năm 2020"},
      {"viện trợ từ năm 2016 đến năm 2020", "aid|Việt Nam|2016/2020", "viện trợ từ 2016 2020"},
      {"tổ chức PCPNN năm 2020 thế nào", "ngo|Việt Nam|2020", "tổ chức PCPNN 2020"},
      {"tổng viện trợ của cả nước năm 2020", "aid|Việt Nam|2020", "viện trợ cả nước 2020"},
      {"viện trợ của thành phố Đà Nẵng năm 2020 là bao nhiêu", "aid|Đà Nẵng|2020", "viện trợ thành phố Đà Nẵng 2020"},
      {"tổ chức PCPNN được đăng ký năm 2020", "ngo|Việt Nam|2020|registered", "tổ chức PCPNN được đăng ký 2020"},
      {"viện trợ 6 tháng đầu năm 2020", "aid|Việt Nam|2020-01/2020-06", "viện trợ 6 tháng đầu năm 2020"},
      {"giá trị của viện trợ năm 2020", "aid|Việt Nam|2020", "viện trợ 2020"},
      {"tổng giá trị của viện trợ năm 2020", "aid|Việt Nam|2020", "viện trợ 2020"},
      {"tổng số dự án viện trợ trong 2020", "project|Việt Nam|2020", "dự án viện trợ 2020"},
      {"trong nước có bao nhiêu dự án viện trợ năm 2020", "project|Việt Nam|2020", "dự án viện trợ 2020"},
      {"viện trợ thành phố Huế năm 2025", "aid|Huế|2025", "viện trợ thành phố Huế 2025"},
      {"thành phố Sơn La có bao nhiêu dự án viện trợ năm 2020", "project|Sơn La|2020", "Sơn La dự án viện trợ 2020"},
      {"viện trợ mà nước Việt Nam được 2020", "-", "viện trợ mà nước Việt Nam 2020"},
  };
  for (const Case& one : cases) {
    INFO(one.typed);
    CHECK(understood(one.typed) == one.expected);
    CHECK(reader().read(one.typed).content == one.content);
  }
}
