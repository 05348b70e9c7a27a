// Replies of several jobs, taken in the order in which they come.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

#include "pipeline/run/messages.h"

namespace trichluc {

// Any thread may add; `index` is whatever the asker knows the job by.
class Arrivals {
 public:
  struct Arrival {
    std::size_t index = 0;
    Reply reply;
  };

  void add(std::size_t index, Reply reply) {
    {
      const std::lock_guard lock(mutex_);
      there_.push_back({index, std::move(reply)});
    }
    came_.notify_one();
  }

  // Waits for one.
  Arrival next() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return !there_.empty(); });
    Arrival first = std::move(there_.front());
    there_.pop_front();
    return first;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Arrival> there_;
};

}  // namespace trichluc
