// Text layer or pixels? Each page is one that archives really hold, made small.
#include "pipeline/source/pdf/text_layer.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/ocr/page_reader.h"
#include "pipeline/source/pdf/pdf_reader.h"
#include "pipeline/text/encoding/legacy_encoding.h"
#include "tests/unit/fake_ocr.h"
#include "tests/unit/test_pdf.h"

namespace trichluc {
namespace {

using ocr::FakeMood;
using ocr::FakeOcr;
using testing::shown_at;
using testing::TestPdf;

constexpr const char* kWholePagePicture = "q 595 0 0 842 0 0 cm /Im Do Q\n";
constexpr const char* kHidden = "3 Tr\n";

TestPdf with_picture(std::string content, std::string rows, int width, int height) {
  TestPdf pdf;
  pdf.contents = {std::move(content)};
  pdf.picture_width = width;
  pdf.picture_height = height;
  pdf.picture = std::move(rows);
  return pdf;
}

TestPdf scan_with(const std::string& text) {
  std::string rows(595 * 842, '\xF0');
  rows.replace(rows.size() / 2, 595, 595, '\0');
  return with_picture(kWholePagePicture + text, rows, 595, 842);
}

TestPdf page_of(const std::string& text, const std::string& font = "Helvetica") {
  TestPdf pdf;
  pdf.contents = {text};
  pdf.font = font;
  return pdf;
}

std::string lines(const std::string& line, int count) {
  std::string content;
  for (int i = 0; i < count; ++i) content += shown_at(72, 760 - 20 * i, line);
  return content;
}

Page only_page(const TestPdf& pdf) {
  const auto document = read_pdf(pdf.bytes(), "a.pdf");
  REQUIRE(document);
  REQUIRE(document->pages.size() == 1);
  return document->pages[0];
}

Page recognised(const TestPdf& pdf, FakeOcr& engine) {
  const auto document = ocr::read_document(pdf.bytes(), "a.pdf", engine);
  REQUIRE(document);
  return document->pages.at(0);
}

// What a recogniser without Vietnamese marks, or with wrong ones, leaves; and the same read well.
const std::string kPlainWords = "trong nam nay co hai muoi du an do nuoc ngoai giup cho dan ";
const std::string kMarkedWords =
    "l\xE0 nh\xE2n d\xE2n c\xE1"
    "c x\xE3 c\xF9ng b\xE0n v\xE0 t\xECm c\xE1"
    "ch l\xE0m th\xEAm nh\xE0 ";
const std::string kNonsense = "Jkwq zxvf Wrtpl mgkz qqwx bdfgh zzkt Pfdrw xcvb lkjh ";

TEST_CASE("a scan with the stamp of a signature is recognised, and the stamp stays as it was read") {
  const std::string stamp =
      shown_at(380, 100, "Ky boi: UBND tinh", 9) + shown_at(380, 88, "Ngay ky: 09.10.2023 14:22:11", 9);
  FakeOcr engine(FakeMood::kReads, {{{"C\xC3\xB4ng", {50, 50, 90, 60}, 0.9F, true, true}}});
  const Page page = recognised(scan_with(stamp), engine);
  CHECK(engine.calls == 1);
  CHECK(page.origin == TextOrigin::kOcr);
  CHECK(page.reason == "scan; its text layer is only a stamp");
  CHECK(page.text == "C\xC3\xB4ng\n\nKy boi: UBND tinh\nNgay ky: 09.10.2023 14:22:11\n");
  REQUIRE(page.words.size() == 9);
  CHECK(slice(page.text, page.words.back().in_page) == "14:22:11");
  CHECK(page.words.back().box.y0 > 740);
}

TEST_CASE("another recogniser's invisible text is used where it makes sense, and kept aside where it does not") {
  const Page good = only_page(scan_with(kHidden + lines(kMarkedWords, 8)));
  CHECK(good.origin == TextOrigin::kEmbedded);
  CHECK(good.reason.find("invisible text of another recogniser") == 0);
  const Page english =
      only_page(scan_with(kHidden + lines("The programme was reviewed by the committee during the year", 8)));
  CHECK(english.origin == TextOrigin::kEmbedded);
  const Page unmarked = only_page(scan_with(kHidden + lines(kPlainWords, 8)));
  CHECK(unmarked.origin == TextOrigin::kFailed);
  const Page bad = only_page(scan_with(kHidden + lines(kNonsense, 8)));
  CHECK(bad.origin == TextOrigin::kFailed);
  CHECK(bad.unread.size() == 1);
  CHECK(bad.text.empty());
  CHECK(bad.words.empty());
  CHECK(bad.other.text.find("Jkwq") == 0);
  CHECK(bad.other.reason.find("not to be trusted") != std::string::npos);
}

TEST_CASE("a layer without sense gives way to the page as drawn, and other languages make sense") {
  const Page nonsense = only_page(page_of(lines(kNonsense, 6)));
  CHECK(nonsense.origin == TextOrigin::kFailed);
  CHECK(nonsense.reason.find("makes no sense, 0 % possible syllables") != std::string::npos);
  const Page english = only_page(page_of(lines("The programme was reviewed by the committee during the year", 4)));
  CHECK(english.origin == TextOrigin::kEmbedded);
  const Page figures = only_page(page_of(lines("12 450 1.200 2019 45,6 78", 6)));
  CHECK(figures.origin == TextOrigin::kEmbedded);
}

TEST_CASE("letters of a legacy font are put right, by its name or by the sense they make") {
  // "Cộng hòa xã hội chủ nghĩa, tổ chức nước ngoài ở Việt Nam" in the bytes of TCVN3.
  const std::string tcvn3 =
      "C\xE9ng h\xDF"
      "a x\xB7 h\xE9i ch\xF1 ngh\xDC"
      "a, t\xE6 ch\xF8"
      "c n\xAD\xED"
      "c ngo\xB5i \xEB Vi\xD6t Nam ";
  for (const char* font : {".VnTime", "ABCDEF+.VnTime", "TimesNewRoman"}) {
    CAPTURE(font);
    const Page page = only_page(page_of(lines(tcvn3, 3), font));
    CHECK(page.origin == TextOrigin::kEmbedded);
    CHECK(page.text.find("Cộng hòa xã hội chủ nghĩa, tổ chức nước ngoài ở Việt Nam") == 0);
    REQUIRE(page.fonts.size() == 1);
    CHECK(page.fonts[0].encoding == "tcvn3");
  }
}

TEST_CASE("text that is printed twice is read once") {
  const std::string twice = lines(kPlainWords, 3) + kHidden + lines(kPlainWords, 3);
  CHECK(only_page(page_of(twice)).text == only_page(page_of(lines(kPlainWords, 3))).text);
}

// A table pasted as a picture under a paragraph: paper with some ink.
std::string inked(int width, int height) {
  std::string rows(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\xFF');
  for (std::size_t i = 0; i < rows.size(); i += 20) rows[i] = '\0';
  return rows;
}

TEST_CASE("a picture between paragraphs is read into its place") {
  const std::string text = shown_at(72, 760, kPlainWords) + "q 400 0 0 200 72 400 cm /Im Do Q\n" +
                           shown_at(72, 300, "Noi nhan ban sao cua van ban nay");
  FakeOcr engine(FakeMood::kReads, {{{"Trong", {50, 50, 150, 80}, 0.9F, true, true},
                                     {"n\xC4\x83m", {170, 50, 250, 80}, 0.9F, false, false}}});
  const Page page = recognised(with_picture(text, inked(400, 200), 400, 200), engine);
  CHECK(engine.calls == 1);
  CHECK(page.origin == TextOrigin::kMixed);
  CHECK(page.reason == "text layer; 1 picture read from the pixels");
  CHECK(page.text ==
        "trong nam nay co hai muoi du an do nuoc ngoai giup cho dan\n\nTrong n\xC4\x83m\n\nNoi nhan ban sao cua van "
        "ban nay\n");
  CHECK(page.unread.empty());
  for (std::size_t i = 1; i < page.words.size(); ++i)
    CHECK(page.words[i - 1].in_page.end <= page.words[i].in_page.begin);
  CHECK(slice(page.text, page.words.back().in_page) == "nay");
}

TEST_CASE("photographs, seals and what gives no words are left alone, and that is said") {
  const std::string text = shown_at(72, 760, kPlainWords) + "q 400 0 0 200 72 400 cm /Im Do Q\n";
  std::string photograph;
  for (int i = 0; i < 400 * 200; ++i) photograph += static_cast<char>(i % 251);
  FakeOcr engine(FakeMood::kReads, {{{"xq", {50, 50, 90, 60}, 0.3F, true, true}}});
  const Page photo = recognised(with_picture(text, photograph, 400, 200), engine);
  CHECK(engine.calls == 0);
  CHECK(photo.reason == "text layer; 1 picture without text");
  const Page drawing = recognised(with_picture(text, inked(400, 200), 400, 200), engine);
  CHECK(engine.calls == 1);
  CHECK(drawing.origin == TextOrigin::kEmbedded);
  const std::string seal = shown_at(72, 760, kPlainWords) + "q 50 0 0 50 72 400 cm /Im Do Q\n";
  CHECK(recognised(with_picture(seal, inked(50, 50), 50, 50), engine).reason == "text layer");
  CHECK(engine.calls == 1);
}

}  // namespace
}  // namespace trichluc
