#include "extractors/quantity/quantity.h"

#include <algorithm>
#include <string>

#include "extractors/quantity/digits.h"
#include "extractors/quantity/spelled.h"

namespace trichluc {
namespace {

MatchAt by_first_token(const std::vector<LexiconMatch>& matches, std::string_view table, std::size_t tokens) {
  MatchAt at(tokens, nullptr);
  for (const LexiconMatch& match : matches) {
    if (match.lexicon->name() == table) at[match.first] = &match;
  }
  return at;
}

bool is_plain_group(const Token& token) {
  return token.kind == TokenKind::kNumber && token.folded.size() == 3 && token.folded.find_first_of(".,") == std::string_view::npos;
}

bool is_year(const Quantity& q) {
  const auto value = q.value ? q.value->to_integer() : std::nullopt;
  return value && !q.scaled && *value >= 1900 && *value < 2100 && q.span.size() == 4;
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
      auto quantity = tokens_[at].kind == TokenKind::kNumber ? digits(at) : spelled(at);
      if (!quantity) {
        ++at;
        continue;
      }
      if (auto range = range_from(*quantity)) quantity = range;
      at = quantity->last;
      out.push_back(*quantity);
    }
    return out;
  }

 private:
  // One past the last token of a number grouped by blanks ("1 200 000"); two groups at least after the first.
  std::size_t end_of_blank_groups(std::size_t at) const {
    if (tokens_[at].folded.size() > 3 || tokens_[at].folded.find_first_of(".,") != std::string_view::npos) return at + 1;
    std::size_t end = at + 1;
    while (end < tokens_.size() && is_plain_group(tokens_[end]) && tokens_[end].blank_before &&
           tokens_[end].paragraph == tokens_[at].paragraph) {
      ++end;
    }
    return end - at >= 3 ? end : at + 1;
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
    q.value = scale != nullptr ? times_power_of_ten(number, std::stoi(std::string(scale->value("power")))) : number;
    add_half(q);
    q.span = {tokens_[q.first].span.begin, tokens_[q.last - 1].span.end};
    return q;
  }

  // "2 triệu rưỡi": and half of the scale.
  void add_half(Quantity& q) const {
    if (!q.value || !q.scaled || q.last >= tokens_.size() || words_[q.last] == nullptr) return;
    if (words_[q.last]->value("part") != "half") return;
    const auto half = times_power_of_ten({5, 0}, std::stoi(std::string(q.scale->value("power"))) - 1);
    q.value = half ? add(*q.value, *half) : std::nullopt;
    ++q.last;
  }

  std::optional<Quantity> spelled(std::size_t at) const {
    if (words_[at] == nullptr) return std::nullopt;
    const auto number = read_spelled(words_, scales_, at);
    if (!number) return std::nullopt;
    // Alone, "năm" is a year, "một" and "không" are everyday words, "tư" is half of "đầu tư".
    if (number->single && !is_lone_number_word(tokens_[at].folded)) return std::nullopt;
    Quantity q = made(at, number->last, number->value, nullptr);
    q.spelled = true;
    return q;
  }

  static bool is_lone_number_word(std::string_view word) {
    static constexpr std::string_view kAmbiguous[] = {"năm", "một", "mốt", "không", "tư", "lăm", "nhăm"};
    return std::find(std::begin(kAmbiguous), std::end(kAmbiguous), word) == std::end(kAmbiguous);
  }

  // "20-30 triệu", "20 đến 30 triệu": the scale of the second holds for both.
  std::optional<Quantity> range_from(const Quantity& low) const {
    const std::size_t link = low.last;
    if (low.spelled || link + 1 >= tokens_.size() || tokens_[link + 1].kind != TokenKind::kNumber) return std::nullopt;
    if (tokens_[link].folded != "-" && tokens_[link].folded != "đến") return std::nullopt;
    if (tokens_[link + 1].paragraph != tokens_[low.first].paragraph) return std::nullopt;
    auto high = digits(link + 1);
    if (!high || is_year(low) || is_year(*high) || low.zero_padded || high->zero_padded) return std::nullopt;
    auto from = low.value;
    if (high->scaled && !low.scaled) from = times_power_of_ten(*from, std::stoi(std::string(high->scale->value("power"))));
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
