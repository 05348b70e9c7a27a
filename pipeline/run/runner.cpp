#include "pipeline/run/runner.h"

#include <algorithm>
#include <exception>
#include <span>
#include <string>
#include <vector>

#include "extractors/extract.h"
#include "extractors/header/document_starts.h"
#include "pipeline/ocr/ocr_tally.h"
#include "pipeline/record/record_builder.h"
#include "pipeline/source/opened_document.h"
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

void add_reason(bool holds, const Message& reason, Message& reasons) {
  if (!holds) return;
  reasons.en += (reasons.en.empty() ? "" : ", ") + reason.en;
  reasons.vi += (reasons.vi.empty() ? "" : ", ") + reason.vi;
}

// A folder scanned into one file has hundreds of starts; `inspect` lists them all.
constexpr std::size_t kMostStartsTold = 8;

Message several_documents(const std::vector<SuspectedStart>& starts) {
  Message told{
      "seems to hold several documents, which were read as one; split the file if so. New ones seem to begin on",
      "có vẻ gồm nhiều văn bản, đã đọc như một; nếu đúng hãy tách tệp. Văn bản mới có vẻ bắt đầu ở"};
  std::string between = " ";
  const std::size_t count = std::min(starts.size(), kMostStartsTold);
  for (const SuspectedStart& start : std::span(starts).first(count)) {
    Message reasons;
    add_reason(start.letterhead, {"letterhead", "quốc hiệu, tiêu ngữ"}, reasons);
    add_reason(start.numbers_begin_again, {"page numbers begin again", "số trang bắt đầu lại"}, reasons);
    const std::string n = std::to_string(start.page);
    told.en += between + "page " + n + " (" + reasons.en + ")";
    told.vi += between + "trang " + n + " (" + reasons.vi + ")";
    between = ", ";
  }
  if (count == starts.size()) return told;
  const std::string more = std::to_string(starts.size() - count);
  told.en += " and on " + more + " further pages (\"trichluc inspect --format jsonl\" lists them all)";
  told.vi += " và " + more + " trang khác (\"trichluc inspect --format jsonl\" kể đủ)";
  return told;
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

Result<Document> Runner::read(const PooledDocument& document, const PooledDocument::PageUse& use,
                              const PooledDocument::Keeper* keeper) const try {
  const PageTopReader top(knowledge_.dictionaries);
  std::vector<PageTop> tops;
  auto read = document.read(
      pages_, counters_,
      [&](const Document& head, Page& page) {
        if (document.page_count() > 1) tops.push_back(top.look(page.number, page.text));
        if (use) use(head, page);
      },
      keeper);
  const auto starts = suspected_starts(tops);
  if (read && !starts.empty()) read->warnings.push_back(several_documents(starts));
  ++(read ? counters_.documents_read : counters_.documents_failed);
  return read;
} catch (const std::exception& thrown) {
  ++counters_.documents_failed;
  return tl::unexpected(stopped(document.head().source, thrown));
}

Document Runner::put_together(Document head, std::vector<PageReply> pages) const {
  const PageTopReader top(knowledge_.dictionaries);
  std::vector<PageTop> tops;
  ocr::OcrTally tally;
  for (PageReply& read : pages) {
    if (head.page_count > 1) tops.push_back(top.look(read.page.number, read.page.text));
    tally.add(read.page, read.engine, read.model);
    add_page(head, std::move(read.page));
  }
  const auto starts = suspected_starts(tops);
  if (!starts.empty()) head.warnings.push_back(several_documents(starts));
  head.ocr = tally.info();
  return head;
}

DocumentRecords Runner::extract_records(Document document, std::optional<text::Sketch>* sketch) const {
  const text::NormalizedText text(text::lay_out(page_texts(document), knowledge_.markers));
  if (sketch != nullptr) *sketch = text::sketch_of(text);
  const Extraction extraction = extract(text, knowledge_.dictionaries, hints_of(document), detail_);
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
