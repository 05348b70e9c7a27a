#include "extractors/money/series_of_aid.h"

#include "extractors/clause.h"

namespace trichluc {
namespace {

// The word of aid in the document's headline.
const LexiconMatch* aid_in_headline(const Reading& reading) {
  for (std::size_t at = 0; at < reading.tokens().size(); ++at) {
    const text::Section section = reading.section_of(at);
    if (section == text::Section::kBody) return nullptr;
    if (section != text::Section::kTitle) continue;
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue != nullptr && cue->value("verdict") == "aid") return cue;
  }
  return nullptr;
}

bool is_place(const Reading& reading, std::size_t end) {
  for (const TableKey table : {TableKey("places"), TableKey("districts")}) {
    const LexiconMatch* place = reading.match_before(end, table);
    if (place != nullptr && reading.is_capital_word(place->first)) return true;
  }
  return false;
}

// "2003 - 90 triệu", "Hà Nội (79 triệu", "Đà Nẵng: 41 triệu": a year or a place right before the figure.
bool is_labelled(const Reading& reading, std::size_t first, std::size_t from) {
  std::size_t at = first;
  while (at > from &&
         reading.is_any(at - 1, {"-", "–", "(", ":", "gần", "hơn", "trên", "khoảng", "xấp", "xỉ", "chừng"}))
    --at;
  if (at == from) return false;
  return is_place(reading, at) || (at < first && reading.is_taken(at - 1));
}

}  // namespace

const LexiconMatch* series_under_headline(const Reading& reading, const Topic& topic, std::size_t first) {
  constexpr int kFewest = 3;
  const Sentence& sentence = reading.sentence_of(first);
  if (!topic.speaks_of_ngos(first) || !is_labelled(reading, first, sentence.first)) return nullptr;
  int labelled = 0;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue != nullptr && cue->value("verdict") != "abroad" && cue->value("verdict") != "neutral") return nullptr;
    const Quantity* quantity = reading.quantity_at(at);
    if (quantity == nullptr || reading.is_taken(*quantity) || !quantity->scaled) continue;
    labelled += is_labelled(reading, at, sentence.first) ? 1 : 0;
  }
  return labelled >= kFewest ? aid_in_headline(reading) : nullptr;
}

}  // namespace trichluc
