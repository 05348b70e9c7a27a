#include "extractors/count/without_noun.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/countries.h"

namespace trichluc {
namespace {

class NounlessNumber {
 public:
  NounlessNumber(const Reading& reading, const Candidate& before, const Quantity& quantity, const Bound& bound)
      : reading_(reading), before_(before), quantity_(quantity), bound_(bound) {}

  std::optional<CountWithoutNoun> read() const {
    if (const auto first = same_number()) return CountWithoutNoun{"count.same_number", *first};
    const Sentence& sentence = reading_.sentence_of(quantity_.first);
    const bool same_sentence = before_.span.begin >= reading_.tokens()[sentence.first].span.begin;
    if (!same_sentence || before_.span.end > quantity_.span.begin || another_number_between()) return std::nullopt;
    if (const auto first = reached()) return CountWithoutNoun{"count.another_time", *first};
    if (const auto first = another_time()) return CountWithoutNoun{"count.another_time", *first};
    if (const auto first = part()) return CountWithoutNoun{"count.part_without_noun", *first};
    if (const auto first = another_place()) return CountWithoutNoun{"count.another_place", *first};
    return std::nullopt;
  }

 private:
  // "Năm 1996 có 320 tổ chức PCPNN; đến năm 2000 con số này là 450": in the same sentence or the one before.
  std::optional<std::size_t> same_number() const {
    constexpr std::size_t kFarthest = 12;
    const Clause clause = clause_of(reading_, quantity_.first);
    if (bound_.first <= clause.first || !is_link(bound_.first - 1) || !ends_statement()) return std::nullopt;
    std::size_t at = bound_.first - 1;
    while (at > clause.first && bound_.first - at < kFarthest && !is_this_number(at)) --at;
    return is_this_number(at) && follows(at) ? std::optional(at) : std::nullopt;
  }

  // "con số này", "con số đó".
  bool is_this_number(std::size_t at) const {
    return reading_.is(at, "con") && reading_.is(at + 1, "số") && reading_.is_any(at + 2, {"này", "đó", "trên"});
  }

  // In the same sentence or the one before, of one paragraph.
  bool follows(std::size_t token) const {
    const Sentence& sentence = reading_.sentence_of(token);
    const std::size_t own = reading_.tokens()[token].sentence;
    const bool first = own == 0 || reading_.sentences()[own - 1].paragraph != sentence.paragraph;
    const std::size_t from = first ? sentence.first : reading_.sentences()[own - 1].first;
    return before_.span.begin >= reading_.tokens()[from].span.begin &&
           before_.span.end <= reading_.tokens()[token].span.begin;
  }

  // "…, năm 2021 có 47", "(năm 2018 là 31)", "nay chỉ còn 28", "và 33 trong năm 2002": between the last mark, or the
  // count before, and the number stand only a time and words that link it.
  std::optional<std::size_t> another_time() const {
    if (!ends_statement() || bound_.first == 0) return std::nullopt;
    // "… trong năm 2001 và 33 trong năm 2002"
    if (reading_.is(bound_.first - 1, "và") && is_time_behind()) return bound_.first;
    bool time = false;
    std::size_t first = bound_.first;
    for (; first > 0 && reading_.tokens()[first - 1].span.begin >= before_.span.end; --first) {
      const std::size_t at = first - 1;
      const bool taken = reading_.is_taken(at);
      if (!taken && reading_.tokens()[at].kind == TokenKind::kMark && !reading_.is(at, ":")) break;
      if (!taken && !is_link(at)) return std::nullopt;
      time = time || taken || reading_.is_any(at, {"nay", "hiện"});
    }
    return time && first < bound_.first ? std::optional(first) : std::nullopt;
  }

  // "Với 10 dự án này, tổng các dự án của Ấn Độ đã lên con số 37": the noun stands before, and the number is called
  // one.
  std::optional<std::size_t> reached() const {
    const std::size_t at = bound_.first;
    if (at < 3 || !reading_.is(at - 1, "số") || !reading_.is(at - 2, "con")) return std::nullopt;
    if (!reading_.is_any(at - 3, {"lên", "đạt", "tới", "đến"})) return std::nullopt;
    const auto& count = std::get<CountFact>(before_.fact);
    for (std::size_t word = at - 3; reading_.tokens()[word].span.begin >= before_.span.end; --word) {
      const LexiconMatch* noun = reading_.match_at(word, "head_nouns");
      if (noun != nullptr && noun->value("of") == count.of) return word;
      if (word == 0 || reading_.quantity_at(word) != nullptr) break;
    }
    return std::nullopt;
  }

  bool is_link(std::size_t at) const {
    return reading_.is_any(
        at, {"là",   "đạt", "còn",  "lên",  "có",  "tới", "đến",   "gồm",   "xuống", "ở",     "từ",   "và",  "nay",
             "hiện", "đã",  "tăng", "giảm", "chỉ", "thì", "nhưng", "trong", "vào",   "riêng", "sang", "khi", ":"});
  }

  // "45 tổ chức, trong đó 12 của Hoa Kỳ và 8 của Hàn Quốc": a word that says whose or which follows.
  std::optional<std::size_t> part() const {
    const std::size_t next = quantity_.last;
    if (const auto first = part_of_place()) return first;
    // "63 tổ chức được cấp phép, 19 trong số ấy được lập văn phòng"
    const bool of_them =
        reading_.is(next, "trong") && reading_.is(next + 1, "số") && reading_.is_any(next + 2, {"ấy", "đó", "này"});
    if (of_them && is_less_than_whole()) return bound_.first;
    const bool said_which = reading_.is_any(next, {"của", "thuộc", "đã", "đang", "được", "do", "là", "mới"}) ||
                            (reading_.is(next, "đến") && reading_.is(next + 1, "từ"));
    if (!said_which || !is_less_than_whole()) return std::nullopt;
    std::size_t at = bound_.first;
    if (at > 0 && reading_.is_any(at - 1, {"có", "chỉ", "là"})) --at;
    if (at == 0) return std::nullopt;
    if (reading_.match_before(at, "part_words") != nullptr) return at;
    if (!reading_.is_any(at - 1, {",", "và"})) return std::nullopt;
    const bool next_of_list = before_.rule == "count.part_without_noun" || is_in_sentence_of_parts();
    return next_of_list ? std::optional(at) : std::nullopt;
  }

  // "Trong số đó, 41 tổ chức của Mỹ, 37 đến từ các nước Tây Âu"
  bool is_in_sentence_of_parts() const {
    const std::size_t first = reading_.sentence_of(quantity_.first).first;
    return reading_.match_at(first, "part_words") != nullptr;
  }

  // "trước hợp nhất Quảng Bình (cũ) có 29 tổ chức, Quảng Trị (cũ) có 41": the same of another place, told beside it.
  std::optional<std::size_t> another_place() const {
    if (!ends_statement() || before_.rule == "count.part_without_noun") return std::nullopt;
    std::size_t at = bound_.first;
    if (at == 0 || !reading_.is_any(at - 1, {"có", "là"})) return std::nullopt;
    --at;
    if (at > 3 && reading_.is(at - 1, ")") && reading_.is_any(at - 2, {"cũ", "mới"})) at -= 3;
    const LexiconMatch* place = reading_.match_before(at, "places");
    if (place == nullptr || place->value("kind") == "country" || !reading_.is_capital_word(place->last - 1))
      return std::nullopt;
    at = place->first;
    while (at > 0 && reading_.is_any(at - 1, {"tỉnh", "phố", "thành"})) --at;
    return at > 0 && reading_.is_any(at - 1, {",", ";", "và"}) ? std::optional(at) : std::nullopt;
  }

  // "cả nước có 500 tổ chức, trong đó Quảng Trị có 42, Quảng Bình 29": a place says which.
  std::optional<std::size_t> part_of_place() const {
    if (!ends_statement() || !is_less_than_whole()) return std::nullopt;
    std::size_t at = bound_.first;
    if (at > 0 && reading_.is_any(at - 1, {"có", "là", ":"})) --at;
    // "58 trong số 166; Hàn Quốc 21, Pháp 17": the next country of the list.
    const LexiconMatch* country = country_before(reading_, at);
    if (country != nullptr && country->first > 0 && before_.rule == "count.part_without_noun" &&
        reading_.is_any(country->first - 1, {",", ";", "và"}))
      return country->first;
    const LexiconMatch* place = reading_.match_before(at, "places");
    if (place == nullptr || place->value("kind") == "country" || place->first == 0) return std::nullopt;
    at = place->first;
    if (!reading_.tokens()[at].capital && !reading_.is_capital_word(place->last - 1)) return std::nullopt;
    while (at > 0 && reading_.is_any(at - 1, {"tỉnh", "riêng", "tại", "ở"})) --at;
    const LexiconMatch* word = at > 0 ? reading_.match_before(at, "part_words") : nullptr;
    const bool next_of_list = before_.rule == "count.part_without_noun" && reading_.is_any(at - 1, {",", ";", "và"});
    return word != nullptr || next_of_list ? std::optional(place->first) : std::nullopt;
  }

  bool is_less_than_whole() const {
    const auto& count = std::get<CountFact>(before_.fact);
    const bool known = count.value && quantity_.value;
    return known && (before_.rule == "count.part_without_noun" || *quantity_.value < *count.value);
  }

  bool ends_statement() const {
    const std::size_t at = quantity_.last;
    const auto& tokens = reading_.tokens();
    if (at >= tokens.size() || tokens[at].sentence != tokens[quantity_.first].sentence || reading_.is_taken(at))
      return true;
    if (tokens[at].kind == TokenKind::kMark) return !reading_.is(at, "%") && !reading_.is(at, "/");
    return is_time_behind();
  }

  // "28 vào năm 2004"
  bool is_time_behind() const {
    const std::size_t at = quantity_.last;
    return reading_.is_any(at, {"trong", "vào", "ở", "hồi"}) && at + 1 < reading_.tokens().size() &&
           reading_.is_taken(at + 1);
  }

  bool another_number_between() const {
    const auto& all = reading_.quantities();
    auto at = std::lower_bound(all.begin(), all.end(), quantity_.first,
                               [](const Quantity& q, std::size_t token) { return q.first < token; });
    while (at != all.begin() && (--at)->span.begin >= before_.span.end) {
      if (!reading_.is_taken(*at)) return true;
    }
    return false;
  }

  const Reading& reading_;
  const Candidate& before_;
  const Quantity& quantity_;
  const Bound& bound_;
};

}  // namespace

std::optional<NamedWhole> whole_named_behind(const Reading& reading, const std::vector<Candidate>& counts,
                                             const Quantity& quantity) {
  std::size_t at = quantity.last;
  if (!reading.is(at, "trong")) return std::nullopt;
  if (reading.is(at + 1, "tổng")) ++at;
  if (!reading.is(at + 1, "số")) return std::nullopt;
  const Quantity* named = reading.quantity_at(at + 2);
  if (named == nullptr || !named->value || !quantity.value || !(*quantity.value < *named->value)) return std::nullopt;
  constexpr std::size_t kMostFigures = 60;
  for (std::size_t i = counts.size(); i-- > 0 && counts.size() - i < kMostFigures;) {
    const auto* count = std::get_if<CountFact>(&counts[i].fact);
    if (count != nullptr && count->value == named->value) return NamedWhole{i, named->last};
  }
  return std::nullopt;
}

std::optional<CountWithoutNoun> count_without_noun(const Reading& reading, const Candidate& before,
                                                   const Quantity& quantity, const Bound& bound) {
  return NounlessNumber(reading, before, quantity, bound).read();
}

}  // namespace trichluc
