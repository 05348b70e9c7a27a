// Numbers spelled out by ICU, and by a writer of our own in the other dialect, are read back as what they were.
#include <unicode/rbnf.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "extractors/quantity/quantity.h"
#include "extractors/quantity/spelled.h"
#include "tests/real_dictionaries.h"
#include "tests/unit/sample_text.h"

namespace trichluc {
namespace {

constexpr std::int64_t kAllUpTo = 100'000;
constexpr int kDrawn = 10'000;
constexpr std::int64_t kLargest = 1'000'000'000'000'000;

class IcuWriter {
 public:
  IcuWriter() : rules_(icu::URBNF_SPELLOUT, icu::Locale("vi"), status_) { REQUIRE(U_SUCCESS(status_)); }

  std::string operator()(std::int64_t number) const {
    icu::UnicodeString words;
    rules_.format(number, words);
    std::string out;
    words.toUTF8String(out);
    return out;
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat rules_;
};

// The other dialect: "linh" for "lẻ", "ngàn", "tỉ", "nhăm" after tens, "bốn" after tens, "bẩy", "ngàn tỉ".
class OtherDialect {
 public:
  std::string operator()(std::int64_t number) const {
    if (number == 0) return "không";
    std::string words;
    const std::int64_t billions = number / 1'000'000'000;
    if (billions > 0) words = below_billion(billions, false) + " tỉ";
    const std::int64_t rest = number % 1'000'000'000;
    if (rest > 0) words += (words.empty() ? "" : " ") + below_billion(rest, !words.empty());
    return words;
  }

 private:
  static const std::string& digit(std::int64_t value) {
    static const std::string kWords[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bẩy", "tám", "chín"};
    return kWords[value];
  }

  // `full`: hundreds that are nought are said, because something stands before.
  static std::string below_thousand(std::int64_t value, bool full) {
    std::string words;
    const std::int64_t tens = value / 10 % 10;
    const std::int64_t unit = value % 10;
    if (value >= 100 || full) words = digit(value / 100) + " trăm";
    if (value % 100 == 0) return words;
    if (!words.empty()) words += " ";
    if (tens == 0) return words + (words.empty() ? "" : "linh ") + digit(unit);
    words += tens == 1 ? "mười" : digit(tens) + " mươi";
    if (unit == 0) return words;
    if (unit == 5) return words + (tens == 1 ? " lăm" : " nhăm");
    return words + " " + (unit == 1 && tens > 1 ? "mốt" : digit(unit));
  }

  static std::string below_billion(std::int64_t number, bool full) {
    std::string words;
    const auto say = [&](std::int64_t value, const std::string& scale) {
      if (value == 0) return;
      const bool after = full || !words.empty();
      words += (words.empty() ? "" : " ") + below_thousand(value, after) + scale;
    };
    say(number / 1'000'000, " triệu");
    say(number / 1000 % 1000, " ngàn");
    say(number % 1000, "");
    return words;
  }
};

// What the reader of words alone gives for the whole of them; empty where it stops before their end.
std::string read_words(const std::string& words) {
  const text::NormalizedText text = text_of(words);
  const std::vector<Token> tokens = tokenize(text).tokens;
  const std::vector<LexiconMatch> matches = real_dictionaries().find(tokens);
  const std::vector<Quantity> found = scan_quantities(tokens, matches);
  if (found.size() != 1 || found[0].first != 0 || found[0].last != tokens.size() || !found[0].value) return {};
  return found[0].value->to_string();
}

// Alone they are everyday words (nought a negation, one an article, five a year), which the scanner leaves.
bool is_everyday_word(std::int64_t number) {
  return number == 0 || number == 1 || number == 5;
}

template <class Writer>
std::vector<std::string> failures_of(const Writer& write) {
  std::vector<std::string> failures;
  const auto check = [&](std::int64_t number) {
    const std::string words = write(number);
    const std::string wanted = is_everyday_word(number) ? "" : std::to_string(number);
    if (read_words(words) != wanted) failures.push_back(words);
  };
  for (std::int64_t number = 0; number <= kAllUpTo; ++number) check(number);
  std::mt19937_64 random(20260101);  // the standard fixes what it draws
  for (int i = 0; i < kDrawn; ++i) {
    // As many of each length: small numbers are as likely as large ones.
    std::int64_t limit = 10;
    for (std::uint64_t digits = random() % 15; digits > 0; --digits) limit *= 10;
    check(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)));
  }
  check(kLargest - 1);
  check(kLargest);
  return failures;
}

TEST_CASE("numbers that ICU spells out are read back") {
  CHECK(failures_of(IcuWriter()) == std::vector<std::string>{});
}

TEST_CASE("numbers spelled out in the other dialect are read back") {
  const OtherDialect write;
  REQUIRE(write(2025) == "hai ngàn không trăm hai mươi nhăm");
  REQUIRE(write(1'000'105'021) == "một tỉ một trăm linh năm ngàn không trăm hai mươi mốt");
  CHECK(failures_of(write) == std::vector<std::string>{});
}

}  // namespace
}  // namespace trichluc
