#include "extractors/header/foot.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractors/official/honorific.h"
#include "extractors/official/signature.h"
#include "extractors/official/signature_columns.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBefore = "-+* \xE2\x80\xA2";
  const std::size_t begin = text.find_first_not_of(kBefore);
  if (begin == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(" ;,./");
  return last == std::string_view::npos || last < begin ? std::string_view() : text.substr(begin, last + 1 - begin);
}

bool begins_item(const std::string& shaped) {
  return shaped.front() == '-' || shaped.front() == '+' || shaped.starts_with("\xE2\x80\xA2");
}

class RecipientsReader {
 public:
  RecipientsReader(const FrameWords& words, HeaderFields& header) : words_(words), header_(header) {}

  void read(const std::vector<FrameCell>& cells) {
    for (const FrameCell& cell : cells) {
      if (const Entry* head = words_.beginning(cell.folded, "recipients")) {
        begin(cell, head->form.size());
      } else if (listing_) {
        look_at(cell);
      }
    }
  }

 private:
  // The last list of the document; what stands behind the word on its line belongs to it.
  void begin(const FrameCell& cell, std::size_t at) {
    listing_ = true;
    open_ = false;
    header_.recipients.clear();
    std::erase_if(header_.proofs, [](const HeaderProof& proof) { return proof.field == "recipients"; });
    at = cell.shaped.find_first_not_of(" :", at);
    if (at == std::string::npos) return;
    std::string_view rest = std::string_view(cell.shaped).substr(at, signature_begin(cell, at) - at);
    while (!rest.empty()) {
      const std::size_t end = rest.find(';');
      add(rest.substr(0, end), cell);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }

  // "… - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A": where lines run together, the signer stands behind the list.
  std::size_t signature_begin(const FrameCell& cell, std::size_t from) const {
    for (std::size_t at = cell.shaped.find(' ', from); at != std::string::npos; at = cell.shaped.find(' ', at + 1)) {
      const std::string_view shaped = std::string_view(cell.shaped).substr(at + 1);
      const bool capacity = words_.beginning(std::string_view(cell.folded).substr(at + 1), "capacity") != nullptr;
      if (capacity && in_capitals(shaped.substr(0, shaped.find(' ')))) return at;
    }
    return cell.shaped.size();
  }

  void look_at(const FrameCell& cell) {
    if (words_.beginning(cell.folded, "annex") != nullptr) listing_ = false;
    if (!listing_) return;
    if (begins_item(cell.shaped)) {
      add(cell.shaped, cell);
    } else if (open_ && !header_.recipients.empty() && goes_on(cell)) {
      header_.recipients.back() += " " + std::string(trimmed(cell.shaped));
      header_.proofs.back().in_raw.end = cell.in_raw.end;
      open_ = !ends_item(cell.shaped);
    }
  }

  void add(std::string_view text, const FrameCell& cell) {
    const std::string_view name = trimmed(text);
    if (name.empty()) return;
    header_.recipients.emplace_back(name);
    header_.proofs.push_back({"recipients", cell.in_raw});
    open_ = !ends_item(text);
    // The file copy closes the list.
    if (words_.beginning(text::fold(name), "file_copy") != nullptr) listing_ = false;
  }

  static bool ends_item(std::string_view text) { return text.ends_with(";") || text.ends_with("."); }

  // The second line of an item begins with a small letter; the signer's column does not.
  static bool goes_on(const FrameCell& cell) {
    const std::size_t size = code_point_at(cell.shaped, 0).size;
    if (cell.shaped[0] == '(') return false;  // "(Đã ký)"
    return !in_capitals(std::string_view(cell.shaped).substr(0, size)) &&
           cell.shaped.substr(0, size) == cell.folded.substr(0, size) && (cell.shaped[0] < '0' || cell.shaped[0] > '9');
  }

  const FrameWords& words_;
  HeaderFields& header_;
  bool listing_ = false;
  bool open_ = false;  // the last item goes on in the next line
};

// "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH": all that stands together, as printed.
void read_capacity(const FrameWords& words, const std::vector<FrameCell>& cells, HeaderFields& header) {
  constexpr std::size_t kApart = 3;  // lines
  std::size_t line = 0;
  bool open = false;  // "TM." alone: the body stands on the next line
  for (const FrameCell& cell : cells) {
    const bool begins = words.beginning(cell.folded, "capacity") != nullptr;
    if (!in_capitals(cell.shaped) || !(begins || (open && cell.line <= line + 1))) continue;
    open = words.whole(cell.folded, "capacity") != nullptr;
    if (!header.capacity.empty() && cell.line > line + kApart) break;
    if (!header.capacity.empty() && cell.line == line) break;
    header.capacity += (header.capacity.empty() ? "" : " ") + cell.shaped;
    header.proofs.push_back({"capacity", cell.in_raw});
    line = cell.line;
  }
}

// "THAY MẶT UBND TỈNH …        THAY MẶT TỔ CHỨC …": the sides of a record stand in one line. The last such line.
std::vector<FrameCell> sides_of(const FrameWords& words, const std::vector<FrameCell>& cells) {
  std::vector<FrameCell> sides;
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i;
    std::size_t speaking = 0;
    bool capitals = true;
    while (end < cells.size() && cells[end].line == cells[i].line) {
      const std::string& folded = cells[end].folded;
      if (words.beginning(folded, "side") != nullptr || words.beginning(folded, "capacity") != nullptr) ++speaking;
      capitals = capitals && in_capitals(cells[end].shaped);
      ++end;
    }
    const auto at = [&](std::size_t n) { return cells.begin() + static_cast<std::ptrdiff_t>(n); };
    if (capitals && speaking > 1) sides.assign(at(i), at(end));
    i = end;
  }
  return sides;
}

std::size_t first_token_behind(const Reading& reading, std::size_t raw) {
  const auto& tokens = reading.tokens();
  const auto behind = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return reading.text().to_raw(token.span).begin < raw; });
  return static_cast<std::size_t>(behind - tokens.begin());
}

// A record is signed for each side: all of them, in their order.
bool read_sides(const Reading& reading, const FrameWords& words, const std::vector<FrameCell>& cells,
                HeaderFields& header) {
  const std::vector<FrameCell> sides = sides_of(words, cells);
  if (sides.empty() || !header.capacity.empty()) return false;
  const auto names = last_row_of_names(reading, first_token_behind(reading, sides.back().in_raw.end));
  if (names.size() != sides.size()) return false;
  for (const FrameCell& side : sides) {
    header.capacity += (header.capacity.empty() ? "" : " / ") + side.shaped;
    header.proofs.push_back({"capacity", side.in_raw});
  }
  for (const PersonName& name : names) {
    header.signer += (header.signer.empty() ? "" : " / ") + spelled_name(reading, name);
    header.proofs.push_back({"signer", reading.text().to_raw(reading.span_of(name.first, name.last))});
  }
  return true;
}

// "TM. ỦY BAN NHÂN DÂN" and the name below it: no title is printed.
std::optional<PersonName> signer_without_title(const Reading& reading, const HeaderFields& header) {
  const auto last = std::find_if(header.proofs.rbegin(), header.proofs.rend(),
                                 [](const HeaderProof& proof) { return proof.field == "capacity"; });
  if (last == header.proofs.rend()) return std::nullopt;
  return name_below(reading, first_token_behind(reading, last->in_raw.end));
}

// "CHỦ TRÌ", "CHỦ TỌA CUỘC HỌP" on a line of its own, and the name below it.
std::optional<PersonName> name_below_chair(const Reading& reading) {
  const auto& tokens = reading.tokens();
  std::optional<PersonName> found;
  for (const std::uint32_t m : reading.matches_of("meeting_roles")) {
    const LexiconMatch& role = reading.matches()[m];
    const std::size_t at = role.first;
    if (role.value("role") != "chair" || !tokens[at].all_capitals) continue;
    if (at > 0 && same_paragraph(reading, at - 1, at)) continue;
    if (const auto name = name_below(reading, reading.sentence_of(at).last)) found = name;
  }
  return found;
}

// Minutes are the chair's: whoever wrote them signs as "THƯ KÝ", above or below.
std::optional<PersonName> signer_of_minutes(const Reading& reading, const std::vector<Mention>& signatures) {
  const auto is_writer = [](const Mention& mention) {
    return text::fold(mention.positions.front().position.title) == "thư ký";
  };
  if (std::none_of(signatures.begin(), signatures.end(), is_writer)) return std::nullopt;
  if (auto chair = name_below_chair(reading)) return chair;
  const auto other = std::find_if_not(signatures.rbegin(), signatures.rend(), is_writer);
  return other == signatures.rend() ? std::nullopt : std::optional(other->name);
}

// "Nơi ban hành: Bộ Ngoại giao   Người ký: …": what a portal prints beside a document tells it too.
std::optional<PersonName> signer_in_properties(const Reading& reading) {
  for (std::size_t t = 2; t + 1 < reading.tokens().size(); ++t) {
    if (!reading.is(t, ":") || !reading.is(t - 1, "ký") || !reading.is(t - 2, "người")) continue;
    if (!same_paragraph(reading, t, t + 1)) continue;
    if (const auto name = read_name(reading, t + 1, NameContext::kAfterTitle)) return name;
  }
  return std::nullopt;
}

}  // namespace

void read_foot(const Reading& reading, const FrameWords& words, const std::vector<FrameCell>& cells,
               HeaderFields& header) {
  RecipientsReader(words, header).read(cells);
  if (read_sides(reading, words, cells, header)) return;
  read_capacity(words, cells, header);
  const std::vector<Mention> signatures = find_signatures(reading);
  auto signer = header.kind.starts_with("Biên bản") ? signer_of_minutes(reading, signatures) : std::nullopt;
  if (!signer) signer = signatures.empty() ? signer_without_title(reading, header) : signatures.back().name;
  if (!signer) signer = signer_in_properties(reading);
  if (!signer) return;
  header.signer = spelled_name(reading, *signer);
  header.proofs.push_back({"signer", reading.text().to_raw(reading.span_of(signer->first, signer->last))});
}

}  // namespace trichluc
