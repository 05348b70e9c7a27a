#include "pipeline/store/runs.h"

namespace trichluc::store {

Result<std::int64_t> begin_run(Archive& archive, const std::string& command, const std::string& version) {
  std::int64_t run = 0;
  const auto written = archive.write([&](Database& database) {
    database
        .prepare("INSERT INTO runs (command, version, started) VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
        .bind(command)
        .bind(version)
        .run();
    run = database.last_row();
  });
  if (!written) return tl::unexpected(written.error());
  return run;
}

Result<void> end_run(Archive& archive, std::int64_t run) {
  return archive.write([&](Database& database) {
    database.prepare("UPDATE runs SET ended = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE run = ?").bind(run).run();
  });
}

}  // namespace trichluc::store
