// Workbooks. The only file that sees libxlsxwriter. Text is written as text, so that nothing in it runs as a formula.
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "pipeline/cli/series_writers.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kLongestCell = 32767;  // of a spreadsheet, in characters

tl::unexpected<Error> cannot_write(const std::string& why) {
  return fail(ErrorCode::kFileAccess,
              {"the workbook cannot be written (" + why + ")", "không ghi được bảng tính (" + why + ")"}, "xlsx");
}

// A temporary file, gone with its owner: the library writes to names only.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::string pattern = (std::filesystem::temp_directory_path() / "trichluc-XXXXXX").string();
    const int file = ::mkstemp(pattern.data());
    if (file < 0) return;
    ::close(file);
    path_ = pattern;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  const std::string& path() const { return path_; }
  std::string content() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::string path_;
};

// Control characters have no place in XML.
std::string cell_text(const std::string& text) {
  std::string clean;
  for (const char c : text.substr(0, kLongestCell)) {
    clean += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' ? ' ' : c;
  }
  return clean;
}

bool is_number_column(const std::string& heading) {
  for (const char* name : {"value", "low", "high", "sources", "page", "start", "end", "confidence", "year", "theirs",
                           "ours", "difference", "percent"}) {
    if (heading == name) return true;
  }
  return false;
}

void fill_sheet(lxw_workbook* book, const char* name, const Cells& cells) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, name);
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t r = 0; r < cells.size(); ++r) {
    for (std::size_t c = 0; c < cells[r].size(); ++c) {
      const std::string& cell = cells[r][c];
      const auto row = static_cast<lxw_row_t>(r);
      const auto column = static_cast<lxw_col_t>(c);
      if (cell.empty()) continue;
      if (r > 0 && is_number_column(cells[0][c])) {
        worksheet_write_number(sheet, row, column, std::strtod(cell.c_str(), nullptr), nullptr);
      } else {
        worksheet_write_string(sheet, row, column, cell_text(cell).c_str(), r == 0 ? bold : nullptr);
      }
    }
  }
}

// The rows that have a value, without the statements behind them.
Cells value_cells(const Cells& statements) {
  Cells values{statements.front()};
  const auto& headings = statements.front();
  std::size_t why = 0;
  while (why < headings.size() && headings[why] != "why") ++why;
  for (std::size_t r = 1; r < statements.size(); ++r) {
    if (!statements[r][why].empty()) values.push_back(statements[r]);
  }
  return values;
}

Cells note_cells(const Series& series) {
  Cells cells{{"series", "note", "period", "before", "after"}};
  for (const SeriesBlock& block : series.blocks) {
    const std::string title = title_of(block, series);
    for (const int year : block.gaps) cells.push_back({title, "gap", std::to_string(year), "", ""});
    for (const SeriesBreak& one : block.breaks) {
      cells.push_back({title, "break: " + std::string(name_of(one.kind)), one.period, one.before, one.after});
    }
  }
  return cells;
}

}  // namespace

Result<std::string> series_as_xlsx(const ShownSeries& shown) {
  const TemporaryFile file;
  if (file.path().empty()) return cannot_write("no temporary file");
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;  // a sheet is written row by row: quicker, and in little memory
  lxw_workbook* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) return cannot_write("no memory");
  // The same series gives the same bytes on any day.
  lxw_doc_properties properties{};
  properties.created = 946684800;  // 2000-01-01
  workbook_set_properties(book, &properties);
  const Cells statements = statement_cells(shown.series);
  fill_sheet(book, "values", value_cells(statements));
  fill_sheet(book, "statements", statements);
  fill_sheet(book, "notes", note_cells(shown.series));
  if (!shown.comparison.empty()) fill_sheet(book, "comparison", comparison_cells(shown.comparison));
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) return cannot_write(lxw_strerror(error));
  return file.content();
}

}  // namespace trichluc::cli
