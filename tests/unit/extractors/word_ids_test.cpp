#include "extractors/lexicon/word_ids.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc {
namespace {

TEST_CASE("a word keeps its number however many follow, and another has none") {
  WordIds ids;
  constexpr int kWords = 20000;
  for (int i = 0; i < kWords; ++i) REQUIRE(ids.add("tổ chức " + std::to_string(i)) == i);
  for (int i = 0; i < kWords; ++i) REQUIRE(ids.find("tổ chức " + std::to_string(i)) == i);
  CHECK(ids.add("tổ chức 7") == 7);
  CHECK(ids.word(7) == "tổ chức 7");
  CHECK(ids.size() == kWords);
  CHECK(ids.find("tổ chức") == -1);
  CHECK(ids.find("") == -1);
}

TEST_CASE("words that begin and end alike are told apart") {
  WordIds ids;
  const int one = ids.add("nghiêng-a-nghiêng");
  const int other = ids.add("nghiêng-b-nghiêng");
  CHECK(one != other);
  CHECK(ids.find("nghiêng-a-nghiêng") == one);
  CHECK(ids.find("nghiêng-b-nghiêng") == other);
}

}  // namespace
}  // namespace trichluc
