#include "pipeline/text/encoding/vni_over_unicode.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "pipeline/base/utf8.h"
#include "pipeline/text/syllable.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

// What the converter made of a letter or two, and what these were.
struct Loss {
  char32_t now;
  std::u32string_view was;
};
constexpr Loss kLosses[] = {{U'ơ', U"ô"}, {U'ĩ', U"ó"}, {U'ị', U"ò"}, {U'ồ', U"oà"}, {U'ố', U"oá"}, {U'ỗ', U"oã"},
                            {U'Ơ', U"Ô"}, {U'Ĩ', U"Ó"}, {U'Ị', U"Ò"}, {U'Ồ', U"OÀ"}, {U'Ố', U"OÁ"}, {U'Ỗ', U"OÃ"}};

// Of a word that is a syllable both ways: with ơ, ĩ, ị it was another unless it stands here; with ồ, ố, ỗ it was none
// unless it stands there.
constexpr std::u32string_view kKept[] = {U"cơ",  U"sơ",  U"thơ", U"nơi",  U"hơi",  U"chơi", U"đơn",  U"cơn",
                                         U"hơn", U"sơn", U"cơm", U"thơm", U"phơi", U"rơi",  U"khơi", U"bơm",
                                         U"sĩ",  U"vĩ",  U"kĩ",  U"mĩ",   U"đĩa",  U"dĩ",   U"thị",  U"vị",
                                         U"chị", U"trị", U"bị",  U"dị",   U"tị",   U"địa",  U"mịn",  U"rịa"};
constexpr std::u32string_view kTurned[] = {U"hồn", U"tồn", U"đồn", U"ngồi", U"lồi",  U"tồ",  U"hố",
                                           U"xố",  U"khố", U"đốn", U"khốn", U"thốt", U"hốn", U"tốn"};

const Loss* loss_of(char32_t letter) {
  const auto* found =
      std::find_if(std::begin(kLosses), std::end(kLosses), [letter](const Loss& l) { return l.now == letter; });
  return found == std::end(kLosses) ? nullptr : found;
}

std::u32string lowered(std::u32string_view word) {
  std::u32string out;
  for (const char32_t c : word) {
    VietnameseLetter letter = take_apart(c);
    letter.upper = false;
    out.push_back(put_together(letter));
  }
  return out;
}

Syllable judge(std::u32string_view word) {
  SyllableLetters letters;
  for (const char32_t c : word) letters.add(c);
  return letters.judge();
}

// The word before the damage, where its one doubtful letter was another; empty where there is none.
std::u32string before_damage(std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const Loss* loss = loss_of(word[i]);
    if (loss == nullptr) continue;
    std::u32string was(word.substr(0, i));
    was += loss->was;
    was += word.substr(i + 1);
    return judge(was) == Syllable::kMarked ? was : std::u32string();
  }
  return {};
}

bool is_one_of(std::u32string_view word, const std::u32string_view* begin, const std::u32string_view* end) {
  return std::find(begin, end, word) != end;
}

std::u32string undone(std::u32string_view word) {
  const std::u32string was = before_damage(word);
  if (was.empty()) return std::u32string(word);
  if (judge(word) != Syllable::kMarked) return was;
  const std::u32string low = lowered(word);
  const bool two_letters = was.size() > word.size();
  const bool turned = two_letters ? is_one_of(low, std::begin(kTurned), std::end(kTurned))
                                  : !is_one_of(low, std::begin(kKept), std::end(kKept));
  return turned ? was : std::u32string(word);
}

// Walks over the text: words of Vietnamese letters, and what stands between them.
template <class OnWord, class OnOther>
void for_each_word(std::string_view text, OnWord on_word, OnOther on_other) {
  std::u32string word;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (take_apart(point.value).is_letter()) {
      word.push_back(point.value);
    } else {
      if (!word.empty()) on_word(word);
      word.clear();
      on_other(text.substr(at, point.size));
    }
    at += point.size;
  }
  if (!word.empty()) on_word(word);
}

}  // namespace

bool is_vni_over_unicode(std::string_view text) {
  constexpr std::size_t kFewestWords = 5;
  // The cheap question first: nearly every text has one of these in its first line.
  for (const std::string_view taken_away : {"ô", "ó", "ò", "Ô", "Ó", "Ò"}) {
    if (text.find(taken_away) != std::string_view::npos) return false;
  }
  if (text.find("ơ") == std::string_view::npos) return false;
  std::size_t words = 0;
  std::size_t damaged = 0;
  for_each_word(
      text,
      [&](const std::u32string& word) {
        ++words;
        damaged += judge(word) == Syllable::kNone && !before_damage(word).empty() ? 1U : 0U;
      },
      [](std::string_view) {});
  return damaged >= kFewestWords && damaged * 50 >= words;
}

std::string undo_vni_over_unicode(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for_each_word(
      text,
      [&](const std::u32string& word) {
        for (const char32_t c : undone(word)) append_utf8(out, c);
      },
      [&](std::string_view other) { out += other; });
  return out;
}

}  // namespace trichluc::text
