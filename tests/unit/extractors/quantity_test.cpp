#include "extractors/quantity/quantity.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/small_reading.h"

namespace trichluc {
namespace {

// "1500000000", "10..12", several after each other with a blank between.
std::string numbers_of(const std::string& words) {
  static const Dictionaries dictionaries = test::small_dictionaries();
  const auto text = test::text_of({{text::Section::kBody, words}});
  const Reading reading(text, dictionaries);
  std::string all;
  for (const Quantity& quantity : reading.quantities()) {
    if (!all.empty()) all += " ";
    all += quantity.value ? quantity.value->to_string() : quantity.low->to_string() + ".." + quantity.high->to_string();
  }
  return all;
}

struct Case {
  const char* words;
  const char* numbers;
};

TEST_CASE("a scale word multiplies the number before it") {
  const auto c = GENERATE(Case{"1,5 tỷ đồng", "1500000000"}, Case{"2 triệu rưỡi", "2500000"},
                          Case{"1 tỷ 200 triệu đồng", "1200000000"}, Case{"3 tỷ 4 tỷ", "3000000000 4000000000"},
                          Case{"5 tỷ lệ khác", "5"});
  CAPTURE(c.words);
  CHECK(numbers_of(c.words) == c.numbers);
}

TEST_CASE("numbers in words are read whole") {
  const auto c = GENERATE(Case{"hai mươi mốt", "21"}, Case{"hai mươi lăm hộ", "25"}, Case{"mười năm qua", "10"},
                          Case{"một trăm linh năm hộ", "105"}, Case{"hai triệu rưỡi", "2500000"},
                          Case{"một nghìn chín trăm chín mươi ba", "1993"}, Case{"năm nay", ""}, Case{"ba lô", ""});
  CAPTURE(c.words);
  CHECK(numbers_of(c.words) == c.numbers);
}

TEST_CASE("two numbers with a link are a range in the scale of the second") {
  const auto c = GENERATE(Case{"20 - 30 triệu", "20000000..30000000"}, Case{"từ 5 đến 7 tỷ", "5000000000..7000000000"},
                          Case{"hai đến ba nghìn", "2000..3000"}, Case{"2016 - 2020", "2016 2020"},
                          Case{"30 - 20", "30 20"}, Case{"845\t-\t1.565", "845 1565"}, Case{"120\t000", "120 0"});
  CAPTURE(c.words);
  CHECK(numbers_of(c.words) == c.numbers);
}

TEST_CASE("blanks may group thousands") {
  const auto c = GENERATE(Case{"1 958 182 đồng", "1958182"}, Case{"45 000 hộ", "45000"}, Case{"45 312 hộ", "45 312"});
  CAPTURE(c.words);
  CHECK(numbers_of(c.words) == c.numbers);
}

}  // namespace
}  // namespace trichluc
