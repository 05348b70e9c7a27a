// One look at a word as read: may it be copied as it stands? Most words of most texts may: their letters are composed,
// mean no others, and the tone stands where it belongs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  LookedAt look_letter_by_letter(std::string_view raw, std::size_t at, std::size_t end);
  void take_letters(std::string_view run);
  bool tone_stays(std::string_view run);
  bool is_glued(std::string_view run);

  // A text says the same few words again and again: the latest ones are kept, once there are enough to be worth it. Two
  // that share a place stand side by side, the later one first.
  struct Known {
    std::uint64_t head = 0;  // its first and last eight bytes
    std::uint64_t tail = 0;
    std::uint8_t size = 0;  // 0: none
    WordVerdict verdict = WordVerdict::kStands;
    bool has_upper = false;
  };
  static constexpr std::size_t kKnown = 8192;
  static constexpr std::size_t kFewWords = 64;

  std::size_t looked_ = 0;
  std::vector<Known> known_;
  std::u32string word_, before_;  // kept for their memory
};

}  // namespace trichluc::text
