#include "tests/corpus/table_lines.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace trichluc::corpus {
namespace {

namespace fs = std::filesystem;

const fs::path kTables = TRICHLUC_ROOT "/dictionaries/vi";

void delete_line(std::string& tsv, int line) {
  std::size_t begin = 0;
  for (int at = 1; at < line; ++at) begin = tsv.find('\n', begin) + 1;
  const std::size_t end = tsv.find('\n', begin);
  tsv.replace(begin, end - begin, "#");
}

Line line_of(const std::string& table, int number, const std::string& tsv) {
  const std::size_t form = tsv.find('\t');
  const std::size_t source = tsv.rfind('\t');
  return {table, number, tsv.substr(0, form), source > form ? tsv.substr(form, source - form) : ""};
}

}  // namespace

Tables read_tables() {
  Tables tables;
  for (const auto& entry : fs::directory_iterator(kTables)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    tables[entry.path().stem().string()] = std::string(std::istreambuf_iterator<char>(in), {});
  }
  return tables;
}

std::string key_of(const Line& line) {
  return line.table + ".tsv:" + std::to_string(line.number);
}

std::vector<Line> lines_of(const Tables& tables, const std::set<std::string>& wanted) {
  std::vector<Line> lines;
  for (const auto& [name, tsv] : tables) {
    int number = 0;
    for (std::size_t begin = 0; begin < tsv.size();) {
      const std::size_t end = tsv.find('\n', begin);
      const Line line = line_of(name, ++number, tsv.substr(begin, end - begin));
      const bool asked = wanted.empty() || wanted.count(name) > 0 || wanted.count(key_of(line)) > 0;
      if (asked && !line.form.empty() && line.form.front() != '#') lines.push_back(line);
      begin = end + 1;
    }
  }
  return lines;
}

Tables without(Tables tables, const std::vector<Line>& deleted) {
  for (const Line& line : deleted) delete_line(tables.at(line.table), line.number);
  return tables;
}

}  // namespace trichluc::corpus
