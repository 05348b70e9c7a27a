// One look at a word as read: may it be copied as it stands? Most words of most texts may: their letters are composed,
// mean no others, and the tone stands where it belongs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace trichluc::text {

enum class WordVerdict : std::uint8_t {
  kStands,     // shaped, it is the same bytes
  kChanges,    // shaped_letters() has to tell
  kEntangled,  // … with what stands before and behind it: marks without a letter, blanks beyond ASCII
};

struct LookedAt {
  std::size_t end = 0;  // of the word: at the next blank of ASCII
  WordVerdict verdict = WordVerdict::kStands;
  bool has_upper = false;
};

class WordLook {
 public:
  // The word that begins at `at`, before `end`; `at` is no blank.
  LookedAt look(std::string_view raw, std::size_t at, std::size_t end);

 private:
  struct Run;
  bool tone_stays(std::string_view run);

  std::u32string word_;  // kept for its memory
};

}  // namespace trichluc::text
