#include "extractors/share/share_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"

namespace trichluc {
namespace {

struct Percent {
  const Quantity* quantity;
  std::size_t last;  // one past the sign
};

class ShareReader {
 public:
  explicit ShareReader(const Reading& reading) : reading_(reading) {}

  Readings read() {
    for (const Quantity& quantity : reading_.quantities()) {
      const auto percent = percent_at(quantity);
      if (percent && quantity.value) read_percent(*percent);
    }
    return std::move(out_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < reading_.tokens().size() && reading_.folded(at) == word; }

  std::optional<Percent> percent_at(const Quantity& quantity) const {
    if (is(quantity.last, "%")) return Percent{&quantity, quantity.last + 1};
    if (is(quantity.last, "phần") && is(quantity.last + 1, "trăm")) return Percent{&quantity, quantity.last + 2};
    return std::nullopt;
  }

  void read_percent(const Percent& percent) {
    const Bound bound = read_bound(reading_, percent.quantity->first, percent.last);
    const Span span = reading_.span_of(bound.first, percent.last);
    if (!speaks_of_aid(percent.quantity->first)) {
      out_.rejections.push_back({span, "share.percent", "no share of aid or of organisations"});
      return;
    }
    if (auto label = label_before(bound.first)) {
      add(percent, {label->first, percent.last}, *label, "share.label_takes");
    } else if (auto after = label_after(percent)) {
      add(percent, {bound.first, after->last}, *after, "share.of_label");
    } else if (auto bracket = label_before_bracket(bound.first)) {
      add(percent, {bracket->first, percent.last}, *bracket, "share.label_bracket");
    } else {
      out_.rejections.push_back({span, "share.percent", "a change or another percentage, no share"});
    }
  }

  // "viện trợ từ khu vực châu Âu chiếm 41,3%": the words before the verb, back to a comma or the clause's start.
  std::optional<Clause> label_before(std::size_t at) const {
    const Clause clause = clause_of(reading_, at);
    std::size_t verb = at;
    for (std::size_t back = 1; back <= 6 && at >= clause.first + back; ++back) {
      if (is(at - back, "chiếm")) {
        verb = at - back;
        break;
      }
      if (is(at - back, ",") || is(at - back, "%")) return std::nullopt;
    }
    if (verb == at) return std::nullopt;
    return trimmed(clause.first, verb);
  }

  std::optional<Clause> trimmed(std::size_t clause_first, std::size_t end) const {
    std::size_t first = end;
    while (first > clause_first && !is(first - 1, ",") && !is(first - 1, "%")) --first;
    static constexpr std::string_view kLead[] = {"trong", "đó", "và", "từ", "là", "với", "còn"};
    const auto is_lead = [&](std::size_t at) {
      return std::any_of(std::begin(kLead), std::end(kLead), [&](std::string_view word) { return is(at, word); });
    };
    while (first < end && is_lead(first)) ++first;
    // "viện trợ PCPNN từ khu vực châu Âu": what the share is of is no part of its label.
    for (std::size_t at = end; at > first + 1; --at) {
      if (is(at - 1, "từ") && last_match_before(reading_, at - 1, first, "money_cues") != nullptr) {
        first = at;
        break;
      }
    }
    return first < end ? std::optional<Clause>(Clause{first, end}) : std::nullopt;
  }

  // "41,3% dành cho y tế", "25% là từ khu vực châu Âu", "30% thuộc lĩnh vực giáo dục".
  std::optional<Clause> label_after(const Percent& percent) const {
    std::size_t at = percent.last;
    const Clause clause = clause_of(reading_, percent.quantity->first);
    if (is(at, "tổng") || is(at, "giá")) {
      while (at < clause.last && !is_link(at) && !is(at, ",")) ++at;
    }
    if (at >= clause.last || !is_link(at)) return std::nullopt;
    while (at < clause.last && is_link(at)) ++at;
    std::size_t end = at;
    while (end < clause.last && !is(end, ",") && !is(end, ".") && !is(end, ")") && !is(end, "và")) ++end;
    return end > at ? std::optional<Clause>(Clause{at, end}) : std::nullopt;
  }

  bool is_link(std::size_t at) const {
    static constexpr std::string_view kLinks[] = {"dành", "cho", "là", "từ", "thuộc", "đến", "của", "tập", "trung", "vào", "ở", "do", "đầu", "tư"};
    return std::any_of(std::begin(kLinks), std::end(kLinks), [&](std::string_view link) { return is(at, link); });
  }

  // "y tế (35%), giáo dục (20%)", "châu Âu: 41%", "khu vực châu Á 22,5%" after "chiếm" earlier in the clause.
  std::optional<Clause> label_before_bracket(std::size_t at) const {
    const Sentence& sentence = reading_.sentence_of(at);
    if (at <= sentence.first + 1) return std::nullopt;
    const bool marked = is(at - 1, "(") || is(at - 1, ":") || is(at - 1, "-");
    if (!marked && !share_before(at)) return std::nullopt;
    const std::size_t end = marked ? at - 1 : at;
    static constexpr std::string_view kChange[] = {"tăng", "giảm", "đạt", "mức"};
    for (const std::string_view word : kChange) {
      if (is(end - 1, word)) return std::nullopt;
    }
    std::size_t first = end;
    while (first > sentence.first && !is(first - 1, ",") && !is(first - 1, ";") && !is(first - 1, ":") && !is(first - 1, ")") && !is(first - 1, "%")) --first;
    return trimmed(first, end);
  }

  // A share in the same sentence before: the list goes on.
  bool share_before(std::size_t at) const {
    if (out_.candidates.empty()) return false;
    const Sentence& sentence = reading_.sentence_of(at);
    return out_.candidates.back().span.begin >= reading_.tokens()[sentence.first].span.begin;
  }

  bool speaks_of_aid(std::size_t at) const {
    const std::size_t paragraph = reading_.tokens()[at].paragraph;
    const Sentence& sentence = reading_.sentence_of(at);
    for (const LexiconMatch& match : reading_.matches()) {
      if (match.first >= sentence.last) break;
      if (reading_.tokens()[match.first].paragraph + 1 < paragraph) continue;
      const std::string& table = match.lexicon->name();
      if (table == "head_nouns" && !match.value("of").empty() && match.value("of") != "delegate") return true;
      if (table == "money_cues" && match.value("verdict") == "aid" && match.entry->form.find("trợ") != std::string::npos) return true;
    }
    return false;
  }

  void add(const Percent& percent, Clause tokens, Clause label, std::string_view rule) {
    ShareFact fact;
    fact.percent = *percent.quantity->value;
    fact.label = reading_.words(reading_.span_of(label.first, label.last));
    Candidate candidate;
    candidate.rule = rule;
    candidate.span = reading_.span_of(std::min(tokens.first, label.first), std::max(tokens.last, label.last));
    candidate.fact = std::move(fact);
    out_.candidates.push_back(std::move(candidate));
  }

  const Reading& reading_;
  Readings out_;
};

}  // namespace

Readings ShareExtractor::read(const Reading& reading) const { return ShareReader(reading).read(); }

}  // namespace trichluc
