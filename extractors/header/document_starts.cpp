#include "extractors/header/document_starts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>

#include "extractors/letterhead/frame_lines.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// The nation's name and the motto stand above everything else; a seal or a stamp may be read before them.
constexpr std::size_t kTopLines = 14;
// In bytes: both columns of the frame on one line.
constexpr std::size_t kLongestLine = 160;
// A recogniser misreads some of the words of the two lines, set small and in capitals: of each four one may be wrong.
constexpr std::size_t kWordsInFour = 3;

std::vector<std::string> ascii_words(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text::fold_to_ascii(folded) + " ") {
    if (c != ' ' && c != '-') {
      word += c;
      continue;
    }
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  }
  return words;
}

// Do most of the words of `form` stand in `line`, in their order?
bool says(const std::vector<std::string>& line, const std::vector<std::string>& form) {
  std::size_t found = 0;
  auto from = line.begin();
  for (const std::string& word : form) {
    const auto at = std::find(from, line.end(), word);
    if (at == line.end()) continue;
    ++found;
    from = at + 1;
  }
  return !form.empty() && 4 * found >= kWordsInFour * form.size();
}

bool says_one_of(const std::vector<std::string>& line, const std::vector<std::vector<std::string>>& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const auto& form) { return says(line, form); });
}

// "3", "- 3 -", "Trang 3", "3/12": the number of a line that holds nothing but a page number; 0: it is none.
int page_number_in(std::string_view line) {
  std::string folded = text::fold(line);
  for (const std::string_view before : {"trang", "tr."}) {
    if (folded.starts_with(before)) folded.erase(0, before.size());
  }
  constexpr std::string_view kAround = " \t\r-.";
  const std::size_t begin = folded.find_first_not_of(kAround);
  if (begin == std::string::npos) return 0;
  folded = folded.substr(begin, folded.find_last_not_of(kAround) + 1 - begin);
  folded = folded.substr(0, folded.find('/'));
  constexpr std::size_t kMostDigits = 3;
  if (folded.empty() || folded.size() > kMostDigits) return 0;
  if (!std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
  return std::stoi(folded);
}

// A page number stands above or below everything else.
int printed_number(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos) return 0;
  text = text.substr(begin, text.find_last_not_of(" \t\r\n\f") + 1 - begin);
  if (const int first = page_number_in(text.substr(0, text.find('\n'))); first != 0) return first;
  const std::size_t last = text.rfind('\n');
  return last == std::string_view::npos ? 0 : page_number_in(text.substr(last + 1));
}

// The pages on which the printed numbers begin again. A figure that happens to stand alone on the last line is no page
// number: numbers count once they have followed the pages, and a new count is believed when the next number goes on
// with it, or when the file ends on its first pages.
std::vector<int> fresh_counts(const std::vector<PageTop>& pages) {
  std::vector<PageTop> numbered;
  std::copy_if(pages.begin(), pages.end(), std::back_inserter(numbered),
               [](const PageTop& top) { return top.printed_number != 0; });
  const auto before_first = [](const PageTop& top) { return top.page - top.printed_number; };
  std::vector<int> starts;
  int start = 0;  // the page before number 1 of the document at hand
  bool followed = false;
  for (std::size_t i = 0; i < numbered.size(); ++i) {
    const int here = before_first(numbered[i]);
    followed = followed || here == start;
    if (!followed || here <= start) continue;
    const bool goes_on =
        i + 1 < numbered.size() ? before_first(numbered[i + 1]) >= here : numbered[i].printed_number <= 2;
    if (!goes_on) continue;
    starts.push_back(here + 1);
    start = here;
  }
  return starts;
}

}  // namespace

PageTopReader::PageTopReader(const Dictionaries& dictionaries) : frames_(dictionaries.table("document_frames")) {
  for (const Entry& entry : frames_.entries()) {
    const std::string_view field = frames_.value(entry, "field");
    if (field == "nation") nations_.push_back(ascii_words(entry.form));
    if (field == "motto") mottos_.push_back(ascii_words(entry.form));
  }
}

bool PageTopReader::begins(std::string_view folded, std::string_view field) const {
  return std::any_of(frames_.entries().begin(), frames_.entries().end(), [&](const Entry& entry) {
    return folded.starts_with(entry.form) && frames_.value(entry, "field") == field;
  });
}

bool PageTopReader::is_letterhead(std::string_view text) const {
  bool nation = false;
  bool motto = false;
  for (const FrameCell& cell : frame_cells(text, kTopLines)) {
    // The annexes of a document bear the frame of the forms that they hold.
    if (begins(cell.folded, "annex")) return false;
    if (begins(cell.folded, "kind")) break;
    // A line of prose is longer than either.
    if (cell.folded.size() > kLongestLine) continue;
    const Words words = ascii_words(cell.folded);
    nation = nation || (in_capitals(cell.shaped) && says_one_of(words, nations_));
    motto = motto || says_one_of(words, mottos_);
  }
  return nation && motto;
}

PageTop PageTopReader::look(int page, std::string_view text) const {
  return {page, is_letterhead(text), printed_number(text)};
}

std::vector<SuspectedStart> suspected_starts(const std::vector<PageTop>& pages) {
  std::map<int, SuspectedStart> starts;
  for (const PageTop& top : pages) {
    if (top.letterhead && top.page > pages.front().page) starts[top.page] = {top.page, true, false};
  }
  for (const int page : fresh_counts(pages)) {
    starts[page].page = page;
    starts[page].numbers_begin_again = true;
  }
  std::vector<SuspectedStart> listed;
  listed.reserve(starts.size());
  for (const auto& [page, start] : starts) listed.push_back(start);
  return listed;
}

}  // namespace trichluc
