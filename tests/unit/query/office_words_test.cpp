// Which offices are one and the same, who is alone in them, and where they are: what the register of offices is for.
#include "pipeline/query/people/office_words.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

using Strings = std::vector<std::string>;

OfficeWords& words() {
  static OfficeWords kWords(real_dictionaries());
  return kWords;
}

// In a document about Hà Giang, its place not told beside it.
Office in_ha_giang(const std::string& title, const std::string& body) {
  return words().office(title, body, "", "Hà Giang");
}

TEST_CASE("one person at a time leads a body, its deputies are several", "[offices]") {
  for (const char* title : {"Thủ tướng Chính phủ",
                            "Chủ tịch nước",
                            "Chủ tịch Quốc hội",
                            "Tổng Bí thư",
                            "Thủ tướng",
                            "Bộ trưởng",
                            "Chủ tịch",
                            "Tổng Thư ký",
                            "Chủ nhiệm",
                            "Giám đốc",
                            "Tổng Giám đốc",
                            "Bí thư",
                            "Tổng Lãnh sự",
                            "Đại sứ",
                            "Trưởng đại diện",
                            "Hiệu trưởng",
                            "Tổng Biên tập",
                            "Chánh án",
                            "Thống đốc",
                            "Chánh Thanh tra",
                            "Tổng Thanh tra",
                            "Trưởng ban",
                            "Vụ trưởng",
                            "Cục trưởng",
                            "Tổng Cục trưởng",
                            "Viện trưởng",
                            "Chi cục trưởng",
                            "Hội trưởng",
                            "Chánh Văn phòng",
                            "Chỉ huy trưởng",
                            "Tư lệnh",
                            "Chính ủy",
                            "Tổng Kiểm toán",
                            "Giám đốc điều hành",
                            "Giám đốc quốc gia",
                            "Thị trưởng"}) {
    CAPTURE(title);
    CHECK(in_ha_giang(title, "Sở Ngoại vụ").one_holder);
    CHECK(in_ha_giang("nguyên " + std::string(title), "Sở Ngoại vụ").one_holder);
    CHECK_FALSE(in_ha_giang("Phó " + std::string(title), "Sở Ngoại vụ").one_holder);
  }
  for (const char* title : {"Thứ trưởng", "Ủy viên", "Trợ lý Bộ trưởng", "Chuyên viên", "Trưởng phòng", "Cố vấn"}) {
    CAPTURE(title);
    CHECK_FALSE(in_ha_giang(title, "Sở Ngoại vụ").one_holder);
  }
}

TEST_CASE("who had an office and who acts in it do not hold it", "[offices]") {
  const std::pair<const char*, Tenure> told[] = {
      {"Giám đốc", Tenure::kHeld},      {"nguyên Giám đốc", Tenure::kFormer}, {"Cựu Giám đốc", Tenure::kFormer},
      {"cố Giám đốc", Tenure::kFormer}, {"quyền Giám đốc", Tenure::kActing},  {"Quyền Giám đốc", Tenure::kActing}};
  for (const auto& [title, tenure] : told) {
    CAPTURE(title);
    CHECK(in_ha_giang(title, "Sở Ngoại vụ").tenure == tenure);
    CHECK(in_ha_giang(title, "Sở Ngoại vụ").title == "giám đốc");
  }
}

TEST_CASE("an adviser is no dead holder of an office, whatever his title begins with", "[offices]") {
  for (const char* title : {"Cố vấn", "Cố vấn cao cấp", "cố vấn trưởng"}) {
    CAPTURE(title);
    CHECK(in_ha_giang(title, "Sở Ngoại vụ").tenure == Tenure::kHeld);
    CHECK(in_ha_giang(title, "Sở Ngoại vụ").title.starts_with("cố vấn"));
  }
  CHECK(in_ha_giang("nguyên Cố vấn", "Sở Ngoại vụ").tenure == Tenure::kFormer);
}

TEST_CASE("bodies that every province has are those of the province at hand", "[offices]") {
  for (const char* body : {"Sở Ngoại vụ",
                           "Ủy ban nhân dân tỉnh",
                           "Chi cục Thủy lợi",
                           "Hội đồng nhân dân tỉnh",
                           "Tỉnh ủy",
                           "Thành ủy",
                           "Văn phòng UBND tỉnh",
                           "Ban Dân tộc",
                           "Hội Chữ thập đỏ",
                           "Phòng Hợp tác quốc tế",
                           "Trung tâm Khuyến nông",
                           "Bệnh viện Đa khoa",
                           "Công an tỉnh",
                           "Mặt trận Tổ quốc tỉnh",
                           "Liên hiệp các tổ chức hữu nghị",
                           "Đoàn Luật sư",
                           "Trường Chính trị",
                           "Ủy ban Kiểm tra",
                           "Quỹ Bảo trợ trẻ em",
                           "Tổ chức Hữu nghị",
                           "Dự án Nước sạch",
                           "Công ty Cấp nước",
                           "Cục Thống kê",
                           "Vụ Châu Âu",
                           "Văn phòng Đăng ký đất đai",
                           "Công an Giao thông",
                           "Mặt trận Tổ quốc Việt Nam",
                           "Viện Quy hoạch",
                           "Huyện ủy Đồng Văn",
                           "Tỉnh đoàn",
                           "Thành đoàn",
                           "Huyện đoàn Đồng Văn",
                           "Quận đoàn Ba Đình",
                           "Quận ủy Ba Đình",
                           "Đảng ủy Khối"}) {
    CAPTURE(body);
    CHECK(in_ha_giang("Giám đốc", body).place == "Hà Giang");
    CHECK(in_ha_giang("Giám đốc", body).located);
  }
  CHECK(in_ha_giang("Chủ tịch", "Tầm nhìn Thế giới").place.empty());
  // A word that every body of its kind begins with names none of them.
  for (const char* body : {"Sở", "Ban", "Hội", "Phòng", "Huyện ủy", "Quận ủy", "Huyện đoàn", "Quận đoàn", "Đảng ủy",
                           "Ủy ban nhân dân", "Hội đồng nhân dân"}) {
    CAPTURE(body);
    CHECK_FALSE(in_ha_giang("Giám đốc", body).located);
  }
}

TEST_CASE("national bodies are known without a place", "[offices]") {
  for (const char* body : {"Bộ Ngoại giao", "Ngân hàng Nhà nước", "Thanh tra Chính phủ", "Văn phòng Chính phủ",
                           "Chính phủ", "Quốc hội", "Văn phòng Quốc hội", "Ban Điều phối viện trợ nhân dân",
                           "Ủy ban công tác về các tổ chức phi chính phủ nước ngoài",
                           "Liên hiệp các tổ chức hữu nghị Việt Nam", "Liên hợp quốc"}) {
    CAPTURE(body);
    CHECK(in_ha_giang("Chủ tịch", body).located);
    CHECK(in_ha_giang("Chủ tịch", body).place.empty());
  }
  CHECK_FALSE(in_ha_giang("Bộ trưởng", "Bộ").located);
}

TEST_CASE("who leads a body of the administration leads no other one", "[offices]") {
  for (const char* body :
       {"Sở Ngoại vụ", "UBND tỉnh", "Chi cục Thủy lợi", "Bộ Ngoại giao", "Ngân hàng Nhà nước", "Thanh tra Chính phủ"}) {
    CAPTURE(body);
    CHECK(in_ha_giang("Giám đốc", body).full_time);
  }
  for (const char* body : {"Hội đồng nhân dân tỉnh", "Hội Chữ thập đỏ", "Văn phòng Chính phủ", "Quốc hội"}) {
    CAPTURE(body);
    CHECK_FALSE(in_ha_giang("Giám đốc", body).full_time);
  }
}

TEST_CASE("a unit behind the body is the place at hand, one of its parts is not told by its kind", "[offices]") {
  const std::string key = in_ha_giang("Chủ tịch", "UBND tỉnh").key();
  CHECK(words().office("Chủ tịch", "UBND tỉnh Hà Giang", "Hà Giang", "").key() == key);
  CHECK(in_ha_giang("Chủ tịch", "UBND").key() == key);
  const auto in_hai_phong = [](const std::string& body) { return words().office("Chủ tịch", body, "", "Hải Phòng"); };
  for (const char* unit : {"thành phố", "TP", "TP."}) {
    CAPTURE(unit);
    CHECK(in_hai_phong("UBND " + std::string(unit)).key() == in_hai_phong("UBND").key());
    CHECK_FALSE(in_ha_giang("Chủ tịch", "UBND " + std::string(unit)).located);  // a town of the province
  }
  for (const char* unit : {"huyện", "quận", "thị xã", "xã", "phường", "thị trấn"}) {
    CAPTURE(unit);
    CHECK_FALSE(in_ha_giang("Trưởng phòng", "Phòng Y tế " + std::string(unit)).located);
    CHECK(in_ha_giang("Trưởng phòng", "Phòng Y tế " + std::string(unit)).body == "phòng y tế");
  }
}

TEST_CASE("a city's short name behind the body is told with and without a blank", "[places]") {
  const auto key_of = [](const std::string& body) {
    return words().office("Giám đốc", body, "Thành phố Hồ Chí Minh", "").key();
  };
  for (const char* body : {"Sở Y tế TP.HCM", "Sở Y tế TP. HCM", "Sở Y tế TP.Hồ Chí Minh", "Sở Y tế TP. Hồ Chí Minh"}) {
    CAPTURE(body);
    CHECK(key_of(body) == key_of("Sở Y tế"));
  }
}

TEST_CASE("spellings of one body make one office", "[offices]") {
  const std::pair<Strings, const char*> bodies[] = {
      {{"Phòng KH&ĐT", "Phòng KH-ĐT", "Phòng KHĐT", "Phòng Kế hoạch & Đầu tư", "Phòng Kế hoạch - Đầu tư",
        "Phòng Kế hoạch, Đầu tư"},
       "Phòng Kế hoạch và Đầu tư"},
      {{"Phòng LĐTB&XH", "Phòng LĐTBXH", "Phòng LĐ-TB&XH", "Phòng Lao động, Thương binh và Xã hội"},
       "Phòng Lao động - Thương binh và Xã hội"},
      {{"Phòng NN&PTNT", "Phòng NNPTNT"}, "Phòng Nông nghiệp và Phát triển nông thôn"},
      {{"Phòng GD&ĐT", "Phòng GD-ĐT", "Phòng GDĐT"}, "Phòng Giáo dục và Đào tạo"},
      {{"Phòng TN&MT"}, "Phòng Tài nguyên và Môi trường"},
      {{"Phòng KH&CN"}, "Phòng Khoa học và Công nghệ"},
      {{"Phòng TT&TT"}, "Phòng Thông tin và Truyền thông"},
      {{"Phòng GTVT"}, "Phòng Giao thông vận tải"},
      {{"Hội LHPN"}, "Hội Liên hiệp Phụ nữ"},
      {{"Ban MTTQ"}, "Ban Mặt trận Tổ quốc"},
      {{"Ban Quản lý của Khu kinh tế"}, "Ban Quản lý Khu kinh tế"},
      {{"UBMTTQ Việt Nam"}, "Ủy ban Mặt trận Tổ quốc Việt Nam"},
  };
  for (const auto& [spellings, body] : bodies) {
    for (const std::string& spelling : spellings) {
      CAPTURE(spelling);
      CHECK(in_ha_giang("Trưởng phòng", spelling).key() == in_ha_giang("Trưởng phòng", body).key());
    }
  }
  CHECK(in_ha_giang("Trưởng phòng", "Phòng Y tế").key() != in_ha_giang("Trưởng phòng", "Phòng Nội vụ").key());
}

TEST_CASE("words tell that an office goes over to another person", "[offices]") {
  const Strings& known = words().handover_words();
  const Strings told = {"thay ông",    "thay bà",      "thay đồng chí",  "thay cho ông",  "thay cho bà",
                        "kế nhiệm",    "tiền nhiệm",   "bàn giao",       "miễn nhiệm",    "bãi nhiệm",
                        "từ nhiệm",    "bổ nhiệm",     "nghỉ hưu",       "thôi giữ chức", "điều động",
                        "luân chuyển", "tân chủ tịch", "tân giám đốc",   "được bầu làm",  "được bầu giữ chức",
                        "bầu bổ sung", "hết nhiệm kỳ", "chuyển công tác"};
  for (const std::string& word : told) {
    CAPTURE(word);
    CHECK(std::count(known.begin(), known.end(), word) == 1);
  }
  CHECK(known.size() == told.size());
}

}  // namespace
}  // namespace trichluc
