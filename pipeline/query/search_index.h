// The search index of an archive: index.sqlite beside archive.sqlite. Nothing in it is not made from the archive; it
// may be deleted at any time.
#pragma once

#include <cstddef>
#include <filesystem>

#include "pipeline/base/result.h"
#include "pipeline/store/archive.h"
#include "pipeline/text/page_markers.h"

namespace trichluc {

struct IndexUpdate {
  std::size_t added = 0;    // documents read into the index
  std::size_t removed = 0;  // documents that are gone or were read anew
  bool rebuilt = false;
};

// Brings the index up to what the archive holds; a missing or damaged one, or one of another version, is built anew.
// Errors: kFileAccess (the folder cannot be written to).
Result<IndexUpdate> update_index(store::Archive& archive, const text::PageMarkers& markers, bool rebuild);

// Opens an archive to be searched: its connection knows the index's tokenizer.
Result<store::Archive> open_for_search(const std::filesystem::path& folder);

// Makes the index known to an open archive as the schema `search`; part of Archive::read.
void attach_index(store::Database& database, const std::filesystem::path& archive_folder);

}  // namespace trichluc
