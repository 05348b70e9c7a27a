#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/record/record_json.h"

namespace trichluc::cli {
namespace {

DocumentRecords read_only(const Runner& runner, const Input& input, LazyEngine& engine) {
  DocumentRecords records;
  records.source = input.source;
  auto document = runner.read(input.source, engine);
  if (document) {
    records.document = std::move(*document);
  } else {
    records.error = document.error();
  }
  return records;
}

std::string as_json_lines(const DocumentRecords& records) {
  if (records.error) {
    JsonWriter json;
    json.begin_object().key("source").string(records.source).key("error").begin_object();
    json.key("code").integer(static_cast<int>(records.error->code)).key("what").string(records.error->what.en);
    json.key("where").string(records.error->where).end_object().end_object();
    return json.take() + "\n";
  }
  std::string lines;
  for (const Page& page : records.document.pages) lines += page_to_json(records.document, page) + "\n";
  return lines;
}

// Pages end in a form feed, as pdftotext writes them; a document of one page has none.
std::string as_plain_text(const Document& document) {
  std::string text;
  for (const Page& page : document.pages) {
    text += page.text;
    if (!page.text.empty() && page.text.back() != '\n') text += '\n';
    if (document.pages.size() > 1) text += '\f';
  }
  return text;
}

}  // namespace

int text_command(const TextArguments& arguments, Language language) {
  const auto inputs = list_all(arguments.files);
  const auto knowledge = load_knowledge(dictionaries_folder());
  if (!knowledge) {
    tell(error_line(knowledge.error(), language));
    return static_cast<int>(knowledge.error().code);
  }
  const Runner runner(*knowledge);
  Output output;
  ExitCodes codes;
  run_batch(inputs, {language, jobs_or_processors(arguments.jobs),
                     [&runner](const Input& input, LazyEngine& engine) { return read_only(runner, input, engine); },
                     [&](const DocumentRecords& records) {
                       tell_about(records, language);
                       codes.add(records.error ? records.error->code : code_of(records.document));
                       const bool json = arguments.format == "jsonl";
                       write_or_leave(output, json ? as_json_lines(records) : as_plain_text(records.document),
                                      language);
                     },
                     [] {}});
  return codes.result();
}

}  // namespace trichluc::cli
