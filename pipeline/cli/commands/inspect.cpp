// What each page of the documents is and how it was read.
#include <memory>
#include <vector>

#include "extractors/header/document_starts.h"
#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/writers/inspection_writer.h"
#include "pipeline/run/inspection.h"
#include "pipeline/source/opened_document.h"

namespace trichluc::cli {
namespace {

void inspect(const Runner& runner, const Knowledge& knowledge, const PooledDocument& document,
             const InspectionWriter& writer, const Emit& emit) {
  DocumentInspection seen;
  const PageTopReader top(knowledge.dictionaries);
  std::vector<PageTop> tops;
  auto read = runner.read(document, [&](const Document&, Page& page) {
    seen.pages.push_back(inspect_page(page));
    tops.push_back(top.look(page.number, page.text));
    page = without_text(std::move(page));
  });
  Delivery end;
  end.records.source = document.head().source;
  if (read) {
    seen.document = std::move(*read);
    seen.starts = suspected_starts(tops);
    end.text = writer(seen);
    end.records.document = std::move(seen.document);
  } else {
    end.records.error = read.error();
    end.text = writer(end.records.source, read.error());
  }
  emit(std::move(end));
}

}  // namespace

int inspect_command(const InspectArguments& arguments, Language language) {
  const auto refuse = [language](const Error& error) {
    tell(error_line(error, language));
    return static_cast<int>(error.code);
  };
  const auto inputs = list_all(arguments.reading);
  if (!inputs) return refuse(inputs.error());
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) return refuse(knowledge.error());
  const InspectionWriter writer(arguments.format, language);
  RunCounters counters;
  const Runner runner(*knowledge, counters, wanted_pages(arguments.reading));
  Output output;
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&](const PooledDocument& document, const Emit& emit) {
    inspect(runner, *knowledge, document, writer, emit);
  };
  batch.use = [&](const Delivery& delivery) {
    // What could not be opened has not come to the work above.
    const bool unopened = delivery.records.error && delivery.text.empty();
    write_or_leave(output, unopened ? writer(delivery.records.source, *delivery.records.error) : delivery.text,
                   language);
  };
  return run_batch(*inputs, batch);
}

}  // namespace trichluc::cli
