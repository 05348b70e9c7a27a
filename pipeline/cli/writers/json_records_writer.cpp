#include "pipeline/cli/writers/record_writer.h"
#include "pipeline/record/record_json.h"

namespace trichluc::cli {
namespace {

class JsonLinesWriter : public RecordWriter {
 public:
  std::string document(const DocumentRecords& records) override { return to_json(records) + "\n"; }
};

class JsonArrayWriter : public RecordWriter {
 public:
  std::string begin() override { return "["; }
  std::string document(const DocumentRecords& records) override {
    const std::string separator = first_ ? "\n" : ",\n";
    first_ = false;
    return separator + to_json(records, JsonWriter::Style::kIndented);
  }
  std::string end() override { return "\n]\n"; }

 private:
  bool first_ = true;
};

}  // namespace

std::unique_ptr<RecordWriter> make_json_lines_writer() {
  return std::make_unique<JsonLinesWriter>();
}
std::unique_ptr<RecordWriter> make_json_writer() {
  return std::make_unique<JsonArrayWriter>();
}

}  // namespace trichluc::cli
