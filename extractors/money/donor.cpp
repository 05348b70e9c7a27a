#include "extractors/money/donor.h"

#include <algorithm>
#include <optional>

#include "extractors/clause.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/donors_project.h"
#include "extractors/money/givers.h"
#include "extractors/money/paying_donor.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestName = 8;  // tokens

bool is_giving(const LexiconMatch& cue) {
  const bool gives = cue.value("verdict") == "aid" || cue.value("verdict") == "weak";
  // Who canvasses, draws or approves aid is not who gives it.
  for (const std::string_view seeking : {"vận động", "huy động", "thu hút", "tranh thủ", "quyên góp", "phê duyệt"}) {
    if (std::string_view(cue.entry->form).substr(0, seeking.size()) == seeking) return false;
  }
  return gives && cue.value("stage") != "received" && cue.value("stage") != "disbursed";
}

// "Pacific Links Foundation (PALS) tài trợ": the name stands before its short form or its country.
std::size_t before_brackets(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongestInside = 5;  // "(Hà Lan)", "(PALS)"
  if (end < from + 4 || !reading.is(end - 1, ")")) return end;
  for (std::size_t at = end - 1; at > from && end - at <= kLongestInside + 1; --at) {
    if (reading.is(at - 1, "(")) return at - 1;
  }
  return end;
}

// The apostrophe and the letter of "Samaritan's Purse".
bool in_possessive(const Reading& reading, std::size_t at) {
  const auto apostrophe = [&](std::size_t token) { return reading.is(token, "'") || reading.is(token, "’"); };
  return apostrophe(at) || (at > 0 && reading.is(at, "s") && apostrophe(at - 1));
}

// "Chính phủ Hàn Quốc vừa công bố khoản viện trợ": the name ends before the first verb behind it.
std::size_t before_verbs(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kFarthest = 8;
  std::size_t ends = end;
  for (std::size_t at = end; at > from && end - at < kFarthest; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord || reading.is(at - 1, "với")) break;
    // "UBND tỉnh phê duyệt tiếp nhận khoản viện trợ": who takes it gives nothing.
    const LexiconMatch* cue = reading.match_at(at - 1, "money_cues");
    if (cue != nullptr && !cue->value("stage").empty() && !is_giving(*cue)) return end;
    const LexiconMatch* verb = reading.match_at(at - 1, "organization_stops");
    const bool stops = verb != nullptr && verb->value("kind") == "always" && !reading.tokens()[at - 1].capital;
    if (stops && at - 1 > from && reading.tokens()[at - 2].capital) ends = at - 1;
  }
  return ends;
}

// "do Tổ chức Tầm nhìn thế giới viện trợ": the whole of what stands between.
std::optional<Clause> name_behind_do(const Reading& reading, std::size_t start, std::size_t end) {
  if (start == 0 || !reading.is(start - 1, "do") || end <= start + 2 || end - start > kLongestName) return std::nullopt;
  const bool organisation = reading.is(start, "tổ") && reading.is(start + 1, "chức");
  const Token& name = reading.tokens()[start + 2];
  if (!organisation || !name.capital || name.all_capitals) return std::nullopt;
  for (std::size_t at = start; at < end; ++at) {
    if (reading.tokens()[at].kind != TokenKind::kWord) return std::nullopt;
  }
  return Clause{reading.tokens()[start].capital ? start : start + 2, end};
}

// "do Tổ chức Y tế vì hòa bình Hàn Quốc (Medipeace) tài trợ": all between the word and the cue of giving.
std::optional<Clause> name_before_giving(const Reading& reading, std::size_t first, std::size_t to) {
  if (first >= to || !reading.tokens()[first].capital) return std::nullopt;
  for (std::size_t at = first; at < to && at - first <= kLongestName + 4; ++at) {
    if (reading.is(at, ",")) return std::nullopt;
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue == nullptr || !is_giving(*cue) || at == first || reading.tokens()[at].capital) continue;
    const std::size_t end = before_brackets(reading, at, first);
    const bool fits = end > first && end - first <= kLongestName + 1;
    return fits ? std::optional<Clause>(Clause{first, end}) : std::nullopt;
  }
  return std::nullopt;
}

// "GPI/Hàn Quốc tài trợ": whose organisation it is, behind a stroke.
std::size_t before_country(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongestCountry = 3;
  for (std::size_t at = end; at > from + 1 && end - at < kLongestCountry && reading.tokens()[at - 1].capital; --at) {
    if (reading.is(at - 2, "/")) return at - 2;
  }
  return end;
}

// "Malteser và UBND tỉnh Quảng Bình ký thỏa thuận tài trợ": the office it agrees with is none of the givers.
std::size_t before_partner(const Reading& reading, std::size_t first, std::size_t end) {
  for (std::size_t at = first; at + 1 < end; ++at) {
    if (reading.is(at, "và") && at > first && reading.is_any(at + 1, {"ubnd", "sở", "tỉnh", "huyện"})) return at;
  }
  return end;
}

// The name that ends before `end`: capitals, with lower-case words only inside ("Chính phủ Nhật Bản").
std::optional<Clause> name_before(const Reading& reading, std::size_t end, std::size_t from) {
  while (end > from && (reading.is(end - 1, "đã") || reading.is(end - 1, "sẽ") || reading.is(end - 1, "đang") ||
                        reading.is(end - 1, "cũng")))
    --end;
  end = before_country(reading, before_verbs(reading, before_brackets(reading, end, from), from), from);
  std::size_t first = end;
  for (std::size_t at = end; at > from && end - at < kLongestName; --at) {
    const Token& token = reading.tokens()[at - 1];
    if (in_possessive(reading, at - 1) && end > at) continue;
    if (token.kind != TokenKind::kWord || reading.match_at(at - 1, "relative_times") != nullptr) break;
    if (token.capital) first = at - 1;
    if (!token.capital && end == at) return std::nullopt;
    // "UBND tỉnh Kon Tum và Tổ chức Plan đã ký": the name begins behind the other party's.
    if (token.capital && at > from + 1 && reading.is(at - 1, "tổ") && reading.is(at, "chức") &&
        reading.is(at - 2, "và"))
      break;
  }
  end = before_partner(reading, first, end);
  if (first == end || !reading.tokens()[end - 1].capital) return std::nullopt;
  // "các tổ chức phi chính phủ của Mỹ": whose they are, no name of theirs.
  if (first > 0 && (reading.is(first - 1, "của") || reading.is(first - 1, "phi"))) return std::nullopt;
  return Clause{first, end};
}

std::optional<Clause> name_after(const Reading& reading, std::size_t first, std::size_t to) {
  if (reading.is(first, "tổ") && reading.is(first + 1, "chức") && !reading.tokens()[first].capital) first += 2;
  if (first >= to) return std::nullopt;
  std::size_t last = first;
  for (std::size_t at = first; at < to && at - first < kLongestName; ++at) {
    const bool goes_on = at + 1 < to && (reading.tokens()[at + 1].capital || reading.is(at + 1, "s"));
    if (at > first && goes_on && in_possessive(reading, at)) continue;
    if (reading.tokens()[at].kind != TokenKind::kWord) break;
    // "viện trợ của Hoa Kỳ cho Việt Nam": behind it stands to whom.
    if (at > first && reading.is_any(at, {"cho", "dành", "vào"}) && !reading.tokens()[at].capital) break;
    if (reading.tokens()[at].capital) last = at + 1;
    // "Quỹ Nhi đồng Liên hợp quốc": a name that is known to its end.
    const LexiconMatch* known = reading.match_at(at, "money_cues");
    if (known != nullptr && known->value("verdict") == "abroad" && known->last <= to && reading.tokens()[at].capital) {
      last = known->last;
      at = last - 1;
      continue;
    }
    if (!reading.tokens()[at].capital && at > first + 2) break;
  }
  return last > first && reading.tokens()[first].capital ? std::optional<Clause>(Clause{first, last}) : std::nullopt;
}

// A province or a general word at the head of a sentence is no giver.
bool is_giver(const Reading& reading, const Clause& name) {
  // "NGO hỗ trợ 25 triệu USD" names no giver.
  const LexiconMatch* kind = reading.match_at(name.first, "head_nouns");
  if (kind != nullptr && kind->last >= name.last) return false;
  const LexiconMatch* place = reading.match_at(name.first, "places");
  if (place != nullptr && place->last >= name.last) return false;
  // "Đại sứ Hoa Kỳ Daniel J. Kritenbrink công bố": behind an initial stands a person's name.
  if (name.first > 1 && reading.is(name.first - 1, ".") && reading.tokens()[name.first - 2].capital &&
      reading.folded(name.first - 2).size() == 1)
    return false;
  // "bà Joyce Msuya đã phân bổ": who speaks for the giver.
  if (reading.match_before(name.first, "honorifics") != nullptr) return false;
  if (reading.match_at(name.first, "honorifics") != nullptr) return false;
  static constexpr std::string_view kGeneral[] = {
      "các",   "những", "một",  "tổng", "giá",   "khoản", "dự",   "chương", "nguồn", "viện",  "số",   "năm",
      "trong", "tỉnh",  "từ",   "theo", "nhiều", "việc",  "nhà",  "oda",    "vốn",   "được",  "hàng", "tiền",
      "kinh",  "mức",   "sự",   "lễ",   "buổi",  "hội",   "về",   "với",    "ngoài", "cùng",  "qua",  "sau",
      "trước", "riêng", "ubnd", "sở",   "đoàn",  "để",    "nhằm", "đến",    "khi",   "hiện",  "ngày", "ngay",
      "hôm",   "đây",   "tuy",  "cụ",   "đặc",   "mỗi",   "hằng", "cả",     "bên",   "người", "phần", "quà"};
  return std::none_of(std::begin(kGeneral), std::end(kGeneral),
                      [&](std::string_view word) { return reading.is(name.first, word); });
}

// "…, Andrew Jeffries đã ký thỏa thuận viện trợ": who signs behind a comma or a title is a person, not a body.
bool is_signatory(const Reading& reading, const Clause& name, std::size_t cue) {
  bool signs = false;
  for (std::size_t at = name.last; at <= cue; ++at) signs = signs || reading.is(at, "ký");
  if (name.first == 0 || !signs) return false;
  const bool body = reading.match_at(name.first, "organizations") != nullptr ||
                    reading.match_at(name.first, "money_cues") != nullptr || reading.is_any(name.first, {"tổ", "quỹ"});
  const bool titled = reading.match_before(name.first, "titles") != nullptr;
  return !body && (titled || reading.is_any(name.first - 1, {",", ")"}));
}

std::string written(const Reading& reading, const Clause& name) {
  return reading.words(reading.span_of(name.first, name.last));
}

// The name, where it is a giver's; empty else.
std::string giver_in(const Reading& reading, const std::optional<Clause>& name) {
  return name && is_giver(reading, *name) ? written(reading, *name) : std::string{};
}

// "Tổ chức X đã hỗ trợ 2 tỷ đồng": who stands before the verb of giving.
std::string before_verb(const Reading& reading, const Sum& sum, std::size_t from) {
  for (std::size_t at = from; at < sum.first; ++at) {
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue == nullptr || !(is_giving(*cue) || cue->value("stage") == "disbursed")) continue;
    std::size_t start = at;
    while (start > from && !reading.is(start - 1, ",") && !reading.is(start - 1, "do")) --start;
    if (const auto body = acting_body(reading, at, start)) return written(reading, body->name);
    if (!is_giving(*cue)) continue;
    const auto name = name_before(reading, at, start);
    if (auto donor = giver_in(reading, name); !donor.empty() && !is_signatory(reading, *name, at)) return donor;
    const auto whole = name_behind_do(reading, start, before_brackets(reading, at, start));
    if (auto donor = giver_in(reading, whole); !donor.empty()) return donor;
    at = cue->last - 1;
  }
  return {};
}

// "viện trợ của Tổ chức X với hơn 2 tỷ đồng"
std::string whose_gift(const Reading& reading, const Sum& sum, std::size_t from) {
  constexpr std::size_t kFarthest = 10;
  for (std::size_t at = sum.bound.first; at > from && sum.bound.first - at < kFarthest; --at) {
    const LexiconMatch* given = reading.is(at - 1, "của") ? reading.match_before(at - 1, "money_cues") : nullptr;
    if (given == nullptr || given->value("verdict") == "abroad") continue;
    if (const auto body = body_abroad_at(reading, at, sum.bound.first)) return written(reading, body->name);
    if (auto donor = giver_in(reading, name_after(reading, at, sum.bound.first)); !donor.empty()) return donor;
  }
  return {};
}

// Whom a word behind the sum leads to: "của Hội Chữ thập đỏ Na Uy", "do Tổ chức X tài trợ".
std::string led_to(const Reading& reading, const Sum& sum, std::size_t at, std::size_t end) {
  const bool leads = reading.is_any(at, {"của", "từ"});
  const bool behind_sum = at == sum.last && leads;
  const bool behind_cue = at > sum.last && leads && reading.match_before(at, "money_cues") != nullptr;
  const bool by = reading.is(at, "do");
  if (!behind_sum && !behind_cue && !by) return {};
  if (const auto body = body_abroad_at(reading, at + 1, end)) return written(reading, body->name);
  if (by) {
    if (auto donor = giver_in(reading, name_before_giving(reading, at + 1, end)); !donor.empty()) return donor;
  }
  // "viện trợ số tiền 572 triệu đồng từ tổ chức X"
  const bool from_body = behind_sum && reading.is(at, "từ") && reading.is(at + 1, "tổ") && reading.is(at + 2, "chức");
  return behind_cue || from_body || by ? giver_in(reading, name_after(reading, at + 1, end)) : std::string{};
}

// "500.000 USD viện trợ của AP", "… do Tổ chức X tài trợ".
std::string behind_sum(const Reading& reading, const Sum& sum, std::size_t end) {
  constexpr std::size_t kFarthest = 6;
  for (std::size_t at = sum.last; at < end && at < sum.last + kFarthest; ++at) {
    if (at == sum.last && reading.is(at, ",") && reading.is(at + 1, "do")) continue;
    if (reading.is(at, ",") || reading.quantity_at(at) != nullptr) break;
    if (auto donor = led_to(reading, sum, at, end); !donor.empty()) return donor;
  }
  return {};
}

// "Đại sứ quán Na Uy bỏ ra 1,2 tỷ đồng", "người trả tiền là …", "dự án … của USAID, tổng ngân sách 2 triệu USD"
std::string without_word_of_giving(const Reading& reading, const Sum& sum, std::size_t from) {
  const std::size_t floor = std::max(from, reading.sentence_of(sum.first).first);
  if (const auto payer = payer_before(reading, sum.first, floor); payer && payer->kind != PayerKind::kPointedAt)
    return written(reading, payer->name);
  if (const auto name = payer_named_before(reading, sum.first); name && name->first >= floor)
    return written(reading, *name);
  const auto name = donor_of_project(reading, sum.first);
  return name && name->first >= floor ? written(reading, *name) : std::string{};
}

}  // namespace

std::string donor_of(const Reading& reading, const Sum& sum, std::size_t from) {
  const Clause clause = clause_of(reading, sum.first);
  const std::size_t floor = std::max(from, clause.first);
  if (auto donor = before_verb(reading, sum, floor); !donor.empty()) return donor;
  if (auto donor = whose_gift(reading, sum, floor); !donor.empty()) return donor;
  if (auto donor = behind_sum(reading, sum, clause.last); !donor.empty()) return donor;
  return without_word_of_giving(reading, sum, from);
}

std::string donor_in_row(const Reading& reading, const Sum& sum, std::size_t from) {
  std::size_t first = from;
  while (reading.is(first, ",") || reading.is(first, ";") || reading.is(first, "và")) ++first;
  if (first == from || first >= sum.bound.first) return {};
  const auto name = name_before(reading, sum.bound.first, first);
  const bool alone = name && name->first == first && is_giver(reading, *name);
  return alone ? reading.words(reading.span_of(name->first, name->last)) : std::string{};
}

}  // namespace trichluc
