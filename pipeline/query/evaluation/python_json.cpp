#include "pipeline/query/evaluation/python_json.h"

#include <array>
#include <charconv>

namespace trichluc::query {

std::string python_real(double value) {
  std::array<char, 64> digits{};
  const double size = value < 0 ? -value : value;
  const bool plain = size == 0 || (size >= 1e-4 && size < 1e16);  // where Python changes to an exponent
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format);
  std::string text(digits.data(), end.ptr);
  if (plain && text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string python_json(const nlohmann::ordered_json& value) {
  if (value.is_number_float()) return python_real(value.get<double>());
  if (!value.is_structured()) return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string out;
  for (const auto& [name, item] : value.items()) {
    if (!out.empty()) out += ", ";
    if (value.is_object()) out += nlohmann::ordered_json(name).dump() + ": ";
    out += python_json(item);
  }
  return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

}  // namespace trichluc::query
