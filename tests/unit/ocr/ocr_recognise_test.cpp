#include <catch2/catch.hpp>

#include "pipeline/base/utf8.h"
#include "pipeline/ocr/page_reader.h"
#include "pipeline/ocr/recognise.h"
#include "pipeline/ocr/tesseract_engine.h"
#include "tests/unit/fake_ocr.h"
#include "tests/unit/test_pdf.h"

namespace trichluc::ocr {
namespace {

constexpr int kWidth = 1654, kHeight = 2339;  // A4 at 200 dpi

std::string scan(int rotate = 0, bool inked = true) {
  testing::TestPdf pdf;
  pdf.contents = {"q 595 0 0 842 0 0 cm /Im Do Q\n"};
  pdf.rotate = rotate;
  pdf.picture_width = kWidth;
  pdf.picture_height = kHeight;
  pdf.picture = std::string(static_cast<std::size_t>(kWidth) * kHeight, '\xFF');
  if (inked) pdf.picture.replace(pdf.picture.size() / 2, kWidth, kWidth, '\0');
  return pdf.bytes();
}

Document read_scan(const std::string& bytes, OcrEngine& engine) {
  auto document = read_document(bytes, "scan.pdf", engine);
  REQUIRE(document);
  return *document;
}

TEST_CASE("pixels become points of the page, and the document says who read it") {
  FakeOcr engine(FakeMood::kReads, {{{"Chữ", {165.4, 233.9, 330, 270}, 0.8F, true, true}}});
  const Document document = read_scan(scan(), engine);
  const Page& page = document.pages[0];
  CHECK(page.origin == TextOrigin::kOcr);
  CHECK(page.text == "Chữ\n");
  REQUIRE(page.words.size() == 1);
  CHECK(page.words[0].box.x0 == Approx(59.5).margin(0.1));
  CHECK(page.words[0].box.y0 == Approx(84.2).margin(0.1));
  CHECK(page.width == Approx(595));
  CHECK(document.ocr.engine == "fake 1");
  CHECK(document.ocr.mean_confidence == Approx(0.8));
}

TEST_CASE("a turned scan is handed to the engine as shown") {
  const std::string bytes = scan(90);
  auto images = PageImages::open(bytes, "application/pdf", "scan.pdf");
  REQUIRE(images);
  const auto page = images->get(1);
  REQUIRE(page);
  CHECK(page->image.width == kHeight);
  CHECK(page->image.dpi == Approx(200).margin(0.5));
  CHECK(page->page_width == Approx(842));
}

TEST_CASE("an engine that reads nothing, nonsense or fails harms no page but its own") {
  FakeOcr empty(FakeMood::kEmpty), bad(FakeMood::kBadUtf8), failing(FakeMood::kFails);
  CHECK(read_scan(scan(), empty).pages[0].text.empty());
  const Document nonsense = read_scan(scan(), bad);
  CHECK(nonsense.pages[0].text == "tốt\n");
  CHECK(is_valid_utf8(nonsense.pages[0].text));
  const Document failed = read_scan(scan(), failing);
  CHECK(failed.pages[0].origin == TextOrigin::kFailed);
  CHECK(failed.pages[0].reason == "cannot read; scan the page again");
  CHECK(failed.warnings.size() == 1);
}

TEST_CASE("a blank page is not recognised, and says so") {
  FakeOcr engine(FakeMood::kFails);
  const Page page = read_scan(scan(0, false), engine).pages[0];
  CHECK(engine.calls == 0);
  CHECK(page.origin == TextOrigin::kOcr);
  CHECK(page.text.empty());
  CHECK(page.reason == "blank page, not recognised");
  CHECK(page.width == Approx(595));
}

TEST_CASE("pages with text of their own are not recognised") {
  testing::TestPdf pdf;
  pdf.contents = {testing::shown_at(72, 700, "text of its own")};
  FakeOcr engine(FakeMood::kEmpty);
  const Document document = read_scan(pdf.bytes(), engine);
  CHECK(engine.calls == 0);
  CHECK(document.pages[0].origin == TextOrigin::kEmbedded);
  CHECK(document.ocr.engine.empty());
}

TEST_CASE("a model that is not installed is named with its package") {
  TesseractOptions options;
  options.data_folder = "/nonexistent";
  const auto engine = make_tesseract(options);
  REQUIRE_FALSE(engine);
  CHECK(engine.error().code == ErrorCode::kMissingDependency);
  CHECK(engine.error().what.en.find("tesseract-ocr-vie") != std::string::npos);
}

TEST_CASE("the installed model knows the Vietnamese letters and reads a drawn page twice alike") {
  auto engine = make_tesseract();
  REQUIRE(engine);
  testing::TestPdf pdf;
  pdf.contents = {testing::shown_at(72, 700, "Ha Noi 1.234 USD 2019", 24)};
  const std::string bytes = pdf.bytes();
  auto images = PageImages::open(bytes, "application/pdf", "drawn.pdf");
  REQUIRE(images);
  Page unread;
  unread.origin = TextOrigin::kFailed;
  const auto first = recognise_page(*images, unread, **engine), second = recognise_page(*images, unread, **engine);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->text == second->text);
  CHECK(first->text.find("1.234 USD 2019") != std::string::npos);
  REQUIRE_FALSE(first->words.empty());
  CHECK(first->words[0].box.x0 == Approx(72).margin(4));
  CHECK(first->words[0].box.y1 == Approx(842 - 700).margin(4));
}

}  // namespace
}  // namespace trichluc::ocr
