#include "pipeline/source/opened_document.h"

#include <algorithm>
#include <iterator>

namespace trichluc {

const std::vector<ContainedEntry>& OpenedDocument::entries() const {
  static const std::vector<ContainedEntry> kNone;
  return kNone;
}

Result<std::string> OpenedDocument::entry(std::size_t) {
  return fail(ErrorCode::kOther, {"there is no such entry; report this", "không có mục này; hãy báo lỗi"},
              head_.source);
}

Document WholeDocument::without_pages(Document& document) {
  std::vector<Page> pages = std::exchange(document.pages, {});
  Document head = document;
  document.pages = std::move(pages);
  return head;
}

Page without_text(Page page) {
  Page known;
  known.number = page.number;
  known.origin = page.origin;
  known.reason = std::move(page.reason);
  known.fonts = std::move(page.fonts);
  known.warnings = std::move(page.warnings);
  return known;
}

namespace {

// The encoding by which the letters of a page were read: of legacy fonts, "mixed" beside others; empty: none is such.
std::string encoding_of(const std::vector<PageFont>& fonts) {
  for (const PageFont& font : fonts) {
    if (font.encoding.empty()) continue;
    const bool alone =
        std::all_of(fonts.begin(), fonts.end(), [&](const PageFont& other) { return other.encoding == font.encoding; });
    return alone ? font.encoding : "mixed";
  }
  return "";
}

void note_encoding(Document& document, const Page& page) {
  if (page.fonts.empty()) return;
  const std::string encoding = encoding_of(page.fonts);
  const std::string of_page = encoding.empty() ? "utf-8" : encoding;
  if (of_page != document.encoding) document.encoding = document.pages.empty() ? of_page : "mixed";
}

}  // namespace

void add_page(Document& document, Page page) {
  document.warnings.insert(document.warnings.end(), std::make_move_iterator(page.warnings.begin()),
                           std::make_move_iterator(page.warnings.end()));
  page.warnings.clear();
  note_encoding(document, page);
  document.pages.push_back(std::move(page));
}

Document read_all_pages(OpenedDocument& opened) {
  Document document = opened.head();
  for (int number = 1; number <= opened.page_count(); ++number) add_page(document, opened.page(number));
  return document;
}

}  // namespace trichluc
