#include "pipeline/cli/workbook.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "pipeline/cli/shared_strings.h"

namespace trichluc::cli {
namespace {

using store::CellType;

constexpr std::size_t kMostDigits = 15;     // that a spreadsheet keeps of a number
constexpr std::size_t kMostRows = 1048576;  // of a sheet, its headings among them
constexpr std::size_t kPiece = 1 << 18;     // bytes that are packed at once

constexpr const char* kMain = "spreadsheetml/2006/main";
constexpr const char* kRelations = "officeDocument/2006/relationships";

// A namespace of the format, by what stands behind its host.
std::string space(const std::string& name) {
  return "http://schemas.openxmlformats.org/" + name;
}

// A part up to the attributes of its first element.
std::string opened(const std::string& element, const std::string& name) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + element + " xmlns=\"" + space(name) +
         "\"";
}

// Cells as such, headings (bold), days.
constexpr const char* kHeadingStyle = " s=\"1\"";
constexpr const char* kDayStyle = " s=\"2\"";
constexpr std::string_view kStyles =
    ">"
    R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>)"
    R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>)"
    R"(<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>)"
    R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>)"
    R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">)"
    R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)"
    R"(<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>)"
    R"(<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>)"
    R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)";

bool is_number(std::string_view cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool plain = std::all_of(cell.begin() + (cell.front() == '-' ? 1 : 0), cell.end(),
                                 [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  return plain && digits > 0 && static_cast<std::size_t>(digits) <= kMostDigits &&
         std::count(cell.begin(), cell.end(), '.') <= 1;
}

int number_in(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

// A whole day, "2019-04-10", as spreadsheets count it: from 1900 on, which they take for a leap year.
std::optional<long> day_number(std::string_view cell) {
  using namespace std::chrono;
  constexpr std::size_t kSize = 10;
  constexpr int kFirstYear = 1901;
  if (cell.size() != kSize || cell[4] != '-' || cell[7] != '-') return std::nullopt;
  for (const std::string_view part : {cell.substr(0, 4), cell.substr(5, 2), cell.substr(8, 2)}) {
    if (part.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  }
  const year_month_day day{year{number_in(cell.substr(0, 4))},
                           month{static_cast<unsigned>(number_in(cell.substr(5, 2)))},
                           std::chrono::day{static_cast<unsigned>(number_in(cell.substr(8, 2)))}};
  if (!day.ok() || day.year() < year{kFirstYear}) return std::nullopt;
  return (sys_days{day} - sys_days{year{1899} / December / 30}).count();
}

// "A", …, "Z", "AA", …
std::string letters_of(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters;
}

const char* width_of(const store::TableColumn& column) {
  const bool words = column.name == "quote" || column.name == "title" || column.name == "text" ||
                     column.name == "explanation" || column.name == "value";
  return words && column.type == CellType::kText ? "40" : "12";
}

// What a sheet is made of, handed on piece by piece.
class SheetWriter {
 public:
  SheetWriter(ZipWriter& zip, SharedStrings& strings, const store::Table& table)
      : zip_(zip), strings_(strings), table_(table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) letters_.push_back(letters_of(i));
    last_.resize(letters_.size());
  }

  void write(bool first) {
    xml_ = opened("worksheet", kMain) + "><sheetViews><sheetView ";
    xml_ += first ? "tabSelected=\"1\" " : "";
    xml_ +=
        "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    add_columns();
    xml_ += "<sheetData><row r=\"1\">";
    for (std::size_t i = 0; i < letters_.size(); ++i) add_text(i, "1", kHeadingStyle, table_.columns[i].name);
    xml_ += "</row>";
    for (std::size_t r = 0; r < table_.rows.size(); ++r) add_row(table_.rows[r], std::to_string(r + 2));
    xml_ += "</sheetData>";
    if (!letters_.empty()) {
      xml_ += "<autoFilter ref=\"A1:" + letters_.back() + std::to_string(table_.rows.size() + 1) + "\"/>";
    }
    zip_.write(xml_ + "</worksheet>");
  }

  // Of a name that Excel wants for filters.
  std::string filtered() const {
    return letters_.empty() ? "" : "$A$1:$" + letters_.back() + "$" + std::to_string(table_.rows.size() + 1);
  }

 private:
  void add_columns() {
    if (letters_.empty()) return;
    xml_ += "<cols>";
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      xml_ += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + width_of(table_.columns[i]) +
              "\" customWidth=\"1\"/>";
    }
    xml_ += "</cols>";
  }

  void add_row(const store::TableRow& cells, const std::string& number) {
    xml_.append("<row r=\"").append(number).append("\">");
    for (std::size_t i = 0; i < std::min(cells.size(), letters_.size()); ++i) {
      if (!cells[i].empty()) add_cell(i, number, cells[i]);
    }
    xml_.append("</row>");
    if (xml_.size() < kPiece) return;
    zip_.write(xml_);
    xml_.clear();
  }

  void add_cell(std::size_t column, const std::string& row, std::string_view cell) {
    const CellType type = table_.columns[column].type;
    if (type == CellType::kNumber && is_number(cell)) return add_value(column, row, "", cell);
    const auto day = type == CellType::kDay ? day_number(cell) : std::nullopt;
    if (day) return add_value(column, row, kDayStyle, std::to_string(*day));
    add_text(column, row, "", cell);
  }

  void add_text(std::size_t column, const std::string& row, const char* style, std::string_view text) {
    open(column, row, style);
    Last& last = last_[column];
    if (last.number.empty() || last.text != text) last = {std::string(text), std::to_string(strings_.number_of(text))};
    xml_.append(" t=\"s\"><v>").append(last.number).append("</v></c>");
  }

  void add_value(std::size_t column, const std::string& row, const char* style, std::string_view value) {
    open(column, row, style);
    xml_.append("><v>").append(value).append("</v></c>");
  }

  void open(std::size_t column, const std::string& row, const char* style) {
    xml_.append("<c r=\"").append(letters_[column]).append(row).append("\"").append(style);
  }

  ZipWriter& zip_;
  SharedStrings& strings_;
  const store::Table& table_;
  struct Last {
    std::string text, number;  // of a column: most cells say what the one above them says
  };
  std::vector<std::string> letters_;
  std::vector<Last> last_;
  std::string xml_;
};

std::string types_xml(std::size_t sheets) {
  const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string xml =
      opened("Types", "package/2006/content-types") +
      "><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  const auto add = [&](const std::string& part, const std::string& of) {
    xml += "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + kind + of + "+xml\"/>";
  };
  add("workbook", "sheet.main");
  for (std::size_t i = 1; i <= sheets; ++i) add("worksheets/sheet" + std::to_string(i), "worksheet");
  add("styles", "styles");
  add("sharedStrings", "sharedStrings");
  return xml + "</Types>";
}

std::string relation(std::size_t number, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"rId" + std::to_string(number) + "\" Type=\"" + space(kRelations) + "/" + type +
         "\" Target=\"" + target + ".xml\"/>";
}

std::string relations_xml(const std::string& relations) {
  return opened("Relationships", "package/2006/relationships") + ">" + relations + "</Relationships>";
}

}  // namespace

Workbook::Workbook(ZipWriter::Sink sink) : zip_(std::move(sink)), strings_(std::make_unique<SharedStrings>()) {}
Workbook::~Workbook() = default;

Result<void> Workbook::add(const store::Table& table) {
  if (table.rows.size() >= kMostRows) {
    return fail(ErrorCode::kFileAccess,
                {table.name + " has more rows than a sheet holds; use --format sqlite or csv",
                 table.name + " có nhiều hàng hơn một trang tính; hãy dùng --format sqlite hoặc csv"},
                "xlsx");
  }
  if (sheets_.empty()) {
    const auto begun = begin();
    if (!begun) return begun;
  }
  SheetWriter sheet(zip_, *strings_, table);
  zip_.begin("xl/worksheets/sheet" + std::to_string(sheets_.size() + 1) + ".xml");
  sheet.write(sheets_.empty());
  sheets_.push_back({table.name, sheet.filtered()});
  return zip_.end();
}

// By its first parts a file is known for a workbook.
Result<void> Workbook::begin() {
  const auto related = put("_rels/.rels", relations_xml(relation(1, "officeDocument", "xl/workbook")));
  return related ? put("xl/styles.xml", opened("styleSheet", kMain) + std::string(kStyles)) : related;
}

Result<void> Workbook::put(const std::string& name, std::string_view content) {
  zip_.begin(name);
  zip_.write(content);
  return zip_.end();
}

Result<void> Workbook::finish() {
  std::string sheets;
  std::string filters;
  std::string relations;
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets +=
        "<sheet name=\"" + xml_text(sheets_[i].name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
    relations += relation(i + 1, "worksheet", "worksheets/sheet" + number);
    if (sheets_[i].filtered.empty()) continue;
    filters += "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"" + std::to_string(i) + "\" hidden=\"1\">" +
               xml_text(sheets_[i].name) + "!" + sheets_[i].filtered + "</definedName>";
  }
  relations += relation(sheets_.size() + 1, "styles", "styles");
  relations += relation(sheets_.size() + 2, "sharedStrings", "sharedStrings");
  const std::string names = filters.empty() ? "" : "<definedNames>" + filters + "</definedNames>";
  const std::pair<const char*, std::string> parts[] = {
      {"xl/sharedStrings.xml", strings_->xml()},
      {"xl/workbook.xml", opened("workbook", kMain) + " xmlns:r=\"" + space(kRelations) +
                              "\"><bookViews><workbookView/></bookViews><sheets>" + sheets + "</sheets>" + names +
                              "</workbook>"},
      {"xl/_rels/workbook.xml.rels", relations_xml(relations)},
      {"[Content_Types].xml", types_xml(sheets_.size())}};
  for (const auto& [name, content] : parts) {
    const auto written = put(name, content);
    if (!written) return written;
  }
  return zip_.finish();
}

Result<std::string> workbook_of(const std::vector<store::Table>& tables) {
  std::string content;
  Workbook book([&content](std::string_view piece) -> Result<void> {
    content += piece;
    return {};
  });
  for (const store::Table& table : tables) {
    const auto added = book.add(table);
    if (!added) return tl::unexpected<Error>(added.error());
  }
  const auto written = book.finish();
  if (!written) return tl::unexpected<Error>(written.error());
  return content;
}

}  // namespace trichluc::cli
