#include "extractors/letterhead/head.h"

#include <algorithm>
#include <utility>

#include "extractors/letterhead/printed_values.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostSubjectLines = 6;
// "CÔNG VĂN ĐẾN / Số: … / Ngày: … / Chuyển: …" fills so many lines.
constexpr std::size_t kStampLines = 5;

// The cell without what stands behind its first `size` bytes.
void cut_off(FrameCell& cell, std::size_t size, std::string_view raw) {
  cell.shaped.resize(size);
  cell.folded.resize(size);
  const std::string_view whole = slice(raw, cell.in_raw);
  for (std::size_t at = whole.find(' '); at != std::string_view::npos; at = whole.find(' ', at + 1)) {
    if (text::shape(whole.substr(0, at)) != cell.shaped) continue;
    cell.in_raw.end = cell.in_raw.begin + at;
    return;
  }
}

// Specks that the recogniser takes for marks stand behind the name ("SỞ NGOẠI VỤ ˆ").
void drop_dirt(FrameCell& cell, std::string_view raw) {
  const std::size_t blank = cell.shaped.rfind(' ');
  if (blank == std::string::npos || in_capitals(std::string_view(cell.shaped).substr(blank + 1)) ||
      (cell.shaped[blank + 1] >= '0' && cell.shaped[blank + 1] <= '9'))
    return;
  cut_off(cell, blank, raw);
}

bool has_letters(const std::string& folded) {
  return std::any_of(folded.begin(), folded.end(), [](char b) { return b >= 'a' && b <= 'z'; });
}

// "BỘ TÀI CHÍNH -": the next line goes on with a second body.
bool joins(const std::string& before, const std::string& behind) {
  return before.ends_with("-") || behind.starts_with("-");
}

}  // namespace

std::optional<HeaderFields> HeadReader::read() {
  read_cells();
  if (!has_frame() && !opens_with_kind()) return std::nullopt;
  name_agencies();
  return std::move(header_);
}

// Number and day, or the nation above it; minutes have no number. A copy may lack both nation and day.
bool HeadReader::has_frame() const {
  if (!number_line_) return nation_ && named_kind_;
  const auto is_body = [this](const FrameCell& cell) { return words_.body_word(cell.folded) > 0; };
  return nation_ || dated_ ||
         (named_kind_ && !header_.number.empty() && std::any_of(agencies_.begin(), agencies_.end(), is_body));
}

// "QUYẾT ĐỊNH / Ban hành Quy chế … / ỦY BAN NHÂN DÂN TỈNH / Căn cứ …": a copy whose frame was left out begins with its
// kind; who decides stands above the grounds.
bool HeadReader::opens_with_kind() {
  constexpr std::size_t kMostToGrounds = 10;  // cells
  if (!named_kind_ || cells_.empty() || words_.whole(cells_.front().folded, "kind") == nullptr) return false;
  const std::size_t end = std::min(cells_.size(), kMostToGrounds);
  for (std::size_t c = 1; c < end; ++c) {
    if (!cells_[c].folded.starts_with("căn cứ ")) continue;
    const FrameCell& above = cells_[c - 1];
    if (in_capitals(above.shaped) && words_.body_word(above.folded) > 0 && agencies_.empty())
      agencies_.push_back(above);
    return true;
  }
  return false;
}

void HeadReader::read_cells() {
  for (std::size_t c = 0; c < cells_.size() && cells_[c].line < kHeadLines; ++c) {
    if (joined_to_ && c <= *joined_to_) continue;
    FrameCell cell = cells_[c];
    if (skip_stamp(c)) continue;
    if (take_nation(cell) && cell.shaped.empty()) continue;
    if (take_cut_nation(c)) continue;
    if (take_number(cell, c) || take_day(cell, c) || take_letter_subject(cell, c)) continue;
    if (!in_capitals(cell.shaped)) {
      if (number_line_ && words_.beginning(cell.folded, "body") != nullptr) {
        take_letter(cell);
        if (header_.kind.empty()) take_deciding_word(c);
        return;
      }
      continue;
    }
    if (words_.beginning(cell.folded, "annex") != nullptr) return;
    if (take_kind(cell, c)) return;
    if (words_.whole(cell.folded, "mark") != nullptr) continue;
    // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" below the number decides; the agency stands above it.
    if (number_line_ && words_.begins_office(cell.folded)) continue;
    drop_dirt(cell, reading_.text().raw());
    agencies_.push_back(std::move(cell));
  }
}

// The stamp of the office that received the paper has a number and a day of its own.
bool HeadReader::skip_stamp(std::size_t c) {
  const FrameCell& cell = cells_[c];
  if (words_.beginning(cell.folded, "stamp") != nullptr) {
    stamp_until_ = cell.line + kStampLines;
    return true;
  }
  if (cell.line >= stamp_until_) return false;
  // Its own lines bear no sign and no place.
  const bool numbered = printed_number(cell.shaped, cell.folded).has_value();
  return !numbered && words_.beginning(cell.folded, "stamp_line") != nullptr;
}

// Cuts the state's name or motto off the cell; what stands before it in one line stays.
bool HeadReader::take_nation(FrameCell& cell) {
  const Entry* nation = words_.inside(cell.folded, "nation");
  const Entry* motto = nation == nullptr ? words_.inside(cell.folded, "motto") : nullptr;
  const Entry* entry = nation != nullptr ? nation : motto;
  if (entry == nullptr) return false;
  nation_ = nation_ || nation != nullptr;
  std::size_t size = cell.folded.find(entry->form);
  while (size > 0 && cell.folded[size - 1] == ' ') --size;
  cut_off(cell, size, reading_.text().raw());
  return true;
}

// "CỘNG / HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in a narrow column.
bool HeadReader::take_cut_nation(std::size_t c) {
  std::string joined = cells_[c].folded;
  for (std::size_t last = c + 1; last < cells_.size() && last <= c + 2; ++last) {
    if (cells_[last].line != cells_[last - 1].line + 1) return false;
    joined += " " + cells_[last].folded;
    const bool nation = words_.whole(joined, "nation") != nullptr;
    if (!nation && words_.whole(joined, "motto") == nullptr) continue;
    nation_ = nation_ || nation;
    joined_to_ = last;
    return true;
  }
  return false;
}

// "Số: 18/BC-UBND"; "Số:      /BC-UBND" has none yet. The number may stand in the next cell.
bool HeadReader::take_number(FrameCell& cell, std::size_t c) {
  if (number_line_) return false;
  auto printed = printed_number(cell.shaped, cell.folded);
  std::vector<Span> where{cell.in_raw};
  if (!printed && c + 1 < cells_.size() && cell.folded.size() <= 8 && cells_[c + 1].line <= cell.line + 1) {
    const FrameCell& next = cells_[c + 1];
    printed = printed_number(cell.shaped + " " + next.shaped, cell.folded + " " + next.folded);
    if (!printed) return false;
    // "Số:   /BC-UBND": the blank for the number is wide.
    joined_to_ = c + 1;
    where.push_back(next.in_raw);
    cell = next;
    printed->end = cell.folded.size();
  }
  if (!printed) return false;
  number_line_ = true;
  header_.number = printed->number;
  if (!header_.number.empty()) prove("number", where);
  std::size_t end = printed->end;
  while (end < cell.folded.size() && cell.folded[end] == ' ') ++end;
  cell.shaped.erase(0, end);
  cell.folded.erase(0, end);
  if (cell.shaped.empty() || take_day(cell, c)) return true;
  // "Số: 3015/VPCP-QHQT V/v …": the subject goes on in the number's line.
  if (words_.beginning(cell.folded, "subject") != nullptr && !joined_to_) {
    cells_[c] = cell;
    take_letter_subject(cells_[c], c);
  }
  return true;
}

// "Quảng Trị, ngày 17 tháng 01 năm 2023"; a blank day leaves the month. A narrow column breaks it into lines.
bool HeadReader::take_day(const FrameCell& cell, std::size_t c) {
  if (dated_) return false;
  std::string shaped = cell.shaped;
  std::string folded = cell.folded;
  std::vector<Span> where{cell.in_raw};
  std::size_t last = c;
  constexpr std::size_t kMostCells = 4;
  while (breaks_off_in_day(folded) && last + 1 < cells_.size() && last - c < kMostCells &&
         cells_[last + 1].line <= cells_[last].line + 1) {
    ++last;
    shaped += " " + cells_[last].shaped;
    folded += " " + cells_[last].folded;
    where.push_back(cells_[last].in_raw);
  }
  const auto printed = printed_day(shaped, folded);
  if (!printed) return false;
  const bool whole = printed->end >= folded.size();
  if (!(printed->comma || (is_place_name(printed->place) && whole) ||
        (printed->place.empty() && whole && number_line_)))
    return false;
  dated_ = true;
  header_.place = printed->place;
  // "Bình / Dương, ngày 19 …": the column cuts the name itself.
  if (c > 0 && !is_place_name(header_.place) && cells_[c - 1].line + 1 == cell.line &&
      is_place_name(cells_[c - 1].shaped + " " + header_.place)) {
    header_.place = cells_[c - 1].shaped + " " + header_.place;
    prove("place", cells_[c - 1].in_raw);
  }
  if (header_.place.empty()) take_place_above(c);
  header_.date = printed->date;
  if (!printed->place.empty()) prove("place", where);
  if (!header_.date.empty()) prove("date", where);
  if (last > c) joined_to_ = last;
  return true;
}

// "Quảng Bình," and on the line below it "ngày 25 tháng 5 năm 2015".
void HeadReader::take_place_above(std::size_t c) {
  if (c == 0 || cells_[c - 1].line + 1 != cells_[c].line || !cells_[c - 1].shaped.ends_with(",")) return;
  const std::string place = cells_[c - 1].shaped.substr(0, cells_[c - 1].shaped.size() - 1);
  if (!is_place_name(place)) return;
  header_.place = place;
  prove("place", cells_[c - 1].in_raw);
}

bool HeadReader::is_place_name(const std::string& place) const {
  const std::string folded = text::fold(place);
  for (const char* table : {"places", "districts"}) {
    const Lexicon& names = reading_.dictionaries().table(table);
    const bool known = std::any_of(names.entries().begin(), names.entries().end(),
                                   [&](const Entry& entry) { return entry.form == folded; });
    if (known) return true;
  }
  return false;
}

// "V/v báo cáo …" below the number makes the paper a letter.
bool HeadReader::take_letter_subject(const FrameCell& cell, std::size_t c) {
  if (!header_.kind.empty() || in_capitals(cell.shaped)) return false;
  const Entry* subject = words_.beginning(cell.folded, "subject");
  if (subject == nullptr) return false;
  header_.kind = "Công văn";
  take_subject(c, subject->form.front() == 'v' && subject->form != "về việc" ? subject->form.size() : 0);
  return true;
}

// "Kính gửi: …" below the number, and no kind is named: a letter without a subject.
void HeadReader::take_letter(const FrameCell& cell) {
  const Entry* opening = words_.beginning(cell.folded, "body");
  if (!header_.kind.empty() || opening == nullptr || words_.name(*opening).empty()) return;
  header_.kind = words_.name(*opening);
  prove("kind", cell.in_raw);
}

// "Căn cứ …; Xét đề nghị …; QUYẾT ĐỊNH:": what a paper without a heading does below its grounds is its kind.
void HeadReader::take_deciding_word(std::size_t c) {
  for (; c < cells_.size(); ++c) {
    const FrameCell& cell = cells_[c];
    const Entry* kind =
        in_capitals(cell.shaped) && cell.shaped.ends_with(":") ? words_.whole(cell.folded, "kind") : nullptr;
    if (kind == nullptr) continue;
    header_.kind = words_.name(*kind);
    prove("kind", cell.in_raw);
    return;
  }
}

// "BÁO CÁO", "BÁO CÁO TÌNH HÌNH …": the kind, and its subject on the same line or below it.
bool HeadReader::take_kind(const FrameCell& cell, std::size_t c) {
  const Entry* kind = words_.whole(cell.folded, "kind");
  const Entry* begun = kind == nullptr && (number_line_ || dated_) ? words_.beginning(cell.folded, "kind") : nullptr;
  if (kind == nullptr && begun == nullptr) return false;
  header_.kind = words_.name(kind != nullptr ? *kind : *begun);
  named_kind_ = true;
  forget("kind");
  prove("kind", cell.in_raw);
  header_.subject.clear();
  forget("subject");
  if (begun != nullptr) {
    take_subject(c, begun->form.size());
  } else {
    take_subject(c + 1, 0);
  }
  return true;
}

void HeadReader::forget(std::string_view field) {
  std::erase_if(header_.proofs, [field](const HeaderProof& proof) { return proof.field == field; });
}

bool HeadReader::ends_subject(std::size_t c, std::size_t first) const {
  const FrameCell& cell = cells_[c];
  if (!has_letters(cell.folded) || words_.beginning(cell.folded, "annex") != nullptr) return true;
  if (words_.inside(cell.folded, "nation") != nullptr || words_.inside(cell.folded, "motto") != nullptr) return true;
  if (words_.beginning(cell.folded, "recipients") != nullptr) return true;
  if (c == first) return false;
  // A blank line ends it, but not before a small letter.
  const bool gap = cell.line > cells_[c - 1].line + 1;
  const bool small = cell.shaped[0] == cell.folded[0] && cell.folded[0] >= 'a' && cell.folded[0] <= 'z';
  if (gap && (!small || cell.line > cells_[c - 1].line + 2)) return true;
  if (words_.beginning(cell.folded, "body") != nullptr) return true;
  // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" decides what the subject names.
  if (!in_capitals(cell.shaped)) return false;
  return !in_capitals(cells_[first].shaped) || words_.begins_office(cell.folded) ||
         std::any_of(agencies_.begin(), agencies_.end(),
                     [&](const FrameCell& agency) { return cell.folded.starts_with(agency.folded); });
}

void HeadReader::take_subject(std::size_t c, std::size_t skip) {
  const std::size_t first = c;
  const bool letter = skip > 0 && !named_kind_;
  std::vector<Span> where;
  for (; c < cells_.size() && c - first < kMostSubjectLines && !ends_subject(c, first); ++c) {
    const FrameCell& cell = cells_[c];
    if (c == first && skip == 0 && words_.beginning(cell.folded, "body") != nullptr) return;
    // The other column of a letter's head.
    if (letter && c > first && cell.line == cells_[c - 1].line) continue;
    if (letter && c > first && printed_day(cell.shaped, cell.folded)) continue;
    std::string piece = cell.shaped.substr(c == first ? skip : 0);
    const Entry* about = c == first && skip == 0 ? words_.beginning(cell.folded, "subject") : nullptr;
    if (about != nullptr && about->form.front() == 'v' && about->form != "về việc") piece.erase(0, about->form.size());
    piece.erase(0, std::min(piece.find_first_not_of(" :.-"), piece.size()));
    if (piece.empty()) continue;
    header_.subject += (header_.subject.empty() ? "" : " ") + piece;
    where.push_back(cell.in_raw);
  }
  prove("subject", where);
}

// "ỦY BAN NHÂN DÂN / TỈNH HÒA BÌNH / VĂN PHÒNG": a line that begins with the word for a body begins a body.
void HeadReader::name_agencies() {
  struct Body {
    std::string name;
    std::vector<Span> where;
  };
  std::vector<Body> bodies;
  for (const FrameCell& line : agencies_) {
    const bool joined = !bodies.empty() && joins(bodies.back().name, line.shaped);
    // "ỦY / BAN NHÂN DÂN", "LIÊN HIỆP CÁC / TỔ CHỨC HỮU NGHỊ": the word for the body goes over the line's end.
    const bool cut = !bodies.empty() && words_.body_word(text::fold(bodies.back().name + " " + line.shaped)) >
                                            text::fold(bodies.back().name).size();
    if (bodies.empty() || (!joined && !cut && words_.body_word(line.folded) > 0)) {
      bodies.push_back({line.shaped, {line.in_raw}});
    } else {
      bodies.back().name += " " + line.shaped;
      bodies.back().where.push_back(line.in_raw);
    }
  }
  if (bodies.empty()) return;
  // Of a joint paper every body is an issuer.
  if (words_.inside(text::fold(header_.kind), "joint") != nullptr) {
    for (std::size_t b = 1; b < bodies.size(); ++b) {
      bodies.front().name += " - " + bodies[b].name;
      bodies.front().where.insert(bodies.front().where.end(), bodies[b].where.begin(), bodies[b].where.end());
    }
    bodies.resize(1);
  }
  header_.agency = bodies.back().name;
  prove("agency", bodies.back().where);
  if (bodies.size() < 2) return;
  header_.superior = bodies[bodies.size() - 2].name;
  prove("superior", bodies[bodies.size() - 2].where);
}

}  // namespace trichluc
