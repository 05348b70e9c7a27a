// What the bytes of the one-byte encodings mean, and the byte that a letter of mis-read text was; private to the stage.
#pragma once

#include <array>

#include "pipeline/text/encoding/legacy_encoding.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {

using ByteTable = std::array<char32_t, 256>;

// Of an encoding with one byte a letter (tone marks may be bytes of their own); for the others windows-1252.
const ByteTable& byte_table(LegacyEncoding encoding);

constexpr int kNoByte = -1;
// The byte that was read as this code point by a reader of Latin-1 or windows-1252; kNoByte where there is none.
int byte_of_misread(char32_t point);

// The byte that was read as this letter of Vietnamese by a converter of VNI; that of byte_of_misread() for the others.
int byte_of_vni_letter(char32_t point);

// VNI: a letter and the byte after it are one letter. The mark that this byte gives (neither shape nor tone: none), and
// the letter that it is where it stands alone.
struct VniMark {
  Shape shape = Shape::kNone;
  Tone tone = Tone::kNone;
};
VniMark vni_mark(int byte);
char32_t vni_letter(int byte);

}  // namespace trichluc::text
