#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/source/office/office_parts.h"
#include "pipeline/source/office/office_reader.h"
#include "pipeline/source/office/sheet_html.h"
#include "pipeline/source/office/xlsx_numbers.h"
#include "pipeline/source/office/xml_reader.h"

namespace trichluc {
namespace {

struct Sheet {
  std::string name;
  std::string part;  // "xl/worksheets/sheet1.xml"
  bool hidden = false;
};

struct Workbook {
  std::vector<Sheet> sheets;
  bool from_1904 = false;
};

std::map<std::string, std::string> relations(std::string_view xml) {
  std::map<std::string, std::string> targets;
  XmlReader reader(xml);
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event != XmlReader::Event::kStart || reader.name() != "Relationship") continue;
    const std::string target = reader.attribute("Target");
    targets[reader.attribute("Id")] = target.starts_with("/") ? target.substr(1) : "xl/" + target;
  }
  return targets;
}

Workbook read_workbook(std::string_view xml, const std::map<std::string, std::string>& targets) {
  Workbook workbook;
  XmlReader reader(xml);
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event != XmlReader::Event::kStart) continue;
    if (reader.name() == "workbookPr") {
      const std::string value = reader.attribute("date1904");
      workbook.from_1904 = value == "1" || value == "true";
    }
    if (reader.name() != "sheet") continue;
    const auto part = targets.find(reader.attribute("id"));
    if (part == targets.end()) continue;
    workbook.sheets.push_back({reader.attribute("name"), part->second,
                               !reader.attribute("state").empty() && reader.attribute("state") != "visible"});
  }
  return workbook;
}

// One item a string; runs of one string are joined, readings of Japanese characters left out.
std::vector<std::string> shared_strings(std::string_view xml) {
  std::vector<std::string> strings;
  if (xml.empty()) return strings;
  XmlReader reader(xml);
  bool in_text = false;
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event == XmlReader::Event::kText && in_text && !strings.empty()) strings.back() += reader.text();
    if (event == XmlReader::Event::kText) continue;
    if (event == XmlReader::Event::kStart && reader.name() == "rPh") {
      reader.skip();
      continue;
    }
    if (event == XmlReader::Event::kStart && reader.name() == "si") strings.emplace_back();
    if (reader.name() == "t") in_text = event == XmlReader::Event::kStart;
  }
  return strings;
}

struct Place {
  int row = -1;
  int column = -1;
};

// "BC12"
Place place_of(std::string_view reference) {
  Place place{0, 0};
  std::size_t at = 0;
  constexpr std::size_t kMostLetters = 3;
  for (; at < reference.size() && at < kMostLetters && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    place.column = place.column * 26 + (reference[at] - 'A' + 1);
  }
  for (; at < reference.size() && reference[at] >= '0' && reference[at] <= '9' && place.row < 100000000; ++at) {
    place.row = place.row * 10 + (reference[at] - '0');
  }
  return {place.row - 1, place.column - 1};
}

class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& strings, const XlsxNumbers& numbers)
      : strings_(strings), numbers_(numbers) {}

  // False where the part broke off.
  bool read(std::string_view xml) {
    XmlReader reader(xml);
    for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
      if (event == XmlReader::Event::kStart) start(reader);
      if (event == XmlReader::Event::kText && (in_value_ || in_inline_)) value_ += reader.text();
      if (event == XmlReader::Event::kEnd) end(reader.name());
    }
    return !reader.is_broken();
  }

  const SheetCells& cells() const { return cells_; }

 private:
  void start(XmlReader& reader) {
    const std::string name(reader.name());
    if (name == "rPh") return reader.skip();
    if (name == "row") {
      ++place_.row;
      place_.column = -1;
      const std::string row = reader.attribute("r");
      if (!row.empty()) place_.row = std::atoi(row.c_str()) - 1;
    } else if (name == "c") {
      const std::string reference = reader.attribute("r");
      place_ = reference.empty() ? Place{place_.row, place_.column + 1} : place_of(reference);
      type_ = reader.attribute("t");
      style_ = std::atoi(reader.attribute("s").c_str());
      value_.clear();
    } else if (name == "mergeCell") {
      const std::string range = reader.attribute("ref");
      const std::size_t colon = range.find(':');
      if (colon == std::string::npos) return;
      const Place from = place_of(std::string_view(range).substr(0, colon));
      const Place to = place_of(std::string_view(range).substr(colon + 1));
      cells_.merge(from.row, from.column, to.row, to.column);
    }
    in_value_ = name == "v";
    in_inline_ = name == "t";
  }

  void end(std::string_view name) {
    if (name == "v") in_value_ = false;
    if (name == "t") in_inline_ = false;
    if (name == "c") cells_.put(place_.row, place_.column, {shown(), 1, 1});
  }

  std::string shown() const {
    if (type_ == "s") {
      const auto index = static_cast<std::size_t>(std::max(std::atoi(value_.c_str()), 0));
      return !value_.empty() && index < strings_.size() ? strings_[index] : "";
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "str" || type_ == "inlineStr" || type_ == "e" || type_ == "d") return value_;
    return numbers_.shown(value_, style_);
  }

  const std::vector<std::string>& strings_;
  const XlsxNumbers& numbers_;
  SheetCells cells_;
  Place place_;
  std::string type_;
  std::string value_;
  int style_ = 0;
  bool in_value_ = false;
  bool in_inline_ = false;
};

Message hidden_sheet(const std::string& name) {
  return {"the sheet \"" + name + "\" is hidden in the file; it was read all the same",
          "trang tính \"" + name + "\" bị ẩn trong tệp; vẫn được đọc"};
}

Message cut_sheet(const std::string& name) {
  return {"the sheet \"" + name + "\" has more cells than are read; split it",
          "trang tính \"" + name + "\" có quá nhiều ô; hãy chia nhỏ"};
}

}  // namespace

Result<Document> read_xlsx(const ZipArchive& archive, const std::string& source) {
  const auto book = needed_part(archive, "xl/workbook.xml", source);
  if (!book) return tl::unexpected(book.error());
  const Workbook workbook = read_workbook(*book, relations(further_part(archive, "xl/_rels/workbook.xml.rels")));
  XlsxNumbers numbers;
  numbers.read(further_part(archive, "xl/styles.xml"), workbook.from_1904);
  const std::vector<std::string> strings = shared_strings(further_part(archive, "xl/sharedStrings.xml"));
  OfficePages pages;
  std::vector<Message> warnings;
  for (const Sheet& sheet : workbook.sheets) {
    SheetReader reader(strings, numbers);
    if (!reader.read(further_part(archive, sheet.part))) warnings.push_back(broken_part(sheet.part));
    if (reader.cells().is_cut()) warnings.push_back(cut_sheet(sheet.name));
    if (reader.cells().empty()) continue;
    if (sheet.hidden) warnings.push_back(hidden_sheet(sheet.name));
    pages.new_page();
    pages.paragraph("p", html_escaped(sheet.name));
    pages.raw(reader.cells().html());
  }
  auto document = read_office_pages(pages, properties_of(further_part(archive, "docProps/core.xml")),
                                    "a sheet of the workbook", source);
  if (document) document->warnings.insert(document->warnings.end(), warnings.begin(), warnings.end());
  return document;
}

}  // namespace trichluc
