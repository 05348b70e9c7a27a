// From recognised words to the text of a page.
#pragma once

#include "pipeline/ocr/ocr_engine.h"
#include "pipeline/source/document.h"

namespace trichluc::ocr {

// Judges anew which lines begin paragraphs, from their places in the straightened picture: the engine's own judgement
// takes the first lines of indented paragraphs for paragraphs of their own.
void mark_paragraphs(RecognisedPage& recognised);

// Fills text, words, origin and hard_wrapped of `page`: a line of the page a line of text, an empty line between
// paragraphs. Boxes of `recognised` are points of the page by now, though the field is called box_px. Words that cannot
// be text (bad UTF-8, stray marks of no confidence) are left out; no box is higher than its line. A row of a ruled
// table is a line, its cells parted by tabs and told in page.cells.
void put_words(RecognisedPage recognised, Page& page);

// 0 to 1, each word weighed by its length; 0 without words.
double mean_confidence(const Page& page);

}  // namespace trichluc::ocr
