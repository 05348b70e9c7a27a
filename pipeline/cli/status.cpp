#include "pipeline/store/status.h"

#include "pipeline/cli/archive_parts.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

void put(JsonWriter& json, const char* name, const store::Counts& counts) {
  json.key(name).begin_object();
  for (const auto& [key, count] : counts) json.key(key).integer(count);
  json.end_object();
}

std::string as_json(const store::Status& status) {
  JsonWriter json;
  json.begin_object().key("paths").integer(status.paths).key("containers").integer(status.containers);
  json.key("bytes").integer(status.bytes);
  put(json, "documents", status.documents);
  put(json, "pages", status.pages);
  put(json, "facts", status.facts);
  put(json, "failures", status.failures);
  put(json, "corrections", status.corrections);
  json.key("near_duplicate_groups").integer(status.groups);
  json.key("stale").begin_object().key("pages").integer(status.stale_pages).key("facts").integer(status.stale_facts);
  return json.end_object().end_object().take() + "\n";
}

std::string row(const std::string& name, const store::Counts& counts) {
  std::int64_t sum = 0;
  std::string parts;
  for (const auto& [key, count] : counts) {
    sum += count;
    parts += (parts.empty() ? "  " : ", ") + key + " " + std::to_string(count);
  }
  return name + std::to_string(sum) + parts + "\n";
}

std::string as_table(const store::Status& status, Language language) {
  const auto name = [&](const char* en, const char* vi) { return in_language({en, vi}, language); };
  return row(name("documents  ", "tài liệu   "), status.documents) + name("paths      ", "đường dẫn  ") +
         std::to_string(status.paths) + "\n" + row(name("pages      ", "trang      "), status.pages) +
         row(name("facts      ", "bản ghi    "), status.facts) +
         row(name("failures   ", "lỗi        "), status.failures) +
         row(name("corrected  ", "đã sửa     "), status.corrections) +
         row(name("stale      ", "đã cũ      "), {{"pages", status.stale_pages}, {"facts", status.stale_facts}});
}

}  // namespace

int status_command(const StatusArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  const auto status = store::status_of(*archive, fingerprints_now(arguments.model, *knowledge));
  if (!status) return refuse(status.error(), language);
  Output output;
  write_or_leave(output, arguments.format == "json" ? as_json(*status) : as_table(*status, language), language);
  return 0;
}

}  // namespace trichluc::cli
