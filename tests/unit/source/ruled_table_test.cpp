#include "pipeline/source/table/ruled_table.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/source/pdf/pdf_reader.h"
#include "tests/unit/test_pdf.h"

namespace trichluc {
namespace {

RuledLine across(double y, double from, double to) {
  return {true, y, from, to};
}
RuledLine down(double x, double from, double to) {
  return {false, x, from, to};
}

// "row,column+rows×columns" of each cell.
std::vector<std::string> cells_of(const RuledTable& table) {
  std::vector<std::string> out;
  for (const RuledCell& cell : table.cells) {
    out.push_back(std::to_string(cell.row) + "," + std::to_string(cell.column));
    if (cell.row_span * cell.column_span > 1)
      out.back() += "+" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("lines that cross part rows and columns, from the top left") {
  const auto tables = find_ruled_tables({across(100, 50, 250), across(130, 50, 250), across(160, 50, 250),
                                         down(50, 100, 160), down(150, 100, 160), down(250, 100, 160)});
  REQUIRE(tables.size() == 1);
  CHECK(cells_of(tables[0]) == Strings{"0,0", "0,1", "1,0", "1,1"});
  CHECK(tables[0].cells[3].box.x0 == 150);
  CHECK(tables[0].cells[3].box.y0 == 130);
}

TEST_CASE("strokes cell by cell, double and not quite meeting, are the same table") {
  std::vector<RuledLine> lines;
  for (const double y : {100.0, 101.5, 130.0, 160.0}) {
    lines.push_back(across(y, 50, 149));
    lines.push_back(across(y, 151, 250));
  }
  for (const double x : {50.0, 150.0, 250.0}) {
    lines.push_back(down(x, 100, 129));
    lines.push_back(down(x, 131, 160));
  }
  const auto tables = find_ruled_tables(lines);
  REQUIRE(tables.size() == 1);
  CHECK(cells_of(tables[0]) == Strings{"0,0", "0,1", "1,0", "1,1"});
}

TEST_CASE("cells without a line between them are one") {
  // A heading over two columns, and a group's name over two rows.
  const auto tables = find_ruled_tables({across(100, 0, 300), across(120, 100, 300), across(140, 0, 300),
                                         across(160, 100, 300), across(180, 0, 300), down(0, 100, 180),
                                         down(100, 100, 180), down(200, 120, 180), down(300, 100, 180)});
  REQUIRE(tables.size() == 1);
  CHECK(cells_of(tables[0]) == Strings{"0,0+2x1", "0,1+1x2", "1,1", "1,2", "2,0+2x1", "2,1", "2,2", "3,1", "3,2"});
}

TEST_CASE("a table open at its sides has its outer columns") {
  const auto tables = find_ruled_tables(
      {across(100, 0, 300), across(130, 0, 300), across(160, 0, 300), down(100, 100, 160), down(200, 100, 160)});
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].columns == 3);
}

TEST_CASE("frames, lines under words and drawings are no tables") {
  CHECK(find_ruled_tables({}).empty());
  CHECK(find_ruled_tables({across(100, 0, 300), down(0, 100, 200), across(200, 0, 300), down(300, 100, 200)}).empty());
  CHECK(find_ruled_tables({across(100, 0, 90), across(140, 0, 90), across(180, 0, 90)}).empty());
  std::vector<RuledLine> drawing;
  for (int i = 0; i < 1500; ++i) {
    drawing.push_back(across(i * 5.0, 0, 9000));
    drawing.push_back(down(i * 5.0, 0, 9000));
  }
  CHECK(find_ruled_tables(drawing).empty());
}

TEST_CASE("two tables of a page are two, from the top") {
  std::vector<RuledLine> lines;
  for (const double top : {400.0, 100.0}) {
    for (const double y : {0.0, 20.0, 40.0}) lines.push_back(across(top + y, 0, 200));
    for (const double x : {0.0, 100.0, 200.0}) lines.push_back(down(x, top, top + 40));
  }
  const auto tables = find_ruled_tables(lines);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].box.y0 == 100);
}

std::string word_at(int x, int y, const std::string& word) {
  return "BT /F1 10 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + word + ") Tj ET\n";
}

// Three columns and three rows of 40 points from y 600 down, drawn as `line` says.
std::string wrapped_table(const std::string& lines) {
  return lines + word_at(60, 585, "Organisation") + word_at(200, 585, "Project") + word_at(400, 585, "USD") +
         word_at(60, 550, "World") + word_at(60, 535, "Vision") + word_at(200, 550, "Clean water for") +
         word_at(200, 535, "ten schools") + word_at(400, 542, "412.500") + word_at(60, 510, "Peace") +
         word_at(60, 495, "Trees") + word_at(200, 502, "Mines") + word_at(400, 502, "86.300");
}

std::string text_of(const std::string& content, int rotate = 0) {
  testing::TestPdf pdf;
  pdf.contents = {word_at(60, 700, "Above the table") + content + word_at(60, 400, "Below the table")};
  pdf.rotate = rotate;
  const auto document = read_pdf(pdf.bytes(), "test.pdf");
  REQUIRE(document.has_value());
  return document->pages.front().text;
}

const std::string kStrokes =
    "50 600 m 500 600 l S 50 560 m 500 560 l S 50 520 m 500 520 l S 50 480 m 500 480 l S\n"
    "50 480 m 50 600 l S 190 480 m 190 600 l S 390 480 m 390 600 l S 500 480 m 500 600 l S\n";
const std::string kRead =
    "Above the table\n\nOrganisation\tProject\tUSD\nWorld Vision\tClean water for ten schools\t412.500\n"
    "Peace Trees\tMines\t86.300\n\nBelow the table\n";

TEST_CASE("a cell of a ruled table is one stretch of the text with all its lines") {
  CHECK(text_of(wrapped_table(kStrokes)) == kRead);
}

TEST_CASE("lines drawn as bars, as frames of cells, and inside a moved drawing are lines too") {
  std::string bars;
  for (const int y : {480, 520, 560, 600}) bars += "50 " + std::to_string(y) + " 450 0.5 re f ";
  for (const int x : {50, 190, 390, 500}) bars += std::to_string(x) + " 480 0.5 120 re f\n";
  CHECK(text_of(wrapped_table(bars)) == kRead);
  std::string frames;
  for (const int y : {480, 520, 560}) {
    frames += "50 " + std::to_string(y) + " 140 40 re 190 " + std::to_string(y) + " 200 40 re 390 " +
              std::to_string(y) + " 110 40 re S\n";
  }
  CHECK(text_of(wrapped_table(frames)) == kRead);
  CHECK(text_of(wrapped_table("q 0.5 0 0 0.5 25 300 cm 50 600 m 950 600 l 50 520 m 950 520 l 50 440 m 950 440 l\n"
                              "50 360 m 950 360 l 50 360 m 50 600 l 330 360 m 330 600 l 730 360 m 730 600 l\n"
                              "950 360 m 950 600 l S Q\n")) == kRead);
}

TEST_CASE("each row of a ruled table is told as one, with its cells") {
  testing::TestPdf pdf;
  pdf.contents = {wrapped_table(kStrokes)};
  const auto document = read_pdf(pdf.bytes(), "test.pdf");
  REQUIRE(document.has_value());
  const Page& page = document->pages.front();
  REQUIRE(page.cells.size() == 9);
  CHECK(slice(page.text, page.cells[4].in_page) == "Clean water for ten schools");
  CHECK(page.cells[4].row == 1);
  CHECK(page.cells[0].header);
  CHECK_FALSE(page.cells[4].header);
  CHECK(page.hints.size() == 3);
}

TEST_CASE("the last rows of a table on a page of their own are no foot of a letter") {
  const std::string lines =
      "50 600 m 500 600 l S 50 560 m 500 560 l S 50 520 m 500 520 l S\n"
      "50 520 m 50 600 l S 190 520 m 190 600 l S 390 520 m 390 600 l S 500 520 m 500 600 l S\n";
  testing::TestPdf pdf;
  pdf.contents = {lines + word_at(60, 577, "Organisation") + word_at(200, 577, "Project") + word_at(400, 577, "Place") +
                  word_at(60, 537, "Plan") + word_at(400, 537, "Hanoi")};
  const auto document = read_pdf(pdf.bytes(), "test.pdf");
  REQUIRE(document.has_value());
  CHECK(document->pages.front().text == "Organisation\tProject\tPlace\nPlan\t\tHanoi\n");
}

TEST_CASE("a frame around prose is no table") {
  std::string prose;
  for (int line = 0; line < 8; ++line) prose += word_at(60, 590 - line * 12, "words of a text that runs on and on");
  const std::string text = text_of("50 480 450 120 re S 50 540 m 500 540 l S 250 480 m 250 600 l S\n" + prose);
  CHECK(text.find('\t') == std::string::npos);
}

}  // namespace
}  // namespace trichluc
