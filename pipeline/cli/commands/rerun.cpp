#include <map>
#include <set>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/store/corrections/settle.h"
#include "pipeline/store/documents.h"
#include "pipeline/store/runs.h"
#include "pipeline/store/stale.h"

namespace trichluc::cli {
namespace {

struct Wanted {
  std::int64_t row = 0;
  std::string id;
};
using WantedByFile = std::map<std::string, Wanted>;

// The originals of documents that are to be read again.
Result<WantedByFile> originals_of(store::Archive& archive, const std::vector<std::int64_t>& documents) {
  WantedByFile wanted;
  for (const std::int64_t row : documents) {
    const auto head = store::load_head(archive, row);
    if (!head) return tl::unexpected(head.error());
    wanted[(archive.folder() / head->source).string()] = {row, head->id};
  }
  return wanted;
}

std::string summary(const store::RerunPlan& plan, Language language) {
  const auto line = [&](const char* en, const char* vi, std::size_t count) {
    return in_language({en, vi}, language) + std::to_string(count) + "\n";
  };
  return line("read again       ", "đọc lại          ", plan.pages.size()) +
         line("facts only       ", "chỉ bản ghi      ", plan.facts.size());
}

Result<std::set<std::int64_t>> lost_now(store::Archive& archive) {
  std::set<std::int64_t> lost;
  const auto read = archive.read([&](store::Database& database) { lost = store::lost_corrections(database); });
  if (!read) return tl::unexpected<Error>(read.error());
  return lost;
}

// Corrections whose words are not found any more are named, never dropped. True where there are any.
bool tell_lost(const std::set<std::int64_t>& before, const std::set<std::int64_t>& after, Language language) {
  std::string numbers;
  for (const std::int64_t correction : after) {
    if (!before.contains(correction)) numbers += (numbers.empty() ? "" : ", ") + std::to_string(correction);
  }
  if (numbers.empty()) return false;
  tell(in_language({"corrections that have lost their place: " + numbers + "; see: trichluc corrections ARCHIVE --lost",
                    "hiệu chỉnh bị mất chỗ: " + numbers + "; xem: trichluc corrections KHO --lost"},
                   language));
  return true;
}

// The files and pages again, then the facts of stored pages.
Result<int> do_again(store::Archive& archive, const RerunArguments& arguments, const Knowledge& knowledge,
                     const store::RerunPlan& plan, Language language) {
  const auto wanted = originals_of(archive, plan.pages);
  if (!wanted) return tl::unexpected(wanted.error());
  RunCounters counters;
  const Runner runner(knowledge, counters);
  Ingest ingest(archive, runner, fingerprints_now(arguments.reading.model, knowledge));
  std::vector<Input> inputs;
  for (const auto& [file, document] : *wanted) inputs.push_back({file, std::nullopt});
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&](const PooledDocument& document, const Emit& emit) {
    const auto found = wanted->find(document.head().source);
    const Wanted none;
    const Wanted& meant = found == wanted->end() ? none : found->second;
    ingest.add_again(document, meant.row, meant.id, emit);
  };
  batch.use = [&](const Delivery&) { leave_on_fault(ingest, language); };
  const int code = run_batch(inputs, batch);
  leave_on_fault(ingest, language);
  for (const std::int64_t row : plan.facts) {
    const auto renewed = ingest.renew_facts(row);
    if (!renewed) return tl::unexpected(renewed.error());
  }
  return code;
}

}  // namespace

int rerun_command(const RerunArguments& arguments, Language language) {
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return refuse(archive.error(), language);
  const auto run = store::begin_run(*archive, "rerun", TRICHLUC_VERSION);
  if (!run) return refuse(run.error(), language);
  const auto plan = store::plan_rerun(*archive, {arguments.failed, arguments.stale, arguments.older_than},
                                      fingerprints_now(arguments.reading.model, *knowledge));
  if (!plan) return refuse(plan.error(), language);
  const auto lost_before = lost_now(*archive);
  if (!lost_before) return refuse(lost_before.error(), language);
  auto code = do_again(*archive, arguments, *knowledge, *plan, language);
  if (!code) return refuse(code.error(), language);
  const auto lost_after = lost_now(*archive);
  if (!lost_after) return refuse(lost_after.error(), language);
  if (tell_lost(*lost_before, *lost_after, language) && *code == 0) code = static_cast<int>(ErrorCode::kPartlyFailed);
  const auto ended = store::end_run(*archive, *run, {});
  if (!ended) return refuse(ended.error(), language);
  Output output;
  write_or_leave(output, summary(*plan, language), language);
  if (plan->paths.empty()) return *code;
  // What was refused is not in the archive: its files are looked for where they were.
  IngestArguments refused;
  refused.archive = arguments.archive;
  refused.reading = arguments.reading;
  refused.reading.files = plan->paths;
  {
    const store::Archive closed = std::move(*archive);  // one writer at a time
  }
  const int again = ingest_command(refused, language);
  return *code == 0 ? again : *code;
}

}  // namespace trichluc::cli
