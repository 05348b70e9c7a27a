#include "extractors/money/beside_sum.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/countries.h"
#include "extractors/money/cue_words.h"
#include "extractors/money/givers.h"
#include "extractors/money/invested.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "phân bổ 4,8 tỷ đồng cho công tác cứu trợ khẩn cấp, cụ thể: Hà Tĩnh 560 triệu đồng": what the sum before is for says
// nothing of the next ones.
bool is_purpose_of_sum(const Reading& reading, const LexiconMatch& cue, std::size_t from) {
  std::size_t at = cue.first;
  if (at > from + 2 && reading.is(at - 1, "tác") && reading.is(at - 2, "công")) at -= 2;
  if (at < from + 2 || !reading.is(at - 1, "cho")) return false;
  const LexiconMatch* currency = reading.match_before(at - 1, "currencies");
  return currency != nullptr && currency->first >= from;
}

// "do nước ngoài tài trợ": the verb that closes what names a donor from abroad; null: none does.
const LexiconMatch* verb_of_donor(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kVerb = 2;  // tokens
  if (cue.value("verdict") != "abroad" || cue.last <= cue.first + kVerb) return nullptr;
  const LexiconMatch* verb = reading.match_at(cue.last - kVerb, kTable);
  return verb != nullptr && verb->last == cue.last && is_weak(*verb) ? verb : nullptr;
}

}  // namespace

const LexiconMatch* deciding_before(const Reading& reading, std::size_t end, std::size_t from) {
  while (const LexiconMatch* cue = last_match_before(reading, end, from, kTable)) {
    if (const LexiconMatch* verb = verb_of_donor(reading, *cue)) return verb;
    if (decides(reading, *cue) && !(is_weak(*cue) && is_purpose_of_sum(reading, *cue, from))) {
      if (const LexiconMatch* donor = investor_of(reading, *cue)) return donor;
      const LexiconMatch* giver = is_weak(*cue) ? domestic_giver(reading, *cue, from) : nullptr;
      return giver != nullptr ? giver : cue;
    }
    end = cue->first;
  }
  return nullptr;
}

bool is_purpose(const LexiconMatch& cue) {
  return cue.value("verdict") == "spent";
}

namespace {

// "tài trợ 1,3 tỷ đồng đầu tư xây trường": given, and then spent.
bool is_invested_gift(const Reading& reading, const LexiconMatch& cue, std::size_t first, std::size_t last) {
  if (cue.value("verdict") != "laid_out" || cue.first != last) return false;
  const LexiconMatch* gives = reading.match_before(first, kTable);
  return gives != nullptr && is_aid(*gives);
}

}  // namespace

std::size_t behind_brackets(const Reading& reading, std::size_t at, std::size_t end) {
  constexpr std::size_t kLongestBracket = 10;
  if (!reading.is(at, "(")) return at;
  for (std::size_t close = at + 1; close < std::min(at + kLongestBracket, end); ++close) {
    if (reading.is(close, ")")) return close + 1;
  }
  return at;
}

const LexiconMatch* deciding_after(const Reading& reading, std::size_t first, std::size_t last) {
  // "234 billion VND (13.7 million USD) in aid"
  const std::size_t behind = behind_brackets(reading, last, reading.sentence_of(first).last);
  if (behind > last && reading.is(behind, "in")) last = behind;
  for (std::size_t at = last; at < std::min(last + 3, reading.tokens().size()); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) {
      const bool spent = is_no_aid(*cue) && (is_purpose(*cue) || is_invested_gift(reading, *cue, first, last));
      return spent ? nullptr : cue;
    }
    // "2,5 tỷ đồng thực hiện tín dụng tiết kiệm": what it is spent on.
    if (reading.tokens()[at].kind == TokenKind::kMark || reading.is_any(at, {"và", "để", "kèm"}) ||
        (cue != nullptr && cue->value("verdict") == "act" && reading.is(at, "thực")))
      return nullptr;
  }
  return nullptr;
}

const LexiconMatch* left_and_moved(const Reading& reading, std::size_t first, std::size_t last) {
  const LexiconMatch* moves = reading.match_at(last, kTable);
  if (moves == nullptr || (moves->entry->form != "chuyển" && moves->entry->form != "dành")) return nullptr;
  while (first > 0 && reading.is_any(first - 1, {"là", "được", "còn"})) --first;
  const LexiconMatch* cue = reading.match_before(first, kTable);
  return cue != nullptr && is_no_aid(*cue) && decides(reading, *cue) ? cue : nullptr;
}

bool begins_sum(const Reading& reading, std::size_t at) {
  const LexiconMatch* bound = reading.match_at(at, "qualifiers");
  return is_sum(reading, bound != nullptr ? bound->last : at);
}

// "…, tương đương 1,5 triệu USD, do …": the same sum in another currency parts nothing.
std::size_t behind_equivalent(const Reading& reading, std::size_t at, std::size_t end) {
  constexpr std::size_t kFarthest = 7;
  if (!reading.is(at, ",") || !reading.is(at + 1, "tương") || !reading.is(at + 2, "đương")) return at;
  for (std::size_t next = at + 3; next < std::min(at + kFarthest, end); ++next) {
    if (!is_sum(reading, next)) continue;
    return reading.match_at(reading.quantity_at(next)->last, "currencies")->last;
  }
  return at;
}

const LexiconMatch* given_by(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kLongestGiver = 12;
  if (reading.is(last, ",") && reading.is(last + 1, "toàn") && reading.is(last + 2, "bộ")) last += 3;
  last = behind_equivalent(reading, behind_brackets(reading, last, end), end);
  if (reading.is(last, "được") || (reading.is(last, ",") && reading.is(last + 1, "do"))) ++last;
  if (last >= end || reading.folded(last) != "do") return nullptr;
  for (std::size_t at = last + 1; at < std::min(last + kLongestGiver, end); ++at) {
    // "do Bồ Đào Nha, Hy Lạp hỗ trợ": a row of countries.
    const bool row = reading.is(at, ",") && country_at(reading, at + 1) != nullptr;
    if ((reading.folded(at) == "," && !row) || is_sum(reading, at)) return nullptr;
    const LexiconMatch* cue = reading.match_at(at, kTable);
    // "…, do Quỹ X tài trợ 6 tỷ đồng": a part of it.
    if (cue != nullptr && decides(reading, *cue)) return begins_sum(reading, cue->last) ? nullptr : cue;
  }
  return nullptr;
}

}  // namespace trichluc
