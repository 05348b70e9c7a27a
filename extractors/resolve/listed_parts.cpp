#include "extractors/resolve/listed_parts.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extractors/resolve/lies_within.h"
#include "extractors/resolve/list_lines.h"
#include "extractors/resolve/parts_by_sum.h"

namespace trichluc {
namespace {

constexpr std::size_t kFewestParts = 2;
constexpr std::size_t kMostItems = 30;

// Tokens [first, last) of a list, or nothing.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first >= last; }
};

// What two figures must share so that one can be a part of the other, and the number itself.
struct Figure {
  std::string_view unit;  // currency, or what is counted
  bool sum = false;
  std::optional<Decimal> value;
};

Figure figure(const Statement& statement) {
  if (const auto* count = std::get_if<CountFact>(&statement.candidate->fact)) return {count->of, false, count->value};
  const auto& aid = std::get<AidValueFact>(statement.candidate->fact);
  return {aid.currency, true, aid.amount};
}

bool same_unit(const Figure& a, const Figure& b) {
  return a.sum == b.sum && a.unit == b.unit;
}

class ListedParts {
 public:
  ListedParts(const Reading& reading, std::vector<Statement>& statements, const std::vector<Candidate>& candidates)
      : reading_(reading), statements_(statements), candidates_(candidates) {}

  void join() const {
    for (std::size_t w = 0; w < statements_.size(); ++w) {
      if (is_cell(statements_[w])) continue;
      if (join(w, in_sentence(w)) || join(w, in_next_sentence(w))) continue;
      join(w, in_lines(w));
    }
  }

 private:
  static bool is_cell(const Statement& statement) {
    const std::string& rule = statement.candidate->rule;
    return rule.starts_with("table.") || rule == "count.table_cell";
  }

  bool is_mark(std::size_t at) const { return reading_.tokens()[at].kind == TokenKind::kMark; }

  // The token behind the bracket that opens here; `to` where it does not close before.
  std::size_t behind_bracket(std::size_t open, std::size_t to) const {
    std::size_t depth = 0;
    for (std::size_t at = open; at < to; ++at) {
      if (reading_.is(at, "(")) ++depth;
      if (reading_.is(at, ")") && --depth == 0) return at + 1;
    }
    return to;
  }

  // Does another figure of this unit stand between?
  bool other_between(std::size_t whole, std::size_t to) const {
    for (std::size_t p = whole + 1; p < statements_.size() && figure_of(reading_, statements_[p]) < to; ++p) {
      if (same_unit(figure(statements_[p]), figure(statements_[whole]))) return true;
    }
    return false;
  }

  // "… đạt 6,4 triệu USD: y tế 3,1 triệu USD, giáo dục 2,2 triệu USD", "31 dự án (12 dự án y tế, 10 dự án giáo dục)".
  // Only words, another figure's bracket, or a word that opens parts may stand before the mark that opens the list:
  // "y tế 3 triệu USD, giáo dục: 2 triệu USD" has no list.
  Stretch in_sentence(std::size_t whole) const {
    const std::size_t end = reading_.sentences()[statements_[whole].sentence].last;
    for (std::size_t at = statements_[whole].last; at < end; ++at) {
      if (reading_.is(at, ":")) return {at + 1, end};
      if (reading_.is(at, "(")) {
        const std::size_t close = behind_bracket(at, end);
        const Stretch inside = {at + 1, close};
        if (has_parts(whole, inside)) return inside;
        at = close - 1;
      } else if (const std::size_t behind = behind_other_figure(whole, at); behind > at) {
        at = behind - 1;
      } else if (is_mark(at) && !opens_parts(at + 1, end)) {
        return {};
      }
    }
    return {};
  }

  // "31 dự án, tổng vốn 6,4 triệu USD: …": where the figure of another unit ends that the mark leads to; the mark
  // itself where none follows.
  std::size_t behind_other_figure(std::size_t whole, std::size_t mark) const {
    constexpr std::size_t kMostWords = 6;
    if (!reading_.is(mark, ",")) return mark;
    // A sum's words may begin before the count.
    for (std::size_t s = whole > 0 ? whole - 1 : 0; s < std::min(whole + 2, statements_.size()); ++s) {
      const std::size_t at = figure_of(reading_, statements_[s]);
      const bool other = !same_unit(figure(statements_[s]), figure(statements_[whole]));
      if (other && at > mark && at - mark <= kMostWords) return statements_[s].last;
    }
    return mark;
  }

  // "…, trong đó: ", "…, tập trung vào các lĩnh vực: "
  bool opens_parts(std::size_t at, std::size_t end) const {
    const LexiconMatch* word = reading_.match_at(at, "part_words");
    if (word == nullptr) word = reading_.match_at(at, "breakdown_words");
    return word != nullptr && word->last < end;
  }

  // "… đạt 6,4 triệu USD. Theo lĩnh vực, y tế 3,1 triệu USD, …"
  Stretch in_next_sentence(std::size_t whole) const {
    const std::size_t next = statements_[whole].sentence + 1;
    if (next >= reading_.sentences().size()) return {};
    const Sentence& sentence = reading_.sentences()[next];
    if (sentence.paragraph != statements_[whole].paragraph || other_between(whole, sentence.first)) return {};
    const LexiconMatch* word = reading_.match_at(sentence.first, "breakdown_words");
    const bool opens = word != nullptr && word->value("where") == "head";
    // "… kết thúc từ tháng 12/2004. Cụ thể: nông nghiệp 782.000 USD; y tế 511.350 USD"
    const LexiconMatch* parts = reading_.match_at(sentence.first, "part_words");
    if (!opens && parts != nullptr && reading_.is(parts->last, ":")) return {parts->last + 1, sentence.last};
    return opens ? Stretch{word->last, sentence.last} : Stretch{};
  }

  // The lines right below the paragraph; a line that only opens them may stand between ("Cụ thể như sau:").
  Stretch in_lines(std::size_t whole) const {
    const std::size_t above = statements_[whole].paragraph;
    std::size_t line = above + 1;
    if (!closes_paragraph(whole)) return {};
    if (opens_lines(line)) ++line;
    // Items beside one another are no parts of the first.
    if (!is_line(line)) {
      const std::size_t end = end_of_bare_lines(reading_, line);
      return {reading_.first_token_of(line), reading_.first_token_of(end)};
    }
    if (is_line(above) && is_same_level(above, line)) return {};
    std::size_t last = line;
    while (last - line < kMostItems && is_line(last) && is_same_level(line, last)) last = end_of_item(line, last);
    return {reading_.first_token_of(line), reading_.first_token_of(last)};
  }

  // No other figure of this unit stands behind it in its paragraph.
  bool closes_paragraph(std::size_t whole) const {
    return !other_between(whole, reading_.first_token_of(statements_[whole].paragraph + 1));
  }

  // A short paragraph of words that ends with a colon.
  bool opens_lines(std::size_t paragraph) const {
    constexpr std::size_t kLongest = 12;
    if (paragraph >= reading_.text().paragraphs().size()) return false;
    const std::size_t first = reading_.first_token_of(paragraph);
    const std::size_t last = reading_.first_token_of(paragraph + 1);
    return last > first + 1 && last - first <= kLongest && reading_.is(last - 1, ":") && !is_line(paragraph) &&
           reading_.match_at(first, "part_words") != nullptr;
  }

  bool is_line(std::size_t paragraph) const { return is_list_line(reading_, paragraph); }

  bool is_same_level(std::size_t first, std::size_t other) const {
    return trichluc::is_same_level(reading_, first, other);
  }

  // Lines of a deeper level belong to the item above them.
  std::size_t end_of_item(std::size_t first, std::size_t item) const {
    std::size_t next = item + 1;
    while (is_line(next) && !is_same_level(first, next) && is_deeper(next)) ++next;
    return next;
  }

  bool is_deeper(std::size_t line) const { return reading_.is_any(reading_.first_token_of(line), {"+", "*", "•"}); }

  // The first figure of the unit in each item of the list.
  std::vector<std::size_t> members(std::size_t whole, const Stretch& list) const {
    std::vector<std::size_t> out;
    const Figure unit = figure(statements_[whole]);
    std::size_t item = list.first;  // where the item of the last member begins
    for (std::size_t p = whole + 1; p < statements_.size() && out.size() < kMostItems; ++p) {
      const std::size_t at = figure_of(reading_, statements_[p]);
      if (at >= list.last) break;
      if (at < list.first || !same_unit(figure(statements_[p]), unit)) continue;
      if (is_of_lines(list) && is_line(paragraph_of(list.first)) &&
          !is_same_level(paragraph_of(list.first), statements_[p].paragraph))
        continue;
      const std::size_t begins = begin_of_item(list, at);
      const bool of_other = !out.empty() && begins == item;
      if (of_other || (!out.empty() && is_nested(statements_[out.back()], at))) continue;
      item = begins;
      out.push_back(p);
    }
    return out;
  }

  std::size_t paragraph_of(std::size_t at) const { return reading_.tokens()[at].paragraph; }

  bool is_of_lines(const Stretch& list) const { return paragraph_of(list.first) != paragraph_of(list.last - 1); }

  // A list of lines or semicolons has no other separators; commas and "và" part the items of another one.
  std::size_t begin_of_item(const Stretch& list, std::size_t at) const {
    if (is_of_lines(list)) return std::max(list.first, reading_.first_token_of(paragraph_of(at)));
    bool semicolons = false;
    for (std::size_t t = list.first; t < list.last && !semicolons; ++t) semicolons = reading_.is(t, ";");
    for (std::size_t t = at; t > list.first; --t) {
      if (semicolons ? reading_.is(t - 1, ";") : reading_.is_any(t - 1, {",", "và"})) return t;
    }
    return list.first;
  }

  // "y tế 3 triệu USD (tiền mặt 2 triệu USD, thuốc 1 triệu USD)": in the brackets right behind the member before.
  bool is_nested(const Statement& before, std::size_t at) const {
    std::size_t open = before.last;
    while (open < at && reading_.tokens()[open].kind == TokenKind::kWord) ++open;
    return open < at && reading_.is(open, "(") && behind_bracket(open, at + 1) > at;
  }

  // The time that the list itself tells of the figure; what was taken from elsewhere is its whole's to tell.
  Period told_time(const Statement& part, const Stretch& list) const {
    const Period& period = *measure_of(part.candidate->fact)->period;
    const Span within = reading_.span_of(list.first, list.last);
    for (const Inference& taken : part.candidate->inferred) {
      if (taken.field == "period" && !within.contains(taken.from)) return {};
    }
    return period;
  }

  bool may_be_part(const Statement& part, const Statement& whole) const {
    const Measure small = *measure_of(part.candidate->fact);
    const Measure large = *measure_of(whole.candidate->fact);
    const Figure of_part = figure(part);
    if (small.part_of->has_value() || !of_part.value || !(*of_part.value < *figure(whole).value)) return false;
    return *small.certainty == *large.certainty && same_stage(part, whole) &&
           may_lie_within(*small.place, *large.place) && !are_of_two_givers(part, whole);
  }

  // "Hàn Quốc viện trợ 2 triệu USD", and below it "- Australia viện trợ 1,2 triệu USD": what one gave is no part of
  // what another gave.
  static bool are_of_two_givers(const Statement& part, const Statement& whole) {
    const auto* small = std::get_if<AidValueFact>(&part.candidate->fact);
    const auto* large = std::get_if<AidValueFact>(&whole.candidate->fact);
    if (small == nullptr || large == nullptr || small->donor.empty() || large->donor.empty()) return false;
    return small->donor != large->donor;
  }

  bool is_in_time(const Statement& part, const Statement& whole, const Stretch& list) const {
    const Period told = told_time(part, list);
    const Period& period = *measure_of(whole.candidate->fact)->period;
    return told.empty() || told == period || lies_within(told, period);
  }

  // "vốn cam kết 5 triệu USD (giải ngân 2 triệu USD, …)": what was spent of a promise is no part of it in a list.
  static bool same_stage(const Statement& part, const Statement& whole) {
    const auto* small = std::get_if<AidValueFact>(&part.candidate->fact);
    const auto* large = std::get_if<AidValueFact>(&whole.candidate->fact);
    if (small == nullptr || large == nullptr) return true;
    return small->stage == large->stage || small->stage == "unspecified" || large->stage == "unspecified";
  }

  // All of them parts, and together no more than the whole. What is told of other times than the whole's, or of several
  // where it has none, must add up to it.
  bool are_parts(std::size_t whole, const std::vector<std::size_t>& parts, const Stretch& list) const {
    constexpr double kRounded = 0.02;
    constexpr double kExact = 0.005;
    const Figure total = figure(statements_[whole]);
    if (!total.value || parts.size() < kFewestParts) return false;
    double sum = 0;
    bool in_time = true;
    for (const std::size_t p : parts) {
      if (!may_be_part(statements_[p], statements_[whole])) return false;
      sum += figure(statements_[p]).value->to_double();
      in_time = in_time && is_in_time(statements_[p], statements_[whole], list);
    }
    // "6 triệu USD (giai đoạn 2011-2015: 4 triệu USD; giai đoạn 2006-2010: 2 triệu USD)" adds up by chance.
    const bool timed = !measure_of(statements_[whole].candidate->fact)->period->empty();
    if (!in_time && timed && !add_up_by_no_chance(*total.value, parts.size())) return false;
    const double target = total.value->to_double();
    return sum <= target * (1 + (in_time ? kRounded : kExact)) && (in_time || sum >= target * (1 - kExact));
  }

  bool has_parts(std::size_t whole, const Stretch& list) const {
    return !list.empty() && are_parts(whole, members(whole, list), list);
  }

  bool join(std::size_t whole, const Stretch& list) const {
    if (list.empty()) return false;
    const std::vector<std::size_t> parts = members(whole, list);
    if (!are_parts(whole, parts, list)) return false;
    const Statement& total = statements_[whole];
    for (const std::size_t p : parts) {
      Candidate& part = *statements_[p].candidate;
      *measure_of(part.fact)->part_of = static_cast<std::size_t>(total.candidate - candidates_.data());
      if (told_time(statements_[p], list).empty() && !measure_of(total.candidate->fact)->period->empty())
        forget_period(part);
      take_period(part, *total.candidate);
    }
    return true;
  }

  const Reading& reading_;
  std::vector<Statement>& statements_;
  const std::vector<Candidate>& candidates_;
};

}  // namespace

void join_listed_parts(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates) {
  ListedParts(reading, statements, candidates).join();
}

}  // namespace trichluc
