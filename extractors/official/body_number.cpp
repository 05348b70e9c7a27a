#include "extractors/official/body_number.h"

#include <string_view>

namespace trichluc {

// "Trường Tiểu học Kim Đồng 12 năm nay gắn bó với bản": it counts years, months, days.
bool BodyNumbers::counts_time(std::size_t next) const {
  return reading_.is_any(next, {"năm", "tháng", "ngày", "tuổi"});
}

// Does a word in small letters of the same paragraph stand there, which the number may count?
bool BodyNumbers::goes_on(std::size_t next) const {
  const auto& tokens = reading_.tokens();
  if (reading_.is(next, "thuộc")) return false;  // "Cục Quản lý đường bộ 4 thuộc Tổng cục X"
  return next < tokens.size() && tokens[next].paragraph == tokens[next - 1].paragraph &&
         tokens[next].kind != TokenKind::kMark && !tokens[next].capital;
}

// "Ban Chỉ đạo 504", "Binh đoàn 12": a bare number behind the body's own word, which counts nothing.
bool BodyNumbers::is_of_body(std::size_t at, bool next_stops) const {
  if (at == first_ || reading_.folded(at).size() > 3) return false;
  const LexiconMatch* body = reading_.match_before(at, "organizations");
  // "Bệnh viện 199" too bears no person's name.
  const bool heads =
      body != nullptr && (body->value("kind") == "head" || (body->entry->form == "bệnh viện" && !is_day(at)));
  if (!heads || body->first < first_) return false;
  return next_stops || !goes_on(at + 1);
}

// "Cụm thi đua số 3", "Tổ trưởng tổ dân phố số 5"; "số 15/QĐ" is a document's.
std::size_t BodyNumbers::after_own_number(std::size_t at) const {
  constexpr std::size_t kMostDigits = 3;
  const auto& tokens = reading_.tokens();
  const std::size_t number = at + 1;
  if (!reading_.is(at, "số") || number >= tokens.size() || tokens[number].paragraph != tokens[at].paragraph ||
      (at == first_ && !is_behind_village(at)))
    return at;
  const bool own = tokens[number].kind == TokenKind::kNumber && tokens[number].folded.size() <= kMostDigits;
  return own && !reading_.is(number + 1, "/") ? number + 1 : at;
}

bool BodyNumbers::is_year_of_event(std::size_t at) const {
  const auto& tokens = reading_.tokens();
  const std::string_view year = reading_.folded(at);
  const bool dated = tokens[at].kind == TokenKind::kNumber && year.size() == 4 &&
                     (year.starts_with("19") || year.starts_with("20")) && !reading_.is_any(at + 1, {"-", "/"});
  if (!dated || at == first_ || !tokens[at - 1].all_capitals) return false;
  const LexiconMatch* event = reading_.match_before(at, "organizations");
  if (event != nullptr && event->value("kind") != "country") return false;  // "ASEAN 2020"
  const LexiconMatch* board = reading_.match_at(first_, "organizations");
  const LexiconMatch* title = headed_ ? reading_.match_before(first_, "titles") : nullptr;
  return (board != nullptr && reading_.is_any(first_, {"ban", "tiểu", "ủy"})) ||
         (title != nullptr && reading_.is_any(title->last - 1, {"ban"}));
}

bool BodyNumbers::is_day(std::size_t at) const {
  const auto& tokens = reading_.tokens();
  if (at + 2 >= tokens.size() || !reading_.is_any(at + 1, {"-", "/"}) || tokens[at + 1].blank_before ||
      tokens[at + 2].blank_before)
    return false;
  const auto is_part = [&](std::size_t t) {
    return tokens[t].kind == TokenKind::kNumber && reading_.folded(t).size() <= 2;
  };
  return is_part(at) && is_part(at + 2);
}

bool BodyNumbers::is_behind_village(std::size_t at) const {
  const LexiconMatch* title = headed_ ? reading_.match_before(at, "titles") : nullptr;
  return title != nullptr && title->value("use") == "village";
}

// "Trưởng thôn 3", "Tổ trưởng tổ dân phố 12": the village or part of a town that bears a number for a name.
bool BodyNumbers::is_of_village(std::size_t at, bool next_stops) const {
  constexpr std::size_t kMostDigits = 2;
  if (at != first_ || reading_.folded(at).size() > kMostDigits || !is_behind_village(at)) return false;
  const LexiconMatch* unit = reading_.match_at(at + 1, "organizations");
  return next_stops || !goes_on(at + 1) || (unit != nullptr && unit->value("kind").ends_with("unit"));
}

// "phường Vân Hà 3": wards and communes that were parted or joined bear a number behind their name.
bool BodyNumbers::is_of_unit(std::size_t at, bool next_stops) const {
  constexpr std::size_t kLongestName = 4;  // words
  const auto& tokens = reading_.tokens();
  if (reading_.folded(at).size() != 1 || !tokens[at].blank_before) return false;
  const bool counts = reading_.match_at(at + 1, "measure_units") != nullptr || counts_time(at + 1);
  if (counts || (!next_stops && goes_on(at + 1) && !reading_.is_any(at + 1, {"và", "cùng"}))) return false;
  std::size_t name = at;
  while (name > first_ && at - name < kLongestName && tokens[name - 1].capital) --name;
  const LexiconMatch* unit = name < at && name > first_ ? reading_.match_before(name, "organizations") : nullptr;
  return unit != nullptr && unit->first >= first_ && unit->value("kind") == "unit";
}

// Hospitals and their wards, schools, units of the army and the police, and departments, of which several are told by
// numbers.
bool BodyNumbers::is_kind_with_numbers() const {
  const LexiconMatch* title = headed_ ? reading_.match_before(first_, "titles") : nullptr;
  for (const std::size_t kind : {title != nullptr ? title->last - 1 : first_, first_}) {
    const bool department = reading_.is_any(kind, {"khoa", "phòng", "đội", "tổ", "trường"});
    const bool unit = reading_.is_any(kind, {"bệnh", "sư", "lữ", "trung", "tiểu", "xí", "quân"}) &&
                      reading_.is_any(kind + 1, {"viện", "đoàn", "nghiệp", "khu"});
    if (department || unit) return true;
  }
  return false;
}

// "Bệnh viện Quân y 7", "Trưởng khoa Ngoại 4 Bệnh viện X", "Phó Trưởng phòng 3 Cục Y", "Sư đoàn phòng không 363": the
// number counts nothing, as a mark or a capital stands behind it.
bool BodyNumbers::is_of_branch(std::size_t at, bool next_stops) const {
  constexpr std::size_t kMostDigits = 3;
  const auto& tokens = reading_.tokens();
  const bool ward = at == first_ && headed_ && tokens[at - 1].kind == TokenKind::kWord;
  if ((at == first_ && !ward) || reading_.folded(at).size() > kMostDigits || !tokens[at].blank_before) return false;
  if (reading_.is_any(at + 1, {"/", "%", ":"}) || counts_time(at + 1) || is_day(at)) return false;
  return is_kind_with_numbers() && (next_stops || !goes_on(at + 1));
}

// "Ban Quản lý dự án Nhiệt điện Thái Bình 2": works of which several bear one name.
bool BodyNumbers::is_of_works(std::size_t at) const {
  const auto& tokens = reading_.tokens();
  const bool digit =
      reading_.folded(at).size() == 1 && tokens[at].blank_before && at > first_ && tokens[at - 1].capital;
  const bool closes = at + 1 >= tokens.size() || tokens[at + 1].paragraph != tokens[at].paragraph ||
                      reading_.is_any(at + 1, {",", ")", ";", "-", "("});
  for (std::size_t t = at; digit && closes && t > first_ + 1; --t) {
    if (reading_.is_any(t - 2, {"dự", "nhà", "nhiệt", "thủy", "khu", "cụm"}) &&
        reading_.is_any(t - 1, {"án", "máy", "điện", "công"}))
      return true;
  }
  return false;
}

// "Phòng PA03", "Trưởng phòng PC07": digits set to the letters of a department's code.
bool BodyNumbers::is_code(std::size_t at) const {
  const auto& tokens = reading_.tokens();
  return at > first_ && !tokens[at].blank_before && tokens[at - 1].kind == TokenKind::kWord &&
         tokens[at - 1].all_capitals;
}

}  // namespace trichluc
