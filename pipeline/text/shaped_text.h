// Paragraph after paragraph, shaped (shaped_letters.h), in one string with the way back to the raw bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/text/offset_map.h"
#include "pipeline/text/repair.h"
#include "pipeline/text/shaped_letters.h"
#include "pipeline/text/word_look.h"

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
  // A paragraph on its way into the text.
  struct Paragraph {
    std::size_t begin = 0;
    bool begun = false;              // it has a letter
    std::optional<Span> blank = {};  // raw bytes of the blank that stands before the next letter
  };

  // Word by word, most of them copied; false where words do not stand for themselves, and then nothing is added.
  bool add_words(std::string_view raw, const std::vector<Span>& lines, Paragraph& paragraph);
  void add_letters(const std::vector<Letter>& letters, Paragraph& paragraph);
  void add_copied(std::string_view raw, Span word, bool has_upper, Paragraph& paragraph);
  void add_ascii(char mark, Span raw);
  void before_letter(std::size_t raw_begin, Paragraph& paragraph);
  void fold_from(std::size_t begin);
  void cut(std::size_t bytes, std::size_t repairs);
  void log_repair(Span letter, RepairKind kind);

  std::string text_;
  std::string folded_;
  OffsetMap offsets_;
  std::vector<Repair> repairs_;
  WordLook words_;
};

}  // namespace trichluc::text
