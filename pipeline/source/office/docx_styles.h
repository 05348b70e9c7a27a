// What the styles of a Word file say of its paragraphs and runs, as far as it matters for reading.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace trichluc {

struct DocxStyle {
  std::string based_on;
  std::string font;  // of its letters; empty: not said
  std::string list;  // numId; empty: none
  int list_level = 0;
  int heading = 0;  // 1 to 9; 0: none
  bool is_title = false;
};

class DocxStyles {
 public:
  // styles.xml
  void read(std::string_view xml);

  // What holds for that style with everything that it is based on.
  DocxStyle of(const std::string& id) const;
  const std::string& default_font() const { return default_font_; }

 private:
  std::map<std::string, DocxStyle> styles_;
  std::string default_font_;
};

}  // namespace trichluc
