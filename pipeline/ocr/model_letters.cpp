#include "pipeline/ocr/model_letters.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace trichluc::ocr {

namespace {

// A model file is a count, that many 64-bit offsets (-1: absent) and the components; the 22nd is the table of letters.
constexpr std::size_t kLetterTable = 21;

constexpr const char* kVietnameseLetters =
    "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ "
    "ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ đ "
    "À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ Â Ầ Ấ Ẩ Ẫ Ậ È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ Ì Í Ỉ Ĩ Ị Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ Ơ Ờ Ớ Ở Ỡ Ợ "
    "Ù Ú Ủ Ũ Ụ Ư Ừ Ứ Ử Ữ Ự Ỳ Ý Ỷ Ỹ Ỵ Đ";
constexpr const char* kKnownToBeMissing = "ỵ Ỵ";

std::set<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}

template <class T>
bool read_at(const std::string& bytes, std::size_t at, T& value) {
  if (at > bytes.size() || bytes.size() - at < sizeof(T)) return false;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return true;
}

// The first word of each line after the first is a letter (or a pair of them).
std::set<std::string> letters_of(const std::string& bytes) {
  std::int32_t count = 0;
  std::int64_t offset = -1;
  if (!read_at(bytes, 0, count) || count <= static_cast<std::int32_t>(kLetterTable) || count > 1000) return {};
  if (!read_at(bytes, sizeof count + kLetterTable * sizeof offset, offset)) return {};
  if (offset < 0 || static_cast<std::size_t>(offset) >= bytes.size()) return {};
  std::istringstream table(bytes.substr(static_cast<std::size_t>(offset)));
  std::size_t lines = 0;
  if (!(table >> lines) || lines > 100000) return {};
  std::set<std::string> letters;
  std::string line;
  std::getline(table, line);
  while (lines-- > 0 && std::getline(table, line)) letters.insert(line.substr(0, line.find(' ')));
  return letters;
}

}  // namespace

Result<std::vector<std::string>> missing_letters(const std::string& model_file) {
  std::ifstream in(model_file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::set<std::string> known = letters_of(bytes);
  if (known.empty()) {
    return fail(ErrorCode::kMissingDependency,
                {"this is not a Tesseract LSTM model; install the package tesseract-ocr-vie again",
                 "đây không phải mô hình LSTM của Tesseract; hãy cài lại gói tesseract-ocr-vie"},
                model_file);
  }
  const std::set<std::string> tolerated = words_of(kKnownToBeMissing);
  std::vector<std::string> missing;
  for (const std::string& letter : words_of(kVietnameseLetters)) {
    if (!known.contains(letter) && !tolerated.contains(letter)) missing.push_back(letter);
  }
  return missing;
}

}  // namespace trichluc::ocr
