// Which letters a recognition model can write at all. A model without a letter never reads it right, however clear the
// page, so the model is checked before the first page.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::ocr {

// Vietnamese letters that the model file cannot write, the ones that every Debian model lacks left out (ỵ, Ỵ).
// Fails when the file cannot be read as a Tesseract model.
Result<std::vector<std::string>> missing_letters(const std::string& model_file);

}  // namespace trichluc::ocr
