// Titles and bodies as keys, so that "nguyên Giám đốc Sở KH&ĐT tỉnh X" and "Giám đốc Sở Kế hoạch và Đầu tư X" speak of
// one office. The words are those of dictionaries/vi/offices.tsv.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

enum class Tenure { kHeld, kActing, kFormer };
std::string_view name_of(Tenure tenure);  // "held", "acting", "former"

struct Office {
  Tenure tenure = Tenure::kHeld;
  std::string title;  // folded, without "nguyên" and "quyền"
  std::string body;   // folded, abbreviations in full, without the place
  std::string place;  // as written; empty: the whole country, or not known
  // Enough is known to tell this office from that of the same name elsewhere: offices are compared only then.
  bool located = false;
  bool one_holder = false;  // one person at a time has it
  bool full_time = false;   // who has it leads no other body
  // Equal for one office, whoever has it and however.
  std::string key() const { return title + '\x1f' + body + '\x1f' + place; }
  std::string body_key() const { return body + '\x1f' + place; }
  bool has_same_body(const Office& other) const { return body == other.body && place == other.place; }
  bool is_same(const Office& other) const { return title == other.title && has_same_body(other); }
};

// Remembers what it has folded: for one thread.
class OfficeWords {
 public:
  explicit OfficeWords(const Dictionaries& dictionaries);

  // `place` is the office's own; `document_place` the one province that its document speaks of, or empty.
  Office office(const std::string& title, const std::string& body, const std::string& place,
                const std::string& document_place);
  // A name or a title folded, tone marks in one place.
  const std::string& folded(const std::string& text);
  // Words that tell of an office going over to another person.
  const std::vector<std::string>& handover_words() const { return handover_; }
  // The longest known title at the beginning of folded words, prefixes left out; empty: none. `loose`: the words are
  // without diacritics, and so is the title.
  std::string title_at_start(std::string_view folded, bool loose) const;

 private:
  using Kinds = std::unordered_map<std::string, std::string>;  // form → full_time

  const Kinds& kind(const std::string& name) const;
  Tenure take_tenure(std::string& title) const;
  const std::string& body_words(const std::string& body, const std::string& title);
  std::string in_full(const std::vector<std::string>& words) const;
  bool drop_place(std::string& body, const std::string& place) const;
  Office made_office(const std::string& title, const std::string& body, const std::string& place,
                     const std::string& document_place);
  void locate(Office& office, const std::string& own_place, const std::string& document_place) const;
  bool is_central_city(const std::string& place) const;

  std::unordered_map<std::string, Kinds> kinds_;
  std::unordered_map<std::string, std::string> full_names_;                // of abbreviated bodies
  std::unordered_map<std::string, std::string> heads_;                     // title → the body it names
  std::unordered_map<std::string, std::vector<std::string>> place_forms_;  // name → how it is written
  std::unordered_map<std::string, std::string> folded_, bodies_;
  std::unordered_map<std::string, Office> offices_;  // an archive tells of few offices many times
  std::vector<std::string> handover_, titles_, central_cities_;
};

}  // namespace trichluc
