#include "pipeline/query/search/page_halves.h"

#include <algorithm>
#include <cstddef>

#include "pipeline/store/index_words.h"
#include "pipeline/text/layout.h"

namespace trichluc {
namespace {

// A text that came with our mark is not ours.
void hide_mark(std::string& text) {
  if (!text.empty() && text.front() == store::kOpaqueMark) text.front() = ' ';
}

// Of a page that begins there; a blank or line end between two lines parts nothing.
std::vector<Span> stretches_of(std::string_view related, std::string_view raw, std::size_t begin) {
  std::vector<Span> stretches;
  for (std::size_t at = 0; at < related.size(); ++at) {
    if (related[at] == ' ') continue;
    const bool goes_on = !stretches.empty() &&
                         raw.substr(begin + stretches.back().end, at - stretches.back().end).find_first_not_of(" \n") ==
                             std::string_view::npos;
    if (goes_on) {
      stretches.back().end = at + 1;
    } else {
      stretches.push_back({at, at + 1});
    }
  }
  return stretches;
}

}  // namespace

std::vector<PageHalves> halves_of(const std::vector<Page>& pages, const text::PageMarkers& markers) {
  std::vector<text::PageText> texts;
  for (const Page& page : pages) {
    texts.push_back({page.text, page.hard_wrapped, &page.hints, page.origin == TextOrigin::kOcr});
  }
  const text::LaidOut laid_out = text::lay_out(texts, markers);
  std::string related(laid_out.raw.size(), ' ');
  std::string body = laid_out.raw;
  for (const text::Paragraph& paragraph : laid_out.paragraphs) {
    if (text::record_section(paragraph.section) != "related") continue;
    for (const Span line : paragraph.lines) {
      std::copy_n(laid_out.raw.begin() + static_cast<std::ptrdiff_t>(line.begin), line.size(),
                  related.begin() + static_cast<std::ptrdiff_t>(line.begin));
      std::fill_n(body.begin() + static_cast<std::ptrdiff_t>(line.begin), line.size(), ' ');
    }
  }
  std::vector<PageHalves> halves;
  std::size_t begin = 0;
  for (const Page& page : pages) {
    PageHalves both{body.substr(begin, page.text.size()), related.substr(begin, page.text.size()), {}};
    both.beside = stretches_of(both.related, laid_out.raw, begin);
    hide_mark(both.body);
    hide_mark(both.related);
    halves.push_back(std::move(both));
    begin += page.text.size() + 1;
  }
  return halves;
}

}  // namespace trichluc
