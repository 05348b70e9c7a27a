#include "extractors/table/table_years.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace trichluc {
namespace {

constexpr std::size_t kFewestYears = 2;

// "2004", "Năm 2004", "Sơ bộ 2005", "Thực hiện năm 2004": the year's own token. "Kế hoạch 2006" is still to come.
std::optional<Cell> year_of(const Reading& reading, const Cell& cell) {
  if (cell.empty()) return std::nullopt;
  const Cell last{cell.last - 1, cell.last};
  if (!is_year(reading, last)) return std::nullopt;
  std::size_t first = cell.first;
  for (const std::string_view word : {"sơ", "bộ", "thực", "hiện", "năm"}) {
    if (reading.is(first, word)) ++first;
  }
  return first == last.first ? std::optional(last) : std::nullopt;
}

// An ordinal's column stands before the names: "TT | Chỉ tiêu | 2001".
std::optional<std::size_t> first_year_in(const Reading& reading, const TableRow& head) {
  for (std::size_t c = 0; c < head.cells.size(); ++c) {
    if (year_of(reading, head.cells[c])) return c;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Table> turned_by_years(const Reading& reading, const Table& table) {
  if (table.heads.empty()) return std::nullopt;
  const TableRow& head = table.heads.back();
  const auto first = first_year_in(reading, head);
  if (!first || *first == 0 || head.cells.size() < *first + kFewestYears) return std::nullopt;
  Table turned;
  turned.titles = table.titles;
  TableRow names;
  names.paragraph = head.paragraph;
  names.cells.push_back({});
  for (std::size_t c = *first; c < head.cells.size(); ++c) {
    const auto year = year_of(reading, head.cells[c]);
    if (!year) return std::nullopt;
    turned.rows.push_back({{*year}, head.paragraph, false});
  }
  for (const TableRow& row : table.rows) {
    if (row.cells.size() != head.cells.size()) return std::nullopt;
    names.cells.push_back(row.cells[*first - 1]);
    for (std::size_t c = *first; c < row.cells.size(); ++c) turned.rows[c - *first].cells.push_back(row.cells[c]);
  }
  turned.heads.push_back(std::move(names));
  return turned;
}

}  // namespace trichluc
