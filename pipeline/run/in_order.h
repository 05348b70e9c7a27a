// Work on many inputs by several threads, with the results handed on in the order of the inputs: the output is the same
// at any number of jobs.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace trichluc {

template <class T>
struct InOrder {
  std::size_t count = 0;
  int jobs = 1;
  // Called once a thread; what it gives is called for the inputs of that thread and may keep state.
  std::function<std::function<T(std::size_t)>()> make_worker;
  // Called on the caller's thread, for 0, 1, 2 … in this order.
  std::function<void(std::size_t, T)> use;
  // Called on the caller's thread every tenth of a second while it waits: the place to notice an interruption.
  std::function<void()> poll;
};

template <class T>
class InOrderRun {
 public:
  explicit InOrderRun(const InOrder<T>& plan) : plan_(plan) {}

  void run() {
    std::vector<std::thread> threads;
    const std::size_t wanted = std::min(plan_.count, static_cast<std::size_t>(std::max(plan_.jobs, 1)));
    for (std::size_t i = 0; i < wanted; ++i) threads.emplace_back([this] { work(); });
    for (std::size_t i = 0; i < plan_.count; ++i) plan_.use(i, wait_for(i));
    for (std::thread& thread : threads) thread.join();
  }

 private:
  // Threads run at most this far ahead of the output, so that a slow first document does not fill the memory.
  static constexpr std::size_t kAhead = 16;

  void work() {
    const auto worker = plan_.make_worker();
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return next_ >= plan_.count || next_ < used_ + kAhead; });
      if (next_ >= plan_.count) return;
      const std::size_t index = next_++;
      lock.unlock();
      T result = worker(index);
      lock.lock();
      done_.emplace(index, std::move(result));
      changed_.notify_all();
    }
  }

  T wait_for(std::size_t index) {
    std::unique_lock lock(mutex_);
    while (done_.count(index) == 0) {
      changed_.wait_for(lock, std::chrono::milliseconds(100));
      lock.unlock();
      plan_.poll();
      lock.lock();
    }
    T result = std::move(done_.at(index));
    done_.erase(index);
    used_ = index + 1;
    changed_.notify_all();
    return result;
  }

  const InOrder<T>& plan_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;  // the first input that no thread has taken
  std::size_t used_ = 0;  // how many results were handed on
  std::map<std::size_t, T> done_;
};

template <class T>
void run_in_order(const InOrder<T>& plan) {
  InOrderRun<T>(plan).run();
}

}  // namespace trichluc
