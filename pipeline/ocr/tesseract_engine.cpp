#include "pipeline/ocr/tesseract_engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include "pipeline/ocr/model_letters.h"

// Of libgomp. Tesseract opens a team of four threads for every matrix; on a busy machine that costs five times the time
// it saves. The environment variable OMP_THREAD_LIMIT is read before main, so the level limit is set instead.
extern "C" void omp_set_max_active_levels(int levels);

namespace trichluc::ocr {

namespace {

class TesseractEngine : public OcrEngine {
 public:
  TesseractEngine(std::unique_ptr<tesseract::TessBaseAPI> api, std::string model)
      : api_(std::move(api)), model_(std::move(model)) {}
  Result<RecognisedPage> read(const Image& image) override { return read(image, tesseract::PSM_AUTO); }
  Result<RecognisedPage> read_block(const Image& image) override { return read(image, tesseract::PSM_SINGLE_BLOCK); }
  std::string engine() const override { return std::string("tesseract ") + tesseract::TessBaseAPI::Version(); }
  std::string model() const override { return model_; }

 private:
  Result<RecognisedPage> read(const Image& image, tesseract::PageSegMode mode);
  RecognisedPage words() const;

  std::unique_ptr<tesseract::TessBaseAPI> api_;
  std::string model_;
};

Result<RecognisedPage> TesseractEngine::read(const Image& image, tesseract::PageSegMode mode) {
  omp_set_max_active_levels(0);  // of the calling thread
  if (image.empty()) return RecognisedPage{};
  api_->SetPageSegMode(mode);
  api_->SetImage(image.grey.data(), image.width, image.height, 1, image.width);
  api_->SetSourceResolution(std::clamp(static_cast<int>(std::lround(image.dpi)), 70, 2400));
  const int status = api_->Recognize(nullptr);
  RecognisedPage page;
  if (status == 0) page = words();
  // What one page taught the engine must not colour the next: pages come out the same in any order.
  api_->Clear();
  api_->ClearAdaptiveClassifier();
  if (status == 0) return page;
  return fail(ErrorCode::kOther,
              {"Tesseract could not read the picture; scan the page again",
               "Tesseract không đọc được hình; hãy quét lại trang này"},
              "tesseract");
}

RecognisedPage TesseractEngine::words() const {
  RecognisedPage page;
  const std::unique_ptr<tesseract::ResultIterator> it(api_->GetIterator());
  if (!it) return page;
  bool new_line = true, new_paragraph = true;
  do {
    new_line = new_line || it->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    new_paragraph = new_paragraph || it->IsAtBeginningOf(tesseract::RIL_PARA);
    const std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_WORD));
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    if (!text || text[0] == '\0' || !it->BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1)) continue;
    const float confidence = std::clamp(it->Confidence(tesseract::RIL_WORD) / 100, 0.0F, 1.0F);
    page.words.push_back(
        {text.get(),
         {static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1), static_cast<double>(y1)},
         confidence,
         new_line,
         new_paragraph});
    new_line = new_paragraph = false;
  } while (it->Next(tesseract::RIL_WORD));
  return page;
}

tl::unexpected<Error> no_model(const std::string& model) {
  return fail(ErrorCode::kMissingDependency,
              {"Tesseract's model \"" + model + "\" is not installed; install the package tesseract-ocr-" + model,
               "chưa cài mô hình \"" + model + "\" của Tesseract; hãy cài gói tesseract-ocr-" + model},
              model + ".traineddata");
}

// "vie+eng" names two models.
std::vector<std::string> models_of(const std::string& names) {
  std::vector<std::string> models;
  std::istringstream in(names);
  for (std::string model; std::getline(in, model, '+');) {
    if (!model.empty()) models.push_back(model);
  }
  return models;
}

// A letter is missing when none of the models can write it.
Result<void> check_letters(const std::string& data_folder, const std::string& names) {
  std::optional<std::vector<std::string>> missing;
  for (const std::string& model : models_of(names)) {
    const std::string file = data_folder + model + ".traineddata";
    if (::access(file.c_str(), R_OK) != 0) return no_model(model);
    auto of_model = missing_letters(file);
    if (!of_model) return tl::unexpected<Error>(of_model.error());
    if (!missing) missing = *of_model;
    std::erase_if(*missing, [&](const std::string& letter) {
      return std::find(of_model->begin(), of_model->end(), letter) == of_model->end();
    });
  }
  if (!missing || missing->empty()) return {};
  std::string letters;
  for (const std::string& letter : *missing) letters += (letters.empty() ? "" : " ") + letter;
  return fail(ErrorCode::kMissingDependency,
              {"the model cannot write these letters: " + letters + "; install the package tesseract-ocr-vie",
               "mô hình không viết được các chữ: " + letters + "; hãy cài gói tesseract-ocr-vie"},
              names);
}

}  // namespace

Result<std::unique_ptr<OcrEngine>> make_tesseract(const TesseractOptions& options) {
  omp_set_max_active_levels(0);
  auto api = std::make_unique<tesseract::TessBaseAPI>();
  api->SetVariable("debug_file", "/dev/null");  // before Init, which complains on standard error
  const char* folder = options.data_folder.empty() ? nullptr : options.data_folder.c_str();
  if (api->Init(folder, options.model.c_str(), tesseract::OEM_LSTM_ONLY) != 0) return no_model(options.model);
  api->SetVariable("debug_file", "/dev/null");
  api->SetVariable("tessedit_do_invert", "0");  // white on black is not met in reports, and the test costs time
  // What else a letter may be (lstm_choice_mode) is not asked for. It cannot be had for numbers alone: with it every
  // page takes 15 to 18 % longer (mode 1: 3.08 s of processor time became 3.56 for four scanned reports at 200 dpi,
  // 1153 words, the same text), and of 616 letters in 143 numbers ten had another digit at 1 % or more. How sure the
  // reading of a number is stands with its word; conflicts tell that instead.
  std::string data_folder = api->GetDatapath();
  if (!data_folder.empty() && data_folder.back() != '/') data_folder += '/';
  if (const auto known = check_letters(data_folder, options.model); !known) {
    return tl::unexpected<Error>(known.error());
  }
  return std::make_unique<TesseractEngine>(std::move(api), options.model);
}

}  // namespace trichluc::ocr
