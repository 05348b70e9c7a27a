#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/record/record_json.h"
#include "pipeline/source/opened_document.h"

namespace trichluc::cli {
namespace {

// Pages end in a form feed, as pdftotext writes them; a document of one page has none.
std::string as_plain_text(const Document& document, const Page& page) {
  std::string text = page.text;
  if (!text.empty() && text.back() != '\n') text += '\n';
  if (document.page_count > 1) text += '\f';
  return text;
}

// Page by page, so that a long document needs no more memory than a short one.
void hand_on_text(const Runner& runner, const PooledDocument& document, bool json, const Emit& emit) {
  Delivery end;
  end.records.source = document.head().source;
  auto read = runner.read(document, [&](const Document& head, Page& page) {
    emit({{}, json ? page_to_json(head, page) + "\n" : as_plain_text(head, page), false});
    page = without_text(std::move(page));
  });
  if (read) {
    end.records.document = std::move(*read);
  } else {
    end.records.error = read.error();
  }
  emit(std::move(end));
}

int refuse(const Error& error, Language language) {
  tell(error_line(error, language));
  return static_cast<int>(error.code);
}

}  // namespace

int text_command(const TextArguments& arguments, Language language) {
  const auto inputs = list_all(arguments.reading);
  if (!inputs) return refuse(inputs.error(), language);
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) return refuse(knowledge.error(), language);
  const bool json = arguments.format == "jsonl";
  RunCounters counters;
  const Runner runner(*knowledge, counters, wanted_pages(arguments.reading));
  Output output;
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&runner, json](const PooledDocument& document, const Emit& emit) {
    hand_on_text(runner, document, json, emit);
  };
  batch.use = [&](const Delivery& delivery) {
    const bool refused = delivery.complete && delivery.records.error;
    write_or_leave(output,
                   refused && json ? refused_line(delivery.records.source, *delivery.records.error) : delivery.text,
                   language);
  };
  return run_batch(*inputs, batch);
}

}  // namespace trichluc::cli
