#include "pipeline/query/people/officials.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/query/people/people_links.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

using people::Mention;

constexpr std::size_t kMostNamesakes = 20;  // listed with a person; a common name has hundreds

using Mentions = std::map<std::string, std::vector<Mention>>;  // by folded name

bool is_end_of(const std::string& name, const std::string& whole) {
  return name.size() < whole.size() && whole.compare(whole.size() - name.size(), name.size(), name) == 0 &&
         whole[whole.size() - name.size() - 1] == ' ';
}

// "ông Hùng" is the Nguyễn Văn Hùng of his document, where there is one alone.
std::string full_name_in(const std::map<std::string, Mention>& document, const std::string& name) {
  std::string full;
  for (const auto& [other, mention] : document) {
    if (!is_end_of(name, other)) continue;
    if (!full.empty()) return name;
    full = other;
  }
  return full.empty() ? name : full;
}

void keep(const std::map<std::string, Mention>& document, Mentions& mentions) {
  std::map<std::string, Mention> whole;
  for (const auto& [name, mention] : document) {
    auto& kept = whole[full_name_in(document, name)].statements;
    // The full name first: it is the one that is shown.
    kept.insert(is_end_of(name, full_name_in(document, name)) ? kept.end() : kept.begin(), mention.statements.begin(),
                mention.statements.end());
  }
  for (auto& [name, mention] : whole) mentions[name].push_back(std::move(mention));
}

Mentions mentions_of(const std::vector<OfficialStatement>& statements, OfficeWords& words, const PersonLinks& links) {
  std::map<std::string, std::string> other_name;  // of a fact whose person was joined with one of another name
  std::map<std::string, std::string> name_of_fact;
  for (const OfficialStatement& s : statements) name_of_fact.emplace(s.id, words.folded(s.name));
  for (const auto& [a, b] : links.same) {
    if (name_of_fact.count(a) != 0 && name_of_fact.count(b) != 0) other_name[b] = name_of_fact[a];
  }
  Mentions mentions;
  std::map<std::string, Mention> document;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const OfficialStatement& s = statements[i];
    const auto other = other_name.find(s.id);
    document[other == other_name.end() ? name_of_fact[s.id] : other->second].statements.push_back(&s);
    if (i + 1 < statements.size() && statements[i + 1].document == s.document) continue;
    keep(document, mentions);
    document.clear();
  }
  return mentions;
}

// By first day, undated last.
bool is_earlier(const HeldOffice& a, const HeldOffice& b) {
  return std::tuple(a.first.empty(), a.first, a.last, a.text) < std::tuple(b.first.empty(), b.first, b.last, b.text);
}

void set_times(HeldOffice& held) {
  const OfficialStatement* first = nullptr;
  const OfficialStatement* last = nullptr;
  for (const OfficialStatement* s : held.statements) {
    if (!s->when.known()) continue;
    if (first == nullptr || s->when.first < first->when.first) first = s;
    if (last == nullptr || s->when.last > last->when.last) last = s;
  }
  if (first == nullptr) return;
  held.first = first->day;
  held.last = last->day;
}

std::vector<HeldOffice> offices_of(const std::vector<const OfficialStatement*>& statements) {
  std::map<std::pair<std::string, Tenure>, HeldOffice> by_office;
  for (const OfficialStatement* s : statements) {
    if (s->text.empty() && s->title.empty()) continue;
    HeldOffice& held = by_office[{s->office.key(), s->office.tenure}];
    if (held.statements.empty()) held = {s->office, s->title, s->organization, s->text, "", "", {}};
    if (s->text.size() > held.text.size()) {
      held.title = s->title;
      held.organization = s->organization;
      held.text = s->text;
    }
    held.statements.push_back(s);
  }
  std::vector<HeldOffice> offices;
  for (auto& [key, held] : by_office) {
    std::stable_sort(held.statements.begin(), held.statements.end(),
                     [](const OfficialStatement* a, const OfficialStatement* b) {
                       return std::tuple(!a->when.known(), a->when.first, a->id) <
                              std::tuple(!b->when.known(), b->when.first, b->id);
                     });
    set_times(held);
    offices.push_back(std::move(held));
  }
  std::stable_sort(offices.begin(), offices.end(), is_earlier);
  return offices;
}

Person person_of(const std::string& key, const std::vector<const OfficialStatement*>& statements) {
  Person person;
  person.key = key;
  std::map<std::string, int> names;
  std::set<std::string> honorifics, groups;
  for (const OfficialStatement* s : statements) {
    if (person.id.empty() || s->id < person.id) person.id = s->id;
    ++names[s->name];
    if (!s->honorific.empty()) honorifics.insert(s->honorific);
    groups.insert(s->document->group);
  }
  // A short form within a document is no spelling of the name.
  const auto weight = [](const auto& entry) {
    return std::pair(std::count(entry.first.begin(), entry.first.end(), ' '), entry.second);
  };
  const auto best =
      std::max_element(names.begin(), names.end(), [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
  person.name = best->first;
  for (const auto& [name, count] : names) person.names.push_back(name);
  person.honorifics.assign(honorifics.begin(), honorifics.end());
  person.sources = groups.size();
  person.offices = offices_of(statements);
  return person;
}

void add_namesakes(const std::vector<Mention>& mentions, const std::vector<std::vector<std::size_t>>& members,
                   std::size_t from, std::vector<Person>& persons) {
  const auto some_of = [&](const std::vector<std::size_t>& indices) {
    std::vector<const Mention*> some;
    for (std::size_t i = 0; i < indices.size() && i < kMostNamesakes; ++i) some.push_back(&mentions[indices[i]]);
    return some;
  };
  for (std::size_t a = 0; a < members.size(); ++a) {
    for (std::size_t b = 0; b < members.size() && persons[from + a].doubtful.size() < kMostNamesakes; ++b) {
      if (a == b) continue;
      persons[from + a].doubtful.push_back({from + b, people::doubt_between(some_of(members[a]), some_of(members[b]))});
    }
  }
}

bool is_phrase_in(const std::string& words, const std::string& text) {
  return (" " + text + " ").find(" " + words + " ") != std::string::npos;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// What --position asks for.
class Question {
 public:
  Question(const std::string& position, OfficeWords& words) : words_(words) {
    const std::string folded = words.folded(position);
    loose_ = folded == text::fold_to_ascii(folded);
    const std::string title = words.title_at_start(folded, loose_);
    const std::string body = title.empty() ? folded : folded.substr(std::min(folded.size(), title.size() + 1));
    Office office = words.office(title, body, "", "");
    tenure_ = office.tenure;
    title_ = office.title;
    body_ = split(office.body);
  }
  // All words of the body are those of the office, its place's among them, from the same word on.
  bool asks_for(const Office& office) {
    if (office.tenure == Tenure::kFormer && tenure_ != Tenure::kFormer) return false;
    if (!title_.empty() && shown(office.title) != title_) return false;
    const auto words = split(shown(office.body + " " + words_.folded(office.place)));
    return std::all_of(body_.begin(), body_.end(),
                       [&](const std::string& word) {
                         return word == "tỉnh" || std::find(words.begin(), words.end(), word) != words.end();
                       }) &&
           (body_.empty() || words.empty() || words.front() == body_.front());
  }

 private:
  std::string shown(const std::string& text) const { return loose_ ? text::fold_to_ascii(text) : text; }

  OfficeWords& words_;
  bool loose_ = false;
  Tenure tenure_ = Tenure::kHeld;
  std::string title_;
  std::vector<std::string> body_;
};

bool is_within(const HeldOffice& held, const CoveredTime& day) {
  return covered_time(held.first).first <= day.last && covered_time(held.last).last >= day.first;
}

// Per office: who is attested on the day, or else the nearest before and after.
void choose_at(const std::vector<Holder>& all, const CoveredTime& day, std::vector<Holder>& chosen) {
  const Holder* before = nullptr;
  const Holder* after = nullptr;
  const std::size_t had = chosen.size();
  for (const Holder& holder : all) {
    const HeldOffice& held = *holder.office;
    if (held.first.empty()) continue;
    if (is_within(held, day)) {
      chosen.push_back(holder);
    } else if (covered_time(held.last).last < day.first) {
      if (before == nullptr || before->office->last < held.last) before = &holder;
    } else if (after == nullptr || held.first < after->office->first) {
      after = &holder;
    }
  }
  if (chosen.size() > had) return;
  if (before != nullptr) chosen.push_back({before->person, before->office, At::kBefore});
  if (after != nullptr) chosen.push_back({after->person, after->office, At::kAfter});
}

}  // namespace

std::string_view name_of(Doubt doubt) {
  switch (doubt) {
    case Doubt::kOtherBody:
      return "other_body";
    case Doubt::kOtherHonorific:
      return "other_honorific";
    case Doubt::kLongApart:
      return "long_apart";
    case Doubt::kBodyUnknown:
      return "body_unknown";
  }
  return "";
}

std::string_view name_of(At at) {
  switch (at) {
    case At::kWithin:
      return "attested";
    case At::kBefore:
      return "last_before";
    case At::kAfter:
      return "first_after";
  }
  return "";
}

std::vector<Person> group_people(const std::vector<OfficialStatement>& statements, OfficeWords& words,
                                 const PersonLinks& links) {
  std::vector<Person> persons;
  for (const auto& [name, mentions] : mentions_of(statements, words, links)) {
    const auto members = people::persons_among(mentions, links);
    const std::size_t from = persons.size();
    for (const auto& indices : members) {
      std::vector<const OfficialStatement*> all;
      for (const std::size_t i : indices) {
        all.insert(all.end(), mentions[i].statements.begin(), mentions[i].statements.end());
      }
      persons.push_back(person_of(name, all));
    }
    if (members.size() > 1) add_namesakes(mentions, members, from, persons);
  }
  return persons;
}

bool is_named(const Person& person, const std::string& text, OfficeWords& words) {
  const std::string wanted = words.folded(text);
  const bool loose = wanted == text::fold_to_ascii(wanted);
  return is_phrase_in(wanted, loose ? text::fold_to_ascii(person.key) : person.key);
}

std::vector<Holder> holders_of(const std::vector<Person>& people, const std::string& position, const std::string& day,
                               OfficeWords& words) {
  Question question(position, words);
  std::map<std::string, std::vector<Holder>> by_office;
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (const HeldOffice& held : people[i].offices) {
      if (question.asks_for(held.office)) by_office[held.office.key()].push_back({i, &held, At::kWithin});
    }
  }
  const CoveredTime asked = covered_time(day);
  std::vector<Holder> chosen;
  for (auto& [office, holders] : by_office) {
    std::stable_sort(holders.begin(), holders.end(),
                     [](const Holder& a, const Holder& b) { return is_earlier(*a.office, *b.office); });
    if (day.empty()) {
      chosen.insert(chosen.end(), holders.begin(), holders.end());
    } else {
      choose_at(holders, asked, chosen);
    }
  }
  return chosen;
}

}  // namespace trichluc
