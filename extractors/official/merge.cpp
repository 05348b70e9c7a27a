#include "extractors/official/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extractors/clause.h"
#include "extractors/lexicon/slip.h"
#include "extractors/official/letters.h"
#include "extractors/official/roles.h"
#include "extractors/token.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr double kSureOfStranger = 0.85;
constexpr double kSureOfOneWord = 0.75;
constexpr double kSure = 0.95;
constexpr double kSignature = 0.9;

// The words of a phrase; a body that the table names in full is written out, so that "UBND tỉnh" and "Ủy ban nhân dân
// tỉnh", "… các tổ chức PCPNN" and "… các tổ chức phi chính phủ nước ngoài" agree.
std::vector<std::string> words_of(const Dictionaries& dictionaries, const std::string& phrase) {
  std::vector<std::string> words;
  const auto add = [&](std::string_view part) {
    const std::string folded = text::fold(part);
    for (const Token& token : tokenize_folded(folded)) {
      if (token.kind == TokenKind::kMark) continue;
      if (token.folded == "tp") {
        words.insert(words.end(), {"thành", "phố"});
      } else if (token.folded == "deputy") {
        words.emplace_back("vice");  // "Deputy Chairman of X" is called "Vice Chairman" below
      } else {
        words.emplace_back(token.folded);
      }
    }
  };
  const std::string folded = text::fold(phrase);
  const std::vector<Token> tokens = tokenize_folded(folded);
  const std::vector<LexiconMatch> matches = dictionaries.find(tokens);
  for (std::size_t t = 0; t < tokens.size();) {
    // "Hội CTĐ TPHCM", "Hội CTĐ Thành phố Hồ Chí Minh": places in letters, too.
    const auto body = std::find_if(matches.begin(), matches.end(), [&](const LexiconMatch& match) {
      const bool names = match.is_of("organizations") || (match.is_of("places") && match.last == t + 1);
      return match.first == t && names && !match.value("name").empty();
    });
    add(body == matches.end() ? tokens[t].folded : body->value("name"));
    t = body == matches.end() ? t + 1 : body->last;
  }
  return words;
}

// All words of `part` in the order they have in `whole`, each with one slip of a letter at most.
bool in_order_within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t at = 0;
  for (const std::string& word : whole) {
    if (at < part.size() && within_one_slip(part[at], word)) ++at;
  }
  return at == part.size();
}

bool same_office(const Dictionaries& dictionaries, const Position& shorter, const Position& fuller) {
  const auto a = words_of(dictionaries, shorter.title);
  const auto b = words_of(dictionaries, fuller.title);
  // "cựu Vụ trưởng Vụ X", who "khi đó là vụ trưởng".
  const bool former = b.size() == a.size() + 1 && (b.front() == "cựu" || b.front() == "nguyên");
  if (former && shorter.organization.empty()) return std::equal(a.begin(), a.end(), b.begin() + 1);
  // "Phó Chủ tịch" and "Phó Chủ tịch Thường trực", but never "Chủ tịch" and "Phó Chủ tịch".
  return !a.empty() && !b.empty() && a.front() == b.front() && in_order_within(a, b);
}

// "Phó Trưởng đoàn ĐBQH tỉnh" says no more than "Phó Trưởng đoàn đại biểu Quốc hội tỉnh".
bool says_no_more(const Dictionaries& dictionaries, const Position& shorter, const Position& fuller) {
  // "Bộ trưởng" of one who is "Ngoại trưởng".
  const bool minister = shorter.organization.empty() && text::fold(shorter.title) == "bộ trưởng" &&
                        text::fold(fuller.title).ends_with("ngoại trưởng");
  return minister || is_part_of_position(dictionaries, shorter, fuller) || begins_in_letters(shorter.text, fuller.text);
}

struct Person {
  bool related = false;
  std::string key;  // folded name
  std::vector<const Mention*> mentions;
  std::vector<std::pair<Position, int>> positions;  // with how often each was written so
  std::string role;
};

bool is_related(const Reading& reading, const Mention& mention) {
  return reading.section_of(mention.name.first) == text::Section::kRelated;
}

void add_position(Person& person, const Position& position) {
  const auto add_to = [&](const auto& is_same) {
    const auto same = std::find_if(person.positions.begin(), person.positions.end(), is_same);
    if (same != person.positions.end()) ++same->second;
    return same != person.positions.end();
  };
  if (add_to([&](const auto& known) { return known.first.text == position.text; })) return;
  const std::string folded = text::fold(position.text);
  if (add_to([&](const auto& known) { return text::fold(known.first.text) == folded; })) return;
  person.positions.emplace_back(position, 1);
}

void add_mention(Person& person, const Mention& mention) {
  person.mentions.push_back(&mention);
  for (const ReadPosition& read : mention.positions) add_position(person, read.position);
  if (rank_of_role(mention.role) > rank_of_role(person.role)) person.role = mention.role;
}

// Of two spellings of one position the fuller stays; of two alike but for slips, the more frequent, then the longer
// ("UBND" is written out), then the first.
std::vector<Position> fullest(const Dictionaries& dictionaries,
                              const std::vector<std::pair<Position, int>>& positions) {
  std::vector<Position> kept;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    bool covered = false;
    for (std::size_t k = 0; k < positions.size() && !covered; ++k) {
      if (k == i || !says_no_more(dictionaries, positions[i].first, positions[k].first)) continue;
      const bool mutual = says_no_more(dictionaries, positions[k].first, positions[i].first);
      const bool other_better = positions[k].second > positions[i].second ||
                                (positions[k].second == positions[i].second &&
                                 (positions[k].first.text.size() > positions[i].first.text.size() ||
                                  (positions[k].first.text.size() == positions[i].first.text.size() && k < i)));
      covered = !mutual || other_better;
    }
    if (!covered) kept.push_back(positions[i].first);
  }
  return kept;
}

// "đại diện Hội X", "lãnh đạo Triều Tiên" is an office where it is all that is told of a person.
void drop_representative(std::vector<Position>& positions) {
  const auto stands_for = [](const Position& position) {
    const std::string title = text::fold(position.title);
    return title == "đại diện" || title.find("lãnh đạo") != std::string::npos;
  };
  if (!std::all_of(positions.begin(), positions.end(), stands_for)) std::erase_if(positions, stands_for);
  // "lãnh đạo Triều Tiên" says more than "nhà lãnh đạo".
  const auto bare = [](const Position& position) { return position.text.ends_with("lãnh đạo"); };
  if (!std::all_of(positions.begin(), positions.end(), bare)) std::erase_if(positions, bare);
}

// The people of a text, found by the first and the last word of their names: a text that names many of them is not gone
// through for every one.
class Persons {
 public:
  Person& add(Person person) {
    const std::size_t index = all_.size();
    const std::string& key = person.key;
    const std::size_t blank = key.rfind(' ');
    if (blank != std::string::npos) {
      by_first_[key.substr(0, key.find(' '))].push_back(index);
      by_last_[key.substr(blank + 1)].push_back(index);
    }
    all_.push_back(std::move(person));
    return all_.back();
  }

  Person& operator[](std::size_t index) { return all_[index]; }
  std::size_t size() const { return all_.size(); }
  std::vector<Person>& all() { return all_; }

  // "ông Sơn": the one person, of those with an office or of those without any, whose name ends so.
  Person* bearer(const std::string& given, bool related, bool in_office) {
    return only(by_last_, given, related, in_office);
  }
  // "Tổng thống Moon" of a text that names Moon Jae-in, "Thái tử Mohammed": the one in office whose name begins so.
  Person* first_named(const std::string& word, bool related) { return only(by_first_, word, related, true); }
  // "Tổng thống Lane" where father and son are named: it is not told which of them.
  bool several_bear(const std::string& surname, bool related) const {
    const auto bearers = by_last_.find(surname);
    if (bearers == by_last_.end()) return false;
    const auto in_office = [&](std::size_t i) { return all_[i].related == related && !all_[i].positions.empty(); };
    return bearers->second.size() > kMostBearers ||
           std::count_if(bearers->second.begin(), bearers->second.end(), in_office) > 1;
  }

 private:
  using ByWord = std::unordered_map<std::string, std::vector<std::size_t>>;
  // Of more it is never told which is meant.
  static constexpr std::size_t kMostBearers = 50;

  Person* only(const ByWord& by_word, const std::string& word, bool related, bool in_office) {
    const auto bearers = by_word.find(word);
    if (bearers == by_word.end() || bearers->second.size() > kMostBearers) return nullptr;
    Person* found = nullptr;
    for (const std::size_t i : bearers->second) {
      if (all_[i].related != related || all_[i].positions.empty() == in_office) continue;
      if (found != nullptr) return nullptr;
      found = &all_[i];
    }
    return found;
  }

  std::vector<Person> all_;
  ByWord by_first_;  // indices of all_
  ByWord by_last_;
};

// "Thanh Mai" of "Phạm Thị Thanh Mai"; empty where the name has no more than two words.
std::string last_two_words(const std::string& key) {
  const std::size_t last = key.rfind(' ');
  const std::size_t before = last == std::string::npos || last == 0 ? last : key.rfind(' ', last - 1);
  return before == std::string::npos ? std::string() : key.substr(before + 1);
}

// "bà Thanh Mai" where "bà Phạm Thị Thanh Mai" was named before: two words, with an honorific, that end one other name.
void take_short_names(std::vector<Person>& persons) {
  std::map<std::pair<std::string, bool>, Person*> bearers;  // null: several
  for (Person& person : persons) {
    const std::string ends = last_two_words(person.key);
    if (!ends.empty()) {
      const auto [known, is_new] = bearers.emplace(std::pair(ends, person.related), &person);
      if (!is_new) known->second = nullptr;
      continue;
    }
    const auto whole = bearers.find(std::pair(person.key, person.related));
    const bool addressed = std::all_of(person.mentions.begin(), person.mentions.end(),
                                       [](const Mention* mention) { return !mention->honorific.empty(); });
    if (whole == bearers.end() || whole->second == nullptr || !addressed) continue;
    for (const Mention* mention : person.mentions) add_mention(*whole->second, *mention);
    person.mentions.clear();
    person.positions.clear();
  }
}

Span span_of(const Reading& reading, const Mention& mention) {
  return reading.span_of(mention.first, mention.last);
}

// How far the words that were taken for a name are one: a single word, or two that begin as no name that a table knows
// and that nobody addresses, may as well be a body's.
double sure_of_name(const Reading& reading, const Mention& mention, const std::string& honorific) {
  const PersonName& name = mention.name;
  if (name.words < 2) return kSureOfOneWord;
  const bool known = starts_with_family_name(reading, name.first) ||
                     reading.match_at(name.first, "foreign_names") != nullptr || !honorific.empty();
  return known || name.words > 2 ? kSure : kSureOfStranger;
}

Candidate candidate_of(const Reading& reading, const Person& person) {
  const Mention* best = person.mentions.front();
  for (const Mention* mention : person.mentions) {
    // "Ông Sơn từng là …" tells more offices than where he is named in full.
    if (mention->positions.size() > best->positions.size() && mention->name.words >= best->name.words) best = mention;
  }
  OfficialFact fact;
  fact.name = spelled_name(reading, best->name);
  fact.positions = fullest(reading.dictionaries(), person.positions);
  drop_representative(fact.positions);
  if (!person.role.empty()) fact.meeting_role = person.role;
  fact.honorific = best->honorific;
  for (const Mention* mention : person.mentions) {
    if (fact.honorific.empty()) fact.honorific = mention->honorific;
  }
  Candidate candidate;
  candidate.span = span_of(reading, *best);
  candidate.rule = best->rule;
  candidate.confidence = best->rule == "official.signature" ? kSignature : sure_of_name(reading, *best, fact.honorific);
  for (const ReadPosition& read : best->positions) candidate.lines.push_back(line_of(*read.title));
  for (const Mention* mention : person.mentions) {
    const Span span = span_of(reading, *mention);
    if (mention != best && !span.overlaps(candidate.span)) candidate.restated.push_back(span);
    if (mention->title_apart) candidate.restated.push_back(*mention->title_apart);
    candidate.inferred.insert(candidate.inferred.end(), mention->inferred.begin(), mention->inferred.end());
  }
  candidate.fact = std::move(fact);
  return candidate;
}

// Most names of a text are of people without an office, and are told by their last word.
std::set<std::string_view> last_words_of_officials(const Reading& reading, const std::vector<Mention>& mentions) {
  std::set<std::string_view> words;
  for (const Mention& mention : mentions) {
    if (!mention.positions.empty()) words.insert(reading.folded(mention.name.last - 1));
  }
  return words;
}

}  // namespace

bool is_part_of_position(const Dictionaries& dictionaries, const Position& shorter, const Position& fuller) {
  if (!same_office(dictionaries, shorter, fuller)) return false;
  if (shorter.organization.empty()) return true;
  auto a = words_of(dictionaries, shorter.organization);
  // "Bộ trưởng Bộ Quốc phòng" says no more than "Bộ trưởng Quốc phòng Mỹ".
  if (a.size() > 1 && a.front() == "bộ" && text::fold(shorter.title).ends_with("trưởng")) a.erase(a.begin());
  const auto b = words_of(dictionaries, fuller.organization);
  // "HĐND tỉnh" is no part of "Ủy ban Bầu cử đại biểu HĐND tỉnh": a body begins with its own word, or a larger one's.
  constexpr std::ptrdiff_t kMostBefore = 5;  // "tỉnh" for "UBND tỉnh"
  const auto begins = [&](const std::string& word) { return within_one_slip(a.front(), word); };
  if (!a.empty() && std::find_if(b.begin(), b.end(), begins) - b.begin() >= kMostBefore) return false;
  return in_order_within(a, b);
}

namespace {

// "Tổng thống Bush" of a text that names George W. Bush; where it names nobody so, the one word is all his name.
bool is_surname(const Mention& mention) {
  return mention.name.words == 1 && !mention.given_name_only;
}

// The mentions by a name of their own, surnames last.
std::vector<const Mention*> named_mentions(const Reading& reading, const std::vector<Mention>& mentions) {
  const std::set<std::string_view> of_officials = last_words_of_officials(reading, mentions);
  std::vector<const Mention*> named;
  for (const Mention& mention : mentions) {
    const bool named_alone = !mention.given_name_only;
    if (named_alone && of_officials.count(reading.folded(mention.name.last - 1)) > 0) named.push_back(&mention);
  }
  std::stable_partition(named.begin(), named.end(), [](const Mention* mention) { return !is_surname(*mention); });
  return named;
}

// "George H.W. Lane", "George H. W. Lane", "al-Sabri", "al - Sabri": one name whatever its marks and blanks.
std::string key_of(const std::string& name) {
  std::string key;
  for (const char letter : text::fold(name)) {
    const char plain = letter == '.' ? ' ' : letter;
    const bool beside_mark = !key.empty() && (key.back() == ' ' || key.back() == '-');
    if (plain == ' ' && (beside_mark || key.empty())) continue;
    if (plain == '-' && !key.empty() && key.back() == ' ') key.pop_back();
    key += plain;
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

Persons persons_named(const Reading& reading, const std::vector<Mention>& mentions) {
  Persons persons;
  std::map<std::pair<std::string, bool>, std::size_t> by_key;
  for (const Mention* mention : named_mentions(reading, mentions)) {
    const bool related = is_related(reading, *mention);
    if (is_surname(*mention)) {
      const std::string surname(reading.folded(mention->name.first));
      Person* bearer = persons.bearer(surname, related, true);
      const bool doubtful = bearer == nullptr && persons.several_bear(surname, related);
      if (bearer == nullptr && !doubtful) bearer = persons.first_named(surname, related);
      if (bearer != nullptr) add_mention(*bearer, *mention);
      if (bearer != nullptr || doubtful) continue;
    }
    const std::string key = key_of(spelled_name(reading, mention->name));
    const auto [known, is_new] = by_key.emplace(std::pair(key, related), persons.size());
    if (is_new) persons.add({related, key, {}, {}, {}});
    add_mention(persons[known->second], *mention);
  }
  return persons;
}

}  // namespace

std::vector<Candidate> merge_mentions(const Reading& reading, const std::vector<Mention>& mentions) {
  Persons persons = persons_named(reading, mentions);
  for (const Mention& mention : mentions) {
    if (!mention.given_name_only) continue;
    const std::string given(reading.folded(mention.name.first));
    Person* person = persons.bearer(given, is_related(reading, mention), true);
    if (person == nullptr) person = persons.bearer(given, is_related(reading, mention), false);
    if (person != nullptr) add_mention(*person, mention);
  }
  take_short_names(persons.all());
  std::vector<Candidate> candidates;
  for (const Person& person : persons.all()) {
    if (!person.positions.empty()) candidates.push_back(candidate_of(reading, person));
  }
  return candidates;
}

}  // namespace trichluc
