// The encodings of Vietnamese before Unicode: what their bytes mean. Files hold such bytes; PDF fonts, HTML and DOCX
// runs hold the letters that the same bytes are in Latin-1 or windows-1252 ("Céng hßa" for "Cộng hòa"). Both are read
// by the same tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trichluc::text {

enum class LegacyEncoding : std::uint8_t {
  kNone,
  kTcvn3,
  kVni,
  kViscii,
  kVps,
  kViqr,
  kWindows1258,
  kUtf8,          // as letters only: UTF-8 once read as windows-1252 ("Viá»‡t")
  kTcvn3AsVni,    // as letters only: TCVN3 that a converter took for VNI ("ViƯt Nam", "lơc")
  kUnicodeAsVni,  // as letters only: Unicode that a converter took for VNI ("cơng", "cịn")
};

// The name that Document::encoding carries: "tcvn3", "vni", "viscii", "vps", "viqr", "windows-1258", "utf-8"; "" for
// kNone.
std::string_view encoding_name(LegacyEncoding encoding);

// The encoding that a charset label means ("x-viet-tcvn5712", "VISCII", "cp1258"), in any case; kNone where it is none
// of these.
LegacyEncoding encoding_of_label(std::string_view label);

// How the letters of a font are to be read. Fonts of TCVN3 whose names end in H print small letters as capitals, since
// that encoding has no capitals with tones.
struct FontEncoding {
  LegacyEncoding encoding = LegacyEncoding::kNone;
  bool capitals = false;

  friend bool operator==(const FontEncoding&, const FontEncoding&) = default;
};

// From a font's name as PDF, CSS or Word give it: ".VnTimeH", "ABCDEF+.VnArial,Bold", "VNI-Times".
FontEncoding font_encoding(std::string_view font_name);

// Bytes in the encoding to UTF-8 in NFC. Never fails: a byte that the encoding leaves open, and every byte for kNone,
// is read as windows-1252.
std::string decode_legacy(std::string_view bytes, LegacyEncoding encoding);

// UTF-8 text that holds the letters of a legacy font, one run or word of it, to true Unicode. Letters that no byte of
// the encoding can have given stay as they are; kNone gives the text back.
std::string convert_letters(std::string_view text, FontEncoding font);

}  // namespace trichluc::text
