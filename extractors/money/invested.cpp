#include "extractors/money/invested.h"

#include <string>

#include "extractors/money/givers.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "Quỹ Đông Tây Hội Ngộ đã đầu tư 3,5 triệu USD xây trường": what a donor from abroad lays out is given.
const LexiconMatch* investing_donor(const Reading& reading, const LexiconMatch& cue) {
  const std::size_t end = end_of_giver(reading, cue.first);
  const LexiconMatch* donor = reading.match_before(end, kTable);
  if (donor != nullptr && donor->value("verdict") == "abroad") return donor;
  const LexiconMatch* noun = reading.match_before(end, "head_nouns");
  return noun != nullptr && noun->value("of") == "ngo" ? noun : nullptr;
}

// "15 dự án phi chính phủ nước ngoài (giảm 34%) với tổng mức đầu tư 13,7 tỷ đồng": what projects of foreign NGOs cost
// is their aid.
const LexiconMatch* cost_of_ngo_projects(const Reading& reading, const LexiconMatch& cue) {
  std::size_t at = cue.first;
  const std::size_t floor = reading.sentence_of(at).first;
  if (at > floor && reading.is_any(at - 1, {"mức", "vốn"})) --at;
  if (at > floor && reading.is(at - 1, "tổng")) --at;
  if (at == cue.last - 2 || at == floor || !reading.is(at - 1, "với")) return nullptr;
  --at;
  if (at > floor && reading.is(at - 1, ")")) {
    while (at > floor && !reading.is(at, "(")) --at;
  }
  const LexiconMatch* noun = reading.match_before(at, "head_nouns");
  return noun != nullptr && noun->value("of") == "project" && is_project_of_ngos(*noun) ? noun : nullptr;
}

}  // namespace

bool is_project_of_ngos(const LexiconMatch& noun) {
  const std::string& form = noun.entry->form;
  return form.find("pcpnn") != std::string::npos || form.find("phi chính phủ") != std::string::npos;
}

const LexiconMatch* investor_of(const Reading& reading, const LexiconMatch& cue) {
  const bool laid_out = cue.value("verdict") == "laid_out";
  if (!laid_out && cue.entry->form != "vốn đầu tư") return nullptr;
  const LexiconMatch* projects = cost_of_ngo_projects(reading, cue);
  return projects != nullptr || !laid_out ? projects : investing_donor(reading, cue);
}

}  // namespace trichluc
