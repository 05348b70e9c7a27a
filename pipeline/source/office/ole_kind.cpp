#include "pipeline/source/office/ole_kind.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace trichluc {
namespace {

using namespace std::string_view_literals;

// An entry of the directory ([MS-CFB] 2.6.1): 64 bytes of name in UTF-16, its length with the final zero, …
constexpr std::size_t kEntry = 128;
constexpr std::size_t kNameBytes = 64;

std::string utf16_of(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out + std::string(2, '\0');
}

// Sectors are multiples of 128 bytes, so entries of the directory begin at such places wherever it lies.
bool holds(std::string_view bytes, std::string_view stream) {
  const std::string name = utf16_of(stream);
  for (std::size_t at = 0; at + kEntry <= bytes.size(); at += kEntry) {
    if (static_cast<unsigned char>(bytes[at + kNameBytes]) != name.size() || bytes[at + kNameBytes + 1] != '\0')
      continue;
    if (bytes.substr(at, name.size()) == name) return true;
  }
  return false;
}

constexpr std::size_t kSector = 512;  // streams begin at such places

std::uint16_t two_bytes(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1])
                                                                                << 8U);
}

// A stream of Word ([MS-DOC] 2.5.2): its mark, and the flag fEncrypted. A workbook ([MS-XLS] 2.4.21, 2.4.117): BOF, and
// FilePass right behind it.
bool begins_locked_stream(std::string_view bytes, std::size_t at) {
  constexpr std::uint16_t kWord = 0xA5EC, kFlags = 10, kEncrypted = 0x100, kBof = 0x809, kFilePass = 0x2F;
  if (two_bytes(bytes, at) == kWord) return (two_bytes(bytes, at + kFlags) & kEncrypted) != 0;
  if (two_bytes(bytes, at) != kBof) return false;
  const std::size_t next = at + 4 + two_bytes(bytes, at + 2);
  return next + 2 <= bytes.size() && two_bytes(bytes, next) == kFilePass;
}

bool is_locked(std::string_view bytes) {
  for (std::size_t at = kSector; at + kSector <= bytes.size(); at += kSector) {
    if (begins_locked_stream(bytes, at)) return true;
  }
  return false;
}

}  // namespace

OleKind ole_kind(std::string_view bytes) {
  if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return OleKind::kNone;
  if (holds(bytes, "EncryptedPackage")) return OleKind::kEncrypted;
  const bool office = holds(bytes, "WordDocument") || holds(bytes, "Workbook") || holds(bytes, "Book");
  if (office && is_locked(bytes)) return OleKind::kEncrypted;
  if (holds(bytes, "WordDocument")) return OleKind::kWord;
  if (holds(bytes, "Workbook") || holds(bytes, "Book")) return OleKind::kExcel;
  if (holds(bytes, "PowerPoint Document")) return OleKind::kPowerPoint;
  return OleKind::kOther;
}

}  // namespace trichluc
