#include "pipeline/source/ole_kind.h"

#include <cstddef>
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

}  // namespace

OleKind ole_kind(std::string_view bytes) {
  if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return OleKind::kNone;
  if (holds(bytes, "EncryptedPackage")) return OleKind::kEncrypted;
  if (holds(bytes, "WordDocument")) return OleKind::kWord;
  if (holds(bytes, "Workbook") || holds(bytes, "Book")) return OleKind::kExcel;
  if (holds(bytes, "PowerPoint Document")) return OleKind::kPowerPoint;
  return OleKind::kOther;
}

}  // namespace trichluc
