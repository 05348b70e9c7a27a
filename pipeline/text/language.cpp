#include "pipeline/text/language.h"

#include <cld2/public/compact_lang_det.h>

namespace trichluc::text {
namespace {

// A line of a letterhead has as many; fewer may be a name.
constexpr std::size_t kLeastWords = 6;
// Of running Vietnamese nine words in ten are syllables and two in three bear marks; tables and addresses have fewer.
constexpr double kSyllables = 0.55;
constexpr double kMarked = 0.15;
// Many words of other languages look like a syllable without marks ("the", "an", "can"), but not four in five.
constexpr double kBareSyllables = 0.8;

std::string detected(std::string_view utf8) {
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(utf8.data(), static_cast<int>(utf8.size()), /*is_plain_text=*/true, &reliable);
  return reliable && language != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(language) : "";
}

}  // namespace

std::string language_of(std::string_view utf8, const TextQuality& quality) {
  if (quality.letter_words < kLeastWords) return "";
  if (quality.syllable_share() >= kSyllables && quality.marked_share() >= kMarked) return "vi";
  const bool bare = quality.syllable_share() + quality.stripped_share() >= kBareSyllables;
  if (bare && quality.marked_share() < kMarked) return "vi-unaccented";
  constexpr std::size_t kEnough = std::size_t{1} << 16U;  // bytes; the detector needs no more
  return detected(utf8.substr(0, kEnough));
}

}  // namespace trichluc::text
