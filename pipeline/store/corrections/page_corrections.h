// Corrections of page text and of what a document says of itself, laid over what was read just before facts are made of
// it, and before its words are searched. The pages stay as read: proof is given in their own words and offsets, with
// the corrected words as `repaired`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/record/record.h"
#include "pipeline/store/archive.h"

namespace trichluc::store {

// [start, end), code points of the page as read, becomes `text`.
struct PageEdit {
  std::size_t start = 0, end = 0;
  std::string text;
};

// Of one page, in order, none upon another.
using PageEdits = std::vector<PageEdit>;

// By page: those in force whose words are found on the pages as they are stored. Within a reading of the archive.
std::map<int, PageEdits> page_edits(Database& database, std::int64_t document);
// Puts the page's text right, and moves words, hints and cells with it.
void edit_page(Page& page, const PageEdits& edits);
// The way back: what stands at [start, end) of the corrected text stands there on the page as read, in code points. Of
// words that were put right always all.
struct PagePlace {
  std::size_t start = 0, end = 0;
};
PagePlace as_read(PagePlace corrected, const PageEdits& edits);

class ReadingCorrections {
 public:
  // Of corrections in force whose words are found on the pages that are stored.
  static Result<ReadingCorrections> load(Archive& archive, std::int64_t document);
  // For tests: edits by page, in order, none upon another.
  explicit ReadingCorrections(std::map<int, PageEdits> edits) : edits_(std::move(edits)) {}

  // What the document's head says, before it is read for facts.
  void correct(Document& document);
  // Turns the proofs of what was made of corrected pages into proofs on the pages as read.
  void give_back(DocumentRecords& records) const;

 private:
  void give_back(Evidence& evidence) const;

  std::map<int, PageEdits> edits_;
  std::map<int, std::string> read_;              // text as read of the pages that were corrected
  std::map<std::string, std::string> metadata_;  // by field
};

}  // namespace trichluc::store
