// An archive: one folder that holds archive.sqlite, the originals, and nothing that names another folder, so that it
// can be copied or moved whole.
//
// Journal: WAL while something is written (a page is durable with one sync, and readers never wait), back to DELETE
// when the writer closes, so that an archive at rest is one file that opens on a disk that cannot be written to.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "pipeline/base/result.h"
#include "pipeline/store/database.h"

namespace trichluc::store {

enum class Access { kRead, kWrite, kCreate };

// Any thread may use it; statements run one at a time.
class Archive {
 public:
  // kCreate makes the folder where there is none (an existing one must be an archive, or empty). One writer at a time:
  // the second is refused. Errors: kFileAccess (missing, read-only, in use, full disk), kUnreadableInput (damaged, no
  // archive, made by a newer program).
  static Result<Archive> open(const std::filesystem::path& folder, Access access);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) = delete;
  ~Archive();

  const std::filesystem::path& folder() const { return folder_; }

  // Runs the work, and turns a fault of the database into an error. `write` makes one transaction of it: all of it is
  // on the disk when this returns, or nothing.
  Result<void> read(const std::function<void(Database&)>& work);
  Result<void> write(const std::function<void(Database&)>& work);

 private:
  Archive(std::filesystem::path folder, Access access) : folder_(std::move(folder)), access_(access) {}
  Result<void> lock();
  Result<void> open_database();
  void prepare_tables();
  std::optional<Error> version_fault();
  bool is_older();
  static Result<Archive> open_older(const std::filesystem::path& folder);

  std::filesystem::path folder_;
  Access access_;
  int lock_ = -1;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  std::unique_ptr<Database> database_;
};

}  // namespace trichluc::store
