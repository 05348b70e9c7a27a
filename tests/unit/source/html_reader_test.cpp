#include "pipeline/source/html/html_reader.h"

#include <catch2/catch.hpp>

using namespace trichluc;
using text::Hint;

namespace {

Page page_of(const std::string& html) {
  auto document = read_html(html, "a.html");
  REQUIRE(document);
  REQUIRE(document->pages.size() == 1);
  return document->pages[0];
}

bool has_hint(const Page& page, const std::string& line, Hint hint) {
  const std::size_t at = page.text.find(line);
  REQUIRE(at != std::string::npos);
  for (const auto& hinted : page.hints) {
    if (hinted.hint == hint && hinted.span.begin <= at && at < hinted.span.end) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("blocks end lines, blanks collapse, scripts are no text") {
  const Page page = page_of(
      "<html><head><title>t</title><style>p{}</style></head><body><p>Một \n  <b>hai</b>&nbsp;ba<br>bốn</p>"
      "<script>x()</script><div>năm<!-- a --></div></body></html>");
  CHECK(page.text ==
        "Một hai\xC2\xA0"
        "ba\nbốn\n\nnăm\n");
}

TEST_CASE("the head of the page fills the document") {
  const auto document = read_html(
      "<html><head><title>Tỉnh tiếp nhận viện trợ - Báo X</title><meta property='og:site_name' content='Báo X'>"
      "<meta name=author content='An Bình'><meta property='article:published_time' content='2022-05-04T10:00:00+07:00'>"
      "<link rel=canonical href='https://example.org/a'></head><body><div>Tỉnh tiếp nhận viện trợ</div></body></html>",
      "a.html");
  REQUIRE(document);
  CHECK(document->title == "Tỉnh tiếp nhận viện trợ - Báo X");
  CHECK(document->publisher == "Báo X");
  CHECK(document->author == "An Bình");
  CHECK(document->published_meta == "2022-05-04T10:00:00+07:00");
  CHECK(document->url == "https://example.org/a");
  CHECK(has_hint(document->pages[0], "Tỉnh tiếp nhận", Hint::kTitle));
}

TEST_CASE("a table of figures has a line a row, a table that places things has none") {
  const Page page = page_of(
      "<table><tr><th>Năm</th><th>Dự án</th></tr><tr><td><p>2021</p></td><td>14</td></tr></table>"
      "<table><tr><td><h1>Tiêu đề của bài</h1></td><td><p>Một đoạn.</p></td></tr></table>");
  CHECK(page.text.find("2021\t14\n") != std::string::npos);
  CHECK(has_hint(page, "2021", Hint::kTableRow));
  CHECK_FALSE(has_hint(page, "Một đoạn", Hint::kTableRow));
  CHECK(has_hint(page, "Tiêu đề", Hint::kTitle));
}

TEST_CASE("what a cell reaches over is an empty cell, and the head of a table stays with its body") {
  const Page page = page_of(
      "<table><thead><tr><th rowspan=2>Ngành</th><th colspan=2>Năm 2013</th><th>Năm 2014</th></tr>"
      "<tr><th>Dự án</th><th>USD</th><th>USD</th></tr></thead><tbody><tr><td>Y tế</td><td>7</td><td>40</td><td>50</td>"
      "</tr></tbody></table>");
  CHECK(page.text.find("Ngành\tNăm 2013\t\tNăm 2014\n\tDự án\tUSD\tUSD\nY tế\t7\t40\t50") != std::string::npos);
}

TEST_CASE("a cell with boxes beside the cell that holds the article is a side column") {
  const std::string paragraph = std::string("<p>Đây là") +
                                " một đoạn văn dài có đủ chữ để là một đoạn của bài viết, kể về các dự án và những "
                                "người dân trong xã đã nhận nước sạch, đường mới và lớp học trong năm vừa qua.</p>";
  const std::string article = "<td>" + paragraph + paragraph + paragraph + "</td>";
  const auto beside = [&](const std::string& cell) {
    return page_of("<table><tr><td>" + cell + "</td>" + article + "</tr></table>");
  };
  const std::string box = "<h4>Lịch công tác</h4><p>Chủ tịch họp phiên thường kỳ</p>";
  CHECK(has_hint(beside(box), "Chủ tịch họp", Hint::kRelated));
  CHECK_FALSE(has_hint(beside("<p>Chủ tịch họp phiên thường kỳ</p>"), "Chủ tịch họp", Hint::kRelated));
  CHECK_FALSE(has_hint(beside(box), "một đoạn văn", Hint::kRelated));
  CHECK_FALSE(
      has_hint(page_of("<table><tr><td>" + box + "</td><td>Xem</td></tr></table>"), "Chủ tịch họp", Hint::kRelated));
}

TEST_CASE("a grid of pictures with sentences below them is no table of figures") {
  const std::string caption = "Chủ tịch xã đón đoàn khách đến thăm công trình nước sạch vừa xong";
  const std::string row = "<tr><td><img src=a></td><td><img src=b></td></tr><tr><td>" + caption + " năm 2006</td><td>" +
                          caption + " năm 2007</td></tr>";
  const Page page = page_of("<table>" + row + row + "</table>");
  CHECK_FALSE(has_hint(page, "Chủ tịch xã", Hint::kTableRow));
  const Page figures = page_of("<table>" + row + row + "<tr><td>Cộng</td><td>12</td></tr></table>");
  CHECK(has_hint(figures, "Chủ tịch xã", Hint::kTableRow));
}

TEST_CASE("the empty cells that end a row keep their tabs, those of a page's layout do not") {
  const Page page = page_of(
      "<table><tr><th>Huyện</th><th>Dự án</th><th>USD</th><th>Ghi chú</th></tr>"
      "<tr><td>Bù Đăng</td><td>3</td><td>&nbsp;</td><td></td></tr></table>"
      "<table><tr><td><p>Một đoạn văn.</p></td><td></td></tr></table>");
  CHECK(page.text.find("Bù Đăng\t3\t") != std::string::npos);
  CHECK(page.text.find("đoạn văn.\n") != std::string::npos);
}

TEST_CASE("menus, captions and lists of links are hinted") {
  const Page page = page_of(
      "<nav><a href=/>Trang đầu</a></nav><figure><img src=a><figcaption>Các đại biểu dự họp</figcaption></figure>"
      "<p>Đoạn văn có <a href=a>một liên kết</a> ở giữa câu.</p>"
      "<div class='tin-lien-quan'><a href=a>Tỉnh họp tổng kết công tác năm</a></div>"
      "<p><a href=b>Hai địa phương nhận thêm dự án mới</a></p><p class=author>Thu An</p>");
  CHECK(has_hint(page, "Trang đầu", Hint::kNavigation));
  CHECK(has_hint(page, "Các đại biểu", Hint::kCaption));
  CHECK(has_hint(page, "Tỉnh họp", Hint::kRelated));
  CHECK(has_hint(page, "Hai địa phương", Hint::kRelated));
  CHECK(has_hint(page, "Thu An", Hint::kByline));
  CHECK_FALSE(has_hint(page, "Đoạn văn", Hint::kRelated));
}

TEST_CASE("what holds the headline is no side bar, whatever its class") {
  const Page page = page_of("<div class='content has-sidebar'><h1>Tiêu đề bài</h1><p>Đoạn văn.</p></div>");
  CHECK_FALSE(has_hint(page, "Đoạn văn", Hint::kRelated));
}

TEST_CASE("neighbouring boxes are lines of their own, cut words are not") {
  CHECK(page_of("<div><span>22/2/2019</span><span>Hotline</span></div>").text == "22/2/2019\nHotline\n");
  CHECK(page_of("<p><span>hỗ tr</span><span>ợ</span></p>").text == "hỗ trợ\n");
}

TEST_CASE("nesting beyond all measure loses no text and does not crash") {
  std::string html;
  for (int i = 0; i < 20000; ++i) html += "<div>";
  const Page page = page_of(html + "đáy");
  CHECK(page.text == "đáy\n");
}

TEST_CASE("a page in a declared legacy code page is read") {
  const auto document = read_html("<meta charset=windows-1252><p>caf\xE9</p>", "a.html");
  REQUIRE(document);
  CHECK(document->pages[0].text == "café\n");
}
