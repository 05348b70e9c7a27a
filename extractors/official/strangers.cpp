#include "extractors/official/strangers.h"

#include <algorithm>

#include "extractors/official/honorific.h"
#include "extractors/official/position.h"

namespace trichluc {
namespace {

bool has_marks(const Token& word) {
  return std::any_of(word.folded.begin(), word.folded.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) > 0x7F; });
}

}  // namespace

// Behind "các đồng chí:", "các ông, bà:".
bool Strangers::in_addressed_list(std::size_t t) const {
  constexpr std::size_t kFarthest = 200;
  const std::size_t begin = std::max(reading_.sentence_of(t).first, t > kFarthest ? t - kFarthest : 0);
  while (t > begin && !reading_.is(t - 1, ":")) --t;
  return t > begin + 1 && reading_.match_before(t - 1, "honorifics") != nullptr;
}

std::optional<PersonName> Strangers::in_list(std::size_t at) const {
  if (reading_.match_at(at, "organizations") || reading_.match_at(at, "places")) return std::nullopt;
  const auto name = read_name(reading_, at, NameContext::kAfterHonorific);
  if (!name || name->words < 3 || name->words > 4 || name->last - at != name->words) return std::nullopt;
  const bool words = std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                 tokens_.begin() + static_cast<std::ptrdiff_t>(name->last),
                                 [](const Token& token) { return spells_vietnamese(token) && !token.all_capitals; });
  return words ? name : std::nullopt;
}

// "các đồng chí: Tất Văn A, Ủy viên …; Lâu Thị B - Chủ tịch …": three or four words between the marks of a list and
// an office, though none knows the first for a family name.
bool Strangers::is_listed(std::size_t t) const {
  if (t == 0 || !tokens_[t].capital || !reading_.is_any(t - 1, {":", ";"})) return false;
  if (!in_addressed_list(t)) return false;
  const auto name = in_list(t);
  if (!name || !reading_.is_any(name->last, {",", "-"}) || !same_paragraph(reading_, t, name->last + 1)) return false;
  return title_at(reading_, name->last + 1) != nullptr;
}

// The beginning of a sentence or what is said, behind a comma or "theo".
bool Strangers::opens_clause(std::size_t t) const {
  if (t == 0 || reading_.sentence_of(t).first == t || !same_paragraph(reading_, t - 1, t)) return true;
  return reading_.is_any(t - 1, {"\"", ",", "theo", "lời", "và", "gia"});
}

// "Molly Kosterman, người phát ngôn Đại sứ quán X": capitals of another language, a comma, and an office that has a
// body, where nobody else is meant: the office closes with a mark.
bool Strangers::is_described(std::size_t t) const {
  if (!tokens_[t].capital || tokens_[t].all_capitals || !opens_clause(t) || !foreign_name_at(reading_, t)) return false;
  const std::size_t at = capitals_end(reading_, t);
  // "Theo Fox News, …", "Tuổi Trẻ Online, …".
  if (reading_.is(t, "theo")) return false;
  if (std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(t), tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                  [](const Token& token) { return spells_vietnamese(token) && has_marks(token); }))
    return false;
  if (!reading_.is(at, ",") || !same_paragraph(reading_, t, at + 1) || tokens_[at + 1].all_capitals) return false;
  const LexiconMatch* title = title_at(reading_, at + 1);
  if (title == nullptr || title->value("name") == "Chuyên gia") return false;
  const auto offices = read_positions(reading_, at + 1);
  if (offices.empty() || offices.front().position.organization.empty()) return false;
  // "…, Giám đốc Sở Y tế Trần Thị B": the office of the next person.
  return !read_name(reading_, offices.back().last, NameContext::kAfterTitle);
}

}  // namespace trichluc
