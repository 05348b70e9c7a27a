// A ZIP archive (APPNOTE 6.3, without ZIP64) written from its beginning to its end. The same entries give the same
// bytes. Its .cpp is the only file that sees zlib: libzip packs an archive only once all of it is there, and this one
// is packed while the rest is made.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::cli {

class ZipWriter {
 public:
  // Takes the archive piece by piece.
  using Sink = std::function<Result<void>(std::string_view)>;

  explicit ZipWriter(Sink sink);
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter();

  // An entry: begun, its content in pieces, ended. Names are ASCII. Errors: those of the sink, and kFileAccess for more
  // than 4 GB.
  void begin(const std::string& name);
  void write(std::string_view content);
  Result<void> end();
  // The directory that ends an archive.
  Result<void> finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t check = 0, packed = 0, size = 0, offset = 0;
  };
  class Packer;

  Result<void> put(std::string_view bytes);

  Sink sink_;
  std::unique_ptr<Packer> packer_;
  std::vector<Entry> entries_;
  std::uint64_t written_ = 0;
};

}  // namespace trichluc::cli
