#include "pipeline/run/pooled_document.h"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "pipeline/ocr/ocr_tally.h"
#include "pipeline/run/arrivals.h"
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

// A page for which only the model is missing is read when it is there.
bool waits(const Reply& reply) {
  return reply.kind == ReplyKind::kError && reply.error.code == ErrorCode::kMissingDependency;
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

// The pages of one reading, asked for some ahead of their turn. Each is kept as soon as it comes; those that other
// workers finished ahead of a slow one then wait here for their turn.
class PooledDocument::PagesInOrder {
 public:
  PagesInOrder(const PooledDocument& document, std::vector<int> wanted, const Keeper* keeper)
      : document_(document),
        wanted_(std::move(wanted)),
        keeper_(keeper),
        // Enough to keep every worker busy; more would only hold pages that wait for their turn.
        ahead_(2 * static_cast<std::size_t>(document.pool_->workers()) + 2) {}

  // Of the page wanted_[index]; each once, in order. A page that failed stands in it with the error.
  Reply of(std::size_t index) {
    for (; asked_ < wanted_.size() && asked_ < index + ahead_; ++asked_) ask(asked_);
    while (!waiting_.contains(index)) {
      Arrivals::Arrival arrival = arrivals_->next();
      keep(arrival);
      waiting_.emplace(arrival.index, std::move(arrival.reply));
    }
    return std::move(waiting_.extract(index).mapped());
  }

 private:
  // A page that is kept is there at once.
  void ask(std::size_t index) {
    auto found = keeper_ != nullptr ? keeper_->find(wanted_[index]) : std::nullopt;
    if (!found) {
      // Answers may come when nobody waits for them any more.
      document_.pool_->submit(document_.file_, PageTask::kPage, wanted_[index],
                              [arrivals = arrivals_, index](Reply reply) { arrivals->add(index, std::move(reply)); });
      return;
    }
    Reply reply;
    reply.kind = ReplyKind::kPage;
    reply.page = std::move(*found);
    waiting_.emplace(index, std::move(reply));
  }

  void keep(Arrivals::Arrival& arrival) const {
    Reply& reply = arrival.reply;
    const bool refused = reply.kind == ReplyKind::kError;
    if (refused) reply.page = {failed_page(wanted_[arrival.index], reply.error), "", ""};
    if (keeper_ != nullptr && !waits(reply)) keeper_->keep(reply);
  }

  const PooledDocument& document_;
  std::vector<int> wanted_;
  const Keeper* keeper_;
  std::size_t ahead_;
  std::size_t asked_ = 0;
  std::shared_ptr<Arrivals> arrivals_ = std::make_shared<Arrivals>();
  std::map<std::size_t, Reply> waiting_;
};

std::size_t PooledDocument::count_to_recognise(const std::vector<int>& pages) const {
  constexpr std::size_t kAtOnce = 64;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < pages.size(); begin += kAtOnce) {
    std::vector<std::future<Reply>> asked;
    for (std::size_t i = begin; i < std::min(pages.size(), begin + kAtOnce); ++i) {
      asked.push_back(pool_->submit(file_, PageTask::kLook, pages[i]));
    }
    for (std::future<Reply>& one : asked) {
      const Reply seen = one.get();
      const bool given = seen.kind == ReplyKind::kPage && seen.page.page.origin == TextOrigin::kEmbedded;
      if (!given) ++count;
    }
  }
  return count;
}

Result<Document> PooledDocument::read(const PageRanges& ranges, RunCounters& counters, const PageUse& use,
                                      const Keeper* keeper) const {
  const std::vector<int> wanted = ranges.of(page_count());
  PagesInOrder pages(*this, wanted, keeper);
  Document document = head_;
  ocr::OcrTally tally;
  std::optional<Error> missing;
  bool any_read = false;
  counters.pages += wanted.size();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Reply reply = pages.of(i);
    if (waits(reply)) missing = reply.error;
    Page page = std::move(reply.page.page);
    if (reply.kind != ReplyKind::kError) tally.add(page, reply.page.engine, reply.page.model);
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
