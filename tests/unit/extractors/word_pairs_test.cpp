#include "extractors/lexicon/word_pairs.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/reading.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

Dictionaries dictionaries() {
  return std::move(*Dictionaries::from_tables(
      {{"forms",
        "# columns: form name source\ntổ chức\t-\tt\nchính phủ\t-\tt\nphủ quốc\t-\tt\ntrao đổi với\t-\tt\n"
        "chủ tịch\tChủ tịch\tt\nchú tịch\tChủ tịch\tt\n"},
       {"true_pairs", "# columns: form source\nđối với\tt\n"}}));
}

text::NormalizedText text_of(const std::string& raw, bool recognised) {
  text::LaidOut laid_out;
  laid_out.raw = raw;
  laid_out.paragraphs.push_back({{{0, raw.size()}}, text::Section::kBody, recognised});
  return text::NormalizedText(std::move(laid_out));
}

std::string read(const std::string& raw, bool recognised = true) {
  const Dictionaries known = dictionaries();
  const text::NormalizedText text = text_of(raw, recognised);
  const Reading reading(text, known);
  return reading.words({0, text.folded().size()});
}

TEST_CASE("a tone mark that was misread is mended where a known neighbour stands by, and the case is kept") {
  CHECK(read("496 tố chức") == "496 tổ chức");
  CHECK(read("CÁC TỐ CHỨC") == "CÁC TỔ CHỨC");
  CHECK(read("Chính phú nước") == "Chính phủ nước");
  CHECK(read("tỗ chức và chính phú") == "tổ chức và chính phủ");
  CHECK(read("Phó Chú tịch") == "Phó Chủ tịch");  // a slip that has an entry of its own supports nothing
}

TEST_CASE("what is not a likely misreading stays") {
  CHECK(read("đối với tỉnh") == "đối với tỉnh");            // right as it stands
  CHECK(read("to chuc chinh phu") == "to chuc chinh phu");  // written without marks
  CHECK(read("tộ chức, tồ chức") == "tộ chức, tồ chức");    // a dot or a grave is read right
  CHECK(read("tố cáo") == "tố cáo");
  CHECK(read("chính phủ quốc") == "chính phủ quốc");
}

TEST_CASE("what was mended is told apart from what was read") {
  const Dictionaries known = dictionaries();
  const text::NormalizedText text = text_of("496 tố chức và chính phủ", true);
  const Reading reading(text, known);
  const std::size_t good = text.folded().find("chính");
  CHECK(reading.repaired({0, text.folded().size()}) == "496 tổ chức và chính phủ");
  CHECK(reading.repaired({good, text.folded().size()}).empty());
}

TEST_CASE("text that was not recognised from pixels is read as it stands") {
  CHECK(read("496 tố chức", false) == "496 tố chức");
}

TEST_CASE("a wave between blanks of recognised text is a dash") {
  CHECK(text_of("Nam ~ Trưởng ban", true).folded() == "nam - trưởng ban");
  CHECK(text_of("Nam ~ Trưởng ban", false).folded() == "nam ~ trưởng ban");
}

}  // namespace
}  // namespace trichluc
