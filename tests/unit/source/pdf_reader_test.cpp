#include "pipeline/source/pdf/pdf_reader.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/source/pdf/pdf_images.h"
#include "pipeline/source/picture/image_reader.h"
#include "tests/unit/test_pdf.h"

namespace trichluc {
namespace {

using testing::shown_at;
using testing::TestPdf;

TestPdf of_page(std::string content) {
  TestPdf pdf;
  pdf.contents = {std::move(content)};
  return pdf;
}

TestPdf grey_scan(std::string content) {
  TestPdf pdf = of_page(std::move(content));
  pdf.picture_width = 595;
  pdf.picture_height = 842;
  pdf.picture = std::string(595 * 842, '\xF0');
  return pdf;
}

constexpr const char* kWholePagePicture = "q 595 0 0 842 0 0 cm /Im Do Q\n";

Page only_page(const std::string& bytes) {
  const auto document = read_pdf(bytes, "a.pdf");
  REQUIRE(document);
  REQUIRE(document->pages.size() == 1);
  return document->pages[0];
}

TEST_CASE("every word of a text layer has its bytes and its box from the top left") {
  const Page page = only_page(of_page(shown_at(72, 770, "Hello brave world")).bytes());
  CHECK(page.origin == TextOrigin::kEmbedded);
  CHECK(page.hard_wrapped);
  CHECK(page.text == "Hello brave world\n");
  CHECK(page.width == Approx(595));
  CHECK(page.height == Approx(842));
  REQUIRE(page.words.size() == 3);
  CHECK(slice(page.text, page.words[1].in_page) == "brave");
  CHECK(page.words[0].box.x0 == Approx(72).margin(1));
  CHECK(page.words[0].box.y0 > 842 - 770 - 14);
  CHECK(page.words[0].box.y1 < 842 - 770 + 6);
}

TEST_CASE("a turned page is read upright and its size is the one shown") {
  TestPdf pdf = of_page("BT /F1 12 Tf 0 1 -1 0 100 200 Tm (Sideways text) Tj ET\n");
  pdf.rotate = 90;
  const Page page = only_page(pdf.bytes());
  CHECK(page.text == "Sideways text\n");
  CHECK(page.width == Approx(842));
  CHECK(page.height == Approx(595));
  for (const Word& word : page.words) {
    CHECK(word.box.y1 - word.box.y0 < 18);
    CHECK(word.box.x1 <= page.width);
  }
}

TEST_CASE("an indent or a wide gap begins a paragraph, other lines stay together") {
  std::string content;
  content += shown_at(100, 700, "The first line of one paragraph goes across the whole page of text");
  content += shown_at(72, 684, "and its second line begins at the margin and is also rather long so");
  content += shown_at(72, 668, "it ends here.");
  content += shown_at(100, 652, "Another paragraph is indented and goes on across the page as well");
  content += shown_at(72, 636, "until it is over.");
  content += shown_at(72, 596, "A gap.");
  CHECK(only_page(of_page(content).bytes()).text ==
        "The first line of one paragraph goes across the whole page of text\n"
        "and its second line begins at the margin and is also rather long so\n"
        "it ends here.\n"
        "\n"
        "Another paragraph is indented and goes on across the page as well\n"
        "until it is over.\n"
        "\n"
        "A gap.\n");
}

TEST_CASE("a head in two columns gives the left column before the right one") {
  std::string content;
  content += shown_at(80, 780, "AGENCY OF THE") + shown_at(340, 780, "THE REPUBLIC MOTTO");
  content += shown_at(80, 764, "PROVINCE") + shown_at(350, 764, "Freedom and so on");
  content += shown_at(72, 700, "The body goes across the page from the left margin to the right margin, all of it.");
  const std::string text = only_page(of_page(content).bytes()).text;
  CHECK(text.find("PROVINCE") < text.find("THE REPUBLIC MOTTO\n"));
  CHECK(text.find("MOTTO") < text.find("Freedom and so on\n"));
}

TEST_CASE("cells of a table row are parted by tabs") {
  std::string content = shown_at(72, 700, "Item") + shown_at(250, 700, "Year") + shown_at(420, 700, "Value");
  content += shown_at(72, 684, "Water") + shown_at(250, 684, "2019") + shown_at(420, 684, "15");
  CHECK(only_page(of_page(content).bytes()).text == "Item\tYear\tValue\nWater\t2019\t15\n");
}

TEST_CASE("a page that is a picture asks for recognition, a stamp on it or not") {
  for (const std::string& stamp : {std::string(), shown_at(400, 60, "Signed by A. Person")}) {
    CAPTURE(stamp);
    const Page page = only_page(grey_scan(kWholePagePicture + stamp).bytes());
    CHECK(page.origin == TextOrigin::kFailed);
    REQUIRE(page.unread.size() == 1);
    CHECK(page.text.empty() == stamp.empty());
    CHECK(page.width == Approx(595));
  }
}

TEST_CASE("an empty page is no failure") {
  const Page page = only_page(of_page("").bytes());
  CHECK(page.origin == TextOrigin::kEmbedded);
  CHECK(page.text.empty());
}

TEST_CASE("a picture is found where the page draws it, as shown") {
  TestPdf pdf = grey_scan("q 300 0 0 400 20 30 cm /Im Do Q\n");
  const std::string upright_bytes = pdf.bytes();
  auto upright = PdfImages::open(upright_bytes, "a.pdf");
  REQUIRE(upright);
  const PagePictures pictures = upright->on_page(1);
  REQUIRE(pictures.placed.size() == 1);
  CHECK(pictures.placed[0].upright);
  CHECK(pictures.placed[0].box.x0 == Approx(20));
  CHECK(pictures.placed[0].box.y0 == Approx(842 - 430));
  CHECK(upright->take(pictures.placed[0].id).form == PictureForm::kRows);
  pdf.rotate = 90;
  const std::string turned_bytes = pdf.bytes();
  auto turned = PdfImages::open(turned_bytes, "a.pdf");
  REQUIRE(turned);
  const Box box = turned->on_page(1).placed.at(0).box;
  CHECK(box.x0 == Approx(30));
  CHECK(box.y0 == Approx(20));
  CHECK(box.x1 == Approx(430));
}

TEST_CASE("a PDF cut off, empty, without pages or made of noise is refused by name") {
  const std::string whole = of_page(shown_at(72, 700, "text")).bytes();
  for (const std::string& bytes : {whole.substr(0, whole.size() / 2), std::string(), TestPdf{}.bytes(),
                                   std::string("%PDF-1.4\n\x01\x02\x03 noise\n%%EOF\n")}) {
    const auto document = read_pdf(bytes, "a.pdf");
    REQUIRE_FALSE(document);
    CHECK(document.error().code == ErrorCode::kUnreadableInput);
    CHECK(document.error().where == "a.pdf");
  }
}

TEST_CASE("bytes that are no picture are refused with file and page") {
  for (const std::string& bytes :
       {std::string(), std::string("\x89PNG\r\n\x1A\n"), std::string("II*\0\x08\0\0\0", 8)}) {
    const auto document = read_image(bytes, "a.png");
    REQUIRE_FALSE(document);
    CHECK(document.error().where == "a.png#1");
  }
}

}  // namespace
}  // namespace trichluc
