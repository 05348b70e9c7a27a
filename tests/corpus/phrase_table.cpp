#include "tests/corpus/phrase_table.h"

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace trichluc::corpus {
namespace {

std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> columns;
  while (true) {
    const auto tab = line.find('\t');
    columns.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

// Calls `use` with every line that says something, and its number.
template <class Use>
void for_each_row(const std::filesystem::path& table, std::size_t columns, Use use) {
  std::ifstream in(table);
  if (!in) throw std::runtime_error("cannot read " + table.string());
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto row = columns_of(line);
    if (row.size() != columns) {
      throw std::runtime_error(table.filename().string() + ":" + std::to_string(number) + ": " +
                               std::to_string(columns) + " columns are needed, divided by tabs");
    }
    use(row, number);
  }
}

}  // namespace

std::vector<Phrase> read_phrases(const std::filesystem::path& table) {
  std::vector<Phrase> phrases;
  for_each_row(table, 3, [&](const auto& row, int line) {
    phrases.push_back({table.filename().string(), line, row[0], row[1], row[2]});
  });
  return phrases;
}

std::set<std::pair<std::string, std::string>> read_not_yet(const std::filesystem::path& list) {
  std::set<std::pair<std::string, std::string>> lines;
  for_each_row(list, 2, [&](const auto& row, int) { lines.emplace(row[0], row[1]); });
  return lines;
}

}  // namespace trichluc::corpus
