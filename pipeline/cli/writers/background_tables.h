// Writes tables in a thread of its own, while the next ones are made.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "pipeline/cli/writers/table_outputs.h"

namespace trichluc::cli {

class BackgroundTables {
 public:
  explicit BackgroundTables(std::unique_ptr<TableOutput> output);
  BackgroundTables(const BackgroundTables&) = delete;
  BackgroundTables& operator=(const BackgroundTables&) = delete;
  // What was not finished is dropped.
  ~BackgroundTables();

  // Tables are written in the order in which they come; behind one that cannot be written the rest is dropped.
  void add(store::Table table);
  // Waits until all are written, and gives the files their names.
  Result<void> finish();

 private:
  void write();
  void end();

  std::unique_ptr<TableOutput> output_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<store::Table> waiting_;
  bool ended_ = false;
  Result<void> written_;
  std::thread thread_;
};

}  // namespace trichluc::cli
