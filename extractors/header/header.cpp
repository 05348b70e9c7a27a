#include "extractors/header/header.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/header/frame_lines.h"
#include "extractors/official/signature.h"

namespace trichluc {
namespace {

// The frame above the text fills no more lines than this on any form seen.
constexpr std::size_t kHeadLines = 40;
constexpr std::size_t kMostSubjectLines = 4;

// Does a cell of the head begin with the number's word ("Số: 18/BC-UBND")? Most texts have none, and no frame.
bool has_number_word(std::string_view raw) {
  constexpr std::size_t kEnough = 16;  // bytes, for the word with its marks apart
  const std::vector<LinePiece> pieces = line_pieces(raw, kHeadLines);
  return std::any_of(pieces.begin(), pieces.end(), [](const LinePiece& piece) {
    const std::size_t first = piece.text.find_first_not_of(" \t\r\f");
    if (first == std::string_view::npos) return false;
    const auto letter = static_cast<unsigned char>(piece.text[first]);
    const bool likely = letter == 's' || letter == 'S' || letter >= 0x80;
    return likely && text::fold(piece.text.substr(first, kEnough)).starts_with("số");
  });
}

class HeaderReader {
 public:
  explicit HeaderReader(const Reading& reading)
      : reading_(reading),
        frames_(reading.dictionaries().table("document_frames")),
        cells_(has_number_word(reading.text().raw()) ? frame_cells(reading.text().raw(), kHeadLines + kMostSubjectLines)
                                                     : std::vector<FrameCell>{}) {}

  std::optional<HeaderFields> read() {
    if (!has_frame()) return std::nullopt;
    cells_ = frame_cells(reading_.text().raw(), std::string::npos);
    read_foot();
    return std::move(header_);
  }

  std::optional<IssuingAgency> read_agency() {
    if (!has_frame()) return std::nullopt;
    return IssuingAgency{header_.agency, header_.superior};
  }

 private:
  bool has_frame() {
    read_head();
    if (!number_line_ || !(nation_ || !header_.place.empty())) return false;
    name_agencies();
    return true;
  }

  // The entry of that field which the cell begins with (whole: is), or null.
  const Entry* frame(std::string_view folded, std::string_view field, bool whole) const {
    for (const Entry& entry : frames_.entries()) {
      if (frames_.value(entry, "field") != field || folded.rfind(entry.form, 0) != 0) continue;
      if (whole ? folded.size() == entry.form.size() : ends_word(folded, entry.form.size())) return &entry;
    }
    return nullptr;
  }

  static bool ends_word(std::string_view folded, std::size_t at) {
    return at >= folded.size() || folded[at] == ' ' || folded[at] == ':' || folded[at] == ',' || folded[at] == '.';
  }

  void read_head() {
    for (std::size_t c = 0; c < cells_.size() && cells_[c].line < kHeadLines; ++c) {
      FrameCell cell = cells_[c];
      if (take_nation(cell)) {
        if (cell.shaped.empty()) continue;
      }
      if (take_number(cell, c) || take_place_and_date(cell, c)) continue;
      if (const Entry* subject = frame(cell.folded, "subject", false); subject != nullptr && header_.kind.empty()) {
        header_.kind = "Công văn";
        take_subject(c, subject->form == "v/v" ? 3 : 0);
        continue;
      }
      if (!in_capitals(cell.shaped)) {
        if (number_line_ && frame(cell.folded, "body", false) != nullptr) return;
        continue;
      }
      if (const Entry* kind = frame(cell.folded, "kind", true)) {
        header_.kind = frames_.value(*kind, "name");
        take_subject(c + 1, 0);
        return;
      }
      agencies_.push_back(without_dirt(cell.shaped));
    }
  }

  // Specks that the recogniser takes for marks stand behind the name ("SỞ NGOẠI VỤ ˆ").
  static std::string without_dirt(const std::string& shaped) {
    const std::size_t blank = shaped.rfind(' ');
    const bool letters = blank == std::string::npos || in_capitals(std::string_view(shaped).substr(blank + 1)) ||
                         (shaped[blank + 1] >= '0' && shaped[blank + 1] <= '9');
    return letters ? shaped : shaped.substr(0, blank);
  }

  // Cuts the state's name or motto off the cell; what stands before it in one line stays.
  bool take_nation(FrameCell& cell) {
    for (const Entry& entry : frames_.entries()) {
      const std::string_view field = frames_.value(entry, "field");
      const std::size_t at = field == "nation" || field == "motto" ? cell.folded.find(entry.form) : std::string::npos;
      if (at == std::string::npos) continue;
      if (field == "nation") nation_ = true;
      const std::size_t keep = cell.folded.find_last_not_of(' ', at == 0 ? 0 : at - 1);
      const std::size_t size = at == 0 ? 0 : keep + 1;
      cell.shaped.resize(size);
      cell.folded.resize(size);
      return true;
    }
    return false;
  }

  // "Số: 18/BC-UBND"; "Số:      /BC-UBND" has none yet.
  bool take_number(FrameCell& cell, std::size_t c) {
    if (number_line_ || cell.folded.rfind("số", 0) != 0) return false;
    std::size_t at = std::string_view("số").size();
    if (at < cell.folded.size() && cell.folded[at] != ':' && cell.folded[at] != ' ') return false;
    while (at < cell.folded.size() && (cell.folded[at] == ':' || cell.folded[at] == ' ' || cell.folded[at] == '.'))
      ++at;
    std::size_t end = std::min(cell.folded.find(' ', at), cell.folded.size());
    std::string number = cell.shaped.substr(std::min(at, cell.shaped.size()), end - std::min(at, end));
    const bool digits = !number.empty() && number[0] >= '0' && number[0] <= '9';
    const bool sign = number.find('/') != std::string::npos || number.find('-') != std::string::npos;
    const bool next_sign = number.empty() && c + 1 < cells_.size() && cells_[c + 1].shaped.rfind('/', 0) == 0;
    if (!(sign || next_sign)) return false;
    number_line_ = true;
    if (digits) header_.number = number;
    while (end < cell.folded.size() && cell.folded[end] == ' ') ++end;
    cell.shaped.erase(0, end);
    cell.folded.erase(0, end);
    if (!cell.shaped.empty()) take_place_and_date(cell, c);
    return true;
  }

  static int digits_between(std::string_view folded, std::size_t from, std::size_t to) {
    int value = 0;
    bool any = false;
    for (std::size_t i = from; i < to; ++i) {
      if (folded[i] >= '0' && folded[i] <= '9' && value < 10000) {
        value = value * 10 + (folded[i] - '0');
        any = true;
      }
    }
    return any ? value : 0;
  }

  // "Quảng Trị, ngày 17 tháng 01 năm 2023"; a blank day leaves the month.
  bool take_place_and_date(const FrameCell& cell, std::size_t c) {
    std::string shaped = cell.shaped;
    std::string folded = cell.folded;
    for (std::size_t k = c + 1; k < cells_.size() && cells_[k].line == cell.line; ++k) {
      shaped += " " + cells_[k].shaped;
      folded += " " + cells_[k].folded;
    }
    constexpr std::string_view kDay = "ngày";
    constexpr std::string_view kMonth = "tháng";
    constexpr std::string_view kYear = "năm";
    const std::size_t day = folded.find(", ngày");
    if (!header_.place.empty() || day == std::string::npos || day > cell.folded.size()) return false;
    const std::size_t month = folded.find(kMonth, day);
    const std::size_t year = month == std::string::npos ? month : folded.find(kYear, month);
    if (year == std::string::npos || day > 40) return false;
    header_.place = shaped.substr(0, day);
    const int d = digits_between(folded, day + kDay.size(), month);
    const int m = digits_between(folded, month + kMonth.size(), year);
    const int y = digits_between(folded, year + kYear.size(), std::min(folded.size(), year + kYear.size() + 6));
    header_.date = iso(y, m, d);
    return true;
  }

  static std::string iso(int year, int month, int day) {
    if (year < 1900 || year > 2100) return {};
    char buffer[16];
    if (month < 1 || month > 12) {
      std::snprintf(buffer, sizeof buffer, "%04d", year);
    } else if (day < 1 || day > 31) {
      std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
    } else {
      std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
    }
    return buffer;
  }

  void take_subject(std::size_t c, std::size_t skip) {
    const std::size_t first = c;
    for (; c < cells_.size() && c - first < kMostSubjectLines; ++c) {
      const FrameCell& cell = cells_[c];
      const bool letters =
          std::any_of(cell.folded.begin(), cell.folded.end(), [](char b) { return b >= 'a' && b <= 'z'; });
      const bool gap = c > first && cell.line > cells_[c - 1].line + 1;
      const bool text = c > first || skip == 0 ? frame(cell.folded, "body", false) != nullptr : false;
      const bool chapter = cell.folded.rfind("i.", 0) == 0 || cell.folded.rfind("1.", 0) == 0;
      if (!letters || gap || text || chapter) return;
      if (c > first && first > 0 && skip > 0 && cell.line == cells_[c - 1].line) continue;
      std::string piece = cell.shaped.substr(c == first ? skip : 0);
      while (!piece.empty() && (piece.front() == ' ' || piece.front() == ':')) piece.erase(0, 1);
      header_.subject += (header_.subject.empty() ? "" : " ") + piece;
    }
  }

  // "ỦY BAN NHÂN DÂN / TỈNH HÒA BÌNH / VĂN PHÒNG": a line that begins with the word for a body begins a body.
  void name_agencies() {
    std::vector<std::string> bodies;
    for (const std::string& line : agencies_) {
      const bool begins = bodies.empty() || begins_body(line);
      if (begins)
        bodies.push_back(line);
      else
        bodies.back() += " " + line;
    }
    if (bodies.empty()) return;
    header_.agency = bodies.back();
    if (bodies.size() > 1) header_.superior = bodies[bodies.size() - 2];
  }

  bool begins_body(const std::string& line) const {
    const std::string folded = text::fold(line);
    const Lexicon& bodies = reading_.dictionaries().table("organizations");
    return std::any_of(bodies.entries().begin(), bodies.entries().end(), [&](const Entry& entry) {
      const std::string_view kind = bodies.value(entry, "kind");
      return (kind == "head" || kind == "district_committee") && folded.rfind(entry.form, 0) == 0 &&
             ends_word(folded, entry.form.size());
    });
  }

  // Recipients in the left column, the signer in the right one.
  void read_foot() {
    bool listing = false;
    for (const FrameCell& cell : cells_) {
      if (frame(cell.folded, "recipients", false) != nullptr) {
        listing = true;
        header_.recipients.clear();
        continue;
      }
      if (!listing) continue;
      if (cell.shaped.front() == '-') take_recipient(cell.shaped);
    }
    for (const FrameCell& cell : cells_) {
      const bool capacity = in_capitals(cell.shaped) && frame(cell.folded, "capacity", false) != nullptr;
      if (capacity && number_line_ && header_.capacity.empty()) header_.capacity = cell.shaped;
    }
    const std::vector<Mention> signatures = find_signatures(reading_);
    if (!signatures.empty()) header_.signer = spelled_name(reading_, signatures.back().name);
  }

  void take_recipient(std::string_view shaped) {
    while (!shaped.empty() && (shaped.front() == '-' || shaped.front() == ' ')) shaped.remove_prefix(1);
    while (!shaped.empty() && (shaped.back() == ';' || shaped.back() == '.' || shaped.back() == ' '))
      shaped.remove_suffix(1);
    if (!shaped.empty()) header_.recipients.emplace_back(shaped);
  }

  const Reading& reading_;
  const Lexicon& frames_;
  std::vector<FrameCell> cells_;
  std::vector<std::string> agencies_;
  HeaderFields header_;
  bool nation_ = false;
  bool number_line_ = false;
};

}  // namespace

std::optional<HeaderFields> read_header(const Reading& reading) {
  return HeaderReader(reading).read();
}

std::optional<IssuingAgency> read_issuing_agency(const Reading& reading) {
  return HeaderReader(reading).read_agency();
}

}  // namespace trichluc
