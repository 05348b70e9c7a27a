#include "extractors/money/project_above.h"

#include <algorithm>

#include "extractors/countries.h"
#include "extractors/money/beside_sum.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

bool is_project(const Reading& reading, std::size_t at) {
  return (reading.is(at, "dự") && reading.is(at + 1, "án")) ||
         (reading.is(at, "chương") && reading.is(at + 1, "trình"));
}

// "dự án có …", "dự án này", "của dự án là": the one that was named before. "dự án cầu Bến Ngọc" names one.
bool points_up(const Reading& reading, std::size_t project) {
  const std::size_t next = project + 2;
  if (next >= reading.sentence_of(project).last || reading.tokens()[next].kind != TokenKind::kWord)
    return !reading.is_any(next, {"“", "\"", "‘", "'", "«"});
  static constexpr std::string_view kGoesOn[] = {"có",  "được", "sẽ",    "đã",    "này", "trên", "là",    "đạt",
                                                 "với", "trị",  "thực",  "triển", "kéo", "nhằm", "hướng", "khoảng",
                                                 "hơn", "gần",  "trong", "bao",   "gồm", "cũng", "do",    "xây",
                                                 "hỗ",  "giúp", "còn",   "ước",   "dự",  "bắt",  "tập"};
  // "dự án khoan 150 giếng": it does something, and has no name.
  const bool does = reading.quantity_at(next + 1) != nullptr && !reading.tokens()[next].capital;
  return reading.is_any(next, kGoesOn) || reading.quantity_at(next) != nullptr || does ||
         reading.match_at(next, "qualifiers") != nullptr;
}

// The project of the sum's own sentence, before the sum or right behind "với tổng kinh phí 3,2 tỷ đồng,".
bool is_of_project(const Reading& reading, std::size_t first, std::size_t last) {
  constexpr std::size_t kFarthest = 45;
  const Sentence& sentence = reading.sentence_of(first);
  for (std::size_t at = first; at > sentence.first && first - at < kFarthest; --at) {
    if (is_sum(reading, at - 1)) return false;
    if (is_project(reading, at - 1)) return points_up(reading, at - 1);
  }
  return reading.is(sentence.first, "với") && reading.is(last, ",") && is_project(reading, last + 1) &&
         points_up(reading, last + 1);
}

// "do Chính phủ Ai-len tài trợ", "do Nhật Bản viện trợ"
const LexiconMatch* country_that_pays(const Reading& reading, std::size_t at) {
  const LexiconMatch* country = country_at(reading, at);
  if (country == nullptr || at == 0) return nullptr;
  return reading.is_any(at - 1, {"phủ", "do"}) && reading.match_at(at, "places") == nullptr ? country : nullptr;
}

// Who is from abroad in these tokens; null: nobody.
const LexiconMatch* donor_in(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && cue->value("verdict") == "abroad" && cue->last <= to) return cue;
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (const LexiconMatch* country = country_that_pays(reading, at)) return country;
    if (noun == nullptr || noun->value("of") != "ngo") continue;
    if (noun->value("need") != "context" || body_abroad_at(reading, at, to)) return noun;
  }
  return nullptr;
}

// Whoever is named around a project that nobody pays for in its sentence may pay all the same.
bool may_have_donor(const Reading& reading, const Sentence& naming, std::size_t sum) {
  std::size_t from = naming.first;
  while (from > 0 && reading.tokens()[from - 1].paragraph == naming.paragraph) --from;
  if (donor_in(reading, from, sum) != nullptr) return true;
  for (std::size_t at = 0; at < from && reading.section_of(at) == text::Section::kTitle; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (cue != nullptr && (is_aid(*cue) || cue->value("verdict") == "abroad")) return true;
    if (noun != nullptr && noun->value("of") == "ngo") return true;
  }
  return false;
}

}  // namespace

ProjectAbove project_above(const Reading& reading, std::size_t first, std::size_t last) {
  constexpr std::size_t kMostSentences = 12;
  if (!is_of_project(reading, first, last)) return {};
  const std::size_t own = reading.tokens()[first].sentence;
  for (std::size_t s = own; s > 0 && own - s < kMostSentences; --s) {
    const Sentence& above = reading.sentences()[s - 1];
    std::size_t project = above.first;
    while (project < above.last && !is_project(reading, project)) ++project;
    if (project == above.last) continue;
    const LexiconMatch* cue = deciding_before(reading, above.last, above.first);
    if (cue != nullptr && is_aid(*cue) && (!is_weak(*cue) || donor_in(reading, above.first, above.last) != nullptr))
      return {true, cue};
    if (points_up(reading, project)) continue;
    if (cue != nullptr && is_no_aid(*cue)) return {true, nullptr};
    if (cue == nullptr) {
      if (const LexiconMatch* donor = donor_in(reading, above.first, above.last)) return {true, donor};
    }
    if (may_have_donor(reading, above, reading.sentences()[own].first)) return {};
    return {true, nullptr};
  }
  return {};
}

}  // namespace trichluc
