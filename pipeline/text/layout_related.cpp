// What stands on the page but belongs to other articles. Two kinds of faults weigh the same here: body taken for a
// teaser, and a teaser taken for body. So a block ends where text goes on like an article: long paragraphs, one after
// the other.
#include <algorithm>

#include "pipeline/text/layout_parts.h"

namespace trichluc::text {
namespace {

constexpr std::size_t kLongParagraph = 45;    // words; teasers are cut at 40 or earlier
constexpr std::size_t kLongestTeaser = 50;    // words
constexpr std::size_t kMiddleParagraph = 22;  // words, two of them together
constexpr std::size_t kShortParagraph = 15;   // words

// "Các | bài viết | cùng chuyên mục | khác": the length of such a heading at the beginning of the line; 0: none.
std::size_t composed_heading(std::string_view line, const PageMarkers& markers) {
  bool news = false;
  bool which = false;
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    const std::size_t several = markers.begins(Marker::kSeveral, rest);
    const std::size_t articles = markers.begins(Marker::kNews, rest);
    const std::size_t told =
        std::max(markers.begins(Marker::kRelatedWhich, rest), markers.begins(Marker::kRelated, rest));
    const std::size_t size = std::max({several, articles, told});
    if (size == 0) break;
    news = news || articles == size;
    which = which || told == size;
    end = at + size;
    at = std::min(line.find_first_not_of(" ,/", end), line.size());
  }
  return news && which ? end : 0;
}

// "Tin liên quan (5)"
std::string_view without_count(std::string_view line) {
  const std::size_t open = line.rfind(" (");
  if (open == std::string_view::npos || line.back() != ')') return line;
  const std::string_view inside = line.substr(open + 2, line.size() - open - 3);
  return inside.find_first_not_of("0123456789") == std::string_view::npos ? line.substr(0, open) : line;
}

bool is_settled(const std::optional<Section>& label) {
  return label == Section::kFrame || label == Section::kCaption || label == Section::kTable;
}

class RelatedLabeller {
 public:
  RelatedLabeller(const std::vector<Cues>& cues, const PageMarkers& markers, Labels& labels)
      : cues_(cues), markers_(markers), labels_(labels) {
    for (const Cues& each : cues_) heads_.push_back(heads_related(each, markers_));
    look_ahead();
  }

  // Every question about what comes later is answered from one pass, so that no input costs more than its length.
  void look_ahead() {
    next_content_.assign(cues_.size() + 1, cues_.size());
    goes_on_.assign(cues_.size() + 1, false);
    for (std::size_t i = cues_.size(); i-- > 0;) {
      const bool content = !is_settled(labels_[i]) && !cues_[i].alt_text;
      next_content_[i] = content ? i : next_content_[i + 1];
    }
    for (std::size_t i = cues_.size(); i-- > 0;) {
      goes_on_[i] = !heads_[i] && (resumes(i, 0, 0) || goes_on_[i + 1]);
    }
  }

  // "Headline Headline" in one paragraph: a link to another article with the description of its picture.
  void doubled_links() {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (!labels_[i] && is_doubled(cues_[i])) labels_[i] = Section::kRelated;
    }
  }

  void under_markers() {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (labels_[i] == Section::kRelated && !heads_[i]) continue;
      if (is_inline_pointer(i)) labels_[i] = Section::kRelated;
      if (!heads_[i]) continue;
      i = mark_block(i);
    }
  }

  // "Headline / teaser ..." over and over, without a heading.
  void teaser_lists() {
    std::vector<Span> pairs;  // index of the headline, index after the teaser
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      const std::size_t teaser = teaser_after(i);
      if (teaser == 0) continue;
      pairs.push_back({i, teaser + 1});
      i = teaser;
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const bool neighbour = (i > 0 && are_adjacent(pairs[i - 1], pairs[i])) ||
                             (i + 1 < pairs.size() && are_adjacent(pairs[i], pairs[i + 1]));
      const bool alone_at_end = cues_[pairs[i].end - 1].spaced_ellipsis && !goes_on_after(pairs[i].end);
      if (neighbour || alone_at_end) mark(pairs[i]);
    }
  }

  // Headlines and teasers behind the author's name or "./.".
  void after_sign_off() {
    const std::size_t end = sign_off();
    if (end >= cues_.size() || goes_on_after(end + 1)) return;
    const bool signed_by_name = !cues_[end].end_mark;
    if (signed_by_name && !labels_[end]) labels_[end] = Section::kByline;
    for (std::size_t i = end + 1; i < cues_.size(); ++i) {
      const Cues& cues = cues_[i];
      if (labels_[i]) continue;
      if (cues.prose || cues.sentence || (cues.headline && cues.words >= 5))
        labels_[i] = Section::kRelated;
      else if (signed_by_name && !is_author_line(i))
        labels_[i] = Section::kFrame;
    }
  }

 private:
  // "Xem thêm: …", "Đọc thêm >> …": one line that points elsewhere.
  bool is_inline_pointer(std::size_t i) const {
    const Cues& cues = cues_[i];
    const std::size_t size =
        std::max(markers_.begins(Marker::kRelated, cues.folded), composed_heading(cues.folded, markers_));
    if (size == 0 || size >= cues.folded.size() || cues.words > kLongParagraph) return false;
    const std::size_t after = cues.folded.find_first_not_of(' ', size);
    return after != std::string::npos && (cues.folded[after] == ':' || cues.folded[after] == '>');
  }

  static bool is_doubled(const Cues& cues) {
    const std::size_t half = cues.folded.size() / 2;
    if (cues.words < 10 || cues.folded.size() % 2 == 0 || cues.folded[half] != ' ') return false;
    return cues.folded.compare(0, half, cues.folded, half + 1, half) == 0;
  }

  std::size_t next_content(std::size_t i) const { return next_content_[std::min(i, cues_.size())]; }

  bool is_body_like(std::size_t i) const {
    return i < cues_.size() && cues_[i].prose && !cues_[i].spaced_ellipsis && !cues_[i].has(Hint::kRelated) &&
           !labels_[i];
  }

  // Does the article go on at paragraph i, after a block of `headlines` and `teasers`? Teasers are short and have a
  // headline each; an article's paragraphs are long or follow one another.
  bool resumes(std::size_t i, std::size_t headlines, std::size_t teasers) const {
    const Cues& cues = cues_[i];
    const bool open = !labels_[i] && !cues.spaced_ellipsis && !cues.has(Hint::kRelated);
    if (!open || !(cues.prose || cues.sentence)) return false;
    if (cues.words >= kLongParagraph || cues.end_mark) return true;
    const std::size_t next = next_content(i + 1);
    const bool followed =
        next < cues_.size() && !labels_[next] && cues_[next].sentence && !cues_[next].has(Hint::kRelated);
    if (followed && cues.words + cues_[next].words >= kMiddleParagraph) return true;
    const bool at_end = next >= cues_.size() || labels_[next] || heads_[next] || is_author_line(next);
    return headlines >= 2 && teasers == 0 && at_end && cues.stop && cues.words >= kShortParagraph;
  }

  bool goes_on_after(std::size_t begin) const { return goes_on_[std::min(begin, cues_.size())]; }

  // Marks the block under marker m; the index of its last paragraph.
  std::size_t mark_block(std::size_t m) {
    labels_[m] = Section::kRelated;
    std::size_t headlines = 0;
    std::size_t teasers = 0;
    const bool hinted = cues_[m].has(Hint::kRelated);
    for (std::size_t i = m + 1; i < cues_.size(); ++i) {
      if (hinted && !cues_[i].has(Hint::kRelated) && !labels_[i]) return i - 1;
      if (labels_[i] == Section::kTitle || resumes(i, headlines, teasers)) return i - 1;
      if (is_last_name(i)) return i - 1;
      if (labels_[i] == Section::kFrame && !cues_[i].alt_text) continue;
      (cues_[i].prose ? teasers : headlines) += 1;
      labels_[i] = Section::kRelated;
    }
    return cues_.size() - 1;
  }

  // A name that closes the page, furniture aside, is the author's.
  bool is_last_name(std::size_t i) const {
    return (cues_[i].name || cues_[i].caps_name) && cues_[i].words <= 5 && next_content(i + 1) >= cues_.size();
  }

  // The index of the cut-off teaser that follows headline i (perhaps said twice), 0: none.
  std::size_t teaser_after(std::size_t i) const {
    if (!cues_[i].headline || cues_[i].words < 4 || labels_[i]) return 0;
    std::size_t next = next_content(i + 1);
    const bool twice = next < cues_.size() && cues_[next].folded == cues_[i].folded;
    if (twice) next = next_content(next + 1);
    if (next >= cues_.size() || labels_[next] || cues_[next].words > kLongestTeaser) return 0;
    return cues_[next].ellipsis || (twice && cues_[next].prose) ? next : 0;
  }

  bool are_adjacent(Span first, Span second) const { return next_content(first.end) == second.begin; }

  void mark(Span range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (labels_[i] != Section::kFrame) labels_[i] = Section::kRelated;
    }
  }

  // The paragraph that closes the article, or the number of paragraphs where none does.
  std::size_t sign_off() const {
    std::size_t prose = 0;
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      if (is_body_like(i) || (cues_[i].sentence && !labels_[i])) ++prose;
      if (prose >= 2 && cues_[i].end_mark) return i;
      if (prose >= 2 && (labels_[i] == Section::kByline || is_author_line(i)) && !goes_on_after(i + 1)) return i;
    }
    return cues_.size();
  }

  bool is_author_line(std::size_t i) const {
    return !labels_[i] && cues_[i].words <= 8 && !cues_[i].stop &&
           (cues_[i].name || cues_[i].caps_name || markers_.begins_byline(cues_[i].folded) > 0);
  }

  const std::vector<Cues>& cues_;
  const PageMarkers& markers_;
  Labels& labels_;
  std::vector<bool> heads_;                // is the paragraph a heading of related articles?
  std::vector<std::size_t> next_content_;  // the first paragraph from here on that is no picture, table or furniture
  std::vector<bool> goes_on_;              // does the article go on, before any heading of related articles?
};

}  // namespace

bool heads_related(const Cues& cues, const PageMarkers& markers) {
  const std::string_view line = without_count(cues.folded);
  return markers.is_line(Marker::kRelated, line) || (!line.empty() && composed_heading(line, markers) == line.size());
}

void label_related(const std::vector<Cues>& cues, const PageMarkers& markers, Labels& labels) {
  RelatedLabeller labeller(cues, markers, labels);
  labeller.doubled_links();
  labeller.under_markers();
  labeller.look_ahead();
  labeller.teaser_lists();
  labeller.look_ahead();
  labeller.after_sign_off();
}

}  // namespace trichluc::text
