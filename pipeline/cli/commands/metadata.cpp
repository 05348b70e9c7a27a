#include "pipeline/store/metadata.h"

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/record/json_writer.h"
#include "pipeline/store/metadata_fields.h"

namespace trichluc::cli {
namespace {

std::string as_json(const store::MetadataValue& value) {
  JsonWriter json;
  json.begin_object().key("id").string(value.id).key("source").string(value.source);
  json.key("field").string(value.field).key("value").string(value.value);
  json.key("table").string(value.table).key("line").integer(value.line);
  json.key("at").string(value.at).key("current").boolean(value.current).end_object();
  return json.take() + "\n";
}

std::string as_line(const store::MetadataValue& value, Language language) {
  const store::MetadataField* field = store::metadata_field(value.field);
  std::string line = "  " + (field == nullptr ? value.field : std::string(field->title)) + ": ";
  line += on_one_line(value.value) + "  (" + on_one_line(value.table) + ":" + std::to_string(value.line);
  if (!value.current) line += in_language({", replaced later", ", sau đã thay"}, language);
  return line + ")\n";
}

}  // namespace

int metadata_command(const MetadataArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto values = store::list_metadata(*archive, arguments.document, arguments.history);
  if (!values) return refuse(values.error(), language);
  std::string told;
  std::string last;
  for (const store::MetadataValue& value : *values) {
    if (arguments.format == "json") {
      told += as_json(value);
      continue;
    }
    if (value.id != last) told += on_one_line(value.source) + "\n";
    last = value.id;
    told += as_line(value, language);
  }
  Output output;
  write_or_leave(output, told, language);
  return 0;
}

}  // namespace trichluc::cli
