#include "extractors/quantity/quantity.h"

#include <algorithm>
#include <string>

#include "extractors/quantity/digits.h"
#include "extractors/quantity/spelled.h"

namespace trichluc {
namespace {

// A false friend ("tỷ lệ", a rate, for "tỷ", 10^9; "vài ba", a few, for "ba", three) hides the shorter forms in it and
// is no number itself.
MatchAt by_first_token(const std::vector<LexiconMatch>& matches, TableKey table, std::size_t tokens) {
  MatchAt at(tokens);
  std::size_t hidden_to = 0;
  for (const LexiconMatch& match : matches) {
    if (!match.is_of(table)) continue;
    if (match.first < hidden_to) continue;
    if (match.value(table == TableKey("number_words") ? "part" : "power").empty()) {
      hidden_to = match.last;
    } else {
      at.add(match);
    }
  }
  return at;
}

bool is_plain_group(const Token& token) {
  return token.kind == TokenKind::kNumber && token.folded.size() == 3 &&
         token.folded.find_first_of(".,") == std::string_view::npos;
}

bool is_year(const Quantity& q) {
  const auto value = q.value ? q.value->to_integer() : std::nullopt;
  return value && !q.scaled && *value >= 1900 && *value < 2100 && q.span.size() == 4;
}

int power_of(const LexiconMatch& scale) {
  return std::stoi(std::string(scale.value("power")));
}

class Scanner {
 public:
  Scanner(const std::vector<Token>& tokens, const std::vector<LexiconMatch>& matches)
      : tokens_(tokens),
        scales_(by_first_token(matches, "number_scales", tokens.size())),
        words_(by_first_token(matches, "number_words", tokens.size())) {}

  std::vector<Quantity> scan() {
    std::vector<Quantity> out;
    for (std::size_t at = 0; at < tokens_.size();) {
      const bool number = tokens_[at].kind == TokenKind::kNumber;
      if (!number && !may_be_spelled(at)) {
        ++at;
        continue;
      }
      auto quantity = number ? digits(at) : spelled(at);
      if (!quantity) {
        ++at;
        continue;
      }
      bool added = false;
      while (add_smaller_scale(*quantity)) added = true;
      if (added) add_last_hundreds(*quantity);
      if (auto range = range_from(*quantity)) quantity = range;
      at = quantity->last;
      out.push_back(*quantity);
    }
    return out;
  }

 private:
  // One past the last token of a number grouped by blanks ("1 200 000"); a single group after the first must be "000",
  // since two numbers may stand side by side in a table.
  std::size_t end_of_blank_groups(std::size_t at) const {
    if (tokens_[at].folded.size() > 3 || tokens_[at].folded.find_first_of(".,") != std::string_view::npos)
      return at + 1;
    std::size_t end = at + 1;
    while (end < tokens_.size() && is_plain_group(tokens_[end]) && tokens_[end].blank_before &&
           !tokens_[end].cell_before && tokens_[end].paragraph == tokens_[at].paragraph) {
      ++end;
    }
    const bool grouped = end - at >= 3 || (end - at == 2 && tokens_[at + 1].folded == "000");
    return grouped && tokens_[at].folded != "0" ? end : at + 1;
  }

  std::optional<Quantity> digits(std::size_t at) const {
    const std::size_t end = end_of_blank_groups(at);
    std::string written;
    for (std::size_t i = at; i < end; ++i) written += tokens_[i].folded;
    const LexiconMatch* scale = scale_at(end, at);
    const auto number = parse_digits(written, scale != nullptr);
    if (!number) return std::nullopt;
    Quantity q = made(at, end, *number, scale);
    q.zero_padded = written.size() > 1 && written[0] == '0' && written.find_first_of(".,") == std::string::npos;
    return q.value ? std::optional<Quantity>(q) : std::nullopt;
  }

  const LexiconMatch* scale_at(std::size_t at, std::size_t first) const {
    const bool inside = at < tokens_.size() && tokens_[at].paragraph == tokens_[first].paragraph;
    return inside ? scales_[at] : nullptr;
  }

  Quantity made(std::size_t first, std::size_t last, Decimal number, const LexiconMatch* scale) const {
    Quantity q;
    q.first = first;
    q.last = scale != nullptr ? scale->last : last;
    q.scale = scale;
    q.scaled = scale != nullptr;
    q.value = scale != nullptr ? times_power_of_ten(number, power_of(*scale)) : number;
    add_half(q);
    q.span = {tokens_[q.first].span.begin, tokens_[q.last - 1].span.end};
    return q;
  }

  // "2 triệu rưỡi": and half of the scale.
  void add_half(Quantity& q) const {
    if (!q.value || q.scale == nullptr || q.last >= tokens_.size() || words_[q.last] == nullptr) return;
    if (words_[q.last]->value("part") != "half") return;
    const auto half = times_power_of_ten({5, 0}, power_of(*q.scale) - 1);
    q.value = half ? add(*q.value, *half) : std::nullopt;
    ++q.last;
  }

  // Asked for every word of a text. Everyday words stand alone mostly, and then are no numbers.
  bool may_be_spelled(std::size_t at) const {
    if (!words_.starts_at(at)) return false;
    const bool goes_on = words_.starts_at(at + 1) || scales_.starts_at(at + 1);
    return goes_on || is_lone_number_word(tokens_[at].folded);
  }

  std::optional<Quantity> spelled(std::size_t at) const {
    if (!words_.starts_at(at)) return std::nullopt;
    const auto number = read_spelled(words_, scales_, at);
    if (!number) return std::nullopt;
    // Alone, "năm" is a year, "một" and "không" are everyday words, "tư" is half of "đầu tư".
    if (number->single && !is_lone_number_word(tokens_[at].folded)) return std::nullopt;
    Quantity q = made(at, number->last, number->value, nullptr);
    q.spelled = true;
    if (number->scale != nullptr) {
      q.scale = number->scale;
      add_half(q);
      q.span.end = tokens_[q.last - 1].span.end;
    }
    return q.value ? std::optional<Quantity>(q) : std::nullopt;
  }

  static bool is_lone_number_word(std::string_view word) {
    static constexpr std::string_view kAmbiguous[] = {"năm", "một", "mốt", "không", "tư", "lăm", "nhăm"};
    return std::find(std::begin(kAmbiguous), std::end(kAmbiguous), word) == std::end(kAmbiguous);
  }

  // "1 tỷ 200 triệu": what follows in a smaller scale is added.
  bool add_smaller_scale(Quantity& q) const {
    if (!q.scaled || !q.value || q.last >= tokens_.size() || tokens_[q.last].kind != TokenKind::kNumber) return false;
    if (tokens_[q.last].paragraph != tokens_[q.first].paragraph) return false;
    const auto rest = digits(q.last);
    if (!rest || !rest->scaled || power_of(*rest->scale) >= power_of(*q.scale)) return false;
    const auto one = times_power_of_ten({1, 0}, power_of(*q.scale));
    const auto sum = one && *rest->value < *one ? add(*q.value, *rest->value) : std::nullopt;
    if (!sum) return false;
    q.value = sum;
    q.scale = rest->scale;
    q.last = rest->last;
    q.span.end = rest->span.end;
    return true;
  }

  // "1 triệu 147 nghìn 533 USD": behind the thousands the rest has no scale.
  void add_last_hundreds(Quantity& q) const {
    constexpr int kThousands = 3;  // power of ten
    if (power_of(*q.scale) != kThousands || q.last >= tokens_.size() || !is_plain_group(tokens_[q.last])) return;
    if (tokens_[q.last].paragraph != tokens_[q.first].paragraph || tokens_[q.last].cell_before) return;
    const auto rest = digits(q.last);
    const auto sum = rest && !rest->scaled ? add(*q.value, *rest->value) : std::nullopt;
    if (!sum) return;
    q.value = sum;
    q.last = rest->last;
    q.span.end = rest->span.end;
  }

  bool links_range(std::size_t at) const {
    const std::string_view link = tokens_[at].folded;
    return link == "-" || link == "đến" || link == "tới";
  }

  // "20-30 triệu", "20 đến 30 triệu", "hai đến ba nghìn": the scale of the second holds for both.
  std::optional<Quantity> range_from(const Quantity& low) const {
    const std::size_t next = low.last + 1;
    if (!low.value || next >= tokens_.size() || !links_range(low.last)) return std::nullopt;
    if (tokens_[next].paragraph != tokens_[low.first].paragraph) return std::nullopt;
    if (tokens_[low.last].cell_before || tokens_[next].cell_before) return std::nullopt;  // "845 | - | 1.565"
    if (low.spelled != (tokens_[next].kind != TokenKind::kNumber)) return std::nullopt;
    const auto high = low.spelled ? spelled(next) : digits(next);
    if (!high || is_year(low) || is_year(*high) || low.zero_padded || high->zero_padded) return std::nullopt;
    auto from = low.value;
    if (high->scale != nullptr && low.scale == nullptr) from = times_power_of_ten(*from, power_of(*high->scale));
    if (!from || !(*from < *high->value)) return std::nullopt;
    Quantity range = *high;
    range.first = low.first;
    range.low = from;
    range.high = high->value;
    range.value.reset();
    range.span.begin = low.span.begin;
    return range;
  }

  const std::vector<Token>& tokens_;
  MatchAt scales_;
  MatchAt words_;
};

}  // namespace

std::vector<Quantity> scan_quantities(const std::vector<Token>& tokens, const std::vector<LexiconMatch>& matches) {
  return Scanner(tokens, matches).scan();
}

}  // namespace trichluc
