#include <catch2/catch.hpp>
#include <string>

#include "pipeline/source/html/html_reader.h"
#include "tests/unit/legacy_samples.h"

namespace trichluc {
namespace {

using text::as_windows_1252;
using text::LegacyEncoding;
using text::LegacyWriter;

const std::string kNews =
    "Trong năm qua, các tổ chức phi chính phủ nước ngoài đã giúp tỉnh xây dựng trường học, trạm y tế và đường làng.";

std::string tcvn3(std::string_view text) {
  return as_windows_1252(LegacyWriter(LegacyEncoding::kTcvn3).write(text));
}

std::string vni(std::string_view text) {
  return as_windows_1252(LegacyWriter(LegacyEncoding::kVni).write(text));
}

Document read(const std::string& html) {
  auto document = read_html(html, "a.html");
  REQUIRE(document);
  return *document;
}

TEST_CASE("text in a legacy font is read by the font that the innermost element names") {
  struct Styled {
    std::string html;
    std::string text;
  };
  const auto c = GENERATE_COPY(values<Styled>({
      {"<font face='.VnTime'>" + tcvn3("Công tác <b>đối ngoại</b> của tỉnh") + "</font>",
       "Công tác đối ngoại của tỉnh\n"},
      {"<p style=\"font-size:12pt;font-family:'VNI-Times', serif\">" + vni("Hội nghị") +
           " <font face=Arial>có</font></p>",
       "Hội nghị có\n"},
      {"<p style='font: bold 12pt .VnTimeH'>" + tcvn3("Ủy ban tỉnh") + "</p>", "ỦY BAN TỈNH\n"},
      {"<style><!-- /* Word */ p.MsoNormal, .big {color:red; font-family:\".VnTime\"} --></style>"
       "<p class='x MsoNormal'>" +
           tcvn3("Kế hoạch") + "</p>",
       "Kế hoạch\n"},
      {"<style>p{font-family:.VnTime}</style><p>" + tcvn3("Kế hoạch") + "<span style='font-family:inherit'>" +
           tcvn3(" năm") + "</span></p>",
       "Kế hoạch năm\n"},
      {"<font face='.VnTime'>C&eacute;ng h&szlig;a</font>", "Cộng hòa\n"},
  }));
  CAPTURE(c.html);
  CHECK(read(c.html).pages[0].text == c.text);
}

TEST_CASE("Unicode text in a legacy font stays as it is") {
  const Document document =
      read("<p style='font-family:.VnTime'>" + kNews + "</p><p style='font-family:.VnTime'>Có xã</p>");
  CHECK(document.pages[0].text == kNews + "\n\nCó xã\n");
  CHECK(document.encoding == "utf-8");
}

TEST_CASE("a page whose encoding is not declared or declared wrongly is known by its syllables") {
  const std::string head = GENERATE("", "<meta charset=iso-8859-1>", "<meta charset=utf-8>");
  const LegacyEncoding encoding =
      GENERATE(LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii, LegacyEncoding::kWindows1258);
  const LegacyWriter writer(encoding);
  const Document document = read(head + "<title>" + writer.write("Báo cáo năm") + "</title><h1>" +
                                 writer.write("Hội nghị tổng kết") + "</h1><p>" + writer.write(kNews) + "</p>");
  CHECK(document.pages[0].text == "Hội nghị tổng kết\n\n" + kNews + "\n");
  CHECK(document.title == "Báo cáo năm");
  CHECK(document.encoding == text::encoding_name(encoding));
  CHECK(!document.warnings.empty());
}

TEST_CASE("a declared old encoding is read by our own tables") {
  const Document document =
      read("<meta charset='x-viet-tcvn5712'><p>" + LegacyWriter(LegacyEncoding::kTcvn3).write("Tỉnh ủy") + "</p>");
  CHECK(document.pages[0].text == "Tỉnh ủy\n");
  CHECK(document.encoding == "tcvn3");
}

TEST_CASE("what the fonts tell goes for the title too") {
  const Document document =
      read("<title>" + tcvn3("Hội nghị tổng kết") + "</title><p><font face=.VnTime>" + tcvn3(kNews) + "</font></p>");
  CHECK(document.title == "Hội nghị tổng kết");
  CHECK(document.encoding == "tcvn3");
  CHECK(document.warnings.size() == 1);  // the title is set in no font: a guess
}

TEST_CASE("a page in another language stays as it is") {
  const std::string french =
      "Les écoles bâties l'été dernier, où naît l'espoir, ont coûté très cher; ça et là, on a reçu des dons.";
  CHECK(read("<p>" + french + "</p>").pages[0].text == french + "\n");
}

}  // namespace
}  // namespace trichluc
