// Short forms that a text defines for what is counted: "chương trình phát triển vùng (CTPTV)", and further down
// "03 CTPTV".
#pragma once

#include <string_view>
#include <vector>

#include "extractors/reading.h"

namespace trichluc {

class ShortForms {
 public:
  explicit ShortForms(const Reading& reading);

  // The noun that the short form at this token stands for, as if it stood there itself; null where none does.
  const LexiconMatch* noun_at(std::size_t token) const;

 private:
  void define(const Reading& reading, std::size_t bracket);
  void find_uses(const Reading& reading);

  struct Definition {
    std::string_view form;  // folded
    const LexiconMatch* noun = nullptr;
  };

  std::vector<Definition> defined_;
  std::vector<LexiconMatch> uses_;  // ascending
};

}  // namespace trichluc
