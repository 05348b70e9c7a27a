// The phrases by which a page's parts are known ("tin liên quan", "ý kiến bạn đọc"), read from a table:
//
//   # columns: form kind source
//   tin liên quan<TAB>related<TAB>genre: press portals
//
// A '*' inside a form stands for any few words where whole lines are compared ("theo dõi * trên").
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::text {

enum class Marker {
  kRelated,         // heads a block of links to other articles
  kRelatedWhich,    // "cùng loại", "khác": … behind a word for articles
  kSeveral,         // "các": … before it
  kNews,            // "tin", "bài viết": such a word, which begins a by-line too
  kFrame,           // the site's furniture: the whole line
  kFrameStart,      // … or the beginning of it
  kCaptionStart,    // "toàn cảnh": how a caption begins
  kCaptionCredit,   // "ảnh:": names the photographer
  kCaptionEnd,      // "phát biểu tại hội nghị": how a caption ends
  kByline,          // "theo", "nguồn": the beginning of a by-line
  kPublisher,       // "đài phát thanh": the beginning of the portal's name
  kAdministrative,  // "độc lập - tự do - hạnh phúc": the frame of an administrative document
  kDateWord,        // words that stand beside the digits of a date line
};

// Immutable once parsed; many threads may read it. All arguments are folded (text::fold).
class PageMarkers {
 public:
  // An error names the line of the table (ErrorCode::kBadDictionary).
  static Result<PageMarkers> parse(std::string_view tsv);

  // The same phrases as they are typed without marks ("tin lien quan"), for texts that have none (unmarked.h).
  PageMarkers without_marks() const;

  bool is_line(Marker kind, std::string_view line) const;
  // The length of the longest form at the beginning of the line, ending on a word edge; 0: none.
  std::size_t begins(Marker kind, std::string_view line) const;
  // … of a by-line: "theo", "tin".
  std::size_t begins_byline(std::string_view line) const;
  bool ends(Marker kind, std::string_view line) const;
  bool occurs(Marker kind, std::string_view line) const;

 private:
  static constexpr std::size_t kKinds = 13;
  struct Forms {
    std::vector<std::string> all;
    std::set<std::string, std::less<>> exact;           // those without a '*'
    std::vector<std::string> gapped;                    // … and with one
    std::array<std::vector<std::string>, 256> by_byte;  // all, by their first byte

    void add(std::string_view form);
  };
  const Forms& forms(Marker kind) const { return forms_[static_cast<std::size_t>(kind)]; }

  std::array<Forms, kKinds> forms_;
};

}  // namespace trichluc::text
