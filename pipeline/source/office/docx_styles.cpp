#include "pipeline/source/office/docx_styles.h"

#include <cstdlib>

#include "pipeline/source/office/xml_reader.h"

namespace trichluc {
namespace {

// "heading 2" in every language of Word.
void read_name(const std::string& name, DocxStyle& style) {
  constexpr std::string_view kHeading = "heading ";
  if (name == "Title" || name == "title") style.is_title = true;
  if (name.starts_with(kHeading)) style.heading = std::atoi(name.c_str() + kHeading.size());
}

}  // namespace

void DocxStyles::read(std::string_view xml) {
  XmlReader reader(xml);
  std::string id;
  bool defaults = false;
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    const std::string_view name = reader.name();
    if (event == XmlReader::Event::kEnd && name == "style") id.clear();
    if (event == XmlReader::Event::kEnd && name == "docDefaults") defaults = false;
    if (event != XmlReader::Event::kStart) continue;
    if (name == "docDefaults") defaults = true;
    if (name == "style") id = reader.attribute("styleId");
    if (name == "rFonts" && defaults) default_font_ = reader.attribute("ascii");
    if (id.empty()) continue;
    DocxStyle& style = styles_[id];
    if (name == "name") read_name(reader.attribute("val"), style);
    if (name == "basedOn") style.based_on = reader.attribute("val");
    if (name == "rFonts") style.font = reader.attribute("ascii");
    if (name == "numId") style.list = reader.attribute("val");
    if (name == "ilvl") style.list_level = std::atoi(reader.attribute("val").c_str());
  }
}

DocxStyle DocxStyles::of(const std::string& id) const {
  DocxStyle all;
  std::string next = id;
  constexpr int kLongestChain = 12;  // a style may be based on itself in a damaged file
  for (int i = 0; i < kLongestChain; ++i) {
    const auto found = styles_.find(next);
    if (found == styles_.end()) break;
    const DocxStyle& style = found->second;
    if (all.font.empty()) all.font = style.font;
    if (all.list.empty()) {
      all.list = style.list;
      all.list_level = style.list_level;
    }
    if (all.heading == 0) all.heading = style.heading;
    all.is_title = all.is_title || style.is_title;
    next = style.based_on;
  }
  return all;
}

}  // namespace trichluc
