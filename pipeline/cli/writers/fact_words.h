// A record in a few words for people: the cells of the table and the head lines of `explain`.
#pragma once

#include <string>

#include "pipeline/cli/language.h"
#include "pipeline/record/record.h"

namespace trichluc::cli {

struct FactWords {
  std::string type;   // as in the record, so that it can be given to --types
  std::string value;  // "> 496", "286,000,000 USD", "2019-04-10", "Chỉ thị 19"
  std::string what;   // what it measures
  std::string place;
  std::string period;
};

FactWords words_of(const Record& record, Language language);

// "4.500.000,5" in Vietnamese, "4,500,000.5" in English.
std::string grouped_digits(const std::string& plain, Language language);
// Words with numbers among them: every number of five digits or more likewise, years and numbers of laws as they are.
std::string with_grouped_digits(std::string_view words, Language language);

}  // namespace trichluc::cli
