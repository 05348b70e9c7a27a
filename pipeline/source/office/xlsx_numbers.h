// How Excel shows the number in a cell: files hold "43565" where people see "10/04/2019".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

class XlsxNumbers {
 public:
  // styles.xml. `from_1904`: days count from 1904-01-01 (files of old Macintosh computers).
  void read(std::string_view xml, bool from_1904);

  // The value as people see it in a cell of that style (index of cellXfs): dates as day/month/year, percentages,
  // figures without the tail that binary arithmetic leaves ("0.1" for "0.10000000000000001").
  std::string shown(const std::string& value, int style) const;

 private:
  std::vector<int> formats_;             // of each style
  std::map<int, std::string> patterns_;  // of the file's own formats
  bool from_1904_ = false;
};

}  // namespace trichluc
