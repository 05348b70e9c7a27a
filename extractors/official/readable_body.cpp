#include "extractors/official/readable_body.h"

#include <vector>

#include "extractors/lexicon/slip.h"
#include "extractors/official/name.h"
#include "extractors/token.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

class BodySpeller {
 public:
  BodySpeller(const Dictionaries& dictionaries, const std::vector<Token>& tokens)
      : tokens_(tokens), matches_(dictionaries.find(tokens)) {}

  std::string spell() {
    for (std::size_t t = 0; t < tokens_.size();) t = step(t);
    return std::move(out_);
  }

 private:
  const LexiconMatch* at(std::size_t token, TableKey table) const {
    for (const LexiconMatch& match : matches_) {
      if (match.first == token && match.is_of(table)) return &match;
    }
    return nullptr;
  }

  std::size_t step(std::size_t t) {
    if (const LexiconMatch* place = at(t, "places")) return add_place(*place);
    const LexiconMatch* body = at(t, "organizations");
    if (body == nullptr) return add_word(t);
    const std::string_view kind = body->value("kind");
    if (kind.ends_with("unit")) return add_unit(*body);
    if (!body->value("name").empty() && (kind == "part" || body->last - body->first > 1 || t == 0)) {
      add(std::string(body->value("name")), t);
      return body->last;
    }
    if (kind == "part" || t == 0) return add_field(*body);
    return add_word(t);
  }

  void add(const std::string& words, std::size_t t) {
    const bool mark = tokens_[t].kind == TokenKind::kMark && !tokens_[t].blank_before;
    if (!out_.empty() && !mark) out_ += ' ';
    out_ += words;
  }

  std::size_t add_place(const LexiconMatch& place) {
    const std::string name(place.value("name"));
    const bool city = place.entry->form.rfind("thành phố ", 0) == 0 || place.entry->form.rfind("tp", 0) == 0;
    add(city && name.rfind("Thành phố", 0) != 0 ? "thành phố " + name : name, place.first);
    return place.last;
  }

  // "HUYỆN TÂN SƠN": what follows the unit's word is its name.
  std::size_t add_unit(const LexiconMatch& unit) {
    add(unit.entry->form, unit.first);
    std::size_t t = unit.last;
    while (t < tokens_.size() && tokens_[t].kind == TokenKind::kWord && at(t, "places") == nullptr &&
           t - unit.last < 4) {
      const LexiconMatch* next = at(t, "organizations");
      if (next != nullptr && next->value("kind").ends_with("unit")) break;
      add(in_usual_capitals(tokens_[t].folded), t);
      ++t;
    }
    return t;
  }

  // "KẾ HOẠCH VÀ ĐẦU TƯ": "Kế hoạch và Đầu tư".
  std::size_t add_field(const LexiconMatch& field) {
    bool opens = true;
    for (std::size_t t = field.first; t < field.last; ++t) {
      add(opens ? in_usual_capitals(tokens_[t].folded) : std::string(tokens_[t].folded), t);
      opens = tokens_[t].folded == "và" || tokens_[t].kind == TokenKind::kMark;
    }
    return field.last;
  }

  std::size_t add_word(std::size_t t) {
    const bool before_place = at(t + 1, "places") != nullptr;
    if (before_place && within_one_slip(tokens_[t].folded, "tỉnh")) {
      add("tỉnh", t);
    } else {
      add(t == 0 ? in_usual_capitals(tokens_[t].folded) : std::string(tokens_[t].folded), t);
    }
    return t + 1;
  }

  const std::vector<Token>& tokens_;
  std::vector<LexiconMatch> matches_;
  std::string out_;
};

}  // namespace

std::string readable_body(const Dictionaries& dictionaries, std::string_view capitals) {
  const std::string folded = text::fold(capitals);
  const std::vector<Token> tokens = tokenize_folded(folded);
  return BodySpeller(dictionaries, tokens).spell();
}

std::string place_in(const Dictionaries& dictionaries, std::string_view body) {
  const std::string folded = text::fold(body);
  std::string found;
  for (const LexiconMatch& match : dictionaries.find(tokenize_folded(folded))) {
    if (match.is_of("places")) found = match.value("name");
  }
  return found;
}

}  // namespace trichluc
