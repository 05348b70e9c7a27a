#include "pipeline/store/corrections/fact_anchor.h"

#include <catch2/catch.hpp>

#include "pipeline/base/utf8.h"

namespace trichluc::store {
namespace {

std::string said(const std::string& value, const std::string& place = "Hà Giang") {
  const std::string s = "\x1f";
  return value + s + s + s + "ngo" + s + s + place + s + "2018" + s + "operating" + s + s + s + s;
}

CandidateFact fact_on(const std::string& page, const std::string& quote, const std::string& id,
                      const std::string& says) {
  const CodePointOffsets offsets(page);
  const std::size_t at = page.find(quote);
  REQUIRE(at != std::string::npos);
  return {1, id, "count", says, {{1, offsets.at(at), offsets.at(at + quote.size())}}};
}

StoredAnchor anchor_on(const std::string& page, const CandidateFact& fact, bool alone = true) {
  StoredAnchor anchor{1, 0, "correct", fact.type, fact.id, 1, {}, fact.said, alone};
  anchor.words = anchor_at(page, fact.proofs.front().start, fact.proofs.front().end);
  return anchor;
}

const std::string kBefore = "Năm 2018 Hà Giang có 12 tổ chức, Lào Cai có 15 tổ chức.";
const std::string kAfter = "Nãm 2O18 Hà Giang có l2 tổ chức, Lào Cai có 15 tổ chức.";

TEST_CASE("fact anchor: the fact of the same words, whatever its id and value are now") {
  const auto old = fact_on(kBefore, "Hà Giang có 12 tổ chức", "a", said("12"));
  const std::vector<CandidateFact> now{fact_on(kAfter, "Lào Cai có 15 tổ chức", "b", said("15", "Lào Cai")),
                                       fact_on(kAfter, "Hà Giang có l2 tổ chức", "c", said("2"))};
  const auto assigned = assign_anchors({anchor_on(kBefore, old)}, now, {{1, kAfter}});
  REQUIRE(assigned.count("a") == 1);
  CHECK(assigned.at("a") == 1);
}

TEST_CASE("fact anchor: a fact that is gone is lost, and its neighbour is not taken for it") {
  const auto old = fact_on(kBefore, "Hà Giang có 12 tổ chức", "a", said("12"));
  const std::vector<CandidateFact> now{fact_on(kAfter, "Lào Cai có 15 tổ chức", "b", said("15", "Lào Cai"))};
  CHECK(assign_anchors({anchor_on(kBefore, old)}, now, {{1, kAfter}}).empty());
}

TEST_CASE("fact anchor: of facts with the same words only the one of the same value is meant") {
  const auto twelve = fact_on(kBefore, kBefore, "a", said("12"));
  const auto fifteen = fact_on(kBefore, kBefore, "b", said("15"));
  CHECK_FALSE(stands_alone({1, "a", "count", "", twelve.proofs}, {{2, "b", "count", "", fifteen.proofs}}));
  const std::vector<CandidateFact> now{fact_on(kBefore, kBefore, "c", said("15"))};
  CHECK(assign_anchors({anchor_on(kBefore, twelve, false)}, now, {{1, kBefore}}).empty());
  CHECK(assign_anchors({anchor_on(kBefore, fifteen, false)}, now, {{1, kBefore}}).count("b") == 1);
}

TEST_CASE("fact anchor: no two become one fact") {
  const auto one = fact_on(kBefore, "Hà Giang có 12 tổ chức", "a", said("12"));
  const auto other = fact_on(kBefore, "12 tổ chức", "b", said("12"));
  const std::vector<CandidateFact> now{fact_on(kBefore, "Hà Giang có 12 tổ chức", "c", said("12"))};
  CHECK(assign_anchors({anchor_on(kBefore, one), anchor_on(kBefore, other)}, now, {{1, kBefore}}).size() == 1);
}

TEST_CASE("fact anchor: an addition is what is read only where both say the same") {
  const auto read = fact_on(kBefore, "Lào Cai có 15 tổ chức", "a", said("15", "Lào Cai"));
  auto added = anchor_on(kBefore, read);
  added.action = "add";
  added.root = "x";
  CHECK(assign_anchors({added}, {read}, {{1, kBefore}}).count("x") == 1);
  added.said = said("16", "Lào Cai");
  CHECK(assign_anchors({added}, {read}, {{1, kBefore}}).empty());
}

}  // namespace
}  // namespace trichluc::store
