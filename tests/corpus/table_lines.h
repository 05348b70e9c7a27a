// The lines of the tables of dictionaries/vi, and the tables with some of them deleted.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace trichluc::corpus {

// The text of each table by its name ("currencies").
using Tables = std::map<std::string, std::string>;

Tables read_tables();

struct Line {
  std::string table;
  int number = 0;
  std::string form;
  std::string values;  // its other columns but for the source
};

// "currencies.tsv:12"
std::string key_of(const Line& line);

// Of the tables that are wanted, and those whose own keys are; none named: of all.
std::vector<Line> lines_of(const Tables& tables, const std::set<std::string>& wanted);

// Makes the lines comments; the numbers of the others stay.
Tables without(Tables tables, const std::vector<Line>& deleted);

}  // namespace trichluc::corpus
