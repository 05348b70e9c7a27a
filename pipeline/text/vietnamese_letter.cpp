#include "pipeline/text/vietnamese_letter.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace trichluc::text {
namespace {

// A vowel without and with its five tones, in the order of Tone.
struct Row {
  char base;
  Shape shape;
  std::u32string_view lower;
  std::u32string_view upper;
};

constexpr std::array<Row, 12> kVowels = {{
    {'a', Shape::kNone, U"aàáảãạ", U"AÀÁẢÃẠ"},
    {'a', Shape::kBreve, U"ăằắẳẵặ", U"ĂẰẮẲẴẶ"},
    {'a', Shape::kCircumflex, U"âầấẩẫậ", U"ÂẦẤẨẪẬ"},
    {'e', Shape::kNone, U"eèéẻẽẹ", U"EÈÉẺẼẸ"},
    {'e', Shape::kCircumflex, U"êềếểễệ", U"ÊỀẾỂỄỆ"},
    {'i', Shape::kNone, U"iìíỉĩị", U"IÌÍỈĨỊ"},
    {'o', Shape::kNone, U"oòóỏõọ", U"OÒÓỎÕỌ"},
    {'o', Shape::kCircumflex, U"ôồốổỗộ", U"ÔỒỐỔỖỘ"},
    {'o', Shape::kHorn, U"ơờớởỡợ", U"ƠỜỚỞỠỢ"},
    {'u', Shape::kNone, U"uùúủũụ", U"UÙÚỦŨỤ"},
    {'u', Shape::kHorn, U"ưừứửữự", U"ƯỪỨỬỮỰ"},
    {'y', Shape::kNone, U"yỳýỷỹỵ", U"YỲÝỶỸỴ"},
}};

constexpr std::array<VietnameseLetter, kEndOfLetters> make_letters() {
  std::array<VietnameseLetter, kEndOfLetters> letters{};
  for (char32_t lower = U'a'; lower <= U'z'; ++lower) {
    letters[lower] = {static_cast<char>(lower), false, Shape::kNone, Tone::kNone};
    letters[lower - U'a' + U'A'] = {static_cast<char>(lower), true, Shape::kNone, Tone::kNone};
  }
  for (const Row& row : kVowels) {
    for (std::size_t tone = 0; tone < row.lower.size(); ++tone) {
      letters[row.lower[tone]] = {row.base, false, row.shape, static_cast<Tone>(tone)};
      letters[row.upper[tone]] = {row.base, true, row.shape, static_cast<Tone>(tone)};
    }
  }
  letters[U'đ'] = {'d', false, Shape::kStroke, Tone::kNone};
  letters[U'Đ'] = {'d', true, Shape::kStroke, Tone::kNone};
  return letters;
}

}  // namespace

constexpr std::array<VietnameseLetter, kEndOfLetters> kVietnameseLetters = make_letters();

Mark mark_of(char32_t point) {
  switch (point) {
    case 0x300:
    case 0x340:
      return {Shape::kNone, Tone::kHuyen};
    case 0x301:
    case 0x341:
      return {Shape::kNone, Tone::kSac};
    case 0x303:
      return {Shape::kNone, Tone::kNga};
    case 0x309:
      return {Shape::kNone, Tone::kHoi};
    case 0x323:
      return {Shape::kNone, Tone::kNang};
    case 0x302:
      return {Shape::kCircumflex, Tone::kNone};
    case 0x306:
      return {Shape::kBreve, Tone::kNone};
    case 0x31B:
      return {Shape::kHorn, Tone::kNone};
    default:
      return {};
  }
}

VietnameseLetter with_mark(VietnameseLetter letter, Mark mark) {
  const bool tone_taken = mark.tone != Tone::kNone && letter.tone != Tone::kNone;
  const bool shape_taken = mark.shape != Shape::kNone && letter.shape != Shape::kNone;
  if (tone_taken || shape_taken) return {};
  VietnameseLetter marked = letter;
  if (mark.tone != Tone::kNone) marked.tone = mark.tone;
  if (mark.shape != Shape::kNone) marked.shape = mark.shape;
  return put_together(marked) == 0 ? VietnameseLetter{} : marked;
}

char32_t put_together(VietnameseLetter letter) {
  if (letter.base == 0) return 0;
  if (letter.shape == Shape::kStroke) {
    if (letter.base != 'd' || letter.tone != Tone::kNone) return 0;
    return letter.upper ? U'Đ' : U'đ';
  }
  for (const Row& row : kVowels) {
    if (row.base != letter.base || row.shape != letter.shape) continue;
    return (letter.upper ? row.upper : row.lower)[static_cast<std::size_t>(letter.tone)];
  }
  if (letter.is_marked()) return 0;
  const auto plain = static_cast<char32_t>(letter.base);
  return letter.upper ? plain - U'a' + U'A' : plain;
}

}  // namespace trichluc::text
