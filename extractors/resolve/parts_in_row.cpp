#include "extractors/resolve/parts_in_row.h"

#include <algorithm>
#include <optional>

namespace trichluc {
namespace {

// The whole that "58 trong số 166" names: the nearest count of 166 before it.
std::optional<std::size_t> named_whole(const Reading& reading, const std::vector<Statement>& statements,
                                       std::size_t part) {
  std::size_t at = figure_of(reading, statements[part]);
  const Quantity* own = reading.quantity_at(at);
  if (own == nullptr) return std::nullopt;
  at = own->last;
  if (!reading.is(at, "trong")) return std::nullopt;
  if (reading.is(at + 1, "tổng")) ++at;
  const Quantity* number = reading.is(at + 1, "số") ? reading.quantity_at(at + 2) : nullptr;
  constexpr std::size_t kMostFigures = 60;
  for (std::size_t w = part; number != nullptr && w-- > 0 && part - w < kMostFigures;) {
    const auto* count = std::get_if<CountFact>(&statements[w].candidate->fact);
    if (count != nullptr && count->value == number->value) return w;
  }
  return std::nullopt;
}

// Of its whole's time, where its own sentence tells none.
void take_time(const Reading& reading, const Statement& part, const Statement& whole) {
  const Sentence& sentence = reading.sentences()[part.sentence];
  if (tells_date(reading, sentence.first, sentence.last)) return;
  const Period& period = *measure_of(whole.candidate->fact)->period;
  if (period.empty() || *measure_of(part.candidate->fact)->period == period) return;
  replace_period(*part.candidate, period, whole.candidate->span);
}

// "58 trong số 166; Hàn Quốc 21, Pháp 17": what follows a part in its list is a part of the same.
void join_counts(const Reading& reading, std::vector<Statement>& statements, const std::vector<Candidate>& candidates) {
  for (std::size_t p = 1; p < statements.size(); ++p) {
    if (statements[p].candidate->rule == "count.part_without_noun") {
      if (const auto named = named_whole(reading, statements, p)) {
        const Statement& whole = statements[*named];
        std::get<CountFact>(statements[p].candidate->fact).part_of =
            static_cast<std::size_t>(whole.candidate - candidates.data());
        take_time(reading, statements[p], whole);
        continue;
      }
    }
    auto* part = std::get_if<CountFact>(&statements[p].candidate->fact);
    const auto* before = std::get_if<CountFact>(&statements[p - 1].candidate->fact);
    if (part == nullptr || before == nullptr || part->part_of || !before->part_of) continue;
    const bool row = statements[p].candidate->rule == "count.part_without_noun" &&
                     statements[p - 1].candidate->rule == "count.part_without_noun";
    if (!row || part->of != before->of || statements[p].sentence != statements[p - 1].sentence) continue;
    part->part_of = before->part_of;
    take_time(reading, statements[p], statements[p - 1]);
  }
}

// "Các khoản lớn nhất là:", "Những nhà tài trợ lớn gồm": the sentence tells the greatest ones.
bool opens_greatest(const Reading& reading, std::size_t sentence) {
  constexpr std::size_t kLongest = 10;  // tokens
  const Sentence& own = reading.sentences()[sentence];
  if (!reading.is_any(own.first, {"các", "những"})) return false;
  bool great = false;
  for (std::size_t at = own.first + 1; at < std::min(own.first + kLongest, own.last); ++at) {
    if (reading.quantity_at(at) != nullptr) return false;
    great = great || reading.is_any(at, {"lớn", "nhất"});
    if (reading.is_any(at, {"là", "gồm", ":"})) return great;
  }
  return false;
}

// "Ngoài ra còn có UN Women (85.000 USD)": goes on with the sentence before.
bool goes_on(const Reading& reading, std::size_t sentence) {
  const std::size_t first = reading.sentences()[sentence].first;
  return reading.is(first, "ngoài") && reading.is(first + 1, "ra");
}

bool is_smaller(const AidValueFact& part, const AidValueFact& whole) {
  if (!part.amount || !whole.amount) return false;
  if (part.currency == whole.currency) return *part.amount < *whole.amount;
  return std::any_of(part.equivalent.begin(), part.equivalent.end(),
                     [&](const auto& told) { return told.currency == whole.currency && told.amount < *whole.amount; });
}

// The total that stands in the paragraph of the row or in the one above: the last sum that is nobody's and no part.
const Statement* total_above(const std::vector<Statement>& statements, std::size_t part) {
  for (std::size_t w = part; w-- > 0;) {
    if (statements[w].paragraph + 1 < statements[part].paragraph) return nullptr;
    const auto* sum = std::get_if<AidValueFact>(&statements[w].candidate->fact);
    if (sum == nullptr || statements[w].sentence == statements[part].sentence) continue;
    return sum->part_of || !sum->donor.empty() ? nullptr : &statements[w];
  }
  return nullptr;
}

class Rows {
 public:
  Rows(const Reading& reading, std::vector<Statement>& statements, const std::vector<Candidate>& candidates)
      : reading_(reading), statements_(statements), candidates_(candidates) {}

  void join() {
    for (std::size_t p = 1; p < statements_.size(); ++p) {
      if (opens_greatest(reading_, statements_[p].sentence)) p = join_from(p);
    }
  }

 private:
  // The last statement of the row that begins at `first`.
  std::size_t join_from(std::size_t first) {
    const Statement* whole = total_above(statements_, first);
    std::size_t sentence = statements_[first].sentence;
    std::size_t p = first;
    for (; p < statements_.size(); ++p) {
      const bool next = statements_[p].sentence == sentence + 1 && goes_on(reading_, statements_[p].sentence) &&
                        statements_[p].paragraph == statements_[first].paragraph;
      if (next) sentence = statements_[p].sentence;
      if (statements_[p].sentence != sentence) break;
      if (whole != nullptr) take(statements_[p], *whole);
    }
    return p - 1;
  }

  void take(Statement& statement, const Statement& whole) {
    auto* part = std::get_if<AidValueFact>(&statement.candidate->fact);
    const auto& total = std::get<AidValueFact>(whole.candidate->fact);
    if (part == nullptr || part->part_of || !is_smaller(*part, total) || part->certainty != total.certainty) return;
    part->part_of = static_cast<std::size_t>(whole.candidate - candidates_.data());
  }

  const Reading& reading_;
  std::vector<Statement>& statements_;
  const std::vector<Candidate>& candidates_;
};

}  // namespace

void join_parts_in_row(const Reading& reading, std::vector<Statement>& statements,
                       const std::vector<Candidate>& candidates) {
  join_counts(reading, statements, candidates);
  Rows(reading, statements, candidates).join();
}

}  // namespace trichluc
