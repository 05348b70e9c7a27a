#include "pipeline/text/syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "pipeline/base/utf8.h"

namespace trichluc::text {
namespace {

// The rimes of Vietnamese without tones (vowels and coda). Among them those that stand only behind "qu" (yt, ynh, …),
// behind no consonant (yên) or behind one (iên), see fits(); ăk for names of the highlands ("Đắk Lắk").
constexpr std::u32string_view kRimes[] = {
    U"a",   U"ac",  U"ach", U"ai",   U"am",   U"an",   U"ang", U"anh",  U"ao",  U"ap",  U"at",  U"au",   U"ay",
    U"ăc",  U"ăk",  U"ăm",  U"ăn",   U"ăng",  U"ăp",   U"ăt",  U"âc",   U"âm",  U"ân",  U"âng", U"âp",   U"ât",
    U"âu",  U"ây",  U"e",   U"ec",   U"em",   U"en",   U"eng", U"eo",   U"ep",  U"et",  U"ê",   U"êch",  U"êm",
    U"ên",  U"ênh", U"êp",  U"êt",   U"êu",   U"i",    U"ia",  U"ich",  U"im",  U"in",  U"inh", U"ip",   U"it",
    U"iu",  U"iêc", U"iêm", U"iên",  U"iêng", U"iêp",  U"iêt", U"iêu",  U"o",   U"oc",  U"oi",  U"om",   U"on",
    U"ong", U"op",  U"ot",  U"ooc",  U"oong", U"oa",   U"oac", U"oach", U"oai", U"oam", U"oan", U"oang", U"oanh",
    U"oao", U"oap", U"oat", U"oay",  U"oăc",  U"oăm",  U"oăn", U"oăng", U"oăt", U"oe",  U"oem", U"oen",  U"oeo",
    U"oet", U"ô",   U"ôc",  U"ôi",   U"ôm",   U"ôn",   U"ông", U"ôp",   U"ôt",  U"ơ",   U"ơi",  U"ơm",   U"ơn",
    U"ơp",  U"ơt",  U"u",   U"ua",   U"uc",   U"ui",   U"um",  U"un",   U"ung", U"up",  U"ut",  U"uân",  U"uâng",
    U"uât", U"uây", U"uê",  U"uêch", U"uên",  U"uênh", U"uêt", U"uơ",   U"uôc", U"uôi", U"uôm", U"uôn",  U"uông",
    U"uôt", U"uy",  U"uya", U"uych", U"uyên", U"uyêt", U"uyn", U"uynh", U"uyp", U"uyt", U"uyu", U"ư",    U"ưa",
    U"ưc",  U"ưi",  U"ưm",  U"ưn",   U"ưng",  U"ưt",   U"ưu",  U"ươc",  U"ươi", U"ươm", U"ươn", U"ương", U"ươp",
    U"ươt", U"ươu", U"y",   U"yêm",  U"yên",  U"yêng", U"yêt", U"yêu",  U"yt",  U"ynh", U"ych", U"yn",   U"yp",
};

enum class Onset { kNone, kOther, kFront, kBack, kG, kGi, kQu };

// Letters of a rime pack into a number, six bits each: the base and the shape.
struct BaseCodes {
  std::array<std::uint8_t, 128> code{};
  constexpr BaseCodes() {
    std::uint8_t next = 0;
    for (const char base : std::string_view("aeiouycghkmnpt")) code[static_cast<std::size_t>(base)] = ++next;
  }
};
constexpr BaseCodes kBaseCodes;

std::uint32_t code_of(VietnameseLetter letter) {
  const std::uint32_t base = kBaseCodes.code[static_cast<std::size_t>(letter.base)];
  return base == 0 ? 0 : base + (static_cast<std::uint32_t>(letter.shape) << 4U);
}

using Letters = std::span<const VietnameseLetter>;

// 0 where a letter stands in no rime.
std::uint32_t key_of(Letters rime) {
  if (rime.empty() || rime.size() > 4) return 0;
  std::uint32_t key = 0;
  for (const VietnameseLetter& letter : rime) {
    const std::uint32_t code = code_of(letter);
    if (code == 0) return 0;
    key = key << 6U | code;
  }
  return key;
}

// A set of keys in a table four times as large: a look or two tell, where a search would take eight.
class KeySet {
 public:
  void add(std::uint32_t key) {
    std::size_t at = slot_of(key);
    while (slots_[at] != 0 && slots_[at] != key) at = (at + 1) % slots_.size();
    slots_[at] = key;
  }

  bool has(std::uint32_t key) const {
    std::size_t at = slot_of(key);
    while (slots_[at] != 0 && slots_[at] != key) at = (at + 1) % slots_.size();
    return slots_[at] != 0;
  }

 private:
  static constexpr unsigned kBits = 10;
  static std::size_t slot_of(std::uint32_t key) { return key * 2654435761U >> (32U - kBits); }

  std::array<std::uint32_t, std::size_t{1} << kBits> slots_{};
};

struct RimeKeys {
  KeySet exact;
  KeySet stripped;

  RimeKeys() {
    for (const std::u32string_view rime : kRimes) {
      std::array<VietnameseLetter, 4> letters{};
      for (std::size_t k = 0; k < rime.size(); ++k) letters[k] = take_apart(rime[k]);
      exact.add(key_of(Letters(letters).first(rime.size())));
      for (VietnameseLetter& letter : letters) letter.shape = Shape::kNone;
      stripped.add(key_of(Letters(letters).first(rime.size())));
    }
  }
};

const RimeKeys& rime_keys() {
  static const RimeKeys keys;
  return keys;
}

bool is_rime(Letters rime, bool stripped) {
  const std::uint32_t key = key_of(rime);
  return key != 0 && (stripped ? rime_keys().stripped : rime_keys().exact).has(key);
}

bool is_front(VietnameseLetter letter) {
  return letter.base == 'e' || letter.base == 'i' || letter.base == 'y';
}

// May these stand together? c, g and ng before dark vowels, gh and ngh before e, ê, i, y; k before all, for names
// ("Bắc Kạn"); "gi" and "qu" have taken their vowel.
bool fits(Onset onset, Letters rime, bool stripped) {
  const bool i_or_y = rime[0].base == 'i' || rime[0].base == 'y';
  const char second = rime.size() > 1 ? rime[1].base : '\0';
  const bool diphthong = i_or_y && (second == 'e' || second == 'a' || second == 'u');
  const bool y_rime = rime[0].base == 'y' && rime.size() > 1;
  switch (onset) {
    case Onset::kNone:
      return !(rime[0].base == 'i' && second == 'e') && (!y_rime || second == 'e');
    case Onset::kFront:
      return is_front(rime[0]) && !y_rime;
    case Onset::kBack:
      return !is_front(rime[0]);
    case Onset::kG:
      return !is_front(rime[0]) || (rime[0].base == 'i' && second != 'a' && second != 'u');
    case Onset::kGi:
      return !i_or_y;
    case Onset::kQu:
      return rime[0].base != 'u' && !(diphthong && rime[0].base == 'i') &&
             (stripped || rime[0].base != 'o' || rime[0].shape != Shape::kNone);
    case Onset::kOther:
      return !y_rime;
  }
  return false;
}

// Where the tone may stand, as bits: on the last vowel with a shape mark, else on the last of a closed rime, on the
// middle one of three, on either of open oa, oe, uy (both placements are in use), else on the first.
unsigned tone_places(Letters rime) {
  std::size_t vowels = 0;
  while (vowels < rime.size() && is_vowel(rime[vowels])) ++vowels;
  for (std::size_t i = vowels; i > 0; --i) {
    if (rime[i - 1].shape != Shape::kNone) return 1U << (i - 1);
  }
  if (vowels < rime.size()) return 1U << (vowels - 1);
  if (vowels == 3) return 1U << 1U;
  const bool either = vowels == 2 && ((rime[0].base == 'o' && (rime[1].base == 'a' || rime[1].base == 'e')) ||
                                      (rime[0].base == 'u' && rime[1].base == 'y'));
  return either ? 3U : 1U;
}

bool is_stopped(Letters rime) {
  const char last = rime.back().base;
  const bool ch = rime.size() > 1 && last == 'h' && rime[rime.size() - 2].base == 'c';
  return last == 'c' || last == 'p' || last == 't' || ch;
}

// The tone of the rime, where it stands rightly and goes with the coda.
bool has_right_tone(Letters rime) {
  Tone tone = Tone::kNone;
  for (std::size_t i = 0; i < rime.size(); ++i) {
    if (rime[i].tone == Tone::kNone) continue;
    if (tone != Tone::kNone || (tone_places(rime) >> i & 1U) == 0) return false;
    tone = rime[i].tone;
  }
  return !is_stopped(rime) || tone == Tone::kSac || tone == Tone::kNang;
}

struct Split {
  Onset onset = Onset::kNone;
  std::size_t size = 0;
};

// The consonants at the beginning; size 0 with kOther: no onset of Vietnamese.
Split onset_of(Letters letters) {
  std::size_t size = 0;
  while (size < letters.size() && !is_vowel(letters[size])) ++size;
  if (size == 0) return {};
  if (size > 3) return {Onset::kOther, 0};
  std::array<char, 3> bases{};
  for (std::size_t i = 0; i < size; ++i) bases[i] = letters[i].base;
  const std::string_view onset(bases.data(), size);
  if (onset == "gh" || onset == "ngh") return {Onset::kFront, size};
  if (onset == "c" || onset == "ng") return {Onset::kBack, size};
  if (onset == "g") return {Onset::kG, size};
  if (onset == "q") return {Onset::kQu, size + 1};
  constexpr std::array<std::string_view, 9> kDouble = {"ch", "kh", "nh", "ph", "th", "tr"};
  const bool known = size == 1 ? std::string_view("bdhklmnprstvx").find(onset[0]) != std::string_view::npos
                               : size == 2 && std::find(kDouble.begin(), kDouble.end(), onset) != kDouble.end();
  return known ? Split{Onset::kOther, size} : Split{Onset::kOther, 0};
}

bool is_spelled(Letters letters, Split split, bool stripped) {
  if (split.size >= letters.size()) return false;
  const Letters rime = letters.subspan(split.size);
  return is_rime(rime, stripped) && fits(split.onset, rime, stripped) && (stripped || has_right_tone(rime));
}

bool is_syllable(Letters letters, bool stripped) {
  const Split split = onset_of(letters);
  if (split.onset == Onset::kOther && split.size == 0) return false;
  if (split.onset == Onset::kQu) {
    const VietnameseLetter second = letters.size() > 1 ? letters[1] : VietnameseLetter{};
    return second.base == 'u' && !second.is_marked() && is_spelled(letters, split, stripped);
  }
  const bool gi = split.onset == Onset::kG && letters.size() > 2 && letters[1].base == 'i' && !letters[1].is_marked();
  return is_spelled(letters, split, stripped) || (gi && is_spelled(letters, {Onset::kGi, 2}, stripped));
}

}  // namespace

void SyllableLetters::add(char32_t point) {
  const Mark mark = mark_of(point);
  if (mark.is_mark()) {
    VietnameseLetter none;
    VietnameseLetter& last = size_ > 0 && size_ <= kMost ? letters_[size_ - 1] : none;
    last = with_mark(last, mark);
    spoiled_ = spoiled_ || !last.is_letter();
    return;
  }
  const VietnameseLetter letter = take_apart(point);
  spoiled_ = spoiled_ || !letter.is_letter() || size_ >= kMost;
  if (size_ < kMost) letters_[size_] = letter;
  ++size_;
}

Syllable SyllableLetters::judge() const {
  if (spoiled_ || size_ == 0) return Syllable::kNone;
  const Letters letters(letters_, size_);
  const bool marked =
      std::any_of(letters.begin(), letters.end(), [](const auto& letter) { return letter.is_marked(); });
  if (is_syllable(letters, false)) return marked ? Syllable::kMarked : Syllable::kPlain;
  return !marked && is_syllable(letters, true) ? Syllable::kStripped : Syllable::kNone;
}

Syllable judge_syllable(std::string_view word) {
  SyllableLetters letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    letters.add(point.value);
    at += point.size;
  }
  return letters.judge();
}

}  // namespace trichluc::text
