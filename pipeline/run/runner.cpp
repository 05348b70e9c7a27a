#include "pipeline/run/runner.h"

#include <algorithm>
#include <exception>
#include <iostream>
#include <iterator>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/ocr/page_reader.h"
#include "pipeline/record/record_builder.h"
#include "pipeline/source/hash.h"
#include "pipeline/source/open.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr const char* kStandardInput = "-";

std::vector<text::PageText> page_texts(const Document& document) {
  std::vector<text::PageText> texts;
  for (const Page& page : document.pages)
    texts.push_back({page.text, page.hard_wrapped, &page.hints, page.origin == TextOrigin::kOcr});
  return texts;
}

Hints hints_of(const Document& document) {
  return {document.source, document.published_meta, document.url, document.title, document.publisher, document.author};
}

Result<std::string> read_standard_input() {
  std::string bytes{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  if (!std::cin.bad()) return bytes;
  return fail(ErrorCode::kFileAccess,
              {"standard input cannot be read; give a file instead", "không đọc được đầu vào chuẩn; hãy đưa một tệp"},
              kStandardInput);
}

DocumentRecords refused(const std::string& source, Error error) {
  DocumentRecords records;
  records.source = source;
  records.error = std::move(error);
  return records;
}

tl::unexpected<Error> stopped(const std::string& source, const std::exception& thrown) {
  // Out of memory, or a fault of ours: it costs this document, never the run.
  const std::string what = thrown.what();
  return fail(ErrorCode::kOther,
              {"reading stopped unexpectedly (" + what + "); please report it with this file",
               "việc đọc dừng bất ngờ (" + what + "); xin báo lỗi kèm tệp này"},
              source);
}

}  // namespace

Result<Document> Runner::read(const std::string& source, LazyEngine& engine) const try {
  const auto bytes = source == kStandardInput ? read_standard_input() : read_file(source);
  if (!bytes) return tl::unexpected(bytes.error());
  auto document = ocr::read_document(*bytes, source, engine);
  if (!document) return document;
  document->id = "sha256:" + sha256_hex(*bytes);
  const auto failed = [](const Page& page) { return page.origin == TextOrigin::kFailed; };
  const bool nothing_read = std::all_of(document->pages.begin(), document->pages.end(), failed);
  if (engine.error() && nothing_read) return tl::unexpected(*engine.error());
  return document;
} catch (const std::exception& thrown) {
  return stopped(source, thrown);
}

DocumentRecords Runner::extract_records(Document document) const {
  const text::NormalizedText text(text::lay_out(page_texts(document), knowledge_.markers));
  const Extraction extraction = extract(text, knowledge_.dictionaries, hints_of(document));
  return build_records(std::move(document), text, extraction);
}

DocumentRecords Runner::process(const std::string& source, LazyEngine& engine) const try {
  auto document = read(source, engine);
  if (!document) return refused(source, document.error());
  return extract_records(std::move(*document));
} catch (const std::exception& thrown) {
  return refused(source, stopped(source, thrown).value());
}

}  // namespace trichluc
