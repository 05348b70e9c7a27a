// Which bytes of a source gave each byte of a text that was made from it, piece by piece: most pieces are copied as
// they are, and one note stands for all their bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "pipeline/base/span.h"

namespace trichluc::text {

class OffsetMap {
 public:
  // The next `size` bytes were made from that stretch of the source: byte from byte where it is as long, else each of
  // them from all of it.
  void add(std::size_t size, Span source);
  // Forgets all but the first `size` bytes.
  void cut(std::size_t size);
  void reserve(std::size_t bytes) { first_pieces_.reserve(bytes / kBlock + 1); }

  // How many bytes are mapped.
  std::size_t size() const { return size_; }
  // Where the source of the byte at `at` begins and ends.
  std::size_t source_begin(std::size_t at) const;
  std::size_t source_end(std::size_t at) const;

 private:
  static constexpr std::size_t kBlock = 64;  // bytes
  static constexpr std::uint32_t kCopied = std::numeric_limits<std::uint32_t>::max();

  struct Piece {
    std::uint32_t at = 0;     // its first byte
    std::uint32_t begin = 0;  // of its source
    std::uint32_t end = 0;    // kCopied: as long as the piece
  };

  const Piece& piece_of(std::size_t at) const;

  std::size_t size_ = 0;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> first_pieces_;  // for each block of bytes: the piece of the first of them
};

}  // namespace trichluc::text
