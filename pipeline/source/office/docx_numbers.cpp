#include "pipeline/source/office/docx_numbers.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "pipeline/source/office/xml_reader.h"

namespace trichluc {
namespace {

std::string letters_of(int number, char first) {
  constexpr int kLetters = 26;
  constexpr int kMostRepeats = 20;  // Word goes on with "aa", "bb"
  if (number < 1) return "";
  const int repeats = std::min((number - 1) / kLetters + 1, kMostRepeats);
  return std::string(static_cast<std::size_t>(repeats), static_cast<char>(first + (number - 1) % kLetters));
}

std::string roman_of(int number) {
  constexpr std::array<std::pair<int, const char*>, 13> kSigns{{{1000, "m"},
                                                                {900, "cm"},
                                                                {500, "d"},
                                                                {400, "cd"},
                                                                {100, "c"},
                                                                {90, "xc"},
                                                                {50, "l"},
                                                                {40, "xl"},
                                                                {10, "x"},
                                                                {9, "ix"},
                                                                {5, "v"},
                                                                {4, "iv"},
                                                                {1, "i"}}};
  std::string out;
  constexpr int kMost = 3999;
  if (number < 1 || number > kMost) return std::to_string(number);
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) out += sign;
  }
  return out;
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::size_t level_in(const std::string& digits) {
  constexpr int kDeepest = 8;
  return static_cast<std::size_t>(std::clamp(std::atoi(digits.c_str()), 0, kDeepest));
}

}  // namespace

std::string list_number(int number, std::string_view format) {
  if (format == "lowerLetter") return letters_of(number, 'a');
  if (format == "upperLetter") return letters_of(number, 'A');
  if (format == "lowerRoman") return roman_of(number);
  if (format == "upperRoman") return in_capitals(roman_of(number));
  return std::to_string(number);
}

void DocxNumbers::read(std::string_view xml) {
  XmlReader reader(xml);
  std::string kind;
  std::string list;
  std::size_t level = 0;
  bool in_list = false;  // <w:num>, which may override levels
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event == XmlReader::Event::kEnd && reader.name() == "num") in_list = false;
    if (event != XmlReader::Event::kStart) continue;
    const std::string_view name = reader.name();
    if (name == "abstractNum") kind = reader.attribute("abstractNumId");
    if (name == "num") {
      list = reader.attribute("numId");
      in_list = true;
    }
    if (name == "abstractNumId" && in_list) lists_[list] = reader.attribute("val");
    if (in_list) continue;
    if (name == "lvl") level = level_in(reader.attribute("ilvl"));
    if (name == "numFmt") kinds_[kind][level].format = reader.attribute("val");
    if (name == "lvlText") kinds_[kind][level].text = reader.attribute("val");
    if (name == "start") kinds_[kind][level].start = std::atoi(reader.attribute("val").c_str());
  }
}

std::string DocxNumbers::next(const std::string& list, int level) {
  const auto known = lists_.find(list);
  const auto kind = known == lists_.end() ? kinds_.end() : kinds_.find(known->second);
  if (kind == kinds_.end() || level < 0 || static_cast<std::size_t>(level) >= kLevels) return "";
  const auto at = static_cast<std::size_t>(level);
  Counting& counting = counting_[kind->first];
  const auto& levels = kind->second;
  counting.counts[at] = counting.begun[at] ? counting.counts[at] + 1 : levels[at].start;
  counting.begun[at] = true;
  for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper) counting.begun[deeper] = false;
  if (levels[at].format == "bullet") return "-";
  if (levels[at].format == "none") return "";
  std::string out;
  const std::string& text = levels[at].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!placeholder) {
      out += text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(text[++i] - '1');
    const int number = counting.begun[which] ? counting.counts[which] : levels[which].start;
    out += list_number(number, levels[which].format);
  }
  return out;
}

}  // namespace trichluc
