#include "pipeline/text/offset_map.h"

namespace trichluc::text {

void OffsetMap::add(std::size_t size, Span source) {
  const bool copied = source.size() == size;
  const bool goes_on = copied && !pieces_.empty() && pieces_.back().end == kCopied &&
                       pieces_.back().begin + (size_ - pieces_.back().at) == source.begin;
  if (!goes_on) {
    pieces_.push_back({static_cast<std::uint32_t>(size_), static_cast<std::uint32_t>(source.begin),
                       copied ? kCopied : static_cast<std::uint32_t>(source.end)});
  }
  size_ += size;
  while (first_pieces_.size() * kBlock < size_) first_pieces_.push_back(static_cast<std::uint32_t>(pieces_.size() - 1));
}

void OffsetMap::cut(std::size_t size) {
  while (!pieces_.empty() && pieces_.back().at >= size) pieces_.pop_back();
  first_pieces_.resize((size + kBlock - 1) / kBlock);
  size_ = size;
}

const OffsetMap::Piece& OffsetMap::piece_of(std::size_t at) const {
  std::size_t piece = first_pieces_[at / kBlock];
  while (piece + 1 < pieces_.size() && pieces_[piece + 1].at <= at) ++piece;
  return pieces_[piece];
}

std::size_t OffsetMap::source_begin(std::size_t at) const {
  const Piece& piece = piece_of(at);
  return piece.end == kCopied ? piece.begin + (at - piece.at) : piece.begin;
}

std::size_t OffsetMap::source_end(std::size_t at) const {
  const Piece& piece = piece_of(at);
  return piece.end == kCopied ? piece.begin + (at - piece.at) + 1 : piece.end;
}

}  // namespace trichluc::text
