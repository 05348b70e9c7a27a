#include "extractors/resolve/parts_by_sum.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/resolve/lies_within.h"

namespace trichluc {
namespace {

constexpr std::size_t kFarthest = 200;  // statements between a whole and its parts
constexpr std::size_t kMostParts = 30;
constexpr std::size_t kFewestParts = 2;

std::size_t index_of(const Statement& statement, const std::vector<Candidate>& candidates) {
  return static_cast<std::size_t>(statement.candidate - candidates.data());
}

constexpr std::int64_t kFewestCounted = 10;  // two counts that make so many do so by no chance

// In the same sentence or the next one, where nothing else tells what joins them.
bool is_told_beside(const Statement& whole, const Statement& part) {
  return part.paragraph == whole.paragraph && part.sentence <= whole.sentence + 1;
}

// "Cả tỉnh có 12 dự án:", then "- Y tế: 7 dự án", "- Giáo dục: 5 dự án" in lines of their own: counts that follow one
// another, at one time, and sum up to the one before them are its parts, whatever words join them.
void join_counts(std::vector<Statement>& statements, const std::vector<Candidate>& candidates, std::size_t whole) {
  const CountFact* total = std::get_if<CountFact>(&statements[whole].candidate->fact);
  const auto target = total != nullptr && total->value ? total->value->to_integer() : std::nullopt;
  if (!target) return;
  std::vector<Candidate*> parts;
  std::int64_t sum = 0;
  const std::size_t end = std::min(statements.size(), whole + kFarthest);
  for (std::size_t p = whole + 1; p < end && parts.size() < kMostParts && sum < *target; ++p) {
    auto* part = std::get_if<CountFact>(&statements[p].candidate->fact);
    if (part == nullptr) continue;
    const auto value = part->value ? part->value->to_integer() : std::nullopt;
    const bool own_line = statements[p].paragraph > statements[whole].paragraph + parts.size();
    const bool beside = is_told_beside(statements[whole], statements[p]);
    if (!may_lie_within(part->place, total->place)) return;
    if (!value || part->of != total->of || part->part_of || !(own_line || beside)) return;
    if (!part->period.empty() && part->period != total->period) return;
    parts.push_back(statements[p].candidate);
    sum += *value;
  }
  if (sum != *target || parts.size() < kFewestParts) return;
  // "5 dự án. 3 dự án … và 2 dự án": so few add up by chance.
  const bool together = statements[whole + 1].paragraph == statements[whole].paragraph;
  if (together && parts.size() == kFewestParts && *target < kFewestCounted) return;
  for (Candidate* candidate : parts) {
    std::get<CountFact>(candidate->fact).part_of = index_of(statements[whole], candidates);
    take_period(*candidate, *statements[whole].candidate);
  }
}

// Digits that tell the number from others: three in 292,4, one in 3.000.
std::size_t telling_digits(const Decimal& number) {
  std::string digits;
  for (const char c : number.to_string()) {
    if (c >= '0' && c <= '9') digits += c;
  }
  const std::size_t first = digits.find_first_not_of('0');
  const std::size_t last = digits.find_last_not_of('0');
  return first == std::string::npos ? 0 : last - first + 1;
}

bool is_in_place_of(const AidValueFact& part, const AidValueFact& whole) {
  return part.place.empty() || part.place == whole.place || whole.place == "Việt Nam";
}

bool is_in_time_of(const AidValueFact& part, const AidValueFact& whole) {
  return part.period.empty() || whole.period.empty() || part.period == whole.period ||
         lies_within(part.period, whole.period);
}

// May the sum be a part of the whole, by what is told of both but of their places and times?
bool may_be_part_of_any(const AidValueFact& part, const AidValueFact& whole) {
  if (!part.amount || part.part_of || part.currency != whole.currency || !(*part.amount < *whole.amount)) return false;
  return part.certainty == whole.certainty;
}

bool may_be_part(const AidValueFact& part, const AidValueFact& whole) {
  return is_in_place_of(part, whole) && is_in_time_of(part, whole) && may_be_part_of_any(part, whole);
}

class SumsOfAid {
 public:
  SumsOfAid(const Reading& reading, std::vector<Statement>& statements, const std::vector<Candidate>& candidates)
      : reading_(reading), candidates_(candidates) {
    for (Statement& statement : statements) {
      const auto* aid = std::get_if<AidValueFact>(&statement.candidate->fact);
      if (aid == nullptr || !aid->amount) continue;
      if (reading.section_of(statement.first) == text::Section::kTitle) in_headline_.push_back(&statement);
      sums_.push_back(&statement);
    }
  }

  void join() {
    for (std::size_t w = 0; w < sums_.size(); ++w) {
      if (!join_behind(w) && !join_nearly(w)) join_before(w);
    }
  }

 private:
  static constexpr std::size_t kFirstPart = 8;       // sums further on the first part may stand
  static constexpr std::size_t kFarthestLines = 14;  // paragraphs

  AidValueFact& aid(std::size_t at) const { return std::get<AidValueFact>(sums_[at]->candidate->fact); }

  // Told as a part of the same sum, which the document gives more than once.
  bool is_part_of_equal(std::size_t part, std::size_t whole) const {
    if (!aid(part).part_of) return false;
    const auto* other = std::get_if<AidValueFact>(&candidates_[*aid(part).part_of].fact);
    return other != nullptr && other->amount == aid(whole).amount && other->currency == aid(whole).currency;
  }

  // "… hai dự án lớn kết thúc từ tháng 12/2004. Cụ thể: nông nghiệp 782.000 USD": the time is that of another sentence.
  bool is_time_from_elsewhere(std::size_t part) const {
    const Sentence& own = reading_.sentences()[sums_[part]->sentence];
    const Span sentence = reading_.span_of(own.first, own.last);
    for (const Inference& taken : sums_[part]->candidate->inferred) {
      if (taken.field == "period" && !sentence.contains(taken.from)) return true;
    }
    return false;
  }

  bool near(std::size_t a, std::size_t b) const {
    const std::size_t low = std::min(sums_[a]->paragraph, sums_[b]->paragraph);
    return std::max(sums_[a]->paragraph, sums_[b]->paragraph) - low <= kFarthestLines;
  }

  // "gần 38 tỷ đồng (năm 2015 hơn 8 tỷ; năm 2016 hơn 30 tỷ đồng)", "9,3 tỷ đồng: giai đoạn 1 là 3,6 tỷ, …": all up to
  // this sum is told in one bracket or behind a colon, so that round figures add up by no chance either.
  bool is_bracket_behind(std::size_t whole, std::size_t part) const {
    const std::size_t open = sums_[whole]->last;
    if (sums_[whole]->sentence != sums_[part]->sentence || !reading_.is_any(open, {"(", ":"})) return false;
    for (std::size_t at = open; at < sums_[part]->last; ++at) {
      if (reading_.is(at, ")")) return reading_.is(open, ":");
    }
    return true;
  }

  // "hai khoản tài trợ trị giá gần 40.000 USD … 19.962 USD … 19.965 USD": what they add up to is told as a bound.
  bool is_bound_of(std::size_t whole, double sum) const {
    const double target = aid(whole).amount->to_double();
    const double off = (sum - target) / target;
    if (aid(whole).qualifier == Qualifier::kUnder) return off < 0 && off > -kRounded;
    return aid(whole).qualifier == Qualifier::kOver && off > 0 && off < kRounded;
  }

  // "…, nâng tổng mức hỗ trợ lên 800.000 bảng", "đưa tổng số viện trợ lên 2 triệu USD": what was told before adds up.
  bool is_raised_total(std::size_t whole) const {
    const std::size_t figure = figure_of(reading_, *sums_[whole]);
    const std::size_t floor = reading_.sentences()[sums_[whole]->sentence].first;
    if (figure < floor + 3 || !reading_.is_any(figure - 1, {"lên", "là", "thành"})) return false;
    for (std::size_t at = figure - 1; at > floor + 1; --at) {
      if (reading_.is(at - 1, "tổng") && reading_.is_any(at - 2, {"nâng", "đưa"})) return true;
      if (reading_.tokens()[at - 1].kind == TokenKind::kMark) return false;
    }
    return false;
  }

  // "Giai đoạn 1 (2018) 0,5 triệu USD; giai đoạn 2 (2019-2020) 1,5 triệu USD", "đợt 1 …, đợt 2 …": numbered in turn.
  bool are_phases(std::size_t first, std::size_t last) const {
    for (std::size_t p = first; p < last; ++p) {
      if (!is_phase(p, static_cast<int>(p - first) + 1)) return false;
    }
    return first < last;
  }

  bool is_phase(std::size_t part, int number) const {
    constexpr std::size_t kLongestName = 14;  // tokens
    static constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv", "v"};
    const std::size_t figure = figure_of(reading_, *sums_[part]);
    for (std::size_t at = figure; at > 1 && figure - at < kLongestName; --at) {
      const bool word = reading_.is_any(at - 2, {"đoạn", "đợt", "phần", "pha", "lần"});
      if (!word) continue;
      const bool roman = static_cast<std::size_t>(number) <= std::size(kRoman) &&
                         reading_.is(at - 1, kRoman[static_cast<std::size_t>(number) - 1]);
      return roman || reading_.is(at - 1, std::to_string(number));
    }
    return false;
  }

  // Told to the last unit: such sums come near a round one by no chance.
  bool are_exact(std::size_t first, std::size_t last) const {
    constexpr std::size_t kSurely = 4;
    while (first < last && telling_digits(*aid(first).amount) >= kSurely) ++first;
    return first == last;
  }

  // Sums [first, last) of the whole's kind that add up to it; the last one may have to be found.
  std::optional<std::size_t> run_from(std::size_t whole, std::size_t first, std::size_t end) const {
    const double target = aid(whole).amount->to_double();
    double sum = 0;
    bool placed = true;
    for (std::size_t p = first; p < end && p - first < kMostParts && near(whole, p); ++p) {
      if (!may_be_part_of_any(aid(p), aid(whole)) && !is_part_of_equal(p, whole)) return std::nullopt;
      // "Tổng Lãnh sự quán tại TP.HCM ký … 344.489 USD": where it was signed is not where each part goes.
      placed = placed && (is_part_of_equal(p, whole) || may_be_part(aid(p), aid(whole)) ||
                          (is_in_place_of(aid(p), aid(whole)) && is_time_from_elsewhere(p)));
      if (!placed && !are_exact(first, p + 1)) return std::nullopt;
      sum += aid(p).amount->to_double();
      const std::size_t parts = p + 1 - first;
      const bool whole_sum = std::abs(sum - target) <= target * kExact;
      const bool surely = add_up_by_no_chance(*aid(whole).amount, parts) || is_bracket_behind(whole, p) ||
                          is_raised_total(whole) || are_phases(first, p + 1);
      if (whole_sum && parts >= kFewestParts && surely) return p + 1;
      if (parts >= kFewestParts && is_bound_of(whole, sum) && are_exact(first, p + 1)) return p + 1;
      if (sum > target * (1 + kRounded)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool join_behind(std::size_t whole) {
    const std::size_t farthest = std::min(sums_.size(), whole + 1 + kFirstPart);
    for (std::size_t first = whole + 1; first < farthest; ++first) {
      if (const auto last = run_from(whole, first, sums_.size())) return set(whole, first, *last);
    }
    return false;
  }

  bool is_in_headline(std::size_t whole) const {
    return std::any_of(in_headline_.begin(), in_headline_.end(), [&](const Statement* sum) {
      const auto& told = std::get<AidValueFact>(sum->candidate->fact);
      return told.amount == aid(whole).amount && told.currency == aid(whole).currency && sum != sums_[whole];
    });
  }

  // The headline's sum, and after it several smaller ones that make up most of it: what the text tells of it one by
  // one. So is the first sum of all, where nearly nothing is left of it.
  bool join_nearly(std::size_t whole) {
    constexpr std::size_t kSeveral = 3;
    constexpr double kMost = 0.8;
    constexpr double kNearlyAll = 0.95;
    const bool headline = is_in_headline(whole);
    if (!aid(whole).donor.empty() || aid(whole).part_of || !(headline || whole == 0)) return false;
    double sum = 0;
    std::size_t last = whole + 1;
    for (; last < sums_.size() && near(whole, last) && may_be_part(aid(last), aid(whole)); ++last)
      sum += aid(last).amount->to_double();
    const double ratio = sum / aid(whole).amount->to_double();
    if (last - whole <= kSeveral || ratio < (headline ? kMost : kNearlyAll) || ratio > 1 + kRounded) return false;
    return set(whole, whole + 1, last);
  }

  // "A 3,2 tỷ đồng, B 1,9 tỷ đồng; tổng cộng 5,1 tỷ đồng", a total in the last row of a table.
  void join_before(std::size_t whole) {
    const std::size_t lowest = whole > kMostParts ? whole - kMostParts : 0;
    for (std::size_t first = whole; first-- > lowest && near(whole, first);) {
      if (!may_be_part(aid(first), aid(whole)) && !is_part_of_equal(first, whole)) return;
      const auto last = run_from(whole, first, whole);
      if (last && *last == whole) {
        set(whole, first, whole);
        return;
      }
    }
  }

  bool set(std::size_t whole, std::size_t first, std::size_t last) {
    for (std::size_t p = first; p < last; ++p) {
      if (!aid(p).part_of) aid(p).part_of = index_of(*sums_[whole], candidates_);
      if (!is_in_time_of(aid(p), aid(whole)) && is_time_from_elsewhere(p)) {
        forget_period(*sums_[p]->candidate);
        aid(p).kind = aid(whole).kind;
      }
      take_period(*sums_[p]->candidate, *sums_[whole]->candidate);
    }
    return true;
  }

  static constexpr double kExact = 1e-9;    // of the sum: the error of adding doubles
  static constexpr double kRounded = 0.01;  // of a sum told as a bound

  const Reading& reading_;
  const std::vector<Candidate>& candidates_;
  std::vector<Statement*> sums_;
  std::vector<const Statement*> in_headline_;  // those of them that the headline tells
};

// "2 triệu EUR và 1,5 triệu AUD (tổng cộng khoảng 3,2 triệu USD)": led by the word, behind sums in other currencies.
bool is_total_of_row(const Reading& reading, const Statement& total) {
  constexpr std::size_t kMostBetween = 5;  // "tương đương", "trị giá"
  const std::size_t figure = figure_of(reading, total);
  for (std::size_t at = figure; at > 1 && figure - at <= kMostBetween; --at) {
    if (reading.is(at - 1, "cộng") && reading.is(at - 2, "tổng")) return true;
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
  }
  return false;
}

// Sums of several currencies right before their total, commas, "và" and short words between.
void join_row_of_currencies(const Reading& reading, std::vector<Statement>& statements,
                            const std::vector<Candidate>& candidates, std::size_t whole) {
  const auto* total = std::get_if<AidValueFact>(&statements[whole].candidate->fact);
  if (total == nullptr || !total->amount || !is_total_of_row(reading, statements[whole])) return;
  std::vector<AidValueFact*> parts;
  bool other_currency = false;
  for (std::size_t p = whole; p-- > 0 && statements[p].sentence == statements[whole].sentence;) {
    auto* part = std::get_if<AidValueFact>(&statements[p].candidate->fact);
    if (part == nullptr || !part->amount || part->part_of) break;
    other_currency = other_currency || part->currency != total->currency;
    parts.push_back(part);
  }
  if (parts.size() < kFewestParts || !other_currency) return;
  for (AidValueFact* part : parts) part->part_of = index_of(statements[whole], candidates);
}

// "1.402.300 USD, chiếm 48,9%", "134.000 USD (10%)": the percentage right behind a sum.
const Quantity* percent_behind(const Reading& reading, std::size_t last) {
  constexpr std::size_t kFarthestPercent = 4;
  for (std::size_t at = last; at < last + kFarthestPercent; ++at) {
    const Quantity* number = reading.quantity_at(at);
    if (number != nullptr) return number->value && reading.is(number->last, "%") ? number : nullptr;
    if (!reading.is_any(at, {"(", ",", "chiếm", "bằng", "-", "–", "tỷ", "lệ", "trọng"})) return nullptr;
  }
  return nullptr;
}

// The sum that this one is the told percentage of, the nearest before it.
void join_by_percent(const Reading& reading, const std::vector<Statement>& statements,
                     const std::vector<Candidate>& candidates, std::size_t part) {
  auto* small = std::get_if<AidValueFact>(&statements[part].candidate->fact);
  if (small == nullptr || !small->amount || small->part_of) return;
  const Quantity* percent = percent_behind(reading, statements[part].last);
  if (percent == nullptr) return;
  constexpr double kHundred = 100;
  constexpr double kRounded = 0.51;  // "17%" of 16,6: a whole percent is rounded by half, a tenth by a tenth of that
  const double slack = percent->value->is_integer() ? kRounded : kRounded / 10 + 0.05;
  for (std::size_t w = part; w-- > 0 && part - w <= kFarthest;) {
    const auto* large = std::get_if<AidValueFact>(&statements[w].candidate->fact);
    if (large == nullptr || !large->amount || !may_be_part(*small, *large)) continue;
    const double told = small->amount->to_double() / large->amount->to_double() * kHundred;
    if (std::abs(told - percent->value->to_double()) > slack) continue;
    small->part_of = index_of(statements[w], candidates);
    take_period(*statements[part].candidate, *statements[w].candidate);
    return;
  }
}

}  // namespace

bool may_lie_within(const std::string& part, const std::string& whole) {
  return part.empty() || whole.empty() || part == whole || whole == "Việt Nam";
}

bool add_up_by_no_chance(const Decimal& whole, std::size_t parts) {
  constexpr std::size_t kSurely = 3;
  return telling_digits(whole) + parts >= kSurely + kFewestParts;
}

void take_period(Candidate& part, const Candidate& whole) {
  const Measure of_part = *measure_of(part.fact);
  const auto* count = std::get_if<CountFact>(&whole.fact);
  const Period& period = count != nullptr ? count->period : std::get<AidValueFact>(whole.fact).period;
  if (!of_part.period->empty() || period.empty()) return;
  *of_part.period = period;
  part.inferred.push_back({"period", period, whole.span});
}

void join_parts_by_sum(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates) {
  for (std::size_t w = 0; w < statements.size(); ++w) join_counts(statements, candidates, w);
  SumsOfAid(reading, statements, candidates).join();
  for (std::size_t w = 0; w < statements.size(); ++w) join_row_of_currencies(reading, statements, candidates, w);
  for (std::size_t p = 0; p < statements.size(); ++p) join_by_percent(reading, statements, candidates, p);
}

}  // namespace trichluc
