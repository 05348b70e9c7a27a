#include "extractors/official/career.h"

#include <algorithm>
#include <vector>

#include "extractors/official/aside.h"
#include "extractors/official/honorific.h"

namespace trichluc {
namespace {

// So far behind the person that is looked for.
constexpr std::size_t kMostBetween = 60;

bool is_copula_word(const LexiconMatch* word) {
  return word != nullptr && word->value("use") == "copula";
}

// "từng là", "trước đó là", "nguyên là": an office of another time. "từng là giáo viên" is none.
bool tells_of_other_time(const Reading& reading, const TitlesBehind& behind, std::size_t at) {
  const LexiconMatch* word = reading.match_at(at, "titles");
  return is_copula_word(word) && word->last - at >= 2 && reading.is_any(at, {"từng", "trước", "nguyên", "vốn"}) &&
         !read_positions(reading, behind.after_copula(at)).empty();
}

// "Trước đây, ông A từng công tác …, làm phó giám đốc": is what is told here long past?
bool is_told_of_past(const Reading& reading, std::size_t from, std::size_t at) {
  for (std::size_t t = from; t < at; ++t) {
    if (reading.is(t, "từng")) return true;
  }
  return false;
}

// Another person, or what somebody says: the sentence goes on with others. "là tiến sĩ kinh tế" is nobody.
bool turns_to_others(const Reading& reading, std::size_t at) {
  if (reading.is_any(at, {";", "\"", "(", "vợ", "chồng", "con", "cha", "mẹ", "mà", "nơi"})) return true;
  const auto honorific = read_honorifics(reading, at);
  if (!honorific) return title_at(reading, at) != nullptr;
  return !honorific->rank || read_name(reading, honorific->last, NameContext::kAfterHonorific).has_value();
}

// "(TP Đà Nẵng)": one past a note in which nobody is named, or `at`.
std::size_t after_bare_note(const Reading& reading, std::size_t at) {
  const std::size_t last = after_note(reading, at);
  for (std::size_t t = at; t < last; ++t) {
    if (read_honorifics(reading, t)) return at;
  }
  return last;
}

// "từ phó chủ tịch lên (giữ chức) chủ tịch HĐND tỉnh".
std::vector<ReadPosition> read_promotion(const Reading& reading, const TitlesBehind& behind, std::size_t at) {
  if (!reading.is(at, "từ") || title_at(reading, at + 1) == nullptr || !same_paragraph(reading, at, at + 1)) return {};
  std::vector<ReadPosition> all = read_positions(reading, at + 1);
  if (all.size() != 1 || !reading.is(all.back().last, "lên")) return {};
  const std::size_t word = all.back().last;
  const std::size_t next = behind.is_copula(word) ? behind.after_copula(word) : word + 1;
  const std::vector<ReadPosition> risen = read_positions(reading, next);
  if (risen.empty() || !same_paragraph(reading, at, next)) return {};
  all.insert(all.end(), risen.begin(), risen.end());
  return all;
}

// "Ông là Chủ tịch đầu tiên của huyện".
void drop_bodiless(std::vector<ReadPosition>& positions) {
  std::erase_if(positions, [](const ReadPosition& read) {
    return read.position.organization.empty() && read.title->value("use") != "alone";
  });
}

}  // namespace

std::size_t career_told_from(const Reading& reading, const TitlesBehind& behind, std::size_t at) {
  if (at == 0) return at;
  const Sentence& sentence = reading.sentence_of(at - 1);
  const std::size_t end = std::min(at + kMostBetween, sentence.last);
  for (std::size_t t = at; t + 1 < end; ++t) {
    t = after_bare_note(reading, t);
    if (t + 1 >= end || !same_paragraph(reading, at - 1, t + 1) || turns_to_others(reading, t)) return at;
    if (!reading.is(t, ",")) continue;
    if (behind.holds_several(t + 1) || tells_of_other_time(reading, behind, t + 1)) return t;
    if (reading.is(t + 1, "làm") && behind.is_copula(t + 1) && is_told_of_past(reading, sentence.first, t)) return t;
  }
  return at;
}

void take_career(const Reading& reading, const TitlesBehind& behind, Mention& mention) {
  if (mention.honorific.empty()) return;
  const std::size_t told = after_bare_note(reading, mention.last);
  std::vector<ReadPosition> career = read_promotion(reading, behind, told);
  if (career.empty()) {
    const std::size_t at = career_told_from(reading, behind, told);
    if (at == told && !(reading.is(told, ",") && behind.holds_several(told + 1))) return;
    career = behind.read_several(at);
    drop_bodiless(career);
  }
  if (career.empty()) return;
  mention.last = career.back().last;
  mention.positions.insert(mention.positions.end(), career.begin(), career.end());
}

}  // namespace trichluc
