// The name of a table as one number, so that a match is known as that table's without comparing letters. Where the name
// is written in the program the number is made when it is compiled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace trichluc {

class TableKey {
 public:
  static constexpr std::size_t kShelves = 64;

  // Implicit: callers write the table's name. Made of its length and seven of its letters, which no two tables of
  // dictionaries/ have in common; Dictionaries refuses two that have.
  constexpr TableKey(std::string_view name) {  // NOLINT(google-explicit-constructor)
    if (name.empty()) return;
    const std::size_t last = name.size() - 1;
    std::uint64_t letters = name.size();
    for (const std::size_t at :
         {std::size_t{0}, last / 4, last / 3, last / 2, last / 2 + last / 4, last - last / 5, last})
      letters = letters << 8U | static_cast<unsigned char>(name[at]);
    value_ = static_cast<std::uint32_t>((letters * kMixer) >> 32U);
  }
  constexpr TableKey(const char* name) : TableKey(std::string_view(name)) {}  // NOLINT(google-explicit-constructor)
  TableKey(const std::string& name) : TableKey(std::string_view(name)) {}     // NOLINT(google-explicit-constructor)
  constexpr TableKey() = default;

  constexpr bool operator==(const TableKey& other) const { return value_ == other.value_; }
  // One of few: two tables may share a shelf.
  constexpr std::size_t shelf() const { return value_ >> 26U; }

 private:
  // Of odd numbers drawn by chance the one by which the fewest of our tables share a shelf.
  static constexpr std::uint64_t kMixer = 0xE765648C50A2FEB7ULL;

  std::uint32_t value_ = 0;
};

// The shelves of a few tables.
class Shelves {
 public:
  constexpr Shelves(std::initializer_list<TableKey> tables) {
    for (const TableKey table : tables) bits_ |= std::uint64_t{1} << table.shelf();
  }
  constexpr std::uint64_t bits() const { return bits_; }

 private:
  std::uint64_t bits_ = 0;
};

}  // namespace trichluc
