#include "extractors/number/number_kind.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractors/date/date_points.h"
#include "extractors/legal_document/document_number.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "number_neighbours";

struct Named {
  std::string_view kind;  // the column of number_neighbours.tsv
  std::string_view rule;
  std::string_view reason;
};

constexpr std::array<Named, 11> kKinds = {{
    {"phone", "number.phone", "a telephone number"},
    {"page", "number.page", "a page number"},
    {"law_part", "number.law_part", "part of a law"},
    {"order", "number.order", "a number in an order"},
    {"name", "number.name", "a number in a name"},
    {"address", "number.address", "a number in an address"},
    {"code", "number.code", "a code"},
    {"duration", "number.duration", "a duration"},
    {"age", "number.age", "an age"},
    {"times", "number.times", "how many times"},
    {"measure", "number.measure", "counts no organisation and no aid"},
}};

NumberKind made(std::string_view kind, std::string_view word, std::size_t last) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Named& k) { return k.kind == kind; });
  if (found == kKinds.end()) return {"number.order", "a number in an order", last};
  std::string reason(found->reason);
  if (!word.empty()) reason += ": " + std::string(word);
  return {std::string(found->rule), std::move(reason), last};
}

std::size_t digits_in(std::string_view written) {
  return static_cast<std::size_t>(
      std::count_if(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

}  // namespace

bool NumberKinds::beside(std::size_t token, std::size_t of) const {
  return token < reading_.tokens().size() && reading_.tokens()[token].paragraph == reading_.tokens()[of].paragraph;
}

bool NumberKinds::is_number(std::size_t token) const {
  return token < reading_.tokens().size() && reading_.tokens()[token].kind == TokenKind::kNumber;
}

bool NumberKinds::tied(std::size_t left) const {
  return beside(left + 1, left) && !reading_.tokens()[left + 1].blank_before;
}

std::size_t NumberKinds::sentence_first(std::size_t token) const {
  return reading_.sentence_of(token).first;
}

NumberKind NumberKinds::at(std::size_t first, std::size_t last) const {
  using Rule = Found (NumberKinds::*)(std::size_t, std::size_t) const;
  static constexpr Rule kRules[] = {&NumberKinds::time_of_day, &NumberKinds::document_number,
                                    &NumberKinds::word_after,  &NumberKinds::word_before,
                                    &NumberKinds::percentage,  &NumberKinds::sum,
                                    &NumberKinds::fraction,    &NumberKinds::telephone,
                                    &NumberKinds::list_item,   &NumberKinds::measure,
                                    &NumberKinds::code,        &NumberKinds::alone,
                                    &NumberKinds::unreadable};
  for (const Rule rule : kRules) {
    if (auto found = (this->*rule)(first, last)) return *found;
  }
  return other(last);
}

// "17:01", "8 giờ 30".
NumberKinds::Found NumberKinds::time_of_day(std::size_t first, std::size_t last) const {
  const std::size_t end = DateTokens(reading_).after_clock(first);
  if (end <= first) return std::nullopt;
  // "3 giờ" is as likely a duration: it has no minutes.
  if (end == first + 2 && !is_number(end - 1) && reading_.is(end - 1, "giờ")) return std::nullopt;
  return NumberKind{"number.time_of_day", "a time of day", std::max(end, last)};
}

// "12/BC-UBND", "22-NQ/TW": the number of a document whose kind is not told beside it.
NumberKinds::Found NumberKinds::document_number(std::size_t first, std::size_t last) const {
  const auto number = read_document_number(reading_, first);
  if (!number || !number->full) return std::nullopt;
  return NumberKind{"number.document_number", "the number of a document", std::max(number->last, last)};
}

NumberKinds::Found NumberKinds::word_before(std::size_t first, std::size_t last) const {
  std::size_t at = first;
  while (at > 0 && beside(at - 1, first) && (reading_.is(at - 1, ":") || reading_.is(at - 1, "."))) --at;
  const LexiconMatch* word = at > 0 ? reading_.match_before(at, kTable) : nullptr;
  if (word == nullptr || word->value("side") != "before" || !beside(word->first, first)) return std::nullopt;
  NumberKind kind = made(word->value("kind"), word->entry->form, last);
  // A telephone number goes on over blanks and points ("024 3736 5555"), an address over its stroke ("số nhà 12/3").
  while (word->value("kind") == "phone" && is_number(kind.last) && beside(kind.last, first)) ++kind.last;
  while (word->value("kind") == "address" && reading_.is(kind.last, "/") && is_number(kind.last + 1)) kind.last += 2;
  return kind;
}

NumberKinds::Found NumberKinds::word_after(std::size_t first, std::size_t last) const {
  const LexiconMatch* word = reading_.match_at(last, kTable);
  if (word == nullptr || word->value("side") != "after" || !beside(last, first)) return std::nullopt;
  // "khóa 3 năm 2022": the year has its own number.
  if (is_number(word->last) && beside(word->last, first)) return std::nullopt;
  return made(word->value("kind"), word->entry->form, last);
}

// What the shares leave: "20-30%".
NumberKinds::Found NumberKinds::percentage(std::size_t /*first*/, std::size_t last) const {
  const bool percent = reading_.is(last, "%") || (reading_.is(last, "phần") && reading_.is(last + 1, "trăm"));
  if (!percent) return std::nullopt;
  return NumberKind{"number.percentage", "a percentage that no single share can be", last};
}

NumberKinds::Found NumberKinds::sum(std::size_t first, std::size_t last) const {
  const LexiconMatch* currency = reading_.match_at(last, "currencies");
  if (currency == nullptr || !beside(last, first)) return std::nullopt;
  return NumberKind{"number.sum", "a sum that cannot be read: " + currency->entry->form, last};
}

// "6/10 huyện", "1/2".
NumberKinds::Found NumberKinds::fraction(std::size_t first, std::size_t last) const {
  if (!reading_.is(last, "/") || !is_number(last + 1) || !beside(last + 1, first)) return std::nullopt;
  if (reading_.is(last + 2, "/") && tied(last + 1)) return std::nullopt;
  return NumberKind{"number.fraction", "a part of a whole", last + 2};
}

// Eight digits or more that begin with a nought.
NumberKinds::Found NumberKinds::telephone(std::size_t first, std::size_t last) const {
  constexpr std::size_t kFewestDigits = 8;
  if (!is_number(first) || reading_.folded(first).front() != '0') return std::nullopt;
  std::size_t digits = digits_in(reading_.folded(first));
  std::size_t end = first + 1;
  while (beside(end, first) && (is_number(end) || (reading_.is(end, "-") && is_number(end + 1)))) {
    digits += digits_in(reading_.folded(end));
    ++end;
  }
  if (digits < kFewestDigits) return std::nullopt;
  return made("phone", "", std::max(end, last));
}

// "1. Kết quả", "2) …", "3/ …", "(4)": at the beginning of a sentence, or in brackets of its own.
NumberKinds::Found NumberKinds::list_item(std::size_t first, std::size_t last) const {
  constexpr std::size_t kLongestItem = 5;  // "1.2.3"
  if (!is_number(first) || reading_.folded(first).size() > kLongestItem) return std::nullopt;
  const bool bracketed = first > 0 && reading_.is(first - 1, "(") && reading_.is(last, ")") && last == first + 1;
  const std::size_t begin = sentence_first(first);
  const bool opens =
      begin == first || (begin + 1 == first && !is_number(begin) && reading_.tokens()[begin].kind == TokenKind::kMark);
  const bool marked =
      beside(last, first) && (reading_.is(last, ".") || reading_.is(last, ")") || reading_.is(last, "/") ||
                              reading_.is(last, "-") || reading_.is(last, ":"));
  const bool words_follow = beside(last + 1, first);
  if (bracketed || (opens && marked && words_follow))
    return NumberKind{"number.list_item", "the number of an item", last};
  return std::nullopt;
}

NumberKinds::Found NumberKinds::measure(std::size_t first, std::size_t last) const {
  const LexiconMatch* unit = reading_.match_at(last, "measure_units");
  if (unit == nullptr || !beside(last, first)) return std::nullopt;
  return made("measure", unit->entry->form, last);
}

// "1A", "H5N1", "Covid-19", "m2": tied to letters.
NumberKinds::Found NumberKinds::code(std::size_t first, std::size_t last) const {
  const auto is_word = [&](std::size_t token) {
    return beside(token, first) && reading_.tokens()[token].kind == TokenKind::kWord;
  };
  const auto is_mark = [&](std::size_t token) {
    return beside(token, first) && reading_.tokens()[token].kind == TokenKind::kMark && !reading_.is(token, "(") &&
           !reading_.is(token, ")") && !reading_.is(token, ",") && !reading_.is(token, ":");
  };
  const bool before =
      first > 0 && tied(first - 1) &&
      (is_word(first - 1) || (first > 1 && is_mark(first - 1) && tied(first - 2) && is_word(first - 2)));
  const bool after = tied(last - 1) && (is_word(last) || (is_mark(last) && tied(last) && is_word(last + 1)));
  if (!before && !after) return std::nullopt;
  return NumberKind{"number.tied", "tied to letters: part of a name or code", last};
}

// Nothing but numbers and marks in the paragraph: "- 3 -", "2/5", a table's cell.
NumberKinds::Found NumberKinds::alone(std::size_t first, std::size_t last) const {
  const auto is_word = [&](std::size_t token) { return reading_.tokens()[token].kind == TokenKind::kWord; };
  for (std::size_t at = first; at > 0 && beside(at - 1, first); --at) {
    if (is_word(at - 1)) return std::nullopt;
  }
  for (std::size_t at = last; beside(at, first); ++at) {
    if (is_word(at)) return std::nullopt;
  }
  return NumberKind{"number.alone", "alone in its line or cell: a page number, or of what is told elsewhere", last};
}

NumberKinds::Found NumberKinds::unreadable(std::size_t first, std::size_t last) const {
  if (reading_.quantity_at(first) != nullptr) return std::nullopt;
  return NumberKind{"number.unreadable", "no number in any style of writing, or too long", last};
}

NumberKind NumberKinds::other(std::size_t last) const {
  const std::size_t of = last - 1;
  const bool word = beside(last, of) && reading_.tokens()[last].kind == TokenKind::kWord;
  if (!word) return {"number.bare", "no counted noun, unit or currency beside it", last};
  const bool two = beside(last + 1, of) && reading_.tokens()[last + 1].kind == TokenKind::kWord;
  const std::string noun = reading_.words(reading_.span_of(last, last + (two ? 2 : 1)));
  return {"number.other_noun", "what follows is not counted: " + noun, last};
}

}  // namespace trichluc
