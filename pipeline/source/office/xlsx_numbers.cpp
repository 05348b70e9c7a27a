#include "pipeline/source/office/xlsx_numbers.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "pipeline/source/office/xml_reader.h"

namespace trichluc {
namespace {

enum class Show { kPlain, kDate, kTime, kPercent };

// ECMA-376 part 1, 18.8.30: the formats that no file spells out.
Show built_in(int format) {
  if ((format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36)) return Show::kDate;
  if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) return Show::kTime;
  return format == 9 || format == 10 ? Show::kPercent : Show::kPlain;
}

// The letters of a pattern that stand for parts of the value: quoted text, colours and locales left out.
std::string letters_of(std::string_view pattern) {
  std::string out;
  char until = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (until != 0) {
      if (c == until) until = 0;
    } else if (c == '"') {
      until = '"';
    } else if (c == '[') {
      until = ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == ';') {
      break;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
}

Show by_pattern(std::string_view pattern) {
  const std::string letters = letters_of(pattern);
  const auto has = [&](const char* any) { return letters.find_first_of(any) != std::string::npos; };
  if (letters.find("general") != std::string::npos) return Show::kPlain;
  if (has("yd")) return Show::kDate;
  if (has("hs")) return Show::kTime;
  return has("%") ? Show::kPercent : Show::kPlain;
}

std::string date_of(double days, bool from_1904) {
  using namespace std::chrono;
  // Excel counts a 29 February 1900 that never was; days before it are no dates of ours.
  constexpr int kLeast = 61;
  constexpr int kMost = 2958465;  // 9999-12-31
  if (!from_1904 && days < kLeast) return "";
  if (days < 0 || days > kMost) return "";
  const sys_days epoch = from_1904 ? sys_days(1904y / January / 1) : sys_days(1899y / December / 30);
  const year_month_day day(epoch + std::chrono::days(static_cast<int>(std::floor(days))));
  char text[32];
  std::snprintf(text, sizeof text, "%02u/%02u/%04d", static_cast<unsigned>(day.day()),
                static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
  return text;
}

// With the comma that Vietnamese writes; three digits behind it would look like thousands, so a zero follows them.
std::string plain(double value) {
  constexpr double kWhole = 1e15;
  char text[64];
  if (value == std::floor(value) && std::fabs(value) < kWhole) {
    std::snprintf(text, sizeof text, "%.0f", value);
  } else {
    std::snprintf(text, sizeof text, "%.12g", value);
  }
  std::string out = text;
  const std::size_t point = out.find('.');
  if (point == std::string::npos) return out;
  out[point] = ',';
  constexpr std::size_t kThousands = 3;
  if (out.size() - point - 1 == kThousands) out += '0';
  return out;
}

}  // namespace

void XlsxNumbers::read(std::string_view xml, bool from_1904) {
  from_1904_ = from_1904;
  XmlReader reader(xml);
  bool cells = false;
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (reader.name() == "cellXfs") cells = event == XmlReader::Event::kStart;
    if (event != XmlReader::Event::kStart) continue;
    if (reader.name() == "numFmt") {
      patterns_[std::atoi(reader.attribute("numFmtId").c_str())] = reader.attribute("formatCode");
    }
    if (reader.name() == "xf" && cells) formats_.push_back(std::atoi(reader.attribute("numFmtId").c_str()));
  }
}

std::string XlsxNumbers::shown(const std::string& value, int style) const {
  char* end = nullptr;
  const double number = std::strtod(value.c_str(), &end);
  if (value.empty() || *end != '\0' || !std::isfinite(number)) return value;
  const bool known = style >= 0 && static_cast<std::size_t>(style) < formats_.size();
  const int format = known ? formats_[static_cast<std::size_t>(style)] : 0;
  const auto pattern = patterns_.find(format);
  const Show show = pattern == patterns_.end() ? built_in(format) : by_pattern(pattern->second);
  if (show == Show::kDate) {
    std::string date = date_of(number, from_1904_);
    if (!date.empty()) return date;
  }
  if (show == Show::kPercent) return plain(number * 100) + "%";
  return plain(number);
}

}  // namespace trichluc
