// ZIP archives in memory, through libzip, which its .cpp alone sees. What an archive says of itself is not believed: an
// entry is unpacked up to a bound and no further, whatever size it claims.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc {

struct ZipEntry {
  std::string name;        // UTF-8; a name in another encoding has its bytes outside ASCII as "%E1"
  std::uint64_t size = 0;  // bytes once unpacked, as the archive claims
  bool is_folder = false;
  bool is_encrypted = false;
};

// For one thread at a time.
class ZipArchive {
 public:
  // `bytes` must outlive the archive. Fails where they are no archive, are cut off, or list more entries than
  // kMostEntries.
  static Result<ZipArchive> open(std::string_view bytes, const std::string& source);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  static constexpr std::size_t kMostEntries = 100000;

  const std::vector<ZipEntry>& entries() const { return entries_; }
  // The index of the entry of that name; entries().size() where there is none.
  std::size_t find(std::string_view name) const;
  // The bytes of an entry, at most `most` of them; more is an error, and so are damage (checked by its CRC) and
  // encryption (ErrorCode::kEncrypted).
  Result<std::string> read(std::size_t index, std::uint64_t most) const;

 private:
  struct Impl;
  ZipArchive(std::unique_ptr<Impl> impl, std::vector<ZipEntry> entries, std::string source);

  std::unique_ptr<Impl> impl_;
  std::vector<ZipEntry> entries_;
  std::string source_;
};

}  // namespace trichluc
