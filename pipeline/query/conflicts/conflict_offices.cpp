// Two people in one office at once, and one person in two offices that nobody holds at once. Only what documents attest
// for certain counts: who follows whom within a year, acts for another, or has a second office beside the first is
// none.
#include <algorithm>
#include <map>
#include <set>

#include "pipeline/query/conflicts/conflict_parts.h"
#include "pipeline/text/normalize.h"

namespace trichluc::conflict {
namespace {

constexpr std::int64_t kNear = 200;  // code points before and after a statement

using Statements = std::vector<const OfficialStatement*>;

// Statements that attest an office, and the days between which its holder certainly had it.
struct Attested {
  const Person* person = nullptr;
  const HeldOffice* held = nullptr;
  Statements statements;
  int first = 0, last = 0;
};

class Handovers {
 public:
  Handovers(store::Database& database, const OfficeWords& words) : database_(database), words_(words) {}

  // The document tells that the office goes over: its day is not one on which the holder surely had it.
  bool is_near(const OfficialStatement& s) {
    const auto known = known_.find(&s);
    return known != known_.end() ? known->second : known_.emplace(&s, look(s)).first->second;
  }

 private:
  bool look(const OfficialStatement& s) {
    const auto start = static_cast<std::int64_t>(s.start);
    const std::int64_t from = std::max<std::int64_t>(0, start - kNear);
    auto row = database_.prepare("SELECT substr(text, ?1, ?2) FROM pages WHERE document = ?3 AND number = ?4");
    row.bind(from + 1).bind(static_cast<std::int64_t>(s.end) - from + kNear).bind(s.document->row).bind(s.page);
    const std::string near = text::fold(s.document->title + " " + (row.step() ? row.text(0) : ""));
    const auto& words = words_.handover_words();
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return near.find(word) != std::string::npos; });
  }

  store::Database& database_;
  const OfficeWords& words_;
  std::map<const OfficialStatement*, bool> known_;
};

bool is_exclusive(const HeldOffice& held) {
  return held.office.tenure == Tenure::kHeld && held.office.located && held.office.one_holder && !held.first.empty();
}

// Without an interval (first > last) where no day is certain. Without `handovers` the longest that it can be: pages are
// looked at for the few only that may be in conflict.
Attested attested(const Person& person, const HeldOffice& held, Handovers* handovers) {
  Attested result{&person, &held, {}, 99991231, 0};
  for (const OfficialStatement* s : held.statements) {
    if (!s->when.known() || (handovers != nullptr && handovers->is_near(*s))) continue;
    result.statements.push_back(s);
    result.first = std::min(result.first, s->when.last);
    result.last = std::max(result.last, s->when.first);
  }
  return result;
}

bool at_once(const Attested& a, const Attested& b) {
  return a.first <= a.last && b.first <= b.last && a.first <= b.last && b.first <= a.last;
}

// Both certain at once, handovers left out.
bool surely_at_once(Attested& a, Attested& b, Handovers& handovers) {
  if (!at_once(a, b)) return false;
  a = attested(*a.person, *a.held, &handovers);
  b = attested(*b.person, *b.held, &handovers);
  return at_once(a, b);
}

bool ends_with_words(const std::string& whole, const std::string& end) {
  return whole == end || (whole.size() > end.size() && whole.compare(whole.size() - end.size(), end.size(), end) == 0 &&
                          whole[whole.size() - end.size() - 1] == ' ');
}

// One name with a mark misread, or a shorter form of it.
bool may_be_one_name(const std::string& a, const std::string& b) {
  const std::string x = text::fold_to_ascii(a);
  const std::string y = text::fold_to_ascii(b);
  return ends_with_words(x, y) || ends_with_words(y, x);
}

Shared as_observation(const OfficialStatement& s, const HeldOffice& held) {
  Observation o;
  o.fact = s.fact;
  o.id = s.id;
  o.type = "official";
  o.measure = "office";
  o.place = held.office.place;
  o.period = s.day;
  o.when = s.when;
  o.label = s.name + ": " + s.text;
  o.confidence = s.confidence;
  o.section = "body";
  o.document = s.document;
  o.page = s.page;
  o.start = s.start;
  o.end = s.end;
  o.quote = s.quote;
  o.corrections = s.corrections;
  return std::make_shared<const Observation>(std::move(o));
}

// The first and the last statement of each: they tell the time.
Observations members_of(const Attested& a, const Attested& b) {
  Observations members;
  for (const Attested* one : {&a, &b}) {
    members.push_back(as_observation(*one->statements.front(), *one->held));
    if (one->statements.size() > 1) members.push_back(as_observation(*one->statements.back(), *one->held));
  }
  return members;
}

std::string named(const Attested& a) {
  return a.person->name + " (" + a.held->first + (a.held->first == a.held->last ? "" : "/" + a.held->last) + ")";
}

bool in_one_document(const Attested& a, const Attested& b) {
  std::set<std::int64_t> documents;
  for (const OfficialStatement* s : a.statements) documents.insert(s->document->row);
  return std::any_of(b.statements.begin(), b.statements.end(),
                     [&](const OfficialStatement* s) { return documents.count(s->document->row) != 0; });
}

Conflict two_holders_conflict(const Attested& a, const Attested& b) {
  const std::string figures = a.held->text + ": " + named(a) + " ≠ " + named(b);
  if (in_one_document(a, b)) {
    return make_conflict(ConflictKind::kTwoHolders, Severity::kLow, members_of(a, b), figures,
                         {"one document names two holders of an office that one person has: perhaps it tells of two "
                          "times, or of two bodies of one name",
                          "một tài liệu nêu hai người giữ một chức vụ chỉ có một người: có thể ở hai thời điểm, hoặc "
                          "hai cơ quan trùng tên"});
  }
  return make_conflict(ConflictKind::kTwoHolders, Severity::kMedium, members_of(a, b), figures,
                       {"two people are said to have one office on the same days: an old title kept, a deputy told as "
                        "the head, or a name misread",
                        "hai người cùng giữ một chức vụ trong cùng thời gian: giữ chức danh cũ, cấp phó bị nêu là cấp "
                        "trưởng, hoặc đọc sai tên"});
}

using ByOffice = std::map<std::string, std::vector<std::pair<const Person*, const HeldOffice*>>>;

void two_holders(const ByOffice& offices, Handovers& handovers, Conflicts& conflicts) {
  for (const auto& [office, holders] : offices) {
    if (holders.size() < 2) continue;
    std::vector<Attested> told;
    for (const auto& [person, held] : holders) told.push_back(attested(*person, *held, nullptr));
    for (std::size_t a = 0; a < told.size(); ++a) {
      for (std::size_t b = a + 1; b < told.size(); ++b) {
        if (!at_once(told[a], told[b]) || may_be_one_name(told[a].person->key, told[b].person->key)) continue;
        if (surely_at_once(told[a], told[b], handovers)) conflicts.push_back(two_holders_conflict(told[a], told[b]));
      }
    }
  }
}

// A document that gives one person both offices says that they go together ("kiêm").
bool are_held_together(const HeldOffice& a, const HeldOffice& b) {
  std::set<std::int64_t> facts;
  for (const OfficialStatement* s : a.statements) facts.insert(s->fact);
  return std::any_of(b.statements.begin(), b.statements.end(),
                     [&](const OfficialStatement* s) { return facts.count(s->fact) != 0; });
}

bool exclude_each_other(const HeldOffice& a, const HeldOffice& b) {
  return is_exclusive(a) && is_exclusive(b) && a.office.full_time && b.office.full_time &&
         !a.office.is_same(b.office) && !are_held_together(a, b);
}

void compare_offices(const Person& a, const Person& b, Handovers& handovers, Conflicts& conflicts) {
  for (const HeldOffice& x : a.offices) {
    for (const HeldOffice& y : b.offices) {
      if (!exclude_each_other(x, y) || (&a == &b && &x >= &y)) continue;
      // Two people of one name: only in one place that is worth a look.
      if (&a != &b && (x.office.place.empty() || x.office.place != y.office.place)) continue;
      Attested told_x = attested(a, x, nullptr);
      Attested told_y = attested(b, y, nullptr);
      if (!surely_at_once(told_x, told_y, handovers)) continue;
      conflicts.push_back(make_conflict(
          ConflictKind::kTwoOffices, &a == &b ? Severity::kMedium : Severity::kLow, members_of(told_x, told_y),
          a.name + ": " + x.text + " ≠ " + y.text,
          {"one person is said to lead two bodies on the same days: an old title kept, or two people of one name",
           "một người đứng đầu hai cơ quan trong cùng thời gian: giữ chức danh cũ, hoặc hai người trùng tên"}));
    }
  }
}

void two_offices(const std::vector<Person>& people, Handovers& handovers, Conflicts& conflicts) {
  for (std::size_t i = 0; i < people.size(); ++i) {
    compare_offices(people[i], people[i], handovers, conflicts);
    for (const Namesake& other : people[i].doubtful) {
      const bool one_sex = other.why != Doubt::kOtherHonorific;
      if (other.person > i && one_sex) compare_offices(people[i], people[other.person], handovers, conflicts);
    }
  }
}

}  // namespace

Conflicts offices_at_once(store::Database& database, const People& people, const OfficeWords& words) {
  ByOffice offices;
  for (const Person& person : people.all) {
    for (const HeldOffice& held : person.offices) {
      if (is_exclusive(held)) offices[held.office.key()].emplace_back(&person, &held);
    }
  }
  Handovers handovers(database, words);
  Conflicts conflicts;
  two_holders(offices, handovers, conflicts);
  two_offices(people.all, handovers, conflicts);
  return conflicts;
}

}  // namespace trichluc::conflict
