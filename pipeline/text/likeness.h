// Are two texts the same report, told twice? A sketch of each text, small enough to be kept, and what it says of a
// pair.
//
// Shingles (runs of three words without case and accents) say how much of the wording two texts have in common: the
// lowest of their hashes stand for all of them (bottom-k sampling), and bands of MinHash values lead to those that may
// be alike without looking at every pair (locality-sensitive hashing). Figures tell two yearly reports with the same
// wording apart. Headline, by-line, frame, captions and other articles are left out: they are the portal's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/text/normalize.h"

namespace trichluc::text {

// Bands of four values: texts of the same wording share one; with half of it in common, seven pairs in eight do, with a
// fifth, one in twenty.
inline constexpr std::size_t kBands = 32;
inline constexpr std::size_t kBandRows = 4;

// Raised by one whenever the same text gives another sketch.
inline constexpr int kSketchVersion = 1;

struct Sketch {
  std::size_t words = 0;
  std::vector<std::uint32_t> shingles;  // the lowest 1024 hashes of distinct shingles, ascending
  std::vector<std::uint32_t> figures;   // the same of numbers of two digits and more
  std::array<std::uint64_t, kBands> bands{};

  bool operator==(const Sketch&) const = default;
};

// Nothing where a text has too few words to be known again by.
std::optional<Sketch> sketch_of(const NormalizedText& text);

struct Likeness {
  double wording = 0;        // shingles in common of all that either has (Jaccard), exact up to 1024 shingles
  double figures = 0;        // figures in common of those that the one with fewer has
  std::size_t compared = 0;  // how many that are
};
// Symmetric.
Likeness likeness_of(const Sketch& a, const Sketch& b);

// The measured borders are in tests/README.md.
bool is_same_report(const Likeness& likeness);

}  // namespace trichluc::text
