// What a command hands on from the threads that read to the output, in order.
#pragma once

#include <functional>
#include <string>

#include "pipeline/record/record.h"

namespace trichluc {

// A document (whole, or refused), or a piece of the text of one that is still being read.
struct Delivery {
  DocumentRecords records;
  std::string text;      // printed as it is
  bool complete = true;  // the document ends with this; else only `text` holds
};

using Emit = std::function<void(Delivery)>;

inline Delivery refusal(const std::string& source, Error error) {
  Delivery delivery;
  delivery.records.source = source;
  delivery.records.error = std::move(error);
  return delivery;
}

}  // namespace trichluc
