#include "pipeline/store/status.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/record/json_writer.h"
#include "pipeline/store/groups.h"

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
  json.key("near_duplicate_groups").integer(status.groups).key("near_duplicates").integer(status.grouped);
  json.key("with_metadata").integer(status.described);
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
         row(name("failures   ", "lỗi        "), status.failures) + name("duplicates ", "gần trùng  ") +
         std::to_string(status.grouped) + name("  in groups: ", "  số nhóm: ") + std::to_string(status.groups) + "\n" +
         name("metadata   ", "mô tả      ") + std::to_string(status.described) + "\n" +
         row(name("corrected  ", "đã sửa     "), status.corrections) +
         row(name("stale      ", "đã cũ      "), {{"pages", status.stale_pages}, {"facts", status.stale_facts}});
}

std::string as_json(const store::GroupMember& member) {
  JsonWriter json;
  json.begin_object().key("group").string(member.leader).key("id").string(member.id);
  json.key("source").string(member.source).key("similarity").real(member.similarity, 3).end_object();
  return json.take() + "\n";
}

// The groups one after the other, an empty line between.
std::string as_table(const std::vector<store::GroupMember>& members) {
  std::string table;
  const store::GroupMember* last = nullptr;
  for (const store::GroupMember& member : members) {
    if (last != nullptr && last->leader != member.leader) table += "\n";
    const long percent = std::lround(member.similarity * 100);
    const std::string share = std::to_string(percent) + " %";
    table += std::string(5 - std::min<std::size_t>(share.size(), 5), ' ') + share + "  " +
             member.id.substr(member.id.find(':') + 1, 12) + "  " + on_one_line(member.source) + "\n";
    last = &member;
  }
  return table;
}

int groups_command(store::Archive& archive, const StatusArguments& arguments, Language language) {
  const auto members = store::list_groups(archive);
  if (!members) return refuse(members.error(), language);
  std::string told;
  if (arguments.format == "json") {
    for (const store::GroupMember& member : *members) told += as_json(member);
  } else {
    told = as_table(*members);
  }
  Output output;
  write_or_leave(output, told, language);
  return 0;
}

}  // namespace

int status_command(const StatusArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  if (arguments.groups) return groups_command(*archive, arguments, language);
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  const auto status = store::status_of(*archive, fingerprints_now(arguments.model, *knowledge));
  if (!status) return refuse(status.error(), language);
  Output output;
  write_or_leave(output, arguments.format == "json" ? as_json(*status) : as_table(*status, language), language);
  return 0;
}

}  // namespace trichluc::cli
