// The story of a Word file (its body, a header, a footer, notes) as HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/source/office/docx_numbers.h"
#include "pipeline/source/office/docx_styles.h"
#include "pipeline/source/office/office_html.h"
#include "pipeline/source/office/xml_reader.h"

namespace trichluc {

// Reads one part after the other into `pages`. Changes that were tracked are read as accepted; hidden text is left out.
class DocxBody {
 public:
  DocxBody(const DocxStyles& styles, DocxNumbers& numbers, OfficePages& pages)
      : styles_(styles), numbers_(numbers), pages_(pages) {}

  // False where the part broke off; what was read before stands.
  bool read(std::string_view xml);

 private:
  struct Run {
    std::string font;
    bool bold = false;
    bool hidden = false;
  };
  struct Paragraph {
    std::string inner;  // HTML
    std::string boxes;  // text boxes that hang on it, read behind it
    std::string style;
    std::string list;
    int list_level = -1;
    bool new_page = false;   // it begins one
    bool ends_page = false;  // what follows begins one
    Run run;
    bool in_properties = false;
    bool in_run_properties = false;
  };

  void start(XmlReader& reader);
  void start_in_properties(XmlReader& reader, std::string_view name);
  void start_run_content(XmlReader& reader, std::string_view name);
  void end(std::string_view name);
  void add_text(std::string_view text);
  void end_paragraph();
  void put(std::string_view tag, const std::string& inner);
  void end_box();
  void break_page();
  Paragraph& here() { return open_.back(); }

  const DocxStyles& styles_;
  DocxNumbers& numbers_;
  OfficePages& pages_;
  std::vector<Paragraph> open_;     // paragraphs inside text boxes of paragraphs
  std::vector<std::string> boxes_;  // their texts so far
  std::size_t tables_ = 0;          // that are open
  bool in_text_ = false;
  bool page_is_over_ = false;  // at the next place where one may end
};

}  // namespace trichluc
