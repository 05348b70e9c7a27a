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

}  // namespace trichluc
