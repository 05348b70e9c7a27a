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

bool is_bare_year(const Reading& reading, std::size_t at) {
  const std::string_view digits = reading.folded(at);
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20") &&
         reading.tokens()[at].kind == TokenKind::kNumber;
}

// What it is compared with, back from the number: "nhiều hơn năm 2015 là 16 tổ chức", "vượt kế hoạch 5 dự án", "ít hơn
// so với cùng kỳ tới 3 tổ chức". `at` where nothing of that kind stands there.
std::size_t start_of_base(const Reading& reading, std::size_t at, std::size_t from) {
  static constexpr std::string_view kWords[] = {"năm",   "kỳ",  "cùng", "giai", "đoạn", "trước", "ngoái", "kế",
                                                "hoạch", "chỉ", "tiêu", "so",   "với",  "đó",    "cuối",  "đầu"};
  constexpr std::size_t kLongestBase = 16;
  std::size_t first = at;
  if (first > from && reading.is_any(first - 1, {"là", "tới", "đến"})) --first;
  const std::size_t behind = first;
  while (first > from && at - first < kLongestBase) {
    const LexiconMatch* time = reading.match_before(first, "relative_times");
    const LexiconMatch* place = reading.match_before(first, "places");  // "nhiều hơn Quảng Bình 5 tổ chức"
    if (time != nullptr && time->first >= from) {
      first = time->first;
    } else if (place != nullptr && place->first >= from && reading.tokens()[place->first].capital) {
      first = place->first;
    } else if (reading.is_taken(first - 1) || reading.is_any(first - 1, kWords) || is_bare_year(reading, first - 1)) {
      --first;
    } else {
      break;
    }
  }
  return first < behind ? first : at;
}

// "nhiều hơn", "ít hơn", "cao hơn", "kém", "vượt", "hơn" before what it is compared with.
bool is_compared_before(const Reading& reading, std::size_t at, std::size_t from) {
  const std::size_t base = start_of_base(reading, at, from);
  return base < at && base > from && reading.is_any(base - 1, {"hơn", "kém", "vượt"});
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
  if (reading.is_any(at - 1, {"giảm", "tăng", "kém", "bớt"})) return true;
  // "thấp hơn 12 dự án so với năm 2019"
  if (bound.word != nullptr && bound.word->entry->form == "hơn" &&
      reading.is_any(at - 1, {"ít", "thấp", "cao", "đông"}))
    return true;
  return is_compared_before(reading, bound.first, from);
}

}  // namespace trichluc
