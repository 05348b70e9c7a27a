#include "pipeline/source/pdf/two_columns.h"

#include <algorithm>
#include <cmath>

namespace trichluc {

namespace {

constexpr std::size_t kLongestHead = 10;  // rows; more are a page in columns or a table
constexpr std::size_t kLongestFoot = 16;

// A title, which ends the head.
bool is_centred(const Extent& extent, double page_width) {
  return extent.x0 < 0.5 * page_width && extent.x1 > 0.5 * page_width &&
         std::abs(extent.x0 + extent.x1 - page_width) < 0.1 * page_width;
}

// Grows the run of rows from `begin` as long as one straight gap parts them.
TwoColumns run_from(const std::vector<Row>& rows, std::size_t begin, double page_width) {
  double left_edge = 0, right_edge = page_width;
  std::size_t pairs = 0, end = begin;
  for (; end < rows.size(); ++end) {
    const Row& row = rows[end];
    if (row.empty() || row.size() > 2 || (row.size() == 1 && is_centred(row[0], page_width))) break;
    const bool pair = row.size() == 2;
    const bool left_only = !pair && row[0].x1 < 0.5 * page_width && (pairs == 0 || row[0].x1 < right_edge);
    const bool right_only = !pair && row[0].x0 > 0.4 * page_width && (pairs == 0 || row[0].x0 > left_edge);
    if (!pair && !left_only && !right_only) break;
    if (pair && row[1].x0 < 0.33 * page_width) break;
    const double left = right_only ? left_edge : std::max(left_edge, row[0].x1);
    const double right = left_only ? right_edge : std::min(right_edge, row[pair ? 1 : 0].x0);
    if (left >= right) break;
    left_edge = left;
    right_edge = right;
    if (pair) ++pairs;
  }
  if (pairs == 0 || end - begin < 2) return {};
  return {begin, end, (left_edge + right_edge) / 2};
}

bool has_digit_right(const std::vector<Row>& rows, const TwoColumns& columns) {
  for (std::size_t i = columns.begin; i < columns.end; ++i) {
    for (const Extent& extent : rows[i]) {
      if (extent.x0 > columns.part && extent.has_digit) return true;
    }
  }
  return false;
}

}  // namespace

TwoColumns find_head(const std::vector<Row>& rows, double page_width) {
  // The page number or a stamp of the post may stand above the head.
  for (std::size_t begin = 0; begin < std::min<std::size_t>(rows.size(), 3); ++begin) {
    const TwoColumns found = run_from(rows, begin, page_width);
    if (found.end > found.begin) return found.end - found.begin <= kLongestHead ? found : TwoColumns{};
  }
  return {};
}

TwoColumns find_foot(const std::vector<Row>& rows, std::size_t from, double page_width) {
  const std::size_t first = rows.size() > kLongestFoot ? rows.size() - kLongestFoot : 0;
  for (std::size_t begin = std::max(from, first); begin < rows.size(); ++begin) {
    if (rows[begin].size() != 2) continue;
    const TwoColumns found = run_from(rows, begin, page_width);
    // A page number may follow.
    if (found.end > found.begin && found.end + 1 >= rows.size() && !has_digit_right(rows, found)) return found;
  }
  return {};
}

}  // namespace trichluc
