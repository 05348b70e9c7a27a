#include "pipeline/source/pdf/text_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "pipeline/text/encoding/legacy_encoding.h"
#include "pipeline/text/language.h"
#include "pipeline/text/text_quality.h"

namespace trichluc {
namespace {

using text::FontEncoding;
using text::LegacyEncoding;
using text::TextQuality;

constexpr double kWholePage = 0.6;        // of the page's area, covered by pictures: a scan
constexpr std::size_t kOutlines = 20;     // painted shapes from which a page without text may be letters as outlines
constexpr std::size_t kStampWords = 60;   // the stamp of a signature has fewer words …
constexpr double kStampPart = 0.25;       // … and fills no more of the page
constexpr std::size_t kFewWords = 25;     // over a scan, so few are no page of text, wherever they stand
constexpr std::size_t kJudgedWords = 10;  // fewer tell nothing of their letters
constexpr double kSense = 0.5;         // of Vietnamese words that are possible syllables, names and abbreviations apart
constexpr double kGoodHidden = 0.9;    // of the words of another recogniser: ours reads nine in ten and more
constexpr double kMarked = 0.3;        // of them bear marks; in running text two in three do
constexpr double kDamaged = 0.15;      // of the letters: replaced, private, control
constexpr double kPicturePart = 0.04;  // of the page's area: smaller pictures are seals and logos
constexpr double kPictureSide = 60;    // points

double area(const Box& box) {
  return std::max(box.x1 - box.x0, 0.0) * std::max(box.y1 - box.y0, 0.0);
}

Box shared(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

bool lies_on(const Piece& piece, const Piece& other) {
  const double a = area(piece.box);
  const double b = area(other.box);
  constexpr double kAlike = 0.6;
  return area(shared(piece.box, other.box)) > kAlike * std::max(a, b);
}

std::map<std::string, std::string> texts_by_font(const std::vector<Piece>& pieces) {
  std::map<std::string, std::string> texts;
  for (const Piece& piece : pieces) {
    std::string& text = texts[piece.font];
    text += piece.text;
    if (piece.space_after) text += ' ';
  }
  return texts;
}

// The encoding that turns a text without sense into Vietnamese; kNone where there is none, or too little text to tell.
FontEncoding told_by_sense(const std::string& text) {
  constexpr std::array<LegacyEncoding, 5> kKnown{LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii,
                                                 LegacyEncoding::kVps, LegacyEncoding::kWindows1258};
  constexpr double kClear = 0.85;
  const TextQuality as_it_stands = text::measure_text(text);
  if (as_it_stands.letter_words < kJudgedWords || as_it_stands.syllable_share() > kSense) return {};
  FontEncoding best;
  double share = kClear;
  for (const LegacyEncoding encoding : kKnown) {
    const TextQuality read = text::measure_text(text::convert_letters(text, {encoding, false}));
    if (read.syllable_share() <= share || 2 * read.marked < read.syllables) continue;
    share = read.syllable_share();
    best = {encoding, false};
  }
  return best;
}

std::string percent(double share) {
  constexpr double kHundred = 100;
  return std::to_string(std::lround(share * kHundred)) + " %";
}

bool makes_sense(const std::string& text, const TextQuality& quality) {
  if (quality.damaged_share() > kDamaged) return false;
  if (quality.letter_words < kJudgedWords) return true;
  if (quality.syllable_share() + quality.stripped_share() >= kSense) return true;
  return !text::language_of(text, quality).empty();
}

std::string fonts_without_letters(const std::vector<PageFont>& fonts) {
  std::string names;
  for (const PageFont& font : fonts) {
    if (!font.to_unicode && font.embedded) names += (names.empty() ? "" : ", ") + font.name;
  }
  return names.empty() ? "" : "; no ToUnicode in " + names;
}

bool is_stamp(const Page& page) {
  if (page.words.empty()) return false;
  if (page.words.size() < kFewWords) return true;
  Box all = page.words.front().box;
  for (const Word& word : page.words) {
    all = {std::min(all.x0, word.box.x0), std::min(all.y0, word.box.y0), std::max(all.x1, word.box.x1),
           std::max(all.y1, word.box.y1)};
  }
  return page.words.size() < kStampWords && area(all) < kStampPart * page.width * page.height;
}

// A recogniser without a model of Vietnamese leaves words without marks.
bool is_well_recognised(const std::string& text, const TextQuality& quality) {
  if (quality.letter_words < kJudgedWords || quality.damaged_share() > kDamaged) return false;
  if (quality.syllable_share() >= kGoodHidden && quality.marked_share() >= kMarked) return true;
  const std::string language = text::language_of(text, quality);
  return !language.empty() && !language.starts_with("vi");
}

LayerVerdict over_a_scan(const Page& page, const PagePictures& pictures) {
  const TextQuality quality = text::measure_text(page.text);
  const std::string share = percent(quality.syllable_share()) + " possible syllables";
  if (pictures.hidden_texts * 2 > pictures.texts) {
    const bool good = is_well_recognised(page.text, quality);
    if (good) return {LayerUse::kLayer, "invisible text of another recogniser over the scan, " + share, {}};
    return {LayerUse::kPixels, "scan; its invisible text is not to be trusted, " + share, {}};
  }
  if (is_stamp(page)) return {LayerUse::kStamp, "scan; its text layer is only a stamp", {}};
  if (!makes_sense(page.text, quality)) {
    return {LayerUse::kPixels, "scan; its text layer makes no sense, " + share + fonts_without_letters(page.fonts), {}};
  }
  return {LayerUse::kLayer, "text layer over a picture", {}};
}

// Pictures large enough to hold text, with hardly a word of the layer on them.
std::vector<Box> pictures_beside(const Page& page, const PagePictures& pictures) {
  std::vector<Box> beside;
  for (const PlacedPicture& placed : pictures.placed) {
    const Box box = shared(placed.box, {0, 0, page.width, page.height});
    const bool large = area(box) >= kPicturePart * page.width * page.height && box.x1 - box.x0 >= kPictureSide &&
                       box.y1 - box.y0 >= kPictureSide / 2;
    if (!large) continue;
    const auto on_it = std::count_if(page.words.begin(), page.words.end(), [&](const Word& word) {
      return area(shared(word.box, box)) > area(word.box) / 2;
    });
    constexpr std::ptrdiff_t kLabels = 5;
    if (on_it <= kLabels) beside.push_back(box);
  }
  return beside;
}

}  // namespace

std::size_t drop_repeats(std::vector<Piece>& pieces) {
  // From the top down, so that each is compared only with those that begin at about its height.
  std::vector<std::size_t> order(pieces.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return pieces[a].box.y0 < pieces[b].box.y0; });
  std::vector<bool> repeated(pieces.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Box& box = pieces[order[i]].box;
    for (std::size_t j = i + 1; j < order.size() && pieces[order[j]].box.y0 < (box.y0 + box.y1) / 2; ++j) {
      if (lies_on(pieces[order[i]], pieces[order[j]])) repeated[std::max(order[i], order[j])] = true;
    }
  }
  std::size_t index = 0;
  return std::erase_if(pieces, [&](const Piece&) { return repeated[index++]; });
}

void mend_fonts(std::vector<Piece>& pieces, std::vector<PageFont>& fonts) {
  std::map<std::string, FontEncoding> encodings;
  for (const auto& [font, text] : texts_by_font(pieces)) {
    FontEncoding encoding = text::font_encoding(font);
    // Such fonts are also used with Unicode letters, once a program has converted the text.
    const TextQuality quality = text::measure_text(text);
    const bool unicode = quality.letter_words > 0 && quality.marked > 0 && quality.syllable_share() > kGoodHidden;
    if (unicode) continue;
    if (encoding.encoding == LegacyEncoding::kNone) encoding = told_by_sense(text);
    if (encoding.encoding == LegacyEncoding::kNone) continue;
    encodings[font] = encoding;
    for (PageFont& known : fonts) {
      if (known.name == font) known.encoding = text::encoding_name(encoding.encoding);
    }
  }
  if (encodings.empty()) return;
  for (Piece& piece : pieces) {
    const auto encoding = encodings.find(piece.font);
    if (encoding != encodings.end()) piece.text = text::convert_letters(piece.text, encoding->second);
  }
}

LayerVerdict judge_layer(const Page& page, const PagePictures& pictures) {
  if (page.words.empty()) {
    const bool drawn = !pictures.placed.empty() || pictures.paths >= kOutlines;
    if (drawn) return {LayerUse::kPixels, "no text layer; read from the picture", {}};
    return {LayerUse::kNothing, "empty page", {}};
  }
  if (pictures.covered_part() >= kWholePage) return over_a_scan(page, pictures);
  const TextQuality quality = text::measure_text(page.text);
  if (!makes_sense(page.text, quality)) {
    return {LayerUse::kPixels,
            "the text layer makes no sense, " + percent(quality.syllable_share()) + " possible syllables" +
                fonts_without_letters(page.fonts) + "; read from the page as drawn",
            {}};
  }
  return {LayerUse::kLayer, "text layer", pictures_beside(page, pictures)};
}

}  // namespace trichluc
