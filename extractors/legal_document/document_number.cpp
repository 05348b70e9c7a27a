#include "extractors/legal_document/document_number.h"

#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

// Four digits are enough for a year's letters ("Công văn số 2146"); five for the busiest offices.
constexpr std::size_t kMostDigits = 5;

bool plain_digits(std::string_view form, std::size_t most) {
  if (form.empty() || form.size() > most) return false;
  for (const char c : form) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

class NumberReader {
 public:
  NumberReader(const Reading& reading, std::size_t first) : reading_(reading), tokens_(reading.tokens()), at_(first) {}

  std::optional<DocumentNumber> read() {
    if (at_ >= tokens_.size() || !plain_digits(tokens_[at_].folded, kMostDigits)) return std::nullopt;
    number_.first = at_;
    number_.leading = std::string(tokens_[at_].folded);
    paragraph_ = tokens_[at_].paragraph;
    number_.text = number_.leading;
    ++at_;
    take_letter();
    sign_apart();
    while (segment()) {
    }
    number_.last = at_;
    return number_;
  }

 private:
  bool here(std::size_t t) const { return t < tokens_.size() && tokens_[t].paragraph == paragraph_; }

  // "30c/NQ-CP": a letter that tells two papers of one number apart.
  void take_letter() {
    if (!here(at_ + 1) || tokens_[at_].kind != TokenKind::kWord || tokens_[at_].blank_before) return;
    if (tokens_[at_].folded.size() != 1 || tokens_[at_].capital || !reading_.is(at_ + 1, "/")) return;
    number_.text += tokens_[at_].shaped;
    ++at_;
  }

  // "/2022", "/NĐ", "-CP", "-UBND": a mark and what it joins on; blanks around the mark are slips.
  bool segment() {
    if (!here(at_ + 1)) return false;
    const std::string_view mark = tokens_[at_].folded;
    const Token& next = tokens_[at_ + 1];
    if (mark != "/" && mark != "-" && mark != "&" && !is_point_in_sign(next)) return false;
    const bool apart = tokens_[at_].blank_before || next.blank_before;
    if (next.kind == TokenKind::kNumber) return mark == "/" && year_or_sign(next, apart);
    if (next.kind != TokenKind::kWord || !is_sign(next)) return false;
    // "Nghị định 58 - Chính phủ": apart, only signs in capitals join.
    // "88 /KH-UBND": the blank that is left for a number written by hand.
    const bool left = mark == "/" && !next.blank_before;
    const bool sign = next.all_capitals || begins_with_capitals(next);
    const bool joins = sign && (number_.full || mark == "-" || number_.year != 0 || left);
    if (apart && !joins && !is_slip_in_sign(next)) return false;
    take(mark, next);
    number_.full = true;
    take_digits();
    return true;
  }

  // "415/QĐ.UBT": in the nineties a point, too, stood between the signs.
  bool is_point_in_sign(const Token& next) const {
    return number_.full && tokens_[at_].folded == "." && !tokens_[at_].blank_before && !next.blank_before &&
           next.all_capitals;
  }

  // "40/2013/QĐ -TTg": a blank on one side, before a sign of small letters too.
  bool is_slip_in_sign(const Token& next) const {
    const bool one_side = !tokens_[at_].blank_before || !next.blank_before;
    return one_side && number_.full && begins_with_capitals(next);
  }

  // "TTr", "TTg", "SNgV".
  static bool begins_with_capitals(const Token& token) {
    const auto capital = [&](std::size_t at) { return token.shaped[at] >= 'A' && token.shaped[at] <= 'Z'; };
    return token.shaped.size() > 2 && capital(0) && capital(1);
  }

  // "QH15": digits that touch the sign. Behind a sign that never has any they are a footnote's ("TT-BKH3").
  void take_digits() {
    if (!here(at_) || tokens_[at_].kind != TokenKind::kNumber || tokens_[at_].blank_before) return;
    const LexiconMatch* sign = reading_.match_at(at_ - 1, "legal_words");
    const bool note = sign != nullptr && sign->value("kind") == "sign" && sign->last == at_;
    if (!note) number_.text += tokens_[at_].shaped;
    ++at_;
  }

  // "số 6204 BKH/KTĐN", "46 CT/TW": in the nineties the sign stood apart from the number; two that touch are a sign,
  // one is a body ("Công văn 118 UBND tỉnh").
  void sign_apart() {
    if (!here(at_ + 2) || !tokens_[at_].blank_before) return;
    const Token &first = tokens_[at_], &mark = tokens_[at_ + 1], &second = tokens_[at_ + 2];
    const bool touch = (mark.folded == "/" || mark.folded == "-") && !mark.blank_before && !second.blank_before;
    const bool signs = first.kind == TokenKind::kWord && first.all_capitals && second.kind == TokenKind::kWord;
    if (!touch || !signs || !is_sign(second)) return;
    take(" ", first);
    --at_;  // no mark stood between
    number_.full = true;
  }

  bool year_or_sign(const Token& next, bool apart) {
    const bool year = next.folded.size() == 4 && (next.folded.substr(0, 2) == "19" || next.folded.substr(0, 2) == "20");
    if (!plain_digits(next.folded, kMostDigits) || number_.full || number_.year != 0 || (apart && !year)) return false;
    constexpr std::size_t kShortYear = 2;  // "12/98"
    if (!year && next.folded.size() > kShortYear) return false;
    if (year) number_.year = std::stoi(std::string(next.folded));
    take("/", next);
    return year;
  }

  // "NĐ", "TTg", "SNgV", "VPUBND": a capital first, and no ordinary word after a dash ("19 - Ban Bí thư" is none).
  static bool is_sign(const Token& token) {
    return token.capital && (token.all_capitals || count_code_points(token.folded) <= 6);
  }

  void take(std::string_view mark, const Token& next) {
    number_.text += mark;
    number_.text += next.shaped;
    at_ += 2;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::size_t at_;
  std::size_t paragraph_ = 0;
  DocumentNumber number_;
};

}  // namespace

std::optional<DocumentNumber> read_document_number(const Reading& reading, std::size_t first) {
  return NumberReader(reading, first).read();
}

}  // namespace trichluc
