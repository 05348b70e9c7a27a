// Facts as the tables of corpus/phrases write them: "ngo 496; status=operating; kind=stock" (corpus/phrases/README.md).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extract.h"
#include "extractors/fact.h"
#include "extractors/number/number_line.h"
#include "extractors/quantity/quantity.h"

namespace trichluc::corpus {

// One fact: what it says first, the positions of an official, and named fields. Of an expected fact only the fields
// that it names are compared; "field=-" asks for a field left open.
struct Stated {
  std::string key;
  std::vector<std::string> positions;
  std::map<std::string, std::string> fields;

  std::string to_string() const;
};

// The second column of a table: facts divided by " | "; "-" for none.
std::vector<Stated> parse_expected(std::string_view column);

Stated state(const Fact& fact);
Stated state(const Meeting& meeting);
Stated state(const HeaderFields& header);
Stated state(const Quantity& quantity);
Stated state(const NumberLine& line, std::string_view words);

// What is missing or different, a line each; empty: all expected were read, one to one, and nothing else.
std::vector<std::string> differences(const std::vector<Stated>& expected, const std::vector<Stated>& read);

}  // namespace trichluc::corpus
