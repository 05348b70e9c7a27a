// The texts of a workbook, each once: its sheets name them by number.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace trichluc::cli {

class SharedStrings {
 public:
  std::uint32_t number_of(std::string_view text);
  // As `sst` of SpreadsheetML.
  std::string xml() const;

 private:
  std::deque<std::string> texts_;  // stay where they are
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

// A text of a cell as the content of an XML element: a spreadsheet's longest at most, control characters as blanks.
std::string xml_text(std::string_view text);

}  // namespace trichluc::cli
