#include "pipeline/text/likeness.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/small_reading.h"

namespace trichluc::text {
namespace {

const std::string kReport =
    "Trong năm 2022, tỉnh tiếp nhận 47 chương trình, dự án của 31 tổ chức phi chính phủ nước ngoài với tổng vốn cam "
    "kết "
    "5.812.000 USD. Các khoản viện trợ tập trung vào y tế với 18 dự án, giáo dục với 12 dự án và phát triển nông thôn "
    "với "
    "17 dự án tại 64 xã của 9 huyện. Giá trị giải ngân đạt 4.376.500 USD, bằng 75% kế hoạch, cao hơn năm 2021 là "
    "326.000 "
    "USD. Ủy ban nhân dân tỉnh đã cấp 22 giấy xác nhận, gia hạn cho 13 dự án và làm việc với 28 đoàn vào khảo sát. "
    "Công tác "
    "quản lý được thực hiện đúng quy định, các ngành và địa phương phối hợp chặt chẽ khi thẩm định.";

Sketch sketch(const std::string& text) {
  const auto made = sketch_of(test::text_of({{Section::kBody, text}}));
  REQUIRE(made);
  return *made;
}

std::string replaced(std::string text, const std::vector<std::pair<std::string, std::string>>& changes) {
  for (const auto& [from, to] : changes) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  return text;
}

bool same(const std::string& a, const std::string& b) {
  const Likeness there = likeness_of(sketch(a), sketch(b));
  const Likeness back = likeness_of(sketch(b), sketch(a));
  CHECK(there.wording == back.wording);
  CHECK(there.figures == back.figures);
  CAPTURE(there.wording, there.figures);
  return is_same_report(there);
}

TEST_CASE("likeness: accents, case and slips of the recogniser do not matter") {
  CHECK(same(kReport, kReport));
  CHECK(same(kReport, replaced(kReport, {{"tiếp nhận", "tiep nhân"},
                                         {"phi chính phủ", "phi chinh phú"},
                                         {"y tế", "y lế"},
                                         {"giáo dục", "giáo đục"},
                                         {"khảo sát", "kháo sat"},
                                         {"Giá trị", "GIÁ TRỊ"}})));
}

TEST_CASE("likeness: the same wording with the figures of another year is another report") {
  const std::string next = replaced(kReport, {{"năm 2022", "năm 2023"},
                                              {"47 chương", "52 chương"},
                                              {"của 31", "của 34"},
                                              {"5.812.000", "6.104.000"},
                                              {"18 dự án", "21 dự án"},
                                              {"12 dự án", "14 dự án"},
                                              {"17 dự án", "16 dự án"},
                                              {"64 xã", "71 xã"},
                                              {"4.376.500", "5.219.300"},
                                              {"75%", "86%"},
                                              {"năm 2021", "năm 2022"},
                                              {"326.000", "842.000"},
                                              {"22 giấy", "19 giấy"},
                                              {"13 dự án", "11 dự án"},
                                              {"28 đoàn", "33 đoàn"}});
  CHECK_FALSE(same(kReport, next));
}

TEST_CASE("likeness: another account of the same figures is another report") {
  CHECK_FALSE(
      same(kReport,
           "Lãnh đạo tỉnh cho biết 31 tổ chức phi chính phủ nước ngoài đã triển khai 47 dự án trong năm 2022. Vốn cam "
           "kết là 5.812.000 USD, trong đó giải ngân 4.376.500 USD, tương đương 75%. Y tế có nhiều dự án nhất (18), "
           "tiếp theo là phát triển nông thôn (17) rồi đến giáo dục (12). So với năm 2021, số tiền tăng thêm 326.000 "
           "USD. Có 64 xã thuộc 9 huyện được thụ hưởng, 22 giấy xác nhận được cấp và 28 đoàn đến khảo sát."));
}

TEST_CASE("likeness: headline, frame, captions and other articles are left out") {
  const auto portal = sketch_of(test::text_of({{Section::kFrame, "Trang chủ | Chính trị | Kinh tế | Văn hóa | 19:45"},
                                               {Section::kTitle, "Ba mươi mốt tổ chức cùng tỉnh phát triển"},
                                               {Section::kByline, "Theo phóng viên thường trú"},
                                               {Section::kBody, kReport},
                                               {Section::kCaption, "Quang cảnh buổi làm việc. Ảnh: 2023"},
                                               {Section::kRelated, "Năm 1998 cả nước có 285 tổ chức được cấp phép"}}));
  REQUIRE(portal);
  CHECK(*portal == sketch(kReport));
}

TEST_CASE("likeness: a text of a few words has no sketch") {
  CHECK_FALSE(sketch_of(test::text_of({{Section::kBody, "Thông báo nghỉ lễ."}})));
}

TEST_CASE("likeness: texts of the same wording have a band in common") {
  const Sketch a = sketch(kReport);
  const Sketch b = sketch(replaced(kReport, {{"y tế", "y lế"}, {"64 xã", "64 xá"}, {"75%", "76%"}}));
  std::size_t shared = 0;
  for (std::size_t i = 0; i < kBands; ++i) shared += a.bands[i] == b.bands[i] ? 1U : 0U;
  CHECK(shared > 0);
  CHECK(likeness_of(a, b).wording > 0.8);
  CHECK(likeness_of(a, b).wording < 1);
}

TEST_CASE("likeness: of long texts a sample is compared") {
  std::string a;
  std::string b;
  for (int i = 0; i < 6000; ++i) {
    const std::string word = "chữ" + std::to_string(i * 7919 % 100003) + " ";
    a += word;
    b += i % 20 == 0 ? "khác " : word;
  }
  const double wording = likeness_of(sketch(a), sketch(b)).wording;
  // 15 % of the shingles of either are not in the other.
  CHECK(wording > 0.85 / 1.15 - 0.06);
  CHECK(wording < 0.85 / 1.15 + 0.06);
}

}  // namespace
}  // namespace trichluc::text
