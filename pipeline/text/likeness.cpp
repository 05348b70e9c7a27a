#include "pipeline/text/likeness.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace trichluc::text {
namespace {

constexpr std::size_t kShingle = 3;
constexpr std::size_t kMostHashes = 1024;
constexpr std::size_t kFewestShingles = 25;  // a slip or a letterhead is like a thousand others

// Between what is the same report in the corpus (0.72 and more, fax scans among it) and what is not (0.19 and less).
constexpr double kSameWording = 0.5;
// A recogniser misreads one figure in ten at most; of two years' reports with the same wording a third is alike.
constexpr double kSameFigures = 0.7;
// Wording alone, where a text has no figures to compare.
constexpr double kSameWithoutFigures = 0.8;
constexpr std::uint64_t kFirstSeed = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t bits) {  // the finaliser of SplitMix64
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EB;
  return bits ^ (bits >> 31U);
}

std::uint64_t hash_of(std::string_view word) {  // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return mixed(hash);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters of other scripts and what the recogniser makes of dirt fall away.
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z');
}

bool is_own(Section section) {
  return section == Section::kBody || section == Section::kHeading || section == Section::kTable;
}

struct Words {
  std::vector<std::uint64_t> words;    // their hashes, in order
  std::vector<std::uint64_t> figures;  // of those that are numbers
};

void add_words(std::string_view ascii, Words& found) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= ascii.size(); ++at) {
    if (at < ascii.size() && is_word_byte(ascii[at])) continue;
    const std::string_view word = ascii.substr(begin, at - begin);
    begin = at + 1;
    if (word.empty()) continue;
    found.words.push_back(hash_of(word));
    if (word.size() > 1 && std::all_of(word.begin(), word.end(), is_digit)) found.figures.push_back(found.words.back());
  }
}

std::vector<std::uint64_t> distinct(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

std::vector<std::uint64_t> shingles_of(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t w = i; w < i + kShingle; ++w) hash = mixed(hash * 31 + words[w]);
    shingles.push_back(hash);
  }
  return distinct(std::move(shingles));
}

std::vector<std::uint32_t> lowest(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint32_t> low;
  low.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) low.push_back(static_cast<std::uint32_t>(hash >> 32U));
  low.erase(std::unique(low.begin(), low.end()), low.end());
  if (low.size() > kMostHashes) low.resize(kMostHashes);
  return low;
}

std::array<std::uint64_t, kBands> bands_of(const std::vector<std::uint64_t>& shingles) {
  std::array<std::uint64_t, kBands> bands{};
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t key = band;
    for (std::size_t row = 0; row < kBandRows; ++row) {
      const std::uint64_t seed = mixed(kFirstSeed * (band * kBandRows + row + 1));
      std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
      for (const std::uint64_t shingle : shingles) least = std::min(least, mixed(shingle ^ seed));
      key = mixed(key * 31 + least);
    }
    bands[band] = key;
  }
  return bands;
}

// What two samples have in common. Beyond the end of one that was cut nothing is known of it, so neither is looked at.
struct Overlap {
  std::size_t both = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};
Overlap overlap_of(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  if (a.size() == kMostHashes) last = std::min(last, a.back());
  if (b.size() == kMostHashes) last = std::min(last, b.back());
  Overlap seen;
  auto left = a.begin();
  auto right = b.begin();
  const auto more = [last](auto at, auto end) { return at != end && *at <= last; };
  while (more(left, a.end()) || more(right, b.end())) {
    const bool has_left = more(left, a.end());
    const bool has_right = more(right, b.end());
    const bool take_left = has_left && (!has_right || *left <= *right);
    const bool take_right = has_right && (!has_left || *right <= *left);
    seen.both += take_left && take_right ? 1 : 0;
    if (take_left) ++seen.a, ++left;
    if (take_right) ++seen.b, ++right;
  }
  return seen;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::optional<Sketch> sketch_of(const NormalizedText& text) {
  Words found;
  for (const FoldedParagraph& paragraph : text.paragraphs()) {
    if (is_own(paragraph.section)) add_words(fold_to_ascii(slice(text.folded(), paragraph.in_folded)), found);
  }
  const std::vector<std::uint64_t> shingles = shingles_of(found.words);
  if (shingles.size() < kFewestShingles) return std::nullopt;
  return Sketch{found.words.size(), lowest(shingles), lowest(distinct(found.figures)), bands_of(shingles)};
}

Likeness likeness_of(const Sketch& a, const Sketch& b) {
  const Overlap shingles = overlap_of(a.shingles, b.shingles);
  const Overlap figures = overlap_of(a.figures, b.figures);
  return {share(shingles.both, shingles.a + shingles.b - shingles.both),
          share(figures.both, std::min(figures.a, figures.b)), std::min(figures.a, figures.b)};
}

bool is_same_report(const Likeness& likeness) {
  if (likeness.compared == 0) return likeness.wording >= kSameWithoutFigures;
  return likeness.wording >= kSameWording && likeness.figures >= kSameFigures;
}

}  // namespace trichluc::text
