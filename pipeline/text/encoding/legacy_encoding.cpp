#include "pipeline/text/encoding/legacy_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/encoding/legacy_tables.h"
#include "pipeline/text/encoding/tcvn3.h"
#include "pipeline/text/encoding/viqr.h"
#include "pipeline/text/encoding/vni_over_unicode.h"

namespace trichluc::text {
namespace {

// Code points to UTF-8, marks put on the letter before them.
class Composer {
 public:
  explicit Composer(std::string& out) : out_(out) {}
  ~Composer() { flush(); }
  Composer(const Composer&) = delete;
  Composer& operator=(const Composer&) = delete;

  void add(char32_t point) {
    flush();
    last_ = point;
    open_ = true;
  }

  // False where the last letter takes no such mark.
  bool put(Mark mark) {
    if (!open_ || !mark.is_mark()) return false;
    const VietnameseLetter marked = with_mark(take_apart(last_), mark);
    if (!marked.is_letter()) return false;
    last_ = put_together(marked);
    return true;
  }

  char32_t last() const { return open_ ? last_ : 0; }

 private:
  void flush() {
    if (open_) append_utf8(out_, last_);
    open_ = false;
  }

  std::string& out_;
  char32_t last_ = 0;
  bool open_ = false;
};

void add_by_table(Composer& out, int byte, const ByteTable& table, LegacyEncoding encoding) {
  const char32_t point = table[static_cast<std::size_t>(byte)];
  const Mark mark = mark_of(point);
  if (!mark.is_mark()) {
    out.add(point);
  } else if (!out.put(mark)) {
    // Fonts of TCVN3 have °, ² and the like in the place of marks that nobody used.
    out.add(encoding == LegacyEncoding::kTcvn3 ? static_cast<char32_t>(byte) : point);
  }
}

void add_vni(Composer& out, int byte) {
  const VniMark found = vni_mark(byte);
  const VietnameseLetter last = take_apart(out.last());
  const bool takes_marks = std::string_view("aeouy").find(last.base) != std::string_view::npos && last.is_letter() &&
                           last.tone == Tone::kNone && (!last.is_marked() || last.shape == Shape::kHorn);
  const bool both = found.shape != Shape::kNone && found.tone != Tone::kNone;
  if (takes_marks && found.shape != Shape::kNone) {
    const bool shaped = out.put({found.shape, Tone::kNone});
    if (shaped && both) out.put({Shape::kNone, found.tone});
    if (shaped) return;
  } else if (takes_marks && out.put({Shape::kNone, found.tone})) {
    return;
  }
  out.add(vni_letter(byte));
}

void add_byte(Composer& out, int byte, const ByteTable& table, LegacyEncoding encoding) {
  if (encoding == LegacyEncoding::kVni) {
    add_vni(out, byte);
  } else {
    add_by_table(out, byte, table, encoding);
  }
}

// Letters that bytes of UTF-8 gave, to what these bytes mean; all that makes no sense so stays as it is.
std::string undo_double_utf8(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::string bytes;
    std::size_t next = at;
    std::size_t undone = 0;  // bytes of the text that gave the first code point of `bytes`
    CodePoint meant;
    while (next < text.size() && bytes.size() < kLongest && undone == 0) {
      const CodePoint point = code_point_at(text, next);
      const int byte = byte_of_misread(point.value);
      if (byte < 0x80) break;
      bytes.push_back(static_cast<char>(byte));
      next += point.size;
      meant = code_point_at(bytes, 0);
      if (meant.size == bytes.size() && meant.size > 1) undone = next - at;
    }
    const std::size_t size = undone > 0 ? undone : code_point_at(text, at).size;
    out += undone > 0 ? bytes : std::string(text.substr(at, size));
    at += size;
  }
  return out;
}

}  // namespace

std::string_view encoding_name(LegacyEncoding encoding) {
  constexpr std::array<std::string_view, 10> kNames = {"",     "tcvn3",        "vni",   "viscii", "vps",
                                                       "viqr", "windows-1258", "utf-8", "tcvn3",  "utf-8"};
  return kNames[static_cast<std::size_t>(encoding)];
}

LegacyEncoding encoding_of_label(std::string_view label) {
  constexpr std::array<std::pair<std::string_view, LegacyEncoding>, 18> kLabels = {{
      {"x-viet-tcvn5712", LegacyEncoding::kTcvn3},
      {"x-viet-tcvn", LegacyEncoding::kTcvn3},
      {"tcvn5712-1", LegacyEncoding::kTcvn3},
      {"tcvn-5712", LegacyEncoding::kTcvn3},
      {"tcvn3", LegacyEncoding::kTcvn3},
      {"tcvn", LegacyEncoding::kTcvn3},
      {"x-viet-vni", LegacyEncoding::kVni},
      {"vni", LegacyEncoding::kVni},
      {"viscii", LegacyEncoding::kViscii},
      {"viscii1.1-1", LegacyEncoding::kViscii},
      {"csviscii", LegacyEncoding::kViscii},
      {"x-viet-vps", LegacyEncoding::kVps},
      {"vps", LegacyEncoding::kVps},
      {"viqr", LegacyEncoding::kViqr},
      {"csviqr", LegacyEncoding::kViqr},
      {"windows-1258", LegacyEncoding::kWindows1258},
      {"x-cp1258", LegacyEncoding::kWindows1258},
      {"cp1258", LegacyEncoding::kWindows1258},
  }};
  const std::string wanted = lower_ascii(label);
  const auto* found =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const auto& known) { return known.first == wanted; });
  return found == kLabels.end() ? LegacyEncoding::kNone : found->second;
}

FontEncoding font_encoding(std::string_view font_name) {
  constexpr std::size_t kSubsetTag = 7;  // "ABCDEF+"
  if (font_name.size() > kSubsetTag && font_name[kSubsetTag - 1] == '+') font_name.remove_prefix(kSubsetTag);
  const std::string name = lower_ascii(font_name);
  if (name.substr(0, 4) == "vni-") return {LegacyEncoding::kVni, false};
  if (name.substr(0, 3) != ".vn") return {};
  std::string_view family = name;
  family = family.substr(0, family.find_first_of(",-"));
  for (const std::string_view style : {" bold italic", " bold", " italic", " regular"}) {
    if (family.size() > style.size() && family.substr(family.size() - style.size()) == style) {
      family.remove_suffix(style.size());
    }
  }
  return {LegacyEncoding::kTcvn3, family.back() == 'h'};
}

std::string decode_legacy(std::string_view bytes, LegacyEncoding encoding) {
  if (encoding == LegacyEncoding::kViqr) {
    return decode_viqr(is_valid_utf8(bytes) ? std::string(bytes) : decode_legacy(bytes, LegacyEncoding::kNone));
  }
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  const ByteTable& table = byte_table(encoding);
  {
    Composer composer(out);
    for (const char byte : bytes) add_byte(composer, static_cast<unsigned char>(byte), table, encoding);
  }
  return encoding == LegacyEncoding::kTcvn3 ? with_lost_capitals(out) : out;
}

std::string convert_letters(std::string_view text, FontEncoding font) {
  if (font.encoding == LegacyEncoding::kNone) return std::string(text);
  if (font.encoding == LegacyEncoding::kViqr) return decode_viqr(text);
  if (font.encoding == LegacyEncoding::kUtf8) return undo_double_utf8(text);
  if (font.encoding == LegacyEncoding::kUnicodeAsVni) return undo_vni_over_unicode(text);
  const bool as_vni = font.encoding == LegacyEncoding::kTcvn3AsVni;
  if (as_vni) font.encoding = LegacyEncoding::kTcvn3;
  std::string out;
  out.reserve(text.size() + text.size() / 2);
  const ByteTable& table = byte_table(font.encoding);
  {
    Composer composer(out);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const int byte = as_vni ? byte_of_vni_letter(point.value) : byte_of_misread(point.value);
      if (byte == kNoByte) {
        composer.add(point.value);
      } else {
        add_byte(composer, byte, table, font.encoding);
      }
      at += point.size;
    }
  }
  if (font.encoding != LegacyEncoding::kTcvn3) return out;
  out = with_lost_u_horn(out);
  return font.capitals ? in_capitals(out) : with_lost_capitals(out);
}

}  // namespace trichluc::text
