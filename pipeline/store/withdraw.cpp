#include "pipeline/store/withdraw.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "pipeline/store/documents.h"
#include "pipeline/store/facts.h"
#include "pipeline/store/groups.h"
#include "pipeline/store/originals.h"

namespace trichluc::store {
namespace {

void take_out(Database& database, const FoundDocument& document, const std::string& why) {
  delete_facts(database, document.row);
  delete_sketch(database, document.row);
  for (const char* table : {"pages", "metadata", "failures"}) {
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
  std::vector<FoundDocument> found;
  const auto written = archive.write([&](Database& database) {
    found = find_documents(database, named);
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
