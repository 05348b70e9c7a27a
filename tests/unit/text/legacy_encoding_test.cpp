#include "pipeline/text/encoding/legacy_encoding.h"

#include <iconv.h>

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "pipeline/base/utf8.h"
#include "pipeline/text/encoding/viqr.h"
#include "pipeline/text/vietnamese_letter.h"
#include "tests/unit/legacy_samples.h"

namespace trichluc::text {
namespace {

constexpr std::u32string_view kSmall = U"aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
constexpr std::u32string_view kCapital = U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ";

std::string utf8(char32_t point) {
  std::string out;
  append_utf8(out, point);
  return out;
}

struct Case {
  LegacyEncoding encoding;
  std::string misread;  // as a reader of windows-1252 hands it on
  std::string text;
};

TEST_CASE("letters of legacy fonts become Unicode") {
  const auto c = GENERATE(values<Case>({
      {LegacyEncoding::kTcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {LegacyEncoding::kTcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
      {LegacyEncoding::kTcvn3, "®Õn h\xC2\xADíng vÒ ph\xC2\xAD¬ng ¸n", "đến hướng về phương án"},
      {LegacyEncoding::kTcvn3, "n\u03BCy \u2219 300 km² vµ 25°C", "này ã 300 km² và 25°C"},
      {LegacyEncoding::kTcvn3, "n-íc tr-êng nh- -u tiªn, Hµ Néi-H¶i Phßng",
       "nước trường như ưu tiên, Hà Nội-Hải Phòng"},
      {LegacyEncoding::kVni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {LegacyEncoding::kVni, "Uûy ban nhaân daân tænh Ñoàng Nai, ngöôøi, kyõ, kyù, ñònh, tyû",
       "Ủy ban nhân dân tỉnh Đồng Nai, người, kỹ, ký, định, tỷ"},
      {LegacyEncoding::kVni, "TOÅ CHÖÙC PHI CHÍNH PHUÛ NÖÔÙC NGOAØI, KEÁ HOAÏCH",
       "TỔ CHỨC PHI CHÍNH PHỦ NƯỚC NGOÀI, KẾ HOẠCH"},
      {LegacyEncoding::kVni, "baèng, naêm, traéng, laëng, daúng, hôn, ñôïi, lôùn",
       "bằng, năm, trắng, lặng, dẳng, hơn, đợi, lớn"},
      {LegacyEncoding::kViscii, "C\u00B5ng h\u00F2a xã h\u00B5i ch\u00FC ngh\u00EEa Vi\u00AEt Nam",
       "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {LegacyEncoding::kVps, "C\u00B6ng h\u00F2a x\u00E3 h\u00B6i, \u0089ghi l\u0087i", "Cộng hòa xã hội, ếghi lỗi"},
      {LegacyEncoding::kWindows1258, "C\u00F4\u00F2ng ho\u00CCa x\u00E3\u00DE", "Cộng hòa xẵ"},
      {LegacyEncoding::kViqr, "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {LegacyEncoding::kNone, "Céng hßa", "Céng hßa"},
  }));
  CHECK(convert_letters(c.misread, {c.encoding, false}) == c.text);
}

TEST_CASE("small letters of a font of capitals become capitals") {
  CHECK(convert_letters("ñy ban nh©n d©n tØnh n-íc 1998", {LegacyEncoding::kTcvn3, true}) ==
        "ỦY BAN NHÂN DÂN TỈNH NƯỚC 1998");
}

TEST_CASE("letters that no legacy font has stay as they are") {
  CHECK(convert_letters("Việt 日本 ₫", {LegacyEncoding::kTcvn3, false}) == "Việt 日本 ₫");
  CHECK(convert_letters("Việt 日本 ₫", {LegacyEncoding::kVni, false}) == "Việt 日本 ₫");
}

TEST_CASE("every letter of Vietnamese is written and read again in every encoding that has it") {
  const auto encoding = GENERATE(LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii,
                                 LegacyEncoding::kVps, LegacyEncoding::kWindows1258);
  const LegacyWriter writer(encoding);
  CAPTURE(encoding_name(encoding));
  std::string missing;
  for (const char32_t letter : kSmall) missing += writer.knows(letter) ? "" : utf8(letter);
  for (const char32_t letter : kCapital) {
    // TCVN3 has no capitals with tones.
    const bool none = encoding == LegacyEncoding::kTcvn3 && take_apart(letter).tone != Tone::kNone;
    missing += none || writer.knows(letter) ? "" : utf8(letter);
  }
  CHECK(missing == "");
}

// What the C library knows of the byte; empty where it knows neither encoding nor byte.
std::optional<std::string> by_iconv(const char* charset, int byte) {
  const iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  char in[2] = {static_cast<char>(byte), 0};
  char out[16] = {};
  char* from = in;
  char* to = out;
  std::size_t left = 1;
  std::size_t room = sizeof out;
  std::size_t done = iconv(converter, &from, &left, &to, &room);
  // A letter may wait for a mark after it.
  if (done != static_cast<std::size_t>(-1)) done = iconv(converter, nullptr, nullptr, &to, &room);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1)) return std::nullopt;
  return std::string(out, to);
}

struct Charset {
  LegacyEncoding encoding;
  const char* name;
  int first;  // byte from which on the fonts follow the standard
};

TEST_CASE("the tables say what the C library says") {
  const auto c = GENERATE(values<Charset>({{LegacyEncoding::kTcvn3, "TCVN5712-1", 0xA0},
                                           {LegacyEncoding::kViscii, "VISCII", 0},
                                           {LegacyEncoding::kWindows1258, "CP1258", 0}}));
  int compared = 0;
  for (int byte = c.first; byte < 0x100; ++byte) {
    const auto expected = by_iconv(c.name, byte);
    const bool mark = expected && mark_of(code_point_at(*expected + " ", 0).value).is_mark();
    if (!expected || expected->empty() || (mark && c.encoding == LegacyEncoding::kTcvn3)) continue;
    CAPTURE(c.name, byte);
    CHECK(decode_legacy(std::string(1, static_cast<char>(byte)), c.encoding) == *expected);
    ++compared;
  }
  if (compared == 0) WARN(c.name << " is not known to the C library here");
}

TEST_CASE("tone bytes go to the letter before them and else stay") {
  CHECK(decode_legacy("a\xB3 m\xB2 \xB0", LegacyEncoding::kTcvn3) == "á m² °");
  CHECK(decode_legacy("\xEA\xF2 b\xF2", LegacyEncoding::kWindows1258) == "ệ b\u0323");
}

TEST_CASE("fonts are known by their names") {
  struct Named {
    std::string name;
    FontEncoding font;
  };
  const FontEncoding tcvn3{LegacyEncoding::kTcvn3, false};
  const FontEncoding capitals{LegacyEncoding::kTcvn3, true};
  const FontEncoding vni{LegacyEncoding::kVni, false};
  const auto c = GENERATE_COPY(values<Named>({{".VnTime", tcvn3},
                                              {".VnTimeH", capitals},
                                              {"ABCDEF+.VnArial,Bold", tcvn3},
                                              {"ABCDEF+.VnArialH-BoldItalic", capitals},
                                              {".VnArial NarrowH", capitals},
                                              {".vntimeh bold", capitals},
                                              {"VNI-Times", vni},
                                              {"QWERTY+VNI-Helve,Italic", vni},
                                              {"vni-centur", vni},
                                              {"Times New Roman", {}},
                                              {"ABCDEF+TimesNewRomanPSMT", {}},
                                              {"VnFont", {}},
                                              {"", {}},
                                              {".", {}},
                                              {".Vn", tcvn3}}));
  CAPTURE(c.name);
  CHECK(font_encoding(c.name) == c.font);
}

TEST_CASE("labels of the encodings are known in any case") {
  CHECK(encoding_of_label("x-viet-TCVN5712") == LegacyEncoding::kTcvn3);
  CHECK(encoding_of_label("VISCII") == LegacyEncoding::kViscii);
  CHECK(encoding_of_label("Windows-1258") == LegacyEncoding::kWindows1258);
  CHECK(encoding_of_label("iso-8859-1") == LegacyEncoding::kNone);
}

TEST_CASE("VIQR is read where it makes a syllable and its signs stay punctuation elsewhere") {
  struct Written {
    std::string viqr;
    std::string text;
  };
  const auto c = GENERATE(values<Written>({
      {"DDu+o+`ng DDie^.n Bie^n Phu?, ddi dda^u?", "Đường Điện Biên Phủ, đi đâu?"},
      {"na(m nay, nga`n, ngu+o+`i", "năm nay, ngàn, người"},
      {"to^i dde^'n HN\\. The^' a`?", "tôi đến HN. Thế à?"},
      {"nu*o*'c", "nước"},
      {"address add odd the e-mail a. b. http://www.a.com/?q=1",
       "address add odd the e-mail a. b. http://www.a.com/?q=1"},
      {"What is this? It's a test.", "What is this? It's a test."},
      {"ta(xin) ho^m", "ta(xin) hôm"},
      {"ddu+o+ngddu+o+ngddu+o+ngddu+o+ng", "ddu+o+ngddu+o+ngddu+o+ngddu+o+ng"},
      {"", ""},
      {"\\", "\\"},
      {"Đã ddu+o+.c 日", "Đã được 日"},
  }));
  CHECK(decode_viqr(c.viqr) == c.text);
}

TEST_CASE("whatever the bytes, what is decoded is UTF-8") {
  std::string bytes;
  for (int first = 0; first < 0x100; ++first) {
    for (int second = 0; second < 0x100; ++second) bytes += {static_cast<char>(first), static_cast<char>(second)};
  }
  for (int encoding = 0; encoding <= static_cast<int>(LegacyEncoding::kUnicodeAsVni); ++encoding) {
    const auto decoded = decode_legacy(bytes, static_cast<LegacyEncoding>(encoding));
    CHECK(is_valid_utf8(decoded));
    CHECK(is_valid_utf8(convert_letters(decoded, {static_cast<LegacyEncoding>(encoding), true})));
  }
}

}  // namespace
}  // namespace trichluc::text
