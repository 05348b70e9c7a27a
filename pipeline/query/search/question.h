// A question to an archive as it is typed ("viện trợ Hà Giang năm 2022", "vien tro ha giang 2022"), read: what is
// asked, where and when. Words are those of dictionaries/vi/question_words.tsv, places those of places.tsv; times are
// read by the extractors' reader of dates, after the unaccented words of the question have been given their accents.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/store/index_words.h"

namespace trichluc {

struct Question {
  enum class What { kNothing, kAid, kNgos, kProjects, kWho } what = What::kNothing;  // kNothing: not understood
  std::string period;                                                                // ISO 8601; a single year of kWho
  std::string place;               // "Việt Nam" where none is named; of kWho empty then
  std::set<std::string> statuses;  // operating, registered, newly_registered, ended, donor; disbursed, committed
  struct OfficeWord {
    store::IndexWord word;
    bool small = false;  // "của", "tỉnh": may stand in the office's name or not
  };
  std::vector<OfficeWord> office;  // of kWho
  // Of any query: the words as typed without those that only make a question of them, and those ("bao nhiêu", "ai",
  // "năm"). Pages that tell of it do not ask for it.
  std::string content;
  std::vector<std::string> left_out;
};

// Does the asked word stand for this one? An accented word is itself, an unaccented one also every accented form.
bool stands_for(const store::IndexWord& asked, const store::IndexWord& word);

// Made once for many questions: it knows every name of a place.
class QuestionReader {
 public:
  // Must outlive this.
  explicit QuestionReader(const Dictionaries& dictionaries);
  Question read(std::string_view typed) const;
  bool is_small_word(const store::IndexWord& word) const;
  const Dictionaries& dictionaries() const { return dictionaries_; }

 private:
  struct Form {
    std::vector<store::IndexWord> words;
    std::string role, written;
  };
  struct Piece {
    std::vector<store::IndexWord> words;  // as typed
    std::string role, written;            // role: of the table, or place, or none
    Span in_sentence;                     // of the sentence with accents
  };
  void add(const std::string& form, const std::string& role, const std::string& written);
  Piece piece_at(const std::vector<store::IndexWord>& words, std::size_t at) const;
  bool read_time(const std::string& sentence, std::vector<Piece>& pieces, Question& question) const;
  static Question put_together(const std::vector<Piece>& pieces, Question question);

  const Dictionaries& dictionaries_;
  std::vector<Form> forms_;
};

}  // namespace trichluc
