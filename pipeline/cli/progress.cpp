#include "pipeline/cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

constexpr std::chrono::milliseconds kBetweenLines{200};
constexpr std::chrono::milliseconds kBetweenJson{1000};
constexpr const char* kWriteOver = "\r\x1B[K";  // to the line's start, and wipe it

std::string clock_time(double seconds) {
  const auto whole = static_cast<long>(std::lround(std::max(seconds, 0.0)));
  const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  if (whole < 3600) return std::to_string(whole / 60) + ":" + two(whole % 60);
  return std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + two(whole % 60);
}

std::string one_decimal(double value) {
  const auto tenths = static_cast<long>(std::lround(value * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::size_t documents_done(const RunCounters& counters) {
  return counters.documents_read + counters.documents_failed;
}

std::size_t pages_done(const RunCounters& counters) {
  return counters.pages_read + counters.pages_failed;
}

}  // namespace

ProgressForm progress_form(const std::string& asked_for) {
  if (asked_for == "line") return ProgressForm::kLine;
  if (asked_for == "json") return ProgressForm::kJson;
  const bool to_screen = asked_for.empty() && ::isatty(STDERR_FILENO) == 1;
  return to_screen ? ProgressForm::kLine : ProgressForm::kNone;
}

double seconds_left(const RunCounters& counters, double seconds) {
  const auto pages_read = static_cast<double>(pages_done(counters));
  const auto done = static_cast<double>(documents_done(counters));
  const auto documents = static_cast<double>(counters.documents);
  if (done < 1 || seconds <= 0) return -1;
  const double per_document = std::max(static_cast<double>(counters.pages) / done, 1.0);
  const double open = static_cast<double>(counters.pages) - pages_read;
  const double pages_left = std::max(open, 0.0) + std::max(documents - done - 1, 0.0) * per_document;
  return documents <= done ? 0 : pages_left * seconds / std::max(pages_read, 1.0);
}

std::string Progress::line(double seconds) const {
  const bool vi = language_ == Language::kVietnamese;
  std::string text =
      std::to_string(documents_done(counters_)) + "/" + std::to_string(counters_.documents) +
      (vi ? " tài liệu, " : " documents, ") + std::to_string(pages_done(counters_)) + (vi ? " trang, " : " pages, ") +
      one_decimal(static_cast<double>(pages_done(counters_)) / seconds) + (vi ? " trang/giây" : " pages/s");
  const std::size_t access = counters_.failed_access, opening = counters_.failed_opening;
  const std::size_t pages = counters_.pages_failed;
  if (access + opening + pages > 0) {
    text += vi ? ", hỏng: " : ", failed: ";
    text += std::to_string(access) + (vi ? " không mở được, " : " unreachable, ") + std::to_string(opening) +
            (vi ? " không đọc được, " : " unreadable, ") + std::to_string(pages) + (vi ? " trang" : " pages");
  }
  const double left = seconds_left(counters_, seconds);
  if (left >= 0) text += (vi ? ", còn khoảng " : ", about ") + clock_time(left) + (vi ? "" : " left");
  return text;
}

std::string Progress::json(double seconds, bool done) const {
  JsonWriter json;
  json.begin_object().key("documents").size(counters_.documents);
  json.key("documents_read").size(counters_.documents_read);
  json.key("documents_failed").size(counters_.documents_failed);
  json.key("pages").size(counters_.pages).key("pages_read").size(counters_.pages_read);
  json.key("pages_failed").size(counters_.pages_failed);
  json.key("failed").begin_object().key("access").size(counters_.failed_access);
  json.key("opening").size(counters_.failed_opening).key("page").size(counters_.pages_failed).end_object();
  json.key("seconds").real(seconds, 1);
  json.key("pages_per_second").real(static_cast<double>(pages_done(counters_)) / seconds, 1);
  json.key("seconds_left");
  const double left = done ? 0 : seconds_left(counters_, seconds);
  if (left < 0) {
    json.null();
  } else {
    json.real(left, 1);
  }
  json.key("done").boolean(done).end_object();
  return json.take() + "\n";
}

void Progress::show() {
  if (form_ == ProgressForm::kNone) return;
  const auto now = Clock::now();
  if (now - shown_ < (form_ == ProgressForm::kLine ? kBetweenLines : kBetweenJson)) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  if (form_ == ProgressForm::kJson) return tell_as_is(json(seconds, false));
  tell_as_is(kWriteOver + line(seconds));
  on_screen_ = true;
}

void Progress::clear() {
  if (on_screen_) tell_as_is(kWriteOver);
  on_screen_ = false;
}

void Progress::end() {
  clear();
  const double seconds = std::max(std::chrono::duration<double>(Clock::now() - begun_).count(), 0.001);
  if (form_ == ProgressForm::kJson) tell_as_is(json(seconds, true));
}

CountLine::~CountLine() {
  if (on_screen_) tell_as_is(kWriteOver);
}

void CountLine::show(std::size_t done, std::size_t all) {
  const auto now = Clock::now();
  if (form_ != ProgressForm::kLine || now - shown_ < kBetweenLines) return;
  shown_ = now;
  on_screen_ = true;
  tell_as_is(kWriteOver + what_ + " " + std::to_string(done) + "/" + std::to_string(all));
}

}  // namespace trichluc::cli
