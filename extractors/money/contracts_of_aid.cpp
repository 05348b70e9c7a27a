#include "extractors/money/contracts_of_aid.h"

#include <algorithm>

#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// The word for aid in "hợp đồng viện trợ", "hợp đồng tài trợ dự án …", perhaps in quotation marks.
const LexiconMatch* aid_behind(const Reading& reading, std::size_t contract) {
  constexpr std::size_t kFarthest = 3;
  for (std::size_t at = contract; at < std::min(contract + 2 + kFarthest, reading.tokens().size()); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && is_aid(*cue)) return cue;
  }
  return nullptr;
}

bool is_contract(const Reading& reading, std::size_t at) {
  return reading.is(at, "hợp") && reading.is(at + 1, "đồng");
}

}  // namespace

const LexiconMatch* contract_of_aid_above(const Reading& reading, const LexiconMatch& contract) {
  if (!is_contract(reading, contract.first) || is_aid(contract)) return nullptr;
  constexpr std::size_t kFarthest = 600;  // tokens
  const std::size_t from = contract.first > kFarthest ? contract.first - kFarthest : 0;
  for (std::size_t at = contract.first; at > from; --at) {
    if (!is_contract(reading, at - 1)) continue;
    if (const LexiconMatch* aid = aid_behind(reading, at - 1)) return aid;
  }
  return nullptr;
}

}  // namespace trichluc
