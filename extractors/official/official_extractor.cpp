#include "extractors/official/official_extractor.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/official/abbreviation.h"
#include "extractors/official/mention.h"
#include "extractors/official/merge.h"
#include "extractors/official/roles.h"
#include "extractors/official/signature.h"
#include "extractors/official/signature_columns.h"
#include "extractors/official/signing_body.h"

namespace trichluc {

Readings OfficialExtractor::read(const Reading& reading) const {
  std::vector<Mention> mentions = find_mentions(reading);
  std::vector<Mention> signatures = find_signatures(reading);
  for (auto* find : {find_writers, find_signatures_in_columns}) {
    std::vector<Mention> more = find(reading);
    signatures.insert(signatures.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  read_roles(reading, mentions);
  complete_signatures(reading, mentions, signatures);
  mentions.insert(mentions.end(), std::make_move_iterator(signatures.begin()),
                  std::make_move_iterator(signatures.end()));
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.first < b.first; });
  expand(find_abbreviations(reading, mentions), mentions);
  Readings readings;
  readings.candidates = merge_mentions(reading, mentions);
  return readings;
}

}  // namespace trichluc
