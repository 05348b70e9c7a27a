// Paragraph after paragraph, shaped (shaped_letters.h), in one string with the way back to the raw bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/text/repair.h"

namespace trichluc::text {

class ShapedText {
 public:
  // Adds one paragraph, a '\n' before all but the first; its stretch of text(), empty where it has no visible letter.
  Span add(std::string_view raw, const std::vector<Span>& lines, bool recognised);
  void reserve(std::size_t bytes);

  const std::string& text() const { return text_; }
  // text() in lower case, byte for byte at the same offsets.
  const std::string& folded() const { return folded_; }
  // The smallest stretch of raw text that gave these bytes; they must lie inside text().
  Span to_raw(Span span) const;
  const std::vector<Repair>& repairs() const { return repairs_; }

 private:
  void resize(std::size_t bytes);
  void log_repair(Span letter, RepairKind kind);

  std::string text_;
  std::string folded_;
  std::vector<std::uint32_t> raw_begin_;  // for each byte: where the raw character that gave it begins …
  std::vector<std::uint32_t> raw_end_;    // … and ends
  std::vector<Repair> repairs_;
};

}  // namespace trichluc::text
