#include "pipeline/cli/writers/number_list.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "pipeline/cli/terminal_text.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kColumnCount = 7;
// The widest each column gets before its cells are cut.
constexpr std::array<std::size_t, kColumnCount> kWidest{4, 15, 20, 8, 25, 64, 80};

using Cells = std::array<std::string, kColumnCount>;

class NumberTable {
 public:
  explicit NumberTable(Language language) : language_(language) {
    rows_.push_back({say("page", "tr."), say("place", "vị trí"), say("number", "số"), say("verdict", "kết quả"),
                     say("rule", "quy tắc"), say("why", "lý do"), say("quote", "trích dẫn")});
  }

  void add(const NumberAccount& account) {
    const Evidence& number = account.number;
    const bool read = !account.record.empty();
    rows_.push_back({std::to_string(number.page), std::to_string(number.start) + "–" + std::to_string(number.end),
                     number.text, read ? say("read", "đã đọc") : say("refused", "bị loại"), account.rule,
                     account.reason + (read ? " " + account.record : ""), "“" + on_one_line(account.words) + "”"});
    Cells& row = rows_.back();
    for (std::size_t i = 0; i < kColumnCount; ++i) row[i] = shortened(on_one_line(row[i]), kWidest[i]);
  }

  std::string text() const {
    std::array<std::size_t, kColumnCount> widths{};
    for (const Cells& row : rows_) {
      for (std::size_t i = 0; i < kColumnCount; ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string out;
    for (const Cells& row : rows_) {
      for (std::size_t i = 0; i + 1 < kColumnCount; ++i) out += padded(row[i], widths[i]) + "  ";
      out += row[kColumnCount - 1] + "\n";
    }
    return out;
  }

 private:
  std::string say(const char* en, const char* vi) const { return language_ == Language::kVietnamese ? vi : en; }

  Language language_;
  std::vector<Cells> rows_;
};

std::string as_json(const DocumentRecords& records) {
  JsonWriter json(JsonWriter::Style::kIndented);
  json.begin_object().key("schema").string("trichluc/1");
  json.key("document").begin_object().key("id").string(records.document.id);
  json.key("source").string(records.source).end_object();
  json.key("numbers").begin_array();
  for (const NumberAccount& account : records.numbers) {
    const Evidence& number = account.number;
    json.begin_object().key("page").integer(number.page).key("start").size(number.start).key("end").size(number.end);
    json.key("text").string(number.text).key("verdict").string(account.record.empty() ? "refused" : "read");
    json.key("record").string_or_null(account.record).key("rule").string(account.rule);
    json.key("reason").string(account.reason).key("quote").string(account.words).end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace

std::string list_of_numbers(const DocumentRecords& records, const std::string& format, Language language) {
  if (format == "json") return as_json(records);
  NumberTable table(language);
  for (const NumberAccount& account : records.numbers) table.add(account);
  return table.text();
}

}  // namespace trichluc::cli
