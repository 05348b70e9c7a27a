// Words that stand side by side in the dictionaries, and with their help words whose tone mark was misread: "tố chức"
// on a scan is "tổ chức", because no form holds the first and one holds the second.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/token.h"

namespace trichluc {

class WordPairs {
 public:
  // The words must outlive this.
  void add(std::string_view first, std::string_view second);
  // Puts the right word in place of every misread one of recognised text. A word that a known neighbour stands by is
  // left alone, and so is one for which two words would do.
  void mend(std::vector<Token>& tokens) const;

 private:
  using Pair = std::pair<std::string_view, std::string_view>;

  bool is_known(const Token& first, const Token& second) const {
    return known_.count({first.folded, second.folded}) > 0;
  }
  // The known pair that this one is but for one tone mark; null where there is none, or more than one.
  const Pair* meant(const Token& first, const Token& second) const;

  std::set<Pair> known_;
  std::map<std::pair<std::string, std::string>, std::vector<Pair>> by_letters_;  // without tone marks
};

}  // namespace trichluc
