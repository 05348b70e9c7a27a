#include "pipeline/cli/shared_strings.h"

#include <algorithm>

#include "pipeline/base/utf8.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kLongestCell = 32767;  // of a spreadsheet, in UTF-16 units

// "_x0041_" means "A" in a workbook.
bool is_escape(std::string_view text) {
  constexpr std::size_t kSize = 7;
  return text.size() >= kSize && text[1] == 'x' && text[kSize - 1] == '_' &&
         text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool has_place_in_xml(char32_t point) {
  return (point >= 0x20 || point == '\t' || point == '\n') && point != 0xFFFE && point != 0xFFFF;
}

// What of the text a code point becomes; empty: itself.
std::string_view instead_of(char32_t point, std::string_view from_here) {
  switch (point) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '_':
      return is_escape(from_here) ? "_x005F_" : "";
    default:
      return has_place_in_xml(point) ? "" : " ";
  }
}

// Nothing of it is to be changed, as of nearly all.
bool is_plain(std::string_view text) {
  return text.size() <= kLongestCell && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == '&' || c == '<' || c == '>' || c == '_' || c == '\xEF';
         });
}

bool has_outer_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  return text.find('\n') != std::string_view::npos || kBlanks.find(text.front()) != std::string_view::npos ||
         kBlanks.find(text.back()) != std::string_view::npos;
}

}  // namespace

std::string xml_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    units += point.value > 0xFFFF ? 2 : 1;
    if (units > kLongestCell) break;
    const std::string_view other = instead_of(point.value, text.substr(at));
    out += other.empty() ? text.substr(at, point.size) : other;
    at += point.size;
  }
  return out;
}

std::uint32_t SharedStrings::number_of(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  texts_.emplace_back(text);
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  numbers_.emplace(texts_.back(), number);
  return number;
}

std::string SharedStrings::xml() const {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"" +
      std::to_string(texts_.size()) + "\">";
  for (const std::string& text : texts_) {
    xml += has_outer_blanks(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>";
    xml.append(xml_text(text)).append("</t></si>");
  }
  return xml + "</sst>";
}

}  // namespace trichluc::cli
