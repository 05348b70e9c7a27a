// Tables of a plain text that are set with blanks: which lines are rows, and which are prose or the frame of a letter.
#include "pipeline/source/table/text_table.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc {
namespace {

std::size_t rows_of(const std::string& text) {
  Page page;
  page.text = text;
  put_table_rows(page);
  return page.hints.size();
}

TEST_CASE("headings and the figures below them are rows, the lines drawn between them too") {
  CHECK(rows_of("Bảng 2\n"
                " Năm     Số dự án     Giải ngân (USD)\n"
                " -----------------------------------\n"
                " 1996       4              90.000\n"
                " 1997       7             120.500\n"
                " Cộng                     210.500\n"
                "Nhận xét: số dự án tăng.\n") == 5);
  CHECK(rows_of(
            "Huyện   Số dự án   Vốn   Ghi\nNa Hang   4   90,5   -\nYên Sơn   7   12   (*)\nCộng   11   102,5   -\n") ==
        4);
}

TEST_CASE("cells between bars are rows, words among the figures too") {
  CHECK(rows_of("| Lĩnh vực | Số dự án | Vốn |\n|---|:---:|---|\n| Y tế | 3 | 250 |\n| Nước |  | 90 |\nNguồn: Sở\n") ==
        4);
  CHECK(rows_of("TT | Tổ chức | Vốn | Huyện\n1 | Plan | 90.000 | Na Hang\n2 | Oxfam | 70.000 | Yên Sơn\n") == 3);
  CHECK(rows_of("| | Số dự án | Vốn |\n|---|---|---|\n| Y tế | 3 | 250 |\n| Nước | 2 | 90 |\n") == 4);
  CHECK(rows_of("Tỉnh | Số dự án | Vốn\nAn Giang | | \nBạc Liêu | | \n") == 0);
  CHECK(rows_of("Trang chủ | Tin tức | Đối ngoại\nThứ Ba, 4/9/2018 | 15:01 | GMT+7\n") == 0);
  CHECK(rows_of("TT | Tổ chức | Vốn\n1 | Plan | 90.000\n2 | Oxfam\n") == 0);
  CHECK(rows_of("TT | Tổ chức | Vốn\n\n1 | Plan | 90.000\n\n2 | Oxfam | 70.000\n\nCộng: 160.000\n") == 3);
}

TEST_CASE("the head of a letter, prose with gaps and lists are no rows") {
  CHECK(rows_of("UBND TỈNH     CỘNG HÒA XÃ HỘI     VIỆT NAM\nSố: 4     Độc lập     Tự do\n") == 0);
  CHECK(rows_of("Năm   Số dự án   Vốn\n1996   4   90.000\nkhông có số liệu\n") == 0);
  CHECK(rows_of("Nơi nhận:     KT. CHỦ TỊCH\n- Như trên     PHÓ CHỦ TỊCH\n- Lưu     Lê A\n") == 0);
  CHECK(rows_of("") == 0);
}

}  // namespace
}  // namespace trichluc
