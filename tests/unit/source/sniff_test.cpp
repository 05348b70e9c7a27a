#include "pipeline/source/sniff.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "pipeline/source/hash.h"
#include "pipeline/source/open.h"
#include "pipeline/source/plain_reader.h"

using namespace std::string_literals;
using namespace trichluc;

TEST_CASE("kinds are told apart by their bytes") {
  CHECK(sniff("%PDF-1.4\n", "a") == MediaType::kPdf);
  CHECK(sniff("junk\n%PDF-1.4\n", "a") == MediaType::kPdf);
  CHECK(sniff("\x89PNG\r\n\x1A\n", "a") == MediaType::kPng);
  CHECK(sniff("\xFF\xD8\xFF\xE0", "a") == MediaType::kJpeg);
  CHECK(sniff("II*\0"s, "a") == MediaType::kTiff);
  CHECK(sniff("MM\0*"s, "a") == MediaType::kTiff);
  CHECK(sniff("Tổng giá trị viện trợ", "a.html") == MediaType::kPlain);
  CHECK(sniff("BM là chữ viết tắt", "a") == MediaType::kPlain);
}

TEST_CASE("HTML is known by the tag that opens it") {
  CHECK(sniff("<!DOCTYPE html><title>a</title>", "a.txt") == MediaType::kHtml);
  CHECK(sniff("\xEF\xBB\xBF \n<!-- a --><?xml version=\"1.0\"?>\n<HTML>", "a") == MediaType::kHtml);
  CHECK(sniff("<p class=a>Một đoạn</p>", "a") == MediaType::kHtml);
  CHECK(sniff("<3 là dấu trái tim", "a") == MediaType::kPlain);
  CHECK(sniff("a < b và <c>", "a") == MediaType::kPlain);
}

TEST_CASE("archives, messages and old office files are told by what they hold") {
  CHECK(sniff("PK\x03\x04 and more", "a.docx") == MediaType::kZip);
  CHECK(sniff("{\\rtf1 a}", "a.rtf") == MediaType::kRtf);
  CHECK(sniff("Received: by a\r\n\tfrom b\r\nSubject: x\r\n\r\ntext", "a") == MediaType::kMail);
  CHECK(sniff("From: a\n\ntext", "a") == MediaType::kPlain);
  CHECK(sniff("Subject: a\nngười gửi ghi ngày 5\n", "a") == MediaType::kPlain);
}

TEST_CASE("kinds that are not read are named with what to do") {
  const auto rar = sniff("Rar! and more", "a.docx");
  REQUIRE(!rar);
  CHECK(rar.error().code == ErrorCode::kUnreadableInput);
  CHECK(rar.error().what.en.find("RAR") != std::string::npos);
  CHECK(!sniff("\xD0\xCF\x11\xE0\xA1\xB1", "a.doc"));
  CHECK(!sniff("GIF89a", "a.gif"));
  CHECK(!sniff("", "a.txt"));
  CHECK(!sniff(" \n\n", "a.txt"));
}

TEST_CASE("random bytes are no document, whatever their name says") {
  const auto read = open_bytes("\x80\x00\xFE\x13\x99\x00\xA7\xC0\x01\x02"s, "a.pdf");
  REQUIRE(!read);
  CHECK(read.error().what.en.find("not a document we read") != std::string::npos);
}

TEST_CASE("a missing file and a folder are faults of access") {
  const auto missing = open_document("no/such/file.txt");
  REQUIRE(!missing);
  CHECK(missing.error().code == ErrorCode::kFileAccess);
  CHECK(missing.error().where == "no/such/file.txt");
  CHECK(open_document(std::filesystem::current_path()).error().code == ErrorCode::kFileAccess);
}

TEST_CASE("a plain document has one page and the hash of its bytes") {
  const auto read = open_bytes("abc", "-");
  REQUIRE(read);
  CHECK(read->id == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(read->media_type == "text/plain");
  REQUIRE(read->pages.size() == 1);
  CHECK(read->pages[0].text == "abc");
}

TEST_CASE("lines cut at the width of the paper are seen") {
  std::string wrapped;
  for (int i = 0; i < 12; ++i) wrapped += "Ủy ban đã phối hợp với các cơ quan trong tỉnh để tiếp nhận và quản\n";
  CHECK(is_hard_wrapped(wrapped + "lý các dự án."));
  std::string paragraphs;
  for (int i = 0; i < 12; ++i) paragraphs += "Ủy ban đã phối hợp với các cơ quan trong tỉnh để tiếp nhận dự án.\n";
  CHECK_FALSE(is_hard_wrapped(paragraphs));
  CHECK_FALSE(is_hard_wrapped("Một dòng\nHai dòng"));
}
