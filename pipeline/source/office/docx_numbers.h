// The numbers that Word puts before the paragraphs of lists: they are in no text of the file, only in how lists count.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

struct ListLevel {
  std::string format = "decimal";  // w:numFmt: decimal, lowerLetter, upperLetter, lowerRoman, upperRoman, bullet, none
  std::string text;                // w:lvlText: "%1.%2."
  int start = 1;
};

class DocxNumbers {
 public:
  // numbering.xml; empty where there is none.
  void read(std::string_view xml);

  // The number of the next paragraph of that list at that level ("2.1."), counted on; empty for an unknown list.
  std::string next(const std::string& list, int level);

 private:
  static constexpr std::size_t kLevels = 9;
  struct Counting {
    std::array<int, kLevels> counts{};
    std::array<bool, kLevels> begun{};
  };

  std::map<std::string, std::array<ListLevel, kLevels>> kinds_;  // by abstractNumId
  std::map<std::string, std::string> lists_;                     // numId → abstractNumId
  std::map<std::string, Counting> counting_;                     // by abstractNumId: lists of one kind count on
};

// 1 → "1", "a", "A", "i", "I".
std::string list_number(int number, std::string_view format);

}  // namespace trichluc
