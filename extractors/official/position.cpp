#include "extractors/official/position.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "extractors/lexicon/title_use.h"
#include "extractors/official/body_name.h"
#include "extractors/official/field_of_office.h"
#include "extractors/official/honorific.h"
#include "extractors/official/larger_units.h"
#include "extractors/official/name.h"
#include "extractors/official/no_office.h"
#include "extractors/official/office_of_state.h"
#include "extractors/official/organization.h"
#include "extractors/official/shared_body.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostPositions = 12;

bool used_as(const LexiconMatch* match, std::string_view use) {
  return match != nullptr && match->value("use") == use;
}

struct Title {
  std::size_t first = 0;
  std::size_t last = 0;
  const LexiconMatch* match = nullptr;
  std::string text;
};

// As written, or in the usual spelling where the source has capitals only, a slip of print or a shortened word.
std::string spelled_title(const Reading& reading, const LexiconMatch& match) {
  bool capitals = true;
  for (std::size_t t = match.first; t < match.last; ++t) {
    if (reading.tokens()[t].kind == TokenKind::kWord && !reading.tokens()[t].all_capitals) capitals = false;
  }
  const std::string name = text::fold(match.value("name"));
  // A slip of print, "P. Chủ tịch", "Phó BTTU".
  const bool other = !name.empty() && match.entry->form != name;
  if (capitals || match.mended || other) return std::string(match.value("name"));
  return reading.words(reading.span_of(match.first, match.last));
}

std::optional<Title> read_title(const Reading& reading, std::size_t first) {
  Title title;
  title.first = first;
  const LexiconMatch* at = reading.match_at(first, "titles");
  if (used_as(at, "prefix")) {
    // "tân Chủ tịch" is the Chủ tịch: a prefix without a name changes nothing.
    if (!at->value("name").empty()) title.text = spelled_title(reading, *at) + " ";
    // "nguyên: Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Y tế".
    at = reading.match_at(reading.is(at->last, ":") ? at->last + 1 : at->last, "titles");
  }
  title.match = at == nullptr ? nullptr : title_at(reading, at->first);
  if (title.match == nullptr) return std::nullopt;
  title.text += spelled_title(reading, *title.match);
  title.last = title.match->last;
  for (const LexiconMatch* more = reading.match_at(title.last, "titles"); used_as(more, "modifier");
       more = reading.match_at(title.last, "titles")) {
    // "Tổng lãnh sự mới của Trung Quốc": a word without a name changes nothing.
    if (!more->value("name").empty()) title.text += " " + spelled_title(reading, *more);
    title.last = more->last;
  }
  return title;
}

// One past the words between two positions, or `at` where no position follows.
std::size_t after_separator(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  std::size_t next = at;
  while (next < tokens.size() && next - at < 3 && tokens[next].paragraph == tokens[at - 1].paragraph) {
    const std::string_view form = tokens[next].folded;
    const LexiconMatch* link = reading.match_at(next, "titles");
    if (used_as(link, "link")) {
      next = link->last;
    } else if (form == "," || form == "-" || form == "/" || form == "và" || form == "&" || form == "là") {
      ++next;
    } else {
      break;
    }
  }
  if (next == at || next >= tokens.size() || tokens[next].paragraph != tokens[at - 1].paragraph) return at;
  const auto title = read_title(reading, next);
  // "… Giám đốc Sở Y tế và thành viên Ban Chỉ đạo cùng dự": those are others.
  // "Bí thư thứ nhất Đại sứ quán X và cán bộ chương trình".
  const bool staff = title && !tokens[next].capital && reading.is_any(next, {"cán", "chuyên"});
  const bool others = title && (staff || used_as(title->match, "needs_body")) && reading.is(next - 1, "và");
  return title && !others ? next : at;
}

// "…, Sở Ngoại vụ, Sở Tài chính và Công an tỉnh dự": bodies that came, none of which has the department before them.
bool lists_bodies(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  if (at + 1 >= tokens.size() || tokens[at].paragraph != tokens[at + 1].paragraph || !tokens[at + 1].capital)
    return false;
  const LexiconMatch* next = reading.match_at(at + 1, "organizations");
  return reading.is_any(at, {",", "và"}) && next != nullptr &&
         (next->value("kind") == "head" || next->value("kind") == "namesake") &&
         reading.match_at(at + 1, "titles") == nullptr;
}

// "Tham tán Hợp tác và Văn hóa, Đại sứ quán Pháp": the mission behind a field.
bool is_mission(const Reading& reading, std::size_t at) {
  const LexiconMatch* body = reading.match_at(at, "organizations");
  if (body == nullptr) return false;
  const std::string& form = body->entry->form;
  return form.ends_with("sứ quán") || form.ends_with("sự quán") || form == "đsq" ||
         form == "văn phòng tùy viên quốc phòng";
}

// A body before which departments are named: of a kind that has some, or one that the table names in full.
bool has_departments(const LexiconMatch& body) {
  return !body.value("parent").empty() || (body.value("kind") == "head" && !body.value("name").empty());
}

// "Cục trưởng Cục An ninh đối ngoại, Bộ Công an", "Phòng Lễ tân, thuộc Sở Ngoại vụ", "Tham tán Phát triển tại Đại sứ
// quán Đức": where the larger body begins behind the department, or `at`.
std::size_t at_parent(const Reading& reading, std::size_t at) {
  if (reading.is(at, ",")) return reading.is_any(at + 1, {"thuộc"}) ? at + 2 : at + 1;
  return reading.is(at, "tại") && is_mission(reading, at + 1) ? at + 1 : at;
}

// The department first, then the ministry it belongs to.
void take_parent(const Reading& reading, ReadPosition& read) {
  const auto& tokens = reading.tokens();
  const std::size_t at = at_parent(reading, read.last);
  if (at >= tokens.size() || at == read.last || tokens[at].paragraph != tokens[read.last].paragraph) return;
  const LexiconMatch* parent = reading.match_at(at, "organizations");
  if (parent == nullptr || !has_departments(*parent)) return;
  // "Trưởng khoa Nội, bệnh viện Bạch Mai": in small letters only where its own name follows.
  const bool named = parent->last < tokens.size() && tokens[parent->last].capital;
  if (!tokens[at].capital && !named) return;
  if (title_at(reading, at) != nullptr) return;  // "…, Bộ trưởng Ngoại giao": his next office
  const auto body = read_organization(reading, at, false);
  if (!body || lists_bodies(reading, body->last)) return;
  const std::string of = reading.is(at - 1, "thuộc") ? "thuộc " : "";
  read.last = body->last;
  read.position.organization += (read.position.organization.empty() ? "" : ", ") + of + body->name;
  read.position.text += ", " + of + body->name;
  if (read.position.place.empty()) read.position.place = body->place;
}

// "Thứ trưởng Sơn đề nghị": one syllable that no table knows as a body or a place is the person.
bool is_given_name(const Reading& reading, std::size_t first, std::size_t last) {
  const Token& token = reading.tokens()[first];
  if (last != first + 1 || !token.capital || token.all_capitals || !spells_vietnamese(token)) return false;
  return reading.match_at(first, "organizations") == nullptr && reading.match_at(first, "places") == nullptr;
}

// "Trưởng đại diện - UNICEF Việt Nam": a known body behind a dash with blanks.
bool names_body_behind_dash(const Reading& reading, std::size_t at) {
  if (!reading.is(at, "-") || at + 1 >= reading.tokens().size() || !reading.tokens()[at].blank_before) return false;
  const Token& next = reading.tokens()[at + 1];
  const LexiconMatch* body = reading.match_at(at + 1, "organizations");
  return next.blank_before && next.capital && next.paragraph == reading.tokens()[at].paragraph && body != nullptr &&
         body->value("kind") == "head" && (next.all_capitals || body->last - body->first >= 2) &&
         title_at(reading, at + 1) == nullptr;
}

// "- Bà A - Điều phối viên" and on the next line "Vắng mặt: …": on a line of its own only a known body goes on.
bool opens_other_line(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  const std::size_t from = reading.text().to_raw(tokens[at - 1].span).end;
  const std::size_t to = reading.text().to_raw(tokens[at].span).begin;
  if (to <= from || !tokens[at].capital || reading.match_at(at, "organizations") != nullptr) return false;
  const bool wrapped = slice(reading.text().raw(), Span{from, to}).find('\n') != std::string_view::npos;
  return wrapped && reading.match_at(at, "places") == nullptr && tokens[at].kind == TokenKind::kWord &&
         !tokens[at].all_capitals && at + 1 < tokens.size() && !tokens[at + 1].capital;
}

// "Chủ tịch Liên hiệp X khóa V, nhiệm kỳ 2013-2018": one past the term of office, or `at`.
std::size_t after_term(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostInTerm = 10;
  const auto& tokens = reading.tokens();
  std::size_t end = at;
  for (std::size_t t = at; t < tokens.size() && t - at < kMostInTerm; ++t) {
    if (tokens[t].paragraph != tokens[at].paragraph) break;
    const bool term = reading.is(t, "khóa") || (reading.is(t, "nhiệm") && reading.is_any(t + 1, {"kỳ", "kì"}));
    if (t == at && !term) break;
    const bool roman = tokens[t].capital && tokens[t].folded.find_first_not_of("ivx") == std::string_view::npos;
    const bool counts = roman || tokens[t].kind == TokenKind::kNumber;
    if (counts) end = t + 1;
    if (!counts && !term && !reading.is_any(t, {"kỳ", "kì", "-", "/", ","})) break;
  }
  return end;
}

// "cán bộ chương trình tại Văn phòng UNICEF", "Tham tán tại Đại sứ quán Đức": where the office is held; no town or
// hall.
bool sits_in_office(const Reading& reading, const LexiconMatch& title, std::size_t at) {
  if (!reading.is_any(at, {"tại", "ở"}) || at + 1 >= reading.tokens().size() || !reading.tokens()[at + 1].capital)
    return false;
  const LexiconMatch* body = reading.match_at(at + 1, "organizations");
  if (body == nullptr || body->value("kind") != "head") return false;
  // "phó phòng ở Viện KSND tỉnh".
  if (!title.value("head").empty() && has_departments(*body)) return true;
  const bool office = reading.is_any(at + 1, {"văn", "tổ", "cơ"}) || reading.tokens()[at + 1].all_capitals;
  return office || is_mission(reading, at + 1);
}

ReadPosition title_alone(const Title& title) {
  ReadPosition read;
  read.first = title.first;
  read.last = title.last;
  read.title = title.match;
  read.position.title = read.position.text = title.text;
  return read;
}

// "Giám đốc quốc gia, Văn phòng tổ chức X tại Việt Nam": the body behind a comma, where nothing else is listed.
void take_body_behind_comma(const Reading& reading, ReadPosition& read) {
  const auto& tokens = reading.tokens();
  const std::size_t at = read.last + 1;
  const std::string_view use = read.title->value("use");
  if ((!use.empty() && use != "village") || !reading.is(read.last, ",") || at >= tokens.size()) return;
  const LexiconMatch* head = reading.match_at(at, "organizations");
  if (head == nullptr || head->value("kind") != "head" || !tokens[at].capital || title_at(reading, at) != nullptr)
    return;
  if (tokens[at].paragraph != tokens[read.last].paragraph || tokens[at].all_capitals) return;
  // "Phó Trưởng ban, Ban Điều phối viện trợ nhân dân": only the body that the title itself names.
  const std::string kind_of_body = text::fold(read.title->value("head"));
  const std::string& form = head->entry->form;
  const bool own = !kind_of_body.empty() && (form == kind_of_body || form.starts_with(kind_of_body + " "));
  if (!kind_of_body.empty() && !own) return;
  const auto body = read_organization(reading, at, false);
  if (!body || body->last < at + 3 || (!own && lists_bodies(reading, body->last))) return;
  if (!own && body->last < tokens.size() && tokens[body->last].paragraph == tokens[at].paragraph &&
      !reading.is_any(body->last, {".", ";", ")"}) && !is_told(reading, body->last))
    return;
  give_body(*body, read.position);
  read.last = body->last;
  if (own && body->parent.empty()) take_parent(reading, read);
}

// "Quản lý chương trình miền Bắc", "Giám đốc khu vực phía Nam": the part of the country that the office is for.
bool take_part_of_country(const Reading& reading, ReadPosition& read) {
  const LexiconMatch* region = reading.match_at(read.last, "regions");
  if (region == nullptr || !read.title->value("use").empty() || region->last - region->first < 2) return false;
  read.position.organization = reading.words(reading.span_of(region->first, region->last));
  read.position.text += " " + read.position.organization;
  read.last = region->last;
  return true;
}

// "Trưởng Đoàn đại biểu Quốc hội khóa XIII của tỉnh": the unit behind the term of office.
bool take_unit_behind_term(const Reading& reading, ReadPosition& read) {
  const std::size_t at = after_term(reading, read.last);
  const bool of = reading.is(at, "của");
  const std::size_t first = of ? at + 1 : at;
  if (at == read.last || first >= reading.tokens().size()) return false;
  if (reading.tokens()[first].paragraph != reading.tokens()[at].paragraph) return false;
  const LexiconMatch* unit = reading.match_at(first, "organizations");
  if (unit == nullptr || !unit->value("kind").ends_with("unit")) return false;
  const auto body = read_organization(reading, first, true);
  if (!body) return false;
  read.position.organization = body->name;
  read.position.place = body->place;
  read.position.text += (of ? " của " : " ") + body->name;
  read.last = body->last;
  return true;
}

// "Phó Chủ tịch phụ trách văn xã UBND tỉnh": the body behind what the holder is in charge of.
void take_body_right_behind(const Reading& reading, ReadPosition& read) {
  const auto& tokens = reading.tokens();
  const std::size_t at = reading.is(read.last, "của") ? read.last + 1 : read.last;
  if (at >= tokens.size() || !tokens[at].capital || tokens[at].paragraph != tokens[read.first].paragraph) return;
  const LexiconMatch* head = reading.match_at(at, "organizations");
  if (head == nullptr || head->value("kind") != "head") return;
  const auto body = read_organization(reading, at, false);
  if (!body) return;
  give_body(*body, read.position);
  read.last = body->last;
}

void add_to_title(const std::string& words, ReadPosition& read) {
  read.position.title += " " + words;
  read.position.text += " " + words;
}

bool take_charge(const Reading& reading, ReadPosition& read) {
  const std::size_t charge = after_charge(reading, read.last);
  if (charge == read.last) return false;
  add_to_title(reading.words(reading.span_of(read.last, charge)), read);
  read.last = charge;
  take_body_right_behind(reading, read);
  if (is_mission(reading, read.last + 1)) take_parent(reading, read);
  return true;
}

// "đại biểu Quốc hội khóa XV": the one office that is told by its term alone. Any term is passed over.
void take_term(const Reading& reading, ReadPosition& read) {
  const std::size_t last = after_term(reading, read.last);
  if (last == read.last) return;
  if (is_deputy(read) && reading.is(read.last, "khóa"))
    read.position.text += " " + reading.words(reading.span_of(read.last, read.last + 2));
  read.last = last;
}

// "Chủ tịch Hồ Chí Minh": no chairman of the city, which has its unit before it ("thành phố", "TP.").
bool is_president_ho(const Reading& reading, const Title& title) {
  return title.match->entry->form == "chủ tịch" && reading.is(title.last, "hồ") && reading.is(title.last + 1, "chí") &&
         reading.is(title.last + 2, "minh");
}

// "Đại sứ Saadi Salama", "Tổng thống Obama": the office of itself needs no body.
bool is_held_by_foreigner(const Reading& reading, const Title& title, std::size_t at) {
  const bool surname =
      foreign_surname_at(reading, at) && (!reading.is(at + 1, "của") || country_end(reading, at + 2) > at + 2);
  return used_as(title.match, "alone") &&
         (surname || foreign_name_at(reading, at) || name_half_in_capitals_at(reading, at));
}

// Does a larger body follow the one that ends here? "Hiệu trưởng Trường Đại học Kinh tế, Đại học Huế".
bool is_department(const Reading& reading, const LexiconMatch* known, std::size_t last) {
  if (known == nullptr || known->value("kind") == "part") return is_mission(reading, last + 1);
  return known->entry->form.starts_with("trường") || known->value("parent") == "department";
}

// Where the body of the office may begin, behind its field, which ends at `at` where "của" or the like stands between
// them; one told right before the body is given to the title.
std::size_t past_field(const Reading& reading, const Title& title, std::size_t at, ReadPosition& read) {
  const bool field = at > title.last;
  const std::size_t body = field ? at : at_body_behind_field(reading, *title.match, at);
  if (body > at) {
    add_to_title(reading.words(reading.span_of(at, body)), read);
    return body;
  }
  const bool linked = field || reading.is(at, "của") || sits_in_office(reading, *title.match, at);
  return linked ? at + 1 : at;
}

ReadPosition read_one(const Reading& reading, const Title& title) {
  ReadPosition read = title_alone(title);
  if (take_state_behind_ordinal(reading, read) || take_small_field_of_state(reading, read)) return read;
  if (take_charge(reading, read)) return read;
  const auto& tokens = reading.tokens();
  std::size_t at = after_field(reading, title.last);
  const bool field = at > title.last;
  at = past_field(reading, title, at, read);
  if (at >= tokens.size() || tokens[at].paragraph != tokens[title.last - 1].paragraph) return read;
  // "làm trưởng đoàn sang công tác": what leads without being an office has only a body that is named.
  const bool headed = !title.match->value("head").empty() && !used_as(title.match, "needs_body");
  if (!headed && names_body_behind_dash(reading, at)) ++at;
  if (!headed && opens_other_line(reading, at)) return read;
  const auto body = read_organization(reading, at, headed);
  if (!body && at == title.last && !headed && take_part_of_country(reading, read)) return read;
  if (!body && at == title.last && take_unit_behind_term(reading, read)) return read;
  if (!body && at == title.last) take_body_behind_comma(reading, read);
  // "đại biểu Quốc hội khóa XV, Giám đốc Sở Y tế": the further office stands behind the term.
  if (!body && at == title.last && read.last == at) take_term(reading, read);
  if (!body || (!headed && is_given_name(reading, at, body->last))) return read;
  if (is_president_ho(reading, title) || is_held_by_foreigner(reading, title, at)) return read;
  if (field) {
    read.position.title += " " + reading.words(reading.span_of(title.last, at - 1));
    read.position.text += " " + reading.words(reading.span_of(title.last, at));
  }
  give_body(*body, read.position);
  read.last = body->last;
  const LexiconMatch* known = reading.match_at(at, "organizations");
  if (body->parent.empty() && (headed || is_department(reading, known, body->last))) take_parent(reading, read);
  take_larger_units(reading, read);
  read.mended = known != nullptr && known->mended;
  read.last = after_term(reading, read.last);
  forget_unnamed_state(read.position);
  take_charge_behind_state(reading, read);
  if (used_as(title.match, "alone")) read.last = after_word_of_time(reading, after_ordinal(reading, read.last));
  return read;
}

// "Ủy viên Ban Thường vụ, Ban Chấp hành, Phó Chủ tịch Liên hiệp X": a second board of the same title, where another
// title follows.
std::optional<ReadPosition> second_board(const Reading& reading, const ReadPosition& read) {
  const std::size_t at = read.last + 1;
  if (read.position.organization.empty() || !reading.is(read.last, ",")) return std::nullopt;
  const LexiconMatch* board = reading.match_at(at, "organizations");
  if (board == nullptr || board->value("kind") != "head" || board->last - board->first < 2) return std::nullopt;
  if (!reading.tokens()[at].capital) return std::nullopt;
  const std::string first = text::fold(read.position.organization);
  const std::string_view word = reading.folded(at);
  if (first.size() <= word.size() || first.rfind(word, 0) != 0 || first[word.size()] != ' ') return std::nullopt;
  const auto body = read_organization(reading, at, false);
  if (!body || after_separator(reading, body->last) == body->last) return std::nullopt;
  ReadPosition second = read;
  second.last = body->last;
  second.position.organization = body->name;
  second.position.place = body->place;
  second.position.text = read.position.title + " " + body->name;
  return second;
}

}  // namespace

void take_larger_units(const Reading& reading, ReadPosition& read) {
  const std::size_t last = past_larger_units(reading, read.first, read.last);
  if (last == read.last) return;
  const std::string units = reading.words(reading.span_of(read.last, last));
  if (!read.position.organization.empty()) read.position.organization += units;
  read.position.text += units;
  read.last = last;
}

void give_body(const Organization& body, Position& position) {
  position.organization = body.name;
  position.place = body.place;
  position.text += " " + body.name;
  if (!body.abbreviation.empty()) position.text += " (" + body.abbreviation + ")";
  if (!body.under.empty()) {
    position.organization += " " + body.under;
    position.text += " " + body.under;
  }
  if (!body.parent.empty()) {
    position.organization += ", " + body.parent;
    position.text += " (" + body.parent + ")";
  }
}

void put_before_title(const std::string& word, Position& position) {
  position.title = word + " " + position.title;
  position.text = word + " " + position.text;
}

namespace {

// "Đại sứ quán" is no envoy, "Ban Thường vụ" and "Đoàn Chủ tịch" are none of their members.
bool is_within_body(const Reading& reading, const LexiconMatch& title) {
  const LexiconMatch* body = reading.match_at(title.first, "organizations");
  if (body != nullptr && body->last > title.last && body->value("kind") == "head") return true;
  // "chính phủ Tổng thống X" is no "phủ Tổng thống".
  const bool government = title.first > 1 && reading.is(title.first - 1, "phủ") && reading.is(title.first - 2, "chính");
  const LexiconMatch* opened =
      title.first == 0 || government ? nullptr : reading.match_at(title.first - 1, "organizations");
  return opened != nullptr && opened->last >= title.last && opened->value("kind") == "head";
}

}  // namespace

bool is_word_for_office(const Reading& reading, std::size_t token) {
  if (token == 0 || !reading.is(token, "vụ") || !reading.is(token - 1, "chức")) return false;
  const auto& tokens = reading.tokens();
  const bool begins_name = tokens[token].capital && token + 1 < tokens.size() && !tokens[token + 1].capital;
  const LexiconMatch* title = reading.match_at(token + 1, "titles");
  return !begins_name && (title != nullptr || reading.match_at(token, "titles") == nullptr);
}

const LexiconMatch* title_at(const Reading& reading, std::size_t token) {
  const LexiconMatch* match = reading.match_at(token, "titles");
  if (match == nullptr) return nullptr;
  // "chức vụ Trưởng Ban Pháp chế": no "vụ trưởng".
  if (is_word_for_office(reading, token)) return nullptr;
  // "chức vụ Phó Chủ tịch": no "vụ phó", its second word begins a longer title; but "Trạm phó Trạm Y tế".
  const bool deputy =
      match->last - token == 2 && reading.is(match->last - 1, "phó") && !reading.is(match->last, reading.folded(token));
  const LexiconMatch* longer = deputy ? reading.match_at(match->last - 1, "titles") : nullptr;
  if (longer != nullptr && longer->last > match->last) return nullptr;
  if (is_within_body(reading, *match)) return nullptr;
  return says_office(match->value("use")) ? match : nullptr;
}

namespace {

// "Ủy viên Ban Thường vụ Trưởng ban Dân vận": behind a board whose name is whole a title that names its body needs no
// mark.
bool follows_board(const Reading& reading, std::size_t at, const LexiconMatch& title) {
  const LexiconMatch* board = reading.match_before(at, "organizations");
  return board != nullptr && board->value("kind") == "head" && board->last - board->first >= 2 &&
         !title.value("head").empty() && !used_as(&title, "needs_body");
}

// "Tỉnh ủy viên Giám đốc Sở Y tế", "Bộ trưởng Chủ nhiệm Văn phòng Chính phủ", "UVBTV Phó Chủ tịch", "Huyện ủy Chủ tịch
// UBND": behind an office that needs no body, its short form, or a committee whose name is whole.
bool follows_whole_office(const Reading& reading, std::size_t at) {
  const LexiconMatch* office = reading.match_before(at, "titles");
  if (office != nullptr && office->first + 1 < at && used_as(office, "alone")) return true;
  if (office != nullptr && says_office(office->value("use")) && office->first + 1 == at)
    return reading.tokens()[office->first].all_capitals && office->entry->form.starts_with("uv");
  const LexiconMatch* body = reading.match_before(at, "organizations");
  const bool party = body != nullptr && (body->value("name").empty() || body->last - body->first >= 2) &&
                     (reading.is(at - 1, "ủy") || reading.is(at - 1, "đảng"));
  return party && body->value("kind") != "part";
}

// "Phó Bí thư Tỉnh ủy Phó Trưởng Ban Chỉ đạo;": a title of three words needs no mark before it, but none in a column of
// its own.
bool stands_apart(const Reading& reading, std::size_t at) {
  constexpr std::size_t kSurelyTitle = 3;
  if (at >= reading.tokens().size() || reading.tokens()[at].column_before) return false;
  const Token& before = reading.tokens()[at - 1];
  const Token& first = reading.tokens()[at];
  const LexiconMatch* title = title_at(reading, at);
  const bool whole = title != nullptr && follows_whole_office(reading, at);
  const bool sure =
      title != nullptr && (whole || title->last - at >= kSurelyTitle || follows_board(reading, at, *title));
  return sure && first.capital && !first.all_capitals && (whole || !before.all_capitals) &&
         before.paragraph == first.paragraph;
}

}  // namespace

namespace {

bool speaks_for_another(const ReadPosition& read) {
  const std::string name = text::fold(read.title->value("name"));
  return name.ends_with("phát ngôn viên") || name.ends_with("người phát ngôn");
}

// "đại diện Cao ủy Nhân quyền Liên hợp quốc": the one office that is represented as bodies are.
bool represents_commissioner(const ReadPosition& read, const Title& served) {
  return read.title->value("name") == "Đại diện" && served.match->value("name") == "Cao ủy";
}

// "Trợ lý Phó Chủ tịch nước", "phát ngôn viên của Tổng thống Nga": whom the holder serves is told by the office; one
// with a name is another person.
void take_office_served(const Reading& reading, ReadPosition& read) {
  constexpr std::size_t kMostBehindTitle = 2;
  const std::string_view name = read.title->value("name");
  const bool speaks = speaks_for_another(read);
  const bool assists = name == "Trợ lý" || name.starts_with("Thư ký");
  const bool chief = name == "Chánh Văn phòng" || name == "Phó Chánh Văn phòng" || name == "Cố vấn";
  // "cố vấn cấp cao của Tổng thống Syria": words may stand behind the title, a body has been told of no such office.
  const bool bodiless = read.position.organization.empty() && read.last - read.title->last <= kMostBehindTitle;
  if ((!speaks && !assists && !chief && name != "Đại diện") || !bodiless) return;
  const bool of = (speaks || assists || chief) && reading.is(read.last, "của");
  const std::size_t at = of ? read.last + 1 : read.last;
  if (!same_paragraph(reading, read.first, at)) return;
  // "trợ lý tổng giám đốc" in small letters too, but no "thư ký là Giám đốc".
  const auto served = read_title(reading, at);
  if (!served || (!reading.tokens()[at].capital && served->last < served->first + 2)) return;
  const bool president = chief && served->match->value("name").ends_with("ổng thống");
  if (!speaks && !assists && !president && !represents_commissioner(read, *served)) return;
  // Also before a name, "Trợ lý Chủ tịch nước Nguyễn Văn A": who is served is addressed where he is named.
  const ReadPosition office = read_one(reading, *served);
  // "người phát ngôn của Tổng thống Obama": the one word is no speaker's name.
  const bool surname = speaks && used_as(served->match, "alone") && foreign_surname_at(reading, office.last);
  read.last = surname ? office.last + 1 : office.last;
  read.position.organization = reading.words(reading.span_of(at, read.last));
  read.position.text += (of ? " của " : " ") + read.position.organization;
}

}  // namespace

namespace {

// "Trưởng Ban chỉ đạo bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND": who is elected, no office of the same person.
bool names_what_is_elected(const Reading& reading, const ReadPosition& read, std::size_t next) {
  return reading.is(next - 1, "và") && reading.is(next, "đại") && reading.is(next + 1, "biểu") &&
         text::fold(read.position.organization).find("bầu cử") != std::string::npos;
}

}  // namespace

std::vector<ReadPosition> read_positions(const Reading& reading, std::size_t first) {
  std::vector<ReadPosition> read;
  for (auto title = read_title(reading, first); title && read.size() < kMostPositions;) {
    read.push_back(read_one(reading, *title));
    take_office_served(reading, read.back());
    if (auto second = second_board(reading, read.back())) read.push_back(std::move(*second));
    const std::size_t next = after_separator(reading, read.back().last);
    if (next == read.back().last && !stands_apart(reading, next)) break;
    if (names_what_is_elected(reading, read.back(), next)) break;
    title = read_title(reading, next);
  }
  share_bodies(reading, read);
  share_prefix(reading, read);
  drop_without_body(reading, read);
  drop_superior(read);
  return read;
}

}  // namespace trichluc
