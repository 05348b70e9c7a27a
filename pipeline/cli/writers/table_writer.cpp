#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/cli/writers/record_writer.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kColumnCount = 7;
constexpr std::size_t kValueColumn = 1;
constexpr std::size_t kQuoteColumn = 6;
constexpr std::size_t kLeastQuote = 30;  // a shorter quote proves nothing to a reader
// The widest each column gets before its cells are cut.
constexpr std::array<std::size_t, kColumnCount> kWidest{14, 24, 44, 20, 21, 4, 100};

using Cells = std::array<std::string, kColumnCount>;

class TableWriter : public RecordWriter {
 public:
  TableWriter(Language language, std::size_t width) : language_(language), width_(width) {}

  std::string document(const DocumentRecords& records) override {
    std::string out = first_ ? "" : "\n";
    first_ = false;
    out += on_one_line(records.source) + "\n";
    if (records.error) return out + "  " + on_one_line(in_language(records.error->what, language_)) + "\n";
    out += heading(records);
    std::vector<const Record*> own;
    std::vector<const Record*> related;
    for (const Record& record : records.records) (record.section == "related" ? related : own).push_back(&record);
    if (own.empty()) out += say("  no records", "  không có bản ghi nào") + "\n";
    out += table(own);
    if (!related.empty()) {
      out += say("  related: on the page, but of other articles", "  tin liên quan: trên trang nhưng thuộc bài khác") +
             "\n";
      out += table(related);
    }
    return out;
  }

 private:
  std::string say(const char* en, const char* vi) const { return language_ == Language::kVietnamese ? vi : en; }

  std::string heading(const DocumentRecords& d) const {
    std::string line;
    const auto add = [&line](const std::string& part) {
      if (!part.empty()) line += (line.empty() ? "  " : " · ") + part;
    };
    add(on_one_line(d.title));
    add(on_one_line(d.publisher));
    add(d.published);
    add(std::to_string(d.document.pages.size()) + say(d.document.pages.size() == 1 ? " page" : " pages", " trang"));
    std::string meeting;
    if (d.meeting) {
      meeting = say("  meeting: ", "  cuộc họp: ") + d.meeting->date;
      for (const std::string* part : {&d.meeting->part_of_day, &d.meeting->place, &d.meeting->format}) {
        if (!part->empty()) meeting += " · " + *part;
      }
      if (d.meeting->sites) meeting += " · " + d.meeting->sites->to_string() + say(" sites", " điểm cầu");
      if (d.meeting->delegates) meeting += " · " + d.meeting->delegates->to_string() + say(" delegates", " đại biểu");
      meeting += "\n";
    }
    return line + "\n" + meeting;
  }

  Cells cells_of(const Record& record) const {
    const FactWords words = words_of(record, language_);
    const Evidence& proof = record.evidence.front();
    Cells cells{words.type,
                words.value,
                words.what,
                words.place,
                words.period,
                std::to_string(proof.page),
                "“" + on_one_line(proof.text) + "”"};
    for (std::size_t i = 0; i < kQuoteColumn; ++i) cells[i] = shortened(on_one_line(cells[i]), kWidest[i]);
    return cells;
  }

  Cells head() const {
    return {say("type", "loại"),        say("value", "giá trị"), say("what", "nội dung"),  say("place", "nơi"),
            say("period", "thời gian"), say("page", "tr."),      say("quote", "trích dẫn")};
  }

  std::string table(const std::vector<const Record*>& records) const {
    if (records.empty()) return "";
    std::vector<Cells> rows{head()};
    for (const Record* record : records) rows.push_back(cells_of(*record));
    std::array<std::size_t, kColumnCount> widths{};
    for (const Cells& row : rows) {
      for (std::size_t i = 0; i < kQuoteColumn; ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::size_t used = 2;
    for (std::size_t i = 0; i < kQuoteColumn; ++i) used += widths[i] + 2;
    const std::size_t quote =
        width_ > used + kLeastQuote ? std::min(width_ - used, kWidest[kQuoteColumn]) : kLeastQuote;
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) out += line_of(rows[r], widths, quote, r == 0);
    return out;
  }

  static std::string line_of(const Cells& row, const std::array<std::size_t, kColumnCount>& widths, std::size_t quote,
                             bool is_head) {
    std::string line = " ";
    for (std::size_t i = 0; i < kQuoteColumn; ++i) {
      const bool to_the_right = i == kValueColumn && !is_head && row[0] != "official" && row[0] != "legal_document";
      line += " " + (to_the_right ? padded_left(row[i], widths[i]) : padded(row[i], widths[i])) + " ";
    }
    const bool cut = width_of(row[kQuoteColumn]) > quote;
    return line + " " + shortened(row[kQuoteColumn], cut ? quote - 1 : quote) + (cut ? "”" : "") + "\n";
  }

  Language language_;
  std::size_t width_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<RecordWriter> make_table_writer(Language language, std::size_t width) {
  return std::make_unique<TableWriter>(language, width);
}

}  // namespace trichluc::cli
