// Rows of cells by the hundred thousand, in a few large pieces of memory instead of one for each cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc::store {

// The cells of a row, as long as its rows live and are not moved.
class TableRow {
 public:
  TableRow(const char* text, const std::uint32_t* ends, std::size_t size) : text_(text), ends_(ends), size_(size) {}

  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t cell) const {
    const std::uint32_t begin = cell == 0 ? 0 : ends_[cell - 1];
    return {text_ + begin, ends_[cell] - begin};
  }

 private:
  const char* text_;
  const std::uint32_t* ends_;
  std::size_t size_;
};

// Cells are put one behind the other, and end_row() makes a row of them:
//
//   rows.cell("2018").cell("496").end_row();
class TableRows {
 public:
  TableRows& cell(std::string_view text) {
    row_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(row_.size()));
    return *this;
  }
  void end_row();
  void add(std::initializer_list<std::string_view> cells);

  std::size_t size() const { return places_.size(); }
  bool empty() const { return places_.empty(); }
  TableRow operator[](std::size_t row) const;

 private:
  struct Place {
    const char* text;
    std::size_t first_end;  // in ends_
  };

  std::vector<std::unique_ptr<char[]>> pieces_;
  std::size_t left_ = 0;  // bytes of the last piece
  char* next_ = nullptr;
  std::string row_;  // that is being made
  std::vector<std::uint32_t> ends_;
  std::size_t last_end_ = 0;  // where the ends of the next row begin
  std::vector<Place> places_;
};

}  // namespace trichluc::store
