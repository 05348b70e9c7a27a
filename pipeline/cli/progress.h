// How far a run is, on standard error: one line that is written over, or JSON lines for programs.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

#include "pipeline/cli/language.h"
#include "pipeline/run/counters.h"

namespace trichluc::cli {

enum class ProgressForm { kNone, kLine, kJson };

// "line", "json" or "none"; empty: a line where standard error is a terminal.
ProgressForm progress_form(const std::string& asked_for);

// For the thread that also writes data and messages: call clear() before it writes any.
class Progress {
 public:
  Progress(ProgressForm form, Language language, const RunCounters& counters)
      : form_(form), language_(language), counters_(counters) {}

  // Shows where the run is, a few times a second at most.
  void show();
  void clear();
  // The last word: JSON of the whole run, nothing of the line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;

  std::string line(double seconds) const;
  std::string json(double seconds, bool done) const;

  ProgressForm form_;
  Language language_;
  const RunCounters& counters_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
  bool on_screen_ = false;
};

// The same line of one kind of thing that is counted: "building the search index, document 1200/200000". Gone with its
// owner.
class CountLine {
 public:
  CountLine(ProgressForm form, std::string what) : form_(form), what_(std::move(what)) {}
  CountLine(const CountLine&) = delete;
  CountLine& operator=(const CountLine&) = delete;
  ~CountLine();

  // A few times a second at most.
  void show(std::size_t done, std::size_t all);

 private:
  using Clock = std::chrono::steady_clock;

  ProgressForm form_;
  std::string what_;
  Clock::time_point shown_ = Clock::now();
  bool on_screen_ = false;
};

// Seconds that are left at the rate so far; -1 where nothing can be said yet. Documents that are not opened yet are
// taken to have as many pages as those that were.
double seconds_left(const RunCounters& counters, double seconds);

}  // namespace trichluc::cli
