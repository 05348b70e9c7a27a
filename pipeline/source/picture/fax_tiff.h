// A TIFF file around a stream of fax codes, so that Leptonica can read what a PDF holds without a header.
#pragma once

#include <string>

namespace trichluc {

// `k` as in the PDF's parameters: below 0 Group 4, 0 Group 3 in one dimension, above 0 Group 3 in two. Black runs come
// out black.
std::string fax_in_tiff(const std::string& codes, int width, int height, int k);

}  // namespace trichluc
