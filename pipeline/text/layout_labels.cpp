// The judgement: which part of the page a paragraph is. Claims of the markup come first, then what the line itself
// says, then its place between headline, text and end.
#include <algorithm>
#include <array>

#include "pipeline/text/layout_parts.h"
#include "pipeline/text/normalize.h"

namespace trichluc::text {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::array<std::string_view, 3> kBeforeCredit = {". ", " - ", " | "};

// "(Theo báo tỉnh)", "(Ảnh: tên)"
std::string_view without_bracket(std::string_view line) {
  const bool bracketed = line.size() > 2 && line.front() == '(' && line.back() == ')';
  return bracketed ? line.substr(1, line.size() - 2) : line;
}

class Labeller {
 public:
  Labeller(const std::vector<Cues>& cues, const std::vector<Block>& blocks, const PageMarkers& markers)
      : cues_(cues), blocks_(blocks), markers_(markers), labels_(cues.size()) {}

  std::vector<Section> run() {
    from_markup();
    const bool in_table = has_frame_in_table();
    if (!is_administrative()) {
      from_lines();
      title_ = find_title();
      if (title_ != kNone) labels_[title_] = Section::kTitle;
      head();
      repeated_titles();
      if (!in_table) label_related(cues_, markers_, labels_);
      end();
      headings();
    }
    std::vector<Section> sections;
    for (const auto& each : labels_) sections.push_back(each.value_or(Section::kBody));
    return sections;
  }

 private:
  void from_markup() {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      const Cues& cues = cues_[i];
      if (blocks_[i].frame || cues.has(Hint::kNavigation))
        labels_[i] = Section::kFrame;
      else if (cues.has(Hint::kRelated))
        labels_[i] = is_frame(cues) ? Section::kFrame : Section::kRelated;
      else if (cues.has(Hint::kCaption))
        labels_[i] = Section::kCaption;
      else if (cues.has(Hint::kTableRow))
        labels_[i] = Section::kTable;
      else if (cues.has(Hint::kByline) && cues.words <= 15)
        labels_[i] = Section::kByline;
      else if (cues.has(Hint::kPublished) && cues.words <= 20)
        labels_[i] = Section::kPublished;
      else if (cues.has(Hint::kPublisher))
        labels_[i] = Section::kPublisher;
    }
  }

  // The frame of an administrative document stands at its top; such a document has no side bars of its own.
  bool is_administrative() const {
    return frame_at_top([this](std::size_t i) { return !labels_[i]; });
  }

  // Word processors set the frame's two columns as a table; headline and headings are then told by their lines.
  bool has_frame_in_table() const {
    return frame_at_top([this](std::size_t i) { return labels_[i] == Section::kTable; });
  }

  template <typename Holds>
  bool frame_at_top(Holds may_stand_in) const {
    constexpr std::size_t kTop = 12;  // paragraphs
    std::size_t seen = 0;
    for (std::size_t i = 0; i < cues_.size() && seen < kTop; ++i) {
      if (!may_stand_in(i)) continue;
      if (may_hold_frame(i) && markers_.occurs(Marker::kAdministrative, cues_[i].folded)) return true;
      ++seen;
    }
    return false;
  }

  // Short, or all lines of a frame typed in two columns with blanks, which end in the day and not like a sentence.
  bool may_hold_frame(std::size_t i) const {
    constexpr std::size_t kShort = 30;   // words
    constexpr std::size_t kWhole = 60;   // words
    constexpr std::size_t kColumns = 3;  // lines
    if (cues_[i].words <= kShort) return true;
    return cues_[i].words <= kWhole && blocks_[i].lines.size() >= kColumns && !cues_[i].stop;
  }

  void from_lines() {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      const Cues& cues = cues_[i];
      if (labels_[i]) continue;
      if (cues.date_line)
        labels_[i] = Section::kPublished;
      else if (is_frame(cues) || cues.alt_text)
        labels_[i] = Section::kFrame;
      else if (is_caption(i))
        labels_[i] = Section::kCaption;
    }
  }

  bool is_frame(const Cues& cues) const {
    if (cues.words == 0 || markers_.is_line(Marker::kFrame, cues.folded) || begins_frame(cues)) return true;
    // "3 bình luận", "120 lượt xem"
    const std::size_t digits = std::min(cues.folded.find_first_not_of("0123456789."), cues.folded.size());
    if (digits == 0 || digits == cues.folded.size() || cues.folded[digits] != ' ') return false;
    const std::string_view counted = std::string_view(cues.folded).substr(digits + 1);
    return markers_.is_line(Marker::kFrame, counted) || markers_.is_line(Marker::kFrameStart, counted);
  }

  // "Cơ quan chủ quản: UBND tỉnh."; "Cơ quan chủ quản dự án đã giải ngân hết phần vốn của mình." is a sentence.
  bool begins_frame(const Cues& cues) const {
    constexpr std::size_t kLongest = 14;  // words
    if (cues.words > kLongest) return false;
    const std::size_t size = markers_.begins(Marker::kFrameStart, cues.folded);
    if (size == 0 || !cues.sentence) return size > 0;
    return cues.folded.find(':') != std::string::npos;
  }

  // "… (Ảnh: tên)", "Ảnh: …": the credit near the end of a short paragraph, or at its beginning.
  bool has_credit(const Cues& cues) const {
    if (markers_.begins(Marker::kCaptionCredit, without_bracket(cues.folded)) > 0) return cues.words <= 60;
    constexpr std::size_t kLongestCredit = 80;  // bytes
    const std::size_t tail = cues.folded.size() - std::min(kLongestCredit, cues.folded.size());
    const std::size_t open = std::string_view(cues.folded).substr(tail).rfind('(');
    if (open != std::string::npos && is_credit(cues.folded, tail + open + 1)) {
      return cues.words <= 90 && cues.folded.find(')', tail + open) + 6 > cues.folded.size();
    }
    return cues.words <= 60 && has_credit_behind_mark(cues.folded);
  }

  bool is_credit(std::string_view folded, std::size_t at) const {
    return markers_.begins(Marker::kCaptionCredit, folded.substr(at)) > 0;
  }

  // "… . Ảnh: tên", "… - Ảnh: tên", "… | Ảnh: tên": behind the last of each mark.
  bool has_credit_behind_mark(std::string_view folded) const {
    std::array<bool, kBeforeCredit.size()> seen{};
    std::size_t left = seen.size();
    for (std::size_t end = folded.size(); end >= 2 && left > 0; --end) {
      if (folded[end - 1] != ' ') continue;
      for (std::size_t k = 0; k < kBeforeCredit.size(); ++k) {
        if (seen[k] || !folded.substr(0, end).ends_with(kBeforeCredit[k])) continue;
        if (is_credit(folded, end)) return true;
        seen[k] = true;
        --left;
      }
    }
    return false;
  }

  // A headline with a cut-off text below it: the picture above belongs to another article.
  bool heads_teaser(std::size_t i) const {
    constexpr std::size_t kLongestTeaser = 50;  // words
    return cues_[i].headline && i + 1 < cues_.size() && cues_[i + 1].ellipsis && cues_[i + 1].words <= kLongestTeaser;
  }

  bool is_caption(std::size_t i) const {
    constexpr std::size_t kShort = 30;  // words
    const Cues& cues = cues_[i];
    if (has_credit(cues)) return true;
    const bool under_image = i > 0 && !cues.blank_before && cues_[i - 1].alt_text;
    if (under_image && cues.words <= 60 && !heads_related(cues, markers_) && !heads_teaser(i)) return true;
    if (cues.words > kShort || cues.item || !after_prose(i)) return false;
    if (markers_.begins(Marker::kCaptionStart, cues.folded) > 0) return !cues.stop || cues.words <= 8;
    return markers_.ends(Marker::kCaptionEnd, cues.folded);
  }

  // A line that opens like a caption may be the headline where no text stands before it.
  bool after_prose(std::size_t i) const { return i > 0 && i > first_prose(); }

  std::size_t first_prose() const {
    if (first_prose_ == kNone) {
      const auto first = std::find_if(cues_.begin(), cues_.end(), [](const Cues& each) {
        return each.prose && (each.hints & (bit(Hint::kRelated) | bit(Hint::kNavigation))) == 0;
      });
      first_prose_ = static_cast<std::size_t>(first - cues_.begin());
    }
    return first_prose_;
  }

  bool names_portal(const Cues& cues) const {
    constexpr std::size_t kLongest = 14;  // words
    return cues.words <= kLongest &&
           (markers_.is_line(Marker::kPublisher, cues.folded) || markers_.begins(Marker::kPublisher, cues.folded) > 0);
  }

  int title_score(std::size_t i) const {
    const Cues& cues = cues_[i];
    int score = cues.words >= 6 ? 2 : 0;
    if (cues.has(Hint::kTitle)) score += 6;
    if (i + 1 < cues_.size() && (labels_[i + 1] == Section::kPublished || cues_[i + 1].name)) score += 2;
    if (names_portal(cues)) score -= 5;
    if (cues.dated) score -= 4;  // a date line with a word of the menu stuck to it
    const std::string bare = fold_to_ascii(cues.folded);
    constexpr std::size_t kFar = 400;  // paragraphs looked at for a second telling
    for (std::size_t j = i + 1; j < std::min(cues_.size(), i + kFar); ++j) {
      if (cues_[j].folded != cues.folded && cues_[j].folded != bare) continue;
      return score + 3;
    }
    return score;
  }

  // The headline stands before the text; the markup may name it elsewhere.
  std::size_t find_title() const {
    constexpr std::size_t kMostLines = 60;  // of menus and tickers before it
    std::size_t best = kNone;
    int best_score = 0;
    std::size_t looked_at = 0;
    const std::size_t first = first_prose();
    for (std::size_t i = 0; i < cues_.size() && looked_at < kMostLines; ++i) {
      const bool named = cues_[i].has(Hint::kTitle) && cues_[i].words >= 2;
      const bool goes_on = cues_[i].comma || (i > 0 && cues_[i - 1].comma && !cues_[i].blank_before);
      const bool likely = i < first && cues_[i].headline && cues_[i].words >= 4 && !cues_[i].item && !goes_on;
      if (labels_[i] || !(named || likely) || heads_related(cues_[i], markers_)) continue;
      ++looked_at;
      const int score = title_score(i);
      if (best != kNone && score <= best_score) continue;
      best = i;
      best_score = score;
    }
    return best_score < -2 ? kNone : best;
  }

  // Before the headline: portal name and menus. Between headline and text: by-line.
  void head() {
    const std::size_t first = first_prose();
    const bool titled = title_ != kNone;
    const std::size_t top = titled ? title_ : std::min(first, cues_.size());
    bool ticker = false;  // under "tin nóng" the headlines of others stand before ours
    for (std::size_t i = 0; i < top && i < first; ++i) {
      if (labels_[i]) continue;
      ticker = ticker || heads_related(cues_[i], markers_);
      const bool other = heads_related(cues_[i], markers_) || (ticker && cues_[i].words >= 4);
      if (is_dated_line(cues_[i]))
        labels_[i] = Section::kPublished;
      else if (names_portal(cues_[i]))
        labels_[i] = Section::kPublisher;
      else if (titled)
        labels_[i] = other ? Section::kRelated : Section::kFrame;
    }
    if (!titled) return;
    for (std::size_t i = title_ + 1; i < std::min(first, cues_.size()); ++i) {
      if (labels_[i]) continue;
      if (is_dated_line(cues_[i]))
        labels_[i] = Section::kPublished;
      else if (is_byline(i))
        labels_[i] = Section::kByline;
    }
  }

  // "Thanh Nam | 08:12 - 21/01/2021": a date with a name or a word of the menu beside it.
  static bool is_dated_line(const Cues& cues) {
    constexpr std::size_t kLongest = 14;  // words
    return cues.dated && cues.words <= kLongest && !cues.stop;
  }

  bool is_byline(std::size_t i) const {
    constexpr std::size_t kLongest = 9;  // words
    const Cues& cues = cues_[i];
    if (cues.words > kLongest || cues.stop || cues.item) return false;
    return cues.name || markers_.begins_byline(without_bracket(cues.folded)) > 0;
  }

  // The headline said again over a picture is its alternative text, no second headline.
  void repeated_titles() {
    if (title_ == kNone) return;
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (i == title_ || labels_[i] || cues_[i].folded != cues_[title_].folded) continue;
      labels_[i] = Section::kFrame;
      const bool caption = i + 1 < cues_.size() && !labels_[i + 1] && !cues_[i + 1].blank_before;
      if (caption && i > first_prose() && cues_[i + 1].words <= 60) labels_[i + 1] = Section::kCaption;
    }
  }

  // The last lines: who wrote it, where it was taken from.
  void end() {
    constexpr std::size_t kMostLines = 3;
    std::size_t found = 0;
    for (std::size_t i = cues_.size(); i-- > 0 && found < kMostLines;) {
      if (labels_[i] == Section::kRelated || labels_[i] == Section::kFrame || labels_[i] == Section::kPublished ||
          labels_[i] == Section::kCaption) {
        continue;
      }
      if (labels_[i] || cues_[i].prose || !(is_byline(i) || cues_[i].caps_name)) return;
      labels_[i] = Section::kByline;
      ++found;
    }
  }

  void headings() {
    constexpr std::size_t kLongest = 22;  // words
    bool prose_follows = false;
    for (std::size_t i = cues_.size(); i-- > 0;) {
      const Cues& cues = cues_[i];
      if (labels_[i]) continue;
      const bool short_line = cues.words >= 2 && cues.words <= kLongest && !cues.stop && !cues.ellipsis;
      if (short_line && !cues.prose && (cues.has(Hint::kHeading) || (prose_follows && cues.headline))) {
        labels_[i] = Section::kHeading;
      }
      prose_follows = cues.prose;
    }
  }

  const std::vector<Cues>& cues_;
  const std::vector<Block>& blocks_;
  const PageMarkers& markers_;
  Labels labels_;
  std::size_t title_ = kNone;
  mutable std::size_t first_prose_ = kNone;
};

}  // namespace

std::vector<Section> label(const std::vector<Cues>& cues, const std::vector<Block>& blocks,
                           const PageMarkers& markers) {
  return Labeller(cues, blocks, markers).run();
}

}  // namespace trichluc::text
