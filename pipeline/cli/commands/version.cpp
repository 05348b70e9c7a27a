#include "extractors/extract.h"
#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/ocr/tesseract_engine.h"

namespace trichluc::cli {
namespace {

std::string libraries() {
  return "leptonica   " TRICHLUC_LEPTONICA_VERSION "\npoppler     " TRICHLUC_POPPLER_VERSION
         "\nqpdf        " TRICHLUC_QPDF_VERSION "\nicu         " TRICHLUC_ICU_VERSION "\n";
}

std::string recogniser(const Result<std::unique_ptr<ocr::OcrEngine>>& engine) {
  if (!engine) return "tesseract   " TRICHLUC_TESSERACT_VERSION "\nmodel       -\n";
  const std::string name = (*engine)->engine();
  const std::string version = name.substr(name.find(' ') + 1);
  return "tesseract   " + version + "\nmodel       " + (*engine)->model() + "\n";
}

std::string extractors() {
  std::string line;
  for (const std::string& version : extractor_versions()) line += (line.empty() ? "" : ", ") + version;
  return "extractors  " + line + "\n";
}

}  // namespace

int version_command(const VersionArguments& arguments, Language language) {
  Output output;
  std::string text = "trichluc " TRICHLUC_VERSION "\n";
  ErrorCode code = ErrorCode::kOk;
  const auto note = [&](const Error& error) {
    tell(error_line(error, language));
    code = error.code;
  };
  if (arguments.full) {
    const auto engine = ocr::make_tesseract();
    if (!engine) note(engine.error());
    const auto folder = dictionaries_folder();
    const auto knowledge = load_knowledge(folder);
    if (!knowledge) note(knowledge.error());
    text += "schema      trichluc/1\n" + recogniser(engine) + libraries() + extractors();
    text += "dictionary  " + (knowledge ? knowledge->dictionaries.fingerprint() : "-") + " " + folder.string() + "\n";
  }
  write_or_leave(output, text, language);
  return static_cast<int>(code);
}

}  // namespace trichluc::cli
