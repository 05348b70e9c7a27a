#include "extractors/quantity/spelled.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/quantity/quantity.h"
#include "tests/unit/sample_text.h"

namespace trichluc {
namespace {

const Dictionaries& numbers() {
  static const Dictionaries made = dictionaries_of(
      {{"number_words",
        "# columns: form part value source\n"
        "không\tdigit\t0\tt\nmột\tdigit\t1\tt\nmốt\tdigit\t1\tt\nhai\tdigit\t2\tt\nba\tdigit\t3\tt\nbốn\tdigit\t4\tt\n"
        "tư\tdigit\t4\tt\nnăm\tdigit\t5\tt\nlăm\tdigit\t5\tt\ntám\tdigit\t8\tt\nmười\tten\t10\tt\nmươi\ttens\t10\tt\n"
        "trăm\thundred\t100\tt\nlinh\tlink\t0\tt\nlẻ\tlink\t0\tt\nrưỡi\thalf\t5\tt\n"},
       {"number_scales",
        "# columns: form power source\n"
        "trăm\t2\tt\nnghìn\t3\tt\nngàn\t3\tt\ntrăm nghìn\t5\tt\ntriệu\t6\tt\ntỷ\t9\tt\nnghìn tỷ\t12\tt\n"}});
  return made;
}

// The values of all quantities, ranges as low..high.
std::vector<std::string> values_in(const std::string& raw) {
  const text::NormalizedText text = text_of(raw);
  const std::vector<Token> tokens = tokenize(text).tokens;
  const std::vector<LexiconMatch> matches = numbers().find(tokens);
  std::vector<std::string> out;
  for (const Quantity& q : scan_quantities(tokens, matches)) {
    out.push_back(q.value ? q.value->to_string() : q.low->to_string() + ".." + q.high->to_string());
  }
  return out;
}

using Strings = std::vector<std::string>;

struct Case {
  std::string words;
  std::string value;
};

TEST_CASE("numbers in words are read in both dialects") {
  const auto c =
      GENERATE(Case{"mười lăm", "15"}, Case{"hai mươi", "20"}, Case{"hai mươi mốt", "21"}, Case{"hai mươi tư", "24"},
               Case{"một trăm", "100"}, Case{"một trăm linh năm", "105"}, Case{"một trăm lẻ năm", "105"},
               Case{"hai trăm năm mươi", "250"}, Case{"ba nghìn hai trăm", "3200"}, Case{"ba ngàn hai trăm", "3200"},
               Case{"hai trăm nghìn", "200000"}, Case{"một triệu hai trăm nghìn", "1200000"},
               Case{"hai nghìn không trăm hai mươi ba", "2023"}, Case{"tám", "8"}, Case{"hai tỷ", "2000000000"});
  CAPTURE(c.words);
  CHECK(values_in(c.words) == Strings{c.value});
  CHECK(values_in("có " + c.words + " tổ chức") == Strings{c.value});
}

TEST_CASE("everyday words that are also numbers are not read alone") {
  const std::string words =
      GENERATE(values<std::string>({"trong năm", "một tổ chức", "không có", "đầu tư", "và linh hoạt", "rưỡi"}));
  CAPTURE(words);
  CHECK(values_in(words) == Strings{});
}

TEST_CASE("a scale and a half of it multiply what stands before them") {
  const auto c = GENERATE(Case{"1,145 tỷ", "1145000000"}, Case{"2 triệu rưỡi", "2500000"},
                          Case{"1.500 nghìn tỷ", "1500000000000000"}, Case{"3 trăm nghìn", "300000"},
                          Case{"1 200 000", "1200000"});
  CAPTURE(c.words);
  CHECK(values_in(c.words) == Strings{c.value});
}

TEST_CASE("the scale of a range holds for both its ends") {
  CHECK(values_in("20-30 triệu") == Strings{"20000000..30000000"});
  CHECK(values_in("20 đến 30 triệu") == Strings{"20000000..30000000"});
  CHECK(values_in("từ 18 \u2013 20") == Strings{"18..20"});
}

TEST_CASE("years, days and falling pairs are no range") {
  CHECK(values_in("2016-2020") == Strings{"2016", "2020"});
  CHECK(values_in("08-09") == Strings{"8", "9"});
  CHECK(values_in("30-20") == Strings{"30", "20"});
  CHECK(values_in("20\n30") == Strings{"20", "30"});
}

TEST_CASE("a number too long to be exact is not read") {
  CHECK(values_in("999999999999999999 tỷ") == Strings{});
}

}  // namespace
}  // namespace trichluc
