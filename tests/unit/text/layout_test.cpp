#include "pipeline/text/layout.h"

#include <catch2/catch.hpp>

#include "pipeline/text/layout_parts.h"
#include "pipeline/text/normalize.h"

using namespace trichluc;
using namespace trichluc::text;

namespace {

const char* const kTable =
    "# columns: form kind source\n"
    "tin liên quan\trelated\ttest\nđọc thêm\trelated\ttest\ný kiến bạn đọc\tframe\ttest\ntheo dõi * trên\tframe\ttest\n"
    "toàn cảnh\tcaption_start\ttest\nảnh:\tcaption_credit\ttest\ntheo\tbyline\ttest\nđài phát thanh\tpublisher\ttest\n"
    "kèm theo báo cáo số\tadministrative\ttest\n"
    "độc lập - tự do - hạnh phúc\tadministrative\ttest\nthứ\tdate_word\ttest\nsáu\tdate_word\ttest\n";

const char* const kProse =
    "Trong năm qua, tỉnh đã tiếp nhận nhiều chương trình của các tổ chức bạn bè quốc tế, góp phần cải thiện đời sống "
    "của "
    "người dân ở các xã vùng cao, nhất là về nước sạch, y tế và giáo dục cho trẻ em.";

LaidOut lay(const std::string& text, bool hard_wrapped = false) {
  return lay_out({{text, hard_wrapped, nullptr}}, *PageMarkers::parse(kTable));
}

Section section_of(const LaidOut& laid_out, const std::string& line) {
  for (const Paragraph& paragraph : laid_out.paragraphs) {
    if (slice(laid_out.raw, paragraph.lines[0]).substr(0, line.size()) == line) return paragraph.section;
  }
  FAIL("no paragraph begins with " << line);
  return Section::kBody;
}

void check_every_line_once(const LaidOut& laid_out) {
  std::vector<int> covered(laid_out.raw.size(), 0);
  for (const Paragraph& paragraph : laid_out.paragraphs) {
    REQUIRE(!paragraph.lines.empty());
    for (const Span line : paragraph.lines) {
      REQUIRE(line.begin < line.end);
      REQUIRE(line.end <= laid_out.raw.size());
      for (std::size_t i = line.begin; i < line.end; ++i) ++covered[i];
    }
  }
  for (std::size_t i = 0; i < covered.size(); ++i) {
    const bool blank = std::string_view(" \t\r\n\f\v").find(laid_out.raw[i]) != std::string_view::npos;
    CAPTURE(i);
    CHECK(covered[i] <= 1);
    if (!blank) CHECK(covered[i] == 1);
  }
}

}  // namespace

TEST_CASE("pages are joined by one line end and every line is in one paragraph") {
  const std::string first = "Một dòng\r\n\r\n  Hai dòng  ";
  const std::string second = "\n\tBa dòng\n";
  const LaidOut laid_out = lay_out({{first, false, nullptr}, {second, true, nullptr}}, *PageMarkers::parse(kTable));
  CHECK(laid_out.raw == first + "\n" + second);
  REQUIRE(laid_out.paragraphs.size() == 3);
  CHECK(slice(laid_out.raw, laid_out.paragraphs[1].lines[0]) == "Hai dòng");
  check_every_line_once(laid_out);
}

TEST_CASE("a copied page is told apart: headline, date, text, picture, by-line, furniture") {
  const LaidOut laid_out =
      lay("Đài Phát thanh tỉnh\nTrang chủ\nTỉnh tổng kết công tác vận động viện trợ\nThứ sáu, 4/3/2022\n" +
          std::string(kProse) + "\nToàn cảnh hội nghị.\nCác dự án mới\n" + kProse +
          "\nHọp bàn kế hoạch (Ảnh: Thu An)\n" + kProse + "\nLê Thu An\n\nÝ kiến bạn đọc\n");
  CHECK(section_of(laid_out, "Đài Phát thanh") == Section::kPublisher);
  CHECK(section_of(laid_out, "Trang chủ") == Section::kFrame);
  CHECK(section_of(laid_out, "Tỉnh tổng kết") == Section::kTitle);
  CHECK(section_of(laid_out, "Thứ sáu") == Section::kPublished);
  CHECK(section_of(laid_out, "Trong năm qua") == Section::kBody);
  CHECK(section_of(laid_out, "Toàn cảnh") == Section::kCaption);
  CHECK(section_of(laid_out, "Các dự án mới") == Section::kHeading);
  CHECK(section_of(laid_out, "Họp bàn") == Section::kCaption);
  CHECK(section_of(laid_out, "Lê Thu An") == Section::kByline);
  CHECK(section_of(laid_out, "Ý kiến") == Section::kFrame);
  check_every_line_once(laid_out);
}

TEST_CASE("a block of related headlines in the middle ends where the article goes on") {
  const LaidOut laid_out =
      lay("Tỉnh tổng kết công tác vận động viện trợ\n\n" + std::string(kProse) +
          "\n\nTIN LIÊN QUAN\nHuyện miền núi nhận thêm ba dự án nước sạch\nbao cao nam cua tinh Họp "
          "giao ban quý hai\n\n" +
          kProse + "\n\n" + kProse + "\n");
  CHECK(section_of(laid_out, "TIN LIÊN QUAN") == Section::kRelated);
  CHECK(section_of(laid_out, "Huyện miền núi") == Section::kRelated);
  CHECK(section_of(laid_out, "bao cao nam") == Section::kRelated);
  CHECK(laid_out.paragraphs.back().section == Section::kBody);
}

TEST_CASE("a list of teasers at the end is related to its last line") {
  const std::string teaser = "Các hộ dân ở ba xã đã có nước sạch quanh năm nhờ công trình mới được bàn giao hôm qua.";
  const LaidOut laid_out =
      lay("Tỉnh tổng kết công tác vận động viện trợ\n\n" + std::string(kProse) + "\n\n" + kProse +
          "\n\nĐọc thêm\n\nBàn giao công trình nước sạch\n\nBàn giao công trình nước sạch\n\n" + teaser +
          "\nKhởi công trường học vùng cao\n\nKhởi công trường học vùng cao\n\n" + teaser + "\n");
  CHECK(laid_out.paragraphs[2].section == Section::kBody);
  for (std::size_t i = 3; i < laid_out.paragraphs.size(); ++i) {
    CAPTURE(i);
    CHECK(laid_out.paragraphs[i].section == Section::kRelated);
  }
}

TEST_CASE("teasers without a heading are known by their cut-off ends") {
  const LaidOut laid_out =
      lay(std::string(kProse) + "\n" + kProse +
          "\n\nBàn giao công trình nước sạch\nSáng 4/3, tại xã vùng cao, đơn vị đã bàn giao ...\n"
          "Khởi công trường học vùng cao\nHôm qua, ngôi trường mới được khởi công trước sự ...\nLê An\n");
  CHECK(laid_out.paragraphs[1].section == Section::kBody);
  CHECK(section_of(laid_out, "Bàn giao") == Section::kRelated);
  CHECK(section_of(laid_out, "Hôm qua") == Section::kRelated);
  CHECK(section_of(laid_out, "Lê An") == Section::kByline);
}

TEST_CASE("a line that goes on after a comma is no headline") {
  const LaidOut laid_out =
      lay("PHÁT BIỂU KHAI MẠC\n   của đồng chí Ninh Văn Thắng, Tỉnh uỷ viên,\n  Phó Chủ tịch UBND tỉnh Hà Nam\n\n"
          "Kính thưa bà Lưu Thị Hà, Giám đốc Sở Y tế,\nThưa các vị đại biểu,\n\n" +
          std::string(kProse) + "\n");
  CHECK(section_of(laid_out, "PHÁT BIỂU") == Section::kTitle);
  CHECK(section_of(laid_out, "của đồng chí") != Section::kFrame);
  CHECK(section_of(laid_out, "Phó Chủ tịch") != Section::kTitle);
  CHECK(section_of(laid_out, "Kính thưa") == Section::kBody);
}

TEST_CASE("an administrative document is body throughout") {
  const LaidOut laid_out = lay("CỘNG HÒA\nĐộc lập - Tự do - Hạnh phúc\nKính gửi: Sở Ngoại vụ\n" + std::string(kProse) +
                               "\nĐọc thêm\nNơi nhận:\n- Như trên;\n");
  for (const Paragraph& paragraph : laid_out.paragraphs) CHECK(paragraph.section == Section::kBody);
}

TEST_CASE("an annex is body to its signers") {
  const LaidOut laid_out = lay("PHỤ LỤC 1\n(Kèm theo Báo cáo số 12/BC-SKHĐT ngày 3 tháng 2 năm 2009)\n" +
                               std::string(kProse) + "\nNGƯỜI LẬP BIỂU\nMai Thị Thu Cúc\nTRƯỞNG PHÒNG\nĐỗ Văn Thiện\n");
  for (const Paragraph& paragraph : laid_out.paragraphs) CHECK(paragraph.section == Section::kBody);
}

TEST_CASE("what stands behind the end mark of an administrative document is its own, however the frame is typed") {
  const std::string wrapped =
      "Trong năm qua, tỉnh đã tiếp nhận nhiều chương trình của các tổ chức bạn bè\nquốc tế, góp phần cải thiện đời "
      "sống của người dân ở các xã vùng cao, nhất\nlà về nước sạch, y tế và giáo dục cho trẻ em";
  const std::string rest = wrapped + ".\n\n" + wrapped +
                           "./.\n\nNơi nhận:\n- Như trên;\n\nNgười ký Quyết định\n\n"
                           "PHÂN BỔ TIỀN MẶT CHO CÁC ĐỊA PHƯƠNG BỊ BÃO\n";
  SECTION("in two columns of blanks") {
    const LaidOut laid_out =
        lay("   UỶ BAN NHÂN DÂN                CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "    TỈNH KHÁNH HOÀ                    Độc lập - Tự do - Hạnh phúc\n"
            "   ----------------                  ------------------------------\n"
            "  Số: 1412/QĐ-UBND                 Nha Trang, ngày 5 tháng 8 năm 2009\n\n" +
                rest,
            true);
    for (const Paragraph& paragraph : laid_out.paragraphs) CHECK(paragraph.section == Section::kBody);
  }
  SECTION("as a table without borders") {
    const std::string row = "SỞ NGOẠI VỤ\tĐộc lập - Tự do - Hạnh phúc";
    const std::vector<HintedSpan> hints = {{{0, row.size()}, Hint::kTableRow}};
    const std::string text = row + "\n\n" + rest;
    const LaidOut laid_out = lay_out({{text, false, &hints}}, *PageMarkers::parse(kTable));
    CHECK(section_of(laid_out, "SỞ NGOẠI VỤ") == Section::kTable);
    CHECK(section_of(laid_out, "PHÂN BỔ") != Section::kRelated);
  }
  SECTION("no frame, no document: the motto within a long sentence is none") {
    const LaidOut laid_out =
        lay("Quốc hiệu và dòng chữ Độc lập - Tự do - Hạnh phúc được các em học sinh của điểm trường mới viết\n"
            "bằng phấn trắng lên tấm bảng xanh trong buổi học đầu tiên, khi nhà tài trợ từ phương xa đến\n"
            "thăm lớp và ngồi nghe các em đọc bài.\n\n" +
                rest,
            true);
    CHECK(section_of(laid_out, "PHÂN BỔ") == Section::kRelated);
  }
}

TEST_CASE("the Party's papers count with dashes") {
  CHECK(item_mark_size("I- CÔNG TÁC LÃNH ĐẠO") == 2);
  CHECK(item_mark_size("2- Ban Chỉ đạo do đồng chí") == 2);
  CHECK(item_mark_size("2- 3 tổ chức mỗi năm") == 0);
  CHECK(item_mark_size("2-3 tổ chức mỗi năm") == 0);
  CHECK(item_mark_size("9- các bên còn lại") == 0);
  CHECK(item_mark_size("a- Về tổ chức") == 0);
}

TEST_CASE("a picture's text in brackets is a caption, however long") {
  const LaidOut laid_out =
      lay("Lễ ký bản ghi nhớ hợp tác ba năm giữa tỉnh và các tổ chức\n\n" + std::string(kProse) + "\n\n" + kProse +
          "\n\nLê Thu Hoài\n\n(Ảnh: Chủ tịch tỉnh trao quà lưu niệm tặng bà đại sứ và các "
          "đại diện của ba tổ chức tại hội trường thành phố)\n");
  CHECK(section_of(laid_out, "(Ảnh") == Section::kCaption);
  CHECK(section_of(laid_out, "Lê Thu Hoài") == Section::kByline);
}

TEST_CASE("wrapped lines are joined, items and headings are not") {
  const LaidOut laid_out =
      lay("Trong năm 2021, các tổ chức đã hỗ trợ tỉnh nhiều chương trình,\ntrong đó có các dự án về y tế, giáo dục, "
          "nước sạch "
          "và môi trường,\nđem lại kết quả tốt.\n- Về y tế: xây mới hai trạm y tế xã ở vùng cao của huyện Đồng\nVăn.\n"
          "Phương hướng năm tới\nTiếp tục vận động các nguồn viện trợ cho các huyện vùng cao biên\ngiới.\n",
          true);
  REQUIRE(laid_out.paragraphs.size() == 4);
  CHECK(laid_out.paragraphs[0].lines.size() == 3);
  CHECK(laid_out.paragraphs[1].lines.size() == 2);
  CHECK(laid_out.paragraphs[2].lines.size() == 1);
  check_every_line_once(laid_out);
}

TEST_CASE("the letter after d is an item's too") {
  const LaidOut laid_out = lay(std::string(kProse) +
                                   "\n    d) Nước sạch, vệ sinh môi trường ở các xã vùng cao: 3 tỷ đồng (12%);\n"
                                   "    đ) Cứu trợ khẩn cấp cho các xã bị lũ quét: 2 tỷ đồng (8%).\n",
                               true);
  CHECK(section_of(laid_out, "đ) Cứu trợ") == Section::kBody);
}

TEST_CASE("a sentence runs over a page break, past page number and running head") {
  const std::string first = "Báo cáo năm\nTỉnh đã tiếp nhận nguồn viện trợ từ các tổ chức\n1\n";
  const std::string second = "Báo cáo năm\nphi chính phủ và các đối tác.\n2\n";
  const std::string third = "Báo cáo năm\nHết.\n3\n";
  const LaidOut laid_out =
      lay_out({{first, true, nullptr}, {second, true, nullptr}, {third, true, nullptr}}, *PageMarkers::parse(kTable));
  CHECK(section_of(laid_out, "Báo cáo năm") == Section::kFrame);
  bool joined = false;
  for (const Paragraph& paragraph : laid_out.paragraphs) joined = joined || paragraph.lines.size() == 2;
  CHECK(joined);
  check_every_line_once(laid_out);
}

TEST_CASE("a headline under the picture of another article is no caption, and a part of no paragraph") {
  const std::string picture = "hoi nghi cong tac doi ngoai nhan dan toan quoc nam nay\n";
  const std::string text =
      "Tỉnh tiếp nhận viện trợ trong năm\n\nTỉnh đã tiếp nhận nguồn viện trợ từ các tổ chức phi chính phủ và "
      "các đối tác trong năm nay.\n\n" +
      picture +
      "Mười hai dự án được ký kết trong năm\n\nSáng nay, tỉnh ký kết mười hai dự án "
      "với các đối tác nước ngoài ...\n\n" +
      picture +
      "Hội nghị chia sẻ thông tin của tỉnh\n\nChiều qua, hội nghị chia sẻ thông tin "
      "của tỉnh đã khai mạc ...\n";
  const LaidOut laid_out = lay(text, true);
  CHECK(section_of(laid_out, "Mười hai dự án") == Section::kRelated);
  CHECK(section_of(laid_out, "Sáng nay") == Section::kRelated);
  check_every_line_once(laid_out);
}

TEST_CASE("hostile text costs no more than its length and keeps the invariant") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += i % 3 == 0 ? "Tin liên quan\n" : (i % 3 == 1 ? "\xE1\xBB\n" : "Lê An ...\n");
  check_every_line_once(lay(text));
  check_every_line_once(lay(""));
  check_every_line_once(lay("\n  \n\t\n"));
}

TEST_CASE("a table of markers with a fault names its line") {
  CHECK(PageMarkers::parse("# columns: form kind source\ntin\tnothing\ttest\n").error().where == "page_markers.tsv:2");
  CHECK(!PageMarkers::parse("Tin\trelated\ttest\n"));
  CHECK(!PageMarkers::parse("tin\trelated\n"));
}

TEST_CASE("pages copied into one text: their numbers and the running heads beside them part no paragraph") {
  const std::string text =
      "Trong năm có 24 dự án được triển khai tại bảy huyện của tỉnh; tổng\ngiá trị viện trợ giải ngân mà Sở tổng hợp "
      "được là đạt 1.682.500\n"
      "      1\nBáo cáo năm 2015 - tỉnh ta     Trang 2/3\nUSD, đạt kế hoạch mà tỉnh đã giao cho các sở từ "
      "đầu\nnăm, các huyện đều hài lòng.\n      2\nBáo cáo năm 2015 - tỉnh ta     Trang 3/3\nHết.\n";
  const LaidOut laid_out = lay(text, true);
  CHECK(section_of(laid_out, "Báo cáo năm 2015") == Section::kFrame);
  REQUIRE(!laid_out.paragraphs.empty());
  CHECK(laid_out.paragraphs[0].lines.size() == 4);
  check_every_line_once(laid_out);
}

TEST_CASE("numbers on lines of their own that do not count pages are kept") {
  const LaidOut laid_out = lay("Số dự án từng năm:\n12\nDự án của năm 2019\n15\nDự án của năm 2020\n", true);
  for (const Paragraph& paragraph : laid_out.paragraphs) CHECK(paragraph.section != Section::kFrame);
}

TEST_CASE("a line that ends in a hyphen goes on in the next, whatever that begins with") {
  const std::string text =
      "Dự án do tỉnh tiếp nhận theo Nghị định số 12/2012/NĐ-\nCP của Chính phủ được thực hiện trong năm năm (2016-\n"
      "2020) tại hai huyện miền núi và một huyện đồng bằng của\ntỉnh ta, nay đã xong.\n";
  const LaidOut laid_out = lay(text, true);
  REQUIRE(laid_out.paragraphs.size() == 1);
  const NormalizedText normalized(laid_out);
  CHECK(normalized.folded().find("12/2012/nđ-cp của") != std::string::npos);
  CHECK(normalized.folded().find("(2016-2020) tại") != std::string::npos);
}
