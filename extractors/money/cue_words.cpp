#include "extractors/money/cue_words.h"

#include <algorithm>
#include <string_view>

#include "extractors/cue_verdict.h"
#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "3. Vốn đối ứng", "b) Vốn đối ứng", "Trong đó: Vốn đối ứng": its capital is the capital of a beginning.
bool opens_statement(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  const std::size_t first = reading.sentence_of(token).first;
  std::size_t at = token;
  while (at > first && tokens[at - 1].kind != TokenKind::kWord) {
    if (tokens[at - 1].folded == ":" || tokens[at - 1].folded == ";") return true;
    --at;
  }
  const bool letter = at == first + 1 && at < token && count_code_points(tokens[first].folded) == 1;
  return at == first || letter;
}

}  // namespace

bool is_aid(const LexiconMatch& cue) {
  return cue.value("verdict") == "aid" || cue.value("verdict") == "weak";
}
bool is_weak(const LexiconMatch& cue) {
  return cue.value("verdict") == "weak" || cue.value("verdict") == "takes";
}
bool is_no_aid(const LexiconMatch& cue) {
  return is_refusing_verdict(cue.value("verdict"));
}

namespace {

// "Bộ Kế hoạch và Đầu tư" is an office, no investment: such a cue with a capital inside a sentence is part of a name.
bool is_name(const Reading& reading, const LexiconMatch& cue) {
  const Token& first = reading.tokens()[cue.first];
  // A fund is what its name says, and so are the seat of an association at home ("Trung ương Hội"), the lottery ("Công
  // ty Xổ số") and Vietnamese abroad ("Việt kiều").
  if (!is_no_aid(cue) || cue.value("verdict") == "named") return false;
  return first.capital && !first.all_capitals && !opens_statement(reading, cue.first);
}

// "phí" in "kinh phí viện trợ": a short form inside a longer one that begins before it.
bool is_covered(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kLongestForm = 6;  // tokens
  for (std::size_t back = 1; back < kLongestForm && back <= cue.first; ++back) {
    const LexiconMatch* longer = reading.match_at(cue.first - back, kTable);
    if (longer == nullptr || longer->last < cue.last) continue;
    const std::string_view verdict = longer->value("verdict");
    if (verdict != "abroad" && verdict != "act") return true;
  }
  return false;
}

// "hỗ trợ người dân các tỉnh bị thiệt hại với tổng số tiền 100.000 USD": whom one helps, not what was lost.
bool is_trait_of_helped(const Reading& reading, const LexiconMatch& cue) {
  if (cue.value("verdict") != "loss" || !reading.is_any(cue.last, {"với", "tổng", "số"})) return false;
  const std::size_t sentence_first = reading.sentence_of(cue.first).first;
  std::size_t at = cue.first;
  if (at == sentence_first || !reading.is_any(at - 1, {"bị", "chịu"})) return false;
  // "tại 13 tỉnh bị thiệt hại với tổng ngân sách 12 triệu USD": what is laid out is no loss.
  std::size_t laid = cue.last + 1;
  if (reading.is(laid, "tổng")) ++laid;
  if (reading.is_any(laid, {"ngân", "kinh", "vốn"})) return true;
  for (; at > sentence_first && reading.tokens()[at - 1].kind == TokenKind::kWord; --at) {
    if (reading.is_any(at - 1, {"hỗ", "viện", "cứu", "giúp", "ủng"})) return true;
  }
  return false;
}

// "giúp khắc phục những thiệt hại sau bão, tặng 60.000 euro": what one helps with; a sum right behind it is the
// loss all the same.
bool is_what_is_mended(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kNearSum = 4;
  if (cue.value("verdict") != "loss") return false;
  const std::size_t floor = reading.sentence_of(cue.first).first;
  std::size_t at = cue.first;
  while (at > floor && reading.is_any(at - 1, {"những", "các", "hậu", "quả"})) --at;
  if (at < floor + 2 || !reading.is(at - 1, "phục") || !reading.is(at - 2, "khắc")) return false;
  const std::size_t end = std::min(cue.last + kNearSum, reading.sentence_of(cue.first).last);
  for (std::size_t next = cue.last; next < end && !reading.is(next, ","); ++next) {
    if (is_sum(reading, next)) return false;
  }
  return true;
}

}  // namespace

bool decides(const Reading& reading, const LexiconMatch& cue) {
  return (is_aid(cue) || is_no_aid(cue)) && !is_name(reading, cue) && !is_covered(reading, cue) &&
         !is_trait_of_helped(reading, cue) && !is_what_is_mended(reading, cue);
}

bool is_sum(const Reading& reading, std::size_t token) {
  const Quantity* quantity = reading.quantity_at(token);
  return quantity != nullptr && reading.match_at(quantity->last, "currencies") != nullptr;
}

}  // namespace trichluc
