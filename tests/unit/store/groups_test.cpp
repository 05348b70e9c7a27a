#include "pipeline/store/groups.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "pipeline/store/documents.h"
#include "pipeline/store/withdraw.h"
#include "tests/unit/archive_folder.h"
#include "tests/unit/small_reading.h"

namespace trichluc::store {
namespace {

// A text of words that no other `kind` has; from `from` on, those of another `tail`.
text::Sketch sketch(const std::string& kind, int from, const std::string& tail) {
  std::string words;
  for (int i = 0; i < 200; ++i) {
    const std::string& of = i < from ? kind : tail;
    words += of + std::string(1, static_cast<char>('a' + i % 26)) + static_cast<char>('a' + i / 26) + " ";
  }
  words += "trong 2018 co 496 to chuc 1250";
  const auto made = text::sketch_of(test::text_of({{text::Section::kBody, words}}));
  REQUIRE(made);
  return *made;
}

struct Told {
  std::string id;
  text::Sketch sketch;
};

// b is like a and like c, which are not like each other; d is like e; f stands alone.
std::vector<Told> documents() {
  return {{"cc000001", sketch("mot", 100, "hai")}, {"bb000002", sketch("mot", 150, "hai")},
          {"aa000003", sketch("mot", 200, "hai")}, {"dd000004", sketch("bon", 200, "hai")},
          {"ee000005", sketch("bon", 190, "ba")},  {"ff000006", sketch("sau", 200, "hai")}};
}

std::map<std::string, std::string> groups_of(Archive& archive) {
  const auto members = list_groups(archive);
  REQUIRE(members);
  std::map<std::string, std::string> groups;
  for (const GroupMember& member : *members) {
    groups[member.id] = member.leader;
    CHECK(member.similarity >= 0.5);
    CHECK(member.similarity <= 1);
  }
  return groups;
}

void put(Archive& archive, const Told& told) {
  const auto key = add_document(archive, test::head_of(told.id), 7, "/" + told.id + ".txt", "");
  REQUIRE(key);
  REQUIRE(archive.write([&](Database& database) { put_sketch(database, key->row, told.sketch); }));
}

const std::map<std::string, std::string> kGroups{{"sha256:aa000003", "sha256:aa000003"},
                                                 {"sha256:bb000002", "sha256:aa000003"},
                                                 {"sha256:cc000001", "sha256:aa000003"},
                                                 {"sha256:dd000004", "sha256:dd000004"},
                                                 {"sha256:ee000005", "sha256:dd000004"}};

TEST_CASE("groups: the same in whatever order documents come") {
  const std::vector<Told> all = documents();
  std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
  int seen = 0;
  do {
    if (++seen % 24 != 0) continue;  // 30 of the 720
    const test::ArchiveFolder folder;
    auto archive = Archive::open(folder.archive(), Access::kCreate);
    REQUIRE(archive);
    for (const std::size_t i : order) put(*archive, all[i]);
    CHECK(groups_of(*archive) == kGroups);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("groups: hang together by what is between, and part when it goes") {
  const test::ArchiveFolder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  put(*archive, {"aa000001", sketch("mot", 200, "hai")});
  put(*archive, {"bb000002", sketch("mot", 150, "hai")});
  put(*archive, {"cc000003", sketch("mot", 100, "hai")});
  const std::map<std::string, std::string> one{{"sha256:aa000001", "sha256:aa000001"},
                                               {"sha256:bb000002", "sha256:aa000001"},
                                               {"sha256:cc000003", "sha256:aa000001"}};
  CHECK(groups_of(*archive) == one);
  REQUIRE(withdraw(*archive, "bb000002", "no longer"));
  CHECK(groups_of(*archive).empty());
}

TEST_CASE("groups: another sketch of a document takes it out of its group") {
  const test::ArchiveFolder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  for (const Told& told : documents()) put(*archive, told);
  CHECK(groups_of(*archive) == kGroups);
  put(*archive, {"aa000003", sketch("bay", 200, "hai")});
  const auto groups = groups_of(*archive);
  CHECK_FALSE(groups.contains("sha256:aa000003"));
  CHECK(groups.at("sha256:cc000001") == "sha256:bb000002");  // still like one another
  put(*archive, {"aa000003", sketch("mot", 200, "hai")});
  CHECK(groups_of(*archive) == kGroups);
}

}  // namespace
}  // namespace trichluc::store
