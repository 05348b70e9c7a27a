#include "extractors/official/later_office.h"

#include <algorithm>

#include "extractors/official/aside.h"
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
    if (reading.is_any(t - 2, {"điều", "phân", "luân", "tiếp", "chỉ", "bổ"}) &&
        reading.is_any(t - 1, {"động", "công", "chuyển", "nhận", "định", "nhiệm"}))
      return true;
  }
  return false;
}

}  // namespace

void take_office_given_later(const Reading& reading, const TitlesBehind& behind, Mention& mention) {
  // "chỉ định đồng chí A tham gia Ban Thường vụ và giữ chức Phó Bí thư": addressed, he need have no other office.
  if ((mention.positions.empty() && mention.honorific.empty()) || !is_moved(reading, mention.first)) return;
  const std::size_t end = std::min(mention.last + kMostBetween, reading.sentence_of(mention.last - 1).last);
  std::vector<ReadPosition> all;
  bool aside = false;
  for (std::size_t t = mention.last; t + 1 < end && !reading.is(t, ";"); ++t) {
    // "bổ nhiệm ông A, 30 tuổi (con trai ông B, Chủ tịch X), …": who stands in the brackets is not moved.
    const std::size_t noted = after_note(reading, t);
    aside = aside || noted > t;
    t = noted;
    if (!same_paragraph(reading, mention.first, t) || read_honorifics(reading, t)) break;
    const LexiconMatch* word = reading.match_at(t, "titles");
    if (word == nullptr || word->value("use") != "copula" || !reading.is_any(t, {"giữ", "lên"})) continue;
    const std::vector<ReadPosition> later = read_positions(reading, behind.after_copula(t));
    if (later.empty()) break;
    t = later.back().last - 1;
    all.insert(all.end(), later.begin(), later.end());
  }
  if (all.empty()) return;
  if (aside) {
    mention.title_apart = reading.span_of(all.front().first, all.back().last);
  } else {
    mention.last = all.back().last;
  }
  mention.positions.insert(mention.positions.end(), all.begin(), all.end());
}

}  // namespace trichluc
