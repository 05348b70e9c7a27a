// Any bytes through the readers of plain text and HTML and the layout: what comes out is valid UTF-8, every place that
// is told lies inside it, and no letter of it is lost between page and paragraphs.
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/source/document.h"
#include "pipeline/source/open.h"
#include "pipeline/source/sniff.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"

namespace {

using trichluc::Span;

// Web pages are longer than reports; past this size each try only gets slower.
constexpr std::size_t kMostBytes = 1 << 18;

[[noreturn]] void finding(std::string_view what, std::string_view where) {
  std::cerr << what << ": " << where << '\n';
  std::abort();
}

const trichluc::Knowledge& knowledge() {
  static const auto loaded = trichluc::load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) finding(loaded.error().what.en, loaded.error().where);
  return *loaded;
}

void check_page(const trichluc::Page& page) {
  if (!trichluc::is_valid_utf8(page.text)) finding("text of a page is not UTF-8", page.reason);
  for (const auto& word : page.words) {
    if (word.in_page.begin > word.in_page.end || word.in_page.end > page.text.size())
      finding("word outside the page", "");
  }
  for (const auto& hint : page.hints) {
    if (hint.span.begin > hint.span.end || hint.span.end > page.text.size()) finding("hint outside the page", "");
  }
}

// Every byte that is no blank stands in exactly one line of one paragraph.
void check_nothing_lost(const trichluc::text::LaidOut& laid_out) {
  std::vector<int> held(laid_out.raw.size(), 0);
  for (const auto& paragraph : laid_out.paragraphs) {
    for (const Span line : paragraph.lines) {
      if (line.begin > line.end || line.end > laid_out.raw.size()) finding("line outside the text", "");
      for (std::size_t i = line.begin; i < line.end; ++i) ++held[i];
    }
  }
  for (std::size_t i = 0; i < held.size(); ++i) {
    const auto byte = static_cast<unsigned char>(laid_out.raw[i]);
    const bool is_letter = std::isalnum(byte) != 0;
    if (held[i] > 1 || (is_letter && held[i] == 0)) {
      finding(held[i] > 1 ? "in two paragraphs" : "in no paragraph", std::string_view(laid_out.raw).substr(i, 40));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto type = trichluc::sniff(bytes, "fuzz");
  // The readers of PDF and pictures are other people's libraries, and far slower.
  if (!type || (*type != trichluc::MediaType::kPlain && *type != trichluc::MediaType::kHtml)) return 0;
  const auto document = trichluc::open_bytes(bytes, "fuzz");
  if (!document) return 0;
  std::vector<trichluc::text::PageText> pages;
  for (const auto& page : document->pages) {
    check_page(page);
    pages.push_back({page.text, page.hard_wrapped, &page.hints});
  }
  auto laid_out = trichluc::text::lay_out(pages, knowledge().markers);
  check_nothing_lost(laid_out);
  const trichluc::text::NormalizedText text(std::move(laid_out));
  if (!trichluc::is_valid_utf8(text.folded())) finding("folded text is not UTF-8", "");
  if (text.folded().size() != text.shaped().size()) finding("folded and shaped text differ in size", "");
  return 0;
}
