#include "pipeline/store/failures.h"

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

std::string as_json(const store::Failure& failure) {
  JsonWriter json;
  json.begin_object().key("file").string(failure.path).key("page");
  if (failure.page > 0) {
    json.integer(failure.page);
  } else {
    json.null();
  }
  json.key("stage").string(failure.stage).key("code").integer(failure.code);
  json.key("reason").string(failure.reason.en).key("hint").string_or_null(failure.hint.en).end_object();
  return json.take() + "\n";
}

std::string as_lines(const store::Failure& failure, Language language) {
  const Message page{"page " + std::to_string(failure.page), "trang " + std::to_string(failure.page)};
  std::string text = on_one_line(failure.path);
  if (failure.page > 0) text += "  " + in_language(page, language);
  text += "  [" + failure.stage + "]\n  " + on_one_line(in_language(failure.reason, language)) + "\n";
  const std::string& hint = in_language(failure.hint, language);
  if (!hint.empty()) text += "  → " + on_one_line(hint) + "\n";
  return text;
}

}  // namespace

int failures_command(const FailuresArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto failures = store::list_failures(*archive);
  if (!failures) return refuse(failures.error(), language);
  Output output;
  for (const store::Failure& failure : *failures) {
    write_or_leave(output, arguments.format == "json" ? as_json(failure) : as_lines(failure, language), language);
  }
  return 0;
}

}  // namespace trichluc::cli
