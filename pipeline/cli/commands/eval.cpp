#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/query/evaluation/evaluate.h"
#include "pipeline/query/evaluation/score_report.h"
#include "pipeline/record/record_json.h"

namespace trichluc::cli {
namespace {

int refuse(const Error& error, Language language) {
  tell(error_line(error, language));
  return static_cast<int>(error.code);
}

}  // namespace

int eval_command(const EvalArguments& arguments, Language language) {
  const auto gold = query::read_gold(arguments.gold_folder);
  if (!gold) return refuse(gold.error(), language);
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  const auto inputs = list_all(arguments.reading);
  if (!inputs) return refuse(inputs.error(), language);
  RunCounters counters;
  const Runner runner(*knowledge, counters, wanted_pages(arguments.reading));
  std::vector<query::PredictedLine> predicted;
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&runner](const PooledDocument& document, const Emit& emit) {
    emit({runner.process(document), "", true});
  };
  batch.use = [&predicted](const Delivery& delivery) {
    predicted.push_back({delivery.records.source, to_json(delivery.records)});
  };
  const int code = run_batch(*inputs, batch);
  const auto score = query::evaluate(*gold, predicted);
  if (!score) return refuse(score.error(), language);
  Output output;
  const std::string report = arguments.reliability ? query::reliability_table(score->judged, score->inferred)
                             : arguments.json      ? query::score_as_json(*score)
                                                   : query::score_as_table(*score, arguments.details);
  write_or_leave(output, report, language);
  return code;
}

}  // namespace trichluc::cli
