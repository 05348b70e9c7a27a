#include "pipeline/run/page_worker.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <exception>
#include <new>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "pipeline/ocr/page_reader.h"
#include "pipeline/ocr/shown_image.h"
#include "pipeline/run/channel.h"
#include "pipeline/run/messages.h"
#include "pipeline/run/page_picture.h"
#include "pipeline/run/snapshot.h"
#include "pipeline/run/wire.h"

namespace trichluc {
namespace {

// The file that is read at the moment; one at a time, the pages of a document mostly come one after the other.
struct OpenFile {
  std::uint64_t number = 0;
  Snapshot bytes;
  std::optional<ocr::PageReader> reader;
};

Reply failed(Error error) {
  Reply reply;
  reply.error = std::move(error);
  return reply;
}

Error no_memory(const std::string& source) {
  return {ErrorCode::kOther,
          {"reading needs more memory than a page may take; scan it at a lower resolution or split the file",
           "việc đọc cần nhiều bộ nhớ hơn mức cho phép của một trang; hãy quét ở độ phân giải thấp hơn hoặc chia tệp"},
          source};
}

Error stopped(const std::exception& thrown, const std::string& source) {
  const std::string what = thrown.what();
  return {ErrorCode::kOther,
          {"reading stopped unexpectedly (" + what + "); please report it with this file",
           "việc đọc dừng bất ngờ (" + what + "); xin báo lỗi kèm tệp này"},
          source};
}

class PageWorker {
 public:
  explicit PageWorker(const EngineFactory& make_engine) : engine_(make_engine) {}

  Reply answer(const PageRequest& request, Descriptor file) try {
    if (request.brings_file) {
      auto bytes = Snapshot::of_memory(std::move(file), request.source);
      if (!bytes) return failed(bytes.error());
      turn_to(request.file, std::move(*bytes));
    }
    if (!file_ || file_->number != request.file) return failed(stopped(std::logic_error("no file"), request.source));
    if (!file_->reader) {
      auto reader = ocr::PageReader::open(file_->bytes.bytes(), request.source, engine_);
      if (!reader) return failed(reader.error());
      file_->reader.emplace(std::move(*reader));
    }
    if (request.task == PageTask::kEntry) return entry(request.number);
    if (request.task == PageTask::kLook) return look(request.number);
    if (request.task == PageTask::kPicture) return picture(request.number, request.source);
    return request.task == PageTask::kOpen ? opened() : page(request.number);
  } catch (const std::bad_alloc&) {
    file_.reset();
    return failed(no_memory(request.source));
  } catch (const std::exception& thrown) {
    file_.reset();
    return failed(stopped(thrown, request.source));
  }

 private:
  // An archive stays open while its entries are read one after the other: listing it anew for each would take as long
  // as it has entries.
  void turn_to(std::uint64_t number, Snapshot bytes) {
    if (container_ && container_->number == number) return std::swap(file_, container_);
    if (file_ && file_->reader && !file_->reader->opened().entries().empty()) container_ = std::move(file_);
    file_ = OpenFile{number, std::move(bytes), std::nullopt};
  }

  Reply opened() {
    Reply reply;
    reply.kind = ReplyKind::kOpened;
    const OpenedDocument& document = file_->reader->opened();
    reply.opened = OpenReply{document.head(), document.page_count(), document.entries(), document.converted_from(),
                             document.converted_to()};
    return reply;
  }

  Reply entry(int number) {
    OpenedDocument& document = file_->reader->opened();
    if (number < 0 || static_cast<std::size_t>(number) >= document.entries().size()) {
      return failed(stopped(std::out_of_range("entry"), document.head().source));
    }
    const auto bytes = document.entry(static_cast<std::size_t>(number));
    if (!bytes) return failed(bytes.error());
    return handed_over(*bytes, document.head().source);
  }

  static Reply handed_over(std::string_view bytes, const std::string& source) {
    Reply reply;
    reply.entry = make_shared_memory("trichluc-entry");
    if (!reply.entry || !write_all(reply.entry.get(), bytes)) return failed(no_memory(source));
    reply.kind = ReplyKind::kEntry;
    return reply;
  }

  Reply picture(int number, const std::string& source) {
    const auto image = ocr::shown_image(file_->bytes.bytes(), file_->reader->head().media_type, source, number);
    return image ? handed_over(to_pgm(*image), source) : failed(image.error());
  }

  Reply page(int number) {
    Reply reply;
    if (number < 1 || number > file_->reader->page_count()) return failed(stopped(std::out_of_range("page"), ""));
    Page read = file_->reader->page(number);
    // Nothing can be read without a model, so that is an error of the document and not of each page.
    if (engine_.error() && read.origin == TextOrigin::kFailed) return failed(*engine_.error());
    reply.kind = ReplyKind::kPage;
    // Not what was read before it: a page says the same whichever worker reads it.
    const bool recognised = engine_.take_used();
    reply.page = PageReply{std::move(read), recognised ? engine_.engine() : "", recognised ? engine_.model() : ""};
    return reply;
  }

  Reply look(int number) {
    Reply reply;
    if (number < 1 || number > file_->reader->page_count()) return failed(stopped(std::out_of_range("page"), ""));
    reply.kind = ReplyKind::kPage;
    reply.page.page.number = number;
    reply.page.page.origin = file_->reader->has_to_be_recognised(number) ? TextOrigin::kOcr : TextOrigin::kEmbedded;
    return reply;
  }

  LazyEngine engine_;
  std::optional<OpenFile> file_;
  std::optional<OpenFile> container_;  // the one that was read from before
};

}  // namespace

int serve_pages(const EngineFactory& make_engine, const SandboxLimits& limits) {
  die_with_parent();
  Channel parent{Descriptor(kPageWorkerSocket)};
  if (const auto confined = enter_sandbox(limits); !confined) {
    parent.send(wire::to_bytes(failed(confined.error())));
    return static_cast<int>(confined.error().code);
  }
  PageWorker worker(make_engine);
  ChannelMessage message;
  while (parent.receive(message) == ChannelState::kGood) {
    const auto request = wire::from_bytes<PageRequest>(message.bytes);
    if (!request) return static_cast<int>(ErrorCode::kChildProcess);
    const Reply reply = worker.answer(*request, std::move(message.file));
    if (!parent.send(wire::to_bytes(reply), reply.entry ? reply.entry.get() : -1)) break;
  }
  return 0;
}

}  // namespace trichluc
