#include "extractors/lexicon/lexicon.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::string_view kColumnsMark = "# columns:";

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, begin)) {
    parts.emplace_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string& word : split(text, ' ')) {
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

class Parser {
 public:
  explicit Parser(std::string name) : name_(std::move(name)) {}

  std::optional<Error> line(std::string_view text) {
    ++number_;
    if (!is_valid_utf8(text)) return fault("the line is not UTF-8", "dòng không phải là UTF-8");
    if (text.starts_with(kColumnsMark)) {
      columns_ = words_of(text.substr(kColumnsMark.size()));
      return std::nullopt;
    }
    if (text.empty() || text.front() == '#') return std::nullopt;
    if (columns_.size() < 2)
      return fault("the '# columns:' line is missing above it", "thiếu dòng '# columns:' phía trên");
    return entry(split(text, '\t'));
  }

  std::vector<std::string> columns() const { return columns_; }
  std::vector<Entry> entries() && { return std::move(entries_); }

 private:
  std::optional<Error> entry(std::vector<std::string> fields) {
    if (fields.size() != columns_.size()) {
      return fault("it has " + std::to_string(fields.size()) + " columns, not " + std::to_string(columns_.size()),
                   "có " + std::to_string(fields.size()) + " cột, cần " + std::to_string(columns_.size()));
    }
    for (const std::string& field : fields) {
      if (field.empty()) return fault("a column is empty; write '-'", "có cột trống; hãy ghi '-'");
    }
    if (text::fold(fields.front()) != fields.front()) {
      return fault(
          "the form is not folded (NFC, lower case, hòa not hoà): write '" + text::fold(fields.front()) + "'",
          "dạng chữ chưa chuẩn (NFC, chữ thường, hòa chứ không hoà): hãy ghi '" + text::fold(fields.front()) + "'");
    }
    if (!seen_.insert(fields.front()).second) return fault("the form stands twice", "dạng chữ bị lặp");
    Entry made;
    made.form = fields.front();
    made.values.assign(fields.begin() + 1, fields.end() - 1);
    made.line = number_;
    entries_.push_back(std::move(made));
    return std::nullopt;
  }

  Error fault(std::string en, std::string vi) const {
    return {ErrorCode::kBadDictionary,
            {"dictionary line cannot be used: " + std::move(en), "không dùng được dòng từ điển: " + std::move(vi)},
            name_ + ".tsv:" + std::to_string(number_)};
  }

  std::string name_;
  int number_ = 0;
  std::vector<std::string> columns_;
  std::vector<Entry> entries_;
  std::set<std::string> seen_;
};

}  // namespace

Result<Lexicon> Lexicon::parse(std::string_view tsv, std::string name) {
  Parser parser(name);
  for (std::string_view rest = tsv; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (auto error = parser.line(rest.substr(0, end))) return tl::unexpected<Error>(std::move(*error));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Lexicon lexicon;
  lexicon.name_ = std::move(name);
  lexicon.columns_ = parser.columns();
  lexicon.entries_ = std::move(parser).entries();
  return lexicon;
}

std::string_view Lexicon::value(const Entry& entry, std::string_view column) const {
  for (std::size_t i = 1; i + 1 < columns_.size(); ++i) {
    if (columns_[i] == column)
      return entry.values[i - 1] == "-" ? std::string_view{} : std::string_view(entry.values[i - 1]);
  }
  return {};
}

}  // namespace trichluc
