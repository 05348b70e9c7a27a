#include "pipeline/run/pooled_document.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "pipeline/ocr/ocr_tally.h"
#include "pipeline/source/hash.h"
#include "pipeline/source/opened_document.h"

namespace trichluc {
namespace {

Page failed_page(int number, const Error& error) {
  Page page;
  page.number = number;
  page.origin = TextOrigin::kFailed;
  page.reason = error.what.en;
  const std::string n = std::to_string(number);
  page.warnings.push_back({"page " + n + ": " + error.what.en, "trang " + n + ": " + error.what.vi});
  return page;
}

Message fewer_pages(int count) {
  const std::string n = std::to_string(count);
  return {"none of the pages asked for is in this document of " + n + (count == 1 ? " page" : " pages"),
          "tài liệu này có " + n + " trang, không có trang nào được yêu cầu"};
}

}  // namespace

PooledDocument::PooledDocument(PagePool& pool, PooledFilePtr file, OpenReply opened)
    : pool_(&pool),
      file_(std::move(file)),
      head_(std::move(opened.head)),
      entries_(std::move(opened.entries)),
      converted_from_(std::move(opened.converted_from)),
      converted_to_(std::move(opened.converted_to)) {
  head_.source = file_->source;
  head_.id = "sha256:" + sha256_hex(file_->bytes.bytes());
  head_.page_count = opened.page_count;
}

Result<PooledDocument> PooledDocument::open(PagePool& pool, PooledFilePtr file) {
  Reply reply = pool.submit(file, PageTask::kOpen, 0).get();
  if (reply.kind == ReplyKind::kError) return tl::unexpected(std::move(reply.error));
  return PooledDocument(pool, std::move(file), std::move(reply.opened));
}

Result<Snapshot> PooledDocument::entry(std::size_t index) const {
  Reply reply = pool_->submit(file_, PageTask::kEntry, static_cast<int>(index)).get();
  if (reply.kind == ReplyKind::kError) return tl::unexpected(std::move(reply.error));
  return Snapshot::of_memory(std::move(reply.entry), head_.source);
}

void PooledDocument::stand_for(const PooledDocument& original) {
  original_ = original.file_;
  head_.id = original.head_.id;
  head_.media_type = original.head_.media_type;
  head_.warnings.push_back({"an old office file, converted by LibreOffice before it was read",
                            "tệp văn phòng đời cũ, đã được LibreOffice chuyển đổi trước khi đọc"});
}

// A page that is kept is there at once.
std::future<Reply> PooledDocument::ask(int number, const Keeper* keeper, bool& kept) const {
  auto found = keeper != nullptr ? keeper->find(number) : std::nullopt;
  kept = found.has_value();
  if (!kept) return pool_->submit(file_, PageTask::kPage, number);
  Reply reply;
  reply.kind = ReplyKind::kPage;
  reply.page = std::move(*found);
  std::promise<Reply> promise;
  promise.set_value(std::move(reply));
  return promise.get_future();
}

Result<Document> PooledDocument::read(const PageRanges& ranges, RunCounters& counters, const PageUse& use,
                                      const Keeper* keeper) const {
  const std::vector<int> wanted = ranges.of(page_count());
  // Enough to keep every worker busy; more would only hold pages that wait for their turn.
  const std::size_t ahead = 2 * static_cast<std::size_t>(pool_->workers()) + 2;
  Document document = head_;
  ocr::OcrTally tally;
  std::optional<Error> missing;
  bool any_read = false;
  counters.pages += wanted.size();
  struct Asked {
    std::future<Reply> reply;
    bool kept = false;
  };
  std::deque<Asked> asked;
  for (std::size_t next = 0, i = 0; i < wanted.size(); ++i) {
    for (; next < wanted.size() && next < i + ahead; ++next) {
      Asked& job = asked.emplace_back();
      job.reply = ask(wanted[next], keeper, job.kept);
    }
    Reply reply = asked.front().reply.get();
    const bool kept = asked.front().kept;
    asked.pop_front();
    const bool refused = reply.kind == ReplyKind::kError;
    if (refused) reply.page = {failed_page(wanted[i], reply.error), "", ""};
    // A page for which only the model is missing is read when it is there.
    const bool waits = refused && reply.error.code == ErrorCode::kMissingDependency;
    if (waits) missing = reply.error;
    if (keeper != nullptr && !kept && !waits) keeper->keep(reply.page);
    Page page = std::move(reply.page.page);
    if (!refused) tally.add(page, reply.page.engine, reply.page.model);
    const bool failed = page.origin == TextOrigin::kFailed;
    any_read = any_read || !failed;
    ++(failed ? counters.pages_failed : counters.pages_read);
    if (use) use(document, page);
    add_page(document, std::move(page));
  }
  if (missing && !any_read) return tl::unexpected(*missing);
  if (wanted.empty() && page_count() > 0) document.warnings.push_back(fewer_pages(page_count()));
  document.ocr = tally.info();
  return document;
}

}  // namespace trichluc
