#include "pipeline/query/search_matches.h"

#include <algorithm>

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

void add_phrase(const std::vector<IndexWord>& words, const SearchNode& node, bool expanded, std::vector<Span>& out) {
  const std::size_t size = node.words.size();
  for (std::size_t at = 0; at + size <= words.size(); ++at) {
    std::size_t same = 0;
    while (same < size && is_word(words[at + same], node.words[same], expanded)) ++same;
    if (same == size) out.push_back({words[at].span.begin, words[at + size - 1].span.end});
  }
}

void add_matches(const std::vector<IndexWord>& words, const SearchNode& node, bool expanded, std::vector<Span>& out) {
  if (node.kind == SearchNode::Kind::kPhrase) return add_phrase(words, node, expanded, out);
  const std::size_t shown = node.kind == SearchNode::Kind::kNot ? 1 : node.parts.size();
  for (std::size_t i = 0; i < shown; ++i) add_matches(words, node.parts[i], expanded, out);
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, const SearchNode& node, bool expanded) {
  std::vector<Span> matches;
  add_matches(store::index_words(text), node, expanded, matches);
  std::sort(matches.begin(), matches.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return matches;
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
