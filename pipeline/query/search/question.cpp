#include "pipeline/query/search/question.h"

#include <algorithm>

#include "extractors/date/date_reader.h"
#include "extractors/reading.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

using store::IndexWord;
using Words = std::vector<IndexWord>;

constexpr std::size_t kMostWords = 30;
constexpr const char* kAmbiguous = "ambiguous";

bool stand_at(const Words& words, std::size_t at, const Words& form) {
  if (form.empty() || at + form.size() > words.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (!stands_for(words[at + i], form[i])) return false;
  }
  return true;
}

bool is_year(const std::string& word) {
  return word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos && word > "1944" &&
         word < "2101";
}

// As one paragraph that nobody has laid out.
text::NormalizedText as_text(const std::string& sentence) {
  text::LaidOut laid_out;
  laid_out.raw = sentence;
  laid_out.paragraphs.push_back({{{0, sentence.size()}}});
  return text::NormalizedText(std::move(laid_out));
}

// Two years or two places are two questions.
bool take_once(std::string& field, const std::string& value) {
  const bool first = field.empty() || field == value;
  field = value;
  return first;
}

bool is_status(const std::string& role) {
  return role == "operating" || role == "registered" || role == "newly_registered" || role == "ended" ||
         role == "donor" || role == "disbursed" || role == "committed";
}

void note_content(const std::string& role, std::string_view words, Question& question) {
  if (role == "filler" || role == "who" || role == "year") {
    question.left_out.emplace_back(words);
  } else {
    question.content.append(question.content.empty() ? "" : " ").append(words);
  }
}

Question::What what_of(const std::set<std::string>& roles) {
  if (roles.count("who") != 0) return Question::What::kWho;
  if (roles.count("aid") + roles.count("ngo") + roles.count("project") != 1) return Question::What::kNothing;
  if (roles.count("aid") != 0) return Question::What::kAid;
  return roles.count("ngo") != 0 ? Question::What::kNgos : Question::What::kProjects;
}

}  // namespace

bool stands_for(const IndexWord& asked, const IndexWord& word) {
  return asked.accented() ? asked.key == word.key : asked.plain == word.plain;
}

QuestionReader::QuestionReader(const Dictionaries& dictionaries) : dictionaries_(dictionaries) {
  const Lexicon& table = dictionaries.table("question_words");
  for (const Entry& entry : table.entries()) add(entry.form, std::string(table.value(entry, "role")), entry.form);
  const Lexicon& places = dictionaries.table("places");
  for (const Entry& entry : places.entries()) add(entry.form, "place", std::string(places.value(entry, "name")));
}

void QuestionReader::add(const std::string& form, const std::string& role, const std::string& written) {
  forms_.push_back({store::index_words(form), role, written});
}

bool QuestionReader::is_small_word(const IndexWord& word) const {
  return std::any_of(forms_.begin(), forms_.end(), [&](const Form& form) {
    return form.role == "filler" && form.words.size() == 1 && form.words.front().key == word.key;
  });
}

QuestionReader::Piece QuestionReader::piece_at(const Words& words, std::size_t at) const {
  Piece best;
  for (const Form& form : forms_) {
    if (form.words.size() < std::max<std::size_t>(best.words.size(), 1) || !stand_at(words, at, form.words)) continue;
    const bool same = form.words.size() == best.words.size();
    if (same && (form.role != best.role || (form.role == "place" && form.written != best.written))) {
      best.role = kAmbiguous;
      continue;
    }
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
    best = {Words(first, first + static_cast<std::ptrdiff_t>(form.words.size())), form.role, form.written, {}};
  }
  if (best.words.empty()) best.words = {words[at]};
  return best;
}

Question QuestionReader::read(std::string_view typed) const {
  const Words words = store::index_words(typed);
  if (words.empty() || words.size() > kMostWords) return {};
  std::vector<Piece> pieces;
  Question question;
  std::string sentence;
  std::size_t told = 0;
  for (std::size_t at = 0; at < words.size();) {
    Piece piece = piece_at(words, at);
    if (piece.role == kAmbiguous) return {};
    const Span span{piece.words.front().span.begin, piece.words.back().span.end};
    sentence += typed.substr(told, span.begin - told);
    const std::size_t begin = sentence.size();
    sentence += piece.role.empty() ? std::string(slice(typed, span)) : piece.written;
    piece.in_sentence = {begin, sentence.size()};
    note_content(piece.role, slice(typed, span), question);
    told = span.end;
    at += piece.words.size();
    pieces.push_back(std::move(piece));
  }
  Question whole = read_time(sentence, pieces, question) ? put_together(pieces, question) : Question{};
  whole.content = std::move(question.content);
  whole.left_out = std::move(question.left_out);
  return whole;
}

// Words within a date are told; one that only a date gives a sense must be within one.
bool QuestionReader::read_time(const std::string& sentence, std::vector<Piece>& pieces, Question& question) const {
  const text::NormalizedText text = as_text(sentence);
  const Reading reading(text, dictionaries_);
  for (const DateReading& date : read_dates(reading).dates) {
    const std::string period = to_iso(date.when);
    const bool settled = date.relative == Relative::kNone && !date.recurring && date.when.has_year() && !period.empty();
    if (!settled || !take_once(question.period, period)) return false;
    const Span stretch = text.to_raw(date.span);
    for (Piece& piece : pieces) {
      if (stretch.contains(piece.in_sentence)) piece.role = "time_told";
    }
  }
  for (Piece& piece : pieces) {
    if (piece.role.empty() && is_year(piece.words.front().key)) {
      if (!take_once(question.period, piece.words.front().key)) return false;
      piece.role = "time_told";
    }
  }
  return std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.role == "time"; });
}

Question QuestionReader::put_together(const std::vector<Piece>& pieces, Question question) {
  std::set<std::string> roles;
  for (const Piece& piece : pieces) roles.insert(piece.role);
  question.what = what_of(roles);
  const bool who = question.what == Question::What::kWho;
  for (const Piece& piece : pieces) {
    const bool small = piece.role == "filler";
    if (small && (!who || question.office.empty())) continue;
    if (piece.role == "year" || piece.role == "time_told" || piece.role == "who") continue;
    if (piece.role == "place") {
      if (!take_once(question.place, piece.written)) return {};
    } else if (who) {
      for (const IndexWord& word : piece.words) question.office.push_back({word, small});
    } else if (is_status(piece.role)) {
      question.statuses.insert(piece.role);
    } else if (piece.role.empty()) {
      return {};  // a word that is not understood
    }
  }
  if (question.period.empty() || (who && (question.office.empty() || !is_year(question.period)))) return {};
  if (!who && question.place.empty()) question.place = "Việt Nam";
  return question;
}

}  // namespace trichluc
