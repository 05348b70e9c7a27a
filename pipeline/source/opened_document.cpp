#include "pipeline/source/opened_document.h"

#include <iterator>

namespace trichluc {

Document WholeDocument::without_pages(Document& document) {
  std::vector<Page> pages = std::exchange(document.pages, {});
  Document head = document;
  document.pages = std::move(pages);
  return head;
}

void add_page(Document& document, Page page) {
  document.warnings.insert(document.warnings.end(), std::make_move_iterator(page.warnings.begin()),
                           std::make_move_iterator(page.warnings.end()));
  page.warnings.clear();
  document.pages.push_back(std::move(page));
}

Document read_all_pages(OpenedDocument& opened) {
  Document document = opened.head();
  for (int number = 1; number <= opened.page_count(); ++number) add_page(document, opened.page(number));
  return document;
}

}  // namespace trichluc
