#include "pipeline/source/html/html_styles.h"

#include <algorithm>

#include "pipeline/base/utf8.h"

namespace trichluc::html {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

std::string_view trimmed(std::string_view text, std::string_view what = kBlanks) {
  const std::size_t begin = text.find_first_not_of(what);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(what) - begin + 1);
}

// Of a list of fonts the first is the one that the letters were typed in.
text::FontEncoding first_font(std::string_view list) {
  return text::font_encoding(trimmed(list.substr(0, list.find(',')), " \t\r\n\f\"'"));
}

// "12pt .VnTime": the name stands last, behind sizes and weights.
std::optional<text::FontEncoding> font_of_shorthand(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const std::string_view rest = trimmed(value.substr(at), " \t\r\n\f\"'");
    const text::FontEncoding font = first_font(rest);
    if (font.encoding != text::LegacyEncoding::kNone) return font;
    const std::size_t blank = value.find_first_of(kBlanks, at);
    if (blank == std::string_view::npos) break;
    at = blank + 1;
  }
  return text::FontEncoding{};
}

// Walks over "a:b; c:d".
template <class Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    visit(text.substr(at, end - at));
    at = end + 1;
  }
}

bool is_simple(std::string_view selector) {
  return !selector.empty() && selector.find_first_of(" \t\r\n>+~#:[*@") == std::string_view::npos;
}

}  // namespace

std::optional<text::FontEncoding> declared_font(std::string_view declarations) {
  std::optional<text::FontEncoding> font;
  for_each_part(declarations, ';', [&font](std::string_view declaration) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) return;
    const std::string property = lower_ascii(trimmed(declaration.substr(0, colon)));
    const std::string_view value = trimmed(declaration.substr(colon + 1));
    if (lower_ascii(value) == "inherit") return;
    if (property == "font-family") font = first_font(value);
    if (property == "font") font = font_of_shorthand(value);
  });
  return font;
}

void FontStyles::add_sheet(std::string_view css) {
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t open = css.find('{', at);
    const std::size_t close = css.find('}', std::min(open, css.size()));
    if (close == std::string_view::npos) break;
    const auto font = declared_font(css.substr(open + 1, close - open - 1));
    std::string_view selectors = css.substr(at, open - at);
    for (const std::string_view mark : {"*/", "<!--"}) {
      const std::size_t comment = selectors.rfind(mark);
      if (comment != std::string_view::npos) selectors.remove_prefix(comment + mark.size());
    }
    for_each_part(selectors, ',', [&](std::string_view selector) {
      const std::string_view simple = trimmed(selector);
      if (font && is_simple(simple)) rules_[lower_ascii(simple)] = *font;
    });
    at = close + 1;
  }
}

std::optional<text::FontEncoding> FontStyles::font_of(const xmlNode* element) const {
  const std::string style = attribute(element, "style");
  if (!style.empty()) {
    if (const auto font = declared_font(style)) return font;
  }
  const std::string face = name_of(element) == "font" ? attribute(element, "face") : std::string();
  if (!face.empty()) return first_font(face);
  if (rules_.empty()) return std::nullopt;
  const std::string name(name_of(element));
  std::optional<text::FontEncoding> font;
  const auto take = [&](const std::string& selector) {
    const auto rule = rules_.find(selector);
    if (rule != rules_.end()) font = rule->second;
  };
  take(name);
  for_each_part(lower_ascii(attribute(element, "class")), ' ', [&](std::string_view part) {
    if (part.empty()) return;
    take("." + std::string(part));
    take(name + "." + std::string(part));
  });
  return font;
}

}  // namespace trichluc::html
