// The search index of an archive: index.sqlite beside archive.sqlite. Nothing in it is not made from the archive; it
// may be deleted at any time. It has noted the number of the last change that it has seen (the archive's table
// `changes`), so that to find out whether it is current takes no longer in a large archive than in a small one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "pipeline/base/result.h"
#include "pipeline/store/archive.h"
#include "pipeline/text/page_markers.h"

namespace trichluc {

struct IndexUpdate {
  std::size_t changed = 0;  // documents that were read into the index or taken out of it
  bool rebuilt = false;
};

// Hears, after each document, how many of how many are in an index that is built.
using IndexProgress = std::function<void(std::size_t done, std::size_t all)>;

// Brings the index up to what the archive holds; one that is missing, damaged, of another version or of another archive
// is built anew beside the old one and then takes its place. One program builds at a time, the others wait. Memory does
// not grow with the archive but for eight bytes a document.
// Errors: kFileAccess (the index is not current and its folder cannot be written to, or the disk is full).
Result<IndexUpdate> update_index(store::Archive& archive, const text::PageMarkers& markers, bool rebuild,
                                 const IndexProgress& progress = {});

// Opens an archive to be searched: its connection knows the index's tokenizer.
Result<store::Archive> open_for_search(const std::filesystem::path& folder);

// The index as the schema `search` of an open archive's connection, for as long as this lives; part of Archive::read.
class AttachedIndex {
 public:
  AttachedIndex(store::Database& database, const std::filesystem::path& archive_folder);
  AttachedIndex(const AttachedIndex&) = delete;
  AttachedIndex& operator=(const AttachedIndex&) = delete;
  ~AttachedIndex();

 private:
  store::Database& database_;
};

}  // namespace trichluc
