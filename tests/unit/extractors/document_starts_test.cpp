#include "extractors/header/document_starts.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

bool has_letterhead(const std::string& text) {
  return PageTopReader(real_dictionaries()).look(1, text).letterhead;
}

int number_of(const std::string& text) {
  return PageTopReader(real_dictionaries()).look(1, text).printed_number;
}

// Pages from 1 with these printed numbers; letterheads where told.
std::vector<PageTop> pages(const std::vector<int>& numbers, const std::vector<int>& letterheads = {}) {
  std::vector<PageTop> tops;
  for (const int number : numbers) tops.push_back({static_cast<int>(tops.size()) + 1, false, number});
  for (const int page : letterheads) tops[static_cast<std::size_t>(page - 1)].letterhead = true;
  return tops;
}

std::vector<int> starts(const std::vector<PageTop>& tops) {
  std::vector<int> found;
  for (const SuspectedStart& start : suspected_starts(tops)) found.push_back(start.page);
  return found;
}

}  // namespace

TEST_CASE("a letterhead is the nation's name and the motto at the head of a page") {
  CHECK(
      has_letterhead("UBND TỈNH LAI CHÂU          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                     "SỞ NGOẠI VỤ                  Độc lập - Tự do - Hạnh phúc\nSố: 12/BC-SNgV\n"));
  CHECK(has_letterhead("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n\nBIÊN BẢN\n"));
  // As a recogniser gives it: marks and a word wrong, both columns on one line.
  CHECK(has_letterhead(
      "/\nUBND TINH YEN BÁI CỌNG HÒA XA HỘI CHÚ NGHĨA VIỆT NAN\nSỞ NGOẠI VỤ Độc lập - Tự do - Hanh phúc\n"));
}

TEST_CASE("what names the nation elsewhere is no letterhead") {
  CHECK_FALSE(has_letterhead("Thủ tướng nước Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n"));
  CHECK_FALSE(has_letterhead("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nkỷ niệm ngày Quốc khánh\n"));
  CHECK_FALSE(
      has_letterhead("PHỤ LỤC II\n(Kèm theo Báo cáo số 5/BC-UBND)\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                     "Độc lập - Tự do - Hạnh phúc\n"));
  CHECK_FALSE(has_letterhead("CỘNG HÒA\nĐộc lập\n"));
  CHECK_FALSE(has_letterhead(""));
}

TEST_CASE("a page number stands alone on the first or the last line") {
  CHECK(number_of("2\n\nKết quả vận động viện trợ\n") == 2);
  CHECK(number_of("Kết quả vận động viện trợ\n- 14 -\n\f") == 14);
  CHECK(number_of("Kết quả\nTrang 3/12\n") == 3);
  CHECK(number_of("Kết quả năm 2019\n") == 0);
  CHECK(number_of("Kết quả\n2019\n") == 0);
  CHECK(number_of("Kết quả\n3\nhết\n") == 0);
  CHECK(number_of("- -\n") == 0);
}

TEST_CASE("documents in one file are suspected by letterheads and by page numbers that begin again") {
  CHECK(starts(pages({0, 2, 3})) == std::vector<int>{});
  CHECK(starts(pages({0, 2, 3, 0, 2, 3}, {1, 4})) == std::vector<int>{4});
  CHECK(starts(pages({1, 2, 3, 1, 2})) == std::vector<int>{4});
  CHECK(starts(pages({0, 2, 0, 2, 0, 2})) == std::vector<int>{3, 5});
  CHECK(starts(pages({0, 0, 0}, {2, 3})) == std::vector<int>{2, 3});
  const auto both = suspected_starts(pages({0, 2, 3, 0, 2, 3}, {4}));
  REQUIRE(both.size() == 1);
  CHECK(both.front() == SuspectedStart{4, true, true});
}

TEST_CASE("a figure that stands alone is no page number") {
  CHECK(starts(pages({0, 2, 3, 1, 5, 6})) == std::vector<int>{});  // the numbers go on as before
  CHECK(starts(pages({0, 0, 0, 1, 0, 3})) == std::vector<int>{});  // nothing had followed the pages
  CHECK(starts(pages({1, 2, 3, 40, 5})) == std::vector<int>{});
  CHECK(starts(pages({12, 13, 14})) == std::vector<int>{});  // a part of a book
}

}  // namespace trichluc
