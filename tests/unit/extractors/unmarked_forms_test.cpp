#include "extractors/lexicon/unmarked_forms.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/reading.h"
#include "tests/unit/small_reading.h"

namespace trichluc {
namespace {

Dictionaries dictionaries() {
  return std::move(*Dictionaries::from_tables(
      {{"forms",
        "# columns: form name source\ntổ chức phi chính phủ\t-\tt\ntổ chức\t-\tt\nhoạt động\t-\tt\nđồng\t-\tt\n"
        "đông\t-\tt\ncửa việt\t-\tt\nviệt nam\t-\tt\nhọc viên\t-\tt\nhọc viện\t-\tt\nviện trợ\t-\tt\ntrợ giúp\t-\tt\n"
        "chủ tịch\tChủ tịch\tt\nchú tịch\tChủ tịch\tt\n"},
       {"family_names", "# columns: form weight source\nnguyễn\tcommon\tt\nđỗ\tcommon\tt\n"},
       {"unmarked_words",
        "# columns: id source\ncủa\tt\ncó\tt\nán\tt\nnăm 0\tt\n0 đồng\tt\nbà ^\tt\ntừ năm\tt\nnước\tt\n"}}));
}

// The text as it is meant; it is known as one without marks by the sentence behind it.
std::string meant(const std::string& words) {
  const std::string rest = " | Nuoc cua nguoi duoc tro giup da den noi";
  const Dictionaries known = dictionaries();
  const auto text = test::text_of({{text::Section::kBody, words + rest}});
  const Reading reading(text, known);
  REQUIRE(reading.tokens().front().unmarked);
  std::string out;
  for (const Token& token : reading.tokens()) {
    if (token.folded == "|") break;
    out += (out.empty() || !token.blank_before ? "" : " ") + std::string(token.folded);
  }
  return out;
}

TEST_CASE("words are read with the marks of the longest forms") {
  CHECK(meant("9 To chuc phi chinh phu hoat dong") == "9 tổ chức phi chính phủ hoạt động");
  CHECK(meant("TO CHUC") == "tổ chức");
  CHECK(meant("chu tich") == "chủ tịch");  // not its misspelling
}

TEST_CASE("of two ways to cut the words the one with more of them in forms is taken") {
  CHECK(meant("cua Viet Nam") == "của việt nam");
}

TEST_CASE("a word that means several things is read where its neighbours tell") {
  CHECK(meant("dong nguoi") == "dong nguoi");
  CHECK(meant("9 dong") == "9 đồng");
  CHECK(meant("hoc vien") == "hoc vien");  // two forms
  CHECK(meant("nam 1997") == "năm 1997");
  CHECK(meant("nam") == "nam");
  CHECK(meant("ba Lan") == "bà lan");
  CHECK(meant("ba lan") == "ba lan");
}

TEST_CASE("the number or the name behind a form tells what it means, and is itself read with what follows") {
  CHECK(meant("ba Nguyen Van An") == "bà nguyễn van an");
  CHECK(meant("nam 1997 dong") == "năm 1997 đồng");
}

TEST_CASE("names stay as they are but for the family name, which tells that they are names") {
  CHECK(meant("Nguyen Van An") == "nguyễn van an");
  CHECK(meant("co An") == "có án");  // a word alone may be anything that is usual
  CHECK(meant("nguyen co") == "nguyen có");
}

TEST_CASE("words of other paragraphs and of texts with marks stay") {
  const Dictionaries known = dictionaries();
  const auto text = test::text_of({{text::Section::kBody, "Tổ chức này ở đây: to chuc phi chinh phu hoat dong"}});
  const Reading reading(text, known);
  for (const Token& token : reading.tokens()) CHECK_FALSE(token.restored);
}

TEST_CASE("what is meant is told beside the words, which stay as they are") {
  const Dictionaries known = dictionaries();
  const auto text = test::text_of({{text::Section::kBody, "Co 9 To chuc phi chinh phu hoat dong cua nuoc"}});
  const Reading reading(text, known);
  const Span to_chuc = reading.span_of(2, 6);
  CHECK(reading.words(to_chuc) == "To chuc phi chinh");
  CHECK(reading.repaired(to_chuc) == "Tổ chức phi chính");
  CHECK(reading.is_unmarked(to_chuc));
  REQUIRE(reading.match_at(2, "forms") != nullptr);
  CHECK(reading.match_at(2, "forms")->entry->form == "tổ chức phi chính phủ");
}

}  // namespace
}  // namespace trichluc
