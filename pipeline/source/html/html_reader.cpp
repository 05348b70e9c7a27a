#include "pipeline/source/html/html_reader.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/source/html/html_fonts.h"
#include "pipeline/source/html/html_lines.h"
#include "pipeline/text/encoding/decode.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeDocument>;

// "charset=…" of a meta element or "encoding=…" of an XML declaration, near the top; empty if there is none.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kWithin = 4096;
  const std::string head = lower_ascii(bytes.substr(0, kWithin));
  for (const std::string_view key : {"charset", "encoding"}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \t=\"'", at + key.size());
    if (at == std::string::npos) continue;
    const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:", at);
    return head.substr(at, end == std::string::npos ? end : end - at);
  }
  return {};
}

HtmlTree parse(const std::string& text) {
  // XML_PARSE_HUGE lifts the limit of 256 levels below which text would be lost; the walk keeps its own stack.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
  return HtmlTree(htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", kOptions));
}

std::string single_line(const std::string& value) {
  std::string out;
  for (const char c : text::to_nfc(value)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void set_once(std::string& field, const std::string& value) {
  if (field.empty()) field = single_line(value);
}

struct Head {
  std::string title;     // <title>
  std::string og_title;  // what the page tells other sites
};

void read_meta(const xmlNode* node, Document& document, Head& head) {
  const std::string content = html::attribute(node, "content");
  std::string key = lower_ascii(html::attribute(node, "property"));
  if (key.empty()) key = lower_ascii(html::attribute(node, "name"));
  if (key.empty()) key = lower_ascii(html::attribute(node, "itemprop"));
  constexpr std::array<std::string_view, 9> kPublished = {
      "article:published_time", "datepublished",    "pubdate", "publishdate", "publish-date", "date", "dc.date",
      "dc.date.issued",         "og:published_time"};
  if (key == "og:title")
    set_once(head.og_title, content);
  else if (key == "og:site_name")
    set_once(document.publisher, content);
  else if (key == "author" || key == "article:author" || key == "dc.creator")
    set_once(document.author, content);
  else if (key == "og:url")
    set_once(document.url, content);
  else if (std::find(kPublished.begin(), kPublished.end(), key) != kPublished.end()) {
    set_once(document.published_meta, content);
  }
}

std::string text_below(const xmlNode* node) {
  std::string out;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (html::is_text(child)) out += reinterpret_cast<const char*>(child->content);
  }
  return out;
}

Head read_head(xmlNode* root, Document& document) {
  Head head;
  std::string canonical;
  std::string first_time;
  for (xmlNode* node = root; node != nullptr;) {
    const std::string_view name = html::name_of(node);
    if (name == "meta")
      read_meta(node, document, head);
    else if (name == "title" && head.title.empty())
      head.title = single_line(text_below(node));
    else if (name == "link" && lower_ascii(html::attribute(node, "rel")) == "canonical") {
      set_once(canonical, html::attribute(node, "href"));
    } else if (name == "time") {
      set_once(first_time, html::attribute(node, "datetime"));
    }
    node = node->type == XML_ELEMENT_NODE && node->children != nullptr ? node->children : html::next_after(node);
  }
  if (!canonical.empty()) document.url = canonical;
  set_once(document.published_meta, first_time);
  return head;
}

// "Headline | Site", "Headline - Site": the whole, and what stands before the last bar or dash.
std::vector<std::string> titles_of(const Head& head) {
  constexpr std::size_t kShortest = 20;  // bytes; shorter ones name the site
  std::vector<std::string> titles;
  for (const std::string& title : {head.og_title, head.title}) {
    if (title.size() >= kShortest) titles.push_back(title);
    for (const std::string_view bar : {" | ", " - ", " – ", " :: "}) {
      const std::size_t at = title.rfind(bar);
      if (at != std::string::npos && at >= kShortest) titles.push_back(title.substr(0, at));
    }
  }
  return titles;
}

tl::unexpected<Error> unreadable(const std::string& source, Message what) {
  return fail(ErrorCode::kUnreadableInput, std::move(what), source);
}

}  // namespace

Result<Document> read_html(std::string_view bytes, const std::string& source) {
  constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
  if (bytes.size() > kMostBytes) {
    return unreadable(source, {"the page is larger than 256 MB; split it", "trang lớn hơn 256 MB; hãy chia nhỏ"});
  }
  auto decoded = text::decode_declared(bytes, declared_charset(bytes), source);
  if (!decoded) return tl::unexpected<Error>(decoded.error());
  const HtmlTree tree = parse(decoded->text);
  xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (root == nullptr) {
    return unreadable(source, {"the page holds no elements; save it again from the browser",
                               "trang không có nội dung; hãy lưu lại từ trình duyệt"});
  }
  Document document;
  document.encoding = decoded->encoding;
  document.warnings = std::move(decoded->warnings);
  text::Findings letters = html::unify_letters(root);
  if (!letters.encoding.empty()) document.encoding = std::move(letters.encoding);
  document.warnings.insert(document.warnings.end(), letters.warnings.begin(), letters.warnings.end());
  const Head head = read_head(root, document);
  document.title = head.og_title.empty() ? head.title : head.og_title;
  html::PageLines lines = html::read_lines(root, titles_of(head));
  Page page;
  page.text = std::move(lines.text);
  page.hints = std::move(lines.hints);
  page.cells = std::move(lines.cells);
  page.reason = "the visible text of the page";
  document.pages.push_back(std::move(page));
  return document;
}

}  // namespace trichluc
