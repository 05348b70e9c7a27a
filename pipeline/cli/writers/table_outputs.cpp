#include "pipeline/cli/writers/table_outputs.h"

#include "pipeline/cli/writers/csv_cell.h"
#include "pipeline/cli/writers/export_files.h"
#include "pipeline/cli/writers/workbook.h"

namespace trichluc::cli {
namespace {

std::string as_csv(const store::Table& table, bool excel) {
  std::string text = excel ? "\xEF\xBB\xBF" : "";
  std::vector<std::string> headings;
  for (const store::TableColumn& column : table.columns) headings.push_back(column.name);
  text += csv_line(headings);
  for (std::size_t r = 0; r < table.rows.size(); ++r) append_csv_line(table.rows[r], text);
  return text;
}

class CsvFolder : public TableOutput {
 public:
  CsvFolder(FolderInMaking folder, bool excel) : folder_(std::move(folder)), excel_(excel) {}
  Result<void> add(const store::Table& table) override {
    return folder_.add(table.name + ".csv", as_csv(table, excel_));
  }
  Result<void> finish() override { return folder_.finish(); }

 private:
  FolderInMaking folder_;
  bool excel_;
};

class SqliteFile : public TableOutput {
 public:
  SqliteFile(FileInMaking file, store::TableFile tables, std::vector<store::ViewDefinition> views)
      : file_(std::move(file)), tables_(std::move(tables)), views_(std::move(views)) {}
  Result<void> add(const store::Table& table) override { return file_.named(tables_.add(table)); }
  Result<void> finish() override {
    const auto whole = file_.named(tables_.finish(views_));
    return whole ? file_.finish() : whole;
  }

 private:
  FileInMaking file_;
  store::TableFile tables_;
  std::vector<store::ViewDefinition> views_;
};

class XlsxFile : public TableOutput {
 public:
  XlsxFile(FileInMaking file, Workbook book) : file_(std::move(file)), book_(std::move(book)) {}
  Result<void> add(const store::Table& table) override { return file_.named(book_.add(table)); }
  Result<void> finish() override {
    const auto whole = file_.named(book_.finish());
    return whole ? file_.finish() : whole;
  }

 private:
  FileInMaking file_;
  Workbook book_;
};

template <class Output>
std::unique_ptr<TableOutput> shared_as(Output output) {
  return std::make_unique<Output>(std::move(output));
}

}  // namespace

Result<std::unique_ptr<TableOutput>> open_table_output(const TableOutputOptions& options) {
  if (options.format == "csv") {
    auto folder = FolderInMaking::begin(options.path, options.force);
    if (!folder) return tl::unexpected<Error>(folder.error());
    return shared_as(CsvFolder(std::move(*folder), options.excel));
  }
  auto file = FileInMaking::begin(options.path, options.force);
  if (!file) return tl::unexpected<Error>(file.error());
  if (options.format == "xlsx") {
    auto book = Workbook::make(file->part());
    if (!book) return tl::unexpected<Error>(book.error());
    return shared_as(XlsxFile(std::move(*file), std::move(*book)));
  }
  auto tables = store::TableFile::make(file->part(), options.stamp);
  if (!tables) {
    const auto named = file->named(tl::unexpected<Error>(tables.error()));
    return tl::unexpected<Error>(named.error());
  }
  return shared_as(SqliteFile(std::move(*file), std::move(*tables), options.views));
}

}  // namespace trichluc::cli
