#include "pipeline/run/inspection.h"

#include <numeric>

#include "pipeline/text/language.h"

namespace trichluc {
namespace {

PageKind kind_of(const Page& page, std::size_t words) {
  if (page.origin == TextOrigin::kFailed) return PageKind::kFailed;
  if (words == 0) return PageKind::kEmpty;
  switch (page.origin) {
    case TextOrigin::kEmbedded:
      return PageKind::kDigital;
    case TextOrigin::kOcr:
      return PageKind::kScan;
    case TextOrigin::kMixed:
      return PageKind::kMixed;
    default:
      return PageKind::kText;
  }
}

double mean_confidence(const Page& page) {
  if (page.origin != TextOrigin::kOcr || page.words.empty()) return 0;
  const double sum = std::accumulate(page.words.begin(), page.words.end(), 0.0, [](double total, const Word& word) {
    return total + static_cast<double>(word.confidence);
  });
  return sum / static_cast<double>(page.words.size());
}

}  // namespace

std::string_view name_of(PageKind kind) {
  switch (kind) {
    case PageKind::kText:
      return "text";
    case PageKind::kDigital:
      return "digital";
    case PageKind::kScan:
      return "scan";
    case PageKind::kMixed:
      return "mixed";
    case PageKind::kEmpty:
      return "empty";
    case PageKind::kFailed:
      return "failed";
  }
  return "";
}

PageInspection inspect_page(const Page& page) {
  PageInspection seen;
  seen.number = page.number;
  seen.reason = page.reason;
  seen.width = page.width;
  seen.height = page.height;
  seen.dpi = page.dpi;
  seen.quality = text::measure_text(page.text);
  seen.words = seen.quality.words;
  seen.kind = kind_of(page, seen.words);
  seen.confidence = mean_confidence(page);
  seen.fonts = page.fonts;
  seen.other_reason = page.other.reason;
  seen.language = text::language_of(page.text, seen.quality);
  return seen;
}

}  // namespace trichluc
