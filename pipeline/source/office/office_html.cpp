#include "pipeline/source/office/office_html.h"

#include <utility>

#include "pipeline/source/html/html_reader.h"

namespace trichluc {

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_run(std::string_view text, std::string_view font, bool bold) {
  std::string out = html_escaped(text);
  if (text.empty()) return out;
  if (!font.empty()) out = "<font face=\"" + html_escaped(font) + "\">" + out + "</font>";
  if (bold) out = "<b>" + out + "</b>";
  return out;
}

void OfficePages::paragraph(std::string_view tag, std::string_view inner) {
  std::string& page = pages_.back();
  page.append("<").append(tag).append(">").append(inner).append("</").append(tag).append(">\n");
}

void OfficePages::new_page() {
  if (!pages_.back().empty()) pages_.emplace_back();
}

Result<Document> read_office_pages(const OfficePages& pages, const OfficeProperties& properties,
                                   const std::string& reason, const std::string& source) {
  Document document;
  document.title = properties.title;
  document.author = properties.author;
  document.encoding = "utf-8";
  for (const std::string& body : pages.pages()) {
    auto read = read_html("<html><head><meta charset=\"utf-8\"></head><body>" + body + "</body></html>", source);
    if (!read) return read;
    Page page = std::move(read->pages.front());
    page.number = static_cast<int>(document.pages.size()) + 1;
    page.reason = reason;
    if (read->encoding != "utf-8") {
      document.encoding = document.pages.empty() || document.encoding == read->encoding ? read->encoding : "mixed";
    }
    document.warnings.insert(document.warnings.end(), read->warnings.begin(), read->warnings.end());
    document.pages.push_back(std::move(page));
  }
  return document;
}

}  // namespace trichluc
