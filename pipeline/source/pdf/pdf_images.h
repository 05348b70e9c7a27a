// The pictures that a PDF page shows and where it shows them, taken out as they are stored; through QPDF, which its
// .cpp alone sees. Poppler hands out no pictures, and drawing a page anew costs time and sharpness.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"
#include "pipeline/source/table/ruled_line.h"

namespace trichluc {

// kFile: `bytes` is a picture file (JPEG, JPEG 2000, or a fax in a TIFF wrapper). kRows: raw rows, each padded to a
// whole byte. kOther: a form we do not take out; the page must be drawn.
enum class PictureForm { kFile, kRows, kOther };

struct Picture {
  PictureForm form = PictureForm::kOther;
  std::string bytes;
  int width = 0;
  int height = 0;
  int bits = 8;           // of one sample, for kRows
  int samples = 1;        // of one pixel, for kRows: 1 grey, 3 red-green-blue
  bool inverted = false;  // stored with 0 as white
};

// What stands on one page. `box` is in points from the top left of the page as shown.
struct PlacedPicture {
  Box box;
  int id = 0;            // for PdfImages::take
  bool upright = false;  // neither turned, slanted nor mirrored by the page's drawing; the page's own /Rotate apart
};

struct PagePictures {
  double width = 0;  // points, as shown
  double height = 0;
  int rotate = 0;  // clockwise degrees by which the page is turned when shown: 0, 90, 180, 270
  std::vector<PlacedPicture> placed;
  std::size_t paths = 0;         // lines and shapes that are painted: letters turned into outlines are many of them
  std::size_t texts = 0;         // strings that are shown, invisible ones too
  std::size_t hidden_texts = 0;  // of those, in render mode 3 or 7: drawn without a mark
  // Part of the page's area that the largest picture covers, 0 to 1.
  double largest_part() const;
  // The same of all of them together: scanners also cut a page in strips.
  double covered_part() const;
};

class PdfImages {
 public:
  // `bytes` must outlive the pictures.
  static Result<PdfImages> open(std::string_view bytes, const std::string& source);
  PdfImages(PdfImages&&) noexcept;
  PdfImages& operator=(PdfImages&&) noexcept;
  ~PdfImages();

  int page_count() const;
  // Pages count from 1. A page whose drawing cannot be followed gives no pictures.
  PagePictures on_page(int page);
  // False: the page shows no picture, and nobody needs to follow its drawing to know that. Inline pictures apart.
  bool may_show_pictures(int page) const;
  // In order of name; those of the page itself, not of drawings inside it.
  std::vector<PageFont> fonts_on_page(int page) const;
  // The straight lines that the page draws. None where its drawing cannot be followed.
  std::vector<RuledLine> rules_on_page(int page) const;
  Picture take(int id);

 private:
  struct Impl;
  explicit PdfImages(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
