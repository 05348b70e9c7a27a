// Writes JSON text, on one line or indented. Numbers are given as text, so that a decimal is printed as it was read.
// The caller keeps the nesting right; use:
//
//   JsonWriter json;
//   json.begin_object().key("page").integer(3).key("text").string("…").end_object();
//   std::string line = json.take();
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/decimal.h"

namespace trichluc {

class JsonWriter {
 public:
  enum class Style { kOneLine, kIndented };
  explicit JsonWriter(Style style = Style::kOneLine) : style_(style) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& string_or_null(std::string_view value) { return value.empty() ? null() : string(value); }
  JsonWriter& number(std::string_view digits) { return raw(digits); }
  JsonWriter& number_or_null(const std::optional<Decimal>& value) {
    return value ? number(value->to_string()) : null();
  }
  JsonWriter& integer(long long value) { return raw(std::to_string(value)); }
  JsonWriter& size(std::size_t value) { return raw(std::to_string(value)); }
  // At most `decimals` digits after the point, without trailing zeros; the same on every machine and locale.
  JsonWriter& real(double value, int decimals);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view text);
  void before_value();
  void new_line();

  Style style_;
  std::string out_;
  std::vector<bool> has_items_;  // one entry a level of nesting
  bool after_key_ = false;
};

// A double with at most `decimals` digits after the point: "595.3", "0.94", "12".
std::string rounded(double value, int decimals);

}  // namespace trichluc
