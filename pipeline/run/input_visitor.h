// From what the user named to the documents in it.
#pragma once

#include <functional>
#include <string>

#include "pipeline/run/counters.h"
#include "pipeline/run/delivery.h"
#include "pipeline/run/pooled_document.h"

namespace trichluc {

inline constexpr const char* kStandardInput = "-";

// Any number of threads may visit at once.
class InputVisitor {
 public:
  // What a command does with a document. Called on the thread that visits; must not throw.
  using Work = std::function<void(const PooledDocument& document, const Emit& emit)>;

  // Pool and counters must outlive the visitor.
  InputVisitor(PagePool& pool, RunCounters& counters, Work work)
      : pool_(pool), counters_(counters), work_(std::move(work)) {}

  // Gives every document of the input to the work, or a refusal to `emit`.
  void visit(const std::string& source, const Emit& emit) const;

 private:
  void visit(Snapshot bytes, const std::string& source, const Emit& emit) const;

  PagePool& pool_;
  RunCounters& counters_;
  Work work_;
};

}  // namespace trichluc
