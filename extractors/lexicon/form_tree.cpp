#include "extractors/lexicon/form_tree.h"

#include <utility>

namespace trichluc {
namespace {

constexpr std::size_t kFirstSteps = 1U << 10U;

}  // namespace

FormTree::FormTree() : steps_(kFirstSteps), ends_(1, kNoForm) {}

std::size_t FormTree::slot_of(std::uint64_t key) const {
  const std::size_t mask = steps_.size() - 1;
  std::size_t at = mixed(key) >> 32U & mask;
  while (steps_[at].key != 0 && steps_[at].key != key) at = (at + 1) & mask;
  return at;
}

std::uint32_t FormTree::new_node() {
  ends_.push_back(kNoForm);
  return static_cast<std::uint32_t>(ends_.size() - 1);
}

std::uint32_t FormTree::root_of(int word) {
  const auto at = static_cast<std::size_t>(word);
  if (at >= roots_.size()) roots_.resize(at + 1, kNowhere);
  if (roots_[at] == kNowhere) roots_[at] = new_node();
  return roots_[at];
}

std::uint32_t FormTree::step(std::uint32_t node, int word) {
  const std::uint64_t key = key_of(node, word);
  const std::size_t at = slot_of(key);
  if (steps_[at].key == key) return steps_[at].node;
  const std::uint32_t made = new_node();
  steps_[at] = {key, made};
  hints_.set(hint_of(key));
  if (++used_ * 2 > steps_.size()) grow();
  return made;
}

void FormTree::grow() {
  const std::vector<Step> old = std::exchange(steps_, std::vector<Step>(steps_.size() * 2));
  for (const Step& each : old) {
    if (each.key != 0) steps_[slot_of(each.key)] = each;
  }
}

void FormTree::add(std::uint32_t form, const std::vector<int>& words) {
  std::uint32_t node = root_of(words.front());
  for (std::size_t i = 1; i < words.size(); ++i) node = step(node, words[i]);
  if (form >= behind_.size()) behind_.resize(form + 1, kNoForm);
  std::uint32_t* last = &ends_[node];
  while (*last != kNoForm) last = &behind_[*last];
  *last = form;
}

}  // namespace trichluc
