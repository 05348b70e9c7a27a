#include "extractors/official/official_extractor.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/official/abbreviation.h"
#include "extractors/official/english_offices.h"
#include "extractors/official/mention.h"
#include "extractors/official/merge.h"
#include "extractors/official/roles.h"
#include "extractors/official/signature.h"
#include "extractors/official/signature_columns.h"
#include "extractors/official/signing_body.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

void add_in_order(std::vector<Mention> more, std::vector<Mention>& mentions) {
  if (more.empty()) return;
  mentions.insert(mentions.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.first < b.first; });
}

// English passages are read by a grammar of their own: what it reads stands for what the other made of the same words.
void take_english(const Reading& reading, std::vector<Mention>& mentions) {
  std::vector<Mention> english = find_english_mentions(reading);
  std::erase_if(mentions, [&](const Mention& mention) {
    return std::any_of(english.begin(), english.end(),
                       [&](const Mention& other) { return mention.first < other.last && other.first < mention.last; });
  });
  add_in_order(std::move(english), mentions);
}

// "Trưởng Ban Chỉ đạo" heads the "Ban Chỉ đạo": the title's last word is the body's first.
void name_whole_bodies(std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    for (ReadPosition& read : mention.positions) {
      const std::string_view head = read.title->value("head");
      std::string& body = read.position.organization;
      if (head.empty() || body.empty()) continue;
      if (!text::fold(body).starts_with(text::fold(head) + " ")) body = std::string(head) + " " + body;
    }
  }
}

}  // namespace

Readings OfficialExtractor::read(const Reading& reading) const {
  std::vector<Mention> mentions = find_mentions(reading);
  take_english(reading, mentions);
  std::vector<Mention> signatures = find_signatures(reading);
  for (auto* find : {find_writers, find_signatures_in_columns}) {
    std::vector<Mention> more = find(reading);
    signatures.insert(signatures.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  read_roles(reading, mentions);
  complete_signatures(reading, mentions, signatures);
  add_in_order(std::move(signatures), mentions);
  expand(find_abbreviations(reading, mentions), mentions);
  name_whole_bodies(mentions);
  Readings readings;
  readings.candidates = merge_mentions(reading, mentions);
  return readings;
}

}  // namespace trichluc
