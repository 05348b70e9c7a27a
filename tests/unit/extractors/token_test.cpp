#include "extractors/token.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/unit/sample_text.h"

namespace trichluc {
namespace {

using Strings = std::vector<std::string>;

Strings words_of(std::string_view folded) {
  Strings out;
  for (const Token& token : tokenize_folded(folded)) out.emplace_back(token.folded);
  return out;
}

// The sentences with their tokens joined by blanks.
Strings sentences_of(const std::string& raw) {
  const text::NormalizedText text = text_of(raw);
  const TokenStream stream = tokenize(text);
  Strings out;
  for (const Sentence& sentence : stream.sentences) {
    out.emplace_back(
        slice(text.shaped(), {stream.tokens[sentence.first].span.begin, stream.tokens[sentence.last - 1].span.end}));
  }
  return out;
}

TEST_CASE("words, numbers with their separators, and marks are told apart") {
  CHECK(words_of("gần 1.234,5 tỷ") == Strings{"gần", "1.234,5", "tỷ"});
  CHECK(words_of("10/4, 5%") == Strings{"10", "/", "4", ",", "5", "%"});
  CHECK(words_of("13.11.2019.") == Strings{"13.11.2019", "."});
  CHECK(words_of("120ha covid-19") == Strings{"120", "ha", "covid", "-", "19"});
  CHECK(words_of("1..2 3.,4") == Strings{"1", ".", ".", "2", "3", ".", ",", "4"});
  CHECK(words_of("") == Strings{});
}

TEST_CASE("a token knows its kind, its capitals and the blank before it") {
  const text::NormalizedText text = text_of("Bộ KH&ĐT: 5ha");
  const std::vector<Token> tokens = tokenize(text).tokens;
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[0].shaped == "Bộ");
  CHECK(tokens[0].folded == "bộ");
  CHECK(tokens[0].capital);
  CHECK_FALSE(tokens[0].all_capitals);
  CHECK(tokens[1].all_capitals);
  CHECK(tokens[2].kind == TokenKind::kMark);
  CHECK_FALSE(tokens[2].blank_before);
  CHECK(tokens[3].all_capitals);
  CHECK(tokens[5].kind == TokenKind::kNumber);
  CHECK(tokens[5].blank_before);
  CHECK(tokens[6].kind == TokenKind::kWord);
  CHECK_FALSE(tokens[6].blank_before);
}

TEST_CASE("a token's span is its bytes in the folded text") {
  const text::NormalizedText text = text_of("Ủy ban: 5 tỷ\nĐại hội");
  for (const Token& token : tokenize(text).tokens) {
    CHECK(slice(text.folded(), token.span) == token.folded);
    CHECK(slice(text.shaped(), token.span) == token.shaped);
  }
}

TEST_CASE("a full stop before a capital or a number ends a sentence") {
  CHECK(sentences_of("Có 5 tổ chức. Năm nay tăng. 10 dự án mới.") ==
        Strings{"Có 5 tổ chức.", "Năm nay tăng.", "10 dự án mới."});
  CHECK(sentences_of("Trong năm 2020. Các tổ chức") == Strings{"Trong năm 2020.", "Các tổ chức"});
  CHECK(sentences_of("Đạt 5 triệu USD. Trong đó") == Strings{"Đạt 5 triệu USD.", "Trong đó"});
  CHECK(sentences_of("Vì sao? Vì thế!") == Strings{"Vì sao?", "Vì thế!"});
}

TEST_CASE("an abbreviation, an item number or a small letter behind it does not end a sentence") {
  const std::string raw =
      GENERATE(values<std::string>({"ở TP. Hồ Chí Minh", "KT. CHỦ TỊCH", "GS. Trần Văn Ba", "1. Kết quả đạt được",
                                    "ông Nguyễn V. Ba", "đạt 1.5 tỷ", "v.v. và khác", "báo cáo.html"}));
  CAPTURE(raw);
  CHECK(sentences_of(raw).size() == 1);
}

TEST_CASE("a sentence never crosses a paragraph") {
  const text::NormalizedText text = text_of("Kết quả\nCó 5 tổ chức");
  const TokenStream stream = tokenize(text);
  REQUIRE(stream.sentences.size() == 2);
  CHECK(stream.sentences[1].paragraph == 1);
  for (std::size_t s = 0; s < stream.sentences.size(); ++s) {
    for (std::size_t t = stream.sentences[s].first; t < stream.sentences[s].last; ++t) {
      CHECK(stream.tokens[t].sentence == s);
      CHECK(stream.tokens[t].paragraph == stream.sentences[s].paragraph);
    }
  }
}

TEST_CASE("a list without a stop is cut, so that no sentence is a whole text") {
  std::string list;
  for (int i = 0; i < 1000; ++i) list += "Hà Giang, ";
  const text::NormalizedText text = text_of(list);
  const TokenStream stream = tokenize(text);
  REQUIRE(stream.sentences.size() == 5);
  CHECK(stream.sentences[0].last == 600);
  CHECK(stream.sentences[1].first == 600);
  CHECK(stream.tokens[600].sentence == 1);
  CHECK(stream.sentences.back().last == stream.tokens.size());
}

}  // namespace
}  // namespace trichluc
