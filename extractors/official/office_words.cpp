#include "extractors/official/office_words.h"

#include <algorithm>

#include "extractors/official/honorific.h"

namespace trichluc {
namespace {

// "…, các đơn vị có liên quan chịu trách nhiệm thi hành": so far behind a name that is looked for.
constexpr std::size_t kMostToDuty = 60;

}  // namespace

std::size_t OfficeWords::after_naming(std::size_t first, std::size_t at) const {
  if (reading_.is(at, ":")) return at + 1;
  if (is_given_or_taken(first) && is_about(at) > at) return past_number(is_about(at));
  if (is_handed_to(first, at) > at) return is_handed_to(first, at);
  at = past_choosing(at);
  if (lists(at)) return into_list(at);
  const LexiconMatch* word = reading_.match_at(at, "titles");
  const bool being = word != nullptr && word->value("use") == "copula" && reading_.is(word->last - 1, "là");
  return being ? word->last : at;
}

bool OfficeWords::is_plural(std::size_t first) const {
  // "các đồng chí là Ủy viên Ban Thường vụ Tỉnh ủy: A, Trưởng Ban X; B, Trưởng Ban Y".
  if (first > 1 && reading_.is(first - 1, "là")) --first;
  const LexiconMatch* address = reading_.match_before(first, "honorifics");
  if (address != nullptr) first = address->first;
  if (first == 0 || !same_paragraph(reading_, first - 1, first)) return false;
  return reading_.is_any(first - 1, {"các", "những"}) || reading_.quantity_at(first - 1) != nullptr;
}

bool OfficeWords::is_given_or_taken(std::size_t first) const {
  const LexiconMatch* word = reading_.match_before(first, "titles");
  if (word != nullptr && word->value("use") == "copula") return true;
  // "bầu bổ sung 3 Ủy viên UBND tỉnh đối với các ông".
  if (first > 1 && reading_.quantity_at(first - 1) != nullptr) --first;
  if (first > 1 && reading_.is(first - 1, "nhận") && reading_.is(first - 2, "công")) return true;
  return (first > 0 && reading_.is_any(first - 1, {"nhiệm", "sung", "giao"})) || is_left(first) || is_listed(first);
}

bool OfficeWords::is_listed(std::size_t first) const {
  constexpr std::size_t kFarthest = 50;
  if (first == 0 || !reading_.is_any(first - 1, {":", ";"})) return false;
  const std::size_t begin = std::max(reading_.sentence_of(first).first, first > kFarthest ? first - kFarthest : 0);
  for (std::size_t t = begin; t + 1 < first; ++t) {
    if (reading_.is(t + 1, "nhiệm") && reading_.is_any(t, {"miễn", "bãi", "bổ"})) return true;
  }
  return false;
}

std::size_t OfficeWords::is_about(std::size_t at) const {
  constexpr std::size_t kMostInTerm = 18;
  bool reason = false;
  for (std::size_t t = at; t < tokens_.size() && t - at <= kMostInTerm && same_paragraph(reading_, at - 1, t); ++t) {
    if (reading_.is(t, "đối") && reading_.is(t + 1, "với")) return t + 2;
    if (reading_.is(t, "với") && read_honorifics(reading_, t + 1)) return t + 1;
    reason = reason || reading_.is_any(t, {"để", "do", "vì"});
    if (reason && tokens_[t].kind == TokenKind::kWord && !tokens_[t].capital) continue;
    const bool term = tokens_[t].kind != TokenKind::kWord || reading_.is_any(t, {"nhiệm", "kỳ", "kì", "khóa"});
    if (!term) break;
  }
  return at;
}

bool OfficeWords::lists(std::size_t at) const {
  const std::size_t word = reading_.is(at, ",") ? at + 1 : at;
  return reading_.is(word, "gồm") && same_paragraph(reading_, at - 1, word);
}

bool OfficeWords::told_with_new_office(std::size_t t) const {
  constexpr std::size_t kMostBetween = 3;
  const LexiconMatch* word = reading_.match_before(t, "titles");
  if (word == nullptr || word->value("use") != "copula") return false;
  for (std::size_t at = word->first; at > 1 && word->first - at <= kMostBetween; --at) {
    if (reading_.is(at - 1, "khi") && reading_.is_any(at - 2, {"trước", "sau"})) return true;
  }
  return false;
}

bool OfficeWords::opens_sentence(std::size_t first) const {
  constexpr std::size_t kMostBefore = 12;
  const std::size_t begin = reading_.sentence_of(first).first;
  if (first == begin) return true;
  if (first - begin > kMostBefore || !reading_.is(first - 1, ",")) return false;
  for (std::size_t t = begin; t < first; ++t) {
    if (reading_.match_at(t, "titles") != nullptr || reading_.match_at(t, "honorifics") != nullptr) return false;
  }
  return true;
}

bool OfficeWords::lists_duties(std::size_t at) const {
  const std::size_t end = std::min({at + kMostToDuty, tokens_.size(), reading_.sentence_of(at - 1).last});
  for (; at + 1 < end; ++at) {
    if (reading_.is(at, "trách") && reading_.is(at + 1, "nhiệm")) return true;
  }
  return false;
}

bool OfficeWords::is_of_family(std::size_t first) const {
  if (first > 0 && reading_.is(first - 1, "của")) --first;
  if (first == 0 || !same_paragraph(reading_, first - 1, first)) return false;
  if (reading_.is_any(first - 1, {"vợ", "chồng"})) return true;
  if (first < 2) return false;
  return (reading_.is_any(first - 1, {"nhân", "quân"}) && reading_.is(first - 2, "phu")) ||
         (reading_.is_any(first - 1, {"gái", "trai"}) && reading_.is(first - 2, "con"));
}

std::size_t OfficeWords::past_choosing(std::size_t at) const {
  constexpr std::size_t kMostWords = 8;
  std::size_t next = at;
  if (reading_.is_any(next, {"vừa", "mới", "đã"})) ++next;
  if (!reading_.is(next, "được") || !same_paragraph(reading_, at - 1, next)) return at;
  for (++next; next - at < kMostWords && next < tokens_.size() && !tokens_[next].capital; ++next) {
    const LexiconMatch* word = reading_.match_at(next, "titles");
    if (word != nullptr && word->value("use") == "copula" && reading_.is(word->last - 1, "là")) return next;
    if (lists(next)) return next;
    if (!reading_.is_any(next, {"tín", "nhiệm", "bầu", "bổ", "sung", "phê", "chuẩn", "cử", "chỉ", "định", "tái"}))
      break;
  }
  return at;
}

std::size_t OfficeWords::is_handed_to(std::size_t first, std::size_t at) const {
  if (first < 2 || !reading_.is(at, "cho") || !same_paragraph(reading_, first, at)) return at;
  const bool duty = reading_.is(first - 1, "vụ") && reading_.is_any(first - 2, {"nhiệm", "chức"});
  const bool given = duty || (reading_.is(first - 1, "nhiệm") && reading_.is(first - 2, "bổ"));
  // "bổ nhiệm Phó Chánh án cho các ông A, B và bà C".
  const std::size_t person = reading_.is_any(at + 1, {"các", "những"}) ? at + 2 : at + 1;
  return given && read_honorifics(reading_, person) ? person : at;
}

bool OfficeWords::is_left(std::size_t first) const {
  constexpr std::size_t kFarthest = 14;
  const std::size_t begin = std::max(reading_.sentence_of(first).first, first > kFarthest ? first - kFarthest : 0);
  for (std::size_t t = begin; t < first; ++t) {
    if (reading_.is(t, "thôi") && reading_.is_any(t + 1, {"tham", "giữ", "làm", "nhiệm", "đảm"})) return true;
  }
  return false;
}

std::size_t OfficeWords::into_list(std::size_t at) const {
  at += reading_.is(at, ",") ? 2U : 1U;
  while (reading_.is_any(at, {":", "có", "các"})) ++at;
  std::size_t last = at;  // "các ông, bà:"
  while (const auto honorific = read_honorifics(reading_, last)) {
    last = honorific->last;
    // "Ông:" takes its colon with it.
    if (reading_.is(last - 1, ":")) return last;
    if (reading_.is(last, ":")) return last + 1;
    if (!reading_.is(last, ",")) break;
    ++last;
  }
  return at;
}

std::size_t OfficeWords::past_number(std::size_t at) const {
  constexpr std::size_t kMostCounted = 4;
  // "đối với các ông: A (Giám đốc Sở X), ông B (Giám đốc Sở Y)".
  if (reading_.is_any(at, {"các", "những"})) {
    const auto honorific = read_honorifics(reading_, at + 1);
    if (!honorific) return at;
    return reading_.is(honorific->last, ":") ? honorific->last + 1 : honorific->last;
  }
  if (reading_.quantity_at(at) == nullptr) return at;
  for (std::size_t t = at + 1; t <= at + kMostCounted; ++t) {
    if (reading_.is(t, ":")) return t + 1;
    if (lists(t)) return into_list(t);
  }
  return at;
}

}  // namespace trichluc
