// The history of provinces and ministries, written down by hand from the resolutions: the registers must tell the same,
// line for line. Codes and mergers of 2025 were compared with the seed data of Decision 19/2025/QĐ-TTg.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

using Strings = std::set<std::string>;

Strings lines_of(const std::string& text) {
  std::istringstream stream(text);
  Strings lines;
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) lines.insert(line);
  }
  return lines;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(", ", at), list.size());
    parts.push_back(list.substr(at, end - at));
    at = end + 2;
  }
  return parts;
}

class Register {
 public:
  explicit Register(const std::string& table) : lexicon_(real_dictionaries().table(table)) {
    for (const Entry& entry : lexicon_.entries()) names_.emplace(entry.form, value(entry, "name"));
  }

  // "2025-06-30: Hà Giang > Tuyên Quang": the last day of each line that ended and what came; no day: it never was.
  Strings ends() const {
    Strings ends;
    for (const Entry& entry : lexicon_.entries()) {
      if (value(entry, "successors").empty()) continue;
      Strings names;
      for (const std::string& id : split(value(entry, "successors"))) names.insert(names_.at(id));
      std::string line = value(entry, "until") + ": " + value(entry, "name") + " >";
      for (const std::string& name : names) line += (line.back() == '>' ? " " : ", ") + name;
      ends.insert(line);
    }
    return ends;
  }

  // Of those that nothing came before: "1976-02-24 Lâm Đồng".
  Strings first_begins() const {
    Strings followed;
    for (const Entry& entry : lexicon_.entries()) {
      for (const std::string& id : split(value(entry, "successors"))) followed.insert(id);
    }
    Strings begins;
    for (const Entry& entry : lexicon_.entries()) {
      if (followed.count(entry.form) == 0) begins.insert(value(entry, "from") + " " + value(entry, "name"));
    }
    return begins;
  }

  // "01 city Hà Nội" of all that were in force on that day.
  Strings in_force(const std::string& day, const std::vector<std::string>& columns) const {
    Strings lines;
    for (const Entry& entry : lexicon_.entries()) {
      const std::string until = value(entry, "until");
      if (value(entry, "from").empty() || value(entry, "from") > day || (!until.empty() && until < day)) continue;
      std::string line;
      for (const std::string& column : columns) line += (line.empty() ? "" : " ") + value(entry, column);
      lines.insert(line);
    }
    return lines;
  }

 private:
  std::string value(const Entry& entry, const std::string& column) const {
    return std::string(lexicon_.value(entry, column));
  }

  const Lexicon& lexicon_;
  std::map<std::string, std::string> names_;
};

TEST_CASE("provinces were split, joined and renamed as the resolutions say", "[provinces]") {
  CHECK(Register("provinces").ends() == lines_of(R"(
1976-07-01: Sài Gòn - Gia Định > Thành phố Hồ Chí Minh
1978-12-28: Cao Lạng > Cao Bằng, Lạng Sơn
1978-12-28: Hà Nội > Hà Nội
1979-05-29: Đồng Nai > Vũng Tàu - Côn Đảo, Đồng Nai
1989-06-30: Bình Trị Thiên > Quảng Bình, Quảng Trị, Thừa Thiên Huế
1989-06-30: Nghĩa Bình > Bình Định, Quảng Ngãi
1989-06-30: Phú Khánh > Khánh Hòa, Phú Yên
1991-08-11: Gia Lai - Kon Tum > Gia Lai, Kon Tum
1991-08-11: Hoàng Liên Sơn > Lào Cai, Yên Bái
1991-08-11: Hà Nội > Hà Nội, Hà Tây
1991-08-11: Hà Sơn Bình > Hà Tây, Hòa Bình
1991-08-11: Hà Tuyên > Hà Giang, Tuyên Quang
1991-08-11: Nghệ Tĩnh > Hà Tĩnh, Nghệ An
1991-08-11: Vũng Tàu - Côn Đảo > Bà Rịa - Vũng Tàu
1991-08-11: Đồng Nai > Bà Rịa - Vũng Tàu, Đồng Nai
1991-12-25: Cửu Long > Trà Vinh, Vĩnh Long
1991-12-25: Hà Nam Ninh > Nam Hà, Ninh Bình
1991-12-25: Hậu Giang > Cần Thơ, Sóc Trăng
1991-12-25: Thuận Hải > Bình Thuận, Ninh Thuận
1996-12-31: Bắc Thái > Bắc Kạn, Thái Nguyên
1996-12-31: Hà Bắc > Bắc Giang, Bắc Ninh
1996-12-31: Hải Hưng > Hưng Yên, Hải Dương
1996-12-31: Minh Hải > Bạc Liêu, Cà Mau
1996-12-31: Nam Hà > Hà Nam, Nam Định
1996-12-31: Quảng Nam - Đà Nẵng > Quảng Nam, Đà Nẵng
1996-12-31: Sông Bé > Bình Dương, Bình Phước
1996-12-31: Vĩnh Phú > Phú Thọ, Vĩnh Phúc
2003-12-31: Cần Thơ > Cần Thơ, Hậu Giang
2003-12-31: Lai Châu > Lai Châu, Điện Biên
2003-12-31: Đắk Lắk > Đắk Lắk, Đắk Nông
2008-07-31: Hà Nội > Hà Nội
2008-07-31: Hà Tây > Hà Nội
2024-12-31: Thừa Thiên Huế > Huế
2025-06-30: An Giang > An Giang
2025-06-30: Bà Rịa - Vũng Tàu > Thành phố Hồ Chí Minh
2025-06-30: Bình Dương > Thành phố Hồ Chí Minh
2025-06-30: Bình Phước > Đồng Nai
2025-06-30: Bình Thuận > Lâm Đồng
2025-06-30: Bình Định > Gia Lai
2025-06-30: Bạc Liêu > Cà Mau
2025-06-30: Bắc Giang > Bắc Ninh
2025-06-30: Bắc Kạn > Thái Nguyên
2025-06-30: Bắc Ninh > Bắc Ninh
2025-06-30: Bến Tre > Vĩnh Long
2025-06-30: Cà Mau > Cà Mau
2025-06-30: Cần Thơ > Cần Thơ
2025-06-30: Gia Lai > Gia Lai
2025-06-30: Hà Giang > Tuyên Quang
2025-06-30: Hà Nam > Ninh Bình
2025-06-30: Hòa Bình > Phú Thọ
2025-06-30: Hưng Yên > Hưng Yên
2025-06-30: Hải Dương > Hải Phòng
2025-06-30: Hải Phòng > Hải Phòng
2025-06-30: Hậu Giang > Cần Thơ
2025-06-30: Khánh Hòa > Khánh Hòa
2025-06-30: Kiên Giang > An Giang
2025-06-30: Kon Tum > Quảng Ngãi
2025-06-30: Long An > Tây Ninh
2025-06-30: Lào Cai > Lào Cai
2025-06-30: Lâm Đồng > Lâm Đồng
2025-06-30: Nam Định > Ninh Bình
2025-06-30: Ninh Bình > Ninh Bình
2025-06-30: Ninh Thuận > Khánh Hòa
2025-06-30: Phú Thọ > Phú Thọ
2025-06-30: Phú Yên > Đắk Lắk
2025-06-30: Quảng Bình > Quảng Trị
2025-06-30: Quảng Nam > Đà Nẵng
2025-06-30: Quảng Ngãi > Quảng Ngãi
2025-06-30: Quảng Trị > Quảng Trị
2025-06-30: Sóc Trăng > Cần Thơ
2025-06-30: Thành phố Hồ Chí Minh > Thành phố Hồ Chí Minh
2025-06-30: Thái Bình > Hưng Yên
2025-06-30: Thái Nguyên > Thái Nguyên
2025-06-30: Tiền Giang > Đồng Tháp
2025-06-30: Trà Vinh > Vĩnh Long
2025-06-30: Tuyên Quang > Tuyên Quang
2025-06-30: Tây Ninh > Tây Ninh
2025-06-30: Vĩnh Long > Vĩnh Long
2025-06-30: Vĩnh Phúc > Phú Thọ
2025-06-30: Yên Bái > Lào Cai
2025-06-30: Đà Nẵng > Đà Nẵng
2025-06-30: Đắk Lắk > Đắk Lắk
2025-06-30: Đắk Nông > Lâm Đồng
2025-06-30: Đồng Nai > Đồng Nai
2025-06-30: Đồng Tháp > Đồng Tháp
)"));
}

TEST_CASE("the provinces of the mergers of 1975 and 1976 begin with their resolutions", "[provinces]") {
  CHECK(Register("provinces").first_begins() == lines_of(R"(
1975 Bắc Thái
1975 Hà Bắc
1975 Hà Nội
1975 Hải Hưng
1975 Hải Phòng
1975 Lai Châu
1975 Quảng Ninh
1975 Sài Gòn - Gia Định
1975 Sơn La
1975 Thanh Hóa
1975 Thái Bình
1975 Tây Ninh
1975 Vĩnh Phú
1975 Đắk Lắk
1975-12-27 Cao Lạng
1975-12-27 Hoàng Liên Sơn
1975-12-27 Hà Nam Ninh
1975-12-27 Hà Sơn Bình
1975-12-27 Hà Tuyên
1975-12-27 Nghệ Tĩnh
1976-02-24 An Giang
1976-02-24 Bình Trị Thiên
1976-02-24 Bến Tre
1976-02-24 Cửu Long
1976-02-24 Gia Lai - Kon Tum
1976-02-24 Hậu Giang
1976-02-24 Kiên Giang
1976-02-24 Long An
1976-02-24 Lâm Đồng
1976-02-24 Minh Hải
1976-02-24 Nghĩa Bình
1976-02-24 Phú Khánh
1976-02-24 Quảng Nam - Đà Nẵng
1976-02-24 Sông Bé
1976-02-24 Thuận Hải
1976-02-24 Tiền Giang
1976-02-24 Đồng Nai
1976-02-24 Đồng Tháp
)"));
}

TEST_CASE("provinces have the codes of the decisions of 2004 and 2025", "[provinces]") {
  const std::vector<std::string> columns = {"code", "name"};
  CHECK(Register("provinces").in_force("2005-01-01", columns) == lines_of(R"(
01 Hà Nội
02 Hà Giang
04 Cao Bằng
06 Bắc Kạn
08 Tuyên Quang
10 Lào Cai
11 Điện Biên
12 Lai Châu
14 Sơn La
15 Yên Bái
17 Hòa Bình
19 Thái Nguyên
20 Lạng Sơn
22 Quảng Ninh
24 Bắc Giang
25 Phú Thọ
26 Vĩnh Phúc
27 Bắc Ninh
28 Hà Tây
30 Hải Dương
31 Hải Phòng
33 Hưng Yên
34 Thái Bình
35 Hà Nam
36 Nam Định
37 Ninh Bình
38 Thanh Hóa
40 Nghệ An
42 Hà Tĩnh
44 Quảng Bình
45 Quảng Trị
46 Thừa Thiên Huế
48 Đà Nẵng
49 Quảng Nam
51 Quảng Ngãi
52 Bình Định
54 Phú Yên
56 Khánh Hòa
58 Ninh Thuận
60 Bình Thuận
62 Kon Tum
64 Gia Lai
66 Đắk Lắk
67 Đắk Nông
68 Lâm Đồng
70 Bình Phước
72 Tây Ninh
74 Bình Dương
75 Đồng Nai
77 Bà Rịa - Vũng Tàu
79 Thành phố Hồ Chí Minh
80 Long An
82 Tiền Giang
83 Bến Tre
84 Trà Vinh
86 Vĩnh Long
87 Đồng Tháp
89 An Giang
91 Kiên Giang
92 Cần Thơ
93 Hậu Giang
94 Sóc Trăng
95 Bạc Liêu
96 Cà Mau
)"));
  CHECK(Register("provinces").in_force("2025-07-01", columns) == lines_of(R"(
01 Hà Nội
04 Cao Bằng
08 Tuyên Quang
11 Điện Biên
12 Lai Châu
14 Sơn La
15 Lào Cai
19 Thái Nguyên
20 Lạng Sơn
22 Quảng Ninh
24 Bắc Ninh
25 Phú Thọ
31 Hải Phòng
33 Hưng Yên
37 Ninh Bình
38 Thanh Hóa
40 Nghệ An
42 Hà Tĩnh
44 Quảng Trị
46 Huế
48 Đà Nẵng
51 Quảng Ngãi
52 Gia Lai
56 Khánh Hòa
66 Đắk Lắk
68 Lâm Đồng
75 Đồng Nai
79 Thành phố Hồ Chí Minh
80 Tây Ninh
82 Đồng Tháp
86 Vĩnh Long
91 An Giang
92 Cần Thơ
96 Cà Mau
)"));
}

TEST_CASE("six cities are under the central government since 2025 and five were before", "[provinces]") {
  const auto cities = [](const std::string& day) {
    Strings names;
    for (const std::string& line : Register("provinces").in_force(day, {"kind", "name"})) {
      if (line.rfind("city ", 0) == 0) names.insert(line.substr(5));
    }
    return names;
  };
  const Strings five = {"Hà Nội", "Hải Phòng", "Thành phố Hồ Chí Minh", "Đà Nẵng", "Cần Thơ"};
  Strings six = five;
  six.insert("Huế");
  CHECK(cities("1980-01-01") == Strings{"Hà Nội", "Hải Phòng", "Thành phố Hồ Chí Minh"});
  CHECK(cities("2004-01-01") == five);
  CHECK(cities("2025-01-01") == six);
  CHECK(cities("2025-07-01") == six);
}

TEST_CASE("ministries went on in one another as the resolutions say", "[ministries]") {
  CHECK(Register("ministries").ends() == lines_of(R"(
1995-10-27: Bộ Lâm nghiệp > Bộ Nông nghiệp và Phát triển nông thôn
1995-10-27: Bộ Nông nghiệp và Công nghiệp thực phẩm > Bộ Nông nghiệp và Phát triển nông thôn
1995-10-27: Bộ Thủy lợi > Bộ Nông nghiệp và Phát triển nông thôn
1998-05-06: Bộ Nội vụ > Bộ Công an
2002-08-04: Ban Tổ chức - Cán bộ Chính phủ > Bộ Nội vụ
2002-08-04: Bộ Khoa học, Công nghệ và Môi trường > Bộ Khoa học và Công nghệ, Bộ Tài nguyên và Môi trường
2002-08-04: Ủy ban Dân tộc và Miền núi > Ủy ban Dân tộc
2007-07-30: Bộ Bưu chính, Viễn thông > Bộ Thông tin và Truyền thông
2007-07-30: Bộ Công nghiệp > Bộ Công Thương
2007-07-30: Bộ Nông nghiệp và Phát triển nông thôn > Bộ Nông nghiệp và Phát triển nông thôn
2007-07-30: Bộ Thương mại > Bộ Công Thương
2007-07-30: Bộ Thủy sản > Bộ Nông nghiệp và Phát triển nông thôn
2007-07-30: Bộ Văn hóa - Thông tin > Bộ Văn hóa, Thể thao và Du lịch
2007-07-30: Tổng cục Du lịch > Bộ Văn hóa, Thể thao và Du lịch
2007-07-30: Ủy ban Dân số, Gia đình và Trẻ em > Bộ Lao động - Thương binh và Xã hội, Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế
2007-07-30: Ủy ban Thể dục thể thao > Bộ Văn hóa, Thể thao và Du lịch
2025-02-28: Bộ Giao thông vận tải > Bộ Xây dựng
2025-02-28: Bộ Khoa học và Công nghệ > Bộ Khoa học và Công nghệ
2025-02-28: Bộ Kế hoạch và Đầu tư > Bộ Tài chính
2025-02-28: Bộ Lao động - Thương binh và Xã hội > Bộ Nội vụ
2025-02-28: Bộ Nông nghiệp và Phát triển nông thôn > Bộ Nông nghiệp và Môi trường
2025-02-28: Bộ Nội vụ > Bộ Nội vụ
2025-02-28: Bộ Thông tin và Truyền thông > Bộ Khoa học và Công nghệ
2025-02-28: Bộ Tài chính > Bộ Tài chính
2025-02-28: Bộ Tài nguyên và Môi trường > Bộ Nông nghiệp và Môi trường
2025-02-28: Bộ Xây dựng > Bộ Xây dựng
2025-02-28: Ủy ban Dân tộc > Bộ Dân tộc và Tôn giáo
: Bộ Hạ tầng và Đô thị > Bộ Xây dựng
: Bộ Kinh tế phát triển > Bộ Tài chính
: Bộ Nội vụ và Lao động > Bộ Nội vụ
)"));
}

TEST_CASE("fourteen ministries of 2025 are known with the day since which they are what they are", "[ministries]") {
  CHECK(Register("ministries").in_force("2025-03-01", {"from", "name"}) == lines_of(R"(
1945 Bộ Ngoại giao
1945 Bộ Quốc phòng
1945 Bộ Y tế
1981 Bộ Tư pháp
1990 Bộ Giáo dục và Đào tạo
1998-05-07 Bộ Công an
2007-07-31 Bộ Công Thương
2007-07-31 Bộ Văn hóa, Thể thao và Du lịch
2025-03-01 Bộ Dân tộc và Tôn giáo
2025-03-01 Bộ Khoa học và Công nghệ
2025-03-01 Bộ Nông nghiệp và Môi trường
2025-03-01 Bộ Nội vụ
2025-03-01 Bộ Tài chính
2025-03-01 Bộ Xây dựng
)"));
}

}  // namespace
}  // namespace trichluc
