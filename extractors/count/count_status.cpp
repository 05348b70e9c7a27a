#include "extractors/count/count_status.h"

#include <algorithm>

namespace trichluc {
namespace {

// The next quantity that counts organisations or projects takes the words after it for itself.
std::size_t next_count(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const Quantity* quantity = reading.quantity_at(at);
    if (quantity == nullptr || reading.is_taken(*quantity)) continue;
    const LexiconMatch* head = reading.match_at(quantity->last, "head_nouns");
    if (head != nullptr && !head->value("of").empty()) return at;
  }
  return to;
}

}  // namespace

const LexiconMatch* status_of(const Reading& reading, std::string_view table, Clause count, Clause clause) {
  const std::size_t before = count.first;
  const std::size_t end = next_count(reading, count.last, clause.last);
  if (const LexiconMatch* found = first_match_in(reading, count.last, end, table)) return found;
  // "cấp mới giấy đăng ký cho 30 tổ chức": the words before, back to the previous number.
  std::size_t begin = before;
  while (begin > clause.first && reading.tokens()[begin - 1].kind != TokenKind::kNumber) --begin;
  if (const LexiconMatch* found = last_match_before(reading, before, begin, table)) return found;
  // "Số tổ chức tài trợ: 58 tổ chức": the label before the colon.
  if (clause.first == 0 || reading.folded(clause.first - 1) != ":") return nullptr;
  const Clause label = clause_of(reading, clause.first - 1);
  return last_match_before(reading, label.last, label.first, table);
}

}  // namespace trichluc
