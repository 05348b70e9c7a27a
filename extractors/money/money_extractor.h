// Aid values: sums of money that the words around call aid, with bound, stage, purpose and the same sum in another
// currency. Counterpart funds, loans, budgets, prices, damage and differences are refused, with the reason.
#pragma once

#include "extractors/extractor.h"
#include "extractors/topic.h"

namespace trichluc {

class MoneyExtractor : public Extractor {
 public:
  // What the text to read speaks of; must outlive this.
  explicit MoneyExtractor(const Topic& topic) : topic_(topic) {}

  std::string_view name() const override { return "money"; }
  int version() const override { return 12; }
  Readings read(const Reading& reading) const override;

 private:
  const Topic& topic_;
};

}  // namespace trichluc
