// How an archive stands: counted from its tables.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pipeline/store/archive.h"

namespace trichluc::store {

using Counts = std::map<std::string, std::int64_t>;

struct Status {
  std::int64_t paths = 0;
  std::int64_t containers = 0;
  std::int64_t bytes = 0;        // of the originals
  Counts documents;              // by state
  Counts pages;                  // by origin; "waiting": of documents that are being read, not there yet
  Counts facts;                  // by type
  Counts failures;               // by stage
  Counts corrections;            // in_force, lost (their words are gone), undone
  std::int64_t groups = 0;       // of near duplicates
  std::int64_t grouped = 0;      // documents in them
  std::int64_t described = 0;    // documents with metadata
  std::int64_t stale_pages = 0;  // documents with pages that would be read otherwise now
  std::int64_t stale_facts = 0;  // documents with facts that would be
};

// What the present program would stamp; see StoredPage::fingerprint.
struct Fingerprints {
  std::string text_pages;        // of pages whose text the source gives
  std::string recognised_pages;  // of pages that went through the recogniser, or failed
  std::string facts;
};

Result<Status> status_of(Archive& archive, const Fingerprints& now);

}  // namespace trichluc::store
