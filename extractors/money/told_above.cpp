#include "extractors/money/told_above.h"

#include <algorithm>
#include <string_view>

#include "extractors/clause.h"
#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

// Items of a list ("- Y tế: 14.320 triệu đồng") stand under the paragraph that introduces them.
constexpr std::size_t kLongestListItem = 30;  // tokens

bool is_short_paragraph(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  const std::size_t paragraph = tokens[token].paragraph;
  std::size_t begin = token;
  while (begin > 0 && tokens[begin - 1].paragraph == paragraph && token - begin <= kLongestListItem) --begin;
  std::size_t end = token;
  while (end < tokens.size() && tokens[end].paragraph == paragraph && end - begin <= kLongestListItem) ++end;
  return end - begin <= kLongestListItem;
}

// "+ Y tế: 696.000 USD (40,6%), bao gồm …", "- Dự án \"Xây trường X\": 84.177 USD, xây …": the sum right behind the
// label of an item, however long the item goes on.
bool is_labelled_item(const Reading& reading, std::size_t first) {
  constexpr std::size_t kLongestLabel = 20;
  const std::size_t begin = reading.first_token_of(reading.tokens()[first].paragraph);
  if (first < begin + 3 || first - begin > kLongestLabel || !reading.is(first - 1, ":")) return false;
  if (!reading.is_any(begin, {"-", "–", "+", "*", "•"})) return false;
  for (std::size_t at = begin + 1; at + 1 < first; ++at) {
    if (reading.is_any(at, {":", "."}) || is_sum(reading, at)) return false;
  }
  return true;
}

// "Cơ cấu theo lĩnh vực: y tế 1,5 triệu USD (25%); giáo dục …", "Trong đó, …": parts of what is told above.
bool is_breakdown(const Reading& reading, std::size_t first) {
  constexpr std::size_t kLongestHeading = 10;
  const Sentence& sentence = reading.sentence_of(first);
  if (reading.match_at(sentence.first, "part_words") != nullptr) return true;
  const std::size_t end = std::min(sentence.first + kLongestHeading, first);
  for (std::size_t at = sentence.first; at < end; ++at) {
    if (reading.is(at, ":")) return first_match_in(reading, sentence.first, at, "share_words") != nullptr;
  }
  return false;
}

bool opens_time(const Reading& reading, std::size_t at) {
  const Quantity* number = reading.quantity_at(at);
  if (number != nullptr && reading.is(number->last, "tháng")) return true;
  return reading.is(at, "năm") || reading.is(at, "nửa") || reading.is(at, "quý") || reading.is(at, "cả") ||
         reading.match_at(at, "relative_times") != nullptr;
}

// "Năm 2015 còn được 4,4 triệu USD", "dự kiến cả năm khoảng 3,5 triệu USD": a time and its level, and nothing that says
// of what; that stands above.
bool is_level_of_time(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 9;
  // "Năm 2021: 3,15 triệu USD": the time stands before the colon.
  const bool labelled = first > 2 && reading.is(first - 1, ":") && clause_of(reading, first).first == first;
  std::size_t at = clause_of(reading, labelled ? first - 2 : first).first;
  for (std::size_t comma = first; comma > at; --comma) {
    if (reading.is(comma - 1, ",")) at = comma;
  }
  if (first > at + kFarthest) return false;
  if (reading.is_any(at, {"-", "–"})) ++at;
  if (const LexiconMatch* word = reading.match_at(at, "expectations")) at = word->last;
  if (at >= first || !opens_time(reading, at)) return false;
  static constexpr std::string_view kVerbs[] = {"được", "có",  "đạt",   "là",    "còn",
                                                "năm",  "nay", "ngoái", "trước", "mới"};
  const bool told = std::any_of(std::begin(kVerbs), std::end(kVerbs),
                                [&](std::string_view verb) { return reading.is(first - 1, verb); });
  return told || labelled || reading.tokens()[first - 1].kind == TokenKind::kNumber;
}

// "Mỗi năm tỉnh nhận được bao nhiêu viện trợ?", then "Năm 2021: 3,15 triệu USD …": what the question in the paragraph
// above asks for.
bool answers_question(const Reading& reading, std::size_t first) {
  const std::size_t begin = reading.first_token_of(reading.tokens()[first].paragraph);
  return begin > 0 && reading.is(begin - 1, "?") && is_level_of_time(reading, first);
}

}  // namespace

bool is_answer(const Reading& reading, std::size_t first) {
  const std::size_t begin = reading.first_token_of(reading.tokens()[first].paragraph);
  return (reading.is(begin, "-") || reading.is(begin, "–")) && is_level_of_time(reading, first);
}

bool is_told_above(const Reading& reading, std::size_t first) {
  return is_short_paragraph(reading, first) || is_labelled_item(reading, first) || is_breakdown(reading, first) ||
         is_answer(reading, first) || answers_question(reading, first);
}

const LexiconMatch* giver_in_headline(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthestCost = 6;
  constexpr std::size_t kLongestGiver = 12;
  const std::size_t floor = reading.sentence_of(first).first;
  bool cost = false;
  for (std::size_t at = first; at > floor && first - at < kFarthestCost; --at)
    cost = cost || (reading.is(at - 1, "phí") && at > 1 && reading.is(at - 2, "kinh"));
  if (!cost) return nullptr;
  for (std::size_t at = 0; at < first && reading.section_of(at) == text::Section::kTitle; ++at) {
    if (!reading.is(at, "do")) continue;
    bool foreign = false;
    for (std::size_t next = at + 1; next < std::min(at + kLongestGiver, first); ++next) {
      const LexiconMatch* cue = reading.match_at(next, "money_cues");
      const LexiconMatch* noun = reading.match_at(next, "head_nouns");
      const LexiconMatch* country = reading.is(next, "(") ? reading.match_at(next + 1, "organizations") : nullptr;
      foreign = foreign || (cue != nullptr && cue->value("verdict") == "abroad") ||
                (noun != nullptr && noun->value("of") == "ngo") ||
                (country != nullptr && country->value("kind") == "country");
      if (cue != nullptr && is_aid(*cue)) return foreign ? cue : nullptr;
    }
  }
  return nullptr;
}

}  // namespace trichluc
