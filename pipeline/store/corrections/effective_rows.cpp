#include "pipeline/store/corrections/effective_rows.h"

#include <algorithm>
#include <array>

#include "pipeline/record/json_writer.h"
#include "pipeline/store/corrections/office_list.h"
#include "pipeline/store/fact_columns.h"

namespace trichluc::store {
namespace {

std::string positions_json(const std::string& value) {
  JsonWriter json;
  json.begin_array();
  for (const Office& office : offices_in(value)) {
    json.begin_object().key("title").string_or_null(office.title);
    json.key("organization").string_or_null(office.organization).key("place").string_or_null(office.place);
    json.key("text").string(office.text()).end_object();
  }
  return json.end_array().take();
}

std::string as_json(const CorrectableField& field, const std::string& value) {
  if (field.form == ValueForm::kPositions) return positions_json(value);
  if (value.empty()) return "null";
  if (field.form == ValueForm::kNumber) return value;
  return JsonWriter().string(value).take();
}

std::string type_of(Database& database, const std::string& table, std::int64_t fact) {
  Statement row = database.prepare("SELECT type FROM " + table + " WHERE fact = ?");
  return row.bind(fact).step() ? row.text(0) : "";
}

void set_column(Database& database, const std::string& table, std::int64_t fact, const CorrectableField& field,
                const std::string& value) {
  const std::string path = "$." + std::string(field.name);
  if (field.form != ValueForm::kPositions) {
    database.prepare("UPDATE " + table + " SET " + std::string(field.column) + " = ? WHERE fact = ?")
        .bind_or_null(value)
        .bind(fact)
        .run();
  }
  database.prepare("UPDATE " + table + " SET json = json_set(json, ?, json(?)) WHERE fact = ?")
      .bind(path)
      .bind(as_json(field, value))
      .bind(fact)
      .run();
}

bool given(const std::vector<FieldValue>& values, std::string_view field) {
  return std::any_of(values.begin(), values.end(),
                     [&](const FieldValue& one) { return one.field == field && !one.value.empty(); });
}

bool is_value(const std::string& name) {
  return name == "value" || name == "amount";
}

// A figure is a number or a range, never both; a date is its own period, and a place given alone is the only one.
void settle_neighbours(Database& database, const std::string& table, std::int64_t fact, const std::string& type,
                       const std::vector<FieldValue>& values) {
  const bool ranged = given(values, "low") || given(values, "high");
  for (const CorrectableField& field : correctable_fields(type)) {
    const std::string name(field.name);
    const bool by_range = is_value(name) && field.form == ValueForm::kNumber && ranged && !given(values, name);
    const bool by_value = (name == "low" || name == "high") && !given(values, name) &&
                          (given(values, "value") || given(values, "amount")) && !ranged;
    if (by_range || by_value) set_column(database, table, fact, field, "");
  }
  const std::string update = "UPDATE " + table + " SET ";
  if (type == "date") database.prepare(update + "period = value WHERE fact = ?").bind(fact).run();
  const bool placed = std::any_of(values.begin(), values.end(), [](const FieldValue& v) { return v.field == "place"; });
  if (placed) database.prepare(update + "json = json_remove(json, '$.places') WHERE fact = ?").bind(fact).run();
  database
      .prepare(update +
               "number = CASE WHEN type = 'date' THEN NULL ELSE CAST(coalesce(value, low) AS REAL) END "
               "WHERE fact = ?")
      .bind(fact)
      .run();
  Statement period = database.prepare("SELECT coalesce(period, '') FROM " + table + " WHERE fact = ?");
  if (!period.bind(fact).step()) return;
  const Years years = years_of(period.text(0));
  database.prepare(update + "first_year = ?, last_year = ? WHERE fact = ?")
      .bind(years.first)
      .bind(years.last)
      .bind(fact)
      .run();
}

}  // namespace

void set_fields(Database& database, const std::string& table, std::int64_t fact,
                const std::vector<FieldValue>& values) {
  const std::string type = type_of(database, table, fact);
  for (const FieldValue& one : values) {
    const CorrectableField* field = correctable_field(type, one.field);
    if (field == nullptr) continue;
    set_column(database, table, fact, *field, one.value);
    if (field->form == ValueForm::kPositions) {
      set_positions(database, table == "facts" ? "positions" : "corrected_positions", fact, one.value);
    }
  }
  settle_neighbours(database, table, fact, type, values);
}

std::string field_of(Database& database, const std::string& table, std::int64_t fact, const CorrectableField& field) {
  if (field.form == ValueForm::kPositions) {
    return positions_of(database, table == "facts" ? "positions" : "effective_positions", fact);
  }
  Statement row =
      database.prepare("SELECT coalesce(" + std::string(field.column) + ", '') FROM " + table + " WHERE fact = ?");
  return row.bind(fact).step() ? row.text(0) : "";
}

void make_corrected_row(Database& database, std::int64_t fact) {
  database.prepare("INSERT OR IGNORE INTO corrected_facts SELECT * FROM facts WHERE fact = ?").bind(fact).run();
}

std::string positions_of(Database& database, const std::string& table, std::int64_t fact) {
  std::vector<Office> offices;
  Statement row =
      database.prepare("SELECT title, organization, place FROM " + table + " WHERE fact = ? ORDER BY ordinal");
  row.bind(fact);
  while (row.step()) offices.push_back({row.text(0), row.text(1), row.text(2)});
  return office_list(offices);
}

void set_positions(Database& database, const std::string& table, std::int64_t fact, const std::string& value) {
  database.prepare("DELETE FROM " + table + " WHERE fact = ?").bind(fact).run();
  Statement row = database.prepare("INSERT INTO " + table + " VALUES (?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const Office& office : offices_in(value)) {
    row.bind(fact).bind(ordinal++).bind(office.title).bind(office.organization).bind(office.place).bind(office.text());
    row.run();
  }
}

}  // namespace trichluc::store
