#include "pipeline/store/table_rows.h"

#include <algorithm>
#include <cstring>

namespace trichluc::store {
namespace {

constexpr std::size_t kPiece = 1 << 20;

}  // namespace

void TableRows::end_row() {
  if (row_.size() > left_) {
    left_ = std::max(kPiece, row_.size());
    pieces_.emplace_back(new char[left_]);  // not cleared first
    next_ = pieces_.back().get();
  }
  if (!row_.empty()) std::memcpy(next_, row_.data(), row_.size());
  places_.push_back({next_, last_end_});
  last_end_ = ends_.size();
  next_ += row_.size();
  left_ -= row_.size();
  row_.clear();
}

void TableRows::add(std::initializer_list<std::string_view> cells) {
  for (const std::string_view text : cells) cell(text);
  end_row();
}

TableRow TableRows::operator[](std::size_t row) const {
  const std::size_t first = places_[row].first_end;
  const std::size_t end = row + 1 < places_.size() ? places_[row + 1].first_end : last_end_;
  return {places_[row].text, ends_.data() + first, end - first};
}

}  // namespace trichluc::store
