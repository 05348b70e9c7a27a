// What an ingest would do, without doing it.
#include <cmath>
#include <mutex>
#include <set>
#include <sstream>

#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/store/documents.h"
#include "pipeline/store/runs.h"

namespace trichluc::cli {
namespace {

struct Counted {
  std::size_t added = 0;
  std::size_t known = 0;       // that the archive has, under whatever name
  std::size_t continued = 0;   // that it has a part of
  std::size_t duplicates = 0;  // the same bytes again among the inputs
  std::size_t unchanged = 0;
  std::size_t refused = 0;
  std::int64_t text_pages = 0;
  std::int64_t recognised_pages = 0;
  double original_bytes = 0;
};

// Any number of threads may hand in documents at once.
class Counter {
 public:
  explicit Counter(store::Archive* archive) : archive_(archive) {}

  void add(const PooledDocument& document, const Emit& emit) {
    Delivery told;
    told.records.source = document.head().source;
    if (is_first(document.head().id)) {
      if (const auto failed = count(document)) told = refusal(document.head().source, *failed);
    }
    emit(std::move(told));
  }

  Counted counted() const {
    const std::lock_guard lock(mutex_);
    return counted_;
  }

 private:
  bool is_first(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const bool first = seen_.insert(id).second;
    if (!first) ++counted_.duplicates;
    return first;
  }

  std::optional<Error> count(const PooledDocument& document) {
    std::optional<store::KnownDocument> known;
    if (archive_ != nullptr) {
      auto found = store::known_document(*archive_, document.head().id);
      if (!found) return found.error();
      known = std::move(*found);
    }
    std::vector<int> pages;
    for (int number = 1; number <= document.page_count(); ++number) {
      if (!known || !known->pages.contains(number)) pages.push_back(number);
    }
    if (known && known->finished) pages.clear();
    const std::size_t recognised = document.count_to_recognise(pages);
    const std::lock_guard lock(mutex_);
    ++(!known ? counted_.added : known->finished ? counted_.known : counted_.continued);
    counted_.recognised_pages += static_cast<std::int64_t>(recognised);
    counted_.text_pages += static_cast<std::int64_t>(pages.size() - recognised);
    if (!known) counted_.original_bytes += static_cast<double>(document.original_bytes().bytes().size());
    return std::nullopt;
  }

  store::Archive* archive_;
  mutable std::mutex mutex_;
  std::set<std::string> seen_;
  Counted counted_;
};

// "3 h 20 min", "45 s": no more than anybody can know beforehand.
std::string duration(double seconds) {
  constexpr double kMinute = 60;
  constexpr double kHour = 3600;
  const auto whole = [](double value) { return std::to_string(static_cast<long long>(std::ceil(value))); };
  if (seconds < kMinute) return whole(seconds) + " s";
  if (seconds < kHour) return whole(seconds / kMinute) + " min";
  const double hours = std::floor(seconds / kHour);
  return whole(hours) + " h " + whole((seconds - hours * kHour) / kMinute) + " min";
}

std::string megabytes(double bytes) {
  std::ostringstream text;
  text.precision(bytes < 1e7 ? 1 : 0);
  text << std::fixed << bytes / 1e6 << " MB";
  return text.str();
}

std::string rate(const store::PageCost& cost, Language language) {
  std::ostringstream text;
  text.precision(2);
  text << std::fixed << "  (" << cost.seconds << " s ";
  text << in_language({"a page and process, ", "mỗi trang và tiến trình, "}, language);
  text << (cost.measured
               ? in_language({"as this archive's runs took", "theo các lần chạy của kho này"}, language)
               : in_language({"assumed, for want of runs of this archive", "giả định, vì kho này chưa có lần chạy"},
                             language));
  return text.str() + ")\n";
}

std::string report(const Counted& counted, const store::PageCosts& costs, int jobs, Language language) {
  const auto line = [&](const char* en, const char* vi, auto count) {
    return in_language({en, vi}, language) + std::to_string(count) + "\n";
  };
  const auto text = static_cast<double>(counted.text_pages);
  const auto recognised = static_cast<double>(counted.recognised_pages);
  const double seconds = (text * costs.text.seconds + recognised * costs.recognised.seconds) / jobs;
  const double bytes = counted.original_bytes + text * costs.text.bytes + recognised * costs.recognised.bytes;
  std::string told = line("new documents    ", "tài liệu mới     ", counted.added) +
                     line("to be continued  ", "cần làm tiếp     ", counted.continued) +
                     line("stored already   ", "đã có trong kho  ", counted.known) +
                     line("further names    ", "thêm tên gọi     ", counted.duplicates) +
                     line("unchanged files  ", "tệp không đổi    ", counted.unchanged) +
                     line("refused          ", "không đọc được   ", counted.refused);
  told += in_language({"pages of text    ", "trang có văn bản "}, language) + std::to_string(counted.text_pages) +
          rate(costs.text, language);
  told += in_language({"to be recognised ", "trang cần nhận dạng "}, language) +
          std::to_string(counted.recognised_pages) + rate(costs.recognised, language);
  told += in_language({"time, about      ", "thời gian, khoảng "}, language) + duration(seconds) +
          in_language({" with ", " với "}, language) + std::to_string(jobs) +
          in_language({" processes\n", " tiến trình\n"}, language);
  return told + in_language({"disk, about      ", "dung lượng, khoảng "}, language) + megabytes(bytes) +
         in_language({", of these originals ", ", trong đó bản gốc "}, language) + megabytes(counted.original_bytes) +
         "\n";
}

}  // namespace

int dry_run(store::Archive* archive, const std::vector<Input>& inputs, std::size_t unchanged,
            const ReadingArguments& reading, Language language) {
  store::PageCosts costs;
  if (archive != nullptr) {
    const auto known = store::page_costs(*archive);
    if (!known) return refuse(known.error(), language);
    costs = *known;
  }
  RunCounters counters;
  Counter counter(archive);
  Batch batch{language, &reading, &counters};
  batch.work = [&](const PooledDocument& document, const Emit& emit) { counter.add(document, emit); };
  batch.use = [](const Delivery&) {};
  const int code = run_batch(inputs, batch);
  Output output;
  const int jobs = jobs_or_processors(reading.jobs);
  Counted counted = counter.counted();
  counted.unchanged = unchanged;
  counted.refused = counters.documents_failed;
  write_or_leave(output, report(counted, costs, jobs, language), language);
  return code;
}

}  // namespace trichluc::cli
