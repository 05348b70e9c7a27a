// Rows of facts with the values that people gave them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/corrections/correction_fields.h"
#include "pipeline/store/database.h"

namespace trichluc::store {

// Sets fields of one row of `table` ("facts" or "corrected_facts"): the columns, what is computed from them, and the
// fact's JSON. A value takes the place of a range, a range that of a value.
void set_fields(Database& database, const std::string& table, std::int64_t fact, const std::vector<FieldValue>& values);

// The value of a field as it stands in `table`, in the form in which it is given; '' unknown. Positions are in
// `positions` or `corrected_positions`.
std::string field_of(Database& database, const std::string& table, std::int64_t fact, const CorrectableField& field);

// Gives `corrected_facts` a row of this fact, as it was read, where there is none.
void make_corrected_row(Database& database, std::int64_t fact);

// "title|organisation|place; …" of the rows of that table, and into it.
std::string positions_of(Database& database, const std::string& table, std::int64_t fact);
void set_positions(Database& database, const std::string& table, std::int64_t fact, const std::string& value);

}  // namespace trichluc::store
