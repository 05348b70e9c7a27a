// Work on many inputs by several threads, each input giving any number of things, which are handed on in the order of
// the inputs: the output is the same at any number of jobs.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace trichluc {

template <class T>
struct OrderedStreams {
  using Emit = std::function<void(T)>;

  std::size_t count = 0;
  int jobs = 1;
  // Called on a thread of the run, once for each input; gives its things to `emit`. Must not throw.
  std::function<void(std::size_t, const Emit& emit)> work;
  // Called on the caller's thread, in the order of the inputs and, within one, of the calls of `emit`.
  std::function<void(T)> use;
  // Called on the caller's thread every tenth of a second: the place to notice an interruption. May be empty.
  std::function<void()> poll;
};

template <class T>
class OrderedStreamsRun {
 public:
  explicit OrderedStreamsRun(const OrderedStreams<T>& plan) : plan_(plan) {}

  void run() {
    std::vector<std::thread> threads;
    const std::size_t wanted = std::min(plan_.count, static_cast<std::size_t>(std::max(plan_.jobs, 1)));
    for (std::size_t i = 0; i < wanted; ++i) threads.emplace_back([this] { work(); });
    for (std::size_t i = 0; i < plan_.count; ++i) use_all_of(i);
    for (std::thread& thread : threads) thread.join();
  }

 private:
  using Clock = std::chrono::steady_clock;

  struct Stream {
    std::deque<T> waiting;
    bool ended = false;
  };

  // A slow first input must not fill the memory with what comes after it: threads begin at most this many inputs ahead
  // of the output, and an input gives at most this many things ahead.
  static constexpr std::size_t kInputsAhead = 16;
  static constexpr std::size_t kThingsAhead = 32;

  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return next_ >= plan_.count || next_ < used_ + kInputsAhead; });
      if (next_ >= plan_.count) return;
      const std::size_t index = next_++;
      Stream& stream = streams_[index];
      lock.unlock();
      plan_.work(index, [this, &stream](T thing) { add(stream, std::move(thing)); });
      lock.lock();
      stream.ended = true;
      changed_.notify_all();
    }
  }

  void add(Stream& stream, T thing) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&stream] { return stream.waiting.size() < kThingsAhead; });
    stream.waiting.push_back(std::move(thing));
    changed_.notify_all();
  }

  void use_all_of(std::size_t index) {
    std::unique_lock lock(mutex_);
    for (;;) {
      Stream& stream = streams_[index];
      if (!stream.waiting.empty()) {
        T thing = std::move(stream.waiting.front());
        stream.waiting.pop_front();
        changed_.notify_all();
        lock.unlock();
        plan_.use(std::move(thing));
        poll_now_and_then();
        lock.lock();
      } else if (stream.ended) {
        break;
      } else {
        changed_.wait_for(lock, kBetweenPolls);
        lock.unlock();
        poll_now_and_then();
        lock.lock();
      }
    }
    streams_.erase(index);
    used_ = index + 1;
    changed_.notify_all();
  }

  void poll_now_and_then() {
    if (!plan_.poll || Clock::now() - polled_ < kBetweenPolls) return;
    polled_ = Clock::now();
    plan_.poll();
  }

  static constexpr std::chrono::milliseconds kBetweenPolls{100};

  const OrderedStreams<T>& plan_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;  // the first input that no thread has taken
  std::size_t used_ = 0;  // the first input whose things are not all handed on
  std::map<std::size_t, Stream> streams_;
  Clock::time_point polled_ = Clock::now();
};

template <class T>
void run_in_order(const OrderedStreams<T>& plan) {
  OrderedStreamsRun<T>(plan).run();
}

}  // namespace trichluc
