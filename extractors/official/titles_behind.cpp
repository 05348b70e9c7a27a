#include "extractors/official/titles_behind.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extractors/official/aside.h"
#include "extractors/official/honorific.h"
#include "extractors/official/organization.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

bool TitlesBehind::same_paragraph(std::size_t a, std::size_t b) const {
  return trichluc::same_paragraph(reading_, a, b);
}

// "Đại sứ Hoa Kỳ tại Việt Nam Marc Knapper": behind a country any capitals are a name.
// Also behind a comma: "Đại sứ Hoa Kỳ tại Việt Nam, Marc Knapper".
std::optional<PersonName> TitlesBehind::foreign_name(const std::vector<ReadPosition>& positions, std::size_t at) const {
  const LexiconMatch* country = reading_.match_before(at, "organizations");
  const LexiconMatch* place = reading_.match_before(at, "places");
  // "Tổng Lãnh sự Trung Quốc tại Đà Nẵng Hy Tuệ", "Tổng thư ký Hội hữu nghị Anh-Việt Len Aldis".
  const bool seat = place != nullptr && place->first > 0 && reading_.is(place->first - 1, "tại") &&
                    (positions.back().title->value("use") == "alone" || is_of_country(place->first - 1)) &&
                    reading_.match_at(at, "organization_stops") == nullptr;
  const bool half = at > 1 && reading_.is(at - 1, "việt") && reading_.is(at - 2, "-");
  const bool behind_country = (country != nullptr && country->value("kind") == "country") || seat || half ||
                              (place != nullptr && place->value("kind") == "country");
  const bool alone = positions.back().title->value("use") == "alone" &&
                     (foreign_name_at(reading_, at) || name_half_in_capitals_at(reading_, at));
  // "Chủ tịch Ủy ban Trung ương Mặt trận Lào xây dựng đất nước Sinlavong K.": behind a long name that a table knows.
  if (alone || foreign_name_behind_long_body(reading_, at) || foreign_name_behind_acronym(reading_, at)) {
    return read_name(reading_, at, NameContext::kAfterHonorific);
  }
  // "Cao ủy Liên hợp quốc về người tị nạn Filippo G.", "… phụ trách vấn đề nhân đạo Valerie A.": behind what somebody
  // is sent for.
  const std::string& body = positions.back().position.organization;
  const bool sent = body.find(" về ") != std::string::npos || body.find(" phụ trách ") != std::string::npos;
  const bool matter = sent && !tokens_[at > 0 ? at - 1 : 0].capital && foreign_name_at(reading_, at);
  if (matter) return read_name(reading_, at, NameContext::kAfterHonorific);
  // "Thống đốc tiểu bang Washington Gary Locke": behind the one word of a part of a foreign country.
  const LexiconMatch* unit = at < 2 ? nullptr : reading_.match_before(at - 1, "organizations");
  const bool behind_unit =
      unit != nullptr && unit->value("kind").ends_with("unit") && !spells_vietnamese(tokens_[at - 1]);
  if (behind_unit && foreign_name_at(reading_, at)) return read_name(reading_, at, NameContext::kAfterHonorific);
  if (!behind_country || positions.back().position.organization.empty()) return std::nullopt;
  if (!reading_.is(at, ",")) {
    const auto name = read_name(reading_, at, NameContext::kAfterHonorific);
    // "Tổng Giám đốc Hãng thông tấn Nga ITAR-TASS": letters joined by a dash are a body's.
    return name && name->parts == 1 && tokens_[at].all_capitals ? std::nullopt : name;
  }
  const bool other_country =
      reading_.match_at(at + 1, "places") != nullptr || reading_.match_at(at + 1, "organizations") != nullptr;
  if (other_country || !same_paragraph(at, at + 1)) return std::nullopt;
  return read_name(reading_, at + 1, NameContext::kAfterHonorific);
}

// "Trưởng Văn phòng Lãnh sự Nhật Bản tại Đà Nẵng": does the name of a country end before this token?
bool TitlesBehind::is_of_country(std::size_t at) const {
  const LexiconMatch* country = reading_.match_before(at, "organizations");
  return country != nullptr && country->value("kind") == "country";
}

// A foreign name behind the comma that has no office of its own and is no newspaper ("…, Al Jazeera đưa tin").
std::optional<PersonName> TitlesBehind::foreigner_behind_comma(const ReadPosition& office, std::size_t at) const {
  const bool dash = reading_.is(at, "-") && at + 1 < tokens_.size() && tokens_[at].blank_before &&
                    tokens_[at + 1].blank_before && is_of_country(at);
  if (office.position.organization.empty() || !(reading_.is(at, ",") || dash) || !same_paragraph(at - 1, at + 1))
    return std::nullopt;
  if (!foreign_name_at(reading_, at + 1)) return std::nullopt;
  const auto name = read_name(reading_, at + 1, NameContext::kAfterHonorific);
  if (!name || reading_.is_any(name->last, {"đưa", "dẫn", "trích", "viết"}) || !read(name->last).empty())
    return std::nullopt;
  // "…, Jose A. và Mario B.": more are listed.
  return reading_.is_any(name->last, {"và", "tại", "ở"}) ? std::nullopt : name;
}

// "đều giữ chức", "lần lượt được phê chuẩn giữ chức", "người mới đây được phân công giữ chức": one past the first
// words.
std::size_t TitlesBehind::after_adverb(std::size_t at) const {
  constexpr std::size_t kMostAfterWho = 10;  // "được Ban Chấp hành Trung ương Đảng chuẩn y giữ chức"
  if (reading_.is_any(at, {"đều", "cùng"})) return at + 1;
  // "đã được tín nhiệm bầu giữ chức", "vừa được …".
  if (reading_.is_any(at, {"đã", "vừa", "mới", "do", "đang", "sẽ"}) && reading_.is(at + 1, "được"))
    return after_adverb(at + 1);
  // "cũng tiếp tục được bầu vào vị trí", "đã trúng cử", "tiếp tục làm".
  if (reading_.is_any(at, {"cũng", "đã", "vừa", "sẽ"}) && (reading_.is(at + 1, "tiếp") || joins(at + 1)))
    return after_adverb(at + 1);
  const bool on = reading_.is(at, "tiếp") && reading_.is(at + 1, "tục");
  if (on && (reading_.is(at + 2, "được") || joins(at + 2))) return after_adverb(at + 2);
  if (reading_.is(at, "lần") && reading_.is(at + 1, "lượt")) return at + 2;
  // "sau đó được bổ nhiệm làm".
  if (reading_.is_any(at, {"sau", "tiếp", "trước"}) && reading_.is(at + 1, "đó") && is_copula(at + 2))
    return after_adverb(at + 2);
  // "xuống làm trưởng phòng", "sau đó về làm".
  if (reading_.is_any(at, {"lên", "xuống", "về", "sang"}) && joins(at + 1)) return at + 1;
  // "được Đại hội suy tôn làm", "được Hội nghị nhất trí bầu giữ chức".
  const bool passive = reading_.is(at, "được") && reading_.match_at(at, "titles") == nullptr;
  if (!passive && !reading_.is(at, "người")) return at;
  for (std::size_t t = at + 1; t <= at + 1 + kMostAfterWho && t < tokens_.size(); ++t) {
    if (passive && reading_.match_at(t, "honorifics") != nullptr) return at;
    if (t > at + 4 && (tokens_[t].kind != TokenKind::kWord || title_at(reading_, t) != nullptr)) return at;
    const LexiconMatch* word = reading_.match_at(t, "titles");
    if (word != nullptr && word->value("use") == "copula" && (word->last - t >= 2 || (passive && is_moved_to(t))))
      return t;
  }
  return at;
}

// "được điều động về làm", "được cử sang làm", "được tín nhiệm bầu lại làm": right before "làm".
bool TitlesBehind::is_moved_to(std::size_t at) const {
  // "được phân công là".
  if (reading_.is(at, "là") && reading_.is_any(at - 1, {"công", "nhiệm", "cử"})) return true;
  return reading_.is(at, "làm") && reading_.is_any(at - 1, {"về", "sang", "đến", "lên", "lại", "sung", "động", "chuyển",
                                                            "công", "nhiệm", "cử", "định"});
}

bool TitlesBehind::joins(std::size_t at) const {
  const LexiconMatch* word = reading_.match_at(at, "titles");
  return word != nullptr && word->value("use") == "copula";
}

// "(đã, từng) kinh qua nhiều chức vụ chủ chốt như", "giữ các chức vụ:": one past the words before several offices, or
// `at`.
std::size_t TitlesBehind::after_offices_held(std::size_t at) const {
  constexpr std::size_t kMostOfTheirKind = 4;  // "chủ chốt", "lãnh đạo quan trọng"
  std::size_t t = at;
  while (reading_.is_any(t, {"đã", "từng", "lần", "lượt"})) ++t;
  const bool holds = reading_.is_any(t, {"kinh", "trải", "đảm"}) && reading_.is_any(t + 1, {"qua", "nhiệm", "nhận"});
  if (!holds && !reading_.is(t, "giữ")) return at;
  t += holds ? 2 : 1;
  if (!reading_.is_any(t, {"các", "nhiều", "những"})) return at;
  const bool office = (reading_.is(t + 1, "chức") && reading_.is_any(t + 2, {"vụ", "danh"})) ||
                      (reading_.is(t + 1, "vị") && reading_.is(t + 2, "trí")) ||
                      (reading_.is(t + 1, "cương") && reading_.is(t + 2, "vị"));
  if (!office && !reading_.is(t + 1, "chức")) return at;
  t += office ? 3 : 2;
  for (std::size_t end = t; end <= t + kMostOfTheirKind && end < tokens_.size() && same_paragraph(at, end); ++end) {
    if (tokens_[end].capital) return end == t ? end : at;
    if (reading_.is_any(end, {":", "như", "gồm", "là"})) return reading_.is(end + 1, ":") ? end + 2 : end + 1;
  }
  return at;
}

// "được bầu làm", "đều giữ chức", "từng kinh qua các chức vụ".
bool TitlesBehind::is_copula(std::size_t at) const {
  return joins(after_adverb(at)) || after_offices_held(at) > at;
}

// "được bầu giữ chức danh": one past the copula and the word that it may have behind it.
std::size_t TitlesBehind::after_copula(std::size_t at) const {
  if (const std::size_t several = after_offices_held(at); several > at) return several;
  const std::size_t last = reading_.match_at(after_adverb(at), "titles")->last;
  // "giữ chức Vụ trưởng Vụ X".
  if (reading_.is(last - 1, "vụ") && reading_.is(last - 2, "chức") && !is_word_for_office(reading_, last - 1))
    return last - 1;
  // "tái đắc cử vị trí", "được bổ nhiệm chức vụ".
  const bool office = (reading_.is(last, "vị") && reading_.is(last + 1, "trí")) ||
                      (reading_.is(last, "chức") && reading_.is_any(last + 1, {"vụ", "danh"}));
  if (office) return last + 2;
  return reading_.is(last - 1, "chức") && reading_.is_any(last, {"vụ", "danh"}) ? last + 1 : last;
}

// "bà Anna Berg Giám đốc quốc gia Sóng Xanh", a row of a list set with blanks: no mark between name and title.
std::vector<ReadPosition> TitlesBehind::beside(std::size_t at) const {
  if (title_at(reading_, at) == nullptr || !tokens_[at].capital || !same_paragraph(at - 1, at)) return {};
  std::vector<ReadPosition> read = read_positions(reading_, at);
  if (!read.empty() && opens_name(read)) read.pop_back();
  if (!read.empty() && tokens_[at].column_before) take_further_cells(read);
  return read;
}

// "Lê Minh A | Phó Giám đốc | Sở Ngoại vụ | Tổ trưởng": the body of the office and a second office in cells of their
// own.
void TitlesBehind::take_further_cells(std::vector<ReadPosition>& read) const {
  for (std::size_t at = read.back().last;
       at < tokens_.size() && tokens_[at].column_before && same_paragraph(at - 1, at); at = read.back().last) {
    if (title_at(reading_, at) != nullptr) {
      std::vector<ReadPosition> more = read_positions(reading_, at);
      if (more.empty() || opens_name(more)) return;
      read.insert(read.end(), more.begin(), more.end());
      continue;
    }
    ReadPosition& last = read.back();
    const LexiconMatch* word = reading_.match_at(at, "organizations");
    const bool lacks = last.position.organization.empty() && last.title->value("use") != "alone";
    if (!lacks || word == nullptr || word->value("kind") != "head") return;
    const auto body = read_organization_of_cell(reading_, at);
    if (!body) return;
    give_body(*body, last.position);
    last.last = body->last;
  }
}

// What joins a name and its titles: a mark, "là", "được bầu làm"; nothing where none follows.
std::optional<std::size_t> TitlesBehind::after_joint(std::size_t at, bool first) const {
  if (goes_on_below(at)) return at + 1;
  if (const auto below = first ? office_below(at) : std::nullopt) return below;
  // "nguyên phó giám đốc Bệnh viện X (đã nghỉ hưu) - đang được phân công là …".
  if (const std::size_t noted = first ? at : after_note(reading_, at);
      noted > at && reading_.is_any(noted, {"-", ","}) && is_copula(noted + 1))
    at = noted;
  std::size_t next = at;
  // "ông A (Giám đốc Sở X) được bầu làm …": behind the brackets only that.
  const bool closes = !first && reading_.is(next, ")") && is_copula(next + 1);
  // "Chủ tịch Liên hiệp X (Cụm trưởng)".
  const bool aside = !first && reading_.is(next, "(") && title_at(reading_, next + 1) != nullptr;
  if (closes || aside || reading_.is(next, ",") || reading_.is(next, "|") ||
      (first && (reading_.is(next, "(") || reading_.is(next, ":")))) {
    ++next;
    // "bà A, (Phó Giám đốc Sở X)".
    if (first && reading_.is(at, ",") && reading_.is(next, "(") && title_at(reading_, next + 1) != nullptr) ++next;
  } else {
    next = after_dashes(at);
  }
  if (is_copula(next)) next = after_copula(next);
  // "Ông nguyên là: Bí thư Tỉnh ủy, …".
  if (next > at && reading_.is(next, ":") && reading_.is(next - 1, "là")) ++next;
  if (next == at || !same_paragraph(at - 1, next)) return std::nullopt;
  return next;
}

// "Phó BTHU, Chủ tịch UBND huyện": letters that no table knows, and a title behind the comma; there, or `at`.
std::size_t TitlesBehind::after_unknown_office(std::size_t at) const {
  constexpr std::size_t kMostWords = 3;
  std::size_t comma = at;
  bool letters = false;
  while (comma < tokens_.size() && comma - at <= kMostWords && tokens_[comma].kind == TokenKind::kWord) {
    letters = letters || (tokens_[comma].all_capitals && tokens_[comma].folded.size() >= 3);
    ++comma;
  }
  const bool skips = letters && reading_.is(comma, ",") && same_paragraph(at, comma + 1) && tokens_[at].capital &&
                     reading_.match_at(at, "organizations") == nullptr;
  return skips ? comma + 1 : at;
}

// "Họ và tên: A" and on the line below it "Chức vụ: …": where the office begins.
std::optional<std::size_t> TitlesBehind::office_below(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].paragraph != tokens_[at - 1].paragraph + 1) return std::nullopt;
  if (!reading_.is(at, "chức") || !is_copula(at)) return std::nullopt;
  std::size_t next = after_copula(at);
  if (reading_.is(next, ":")) ++next;
  const bool office = same_paragraph(at, next) && title_at(reading_, next) != nullptr;
  return office ? std::optional(next) : std::nullopt;
}

// A centred head is set line by line: "…, Uỷ viên Ban Thường vụ Tỉnh uỷ," and below it "Phó Chủ tịch UBND tỉnh".
bool TitlesBehind::goes_on_below(std::size_t at) const {
  return reading_.is(at, ",") && at + 1 < tokens_.size() && tokens_[at + 1].paragraph == tokens_[at].paragraph + 1 &&
         title_at(reading_, at + 1) != nullptr;
}

// One dash, also as the recogniser reads it ("—-", "~").
std::size_t TitlesBehind::after_dashes(std::size_t at) const {
  std::size_t next = at;
  while (next - at < 3 && (reading_.is(next, "-") || reading_.is(next, "~") || reading_.is(next, "_"))) ++next;
  return next;
}

std::vector<ReadPosition> TitlesBehind::read(std::size_t at, bool titled) const {
  std::vector<ReadPosition> all;
  for (auto next = after_joint(at, true); next; next = after_joint(at, false)) {
    std::vector<ReadPosition> read = read_positions(reading_, *next);
    if (read.empty()) read = read_positions(reading_, after_unknown_office(*next));
    // "ông A, nguyên là Bí thư Tỉnh ủy": the link says that the office is past.
    const LexiconMatch* link = reading_.match_before(*next, "titles");
    if (!read.empty() && link != nullptr && link->entry->form == "nguyên là")
      put_before_title("nguyên", read.front().position);
    if (!read.empty()) take_village(read.back());
    if (!read.empty() && serves_person(read.back())) {
      take_person_served(read.back());
      all.insert(all.end(), read.begin(), read.end());
      break;
    }
    const bool of_other = !read.empty() && !titled && all.empty() && serves_office(read.back()) && opens_name(read);
    if (of_other) {
      // "Rego B., phát ngôn viên Tổng thống Brazil Jair B.": the president is named as such again.
      all.insert(all.end(), read.begin(), read.end());
      all.back().last = all.back().title->last;
      break;
    }
    bool opens_next = !read.empty() && (opens_name(read) || (titled && name_behind_dash(read.back().last).has_value()));
    if (opens_next && take_name_of_body(read, all.empty(), at, titled)) opens_next = false;
    if (opens_next) drop_last_chain(read);
    if (read.empty()) break;
    at = read.back().last;
    all.insert(all.end(), read.begin(), read.end());
    if (opens_next) break;
  }
  take_behind_semicolon(all);
  return all;
}

// "Đồng chí A, sinh ngày …; quê quán: …; vào Đảng ngày …; nguyên Bí thư Tỉnh ủy; nguyên Chủ tịch UBND tỉnh": behind
// when and where someone was born.
std::vector<ReadPosition> TitlesBehind::read_behind_life(std::size_t at) const {
  constexpr std::size_t kMostInLife = 80;
  std::vector<ReadPosition> all;
  if (!reading_.is(at, ",") || !reading_.is(at + 1, "sinh") || !reading_.is_any(at + 2, {"năm", "ngày"})) return all;
  for (std::size_t t = at + 3; t + 1 < tokens_.size() && t - at < kMostInLife && same_paragraph(at, t + 1); ++t) {
    if (read_honorifics(reading_, t)) return all;
    if (!reading_.is_any(t, {",", ";"})) continue;
    while (reading_.is_any(t, {",", ";"}) && t + 1 < tokens_.size() && same_paragraph(at, t + 1)) {
      const std::vector<ReadPosition> read = read_positions(reading_, t + 1);
      if (read.empty() || opens_name(read) || !ends_office(read.back().last)) break;
      all.insert(all.end(), read.begin(), read.end());
      t = read.back().last;
    }
    if (!all.empty()) return all;
  }
  return all;
}

// "Ông nguyên là: Bí thư Tỉnh ủy; Giám đốc Sở Y tế; …".
std::vector<ReadPosition> TitlesBehind::read_several(std::size_t at) const {
  std::vector<ReadPosition> all = read(at);
  while (!all.empty() && reading_.is(all.back().last, ";") && same_paragraph(at, all.back().last + 1)) {
    const std::vector<ReadPosition> more = read_positions(reading_, all.back().last + 1);
    if (more.empty() || opens_name(more) || !ends_office(more.back().last)) break;
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

// "ông A, Ủy viên Ban Thường vụ Tỉnh ủy; Phó Chủ tịch UBND tỉnh; ông B": who sits on a board has an office as well,
// where no other is named with it.
void TitlesBehind::take_behind_semicolon(std::vector<ReadPosition>& all) const {
  if (all.empty() || !reading_.is(all.back().last, ";")) return;
  const std::string name = text::fold(all.back().title->value("name"));
  const std::size_t next = all.back().last + 1;
  const bool member = name.starts_with("ủy viên") || name.ends_with("ủy viên") || name.starts_with("đại biểu");
  if (!member || !same_paragraph(next - 1, next) || title_at(reading_, next) == nullptr) return;
  const std::vector<ReadPosition> read = read_positions(reading_, next);
  if (read.empty() || !ends_office(read.back().last) || is_unnamed_holder(read.back().last)) return;
  // "…, Ủy viên Ban Thường vụ; đại diện Hội X".
  const bool official = std::none_of(
      read.begin(), read.end(), [](const ReadPosition& office) { return office.title->value("use") == "needs_body"; });
  if (official) all.insert(all.end(), read.begin(), read.end());
}

// "…; Giám đốc Sở Y tế; Giám đốc Sở Tài chính": others who came, named by their offices alone.
bool TitlesBehind::is_unnamed_holder(std::size_t at) const {
  if (!reading_.is(at, ";") || at + 1 >= tokens_.size() || !same_paragraph(at, at + 1)) return false;
  const std::vector<ReadPosition> more = read_positions(reading_, at + 1);
  return !more.empty() && !opens_name(more);
}

// A mark that closes, or a comma behind which nobody is named.
bool TitlesBehind::ends_office(std::size_t at) const {
  if (at >= tokens_.size() || !same_paragraph(at - 1, at) || reading_.is_any(at, {".", ";", ")", "…"})) return true;
  if (!reading_.is(at, ",") || !same_paragraph(at, at + 1)) return false;
  return !tokens_[at + 1].capital && !read_honorifics(reading_, at + 1);
}

// "Chủ tịch X Trần A, Vụ trưởng - Chánh Văn phòng Lê B": what a dash joins is one person's, the next one's.
void TitlesBehind::drop_last_chain(std::vector<ReadPosition>& read) const {
  bool joined = true;
  while (joined && !read.empty()) {
    const std::size_t first = read.back().first;
    joined = first > 0 && reading_.is(first - 1, "-") && tokens_[first].capital;
    read.pop_back();
  }
}

// "ông A, Vụ trưởng, Thư ký đồng chí B, Bí thư Tỉnh ủy": whom he serves is the next person, who has the further
// offices.
bool TitlesBehind::serves_person(const ReadPosition& read) const {
  const std::string_view name = read.title->value("name");
  if ((name != "Trợ lý" && name != "Thư ký") || read.title->last != read.last) return false;
  const auto honorific = read_honorifics(reading_, person_served(read));
  return honorific && same_paragraph(read.last - 1, read.last) &&
         read_name(reading_, honorific->last, NameContext::kAfterHonorific).has_value();
}

// "trợ lý của ông B" as well as "Thư ký đồng chí B".
std::size_t TitlesBehind::person_served(const ReadPosition& read) const {
  return reading_.is(read.last, "của") ? read.last + 1 : read.last;
}

void TitlesBehind::take_person_served(ReadPosition& read) const {
  const auto honorific = read_honorifics(reading_, person_served(read));
  const auto name = read_name(reading_, honorific->last, NameContext::kAfterHonorific);
  read.position.organization = reading_.words(reading_.span_of(read.last, name->last));
  read.position.text += " " + read.position.organization;
}

// "Chủ tịch nước A, Phó Thủ tướng kiêm Bộ trưởng B": another office and a name follow the offices behind A.
bool TitlesBehind::lead_to_next(const std::vector<ReadPosition>& behind) const {
  if (behind.empty()) return false;
  std::size_t next = behind.back().last;
  const LexiconMatch* link = reading_.match_at(next, "titles");
  const bool linked = link != nullptr && link->value("use") == "link";
  if (!linked && !reading_.is_any(next, {",", "và"})) return false;
  next = linked ? link->last : next + 1;
  if (next >= tokens_.size() || !same_paragraph(next - 1, next)) return false;
  const std::vector<ReadPosition> last = read_positions(reading_, next);
  return !last.empty() && opens_name(last);
}

// "phát ngôn viên (của) Tổng thống Brazil".
bool TitlesBehind::serves_office(const ReadPosition& read) const {
  std::size_t at = read.title->last;
  // "cố vấn cao cấp của Tổng thống Y".
  while (at < read.last && reading_.is_any(at, {"cấp", "cao", "của"})) ++at;
  const LexiconMatch* served = at < read.last ? title_at(reading_, at) : nullptr;
  return served != nullptr && served->value("use") == "alone";
}

bool TitlesBehind::two_words_end(std::size_t at, bool titled) const {
  const auto name = read_name(reading_, at, NameContext::kAfterTitle);
  if (!name || name->words != 2 || count_code_points(tokens_[at].folded) == 1) return false;  // "Y Blơm"
  // "bà B, Giám đốc Trung tâm Hoa Sen trao quà": the word is more often no family name.
  const LexiconMatch* family = reading_.match_at(at, "family_names");
  if (family != nullptr && family->value("weight") == "doubtful") return true;
  // "Phó Thủ tướng A, Chủ tịch Hội X Đỗ Phách;": where the offices stand before the names they do so again.
  if (titled) return false;
  if (name->last >= tokens_.size() || reading_.is_any(name->last, {".", ";", ")"})) return true;
  // "…, Chánh Văn phòng Huyện ủy Hà Khẩu, châu Hồng Hà, …", "…, Viện trưởng Viện Nghiên cứu Hán Nôm, cho biết", "… phát
  // biểu": what follows is no other's office.
  const std::size_t next = reading_.is_any(name->last, {",", "-"}) ? name->last + 1 : name->last;
  if (next >= tokens_.size() || !same_paragraph(at, next)) return false;
  if (tokens_[next].kind != TokenKind::kWord || tokens_[next].capital) return false;
  if (reading_.match_at(next, "honorifics") != nullptr || reading_.match_at(next, "titles") != nullptr) return false;
  return next > name->last || reading_.match_at(next, "organization_stops") != nullptr;
}

// "bà B, Chủ tịch UBND phường Trần Hưng Đạo", "…, Hiệu trưởng trường Tiểu học Thực hành sư phạm Phan Đình Phùng": the
// ward or the school bears the name; "phường Trần Văn C" does not.
bool TitlesBehind::names_ward(const ReadPosition& read) const {
  const auto name = read_name(reading_, read.last, NameContext::kAfterTitle);
  if (!name || name->words != 3 || reading_.is_any(read.last + 1, {"văn", "thị"})) return false;
  if (reading_.is_any(read.last - 1, {"phường", "xã"})) return true;
  const LexiconMatch* school = reading_.next_match(read.title->last, read.last, "organizations");
  return school != nullptr && school->value("kind") == "namesake" && school->entry->form.starts_with("trường");
}

// The capitals behind the last of these offices, which follow the mark at `mark`, may be its body's and no next
// person's: then they are taken. `first`: nothing of the same person was read before them.
bool TitlesBehind::take_name_of_body(std::vector<ReadPosition>& read, bool first, std::size_t mark, bool titled) const {
  // "đồng chí A, Phó Chủ nhiệm Ủy ban X Quảng Tây.": two words that would leave A without an office are none's name.
  const bool ends = first && read.size() == 1 && two_words_end(read.back().last, titled);
  const bool enclosed = first && reading_.is(mark, "-") && name_closed_by_dash(read.back());
  if (!ends && (titled || !(enclosed || names_ward(read.back())))) return false;
  take_two_words(read.back());
  return true;
}

// "ông A - chủ tịch xã Hoàng Văn Thụ - cho biết": what stands between two dashes is told of the one before them.
bool TitlesBehind::name_closed_by_dash(const ReadPosition& read) const {
  const auto name = read_name(reading_, read.last, NameContext::kAfterTitle);
  return name && reading_.is(name->last, "-") && tokens_[name->last].blank_before &&
         same_paragraph(read.first, name->last) && !read.position.organization.empty();
}

// … but of the place abroad where the body is.
void TitlesBehind::take_two_words(ReadPosition& read) const {
  if (read.position.organization.empty()) return;
  const std::size_t last = read_name(reading_, read.last, NameContext::kAfterTitle)->last;
  const std::string place = " " + reading_.words(reading_.span_of(read.last, last));
  read.position.organization += place;
  read.position.text += place;
  read.last = last;
}

// "ông Hồ Kê, Trưởng bản Ka Tiêng": behind the head of a village, who is named before, stands its name.
void TitlesBehind::take_village(ReadPosition& read) const {
  if (read.title->value("use") != "village" || !read.position.organization.empty() || !opens_name({read})) return;
  const std::size_t last = capitals_end(reading_, read.last);
  if (last <= read.last) return;
  read.position.organization = reading_.words(reading_.span_of(read.last, last));
  read.position.text += " " + read.position.organization;
  read.last = last;
  take_larger_units(reading_, read);
}

// "Chủ tịch Hội Nông dân tỉnh X - Vàng Thị B": a whole name behind a dash with blanks, which is no body's field.
std::optional<PersonName> TitlesBehind::name_behind_dash(std::size_t at) const {
  constexpr std::size_t kWholeName = 3;
  if (!reading_.is(at, "-") || !same_paragraph(at - 1, at + 1)) return std::nullopt;
  if (!tokens_[at].blank_before || !tokens_[at + 1].blank_before) return std::nullopt;
  const auto name = read_name(reading_, at + 1, NameContext::kBare);
  return name && name->words >= kWholeName ? name : std::nullopt;
}

// "Giám đốc Quỹ Hoa Sen, bà A": two capitals that begin as hardly any name does are the body's, where the person is
// addressed behind the comma. One past them, or `at`.
std::size_t TitlesBehind::past_name_of_fund(const ReadPosition& office, std::size_t at) const {
  const auto name = read_name(reading_, at, NameContext::kAfterTitle);
  if (!name || name->words != 2 || office.position.organization.empty() || !reading_.is(name->last, ",")) return at;
  const LexiconMatch* family = reading_.match_at(at, "family_names");
  if (family == nullptr || family->value("weight") != "doubtful") return at;
  const auto honorific = read_honorifics(reading_, name->last + 1);
  if (!honorific || honorific->rank || !same_paragraph(at, honorific->last)) return at;
  const auto person = read_name(reading_, honorific->last, NameContext::kAfterHonorific);
  return person && read(person->last).empty() ? name->last : at;
}

// "Hiệu trưởng trường TH&THCS Đồng Xuân": behind the letters of a school stands its name.
bool TitlesBehind::names_school(const ReadPosition& office, std::size_t at) const {
  const std::size_t letters = office.title->last + 1;
  if (!reading_.is(office.title->last, "trường") || letters >= at) return false;
  for (std::size_t t = letters; t < at; ++t) {
    if (!tokens_[t].all_capitals && !reading_.is_any(t, {"&", "-"})) return false;
  }
  return true;
}

// "Tổng công ty Thái Sơn Bộ Quốc phòng": what is taken for the end of a name begins a ministry's.
bool TitlesBehind::runs_into_ministry(const PersonName& name) const {
  for (std::size_t t = name.first + 1; t < name.last; ++t) {
    if (reading_.is(t, "bộ") && reading_.match_at(t + 1, "organizations") != nullptr) return true;
  }
  return false;
}

// "Giám đốc Tập đoàn Hoa Sen tới thăm": behind the bare kind of a firm two words that begin as hardly any name does are
// its own.
std::optional<PersonName> TitlesBehind::holder(const ReadPosition& office, std::size_t at) const {
  if (names_school(office, at)) return std::nullopt;
  const auto name = read_name(reading_, at, NameContext::kAfterTitle);
  const LexiconMatch* family = reading_.match_at(at, "family_names");
  if (name && runs_into_ministry(*name)) return std::nullopt;
  if (!name || name->words != 2 || family == nullptr || family->value("weight") != "doubtful") return name;
  const LexiconMatch* kind = reading_.match_before(at, "organizations");
  const bool bare = kind != nullptr && kind->value("name").empty() && kind->first >= office.title->last &&
                    reading_.words(reading_.span_of(kind->first, kind->last)) == office.position.organization;
  const bool firm =
      bare && (kind->entry->form.ends_with("tập đoàn") || kind->entry->form.ends_with("công ty") ||
               kind->entry->form == "quỹ" || kind->entry->form == "chương trình" || kind->entry->form == "trung tâm");
  return firm ? std::nullopt : name;
}

// "…, Giám đốc Sở Y tế Trần Thị B": the last title is the next person's.
// "…, Đại sứ Chi-lê tại Việt Nam P.U-ru-ti-a".
bool TitlesBehind::opens_name(const std::vector<ReadPosition>& positions) const {
  const std::size_t at = positions.back().last;
  if (at >= tokens_.size() || !same_paragraph(at - 1, at)) return false;
  if (read_name(reading_, at, NameContext::kAfterTitle) || foreign_name(positions, at)) return true;
  if (positions.back().title->value("use") == "alone" && foreign_surname_at(reading_, at)) return true;
  const auto honorific = read_honorifics(reading_, at);
  return honorific && read_name(reading_, honorific->last, NameContext::kAfterHonorific).has_value();
}

}  // namespace trichluc
