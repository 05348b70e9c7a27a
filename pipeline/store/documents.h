// Documents and their pages in an archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/store/archive.h"

namespace trichluc::store {

enum class DocumentState { kReading, kDone, kWithdrawn };

struct DocumentKey {
  std::int64_t row = 0;
  DocumentState state = DocumentState::kReading;
  bool known = false;  // it was there already, under whatever name
};

// A page with what it was read by. `fingerprint` is "VERSION | what the page was read with"; two pages with the same
// second half would be read alike.
struct StoredPage {
  Page page;
  std::string engine;
  std::string model;
  std::string fingerprint;
};

struct FoundDocument {
  std::int64_t row = 0;
  std::string id;
};
// By an id, the beginning of one (8 digits at least), or a path. Part of a reading or a transaction.
std::vector<FoundDocument> find_documents(Database& database, const std::string& named);

// The half of a fingerprint that tells whether something changed.
std::string_view essence(std::string_view fingerprint);

// The document of these bytes, new or known, with one name more. `head` is a document without pages; `container` is the
// file that it is packed in, empty where it stands alone.
Result<DocumentKey> add_document(Archive& archive, const Document& head, std::size_t bytes, const std::string& path,
                                 const std::string& container);
// Document without pages, its media type and so on, as it was opened.
Result<Document> load_head(Archive& archive, std::int64_t document);

// Durable when this returns. A failed page has its line among the failures; the page takes the place of an older one.
Result<void> keep_page(Archive& archive, std::int64_t document, const StoredPage& page);
// All pages that are stored, in order.
Result<std::vector<StoredPage>> load_pages(Archive& archive, std::int64_t document);

}  // namespace trichluc::store
