#include "extractors/header/header.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

std::optional<HeaderFields> header_of(const std::vector<std::string>& lines) {
  text::LaidOut laid_out;
  for (const std::string& line : lines) {
    const std::size_t begin = laid_out.raw.size();
    laid_out.raw += line + "\n";
    if (!line.empty()) laid_out.paragraphs.push_back({{{begin, begin + line.size()}}, text::Section::kBody});
  }
  const text::NormalizedText text(std::move(laid_out));
  return read_header(Reading(text, real_dictionaries()));
}

}  // namespace

TEST_CASE("the frame of a report is read in two columns") {
  const auto header =
      header_of({"ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                 "TỈNH HÀ NAM                 Độc lập - Tự do - Hạnh phúc", "SỞ NGOẠI VỤ",
                 "Số: 27/BC-SNgV            Hà Nam, ngày 05 tháng 8 năm 2023", "", "BÁO CÁO", "Công tác viện trợ",
                 "6 tháng đầu năm 2023", "", "Thực hiện kế hoạch, Sở báo cáo như sau.",
                 "Nơi nhận:                        KT. GIÁM ĐỐC", "- UBND tỉnh;                     PHÓ GIÁM ĐỐC",
                 "- Lưu: VT.", "                                 Trần Văn Khiêm"});
  REQUIRE(header);
  CHECK(header->agency == "SỞ NGOẠI VỤ");
  CHECK(header->superior == "ỦY BAN NHÂN DÂN TỈNH HÀ NAM");
  CHECK(header->number == "27/BC-SNgV");
  CHECK(header->place == "Hà Nam");
  CHECK(header->date == "2023-08-05");
  CHECK(header->kind == "Báo cáo");
  CHECK(header->subject == "Công tác viện trợ 6 tháng đầu năm 2023");
  CHECK(header->recipients == std::vector<std::string>{"UBND tỉnh", "Lưu: VT"});
  CHECK(header->signer == "Trần Văn Khiêm");
  CHECK(header->capacity == "KT. GIÁM ĐỐC");
}

TEST_CASE("number and day left blank on the form stay blank") {
  const auto header = header_of(
      {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:      /BC-UBND", "Lai Châu, ngày       tháng 11 năm 2024", "BÁO CÁO"});
  REQUIRE(header);
  CHECK(header->number.empty());
  CHECK(header->date == "2024-11");
}

TEST_CASE("a news page has no administrative frame") {
  CHECK_FALSE(header_of({"Thứ Sáu, 22/2/2019", "Sáng 21/2, tỉnh tổ chức hội nghị", "Số liệu cho thấy có 12 dự án"}));
}

}  // namespace trichluc
