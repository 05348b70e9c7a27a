#include "extractors/count/difference.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"

namespace trichluc {
namespace {

bool says_compared(const Reading& reading, std::size_t at) {
  return reading.is(at, "so") && (reading.is(at + 1, "với") || reading.is(at + 1, "cùng"));
}

// "so với" within the clause, before the next number that is counted.
bool is_compared(const Reading& reading, std::size_t from) {
  constexpr std::size_t kFarthest = 12;
  const std::size_t end = clause_of(reading, from - 1).last;
  for (std::size_t at = from; at + 1 < end && at < from + kFarthest; ++at) {
    if (reading.is(at, ",")) return false;
    if (says_compared(reading, at)) return true;
  }
  return false;
}

}  // namespace

bool is_difference(const Reading& reading, const Quantity& quantity, const LexiconMatch& head) {
  const Bound bound = read_bound(reading, quantity.first, quantity.last);
  const std::size_t from = reading.sentence_of(quantity.first).first;
  // "nhiều hơn 6 dự án so với năm 2015"; without a base the words are a bound.
  if (bound.word != nullptr && bound.word->entry->form == "nhiều hơn") return is_compared(reading, head.last);
  std::size_t at = bound.first;
  if (at > from && reading.is(at - 1, "từ")) --at;
  const bool more = at > from && reading.is(at - 1, "thêm");
  at = more ? at - 1 : bound.first;
  if (at == from) return false;
  // "quan hệ thêm từ 3 đến 4 tổ chức": those that are looked for are not there yet.
  if (more && reading.is_any(at - 1, {"hệ", "tìm", "mời", "gọi", "động"})) return true;
  // What rises "by" needs no base: "có 33 tổ chức, tăng 2 tổ chức"; what rises "to" has its own word ("tăng lên").
  if (reading.is(at - 1, "giảm") || reading.is(at - 1, "tăng")) return true;
  if (bound.word != nullptr && bound.word->entry->form == "hơn" && reading.is(at - 1, "ít")) return true;
  // "ít hơn năm trước 3 tổ chức"
  const std::size_t before_time = at;
  if (const LexiconMatch* time = reading.match_before(at, "relative_times"))
    at = std::max<std::size_t>(time->first, from);
  while (at > from && reading.is_taken(at - 1)) --at;
  const bool than = at < before_time && at > from + 1 && reading.is(at - 1, "hơn");
  return than && (reading.is(at - 2, "ít") || reading.is(at - 2, "nhiều"));
}

}  // namespace trichluc
