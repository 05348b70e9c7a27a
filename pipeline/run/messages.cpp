#include "pipeline/run/messages.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

bool is_finite(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

bool fits(Span span, const std::string& text) {
  return span.begin <= span.end && span.end <= text.size();
}

}  // namespace

bool is_sound(const Page& page) {
  const bool known_origin = page.origin >= TextOrigin::kPlain && page.origin <= TextOrigin::kFailed;
  const auto good_word = [&page](const Word& word) { return fits(word.in_page, page.text) && is_finite(word.box); };
  const auto good_hint = [&page](const text::HintedSpan& hint) {
    return fits(hint.span, page.text) && hint.hint >= text::Hint::kTitle && hint.hint <= text::Hint::kPublisher;
  };
  const auto good_cell = [&page](const TableCell& cell) { return fits(cell.in_page, page.text); };
  const auto good_font = [](const PageFont& font) { return is_valid_utf8(font.name) && is_valid_utf8(font.encoding); };
  return is_valid_utf8(page.other.text) && is_valid_utf8(page.other.reason) &&
         std::all_of(page.cells.begin(), page.cells.end(), good_cell) &&
         std::all_of(page.fonts.begin(), page.fonts.end(), good_font) && known_origin && std::isfinite(page.width) &&
         std::isfinite(page.height) && std::isfinite(page.dpi) && is_valid_utf8(page.text) &&
         is_valid_utf8(page.reason) && std::all_of(page.words.begin(), page.words.end(), good_word) &&
         std::all_of(page.hints.begin(), page.hints.end(), good_hint);
}

bool is_sound(const Error& error) {
  const bool known = error.code > ErrorCode::kOk && error.code <= ErrorCode::kInterrupted;
  return known && is_valid_utf8(error.what.en) && is_valid_utf8(error.what.vi);  // names of files may be any bytes
}

bool is_sound(const OpenReply& opened) {
  const Document& head = opened.head;
  const auto good_entry = [](const ContainedEntry& entry) { return is_valid_utf8(entry.name); };
  const auto good_warning = [](const Message& warning) {
    return is_valid_utf8(warning.en) && is_valid_utf8(warning.vi);
  };
  for (const std::string* text : {&head.media_type, &head.encoding, &head.title, &head.publisher, &head.author,
                                  &head.published_meta, &head.url}) {
    if (!is_valid_utf8(*text)) return false;
  }
  return opened.page_count >= 0 && head.pages.empty() &&
         std::all_of(opened.entries.begin(), opened.entries.end(), good_entry) &&
         std::all_of(head.warnings.begin(), head.warnings.end(), good_warning);
}

}  // namespace trichluc
