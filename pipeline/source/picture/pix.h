// Leptonica's picture as an owned value, and the way between it and Image. Only files that use Leptonica include this.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

#include "pipeline/source/picture/image.h"

namespace trichluc {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Leptonica writes its complaints to standard error, which belongs to the command line; failures come back as null.
inline void silence_leptonica() {
  setMsgSeverity(L_SEVERITY_NONE);
  leptSetStderrHandler([](const char*) {});
}

// A copy with 8 bits a pixel; null when memory does not suffice.
PixPtr to_pix(const Image& image);
// Any depth and colour map becomes 8-bit grey; empty when the picture cannot be converted. Leaves dpi at 0.
Image to_image(Pix* pix);

}  // namespace trichluc
