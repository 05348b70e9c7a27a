// The elements of a parsed page: what each holds, and what part of a page its name, class and content make it. Private
// to the HTML reader.
#pragma once

#include <libxml/tree.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/layout.h"

namespace trichluc::html {

// Hints as a set of bits: a line has those that hold for all of its text.
using HintBits = std::uint32_t;
constexpr HintBits bit(text::Hint hint) {
  return HintBits{1} << static_cast<unsigned>(hint);
}

struct ElementInfo {
  std::size_t parent = 0;   // index of the enclosing element; 0 is above all
  std::size_t letters = 0;  // bytes of visible text that are no blanks, this element's and those below
  std::size_t linked = 0;   // … inside <a>
  std::size_t words = 0;
  std::size_t unlinked_words = 0;
  std::size_t own_words = 0;        // in this element itself, not in blocks inside it
  std::size_t links = 0;            // <a> with text
  std::size_t linked_headings = 0;  // headings that are all link, as teasers have
  std::size_t long_blocks = 0;      // blocks with a paragraph's worth of text
  std::size_t cells = 0;            // <td> and <th> with text
  std::size_t rows = 0;             // <tr> with two cells or more that hold text
  std::size_t images = 0;
  bool has_h1 = false;
  bool has_table = false;  // below this element
  bool has_heading = false;
  bool has_long_cell = false;
  bool has_short_cell = false;  // a figure, a name, a heading
};

std::string_view name_of(const xmlNode* node);                 // lower case; empty for text
std::string attribute(const xmlNode* node, const char* name);  // empty if there is none
bool is_block(std::string_view name);
bool is_text(const xmlNode* node);
bool is_hidden(const xmlNode* node);  // scripts, styles, comments: what no browser shows as text

// The next node in the order of the document that is not below `node`; null at the end.
xmlNode* next_after(const xmlNode* node);

// Measures every element once; nodes lead to their measures through xmlNode::_private.
class PageElements {
 public:
  explicit PageElements(xmlNode* root);
  const ElementInfo& of(const xmlNode* node) const;
  bool has_h1() const { return infos_[0].has_h1; }

 private:
  std::size_t add(xmlNode* node, std::size_t parent);
  void add_text(std::size_t element, std::string_view text);
  static void close(ElementInfo& info, std::string_view name);
  void sum_up();

  std::vector<ElementInfo> infos_;
  std::vector<const xmlNode*> nodes_;
};

// The hints that hold for all text in this element because of it.
HintBits hints_of(const xmlNode* node, const PageElements& elements);
// Rows of figures, not a table that only places things.
bool is_data_table(const xmlNode* table, const ElementInfo& info);

}  // namespace trichluc::html
