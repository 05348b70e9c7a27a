#include "pipeline/run/page_pool.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

#include "pipeline/run/page_worker.h"
#include "pipeline/run/pooled_document.h"
#include "pipeline/run/wire.h"
#include "tests/unit/test_pdf.h"

namespace trichluc {
namespace {

// A page with ink: a blank one need not be recognised.
std::string scan_of(int pages) {
  constexpr int kWidth = 827, kHeight = 1169;  // A4 at 100 dpi
  testing::TestPdf pdf;
  for (int i = 0; i < pages; ++i) pdf.contents.push_back("q 595 0 0 842 0 0 cm /Im Do Q\n");
  pdf.picture_width = kWidth;
  pdf.picture_height = kHeight;
  pdf.picture = std::string(static_cast<std::size_t>(kWidth) * kHeight, '\xFF');
  for (int line = 0; line < 20; ++line) {
    for (int y = 100 + 40 * line; y < 112 + 40 * line; ++y) {
      for (int x = 100; x < 700; ++x) {
        if (x % 12 < 7) pdf.picture[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] = '\0';
      }
    }
  }
  return pdf.bytes();
}

PagePoolOptions fake(const std::string& mood, int descriptor = -1) {
  PagePoolOptions options;
  options.program = {TRICHLUC_FAKE_WORKER, {mood, std::to_string(descriptor)}};
  options.workers = 2;
  options.page_time = std::chrono::seconds(20);
  return options;
}

Result<Document> read(PagePool& pool, const std::string& bytes, const PageRanges& ranges = {}) {
  auto snapshot = Snapshot::of_bytes(bytes, "a.pdf");
  REQUIRE(snapshot);
  auto document = PooledDocument::open(pool, pool.add(std::move(*snapshot), "a.pdf"));
  if (!document) return tl::unexpected(document.error());
  RunCounters counters;
  auto all = document->read(ranges, counters, {});
  if (all) CHECK(counters.pages_read + counters.pages_failed == all->pages.size());
  return all;
}

TEST_CASE("pages come back in order from several workers, and say who read them") {
  PagePool pool(fake("reads"));
  const auto document = read(pool, scan_of(9));
  REQUIRE(document);
  REQUIRE(document->pages.size() == 9);
  for (int i = 0; i < 9; ++i) {
    const Page& page = document->pages[static_cast<std::size_t>(i)];
    CHECK(page.number == i + 1);
    CHECK(page.origin == TextOrigin::kOcr);
    CHECK(page.text == "tốt\n");
    CHECK(page.words.size() == 1);
  }
  CHECK(document->ocr.engine == "fake 1");
  CHECK(document->id.size() == 7 + 64);
  CHECK(document->page_count == 9);
}

// Processes whose parent is this one.
std::ptrdiff_t children() {
  std::ptrdiff_t count = 0;
  for (const auto& process : std::filesystem::directory_iterator("/proc")) {
    std::ifstream in(process.path() / "status");
    for (std::string word; in >> word;) {
      if (word != "PPid:") continue;
      pid_t parent = 0;
      if (in >> parent && parent == ::getpid()) ++count;
      break;
    }
  }
  return count;
}

TEST_CASE("a further worker is started when a job would wait for it, and all are gone with the pool") {
  const std::ptrdiff_t before = children();
  {
    PagePool pool(fake("reads"));
    for (int i = 0; i < 3; ++i) {
      REQUIRE(read(pool, scan_of(1)));
      CHECK(children() - before == 1);
    }
    REQUIRE(read(pool, scan_of(9)));
    CHECK(children() - before == 2);
  }
  CHECK(children() == before);
}

TEST_CASE("only the pages asked for are read") {
  PagePool pool(fake("reads"));
  const auto document = read(pool, scan_of(5), *PageRanges::parse("2,4-"));
  REQUIRE(document);
  REQUIRE(document->pages.size() == 3);
  CHECK(document->pages[0].number == 2);
  CHECK(document->pages[2].number == 5);
  CHECK(document->page_count == 5);
  const auto none = read(pool, scan_of(1), *PageRanges::parse("2"));
  REQUIRE(none);
  CHECK(none->warnings.size() == 1);
}

TEST_CASE("a worker that dies on every page costs the pages and not the run") {
  PagePool pool(fake("crash"));
  const auto document = read(pool, scan_of(2));
  REQUIRE(document);
  for (const Page& page : document->pages) {
    CHECK(page.origin == TextOrigin::kFailed);
    CHECK(page.reason.find("signal 11") != std::string::npos);
  }
  CHECK(document->warnings.size() == 2);
  // Text needs no engine and is read by the same pool.
  testing::TestPdf text;
  text.contents = {testing::shown_at(72, 700, "text of its own")};
  const auto after = read(pool, text.bytes());
  REQUIRE(after);
  CHECK(after->pages[0].text == "text of its own\n");
}

TEST_CASE("a page whose worker died once is read by the next worker") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  REQUIRE(::write(ends[1], "x", 1) == 1);
  ::close(ends[1]);
  // Run alone the pipe has the number that is the socket's in a worker.
  const int once = ::fcntl(ends[0], F_DUPFD, kPageWorkerSocket + 1);
  ::close(ends[0]);
  {
    PagePool pool(fake("crash_once", once));
    const auto document = read(pool, scan_of(3));
    REQUIRE(document);
    for (const Page& page : document->pages) CHECK(page.text == "tốt\n");
    CHECK(document->warnings.empty());
  }
  ::close(once);
}

TEST_CASE("a page that takes too long fails with the time it had") {
  auto options = fake("slow");
  options.page_time = std::chrono::seconds(1);
  PagePool pool(options);
  const auto document = read(pool, scan_of(1));
  REQUIRE(document);
  CHECK(document->pages[0].origin == TextOrigin::kFailed);
  CHECK(document->pages[0].text.empty());
  CHECK(document->pages[0].reason.find("more than 1 seconds") != std::string::npos);
}

#if !defined(__SANITIZE_ADDRESS__)  // the sanitizer takes no limit on memory
TEST_CASE("a page that wants too much memory fails and says so") {
  PagePool pool(fake("huge"));
  const auto document = read(pool, scan_of(1));
  REQUIRE(document);
  CHECK(document->pages[0].origin == TextOrigin::kFailed);
  CHECK(document->pages[0].reason.find("memory") != std::string::npos);
}
#endif

TEST_CASE("bad UTF-8 and an empty page of the engine are pages like others") {
  PagePool bad(fake("bad_utf8"));
  CHECK(read(bad, scan_of(1))->pages[0].text == "tốt\n");
  PagePool empty(fake("empty"));
  const auto document = read(empty, scan_of(1));
  CHECK(document->pages[0].origin == TextOrigin::kOcr);
  CHECK(document->pages[0].text.empty());
}

TEST_CASE("a missing model is the document's error, not each page's") {
  PagePool pool(fake("no_model"));
  const auto document = read(pool, scan_of(2));
  REQUIRE_FALSE(document);
  CHECK(document.error().code == ErrorCode::kMissingDependency);
}

TEST_CASE("a worker has no network and opens no file for writing") {
  for (const char* attempt : {"connects", "writes"}) {
    CAPTURE(attempt);
    PagePool pool(fake(attempt));
    CHECK(read(pool, scan_of(1))->pages[0].text == "tốt\n");  // the fake reads this where it was stopped
  }
}

TEST_CASE("a program that is not there, or speaks another language, is an error of each document") {
  auto options = fake("reads");
  options.program.path = "/nonexistent/trichluc";
  PagePool missing(options);
  CHECK(read(missing, scan_of(1)).error().code == ErrorCode::kChildProcess);
  options.program = {"/bin/true", {}};
  PagePool silent(options);
  const auto read_by_none = read(silent, scan_of(1));
  REQUIRE_FALSE(read_by_none);
  CHECK(read_by_none.error().what.en.find("ended with code 0") != std::string::npos);
}

TEST_CASE("values survive the way through bytes, and other bytes are refused") {
  Reply reply;
  reply.kind = ReplyKind::kPage;
  reply.page.page.number = 3;
  reply.page.page.text = "Hà Giang";
  reply.page.page.words = {{{0, 3}, {1, 2, 3, 4}, 0.5F}};
  reply.page.page.hints = {{{0, 3}, text::Hint::kTitle}};
  reply.page.engine = "fake 1";
  const std::string bytes = wire::to_bytes(reply);
  const auto back = wire::from_bytes<Reply>(bytes);
  REQUIRE(back);
  CHECK(wire::to_bytes(*back) == bytes);
  CHECK(back->page.page.text == "Hà Giang");
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) CHECK_FALSE(wire::from_bytes<Reply>(bytes.substr(0, cut)));
  CHECK_FALSE(wire::from_bytes<Reply>(bytes + "x"));
  std::string lying = bytes;
  for (char& byte : lying) byte = '\xFF';  // lengths beyond all memory
  CHECK_FALSE(wire::from_bytes<Reply>(lying));
}

TEST_CASE("a page whose spans leave its text is not believed") {
  Page page;
  page.text = "abc";
  CHECK(is_sound(page));
  page.words = {{{1, 4}, {}, 1}};
  CHECK_FALSE(is_sound(page));
  page.words.clear();
  page.text = "\xFF";
  CHECK_FALSE(is_sound(page));
}

}  // namespace
}  // namespace trichluc
