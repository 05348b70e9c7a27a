#include "pipeline/text/encoding/detect_encoding.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/base/utf8.h"
#include "pipeline/text/text_quality.h"

namespace trichluc::text {
namespace {

constexpr std::array<LegacyEncoding, 8> kCandidates = {
    LegacyEncoding::kNone, LegacyEncoding::kTcvn3,       LegacyEncoding::kVni,  LegacyEncoding::kViscii,
    LegacyEncoding::kVps,  LegacyEncoding::kWindows1258, LegacyEncoding::kUtf8, LegacyEncoding::kTcvn3AsVni};

bool begins_code_point(std::string_view text, std::size_t at) {
  return (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// The text, or pieces of so many bytes from all over a long one: a foreword may be in another language.
std::string sample_of(std::string_view text, std::size_t piece = std::size_t{1} << 13U) {
  constexpr std::size_t kPieces = 8;
  if (text.size() <= kPieces * piece) return std::string(text);
  std::string sample;
  for (std::size_t i = 0; i < kPieces; ++i) {
    std::size_t at = i * (text.size() - piece) / (kPieces - 1);
    std::size_t end = at + piece;
    while (at < end && !begins_code_point(text, at)) ++at;
    while (end < text.size() && !begins_code_point(text, end)) ++end;
    sample += text.substr(at, end - at);
    sample += '\n';
  }
  return sample;
}

// A cheap look before the real one: ASCII in which signs stand between letters.
bool has_viqr_signs(std::string_view text) {
  std::size_t signs = 0;
  std::size_t beyond_ascii = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool after_letter = (text[i - 1] >= 'a' && text[i - 1] <= 'z') || (text[i - 1] >= 'A' && text[i - 1] <= 'Z');
    signs += after_letter && std::string_view("^(+*`'?~.").find(text[i]) != std::string_view::npos ? 1U : 0U;
    beyond_ascii += static_cast<unsigned char>(text[i]) >= 0x80 ? 1U : 0U;
  }
  return signs * 20 >= text.size() && beyond_ascii * 20 <= text.size();
}

// Most texts are Unicode, and a few hundred words of them show it; the share of the words with marks that are right
// ones, or 0 where that is not sure.
double sure_share_as_is(std::string_view text) {
  constexpr std::size_t kPiece = 256;
  constexpr std::size_t kFewestWords = 100;
  constexpr double kLeast = 0.97;
  const TextQuality quality = measure_text(sample_of(text, kPiece));
  return quality.accented >= kFewestWords && quality.rightly_marked_share() >= kLeast ? quality.rightly_marked_share()
                                                                                      : 0;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view text) {
  constexpr std::size_t kFewestWords = 6;
  constexpr double kLeast = 0.85;
  constexpr double kLead = 0.2;
  EncodingGuess guess;
  guess.score_as_is = sure_share_as_is(text);
  if (guess.score_as_is > 0) return guess;
  const std::string sample = sample_of(text);
  std::size_t best_marked = 0;
  for (const LegacyEncoding candidate : kCandidates) {
    const TextQuality quality = measure_text(convert_letters(sample, {candidate, false}));
    const double score = quality.rightly_marked_share();
    if (candidate == LegacyEncoding::kNone) {
      guess.score_as_is = score;
      if (quality.accented == 0 || score > 1 - kLead) return guess;  // no other can lead so far
    }
    if (score > guess.score || (score == guess.score && quality.marked > best_marked)) {
      if (encoding_name(candidate) != encoding_name(guess.encoding)) {
        guess.runner_up = guess.encoding;
        guess.runner_up_score = guess.score;
      }
      guess.encoding = candidate;
      guess.score = score;
      guess.words = quality.accented;
      best_marked = quality.marked;
    } else if (score > guess.runner_up_score && encoding_name(candidate) != encoding_name(guess.encoding)) {
      guess.runner_up = candidate;
      guess.runner_up_score = score;
    }
  }
  const bool clear = guess.words >= kFewestWords && guess.score >= kLeast && guess.confidence() >= kLead;
  if (!clear) guess.encoding = LegacyEncoding::kNone;
  return guess;
}

bool is_viqr(std::string_view text) {
  constexpr std::size_t kFewestWords = 10;
  if (!has_viqr_signs(text.substr(0, std::size_t{1} << 16U))) return false;
  const std::string sample = sample_of(text);
  const TextQuality before = measure_text(sample);
  if (before.accented * 10 > before.letter_words) return false;
  const TextQuality after = measure_text(convert_letters(sample, {LegacyEncoding::kViqr, false}));
  return after.marked >= before.marked + kFewestWords && after.marked_share() >= 0.4 && after.syllable_share() >= 0.8;
}

bool is_in_encoding(std::string_view text, LegacyEncoding encoding) {
  const std::string sample = sample_of(text);
  const TextQuality as_is = measure_text(sample);
  const TextQuality converted = measure_text(convert_letters(sample, {encoding, false}));
  return converted.rightly_marked_share() >= as_is.rightly_marked_share();
}

std::string convert_run(std::string_view text, FontEncoding font) {
  std::string converted = convert_letters(text, font);
  const TextQuality before = measure_text(text);
  const TextQuality after = measure_text(converted);
  const bool worse = after.syllables < before.syllables || (before.marked > 0 && after.marked < before.marked);
  return worse ? std::string(text) : converted;
}

}  // namespace trichluc::text
