// A document whose pages are read by a page pool, several at once, and come back in order.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/run/counters.h"
#include "pipeline/run/page_pool.h"
#include "pipeline/run/page_ranges.h"

namespace trichluc {

class PooledDocument {
 public:
  // Opens the file in a worker. What it cannot open is the error that the worker told.
  static Result<PooledDocument> open(PagePool& pool, PooledFilePtr file);

  const Document& head() const { return head_; }
  // What is packed in it; see OpenedDocument.
  const std::vector<ContainedEntry>& entries() const { return entries_; }
  // Unpacked by a worker.
  Result<Snapshot> entry(std::size_t index) const;
  const std::string& converted_from() const { return converted_from_; }
  const std::string& converted_to() const { return converted_to_; }
  const Snapshot& bytes() const { return file_->bytes; }
  // The bytes that head().id names: of the file before it was converted, where it was.
  const Snapshot& original_bytes() const { return (original_ ? original_ : file_)->bytes; }
  // Makes this, the document that a conversion gave, stand for the file that was converted.
  void stand_for(const PooledDocument& original);
  int page_count() const { return head_.page_count; }

  // Called for each page, in order; may take out of the page what it wants to keep for itself.
  using PageUse = std::function<void(const Document& head, Page& page)>;
  // Pages that an earlier run has read, and where this one puts its own as soon as each is read.
  struct Keeper {
    std::function<std::optional<PageReply>(int number)> find;
    // At once when a page is read, in whatever order; not for pages that came from `find`.
    std::function<void(const Reply& page)> keep;
  };
  // Of these pages, those that would have to be recognised; nothing is read. A page that cannot be looked at is one.
  std::size_t count_to_recognise(const std::vector<int>& pages) const;
  // The document with the pages that `ranges` names. Fails where no page could be read because the model is missing.
  Result<Document> read(const PageRanges& ranges, RunCounters& counters, const PageUse& use,
                        const Keeper* keeper = nullptr) const;

 private:
  PooledDocument(PagePool& pool, PooledFilePtr file, OpenReply opened);

  class PagesInOrder;

  PagePool* pool_;
  PooledFilePtr file_;
  PooledFilePtr original_;  // set where file_ is what a conversion made of it
  Document head_;
  std::vector<ContainedEntry> entries_;
  std::string converted_from_;
  std::string converted_to_;
};

}  // namespace trichluc
