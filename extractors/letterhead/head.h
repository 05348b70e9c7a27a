// The frame above the text: agency and superior, number, place and day, kind and subject.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/extract.h"
#include "extractors/letterhead/frame_lines.h"
#include "extractors/letterhead/frame_words.h"
#include "extractors/reading.h"

namespace trichluc {

// The frame fills no more lines than this on any form seen.
constexpr std::size_t kHeadLines = 40;

class HeadReader {
 public:
  // Reading and words must outlive it. `cells` of the whole text, or of its first lines.
  HeadReader(const Reading& reading, const FrameWords& words, std::vector<FrameCell> cells)
      : reading_(reading), words_(words), cells_(std::move(cells)) {}

  // Nothing where the text has no such frame.
  std::optional<HeaderFields> read();

 private:
  void read_cells();
  bool has_frame() const;
  bool opens_with_kind();
  bool skip_stamp(std::size_t c);
  bool take_nation(FrameCell& cell);
  bool take_cut_nation(std::size_t c);
  bool take_number(FrameCell& cell, std::size_t c);
  bool take_day(const FrameCell& cell, std::size_t c);
  bool take_letter_subject(const FrameCell& cell, std::size_t c);
  void take_letter(const FrameCell& cell);
  void take_deciding_word(std::size_t c);
  bool take_kind(const FrameCell& cell, std::size_t c);
  void take_subject(std::size_t c, std::size_t skip);
  bool ends_subject(std::size_t c, std::size_t first) const;
  void name_agencies();
  void take_place_above(std::size_t c);
  bool is_place_name(const std::string& place) const;
  void prove(const char* field, Span in_raw) { header_.proofs.push_back({field, in_raw}); }
  void prove(const char* field, const std::vector<Span>& lines) {
    for (const Span line : lines) prove(field, line);
  }
  void forget(std::string_view field);

  const Reading& reading_;
  const FrameWords& words_;
  std::vector<FrameCell> cells_;
  std::vector<FrameCell> agencies_;
  HeaderFields header_;
  bool nation_ = false;
  bool number_line_ = false;
  bool dated_ = false;
  bool named_kind_ = false;               // its kind stands on a line in capitals
  std::size_t stamp_until_ = 0;           // lines before this one belong to a stamp
  std::optional<std::size_t> joined_to_;  // the last cell that was read together with an earlier one
};

}  // namespace trichluc
