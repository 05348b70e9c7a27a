#include "pipeline/query/search/search_places.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostWords = 4;  // "ba ria vung tau"

class PlaceNames {
 public:
  explicit PlaceNames(const Dictionaries& dictionaries) {
    for (const Entry& entry : dictionaries.table("places").entries()) {
      accented_.insert(entry.form);
      plain_.insert(text::fold_to_ascii(entry.form));
    }
  }

  // How many of these words, from `first`, are one name; 0: none.
  std::size_t words_at(const std::vector<SearchNode>& parts, std::size_t first) const {
    std::string typed;
    bool unaccented = true;
    std::size_t longest = 0;
    for (std::size_t count = 1; count <= kMostWords && first + count <= parts.size(); ++count) {
      const SearchNode& part = parts[first + count - 1];
      const bool word = part.kind == SearchNode::Kind::kPhrase && part.words.size() == 1 && !part.words[0].prefix;
      if (!word) break;
      typed += (typed.empty() ? "" : " ") + part.words[0].key;
      unaccented = unaccented && part.words[0].expands();
      if (count > 1 && (accented_.count(typed) > 0 || (unaccented && plain_.count(typed) > 0))) longest = count;
    }
    return longest;
  }

 private:
  std::set<std::string, std::less<>> accented_;
  std::set<std::string, std::less<>> plain_;
};

// "a and (b and c)" asks for the same as "a and b and c".
void flatten(SearchNode& node) {
  std::vector<SearchNode> flat;
  for (SearchNode& part : node.parts) {
    if (part.kind == SearchNode::Kind::kAnd) {
      flatten(part);
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(part));
    }
  }
  node.parts = std::move(flat);
}

void join(SearchNode& node, const PlaceNames& names) {
  if (node.kind == SearchNode::Kind::kAnd) flatten(node);
  for (SearchNode& part : node.parts) join(part, names);
  if (node.kind != SearchNode::Kind::kAnd) return;
  std::vector<SearchNode> joined;
  for (std::size_t at = 0; at < node.parts.size();) {
    const std::size_t words = std::max<std::size_t>(names.words_at(node.parts, at), 1);
    SearchNode part = std::move(node.parts[at]);
    for (std::size_t more = 1; more < words; ++more) part.words.push_back(node.parts[at + more].words[0]);
    joined.push_back(std::move(part));
    at += words;
  }
  node.parts = std::move(joined);
}

}  // namespace

void join_places(SearchNode& node, const Dictionaries& dictionaries) {
  join(node, PlaceNames(dictionaries));
}

}  // namespace trichluc
