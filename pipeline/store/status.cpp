#include "pipeline/store/status.h"

#include "pipeline/store/corrections/settle.h"
#include "pipeline/store/stale.h"

namespace trichluc::store {
namespace {

Counts count_by(Database& database, const std::string& sql) {
  Counts counts;
  Statement row = database.prepare(sql);
  while (row.step()) counts[row.text(0)] = row.integer(1);
  return counts;
}

std::int64_t number(Database& database, const std::string& sql) {
  Statement row = database.prepare(sql);
  return row.step() ? row.integer(0) : 0;
}

}  // namespace

Result<Status> status_of(Archive& archive, const Fingerprints& now) {
  Status status;
  const auto read = archive.read([&](Database& database) {
    status.paths = number(database, "SELECT count(*) FROM paths WHERE document IS NOT NULL");
    status.containers = number(database, "SELECT count(DISTINCT container) FROM paths WHERE container IS NOT NULL");
    status.bytes = number(database, "SELECT coalesce(sum(bytes), 0) FROM documents WHERE state <> 'withdrawn'");
    status.documents = count_by(database, "SELECT state, count(*) FROM documents GROUP BY state");
    status.pages = count_by(database, "SELECT origin, count(*) FROM pages GROUP BY origin");
    const std::int64_t waiting =
        number(database,
               "SELECT coalesce(sum(page_count - (SELECT count(*) FROM pages AS p WHERE p.document = d.document)), 0) "
               "FROM documents AS d WHERE state = 'reading'");
    if (waiting > 0) status.pages["waiting"] = waiting;
    status.facts = count_by(database, "SELECT type, count(*) FROM facts GROUP BY type");
    status.failures = count_by(database, "SELECT stage, count(*) FROM failures GROUP BY stage");
    const auto lost = static_cast<std::int64_t>(lost_corrections(database).size());
    status.corrections =
        count_by(database,
                 "SELECT CASE WHEN correction IN (SELECT correction FROM corrections_in_force) THEN "
                 "'in_force' ELSE 'undone' END, count(*) FROM corrections WHERE action <> 'undo' GROUP BY "
                 "1");
    if (lost > 0) {
      status.corrections["in_force"] -= lost;
      status.corrections["lost"] = lost;
    }
    status.groups = number(database, "SELECT count(DISTINCT leader) FROM groups");
    status.grouped = number(database, "SELECT count(*) FROM groups");
    status.described = number(database, "SELECT count(DISTINCT document) FROM metadata");
    status.stale_pages = static_cast<std::int64_t>(stale_documents(database, now, Stage::kPages).size());
    status.stale_facts = static_cast<std::int64_t>(stale_documents(database, now, Stage::kFacts).size());
  });
  if (!read) return tl::unexpected(read.error());
  return status;
}

}  // namespace trichluc::store
