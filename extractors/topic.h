// What the text around a figure speaks of: foreign NGOs, aid, donors from abroad. Asked for every figure of a document,
// so the words are looked up once.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/reading.h"

namespace trichluc {

class Topic {
 public:
  // Of a text that speaks of nothing; asked nothing.
  Topic() = default;
  // The reading must outlive this.
  explicit Topic(const Reading& reading);

  // Named in the figure's paragraph up to the end of its sentence, in the paragraphs just above, or in the headline.
  bool speaks_of_ngos(std::size_t token) const;
  // The same, but of the paragraphs only the figure's own.
  bool speaks_of_ngos_nearby(std::size_t token) const;
  // Aid, NGOs or donors from abroad in the figure's paragraph, a few above, or in the headline.
  bool speaks_of_aid(std::size_t token, std::size_t paragraphs_above = 6) const;
  // Aid or NGOs anywhere in the document's own matter.
  bool is_about_aid() const { return about_aid_; }

 private:
  const Reading* reading_ = nullptr;
  std::vector<std::size_t> ngos_;  // tokens, ascending
  std::vector<std::size_t> aid_;
  bool ngos_in_headline_ = false;
  bool aid_in_headline_ = false;
  bool about_aid_ = false;
};

}  // namespace trichluc
