#include <algorithm>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/writers/sinks.h"

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

int extract_command(const ExtractArguments& arguments, Language language) {
  const auto inputs = list_all(arguments.reading);
  if (!inputs) return refuse(inputs.error(), language);
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  auto sinks = Sinks::open(arguments, *inputs, language);
  if (!sinks) return refuse(sinks.error(), language);
  RunCounters counters;
  const Runner runner(*knowledge, counters, wanted_pages(arguments.reading));
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&runner](const PooledDocument& document, const Emit& emit) {
    emit({runner.process(document), "", true});
  };
  batch.use = [&](Delivery delivery) {
    keep_types(delivery.records, arguments.types);
    sinks->document(delivery.records);
  };
  batch.on_interrupt = [&] { sinks->end(); };
  sinks->begin();
  const int code = run_batch(*inputs, batch);
  sinks->end();
  if (const auto closed = sinks->close(); !closed) return refuse(closed.error(), language);
  return code;
}

}  // namespace trichluc::cli
