// Gives out the records of one document after the other, in one of the formats of `trichluc extract`.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "pipeline/cli/language.h"
#include "pipeline/record/record.h"

namespace trichluc::cli {

// Each function gives the text to write; the caller writes it. begin and end once, document once each, in order.
class RecordWriter {
 public:
  virtual ~RecordWriter() = default;
  virtual std::string begin() { return ""; }
  virtual std::string document(const DocumentRecords& records) = 0;
  virtual std::string end() { return ""; }
};

// One JSON object a line ("jsonl"), or one indented array ("json").
std::unique_ptr<RecordWriter> make_json_lines_writer();
std::unique_ptr<RecordWriter> make_json_writer();
// One fact a row, RFC 4180 (pipeline/README.md names the columns).
std::unique_ptr<RecordWriter> make_csv_writer();
// For people; `width` is that of the terminal.
std::unique_ptr<RecordWriter> make_table_writer(Language language, std::size_t width);

}  // namespace trichluc::cli
