// Documents into an archive: each page as soon as it is read, then the facts of all pages. What an earlier run has left
// half done is taken up where it stopped.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "pipeline/run/delivery.h"
#include "pipeline/run/pooled_document.h"
#include "pipeline/run/runner.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/documents.h"
#include "pipeline/store/runs.h"
#include "pipeline/store/status.h"

namespace trichluc {

struct IngestCounts {
  std::size_t added = 0;       // documents that were not in the archive
  std::size_t continued = 0;   // that an earlier run had begun
  std::size_t duplicates = 0;  // further names of documents that are there
};

// Any number of threads may hand in documents at once.
class Ingest {
 public:
  // Both must outlive this; the runner must read all pages.
  Ingest(store::Archive& archive, const Runner& runner, store::Fingerprints fingerprints)
      : archive_(archive), runner_(runner), fingerprints_(std::move(fingerprints)) {}

  // `container` is the file that the document is packed in, empty where it stands alone.
  void add(const PooledDocument& document, const std::string& container, const Emit& emit);
  // Reads a document again whose pages were taken away; passes over any other (what is packed in a message).
  void add_again(const PooledDocument& document, std::int64_t row, const std::string& id, const Emit& emit);
  // The facts anew from stored pages.
  Result<void> renew_facts(std::int64_t row);
  // A file that could not be read at all.
  void note(const DocumentRecords& refused);

  // True when all is well; remembers the first fault.
  bool hold(const Result<void>& result);
  // The archive cannot be written any more: nothing further is done, and the run must end with this.
  std::optional<Error> fault() const;
  IngestCounts counts() const;
  // Pages read and what they took.
  store::RunWork work() const;

 private:
  void note_time(const Page& page, double seconds);
  bool claim(const std::string& id);
  void release(const std::string& id);
  void count(std::size_t IngestCounts::*which);
  Result<std::map<int, store::StoredPage>> good_pages(std::int64_t row) const;
  PooledDocument::Keeper keeper_of(std::map<int, store::StoredPage>& pages, std::int64_t row);
  void process(const PooledDocument& document, std::int64_t row, const Emit& emit);
  // With what people have corrected of its pages and head.
  Result<DocumentRecords> records_of(Document document, std::int64_t row, std::optional<text::Sketch>& sketch) const;
  const std::string& fingerprint_of(const Page& page) const;

  store::Archive& archive_;
  const Runner& runner_;
  store::Fingerprints fingerprints_;
  mutable std::mutex mutex_;
  std::set<std::string> claimed_;
  std::optional<Error> fault_;
  IngestCounts counts_;
  store::RunWork work_;
};

}  // namespace trichluc
