#include "pipeline/store/paths.h"

#include <sys/stat.h>

namespace trichluc::store {

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return FileStamp{status.st_size, status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec,
                   static_cast<std::int64_t>(status.st_ino)};
}

Result<bool> is_unchanged(Archive& archive, const std::string& path, const FileStamp& stamp) {
  bool unchanged = false;
  const auto asked = archive.read([&](Database& database) {
    Statement statement = database.prepare(
        "SELECT 1 FROM paths WHERE path = ?1 AND complete = 1 AND size = ?2 AND mtime_ns = ?3 AND inode = ?4 AND "
        "NOT EXISTS (SELECT 1 FROM paths AS p JOIN documents AS d USING (document) "
        "WHERE (p.path = ?1 OR p.container = ?1) AND d.state = 'reading')");
    unchanged = statement.bind(path).bind(stamp.size).bind(stamp.mtime_ns).bind(stamp.inode).step();
  });
  if (!asked) return tl::unexpected(asked.error());
  return unchanged;
}

Result<void> begin_path(Archive& archive, const std::string& path) {
  return archive.write([&](Database& database) {
    database.prepare("DELETE FROM failures WHERE path = ?1 OR path IN (SELECT path FROM paths WHERE container = ?1)")
        .bind(path)
        .run();
    database.prepare("DELETE FROM failures WHERE page = 0 AND substr(path, 1, length(?1) + 1) = ?1 || '/'")
        .bind(path)
        .run();
    database.prepare("DELETE FROM paths WHERE container = ?").bind(path).run();
    database
        .prepare(
            "INSERT INTO paths (path, complete) VALUES (?, 0) ON CONFLICT (path) DO UPDATE SET complete = 0, document "
            "= NULL")
        .bind(path)
        .run();
  });
}

Result<void> complete_path(Archive& archive, const std::string& path, const std::optional<FileStamp>& stamp) {
  return archive.write([&](Database& database) {
    Statement statement =
        database.prepare("UPDATE paths SET complete = 1, size = ?, mtime_ns = ?, inode = ? WHERE path = ?");
    if (stamp) {
      statement.bind(stamp->size).bind(stamp->mtime_ns).bind(stamp->inode);
    } else {
      statement.bind_null().bind_null().bind_null();
    }
    statement.bind(path).run();
  });
}

}  // namespace trichluc::store
