// Workbooks (XLSX). Text is written as text, so that nothing in it runs as a formula. Its .cpp is the only file that
// sees libxlsxwriter.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/store/table_file.h"

namespace trichluc::cli {

// A sheet a table, in order: headings that stay in sight and have filters, numbers and days as such (a number of more
// digits than a spreadsheet keeps stays text). The same tables give the same bytes. Errors: kFileAccess.
class Workbook {
 public:
  // Into a file that must not exist.
  static Result<Workbook> make(const std::string& path);
  Workbook(Workbook&& other) noexcept;
  Workbook& operator=(Workbook&&) = delete;
  ~Workbook();

  Result<void> add(const store::Table& table);
  Result<void> finish();

 private:
  class Book;
  explicit Workbook(std::unique_ptr<Book> book);

  std::unique_ptr<Book> book_;
};

// The same as one value.
Result<std::string> workbook_of(const std::vector<store::Table>& tables);

}  // namespace trichluc::cli
