#include "pipeline/store/corrections/corrections.h"

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/commands/correction_parts.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/correction_words.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

using store::HistoryLine;

void put_number(JsonWriter& json, const char* name, std::int64_t number) {
  json.key(name);
  if (number == 0) {
    json.null();
  } else {
    json.integer(number);
  }
}

std::string as_json(const HistoryLine& line) {
  JsonWriter json;
  json.begin_object().key("correction").integer(line.correction).key("action").string(line.action);
  json.key("state").string(line.state()).key("document").string_or_null(line.document);
  json.key("source").string_or_null(line.source).key("by").string(line.by).key("why").string(line.why);
  json.key("at").string(line.at).key("fields").begin_array();
  for (const HistoryLine::Field& field : line.fields) {
    json.begin_object().key("field").string(field.field).key("stored").string_or_null(field.stored);
    json.key("value").string_or_null(field.value).end_object();
  }
  json.end_array().key("anchors").begin_array();
  for (const HistoryLine::Anchor& anchor : line.anchors) {
    json.begin_object().key("type").string(anchor.type);
    put_number(json, "page", anchor.page);
    json.key("text").string(anchor.quote).key("fact").string_or_null(anchor.fact);
    json.key("lost").boolean(anchor.lost).end_object();
  }
  json.end_array();
  put_number(json, "undoes", line.undoes);
  put_number(json, "undone_by", line.undone_by);
  return json.end_object().take() + "\n";
}

std::string state_words(const HistoryLine& line, Language language) {
  const std::string state = line.state();
  if (state == "undo") return in_language({"undoes ", "rút lại số "}, language) + std::to_string(line.undoes);
  if (state == "undone")
    return in_language({"undone by ", "bị rút bởi số "}, language) + std::to_string(line.undone_by);
  return in_language(line.lost() ? Message{"LOST", "MẤT CHỖ"} : Message{"in force", "có hiệu lực"}, language);
}

std::string as_lines(const HistoryLine& line, Language language) {
  std::string text = std::to_string(line.correction) + "  " + line.action + "  [" + state_words(line, language) +
                     "]  " + line.at + "  " + on_one_line(line.by) + ": " + on_one_line(line.why) + "\n";
  for (const HistoryLine::Field& field : line.fields) {
    text += "    " + change_words(field.field, field.stored, field.value) + "\n";
  }
  for (const HistoryLine::Anchor& anchor : line.anchors) {
    text += "    “" + on_one_line(anchor.quote) + "”";
    if (anchor.page > 0) text += in_language({", page ", ", trang "}, language) + std::to_string(anchor.page);
    if (!anchor.fact.empty()) text += "  " + anchor.fact;
    text += "\n";
  }
  if (!line.source.empty()) text += "    " + on_one_line(line.source) + "\n";
  return text;
}

Result<std::int64_t> undo(const CorrectionsArguments& arguments) {
  const auto author = author_of(arguments.author);
  if (!author) return tl::unexpected<Error>(author.error());
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return tl::unexpected<Error>(archive.error());
  return store::undo_correction(*archive, arguments.undo, *author);
}

}  // namespace

int corrections_command(const CorrectionsArguments& arguments, Language language) {
  if (arguments.undo != 0) return tell_corrected(undo(arguments), language);
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto history = store::correction_history(*archive, arguments.lost);
  if (!history) return refuse(history.error(), language);
  Output output;
  for (const HistoryLine& line : *history) {
    write_or_leave(output, arguments.format == "json" ? as_json(line) : as_lines(line, language), language);
  }
  return 0;
}

}  // namespace trichluc::cli
