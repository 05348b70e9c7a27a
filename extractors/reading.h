// One document as the extractors see it: text, tokens, sentences, dictionary matches and quantities, made once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "extractors/quantity/quantity.h"
#include "extractors/token.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

class Reading {
 public:
  // Both must outlive the reading.
  Reading(const text::NormalizedText& text, const Dictionaries& dictionaries);

  const text::NormalizedText& text() const { return text_; }
  const Dictionaries& dictionaries() const { return dictionaries_; }
  const std::vector<Token>& tokens() const { return stream_.tokens; }
  const std::vector<Sentence>& sentences() const { return stream_.sentences; }
  const std::vector<Quantity>& quantities() const { return quantities_; }
  const std::vector<LexiconMatch>& matches() const { return matches_; }
  // The tokens that part clauses (";", ":"), ascending.
  const std::vector<std::uint32_t>& clause_marks() const { return clause_marks_; }

  // The matches of the named table, as indices of matches(), ascending.
  std::vector<std::uint32_t> matches_of(TableKey table) const;
  // … of several, ascending.
  std::vector<std::uint32_t> matches_of(std::initializer_list<TableKey> tables) const;
  // The longest match of the named table that starts at this token, or null.
  const LexiconMatch* match_at(std::size_t token, TableKey table) const {
    const bool any = token < count_ && (tables_at_[token] >> table.shelf() & 1U) != 0;
    return any ? one_of_matches_at(token, table) : nullptr;
  }
  // The longest match of the named table that ends just before this token, or null.
  const LexiconMatch* match_before(std::size_t token, TableKey table) const {
    const bool any = token > 0 && token <= count_ && (tables_before_[token - 1] >> table.shelf() & 1U) != 0;
    return any ? one_of_matches_before(token, table) : nullptr;
  }
  // May a match of one of these tables start at this token? Asked for every word of a text.
  bool may_match_at(std::size_t token, Shelves shelves) const {
    return token < count_ && (tables_at_[token] & shelves.bits()) != 0;
  }
  // The next match of the named table that starts in [first, last) of tokens, or null.
  const LexiconMatch* next_match(std::size_t first, std::size_t last, TableKey table) const;
  // The quantity that starts at this token, or null.
  const Quantity* quantity_at(std::size_t token) const {
    if (token >= count_ || quantity_index_[token] == 0) return nullptr;
    return &quantities_[quantity_index_[token] - 1];
  }

  std::string_view folded(std::size_t token) const { return stream_.tokens[token].folded; }
  // Is this token there, and is it this word (folded)?
  bool is(std::size_t token, std::string_view word) const {
    return token < count_ && stream_.tokens[token].folded == word;
  }
  bool is_any(std::size_t token, std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is(token, word); });
  }
  template <std::size_t N>
  bool is_any(std::size_t token, const std::string_view (&words)[N]) const {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return is(token, word); });
  }
  // Is this token there, and is it a word with a capital?
  bool is_capital_word(std::size_t token) const {
    return token < count_ && stream_.tokens[token].kind == TokenKind::kWord && stream_.tokens[token].capital;
  }
  // The first token of the paragraph or of a later one; how many tokens there are where none follows.
  std::size_t first_token_of(std::size_t paragraph) const {
    return paragraph < paragraph_starts_.size() ? paragraph_starts_[paragraph] : stream_.tokens.size();
  }
  // The text as read between the token and the one before it; empty for the first.
  std::string_view gap_before(std::size_t token) const;
  const Sentence& sentence_of(std::size_t token) const { return stream_.sentences[stream_.tokens[token].sentence]; }
  text::Section section_of(std::size_t token) const {
    return text_.paragraphs()[stream_.tokens[token].paragraph].section;
  }
  // Matches that no table has by itself, but the text defines ("(GPI, Hàn Quốc)"); ascending by their first token. No
  // match or quantity that was asked for before is valid any more.
  void add_matches(const std::vector<LexiconMatch>& matches);
  // Stretches that are already read as something else (dates, legal documents): no count or sum may stand on them.
  void mark_taken(const std::vector<Span>& spans);
  bool is_taken(const Quantity& quantity) const { return taken_[quantity.first] || taken_[quantity.last - 1]; }

  bool is_taken(std::size_t token) const { return taken_[token]; }

  // The first token that begins at this byte of the folded text or behind it; how many tokens there are where none
  // does.
  std::size_t token_from(std::size_t offset) const;
  // The bytes from the first token to the end of the last, [first, last) of tokens.
  Span span_of(std::size_t first, std::size_t last) const;
  // The words as in the source (NFC), for names and places; damaged letters and the recogniser's slips mended. What was
  // typed without marks stays so.
  std::string words(Span in_folded) const;
  // words(), with the marks that an unmarked text means; empty where nothing in them was mended or marked.
  std::string repaired(Span in_folded) const;
  // Do these words begin in a paragraph that was typed without marks?
  bool is_unmarked(Span in_folded) const;

 private:
  void index_matches();
  void index_paragraphs();
  void read_quantities();
  std::string spelled(Span in_folded, bool with_marks) const;
  const LexiconMatch* one_of_matches_at(std::size_t token, TableKey table) const;
  const LexiconMatch* one_of_matches_before(std::size_t token, TableKey table) const;

  const text::NormalizedText& text_;
  const Dictionaries& dictionaries_;
  TokenStream stream_;
  std::size_t count_;  // of tokens; asked for every word by every rule
  std::vector<LexiconMatch> matches_;
  std::vector<std::uint64_t> tables_at_;      // for each token: a bit for each shelf of a table with a match there
  std::vector<std::uint64_t> tables_before_;  // … with a match that ends with it
  std::vector<std::uint64_t> tables_in_;      // for each sentence: … with a match that begins in it
  std::vector<std::uint32_t> starts_;         // for each token, and one more: its first match in matches_
  std::vector<std::uint32_t> by_end_;         // matches in order of their last token
  std::vector<std::uint32_t> ends_;           // for each token, and one more: its first match in by_end_
  std::array<std::vector<std::uint32_t>, TableKey::kShelves> on_shelf_;  // matches of the tables that share it
  std::vector<std::uint32_t> paragraph_starts_;                          // for each paragraph: its first token
  std::vector<std::uint32_t> clause_marks_;
  std::vector<Quantity> quantities_;
  std::vector<std::uint32_t> quantity_index_;  // for each token: 1 + index of the quantity that starts there, or 0
  std::vector<bool> taken_;                    // for each token
};

}  // namespace trichluc
