#include "extractors/official/later_office.h"

#include <algorithm>

#include "extractors/official/honorific.h"

namespace trichluc {
namespace {

// So far behind the person that is looked for.
constexpr std::size_t kMostBetween = 60;

// "điều động", "phân công", "luân chuyển", "tiếp nhận", "chỉ định" before the person.
bool is_moved(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 6;
  // "hiệp thương cử ông A … tham gia Ủy ban và giữ chức Chủ tịch".
  if (first > 0 && reading.is_any(first - 1, {"cử", "bầu"})) return true;
  for (std::size_t t = first; t > 1 && first - t < kFarthest && same_paragraph(reading, t - 2, first); --t) {
    if (reading.is_any(t - 2, {"điều", "phân", "luân", "tiếp", "chỉ"}) &&
        reading.is_any(t - 1, {"động", "công", "chuyển", "nhận", "định"}))
      return true;
  }
  return false;
}

}  // namespace

void take_office_given_later(const Reading& reading, const TitlesBehind& behind, Mention& mention) {
  // "chỉ định đồng chí A tham gia Ban Thường vụ và giữ chức Phó Bí thư": addressed, he need have no other office.
  if ((mention.positions.empty() && mention.honorific.empty()) || !is_moved(reading, mention.first)) return;
  const std::size_t end = std::min(mention.last + kMostBetween, reading.sentence_of(mention.last - 1).last);
  for (std::size_t t = mention.last; t + 1 < end && !reading.is(t, ";"); ++t) {
    if (!same_paragraph(reading, mention.first, t) || read_honorifics(reading, t)) return;
    const LexiconMatch* word = reading.match_at(t, "titles");
    if (word == nullptr || word->value("use") != "copula" || !reading.is(t, "giữ")) continue;
    const std::vector<ReadPosition> later = read_positions(reading, behind.after_copula(t));
    if (later.empty()) return;
    mention.last = later.back().last;
    mention.positions.insert(mention.positions.end(), later.begin(), later.end());
    return;
  }
}

}  // namespace trichluc
