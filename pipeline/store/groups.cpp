#include "pipeline/store/groups.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <set>
#include <string_view>

namespace trichluc::store {
namespace {

// Form letters by the thousand share bands. They hang together all the same when each is compared with this many only,
// those with the most bands in common, of this many with each band.
constexpr std::size_t kMostCandidates = 200;
constexpr int kMostOfBand = 1000;

template <class Number>
std::string bytes_of(const Number* numbers, std::size_t count) {
  static_assert(std::endian::native == std::endian::little);
  return {reinterpret_cast<const char*>(numbers), count * sizeof(Number)};
}

template <class Number>
void read_numbers(const std::string& bytes, Number* numbers, std::size_t count) {
  std::memcpy(numbers, bytes.data(), count * sizeof(Number));
}

std::vector<std::uint32_t> numbers_of(const std::string& bytes) {
  std::vector<std::uint32_t> numbers(bytes.size() / sizeof(std::uint32_t));
  read_numbers(bytes, numbers.data(), numbers.size());
  return numbers;
}

std::optional<text::Sketch> sketch_in(Database& database, std::int64_t document) {
  Statement row = database.prepare("SELECT words, shingles, figures, bands FROM signatures WHERE document = ?");
  if (!row.bind(document).step()) return std::nullopt;
  text::Sketch sketch;
  sketch.words = static_cast<std::size_t>(row.integer(0));
  sketch.shingles = numbers_of(row.text(1));
  sketch.figures = numbers_of(row.text(2));
  const std::string bands = row.text(3);
  if (bands.size() != sizeof(sketch.bands)) throw DatabaseFault(FaultKind::kDamaged, "a signature has a wrong length");
  read_numbers(bands, sketch.bands.data(), sketch.bands.size());
  return sketch;
}

void insert_sketch(Database& database, std::int64_t document, const text::Sketch& sketch) {
  database.prepare("INSERT INTO signatures (document, words, shingles, figures, bands) VALUES (?, ?, ?, ?, ?)")
      .bind(document)
      .bind(static_cast<std::int64_t>(sketch.words))
      .bind_blob(bytes_of(sketch.shingles.data(), sketch.shingles.size()))
      .bind_blob(bytes_of(sketch.figures.data(), sketch.figures.size()))
      .bind_blob(bytes_of(sketch.bands.data(), sketch.bands.size()))
      .run();
  Statement band = database.prepare("INSERT OR IGNORE INTO bands (band, document) VALUES (?, ?)");
  for (const std::uint64_t key : sketch.bands) band.bind(std::bit_cast<std::int64_t>(key)).bind(document).run();
}

std::vector<std::int64_t> column(Statement& row) {
  std::vector<std::int64_t> found;
  while (row.step()) found.push_back(row.integer(0));
  return found;
}

std::vector<std::int64_t> candidates_of(Database& database, std::int64_t document, const text::Sketch& sketch) {
  std::map<std::int64_t, int> shared;
  Statement row = database.prepare("SELECT document FROM bands WHERE band = ? AND document <> ? LIMIT ?");
  for (const std::uint64_t key : sketch.bands) {
    row.bind(std::bit_cast<std::int64_t>(key)).bind(document).bind(kMostOfBand);
    while (row.step()) ++shared[row.integer(0)];
  }
  std::vector<std::int64_t> candidates;
  for (const auto& [other, bands] : shared) candidates.push_back(other);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](std::int64_t a, std::int64_t b) { return shared[a] > shared[b]; });
  if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
  return candidates;
}

std::vector<std::int64_t> neighbours_of(Database& database, std::int64_t document) {
  Statement row = database.prepare("SELECT other FROM near_duplicates WHERE document = ?");
  row.bind(document);
  return column(row);
}

std::vector<std::int64_t> find_near_duplicates(Database& database, std::int64_t document, const text::Sketch& sketch) {
  std::vector<std::int64_t> alike;
  Statement insert = database.prepare("INSERT INTO near_duplicates (document, other, similarity) VALUES (?, ?, ?)");
  for (const std::int64_t other : candidates_of(database, document, sketch)) {
    const auto known = sketch_in(database, other);
    if (!known) continue;
    const text::Likeness likeness = text::likeness_of(sketch, *known);
    if (!text::is_same_report(likeness)) continue;
    insert.bind(document).bind(other).bind(likeness.wording).run();
    insert.bind(other).bind(document).bind(likeness.wording).run();
    alike.push_back(other);
  }
  return alike;
}

// All that hangs together with a document, itself included.
std::set<std::int64_t> component_of(Database& database, std::int64_t document) {
  std::set<std::int64_t> members{document};
  std::vector<std::int64_t> open{document};
  while (!open.empty()) {
    const std::int64_t next = open.back();
    open.pop_back();
    for (const std::int64_t other : neighbours_of(database, next)) {
      if (members.insert(other).second) open.push_back(other);
    }
  }
  return members;
}

std::string id_of(Database& database, std::int64_t document) {
  Statement row = database.prepare("SELECT id FROM documents WHERE document = ?");
  return row.bind(document).step() ? row.text(0) : "";
}

void put_into_group(Database& database, std::int64_t document, const std::string& leader) {
  database
      .prepare(
          "INSERT OR REPLACE INTO groups (document, leader, similarity) "
          "SELECT ?1, ?2, max(similarity) FROM near_duplicates WHERE document = ?1")
      .bind(document)
      .bind(leader)
      .run();
}

// A new document makes one group of those that it is like and of their groups.
void join_groups(Database& database, std::int64_t document, const std::vector<std::int64_t>& alike) {
  if (alike.empty()) return;
  std::set<std::string> leaders;
  std::string least = id_of(database, document);
  Statement row = database.prepare("SELECT leader FROM groups WHERE document = ?");
  for (const std::int64_t other : alike) {
    if (row.bind(other).step()) leaders.insert(row.text(0));
    row.run();
    least = std::min(least, id_of(database, other));
  }
  if (!leaders.empty()) least = std::min(least, *leaders.begin());
  Statement rename = database.prepare("UPDATE groups SET leader = ? WHERE leader = ?");
  for (const std::string& leader : leaders) {
    if (leader != least) rename.bind(least).bind(leader).run();
  }
  put_into_group(database, document, least);
  for (const std::int64_t other : alike) put_into_group(database, other, least);
}

// What is left of a group that a document was taken from may hang together no more.
void part_groups(Database& database, const std::vector<std::int64_t>& documents) {
  std::set<std::int64_t> named;
  for (const std::int64_t document : documents) {
    if (named.contains(document)) continue;
    const std::set<std::int64_t> members = component_of(database, document);
    std::string least;
    for (const std::int64_t member : members) {
      const std::string id = id_of(database, member);
      if (least.empty() || id < least) least = id;
    }
    for (const std::int64_t member : members) {
      if (members.size() > 1) {
        put_into_group(database, member, least);
      } else {
        database.prepare("DELETE FROM groups WHERE document = ?").bind(member).run();
      }
    }
    named.insert(members.begin(), members.end());
  }
}

void take_away(Database& database, std::int64_t document, const text::Sketch& known) {
  const std::vector<std::int64_t> alike = neighbours_of(database, document);
  Statement band = database.prepare("DELETE FROM bands WHERE band = ? AND document = ?");
  for (const std::uint64_t key : known.bands) band.bind(std::bit_cast<std::int64_t>(key)).bind(document).run();
  Statement back = database.prepare("DELETE FROM near_duplicates WHERE document = ? AND other = ?");
  for (const std::int64_t other : alike) back.bind(other).bind(document).run();
  for (const char* table : {"near_duplicates", "groups", "signatures"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?").bind(document).run();
  }
  part_groups(database, alike);
}

}  // namespace

void put_sketch(Database& database, std::int64_t document, const std::optional<text::Sketch>& sketch) {
  const auto known = sketch_in(database, document);
  if (known == sketch) return;
  if (known) take_away(database, document, *known);
  if (!sketch) return;
  insert_sketch(database, document, *sketch);
  join_groups(database, document, find_near_duplicates(database, document, *sketch));
}

void delete_sketch(Database& database, std::int64_t document) {
  put_sketch(database, document, std::nullopt);
}

Result<std::vector<GroupMember>> list_groups(Archive& archive) {
  std::vector<GroupMember> members;
  const auto read = archive.read([&](Database& database) {
    Statement row = database.prepare(
        "SELECT g.leader, d.id, d.source, g.similarity FROM groups AS g JOIN documents AS d USING (document) "
        "ORDER BY g.leader, d.source, d.id");
    while (row.step()) members.push_back({row.text(0), row.text(1), row.text(2), row.real(3)});
  });
  if (!read) return tl::unexpected(read.error());
  return members;
}

}  // namespace trichluc::store
