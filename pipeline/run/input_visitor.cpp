#include "pipeline/run/input_visitor.h"

#include <unistd.h>

#include <utility>

namespace trichluc {

void InputVisitor::visit(const std::string& source, const Emit& emit) const {
  auto bytes = source == kStandardInput ? Snapshot::of_stream(STDIN_FILENO, source) : Snapshot::of_file(source);
  if (bytes) return visit(std::move(*bytes), source, emit);
  ++counters_.failed_access;
  ++counters_.documents_failed;
  emit(refusal(source, bytes.error()));
}

void InputVisitor::visit(Snapshot bytes, const std::string& source, const Emit& emit) const {
  const auto document = PooledDocument::open(pool_, pool_.add(std::move(bytes), source));
  if (!document) {
    ++counters_.failed_opening;
    ++counters_.documents_failed;
    emit(refusal(source, document.error()));
    return;
  }
  work_(*document, emit);
}

}  // namespace trichluc
