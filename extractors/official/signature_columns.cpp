#include "extractors/official/signature_columns.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extractors/official/readable_body.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// Body, title and "(Đã ký)" stand between; a line with more words is text.
constexpr std::size_t kMostLinesAbove = 10;
constexpr std::size_t kMostWordsInLine = 24;
constexpr std::size_t kMostColumns = 3;

struct Cell {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
};

using Line = std::vector<Cell>;

// The cells of the line that begins at this token.
Line cells_of(const Reading& reading, std::size_t first) {
  const auto& tokens = reading.tokens();
  Line line{{first, first}};
  for (std::size_t t = first; t < tokens.size() && tokens[t].paragraph == tokens[first].paragraph; ++t) {
    if (t > first && tokens[t].column_before) line.push_back({t, t});
    line.back().last = t + 1;
  }
  return line;
}

bool in_capitals(const Reading& reading, const Cell& cell) {
  for (std::size_t t = cell.first; t < cell.last; ++t) {
    if (reading.tokens()[t].kind == TokenKind::kWord && !reading.tokens()[t].all_capitals) return false;
  }
  return true;
}

// Who signs in one column: title and body are gathered from the name upwards.
class Column {
 public:
  explicit Column(const Reading& reading) : reading_(reading) {}

  void look_at(const Cell& cell) {
    if (!in_capitals(reading_, cell)) return;
    if (const std::size_t behind = after_capacity(cell); behind < cell.last) {
      take_capacity({behind, cell.last});
    } else if (positions_.empty() && title_at(reading_, cell.first) != nullptr) {
      std::vector<ReadPosition> read = read_positions(reading_, cell.first);
      if (!read.empty() && read.back().last == cell.last) positions_ = std::move(read);
    } else {
      take_body(cell);
    }
  }

  std::optional<Mention> signer(const PersonName& name) const {
    // Minutes are signed by their "Thư ký", who is the meeting's.
    if (positions_.empty() || text::fold(positions_.front().position.title) == "thư ký") return std::nullopt;
    Mention mention;
    mention.first = name.first;
    mention.last = name.last;
    mention.name = name;
    mention.rule = "official.signature";
    mention.positions = positions_;
    mention.title_apart = reading_.span_of(positions_.front().first, positions_.back().last);
    if (!body_) return mention;
    const std::string body = readable_body(reading_.dictionaries(), reading_.words(*body_));
    for (ReadPosition& read : mention.positions) {
      if (!read.position.organization.empty()) continue;
      read.position.organization = body;
      read.position.place = place_in(reading_.dictionaries(), body);
      read.position.text += " " + body;
      mention.inferred.push_back({"positions", body, *body_});
    }
    return mention;
  }

 private:
  // "KT.", "TM.": one past them, or the cell's end.
  std::size_t after_capacity(const Cell& cell) const {
    const bool shortened = reading_.is_any(cell.first, {"kt", "tm", "tl", "tuq"}) && reading_.is(cell.first + 1, ".");
    return shortened ? cell.first + 2 : cell.last;
  }

  // "TM. LIÊN HIỆP" names the body, "KT. BỘ TRƯỞNG BỘ Y TẾ" that of the one signed for.
  void take_capacity(const Cell& cell) {
    const std::vector<ReadPosition> office = read_positions(reading_, cell.first);
    if (office.empty()) {
      take_body(cell);
      return;
    }
    const std::size_t behind = office.front().title->last;
    if (!office.front().position.organization.empty()) take_body({behind, cell.last});
  }

  // A line of capitals that begins with the word for a body.
  void take_body(const Cell& cell) {
    // "ĐẠI DIỆN SỞ NGOẠI VỤ", "THAY MẶT TỔ CHỨC SÓNG XANH": the side.
    const bool side = reading_.is_any(cell.first, {"đại", "thay"}) && reading_.is_any(cell.first + 1, {"diện", "mặt"});
    const std::size_t at = side ? cell.first + 2 : cell.first;
    if (at >= cell.last) return;
    const LexiconMatch* word = reading_.match_at(at, "organizations");
    const bool body = word != nullptr && word->value("kind") == "head" && title_at(reading_, at) == nullptr;
    if (!body_ && body) body_ = reading_.span_of(at, cell.last);
  }

  const Reading& reading_;
  std::vector<ReadPosition> positions_;
  std::optional<Span> body_;
};

// A name in every cell of the line; one of several may be a foreigner's.
std::vector<PersonName> names_of(const Reading& reading, const Line& line) {
  std::vector<PersonName> names;
  if (line.size() < 2 || line.size() > kMostColumns) return names;
  bool any = false;
  for (const Cell& cell : line) {
    const bool family = starts_with_family_name(reading, cell.first);
    any = any || family;
    const auto name = family || foreign_name_at(reading, cell.first)
                          ? read_name(reading, cell.first, NameContext::kAfterHonorific)
                          : std::nullopt;
    if (!name || name->last != cell.last || reading.match_at(cell.first, "places") != nullptr) return {};
    names.push_back(*name);
  }
  return any ? names : std::vector<PersonName>();
}

// "Nguyễn Thị A        Trần Văn B" and below them "Phó Chánh Văn phòng Sở        Giám đốc Sở Ngoại vụ": minutes are
// signed as "THƯ KÝ" and "CHỦ TRÌ", and the office stands below the name. Empty where the line is no row of offices.
std::vector<std::vector<ReadPosition>> offices_of(const Reading& reading, const Line& line) {
  std::vector<std::vector<ReadPosition>> offices;
  for (const Cell& cell : line) {
    if (in_capitals(reading, cell) || title_at(reading, cell.first) == nullptr) return {};
    offices.push_back(read_positions(reading, cell.first));
    if (offices.back().empty() || offices.back().back().last != cell.last) return {};
  }
  return offices;
}

// Does the line above the names say in this column who led the meeting?
bool is_chair(const Reading& reading, const std::vector<Line>& above, std::size_t column, std::size_t columns) {
  const std::size_t most = std::min(above.size(), kMostLinesAbove);
  for (std::size_t up = 1; up <= most; ++up) {
    const Line& line = above[above.size() - up];
    if (line.size() != columns) continue;
    const LexiconMatch* role = reading.match_at(line[column].first, "meeting_roles");
    return role != nullptr && role->value("role") == "chair";
  }
  return false;
}

// True where the line below the names tells the offices of all of them.
bool read_offices_below(const Reading& reading, const std::vector<Line>& above, const std::vector<PersonName>& names,
                        std::size_t below, std::vector<Mention>& found) {
  if (below >= reading.tokens().size()) return false;
  const auto offices = offices_of(reading, cells_of(reading, below));
  if (offices.size() != names.size()) return false;
  for (std::size_t c = 0; c < names.size(); ++c) {
    Mention mention;
    mention.first = names[c].first;
    mention.last = names[c].last;
    mention.name = names[c];
    mention.rule = "official.signature";
    mention.positions = offices[c];
    mention.title_apart = reading.span_of(offices[c].front().first, offices[c].back().last);
    mention.role = is_chair(reading, above, c, names.size()) ? "chair" : "attendee";
    found.push_back(std::move(mention));
  }
  return true;
}

void read_columns(const Reading& reading, const std::vector<Line>& above, const std::vector<PersonName>& names,
                  std::vector<Mention>& found) {
  for (std::size_t c = 0; c < names.size(); ++c) {
    Column column(reading);
    const std::size_t most = std::min(above.size(), kMostLinesAbove);
    for (std::size_t up = 1; up <= most; ++up) {
      const Line& line = above[above.size() - up];
      const bool text = line.back().last - line.front().first > kMostWordsInLine;
      if (text || !names_of(reading, line).empty()) break;
      if (line.size() == names.size()) column.look_at(line[c]);
    }
    if (auto signer = column.signer(names[c])) found.push_back(std::move(*signer));
  }
}

}  // namespace

std::vector<Mention> find_signatures_in_columns(const Reading& reading) {
  std::vector<Mention> found;
  std::vector<Line> above;
  for (std::size_t t = 0; t < reading.tokens().size();) {
    Line line = cells_of(reading, t);
    t = line.back().last;
    const std::vector<PersonName> names = names_of(reading, line);
    if (!names.empty() && !read_offices_below(reading, above, names, t, found)) {
      read_columns(reading, above, names, found);
    }
    above.push_back(std::move(line));
  }
  return found;
}

std::vector<PersonName> last_row_of_names(const Reading& reading, std::size_t from) {
  std::vector<PersonName> last;
  for (std::size_t t = from; t < reading.tokens().size();) {
    const Line line = cells_of(reading, t);
    t = line.back().last;
    std::vector<PersonName> names = names_of(reading, line);
    if (!names.empty()) last = std::move(names);
  }
  return last;
}

}  // namespace trichluc
