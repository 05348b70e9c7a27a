// Unicode text written in a legacy encoding: the inverse of the decoder, found by trying all bytes and pairs of bytes.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/base/utf8.h"
#include "pipeline/text/encoding/legacy_encoding.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {

class LegacyWriter {
 public:
  explicit LegacyWriter(LegacyEncoding encoding) : encoding_(encoding) {
    // VNI writes à as two bytes; read alone, the byte of windows-1252 is one too.
    if (encoding == LegacyEncoding::kVni) learn_pairs();
    for (int byte = 1; byte < 0x100; ++byte) learn({static_cast<char>(byte)});
    learn_pairs();
  }

  // Letters that the encoding does not have are written as '?', for TCVN3 as the small letter: its fonts have no
  // others.
  std::string write(std::string_view text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      at += point.size;
      out += encoding_ == LegacyEncoding::kViqr ? viqr(point.value) : bytes_of(point.value);
    }
    return out;
  }

  bool knows(char32_t point) const { return bytes_.count(point) > 0; }

 private:
  void learn_pairs() {
    for (int second = 0x80; second < 0x100; ++second) {
      for (int first = 1; first < 0x100; ++first) learn({static_cast<char>(first), static_cast<char>(second)});
    }
  }

  void learn(const std::string& bytes) {
    const std::string decoded = decode_legacy(bytes, encoding_);
    const CodePoint point = code_point_at(decoded, 0);
    const bool capital_of_vn1 = encoding_ == LegacyEncoding::kTcvn3 && take_apart(point.value).upper &&
                                take_apart(point.value).tone != Tone::kNone;
    if (point.size == decoded.size() && !capital_of_vn1) bytes_.try_emplace(point.value, bytes);
  }

  std::string bytes_of(char32_t point) const {
    auto found = bytes_.find(point);
    if (found == bytes_.end()) {
      VietnameseLetter small = take_apart(point);
      small.upper = false;
      found = bytes_.find(put_together(small));
    }
    return found == bytes_.end() ? "?" : found->second;
  }

  static std::string viqr(char32_t point) {
    const VietnameseLetter letter = take_apart(point);
    std::string out;
    if (!letter.is_letter()) {
      append_utf8(out, point);
      return out;
    }
    VietnameseLetter plain = letter;
    plain.shape = Shape::kNone;
    plain.tone = Tone::kNone;
    append_utf8(out, put_together(plain));
    if (letter.shape == Shape::kStroke) out += out;
    if (letter.shape != Shape::kNone && letter.shape != Shape::kStroke) out += "\0^(+"[static_cast<int>(letter.shape)];
    if (letter.tone != Tone::kNone) out += "\0`'?~."[static_cast<int>(letter.tone)];
    return out;
  }

  LegacyEncoding encoding_;
  std::map<char32_t, std::string> bytes_;
};

// The same bytes as a reader of windows-1252 hands them on.
inline std::string as_windows_1252(std::string_view bytes) {
  return decode_legacy(bytes, LegacyEncoding::kNone);
}

}  // namespace trichluc::text
