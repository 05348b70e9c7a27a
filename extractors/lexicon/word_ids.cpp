#include "extractors/lexicon/word_ids.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace trichluc {
namespace {

constexpr std::size_t kFirstSlots = 1U << 10U;

// By the first and last eight bytes: words of Vietnamese have no more, and a general hash takes longer than the rest.
std::uint64_t hash_of(std::string_view word) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  std::memcpy(&head, word.data(), std::min(word.size(), kBytes));
  if (word.size() > kBytes) std::memcpy(&tail, word.data() + word.size() - kBytes, kBytes);
  const std::uint64_t mixed = (head ^ word.size()) * 0x9E3779B97F4A7C15ULL ^ tail * 0xC2B2AE3D27D4EB4FULL;
  return mixed ^ mixed >> 32U;
}

}  // namespace

WordIds::WordIds() : slots_(kFirstSlots) {}

// The slot that holds the word, or the empty one where it would stand.
std::size_t WordIds::slot_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id >= 0 && !(slots_[at].hash == hash && this->word(slots_[at].id) == word)) at = (at + 1) & mask;
  return at;
}

int WordIds::find(std::string_view word) const {
  return slots_[slot_of(word, hash_of(word))].id;
}

int WordIds::add(std::string_view word) {
  const std::uint64_t hash = hash_of(word);
  const std::size_t at = slot_of(word, hash);
  if (slots_[at].id >= 0) return slots_[at].id;
  const int id = static_cast<int>(words_.size());
  slots_[at] = {hash, id};
  words_.emplace_back(word);
  if (words_.size() * 2 > slots_.size()) grow();
  return id;
}

void WordIds::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id < 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id >= 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace trichluc
