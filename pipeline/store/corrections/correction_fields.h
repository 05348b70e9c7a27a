// The fields of the record contract that a person may set, by type of fact: which column they are, and which values
// they may have.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::store {

enum class ValueForm {
  kText,
  kRequired,  // text that may not be empty
  kClosed,    // one of `words`
  kName,      // small letters and "_": "ngo"
  kNumber,
  kPeriod,
  kPlace,
  kCurrency,
  kFact,       // id of a fact of the document
  kPositions,  // "title|organisation|place; …"
};

struct CorrectableField {
  std::string_view name;    // of the contract
  std::string_view column;  // of the table facts
  ValueForm form = ValueForm::kText;
  std::vector<std::string_view> words = {};
};

// Names that values are compared with; the dictionaries know them.
struct KnownNames {
  std::set<std::string> places, currencies;
};

struct FieldValue {
  std::string field, value;
};

// What facts of this type have ("count", …); empty for what is no type.
const std::vector<CorrectableField>& correctable_fields(std::string_view type);
// Null where the type has no such field.
const CorrectableField* correctable_field(std::string_view type, std::string_view name);

// The value as it is kept: the place by its full name, the number in plain digits. Empty stands for unknown. Errors
// (kBadArguments) say what may stand there.
Result<std::string> checked_value(const CorrectableField& field, const std::string& value, const KnownNames& known);
// The same of title, publisher, author and published.
Result<std::string> checked_metadata(const std::string& field, const std::string& value);

// ISO 8601 as in the contract, and possible: "2019-04-10", "2018-07", "2018", "2023-01/2023-08", "2016/..", "--04-10".
bool is_period(std::string_view words);

// "value=486": at the first "=". Errors: there is none, or a field twice.
Result<std::vector<FieldValue>> field_values(const std::vector<std::string>& words);

}  // namespace trichluc::store
