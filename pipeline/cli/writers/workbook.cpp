#include "pipeline/cli/writers/workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "pipeline/base/utf8.h"

namespace trichluc::cli {
namespace {

using store::CellType;

constexpr std::size_t kLongestCell = 32767;  // of a spreadsheet, in UTF-16 units
constexpr std::size_t kMostDigits = 15;      // that a spreadsheet keeps of a number
constexpr std::size_t kMostRows = 1048576;   // of a sheet, its headings among them

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

// Nothing of it is to be changed, as of nearly all.
bool is_plain(std::string_view text) {
  return text.size() <= kLongestCell && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
         });
}

// Control characters have no place in XML; a cell that is too long is cut between code points.
std::string cell_text(std::string_view text) {
  std::string clean;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    units += point.value > 0xFFFF ? 2 : 1;
    if (units > kLongestCell) break;
    const bool control = point.value < 0x20 && point.value != '\t' && point.value != '\n';
    clean += control ? std::string_view(" ") : text.substr(at, point.size);
    at += point.size;
  }
  return clean;
}

bool is_number(std::string_view cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool plain = std::all_of(cell.begin() + (cell.front() == '-' ? 1 : 0), cell.end(),
                                 [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  return plain && digits > 0 && static_cast<std::size_t>(digits) <= kMostDigits;
}

// A whole day, "2019-04-10", that spreadsheets know (from 1900 on).
bool read_day(std::string_view cell, lxw_datetime& day) {
  constexpr std::size_t kSize = 10;
  if (cell.size() != kSize || cell[4] != '-' || cell[7] != '-') return false;
  const std::array<std::string, 3> parts{std::string(cell.substr(0, 4)), std::string(cell.substr(5, 2)),
                                         std::string(cell.substr(8, 2))};
  for (const std::string& part : parts) {
    if (part.find_first_not_of("0123456789") != std::string::npos) return false;
  }
  day = {};
  day.year = std::atoi(parts[0].c_str());
  day.month = std::atoi(parts[1].c_str());
  day.day = std::atoi(parts[2].c_str());
  constexpr int kFirstYear = 1901;
  return day.year >= kFirstYear;
}

struct Formats {
  lxw_format* heading = nullptr;
  lxw_format* day = nullptr;
};

struct Position {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
};

// The cell as the library wants it: ended by a zero byte, in memory that is used again and again.
void write_cell(const Position& at, std::string& cell, CellType type, const Formats& formats) {
  lxw_datetime day{};
  if (type == CellType::kNumber && is_number(cell)) {
    worksheet_write_number(at.sheet, at.row, at.column, std::strtod(cell.c_str(), nullptr), nullptr);
  } else if (type == CellType::kDay && read_day(cell, day)) {
    worksheet_write_datetime(at.sheet, at.row, at.column, &day, formats.day);
  } else {
    if (!is_plain(cell)) cell = cell_text(cell);
    worksheet_write_string(at.sheet, at.row, at.column, cell.c_str(), nullptr);
  }
}

double width_of(const store::TableColumn& column) {
  constexpr double kNarrow = 12;
  constexpr double kWide = 40;
  const bool words = column.name == "quote" || column.name == "title" || column.name == "text" ||
                     column.name == "explanation" || column.name == "value";
  return words && column.type == CellType::kText ? kWide : kNarrow;
}

void fill_sheet(lxw_workbook* book, const store::Table& table, const Formats& formats) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, table.name.c_str());
  worksheet_freeze_panes(sheet, 1, 0);
  const std::size_t rows = table.rows.size();
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(sheet, column, column, width_of(table.columns[c]), nullptr);
  }
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), table.columns[c].name.c_str(), formats.heading);
  }
  std::string cell;
  for (std::size_t r = 0; r < rows; ++r) {
    const store::TableRow cells = table.rows[r];
    for (std::size_t c = 0; c < std::min(cells.size(), table.columns.size()); ++c) {
      if (cells[c].empty()) continue;
      cell.assign(cells[c]);
      write_cell({sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c)}, cell, table.columns[c].type,
                 formats);
    }
  }
  if (table.columns.empty()) return;
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(table.columns.size() - 1));
}

}  // namespace

class Workbook::Book {
 public:
  explicit Book(lxw_workbook* book) : book_(book) {
    // The same tables give the same bytes on any day.
    lxw_doc_properties properties{};
    properties.created = 946684800;  // 2000-01-01
    workbook_set_properties(book_, &properties);
    formats_ = {workbook_add_format(book_), workbook_add_format(book_)};
    format_set_bold(formats_.heading);
    format_set_num_format(formats_.day, "yyyy-mm-dd");
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  void add(const store::Table& table) { fill_sheet(book_, table, formats_); }
  lxw_error close() { return workbook_close(std::exchange(book_, nullptr)); }

 private:
  lxw_workbook* book_;
  Formats formats_;
};

Workbook::Workbook(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Workbook::Workbook(Workbook&& other) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::make(const std::string& path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;  // a sheet is written row by row: quicker, and in little memory
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return cannot_write("no memory");
  return Workbook(std::make_unique<Book>(book));
}

Result<void> Workbook::add(const store::Table& table) {
  if (table.rows.size() >= kMostRows) {
    return cannot_write(table.name + " has more rows than a sheet holds; use --format sqlite or csv / nhiều hàng quá");
  }
  book_->add(table);
  return {};
}

Result<void> Workbook::finish() {
  const lxw_error error = book_->close();
  if (error != LXW_NO_ERROR) return cannot_write(lxw_strerror(error));
  return {};
}

Result<std::string> workbook_of(const std::vector<store::Table>& tables) {
  const TemporaryFile file;
  if (file.path().empty()) return cannot_write("no temporary file");
  auto book = Workbook::make(file.path());
  if (!book) return tl::unexpected<Error>(book.error());
  for (const store::Table& table : tables) {
    const auto added = book->add(table);
    if (!added) return tl::unexpected<Error>(added.error());
  }
  const auto written = book->finish();
  if (!written) return tl::unexpected<Error>(written.error());
  return file.content();
}

}  // namespace trichluc::cli
