// The fields that describe a document in an archive: the data of files and documents that the circular 05/2025/TT-BNV
// lists, each by its Vietnamese name and by a name in ASCII made of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc::store {

enum class FieldForm { kText, kNumber, kDate };

struct MetadataField {
  std::string_view name;   // "ma_ho_so": in the database, and in tables without accents
  std::string_view title;  // "Mã hồ sơ"
  FieldForm form = FieldForm::kText;
  // Further names: of its element in the circular's schemas, first; of earlier circulars or common use.
  std::vector<std::string_view> also{};
};
// In the order of the circular: the fonds, the file, the document.
const std::vector<MetadataField>& metadata_fields();

// The head of a column as a name: "Mã hồ sơ", "MA HO SO" and "ma_ho_so" are one.
std::string column_name(std::string_view head);
// Null: there is no such field.
const MetadataField* metadata_field(std::string_view name);

// Columns that say which document a line is about.
enum class DocumentColumn { kPath, kFileName, kSha256 };
std::optional<DocumentColumn> document_column(std::string_view name);

// The value as it is stored: a number in digits, a date in ISO 8601 ("31/12/2018" is "2018-12-31"; a year or month may
// stand alone). Nothing: it is none.
std::optional<std::string> metadata_value(const MetadataField& field, std::string_view value);

}  // namespace trichluc::store
