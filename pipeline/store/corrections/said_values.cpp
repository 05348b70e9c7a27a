#include "pipeline/store/corrections/said_values.h"

#include <initializer_list>

namespace trichluc::store {

std::string value_in(const std::vector<FieldValue>& values, const std::string& name) {
  for (const FieldValue& one : values) {
    if (one.field == name) return one.value;
  }
  return "";
}

Result<std::vector<FieldValue>> checked_fields(const std::string& type, const std::vector<FieldValue>& values,
                                               const KnownNames& known) {
  std::vector<FieldValue> checked;
  for (const FieldValue& one : values) {
    const CorrectableField* field = correctable_field(type, one.field);
    if (field == nullptr) {
      std::string names;
      for (const auto& has : correctable_fields(type)) names += (names.empty() ? "" : ", ") + std::string(has.name);
      return wrong({"a fact of the type " + type + " has no field \"" + one.field + "\"; it has " + names,
                    "bản ghi loại " + type + " không có trường \"" + one.field + "\"; chỉ có " + names},
                   one.field + "=" + one.value);
    }
    auto value = checked_value(*field, one.value, known);
    if (!value) return tl::unexpected(value.error());
    checked.push_back({one.field, *value});
  }
  return checked;
}

std::string said_by(const std::string& type, const std::vector<FieldValue>& values) {
  std::string said;
  bool first = true;
  for (const char* column : {"value", "low", "high", "counted", "currency", "place", "period", "status", "stage",
                             "name", "legal_number", "label"}) {
    if (!first) said += '\x1f';
    first = false;
    for (const FieldValue& one : values) {
      const CorrectableField* field = correctable_field(type, one.field);
      if (field != nullptr && field->column == column) said += one.value;
    }
  }
  return said;
}

std::optional<Error> missing_field(const std::string& type, const std::vector<FieldValue>& values) {
  const auto need = [&](std::initializer_list<const char*> names) -> std::optional<Error> {
    for (const char* name : names) {
      if (!value_in(values, name).empty()) return std::nullopt;
    }
    const std::string first = *names.begin();
    return Error{
        ErrorCode::kBadArguments,
        {"a fact of the type " + type + " needs " + first + "=…", "bản ghi loại " + type + " cần " + first + "=…"},
        "type=" + type};
  };
  std::optional<Error> fault;
  if (type == "count") {
    fault = need({"value", "low", "high"});
    return fault ? fault : need({"of"});
  }
  if (type == "aid_value") {
    fault = need({"amount", "low", "high"});
    return fault ? fault : need({"currency"});
  }
  if (type == "share") return need({"percent"});
  if (type == "date") return need({"value"});
  if (type == "official") return need({"name"});
  return need({"kind"});
}

}  // namespace trichluc::store
