#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/source/office/office_parts.h"
#include "pipeline/source/office/office_reader.h"
#include "pipeline/source/office/sheet_html.h"
#include "pipeline/source/office/xml_reader.h"

namespace trichluc {
namespace {

// A style's font name, and the style it is made from. OpenDocument names fonts by a face that names the family.
struct OdfStyle {
  std::string parent;
  std::string font;
  bool breaks_page = false;
};

class OdfStyles {
 public:
  void read(std::string_view xml) {
    if (xml.empty()) return;
    XmlReader reader(xml);
    std::string name;
    for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
      if (event == XmlReader::Event::kEnd && reader.name() == "style") name.clear();
      if (event != XmlReader::Event::kStart) continue;
      if (reader.name() == "font-face") faces_[reader.attribute("name")] = reader.attribute("font-family");
      if (reader.name() == "style") {
        name = reader.attribute("name");
        styles_[name].parent = reader.attribute("parent-style-name");
      }
      if (name.empty()) continue;
      if (reader.name() == "text-properties") styles_[name].font = font_of(reader);
      if (reader.name() == "paragraph-properties") {
        styles_[name].breaks_page = reader.attribute("break-before") == "page";
      }
    }
  }

  std::string font(const std::string& style) const {
    std::string next = style;
    constexpr int kLongestChain = 12;
    for (int i = 0; i < kLongestChain; ++i) {
      const auto found = styles_.find(next);
      if (found == styles_.end()) break;
      if (!found->second.font.empty()) return found->second.font;
      next = found->second.parent;
    }
    return "";
  }
  bool breaks_page(const std::string& style) const {
    const auto found = styles_.find(style);
    return found != styles_.end() && found->second.breaks_page;
  }

 private:
  std::string font_of(const XmlReader& reader) const {
    const std::string name = reader.attribute("font-name");
    const auto face = faces_.find(name);
    std::string family = face == faces_.end() ? reader.attribute("font-family") : face->second;
    if (family.empty()) family = name;
    std::erase_if(family, [](char c) { return c == '\'' || c == '"'; });
    return family;
  }

  std::map<std::string, OdfStyle> styles_;
  std::map<std::string, std::string> faces_;
};

int count_in(const std::string& digits, int most) {
  return std::clamp(digits.empty() ? 1 : std::atoi(digits.c_str()), 1, most);
}

// What is never shown, or stands elsewhere.
bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames{"tracked-changes", "annotation", "annotation-end",
                                                   "note-citation",   "forms",      "sequence-decls"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class OdfBody {
 public:
  OdfBody(const OdfStyles& styles, OfficePages& pages) : styles_(styles), pages_(pages) {}

  bool read(std::string_view xml) {
    XmlReader reader(xml);
    bool in_body = false;
    for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
      if (event == XmlReader::Event::kStart && reader.name() == "body") in_body = true;
      if (!in_body) continue;
      if (event == XmlReader::Event::kStart) start(reader);
      if (event == XmlReader::Event::kText) text(reader.text());
      if (event == XmlReader::Event::kEnd) end(reader.name());
    }
    while (!open_.empty()) end_paragraph();
    return !reader.is_broken();
  }

 private:
  struct Paragraph {
    std::string inner;
    std::string behind;  // text boxes and notes that hang on it
    std::vector<std::string> fonts;
    bool heading = false;
  };

  void start(XmlReader& reader) {
    const std::string name(reader.name());
    if (is_left_out(name)) return reader.skip();
    if (name == "p" || name == "h") return begin_paragraph(reader, name == "h");
    if (name == "table") put("<table>");
    if (name == "table-row") put("<tr>");
    if (name == "table-cell" || name == "covered-table-cell") begin_cell(reader);
    if (name == "list-item") in_item_ = true;
    if (open_.empty()) return;
    Paragraph& here = open_.back();
    if (name == "span") here.fonts.push_back(styles_.font(reader.attribute("style-name")));
    constexpr int kMostBlanks = 200;
    if (name == "s") here.inner.append(static_cast<std::size_t>(count_in(reader.attribute("c"), kMostBlanks)), ' ');
    if (name == "tab") here.inner += ' ';
    if (name == "line-break") here.inner += "<br>";
    if (name == "soft-page-break") page_is_over_ = true;
  }

  void begin_paragraph(const XmlReader& reader, bool heading) {
    const std::string style = reader.attribute("style-name");
    const bool outside = open_.empty() && tables_ == 0;
    if (outside && (page_is_over_ || styles_.breaks_page(style))) {
      pages_.new_page();
      page_is_over_ = false;
    }
    Paragraph paragraph;
    paragraph.fonts = {styles_.font(style)};
    paragraph.heading = heading;
    if (in_item_) paragraph.inner = "- ";
    in_item_ = false;
    open_.push_back(std::move(paragraph));
  }

  void begin_cell(const XmlReader& reader) {
    constexpr int kMostColumns = 64;  // of a table in a text
    const int repeated = count_in(reader.attribute("number-columns-repeated"), kMostColumns);
    for (int i = 1; i < repeated; ++i) put("<td></td>");
    put("<td colspan=\"" + std::to_string(count_in(reader.attribute("number-columns-spanned"), kMostColumns)) + "\">");
  }

  void text(std::string_view said) {
    if (open_.empty()) return;
    std::string font;
    for (const std::string& one : open_.back().fonts) font = one.empty() ? font : one;
    open_.back().inner += html_run(said, font, false);
  }

  void end(std::string_view name) {
    if (name == "table") put("</table>\n");
    if (name == "table-row") put("</tr>\n");
    if (name == "table-cell" || name == "covered-table-cell") put("</td>");
    if (name == "list-item") in_item_ = false;
    if (open_.empty()) return;
    if (name == "span" && open_.back().fonts.size() > 1) open_.back().fonts.pop_back();
    if (name == "p" || name == "h") end_paragraph();
  }

  void end_paragraph() {
    const Paragraph paragraph = std::move(open_.back());
    open_.pop_back();
    OfficePages one;
    if (!paragraph.inner.empty()) one.paragraph(paragraph.heading ? "h2" : "p", paragraph.inner);
    one.raw(paragraph.behind);
    put(one.pages().front());
  }

  // Behind the paragraph that is open, else on the page.
  void put(const std::string& html) {
    if (html == "<table>") ++tables_;
    if (html == "</table>\n" && tables_ > 0) --tables_;
    if (open_.empty()) {
      pages_.raw(html);
    } else {
      open_.back().behind += html;
    }
  }

  const OdfStyles& styles_;
  OfficePages& pages_;
  std::vector<Paragraph> open_;
  std::size_t tables_ = 0;
  bool in_item_ = false;
  bool page_is_over_ = false;
};

// The tables of a spreadsheet, a page each. Empty cells and rows say how often they stand there, up to a million times.
class OdsBody {
 public:
  explicit OdsBody(OfficePages& pages) : pages_(pages) {}

  bool read(std::string_view xml) {
    XmlReader reader(xml);
    for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
      if (event == XmlReader::Event::kStart) start(reader);
      if (event == XmlReader::Event::kText && in_paragraph_) cell_.text += reader.text();
      if (event == XmlReader::Event::kEnd) end(reader.name());
    }
    return !reader.is_broken();
  }

 private:
  static constexpr int kMostRows = 2000000;

  void start(XmlReader& reader) {
    const std::string name(reader.name());
    if (is_left_out(name)) return reader.skip();
    if (name == "table") {
      cells_ = {};
      sheet_ = reader.attribute("name");
      row_ = 0;
    } else if (name == "table-row") {
      column_ = 0;
      rows_ = count_in(reader.attribute("number-rows-repeated"), kMostRows);
    } else if (name == "table-cell" || name == "covered-table-cell") {
      cell_ = {"", count_in(reader.attribute("number-rows-spanned"), kMostRows),
               count_in(reader.attribute("number-columns-spanned"), SheetCells::kMostColumns)};
      columns_ = count_in(reader.attribute("number-columns-repeated"), kMostRows);
    } else if (name == "p") {
      if (!cell_.text.empty()) cell_.text += ' ';
      in_paragraph_ = true;
    }
  }

  void end(std::string_view name) {
    if (name == "p") in_paragraph_ = false;
    if (name == "table-cell" || name == "covered-table-cell") {
      // A filled cell that is repeated is a column of equal values; past the width of a page it is a background.
      const int filled = cell_.text.empty() ? 0 : std::min(columns_, SheetCells::kMostColumns);
      for (int i = 0; i < filled; ++i) cells_.put(row_, column_ + i, cell_);
      column_ = std::min(column_ + columns_, kMostRows);
    }
    if (name == "table-row") row_ = std::min(row_ + rows_, kMostRows);
    if (name == "table" && !cells_.empty()) {
      pages_.new_page();
      pages_.paragraph("p", html_escaped(sheet_));
      pages_.raw(cells_.html());
    }
  }

  OfficePages& pages_;
  SheetCells cells_;
  SheetCell cell_;
  std::string sheet_;
  int row_ = 0, rows_ = 1;
  int column_ = 0, columns_ = 1;
  bool in_paragraph_ = false;
};

}  // namespace

Result<Document> read_opendocument(const ZipArchive& archive, const std::string& source) {
  constexpr std::string_view kContent = "content.xml";
  const auto content = needed_part(archive, kContent, source);
  if (!content) return tl::unexpected(content.error());
  OfficePages pages;
  bool whole = false;
  const bool sheets = office_kind(archive) == OfficeKind::kOds;
  if (sheets) {
    whole = OdsBody(pages).read(*content);
  } else {
    OdfStyles styles;
    styles.read(further_part(archive, "styles.xml"));
    styles.read(*content);
    whole = OdfBody(styles, pages).read(*content);
  }
  auto document = read_office_pages(pages, properties_of(further_part(archive, "meta.xml")),
                                    sheets ? "a sheet of the workbook" : "the text of the OpenDocument file", source);
  return as_far_as_read(std::move(document), whole, std::string(kContent), source);
}

}  // namespace trichluc
