#include "pipeline/run/runner.h"

#include <exception>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/record/record_builder.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

std::vector<text::PageText> page_texts(const Document& document) {
  std::vector<text::PageText> texts;
  for (const Page& page : document.pages)
    texts.push_back({page.text, page.hard_wrapped, &page.hints, page.origin == TextOrigin::kOcr});
  return texts;
}

Hints hints_of(const Document& document) {
  return {document.source, document.published_meta, document.url, document.title, document.publisher, document.author};
}

DocumentRecords refused(const std::string& source, Error error) {
  DocumentRecords records;
  records.source = source;
  records.error = std::move(error);
  return records;
}

// Out of memory, or a fault of ours: it costs this document, never the run.
Error stopped(const std::string& source, const std::exception& thrown) {
  const std::string what = thrown.what();
  return {ErrorCode::kOther,
          {"reading stopped unexpectedly (" + what + "); please report it with this file",
           "việc đọc dừng bất ngờ (" + what + "); xin báo lỗi kèm tệp này"},
          source};
}

}  // namespace

Result<Document> Runner::read(const PooledDocument& document, const PooledDocument::PageUse& use) const try {
  auto read = document.read(pages_, counters_, use);
  ++(read ? counters_.documents_read : counters_.documents_failed);
  return read;
} catch (const std::exception& thrown) {
  ++counters_.documents_failed;
  return tl::unexpected(stopped(document.head().source, thrown));
}

DocumentRecords Runner::extract_records(Document document) const {
  const text::NormalizedText text(text::lay_out(page_texts(document), knowledge_.markers));
  const Extraction extraction = extract(text, knowledge_.dictionaries, hints_of(document));
  return build_records(std::move(document), text, extraction);
}

DocumentRecords Runner::process(const PooledDocument& document) const try {
  auto read = this->read(document);
  if (!read) return refused(document.head().source, read.error());
  return extract_records(std::move(*read));
} catch (const std::exception& thrown) {
  return refused(document.head().source, stopped(document.head().source, thrown));
}

}  // namespace trichluc
