// The words of a text as the search index holds them. A word is a run of letters, digits and combining marks; its key
// is text::fold of it (case, Unicode form and tone placement folded, accents and đ kept), its plain key has no accents.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/base/span.h"

namespace trichluc::store {

// Stands before a plain key in the index, so that "vien" as written and "viện" without accents are two terms.
inline constexpr char kPlainMark = '~';

struct IndexWord {
  Span span;  // bytes
  std::string key;
  std::string plain;
  bool accented() const { return key != plain; }
};

// A text that begins with this holds terms of our own divided by blanks, each of them a word as it is.
inline constexpr char kOpaqueMark = '\x01';

// Can these letters bear marks at all? What cannot ("2022", "%", "ngh") is in the index once.
bool can_bear_marks(std::string_view plain);
// Invalid UTF-8 separates words.
std::vector<IndexWord> index_words(std::string_view text);

// The same for many texts: a word that has been met is not folded again. For one thread at a time.
class WordReader {
 public:
  std::vector<IndexWord> read(std::string_view text);

 private:
  struct Keys {
    std::string key, plain;
  };
  std::unordered_map<std::string, Keys> met_;
};

}  // namespace trichluc::store
