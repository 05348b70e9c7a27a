#include "extractors/lexicon/word_ids.h"

#include <utility>

#include "pipeline/base/word_ends.h"

namespace trichluc {
namespace {

constexpr std::size_t kFirstSlots = 1U << 10U;

std::uint64_t hash_of(std::string_view word) {
  return ends_of(word).hash();
}

}  // namespace

WordIds::WordIds() : slots_(kFirstSlots) {}

// The slot that holds the word, or the empty one where it would stand.
std::size_t WordIds::slot_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id >= 0 && !(slots_[at].hash == hash && *slots_[at].word == word)) at = (at + 1) & mask;
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
  slots_[at] = {hash, &words_.emplace_back(word), id};
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
