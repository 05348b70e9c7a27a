#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <set>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/run/snapshot.h"
#include "pipeline/store/metadata.h"
#include "pipeline/store/paths.h"
#include "pipeline/store/runs.h"

namespace trichluc::cli {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& name) {
  std::error_code error;
  const fs::path path = fs::absolute(name, error).lexically_normal();
  return error ? name : path.string();
}

Error no_name() {
  return {ErrorCode::kBadArguments,
          {"standard input has no name to be found under; give files or folders",
           "đầu vào chuẩn không có tên để lưu; hãy đưa tệp hoặc thư mục"},
          kStandardInput};
}

// The inputs by their absolute names, each once, without what lies in the archive itself.
Result<std::vector<Input>> inputs_of(const IngestArguments& arguments) {
  auto listed = list_all(arguments.reading);
  if (!listed) return listed;
  const std::string own = absolute(arguments.archive + "/");
  std::set<std::string> seen;
  std::vector<Input> inputs;
  for (Input& input : *listed) {
    if (input.source == kStandardInput) return tl::unexpected(no_name());
    input.source = absolute(input.source);
    if (!input.source.starts_with(own) && seen.insert(input.source).second) inputs.push_back(std::move(input));
  }
  return inputs;
}

// Takes out what needs no look. Returns how many these are.
Result<std::size_t> skip_unchanged(store::Archive& archive, std::vector<Input>& inputs) {
  std::vector<Input> changed;
  for (Input& input : inputs) {
    const auto stamp = store::stamp_of(input.source);
    const auto unchanged = stamp ? store::is_unchanged(archive, input.source, *stamp) : Result<bool>(false);
    if (!unchanged) return tl::unexpected(unchanged.error());
    if (!*unchanged) changed.push_back(std::move(input));
  }
  const std::size_t skipped = inputs.size() - changed.size();
  inputs = std::move(changed);
  return skipped;
}

// The file of the inputs that a document is packed in; empty where it is one itself.
class Containers {
 public:
  explicit Containers(const std::vector<Input>& inputs) {
    for (const Input& input : inputs) names_.insert(input.source);
  }
  std::string of(const std::string& source) const {
    if (names_.contains(source)) return "";
    for (std::size_t slash = source.rfind('/'); slash != std::string::npos && slash > 0;
         slash = source.rfind('/', slash - 1)) {
      if (names_.contains(source.substr(0, slash))) return source.substr(0, slash);
    }
    return "";
  }

 private:
  std::set<std::string> names_;
};

std::string summary(const IngestCounts& counts, std::size_t unchanged, std::size_t failed, Language language) {
  const auto line = [&](const char* en, const char* vi, std::size_t count) {
    return in_language({en, vi}, language) + std::to_string(count) + "\n";
  };
  return line("new documents    ", "tài liệu mới     ", counts.added) +
         line("continued        ", "làm tiếp         ", counts.continued) +
         line("further names    ", "thêm tên gọi     ", counts.duplicates) +
         line("unchanged files  ", "tệp không đổi    ", unchanged) +
         line("refused          ", "không đọc được   ", failed);
}

// What stands around the reading of one file: what it was, and that it is done. A fault shows at the end.
void ingest_input(store::Archive& archive, Ingest& ingest, const Input& input, const Batch::ReadInput& read,
                  const Emit& emit) {
  if (ingest.fault()) return;
  const auto stamp = store::stamp_of(input.source);  // before it is read: a later change is seen the next time
  if (!ingest.hold(store::begin_path(archive, input.source))) return emit(refusal(input.source, *ingest.fault()));
  read([&](Delivery delivery) {
    if (delivery.records.error) ingest.note(delivery.records);
    emit(std::move(delivery));
  });
  if (!ingest.fault()) ingest.hold(store::complete_path(archive, input.source, stamp));
}

// Read before anything else: a table with a fault stops the run before it has begun.
Result<std::optional<store::MetadataTable>> metadata_of(const IngestArguments& arguments) {
  if (arguments.metadata.empty()) return std::nullopt;
  const auto bytes = Snapshot::of_file(arguments.metadata);
  if (!bytes) return tl::unexpected(bytes.error());
  return store::parse_metadata(bytes->bytes(), absolute(arguments.metadata));
}

// After the documents have come. Lines that are about none are told, and the rest is kept.
Result<std::string> keep_metadata(store::Archive& archive, const std::optional<store::MetadataTable>& table, int& code,
                                  Language language) {
  if (!table) return std::string();
  const auto kept = store::import_metadata(archive, *table);
  if (!kept) return tl::unexpected(kept.error());
  for (const Error& line : kept->unmatched) tell(error_line(line, language));
  if (!kept->unmatched.empty() && code == 0) code = static_cast<int>(ErrorCode::kPartlyFailed);
  return in_language({"metadata         ", "mô tả            "}, language) + std::to_string(kept->changed) +
         in_language({" new values; documents in the table: ", " giá trị mới; số tài liệu trong bảng: "}, language) +
         std::to_string(kept->documents) + "\n";
}

int dry_run_command(const IngestArguments& arguments, std::vector<Input> inputs, Language language) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::path(arguments.archive) / "archive.sqlite", error)) {
    return dry_run(nullptr, inputs, 0, arguments.reading, language);
  }
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto skipped = skip_unchanged(*archive, inputs);
  if (!skipped) return refuse(skipped.error(), language);
  return dry_run(&*archive, inputs, *skipped, arguments.reading, language);
}

}  // namespace

int ingest_command(const IngestArguments& arguments, Language language) {
  auto inputs = inputs_of(arguments);
  if (!inputs) return refuse(inputs.error(), language);
  if (arguments.dry_run) return dry_run_command(arguments, std::move(*inputs), language);
  const auto metadata = metadata_of(arguments);
  if (!metadata) return refuse(metadata.error(), language);
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  auto archive = store::Archive::open(arguments.archive, store::Access::kCreate);
  if (!archive) return refuse(archive.error(), language);
  const auto skipped = skip_unchanged(*archive, *inputs);
  if (!skipped) return refuse(skipped.error(), language);
  const auto run = store::begin_run(*archive, "ingest", TRICHLUC_VERSION);
  if (!run) return refuse(run.error(), language);

  RunCounters counters;
  const Runner runner(*knowledge, counters);
  Ingest ingest(*archive, runner, fingerprints_now(arguments.reading.model, *knowledge));
  const Containers containers(*inputs);
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&](const PooledDocument& document, const Emit& emit) {
    ingest.add(document, containers.of(document.head().source), emit);
  };
  batch.around = [&](const Input& input, const Batch::ReadInput& read, const Emit& emit) {
    ingest_input(*archive, ingest, input, read, emit);
  };
  batch.use = [&](const Delivery&) { leave_on_fault(ingest, language); };
  int code = run_batch(*inputs, batch);
  leave_on_fault(ingest, language);
  std::string told = summary(ingest.counts(), *skipped, counters.documents_failed, language);
  const auto kept = keep_metadata(*archive, *metadata, code, language);
  if (!kept) return refuse(kept.error(), language);
  told += *kept;
  const auto ended = store::end_run(*archive, *run, ingest.work());
  if (!ended) return refuse(ended.error(), language);
  Output output;
  write_or_leave(output, told, language);
  return code;
}

}  // namespace trichluc::cli
