// Queries as typed: what is read, what is refused, and that nothing of the index's own language gets through.
#include "pipeline/query/search/search_query.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/query/search/index_facets.h"
#include "pipeline/store/index_words.h"

using namespace trichluc;

namespace {

std::string as_fts5(const std::string& typed, bool expanded = false) {
  const auto query = parse_search(typed);
  if (!query) return "error";
  return query->node ? to_fts5(*query->node, expanded) : "none";
}

}  // namespace

TEST_CASE("search query: words, phrases, operators and prefixes") {
  struct Case {
    const char* typed;
    const char* expected;
  };
  const Case cases[] = {
      {"viện", "\"viện\""},
      {"viện trợ", "(\"viện\" AND \"trợ\")"},
      {"viện AND trợ", "(\"viện\" AND \"trợ\")"},
      {"\"viện trợ\"", "\"viện trợ\""},
      {"viện OR trợ", "(\"viện\" OR \"trợ\")"},
      {"viện trợ OR dự án", "((\"viện\" AND \"trợ\") OR (\"dự\" AND \"án\"))"},
      {"viện NOT trợ", "(\"viện\" NOT \"trợ\")"},
      {"viện (trợ OR án)", "(\"viện\" AND (\"trợ\" OR \"án\"))"},
      {"việ*", "\"việ\" *"},
      {"\"viện tr\"*", "\"viện tr\" *"},
      {"58/2022/NĐ-CP", "\"58 2022 nđ cp\""},
      {"viện OR", "\"viện\""},
      {"AND OR viện", "\"viện\""},
      {"or and not", "((\"or\" AND \"and\") AND \"not\")"},
      {"(viện)", "\"viện\""},
      {"() viện", "\"viện\""},
  };
  for (const Case& one : cases) {
    INFO(one.typed);
    CHECK(as_fts5(one.typed) == one.expected);
  }
}

TEST_CASE("search query: unaccented words expand, others do not") {
  CHECK(as_fts5("vien", true) == "\"~vien\"");
  CHECK(as_fts5("viện", true) == "\"viện\"");
  CHECK(as_fts5("duong", true) == "\"~duong\"");
  CHECK(as_fts5("đường", true) == "\"đường\"");
  CHECK(as_fts5("vien trợ 2022", true) == "((\"~vien\" AND \"trợ\") AND \"2022\")");
  CHECK(as_fts5("vi*", true) == "\"~vi\" *");
  // What is taken away is taken away in all its forms.
  CHECK(as_fts5("trợ NOT vien") == "(\"trợ\" NOT \"~vien\")");
}

TEST_CASE("search query: nothing of the index's language gets through") {
  CHECK(as_fts5("body:viện") == "\"body viện\"");
  CHECK(as_fts5("{body related}") == "(\"body\" AND \"related\")");
  CHECK(as_fts5("^viện") == "\"viện\"");
  CHECK(as_fts5("NEAR(a b)") == "(\"near\" AND (\"a\" AND \"b\"))");
  CHECK(as_fts5("~vien") == "\"vien\"");
  CHECK(as_fts5("\x01t=aid_value") == "\"t aid value\"");
  CHECK(as_fts5("x'; DROP TABLE pages; --") == "(((\"x\" AND \"drop\") AND \"table\") AND \"pages\")");
  CHECK(as_fts5("a\"b\"c") == "((\"a\" AND \"b\") AND \"c\")");
}

TEST_CASE("search query: filters") {
  const auto query = parse_search("year:2015..2020 place:\"Hà Giang\" amount:>=1000000 currency:USD viện");
  REQUIRE(query);
  CHECK(query->filters.first_year == 2015);
  CHECK(query->filters.last_year == 2020);
  CHECK(query->filters.place == "Hà Giang");
  CHECK(query->filters.amount_operator == ">=");
  CHECK(query->filters.amount == 1000000);
  CHECK(query->words == "viện");
  CHECK(parse_search("year:2018")->filters.last_year == 2018);
  CHECK(parse_search("year:2018..")->filters.last_year == std::nullopt);
  CHECK(parse_search("year:..2018")->filters.first_year == std::nullopt);
  CHECK(as_fts5("giờ:8 viện") == "(\"giờ 8\" AND \"viện\")");  // no filter of ours
}

TEST_CASE("search query: what is refused") {
  const std::string refused[] = {
      "",        "   ",        "\"viện",   "(viện",  "viện)",    "NOT viện", "year:abc",
      "year:..", "amount:>>5", "amount:x", "place:", "\xff\xfe", "%/-",      std::string("a\0b", 3)};
  for (const std::string& one : refused) {
    INFO(one);
    const auto query = parse_search(one);
    REQUIRE(!query);
    CHECK(query.error().code == ErrorCode::kBadArguments);
    CHECK(!query.error().what.vi.empty());
  }
}

TEST_CASE("search query: hostile ones end soon") {
  for (const std::string& piece : {std::string("("), std::string("a "), std::string("\"\""), std::string("NOT "),
                                   std::string("a AND "), std::string("(a OR ")}) {
    std::string typed;
    while (typed.size() < 100000) typed += piece;
    INFO(piece);
    CHECK(as_fts5(typed) == "error");
    CHECK_NOTHROW(as_fts5(typed.substr(0, kLongestQuery)));
  }
}

TEST_CASE("search query: filters become words of the index") {
  SearchFilters filters;
  filters.type = "aid_value";
  filters.place = "ha giang";
  filters.first_year = filters.last_year = 2022;
  std::set<std::string> terms;
  add_facets({"aid_value", "body", "USD", "Hà Giang", 5e6, 2022, 2022}, terms);
  const auto asked = [](const SearchFilters& f) {
    const std::string expression = facets_wanted(f);
    return expression.substr(2, expression.size() - 4);  // of one term: without brackets and quotes
  };
  CHECK(terms.count(asked(filters)) == 1);
  filters.place = "Hà Giang";
  CHECK(terms.count(asked(filters)) == 1);
  filters.place = "Hà Gíang";
  CHECK(terms.count(asked(filters)) == 0);
  filters.place = "Hà Giang";
  filters.section = "related";  // a fact of the article is none of a side bar
  CHECK(facets_wanted(filters).find("s=related") != std::string::npos);
  CHECK(facets_wanted({}).empty());
}
