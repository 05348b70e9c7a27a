#include "pipeline/store/table_file.h"

#include <algorithm>

#include "pipeline/store/database.h"

namespace trichluc::store {
namespace {

std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

// Comments stay in the schema that the file keeps: `.schema` shows them.
std::string table_sql(const Table& table) {
  std::string sql = "CREATE TABLE " + quoted(table.name) + " ( -- " + table.meaning + "\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const TableColumn& column = table.columns[i];
    sql += "  " + quoted(column.name) + (column.type == CellType::kNumber ? " NUMERIC" : " TEXT");
    sql += i + 1 < table.columns.size() ? "," : "";
    sql += column.meaning.empty() ? "\n" : " -- " + column.meaning + "\n";
  }
  return sql + ")";
}

std::string view_sql(const ViewDefinition& view) {
  return "CREATE VIEW " + quoted(view.name) + " AS -- " + view.meaning + "\n" + view.select;
}

void fill(Database& database, const Table& table) {
  if (table.columns.empty()) return;
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
  Statement row = database.prepare("INSERT INTO " + quoted(table.name) + " VALUES (" + marks + ")");
  for (const auto& cells : table.rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) row.bind_or_null(i < cells.size() ? cells[i] : "");
    row.run();
  }
}

// What is asked for by: the ids of documents, facts and people.
void index(Database& database, const Table& table) {
  for (const TableColumn& column : table.columns) {
    if (column.name != "id" && column.name != "document" && column.name != "fact" && column.name != "person") continue;
    database.execute("CREATE INDEX " + quoted(table.name + "_by_" + column.name) + " ON " + quoted(table.name) + " (" +
                     quoted(column.name) + ")");
  }
}

}  // namespace

Result<void> write_table_file(const std::filesystem::path& path, const TableFile& file) try {
  Database database(path, OpenMode::kWrite);
  database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = " +
                   std::to_string(file.application) + "; PRAGMA user_version = " + std::to_string(file.version));
  Transaction transaction(database);
  for (const Table& table : file.tables) {
    if (table.columns.empty()) continue;
    database.execute(table_sql(table));
    fill(database, table);
    index(database, table);
  }
  for (const ViewDefinition& view : file.views) database.execute(view_sql(view));
  transaction.commit();
  return {};
} catch (const DatabaseFault& fault) {
  const std::string why = fault.what();
  return fail(ErrorCode::kFileAccess,
              {"the SQLite file cannot be written (" + why + "); make room or choose another place",
               "không ghi được tệp SQLite (" + why + "); hãy dọn chỗ hoặc chọn nơi khác"},
              path.string());
}

Table table_as_it_is(Database& database, const std::string& name) {
  Table table{name, "as the archive keeps it", {}, {}};
  auto columns = database.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid");
  columns.bind(name);
  std::string list;
  while (columns.step()) {
    table.columns.push_back({columns.text(0), CellType::kText, ""});
    list += (list.empty() ? "" : ", ") + quoted(columns.text(0));
  }
  if (table.columns.empty()) return table;
  auto row = database.prepare("SELECT " + list + " FROM " + quoted(name) + " ORDER BY 1, 2");
  while (row.step()) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) cells.push_back(row.text(static_cast<int>(i)));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace trichluc::store
