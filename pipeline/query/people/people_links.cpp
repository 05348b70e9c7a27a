#include "pipeline/query/people/people_links.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <unordered_map>

#include "pipeline/base/disjoint_sets.h"

namespace trichluc::people {
namespace {

constexpr int kLongApart = 15 * 10000;  // in the numbers of CoveredTime: fifteen years

// "ông" or "bà"; ranks and "đồng chí" tell neither.
std::string_view gender_of(const Mention& mention) {
  for (const OfficialStatement* s : mention.statements) {
    if (s->honorific == "ông" || s->honorific == "bà") return s->honorific;
  }
  return "";
}

bool of_two_genders(const Mention& a, const Mention& b) {
  const std::string_view x = gender_of(a);
  const std::string_view y = gender_of(b);
  return !x.empty() && !y.empty() && x != y;
}

bool are_long_apart(const Mention& a, const Mention& b) {
  const CoveredTime& x = a.first().when;
  const CoveredTime& y = b.first().when;
  return x.known() && y.known() && std::abs(x.first - y.first) > kLongApart;
}

bool share_body(const Mention& a, const Mention& b) {
  return std::any_of(a.statements.begin(), a.statements.end(), [&](const OfficialStatement* s) {
    return s->office.located && std::any_of(b.statements.begin(), b.statements.end(), [&](const OfficialStatement* t) {
             return t->office.located && s->office.has_same_body(t->office);
           });
  });
}

bool names_no_known_body(const Mention& mention) {
  return std::none_of(mention.statements.begin(), mention.statements.end(),
                      [](const OfficialStatement* s) { return s->office.located; });
}

bool is_linked(const std::vector<std::pair<std::string, std::string>>& pairs, const Mention& a, const Mention& b) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
    return (pair.first == a.first().id && pair.second == b.first().id) ||
           (pair.first == b.first().id && pair.second == a.first().id);
  });
}

bool are_one(const Mention& a, const Mention& b) {
  if (of_two_genders(a, b)) return false;
  // A copy of one text names one person; texts that differ in the body alone are of one pattern, no copies.
  const bool copied = a.first().document->group == b.first().document->group;
  if (copied && (names_no_known_body(a) || names_no_known_body(b))) return true;
  return share_body(a, b) && !are_long_apart(a, b);
}

// Those of one body are compared with the first of them and their neighbours in time only: a name in ten thousand
// documents is no work for a hundred million comparisons.
std::vector<std::pair<std::size_t, std::size_t>> pairs_to_compare(const std::vector<Mention>& mentions) {
  std::map<std::string, std::vector<std::size_t>> by_tie;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    by_tie["group " + mentions[i].first().document->group].push_back(i);
    for (const OfficialStatement* s : mentions[i].statements) {
      if (s->office.located) by_tie["body " + s->office.body_key()].push_back(i);
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  constexpr std::size_t kNeighbours = 8;
  for (auto& [tie, members] : by_tie) {
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return mentions[a].first().when.first < mentions[b].first().when.first;
    });
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t k = i + 1; k < members.size() && k <= i + kNeighbours; ++k) {
        if (members[i] != members[k]) pairs.emplace_back(members[i], members[k]);
      }
    }
  }
  return pairs;
}

void join_linked(const PersonLinks& links, const std::vector<Mention>& mentions, DisjointSets& sets) {
  if (links.same.empty()) return;
  std::unordered_map<std::string, std::size_t> by_fact;
  for (std::size_t i = 0; i < mentions.size(); ++i) by_fact.emplace(mentions[i].first().id, i);
  for (const auto& [one, other] : links.same) {
    const auto a = by_fact.find(one);
    const auto b = by_fact.find(other);
    if (a != by_fact.end() && b != by_fact.end()) sets.join(a->second, b->second);
  }
}

}  // namespace

std::vector<std::vector<std::size_t>> persons_among(const std::vector<Mention>& mentions, const PersonLinks& links) {
  DisjointSets sets(mentions.size());
  for (const auto& [a, b] : pairs_to_compare(mentions)) {
    if (are_one(mentions[a], mentions[b]) && !is_linked(links.apart, mentions[a], mentions[b])) sets.join(a, b);
  }
  join_linked(links, mentions, sets);
  std::map<std::size_t, std::vector<std::size_t>> by_root;
  for (std::size_t i = 0; i < mentions.size(); ++i) by_root[sets.root(i)].push_back(i);
  std::vector<std::vector<std::size_t>> persons;
  for (auto& [root, members] : by_root) persons.push_back(std::move(members));
  return persons;
}

Doubt doubt_between(const std::vector<const Mention*>& a, const std::vector<const Mention*>& b) {
  Doubt doubt = Doubt::kOtherBody;
  for (const Mention* x : a) {
    for (const Mention* y : b) {
      if (of_two_genders(*x, *y)) return Doubt::kOtherHonorific;
      if (share_body(*x, *y) && are_long_apart(*x, *y)) doubt = Doubt::kLongApart;
      if (doubt == Doubt::kOtherBody && (names_no_known_body(*x) || names_no_known_body(*y))) {
        doubt = Doubt::kBodyUnknown;
      }
    }
  }
  return doubt;
}

}  // namespace trichluc::people
