// Page jobs in child processes: workers up to a fixed number, each with an engine that is kept from page to page; the
// first is started at once, a further one when a job would wait for it. A worker
// that dies or takes too long costs one page, which is tried once more in a fresh worker and then given back as failed
// with the reason; everything else goes on.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/run/messages.h"
#include "pipeline/run/snapshot.h"
#include "pipeline/run/worker_process.h"

namespace trichluc {

struct PagePoolOptions {
  WorkerProgram program;
  int workers = 1;
  // The parent's clock for one page. Tesseract's own deadline does not cover layout analysis and leaves half a text.
  std::chrono::seconds page_time{120};
};

// A file that is read by the pool. Shared by the jobs about it.
struct PooledFile {
  std::uint64_t number = 0;  // order in which files are served: the output waits for the first one
  std::string source;
  Snapshot bytes;
};
using PooledFilePtr = std::shared_ptr<const PooledFile>;

// Any thread may hand in jobs.
class PagePool {
 public:
  explicit PagePool(PagePoolOptions options);
  PagePool(const PagePool&) = delete;
  PagePool& operator=(const PagePool&) = delete;
  // Jobs that were not begun are given up, and answered with an error.
  ~PagePool();

  PooledFilePtr add(Snapshot bytes, std::string source);
  // `done` is called once, on a thread of the pool; what it does keeps a worker waiting.
  using Done = std::function<void(Reply reply)>;
  void submit(PooledFilePtr file, PageTask task, int number, Done done);
  std::future<Reply> submit(PooledFilePtr file, PageTask task, int number);
  int workers() const { return options_.workers; }

 private:
  struct Job {
    PooledFilePtr file;
    PageTask task = PageTask::kOpen;
    int number = 0;
    Done done;
  };
  struct Worker {
    std::optional<WorkerProcess> process;
    std::uint64_t file = 0;  // the number of the file that it holds, 0 for none
  };

  void serve();
  // With the mutex held.
  void add_thread();
  std::optional<Job> next();
  Reply run(Worker& worker, const Job& job) const;
  // The worker's answer, or how it failed to give one; then the worker is gone.
  tl::expected<Reply, Message> ask(Worker& worker, const Job& job) const;

  PagePoolOptions options_;
  std::atomic<std::uint64_t> files_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  // By file, then in the order in which they were handed in.
  std::map<std::pair<std::uint64_t, std::uint64_t>, Job> jobs_;
  std::uint64_t submitted_ = 0;
  std::size_t busy_ = 0;  // threads that have a job
  bool ending_ = false;
  std::vector<std::thread> threads_;  // one a worker; last, so that they see everything else made
};

}  // namespace trichluc
