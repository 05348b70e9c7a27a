// Any bytes as a file: told, opened, and read to its last page and entry. PDF and pictures are left to their libraries,
// which run in a child of their own; here are the readers of our own code and how they hold those of libraries.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "pipeline/base/utf8.h"
#include "pipeline/source/open.h"
#include "pipeline/source/sniff.h"

namespace {

using namespace trichluc;

constexpr std::size_t kMostBytes = std::size_t{1} << 17U;

[[noreturn]] void finding(std::string_view what) {
  std::cerr << what << '\n';
  std::abort();
}

void check(const Page& page) {
  if (!is_valid_utf8(page.text)) finding("a page that is not UTF-8");
  const auto fits = [&](Span span) { return span.begin <= span.end && span.end <= page.text.size(); };
  for (const TableCell& cell : page.cells) {
    if (!fits(cell.in_page) || cell.row < 0 || cell.column < 0) finding("a cell outside its page");
  }
  for (const auto& hint : page.hints) {
    if (!fits(hint.span)) finding("a hint outside its page");
  }
}

bool is_ours(MediaType type) {
  return type != MediaType::kPdf && type != MediaType::kPng && type != MediaType::kJpeg && type != MediaType::kTiff;
}

void read(std::string_view bytes, int depth) {
  constexpr int kDeepest = 2;
  const auto type = sniff(bytes, "fuzz");
  if (!type || !is_ours(*type)) return;
  const auto opened = open_pages(bytes, "fuzz");
  if (!opened) return;
  for (int number = 1; number <= (*opened)->page_count(); ++number) check((*opened)->page(number));
  for (std::size_t i = 0; i < (*opened)->entries().size() && depth < kDeepest; ++i) {
    if (const auto entry = (*opened)->entry(i)) read(*entry, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  read(std::string(reinterpret_cast<const char*>(data), size), 0);
  return 0;
}
