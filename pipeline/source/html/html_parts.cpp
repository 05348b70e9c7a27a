#include "pipeline/source/html/html_parts.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "pipeline/source/html/html_reader.h"

namespace trichluc::html {
namespace {

using text::Hint;

constexpr std::size_t kParagraphWords = 40;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Class and id in lower case: as one string without '-' and '_', and as words.
struct ClassNames {
  std::string joined;
  std::vector<std::string> words;

  explicit ClassNames(const xmlNode* node) {
    std::string word;
    for (const char c : attribute(node, "class") + " " + attribute(node, "id") + " ") {
      const bool part = c == '-' || c == '_';
      if (is_blank(c) || part) {
        if (!word.empty()) words.push_back(word);
        word.clear();
        if (!part) joined.push_back(' ');
      } else {
        word.push_back(lower(c));
        joined.push_back(lower(c));
      }
    }
  }

  template <std::size_t N>
  bool hold(const std::array<std::string_view, N>& parts) const {
    return std::any_of(parts.begin(), parts.end(),
                       [this](std::string_view part) { return joined.find(part) != std::string::npos; });
  }

  template <std::size_t N>
  bool have_word(const std::array<std::string_view, N>& names) const {
    return std::any_of(words.begin(), words.end(),
                       [&names](const std::string& word) { return is_one_of(word, names); });
  }
};

// The names that portals give to the parts of their pages.
constexpr std::array<std::string_view, 24> kRelatedParts = {
    "relate",    "relative",      "lienquan", "docthem",    "xemthem", "tinkhac", "baikhac",  "othernews",
    "newsother", "morenews",      "readmore", "recommend",  "suggest", "sidebar", "mostread", "hotnews",
    "boxlink",   "cungchuyenmuc", "tinmoi",   "latestnews", "popular", "seemore", "comment",  "binhluan"};
constexpr std::array<std::string_view, 6> kRelatedWords = {"more", "others", "widget", "teaser", "aside", "khac"};
constexpr std::array<std::string_view, 12> kNavigationParts = {"breadcrumb", "navbar",  "footer",     "topbar",
                                                               "toolbar",    "social",  "pagination", "copyright",
                                                               "mainmenu",   "topmenu", "sharing",    "chantrang"};
constexpr std::array<std::string_view, 12> kNavigationWords = {
    "nav", "menu", "share", "tags", "tag", "search", "login", "paging", "ads", "banner", "hotline", "weather"};
constexpr std::array<std::string_view, 9> kCaptionParts = {
    "caption", "imgdesc", "photodesc", "picdesc", "imagedesc", "chuthich", "photonote", "imagenote", "notephoto"};
constexpr std::array<std::string_view, 6> kImageWords = {"img", "image", "photo", "picture", "pic", "thumb"};
constexpr std::array<std::string_view, 3> kBylineParts = {"author", "byline", "tacgia"};
constexpr std::array<std::string_view, 3> kBylineWords = {"source", "nguon", "writer"};
constexpr std::array<std::string_view, 5> kPublishedParts = {"publish", "ngaydang", "postdate", "datetime", "pubdate"};
constexpr std::array<std::string_view, 4> kPublishedWords = {"date", "time", "ngay", "thoigian"};
constexpr std::array<std::string_view, 9> kTitleParts = {"titledetail",  "detailtitle", "newstitle",
                                                         "articletitle", "posttitle",   "entrytitle",
                                                         "tieude",       "headline",    "titlenews"};
constexpr std::array<std::string_view, 2> kTitleWords = {"title", "tt"};

bool is_link_list(const ElementInfo& info) {
  return info.links >= 3 && info.linked * 10 >= info.letters * 6 && info.long_blocks == 0;
}

// Several linked headlines with a few words under each.
bool is_teaser_list(const ElementInfo& info) {
  constexpr std::size_t kWordsATeaser = 60;
  return info.linked_headings >= 2 && info.long_blocks * 2 <= info.linked_headings &&
         info.unlinked_words <= kWordsATeaser * info.linked_headings;
}

// Names mislead ("content-has-sidebar"): what holds the headline or an article's worth of text is no side bar.
bool may_be_aside(const ElementInfo& info) {
  return !info.has_h1 && info.long_blocks < 3;
}

HintBits aside_hints(std::string_view name, const ClassNames& names, const ElementInfo& info) {
  if (!may_be_aside(info) || name == "body" || name == "html") return 0;
  if (names.hold(kRelatedParts) || names.have_word(kRelatedWords)) return bit(Hint::kRelated);
  constexpr std::array<std::string_view, 7> kFurniture = {"nav",    "footer", "menu",  "select",
                                                          "button", "form",   "dialog"};
  if (is_one_of(name, kFurniture) && info.long_blocks == 0) return bit(Hint::kNavigation);
  if (name == "header" && info.linked * 2 >= info.letters) return bit(Hint::kNavigation);
  if (names.hold(kNavigationParts) && info.long_blocks == 0) return bit(Hint::kNavigation);
  if (names.have_word(kNavigationWords) && info.long_blocks == 0 && info.unlinked_words < 60) {
    return bit(Hint::kNavigation);
  }
  if (!is_block(name)) return 0;
  if (is_teaser_list(info) || (name == "aside" && info.links > 0)) return bit(Hint::kRelated);
  if (!is_link_list(info)) return 0;
  return bit(info.words >= 5 * info.links ? Hint::kRelated : Hint::kNavigation);
}

// A page's columns are the cells of a table: the one with boxes of its own beside the one that holds the article.
bool is_side_column(const xmlNode* node, const PageElements& elements) {
  constexpr std::size_t kArticle = 3;  // paragraphs
  const ElementInfo& info = elements.of(node);
  if (name_of(node) != "td" || info.long_blocks > 0 || !may_be_aside(info)) return false;
  if (!info.has_heading && info.links < 2) return false;
  const auto holds_article = [&](const xmlNode* beside) {
    if (beside == nullptr || name_of(beside) != "td") return false;
    const ElementInfo& other = elements.of(beside);
    return other.long_blocks >= kArticle && info.words * 2 <= other.words;
  };
  return holds_article(xmlPreviousElementSibling(const_cast<xmlNode*>(node))) ||
         holds_article(xmlNextElementSibling(const_cast<xmlNode*>(node)));
}

HintBits caption_hints(std::string_view name, const ClassNames& names, const ElementInfo& info) {
  constexpr std::size_t kMostWords = 90;
  if (info.words > kMostWords || info.words == 0 || info.has_h1) return 0;
  const bool named = name == "figcaption" || name == "figure" || names.hold(kCaptionParts);
  const bool framed = (name == "table" || names.have_word(kImageWords)) && info.images > 0 && info.rows == 0 &&
                      !info.has_heading && info.links <= 1 && info.linked * 2 < info.letters;
  return named || framed ? bit(Hint::kCaption) : 0;
}

HintBits line_hints(const xmlNode* node, std::string_view name, const ClassNames& names, const ElementInfo& info) {
  constexpr std::size_t kFewWords = 20;
  constexpr std::size_t kTitleMost = 45;
  HintBits hints = 0;
  if (name == "h1")
    hints |= bit(Hint::kTitle);
  else if (is_heading(name))
    hints |= bit(Hint::kHeading);
  if (info.words == 0) return hints;
  const bool few = info.words <= kFewWords;
  const bool named_author =
      names.hold(kBylineParts) || names.have_word(kBylineWords) || attribute(node, "rel") == "author";
  if (few && named_author) hints |= bit(Hint::kByline);
  if (few && (name == "time" || names.hold(kPublishedParts) || names.have_word(kPublishedWords))) {
    hints |= bit(Hint::kPublished);
  }
  const bool named_title = names.hold(kTitleParts) || names.have_word(kTitleWords);
  if (named_title && info.words >= 3 && info.words <= kTitleMost && info.linked == 0) hints |= bit(Hint::kTitle);
  return hints;
}

}  // namespace

std::string_view name_of(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || node->name == nullptr) return {};
  return reinterpret_cast<const char*>(node->name);
}

std::string attribute(const xmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return {};
  xmlChar* value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string copy = reinterpret_cast<const char*>(value);
  xmlFree(value);
  return copy;
}

bool is_block(std::string_view name) {
  constexpr std::array<std::string_view, 52> kBlocks = {
      "address",  "article", "aside",  "blockquote", "body",     "center",     "dd",     "details", "dialog",
      "dir",      "div",     "dl",     "dt",         "fieldset", "figcaption", "figure", "footer",  "form",
      "frameset", "h1",      "h2",     "h3",         "h4",       "h5",         "h6",     "header",  "hr",
      "html",     "legend",  "li",     "main",       "menu",     "nav",        "ol",     "option",  "p",
      "pre",      "section", "select", "summary",    "table",    "tbody",      "td",     "tfoot",   "th",
      "thead",    "tr",      "ul",     "caption",    "button",   "textarea",   "hgroup"};
  return is_one_of(name, kBlocks);
}

bool is_text(const xmlNode* node) {
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != nullptr;
}

bool is_hidden(const xmlNode* node) {
  constexpr std::array<std::string_view, 9> kUnseen = {"script", "style",  "head",   "noscript", "template",
                                                       "svg",    "iframe", "object", "datalist"};
  const std::string_view name = name_of(node);
  return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE || is_one_of(name, kUnseen);
}

xmlNode* next_after(const xmlNode* node) {
  for (; node != nullptr && node->type != XML_HTML_DOCUMENT_NODE; node = node->parent) {
    if (node->next != nullptr) return node->next;
  }
  return nullptr;
}

PageElements::PageElements(xmlNode* root) {
  infos_.emplace_back();
  nodes_.push_back(nullptr);
  for (xmlNode* node = root; node != nullptr;) {
    if (is_hidden(node)) {
      node = next_after(node);
      continue;
    }
    const bool top = node == root || node->parent == nullptr || node->parent->_private == nullptr;
    const std::size_t parent = top ? 0 : reinterpret_cast<std::uintptr_t>(node->parent->_private);
    if (node->type == XML_ELEMENT_NODE)
      node->_private = reinterpret_cast<void*>(add(node, parent));
    else if (is_text(node)) {
      add_text(parent, reinterpret_cast<const char*>(node->content));
    }
    const bool inner = node->type == XML_ELEMENT_NODE && node->children != nullptr;
    node = inner ? node->children : next_after(node);
  }
  sum_up();
}

std::size_t PageElements::add(xmlNode* node, std::size_t parent) {
  ElementInfo info;
  info.parent = parent;
  infos_.push_back(info);
  nodes_.push_back(node);
  return infos_.size() - 1;
}

void PageElements::add_text(std::size_t element, std::string_view text) {
  ElementInfo& info = infos_[element];
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool blank = is_blank(c);
    if (!blank) ++info.letters;
    if (!blank && !in_word) ++words;
    in_word = !blank;
  }
  info.words += words;
  info.own_words += words;
  info.unlinked_words += words;
}

// What the element's own kind adds to its measures, once everything below it is known.
void PageElements::close(ElementInfo& info, std::string_view name) {
  constexpr std::size_t kLongCell = 60;   // words
  constexpr std::size_t kShortCell = 10;  // words
  const bool cell = name == "td" || name == "th";
  if (name == "a") {
    info.linked = info.letters;
    info.unlinked_words = 0;
    if (info.letters > 0) ++info.links;
  }
  if (is_heading(name) && info.letters > 0 && info.linked * 10 >= info.letters * 9) ++info.linked_headings;
  if (is_block(name) && info.own_words >= kParagraphWords && info.unlinked_words * 2 >= info.own_words)
    ++info.long_blocks;
  if (name == "tr" && info.cells >= 2) ++info.rows;
  if (cell) info.cells = info.words > 0 ? 1 : 0;
  if (cell && info.words > kLongCell) info.has_long_cell = true;
  if (cell && info.words > 0 && info.words <= kShortCell) info.has_short_cell = true;
  if (name == "img") ++info.images;
  info.has_h1 = info.has_h1 || name == "h1";
  info.has_heading = info.has_heading || is_heading(name);
}

// Children come after their parents, so one pass from the end adds everything up.
void PageElements::sum_up() {
  for (std::size_t i = infos_.size(); i-- > 1;) {
    ElementInfo& info = infos_[i];
    const std::string_view name = name_of(nodes_[i]);
    close(info, name);
    ElementInfo& parent = infos_[info.parent];
    parent.letters += info.letters;
    parent.linked += info.linked;
    parent.words += info.words;
    parent.unlinked_words += info.unlinked_words;
    if (!is_block(name)) parent.own_words += info.own_words;
    parent.links += info.links;
    parent.linked_headings += info.linked_headings;
    parent.long_blocks += info.long_blocks;
    parent.images += info.images;
    parent.has_h1 = parent.has_h1 || info.has_h1;
    parent.has_table = parent.has_table || info.has_table || name == "table";
    parent.has_heading = parent.has_heading || info.has_heading;
    if (name == "table") continue;  // rows and cells are the table's own
    if (name != "tr") parent.cells += info.cells;
    parent.rows += info.rows;
    parent.has_long_cell = parent.has_long_cell || info.has_long_cell;
    parent.has_short_cell = parent.has_short_cell || info.has_short_cell;
  }
}

const ElementInfo& PageElements::of(const xmlNode* node) const {
  return infos_[node == nullptr ? 0 : reinterpret_cast<std::uintptr_t>(node->_private)];
}

HintBits hints_of(const xmlNode* node, const PageElements& elements) {
  const std::string_view name = name_of(node);
  const ElementInfo& info = elements.of(node);
  const ClassNames names(node);
  if (is_side_column(node, elements)) return bit(Hint::kRelated);
  return aside_hints(name, names, info) | caption_hints(name, names, info) | line_hints(node, name, names, info);
}

bool is_data_table(const xmlNode* table, const ElementInfo& info) {
  if (attribute(table, "class") == kSheetClass) return true;
  const bool sets_texts = info.has_long_cell || !info.has_short_cell;  // pictures with their captions, columns
  return info.rows >= 2 && !info.has_table && !info.has_heading && !info.has_h1 && !sets_texts;
}

}  // namespace trichluc::html
