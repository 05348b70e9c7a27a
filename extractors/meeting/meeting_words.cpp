#include "extractors/meeting/meeting_words.h"

namespace trichluc {
namespace {

// "Trung tâm Hội nghị Quốc gia" is a house.
bool is_in_venue(const Reading& reading, std::size_t token) {
  return token > 1 && reading.is(token - 1, "tâm") && reading.is(token - 2, "trung");
}

// Each match in tokens [first, last), in turn.
const LexiconMatch* next_word(const Reading& reading, std::size_t first, std::size_t last) {
  return reading.next_match(first, last, "meeting_words");
}

}  // namespace

const LexiconMatch* meeting_word_in(const Reading& reading, std::size_t first, std::size_t last,
                                    std::string_view kind) {
  const LexiconMatch* match = next_word(reading, first, last);
  for (; match != nullptr; match = next_word(reading, match->first + std::size_t{1}, last)) {
    if (match->last > last || match->value("kind") != kind) continue;
    if (!is_in_venue(reading, match->first)) return match;
  }
  return nullptr;
}

bool names_meeting(const Reading& reading, const Sentence& sentence) {
  const LexiconMatch* match = next_word(reading, sentence.first, sentence.last);
  for (; match != nullptr; match = next_word(reading, match->first + std::size_t{1}, sentence.last)) {
    const std::string_view kind = match->value("kind");
    if (kind == "noun" || kind == "meets" || kind == "visits" || kind == "opens" || kind == "signs") return true;
  }
  return false;
}

}  // namespace trichluc
