#include "pipeline/cli/writers/background_tables.h"

#include <utility>

namespace trichluc::cli {

BackgroundTables::BackgroundTables(std::unique_ptr<TableOutput> output)
    : output_(std::move(output)), thread_([this] { write(); }) {}

BackgroundTables::~BackgroundTables() {
  end();
}

void BackgroundTables::add(store::Table table) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_.push_back(std::move(table));
  }
  changed_.notify_one();
}

Result<void> BackgroundTables::finish() {
  end();
  return written_ ? output_->finish() : written_;
}

void BackgroundTables::end() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void BackgroundTables::write() {
  while (true) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const store::Table table = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    if (written_) written_ = output_->add(table);
  }
}

}  // namespace trichluc::cli
