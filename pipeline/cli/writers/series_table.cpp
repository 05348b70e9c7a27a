#include <cmath>

#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/correction_words.h"
#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/cli/writers/series_writers.h"
#include "pipeline/query/series/series.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kPeriodWidth = 21;
constexpr std::size_t kValueWidth = 24;
constexpr std::size_t kWhyWidth = 28;
constexpr std::size_t kLeastQuote = 30;
constexpr std::size_t kMostAgreeing = 5;  // the other formats list all

std::string sign_of(const std::string& qualifier) {
  if (qualifier == "over") return "> ";
  if (qualifier == "under") return "< ";
  if (qualifier == "about") return "~ ";
  if (qualifier == "at_least") return "≥ ";
  return qualifier == "up_to" ? "≤ " : "";
}

Message words_of_reason(Reason reason) {
  switch (reason) {
    case Reason::kNone:
      return {"", ""};
    case Reason::kOnlyValue:
      return {"only value", "chỉ có số này"};
    case Reason::kAllAgree:
      return {"all agree", "đều thống nhất"};
    case Reason::kCorrected:
      return {"corrected", "đã đính chính"};
    case Reason::kDocumentCorrection:
      return {"corrected by a document", "tài liệu đính chính"};
    case Reason::kFinalOverExpected:
      return {"final over expected", "chính thức hơn ước tính"};
    case Reason::kExactOverRounded:
      return {"exact over rounded", "chính xác hơn làm tròn"};
    case Reason::kMoreSources:
      return {"more sources", "nhiều nguồn hơn"};
    case Reason::kNearerInTime:
      return {"nearer in time", "gần thời điểm hơn"};
    case Reason::kSurerReading:
      return {"surer reading", "đọc chắc hơn"};
    case Reason::kFirstPublished:
      return {"published first, doubtful", "công bố trước, chưa chắc"};
    case Reason::kLatestInYear:
      return {"latest in the year", "muộn nhất trong năm"};
    case Reason::kOnlyDerived:
      return {"derived, not stated", "suy ra, không nêu"};
  }
  return {"", ""};
}

Message words_of_role(Role role) {
  switch (role) {
    case Role::kPreferred:
      return {"preferred", "được chọn"};
    case Role::kAgrees:
      return {"agrees", "thống nhất"};
    case Role::kAlternative:
      return {"alternative", "số khác"};
    case Role::kOtherTime:
      return {"other day", "ngày khác"};
    case Role::kPartial:
      return {"partial period", "chưa trọn kỳ"};
    case Role::kPart:
      return {"part", "một phần"};
    case Role::kRate:
      return {"a year", "mỗi năm"};
    case Role::kExpected:
      return {"expected", "ước tính"};
    case Role::kDerived:
      return {"derived", "suy ra"};
    case Role::kUndated:
      return {"no period", "không rõ thời gian"};
  }
  return {"", ""};
}

class TableOfSeries {
 public:
  TableOfSeries(const ShownSeries& shown, Language language, std::size_t width)
      : shown_(shown), language_(language), width_(width) {}

  std::string write() {
    for (const SeriesBlock& block : shown_.series.blocks) write_block(block);
    if (shown_.series.blocks.empty()) out_ += say("no values\n", "không có số liệu\n");
    if (shown_.series.left_out > 0) {
      out_ += std::to_string(shown_.series.left_out) +
              say(" figures of donors, attending, honoured and other organisations left out (--status donor …)\n",
                  " số liệu về tổ chức tài trợ, dự họp, được khen và loại khác không đưa vào (--status donor …)\n");
    }
    if (!shown_.comparison.empty()) write_comparison();
    return std::move(out_);
  }

 private:
  std::string say(const char* en, const char* vi) const { return language_ == Language::kVietnamese ? vi : en; }
  std::string digits(const Decimal& value) const { return grouped_digits(value.to_string(), language_); }

  std::string value_of_entry(const SeriesEntry& entry) const {
    const Observation& o = *entry.observation;
    std::string text;
    if (entry.derived) {
      text = "≈ " + digits(*entry.derived);
    } else if (o.value) {
      text = sign_of(o.qualifier) + digits(*o.value);
    } else {
      text = (o.low ? digits(*o.low) : "") + "–" + (o.high ? digits(*o.high) : "");
    }
    if (o.type == "share") return text + " %";
    return o.currency.empty() ? text : text + " " + o.currency;
  }

  // What makes an entry something else than the value of the row.
  std::string mark_of(const SeriesEntry& entry) const {
    const Observation& o = *entry.observation;
    std::string mark = in_language(words_of_role(entry.role), language_);
    if (entry.role == Role::kDerived) return mark + " " + entry.derivation;
    if (entry.role != Role::kPart && entry.role != Role::kExpected) return mark;
    for (const std::string* word : {&o.sector, &o.donor, &o.recipient, &o.scope}) {
      if (!word->empty()) mark += ": " + *word;
    }
    return mark;
  }

  void write_line(const std::string& period, const std::string& value, const std::string& why, const Observation& o) {
    const std::string head = "  " + padded(shortened(period, kPeriodWidth), kPeriodWidth) + "  " +
                             padded_left(value, kValueWidth) + "  " + padded(shortened(why, kWhyWidth), kWhyWidth) +
                             "  ";
    const std::string where = on_one_line(o.document->source) + say(" p. ", " tr. ") + std::to_string(o.page);
    const std::size_t used = width_of(head) + width_of(where) + 5;
    const std::size_t quote = width_ > used + kLeastQuote ? width_ - used : kLeastQuote;
    out_ += head + "“" + shortened(on_one_line(o.quote), quote) + "” " + where + "\n";
    const std::string corrected = corrections_in_words(o.corrections);
    if (!corrected.empty()) out_ += "      " + corrected + "\n";
  }

  void write_row(const SeriesRow& row) {
    const SeriesEntry* shown = row.preferred();
    const std::string name = (row.group.empty() ? "" : row.group + " ") +
                             (row.period.empty() ? say("no period", "không rõ") : row.period) +
                             (row.status.empty() ? "" : " " + row.status);
    if (shown != nullptr) {
      const std::string sources =
          std::to_string(row.sources) + say(row.sources == 1 ? " source" : " sources", " nguồn");
      const std::string why =
          shown->derived ? mark_of(*shown) : in_language(words_of_reason(row.reason), language_) + ", " + sources;
      write_line(name, value_of_entry(*shown), why, *shown->observation);
    } else {
      out_ += "  " + padded(name, kPeriodWidth) + "  " + padded_left("–", kValueWidth) + "\n";
    }
    std::size_t agreeing = 0;
    for (const SeriesEntry& entry : row.entries) {
      if (&entry == shown || (entry.role == Role::kAgrees && ++agreeing > kMostAgreeing)) continue;
      const std::string period = entry.role == Role::kDerived ? entry.derived_period : entry.observation->period;
      write_line("    " + period, value_of_entry(entry), mark_of(entry), *entry.observation);
    }
    if (agreeing > kMostAgreeing) {
      out_ +=
          "      + " + std::to_string(agreeing - kMostAgreeing) + say(" more that agree", " số khác thống nhất") + "\n";
    }
  }

  void write_block(const SeriesBlock& block) {
    out_ += title_of(block, shown_.series) + "\n";
    for (const SeriesRow& row : block.rows) write_row(row);
    if (!block.gaps.empty()) {
      out_ += say("  no value for", "  không có số cho");
      for (const int year : block.gaps) out_ += " " + std::to_string(year);
      out_ += "\n";
    }
    for (const SeriesBreak& one : block.breaks) out_ += "  " + break_line(one) + "\n";
    out_ += "\n";
  }

  std::string break_line(const SeriesBreak& one) const {
    const std::string from = say("break at ", "đứt đoạn từ ") + one.period + ": ";
    const auto word = [&](const std::string& w) { return w.empty() ? say("not stated", "không nêu") : w; };
    if (one.kind == SeriesBreak::Kind::kBoundary) {
      return from + one.after + say(" is made of ", " gồm ") + one.before;
    }
    return from + word(one.before) + " → " + word(one.after);
  }

  void write_comparison() {
    out_ += say("compared with your table:", "so với bảng của bạn:") + "\n";
    const auto shown = [&](const std::optional<Decimal>& value) { return value ? digits(*value) : std::string("–"); };
    for (const ComparedRow& row : shown_.comparison) {
      const std::string percent = row.percent ? " (" + rounded_percent(*row.percent) + ")" : "";
      out_ += "  " + padded(row.period, kPeriodWidth) + "  " + padded_left(shown(row.theirs), kValueWidth) + "  " +
              padded_left(shown(row.ours != nullptr ? value_of(*row.ours) : std::nullopt), kValueWidth) + "  " +
              padded_left(shown(row.difference) + percent, kValueWidth) + "  " + std::string(name_of(row.verdict)) +
              "\n";
    }
  }

  static std::string rounded_percent(double percent) {
    const long long tenths = std::llround(percent * 10);
    const long long size = tenths < 0 ? -tenths : tenths;
    return (tenths < 0 ? "−" : "+") + std::to_string(size / 10) + "." + std::to_string(size % 10) + " %";
  }

  const ShownSeries& shown_;
  Language language_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string series_as_table(const ShownSeries& shown, Language language, std::size_t width) {
  return TableOfSeries(shown, language, width).write();
}

}  // namespace trichluc::cli
