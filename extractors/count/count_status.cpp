#include "extractors/count/count_status.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr std::string_view kTable = "statuses";

// The next quantity that counts organisations or projects takes the words after it for itself.
std::size_t next_count(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const Quantity* quantity = reading.quantity_at(at);
    if (quantity != nullptr && !reading.is_taken(*quantity) && reading.match_at(quantity->last, "head_nouns") != nullptr) return at;
  }
  return to;
}

// "hỗ trợ" (to support) names a donor only where nothing says more; of several words after the noun the first that is no
// mere support decides, else the first.
const LexiconMatch* first_status(const Reading& reading, std::size_t from, std::size_t to) {
  return first_match_in(reading, from, to, kTable);
}

}  // namespace

const LexiconMatch* status_of(const Reading& reading, std::size_t before, std::size_t after, Clause clause) {
  const std::size_t end = next_count(reading, after, clause.last);
  if (const LexiconMatch* found = first_status(reading, after, end)) return found;
  // "cấp mới giấy đăng ký cho 30 tổ chức": the words before, back to the previous number.
  std::size_t begin = before;
  while (begin > clause.first && reading.tokens()[begin - 1].kind != TokenKind::kNumber) --begin;
  return last_match_before(reading, before, begin, kTable);
}

}  // namespace trichluc
