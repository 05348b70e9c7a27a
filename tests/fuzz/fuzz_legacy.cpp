// Any bytes through the decoders of old encodings, as bytes and as letters, through their detection and the measure of
// text: what comes out is valid UTF-8 of bounded size, and counts fit together.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "pipeline/base/utf8.h"
#include "pipeline/text/encoding/decode.h"
#include "pipeline/text/encoding/detect_encoding.h"
#include "pipeline/text/encoding/legacy_encoding.h"
#include "pipeline/text/encoding/legacy_text.h"
#include "pipeline/text/text_quality.h"

namespace {

using trichluc::text::FontEncoding;
using trichluc::text::LegacyEncoding;

// A page of a report has about 4,000 bytes; each try reads it in thirty ways.
constexpr std::size_t kMostBytes = 1 << 14;

[[noreturn]] void finding(std::string_view what, std::string_view where) {
  std::cerr << what << ": " << where << '\n';
  std::abort();
}

void check_text(std::string_view text, std::size_t source_size, std::string_view what) {
  if (!trichluc::is_valid_utf8(text)) finding("not UTF-8", what);
  // No letter needs more than three bytes, and none becomes more than one.
  if (text.size() > 3 * source_size) finding("more text than there was", what);
}

void check_measure(std::string_view text) {
  const auto quality = trichluc::text::measure_text(text);
  const bool fits = quality.marked <= quality.syllables && quality.marked <= quality.accented &&
                    quality.syllables + quality.stripped <= quality.letter_words &&
                    quality.accented <= quality.letter_words && quality.letter_words <= quality.words &&
                    quality.letters + quality.digits + quality.damaged <= quality.code_points;
  if (!fits) finding("counts that do not fit together", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (int i = 0; i <= static_cast<int>(LegacyEncoding::kUnicodeAsVni); ++i) {
    const auto encoding = static_cast<LegacyEncoding>(i);
    const auto name = trichluc::text::encoding_name(encoding);
    const std::string decoded = trichluc::text::decode_legacy(bytes, encoding);
    check_text(decoded, bytes.size(), name);
    check_text(trichluc::text::convert_letters(decoded, {encoding, true}), decoded.size(), name);
    check_text(trichluc::text::convert_run(decoded, {encoding, false}), decoded.size(), name);
  }
  const std::string letters = trichluc::text::decode_legacy(bytes, LegacyEncoding::kNone);
  const auto guess = trichluc::text::guess_encoding(letters);
  if (guess.score > 1 || guess.runner_up_score > guess.score) finding("a guess that does not fit together", letters);
  check_text(trichluc::text::unify_encodings(letters, trichluc::text::LettersOf::kUnicode).text, letters.size(),
             "unified");
  if (const auto decoded = trichluc::text::decode(bytes, "fuzz")) check_text(decoded->text, 2 * size, "decoded");
  check_measure(letters);
  trichluc::text::font_encoding(bytes);
  return 0;
}
