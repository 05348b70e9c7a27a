// Workbooks (XLSX, ECMA-376). Text is written as text, so that nothing in it runs as a formula. Written by ourselves: a
// workbook of 10,000 documents, packed while the next table is made, takes a second, with libxlsxwriter five.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/cli/zip_writer.h"
#include "pipeline/store/table_file.h"

namespace trichluc::cli {

class SharedStrings;

// A sheet a table, in order: headings that stay in sight and have filters, numbers and days as such (a number of more
// digits than a spreadsheet keeps stays text). The same tables give the same bytes. Errors: kFileAccess.
class Workbook {
 public:
  explicit Workbook(ZipWriter::Sink sink);
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook();

  Result<void> add(const store::Table& table);
  Result<void> finish();

 private:
  struct Sheet {
    std::string name, filtered;  // "$A$1:$B$20"
  };

  Result<void> begin();
  Result<void> put(const std::string& name, std::string_view content);

  ZipWriter zip_;
  std::unique_ptr<SharedStrings> strings_;
  std::vector<Sheet> sheets_;
};

// The same as one value.
Result<std::string> workbook_of(const std::vector<store::Table>& tables);

}  // namespace trichluc::cli
