// A query as typed, read: words, "phrases", prefix*, AND OR NOT, parentheses, and filters such as year:2015..2020.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/store/index_words.h"

namespace trichluc {

struct SearchWord {
  std::string key, plain;
  bool prefix = false;
  // An unaccented word also stands for its accented forms; an accented one only for itself.
  bool expands() const { return key == plain && store::can_bear_marks(plain); }
};

struct SearchNode {
  enum class Kind { kPhrase, kAnd, kOr, kNot } kind = Kind::kPhrase;  // kNot: the first without the second
  std::vector<SearchWord> words;                                      // of a phrase
  std::vector<SearchNode> parts;                                      // of the other kinds, two or more; of kNot two
};

struct SearchFilters {
  std::optional<int> first_year, last_year;
  std::string place, official, type, currency, publisher, section, document;
  std::string amount_operator;  // one of = > < >= <=; empty: any amount
  double amount = 0;
  bool any() const;
};

struct SearchQuery {
  std::optional<SearchNode> node;  // empty: filters only
  SearchFilters filters;
  std::string words;  // what is no filter, as typed: the question
  bool plain = true;  // words alone: no "phrase", prefix*, operator or parenthesis
};

inline constexpr std::size_t kLongestQuery = 4096;  // bytes
// Errors are kBadArguments: too long, no UTF-8, an open quote or parenthesis, an unknown filter value, nothing asked.
Result<SearchQuery> parse_search(std::string_view typed);

// As an FTS5 expression over terms of the index, each quoted; `expanded`: unaccented words stand for accented ones too.
std::string to_fts5(const SearchNode& node, bool expanded);
// Is there a word that expands?
bool expands(const SearchNode& node);

}  // namespace trichluc
