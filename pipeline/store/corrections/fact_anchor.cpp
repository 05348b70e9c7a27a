#include "pipeline/store/corrections/fact_anchor.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace trichluc::store {
namespace {

constexpr char kSeparator = '\x1f';
// A fact that is proved by other words by this much is another fact.
constexpr double kLeastOverlap = 0.3;
// Below this neither the words nor what they say is the same enough.
constexpr double kLeastScore = 0.75;
constexpr double kSameId = 10;

std::vector<std::string> parts_of(const std::string& said) {
  std::vector<std::string> parts{""};
  for (const char c : said) {
    if (c == kSeparator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

struct Place {
  int page = 1;
  std::size_t start = 0, end = 0;
};

std::optional<Place> place_of(const StoredAnchor& anchor, const PageTexts& pages) {
  const auto page = pages.find(anchor.page);
  if (page == pages.end()) return std::nullopt;
  const auto found = find_anchor(page->second, anchor.words);
  if (!found) return std::nullopt;
  return Place{anchor.page, found->start, found->end};
}

// How well the fact's proofs cover the words: what they share in parts of the shorter and of both together.
double overlap_of(const CandidateFact& fact, const Place& place) {
  double best = 0;
  for (const CandidateFact::Proof& proof : fact.proofs) {
    if (proof.page != place.page) continue;
    const std::size_t begin = std::max(proof.start, place.start);
    const std::size_t end = std::min(proof.end, place.end);
    if (begin >= end) continue;
    const auto shared = static_cast<double>(end - begin);
    const auto shorter = static_cast<double>(std::min(proof.end - proof.start, place.end - place.start));
    const auto both = static_cast<double>(std::max(proof.end, place.end) - std::min(proof.start, place.start));
    if (shared / shorter >= kLeastOverlap) best = std::max(best, (shared / shorter + shared / both) / 2);
  }
  return best;
}

// The numbers and the name.
bool says_same_value(const std::string& said, const std::string& again) {
  constexpr std::size_t kNumbers = 3;
  constexpr std::size_t kName = 9;
  const auto a = parts_of(said);
  const auto b = parts_of(again);
  if (a.size() <= kName || b.size() <= kName || a[kName] != b[kName]) return false;
  return std::equal(a.begin(), a.begin() + kNumbers, b.begin());
}

bool says_all(const std::string& said, const std::string& again) {
  const auto a = parts_of(said);
  const auto b = parts_of(again);
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (!a[i].empty() && a[i] != b[i]) return false;
  }
  return true;
}

// What a person has added is the same as what is read only where it says nothing else.
bool may_be(const StoredAnchor& anchor, const CandidateFact& fact) {
  if (anchor.action == "add") return says_all(anchor.said, fact.said);
  return anchor.alone || says_same_value(anchor.said, fact.said);
}

double score_of(const StoredAnchor& anchor, const std::optional<Place>& place, const CandidateFact& fact) {
  if (fact.type != anchor.type) return 0;
  if (fact.id == anchor.root) return kSameId;
  if (!may_be(anchor, fact)) return 0;
  const double overlap = place ? overlap_of(fact, *place) : 0;
  return overlap == 0 ? 0 : overlap + agreement_of(anchor.said, fact.said);
}

struct Pair {
  double score = 0;
  std::string root;
  std::size_t fact = 0;
};

}  // namespace

const char* const kSaid =
    "coalesce(f.value, '') || char(31) || coalesce(f.low, '') || char(31) || coalesce(f.high, '') || char(31) || "
    "coalesce(f.counted, '') || char(31) || coalesce(f.currency, '') || char(31) || coalesce(f.place, '') || char(31) "
    "|| "
    "coalesce(f.period, '') || char(31) || coalesce(f.status, '') || char(31) || coalesce(f.stage, '') || char(31) || "
    "coalesce(f.name, '') || char(31) || coalesce(f.legal_number, '') || char(31) || coalesce(f.label, '')";

bool stands_alone(const CandidateFact& fact, const std::vector<CandidateFact>& facts) {
  const bool shared = std::any_of(facts.begin(), facts.end(), [&](const CandidateFact& other) {
    if (other.fact == fact.fact || other.type != fact.type) return false;
    return std::any_of(fact.proofs.begin(), fact.proofs.end(), [&](const CandidateFact::Proof& proof) {
      return overlap_of(other, {proof.page, proof.start, proof.end}) > 0;
    });
  });
  return !shared;
}

double agreement_of(const std::string& said, const std::string& again) {
  const auto a = parts_of(said);
  const auto b = parts_of(again);
  int all = 0;
  int same = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].empty() && b[i].empty()) continue;
    ++all;
    same += a[i] == b[i] ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(same) / all;
}

PageTexts page_texts(Database& database, std::int64_t document) {
  PageTexts texts;
  Statement row = database.prepare("SELECT number, text FROM pages WHERE document = ?");
  row.bind(document);
  while (row.step()) texts.emplace(static_cast<int>(row.integer(0)), row.text(1));
  return texts;
}

std::vector<StoredAnchor> anchors_of(Database& database, std::int64_t document) {
  std::vector<StoredAnchor> anchors;
  Statement row = database.prepare(
      "SELECT a.correction, a.ordinal, c.action, a.type, a.root, a.page, a.quote, a.prefix, a.suffix, a.\"start\", "
      "a.\"end\", a.said, a.alone FROM corrections_in_force AS c JOIN anchors AS a USING (correction) WHERE a.document "
      "= (SELECT id FROM documents WHERE document = ?) ORDER BY a.correction, a.ordinal");
  row.bind(document);
  while (row.step()) {
    StoredAnchor a;
    a.correction = row.integer(0);
    a.ordinal = static_cast<int>(row.integer(1));
    a.action = row.text(2);
    a.type = row.text(3);
    a.root = row.text(4);
    a.page = static_cast<int>(row.integer(5));
    a.words.quote = row.text(6);
    a.words.prefix = row.text(7);
    a.words.suffix = row.text(8);
    a.words.start = static_cast<std::size_t>(row.integer(9));
    a.words.end = static_cast<std::size_t>(row.integer(10));
    a.said = row.text(11);
    a.alone = row.integer(12) != 0;
    anchors.push_back(std::move(a));
  }
  return anchors;
}

std::vector<CandidateFact> facts_of(Database& database, std::int64_t document) {
  std::vector<CandidateFact> facts;
  Statement row = database.prepare("SELECT f.fact, f.id, f.type, " + std::string(kSaid) +
                                   " FROM facts AS f WHERE document = ? ORDER BY ordinal");
  row.bind(document);
  while (row.step()) facts.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), {}});
  Statement proof = database.prepare("SELECT page, \"start\", \"end\" FROM evidence WHERE fact = ? ORDER BY ordinal");
  for (CandidateFact& fact : facts) {
    proof.bind(fact.fact);
    while (proof.step()) {
      fact.proofs.push_back({static_cast<int>(proof.integer(0)), static_cast<std::size_t>(proof.integer(1)),
                             static_cast<std::size_t>(proof.integer(2))});
    }
  }
  return facts;
}

std::map<std::string, std::size_t> assign_anchors(const std::vector<StoredAnchor>& anchors,
                                                  const std::vector<CandidateFact>& facts, const PageTexts& pages) {
  std::vector<Pair> pairs;
  for (const StoredAnchor& anchor : anchors) {
    const auto place = place_of(anchor, pages);
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const double score = score_of(anchor, place, facts[i]);
      if (score >= kLeastScore) pairs.push_back({score, anchor.root, i});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
  std::map<std::string, std::size_t> assigned;
  std::set<std::size_t> taken;
  for (const Pair& pair : pairs) {
    if (assigned.contains(pair.root) || taken.contains(pair.fact)) continue;
    assigned.emplace(pair.root, pair.fact);
    taken.insert(pair.fact);
  }
  return assigned;
}

}  // namespace trichluc::store
