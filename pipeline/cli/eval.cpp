#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/query/evaluate.h"
#include "pipeline/query/score_report.h"
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
  const auto knowledge = load_knowledge(dictionaries_folder());
  if (!knowledge) return refuse(knowledge.error(), language);
  const Runner runner(*knowledge);
  std::vector<query::PredictedLine> predicted;
  ExitCodes codes;
  run_batch(list_all(arguments.files),
            {language, jobs_or_processors(arguments.jobs),
             [&runner](const Input& input, LazyEngine& engine) { return runner.process(input.source, engine); },
             [&](const DocumentRecords& records) {
               tell_about(records, language);
               codes.add(records.error ? records.error->code : code_of(records.document));
               predicted.push_back({records.source, to_json(records)});
             },
             [] {}});
  const auto score = query::evaluate(*gold, predicted);
  if (!score) return refuse(score.error(), language);
  Output output;
  const std::string report =
      arguments.json ? query::score_as_json(*score) : query::score_as_table(*score, arguments.details);
  write_or_leave(output, report, language);
  return codes.result();
}

}  // namespace trichluc::cli
