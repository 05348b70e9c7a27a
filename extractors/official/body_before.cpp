#include "extractors/official/body_before.h"

#include <algorithm>
#include <optional>

#include "extractors/official/organization.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// "Liên hiệp các tổ chức hữu nghị thành phố Hồ Chí Minh".
constexpr std::size_t kLongestBody = 16;

// The longest name of a body that ends at this token and is written as one.
std::optional<Organization> body_ending_at(const Reading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  const std::size_t floor = reading.sentence_of(end).first;
  const std::size_t from = end > floor + kLongestBody ? end - kLongestBody : floor;
  for (std::size_t at = from; at + 1 < end; ++at) {
    const LexiconMatch* word = reading.match_at(at, "organizations");
    const bool head = word != nullptr && tokens[at].capital &&
                      (word->value("kind") == "head" || word->entry->form.starts_with("công ty"));
    if (!head || reading.match_at(at, "titles") != nullptr) continue;
    // "Đoàn thăm Hội X": what acts is no part of the name.
    if (word->last < end && reading.match_at(word->last, "organization_stops") != nullptr) continue;
    const auto body = read_organization(reading, at, false);
    if (body && body->name_last == end) return body;
  }
  return std::nullopt;
}

// "Ban Chỉ đạo do ông A làm Trưởng ban": the title names the first word of the body.
std::string without_head(const std::string& body, std::string_view head) {
  if (head.empty()) return body;
  const std::string folded = text::fold(body);
  const std::string word = text::fold(head) + " ";
  return folded.rfind(word, 0) == 0 ? body.substr(word.size()) : std::string();
}

bool ends_with_head(const LexiconMatch& title) {
  return title.value("head").empty() || text::fold(title.value("name")).ends_with(text::fold(title.value("head")));
}

// "Chủ tịch Liên hiệp", "Giám đốc Sở": the kind of the body alone.
bool names_kind_only(const std::string& organization) {
  return std::count(organization.begin(), organization.end(), ' ') <= 1;
}

// Does an office that needs one have no body, or only its kind?
bool lacks_body(const std::vector<ReadPosition>& positions) {
  return std::any_of(positions.begin(), positions.end(), [](const ReadPosition& read) {
    return names_kind_only(read.position.organization) && read.title->value("use").empty();
  });
}

// "Liên hiệp các tổ chức hữu nghị tỉnh có ông A - Chủ tịch Liên hiệp": the kind that begins the body's name.
void write_out(const Organization& body, Position& position) {
  const std::string kind = position.organization;
  if (!text::fold(body.name).starts_with(text::fold(kind) + " ") || !position.text.ends_with(kind)) return;
  position.text.replace(position.text.size() - kind.size(), kind.size(), body.name);
  position.organization = body.name;
  position.place = body.place;
}

void give(const Organization& body, std::vector<ReadPosition>& positions) {
  for (ReadPosition& read : positions) {
    if (!read.title->value("use").empty()) continue;
    if (!read.position.organization.empty()) {
      if (names_kind_only(read.position.organization)) write_out(body, read.position);
      continue;
    }
    std::string own = without_head(body.name, read.title->value("head"));
    if (own.empty()) continue;
    // "Phó vụ trưởng Vụ Hợp tác quốc tế": the title does not end with the body's word.
    if (!ends_with_head(*read.title)) own = body.name;
    read.position.organization = own;
    read.position.place = body.place;
    read.position.text += " " + own;
  }
}

// Whose the persons are that a sentence names: "về phía Sở X có", "đoàn Trường X gồm", "đại diện Vụ X, ông A".
enum class Side { kNone, kSide, kDelegation, kRepresentative, kHas };

// "đoàn công tác của", "đoàn đại biểu": does such a word open what begins at this token?
bool is_delegation_before(const Reading& reading, std::size_t at) {
  if (reading.is(at - 1, "của") && at > 1) --at;
  if (reading.is(at - 1, "đoàn")) return true;
  if (at < 3 || !reading.is(at - 3, "đoàn")) return false;
  return (reading.is(at - 2, "công") && reading.is(at - 1, "tác")) ||
         (reading.is(at - 2, "đại") && reading.is(at - 1, "biểu")) ||
         (reading.is(at - 2, "cán") && reading.is(at - 1, "bộ"));
}

Side side_before(const Reading& reading, std::size_t at) {
  if (at > 1 && reading.is(at - 1, "phía") && reading.is(at - 2, "về")) return Side::kSide;
  const LexiconMatch* head = reading.is_capital_word(at) ? reading.match_at(at, "organizations") : nullptr;
  if (head == nullptr || (head->value("kind") != "head" && head->value("kind") != "namesake")) return Side::kNone;
  const bool open = reading.is_any(at - 1, {";", ","});
  if (at > 1 && reading.is(at - 1, "trường") && !reading.tokens()[at - 1].capital)
    --at;  // "Đoàn công tác trường Đại học X"
  if (is_delegation_before(reading, at)) return Side::kDelegation;
  const bool representative = at > 1 && ((reading.is(at - 1, "diện") && reading.is(at - 2, "đại")) ||
                                         (reading.is(at - 1, "đạo") && reading.is(at - 2, "lãnh")));
  if (representative) return Side::kRepresentative;
  return open ? Side::kHas : Side::kNone;
}

// Do the words between the body and the person say that he is of it? "có", "gồm"; "do" and "," right before him.
bool tells_of(const Reading& reading, Side side, std::size_t last, std::size_t first) {
  const bool adjacent = last + 1 == first;
  if (side == Side::kHas) return adjacent && reading.is(last, "có");
  if (reading.is_any(last, {"có", "gồm"})) return true;
  if (side == Side::kDelegation) return adjacent && reading.is(last, "do");
  return side == Side::kRepresentative && (last == first || (adjacent && reading.is_any(last, {",", "-", ":", "là"})));
}

}  // namespace

void take_body_before(const Reading& reading, std::size_t first, bool appointed, std::vector<ReadPosition>& positions) {
  if (first < 2 || positions.empty() || reading.tokens()[first].sentence != reading.tokens()[first - 1].sentence)
    return;
  const bool led = reading.is(first - 1, "do") && appointed;
  if (!led && !reading.is(first - 1, "(")) return;
  const auto body = lacks_body(positions) ? body_ending_at(reading, first - 1) : std::nullopt;
  if (body) give(*body, positions);
}

void take_body_of_side(const Reading& reading, std::size_t first, std::vector<ReadPosition>& positions) {
  if (!lacks_body(positions)) return;
  const std::size_t floor = reading.sentence_of(first).first;
  for (std::size_t at = first; at > floor; --at) {
    const Side side = side_before(reading, at);
    if (side == Side::kNone) continue;
    const auto body = reading.is_capital_word(at) ? read_organization(reading, at, false) : std::nullopt;
    const bool told = body && tells_of(reading, side, body->last, first);
    if (side == Side::kHas && !told) continue;  // one of those that came
    if (told) give(*body, positions);
    return;
  }
}

void take_body_that_has(const Reading& reading, std::size_t first, std::vector<ReadPosition>& positions) {
  if (first < 2 || positions.size() != 1) return;
  // "Cục X có 3 Phó Cục trưởng, gồm: …".
  const bool several = reading.quantity_at(first - 1) != nullptr || reading.is(first - 1, "các");
  const std::size_t has = several ? first - 2 : first - 1;
  Position& office = positions.front().position;
  if (has == 0 || !reading.is(has, "có") || !office.organization.empty()) return;
  const auto body = body_ending_at(reading, has);
  if (!body) return;
  office.organization = body->name;
  office.place = body->place;
  office.text += " " + body->name;
}

}  // namespace trichluc
