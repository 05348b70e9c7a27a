#include "pipeline/cli/writers/sinks.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace trichluc::cli {
namespace {

constexpr std::size_t kWidthOfFiles = 160;  // of a table that goes to a file or a pipe

std::unique_ptr<RecordWriter> writer_for(const std::string& format, Language language, std::size_t width) {
  if (format == "json") return make_json_writer();
  if (format == "csv") return make_csv_writer();
  if (format == "table") return make_table_writer(language, width);
  return make_json_lines_writer();
}

// True where both are one file, or would be once it is made.
bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  if (std::filesystem::equivalent(a, b, error)) return true;
  return std::filesystem::weakly_canonical(a, error) == std::filesystem::weakly_canonical(b, error);
}

// An input must never be emptied by giving it as an output, nor two outputs be written over each other.
Result<void> check_outputs(const ExtractArguments& arguments, const std::vector<Input>& inputs) {
  std::vector<std::string> taken;
  for (const Input& input : inputs) taken.push_back(input.source);
  std::vector<std::string> outputs;
  if (!arguments.output.empty()) outputs.push_back(arguments.output);
  for (const FurtherOutput& also : arguments.also) outputs.push_back(also.file);
  for (const std::string& output : outputs) {
    const auto is_this = [&output](const std::string& other) { return is_same_file(output, other); };
    if (std::any_of(taken.begin(), taken.end(), is_this)) {
      return fail(ErrorCode::kBadArguments,
                  {"this file is an input or another output already; choose another one to write to",
                   "tệp này đã là đầu vào hoặc là một kết quả khác; hãy chọn tệp khác để ghi"},
                  output);
    }
    taken.push_back(output);
  }
  return {};
}

Result<Sink> main_sink(const ExtractArguments& arguments, Language language) {
  const bool terminal = arguments.output.empty() && standard_output_is_terminal();
  const std::string format = !arguments.format.empty() ? arguments.format : terminal ? "table" : "jsonl";
  auto writer = writer_for(format, language, terminal ? terminal_width(kWidthOfFiles) : kWidthOfFiles);
  if (arguments.output.empty()) return Sink{Output(), std::move(writer)};
  auto output = Output::to_file(arguments.output);
  if (!output) return tl::unexpected(output.error());
  return Sink{std::move(*output), std::move(writer)};
}

}  // namespace

Result<Sinks> Sinks::open(const ExtractArguments& arguments, const std::vector<Input>& inputs, Language language) {
  if (const auto checked = check_outputs(arguments, inputs); !checked) return tl::unexpected(checked.error());
  Sinks all(language);
  all.sinks_.reserve(1 + arguments.also.size());
  auto main = main_sink(arguments, language);
  if (!main) return tl::unexpected(main.error());
  all.sinks_.push_back(std::move(*main));
  for (const FurtherOutput& also : arguments.also) {
    auto output = Output::to_file(also.file);
    if (!output) return tl::unexpected(output.error());
    all.sinks_.push_back(Sink{std::move(*output), writer_for(also.format, language, kWidthOfFiles)});
  }
  return all;
}

void Sinks::write(const std::function<std::string(RecordWriter&)>& text) {
  for (Sink& sink : sinks_) write_or_stop(sink.output, text(*sink.writer), language_);
  if (sinks_.size() == 1 && sinks_.front().output.reader_is_gone()) leave(0);
}

void Sinks::begin() {
  write([](RecordWriter& writer) { return writer.begin(); });
}

void Sinks::document(const DocumentRecords& records) {
  write([&records](RecordWriter& writer) { return writer.document(records); });
}

void Sinks::end() {
  write([](RecordWriter& writer) { return writer.end(); });
}

Result<void> Sinks::close() {
  for (Sink& sink : sinks_) {
    if (auto closed = sink.output.close(); !closed) return closed;
  }
  return {};
}

}  // namespace trichluc::cli
