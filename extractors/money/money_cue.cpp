#include "extractors/money/money_cue.h"

#include <algorithm>

#include "extractors/clause.h"

namespace trichluc {
namespace {

constexpr std::string_view kTable = "money_cues";

// "Bộ Kế hoạch và Đầu tư" is an office, no investment: a cue written with a capital inside a sentence is part of a name.
bool is_name(const Reading& reading, const LexiconMatch& cue) {
  const Token& first = reading.tokens()[cue.first];
  return first.capital && cue.first != reading.sentence_of(cue.first).first && !first.all_capitals;
}

bool is_aid(const LexiconMatch& cue) { return cue.value("verdict") == "aid"; }
bool is_no_aid(const LexiconMatch& cue) { return cue.value("verdict") == "no"; }

// The nearest cue before `end` that decides; neutral ones ("giá trị") are passed over.
const LexiconMatch* deciding_before(const Reading& reading, std::size_t end, std::size_t from) {
  while (const LexiconMatch* cue = last_match_before(reading, end, from, kTable)) {
    if ((is_aid(*cue) || is_no_aid(*cue)) && !is_name(reading, *cue)) return cue;
    end = cue->first;
  }
  return nullptr;
}

// "12 tỷ đồng vốn đối ứng", "5 tỷ đồng từ nguồn viện trợ": a cue within two words after the sum, no mark between.
const LexiconMatch* deciding_after(const Reading& reading, std::size_t last) {
  for (std::size_t at = last; at < std::min(last + 3, reading.tokens().size()); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && (is_aid(*cue) || is_no_aid(*cue)) && !is_name(reading, *cue)) return cue;
    if (reading.tokens()[at].kind == TokenKind::kMark || reading.folded(at) == "và" || reading.folded(at) == "để") return nullptr;
  }
  return nullptr;
}

// The nearest stage word before the sum that no other sum stands between.
std::string stage_before(const Reading& reading, std::size_t first, std::size_t from) {
  for (std::size_t end = first; end > from; --end) {
    const Quantity* other = reading.quantity_at(end - 1);
    if (other != nullptr && reading.match_at(other->last, "currencies") != nullptr) return {};
    const LexiconMatch* cue = reading.match_before(end, kTable);
    if (cue != nullptr && cue->first >= from && !cue->value("stage").empty()) return std::string(cue->value("stage"));
  }
  return {};
}

const LexiconMatch* deciding_around(const Reading& reading, std::size_t first, std::size_t last, Clause clause) {
  if (const LexiconMatch* cue = deciding_after(reading, last)) return cue;
  if (const LexiconMatch* cue = deciding_before(reading, first, clause.first)) return cue;
  const Sentence& sentence = reading.sentence_of(first);
  if (const LexiconMatch* cue = deciding_before(reading, first, sentence.first)) return cue;
  // The rest of the clause: "trị giá 5 tỷ đồng do tổ chức X tài trợ".
  for (std::size_t at = last; at < clause.last; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && (is_aid(*cue) || is_no_aid(*cue)) && !is_name(reading, *cue)) return cue;
  }
  const std::size_t index = reading.tokens()[first].sentence;
  if (index == 0 || reading.sentences()[index - 1].paragraph != sentence.paragraph) return nullptr;
  const Sentence& before = reading.sentences()[index - 1];
  return deciding_before(reading, before.last, before.first);
}

}  // namespace

MoneyCue read_money_cue(const Reading& reading, std::size_t first, std::size_t last) {
  const Clause clause = clause_of(reading, first);
  MoneyCue cue;
  cue.word = deciding_around(reading, first, last, clause);
  if (cue.word == nullptr) {
    cue.reason = "nothing says that the sum is aid";
    return cue;
  }
  if (is_no_aid(*cue.word)) {
    cue.reason = "no aid: " + cue.word->entry->form;
    return cue;
  }
  cue.aid = true;
  cue.stage = stage_before(reading, first, clause.first);
  if (cue.stage.empty() && cue.word->first >= last) cue.stage = cue.word->value("stage");
  return cue;
}

}  // namespace trichluc
