// The small parts of a run: page ranges, order of results, snapshots of files, folders, the time that is left.
#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "pipeline/run/ordered_streams.h"
#include "pipeline/run/page_ranges.h"
#include "pipeline/run/snapshot.h"
#include "pipeline/source/folder.h"
#include "tests/unit/temporary_folder.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

using test::TemporaryFolder;

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST_CASE("page ranges are read as people write them") {
  struct Case {
    const char* words;
    int count;
    std::vector<int> pages;
  };
  const std::vector<Case> cases = {
      {"1", 3, {1}}, {"1-3,7", 9, {1, 2, 3, 7}}, {"2-", 4, {2, 3, 4}},       {"3,1,3", 4, {1, 3}},
      {"5", 4, {}},  {"1-9", 2, {1, 2}},         {"1-2147483647", 2, {1, 2}}};
  for (const Case& c : cases) {
    CAPTURE(c.words);
    const auto ranges = PageRanges::parse(c.words);
    REQUIRE(ranges);
    CHECK(ranges->of(c.count) == c.pages);
  }
  for (const char* wrong : {"", "0", "3-1", "a", "1,", ",1", "-3", "1--2", "1-2-3", "1 2", "99999999999"}) {
    CAPTURE(wrong);
    CHECK_FALSE(PageRanges::parse(wrong));
  }
  CHECK(PageRanges().of(2) == std::vector<int>{1, 2});
}

TEST_CASE("things of many inputs come out in order, whatever thread made them") {
  for (const int jobs : {1, 4}) {
    OrderedStreams<std::size_t> plan;
    plan.count = 200;
    plan.jobs = jobs;
    plan.work = [](std::size_t index, const auto& emit) {
      for (std::size_t i = 0; i < index % 100; ++i) emit(index * 1000 + i);
    };
    std::vector<std::size_t> expected;
    for (std::size_t index = 0; index < plan.count; ++index) {
      for (std::size_t i = 0; i < index % 100; ++i) expected.push_back(index * 1000 + i);
    }
    std::vector<std::size_t> seen;
    plan.use = [&seen](std::size_t thing) { seen.push_back(thing); };
    run_in_order(plan);
    CHECK(seen == expected);
  }
}

TEST_CASE("a snapshot holds the bytes of that moment") {
  const TemporaryFolder folder;
  write(folder / "a.txt", "before");
  const auto snapshot = Snapshot::of_file(folder / "a.txt");
  REQUIRE(snapshot);
  write(folder / "a.txt", "after it was read");
  CHECK(snapshot->bytes() == "before");
  write(folder / "empty.txt", "");
  CHECK(Snapshot::of_file(folder / "empty.txt")->bytes().empty());
}

TEST_CASE("what is no file is refused by name, without waiting for it") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  fs::create_symlink(folder / "round", folder / "round");
  for (const char* name : {"missing.txt", "pipe", "round", "."}) {
    CAPTURE(name);
    const auto snapshot = Snapshot::of_file(folder / name);
    REQUIRE_FALSE(snapshot);
    CHECK(snapshot.error().code == ErrorCode::kFileAccess);
    CHECK(snapshot.error().where == (folder / name).string());
  }
  CHECK_FALSE(Snapshot::of_file("/dev/zero"));
}

TEST_CASE("a folder with links in circles is listed once, and nothing in it is passed over in silence") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "b" / "c");
  write(folder / "b" / "one.txt", "1");
  write(folder / "b" / "c" / "two\nlines.txt", "2");
  write(folder / "\xFF.txt", "3");
  write(folder / ".hidden", "4");
  fs::create_directory_symlink(folder.path(), folder / "b" / "c" / "up");
  fs::create_symlink(folder / "nowhere", folder / "dangling");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::vector<std::string> good, bad;
  for (const ListedFile& file : list_folder(folder.path())) {
    (file.error ? bad : good).push_back(fs::relative(file.path, folder.path()).string());
  }
  CHECK(good == std::vector<std::string>{"b/c/two\nlines.txt", "b/one.txt", "\xFF.txt"});
  CHECK(bad == std::vector<std::string>{"dangling", "pipe"});
}

}  // namespace
}  // namespace trichluc
