// The history of corrections as it is shown.
#include <algorithm>

#include "pipeline/store/corrections/corrections.h"
#include "pipeline/store/corrections/settle.h"

namespace trichluc::store {
namespace {

void add_fields(Database& database, HistoryLine& line) {
  Statement row =
      database.prepare("SELECT field, stored, value FROM correction_fields WHERE correction = ? ORDER BY field");
  row.bind(line.correction);
  while (row.step()) {
    // Of a confirmation all fields are kept; what it changed nothing in is not told.
    if (line.action == "confirm" && row.text(1) == row.text(2)) continue;
    line.fields.push_back({row.text(0), row.text(1), row.text(2)});
  }
}

void add_anchors(Database& database, bool is_lost, HistoryLine& line) {
  Statement row = database.prepare(
      "SELECT a.type, CASE WHEN a.type = 'name' THEN a.root ELSE a.quote END, a.page, coalesce(f.id, ''), n.correction "
      "IS NULL FROM anchors AS a LEFT JOIN anchored AS n USING (correction, ordinal) LEFT JOIN facts AS f USING (fact) "
      "WHERE a.correction = ? ORDER BY a.ordinal");
  row.bind(line.correction);
  while (row.step()) {
    const bool gone = is_lost && row.text(0) != "name" && row.integer(4) != 0;
    line.anchors.push_back({row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.text(3), gone});
  }
  // The document itself is gone.
  if (is_lost && line.anchors.empty()) line.anchors.push_back({"document", line.source, 0, "", true});
}

}  // namespace

bool HistoryLine::lost() const {
  return std::any_of(anchors.begin(), anchors.end(), [](const Anchor& anchor) { return anchor.lost; });
}

std::string HistoryLine::state() const {
  if (action == "undo") return "undo";
  if (undone_by != 0) return "undone";
  return lost() ? "lost" : "in force";
}

Result<std::vector<HistoryLine>> correction_history(Archive& archive, bool lost_only) {
  std::vector<HistoryLine> lines;
  const auto read = archive.read([&](Database& database) {
    const std::set<std::int64_t> lost = lost_corrections(database);
    Statement row = database.prepare(
        "SELECT c.correction, c.action, c.document, coalesce(d.source, ''), c.\"by\", c.why, c.\"at\", "
        "coalesce(c.undoes, 0), coalesce(u.correction, 0) FROM corrections AS c LEFT JOIN documents AS d ON d.id = "
        "c.document LEFT JOIN corrections AS u ON u.undoes = c.correction ORDER BY c.correction");
    while (row.step()) {
      HistoryLine line{row.integer(0), row.text(1), row.text(2), row.text(3),    row.text(4),   row.text(5),
                       row.text(6),    {},          {},          row.integer(7), row.integer(8)};
      const bool is_lost = lost.contains(line.correction);
      if (lost_only && !is_lost) continue;
      add_fields(database, line);
      add_anchors(database, is_lost, line);
      lines.push_back(std::move(line));
    }
  });
  if (!read) return tl::unexpected(read.error());
  return lines;
}

}  // namespace trichluc::store
