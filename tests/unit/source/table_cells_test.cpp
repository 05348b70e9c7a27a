#include "pipeline/source/table/table_cells.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

namespace trichluc {
namespace {

// A cell as drawn: its words, and where it begins; letters are 5 points wide and lines 12 points high.
struct Drawn {
  double x;
  std::string text;
};

void draw_word(Page& page, const std::string& word, double x, double y) {
  const std::size_t begin = page.text.size();
  page.text += word;
  page.words.push_back({{begin, page.text.size()}, {x, y, x + 5.0 * static_cast<double>(word.size()), y + 12}, 1});
}

Page page_of(const std::vector<std::vector<Drawn>>& lines) {
  Page page;
  double y = 50;
  for (const auto& line : lines) {
    for (const Drawn& cell : line) {
      double x = cell.x;
      for (std::size_t at = 0; at < cell.text.size();) {
        const std::size_t end = std::min(cell.text.find(' ', at), cell.text.size());
        if (!page.text.empty() && page.text.back() != '\n') page.text += ' ';
        draw_word(page, cell.text.substr(at, end - at), x, y);
        x += 5.0 * static_cast<double>(end - at) + 4;
        at = end + 1;
      }
    }
    page.text += '\n';
    y += 16;
  }
  return page;
}

// Rows of cells with bars between, a header's in brackets.
std::vector<std::string> rows_of(const Page& page) {
  std::vector<std::string> rows;
  for (const TableCell& cell : find_table_cells(page)) {
    if (cell.column == 0) rows.emplace_back();
    if (cell.column > 0) rows.back() += "|";
    const std::string text(slice(page.text, cell.in_page));
    rows.back() += cell.header ? "[" + text + "]" : text;
    for (int c = 1; c < cell.column_span; ++c) rows.back() += "+";
  }
  return rows;
}

using Rows = std::vector<std::string>;

TEST_CASE("rows of figures under one head are a table with its empty cells") {
  const Page page = page_of({{{50, "Annex of the year"}},
                             {{50, "TT"}, {100, "Huyen"}, {250, "So du an"}, {350, "Gia tri"}},
                             {{50, "1"}, {100, "Dong Van"}, {250, "12"}, {350, "3.400"}},
                             {{50, "2"}, {100, "Meo Vac"}, {350, "850"}},
                             {{50, "3"}, {100, "Quan Ba"}, {250, "7"}, {350, "1.200"}}});
  CHECK(rows_of(page) ==
        Rows{"[TT]|[Huyen]|[So du an]|[Gia tri]", "1|Dong Van|12|3.400", "2|Meo Vac||850", "3|Quan Ba|7|1.200"});
}

TEST_CASE("what a cell goes on with is a row of its own, and text around the table is none of it") {
  const Page page = page_of({{{50, "Some words of a paragraph that runs over the whole width"}},
                             {{50, "Y te"}, {300, "14.320"}},
                             {{50, "Giao duc va dao tao"}, {300, "9.100"}},
                             {{50, "vung sau"}},
                             {{50, "Nuoc sach"}, {300, "700"}},
                             {{50, "More words of the next paragraph"}}});
  CHECK(rows_of(page) == Rows{"Y te|14.320", "Giao duc va dao tao|9.100", "vung sau|", "Nuoc sach|700"});
}

TEST_CASE("a cell over two columns says so") {
  std::vector<std::vector<Drawn>> lines = {{{50, "Tinh"}, {200, "Nam 2021 va nam 2022 cong lai"}}};
  for (int i = 0; i < 11; ++i) lines.push_back({{50, "Ha Giang"}, {200, "12"}, {300, "15"}});
  const Rows rows = rows_of(page_of(lines));
  REQUIRE(rows.size() == 12);
  CHECK(rows[0] == "[Tinh]|[Nam 2021 va nam 2022 cong lai]+");
  CHECK(rows[1] == "Ha Giang|12|15");
}

TEST_CASE("a heading printed close over two columns joins none of the rows below it") {
  const Page page = page_of({{{50, "TT | Huyen"}, {250, "So du an"}, {350, "Gia tri"}},
                             {{50, "1"}, {80, "Dong Van"}, {250, "12"}, {350, "3.400"}},
                             {{50, "2"}, {80, "Meo Vac"}, {250, "4"}, {350, "850"}},
                             {{80, "Tong cong"}, {250, "16"}, {350, "4.250"}}});
  CHECK(rows_of(page) ==
        Rows{"[TT | Huyen]+|[So du an]|[Gia tri]", "1|Dong Van|12|3.400", "2|Meo Vac|4|850", "|Tong cong|16|4.250"});
}

TEST_CASE("a blank between two cells becomes a tab, and the others stay") {
  Page page = page_of({{{50, "Y te co so"}, {300, "14.320"}},
                       {{50, "Giao duc"}, {300, "9.100"}},
                       {{50, "Nuoc sach"}, {300, "700"}},
                       {{50, "Words of the next paragraph"}}});
  const std::size_t length = page.text.size();
  put_table_cells(page);
  CHECK(page.text.size() == length);
  CHECK(page.text == "Y te co so\t14.320\nGiao duc\t9.100\nNuoc sach\t700\nWords of the next paragraph\n");
}

TEST_CASE("two columns of prose, a letter's head and two lines are no table") {
  const std::string prose = "words that fill the column to its end and go on";
  CHECK(rows_of(page_of({{{50, prose}, {330, prose}}, {{50, prose}, {330, prose}}, {{50, prose}, {330, prose}}}))
            .empty());
  CHECK(rows_of(page_of({{{50, "UBND TINH"}, {300, "CONG HOA XA HOI"}},
                         {{50, "SO NGOAI VU"}, {300, "Doc lap - Tu do"}},
                         {{50, "So: 18/BC"}, {300, "Ha Giang, ngay 5"}}}))
            .empty());
  CHECK(rows_of(page_of({{{50, "Y te"}, {300, "14"}}, {{50, "Giao duc"}, {300, "9"}}})).empty());
  CHECK(rows_of(Page{}).empty());
}

}  // namespace
}  // namespace trichluc
