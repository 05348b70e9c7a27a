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

Result<void> end_run(Archive& archive, std::int64_t run, const RunWork& work) {
  return archive.write([&](Database& database) {
    database
        .prepare(
            "UPDATE runs SET ended = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), text_pages = ?, text_seconds = ?, "
            "recognised_pages = ?, recognised_seconds = ? WHERE run = ?")
        .bind(work.text.pages)
        .bind(work.text.seconds)
        .bind(work.recognised.pages)
        .bind(work.recognised.seconds)
        .bind(run)
        .run();
  });
}

namespace {

constexpr std::int64_t kEnough = 20;

void measure(std::int64_t pages, double seconds, double bytes, PageCost& cost) {
  if (pages < kEnough) return;
  cost = {seconds / static_cast<double>(pages), bytes, true};
}

// What is kept of a page, with a third more for its facts and for what SQLite adds.
double bytes_of_page(Database& database, const char* origins) {
  Statement row = database.prepare(
      "SELECT 1.33 * avg(length(CAST(text AS BLOB)) + length(words) + length(layout)) FROM pages WHERE origin IN (" +
      std::string(origins) + ")");
  return row.step() ? row.real(0) : 0;
}

}  // namespace

Result<PageCosts> page_costs(Archive& archive) {
  PageCosts costs;
  const auto read = archive.read([&](Database& database) {
    Statement row = database.prepare(
        "SELECT sum(text_pages), sum(text_seconds), sum(recognised_pages), sum(recognised_seconds) FROM runs");
    if (!row.step()) return;
    measure(row.integer(0), row.real(1), bytes_of_page(database, "'plain', 'embedded'"), costs.text);
    measure(row.integer(2), row.real(3), bytes_of_page(database, "'ocr', 'mixed'"), costs.recognised);
  });
  if (!read) return tl::unexpected(read.error());
  return costs;
}

}  // namespace trichluc::store
