#include "pipeline/query/search/search_index.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <vector>

#include "pipeline/query/search/index_tables.h"
#include "pipeline/store/word_tokenizer.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;
using store::Database;
using store::DatabaseFault;
using store::OpenMode;

constexpr const char* kName = "index.sqlite";
constexpr const char* kNextName = "index.sqlite.new";
constexpr const char* kLockName = "index.lock";

// Changes of so many documents are made faster by building anew.
constexpr std::int64_t kFewDocuments = 100;

// The last change that somebody has seen, and whose it was.
struct Mark {
  std::int64_t change = 0, document = 0;
  friend bool operator==(const Mark&, const Mark&) = default;
};

std::int64_t one_number(Database& database, const std::string& sql) {
  auto row = database.prepare(sql);
  return row.step() ? row.integer(0) : 0;
}

Mark mark_of_archive(Database& archive) {
  Mark mark;
  auto row = archive.prepare("SELECT change, document FROM changes ORDER BY change DESC LIMIT 1");
  if (row.step()) mark = {row.integer(0), row.integer(1)};
  return mark;
}

Mark mark_of_index(Database& index) {
  return {one_number(index, "SELECT value FROM settings WHERE name = 'change'"),
          one_number(index, "SELECT value FROM settings WHERE name = 'document'")};
}

void set_mark(Database& index, const Mark& mark) {
  index.prepare("INSERT OR REPLACE INTO settings VALUES ('change', ?1), ('document', ?2)")
      .bind(mark.change)
      .bind(mark.document)
      .run();
}

// Was the index made from this archive, and from no later state of it than this?
bool precedes(const Mark& mark, Database& archive) {
  auto row = archive.prepare("SELECT document FROM changes WHERE change = ?1");
  row.bind(mark.change);
  const bool other = row.step() && row.integer(0) != mark.document;
  return !other && mark.change <= mark_of_archive(archive).change;
}

// What is read in one state, though somebody writes meanwhile.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database) : database_(database) { database_.execute("BEGIN"); }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;
  ~ReadTransaction() {
    try {
      database_.execute("ROLLBACK");
    } catch (const DatabaseFault&) {
      // It has ended by itself.
    }
  }

 private:
  Database& database_;
};

// One builder at a time; the others wait for it.
class BuildLock {
 public:
  explicit BuildLock(const fs::path& folder)
      : file_(::open((folder / kLockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_ < 0) throw DatabaseFault(store::FaultKind::kReadOnly, "its folder cannot be written to");
    while (::flock(file_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  BuildLock(const BuildLock&) = delete;
  BuildLock& operator=(const BuildLock&) = delete;
  ~BuildLock() { ::close(file_); }

 private:
  int file_;
};

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool good = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!good) throw DatabaseFault(store::FaultKind::kFull, "the index cannot be brought to the disk");
}

class Updater {
 public:
  Updater(Database& archive, const fs::path& folder, const text::PageMarkers& markers, const IndexProgress& progress)
      : archive_(archive), folder_(folder), markers_(markers), progress_(progress) {}

  IndexUpdate run(bool anew) {
    const ReadTransaction one_state(archive_);
    if (!anew && is_current()) return {};
    const BuildLock alone(folder_);
    if (!anew && is_current()) return {};  // another program has built it meanwhile
    return !anew && can_catch_up() ? catch_up() : build();
  }

 private:
  fs::path file() const { return folder_ / kName; }

  std::optional<Mark> known() const {
    if (!fs::exists(file())) return std::nullopt;
    const bool unchanging = ::access(folder_.c_str(), W_OK) != 0;
    Database index(file(), unchanging ? OpenMode::kReadUnchanging : OpenMode::kRead);
    return has_index_tables(index) ? std::optional(mark_of_index(index)) : std::nullopt;
  }

  bool is_current() const { return known() == mark_of_archive(archive_); }

  bool can_catch_up() const {
    const auto mark = known();
    if (!mark || !precedes(*mark, archive_)) return false;
    const std::int64_t behind = mark_of_archive(archive_).change - mark->change;
    Database index(file(), OpenMode::kRead);
    const std::int64_t pages = one_number(index, "SELECT count(*) FROM pages");
    const std::int64_t gone = one_number(index, "SELECT count(*) FROM pages WHERE document = 0");
    return gone * 4 <= pages && (behind <= kFewDocuments || behind * 4 <= pages);
  }

  IndexUpdate catch_up() {
    IndexUpdate update;
    Database index(file(), OpenMode::kWrite);
    store::Transaction transaction(index);
    IndexWriter writer(archive_, index, markers_);
    auto changed = archive_.prepare("SELECT document FROM changes WHERE change > ?1");
    changed.bind(mark_of_index(index).change);
    while (changed.step()) {
      writer.remove(changed.integer(0));
      writer.add(changed.integer(0));
      ++update.changed;
    }
    set_mark(index, mark_of_archive(archive_));
    transaction.commit();
    return update;
  }

  IndexUpdate build() {
    IndexUpdate update{0, true};
    const fs::path next = folder_ / kNextName;
    fs::remove(next);
    {
      Database index(next, OpenMode::kWrite);
      index.execute(
          "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");  // nobody sees it until it
                                                                                             // is whole
      store::Transaction transaction(index);
      create_index_tables(index);
      IndexWriter writer(archive_, index, markers_);
      const std::vector<std::int64_t> all = documents();
      for (const std::int64_t document : all) {
        writer.add(document);
        ++update.changed;
        if (progress_) progress_(update.changed, all.size());
      }
      index.execute("INSERT INTO texts (texts) VALUES ('optimize')");
      set_mark(index, mark_of_archive(archive_));
      transaction.commit();
    }
    sync(next);
    fs::remove(fs::path(file().string() + "-journal"));
    fs::rename(next, file());
    sync(folder_);
    return update;
  }

  std::vector<std::int64_t> documents() const {
    std::vector<std::int64_t> all;
    auto rows = archive_.prepare(
        "SELECT document FROM effective_documents WHERE state = 'done' ORDER BY published DESC, document");
    while (rows.step()) all.push_back(rows.integer(0));
    return all;
  }

  Database& archive_;
  const fs::path& folder_;
  const text::PageMarkers& markers_;
  const IndexProgress& progress_;
};

Error no_index(const fs::path& folder, const std::string& why) {
  return {ErrorCode::kFileAccess,
          {"the search index is not current and cannot be built (" + why +
               "); make room, or build it on a copy of the archive that can be written to: trichluc search ARCHIVE "
               "--rebuild",
           "chỉ mục tìm kiếm đã cũ mà không dựng được (" + why +
               "); hãy dọn chỗ trên đĩa, hoặc dựng nó ở một bản sao ghi được của kho: trichluc search KHO --rebuild"},
          (folder / kName).string()};
}

// A fault of the index is no fault of the archive; one of the archive would come again.
struct Attempt {
  IndexUpdate update;
  std::optional<DatabaseFault> fault;
};

}  // namespace

Result<IndexUpdate> update_index(store::Archive& archive, const text::PageMarkers& markers, bool rebuild,
                                 const IndexProgress& progress) {
  store::provide_word_tokenizer();
  Attempt attempt;
  const auto done = archive.read([&](Database& database) {
    for (const bool anew : {rebuild, true}) {
      try {
        attempt = {Updater(database, archive.folder(), markers, progress).run(anew), std::nullopt};
        return;
      } catch (const DatabaseFault& fault) {
        attempt.fault = fault;
      } catch (const fs::filesystem_error& error) {
        attempt.fault = DatabaseFault(store::FaultKind::kReadOnly, error.code().message());
      }
      if (attempt.fault->kind != store::FaultKind::kDamaged && attempt.fault->kind != store::FaultKind::kOther) return;
    }
  });
  if (!done) return tl::unexpected<Error>(done.error());
  if (attempt.fault) return tl::unexpected<Error>(no_index(archive.folder(), attempt.fault->what()));
  return attempt.update;
}

Result<store::Archive> open_for_search(const fs::path& folder) {
  store::provide_word_tokenizer();
  return store::Archive::open(folder, store::Access::kRead);
}

AttachedIndex::AttachedIndex(Database& database, const fs::path& archive_folder) : database_(database) {
  database.prepare("ATTACH DATABASE ?1 AS search").bind((archive_folder / kName).string()).run();
}

AttachedIndex::~AttachedIndex() {
  try {
    database_.execute("DETACH DATABASE search");
  } catch (const DatabaseFault&) {
    // A statement that failed may still hold it; the connection ends soon.
  }
}

}  // namespace trichluc
