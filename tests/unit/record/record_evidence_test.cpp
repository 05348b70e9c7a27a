#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "pipeline/record/evidence.h"

namespace trichluc {
namespace {

// Two pages of which the second has boxes; the sentence runs over the page break.
Document two_pages() {
  Document document;
  document.id = "sha256:0";
  Page first;
  first.number = 1;
  first.text = "Năm 2023 có 120 tổ chức,";
  Page second;
  second.number = 2;
  second.text = "trong đó 15 tổ chức\nmới đăng ký";
  const auto put_word = [&second](const std::string& word, Box box, float confidence) {
    const std::size_t begin = second.text.find(word);
    second.words.push_back({{begin, begin + word.size()}, box, confidence});
  };
  put_word("15", {10, 100, 30, 112}, 0.5F);
  put_word("tổ", {34, 98, 50, 112}, 0.7F);
  put_word("chức", {54, 100, 80, 114}, 0.9F);
  put_word("mới", {10, 120, 30, 132}, 1.0F);
  document.pages = {first, second};
  return document;
}

// One paragraph over both pages.
text::LaidOut one_paragraph(const Document& document) {
  text::LaidOut laid_out;
  laid_out.raw = document.pages[0].text + "\n" + document.pages[1].text;
  text::Paragraph paragraph;
  for (std::size_t begin = 0; begin < laid_out.raw.size();) {
    const std::size_t end = std::min(laid_out.raw.find('\n', begin), laid_out.raw.size());
    paragraph.lines.push_back({begin, end});
    begin = end + 1;
  }
  laid_out.paragraphs.push_back(paragraph);
  return laid_out;
}

Span span_of(const text::NormalizedText& text, const std::string& folded) {
  const std::size_t begin = text.folded().find(folded);
  REQUIRE(begin != std::string::npos);
  return {begin, begin + folded.size()};
}

TEST_CASE("evidence is the exact slice of its page in code points") {
  const Document document = two_pages();
  const text::NormalizedText text(one_paragraph(document));
  const auto evidence = EvidenceFinder(document, text).at(span_of(text, "120 tổ chức"));
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].page == 1);
  CHECK(evidence[0].start == 12);
  CHECK(evidence[0].end == 23);
  CHECK(evidence[0].text == "120 tổ chức");
  CHECK(evidence[0].boxes.empty());
}

TEST_CASE("a statement over a page break has one entry a page") {
  const Document document = two_pages();
  const text::NormalizedText text(one_paragraph(document));
  const auto evidence = EvidenceFinder(document, text).at(span_of(text, "tổ chức, trong đó 15"));
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].page == 1);
  CHECK(evidence[0].text == "tổ chức,");
  CHECK(evidence[1].page == 2);
  CHECK(evidence[1].start == 0);
  CHECK(evidence[1].text == "trong đó 15");
}

TEST_CASE("there is one box a line of text") {
  const Document document = two_pages();
  const text::NormalizedText text(one_paragraph(document));
  const auto evidence = EvidenceFinder(document, text).at(span_of(text, "15 tổ chức mới"));
  REQUIRE(evidence.size() == 1);
  REQUIRE(evidence[0].boxes.size() == 2);
  CHECK(evidence[0].boxes[0].x0 == 10);
  CHECK(evidence[0].boxes[0].y0 == 98);
  CHECK(evidence[0].boxes[0].x1 == 80);
  CHECK(evidence[0].boxes[0].y1 == 114);
  CHECK(evidence[0].boxes[1].y0 == 120);
}

TEST_CASE("the recogniser's confidence is the mean over the words of the statement") {
  const Document document = two_pages();
  const text::NormalizedText text(one_paragraph(document));
  const EvidenceFinder finder(document, text);
  CHECK(finder.word_confidence(span_of(text, "15 tổ chức")) == Approx(0.7));
  CHECK(finder.word_confidence(span_of(text, "120")) == 1.0);
}

TEST_CASE("blanks and empty stretches are no evidence") {
  const Document document = two_pages();
  const text::NormalizedText text(one_paragraph(document));
  const EvidenceFinder finder(document, text);
  CHECK(finder.at({0, 0}).empty());
  CHECK(finder.at(span_of(text, " ")).empty());
}

TEST_CASE("the box of a slanting line is no higher than a line and a half, and a steep line has several") {
  Page page;
  for (int i = 0; i < 20; ++i) {
    const std::size_t begin = page.text.size();
    page.text += "số ";
    const double x = 60 + 25 * i;
    page.words.push_back({{begin, begin + 4}, {x, 100 + 0.3 * i, x + 20, 110 + 0.3 * i}, 1});
  }
  const std::vector<Box> slight = line_boxes(page, {0, page.text.size()});
  REQUIRE(slight.size() == 1);
  CHECK(slight[0].y1 - slight[0].y0 <= 14.6);
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    page.words[i].box.y0 += static_cast<double>(i);
    page.words[i].box.y1 += static_cast<double>(i);
  }
  const std::vector<Box> steep = line_boxes(page, {0, page.text.size()});
  CHECK(steep.size() > 1);
  for (const Box& box : steep) CHECK(box.y1 - box.y0 <= 19);
}

}  // namespace
}  // namespace trichluc
