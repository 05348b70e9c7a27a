#include "pipeline/store/archive.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <system_error>
#include <utility>

#include "pipeline/store/migrations.h"
#include "pipeline/store/schema.h"

namespace trichluc::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabaseName = "archive.sqlite";
constexpr const char* kLockName = "archive.lock";

Error fault_error(const DatabaseFault& fault, const fs::path& folder) {
  const std::string why = fault.what();
  const std::string where = (folder / kDatabaseName).string();
  switch (fault.kind) {
    case FaultKind::kFull:
      return {ErrorCode::kFileAccess,
              {"the archive cannot be written (" + why +
                   "); make room on the disk and run it again: it goes on where it "
                   "stopped",
               "không ghi được vào kho (" + why +
                   "); hãy dọn chỗ trên đĩa rồi chạy lại: chương trình làm tiếp từ chỗ "
                   "dừng"},
              where};
    case FaultKind::kReadOnly:
      return {ErrorCode::kFileAccess,
              {"the archive cannot be opened or written (" + why +
                   "); check its permissions and whether the disk is "
                   "read-only",
               "không mở hoặc không ghi được kho (" + why + "); hãy kiểm tra quyền và xem đĩa có chỉ cho đọc không"},
              where};
    case FaultKind::kBusy:
      return {ErrorCode::kFileAccess,
              {"the archive is in use (" + why + "); try again when the other program has ended",
               "kho đang được dùng (" + why + "); hãy thử lại khi chương trình kia kết thúc"},
              where};
    case FaultKind::kDamaged:
      return {
          ErrorCode::kUnreadableInput,
          {"the archive is damaged (" + why + "); take the last copy, or ingest the originals folder into a new one",
           "kho bị hỏng (" + why + "); hãy lấy bản sao gần nhất, hoặc nạp thư mục originals vào một kho mới"},
          where};
    case FaultKind::kOther:
      break;
  }
  return {ErrorCode::kOther,
          {"the archive gave an error (" + why + "); please report it", "kho báo lỗi (" + why + "); xin báo lỗi"},
          where};
}

tl::unexpected<Error> no_archive(const fs::path& folder) {
  return fail(ErrorCode::kFileAccess,
              {"there is no archive here; make one with: trichluc ingest ARCHIVE PATH…",
               "ở đây không có kho; hãy tạo bằng lệnh: trichluc ingest KHO ĐƯỜNG-DẪN…"},
              folder.string());
}

tl::unexpected<Error> cannot_make(const fs::path& folder, const std::string& why) {
  return fail(ErrorCode::kFileAccess,
              {"the archive's folder cannot be made or written (" + why + "); choose another place",
               "không tạo hoặc không ghi được thư mục kho (" + why + "); hãy chọn nơi khác"},
              folder.string());
}

// A folder with something else in it is not ours to fill.
bool is_foreign(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder / kDatabaseName, error)) return false;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (entry->path().filename() != kLockName && entry->path().filename() != "originals") return true;
  }
  return false;
}

}  // namespace

Archive::Archive(Archive&& other) noexcept
    : folder_(std::move(other.folder_)),
      access_(other.access_),
      lock_(std::exchange(other.lock_, -1)),
      mutex_(std::move(other.mutex_)),
      database_(std::move(other.database_)) {}

Archive::~Archive() {
  if (database_ && access_ != Access::kRead) {
    try {
      database_->execute("PRAGMA journal_mode = DELETE");
    } catch (const DatabaseFault&) {
      // Somebody reads it: it stays in WAL until the next writer closes.
    }
  }
  database_.reset();
  if (lock_ >= 0) ::close(lock_);
}

Result<Archive> Archive::open(const fs::path& folder, Access access) {
  std::error_code error;
  const bool there = fs::exists(folder / kDatabaseName, error);
  if (!there && access != Access::kCreate) return no_archive(folder);
  if (!there) {
    fs::create_directories(folder / "originals", error);
    if (error) return cannot_make(folder, error.message());
    if (is_foreign(folder)) return cannot_make(folder, "it holds other files / thư mục có tệp khác");
  }
  Archive archive(folder, access);
  if (access != Access::kRead) {
    const auto locked = archive.lock();
    if (!locked) return tl::unexpected(locked.error());
  }
  const auto opened = archive.open_database();
  if (!opened) return tl::unexpected(opened.error());
  if (access != Access::kRead || !archive.is_older()) return archive;
  archive.database_.reset();
  return open_older(folder);
}

// Only a writer brings the tables up to date; then there is something to read.
Result<Archive> Archive::open_older(const fs::path& folder) {
  {
    const auto writer = open(folder, Access::kWrite);
    if (!writer) {
      return fail(
          ErrorCode::kFileAccess,
          {"this archive was made by an older trichluc, and its tables cannot be brought up to date (" +
               writer.error().what.en + ")",
           "kho này do bản trichluc cũ hơn tạo, và không nâng cấp được các bảng (" + writer.error().what.vi + ")"},
          folder.string());
    }
  }
  return open(folder, Access::kRead);
}

bool Archive::is_older() {
  return schema_version(*database_) < kSchemaVersion;
}

Result<void> Archive::lock() {
  lock_ = ::open((folder_ / kLockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) return cannot_make(folder_, std::error_code(errno, std::generic_category()).message());
  if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return {};
  return fail(ErrorCode::kFileAccess,
              {"another trichluc is writing to this archive; wait until it has ended, then run this again",
               "một trichluc khác đang ghi vào kho này; hãy đợi nó xong rồi chạy lại"},
              folder_.string());
}

std::optional<Error> Archive::version_fault() {
  Statement mark = database_->prepare("PRAGMA application_id");
  const std::int64_t version = schema_version(*database_);
  if (!mark.step() || mark.integer(0) != kApplicationId) {
    return Error{ErrorCode::kUnreadableInput,
                 {"this SQLite file is no archive of trichluc", "tệp SQLite này không phải kho của trichluc"},
                 (folder_ / kDatabaseName).string()};
  }
  if (version <= kSchemaVersion) return std::nullopt;
  const std::string n = std::to_string(version);
  return Error{ErrorCode::kUnreadableInput,
               {"this archive was made by a newer trichluc (version " + n + " of its tables); install that one",
                "kho này do bản trichluc mới hơn tạo (bảng phiên bản " + n + "); hãy cài bản đó"},
               (folder_ / kDatabaseName).string()};
}

// The tables and their version come into being together or not at all.
void Archive::prepare_tables() {
  database_->execute("PRAGMA synchronous = FULL");
  Statement pragma = database_->prepare("PRAGMA schema_version");
  const bool empty = pragma.step() && pragma.integer(0) == 0;
  pragma.run();
  if (!empty) return;
  Transaction transaction(*database_);
  database_->execute(schema_text());
  database_->execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                     "; PRAGMA user_version = " + std::to_string(kSchemaVersion));
  transaction.commit();
}

Result<void> Archive::open_database() try {
  const fs::path file = folder_ / kDatabaseName;
  OpenMode mode = OpenMode::kWrite;
  if (access_ == Access::kRead) {
    std::error_code error;
    const fs::path log = file.string() + "-wal";
    const bool at_rest = !fs::exists(log, error) || fs::file_size(log, error) == 0;
    const bool writable = ::access(folder_.c_str(), W_OK) == 0;
    mode = at_rest && !writable ? OpenMode::kReadUnchanging : OpenMode::kRead;
  }
  database_ = std::make_unique<Database>(file, mode);
  if (access_ != Access::kRead) prepare_tables();
  if (auto fault = version_fault()) {
    access_ = Access::kRead;  // and leave it as it is
    return tl::unexpected(*fault);
  }
  if (access_ == Access::kRead) return {};
  database_->execute("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON");
  migrate(*database_);
  return {};
} catch (const DatabaseFault& fault) {
  return tl::unexpected(fault_error(fault, folder_));
}

Result<void> Archive::read(const std::function<void(Database&)>& work) try {
  const std::lock_guard guard(*mutex_);
  work(*database_);
  return {};
} catch (const DatabaseFault& fault) {
  return tl::unexpected(fault_error(fault, folder_));
}

Result<void> Archive::write(const std::function<void(Database&)>& work) try {
  const std::lock_guard guard(*mutex_);
  Transaction transaction(*database_);
  work(*database_);
  transaction.commit();
  return {};
} catch (const DatabaseFault& fault) {
  return tl::unexpected(fault_error(fault, folder_));
}

}  // namespace trichluc::store
