#include "extractors/money/defined_donors.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extractors/clause.h"
#include "extractors/countries.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/businesses.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";
constexpr std::size_t kMostDefined = 20;  // no list of letters is looked through for every word

// The line of the table that says what the letters are: a donor from abroad.
const Entry* entry_of_donors(const Lexicon& table) {
  constexpr std::string_view kForm = "tổ chức nước ngoài";
  const auto& entries = table.entries();
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.form == kForm; });
  return found == entries.end() ? nullptr : &*found;
}

bool are_letters(const Reading& reading, std::size_t at) {
  if (at >= reading.tokens().size()) return false;
  const Token& token = reading.tokens()[at];
  return token.kind == TokenKind::kWord && token.all_capitals && token.folded.size() > 1;
}

// "GPI)", "GPI, Hàn Quốc)", "GPI/Hàn Quốc)": behind the letters perhaps the country, nothing else.
bool closes_behind_letters(const Reading& reading, std::size_t letters) {
  if (reading.is(letters + 1, ")")) return true;
  if (!reading.is_any(letters + 1, {",", "/", "-"})) return false;
  const LexiconMatch* country = country_at(reading, letters + 2);
  return country != nullptr && reading.is(country->last, ")");
}

// The letters in the bracket: "(GPI)", or behind the name in another language "(East Meets West Foundation - EMWF,
// Mỹ)"; `open` where none stand there.
std::size_t letters_in(const Reading& reading, std::size_t open) {
  constexpr std::size_t kLongestName = 9;
  if (are_letters(reading, open + 1)) return open + 1;
  std::size_t at = open + 1;
  while (at < open + kLongestName && at < reading.tokens().size() && reading.tokens()[at].kind == TokenKind::kWord)
    ++at;
  const bool named = at > open + 2 && reading.is_any(at, {"-", "–", ","}) && are_letters(reading, at + 1);
  return named ? at + 1 : open;
}

// The name that ends just before the bracket: of a body from abroad, or of one that the bracket says is from there.
std::optional<Clause> name_before(const Reading& reading, std::size_t open) {
  constexpr std::size_t kLongestName = 14;
  const std::size_t from = reading.sentence_of(open).first;
  for (std::size_t at = open > from + kLongestName ? open - kLongestName : from; at < open; ++at) {
    const auto body = body_abroad_at(reading, at, open);
    if (body && body->name.last == open) return body->name;
  }
  const auto foreign = foreign_name_before(reading, open, from);
  if (!foreign) return std::nullopt;
  // "Công ty Green Metal Works": what it is stands before the name.
  constexpr std::size_t kLongestKind = 3;
  const std::size_t first = foreign->name.first;
  return Clause{first > from + kLongestKind ? first - kLongestKind : from, open};
}

// "Quỹ Bạn của Trẻ em" before "(Eden Foundation World - EFW, Mỹ)": only the bracket tells that it is from abroad.
std::optional<Clause> body_before(const Reading& reading, std::size_t open) {
  constexpr std::size_t kLongestName = 12;
  const std::size_t from = reading.sentence_of(open).first;
  for (std::size_t at = open; at > from && open - at < kLongestName; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return std::nullopt;
    const LexiconMatch* head = reading.match_at(at - 1, "organizations");
    if (head != nullptr && head->value("kind") == "head" && reading.is_capital_word(at - 1))
      return Clause{at - 1, open};
  }
  return std::nullopt;
}

// Where nothing else tells of aid or of foreign NGOs, an agency by its letters is no donor.
bool speaks_of_aid(const Reading& reading) {
  for (const std::uint32_t m : reading.matches_of({kTable, "head_nouns"})) {
    const LexiconMatch& match = reading.matches()[m];
    const bool aid = match.is_of(kTable) && match.value("verdict") == "aid";
    if (aid || (match.is_of("head_nouns") && match.value("of") == "ngo" && match.value("need").empty())) return true;
  }
  return false;
}

std::vector<std::string_view> defined_letters(const Reading& reading) {
  std::vector<std::string_view> letters;
  for (std::size_t open = 1; open + 2 < reading.tokens().size() && letters.size() < kMostDefined; ++open) {
    const std::size_t at = reading.is(open, "(") ? letters_in(reading, open) : open;
    if (at == open || !closes_behind_letters(reading, at)) continue;
    if (reading.match_at(at, kTable) != nullptr || reading.match_at(at, "organizations") != nullptr) continue;
    auto name = name_before(reading, open);
    const bool translated = at > open + 1 && !reading.is(at + 1, ")");
    if (!name && translated) name = body_before(reading, open);
    if (name && !is_business(reading, *name) && !is_state(reading, *name)) letters.push_back(reading.folded(at));
  }
  return letters;
}

}  // namespace

std::vector<LexiconMatch> find_defined_donors(const Reading& reading) {
  std::vector<LexiconMatch> found;
  const std::vector<std::string_view> letters = defined_letters(reading);
  const Lexicon& table = reading.dictionaries().table("money_cues");
  const Entry* entry = letters.empty() || !speaks_of_aid(reading) ? nullptr : entry_of_donors(table);
  if (entry == nullptr) return found;
  for (std::uint32_t at = 0; at < reading.tokens().size(); ++at) {
    if (!are_letters(reading, at) || std::find(letters.begin(), letters.end(), reading.folded(at)) == letters.end())
      continue;
    LexiconMatch match;
    match.first = at;
    match.last = at + 1;
    match.lexicon = &table;
    match.entry = entry;
    match.table = kTable;
    found.push_back(match);
  }
  return found;
}

}  // namespace trichluc
