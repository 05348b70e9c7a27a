#include <algorithm>
#include <filesystem>
#include <thread>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/record_writer.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kWidthOfFiles = 160;  // of a table that goes to a file or a pipe

std::unique_ptr<RecordWriter> writer_for(const ExtractArguments& arguments, Language language) {
  const bool terminal = arguments.output.empty() && standard_output_is_terminal();
  const std::string format = !arguments.format.empty() ? arguments.format : terminal ? "table" : "jsonl";
  if (format == "json") return make_json_writer();
  if (format == "csv") return make_csv_writer();
  if (format == "table") return make_table_writer(language, terminal ? terminal_width(kWidthOfFiles) : kWidthOfFiles);
  return make_json_lines_writer();
}

void keep_types(DocumentRecords& records, const std::set<std::string>& types) {
  if (types.empty()) return;
  const auto unwanted = [&types](const Record& r) { return types.count(std::string(type_name(r.fact))) == 0; };
  auto& all = records.records;
  all.erase(std::remove_if(all.begin(), all.end(), unwanted), all.end());
}

// An input must never be emptied by giving it as the output.
Result<Output> open_output(const std::string& path, const std::vector<Input>& inputs) {
  if (path.empty()) return Output();
  for (const Input& input : inputs) {
    std::error_code error;
    if (!std::filesystem::equivalent(path, input.source, error)) continue;
    return fail(
        ErrorCode::kBadArguments,
        {"this is one of the inputs; choose another file for -o", "đây là một tệp đầu vào; hãy chọn tệp khác cho -o"},
        path);
  }
  return Output::to_file(path);
}

int refuse(const Error& error, Language language) {
  tell(error_line(error, language));
  return static_cast<int>(error.code);
}

}  // namespace

int jobs_or_processors(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

int extract_command(const ExtractArguments& arguments, Language language) {
  const auto inputs = list_all(arguments.files);
  const auto knowledge = load_knowledge(dictionaries_folder());
  if (!knowledge) return refuse(knowledge.error(), language);
  auto output = open_output(arguments.output, inputs);
  if (!output) return refuse(output.error(), language);
  const auto writer = writer_for(arguments, language);
  const Runner runner(*knowledge);
  ExitCodes codes;
  write_or_leave(*output, writer->begin(), language);
  run_batch(inputs, {language, jobs_or_processors(arguments.jobs),
                     [&runner](const Input& input, LazyEngine& engine) { return runner.process(input.source, engine); },
                     [&](DocumentRecords records) {
                       tell_about(records, language);
                       codes.add(records.error ? records.error->code : code_of(records.document));
                       keep_types(records, arguments.types);
                       write_or_leave(*output, writer->document(records), language);
                     },
                     [&] { write_or_leave(*output, writer->end(), language); }});
  write_or_leave(*output, writer->end(), language);
  if (const auto closed = output->close(); !closed) return refuse(closed.error(), language);
  return codes.result();
}

}  // namespace trichluc::cli
