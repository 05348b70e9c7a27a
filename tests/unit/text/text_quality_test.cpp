#include "pipeline/text/text_quality.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "pipeline/text/encoding/decode.h"

namespace trichluc::text {
namespace {

namespace fs = std::filesystem;

TEST_CASE("what a text is made of is counted") {
  const TextQuality quality = measure_text("Năm 2022, UBND tỉnh có 36 du an \uE000\uFFFD b) x\x01\n");
  CHECK(quality.words == 10);        // Năm 2022 UBND tỉnh có 36 du an b x and the damaged one is none
  CHECK(quality.letter_words == 6);  // Năm tỉnh có du an, and x with its control character
  CHECK(quality.syllables == 5);
  CHECK(quality.marked == 3);
  CHECK(quality.stripped == 0);
  CHECK(quality.digits == 6);
  CHECK(quality.damaged == 3);
}

TEST_CASE("an empty text has no shares") {
  CHECK(measure_text("").syllable_share() == 0);
  CHECK(measure_text(" \n").damaged_share() == 0);
}

TEST_CASE("every text of the corpus is Vietnamese by its syllables") {
  for (const auto& entry : fs::directory_iterator(TRICHLUC_ROOT "/corpus/documents")) {
    if (entry.path().extension() != ".txt") continue;
    CAPTURE(entry.path().filename().string());
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto decoded = decode(bytes, "corpus");
    REQUIRE(decoded);
    const TextQuality quality = measure_text(decoded->text);
    if (entry.path().filename() == "nghean-khongdau-2011.txt") {  // typed without accents, one paragraph aside
      CHECK(quality.marked_share() < 0.3);
      continue;
    }
    if (entry.path().filename() == "backan-khongdau-2005.txt" ||
        entry.path().filename() == "haiduong-thu-1998.txt") {  // wholly without accents
      CHECK(quality.marked_share() == 0);
      continue;
    }
    // Its first lines are English.
    CHECK(quality.syllable_share() > (entry.path().filename() == "lienhopquoc-capnhat-2025.txt" ? 0.85 : 0.9));
    CHECK(quality.marked_share() > 0.6);
    CHECK(quality.damaged_share() < 0.001);
  }
}

struct Damaged {
  std::string name;
  std::string text;
};

TEST_CASE("a text in a wrong encoding has few possible syllables") {
  // "Cộng hòa xã hội chủ nghĩa Việt Nam. Ủy ban nhân dân tỉnh báo cáo về công tác của các tổ chức phi chính phủ"
  const auto damaged = GENERATE(values<Damaged>({
      {"TCVN3 as Latin-1",
       "Céng hßa x· héi chñ nghÜa ViÖt Nam. ñy ban nh©n d©n tØnh b¸o c¸o vÒ c«ng t¸c cña c¸c tæ chøc phi chÝnh phñ"},
      {"VNI as Latin-1",
       "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Uûy ban nhaân daân tænh baùo caùo veà coâng taùc cuûa caùc toå chöùc "
       "phi chính phuû"},
      {"UTF-8 as Latin-1", "Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam tá»‰nh bÃ¡o cÃ¡o vá» cÃ´ng tÃ¡c"},
      {"letters dropped", "Cng ha x hi ch ngha Vit Nam y ban nhn dn tnh bo co v cng tc ca cc t chc phi chnh ph"},
      {"English", "The number of foreign organisations that worked with the province rose to thirty six projects"},
      {"French", "Le nombre des organisations étrangères présentes a été porté à trente-six au cours de cette année"},
  }));
  CAPTURE(damaged.name, damaged.text);
  CHECK(measure_text(damaged.text).syllable_share() < 0.6);
  CHECK(measure_text(damaged.text).marked_share() < 0.4);
}

TEST_CASE("text without its marks is told from text with marks") {
  const TextQuality quality =
      measure_text("Bao cao tinh hinh cong tac phi chinh phu nuoc ngoai nam 2022 cua tinh Nghe An");
  CHECK(quality.marked == 0);
  CHECK(quality.syllable_share() + quality.stripped_share() > 0.9);
}

}  // namespace
}  // namespace trichluc::text
