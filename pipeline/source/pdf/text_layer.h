// Is a page's text layer to be trusted? Never because it "has text": scans carry a layer that holds nothing but the
// stamp of a digital signature, others one whose letters mean nothing (fonts without ToUnicode), one in the encoding of
// a legacy font, one printed twice, or one that a bad recogniser left. Judged by possible syllables, fonts, coverage by
// pictures and the mode in which the text is drawn.
#pragma once

#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/source/pdf/pdf_images.h"
#include "pipeline/source/pdf/pdf_layout.h"

namespace trichluc {

// Takes out pieces that lie on an earlier piece of their own size: a shadow, or a recogniser's layer under printed
// text. Returns how many.
std::size_t drop_repeats(std::vector<Piece>& pieces);

// Puts letters of legacy fonts right: by the font's name, and where the name is no help and the text makes no sense as
// it stands, by the encoding that makes it Vietnamese. `fonts` get the encoding that was used.
void mend_fonts(std::vector<Piece>& pieces, std::vector<PageFont>& fonts);

enum class LayerUse {
  kLayer,    // the layer is the page's text
  kPixels,   // the page is to be recognised; the layer is kept as the other reading
  kStamp,    // the page is to be recognised; the layer, a stamp, is part of its text
  kNothing,  // there is nothing to read on the page
};

struct LayerVerdict {
  LayerUse use = LayerUse::kLayer;
  std::string reason;
  std::vector<Box> unread;  // with kLayer: pictures beside the text
};

// `page` holds text, words, fonts and size of the layer.
LayerVerdict judge_layer(const Page& page, const PagePictures& pictures);

}  // namespace trichluc
