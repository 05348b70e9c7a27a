#include "extractors/lexicon/word_ids.h"

#include <utility>

namespace trichluc {
namespace {

constexpr std::size_t kFirstSlots = 1U << 10U;

}  // namespace

WordIds::WordIds() : slots_(kFirstSlots) {}

int WordIds::add(std::string_view word) {
  const WordEnds ends = ends_of(word);
  const std::size_t at = slot_of(word, ends);
  if (slots_[at].id >= 0) return slots_[at].id;
  const int id = static_cast<int>(words_.size());
  words_.emplace_back(word);
  slots_[at] = {ends, id};
  if (words_.size() * 2 > slots_.size()) grow();
  return id;
}

void WordIds::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id < 0) continue;
    std::size_t at = slot.ends.hash() & mask;
    while (slots_[at].id >= 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace trichluc
