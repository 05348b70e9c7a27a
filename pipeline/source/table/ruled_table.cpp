#include "pipeline/source/table/ruled_table.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "pipeline/base/disjoint_sets.h"

namespace trichluc {
namespace {

constexpr double kNear = 2;               // points: double lines, and ends that do not quite meet
constexpr double kOpenSide = 5;           // points that lines reach beyond the last one across them
constexpr std::size_t kMostLines = 2000;  // of one page, once they are joined
constexpr std::size_t kMostCells = 5000;  // of one table

// Lines at one place that overlap or nearly meet become one, the strokes of a double line too.
std::vector<RuledLine> joined(std::vector<RuledLine> lines, bool across) {
  std::erase_if(lines, [&](const RuledLine& line) { return line.across != across; });
  std::sort(lines.begin(), lines.end(), [](const RuledLine& a, const RuledLine& b) { return a.at < b.at; });
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].at - lines[i - 1].at <= kNear) lines[i].at = lines[i - 1].at;
  }
  std::sort(lines.begin(), lines.end(),
            [](const RuledLine& a, const RuledLine& b) { return std::pair(a.at, a.from) < std::pair(b.at, b.from); });
  std::vector<RuledLine> out;
  for (const RuledLine& line : lines) {
    const bool goes_on = !out.empty() && out.back().at == line.at && line.from <= out.back().to + kNear;
    if (goes_on) {
      out.back().to = std::max(out.back().to, line.to);
    } else {
      out.push_back(line);
    }
  }
  return out;
}

bool meet(const RuledLine& across, const RuledLine& down) {
  return across.from - kNear <= down.at && down.at <= across.to + kNear && down.from - kNear <= across.at &&
         across.at <= down.to + kNear;
}

struct Lines {
  std::vector<RuledLine> across;
  std::vector<RuledLine> down;
};

// The lines of a page in parts that hang together.
std::vector<Lines> parts_of(const Lines& lines) {
  const std::size_t levels = lines.across.size();
  DisjointSets groups(levels + lines.down.size());
  for (std::size_t a = 0; a < levels; ++a) {
    for (std::size_t d = 0; d < lines.down.size(); ++d) {
      if (meet(lines.across[a], lines.down[d])) groups.join(a, levels + d);
    }
  }
  std::map<std::size_t, Lines> parts;
  for (std::size_t a = 0; a < levels; ++a) parts[groups.root(a)].across.push_back(lines.across[a]);
  for (std::size_t d = 0; d < lines.down.size(); ++d) parts[groups.root(levels + d)].down.push_back(lines.down[d]);
  std::vector<Lines> out;
  for (auto& [group, part] : parts) out.push_back(std::move(part));
  return out;
}

// Where the lines stand, ascending, with the ends of those across them where no line closes that side.
std::vector<double> edges_of(const std::vector<RuledLine>& lines, const std::vector<RuledLine>& crossing) {
  std::vector<double> edges;
  for (const RuledLine& line : lines) edges.push_back(line.at);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  if (edges.empty() || crossing.empty()) return edges;
  double first = crossing.front().from, last = crossing.front().to;
  for (const RuledLine& line : crossing) {
    first = std::min(first, line.from);
    last = std::max(last, line.to);
  }
  if (first < edges.front() - kOpenSide) edges.insert(edges.begin(), first);
  if (last > edges.back() + kOpenSide) edges.push_back(last);
  return edges;
}

class Grid {
 public:
  explicit Grid(const Lines& lines)
      : lines_(lines), xs_(edges_of(lines.down, lines.across)), ys_(edges_of(lines.across, lines.down)) {}

  bool is_table() const {
    return xs_.size() >= 3 && ys_.size() >= 3 && (xs_.size() - 1) * (ys_.size() - 1) <= kMostCells;
  }

  RuledTable table() const {
    RuledTable table;
    table.box = {xs_.front(), ys_.front(), xs_.back(), ys_.back()};
    table.rows = static_cast<int>(ys_.size() - 1);
    table.columns = static_cast<int>(xs_.size() - 1);
    std::map<std::size_t, std::vector<std::size_t>> fields;
    DisjointSets groups = open_fields();
    for (std::size_t f = 0; f < columns() * rows(); ++f) fields[groups.root(f)].push_back(f);
    for (const auto& [group, members] : fields) add_cells(members, table);
    std::sort(table.cells.begin(), table.cells.end(), [](const RuledCell& a, const RuledCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    return table;
  }

 private:
  std::size_t columns() const { return xs_.size() - 1; }
  std::size_t rows() const { return ys_.size() - 1; }

  static bool stands(const std::vector<RuledLine>& lines, double at, double from, double to) {
    const double middle = (from + to) / 2;
    return std::any_of(lines.begin(), lines.end(), [&](const RuledLine& line) {
      return line.at == at && line.from <= middle && middle <= line.to;
    });
  }

  // Fields of the finest grid, those joined that no line parts.
  DisjointSets open_fields() const {
    DisjointSets groups(columns() * rows());
    for (std::size_t r = 0; r < rows(); ++r) {
      for (std::size_t c = 0; c < columns(); ++c) {
        const std::size_t field = r * columns() + c;
        const bool right = c + 1 < columns() && !stands(lines_.down, xs_[c + 1], ys_[r], ys_[r + 1]);
        const bool below = r + 1 < rows() && !stands(lines_.across, ys_[r + 1], xs_[c], xs_[c + 1]);
        if (right) groups.join(field, field + 1);
        if (below) groups.join(field, field + columns());
      }
    }
    return groups;
  }

  void add_cells(const std::vector<std::size_t>& fields, RuledTable& table) const {
    std::size_t left = columns(), right = 0, top = rows(), bottom = 0;
    for (const std::size_t field : fields) {
      left = std::min(left, field % columns());
      right = std::max(right, field % columns() + 1);
      top = std::min(top, field / columns());
      bottom = std::max(bottom, field / columns() + 1);
    }
    if ((right - left) * (bottom - top) == fields.size()) {
      table.cells.push_back(cell(left, right, top, bottom));
      return;
    }
    // No rectangle: a line that is missing somewhere. Each field for itself.
    for (const std::size_t field : fields) {
      const std::size_t c = field % columns(), r = field / columns();
      table.cells.push_back(cell(c, c + 1, r, r + 1));
    }
  }

  RuledCell cell(std::size_t left, std::size_t right, std::size_t top, std::size_t bottom) const {
    return {{xs_[left], ys_[top], xs_[right], ys_[bottom]},
            static_cast<int>(top),
            static_cast<int>(left),
            static_cast<int>(bottom - top),
            static_cast<int>(right - left)};
  }

  const Lines& lines_;
  std::vector<double> xs_;
  std::vector<double> ys_;
};

}  // namespace

std::vector<RuledTable> find_ruled_tables(const std::vector<RuledLine>& lines) {
  const Lines all{joined(lines, true), joined(lines, false)};
  std::vector<RuledTable> tables;
  if (all.across.size() + all.down.size() > kMostLines) return tables;
  for (const Lines& part : parts_of(all)) {
    const Grid grid(part);
    if (grid.is_table()) tables.push_back(grid.table());
  }
  std::sort(tables.begin(), tables.end(), [](const RuledTable& a, const RuledTable& b) { return a.box.y0 < b.box.y0; });
  return tables;
}

}  // namespace trichluc
