#include "extractors/money/head_of_project.h"

#include <algorithm>

#include "extractors/money/beside_sum.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/businesses.h"
#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "trị giá", "tổng kinh phí", "(": what stands between a project and its cost.
bool leads_to_cost(const Reading& reading, std::size_t first) {
  if (reading.is_any(first - 1, {"(", "giá"})) return true;
  return reading.is_any(first - 1, {"phí", "vốn", "là"}) &&
         reading.is_any(first - 2, {"kinh", "tổng", "chi", "phí", "vốn"});
}

// "vốn đối ứng", "vay": not all of it is the donor's. "dự án tăng thu nhập" says what for.
bool tells_other_money(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is(at, "vay") || (reading.is(at, "đối") && reading.is(at + 1, "ứng"))) return true;
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && is_no_aid(*cue) && decides(reading, *cue) && cue->value("verdict") != "spent") return true;
  }
  return false;
}

bool is_project(const Reading& reading, std::size_t at) {
  const LexiconMatch* noun = reading.match_at(at, "head_nouns");
  return noun != nullptr && noun->value("of") == "project";
}

// Where the clause of the sum begins: behind the last sum, semicolon or colon.
std::size_t head_of_clause(const Reading& reading, std::size_t first, std::size_t floor) {
  std::size_t at = first;
  while (at > floor && !reading.is_any(at - 1, {";", ":"}) && !is_sum(reading, at - 1)) --at;
  return at;
}

}  // namespace

const LexiconMatch* head_of_project(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  constexpr std::size_t kToVerb = 8;      // tokens before the donor's name: "Cũng ở Bến Tre, tổ chức"
  constexpr std::size_t kToProject = 16;  // … between the name and the project
  constexpr std::size_t kFarthest = 45;   // … between the project and the sum
  constexpr std::size_t kBehind = 20;
  const Sentence& sentence = reading.sentence_of(first);
  if (first < sentence.first + 4 || !leads_to_cost(reading, first) || !topic.speaks_of_aid(first)) return nullptr;
  const std::size_t head = head_of_clause(reading, first, sentence.first);
  for (std::size_t at = head; at < std::min(head + kToVerb, first); ++at) {
    const auto body = body_abroad_at(reading, at, first);
    if (!body) continue;
    // "Chính phủ Đức công bố chương trình trị giá 200 tỷ euro": a state spends most at home.
    if (is_business(reading, body->name) || is_state(reading, body->name)) return nullptr;
    const std::size_t verb = behind_brackets(reading, body->last, first);
    for (std::size_t noun = verb; noun < std::min(verb + kToProject, first); ++noun) {
      // "Riêng WVI, trong giai đoạn 2006 - 2023 đã thực hiện 3 chương trình"
      const bool time = reading.is(noun, ",") && reading.is_any(noun + 1, {"trong", "từ", "giai", "năm", "đến"});
      if (reading.is_any(noun, {"với", "và", "cùng"}) || (reading.is(noun, ",") && !time)) return nullptr;
      if (!is_project(reading, noun)) continue;
      const bool near = first - noun < kFarthest;
      const bool other = tells_other_money(reading, verb, first) ||
                         tells_other_money(reading, last, std::min(last + kBehind, sentence.last));
      return near && !other ? cue_of_body(reading, at, body->name) : nullptr;
    }
    return nullptr;
  }
  return nullptr;
}

}  // namespace trichluc
