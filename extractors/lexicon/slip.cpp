#include "extractors/lexicon/slip.h"

#include "pipeline/base/utf8.h"

namespace trichluc {

bool within_one_slip(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < a.size() && k < b.size()) {
    const CodePoint x = code_point_at(a, i);
    const CodePoint y = code_point_at(b, k);
    if (x.value != y.value) break;
    i += x.size;
    k += y.size;
  }
  const std::string_view rest_a = a.substr(i);
  const std::string_view rest_b = b.substr(k);
  if (rest_a.empty() || rest_b.empty()) return count_code_points(rest_a) + count_code_points(rest_b) <= 1;
  const std::string_view tail_a = rest_a.substr(code_point_at(rest_a, 0).size);
  const std::string_view tail_b = rest_b.substr(code_point_at(rest_b, 0).size);
  return tail_a == tail_b || rest_a == tail_b || tail_a == rest_b;
}

bool words_within_slips(std::string_view a, std::string_view b) {
  while (true) {
    const std::size_t end_a = a.find(' ');
    const std::size_t end_b = b.find(' ');
    if (!within_one_slip(a.substr(0, end_a), b.substr(0, end_b))) return false;
    if (end_a == std::string_view::npos || end_b == std::string_view::npos) return end_a == end_b;
    a.remove_prefix(end_a + 1);
    b.remove_prefix(end_b + 1);
  }
}

}  // namespace trichluc
