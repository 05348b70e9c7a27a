// The steps of lay_out(), private to the stage: lines, paragraphs with what can be seen of each, labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/layout.h"

namespace trichluc::text {

// Hints of a line or paragraph as a set of bits.
using HintSet = std::uint32_t;
constexpr HintSet bit(Hint hint) {
  return HintSet{1} << static_cast<unsigned>(hint);
}

// A line of the raw text that is not blank.
struct Line {
  Span span;  // without blanks at the ends, without '\r'
  std::size_t page = 0;
  std::size_t indent = 0;  // blanks before it
  bool blank_before = false;
  HintSet hints = 0;
};

// Lines that belong together, before they are judged.
struct Block {
  std::vector<Line> lines;
  bool frame = false;       // a running head or page number
  bool recognised = false;  // a line of it was read from pixels
  Span in_shaped;           // of the laid out text
};

// What can be seen of one paragraph.
struct Cues {
  std::string folded;  // bullets before and colons or arrows after it taken off
  std::size_t words = 0;
  HintSet hints = 0;
  bool blank_before = false;
  bool stop = false;             // ends in '.', "./." and the like, not in an ellipsis
  bool comma = false;            // ends in a comma: the next line goes on
  bool ellipsis = false;         // ends in "..." or "…"
  bool spaced_ellipsis = false;  // … with a blank before it, as cut-off teasers have
  bool end_mark = false;         // "./." closes a text
  bool item = false;             // begins with a bullet or a number
  bool sentence = false;         // eight words or more up to a full stop
  bool prose = false;
  bool headline = false;
  bool alt_text = false;  // Vietnamese without its marks: the description of an image
  bool date_line = false;
  bool dated = false;      // holds a full date
  bool name = false;       // capitalised words only, as a by-line has
  bool caps_name = false;  // … in capitals throughout: a by-line at the end, elsewhere more likely a heading
  bool has(Hint hint) const { return (hints & bit(hint)) != 0; }
};

std::vector<Line> find_lines(std::string_view raw, const std::vector<PageText>& pages);
std::vector<Block> join_lines(std::string_view raw, const std::vector<Line>& lines, const std::vector<PageText>& pages);
// Shapes every block and notes where it stands.
ShapedText shape_blocks(std::string_view raw, std::vector<Block>& blocks);
std::vector<Cues> look_at(std::string_view raw, const ShapedText& shaped, const std::vector<Block>& blocks,
                          const PageMarkers& markers);
std::vector<Section> label(const std::vector<Cues>& cues, const std::vector<Block>& blocks, const PageMarkers& markers);

// Labels under way: empty where nothing has spoken yet.
using Labels = std::vector<std::optional<Section>>;
// Marks what belongs to other articles: blocks under a marker, teaser lists, what follows the sign-off.
void label_related(const std::vector<Cues>& cues, const PageMarkers& markers, Labels& labels);
// Is the line, folded, a heading of related articles ("tin liên quan")?
bool heads_related(const Cues& cues, const PageMarkers& markers);

// Small readers shared by the steps.
std::size_t blank_size_at(std::string_view text, std::size_t at);  // bytes of the blank there, 0: none
bool is_alt_text(std::string_view line);  // Vietnamese without its marks: the description of an image
bool begins_lower(std::string_view text);
bool begins_upper(std::string_view text);
bool ends_sentence(std::string_view text);
std::size_t item_mark_size(std::string_view text);  // bytes of "- ", "1.", "a)", "IV." at the beginning, 0: none

}  // namespace trichluc::text
