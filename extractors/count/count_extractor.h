// Counts: "hiện có 496 tổ chức PCPNN hoạt động", "số dự án đang triển khai là 35", "từ 210 (năm 1996) lên 496 tổ chức".
#pragma once

#include "extractors/extractor.h"
#include "extractors/topic.h"

namespace trichluc {

class CountExtractor : public Extractor {
 public:
  // What the text to read speaks of; must outlive this.
  explicit CountExtractor(const Topic& topic) : topic_(topic) {}

  std::string_view name() const override { return "count"; }
  int version() const override { return 11; }
  Readings read(const Reading& reading) const override;

 private:
  const Topic& topic_;
};

}  // namespace trichluc
