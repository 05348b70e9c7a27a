#include "pipeline/query/search/search_matches.h"

#include <algorithm>
#include <map>

#include "pipeline/store/index_words.h"

namespace trichluc {
namespace {

using store::IndexWord;

bool is_word(const IndexWord& found, const SearchWord& wanted, bool expanded) {
  const bool plain = expanded && wanted.expands();
  const std::string& key = plain ? found.plain : found.key;
  const std::string& asked = plain ? wanted.plain : wanted.key;
  return wanted.prefix ? key.compare(0, asked.size(), asked) == 0 : key == asked;
}

class Finder {
 public:
  Finder(const std::vector<IndexWord>& words, bool expanded) : words_(words), expanded_(expanded) {}

  void add(const SearchNode& node) {
    if (node.kind == SearchNode::Kind::kPhrase) return add_phrase(node);
    const std::size_t shown = node.kind == SearchNode::Kind::kNot ? 1 : node.parts.size();
    for (std::size_t i = 0; i < shown; ++i) add(node.parts[i]);
  }

  std::vector<WordMatch> in_order() {
    std::sort(matches_.begin(), matches_.end(),
              [](const WordMatch& a, const WordMatch& b) { return a.span.begin < b.span.begin; });
    return std::move(matches_);
  }

 private:
  void add_phrase(const SearchNode& node) {
    const std::size_t size = node.words.size();
    for (std::size_t at = 0; at + size <= words_.size(); ++at) {
      std::size_t same = 0;
      while (same < size && is_word(words_[at + same], node.words[same], expanded_)) ++same;
      if (same == size) matches_.push_back({{words_[at].span.begin, words_[at + size - 1].span.end}, phrases_});
    }
    ++phrases_;
  }

  const std::vector<IndexWord>& words_;
  bool expanded_;
  std::size_t phrases_ = 0;
  std::vector<WordMatch> matches_;
};

}  // namespace

std::vector<WordMatch> find_matches(const std::vector<IndexWord>& words, const SearchNode& node, bool expanded) {
  Finder finder(words, expanded);
  finder.add(node);
  return finder.in_order();
}

void drop_matches_within(const std::vector<Span>& stretches, std::vector<WordMatch>& matches) {
  const auto inside = [&](const WordMatch& match) {
    return std::any_of(stretches.begin(), stretches.end(),
                       [&](Span stretch) { return match.span.begin < stretch.end && stretch.begin < match.span.end; });
  };
  matches.erase(std::remove_if(matches.begin(), matches.end(), inside), matches.end());
}

std::size_t best_match(const std::vector<WordMatch>& matches, std::size_t reach) {
  std::size_t best = 0;
  std::size_t most = 0;
  std::size_t last = 0;
  std::map<std::size_t, std::size_t> inside;  // phrases between `first` and `last`, and how often
  for (std::size_t first = 0; first < matches.size(); ++first) {
    while (last < matches.size() && matches[last].span.end <= matches[first].span.begin + reach) {
      ++inside[matches[last++].phrase];
    }
    if (inside.size() > most) {
      most = inside.size();
      best = first;
    }
    if (first < last && --inside[matches[first].phrase] == 0) inside.erase(matches[first].phrase);
    last = std::max(last, first + 1);
  }
  return best;
}

Span snippet_around(std::string_view text, Span match, std::size_t around) {
  std::size_t begin = match.begin > around ? match.begin - around : 0;
  std::size_t end = std::min(match.end + 2 * around, text.size());
  const auto blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (begin > 0 && begin < match.begin && !blank(begin - 1)) ++begin;
  while (end < text.size() && end > match.end && !blank(end)) --end;
  return {begin, end};
}

}  // namespace trichluc
