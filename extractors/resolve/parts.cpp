#include "extractors/resolve/parts.h"

#include <algorithm>
#include <optional>

#include "extractors/clause.h"
#include "extractors/resolve/headings.h"
#include "extractors/resolve/lies_within.h"
#include "extractors/resolve/list_lines.h"
#include "extractors/resolve/listed_parts.h"
#include "extractors/resolve/parts_by_sum.h"
#include "extractors/resolve/parts_in_row.h"
#include "extractors/resolve/parts_in_time.h"

namespace trichluc {
namespace {

// A whole stands no more figures away than this.
constexpr std::size_t kFarthest = 200;

std::size_t index_of(const Statement& statement, const std::vector<Candidate>& candidates) {
  return static_cast<std::size_t>(statement.candidate - candidates.data());
}

// "gia hạn cho 2 tổ chức (gồm A và B); cấp giấy đăng ký cho 1 tổ chức": the brackets around the word end before the
// part.
bool is_closed_before(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is(at, "(")) return false;
    if (reading.is(at, ")")) return true;
  }
  return false;
}

// "Có 11 dự án mới mở", "Giáo dục: 2,2 triệu USD.": a sentence that goes on with the parts which the one before it
// opened.
bool goes_on_with_parts(const Reading& reading, const Sentence& sentence) {
  constexpr std::size_t kShort = 12;
  if (reading.is(sentence.first, "có")) return true;
  if (sentence.last - sentence.first > kShort) return false;
  std::size_t at = sentence.first;
  while (at < sentence.last && reading.tokens()[at].kind == TokenKind::kWord) ++at;
  return at > sentence.first && at < sentence.last && reading.is(at, ":");
}

// "Trong đó, có 8 dự án làm tiếp. Có 11 dự án mới mở": the opening sentence, or the part's own.
std::size_t opening_of_parts(const Reading& reading, const Statement& part) {
  constexpr std::size_t kMostSentences = 8;
  std::size_t at = part.sentence;
  while (at > 0 && part.sentence - at < kMostSentences) {
    const Sentence& own = reading.sentences()[at];
    const Sentence& before = reading.sentences()[at - 1];
    if (before.paragraph != own.paragraph || !goes_on_with_parts(reading, own)) break;
    --at;
    if (reading.match_at(before.first, "part_words") != nullptr) return at;
  }
  return part.sentence;
}

// "Trong đó, UBND tỉnh quản lý 18 khoản …", "Cụ thể, Tổ chức X tài trợ 1,06 triệu USD …" at the head of a paragraph:
// the whole stands in the paragraph above, or above the picture that parts the two.
bool opens_parts_of_above(const Reading& reading, const Statement& part) {
  const Sentence& sentence = reading.sentences()[opening_of_parts(reading, part)];
  const bool heads = sentence.first == reading.first_token_of(part.paragraph);
  const LexiconMatch* word = heads ? reading.match_at(sentence.first, "part_words") : nullptr;
  return word != nullptr && word->last <= part.first;
}

// "Số tiền trợ giúp của nước này cũng bao gồm 3,5 triệu USD thuốc men", "Con số trên gồm 2 triệu USD tiền mặt và …" at
// the head of a paragraph: parts of the sum told above.
bool names_sum_above(const Reading& reading, const Statement& part) {
  constexpr std::size_t kLongestName = 24;
  const Sentence& sentence = reading.sentences()[part.sentence];
  const std::size_t first = sentence.first;
  if (first != reading.first_token_of(part.paragraph)) return false;
  const bool sum = (reading.is(first, "số") && reading.is_any(first + 1, {"tiền", "vốn"})) ||
                   (reading.is(first, "con") && reading.is(first + 1, "số")) ||
                   (reading.is_any(first, {"khoản", "gói"}) &&
                    reading.is_any(first + 1, {"viện", "hỗ", "tài", "tiền", "này", "trên"}));
  if (!sum) return false;
  for (std::size_t at = first + 2; at < part.first && at < first + kLongestName; ++at) {
    if (reading.quantity_at(at) != nullptr && !reading.is_taken(*reading.quantity_at(at))) return false;
    if (reading.is(at, "gồm")) return true;
  }
  return false;
}

constexpr std::size_t kMostItems = 10;  // of a list

bool is_list_item(const Reading& reading, const Statement& part) {
  return reading.is_any(reading.first_token_of(part.paragraph), {"-", "–", "+", "*", "•"});
}

// "… giải ngân 14,27 tỷ đồng, gồm:", then "+ Giáo dục: 3,85 tỷ;": an item of the list that the whole's paragraph opens.
bool is_item_of(const Reading& reading, const Statement& whole, const Statement& part) {
  if (whole.paragraph >= part.paragraph || part.paragraph - whole.paragraph > kMostItems) return false;
  if (!is_list_item(reading, part)) return false;
  // "- Y tế: 3 triệu USD, gồm:" and further down "- Giáo dục: 2 triệu USD": items beside one another.
  if (reading.folded(reading.first_token_of(whole.paragraph)) == reading.folded(reading.first_token_of(part.paragraph)))
    return false;
  const std::size_t end = reading.first_token_of(whole.paragraph + 1);
  if (end < whole.last + 2 || !reading.is(end - 1, ":")) return false;
  const LexiconMatch* word = reading.match_before(end - 1, "part_words");
  return word != nullptr && word->first >= whole.last;
}

// "… thêm hơn 6,3 tỷ đồng viện trợ: Tổ chức X 870 triệu đồng; Tổ chức Y 2,1 tỷ đồng; …": an item of the list behind
// the colon that follows the whole.
bool is_listed_behind(const Reading& reading, const Statement& whole, const Statement& part) {
  if (part.sentence != whole.sentence || part.first < whole.last) return false;
  std::size_t colon = whole.last;
  while (colon < part.first && !reading.is_any(colon, {":", ";"})) ++colon;
  // "y tế: 3 triệu USD; giáo dục: 2 triệu USD": the colon of the next item opens no list.
  if (colon == part.first || reading.is(colon, ";")) return false;
  const std::size_t end = reading.sentences()[whole.sentence].last;
  for (std::size_t at = colon; at < end; ++at) {
    if (reading.is(at, ";")) return true;
  }
  return false;
}

bool stands_above(const Statement& whole, const Statement& part) {
  constexpr std::size_t kFarthestParagraph = 2;
  return whole.paragraph < part.paragraph && part.paragraph - whole.paragraph <= kFarthestParagraph;
}

// The sum that is named again is a whole itself, and a list of what it pays for may stand between.
bool is_part_of_named(const Reading& reading, const Statement& whole, const Statement& part) {
  const bool near = whole.paragraph < part.paragraph && part.paragraph - whole.paragraph <= kMostItems;
  return near && !measure_of(whole.candidate->fact)->part_of->has_value() && names_sum_above(reading, part);
}

// "21 triệu USD, bằng 94% năm 1998 (22,8 triệu USD), chia theo hình thức: …": the brackets hold the value of the year
// that is compared with, and close before the parts.
bool is_base_in_brackets(const Reading& reading, const Statement& whole, const Statement& part) {
  const std::size_t figure = figure_of(reading, whole);
  const bool of_year = figure > 1 && reading.is(figure - 1, "(") && reading.is_taken(figure - 2);
  return of_year && is_closed_before(reading, whole.last, part.first);
}

// "trong đó" between the two, in one sentence or the next of the same paragraph, or at the head of the part's.
bool among_which(const Reading& reading, const Statement& whole, const Statement& part) {
  if (is_item_of(reading, whole, part)) return true;
  if (is_part_of_named(reading, whole, part)) return true;
  if (stands_above(whole, part)) return opens_parts_of_above(reading, part);
  const std::size_t opening = opening_of_parts(reading, part);
  if (part.paragraph != whole.paragraph || opening > whole.sentence + 1) return false;
  if (opening < part.sentence)
    return whole.sentence + 1 == opening && !measure_of(whole.candidate->fact)->part_of->has_value();
  // "Trong số 490 tổ chức …, có 160 tổ chức": the whole itself is led by the words.
  const bool led = whole.first >= 2 && reading.is(whole.first - 1, "số") &&
                   (reading.is(whole.first - 2, "trong") || reading.is(whole.first - 2, "tổng"));
  // "Trong 45 dự án có 20 dự án về y tế": so is a count, at the head of its sentence.
  const bool headed = whole.first >= 1 && reading.is(whole.first - 1, "trong") &&
                      std::holds_alternative<CountFact>(whole.candidate->fact) &&
                      (whole.first - 1 == clause_of(reading, whole.first).first || reading.is(whole.first - 2, ","));
  if ((led || headed) && part.sentence == whole.sentence && part.first >= whole.last) return true;
  // In the part's own sentence: what one sentence says of its parts does not reach into the next.
  const std::size_t from = std::max(whole.last, reading.sentences()[part.sentence].first);
  const LexiconMatch* word = first_match_in(reading, from, part.last, "part_words");
  while (word != nullptr && is_closed_before(reading, word->last, part.first))
    word = first_match_in(reading, word->last, part.last, "part_words");
  return word != nullptr;
}

// "Lũy kế đã nhận 5 triệu USD; riêng quý này 300.000 USD", "… đạt 2,9 triệu USD. Riêng hai huyện A, B tiếp nhận 640
// nghìn USD": the word in the part's clause, after the whole, and a time within the whole's.
bool is_set_apart(const Reading& reading, const Statement& whole, const Statement& part, const AidValueFact& large,
                  const AidValueFact& small) {
  const bool there = large.place == small.place || large.place == "Việt Nam";
  if (part.paragraph != whole.paragraph || whole.last > part.first || !there) return false;
  // "… 6,4 triệu USD. Trong đó y tế chiếm 44%. Riêng huyện A nhận 420.000 USD, huyện B 260.000 USD": what opens a
  // sentence is set apart of what is told before it.
  constexpr std::size_t kFarthestSentence = 2;
  const bool opens = reading.is(reading.sentences()[part.sentence].first, "riêng");
  if (opens && part.sentence == whole.sentence) return false;
  const bool near = part.sentence <= whole.sentence + (opens ? kFarthestSentence : 1);
  const bool told_together = near && small.period == large.period;
  const bool in_time = (part.sentence == whole.sentence || (opens && near)) && lies_within(small.period, large.period);
  if (small.period.empty() || !(in_time || told_together)) return false;
  if (opens) return true;
  const std::size_t from = std::max(whole.last, clause_of(reading, part.first).first);
  for (std::size_t at = from; at < figure_of(reading, part); ++at) {
    if (reading.is(at, "riêng")) return true;
  }
  return false;
}

// "Lai Châu (1,4 triệu USD)", "huyện Đồng Văn 300.000 USD" name their own place.
bool is_named_in_front(const Reading& reading, const Statement& part) {
  const std::size_t figure = figure_of(reading, part);
  if (figure < 2) return false;
  // A table's cell has its place in a column.
  const bool cell = part.candidate->rule == "table.sum" || part.candidate->rule == "table.total";
  if (cell && !reading.is(figure - 1, "(")) return false;
  const std::size_t end = figure - (reading.is(figure - 1, "(") ? 1 : 0);
  return reading.match_before(end, "places") != nullptr || reading.match_before(end, "districts") != nullptr;
}

// "Huyện A tiếp nhận nhiều nhất, 1,05 triệu USD", "cao nhất với 3 triệu USD": right before the figure.
bool is_greatest(const Reading& reading, const Statement& part) {
  std::size_t at = figure_of(reading, part);
  if (at > 2 && reading.is_any(at - 1, {",", "với", ":"})) --at;
  return at > 1 && reading.is(at - 1, "nhất") && reading.is_any(at - 2, {"nhiều", "cao", "lớn"});
}

// "Ba tổ chức viện trợ cao nhất là A 9 tỷ đồng, B 7 tỷ đồng": the greatest are parts of the total of their time.
bool is_among_greatest(const Reading& reading, const Statement& part) {
  const Sentence& sentence = reading.sentences()[part.sentence];
  const LexiconMatch* word = last_match_before(reading, figure_of(reading, part), sentence.first, "part_words");
  return (word != nullptr && word->value("note") == "greatest") || is_greatest(reading, part);
}

// "Số tiền 4,5 triệu USD còn lại là viện trợ y tế", "còn lại 4,5 triệu USD cho giáo dục": what is left of a sum told in
// the sentences before.
bool is_rest(const Reading& reading, const Statement& part, const Statement& whole) {
  constexpr std::size_t kMostSentences = 2;
  if (part.paragraph != whole.paragraph || part.sentence > whole.sentence + kMostSentences) return false;
  const auto tells = [&](std::size_t at) { return reading.is(at, "còn") && reading.is(at + 1, "lại"); };
  const std::size_t figure = figure_of(reading, part);
  return tells(part.last) || (figure >= whole.last + 2 && tells(figure - 2));
}

// "Hai dự án còn lại gồm dự án X (102.000 USD) và dự án Y (89.000 USD)", "Số còn lại là …": the sentence tells what is
// left, here or in the paragraph above.
bool names_rest(const Reading& reading, const Statement& part, const Statement& whole) {
  constexpr std::size_t kLongestSubject = 8;
  constexpr std::size_t kMostParagraphs = 2;
  if (part.paragraph - whole.paragraph > kMostParagraphs || whole.sentence > part.sentence) return false;
  const std::size_t first = reading.sentences()[part.sentence].first;
  for (std::size_t at = first; at < std::min(first + kLongestSubject, part.first); ++at) {
    if (reading.tokens()[at].kind == TokenKind::kMark) return false;
    if (reading.is(at, "còn") && reading.is(at + 1, "lại")) return true;
  }
  return false;
}

bool less(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b && *a < *b;
}

bool is_part_of_sum(const Reading& reading, const Statement& part, const Statement& whole) {
  const auto* small = std::get_if<AidValueFact>(&part.candidate->fact);
  const auto* large = std::get_if<AidValueFact>(&whole.candidate->fact);
  if (small == nullptr || large == nullptr || small->currency != large->currency || !less(small->amount, large->amount))
    return false;
  if (is_base_in_brackets(reading, whole, part)) return false;
  if (among_which(reading, whole, part)) return true;
  const bool in_time = small->period.empty() || large->period.empty() || lies_within(small->period, large->period);
  if (in_time && is_listed_behind(reading, whole, part)) return true;
  if (is_set_apart(reading, whole, part, *large, *small)) return true;
  const bool listed = is_named_in_front(reading, part) || is_among_greatest(reading, part);
  const bool total = !is_named_in_front(reading, whole) && large->donor.empty() && !large->part_of;
  // What one gave for a purpose is no part of what another one gave at that time.
  const bool own = large->donor.empty() || large->donor == small->donor;
  const bool purpose = ((!small->sector.empty() && own) || (listed && total)) && large->sector.empty();
  const bool same_place = small->place == large->place || small->place.empty() || large->place == "Việt Nam";
  if (!purpose || small->period.empty() || small->period != large->period || !same_place) return false;
  // The lines right below it were weighed together: all of them are parts of it, or none.
  return lead_of_list(reading, part.paragraph) != std::optional(whole.paragraph);
}

// "có 32 tổ chức, nhưng chỉ 7 tổ chức làm về nước sạch", "12 tổ chức, 5 tổ chức trong số đó ở vùng cao".
bool is_some_of(const Reading& reading, const Statement& whole, const Statement& part) {
  if (part.sentence != whole.sentence || part.first < whole.last) return false;
  const bool behind = reading.is(part.last, "trong") && reading.is(part.last + 1, "số") &&
                      reading.is_any(part.last + 2, {"đó", "này", "ấy"});
  std::size_t at = figure_of(reading, part);
  if (reading.is(at - 1, "có")) --at;
  const bool but_few = at > 1 && reading.is(at - 1, "chỉ") && reading.is_any(at - 2, {"nhưng", "song"});
  return behind || but_few;
}

bool is_part_of_count(const Reading& reading, const Statement& part, const Statement& whole) {
  const auto* small = std::get_if<CountFact>(&part.candidate->fact);
  const auto* large = std::get_if<CountFact>(&whole.candidate->fact);
  if (small == nullptr || large == nullptr || small->of != large->of || !less(small->value, large->value)) return false;
  return among_which(reading, whole, part) || is_some_of(reading, whole, part);
}

// "45/60 tổ chức", "33 trên tổng số 41 tổ chức": the part stands right before its whole.
bool is_ratio(const Statement& part, const Statement& whole) {
  constexpr std::size_t kLongest = 3;
  const auto* small = std::get_if<CountFact>(&part.candidate->fact);
  const auto* large = std::get_if<CountFact>(&whole.candidate->fact);
  const bool apart = part.last < whole.first && whole.first - part.last <= kLongest;
  if (small == nullptr || large == nullptr || small->of != large->of || !apart || !less(small->value, large->value))
    return false;
  return part.candidate->rule == "count.part_of_whole" && part.sentence == whole.sentence;
}

bool is_cell(const Statement& statement) {
  return statement.candidate->rule == "count.table_cell";
}

// The row "Tổng cộng" below a column of counts.
bool is_total_below(const Reading& reading, const Statement& part, const Statement& whole) {
  constexpr std::size_t kLongestTable = 40;
  constexpr std::size_t kLongestLabel = 3;  // "Tổng số", "Tổng cộng:"
  const auto* small = std::get_if<CountFact>(&part.candidate->fact);
  const auto* large = std::get_if<CountFact>(&whole.candidate->fact);
  if (small == nullptr || large == nullptr || small->of != large->of || !less(small->value, large->value)) return false;
  const std::size_t row = reading.first_token_of(whole.paragraph);
  bool sum =
      reading.section_of(whole.first) == text::Section::kTable && (reading.is(row, "tổng") || reading.is(row, "cộng"));
  for (std::size_t back = 1; back <= kLongestLabel && back <= whole.first; ++back)
    sum = sum || reading.is(whole.first - back, "tổng") || reading.is(whole.first - back, "cộng");
  return is_cell(part) && is_cell(whole) && sum && whole.paragraph - part.paragraph <= kLongestTable;
}

// Only a sum for a purpose, a named place or one of the greatest finds its whole in another paragraph, or behind it.
bool may_stand_far(const Reading& reading, const Statement& part) {
  const auto* sum = std::get_if<AidValueFact>(&part.candidate->fact);
  if (sum == nullptr || sum->period.empty()) return false;
  return !sum->sector.empty() || is_named_in_front(reading, part) || is_among_greatest(reading, part);
}

// "đã phê duyệt 12 dự án, trong đó 5 dự án y tế": what is told of the whole holds for a part of which nothing is told.
void share_status(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    auto* part = std::get_if<CountFact>(&candidate.fact);
    if (part == nullptr || !part->part_of || !part->status.empty()) continue;
    const auto* whole = std::get_if<CountFact>(&candidates[*part->part_of].fact);
    if (whole != nullptr && whole->kind == part->kind) part->status = whole->status;
  }
}

// "giải ngân 14 tỷ đồng, gồm: y tế 1,7 tỷ": the same of a sum's stage.
void share_stage(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    auto* part = std::get_if<AidValueFact>(&candidate.fact);
    if (part == nullptr || !part->part_of || part->stage != "unspecified") continue;
    const auto* whole = std::get_if<AidValueFact>(&candidates[*part->part_of].fact);
    if (whole != nullptr) part->stage = whole->stage;
  }
}

// "đã vọt lên 118,4 triệu USD (2009), trong đó PEPFAR 88,6 triệu USD": a part in the sentence of its whole is of its
// time where no other stands between them.
void share_time(const Reading& reading, std::vector<Statement>& statements, const std::vector<Candidate>& candidates) {
  std::vector<const Statement*> by_candidate(candidates.size());
  for (const Statement& each : statements) by_candidate[index_of(each, candidates)] = &each;
  for (Statement& part : statements) {
    const auto* sum = std::get_if<AidValueFact>(&part.candidate->fact);
    if (sum == nullptr || !sum->part_of) continue;
    const Statement* whole = by_candidate[*sum->part_of];
    if (whole == nullptr || whole->sentence != part.sentence || whole->last > part.first) continue;
    const auto* large = std::get_if<AidValueFact>(&whole->candidate->fact);
    if (large == nullptr || large->period.empty() || large->period == sum->period) continue;
    std::size_t from = whole->last;
    while (reading.is(whole->last, "(") && from < part.first && !reading.is(from, ")")) ++from;
    if (tells_date(reading, from, part.last) || reading.is_taken(part.last) || reading.is_taken(part.last + 1))
      continue;
    replace_period(*part.candidate, large->period, whole->candidate->span);
  }
}

// Is there a bracket that opens between the two tokens and does not close before the second?
bool is_bracketed(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = to; at > from; --at) {
    if (reading.is(at - 1, ")")) return false;
    if (reading.is(at - 1, "(")) return true;
  }
  return false;
}

// "phê duyệt 20 dự án (15 dự án mới, 5 dự án gia hạn)": what the bracket behind a count holds adds up to it.
std::optional<std::size_t> whole_before_bracket(const Reading& reading, const std::vector<Statement>& statements,
                                                std::size_t part) {
  const auto* small = std::get_if<CountFact>(&statements[part].candidate->fact);
  if (small == nullptr || !small->value) return std::nullopt;
  const auto beside = [&](std::size_t other) -> const CountFact* {
    const auto* count = std::get_if<CountFact>(&statements[other].candidate->fact);
    const bool same = count != nullptr && count->of == small->of && count->value &&
                      statements[other].sentence == statements[part].sentence;
    return same ? count : nullptr;
  };
  std::size_t whole = part;
  while (whole > 0 && beside(whole - 1) != nullptr &&
         !is_bracketed(reading, statements[whole - 1].last, figure_of(reading, statements[part])))
    --whole;
  if (whole == 0 || beside(whole - 1) == nullptr) return std::nullopt;
  --whole;
  std::optional<Decimal> sum = Decimal{};
  std::size_t parts = 0;
  for (std::size_t at = whole + 1; at < statements.size() && beside(at) != nullptr && sum; ++at, ++parts) {
    if (!is_bracketed(reading, statements[whole].last, figure_of(reading, statements[at]))) break;
    sum = add(*sum, *beside(at)->value);
  }
  const auto& total = beside(whole)->value;
  const bool equal = sum && !(*sum < *total) && !(*total < *sum);
  return parts > 1 && equal ? std::optional(whole) : std::nullopt;
}

// Before the part the nearest whole; a total may also stand after its parts.
std::optional<std::size_t> whole_of(const Reading& reading, const std::vector<Statement>& statements,
                                    std::size_t part) {
  if (part + 1 < statements.size() && is_ratio(statements[part], statements[part + 1])) return part + 1;
  for (std::size_t w = part + 1; is_cell(statements[part]) && w < statements.size() && w - part <= kFarthest; ++w) {
    if (is_total_below(reading, statements[part], statements[w])) return w;
  }
  if (const auto whole = whole_before_bracket(reading, statements, part)) return whole;
  const bool far = may_stand_far(reading, statements[part]);
  const bool above = opens_parts_of_above(reading, statements[part]);
  const bool item = is_list_item(reading, statements[part]) || names_sum_above(reading, statements[part]);
  for (std::size_t w = part; w-- > 0 && part - w <= kFarthest;) {
    const bool apart = statements[w].paragraph != statements[part].paragraph;
    const bool may_reach = far || (above && stands_above(statements[w], statements[part])) ||
                           (item && statements[part].paragraph - statements[w].paragraph <= kMostItems);
    if (apart && !may_reach) break;
    if (is_part_of_sum(reading, statements[part], statements[w]) ||
        is_part_of_count(reading, statements[part], statements[w]))
      return w;
  }
  for (std::size_t w = part + 1; far && w < statements.size() && w - part <= kFarthest; ++w) {
    if (is_part_of_sum(reading, statements[part], statements[w])) return w;
  }
  return std::nullopt;
}

// The figure that a percentage divides: the last one before it, not far away.
const Statement* divided_by(const std::vector<Statement>& statements, const Candidate& share) {
  constexpr std::size_t kFarthestBytes = 400;
  auto at = std::partition_point(statements.begin(), statements.end(),
                                 [&](const Statement& s) { return s.candidate->span.begin < share.span.begin; });
  if (at == statements.begin()) return nullptr;
  --at;
  const std::size_t end = std::min(share.span.begin, at->candidate->span.end);
  return share.span.begin - end < kFarthestBytes ? &*at : nullptr;
}

// "y tế (40%), giáo dục (35%) và nước sạch (25%)": percentages of one sentence divide one whole, however far it stands.
bool are_in_row(const Reading& reading, const std::vector<Statement>& statements, const Candidate& first,
                const Candidate& second) {
  const auto after = std::partition_point(statements.begin(), statements.end(),
                                          [&](const Statement& s) { return s.candidate->span.begin < first.span.end; });
  if (after != statements.end() && after->candidate->span.begin < second.span.begin) return false;
  const auto& tokens = reading.tokens();
  const std::size_t a = reading.token_from(first.span.begin);
  const std::size_t b = reading.token_from(second.span.begin);
  return a < tokens.size() && b < tokens.size() && tokens[a].sentence == tokens[b].sentence;
}

// After all that is told or adds up: what is left is a part of the nearest sum before it that is no part itself.
void join_rests(const Reading& reading, std::vector<Statement>& statements, const std::vector<Candidate>& candidates) {
  constexpr std::size_t kNear = 12;  // figures
  for (std::size_t p = 1; p < statements.size(); ++p) {
    auto* part = std::get_if<AidValueFact>(&statements[p].candidate->fact);
    if (part == nullptr || part->part_of) continue;
    for (std::size_t w = p; w-- > 0 && p - w <= kNear;) {
      if (!is_rest(reading, statements[p], statements[w]) && !names_rest(reading, statements[p], statements[w])) break;
      const auto* whole = std::get_if<AidValueFact>(&statements[w].candidate->fact);
      if (statements[w].sentence == statements[p].sentence && !is_rest(reading, statements[p], statements[w])) continue;
      const bool larger = whole != nullptr && whole->currency == part->currency && less(part->amount, whole->amount);
      if (!larger || whole->part_of || !may_lie_within(part->place, whole->place)) continue;
      part->part_of = index_of(statements[w], candidates);
      break;
    }
  }
}

// "… trong đó y tế 720.000 USD. Riêng hai huyện A và B nhận 640.000 USD": what a sentence sets apart of a part is a
// part of the same whole.
std::size_t index_beside(const Reading& reading, const Statement& part, const Statement& whole,
                         const std::vector<Candidate>& candidates) {
  const auto& above = *measure_of(whole.candidate->fact)->part_of;
  const bool opens = reading.is(reading.sentences()[part.sentence].first, "riêng");
  return opens && above && part.sentence != whole.sentence ? *above : index_of(whole, candidates);
}

}  // namespace

void resolve_parts(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates) {
  join_listed_parts(reading, statements, candidates);
  for (std::size_t p = 0; p < statements.size(); ++p) {
    if (measure_of(statements[p].candidate->fact)->part_of->has_value()) continue;  // its table told
    if (const auto whole = whole_of(reading, statements, p)) {
      *measure_of(statements[p].candidate->fact)->part_of =
          index_beside(reading, statements[p], statements[*whole], candidates);
      take_period(*statements[p].candidate, *statements[*whole].candidate);
    }
  }
  join_parts_by_sum(reading, statements, candidates);
  join_rests(reading, statements, candidates);
  join_parts_in_row(reading, statements, candidates);
  join_parts_in_time(statements, candidates);
  share_time(reading, statements, candidates);
  share_status(candidates);
  share_stage(candidates);
  const Candidate* before = nullptr;  // the share before
  for (Candidate& candidate : candidates) {
    auto* share = std::get_if<ShareFact>(&candidate.fact);
    if (share == nullptr) continue;
    const Statement* whole = share->of ? nullptr : divided_by(statements, candidate);
    if (whole != nullptr) {
      share->of = index_of(*whole, candidates);
    } else if (before != nullptr && !share->of && are_in_row(reading, statements, *before, candidate)) {
      share->of = std::get<ShareFact>(before->fact).of;
    }
    before = &candidate;
  }
}

}  // namespace trichluc
