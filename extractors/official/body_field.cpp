#include "extractors/official/body_field.h"

#include <algorithm>
#include <string>

#include "extractors/official/body_name.h"
#include "extractors/official/name.h"

namespace trichluc {
namespace {

// "… - đơn vị chủ trì", "… - chủ đầu tư dự án", "… - người có công": what the body or its head is, no field.
bool tells_what_it_is(const Reading& reading, std::size_t at) {
  const LexiconMatch* body = reading.match_at(at, "organizations");
  if (body != nullptr && body->value("kind") != "part") return true;
  return reading.is_any(at, {"đơn",   "chủ",   "nhà", "người", "một", "nơi",  "bên", "con",   "tác", "em",
                             "vợ",    "chồng", "bạn", "cha",   "mẹ",  "cháu", "các", "những", "hai", "đầu",
                             "nguồn", "bị",    "thủ", "kẻ",    "cựu", "diễn", "cầu", "nghi",  "đối", "hiện"});
}

}  // namespace

// A verb ends the field, but not as the second half of a compound ("Tiếp nhận").
bool BodyFields::is_stop(std::size_t at) const {
  const LexiconMatch* stop = reading_.match_at(at, "organization_stops");
  if (stop == nullptr) return false;
  const bool compound = at > 0 && tokens_[at - 1].capital && !tokens_[at - 1].all_capitals;
  return !(compound && stop->last == at + 1 && stop->value("kind") == "verb");
}

// One past the words in small letters from this token on, none of which is a verb, an office, a person or whose the
// body is; known fields whole ("công nghệ thông tin").
std::size_t BodyFields::small_words_end(std::size_t at, std::size_t most) const {
  std::size_t t = at;
  while (t < tokens_.size() && t - at < most && tokens_[t].paragraph == tokens_[first_].paragraph) {
    const Token& token = tokens_[t];
    if (token.kind != TokenKind::kWord || token.capital || token.column_before) break;
    const LexiconMatch* known = organization_at(t);
    const bool part = known != nullptr && known->value("kind") == "part" && known->last - t >= 2;
    if (part) {
      t = known->last;
      continue;
    }
    const bool whose = known != nullptr && known->value("kind").ends_with("unit");
    // "Sở Văn hóa - thể thao chỉ được 41 phiếu".
    const bool merely = reading_.is(t, "chỉ") && !reading_.is_any(t + 1, {"huy", "đạo", "dẫn", "số"});
    if (whose || merely || is_stop(t) || reading_.is(t, "của") || reading_.match_at(t, "titles") != nullptr ||
        reading_.match_at(t, "honorifics") != nullptr)
      break;
    ++t;
  }
  return t;
}

// "UBND tỉnh", "Sở Y tế", "tỉnh", "TP Hà Giang", "Hà Giang": whose the body is or where it lies.
bool BodyFields::names_whose(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].paragraph != tokens_[first_].paragraph) return false;
  const LexiconMatch* body = organization_at(at);
  if (body != nullptr && body->value("kind").ends_with("unit")) return true;
  // "… - môi trường của Quốc hội".
  if (reading_.is(at, "của")) return reading_.is_capital_word(at + 1) && names_whose(at + 1);
  if (!tokens_[at].capital) return false;
  return reading_.match_at(at, "places") != nullptr || (body != nullptr && body->value("kind") == "head");
}

// The word that begins the last body named before this token ("Bộ" of "Vụ Quản lý doanh nghiệp Bộ Thông tin"), or the
// body's own first token.
std::size_t BodyFields::last_head_before(std::size_t end) const {
  for (std::size_t t = end; t > first_ + 1; --t) {
    const LexiconMatch* head = tokens_[t - 1].capital ? organization_at(t - 1) : nullptr;
    if (head != nullptr && head->value("kind") == "head" && head->last < end) return t - 1;
  }
  return first_;
}

// "Sở Thông tin", "trưởng phòng thống kê tội phạm", but "Trung tâm Sao Mai": is nothing but a field of work told
// between the kind of a department and this token?
bool BodyFields::bears_field_alone(std::size_t end) const {
  constexpr std::size_t kMostWords = 8;
  const std::size_t first = last_head_before(end);
  const LexiconMatch* head = organization_at(first);
  const bool headed = headed_ && first == first_;
  const bool department = head != nullptr && head->value("name").empty() && head->value("kind") == "head" &&
                          (head->value("parent") == "department" || reading_.is_any(first, {"sở", "ban", "bộ"}));
  if (!headed && !department) return false;
  const std::size_t field = headed || head == nullptr ? first : head->last;
  if (end <= field + 1 || end - field > kMostWords) return false;
  return std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(field) + 1,
                      tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const Token& token) { return token.capital || token.kind != TokenKind::kWord; });
}

// "Cục Kỹ thuật an toàn và môi trường công nghiệp (Bộ Công thương)", "Hiệp hội Vận tải và du lịch TP.HCM": a second
// field in small letters, and right behind it whose the body is.
std::size_t BodyFields::field_behind_and(std::size_t at) const {
  constexpr std::size_t kMostWords = 4;
  const LexiconMatch* head = organization_at(first_);
  const bool kind_alone = headed_ || (head != nullptr && head->value("name").empty() && head->value("kind") == "head");
  if (!kind_alone || at < first_ + 3 || tells_what_it_is(reading_, at) ||
      reading_.is_any(at, {"lãnh", "cán", "nhân", "bà", "gia", "đại", "bạn", "học", "giáo", "phụ", "phóng", "đông"}))
    return at;
  // "Trung tâm Quản lý và điều hành giao thông đô thị Hải Phòng".
  const LexiconMatch* work = reading_.match_at(at, "organization_stops");
  const std::size_t from = work != nullptr && !tokens_[at].capital ? work->last : at;
  const std::size_t end = small_words_end(from, kMostWords + 1);
  if (end == from || end - from > kMostWords) return at;
  const bool within = reading_.is_any(end, {"(", ","}) && reading_.is_capital_word(end + 1);
  const LexiconMatch* larger = within ? organization_at(end + 1) : nullptr;
  const bool of_larger = larger != nullptr && larger->value("kind") == "head" && !larger->value("parent").empty() &&
                         reading_.match_at(end + 1, "titles") == nullptr;
  return of_larger || names_whose(end) ? end : at;
}

// "Trưởng ban Văn hóa - xã hội HĐND tỉnh", "Viện Nghiên cứu kinh tế - xã hội Hà Giang", "Sở Thông tin - truyền thông".
std::size_t BodyFields::second_half_end(std::size_t at, bool whole) const {
  constexpr std::size_t kMostWords = 4;
  if (at >= tokens_.size() || tokens_[at].capital || tells_what_it_is(reading_, at)) return at;
  const std::size_t end = small_words_end(at, kMostWords + 1);
  if (end == at || end - at > kMostWords || names_whose(end)) return end - at > kMostWords ? at : end;
  const bool goes_on = end < tokens_.size() && tokens_[end].paragraph == tokens_[first_].paragraph &&
                       (tokens_[end].capital || tokens_[end].kind == TokenKind::kNumber);
  return !whole && !goes_on && end - at >= 2 && bears_field_alone(at - 1) ? end : at;
}

// "Tổng công ty đầu tư và quản lý hạ tầng Sông Hồng": up to the name that a firm or a centre must have.
std::size_t BodyFields::unnamed_work_end(std::size_t at) const {
  constexpr std::size_t kMostWords = 8;
  const LexiconMatch* head = organization_at(first_);
  if (headed_ || head == nullptr || !head->value("name").empty() || !tokens_[first_].capital) return at;
  if (!head->entry->form.ends_with("công ty") && head->entry->form != "trung tâm") return at;
  const bool unnamed = head->last + 1 < at && std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(head->last),
                                                           tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                                           [](const Token& token) { return token.capital; });
  if (!unnamed || reading_.is_any(at, {"các", "những", "một", "lãnh", "cán"})) return at;
  const std::size_t end = small_words_end(at, kMostWords + 1);
  const bool named = end > at + 1 && end - at <= kMostWords && reading_.is_capital_word(end) &&
                     tokens_[end].paragraph == tokens_[first_].paragraph &&
                     reading_.match_at(end, "titles") == nullptr && reading_.match_at(end, "honorifics") == nullptr;
  return named ? end : at;
}

std::size_t BodyFields::work_behind_and(std::size_t at) const {
  // "Ban Quản lý Khu công nghệ cao và các khu công nghiệp".
  const std::size_t area = reading_.is(at, "các") ? at + 1 : at;
  for (std::size_t t = first_; reading_.is_any(area, {"khu", "cụm"}) && t + 1 < at; ++t) {
    if (reading_.is_any(t, {"khu", "cụm"})) return area + 1;
  }
  const std::size_t field = field_behind_and(at);
  return field > at ? field : unnamed_work_end(at);
}

bool BodyFields::leads_to_town(std::size_t dash) const {
  constexpr std::size_t kFarthest = 12;
  if (!reading_.is_capital_word(dash + 1) || !tokens_[dash - 1].capital) return false;
  for (std::size_t t = dash; t > first_ && dash - t < kFarthest; --t) {
    if (reading_.is_any(t - 1, {"đường", "tốc", "tuyến", "bot"})) return true;
  }
  return false;
}

bool BodyFields::tells_somebody(std::size_t at) const {
  constexpr std::size_t kMostWords = 6;
  for (std::size_t t = at; t < tokens_.size() && t - at <= kMostWords; ++t) {
    if (reading_.is_any(t, {"biết", "hay"})) return t > at;
    if (tokens_[t].kind != TokenKind::kWord) return false;
  }
  return false;
}

// "Trưởng phòng tham mưu Công an tỉnh", "Trưởng phòng kiểm tra, Chi cục Thuế", "Trưởng phòng tham mưu, người phát
// ngôn": a verb right behind the title is the field where the body that it belongs to or a further office follows.
bool BodyFields::is_field_of_title(std::size_t at) const {
  const LexiconMatch* work = headed_ && at == first_ ? reading_.match_at(at, "organization_stops") : nullptr;
  if (work == nullptr || work->last - at != 2) return false;
  const bool comma = reading_.is(work->last, ",");
  const std::size_t next = comma ? work->last + 1 : work->last;
  if (next >= tokens_.size() || tokens_[next].paragraph != tokens_[at].paragraph) return false;
  const LexiconMatch* title = reading_.match_at(next, "titles");
  if (title != nullptr) return comma && title->value("use").empty();
  const LexiconMatch* body = tokens_[next].capital ? organization_at(next) : nullptr;
  return body != nullptr && body->value("kind") == "head";
}

// "Viện Hợp tác, Nghiên cứu và Đào tạo quốc tế": behind the comma the second field of three, the last behind "và".
bool BodyFields::opens_further_field(std::size_t at) const {
  constexpr std::size_t kMostWords = 4;
  const LexiconMatch* head = organization_at(first_);
  // "Bộ trưởng Gia đình, Lao động và Chính sách xã hội Ba Lan".
  const bool kind_alone = headed_ || is_behind_minister(reading_, first_) ||
                          (head != nullptr && head->value("name").empty() &&
                           (head->value("kind") == "head" || head->value("kind") == "namesake"));
  if (!kind_alone || at - first_ > 2 * kMostWords) return false;
  if (opens_second_field(at)) return true;
  for (std::size_t t = at; t < tokens_.size() && t - at <= kMostWords; ++t) {
    if (tokens_[t].paragraph != tokens_[first_].paragraph) return false;
    if (reading_.is(t, "và")) return t > at && is_field(t + 1);
    if (t == at ? !is_field(t) : tokens_[t].kind != TokenKind::kWord || is_stop(t)) return false;
  }
  return false;
}

// "Ban Văn hóa, Xã hội HĐND tỉnh", "Sở Văn hóa, Thể thao Thành phố X": two words behind the comma, and right behind
// them whose the body is.
bool BodyFields::opens_second_field(std::size_t at) const {
  const std::size_t whose = at + 2;
  if (!is_field(at) || whose >= tokens_.size() || tokens_[whose].paragraph != tokens_[first_].paragraph) return false;
  if (tokens_[at + 1].kind != TokenKind::kWord || tokens_[at + 1].capital || is_stop(at + 1)) return false;
  const LexiconMatch* body = organization_at(whose);
  const LexiconMatch* title = reading_.match_at(whose, "titles");
  if (body == nullptr || (title != nullptr && title->last >= body->last)) return false;
  const std::string_view kind = body->value("kind");
  return kind.ends_with("unit") || (kind == "head" && tokens_[whose].capital);
}

// A field of work in capitals: no body, office, person or place.
bool BodyFields::is_field(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].capital || !spells_vietnamese(tokens_[at])) return false;
  const LexiconMatch* body = organization_at(at);
  if (body != nullptr && body->value("kind") != "part") return false;
  return reading_.match_at(at, "places") == nullptr && reading_.match_at(at, "titles") == nullptr &&
         reading_.match_at(at, "honorifics") == nullptr && !read_name(reading_, at, NameContext::kAfterTitle) &&
         (!is_stop(at) || reading_.is(at, "thông"));  // "thông tin" (to tell) is a field too
}

}  // namespace trichluc
