#include "extractors/money/deciding_above.h"

#include "extractors/money/beside_sum.h"
#include "extractors/money/cue_words.h"
#include "extractors/money/told_above.h"

namespace trichluc {
namespace {

// Items of a list stand under the paragraph that introduces them, so many above at most.
constexpr std::size_t kMostListItems = 8;

// A paragraph has no more sentences than this above a sum that speak of it.
constexpr std::size_t kMostSentencesAbove = 100;
constexpr std::size_t kMostTokensAbove = 2000;

// "…, tỉnh đóng góp 1,3 tỷ đồng", "huyện đối ứng 9,4 tỷ đồng", "làm hỏng …": said of that sum alone, not of those in
// the next sentence.
bool is_own_share(const Reading& reading, const LexiconMatch& cue) {
  const bool verb = reading.is(cue.last - 1, "ứng") && cue.last == cue.first + 2 && begins_sum(reading, cue.last);
  return verb || cue.value("verdict") == "share" || cue.value("verdict") == "lost";
}

// "Vốn đối ứng của tỉnh gồm:", without a sum of its own: says of all items below what they are.
bool is_heading_of_items(const Reading& reading, const Sentence& sentence) {
  if (sentence.last == sentence.first || !reading.is(sentence.last - 1, ":")) return false;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    if (is_sum(reading, at)) return false;
  }
  return true;
}

}  // namespace

const LexiconMatch* deciding_above(const Reading& reading, std::size_t first) {
  const std::size_t paragraph = reading.tokens()[first].paragraph;
  const bool item = is_told_above(reading, first);
  const std::size_t sentence = reading.tokens()[first].sentence;
  for (std::size_t s = sentence; s > 0 && sentence - s < kMostSentencesAbove; --s) {
    const Sentence& before = reading.sentences()[s - 1];
    if (first - before.last > kMostTokensAbove) return nullptr;
    const bool inside = before.paragraph == paragraph;
    if (!inside && (!item || before.paragraph + kMostListItems < paragraph)) return nullptr;
    const LexiconMatch* cue = deciding_before(reading, before.last, before.first);
    if (cue != nullptr && is_own_share(reading, *cue)) cue = deciding_before(reading, cue->first, before.first);
    // What an item of a list says is no aid is said of that item alone.
    if (cue != nullptr && (inside || !is_no_aid(*cue) || is_heading_of_items(reading, before))) return cue;
  }
  return nullptr;
}

}  // namespace trichluc
