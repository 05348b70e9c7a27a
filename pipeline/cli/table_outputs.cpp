#include "pipeline/cli/table_outputs.h"

#include "pipeline/cli/csv_cell.h"
#include "pipeline/cli/export_files.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/workbook.h"

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
  XlsxFile(FileInMaking file, Output output)
      : file_(std::move(file)),
        output_(std::move(output)),
        book_([this](std::string_view piece) { return output_.write(piece); }) {}
  Result<void> add(const store::Table& table) override { return file_.named(book_.add(table)); }
  Result<void> finish() override {
    auto whole = book_.finish();
    if (whole) whole = output_.close();
    return whole ? file_.finish() : file_.named(whole);
  }

 private:
  FileInMaking file_;
  Output output_;
  Workbook book_;
};

tl::unexpected<Error> unnamed(const FileInMaking& file, const Error& error) {
  return tl::unexpected<Error>(file.named(tl::unexpected<Error>(error)).error());
}

}  // namespace

Result<std::unique_ptr<TableOutput>> open_table_output(const TableOutputOptions& options) {
  if (options.format == "csv") {
    auto folder = FolderInMaking::begin(options.path, options.force);
    if (!folder) return tl::unexpected<Error>(folder.error());
    return std::make_unique<CsvFolder>(std::move(*folder), options.excel);
  }
  auto file = FileInMaking::begin(options.path, options.force);
  if (!file) return tl::unexpected<Error>(file.error());
  if (options.format == "xlsx") {
    auto output = Output::to_file(file->part());
    if (!output) return unnamed(*file, output.error());
    return std::make_unique<XlsxFile>(std::move(*file), std::move(*output));
  }
  auto tables = store::TableFile::make(file->part(), options.stamp);
  if (!tables) return unnamed(*file, tables.error());
  return std::make_unique<SqliteFile>(std::move(*file), std::move(*tables), options.views);
}

}  // namespace trichluc::cli
