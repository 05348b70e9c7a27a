#include "extractors/number/ledger.h"

#include <algorithm>
#include <utility>

#include "extractors/number/number_kind.h"

namespace trichluc {
namespace {

// Words shown on either side of a number.
constexpr std::size_t kAround = 8;

struct Claim {
  std::optional<std::size_t> candidate;
  std::string rule;
  std::string reason;
};

// Of one number several extractors may say why they refuse it; the kind that it is nearest to is shown.
int nearness(const Rejection& rejection) {
  constexpr std::string_view kOrder[] = {"money.", "share.", "date.", "count."};
  const auto* found = std::find_if(std::begin(kOrder), std::end(kOrder),
                                   [&](std::string_view kind) { return rejection.rule.starts_with(kind); });
  return static_cast<int>(found - std::begin(kOrder));
}

std::string value_of(const Fact& fact) {
  return "a value of the record " + std::string(type_name(fact));
}

class Ledger {
 public:
  explicit Ledger(const Reading& reading) : reading_(reading), claim_of_(reading.tokens().size(), kNone) {}

  void accept(const std::vector<Candidate>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const Claim claim{i, candidates[i].rule, value_of(candidates[i].fact)};
      for (const Span number : candidates[i].numbers) claim_span(number, claim);
    }
    accept_whole<DateFact>(candidates);
    accept_whole<LegalDocumentFact>(candidates);
    accept_whole<OfficialFact>(candidates);
  }

  void refuse(const std::vector<DateReading>& dates) {
    for (const DateReading& date : dates) {
      const bool relative = date.relative != Relative::kNone;
      claim_span(date.span,
                 {std::nullopt, date.rule,
                  relative ? "a time told from where the writer stands" : "a date that is no record of its own"});
    }
  }

  void refuse(std::vector<Rejection> rejections) {
    std::stable_sort(rejections.begin(), rejections.end(),
                     [](const Rejection& a, const Rejection& b) { return nearness(a) < nearness(b); });
    for (const Rejection& rejection : rejections)
      claim_span(rejection.span, {std::nullopt, rejection.rule, rejection.reason});
  }

  std::vector<NumberLine> lines() {
    const NumberKinds kinds(reading_);
    std::vector<NumberLine> out;
    for (std::size_t at = 0; at < reading_.tokens().size();) {
      const Quantity* quantity = number_at(at);
      const bool digits = reading_.tokens()[at].kind == TokenKind::kNumber;
      if (quantity == nullptr && !digits) {
        ++at;
        continue;
      }
      const std::size_t last = quantity != nullptr ? quantity->last : at + 1;
      at = claim_of_[at] != kNone ? add_claimed(out, at, last) : add_unclaimed(out, kinds, at, last);
    }
    return out;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  template <class Wanted>
  void accept_whole(const std::vector<Candidate>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!std::holds_alternative<Wanted>(candidates[i].fact)) continue;
      const Claim claim{i, candidates[i].rule, "part of the record " + std::string(type_name(candidates[i].fact))};
      claim_span(candidates[i].span, claim);
      for (const Span again : candidates[i].restated) claim_span(again, claim);
    }
  }

  void claim_span(Span span, Claim claim) {
    const auto& tokens = reading_.tokens();
    for (std::size_t at = reading_.token_from(span.begin); at < tokens.size() && tokens[at].span.end <= span.end;
         ++at) {
      std::size_t& own = claim_of_[at];
      if (own == kNone) own = claims_.size();
    }
    claims_.push_back(std::move(claim));
  }

  // The number that begins here; in words only what is surely one.
  const Quantity* number_at(std::size_t token) const {
    const Quantity* quantity = reading_.quantity_at(token);
    return quantity == nullptr || !quantity->spelled || is_spelled_number(*quantity) ? quantity : nullptr;
  }

  // "ba", "Hai" alone: no number where it has a capital as names have, or stands in what an official is called.
  bool is_spelled_number(const Quantity& quantity) const {
    const std::size_t at = quantity.first;
    if (quantity.last > at + 1) return true;
    const std::size_t claim = claim_of_[at];
    if (claim != kNone && claims_[claim].candidate && claims_[claim].rule.starts_with("official.")) return false;
    const Token& token = reading_.tokens()[at];
    if (!token.capital) return true;
    const bool opens = reading_.sentence_of(at).first == at;
    const bool name_follows = at + 1 < reading_.tokens().size() && reading_.tokens()[at + 1].capital;
    return opens && !name_follows;
  }

  // The tokens of a number that one claim holds; "2016-2020" of a date goes on over the numbers beside it.
  std::size_t add_claimed(std::vector<NumberLine>& out, std::size_t first, std::size_t last) const {
    const std::size_t own = claim_of_[first];
    std::size_t end = first + 1;
    while (end < last && claim_of_[end] == own) ++end;
    // A date or citation is one line, whatever number of numbers it has.
    std::size_t inside = end;
    for (std::size_t at = end; at < claim_of_.size() && claim_of_[at] == own; ++at) {
      const Quantity* quantity = number_at(at);
      const bool digits = reading_.tokens()[at].kind == TokenKind::kNumber;
      if (quantity != nullptr) inside = std::max(inside, quantity->last);  // "hai nghìn không trăm mười"
      if (digits || at < inside) end = at + 1;
    }
    const Claim& claim = claims_[own];
    add(out, first, end, claim);
    return end;
  }

  std::size_t add_unclaimed(std::vector<NumberLine>& out, const NumberKinds& kinds, std::size_t first,
                            std::size_t last) const {
    while (last > first + 1 && claim_of_[last - 1] != kNone) --last;
    const NumberKind kind = kinds.at(first, last);
    std::size_t end = last;
    for (std::size_t at = last; at < kind.last && claim_of_[at] == kNone; ++at) {
      if (reading_.tokens()[at].kind == TokenKind::kNumber) end = at + 1;
    }
    add(out, first, end, {std::nullopt, kind.rule, kind.reason});
    return end;
  }

  void add(std::vector<NumberLine>& out, std::size_t first, std::size_t last, const Claim& claim) const {
    const Sentence& sentence = reading_.sentence_of(first);
    const std::size_t from = std::max(sentence.first, first > kAround ? first - kAround : 0);
    const std::size_t to = std::max(last, std::min(sentence.last, last + kAround));
    out.push_back(
        {reading_.span_of(first, last), reading_.span_of(from, to), claim.candidate, claim.rule, claim.reason});
  }

  const Reading& reading_;
  std::vector<Claim> claims_;
  std::vector<std::size_t> claim_of_;  // for each token
};

}  // namespace

std::vector<NumberLine> account_for_numbers(const Reading& reading, const std::vector<Candidate>& candidates,
                                            const std::vector<DateReading>& dates,
                                            const std::vector<Rejection>& rejections) {
  Ledger ledger(reading);
  ledger.accept(candidates);
  ledger.refuse(dates);
  ledger.refuse(rejections);
  return ledger.lines();
}

}  // namespace trichluc
