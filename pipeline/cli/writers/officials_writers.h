// People and their offices as a table for a reader, JSON and CSV.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/language.h"
#include "pipeline/query/people/officials.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {

struct ShownOfficials {
  const std::vector<Person>* people = nullptr;  // all: those who may be the same are among them
  std::vector<std::size_t> chosen;              // whom to show
  // In answer to --position; null where it was not asked.
  const std::vector<Holder>* holders = nullptr;
};

std::string officials_as_table(const ShownOfficials& shown, Language language);
std::string officials_as_json(const ShownOfficials& shown);
std::string officials_as_csv(const ShownOfficials& shown);

// One person as an object of JSON, with the members of the schema "trichluc-officials/1".
void write_person(JsonWriter& json, const Person& person, const std::vector<Person>& people);

}  // namespace trichluc::cli
