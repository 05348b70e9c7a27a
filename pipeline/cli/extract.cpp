#include <algorithm>
#include <thread>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/sinks.h"

namespace trichluc::cli {
namespace {

void keep_types(DocumentRecords& records, const std::set<std::string>& types) {
  if (types.empty()) return;
  const auto unwanted = [&types](const Record& r) { return types.count(std::string(type_name(r.fact))) == 0; };
  auto& all = records.records;
  all.erase(std::remove_if(all.begin(), all.end(), unwanted), all.end());
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
  auto sinks = Sinks::open(arguments, inputs, language);
  if (!sinks) return refuse(sinks.error(), language);
  const Runner runner(*knowledge);
  ExitCodes codes;
  sinks->begin();
  run_batch(inputs, {language, jobs_or_processors(arguments.jobs),
                     [&runner](const Input& input, LazyEngine& engine) { return runner.process(input.source, engine); },
                     [&](DocumentRecords records) {
                       tell_about(records, language);
                       codes.add(records.error ? records.error->code : code_of(records.document));
                       keep_types(records, arguments.types);
                       sinks->document(records);
                     },
                     [&] { sinks->end(); }});
  sinks->end();
  if (const auto closed = sinks->close(); !closed) return refuse(closed.error(), language);
  return codes.result();
}

}  // namespace trichluc::cli
