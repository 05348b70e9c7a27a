#include "pipeline/text/encoding/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "pipeline/base/utf8.h"
#include "pipeline/text/encoding/legacy_encoding.h"
#include "pipeline/text/encoding/legacy_text.h"
#include "pipeline/text/text_quality.h"

namespace trichluc::text {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

enum class Wide { kNone, kLittle, kBig };

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// Without a mark: the high bytes of UTF-16 text are 0x00, 0x01, 0x03 or 0x1E for Vietnamese, and half of them are zero.
Wide guess_wide(std::string_view bytes) {
  constexpr std::size_t kSample = 4096;
  const std::size_t size = std::min(bytes.size(), kSample) & ~std::size_t{1};
  if (size < 4 || bytes.size() % 2 != 0) return Wide::kNone;
  std::array<std::size_t, 2> zeros{};
  std::array<std::size_t, 2> high{};
  for (std::size_t i = 0; i < size; ++i) {
    const unsigned char byte = byte_at(bytes, i);
    if (byte == 0) ++zeros[i % 2];
    if (byte == 0 || byte == 0x01 || byte == 0x03 || byte == 0x1E || byte == 0x20) ++high[i % 2];
  }
  const std::size_t pairs = size / 2;
  const auto is_high = [&](std::size_t side) {
    return zeros[side] * 5 >= pairs && high[side] * 10 >= pairs * 9 && zeros[1 - side] * 50 <= pairs;
  };
  if (is_high(1)) return Wide::kLittle;
  return is_high(0) ? Wide::kBig : Wide::kNone;
}

char32_t unit_at(std::string_view bytes, std::size_t at, Wide order) {
  const char32_t first = byte_at(bytes, at);
  const char32_t second = byte_at(bytes, at + 1);
  return order == Wide::kLittle ? (second << 8U) | first : (first << 8U) | second;
}

Decoded from_wide(std::string_view bytes, Wide order) {
  Decoded out;
  out.encoding = order == Wide::kLittle ? "utf-16le" : "utf-16be";
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit_at(bytes, at, order);
    const bool high = value >= 0xD800 && value < 0xDC00;
    if (high && at + 3 < bytes.size()) {
      const char32_t low = unit_at(bytes, at + 2, order);
      if (low >= 0xDC00 && low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    if (value >= 0xD800 && value < 0xE000) {
      value = 0xFFFD;
      ++out.replaced;
    }
    append_utf8(out.text, value);
  }
  if (at < bytes.size()) {
    append_utf8(out.text, 0xFFFD);
    ++out.replaced;
  }
  return out;
}

Decoded from_utf8(std::string_view bytes, std::size_t& first_bad) {
  Decoded out;
  out.encoding = "utf-8";
  if (is_valid_utf8(bytes)) {
    out.text = bytes;
    return out;
  }
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    if (point.value == 0xFFFD && point.size == 1) {
      if (out.replaced++ == 0) first_bad = at;
      append_utf8(out.text, 0xFFFD);
    } else {
      out.text.append(bytes.substr(at, point.size));
    }
    at += point.size;
  }
  return out;
}

std::string place_of(std::string_view bytes, std::size_t at, const std::string& source) {
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return source + ":" + std::to_string(line);
}

tl::unexpected<Error> not_unicode(std::string_view bytes, std::size_t at, const std::string& source) {
  const std::string offset = std::to_string(at);
  return fail(
      ErrorCode::kUnreadableInput,
      {"the text is neither UTF-8 nor UTF-16 (first at byte " + offset + "); save it as UTF-8 and read it again",
       "văn bản không phải UTF-8 hay UTF-16 (từ byte " + offset + "); hãy lưu lại dưới dạng UTF-8 rồi đọc lại"},
      place_of(bytes, at, source));
}

tl::unexpected<Error> not_text(std::string_view bytes, std::size_t at, const std::string& source) {
  const std::string offset = std::to_string(at);
  return fail(
      ErrorCode::kUnreadableInput,
      {"the file is not text (control byte at byte " + offset + "); give a text, HTML, PDF or image file",
       "tệp không phải văn bản (byte điều khiển tại byte " + offset + "); hãy đưa tệp văn bản, HTML, PDF hoặc ảnh"},
      place_of(bytes, at, source));
}

// NUL never stands in text; other control characters do by accident, but not many.
std::optional<std::size_t> first_binary_byte(std::string_view text) {
  // One look without a branch a byte: most texts have none.
  std::size_t low = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    low += byte < 0x20 && (byte < 0x09 || byte > 0x0D) ? 1U : 0U;
  }
  if (low == 0) return std::nullopt;
  std::size_t control = 0;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = byte_at(text, i);
    if (byte == 0) return i;
    const bool allowed = byte >= 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0x1B;
    if (allowed) continue;
    if (!first) first = i;
    ++control;
  }
  return control * 100 > text.size() ? first : std::nullopt;
}

Result<Decoded> checked_wide(std::string_view bytes, Wide order, const std::string& source) {
  Decoded decoded = from_wide(bytes, order);
  if (decoded.replaced * 1000 > decoded.text.size()) return not_unicode(bytes, 0, source);
  if (const auto bad = first_binary_byte(decoded.text)) return not_text(bytes, std::min(*bad, bytes.size()), source);
  return decoded;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Empty when ICU does not know the name or a byte has no meaning in it.
std::optional<std::string> convert(std::string_view bytes, std::string_view charset) {
  constexpr std::size_t kMostBytes = 256U << 20U;  // ucnv counts in 32 bits
  if (bytes.size() > kMostBytes) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(std::string(charset).c_str(), &status));
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out(bytes.size() * 3 + 16, '\0');
  char* target = out.data();
  const char* at = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &at, bytes.data() + bytes.size(), nullptr,
                 nullptr, nullptr, nullptr, true, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

Message replaced_warning(std::size_t replaced) {
  const std::string count = std::to_string(replaced);
  return {count + " bytes are no UTF-8 and were replaced by U+FFFD; compare with the original file",
          count + " byte không phải UTF-8 đã được thay bằng U+FFFD; hãy đối chiếu với tệp gốc"};
}

Result<Decoded> checked_utf8(std::string_view bytes, const std::string& source) {
  if (const auto bad = first_binary_byte(bytes)) return not_text(bytes, *bad, source);
  std::size_t first_bad = 0;
  Decoded decoded = from_utf8(bytes, first_bad);
  if (decoded.replaced * 1000 > bytes.size()) return not_unicode(bytes, first_bad, source);
  if (decoded.replaced > 0) decoded.warnings.push_back(replaced_warning(decoded.replaced));
  return decoded;
}

Result<Decoded> decode_unicode(std::string_view bytes, const std::string& source) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return checked_wide(bytes.substr(2), Wide::kLittle, source);
  if (bytes.substr(0, 2) == "\xFE\xFF") return checked_wide(bytes.substr(2), Wide::kBig, source);
  const bool marked = bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark;
  if (marked) bytes.remove_prefix(kUtf8Mark.size());
  const Wide wide = marked ? Wide::kNone : guess_wide(bytes);
  if (wide != Wide::kNone) return checked_wide(bytes, wide, source);
  return checked_utf8(bytes, source);
}

void take(UnifiedText unified, Decoded& decoded) {
  decoded.text = std::move(unified.text);
  Findings& found = unified.findings;
  if (!found.encoding.empty()) decoded.encoding = std::move(found.encoding);
  decoded.warnings.insert(decoded.warnings.end(), found.warnings.begin(), found.warnings.end());
}

// Bytes that are no Unicode, in the old encoding that makes them Vietnamese; empty where none clearly does.
std::optional<Decoded> decode_old(std::string_view bytes) {
  constexpr double kLeastRight = 0.8;
  if (first_binary_byte(bytes)) return std::nullopt;
  UnifiedText unified = unify_encodings(decode_legacy(bytes, LegacyEncoding::kNone), LettersOf::kBytes);
  const std::string& found = unified.findings.encoding;
  const bool damaged = found == encoding_name(LegacyEncoding::kUtf8);  // UTF-8 with bytes that are none
  if (found.empty() || damaged) return std::nullopt;
  if (measure_text(unified.text).rightly_marked_share() < kLeastRight) return std::nullopt;
  Decoded decoded;
  take(std::move(unified), decoded);
  return decoded;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, const std::string& source) {
  Result<Decoded> unicode = decode_unicode(bytes, source);
  if (!unicode) {
    std::optional<Decoded> old = decode_old(bytes);
    if (old) return std::move(*old);
    return unicode;
  }
  take(unify_encodings(std::move(unicode->text), LettersOf::kUnicode), *unicode);
  return unicode;
}

Result<Decoded> decode_declared(std::string_view bytes, std::string_view charset, const std::string& source) {
  Result<Decoded> plain = decode_unicode(bytes, source);
  // Pages that declare the wrong encoding are common: bytes that are valid UTF-8 are taken as such.
  if (plain && plain->replaced == 0) return plain;
  if (first_binary_byte(bytes)) return plain;
  Decoded out;
  const LegacyEncoding legacy = encoding_of_label(charset);
  if (legacy != LegacyEncoding::kNone) {
    out.text = decode_legacy(bytes, legacy);
    out.encoding = encoding_name(legacy);
    return out;
  }
  std::optional<std::string> converted = charset.empty() ? std::nullopt : convert(bytes, charset);
  if (converted && !first_binary_byte(*converted)) {
    out.text = std::move(*converted);
    out.encoding = lower_ascii(charset);
    return out;
  }
  if (plain) return plain;
  out.text = decode_legacy(bytes, LegacyEncoding::kNone);
  out.encoding = "windows-1252";
  out.warnings.push_back({"the page declares no encoding in which it can be read, and was read as windows-1252",
                          "trang không khai báo bảng mã đọc được, nên được đọc theo windows-1252"});
  return out;
}

}  // namespace trichluc::text
