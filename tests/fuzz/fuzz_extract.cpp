// Any text through layout, normalisation, the number scanner and all extractors. Whatever is read must lie inside the
// text, and its words must be the words of the source.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractors/extract.h"
#include "pipeline/base/utf8.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/fuzz/check_extraction.h"

namespace {

using trichluc::fuzz::finding;
using trichluc::text::NormalizedText;

// A page of a report has about 4,000 bytes; more only makes each try slower.
constexpr std::size_t kMostBytes = 1 << 16;

const trichluc::Knowledge& knowledge() {
  static const auto loaded = trichluc::load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) finding(loaded.error().what.en, loaded.error().where);
  return *loaded;
}

// Readers hand on valid UTF-8 only.
std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto point = trichluc::code_point_at(bytes, at);
    trichluc::append_utf8(text, point.value);
    at += point.size;
  }
  return text;
}

void check_paragraphs(const NormalizedText& text) {
  std::size_t last = 0;
  for (const auto& paragraph : text.paragraphs()) {
    if (paragraph.in_folded.begin < last || paragraph.in_folded.end > text.folded().size()) {
      finding("paragraph outside the text", "");
    }
    last = paragraph.in_folded.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  const std::string page = as_utf8({reinterpret_cast<const char*>(data), size});
  // The first byte chooses, so that both ways of joining lines are tried.
  const bool hard_wrapped = size > 0 && (data[0] & 1U) != 0;
  const NormalizedText text(trichluc::text::lay_out({{page, hard_wrapped, nullptr}}, knowledge().markers));
  check_paragraphs(text);
  const auto extraction = trichluc::extract(text, knowledge().dictionaries, {});
  trichluc::fuzz::check_extraction(text, extraction);
  return 0;
}
