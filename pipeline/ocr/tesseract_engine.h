// Tesseract behind OcrEngine; its .cpp is the only file that sees the library.
#pragma once

#include <memory>
#include <string>

#include "pipeline/ocr/ocr_engine.h"

namespace trichluc::ocr {

struct TesseractOptions {
  std::string model = "vie";
  std::string data_folder;  // empty: where the package puts its models, or TESSDATA_PREFIX
};

// Fails with kMissingDependency when the model is not installed or does not know the Vietnamese letters. The engine
// runs on the caller's thread only.
Result<std::unique_ptr<OcrEngine>> make_tesseract(const TesseractOptions& options = {});

}  // namespace trichluc::ocr
