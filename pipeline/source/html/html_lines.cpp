#include "pipeline/source/html/html_lines.h"

#include <algorithm>
#include <cstdlib>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc::html {
namespace {

using text::Hint;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

// Collects the text of one line at a time: blanks collapse, and the line keeps what holds for all of its text.
class LineBuilder {
 public:
  struct Run {
    HintBits hints = 0;
    bool linked = false;
    bool strong = false;
    bool preformatted = false;
  };

  void add(std::string_view text, const Run& run) {
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (run.preformatted && c == '\n') {
        end_line();
      } else if (is_blank(c)) {
        pending_blank_ = true;
        if (run.preformatted && line_.empty()) pending_blank_ = false;
      } else {
        const std::size_t size = code_point_at(text, at).size;
        add_character(text.substr(at, size), run);
        at += size;
        continue;
      }
      ++at;
    }
  }

  void end_cell() {
    pending_blank_ = false;
    line_.push_back('\t');
  }

  // The cell begins where the line stands now, and ends with it or with the next cell.
  void begin_cell(TableCell cell) {
    cell.in_page = {line_.size(), line_.size()};
    cells_.push_back(cell);
  }

  void blank() { pending_blank_ = true; }

  // The next character begins an element right behind another: "22/2/2019" + "Hotline" are two lines, "h" + "ỗ trợ"
  // one.
  void seam() { seam_ = true; }

  void end_line() {
    pending_blank_ = false;
    seam_ = false;
    const std::size_t empty_cells = trim();
    if (letters_ > 0) {
      if (paragraph_ && !out_.text.empty()) out_.text.push_back('\n');
      paragraph_ = false;
      const std::size_t begin = out_.text.size();
      out_.text += line_;
      add_hints({begin, out_.text.size()});
      place_cells(begin);
      out_.text.append(empty_cells, '\t');
      out_.text.push_back('\n');
    }
    line_.clear();
    cells_.clear();
    letters_ = linked_ = strong_ = 0;
    hints_ = ~HintBits{0};
  }

  void end_paragraph() {
    end_line();
    paragraph_ = true;
  }

  PageLines take() {
    end_line();
    return std::move(out_);
  }

 private:
  // The number of empty cells that end the row: their tabs stay, so that the figures before them keep their headings.
  std::size_t trim() {
    const std::size_t end = line_.find_last_not_of(" \t\r\n\f") + 1;  // npos + 1 is 0
    const auto tabs = std::count(line_.begin() + static_cast<std::ptrdiff_t>(end), line_.end(), '\t');
    line_.resize(end);
    return cells_.empty() ? 0 : static_cast<std::size_t>(tabs);
  }

  void add_character(std::string_view character, const Run& run) {
    if (seam_ && !pending_blank_ && splits_before(character)) end_line();
    seam_ = false;
    if (pending_blank_ && !line_.empty() && line_.back() != '\t') line_.push_back(' ');
    pending_blank_ = false;
    line_ += character;
    letters_ += character.size();
    linked_ += run.linked ? character.size() : 0;
    strong_ += run.strong ? character.size() : 0;
    hints_ &= run.hints;
  }

  // The cells of this line, which begins at `begin` of the text; without the tabs and blanks between them.
  void place_cells(std::size_t begin) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      std::size_t from = std::min(cells_[i].in_page.begin, line_.size());
      std::size_t to = i + 1 < cells_.size() ? std::min(cells_[i + 1].in_page.begin, line_.size()) : line_.size();
      while (from < to && is_blank(line_[from])) ++from;
      while (to > from && is_blank(line_[to - 1])) --to;
      cells_[i].in_page = {begin + from, begin + to};
      out_.cells.push_back(cells_[i]);
    }
  }

  bool splits_before(std::string_view character) const {
    if (line_.empty() || text::fold(character) == character) return false;
    const char last = line_.back();
    const bool small = (last >= 'a' && last <= 'z') || (last >= '0' && last <= '9') || last == ')' || last == '.';
    return small || (last & '\x80') != 0;
  }

  void add_hints(Span span) {
    constexpr std::size_t kFewWords = 4;
    HintBits hints = hints_;
    const auto words = static_cast<std::size_t>(1 + std::count(line_.begin(), line_.end(), ' '));
    const bool all_linked = linked_ * 10 >= letters_ * 9;
    constexpr HintBits kTold = bit(Hint::kRelated) | bit(Hint::kNavigation) | bit(Hint::kTitle) | bit(Hint::kByline) |
                               bit(Hint::kPublished) | bit(Hint::kTableRow) | bit(Hint::kCaption);
    if (all_linked && (hints & kTold) == 0) hints |= bit(words >= kFewWords ? Hint::kRelated : Hint::kNavigation);
    constexpr std::size_t kHeadingMost = 22;
    if (strong_ == letters_ && words <= kHeadingMost && (hints & kTold) == 0) hints |= bit(Hint::kHeading);
    for (unsigned hint = 0; hint <= static_cast<unsigned>(Hint::kPublisher); ++hint) {
      if ((hints & (HintBits{1} << hint)) != 0) out_.hints.push_back({span, static_cast<Hint>(hint)});
    }
  }

  PageLines out_;
  std::string line_;
  std::vector<TableCell> cells_;  // of the line; their stretches count from its beginning
  HintBits hints_ = ~HintBits{0};
  std::size_t letters_ = 0;
  std::size_t linked_ = 0;
  std::size_t strong_ = 0;
  bool pending_blank_ = false;
  bool seam_ = false;
  bool paragraph_ = false;
};

int span_of(const xmlNode* cell, const char* name) {
  constexpr int kMost = 1000;  // as browsers have it
  return std::clamp(std::atoi(attribute(cell, name).c_str()), 1, kMost);
}

// Which column a cell stands in: cells of rows above may reach down into its row.
class TableGrid {
 public:
  void begin_table() {
    ++table_;
    row_ = -1;
    reach_.clear();
  }
  void begin_row() {
    ++row_;
    column_ = 0;
  }
  TableCell next(const xmlNode* node) {
    while (column_ < reach_.size() && reach_[column_] > row_) ++column_;
    TableCell cell{{},
                   table_,
                   row_,
                   static_cast<int>(column_),
                   span_of(node, "rowspan"),
                   span_of(node, "colspan"),
                   name_of(node) == "th"};
    column_ += static_cast<std::size_t>(cell.column_span);
    constexpr std::size_t kMostColumns = 2000;
    if (column_ <= kMostColumns) {
      reach_.resize(std::max(reach_.size(), column_), 0);
      std::fill(reach_.begin() + cell.column, reach_.begin() + static_cast<std::ptrdiff_t>(column_),
                row_ + cell.row_span);
    }
    return cell;
  }

 private:
  int table_ = -1;
  int row_ = -1;
  std::size_t column_ = 0;
  std::vector<int> reach_;  // the first row that the column is free in
};

bool begins_paragraph(std::string_view name) {
  // The parts of a table are parted from each other by no more than its rows are: the figures keep their headings.
  const bool part = name == "thead" || name == "tbody" || name == "tfoot";
  return is_block(name) && !part && name != "li" && name != "tr" && name != "option" && name != "dt" && name != "dd";
}

bool is_inline_box(const xmlNode* node) {
  const std::string_view name = name_of(node);
  return name == "a" || name == "span" || name == "time" || name == "label";
}

// Walks the tree with a stack of its own: the depth of hostile pages is bounded by memory, not by the call stack.
class Walker {
 public:
  explicit Walker(xmlNode* root) : elements_(root) {}

  PageLines walk(xmlNode* root) {
    stack_.push_back({});
    for (xmlNode* node = root; node != nullptr;) {
      if (is_text(node)) builder_.add(reinterpret_cast<const char*>(node->content), stack_.back().run);
      const bool enters = node->type == XML_ELEMENT_NODE && !is_hidden(node);
      if (enters) enter(node);
      if (enters && node->children != nullptr) {
        node = node->children;
        continue;
      }
      if (enters) leave(node);
      node = advance(node, root);
    }
    return builder_.take();
  }

 private:
  struct State {
    LineBuilder::Run run;
    bool in_row = false;  // of a table of figures: one line a row
    bool data_table = false;
    bool in_cell = false;  // of such a row; cells of tables inside it are none of their own
  };

  xmlNode* advance(xmlNode* node, const xmlNode* root) {
    while (node != nullptr && node != root) {
      if (node->next != nullptr) return node->next;
      node = node->parent;
      if (node != nullptr && stack_.size() > 1) leave(node);
    }
    return nullptr;
  }

  void enter(xmlNode* node) {
    const std::string_view name = name_of(node);
    State state = stack_.back();
    state.run.hints |= own_hints(node, name);
    state.run.linked = state.run.linked || name == "a";
    state.run.strong =
        state.run.strong || name == "b" || name == "strong" || (name.size() == 2 && name[0] == 'h' && name != "hr");
    state.run.preformatted = state.run.preformatted || name == "pre" || name == "textarea";
    if (name == "table" && !state.in_row) state.data_table = is_data_table(node, elements_.of(node));
    if (name == "table" && !state.in_row && state.data_table) grid_.begin_table();
    if (name == "tr" && state.data_table)
      begin_row(state);
    else
      break_before(node, name, state);
    if (state.in_row && !state.in_cell && (name == "td" || name == "th")) {
      state.in_cell = true;
      const TableCell cell = grid_.next(node);
      skip_spanned(cell.column);
      builder_.begin_cell(cell);
    }
    stack_.push_back(state);
  }

  HintBits own_hints(const xmlNode* node, std::string_view name) const {
    HintBits hints = hints_of(node, elements_);
    // Where the page has a headline element, classes called "title" are other things.
    const bool by_class = (hints & bit(Hint::kTitle)) != 0 && name != "h1";
    if (by_class && elements_.has_h1()) hints &= ~bit(Hint::kTitle);
    return hints;
  }

  void begin_row(State& state) {
    builder_.end_line();
    if (!state.in_row) {
      grid_.begin_row();
      tabs_ = 0;
    }
    state.in_row = true;
    state.run.hints |= bit(Hint::kTableRow);
  }

  void break_before(const xmlNode* node, std::string_view name, const State& state) {
    const bool cell = name == "td" || name == "th";
    if (state.in_row) {
      if (cell && state.in_cell && node->prev != nullptr)
        end_cell_before(node);
      else if (!cell && (is_block(name) || name == "br"))
        builder_.blank();
      return;
    }
    if (begins_paragraph(name))
      builder_.end_paragraph();
    else if (is_block(name) || name == "br")
      builder_.end_line();
    else if (is_inline_box(node) && node->prev != nullptr && is_inline_box(node->prev))
      builder_.seam();
  }

  // One tab a column: what a cell above or to the left reaches over is an empty cell, so that figures stay under their
  // headings.
  void skip_spanned(int column) {
    constexpr int kMostSpanned = 60;  // a layout's colspan="1000" is no table's
    for (int k = 0; tabs_ < column && k < kMostSpanned; ++k, ++tabs_) builder_.end_cell();
    tabs_ = column;
  }

  void end_cell_before(const xmlNode* node) {
    for (const xmlNode* before = node->prev; before != nullptr; before = before->prev) {
      if (before->type == XML_ELEMENT_NODE) return builder_.end_cell();
    }
  }

  void leave(const xmlNode* node) {
    const State state = stack_.back();
    stack_.pop_back();
    const std::string_view name = name_of(node);
    if (state.in_row && name != "tr") {
      if (is_block(name)) builder_.blank();
    } else if (begins_paragraph(name)) {
      builder_.end_paragraph();
    } else if (is_block(name)) {
      builder_.end_line();
    }
  }

  PageElements elements_;
  LineBuilder builder_;
  TableGrid grid_;
  int tabs_ = 0;  // columns of the row that are behind
  std::vector<State> stack_;
};

// The first line that says what the head of the page calls the article.
void mark_title(PageLines& lines, const std::vector<std::string>& titles) {
  for (std::size_t at = 0; at < lines.text.size();) {
    const std::size_t end = std::min(lines.text.find('\n', at), lines.text.size());
    const std::string_view line = std::string_view(lines.text).substr(at, end - at);
    const bool same = std::any_of(titles.begin(), titles.end(), [line](const std::string& title) {
      return line.size() <= 2 * title.size() + 8 && text::fold(line) == text::fold(title);
    });
    if (same && !line.empty()) {
      lines.hints.push_back({{at, end}, Hint::kTitle});
      return;
    }
    at = end + 1;
  }
}

}  // namespace

PageLines read_lines(xmlNode* root, const std::vector<std::string>& titles) {
  PageLines lines = Walker(root).walk(root);
  mark_title(lines, titles);
  return lines;
}

}  // namespace trichluc::html
