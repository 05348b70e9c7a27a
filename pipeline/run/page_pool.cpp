#include "pipeline/run/page_pool.h"

#include <algorithm>
#include <exception>

#include "pipeline/run/wire.h"

namespace trichluc {
namespace {

constexpr int kTries = 2;

std::string place_of(const std::string& source, PageTask task, int number) {
  return task == PageTask::kPage || task == PageTask::kLook ? source + "#" + std::to_string(number) : source;
}

Reply failed(Error error) {
  Reply reply;
  reply.error = std::move(error);
  return reply;
}

Error gave_up(const Message& why, const std::string& where) {
  return {ErrorCode::kChildProcess,
          {"the reader failed twice (" + why.en + "); the rest was read; print or scan it anew and read that",
           "tiến trình đọc hỏng hai lần (" + why.vi + "); phần còn lại đã đọc; hãy in hoặc quét lại rồi đọc bản đó"},
          where};
}

Error ended_before(const std::string& where) {
  return {ErrorCode::kInterrupted, {"the run ended before it was read", "lượt chạy kết thúc trước khi đọc"}, where};
}

Message too_slow(std::chrono::seconds time) {
  const std::string seconds = std::to_string(time.count());
  return {"took more than " + seconds + " seconds", "quá " + seconds + " giây"};
}

// Is this an answer to that question?
bool answers(const Reply& reply, const PageTask task) {
  switch (reply.kind) {
    case ReplyKind::kError:
      return is_sound(reply.error);
    case ReplyKind::kOpened:
      return task == PageTask::kOpen && is_sound(reply.opened);
    case ReplyKind::kPage:
      return (task == PageTask::kPage || task == PageTask::kLook) && is_sound(reply.page.page);
    case ReplyKind::kEntry:
      return (task == PageTask::kEntry || task == PageTask::kPicture) && reply.entry;
  }
  return false;
}

}  // namespace

PagePool::PagePool(PagePoolOptions options) : options_(std::move(options)) {
  options_.workers = std::max(options_.workers, 1);
  const std::lock_guard lock(mutex_);
  add_thread();
}

PagePool::~PagePool() {
  decltype(jobs_) not_begun;
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    not_begun.swap(jobs_);
  }
  changed_.notify_all();
  for (auto& [order, job] : not_begun) job.done(failed(ended_before(job.file->source)));
  for (std::thread& thread : threads_) thread.join();
}

PooledFilePtr PagePool::add(Snapshot bytes, std::string source) {
  return std::make_shared<const PooledFile>(PooledFile{++files_, std::move(source), std::move(bytes)});
}

void PagePool::submit(PooledFilePtr file, PageTask task, int number, Done done) {
  Job job{std::move(file), task, number, std::move(done)};
  {
    const std::lock_guard lock(mutex_);
    jobs_.emplace(std::pair(job.file->number, submitted_++), std::move(job));
    const bool waits = busy_ + jobs_.size() > threads_.size();
    if (waits && threads_.size() < static_cast<std::size_t>(options_.workers)) add_thread();
  }
  changed_.notify_one();
}

void PagePool::add_thread() {
  threads_.emplace_back([this] { serve(); });
}

std::future<Reply> PagePool::submit(PooledFilePtr file, PageTask task, int number) {
  auto result = std::make_shared<std::promise<Reply>>();
  submit(std::move(file), task, number, [result](Reply reply) { result->set_value(std::move(reply)); });
  return result->get_future();
}

std::optional<PagePool::Job> PagePool::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
  if (ending_) return std::nullopt;
  ++busy_;
  return std::move(jobs_.extract(jobs_.begin()).mapped());
}

void PagePool::serve() {
  Worker worker;
  // Started before the first job comes: the program loads its dictionaries meanwhile.
  if (auto started = WorkerProcess::start(options_.program)) worker.process.emplace(std::move(*started));
  while (auto job = next()) {
    const auto begin = Channel::Clock::now();
    Reply reply = run(worker, *job);
    reply.seconds = std::chrono::duration<double>(Channel::Clock::now() - begin).count();
    {
      const std::lock_guard lock(mutex_);
      --busy_;
    }
    job->done(std::move(reply));
  }
}

Reply PagePool::run(Worker& worker, const Job& job) const try {
  const std::string where = place_of(job.file->source, job.task, job.number);
  Message why;
  // One that died while it waited has cost no page.
  if (worker.process && !worker.process->is_running()) worker.process.reset();
  for (int tries = 0; tries < kTries; ++tries) {
    if (!worker.process) {
      auto started = WorkerProcess::start(options_.program);
      if (!started) return failed(started.error());
      worker.process.emplace(std::move(*started));
      worker.file = 0;
    }
    auto answer = ask(worker, job);
    if (answer) return std::move(*answer);
    why = answer.error();
  }
  return failed(gave_up(why, where));
} catch (const std::exception& thrown) {
  // An answer too large for our own memory: the worker may still be sending, so it goes.
  worker.process.reset();
  return failed(gave_up({thrown.what(), thrown.what()}, job.file->source));
}

tl::expected<Reply, Message> PagePool::ask(Worker& worker, const Job& job) const {
  const bool brings_file = worker.file != job.file->number;
  const PageRequest request{job.task, job.file->number, job.file->source, job.number, brings_file};
  const auto deadline = Channel::Clock::now() + options_.page_time;
  ChannelMessage message;
  ChannelState state = ChannelState::kClosed;
  if (worker.process->send(wire::to_bytes(request), brings_file ? job.file->bytes.descriptor() : -1)) {
    state = worker.process->receive(message, deadline);
  }
  if (state == ChannelState::kGood) {
    auto reply = wire::from_bytes<Reply>(message.bytes);
    if (reply) reply->entry = std::move(message.file);
    if (reply && answers(*reply, job.task)) {
      // After an error the worker may have let go of the file.
      worker.file = reply->kind == ReplyKind::kError ? 0 : job.file->number;
      return std::move(*reply);
    }
    state = ChannelState::kBroken;
  }
  const Message ended = worker.process->stop();
  worker.process.reset();
  if (state == ChannelState::kTimedOut) return tl::unexpected(too_slow(options_.page_time));
  if (state == ChannelState::kBroken) return tl::unexpected(Message{"gave a false answer", "trả lời sai"});
  return tl::unexpected(ended);
}

}  // namespace trichluc
