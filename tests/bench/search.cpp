// How long searches take in one process that has the archive open; not a test.
//
//   bench_search ARCHIVE ROUNDS < QUERIES      a line a query: KIND TAB QUERY
//
// Prints a line a kind: KIND TAB queries TAB hits TAB answers TAB p50 TAB p95 TAB p95 of the processor's time
// (milliseconds; the last tells less of what else the machine does). A search is all that the
// command does once it runs: is the index current, what does the question mean, the answer, twenty hits with snippets.
#include "pipeline/query/search/search.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "pipeline/query/search/answers.h"
#include "pipeline/query/search/search_index.h"
#include "pipeline/query/search/search_places.h"
#include "pipeline/run/knowledge.h"

namespace {

using namespace trichluc;  // NOLINT(google-build-using-namespace)

struct QueryKind {
  std::size_t queries = 0, hits = 0, answers = 0;
  std::vector<double> times, processor;
};

template <class T>
const T& value_of(const Result<T>& result) {
  if (!result) {
    std::cerr << result.error().what.en << "\n";
    std::exit(1);
  }
  return *result;
}

double processor_time() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double milliseconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

void ask(store::Archive& archive, const Knowledge& knowledge, const std::string& typed, QueryKind& kind) {
  static const QuestionReader kReader(knowledge.dictionaries);
  const auto begin = std::chrono::steady_clock::now();
  const double worked = processor_time();
  value_of(update_index(archive, knowledge.markers, false));
  SearchQuery query = value_of(parse_search(typed));
  if (!query.filters.any()) {
    const Question asked = kReader.read(query.words);
    kind.answers += value_of(answer(archive, asked, kReader)).found.size();
    auto content = content_of(asked, query);
    if (asked.what != Question::What::kNothing && content) query.node = std::move(content);
  }
  if (query.node) join_places(*query.node, knowledge.dictionaries);
  kind.hits += value_of(search(archive, query, {})).size();
  kind.times.push_back(milliseconds(std::chrono::steady_clock::now() - begin));
  kind.processor.push_back(processor_time() - worked);
}

double quantile(std::vector<double>& times, double share) {
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 1;
  auto opened = open_for_search(arguments[1]);
  value_of(opened);
  const auto loaded = load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  const Knowledge& knowledge = value_of(loaded);
  std::vector<std::pair<std::string, std::string>> queries;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) queries.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  std::map<std::string, QueryKind> kinds;
  for (int round = -1; round < std::atoi(arguments[2]); ++round) {
    if (round == 0) kinds.clear();  // the first round only warms up
    for (const auto& [kind, query] : queries) {
      ask(*opened, knowledge, query, kinds[kind]);
      ++kinds[kind].queries;
      const double last = kinds[kind].processor.back();
      if (std::getenv("SLOW") != nullptr && last > std::atof(std::getenv("SLOW"))) {
        std::fprintf(stderr, "%.1f ms\t%s\t%s\n", last, kind.c_str(), query.c_str());
      }
    }
  }
  for (auto& [name, kind] : kinds) {
    std::printf("%s\t%zu\t%zu\t%zu\t%.2f\t%.2f\t%.2f\n", name.c_str(), kind.queries, kind.hits, kind.answers,
                quantile(kind.times, 0.5), quantile(kind.times, 0.95), quantile(kind.processor, 0.95));
  }
  return 0;
}
