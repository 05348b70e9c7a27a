// The lines that a PDF page draws, through QPDF.
#pragma once

#include <vector>

#include "pipeline/source/pdf/pdf_content.h"
#include "pipeline/source/table/ruled_line.h"

namespace trichluc {

// Straight strokes and thin bars, level or upright as shown; edges of frames too. Throws what QPDF throws.
std::vector<RuledLine> find_rules(QPDFPageObjectHelper& page);

}  // namespace trichluc
