#include "extractors/official/field_of_office.h"

#include "extractors/official/body_name.h"
#include "extractors/official/name.h"

namespace trichluc {

bool is_told(const Reading& reading, std::size_t at) {
  return reading.match_at(at, "meeting_roles") != nullptr || reading.match_at(at, "organization_stops") != nullptr;
}

std::size_t after_ordinal(const Reading& reading, std::size_t at) {
  const auto& tokens = reading.tokens();
  if (at == 0 || at + 1 >= tokens.size() || tokens[at - 1].paragraph != tokens[at + 1].paragraph) return at;
  if (reading.is(at, "đầu") && reading.is(at + 1, "tiên")) return at + 2;
  const bool number = tokens[at + 1].kind == TokenKind::kNumber ||
                      reading.is_any(at + 1, {"hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"});
  return reading.is(at, "thứ") && number ? at + 2 : at;
}

std::size_t after_field(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostInField = 8;
  const auto& tokens = reading.tokens();
  // "Giám đốc khu vực Đông Á - Thái Bình Dương của UNICEF".
  const std::size_t region = at < 2 ? at : part_of_world_end(reading, at - 2);
  if (region > at && reading.is_any(region, {"của", "tại"})) return region;
  if (after_ordinal(reading, at) > at) return at;
  const bool about = reading.is(at, "về");
  std::size_t in_region = 0;
  for (std::size_t t = about ? at + 1 : at; t + 1 < tokens.size() && t - at <= kMostInField + in_region; ++t) {
    // "giám đốc mảng cộng đồng khu vực châu Á - Thái Bình Dương của Facebook".
    const std::size_t part = part_of_world_end(reading, t);
    in_region += part - t;
    t = part;
    if (t + 1 >= tokens.size()) break;
    if (tokens[t].kind != TokenKind::kWord || tokens[t + 1].paragraph != tokens[at].paragraph) break;
    if (!about && (tokens[t].capital || is_told(reading, t))) break;
    const LexiconMatch* body = reading.match_at(t + 1, "organizations");
    const bool named = tokens[t + 1].capital || (body != nullptr && body->value("kind") == "head");
    if (reading.is_any(t, {"của", "tại", "thuộc"})) return named && t > at ? t : at;
  }
  return at;
}

std::size_t at_body_behind_field(const Reading& reading, const LexiconMatch& title, std::size_t at) {
  constexpr std::size_t kMostInField = 6;
  const auto& tokens = reading.tokens();
  const std::string_view name = title.value("name");
  if (name != "Giám đốc" && name != "Phó Giám đốc" && name != "Cố vấn") return at;
  for (std::size_t t = at; t + 1 < tokens.size() && t - at <= kMostInField; ++t) {
    if (tokens[t].kind != TokenKind::kWord || tokens[t + 1].paragraph != tokens[at - 1].paragraph) return at;
    const LexiconMatch* body = reading.match_at(t, "organizations");
    const bool head = body != nullptr && (body->value("kind") == "head" || body->value("kind") == "namesake");
    const bool named = head && body->last < tokens.size() && (tokens[t].capital || tokens[body->last].capital);
    // "Cố vấn phát triển nông thôn Ai-len tại Việt Nam".
    const std::size_t state = country_end(reading, t);
    if (named || (state > t && reading.is(state, "tại"))) return t >= at + 2 ? t : at;
    if (tokens[t].capital || is_told(reading, t) || reading.match_at(t, "titles") != nullptr) return at;
    if (reading.is_any(t, {"của", "tại", "ở", "và", "cho", "các", "những", "với", "để", "về"})) return at;
  }
  return at;
}

std::size_t after_small_field_of_state(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostInField = 6;
  const auto& tokens = reading.tokens();
  for (std::size_t t = at; t < tokens.size() && t - at <= kMostInField; ++t) {
    if (tokens[t].kind != TokenKind::kWord || tokens[t].paragraph != tokens[at].paragraph) return at;
    const std::size_t state = country_end(reading, t);
    if (state > t) return t > at && foreign_word_at(reading, state) ? state : at;
    if (tokens[t].capital || is_told(reading, t) || reading.match_at(t, "titles") != nullptr) return at;
  }
  return at;
}

std::size_t after_charge(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostInCharge = 10;
  const auto& tokens = reading.tokens();
  if (at < 2 || !reading.is(at - 1, "trách") || !reading.is_any(at - 2, {"phụ", "đặc"})) return at;
  std::size_t t = at;
  while (t < tokens.size() && t - at < kMostInCharge) {
    // "phụ trách thương mại - đầu tư".
    const bool half = t > at && reading.is(t, "-") && t + 1 < tokens.size() && tokens[t + 1].kind == TokenKind::kWord &&
                      !tokens[t + 1].capital && tokens[t + 1].paragraph == tokens[t].paragraph &&
                      !is_told(reading, t + 1) && reading.match_at(t + 1, "titles") == nullptr &&
                      reading.match_at(t + 1, "honorifics") == nullptr;
    if (half) {
      t += 2;
      continue;
    }
    if (tokens[t].kind != TokenKind::kWord) break;
    const LexiconMatch* part = reading.match_at(t, "organizations");
    if (is_part_of_world(part)) {
      t = part->last;
      continue;
    }
    if (tokens[t].paragraph != tokens[at - 1].paragraph || tokens[t].capital || is_told(reading, t)) break;
    if (reading.match_at(t, "titles") != nullptr || reading.match_at(t, "honorifics") != nullptr) break;
    ++t;
  }
  // "phụ trách khu vực Đông Á".
  const std::size_t region = t >= at + 2 ? part_of_world_end(reading, t - 2) : t;
  return region > t ? region : t;
}

}  // namespace trichluc
