#include "extractors/reading.h"

namespace trichluc {

Reading::Reading(const text::NormalizedText& text, const Dictionaries& dictionaries)
    : text_(text), dictionaries_(dictionaries), stream_(tokenize(text)), matches_(dictionaries.find(stream_.tokens)) {
  const std::size_t count = stream_.tokens.size();
  starts_.resize(count);
  ends_.resize(count);
  for (std::size_t m = 0; m < matches_.size(); ++m) {
    starts_[matches_[m].first].push_back(m);
    ends_[matches_[m].last - 1].push_back(m);
  }
  quantities_ = scan_quantities(stream_.tokens, matches_);
  quantity_index_.resize(count, 0);
  for (std::size_t q = 0; q < quantities_.size(); ++q) quantity_index_[quantities_[q].first] = q + 1;
  taken_.resize(count, false);
}

const LexiconMatch* Reading::match_at(std::size_t token, std::string_view table) const {
  if (token >= starts_.size()) return nullptr;
  for (const std::size_t m : starts_[token]) {
    if (matches_[m].lexicon->name() == table) return &matches_[m];
  }
  return nullptr;
}

const LexiconMatch* Reading::match_before(std::size_t token, std::string_view table) const {
  if (token == 0 || token > ends_.size()) return nullptr;
  const LexiconMatch* longest = nullptr;
  for (const std::size_t m : ends_[token - 1]) {
    if (matches_[m].lexicon->name() != table) continue;
    if (longest == nullptr || matches_[m].first < longest->first) longest = &matches_[m];
  }
  return longest;
}

const Quantity* Reading::quantity_at(std::size_t token) const {
  if (token >= quantity_index_.size() || quantity_index_[token] == 0) return nullptr;
  return &quantities_[quantity_index_[token] - 1];
}

void Reading::mark_taken(const std::vector<Span>& spans) {
  for (const Span span : spans) {
    for (std::size_t t = 0; t < stream_.tokens.size(); ++t) {
      if (span.contains(stream_.tokens[t].span)) taken_[t] = true;
    }
  }
}

Span Reading::span_of(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  return {stream_.tokens[first].span.begin, stream_.tokens[last - 1].span.end};
}

std::string Reading::words(Span in_folded) const {
  return text::to_nfc(slice(text_.raw(), text_.to_raw(in_folded)));
}

}  // namespace trichluc
