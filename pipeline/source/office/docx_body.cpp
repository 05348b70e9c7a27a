#include "pipeline/source/office/docx_body.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace trichluc {
namespace {

constexpr std::size_t kDeepestBox = 8;

// What is never shown, or shown a second time.
bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"del",     "moveFrom",     "Fallback", "instrText",
                                                   "delText", "delInstrText", "rubyBase", "sectPrChange"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_on(const XmlReader& reader) {
  const std::string value = reader.attribute("val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace

bool DocxBody::read(std::string_view xml) {
  XmlReader reader(xml);
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event == XmlReader::Event::kStart) start(reader);
    if (event == XmlReader::Event::kEnd) end(reader.name());
    if (event == XmlReader::Event::kText && in_text_) add_text(reader.text());
  }
  while (!open_.empty()) {  // a part that broke off
    end_paragraph();
    if (!boxes_.empty()) end_box();
  }
  return !reader.is_broken();
}

void DocxBody::start(XmlReader& reader) {
  const std::string name(reader.name());
  if (is_left_out(name)) return reader.skip();
  if (name == "p") {
    open_.emplace_back();
    return;
  }
  if (name == "tbl") {
    ++tables_;
    put("", "<table>");
  } else if (name == "tr") {
    put("", "<tr>");
  } else if (name == "tc") {
    put("", "<td>");
  } else if (name == "txbxContent" && !open_.empty()) {
    if (boxes_.size() >= kDeepestBox) return reader.skip();
    boxes_.emplace_back();
  }
  if (open_.empty()) return;
  if (name == "pPr") here().in_properties = true;
  if (name == "rPr") here().in_run_properties = true;
  if (name == "r") here().run = {};
  start_in_properties(reader, name);
  start_run_content(reader, name);
}

void DocxBody::start_in_properties(XmlReader& reader, std::string_view name) {
  Paragraph& paragraph = here();
  if (paragraph.in_properties) {
    if (name == "pStyle") paragraph.style = reader.attribute("val");
    if (name == "numId") paragraph.list = reader.attribute("val");
    if (name == "ilvl") paragraph.list_level = std::atoi(reader.attribute("val").c_str());
    if (name == "pageBreakBefore" && is_on(reader)) paragraph.new_page = true;
    if (name == "sectPr") paragraph.ends_page = true;
    return;
  }
  if (!paragraph.in_run_properties) return;
  if (name == "rFonts") paragraph.run.font = reader.attribute("ascii");
  if (name == "rStyle") paragraph.run.font = styles_.of(reader.attribute("val")).font;
  if (name == "b") paragraph.run.bold = is_on(reader);
  if (name == "vanish") paragraph.run.hidden = is_on(reader);
}

void DocxBody::start_run_content(XmlReader& reader, std::string_view name) {
  if (here().in_properties || here().in_run_properties) return;
  if (name == "t") in_text_ = true;
  if (name == "tab" || name == "ptab") add_text(" ");
  if (name == "noBreakHyphen") add_text("-");
  if (name == "cr") here().inner += "<br>";
  if (name == "lastRenderedPageBreak") break_page();
  if (name != "br") return;
  if (reader.attribute("type") == "page") return break_page();
  here().inner += "<br>";
}

// A paragraph belongs to the page on which it begins.
void DocxBody::break_page() {
  (here().inner.empty() ? here().new_page : here().ends_page) = true;
}

void DocxBody::add_text(std::string_view text) {
  if (open_.empty() || here().run.hidden) return;
  std::string font = here().run.font;
  if (font.empty()) font = styles_.of(here().style).font;
  if (font.empty()) font = styles_.default_font();
  here().inner += html_run(text, font, here().run.bold);
}

void DocxBody::end(std::string_view name) {
  if (name == "t") in_text_ = false;
  if (name == "tc") put("", "</td>");
  if (name == "tr") put("", "</tr>\n");
  if (name == "tbl" && tables_ > 0) {
    --tables_;
    put("", "</table>\n");
  }
  if (name == "txbxContent" && !boxes_.empty()) end_box();
  if (open_.empty()) return;
  if (name == "pPr") here().in_properties = false;
  if (name == "rPr") here().in_run_properties = false;
  if (name == "p") end_paragraph();
}

void DocxBody::end_paragraph() {
  const Paragraph paragraph = std::move(open_.back());
  open_.pop_back();
  const DocxStyle style = styles_.of(paragraph.style);
  const std::string& list = paragraph.list.empty() ? style.list : paragraph.list;
  std::string inner = paragraph.inner;
  if (!list.empty() && list != "0" && !inner.empty()) {
    const std::string number = numbers_.next(list, paragraph.list_level < 0 ? style.list_level : paragraph.list_level);
    if (!number.empty()) inner = html_escaped(number) + " " + inner;
  }
  const bool outside = tables_ == 0 && boxes_.empty();
  if (outside && (paragraph.new_page || page_is_over_)) {
    pages_.new_page();
    page_is_over_ = false;
  }
  page_is_over_ = page_is_over_ || paragraph.ends_page;
  if (paragraph.inner.empty() && paragraph.boxes.empty()) return;
  put(style.is_title ? "h1" : style.heading > 0 ? "h2" : "p", inner);
  if (!paragraph.boxes.empty()) put("", paragraph.boxes);
}

// Into the box that is open, else into the page.
void DocxBody::put(std::string_view tag, const std::string& inner) {
  OfficePages one;
  OfficePages& to = boxes_.empty() ? pages_ : one;
  if (tag.empty()) {
    to.raw(inner);
  } else {
    to.paragraph(tag, inner);
  }
  if (!boxes_.empty()) boxes_.back() += one.pages().front();
}

void DocxBody::end_box() {
  const std::string text = std::move(boxes_.back());
  boxes_.pop_back();
  if (!open_.empty()) {
    open_.back().boxes += text;
  } else {
    put("", text);
  }
}

}  // namespace trichluc
