// Where a document says that it puts a figure right (dictionaries/vi/correction_words.tsv): "đính chính", "số liệu đúng
// là". Pages are looked at only when they are asked for, and remembered.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/query/observation.h"

namespace trichluc {

// For one thread, within a reading of the archive.
class SelfCorrections {
 public:
  SelfCorrections(store::Database& database, const Dictionaries& dictionaries);

  // The words stand in the headline or near the figure: the document speaks of a mistake in it.
  bool is_near(const Observation& observation);

  // How plainly the figure is told as the right one: its own sentence says so before it; else the headline.
  enum class Plainness { kNot, kHeadline, kSentence };
  Plainness plainness(const Observation& observation);

 private:
  bool says_so(const std::string& folded) const;
  // Somewhere on it: of most pages nothing more has to be looked at.
  bool page_says_so(const Observation& observation);
  bool headline_says_so(const Observation& observation);
  // Code points [from, to) of the page that proves it.
  std::string slice(const Observation& observation, std::int64_t from, std::int64_t to);
  Plainness look(const Observation& observation);

  store::Statement slice_, page_;
  std::vector<std::string> words_;
  std::unordered_map<std::int64_t, bool> near_;            // by fact
  std::unordered_map<std::int64_t, Plainness> plainness_;  // by fact
  std::unordered_map<std::int64_t, bool> headlines_;       // by document
  std::map<std::pair<std::int64_t, int>, bool> pages_;     // by document and number
};

}  // namespace trichluc
