// A whole folder is often scanned into one file. Where does the file seem to begin a new document? Told by what stands
// at the head of a page (the nation's name and the motto, Nghị định 30/2020/NĐ-CP, Annex I) and by printed page numbers
// that begin again. A suspicion, never a decision: the file is read as one document.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

// What one page shows of it.
struct PageTop {
  int page = 0;
  bool letterhead = false;
  int printed_number = 0;  // 0: none
};

// A further document that seems to begin in the same file, as where a whole folder was scanned into one.
struct SuspectedStart {
  int page = 0;
  bool letterhead = false;           // the nation's name and the motto stand at its head
  bool numbers_begin_again = false;  // the printed page numbers do

  bool operator==(const SuspectedStart&) const = default;
};

// `text` as read: lines as on the page.
PageTop look_at_top(int page, std::string_view text, const Dictionaries& dictionaries);

// `pages` in order; the first is a start by itself and is not listed.
std::vector<SuspectedStart> suspected_starts(const std::vector<PageTop>& pages);

}  // namespace trichluc
