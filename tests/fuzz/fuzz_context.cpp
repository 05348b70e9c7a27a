// Texts put together from pieces that mean something: phrases of the corpus, forms of the dictionaries, numbers, dates,
// marks and ends of paragraphs, in any order. Random letters seldom get as far as the passes that look around a figure.
// Every three bytes of the input choose a piece.
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/fuzz/check_extraction.h"

namespace {

namespace fs = std::filesystem;
using trichluc::fuzz::finding;
using trichluc::text::NormalizedText;

// A long report has some 2,000 words; more pieces only make each try slower.
constexpr std::size_t kMostPieces = 400;

// The first column of every table of the folder, or the second of phrases.
std::vector<std::string> column_of(const fs::path& folder, std::size_t column) {
  std::vector<std::string> cells;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#') continue;
      std::size_t begin = 0;
      for (std::size_t c = 0; c < column; ++c) begin = line.find('\t', begin) + 1;
      cells.push_back(line.substr(begin, line.find('\t', begin) - begin));
    }
  }
  return cells;
}

const std::vector<std::string>& forms() {
  static const auto all = column_of(TRICHLUC_ROOT "/dictionaries/vi", 0);
  return all;
}

const std::vector<std::string>& phrases() {
  static const auto all = column_of(TRICHLUC_ROOT "/corpus/phrases", 1);
  return all;
}

std::string number(unsigned choice) {
  const std::string value = std::to_string(choice % 3000);
  constexpr std::array<std::string_view, 10> kAfter = {"",       ".000", ",5",   ".500.000",    "%",
                                                       " triệu", " tỷ",  " USD", " triệu đồng", " - 40"};
  return value + std::string(kAfter[choice / 3000 % kAfter.size()]);
}

std::string date(unsigned choice) {
  const std::string day = std::to_string(choice % 32);
  const std::string month = std::to_string(choice / 32 % 14);
  const std::string year = std::to_string(1990 + choice / 448 % 40);
  switch (choice / 448 % 7) {
    case 0:
      return "ngày " + day + "/" + month + "/" + year;
    case 1:
      return day + "/" + month;
    case 2:
      return "năm " + year;
    case 3:
      return month + " tháng đầu năm " + year;
    case 4:
      return "giai đoạn " + year + "-" + std::to_string(2000 + choice % 40);
    case 5:
      return "từ " + day + " đến " + day + "/" + month;
    default:
      return "tháng " + month + "/" + year;
  }
}

std::string_view mark(unsigned choice) {
  constexpr std::array<std::string_view, 16> kMarks = {", ",       ". ",    "; ",   ": ",        " (",   ") ",
                                                       "\n\n",     "\n- ",  "/",    "-",         " là ", " và ",
                                                       " so với ", " lên ", " từ ", " trong đó "};
  return kMarks[choice % kMarks.size()];
}

std::string text_of(const std::uint8_t* data, std::size_t size) {
  std::string text;
  for (std::size_t at = 0; at + 3 <= size && at < 3 * kMostPieces; at += 3) {
    const unsigned choice = data[at + 1] * 256U + data[at + 2];
    const unsigned kind = data[at] % 16U;
    if (kind < 2) text += phrases()[choice % phrases().size()];
    if (kind >= 2 && kind < 7) text += forms()[choice % forms().size()];
    if (kind >= 7 && kind < 10) text += number(choice);
    if (kind >= 10 && kind < 12) text += date(choice);
    if (kind >= 12) text += mark(choice);
    if ((data[at] & 0x10U) == 0) text += ' ';
  }
  return text;
}

const trichluc::Knowledge& knowledge() {
  static const auto loaded = trichluc::load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) finding(loaded.error().what.en, loaded.error().where);
  return *loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page = text_of(data, size);
  const NormalizedText text(trichluc::text::lay_out({{page, false, nullptr}}, knowledge().markers));
  const auto extraction = trichluc::extract(text, knowledge().dictionaries, {}, trichluc::Detail::kNumbers);
  trichluc::fuzz::check_extraction(text, extraction);
  trichluc::fuzz::check_ledger(text, extraction);
  return 0;
}
