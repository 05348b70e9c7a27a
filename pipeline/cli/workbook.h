// Workbooks (XLSX). Text is written as text, so that nothing in it runs as a formula. Its .cpp is the only file that
// sees libxlsxwriter.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/table_file.h"

namespace trichluc::cli {

// A sheet a table, in order: headings that stay in sight and have filters, numbers and days as such (a number of more
// digits than a spreadsheet keeps stays text). The same tables give the same bytes. Error: kFileAccess.
Result<std::string> workbook_of(const std::vector<store::Table>& tables);
// Into a file that must not exist.
Result<void> write_workbook(const std::string& path, const std::vector<store::Table>& tables);

}  // namespace trichluc::cli
