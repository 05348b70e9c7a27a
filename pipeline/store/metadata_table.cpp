#include "pipeline/store/metadata_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "pipeline/base/utf8.h"
#include "pipeline/source/hash.h"

namespace trichluc::store {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error fault(const std::string& path, std::size_t line, Message what) {
  return {ErrorCode::kBadDictionary, std::move(what), path + ":" + std::to_string(line)};
}

std::string trimmed(std::string_view cell) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = cell.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return "";
  return std::string(cell.substr(first, cell.find_last_not_of(kBlank) - first + 1));
}

// The one that is most frequent in the first line outside of quotes.
char separator_of(std::string_view text) {
  std::map<char, int> seen;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    if (!quoted && (c == ',' || c == ';' || c == '\t')) ++seen[c];
  }
  char best = ',';
  for (const auto& [c, count] : seen) {
    if (count > seen[best]) best = c;
  }
  return best;
}

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& path)
      : text_(text), path_(path), separator_(separator_of(text)) {}

  Result<std::vector<CsvRow>> read() {
    begin_row();
    for (at_ = 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quoted_) {
        inside_quotes(c);
      } else if (c == '"' && cell_.empty()) {
        quoted_ = true;
        quote_line_ = line_;
      } else {
        outside(c);
      }
      if (c == '\n') next_line();
    }
    if (quoted_) {
      return tl::unexpected(fault(path_, quote_line_,
                                  {"a quote that begins here has no end; write a quote inside of a cell twice",
                                   "dấu nháy mở ở đây không được đóng; dấu nháy trong ô phải viết hai lần"}));
    }
    end_row();
    return std::move(rows_);
  }

 private:
  void inside_quotes(char c) {
    if (c != '"') {
      cell_ += c;
    } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
      cell_ += '"';
      ++at_;
    } else {
      quoted_ = false;
    }
  }

  void outside(char c) {
    if (c == separator_) {
      end_cell();
    } else if (c == '\n') {
      end_row();
    } else {
      cell_ += c;
    }
  }

  void next_line() {
    ++line_;
    if (row_.cells.empty() && cell_.empty() && !quoted_) row_.line = line_;
  }
  void begin_row() { row_ = {line_, {}}; }
  void end_cell() {
    row_.cells.push_back(trimmed(cell_));
    cell_.clear();
  }
  void end_row() {
    end_cell();
    const auto empty = [](const std::string& cell) { return cell.empty(); };
    if (!std::all_of(row_.cells.begin(), row_.cells.end(), empty)) rows_.push_back(std::move(row_));
    begin_row();
  }

  std::string_view text_;
  const std::string& path_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  bool quoted_ = false;
  std::size_t quote_line_ = 1;
  std::string cell_;
  CsvRow row_;
  std::vector<CsvRow> rows_;
};

struct Column {
  const MetadataField* field = nullptr;  // null: it names the document
};
struct Columns {
  std::vector<Column> columns;
  std::size_t document = 0;  // which of them
  DocumentColumn by = DocumentColumn::kPath;
};

Message unknown_column(const std::string& head) {
  return {"there is no field \"" + head +
              "\"; the fields are listed in pipeline/README.md, such as \"Mã hồ sơ\" or ma_ho_so",
          "không có trường \"" + head +
              "\"; xem danh sách trường trong pipeline/README.md, ví dụ \"Mã hồ sơ\" hoặc ma_ho_so"};
}

Result<Columns> columns_of(const CsvRow& head, const std::string& path) {
  Columns found;
  std::set<std::string_view> seen;
  std::size_t documents = 0;
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    const std::string name = column_name(head.cells[i]);
    const MetadataField* field = metadata_field(name);
    const auto document = document_column(name);
    found.columns.push_back({field});
    if (document) {
      found.document = i;
      found.by = *document;
      ++documents;
    } else if (field == nullptr) {
      return tl::unexpected(fault(path, head.line, unknown_column(head.cells[i])));
    } else if (!seen.insert(field->name).second) {
      return tl::unexpected(fault(path, head.line,
                                  {"the column \"" + head.cells[i] + "\" stands here twice; leave one",
                                   "cột \"" + head.cells[i] + "\" có hai lần; hãy bỏ một"}));
    }
  }
  if (documents == 1) return found;
  return tl::unexpected(fault(path, head.line,
                              {"one column must say which document a line is about: path, name or sha256",
                               "cần đúng một cột chỉ tài liệu: path (đường dẫn), name (tên tệp) hoặc sha256"}));
}

Result<MetadataLine> line_of(const CsvRow& row, const Columns& columns, const std::string& path) {
  if (row.cells.size() > columns.columns.size()) {
    const std::string cells = std::to_string(row.cells.size());
    const std::string heads = std::to_string(columns.columns.size());
    return tl::unexpected(fault(
        path, row.line,
        {"has " + cells + " cells, but there are " + heads + " columns; put quotes around a cell with a separator",
         "có " + cells + " ô nhưng chỉ có " + heads + " cột; ô chứa dấu phân cách phải đặt trong nháy"}));
  }
  MetadataLine line{row.line, columns.by, "", {}};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& cell = row.cells[i];
    if (i == columns.document) line.document = cell;
    if (i == columns.document || cell.empty()) continue;
    const MetadataField& field = *columns.columns[i].field;
    const auto value = metadata_value(field, cell);
    if (!value) {
      const bool date = field.form == FieldForm::kDate;
      const std::string title(field.title);
      return tl::unexpected(
          fault(path, row.line,
                {title + ": \"" + cell + "\" is no " +
                     (date ? "date; write 31/12/2018 or 2018-12-31" : "number; write digits alone"),
                 title + ": \"" + cell + "\" không phải " +
                     (date ? "ngày; hãy ghi 31/12/2018 hoặc 2018-12-31" : "số; hãy chỉ ghi chữ số")}));
    }
    line.values.push_back({&field, *value});
  }
  if (!line.document.empty()) return line;
  return tl::unexpected(
      fault(path, row.line, {"does not say which document it is about", "không nói là của tài liệu nào"}));
}

// The line of the first byte that is no UTF-8; 0: all is well.
std::size_t not_utf8(std::string_view text) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == 0xFFFD && point.size == 1) return line;
    if (point.value == U'\n') ++line;
    at += point.size;
  }
  return 0;
}

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view text, const std::string& path) {
  return CsvReader(text, path).read();
}

Result<MetadataTable> parse_metadata(std::string_view bytes, const std::string& path) {
  std::string_view text = bytes;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const std::size_t line = not_utf8(text); line > 0) {
    return tl::unexpected(
        fault(path, line,
              {"is no UTF-8; save the table as \"CSV UTF-8\"", "không phải UTF-8; hãy lưu bảng dạng \"CSV UTF-8\""}));
  }
  const auto rows = parse_csv(text, path);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return tl::unexpected(fault(path, 1, {"the table is empty", "bảng trống"}));
  const auto columns = columns_of(rows->front(), path);
  if (!columns) return tl::unexpected(columns.error());
  MetadataTable table{path, sha256_hex(bytes), {}};
  for (std::size_t i = 1; i < rows->size(); ++i) {
    auto line = line_of((*rows)[i], *columns, path);
    if (!line) return tl::unexpected(line.error());
    table.lines.push_back(std::move(*line));
  }
  return table;
}

}  // namespace trichluc::store
