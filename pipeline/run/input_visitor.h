// From what the user named to the documents in it: archives and messages are opened, old office files converted.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "pipeline/run/converter.h"
#include "pipeline/run/counters.h"
#include "pipeline/run/delivery.h"
#include "pipeline/run/pooled_document.h"

namespace trichluc {

inline constexpr const char* kStandardInput = "-";

// Any number of threads may visit at once.
class InputVisitor {
 public:
  // What a command does with a document. Called on a thread that visits; must not throw.
  using Work = std::function<void(const PooledDocument& document, const Emit& emit)>;

  // Pool, converter and counters must outlive the visitor.
  InputVisitor(PagePool& pool, Converter& converter, RunCounters& counters, Work work)
      : pool_(pool), converter_(converter), counters_(counters), work_(std::move(work)) {}

  // Gives every document of the input to the work, or a refusal to `emit`: a file, or all documents that are packed in
  // it, in the order in which it lists them. A document in an archive is called "archive.zip/folder/report.pdf".
  void visit(const std::string& source, const Emit& emit) const;

 private:
  struct Unpacking;
  void visit(Snapshot bytes, const std::string& source, Unpacking& unpacking, const Emit& emit) const;
  void visit_entries(const PooledDocument& container, Unpacking& unpacking, const Emit& emit) const;
  void visit_entry(const PooledDocument& container, std::size_t index, Unpacking& unpacking, const Emit& emit) const;
  void refuse(const std::string& source, Error error, const Emit& emit) const;
  Result<PooledDocument> open(Snapshot bytes, const std::string& source) const;

  PagePool& pool_;
  Converter& converter_;
  RunCounters& counters_;
  Work work_;
};

}  // namespace trichluc
