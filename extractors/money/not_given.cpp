#include "extractors/money/not_given.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/money/sums_for_abroad.h"
#include "extractors/money/sums_from_home.h"

namespace trichluc {
namespace {

constexpr TableKey kCues = "money_cues";

// Between what was lost and its worth stand its name and whose gift it was, no other deed.
bool passes_over(const Reading& reading, std::size_t at) {
  if (reading.is(at, ",")) return reading.is_any(at + 1, {"trị", "ước", "tổng", "với", "giá"});
  if (reading.is_any(at, {";", ".", ":"}) || reading.match_at(at, "currencies") != nullptr) return false;
  const LexiconMatch* cue = reading.match_at(at, kCues);
  const std::string_view verdict = cue != nullptr ? cue->value("verdict") : std::string_view{};
  return verdict != "weak" && verdict != "takes" && verdict != "act";
}

// "để hư 3 tấn sữa bột viện trợ, trị giá 11 triệu đồng"
bool is_worth_of_lost(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 16;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.first; at > sentence && sum.first - at < kFarthest; --at) {
    const LexiconMatch* cue = reading.match_at(at - 1, kCues);
    if (cue != nullptr && cue->value("verdict") == "lost") return true;
    if (!passes_over(reading, at - 1)) return false;
  }
  return false;
}

// "… gửi 5.000 USD xây nhà văn hóa thôn có phải viện trợ không?": whether it is aid is what is asked.
bool is_asked_about(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestAid = 5;
  const Sentence& sentence = reading.sentence_of(sum.first);
  if (sentence.last < sum.last + 4 || !reading.is(sentence.last - 1, "?")) return false;
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    if (!reading.is(at, "có") || !reading.is_any(at + 1, {"phải", "được", "tính", "là", "coi"})) continue;
    for (std::size_t next = at + 1; next < std::min(at + kFarthestAid, sentence.last); ++next) {
      const LexiconMatch* cue = reading.match_at(next, kCues);
      if (cue != nullptr && cue->value("verdict") == "aid") return true;
    }
  }
  return false;
}

// "cơn bão khiến tỉnh mất 5.700 tỷ đồng"
bool is_told_lost(const Reading& reading, const Sum& sum) {
  return sum.bound.first > 0 && reading.is(sum.bound.first - 1, "mất");
}

// "Cứ 10 đồng viện trợ thì 4 đồng dành cho y tế": no gift is smaller than the smallest note.
bool is_saying(const Sum& sum) {
  constexpr int kSmallestNote = 1000;
  return sum.currency == "VND" && sum.amount && *sum.amount < Decimal{kSmallestNote, 0};
}

// "một khoản 5.000 USD cũng dài như khoản 500.000 USD", "một khoản 300 - 400 triệu đồng cũng phải qua 6 sở": of such a
// size, and none in particular.
bool is_example(const Reading& reading, const Sum& sum) {
  const std::size_t at = sum.bound.first;
  if (at < 2 || !reading.is(at - 1, "khoản")) return false;
  return reading.is(at - 2, "như") || (reading.is(at - 2, "một") && reading.is(sum.last, "cũng"));
}

// "Viện trợ PCPNN: 12 tỷ đồng; ODA: 230 tỷ đồng": mostly loans, and nothing says which part is a gift.
bool is_labelled_oda(const Reading& reading, const Sum& sum) {
  // "khoản ODA 2 triệu USD không hoàn lại"
  if (reading.is(sum.last, "không") && reading.is(sum.last + 1, "hoàn")) return false;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  std::size_t at = sum.bound.first;
  if (at > floor && reading.is(at - 1, ":")) --at;
  const LexiconMatch* label = at > floor ? reading.match_before(at, kCues) : nullptr;
  return label != nullptr && label->entry->form == "oda" && label->first >= floor;
}

// "6 dự án ODA đang triển khai với tổng vốn 145 triệu USD": the same of projects, unless a gift is told behind the
// word.
bool is_of_oda_projects(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 16;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.bound.first; at > floor + 1 && sum.bound.first - at < kFarthest; --at) {
    const LexiconMatch* cue = reading.match_at(at - 1, kCues);
    if (reading.is_any(at - 1, {";", ")"}) || reading.quantity_at(at - 1) != nullptr) return false;
    if (reading.is(at - 1, "oda")) return reading.is(at - 2, "án") || (at > 2 && reading.is(at - 3, "án"));
    if (cue != nullptr && (cue->value("verdict") == "aid" || !cue->value("stage").empty())) return false;
  }
  return false;
}

// "giải ngân đạt 350 tỷ đồng, bằng 148% kế hoạch, trong đó vốn ODA 273 tỷ đồng": what the part is, mostly loans, the
// whole is too.
bool has_oda_part(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  const LexiconMatch* parts = first_match_in(reading, sum.last, sentence.last, "part_words");
  if (parts == nullptr) return false;
  std::size_t at = parts->last;
  if (reading.is(at, ",")) ++at;
  if (reading.is(at, "vốn")) ++at;
  return reading.is(at, "oda") && !reading.is_any(at + 1, {"không", "viện"});
}

// "tổng vốn cam kết 126,4 triệu USD, gồm vốn vay 104,9 triệu USD và viện trợ …": the whole of loans and gifts.
bool has_loan_part(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 5;
  std::size_t at = sum.last;
  while (reading.is_any(at, {",", "(", ":"})) ++at;
  const LexiconMatch* parts = reading.match_at(at, "part_words");
  if (at == sum.last || (parts == nullptr && !reading.is(at, "gồm"))) return false;
  for (std::size_t next = at + 1; next < at + kFarthest && reading.quantity_at(next) == nullptr; ++next) {
    if (reading.is(next, "vay")) return true;
  }
  return false;
}

// "gây thiệt hại khoảng 320 tỷ đồng nhưng chưa vận động được khoản cứu trợ nào": what a storm did, whatever is told of
// relief behind it.
bool is_damage_done(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 5;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.bound.first; at > floor + 2 && sum.bound.first - at < kFarthest; --at) {
    if (reading.is(at - 1, "hại") && reading.is(at - 2, "thiệt")) return reading.is_any(at - 3, {"gây", "tổng"});
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
  }
  return false;
}

// "Vốn đối ứng năm 2020 giao 8,2 tỷ đồng, đến nay giải ngân 2,05 tỷ đồng": the sentence tells of counterpart funds, and
// of no aid.
bool is_of_counterpart_funds(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  constexpr std::size_t kLatestStart = 4;
  const Sentence& sentence = reading.sentence_of(sums[index].first);
  if (index == 0 || sums[index - 1].first < sentence.first) return false;
  const std::size_t end = index + 1 < sums.size() ? std::min(sums[index + 1].first, sentence.last) : sentence.last;
  bool told = false;
  for (std::size_t at = sentence.first; at < end; ++at) {
    told = told || (at < sentence.first + kLatestStart && reading.is(at, "đối") && reading.is(at + 1, "ứng"));
    if (!told && at >= sentence.first + kLatestStart) return false;
    const LexiconMatch* cue = reading.match_at(at, kCues);
    const std::string_view verdict = cue != nullptr ? cue->value("verdict") : std::string_view{};
    if (verdict == "aid" || verdict == "abroad" || (verdict == "weak" && at >= sums[index].last)) return false;
    if (reading.is_any(at, {";", "do"})) return false;
  }
  return told;
}

}  // namespace

std::string_view why_not_given(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  const Sum& sum = sums[index];
  if (is_worth_of_lost(reading, sum) || is_told_lost(reading, sum)) return "what was lost, not a sum given";
  if (is_damage_done(reading, sum)) return "what was lost, not a sum given";
  if (is_of_counterpart_funds(reading, sums, index)) return "counterpart funds";
  if (is_saying(sum)) return "a few coins are a saying, no sum given";
  if (is_example(reading, sum)) return "a sum of such a size, none in particular";
  if (is_asked_about(reading, sum)) return "asked whether it is aid, not told";
  if (is_labelled_oda(reading, sum) || is_of_oda_projects(reading, sum) || has_oda_part(reading, sum) ||
      has_loan_part(reading, sum))
    return "official development assistance, loans or gifts";
  const std::string_view abroad = why_for_abroad(reading, sums, index);
  return abroad.empty() ? why_from_home(reading, sum) : abroad;
}

}  // namespace trichluc
