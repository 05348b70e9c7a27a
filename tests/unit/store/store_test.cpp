#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/documents.h"
#include "pipeline/store/fact_columns.h"
#include "pipeline/store/failures.h"
#include "pipeline/store/page_json.h"
#include "pipeline/store/stale.h"
#include "tests/unit/archive_folder.h"

namespace trichluc::store {
namespace {

using Folder = test::ArchiveFolder;
using test::head_of;

Page full_page() {
  Page page;
  page.text = "Hà Giang có 496 tổ chức";
  page.origin = TextOrigin::kOcr;
  page.width = 595.275590551181;
  page.words = {{{0, 3}, {0.1, 1.0 / 3, 1e-7, 842.25}, 0.1F}, {{4, 9}, {1, 2, 3, 4}, 0.987654F}};
  page.hints = {{{4, 9}, text::Hint::kCaption}};
  page.hard_wrapped = true;
  page.cells = {{{0, 3}, 1, 2, 3, 4, 5, true}};
  page.fonts = {{"VnTime", true, false, "tcvn3"}};
  page.dpi = 199.9;
  page.other = {"Hµ Giang", "legacy"};
  page.warnings = {{"one", "một"}};
  return page;
}

TEST_CASE("store: a page comes back exactly as it was kept") {
  const Folder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  const auto key = add_document(*archive, head_of("ab12"), 7, "/a.txt", "");
  REQUIRE(key);
  const Page page = full_page();
  REQUIRE(keep_page(*archive, key->row, {page, "tesseract 5", "vie", "trichluc 1 | x"}));
  const auto pages = load_pages(*archive, key->row);
  REQUIRE(pages);
  REQUIRE(pages->size() == 1);
  const Page& back = pages->front().page;
  CHECK(back.text == page.text);
  CHECK(back.origin == page.origin);
  CHECK(back.width == page.width);
  REQUIRE(back.words.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(back.words[i].in_page == page.words[i].in_page);
    CHECK(back.words[i].box.y0 == page.words[i].box.y0);
    CHECK(back.words[i].box.x1 == page.words[i].box.x1);
    CHECK(back.words[i].confidence == page.words[i].confidence);
  }
  REQUIRE(back.hints.size() == 1);
  CHECK(back.hints[0].span == page.hints[0].span);
  CHECK(back.hints[0].hint == page.hints[0].hint);
  CHECK(back.hard_wrapped);
  CHECK(back.cells == page.cells);
  CHECK(back.fonts == page.fonts);
  CHECK(back.dpi == page.dpi);
  CHECK(back.other.text == page.other.text);
  CHECK(back.warnings.front().vi == "một");
  CHECK(pages->front().fingerprint == "trichluc 1 | x");
}

TEST_CASE("store: words outside of the text are refused") {
  Page page;
  page.text = "ab";
  CHECK(words_from_json("[[0,2,0,0,1,1,1]]", page));
  CHECK_FALSE(words_from_json("[[0,3,0,0,1,1,1]]", page));
  CHECK_FALSE(words_from_json("[[0]]", page));
  CHECK_FALSE(words_from_json("nothing", page));
}

TEST_CASE("store: what fails half-way leaves nothing") {
  const Folder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  const auto failed = archive->write([](Database& database) {
    database.execute("INSERT INTO runs (command, version, started) VALUES ('a', 'b', 'c')");
    database.execute("INSERT INTO no_such_table VALUES (1)");
  });
  CHECK_FALSE(failed);
  std::int64_t runs = -1;
  REQUIRE(archive->read([&](Database& database) {
    Statement row = database.prepare("SELECT count(*) FROM runs");
    if (row.step()) runs = row.integer(0);
  }));
  CHECK(runs == 0);
}

TEST_CASE("store: one writer at a time, any number of readers") {
  const Folder folder;
  auto writer = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(writer);
  const auto second = Archive::open(folder.archive(), Access::kWrite);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::kFileAccess);
  CHECK(Archive::open(folder.archive(), Access::kRead));
}

TEST_CASE("store: the same bytes under another name are the same document") {
  const Folder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  const auto first = add_document(*archive, head_of("ab12"), 7, "/b.txt", "");
  const auto second = add_document(*archive, head_of("ab12"), 7, "/a.zip/b.txt", "/a.zip");
  REQUIRE(first);
  REQUIRE(second);
  CHECK_FALSE(first->known);
  CHECK(second->known);
  CHECK(first->row == second->row);
}

TEST_CASE("store: a page that failed is a failure until it is read") {
  const Folder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  const auto key = add_document(*archive, head_of("ab12"), 7, "/a.pdf", "");
  REQUIRE(key);
  StoredPage failed;
  failed.page.origin = TextOrigin::kFailed;
  failed.page.warnings = {{"page 1: took too long; allow more", "trang 1: quá lâu; hãy cho thêm"}};
  REQUIRE(keep_page(*archive, key->row, failed));
  auto failures = list_failures(*archive);
  REQUIRE(failures);
  REQUIRE(failures->size() == 1);
  CHECK(failures->front().path == "/a.pdf");
  CHECK(failures->front().page == 1);
  CHECK(failures->front().reason.vi == "quá lâu");
  CHECK(failures->front().hint.en == "allow more");
  REQUIRE(keep_page(*archive, key->row, {full_page(), "", "", ""}));
  failures = list_failures(*archive);
  REQUIRE(failures);
  CHECK(failures->empty());
}

TEST_CASE("store: the years that a period touches") {
  CHECK(years_of("2018-07").first == 2018);
  CHECK(years_of("1996/2017").first == 1996);
  CHECK(years_of("1996/2017").last == 2017);
  CHECK(years_of("2023-01/2023-08").last == 2023);
  CHECK(years_of("2016/..").first == 2016);
  CHECK_FALSE(years_of("2016/..").last);
  CHECK_FALSE(years_of("--04-10").first);
  CHECK_FALSE(years_of("").first);
}

TEST_CASE("store: versions are compared part by part") {
  CHECK(is_older("0.9.2", "0.10"));
  CHECK_FALSE(is_older("0.10", "0.9.2"));
  CHECK_FALSE(is_older("0.1.0", "0.1"));
  CHECK(is_older("0.1", "0.1.1"));
}

TEST_CASE("store: a fingerprint is compared without the program's own version") {
  CHECK(essence("trichluc 0.1.0 | pages 1") == essence("trichluc 0.2.0 | pages 1"));
  CHECK(essence("trichluc 0.1.0 | pages 1") != essence("trichluc 0.1.0 | pages 2"));
}

}  // namespace
}  // namespace trichluc::store
