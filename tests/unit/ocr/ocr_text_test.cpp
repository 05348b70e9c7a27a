#include "pipeline/ocr/ocr_text.h"

#include <catch2/catch.hpp>

#include "pipeline/base/utf8.h"

namespace trichluc::ocr {
namespace {

RecognisedWord word(const char* text, double x, double y, bool line = false, bool paragraph = false) {
  return {text, {x, y, x + 30, y + 10}, 0.9F, line, paragraph};
}

Page page_of(RecognisedPage recognised) {
  Page page;
  page.width = 595;
  page.height = 842;
  put_words(recognised, page);
  return page;
}

TEST_CASE("lines and paragraphs of recognised words stand in the text, and each word leads to its bytes") {
  const Page page = page_of({{word("Tổng", 80, 80, true, true), word("số", 115, 80), word("dự", 80, 95, true),
                              word("án:", 115, 95), word("Hai", 80, 120, true, true)}});
  CHECK(page.text == "Tổng số\ndự án:\n\nHai\n");
  CHECK(page.origin == TextOrigin::kOcr);
  CHECK(page.hard_wrapped);
  REQUIRE(page.words.size() == 5);
  CHECK(slice(page.text, page.words[3].in_page) == "án:");
  CHECK(mean_confidence(page) == Approx(0.9));
}

TEST_CASE("words of bad UTF-8 and stray marks are left out, unsure letters stay") {
  RecognisedWord mark = word("~", 10, 10, true, true);
  mark.confidence = 0.1F;
  RecognisedWord unsure = word("năm", 80, 10);
  unsure.confidence = 0.1F;
  const Page page = page_of({{mark, word("\xFF\xFE", 40, 10), unsure}});
  CHECK(page.text == "năm\n");
  CHECK(is_valid_utf8(page.text));
}

TEST_CASE("a box as high as several lines is cut to its line") {
  RecognisedWord tall = word("15", 150, 100);
  tall.box_px.y0 = 60;
  tall.box_px.y1 = 160;
  const Page page = page_of({{word("hiện", 80, 100, true, true), word("có", 115, 100), tall}});
  for (const Word& one : page.words) CHECK(one.box.y1 - one.box.y0 <= 15);
}

TEST_CASE("the head of a letter gives the left column before the right one") {
  const Page page =
      page_of({{word("SỞ", 80, 50, true, true), word("CỘNG", 350, 50), word("HÒA", 385, 50), word("VỤ", 80, 65, true),
                word("Độc", 350, 65), word("lập", 385, 65), word("BÁO", 265, 100, true), word("CÁO", 300, 100)}});
  CHECK(page.text == "SỞ\nVỤ\n\nCỘNG HÒA\nĐộc lập\n\nBÁO CÁO\n");
}

TEST_CASE("no words give an empty page") {
  const Page page = page_of({});
  CHECK(page.text.empty());
  CHECK(mean_confidence(page) == 0);
}

// A line of words from `left` to about `right`, all of one width.
void put_line(RecognisedPage& page, double left, double right, double y, const char* first) {
  for (double x = left; x + 30 <= right; x += 35)
    page.words.push_back(word(x == left ? first : "trợ", x, y, x == left));
}

TEST_CASE(
    "an indented line that stops short goes on below, and each indented line of a page with that habit begins anew") {
  RecognisedPage page;
  put_line(page, 100, 500, 100, "Một");
  put_line(page, 60, 300, 115, "hai");
  put_line(page, 100, 460, 130, "Ba");  // short by as much as it is indented, as a title would be
  put_line(page, 60, 250, 145, "bốn");
  put_line(page, 100, 500, 160, "Năm");
  put_line(page, 100, 500, 175, "Sáu");
  mark_paragraphs(page);
  std::string starts;
  for (const RecognisedWord& each : page.words) starts += each.starts_paragraph ? each.text + " " : "";
  CHECK(starts == "Một Ba Năm Sáu ");
}

}  // namespace
}  // namespace trichluc::ocr
