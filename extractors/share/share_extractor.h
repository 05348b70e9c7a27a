// Shares of aid or of organisations: "khu vực châu Âu chiếm 41,3%". Growth and other percentages are no shares.
#pragma once

#include "extractors/extractor.h"
#include "extractors/topic.h"

namespace trichluc {

class ShareExtractor : public Extractor {
 public:
  // What the text to read speaks of; must outlive this.
  explicit ShareExtractor(const Topic& topic) : topic_(topic) {}

  std::string_view name() const override { return "share"; }
  int version() const override { return 11; }
  Readings read(const Reading& reading) const override;

 private:
  const Topic& topic_;
};

}  // namespace trichluc
