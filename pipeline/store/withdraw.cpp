#include "pipeline/store/withdraw.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "pipeline/store/facts.h"
#include "pipeline/store/originals.h"

namespace trichluc::store {
namespace {

struct Found {
  std::int64_t row = 0;
  std::string id;
};

std::vector<Found> find(Database& database, const std::string& named) {
  constexpr std::size_t kLeast = 8;
  const std::string id = named.starts_with("sha256:") ? named : "sha256:" + named;
  const bool long_enough = id.size() >= kLeast + std::string("sha256:").size();
  Statement row = database.prepare(
      "SELECT document, id FROM documents WHERE (?1 AND substr(id, 1, length(?2)) = ?2) OR document IN "
      "(SELECT document FROM paths WHERE path = ?3 OR path = ?4)");
  row.bind(long_enough ? 1 : 0).bind(id).bind(named);
  row.bind(std::filesystem::absolute(named).lexically_normal().string());
  std::vector<Found> found;
  while (row.step()) found.push_back({row.integer(0), row.text(1)});
  return found;
}

void take_out(Database& database, const Found& document, const std::string& why) {
  delete_facts(database, document.row);
  for (const char* table : {"pages", "groups", "signatures", "metadata", "failures"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?").bind(document.row).run();
  }
  database
      .prepare(
          "UPDATE documents SET state = 'withdrawn', title = '', publisher = '', author = '', published = '', "
          "record = '', facts_fingerprint = '' WHERE document = ?")
      .bind(document.row)
      .run();
  database
      .prepare(
          "INSERT OR REPLACE INTO withdrawals (id, why, \"at\") VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', "
          "'now'))")
      .bind(document.id)
      .bind(why)
      .run();
}

}  // namespace

Result<bool> is_withdrawn(Archive& archive, const std::string& id) {
  bool withdrawn = false;
  const auto read = archive.read([&](Database& database) {
    withdrawn = database.prepare("SELECT 1 FROM withdrawals WHERE id = ?").bind(id).step();
  });
  if (!read) return tl::unexpected(read.error());
  return withdrawn;
}

Result<std::string> withdraw(Archive& archive, const std::string& named, const std::string& why) {
  std::vector<Found> found;
  const auto written = archive.write([&](Database& database) {
    found = find(database, named);
    if (found.size() == 1) take_out(database, found.front(), why);
  });
  if (!written) return tl::unexpected(written.error());
  if (found.size() != 1) {
    return fail(
        ErrorCode::kBadArguments,
        {found.empty() ? "no document has this id or path; give 8 digits of its id at least, or its path"
                       : "several documents have ids that begin so; give more digits",
         found.empty() ? "không tài liệu nào có mã hay đường dẫn này; hãy ghi ít nhất 8 chữ số của mã, hoặc đường "
                         "dẫn"
                       : "nhiều tài liệu có mã bắt đầu như vậy; hãy ghi thêm chữ số"},
        named);
  }
  // Only after the trace is on the disk; an original left by a kill in between is named by verify.
  std::error_code error;
  std::filesystem::remove(archive.folder() / original_name(found.front().id), error);
  return found.front().id;
}

}  // namespace trichluc::store
