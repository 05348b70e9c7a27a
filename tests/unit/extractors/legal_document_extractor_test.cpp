#include "extractors/legal_document/legal_document_extractor.h"

#include <catch2/catch.hpp>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

std::vector<Candidate> cited(const std::string& words) {
  const text::NormalizedText text({words, {{{{0, words.size()}}, text::Section::kBody}}});
  const Reading reading(text, real_dictionaries());
  const DateReadings dates = read_dates(reading);
  return LegalDocumentExtractor(dates.dates).read(reading).candidates;
}

const LegalDocumentFact& fact_of(const Candidate& candidate) {
  return std::get<LegalDocumentFact>(candidate.fact);
}

}  // namespace

TEST_CASE("a legal document has kind, number, day and issuer") {
  const auto found =
      cited("Căn cứ nghị định số 58/2022/NĐ-CP ngày 31 tháng 8 năm 2022 của Chính phủ quy định về đăng ký");
  REQUIRE(found.size() == 1);
  CHECK(fact_of(found[0]).kind == "Nghị định");
  CHECK(fact_of(found[0]).number == "58/2022/NĐ-CP");
  CHECK(fact_of(found[0]).date == "2022-08-31");
  CHECK(fact_of(found[0]).issuer == "Chính phủ");
}

TEST_CASE("a bare number is the document that is cited in full elsewhere") {
  const auto found =
      cited("Nghị định 58 có hiệu lực. Nghị định số 58/2022/NĐ-CP thay thế nghị định cũ. Theo Nghị định 58.");
  REQUIRE(found.size() == 1);
  CHECK(fact_of(found[0]).number == "58/2022/NĐ-CP");
  CHECK(found[0].restated.size() == 2);
}

TEST_CASE("the year of a day without one is that of the number") {
  const auto found = cited("Nghị định 80/2020/NĐ-CP ngày 8/7");
  REQUIRE(found.size() == 1);
  CHECK(fact_of(found[0]).date == "2020-07-08");
}

TEST_CASE("the day of issue may stand before the document, never the day of a meeting") {
  const auto issued = cited("Ngày 8/12, Chính phủ ban hành Nghị định số 313/2025/NĐ-CP về viện trợ.");
  REQUIRE(issued.size() == 1);
  CHECK(fact_of(issued[0]).date == "2025-12-08");
  CHECK(fact_of(issued[0]).issuer == "Chính phủ");
  const auto taught = cited("Ngày 5/3/2021, Sở Ngoại vụ tổ chức tập huấn Nghị định số 80/2020/NĐ-CP.");
  REQUIRE(taught.size() == 1);
  CHECK(fact_of(taught[0]).date.empty());
}

TEST_CASE("the issuer ends before the next document") {
  const auto found =
      cited("Nghị định số 93/2009/NĐ-CP của Chính phủ và Thông tư số 07/2010/TT-BKH của Bộ Kế hoạch và Đầu tư");
  REQUIRE(found.size() == 2);
  CHECK(fact_of(found[0]).issuer == "Chính phủ");
  CHECK(fact_of(found[1]).issuer == "Bộ Kế hoạch và Đầu tư");
}

TEST_CASE("a law's title may stand before its number") {
  const auto found = cited("Luật Đầu tư công số 39/2019/QH14");
  REQUIRE(found.size() == 1);
  CHECK(fact_of(found[0]).kind == "Luật");
  CHECK(fact_of(found[0]).number == "39/2019/QH14");
}

TEST_CASE("verbs and counted nouns make no document") {
  for (const char* words : {"Hội nghị kết luận 3 vấn đề", "Kế hoạch 5 năm", "Nghị quyết 5 năm một lần",
                            "Số: 12/BC-UBND", "quyết định tặng 20 bằng khen", "Dự án số 3"}) {
    CAPTURE(words);
    CHECK(cited(words).empty());
  }
}

}  // namespace trichluc
