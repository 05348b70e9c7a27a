#include "pipeline/cli/commands/archive_parts.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "extractors/extract.h"
#include "pipeline/source/hash.h"
#include "pipeline/text/likeness.h"

namespace trichluc::cli {
namespace fs = std::filesystem;

namespace {

constexpr const char* kProgram = "trichluc " TRICHLUC_VERSION " | ";
// Raised by one when the same file may give another text, or the same text other facts, by a change that no version
// below tells.
constexpr const char* kPagesVersion = "pages 2";
constexpr const char* kFactsVersion = "facts 1";
constexpr std::size_t kHashDigits = 12;

// Name and hash of each model ("vie+eng" is two), so that another file of the same name is another model.
std::string models(const std::string& names) {
  const char* named = std::getenv("TESSDATA_PREFIX");
  const fs::path folder = named != nullptr ? named : "/usr/share/tesseract-ocr/5/tessdata";
  std::string told;
  std::istringstream list(names);
  for (std::string name; std::getline(list, name, '+');) {
    std::ifstream file(folder / (name + ".traineddata"), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    told += "; model " + name + " " + (bytes.empty() ? "-" : sha256_hex(bytes).substr(0, kHashDigits));
  }
  return told;
}

}  // namespace

int refuse(const Error& error, Language language) {
  tell(error_line(error, language));
  return static_cast<int>(error.code);
}

store::Fingerprints fingerprints_now(const std::string& model, const Knowledge& knowledge) {
  const std::string readers = std::string(kProgram) + kPagesVersion +
                              "; poppler " TRICHLUC_POPPLER_VERSION "; qpdf " TRICHLUC_QPDF_VERSION
                              "; icu " TRICHLUC_ICU_VERSION;
  std::string facts = std::string(kProgram) + kFactsVersion + "; sketch " + std::to_string(text::kSketchVersion);
  for (const std::string& extractor : extractor_versions()) facts += "; " + extractor;
  return {readers,
          readers + "; leptonica " TRICHLUC_LEPTONICA_VERSION "; tesseract " TRICHLUC_TESSERACT_VERSION + models(model),
          facts + "; dictionaries " + knowledge.dictionaries.fingerprint()};
}

void leave_on_fault(const Ingest& ingest, Language language) {
  const auto fault = ingest.fault();
  if (!fault) return;
  tell(error_line(*fault, language));
  leave(static_cast<int>(fault->code));
}

}  // namespace trichluc::cli
