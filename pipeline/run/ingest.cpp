#include "pipeline/run/ingest.h"

#include <exception>
#include <map>
#include <utility>

#include "pipeline/store/corrections/page_corrections.h"
#include "pipeline/store/facts.h"
#include "pipeline/store/failures.h"
#include "pipeline/store/originals.h"
#include "pipeline/store/withdraw.h"

namespace trichluc {
namespace {

Delivery nothing_to_tell(const std::string& source) {
  Delivery delivery;
  delivery.records.source = source;
  return delivery;
}

PageReply as_reply(store::StoredPage stored) {
  return {std::move(stored.page), std::move(stored.engine), std::move(stored.model)};
}

Delivery withdrawn_document(const std::string& source) {
  Delivery told = nothing_to_tell(source);
  told.records.document.warnings.push_back(
      {"was withdrawn from this archive and is not read again", "đã được rút khỏi kho này nên không đọc lại"});
  return told;
}

}  // namespace

const std::string& Ingest::fingerprint_of(const Page& page) const {
  const bool given = page.origin == TextOrigin::kPlain || page.origin == TextOrigin::kEmbedded;
  return given ? fingerprints_.text_pages : fingerprints_.recognised_pages;
}

bool Ingest::hold(const Result<void>& result) {
  if (result) return true;
  const std::lock_guard lock(mutex_);
  if (!fault_) fault_ = result.error();
  return false;
}

std::optional<Error> Ingest::fault() const {
  const std::lock_guard lock(mutex_);
  return fault_;
}

IngestCounts Ingest::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Ingest::count(std::size_t IngestCounts::*which) {
  const std::lock_guard lock(mutex_);
  ++(counts_.*which);
}

void Ingest::note_time(const Page& page, double seconds) {
  const bool given = page.origin == TextOrigin::kPlain || page.origin == TextOrigin::kEmbedded;
  const std::lock_guard lock(mutex_);
  store::PageTimes& times = given ? work_.text : work_.recognised;
  ++times.pages;
  times.seconds += seconds;
}

store::RunWork Ingest::work() const {
  const std::lock_guard lock(mutex_);
  return work_;
}

bool Ingest::claim(const std::string& id) {
  const std::lock_guard lock(mutex_);
  return claimed_.insert(id).second;
}

void Ingest::release(const std::string& id) {
  const std::lock_guard lock(mutex_);
  claimed_.erase(id);
}

void Ingest::note(const DocumentRecords& refused) {
  if (!fault()) hold(store::note_refusal(archive_, refused.source, *refused.error));
}

void Ingest::add(const PooledDocument& document, const std::string& container, const Emit& emit) {
  const Document& head = document.head();
  if (fault()) return emit(nothing_to_tell(head.source));
  const auto given_back = store::is_withdrawn(archive_, head.id);
  if (given_back && *given_back) return emit(withdrawn_document(head.source));
  const bool mine = claim(head.id);
  const std::size_t bytes = document.original_bytes().bytes().size();
  if (mine && !hold(store::keep_original(archive_.folder(), head.id, document.original_bytes().bytes()))) {
    return emit(nothing_to_tell(head.source));
  }
  const auto key = store::add_document(archive_, head, bytes, head.source, container);
  if (!key) {
    hold(tl::unexpected(key.error()));
    return emit(nothing_to_tell(head.source));
  }
  const bool waits = key->state == store::DocumentState::kReading;
  count(!key->known ? &IngestCounts::added : mine && waits ? &IngestCounts::continued : &IngestCounts::duplicates);
  if (mine && waits) {
    process(document, key->row, emit);
  } else {
    emit(nothing_to_tell(head.source));
  }
  if (mine) release(head.id);
}

void Ingest::add_again(const PooledDocument& document, std::int64_t row, const std::string& id, const Emit& emit) {
  if (fault() || document.head().id != id) return emit(nothing_to_tell(document.head().source));
  process(document, row, emit);
}

// The pages that are stored and would come out the same today.
Result<std::map<int, store::StoredPage>> Ingest::good_pages(std::int64_t row) const {
  auto stored = store::load_pages(archive_, row);
  if (!stored) return tl::unexpected(stored.error());
  std::map<int, store::StoredPage> pages;
  for (store::StoredPage& page : *stored) {
    if (store::essence(page.fingerprint) != store::essence(fingerprint_of(page.page))) continue;
    const int number = page.page.number;
    pages.emplace(number, std::move(page));
  }
  return pages;
}

// Gives the pages that need not be read again, and keeps each that is read.
PooledDocument::Keeper Ingest::keeper_of(std::map<int, store::StoredPage>& pages, std::int64_t row) {
  PooledDocument::Keeper keeper;
  keeper.find = [&pages](int number) -> std::optional<PageReply> {
    const auto found = pages.find(number);
    if (found == pages.end()) return std::nullopt;
    return as_reply(std::move(found->second));
  };
  keeper.keep = [this, row](const Reply& reply) {
    const PageReply& read = reply.page;
    if (fault()) return;
    hold(store::keep_page(archive_, row, {read.page, read.engine, read.model, fingerprint_of(read.page)}));
    note_time(read.page, reply.seconds);
  };
  return keeper;
}

void Ingest::process(const PooledDocument& document, std::int64_t row, const Emit& emit) try {
  const std::string& source = document.head().source;
  auto pages = good_pages(row);
  if (!pages) {
    hold(tl::unexpected(pages.error()));
    return emit(nothing_to_tell(source));
  }
  const PooledDocument::Keeper keeper = keeper_of(*pages, row);
  auto read = runner_.read(document, {}, &keeper);
  if (!read) {
    Delivery told = refusal(source, read.error());
    note(told.records);
    return emit(std::move(told));
  }
  std::optional<text::Sketch> sketch;
  auto records = records_of(std::move(*read), row, sketch);
  if (!records) {
    hold(tl::unexpected(records.error()));
    return emit(nothing_to_tell(source));
  }
  Delivery done;
  done.records = std::move(*records);
  if (!fault()) hold(store::keep_facts(archive_, row, done.records, sketch, fingerprints_.facts));
  emit(std::move(done));
} catch (const std::exception& thrown) {
  const std::string what = thrown.what();
  Delivery told = refusal(document.head().source, {ErrorCode::kOther,
                                                   {"reading stopped unexpectedly (" + what + "); please report it",
                                                    "việc đọc dừng bất ngờ (" + what + "); xin báo lỗi"},
                                                   document.head().source});
  note(told.records);
  emit(std::move(told));
}

Result<DocumentRecords> Ingest::records_of(Document document, std::int64_t row,
                                           std::optional<text::Sketch>& sketch) const {
  auto corrections = store::ReadingCorrections::load(archive_, row);
  if (!corrections) return tl::unexpected(corrections.error());
  corrections->correct(document);
  DocumentRecords records = runner_.extract_records(std::move(document), &sketch);
  corrections->give_back(records);
  return records;
}

Result<void> Ingest::renew_facts(std::int64_t row) {
  auto head = store::load_head(archive_, row);
  if (!head) return tl::unexpected(head.error());
  auto stored = store::load_pages(archive_, row);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<PageReply> pages;
  for (store::StoredPage& page : *stored) pages.push_back(as_reply(std::move(page)));
  std::optional<text::Sketch> sketch;
  const auto records = records_of(runner_.put_together(std::move(*head), std::move(pages)), row, sketch);
  if (!records) return tl::unexpected(records.error());
  return store::keep_facts(archive_, row, *records, sketch, fingerprints_.facts);
}

}  // namespace trichluc
