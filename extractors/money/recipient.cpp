#include "extractors/money/recipient.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extractors/clause.h"
#include "extractors/official/organization.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestName = 9;  // tokens

// "tỉnh Quảng Trị", "huyện Đakrông": a unit of the administration with its name.
bool is_unit(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kUnits[] = {"tỉnh", "huyện", "xã", "quận", "phường"};
  if (reading.is(at, "thành") || reading.is(at, "thị")) return reading.is(at + 1, "phố") || reading.is(at + 1, "xã");
  return std::any_of(std::begin(kUnits), std::end(kUnits), [&](std::string_view unit) { return reading.is(at, unit); });
}

bool begins_body(const Reading& reading, std::size_t at) {
  const LexiconMatch* body = reading.match_at(at, "organizations");
  return body != nullptr && body->value("kind") != "country" && reading.tokens()[at].capital;
}

bool is_country(const Reading& reading, std::size_t at) {
  const LexiconMatch* place = reading.match_at(at, "places");
  return place != nullptr && place->value("kind") == "country";
}

bool ends_name(const Reading& reading, std::size_t at) {
  const Token& token = reading.tokens()[at];
  if (token.kind != TokenKind::kWord) return true;
  const LexiconMatch* stop = reading.match_at(at, "organization_stops");
  return stop != nullptr && stop->value("kind") == "always" && !token.capital;
}

// "Hội Chữ thập đỏ tỉnh Hà Tĩnh mua thuốc": a body's name as far as it goes.
std::optional<Clause> body_at(const Reading& reading, std::size_t first, std::size_t to) {
  const auto body = begins_body(reading, first) ? read_organization(reading, first, false) : std::nullopt;
  if (!body) return std::nullopt;
  // "Nhóm Sống Xanh Mộc Châu"
  const LexiconMatch* district = reading.match_at(body->name_last, "districts");
  const bool of_district = district != nullptr && reading.is_capital_word(body->name_last);
  const std::size_t last = std::min<std::size_t>(of_district ? district->last : body->name_last, to);
  return last > first + 1 ? std::optional<Clause>(Clause{first, last}) : std::nullopt;
}

// The name that begins at `first`: it ends with a word in capitals, two in lower case at most between.
std::optional<Clause> name_at(const Reading& reading, std::size_t first, std::size_t to) {
  constexpr std::size_t kMostLower = 3;
  if (first >= to || is_country(reading, first)) return std::nullopt;
  if (const auto body = body_at(reading, first, to)) return body;
  if (!is_unit(reading, first)) return std::nullopt;
  std::size_t last = first;
  for (std::size_t at = first; at < to && at - first < kLongestName && !ends_name(reading, at); ++at) {
    const bool capital = reading.tokens()[at].capital;
    if (capital) last = at + 1;
    if (!capital && at >= last + kMostLower) break;
  }
  return last > first + 1 ? std::optional<Clause>(Clause{first, last}) : std::nullopt;
}

// "Bệnh viện tỉnh đã tiếp nhận": the stretch before the cue, where a body or a unit begins it.
std::optional<Clause> subject_before(const Reading& reading, std::size_t cue, std::size_t from) {
  std::size_t end = cue;
  while (end > from && (reading.is(end - 1, "đã") || reading.is(end - 1, "được") || reading.is(end - 1, "sẽ"))) --end;
  std::size_t first = end;
  while (first > from && reading.tokens()[first - 1].kind == TokenKind::kWord && end - first < kLongestName) --first;
  const bool begins = is_unit(reading, first) || begins_body(reading, first);
  if (first == end || !begins || end - first < 2) return std::nullopt;
  bool named = false;  // "thành phố tiếp nhận" names none
  for (std::size_t at = first; at < end; ++at) {
    if (ends_name(reading, at)) return std::nullopt;
    // "UBND Phê duyệt tiếp nhận": a verb in capitals ends no name.
    const LexiconMatch* stop = reading.match_at(at, "organization_stops");
    if (stop != nullptr && stop->value("kind") == "always" && stop->last >= end) return std::nullopt;
    named = named || (at > first && reading.tokens()[at].capital);
  }
  return named ? std::optional<Clause>(Clause{first, end}) : std::nullopt;
}

// One past "viện trợ cho", "trao tặng"; "cam kết Chính phủ X tài trợ" leads to the giver: then the end of the text.
std::size_t after_giving(const Reading& reading, std::size_t end) {
  if (reading.is(end, "cho")) return end + 1;
  const LexiconMatch* verb = reading.match_before(end, "giving_verbs");
  return verb != nullptr && verb->value("kind") == "gives" ? end : reading.tokens().size();
}

// "Bệnh viện X được tổ chức Y hỗ trợ": the "được" before who gives; `from` where none stands there.
std::size_t passive_before(const Reading& reading, std::size_t cue, std::size_t from) {
  constexpr std::size_t kLongestGiver = 12;
  for (std::size_t at = cue; at > from && cue - at < kLongestGiver && !reading.is(at - 1, ","); --at) {
    if (reading.is(at - 1, "được")) return at - 1;
  }
  return from;
}

}  // namespace

std::string recipient_of(const Reading& reading, const Sum& sum, std::size_t from) {
  const Clause clause = clause_of(reading, sum.first);
  const auto told = [&](const std::optional<Clause>& name) {
    return name ? reading.words(reading.span_of(name->first, name->last)) : std::string{};
  };
  // "5 tỷ đồng (viện trợ) cho Bệnh viện X"
  constexpr std::size_t kFarthestLink = 3;
  for (std::size_t at = sum.last; at < std::min(sum.last + kFarthestLink, clause.last); ++at) {
    if (reading.tokens()[at].kind != TokenKind::kWord) break;
    if (!reading.is_any(at, {"cho", "giúp", "tặng"})) continue;
    if (auto name = told(name_at(reading, at + 1, clause.last)); !name.empty()) return name;
    break;
  }
  for (std::size_t at = sum.first; at > std::max(from, clause.first); --at) {
    const LexiconMatch* cue = reading.match_at(at - 1, "money_cues");
    if (cue == nullptr || cue->last > sum.first) continue;
    const std::string_view verdict = cue->value("verdict");
    const bool received = cue->value("stage") == "received";
    if (received) {
      if (auto name = told(subject_before(reading, at - 1, std::max(from, clause.first))); !name.empty()) return name;
    } else if (verdict == "aid" || verdict == "weak") {
      // "viện trợ cho huyện X 5 tỷ đồng", "trao tặng Bệnh viện X số tiền 5 tỷ đồng"
      const std::size_t first = after_giving(reading, cue->last);
      if (auto name = told(name_at(reading, first, sum.bound.first)); !name.empty()) return name;
      const std::size_t passive = passive_before(reading, at - 1, std::max(from, clause.first));
      if (auto name = told(subject_before(reading, passive, std::max(from, clause.first))); !name.empty()) return name;
    }
  }
  return {};
}

}  // namespace trichluc
