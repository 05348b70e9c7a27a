#include "pipeline/text/legacy_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/legacy_tables.h"
#include "pipeline/text/syllable.h"
#include "pipeline/text/viqr.h"

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

std::string in_capitals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    VietnameseLetter letter = take_apart(point.value);
    letter.upper = true;
    append_utf8(out, letter.is_letter() ? put_together(letter) : point.value);
    at += point.size;
  }
  return out;
}

bool is_part_of_word(std::string_view text, std::size_t at) {
  return take_apart(code_point_at(text, at).value).is_letter();
}

std::size_t word_begin(std::string_view text, std::size_t at) {
  while (at > 0) {
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
    if (!is_part_of_word(text, before)) break;
    at = before;
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_part_of_word(text, at)) at += code_point_at(text, at).size;
  return at;
}

// The ư of TCVN3 has the byte of the soft hyphen, which PDF readers hand on as a hyphen ("n-íc"). It is a ư where the
// two sides make one syllable with it and are not syllables without.
std::string with_hyphens_mended(std::string_view text) {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const std::size_t begin = std::max(word_begin(text, at), kept);
    const std::string_view left = text.substr(begin, at - begin);
    const std::string_view right = text.substr(at + 1, word_end(text, at + 1) - at - 1);
    if (left.empty() && right.empty()) continue;
    const bool apart = (left.empty() || is_possible_syllable(left)) && (right.empty() || is_possible_syllable(right));
    const bool begins_so = left.empty() && right == "u";  // "ưu"
    if ((apart && !begins_so) || !is_possible_syllable(std::string(left) + "ư" + std::string(right))) continue;
    out.append(text.substr(kept, at - kept));
    out += "ư";
    kept = at + 1;
  }
  out.append(text.substr(kept));
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

std::string_view encoding_name(LegacyEncoding encoding) {
  constexpr std::array<std::string_view, 7> kNames = {"", "tcvn3", "vni", "viscii", "vps", "viqr", "windows-1258"};
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
  return out;
}

std::string convert_letters(std::string_view text, FontEncoding font) {
  if (font.encoding == LegacyEncoding::kNone) return std::string(text);
  if (font.encoding == LegacyEncoding::kViqr) return decode_viqr(text);
  std::string out;
  out.reserve(text.size() + text.size() / 2);
  const ByteTable& table = byte_table(font.encoding);
  {
    Composer composer(out);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const int byte = byte_of_misread(point.value);
      if (byte == kNoByte) {
        composer.add(point.value);
      } else {
        add_byte(composer, byte, table, font.encoding);
      }
      at += point.size;
    }
  }
  if (font.encoding == LegacyEncoding::kTcvn3) out = with_hyphens_mended(out);
  return font.capitals ? in_capitals(out) : out;
}

}  // namespace trichluc::text
