// How fast is text to facts, on one core, JSON writing apart? Processor time, so that a busy machine does not count.
//
//     build/tests/bench_facts [--documents-only | --profile] FILE...
//
// --profile: only one text of a megabyte, for a profiler that counts instructions.
// The files are read as documents one by one, then laid end to end as one text of 1, 2, 4 … megabytes, then pages of
// digits and lists without a stop. Answers come first: a document must give the same records in every round, and the
// long text must state what its parts state.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/record/record_json.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/run/memory.h"
#include "pipeline/run/runner.h"
#include "pipeline/source/plain_reader.h"

namespace {

constexpr double kMegabyte = 1e6;

struct Measured {
  double seconds = 0;  // of the processor
  std::size_t records = 0;
  std::size_t answer = 0;  // a hash of all records
};

class Bench {
 public:
  Bench() : knowledge_(load()), runner_(knowledge_, counters_) {}

  Measured measure(const std::string& text) {
    const std::clock_t begin = std::clock();
    auto document = trichluc::read_plain(text, "bench");
    if (!document) throw std::runtime_error(document.error().what.en);
    const trichluc::DocumentRecords records = runner_.extract_records(std::move(*document));
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return {seconds, records.records.size(), std::hash<std::string>{}(trichluc::to_json(records))};
  }

 private:
  static trichluc::Knowledge load() {
    auto knowledge = trichluc::load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
    if (!knowledge) throw std::runtime_error(knowledge.error().what.en);
    return std::move(*knowledge);
  }

  trichluc::Knowledge knowledge_;
  trichluc::RunCounters counters_;
  trichluc::Runner runner_;
};

std::string contents(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void report(const char* what, std::size_t bytes, const Measured& measured) {
  std::printf("%-24s %8.2f MB  %8.3f s  %6.2f MB/s  %zu records\n", what, static_cast<double>(bytes) / kMegabyte,
              measured.seconds, static_cast<double>(bytes) / kMegabyte / measured.seconds, measured.records);
}

void measure_documents(Bench& bench, const std::vector<std::string>& texts) {
  constexpr int kRounds = 5;
  Measured best;
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  for (int round = 0; round < kRounds; ++round) {
    Measured sum;
    for (const std::string& text : texts) {
      const Measured one = bench.measure(text);
      sum.seconds += one.seconds;
      sum.records += one.records;
      sum.answer = sum.answer * 31 + one.answer;
    }
    if (round > 0 && sum.answer != best.answer) throw std::runtime_error("two rounds gave different records");
    if (round == 0 || sum.seconds < best.seconds) best = sum;
  }
  report("documents", bytes, best);
}

void measure_long_text(Bench& bench, const std::vector<std::string>& texts, std::size_t most) {
  std::string joined;
  for (const std::string& text : texts) joined += text + "\n\n";
  std::string text;
  std::size_t least = 0;
  for (std::size_t size = 1'000'000; size <= most; size *= 2) {
    while (text.size() < size) text += joined;
    const Measured measured = bench.measure(text);
    if (measured.records < least) throw std::runtime_error("a longer text states less");
    least = measured.records;
    report("one text", text.size(), measured);
  }
}

void measure_digits(Bench& bench) {
  for (const std::size_t count : {100'000U, 400'000U}) {
    const std::string run(count, '7');
    report("one number", count, bench.measure(run));
    std::string numbers;
    while (numbers.size() < count) numbers += "12 3.456 7,8/9 ";
    report("numbers side by side", numbers.size(), bench.measure(numbers));
    std::string grouped = "1";
    while (grouped.size() < count) grouped += ".000";
    report("one grouped number", grouped.size(), bench.measure(grouped));
  }
}

// Lists and damaged texts have no stop for pages: twice the length must take about twice the time.
void measure_one_sentence(Bench& bench) {
  const std::pair<const char*, const char*> kLists[] = {
      {"counts in one sentence", "45 tổ chức phi chính phủ nước ngoài viện trợ 7 triệu USD, "},
      {"days in one sentence", "ngày 5/7, "},
      {"people in one sentence", "ông Nguyễn Văn An Giám đốc Sở Ngoại vụ, "},
      {"cells one a line", "Huyện\n5\n6\n"},
      {"sums in lines", "Viện trợ 7 triệu USD.\n"},
      {"laws in one sentence", "Nghị định số 80/2020/NĐ-CP ngày 8/7/2020, "}};
  for (const auto& [name, item] : kLists) {
    for (const std::size_t size : {500'000U, 1'000'000U}) {
      std::string text;
      while (text.size() < size) text += item;
      report(name, text.size(), bench.measure(text));
    }
  }
}

}  // namespace

int main(int count, char** arguments) try {
  trichluc::keep_freed_memory();
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  constexpr std::size_t kMost = 32'000'000;
  const std::string option = count > 1 && std::string(arguments[1]).rfind("--", 0) == 0 ? arguments[1] : "";
  std::vector<std::string> texts;
  std::transform(arguments + (option.empty() ? 1 : 2), arguments + count, std::back_inserter(texts), contents);
  if (texts.empty()) throw std::runtime_error("name text files, as corpus/documents/*.txt");
  Bench bench;
  if (option == "--profile") {
    measure_long_text(bench, texts, 1'000'000);
    return 0;
  }
  measure_documents(bench, texts);
  if (option == "--documents-only") return 0;
  measure_long_text(bench, texts, kMost);
  measure_digits(bench);
  measure_one_sentence(bench);
  return 0;
} catch (const std::exception& thrown) {
  std::fprintf(stderr, "%s\n", thrown.what());
  return 1;
}
