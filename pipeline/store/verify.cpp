#include "pipeline/store/verify.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "pipeline/base/utf8.h"
#include "pipeline/source/hash.h"

namespace trichluc::store {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void check_database(Database& database, Verification& result) {
  Statement row = database.prepare("PRAGMA integrity_check");
  while (row.step()) {
    const std::string told = row.text(0);
    if (told != "ok") result.faults.push_back({"archive.sqlite", {"database: " + told, "cơ sở dữ liệu: " + told}});
  }
  Statement orphan = database.prepare("PRAGMA foreign_key_check");
  while (orphan.step()) {
    const std::string table = orphan.text(0);
    result.faults.push_back(
        {"archive.sqlite",
         {"a row of " + table + " belongs to nothing", "một dòng của " + table + " không thuộc về gì"}});
  }
}

void check_originals(Database& database, const fs::path& folder, Verification& result) {
  std::set<std::string> known;
  Statement row = database.prepare("SELECT id, original FROM documents WHERE state <> 'withdrawn' ORDER BY id");
  while (row.step()) {
    const std::string id = row.text(0);
    const std::string name = row.text(1);
    known.insert(name);
    ++result.originals;
    const auto bytes = bytes_of(folder / name);
    if (!bytes) {
      result.faults.push_back({name, {"the original is missing", "thiếu bản gốc"}});
    } else if ("sha256:" + sha256_hex(*bytes) != id) {
      result.faults.push_back(
          {name, {"the original is not the file that was read", "bản gốc không còn là tệp đã đọc"}});
    }
  }
  std::error_code error;
  for (fs::recursive_directory_iterator file(folder / "originals", error);
       !error && file != fs::recursive_directory_iterator(); file.increment(error)) {
    const std::string name = fs::relative(file->path(), folder, error).generic_string();
    if (!file->is_regular_file(error) || known.contains(name)) continue;
    result.faults.push_back({name, {"a file that no document names", "tệp không thuộc tài liệu nào"}});
  }
}

// The bytes of code points [start, end) of a text.
std::string code_points(const std::string& text, std::int64_t start, std::int64_t end) {
  std::string slice;
  std::int64_t at = -1;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
    if (at >= start && at < end) slice += c;
  }
  return slice;
}

void check_quotes(Database& database, Verification& result) {
  Statement row = database.prepare(
      "SELECT f.id, e.page, e.\"start\", e.\"end\", e.quote, p.text FROM evidence AS e JOIN facts AS f USING (fact) "
      "LEFT JOIN pages AS p ON p.document = e.document AND p.number = e.page ORDER BY f.fact, e.ordinal");
  while (row.step()) {
    ++result.quotes;
    if (!row.is_null(5) && code_points(row.text(5), row.integer(2), row.integer(3)) == row.text(4)) continue;
    const std::string page = std::to_string(row.integer(1));
    result.faults.push_back({row.text(0),
                             {"the quote does not stand on page " + page + " where the fact says",
                              "trích dẫn không có ở trang " + page + " như bản ghi nói"}});
  }
}

void check_pages(Database& database, Verification& result) {
  Statement row = database.prepare(
      "SELECT id, page_count, (SELECT count(*) FROM pages AS p WHERE p.document = d.document) AS stored "
      "FROM documents AS d WHERE state = 'done' AND stored <> page_count");
  while (row.step()) {
    const std::string stored = std::to_string(row.integer(2));
    const std::string all = std::to_string(row.integer(1));
    result.faults.push_back(
        {row.text(0), {"has " + stored + " of " + all + " pages", "có " + stored + " trong " + all + " trang"}});
  }
  Statement alone = database.prepare(
      "SELECT f.id FROM facts AS f WHERE NOT EXISTS (SELECT 1 FROM evidence AS e WHERE e.fact = f.fact)");
  while (alone.step()) {
    result.faults.push_back({alone.text(0), {"a fact without evidence", "bản ghi không có dẫn chứng"}});
  }
}

void check_sources(Database& database, Verification& result) {
  Statement row = database.prepare(
      "SELECT p.path, d.id FROM paths AS p JOIN documents AS d USING (document) WHERE p.container IS NULL AND "
      "d.state <> 'withdrawn' ORDER BY p.path");
  while (row.step()) {
    ++result.sources;
    const auto bytes = bytes_of(row.text(0));
    if (!bytes) {
      result.changed.push_back({row.text(0), {"is gone or cannot be read", "không còn hoặc không đọc được"}});
    } else if ("sha256:" + sha256_hex(*bytes) != row.text(1)) {
      result.changed.push_back(
          {row.text(0),
           {"has changed since it was read; ingest it again", "đã thay đổi từ khi được đọc; hãy nạp lại"}});
    }
  }
}

}  // namespace

Result<Verification> verify(Archive& archive, bool sources) {
  Verification result;
  const auto read = archive.read([&](Database& database) {
    check_database(database, result);
    check_originals(database, archive.folder(), result);
    check_pages(database, result);
    check_quotes(database, result);
    if (sources) check_sources(database, result);
  });
  if (!read) return tl::unexpected(read.error());
  return result;
}

}  // namespace trichluc::store
