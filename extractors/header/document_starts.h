// A whole folder is often scanned into one file. Where does the file seem to begin a new document? Told by what stands
// at the head of a page (the nation's name and the motto, Nghị định 30/2020/NĐ-CP, Annex I) and by printed page numbers
// that begin again. A suspicion, never a decision: the file is read as one document.
#pragma once

#include <string>
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

// Looks at pages of text as read, with lines as on the page. Immutable: many threads may use it.
class PageTopReader {
 public:
  // The dictionaries must outlive it.
  explicit PageTopReader(const Dictionaries& dictionaries);

  PageTop look(int page, std::string_view text) const;

 private:
  using Words = std::vector<std::string>;
  bool is_letterhead(std::string_view text) const;
  bool begins(std::string_view folded, std::string_view field) const;

  const Lexicon& frames_;
  std::vector<Words> nations_;  // without marks
  std::vector<Words> mottos_;
};

// `pages` in order; the first is a start by itself and is not listed.
std::vector<SuspectedStart> suspected_starts(const std::vector<PageTop>& pages);

}  // namespace trichluc
