#include "pipeline/store/corrections/page_corrections.h"

#include <catch2/catch.hpp>

#include "pipeline/base/utf8.h"

namespace trichluc::store {
namespace {

// "Có 49G tổ chức, 1O dự án" with both numbers put right.
const std::string kRead = "Có 49G tổ chức, 1O dự án";
ReadingCorrections corrections() {
  return ReadingCorrections({{1, {{3, 6, "1496"}, {16, 18, "10"}}}});
}

Document read_document() {
  Document document;
  Page page;
  page.text = kRead;
  const std::size_t number = kRead.find("49G");
  page.words = {{{0, 3}, {}, 1}, {{number, number + 3}, {}, 1}, {{kRead.find("tổ"), kRead.find("tổ") + 4}, {}, 1}};
  document.pages.push_back(page);
  return document;
}

TEST_CASE("page corrections: words keep their places in the corrected text") {
  Document document = read_document();
  corrections().correct(document);
  const Page& page = document.pages.front();
  CHECK(page.text == "Có 1496 tổ chức, 10 dự án");
  CHECK(slice(page.text, page.words[0].in_page) == "Có");
  CHECK(slice(page.text, page.words[1].in_page) == "1496");
  CHECK(slice(page.text, page.words[2].in_page) == "tổ");
}

TEST_CASE("page corrections: proofs are given back in the words of the page as read") {
  struct Case {
    const char* corrected;
    const char* read;
    const char* repaired;
  };
  const Case cases[] = {{"1496 tổ chức", "49G tổ chức", "1496 tổ chức"},
                        {"1496", "49G", "1496"},
                        {"tổ chức", "tổ chức", ""},
                        {"chức, 10", "chức, 1O", "chức, 10"},
                        {"dự án", "dự án", ""},
                        {"Có", "Có", ""}};
  for (const Case& one : cases) {
    CAPTURE(one.corrected);
    auto laid = corrections();
    Document document = read_document();
    laid.correct(document);
    const std::string& text = document.pages.front().text;
    const CodePointOffsets offsets(text);
    const std::size_t at = text.find(one.corrected);
    DocumentRecords records;
    Record record;
    record.evidence.push_back(
        {1, offsets.at(at), offsets.at(at + std::string(one.corrected).size()), one.corrected, "", {}});
    records.records.push_back(record);
    laid.give_back(records);
    const Evidence& proof = records.records.front().evidence.front();
    CHECK(proof.text == one.read);
    CHECK(proof.repaired == one.repaired);
    const CodePointOffsets read(kRead);
    CHECK(proof.start == read.at(kRead.find(one.read)));
  }
}

}  // namespace
}  // namespace trichluc::store
