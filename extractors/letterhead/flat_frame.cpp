#include "extractors/letterhead/flat_frame.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "extractors/letterhead/printed_values.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::string_view kNumber = "số";
constexpr std::string_view kBlanks = " \t\r\n";

// Where words begin in the shaped text, and one past its end.
std::vector<std::size_t> word_starts(std::string_view shaped) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < shaped.size(); at = std::min(shaped.find(' ', at), shaped.size() - 1) + 1) {
    starts.push_back(at);
  }
  starts.push_back(shaped.size());
  return starts;
}

// One flat line; it must outlive the cutter.
class Cutter {
 public:
  Cutter(const FrameCell& cell, const FrameWords& words)
      : cell_(cell), words_(words), starts_(word_starts(cell.shaped)) {}

  std::vector<FrameCell> cut(std::string_view raw) {
    find_cuts();
    std::vector<FrameCell> pieces;
    std::size_t begin = 0;
    for (const std::size_t end : cuts_) {
      if (end > begin) add_piece(begin, end, raw, pieces);
      begin = std::max(begin, end);
    }
    return pieces;
  }

 private:
  void find_cuts() {
    cut_at(cell_.shaped.size());
    const Entry* nation = words_.inside(cell_.folded, "nation");
    const std::size_t from = cell_.folded.find(nation->form);
    std::size_t behind = from + nation->form.size();
    cut_at(from);
    cut_at(behind);
    const Entry* motto = words_.inside(cell_.folded, "motto");
    const std::size_t at = motto == nullptr ? std::string::npos : cell_.folded.find(motto->form);
    if (at != std::string::npos) {
      cut_at(at);
      behind = std::max(behind, at + motto->form.size());
      cut_at(at + motto->form.size());
    }
    cut_number(0, from);
    cut_bodies(from);
    cut_behind(behind);
  }

  // A cut stands before a word.
  void cut_at(std::size_t at) {
    const auto start = std::lower_bound(starts_.begin(), starts_.end(), at);
    if (start != starts_.end()) cuts_.insert(*start);
  }

  // "Số: 215/BC-UBND" within [first, last); one past it, or `first` where there is none.
  std::size_t cut_number(std::size_t first, std::size_t last) {
    for (const std::size_t at : starts_) {
      if (at < first || at >= last || folded(at).rfind(kNumber, 0) != 0) continue;
      const auto printed = printed_number(shaped(at), folded(at));
      if (!printed) continue;
      cut_at(at);
      cut_at(at + printed->end);
      return at + printed->end;
    }
    return first;
  }

  // "ỦY BAN NHÂN DÂN TỈNH LÀO CAI SỞ NGOẠI VỤ": behind a name of three words and more another body may begin.
  void cut_bodies(std::size_t last) {
    constexpr std::size_t kShortestBody = 3;  // words
    for (std::size_t w = kShortestBody; w < starts_.size() && starts_[w] < last; ++w) {
      const std::string_view here = folded(starts_[w]);
      if (words_.body_word(here) > 0 && is_department(here)) cut_at(starts_[w]);
    }
  }

  static bool is_department(std::string_view here) {
    return here.rfind("sở ", 0) == 0 || here.rfind("văn phòng ", 0) == 0 || here.rfind("chi cục ", 0) == 0;
  }

  // Number, place and day, kind, subject, in this order.
  void cut_behind(std::size_t at) {
    at = skip_marks(cut_number(at, std::min(at + kMostToNumber, cell_.shaped.size())));
    if (at >= cell_.shaped.size()) return;
    if (const auto day = printed_day(shaped(at), folded(at))) {
      at = skip_marks(at + day->end);
      cut_at(at);
    }
    if (at >= cell_.shaped.size()) return;
    const Entry* kind = words_.beginning(folded(at), "kind");
    if (kind == nullptr || !in_capitals(shaped(at).substr(0, kind->form.size()))) return;
    std::size_t end = at + kind->form.size();
    if (!capitals_at(skip_marks(end))) cut_at(end);
    cut_subject(skip_marks(end));
  }

  void cut_subject(std::size_t from) {
    for (const std::size_t start : starts_) {
      if (start <= from || start >= cell_.shaped.size()) continue;
      const bool capital = shaped(start).substr(0, 1) != folded(start).substr(0, 1) || shaped(start)[0] < 0;
      if (capital && words_.beginning(folded(start), "body") != nullptr) {
        cut_at(start);
        return;
      }
    }
  }

  bool capitals_at(std::size_t at) const {
    const std::string_view rest = shaped(std::min(at, cell_.shaped.size()));
    return in_capitals(rest.substr(0, rest.find(' ')));
  }

  std::size_t skip_marks(std::size_t at) const {
    constexpr std::string_view kMarks = " -_*:.,";
    return std::min(cell_.shaped.find_first_not_of(kMarks, at), cell_.shaped.size());
  }

  std::string_view shaped(std::size_t at) const { return std::string_view(cell_.shaped).substr(at); }
  std::string_view folded(std::size_t at) const { return std::string_view(cell_.folded).substr(at); }

  void add_piece(std::size_t begin, std::size_t end, std::string_view raw, std::vector<FrameCell>& pieces) const {
    const auto word = [&](std::size_t at) {
      return static_cast<std::size_t>(std::lower_bound(starts_.begin(), starts_.end(), at) - starts_.begin());
    };
    FrameCell piece{cell_.shaped.substr(begin, end - begin), cell_.folded.substr(begin, end - begin), cell_.line,
                    span_of_words(raw, word(begin), word(end))};
    while (!piece.shaped.empty() && piece.shaped.back() == ' ') {
      piece.shaped.pop_back();
      piece.folded.pop_back();
    }
    const bool rule = piece.shaped.find_first_not_of("-_*=~. ") == std::string::npos;
    if (!rule) pieces.push_back(std::move(piece));
  }

  // The words of the shaped text are those of the source, however many blanks stand between them there.
  Span span_of_words(std::string_view raw, std::size_t first, std::size_t last) const {
    Span span{cell_.in_raw.end, cell_.in_raw.end};
    std::size_t word = 0;
    for (std::size_t at = cell_.in_raw.begin; at < cell_.in_raw.end; ++word) {
      const std::size_t begin = std::min(raw.find_first_not_of(kBlanks, at), cell_.in_raw.end);
      const std::size_t end = std::min(raw.find_first_of(kBlanks, begin), cell_.in_raw.end);
      if (word == first) span.begin = begin;
      if (word + 1 == last) span.end = end;
      at = end;
    }
    return span;
  }

  // Place and day may stand between the motto and the number.
  static constexpr std::size_t kMostToNumber = 120;

  const FrameCell& cell_;
  const FrameWords& words_;
  std::vector<std::size_t> starts_;
  std::set<std::size_t> cuts_;
};

}  // namespace

bool is_flat_frame(std::string_view folded, const FrameWords& words) {
  constexpr std::size_t kMostBefore = 200;  // bytes: two agencies and a number
  constexpr std::size_t kLeastBehind = 20;
  const Entry* nation = words.inside(folded.substr(0, 2 * kMostBefore), "nation");
  if (nation == nullptr || words.inside(folded, "motto") == nullptr) return false;
  const std::size_t at = folded.find(nation->form);
  const std::size_t behind = at + nation->form.size();
  return at < kMostBefore && folded.size() > behind + kLeastBehind && folded.find(kNumber) != std::string_view::npos;
}

std::vector<FrameCell> cut_flat_frames(std::vector<FrameCell> cells, std::string_view raw, const FrameWords& words) {
  std::vector<FrameCell> all;
  for (FrameCell& cell : cells) {
    if (!is_flat_frame(cell.folded, words)) {
      all.push_back(std::move(cell));
      continue;
    }
    for (FrameCell& piece : Cutter(cell, words).cut(raw)) all.push_back(std::move(piece));
  }
  return all;
}

}  // namespace trichluc
