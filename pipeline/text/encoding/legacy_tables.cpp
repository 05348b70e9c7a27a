#include "pipeline/text/encoding/legacy_tables.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace trichluc::text {
namespace {

// '_' leaves the byte to windows-1252.
constexpr char32_t kOpen = U'_';

// 0x80 to 0x9F; the five bytes that it leaves open are control characters, as browsers read them.
constexpr std::u32string_view kWindows1252 =
    U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F"
    U"\u0090‘’“”•–—˜™š›œ\u009DžŸ";

// TCVN 5712:1993 from 0xA0 on, as in the fonts .Vn…; below, these fonts have the signs of windows-1252.
constexpr std::u32string_view kTcvn3 =
    U"_ĂÂÊÔƠƯĐăâêôơưđẰ"
    U"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    U"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    U"éẹềểễếệìỉỄẾỒĩíịò"
    U"Ổỏõóọồổỗốộờởỡớợù"
    U"ỖủũúụừửữứựỳỷỹýỵỐ";

// RFC 1456.
constexpr std::u32string_view kViscii =
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    U"Õắằặấầẩậẽẹếềểễệố"
    U"ồổỗỠƠộờởịỰỨỪỬơớƯ"
    U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    U"àáâãảăữẫèéêẻìíĩỉ"
    U"đựòóôõỏọụùúũủýợỮ";

// Vietnamese Professionals Society.
constexpr std::u32string_view kVps =
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    U"Ế__ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    U"_ắằẳẵặỠớÙờởỡŨỨợỪ"
    U"ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    U"ƯỦồốÔỏơÈừứÚũưÝẺ_"
    U"àáâãảạă_èéêẽìí_ĩ"
    U"ẴĐòóôõ_Ơụùúủ_ỶẼỳ";

using Exceptions = std::array<std::pair<unsigned char, char32_t>, 14>;

// Capitals that found no room above take the place of control characters.
constexpr Exceptions kVisciiControls = {
    {{0x02, U'Ẳ'}, {0x05, U'Ẵ'}, {0x06, U'Ẫ'}, {0x14, U'Ỷ'}, {0x19, U'Ỹ'}, {0x1E, U'Ỵ'}}};
constexpr Exceptions kVpsControls = {{{0x02, U'Ạ'},
                                      {0x03, U'Ậ'},
                                      {0x04, U'Ặ'},
                                      {0x05, U'Ẹ'},
                                      {0x06, U'Ệ'},
                                      {0x10, U'Ị'},
                                      {0x11, U'Ọ'},
                                      {0x12, U'Ộ'},
                                      {0x13, U'Ợ'},
                                      {0x14, U'Ụ'},
                                      {0x15, U'Ự'},
                                      {0x19, U'Ỵ'},
                                      {0x1C, U'Ẫ'},
                                      {0x1D, U'Ữ'}}};
// Where windows-1258 is not windows-1252: letters, and tones as bytes of their own.
constexpr Exceptions k1258 = {{{0xC3, U'Ă'},
                               {0xCC, 0x300},
                               {0xD0, U'Đ'},
                               {0xD2, 0x309},
                               {0xD5, U'Ơ'},
                               {0xDD, U'Ư'},
                               {0xDE, 0x303},
                               {0xE3, U'ă'},
                               {0xEC, 0x301},
                               {0xF0, U'đ'},
                               {0xF2, 0x323},
                               {0xF5, U'ơ'},
                               {0xFD, U'ư'},
                               {0xFE, U'₫'}}};

constexpr ByteTable make_table(std::u32string_view high, const Exceptions& exceptions) {
  ByteTable table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char32_t>(i);
  for (std::size_t i = 0; i < kWindows1252.size(); ++i) table[0x80 + i] = kWindows1252[i];
  for (std::size_t i = 0; i < high.size(); ++i) {
    if (high[i] != kOpen) table[table.size() - high.size() + i] = high[i];
  }
  for (const auto& [byte, point] : exceptions) {
    if (point != 0) table[byte] = point;
  }
  return table;
}

constexpr ByteTable kPlainTable = make_table({}, {});
constexpr ByteTable kTcvn3Table = make_table(kTcvn3, {});
constexpr ByteTable kVisciiTable = make_table(kViscii, kVisciiControls);
constexpr ByteTable kVpsTable = make_table(kVps, kVpsControls);
constexpr ByteTable k1258Table = make_table({}, k1258);

// The second bytes of VNI in the order of the tones, small and capital; first no tone, where the mark is the shape.
struct VniRow {
  Shape shape;
  std::array<unsigned char, 6> marks;
};
constexpr std::array<VniRow, 3> kVniMarks = {{
    {Shape::kNone, {0, 0xF8, 0xF9, 0xFB, 0xF5, 0xEF}},
    {Shape::kCircumflex, {0xE2, 0xE0, 0xE1, 0xE5, 0xE3, 0xE4}},
    {Shape::kBreve, {0xEA, 0xE8, 0xE9, 0xFA, 0xFC, 0xEB}},
}};
constexpr unsigned kCapitalBit = 0x20;

// Letters of VNI that stand alone, and their bytes.
constexpr std::u32string_view kVniLetters = U"ơưđỉĩịỵƠƯĐỈĨỊỴ";
constexpr std::array<unsigned char, 14> kVniBytes = {0xF4, 0xF6, 0xF1, 0xE6, 0xF3, 0xF2, 0xEE,
                                                     0xD4, 0xD6, 0xD1, 0xC6, 0xD3, 0xD2, 0xCE};

}  // namespace

const ByteTable& byte_table(LegacyEncoding encoding) {
  switch (encoding) {
    case LegacyEncoding::kTcvn3:
      return kTcvn3Table;
    case LegacyEncoding::kViscii:
      return kVisciiTable;
    case LegacyEncoding::kVps:
      return kVpsTable;
    case LegacyEncoding::kWindows1258:
      return k1258Table;
    default:
      return kPlainTable;
  }
}

int byte_of_misread(char32_t point) {
  if (point < 0x100) return static_cast<int>(point);
  // PDF readers tell the Greek letter and the operator for the signs of Latin-1 that look the same.
  if (point == 0x3BC) return 0xB5;
  if (point == 0x2219) return 0xB7;
  const std::size_t at = kWindows1252.find(point);
  return at == std::u32string_view::npos ? kNoByte : static_cast<int>(0x80 + at);
}

VniMark vni_mark(int byte) {
  if (byte < 0xC0 || byte > 0xFF) return {};
  const auto small = static_cast<unsigned char>(static_cast<unsigned>(byte) | kCapitalBit);
  for (const VniRow& row : kVniMarks) {
    for (std::size_t tone = 0; tone < row.marks.size(); ++tone) {
      if (row.marks[tone] == small) return {row.shape, static_cast<Tone>(tone)};
    }
  }
  return {};
}

char32_t vni_letter(int byte) {
  if (byte < 0 || byte > 0xFF) return 0;
  for (std::size_t i = 0; i < kVniBytes.size(); ++i) {
    if (kVniBytes[i] == byte) return kVniLetters[i];
  }
  return kPlainTable[static_cast<std::size_t>(byte)];
}

int byte_of_vni_letter(char32_t point) {
  const std::size_t at = kVniLetters.find(point);
  return at == std::u32string_view::npos ? byte_of_misread(point) : kVniBytes[at];
}

}  // namespace trichluc::text
