#include "pipeline/run/input_visitor.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <utility>

#include "pipeline/run/ordered_streams.h"

namespace trichluc {
namespace {

constexpr int kDeepest = 4;  // archives in archives
constexpr std::size_t kMostEntries = 20000;
constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 30U;

Error too_deep(const std::string& source) {
  return {ErrorCode::kUnreadableInput,
          {"archives are packed in one another more than four deep; unpack it and read the folder",
           "tệp nén lồng nhau quá bốn lớp; hãy giải nén rồi đọc thư mục"},
          source};
}

Error too_much(const std::string& source) {
  return {ErrorCode::kUnreadableInput,
          {"the archive holds more than 20000 files or unpacks to more than 8 GB; unpack it and read the folder",
           "tệp nén có hơn 20000 tệp hoặc giải nén ra hơn 8 GB; hãy giải nén rồi đọc thư mục"},
          source};
}

}  // namespace

// How much has come out of one input so far, whatever is packed in what.
struct InputVisitor::Unpacking {
  int depth = 0;
  std::shared_ptr<std::atomic<std::size_t>> entries = std::make_shared<std::atomic<std::size_t>>(0);
  std::shared_ptr<std::atomic<std::uint64_t>> bytes = std::make_shared<std::atomic<std::uint64_t>>(0);

  Unpacking deeper() const { return {depth + 1, entries, bytes}; }
};

void InputVisitor::visit(const std::string& source, const Emit& emit) const {
  auto bytes = source == kStandardInput ? Snapshot::of_stream(STDIN_FILENO, source) : Snapshot::of_file(source);
  Unpacking unpacking;
  if (bytes) return visit(std::move(*bytes), source, unpacking, emit);
  ++counters_.failed_access;
  ++counters_.documents_failed;
  emit(refusal(source, bytes.error()));
}

void InputVisitor::refuse(const std::string& source, Error error, const Emit& emit) const {
  ++counters_.failed_opening;
  ++counters_.documents_failed;
  emit(refusal(source, std::move(error)));
}

// Opened, and converted where it has to be.
Result<PooledDocument> InputVisitor::open(Snapshot bytes, const std::string& source) const {
  auto document = PooledDocument::open(pool_, pool_.add(std::move(bytes), source));
  if (!document || document->converted_to().empty()) return document;
  auto converted = converter_.convert(document->bytes(), document->converted_from(), document->converted_to(), source);
  if (!converted) return tl::unexpected(converted.error());
  auto readable = PooledDocument::open(pool_, pool_.add(std::move(*converted), source));
  if (readable) readable->stand_for(*document);
  return readable;
}

void InputVisitor::visit(Snapshot bytes, const std::string& source, Unpacking& unpacking, const Emit& emit) const {
  const auto document = open(std::move(bytes), source);
  if (!document) return refuse(source, document.error(), emit);
  const bool container = document->page_count() == 0 && !document->entries().empty();
  if (container) --counters_.documents;
  if (!container) work_(*document, emit);
  if (!document->entries().empty()) visit_entries(*document, unpacking, emit);
}

void InputVisitor::visit_entries(const PooledDocument& container, Unpacking& unpacking, const Emit& emit) const {
  // One refusal stands for all that are too many.
  const std::size_t room = kMostEntries - std::min<std::size_t>(kMostEntries, *unpacking.entries);
  const std::size_t count = std::min(container.entries().size(), room + 1);
  if (unpacking.depth >= kDeepest) {
    ++counters_.documents;
    return refuse(container.head().source, too_deep(container.head().source), emit);
  }
  counters_.documents += count;
  OrderedStreams<Delivery> plan;
  plan.count = count;
  // What lies deeper comes one after the other: there are threads enough.
  plan.jobs = unpacking.depth == 0 ? pool_.workers() + 1 : 1;
  plan.work = [&](std::size_t index, const Emit& hand_on) { visit_entry(container, index, unpacking, hand_on); };
  plan.use = emit;
  run_in_order(plan);
}

void InputVisitor::visit_entry(const PooledDocument& container, std::size_t index, Unpacking& unpacking,
                               const Emit& emit) const {
  const std::string source = container.head().source + "/" + container.entries()[index].name;
  const bool room = ++*unpacking.entries <= kMostEntries && *unpacking.bytes <= kMostBytes;
  if (!room) return refuse(source, too_much(source), emit);
  auto bytes = container.entry(index);
  if (!bytes) {
    bytes.error().where = source;
    return refuse(source, bytes.error(), emit);
  }
  *unpacking.bytes += bytes->bytes().size();
  Unpacking deeper = unpacking.deeper();
  visit(std::move(*bytes), source, deeper, emit);
}

}  // namespace trichluc
