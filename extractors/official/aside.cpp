#include "extractors/official/aside.h"

#include "extractors/official/honorific.h"
#include "extractors/official/position.h"

namespace trichluc {
namespace {

// "(22 tuổi, ngụ Q.Ngô Quyền, TP.Hải Phòng)".
constexpr std::size_t kMostInNote = 16;

}  // namespace

std::size_t after_note(const Reading& reading, std::size_t at) {
  if (!reading.is(at, "(") || title_at(reading, at + 1) != nullptr) return at;
  std::size_t close = at + 1;
  while (close < reading.tokens().size() && close - at <= kMostInNote && !reading.is(close, ")")) ++close;
  return reading.is(close, ")") && same_paragraph(reading, at, close) ? close + 1 : at;
}

}  // namespace trichluc
