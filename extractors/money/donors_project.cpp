#include "extractors/money/donors_project.h"

#include <algorithm>
#include <optional>

#include "extractors/countries.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/businesses.h"
#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

bool is_project(const LexiconMatch* noun) {
  return noun != nullptr && noun->value("of") == "project";
}

// Before "với tổng kinh phí là", "trị giá", "cộng lại": the words that call a cost a cost.
std::size_t before_cost_words(const Reading& reading, std::size_t first, std::size_t from) {
  while (first > from &&
         reading.is_any(first - 1, {"tổng", "kinh", "phí", "ngân", "sách", "vốn",  "trị",   "giá", "mức", "là", "có",
                                    "với",  "cộng", "lại", "cả",   "thảy", "tính", "chung", "tất", "hết", "tốn"}))
    --first;
  return first;
}

bool opens_term(const Reading& reading, std::size_t at) {
  const LexiconMatch* number = reading.match_at(at, "number_words");
  return reading.is_any(at, {"dài", "kéo", "giai", "trong", "từ", "thực", "triển", "năm", "thời", "bắt"}) ||
         reading.is_taken(at) || number != nullptr || reading.quantity_at(at) != nullptr;
}

// Before ", dài ba năm", ", giai đoạn 2020-2023": how long the project lasts stands between commas.
std::size_t before_term(const Reading& reading, std::size_t comma, std::size_t from) {
  constexpr std::size_t kLongest = 12;
  for (std::size_t at = comma; at > from && comma - at < kLongest; --at) {
    if (is_sum(reading, at - 1) || reading.is_any(at - 1, {";", ":"})) return comma;
    if (reading.is(at - 1, ",")) return opens_term(reading, at) ? at - 1 : comma;
  }
  return comma;
}

// "MDM (Pháp)": the country in brackets tells that it is from abroad.
std::optional<BodyAbroad> name_with_country(const Reading& reading, std::size_t first, std::size_t end) {
  constexpr std::size_t kLongestName = 6;
  std::size_t open = first;
  while (open < end && open - first < kLongestName && reading.is_capital_word(open)) ++open;
  const LexiconMatch* country = open > first ? country_in_brackets(reading, open) : nullptr;
  if (country == nullptr) return std::nullopt;
  return BodyAbroad{{first, open}, country->last + 1};
}

// "do tổ chức X xây", "do Lãnh sự quán Y bỏ tiền xây tặng": what the body did, and nothing else.
bool builds(const Reading& reading, std::size_t first, std::size_t end) {
  if (first >= end) return false;
  for (; first < end; ++first) {
    if (!reading.is_any(first,
                        {"bỏ", "tiền", "xây", "dựng", "làm", "cất", "tặng", "sửa", "lắp", "đặt", "đào", "khoan"}))
      return false;
  }
  return true;
}

// The body that the words before `end` name behind "của" or "do", brackets with its country or short form behind it.
std::optional<BodyAbroad> donor_that_ends(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kFarthest = 18;
  for (std::size_t at = end; at > from + 1 && end - at < kFarthest; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord && !reading.is_any(at - 1, {"(", ")", "-", "'", "’"}))
      return std::nullopt;
    if (!reading.is_any(at - 1, {"của", "do", "từ"})) continue;
    auto body = body_abroad_at(reading, at, end);
    if (!body) body = name_with_country(reading, at, end);
    if (!body || is_business(reading, body->name)) return std::nullopt;
    std::size_t behind = body->last;
    if (reading.is(behind, "(")) {
      while (behind < end && !reading.is(behind, ")")) ++behind;
      ++behind;
    }
    if (behind == end) return body;
    const bool pays = reading.is_any(behind, {"tài", "viện", "hỗ"}) && reading.is(behind + 1, "trợ");
    const bool fits = (pays && behind + 2 == end) || (reading.is(at - 1, "do") && builds(reading, behind, end));
    return fits ? body : std::nullopt;
  }
  return std::nullopt;
}

// "vốn đối ứng", "vay": what would say that the cost is not all the donor's.
bool tells_other_money(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && is_no_aid(*cue) && decides(reading, *cue) &&
        cue->entry->form.find("ngân sách") == std::string::npos)
      return true;
    if (reading.is(at, "vay") || (reading.is(at, "đối") && reading.is(at + 1, "ứng"))) return true;
  }
  return false;
}

}  // namespace

std::optional<Clause> donor_of_project(const Reading& reading, std::size_t first) {
  const std::size_t from = reading.sentence_of(first).first;
  std::size_t end = before_cost_words(reading, first, from);
  if (end == from) return std::nullopt;
  if (reading.is(end - 1, ":")) --end;
  if (end == from) return std::nullopt;
  if (reading.is(end - 1, ",")) end = before_term(reading, end - 1, from);
  const auto donor = donor_that_ends(reading, end, from);
  return donor ? std::optional<Clause>(donor->name) : std::nullopt;
}

namespace {

// "bằng tiền của Đại sứ quán Nhật Bản, 88.000 USD", "do tổ chức X xây, tốn 1,6 tỷ đồng": whose money it was, told
// without a project.
const LexiconMatch* money_of_donor(const Reading& reading, const Clause& donor, std::size_t first) {
  std::size_t lead = donor.first;
  if (lead > 2 && reading.is(lead - 1, "chức") && reading.is(lead - 2, "tổ")) lead -= 2;
  const bool funds = lead > 2 && reading.is(lead - 2, "phí") && reading.is(lead - 3, "kinh");
  const bool money = lead > 1 && reading.is_any(lead - 1, {"của", "từ"}) &&
                     (funds || reading.is_any(lead - 2, {"tiền", "vốn", "phần", "quà", "khoản"}));
  // "Trụ sở do Đại sứ quán Mỹ xây" is its own.
  const bool own = lead > 2 && reading.is(lead - 2, "sở") && reading.is(lead - 3, "trụ");
  const bool built =
      !own && lead > 0 && reading.is(lead - 1, "do") && before_cost_words(reading, first, donor.last) < first;
  return money || built ? cue_of_body(reading, donor.first, donor) : nullptr;
}

}  // namespace

const LexiconMatch* cost_of_donors_project(const Reading& reading, const Topic& topic, std::size_t first,
                                           std::size_t last) {
  constexpr std::size_t kFarthest = 45;
  const Sentence& sentence = reading.sentence_of(first);
  const auto donor = donor_of_project(reading, first);
  if (!donor) return nullptr;
  const std::size_t behind = std::min(last + kFarthest, sentence.last);
  if (tells_other_money(reading, donor->last, first) || tells_other_money(reading, last, behind)) return nullptr;
  // "dự án khu nghỉ dưỡng của Accor (Pháp)"
  if (!body_abroad_at(reading, donor->first, first) && !topic.speaks_of_ngos(first)) return nullptr;
  if (const LexiconMatch* cue = money_of_donor(reading, *donor, first)) return cue;
  for (std::size_t at = donor->first; at > sentence.first && donor->first - at < kFarthest; --at) {
    if (is_sum(reading, at - 1) || reading.is(at - 1, ";")) return nullptr;
    const LexiconMatch* noun = reading.match_at(at - 1, "head_nouns");
    if (!is_project(noun)) continue;
    const bool own = reading.is_any(donor->first - 1, {"của", "do", "chức"});
    return !own || tells_other_money(reading, at - 1, donor->first) ? nullptr : noun;
  }
  return nullptr;
}

namespace {

// "ký biên bản thảo luận dự án", "ký thỏa thuận hợp tác": a paper of aid, no contract of sale.
bool is_paper_of_aid(const Reading& reading, std::size_t at) {
  return (reading.is_any(at, {"biên", "thỏa", "văn", "bản"}) &&
          reading.is_any(at + 1, {"bản", "thuận", "kiện", "ghi"})) ||
         (reading.is(at, "dự") && reading.is(at + 1, "án"));
}

// A body from abroad that neither lends nor trades and is no state.
std::optional<BodyAbroad> spender_at(const Reading& reading, std::size_t at, std::size_t end) {
  const auto body = body_abroad_at(reading, at, end);
  return body && !is_business(reading, body->name) && !is_state(reading, body->name) ? body : std::nullopt;
}

// Whoever is from abroad among the parties that sign, the one before "ký" or behind "với".
const LexiconMatch* party_abroad(const Reading& reading, std::size_t from, std::size_t sign, std::size_t first) {
  for (std::size_t at = from; at < first; ++at) {
    if (at >= sign && !reading.is(at - 1, "với") && !reading.is(at - 1, "chức")) continue;
    if (const auto body = spender_at(reading, at, first)) return cue_of_body(reading, at, body->name);
  }
  return nullptr;
}

}  // namespace

const LexiconMatch* worth_of_signed(const Reading& reading, std::size_t first, std::size_t last) {
  constexpr std::size_t kFarthest = 30;
  const Sentence& sentence = reading.sentence_of(first);
  const std::size_t end = before_cost_words(reading, first, sentence.first);
  if (end == first) return nullptr;
  const std::size_t from = end - sentence.first > kFarthest ? end - kFarthest : sentence.first;
  bool paper = false;
  for (std::size_t at = end; at > from; --at) {
    if (is_sum(reading, at - 1) || reading.is(at - 1, ";")) return nullptr;
    paper = paper || is_paper_of_aid(reading, at - 1);
    if (!reading.is(at - 1, "ký")) continue;
    const bool other = tells_other_money(reading, from, first) ||
                       tells_other_money(reading, last, std::min(last + kFarthest, sentence.last));
    return paper && !other ? party_abroad(reading, from, at - 1, end) : nullptr;
  }
  return nullptr;
}

const LexiconMatch* worth_of_gifts(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 40;
  const std::size_t from = reading.sentence_of(first).first;
  std::size_t end = before_cost_words(reading, first, from);
  if (end == first || end == from || !reading.is_any(end - 1, {",", ")"})) return nullptr;
  bool inside = false;
  for (std::size_t at = end; at > from && end - at < kFarthest; --at) {
    if (reading.is(at - 1, ")")) inside = true;
    const bool opens = reading.is(at - 1, "(");
    if (opens) inside = false;
    if (inside || opens) continue;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    if (is_sum(reading, at - 1) || reading.is(at - 1, ";") || (cue != nullptr && is_no_aid(*cue))) return nullptr;
    const LexiconMatch* noun = reading.match_at(at - 1, "head_nouns");
    // "phi dự án" in "dự án và phi dự án": the longer form decides.
    if (is_project(noun) && noun->value("need") != "aid") return noun;
  }
  return nullptr;
}

bool is_envoy_near(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 90;
  const std::size_t end = std::min(first + kFarthest, reading.tokens().size());
  for (std::size_t at = first > kFarthest ? first - kFarthest : 1; at < end; ++at) {
    if (country_at(reading, at) != nullptr && reading.is_any(at - 1, {"sứ", "sự", "quán"})) return true;
  }
  return false;
}

namespace {

bool leads_to_total(const Reading& reading, std::size_t at) {
  return reading.is_any(at, {"tổng", "cộng", "cả", "thảy", "tất", "thêm", "số", "tiền", "khoản", "chung", "là"});
}

}  // namespace

const LexiconMatch* taken_by_projects(const Reading& reading, const Topic& topic, std::size_t first) {
  constexpr std::size_t kFarthest = 12;
  const std::size_t from = reading.sentence_of(first).first;
  std::size_t end = first;
  while (end > from && leads_to_total(reading, end - 1)) --end;
  if (end < from + 2 || !reading.is_any(end - 1, {"nhận", "cấp", "trao", "được"})) return nullptr;
  const std::size_t verb = reading.is(end - 1, "được") ? end - 1 : end - 2;
  if (!reading.is(verb, "được")) return nullptr;
  for (std::size_t at = verb; at > from && verb - at < kFarthest; --at) {
    if (is_sum(reading, at - 1) || reading.is(at - 1, ";")) return nullptr;
    const LexiconMatch* noun = reading.match_at(at - 1, "head_nouns");
    if (!is_project(noun)) continue;
    const bool counted =
        at > 1 && (reading.quantity_at(at - 2) != nullptr || reading.match_before(at - 1, "number_words") != nullptr);
    return counted && (topic.speaks_of_aid(first) || is_envoy_near(reading, first)) ? noun : nullptr;
  }
  return nullptr;
}

std::optional<Clause> payer_named_before(const Reading& reading, std::size_t first) {
  constexpr std::size_t kLongestName = 14;
  const std::size_t from = reading.sentence_of(first).first;
  std::size_t end = first;
  while (end > from && (leads_to_total(reading, end - 1) || reading.is_any(end - 1, {",", ":", "với", "(", "chi"})))
    --end;
  if (end == first) return std::nullopt;
  for (std::size_t at = end; at > from + 2 && end - at < kLongestName; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return std::nullopt;
    if (!reading.is(at - 1, "là")) continue;
    const bool money = reading.is(at - 2, "tiền") && reading.is_any(at - 3, {"trả", "chi", "bỏ", "cấp", "góp", "xuất"});
    const bool gives = reading.is(at - 2, "trợ") && reading.is_any(at - 3, {"tài", "viện"});
    const auto body = money || gives ? body_abroad_at(reading, at, end) : std::nullopt;
    const bool pays = body && body->last == end && !is_business(reading, body->name);
    return pays ? std::optional<Clause>(body->name) : std::nullopt;
  }
  return std::nullopt;
}

const LexiconMatch* named_payer(const Reading& reading, std::size_t first) {
  const auto name = payer_named_before(reading, first);
  return name ? cue_of_body(reading, name->first, *name) : nullptr;
}

const LexiconMatch* share_of_donor(const Reading& reading, std::size_t first) {
  constexpr std::size_t kLongestName = 12;
  const std::size_t from = reading.sentence_of(first).first;
  std::size_t end = first;
  while (end > from && reading.is_any(end - 1, {"là", "được", "đạt", "dự", "tính", "kiến", "khoảng", "chừng", "có"}))
    --end;
  for (std::size_t at = end; at > from + 1 && end - at < kLongestName; --at) {
    const bool own = reading.is_any(at - 2, {"phần", "vốn"}) && reading.is(at - 1, "của");
    if (!own && !reading.is_any(at - 1, {"vốn", "phần"})) continue;
    const auto body = body_abroad_at(reading, at, end);
    const bool whole = body && body->last == end && !is_business(reading, body->name);
    return whole && end < first ? cue_of_body(reading, at, body->name) : nullptr;
  }
  return nullptr;
}

const LexiconMatch* giver_before_colon(const Reading& reading, std::size_t first, std::size_t last) {
  const std::size_t from = reading.sentence_of(first).first;
  if (reading.section_of(first) != text::Section::kTitle || first < from + 2 || !reading.is(first - 1, ":"))
    return nullptr;
  if (reading.is_any(last, {"nữa", "thêm", "để"})) ++last;
  if (!reading.is_any(last, {"cho", "giúp", "hỗ", "đến", "tới"})) return nullptr;
  auto body = body_abroad_at(reading, from, first - 1);
  if (!body || body->last + 1 != first) body = known_name_before(reading, first - 1, from);
  if (!body || body->name.first != from || is_business(reading, body->name)) return nullptr;
  const LexiconMatch* known = reading.match_before(body->name.last, kTable);
  return known != nullptr ? known : cue_of_body(reading, from, body->name);
}

namespace {

// "Với khoản kinh phí", "Với tổng ngân sách dự kiến khoảng": a clause that opens with what there is to spend.
bool opens_with_budget(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 9;
  const std::size_t from = reading.sentence_of(first).first;
  bool budget = false;
  for (std::size_t at = first; at > from && first - at < kFarthest; --at) {
    if (reading.is(at - 1, "với")) return budget && (at - 1 == from || reading.is(at - 2, ","));
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
    budget = budget || reading.is_any(at - 1, {"phí", "sách", "vốn", "tiền"});
  }
  return false;
}

// "17,5 triệu bảng Anh (35 triệu đô la Mỹ), …": one past the brackets, or `at`.
std::size_t after_equivalent(const Reading& reading, std::size_t at) {
  constexpr std::size_t kLongest = 10;
  if (!reading.is(at, "(")) return at;
  for (std::size_t close = at + 1; close < reading.tokens().size() && close - at < kLongest; ++close) {
    if (reading.is(close, ")")) return close + 1;
  }
  return at;
}

}  // namespace

const LexiconMatch* spender_behind(const Reading& reading, std::size_t first, std::size_t last) {
  if (!opens_with_budget(reading, first)) return nullptr;
  const std::size_t end = reading.sentence_of(first).last;
  const std::size_t comma = after_equivalent(reading, last);
  if (comma + 1 >= end || !reading.is(comma, ",")) return nullptr;
  const auto body = spender_at(reading, comma + 1, end);
  const bool spends = body && body->last < end && reading.tokens()[body->last].kind == TokenKind::kWord;
  return spends ? cue_of_body(reading, comma + 1, body->name) : nullptr;
}

const LexiconMatch* money_of_country(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  if (!reading.is_any(last, {"của", "từ"})) return nullptr;
  std::size_t at = last + 1;
  // "Nhờ 4 tỷ đồng của GPI (Hàn Quốc), huyện có trường mới"
  if (first > 0 && reading.is(first - 1, "nhờ")) {
    const auto body = name_with_country(reading, at, reading.sentence_of(first).last);
    if (body && !is_business(reading, body->name)) return country_before(reading, body->last - 1);
  }
  if (reading.is_any(at, {"người", "nhân", "phía"})) at += reading.is(at, "nhân") ? 2U : 1U;
  const LexiconMatch* country = country_at(reading, at);
  if (country == nullptr) return nullptr;
  at = country->last;
  const bool goes = reading.is_any(at, {"cho", "giúp", "tặng", "dành"}) ||
                    (reading.is_any(at, {"về", "đến", "tới"}) && reading.is(at + 1, "với"));
  return goes && (topic.speaks_of_aid(first) || is_envoy_near(reading, first)) ? country : nullptr;
}

}  // namespace trichluc
