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

bool is_small_number(std::string_view cell) {
  constexpr std::size_t kMostDigits = 18;  // that an integer of SQLite holds for certain
  return !cell.empty() && cell.size() <= kMostDigits && (cell.front() != '0' || cell.size() == 1) &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// SQLite makes a number of a numeric column's text as well, but slowly.
void bind_cell(Statement& row, std::string_view cell, CellType type) {
  if (type != CellType::kNumber || !is_small_number(cell)) {
    row.bind_or_null_in_place(cell);
    return;
  }
  std::int64_t number = 0;
  for (const char digit : cell) number = number * 10 + (digit - '0');
  row.bind(number);
}

void fill(Database& database, const Table& table) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
  Statement row = database.prepare("INSERT INTO " + quoted(table.name) + " VALUES (" + marks + ")");
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const TableRow cells = table.rows[r];
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      bind_cell(row, i < cells.size() ? cells[i] : std::string_view(), table.columns[i].type);
    }
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

tl::unexpected<Error> cannot_write(const std::filesystem::path& path, const DatabaseFault& fault) {
  const std::string why = fault.what();
  return fail(ErrorCode::kFileAccess,
              {"the SQLite file cannot be written (" + why + "); make room or choose another place",
               "không ghi được tệp SQLite (" + why + "); hãy dọn chỗ hoặc chọn nơi khác"},
              path.string());
}

}  // namespace

Result<TableFile> TableFile::make(const std::filesystem::path& path, Stamp stamp) try {
  Database database(path, OpenMode::kWrite);
  // Nobody sees the file before it is whole: nothing is kept for taking a step back, and large pages are fewer writes.
  database.execute("PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  database.execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  database.execute("PRAGMA application_id = " + std::to_string(stamp.application) +
                   "; PRAGMA user_version = " + std::to_string(stamp.version));
  database.execute("BEGIN IMMEDIATE");
  return TableFile(path, std::move(database));
} catch (const DatabaseFault& fault) {
  return cannot_write(path, fault);
}

Result<void> TableFile::add(const Table& table) try {
  if (table.columns.empty()) return {};
  database_.execute(table_sql(table));
  fill(database_, table);
  index(database_, table);
  return {};
} catch (const DatabaseFault& fault) {
  return cannot_write(path_, fault);
}

Result<void> TableFile::finish(const std::vector<ViewDefinition>& views) try {
  for (const ViewDefinition& view : views) database_.execute(view_sql(view));
  database_.execute("COMMIT");
  return {};
} catch (const DatabaseFault& fault) {
  return cannot_write(path_, fault);
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
    for (std::size_t i = 0; i < table.columns.size(); ++i) table.rows.cell(row.text_in_place(static_cast<int>(i)));
    table.rows.end_row();
  }
  return table;
}

}  // namespace trichluc::store
