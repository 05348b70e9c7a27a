#include "extractors/lexicon/table_reader.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"
#include "pipeline/text/shaper.h"

namespace trichluc {
namespace {

constexpr std::string_view kColumnsMark = "# columns:";
constexpr std::string_view kValuesMark = "# values:";

using Fields = std::vector<std::string_view>;

void split(std::string_view text, char mark, Fields& parts) {
  parts.clear();
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, begin)) {
    parts.emplace_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.emplace_back(text.substr(begin));
}

std::vector<std::string> words_of(std::string_view text) {
  Fields words;
  split(text, ' ', words);
  std::vector<std::string> out;
  for (const std::string_view word : words) {
    if (!word.empty()) out.emplace_back(word);
  }
  return out;
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

class Reader {
 public:
  Reader(std::string file, const Lexicon* base) : file_(std::move(file)), base_(base) {
    if (base_ == nullptr) return;
    read_.columns = base_->columns();
    read_.values = base_->closed_values();
    for (const Entry& entry : base_->entries()) known_.insert(entry.form);
    note_legal_values();
  }

  void line(std::string_view text) {
    ++number_;
    if (!is_valid_utf8(text)) return fault("the line is not UTF-8", "dòng không phải là UTF-8");
    if (text.ends_with('\r')) return fault("it ends in CR LF; save it with LF", "dòng kết thúc bằng CR LF; hãy lưu LF");
    if (text.starts_with(kColumnsMark)) return columns(words_of(text.substr(kColumnsMark.size())));
    if (text.starts_with(kValuesMark)) return values(words_of(text.substr(kValuesMark.size())));
    if (text.empty() || text.front() == '#') return;
    if (read_.columns.size() < 2) {
      if (!told_of_columns_) fault("the '# columns:' line is missing above it", "thiếu dòng '# columns:' phía trên");
      told_of_columns_ = true;
      return;
    }
    const bool removes = text.front() == '!';
    split(text.substr(removes ? 1 : 0), '\t', fields_);
    return removes ? removal(fields_) : entry(fields_);
  }

  TableLines lines() && { return std::move(read_); }

 private:
  void columns(std::vector<std::string> names) {
    if (base_ != nullptr && names != read_.columns) {
      return fault("the columns of this table are: " + listed(read_.columns),
                   "các cột của bảng này là: " + listed(read_.columns));
    }
    read_.columns = std::move(names);
    note_legal_values();
  }

  void values(const std::vector<std::string>& words) {
    const bool known =
        !words.empty() && std::find(read_.columns.begin(), read_.columns.end(), words.front()) != read_.columns.end();
    if (!known) return fault("'# values:' names no column", "'# values:' không nêu đúng tên cột");
    if (base_ == nullptr) read_.values[words.front()] = {words.begin() + 1, words.end()};
    note_legal_values();
  }

  void note_legal_values() {
    legal_.assign(read_.columns.size(), nullptr);
    for (std::size_t i = 0; i < read_.columns.size(); ++i) {
      const auto closed = read_.values.find(read_.columns[i]);
      if (closed != read_.values.end()) legal_[i] = &closed->second;
    }
  }

  void removal(const Fields& fields) {
    const std::string form(fields.front());
    if (base_ == nullptr) {
      return fault("'!' takes away a line of another table; here the line itself can go",
                   "'!' dùng để bỏ dòng của bảng khác; ở đây hãy xóa chính dòng đó");
    }
    if (fields.size() != 2 || fields.back().empty() || fields.back() == "-") {
      return fault("to take a form away write '!', the form, a tab and the reason",
                   "để bỏ một dạng chữ, hãy ghi '!', dạng chữ, dấu tab và lý do");
    }
    if (known_.count(form) == 0) {
      return fault("there is no form '" + form + "' to take away", "không có dạng chữ '" + form + "' để bỏ");
    }
    if (!seen_.insert(fields.front()).second) return fault("the form stands twice", "dạng chữ bị lặp");
    read_.removed.push_back(form);
  }

  void entry(const Fields& fields) {
    const std::size_t wanted = read_.columns.size();
    if (fields.size() != wanted) {
      return fault("it has " + std::to_string(fields.size()) + " columns, not " + std::to_string(wanted) + " (" +
                       listed(read_.columns) + ")",
                   "có " + std::to_string(fields.size()) + " cột, cần " + std::to_string(wanted) + " (" +
                       listed(read_.columns) + ")");
    }
    if (std::find(fields.begin(), fields.end(), "") != fields.end())
      return fault("a column is empty; write '-'", "có cột trống; hãy ghi '-'");
    if (!is_folded(fields.front())) {
      const std::string folded = text::fold(fields.front());
      return fault("the form is not folded (NFC, lower case, hòa not hoà): write '" + folded + "'",
                   "dạng chữ chưa chuẩn (NFC, chữ thường, hòa chứ không hoà): hãy ghi '" + folded + "'");
    }
    if (fields.back() == "-")
      return fault("the source is missing; name a law, an address or 'general usage'",
                   "thiếu nguồn; hãy ghi văn bản, địa chỉ hoặc 'general usage'");
    if (!has_legal_values(fields)) return;
    if (!seen_.insert(fields.front()).second) return fault("the form stands twice", "dạng chữ bị lặp");
    Entry made;
    made.form = std::string(fields.front());
    made.values.assign(fields.begin() + 1, fields.end() - 1);
    made.line = number_;
    if (base_ != nullptr) made.file = file_;
    read_.entries.push_back(std::move(made));
  }

  bool is_folded(std::string_view form) { return shaper_.is_plainly_folded(form) || text::fold(form) == form; }

  bool has_legal_values(const Fields& fields) {
    for (std::size_t i = 1; i + 1 < fields.size(); ++i) {
      if (legal_[i] == nullptr || fields[i] == "-") continue;
      const std::vector<std::string>& legal = *legal_[i];
      if (std::find(legal.begin(), legal.end(), fields[i]) != legal.end()) continue;
      const std::string value(fields[i]);
      fault("'" + value + "' is no value of the column " + read_.columns[i] + " (" + listed(legal) + ", -)",
            "'" + value + "' không phải giá trị của cột " + read_.columns[i] + " (" + listed(legal) + ", -)");
      return false;
    }
    return true;
  }

  void fault(const std::string& en, const std::string& vi) {
    read_.faults.push_back({ErrorCode::kBadDictionary,
                            {"dictionary line cannot be used: " + en, "không dùng được dòng từ điển: " + vi},
                            file_ + ":" + std::to_string(number_)});
  }

  std::string file_;
  const Lexicon* base_;
  int number_ = 0;
  bool told_of_columns_ = false;
  TableLines read_;
  std::vector<const std::vector<std::string>*> legal_;  // for each column what alone may stand there, or null
  text::Shaper shaper_;
  Fields fields_;                              // of the line; kept for their memory
  std::unordered_set<std::string> known_;      // forms of the base
  std::unordered_set<std::string_view> seen_;  // … of the lines, which stay where they are
};

TableLines read_lines(std::string_view tsv, Reader reader) {
  for (std::string_view rest = tsv; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    reader.line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::move(reader).lines();
}

}  // namespace

TableLines read_table(std::string_view tsv, const std::string& file) {
  return read_lines(tsv, Reader(file, nullptr));
}

TableLines read_added_table(std::string_view tsv, const std::string& file, const Lexicon& base) {
  return read_lines(tsv, Reader(file, &base));
}

}  // namespace trichluc
