// Words as the search index has them, where they stand in a text, and the snippet around them.
#include "pipeline/store/index_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/query/search/search_matches.h"
#include "pipeline/query/search/search_query.h"

using namespace trichluc;

namespace {

std::string keys(std::string_view text) {
  std::string all;
  for (const auto& word : store::index_words(text)) all += (all.empty() ? "" : " ") + word.key + "/" + word.plain;
  return all;
}

std::vector<std::string> found(std::string_view text, const std::string& typed, bool expanded) {
  std::vector<std::string> words;
  for (const WordMatch& match : find_matches(store::index_words(text), *parse_search(typed)->node, expanded)) {
    words.emplace_back(slice(text, match.span));
  }
  return words;
}

}  // namespace

TEST_CASE("index words: case, form and tone placement fold, accents and đ stay in the key") {
  CHECK(keys("Viện TRỢ") == "viện/vien trợ/tro");
  CHECK(keys("Đường đi") == "đường/duong đi/di");
  CHECK(keys("hoà") == keys("hòa"));
  CHECK(keys("Uỷ") == keys("ủy"));
  CHECK(keys("vie\xcc\xa3\xcc\x82n") == keys("viện"));  // NFD, marks in Unicode's order
  CHECK(keys("hoa") == "hoa/hoa");
  CHECK(keys("58/2022/NĐ-CP") == "58/58 2022/2022 nđ/nd cp/cp");
  CHECK(keys("a\xff"
             "b") == "a/a b/b");
  CHECK(keys(" \n,. ").empty());
}

TEST_CASE("index words: a reader that remembers words reads as one that does not") {
  store::WordReader reader;
  const std::string text = "Viện trợ, VIỆN TRỢ; viện trợ\nđường hoà hòa";
  const auto first = reader.read(text);
  const auto second = reader.read(text);
  const auto fresh = store::index_words(text);
  REQUIRE(first.size() == fresh.size());
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    CHECK(first[i].key == fresh[i].key);
    CHECK(second[i].plain == fresh[i].plain);
    CHECK(second[i].span == fresh[i].span);
  }
}

TEST_CASE("search matches: places of words, phrases and prefixes in the text") {
  const std::string text = "Năm 2022, viện trợ tại Hà Giang; vien tro; Viễn thông";
  CHECK(found(text, "viện", false) == std::vector<std::string>{"viện"});
  CHECK(found(text, "vien", false) == std::vector<std::string>{"vien"});
  CHECK(found(text, "vien", true) == std::vector<std::string>{"viện", "vien", "Viễn"});
  CHECK(found(text, "\"vien tro\"", true) == std::vector<std::string>{"viện trợ", "vien tro"});
  CHECK(found(text, "vi*", true) == std::vector<std::string>{"viện", "vien", "Viễn"});
  CHECK(found(text, "ha NOT vien", true) == std::vector<std::string>{"Hà"});
  CHECK(found(text, "giang OR thông", true) == std::vector<std::string>{"Giang", "thông"});
}

TEST_CASE("search matches: the snippet stands where most of the words are") {
  const std::string text = "hội nghị về y tế " + std::string(500, '.') + " Nghị định 58 hội";
  const auto matches = find_matches(store::index_words(text), *parse_search("nghị định 58")->node, false);
  REQUIRE(matches.size() == 4);
  CHECK(best_match(matches, 100) == 1);
  CHECK(best_match({}, 100) == 0);
  const Span shown = snippet_around(text, matches[1].span, 10);
  CHECK(std::string(slice(text, shown)).find("Nghị định") != std::string::npos);
  CHECK(shown.contains(matches[1].span));
}
