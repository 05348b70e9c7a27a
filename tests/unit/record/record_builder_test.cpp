#include "pipeline/record/record_builder.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/record/inferred_fields.h"
#include "pipeline/record/record_json.h"

namespace trichluc {
namespace {

const std::string kText = "Cả nước có 120 tổ chức, tỉnh có 15 tổ chức. Có 15 tổ chức.";

Document document_of(const std::string& text) {
  Document document;
  document.id = "sha256:0";
  document.source = "a.txt";
  Page page;
  page.text = text;
  document.pages.push_back(page);
  return document;
}

text::NormalizedText normalized(const std::string& text) {
  text::LaidOut laid_out;
  laid_out.raw = text;
  laid_out.paragraphs.push_back({{{0, text.size()}}, text::Section::kBody});
  return text::NormalizedText(laid_out);
}

Candidate count_at(Span span, std::int64_t value) {
  Candidate candidate;
  CountFact fact;
  fact.of = "ngo";
  fact.value = Decimal{value, 0};
  candidate.fact = fact;
  candidate.span = span;
  candidate.rule = "count.test";
  candidate.confidence = 0.9;
  return candidate;
}

Span nth(const std::string& words, int n) {
  std::size_t at = kText.find(words);
  while (--n > 0) at = kText.find(words, at + 1);
  return {at, at + words.size()};
}

DocumentRecords build(const Extraction& extraction) {
  return build_records(document_of(kText), normalized(kText), extraction);
}

TEST_CASE("a fact stated twice is one record with two pieces of evidence") {
  Extraction extraction;
  extraction.candidates = {count_at(nth("15 tổ chức", 1), 15), count_at(nth("15 tổ chức", 2), 15)};
  const auto records = build(extraction).records;
  REQUIRE(records.size() == 1);
  REQUIRE(records[0].evidence.size() == 2);
  CHECK(records[0].evidence[0].start < records[0].evidence[1].start);
}

TEST_CASE("an id does not depend on other facts or their order") {
  const Candidate whole = count_at(nth("120 tổ chức", 1), 120);
  Candidate part = count_at(nth("15 tổ chức", 1), 15);
  Extraction alone;
  alone.candidates = {part};
  Extraction both;
  std::get<CountFact>(part.fact).part_of = 1;
  both.candidates = {part, whole};
  const auto records = build(both).records;
  REQUIRE(records.size() == 2);
  CHECK(records[0].rule == "count.test");
  CHECK(records[1].id == build(alone).records.at(0).id);
  CHECK(records[1].part_of == records[0].id);  // in the order of the text, links kept
}

TEST_CASE("a part whose whole became no record has no link") {
  Candidate part = count_at(nth("15 tổ chức", 1), 15);
  std::get<CountFact>(part.fact).part_of = 1;
  Extraction extraction;
  extraction.candidates = {part, count_at({0, 0}, 7)};  // a candidate without words
  const auto records = build(extraction).records;
  REQUIRE(records.size() == 1);
  CHECK(records[0].part_of.empty());
}

TEST_CASE("each inference makes a record a little less sure and says where it was taken from") {
  Candidate candidate = count_at(nth("15 tổ chức", 1), 15);
  std::get<CountFact>(candidate.fact).place = "Việt Nam";
  std::get<CountFact>(candidate.fact).period = "2018";
  candidate.inferred = {{"place", "Việt Nam", nth("Cả nước", 1)}};
  Extraction extraction;
  extraction.candidates = {candidate};
  const auto records = build(extraction).records;
  REQUIRE(records.size() == 1);
  CHECK(records[0].confidence == Approx(0.9 * sure_of_inferred("place", Distance::kBeside)));
  REQUIRE(records[0].inferred.size() == 1);
  CHECK(records[0].inferred[0].start == 0);
  CHECK(records[0].inferred[0].end == 7);
}

TEST_CASE("a count of no time or place is less sure") {
  Candidate open = count_at(nth("15 tổ chức", 1), 15);
  Candidate dated = open;
  std::get<CountFact>(dated.fact).place = "Hà Giang";
  std::get<CountFact>(dated.fact).period = "2018";
  Extraction extraction;
  extraction.candidates = {open};
  Extraction told;
  told.candidates = {dated};
  CHECK(build(extraction).records.at(0).confidence < build(told).records.at(0).confidence);
}

TEST_CASE("JSON has every field of the contract and exact decimals") {
  Candidate candidate = count_at(nth("15 tổ chức", 1), 15);
  AidValueFact aid;
  aid.amount = Decimal{15, 8};
  aid.currency = "VND";
  aid.change = Change{true, Decimal{413, -1}, "2021"};
  candidate.fact = aid;
  Extraction extraction;
  extraction.candidates = {candidate};
  const std::string json = to_json(build(extraction));
  CHECK(json.find(R"("amount":1500000000,)") != std::string::npos);
  CHECK(json.find(R"("change":{"direction":"increase","percent":41.3,"relative_to":"2021"})") != std::string::npos);
  CHECK(json.find(R"("header":null,"ocr":null},"meeting":null,"facts":[)") != std::string::npos);
  CHECK(json.find(R"("place":null,)") != std::string::npos);
  CHECK(json.find('\n') == std::string::npos);
}

TEST_CASE("a refused document has its line too") {
  DocumentRecords refused;
  refused.source = "a\"b.pdf";
  refused.error = Error{ErrorCode::kEncrypted, {"the file is encrypted", "tệp bị khóa"}, "a\"b.pdf"};
  CHECK(to_json(refused) == R"({"schema":"trichluc/1","document":{"source":"a\"b.pdf"},)"
                            R"("error":{"code":8,"what":"the file is encrypted","where":"a\"b.pdf"}})");
}

TEST_CASE("a number is rounded without trailing zeros") {
  CHECK(rounded(595.303, 2) == "595.3");
  CHECK(rounded(12, 2) == "12");
  CHECK(rounded(-0.001, 2) == "0");
}

}  // namespace
}  // namespace trichluc
