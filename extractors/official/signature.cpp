#include "extractors/official/signature.h"

#include <utility>

#include "extractors/official/organization.h"
#include "extractors/official/readable_body.h"

namespace trichluc {
namespace {

// Seal, signature and the other column's recipients stand between title and name.
constexpr std::size_t kMostParagraphsBetween = 10;

bool in_capitals(const Reading& reading, const LexiconMatch& match) {
  for (std::size_t t = match.first; t < match.last; ++t) {
    if (reading.tokens()[t].kind == TokenKind::kWord && !reading.tokens()[t].all_capitals) return false;
  }
  return true;
}

// The title's position when it stands at the end of its paragraph, in capitals.
bool closes_paragraph(const Reading& reading, std::size_t last) {
  const auto& tokens = reading.tokens();
  return last >= tokens.size() || tokens[last].paragraph != tokens[last - 1].paragraph;
}

// A name that ends its paragraph; before it nothing, or the end of a recipients' line in the other column.
std::optional<PersonName> closing_name(const Reading& reading, std::size_t first, std::size_t last) {
  const auto& tokens = reading.tokens();
  const std::size_t from = last - first > 8 ? last - 8 : first;
  for (std::size_t t = from; t + 1 < last; ++t) {
    if (!starts_with_family_name(reading, t)) continue;
    // "- Lưu: VT, NC. Vân        Lê Minh Huân": a column of its own; two names side by side are two signers.
    const bool beside_list = tokens[t].column_before && tokens[first].kind == TokenKind::kMark;
    if (t > first && tokens[t - 1].kind != TokenKind::kMark && !beside_list) continue;
    const auto name = read_name(reading, t, NameContext::kAfterTitle);
    if (name && name->last == last && reading.match_at(t, "places") == nullptr) return name;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PersonName> name_below(const Reading& reading, std::size_t token) {
  const auto& tokens = reading.tokens();
  if (token == 0) return std::nullopt;
  const std::size_t paragraph = tokens[token - 1].paragraph;
  for (std::size_t t = token; t < tokens.size() && tokens[t].paragraph <= paragraph + kMostParagraphsBetween;) {
    std::size_t end = t;
    while (end < tokens.size() && tokens[end].paragraph == tokens[t].paragraph) ++end;
    const auto name = closing_name(reading, t, end);
    if (name) return name;
    t = end;
  }
  return std::nullopt;
}

namespace {

// "KT. CHỦ TỊCH" on the line above belongs to the title: its first token, or the title's.
std::size_t capacity_above(const Reading& reading, std::size_t title) {
  const auto& tokens = reading.tokens();
  const std::size_t paragraph = tokens[title].paragraph;
  std::size_t first = title;
  while (first > 0 && title - first < 8 && tokens[first - 1].paragraph + 1 >= paragraph) --first;
  for (std::size_t t = first; t + 1 < title; ++t) {
    const std::string_view form = tokens[t].folded;
    if (tokens[t].all_capitals && tokens[t + 1].folded == "." && (form == "kt" || form == "tl" || form == "tuq"))
      return t;
  }
  return title;
}

// "KT. BỘ TRƯỞNG BỘ NỘI VỤ / THỨ TRƯỞNG": the body of the one who is signed for.
void take_body_signed_for(const Reading& reading, std::size_t office, std::vector<ReadPosition>& read) {
  const std::vector<ReadPosition> above = read_positions(reading, office);
  if (above.empty() || above.back().position.organization.empty()) return;
  const Position& signed_for = above.back().position;
  for (ReadPosition& each : read) {
    if (!each.position.organization.empty()) continue;
    each.position.organization = readable_body(reading.dictionaries(), signed_for.organization);
    each.position.place = signed_for.place;
    each.position.text = each.position.title + " " + each.position.organization;
  }
}

// "KT. CHỦ TỊCH PHÓ CHỦ TỊCH (đã ký) Nguyễn Văn A" at the end of a line that all run together into.
std::optional<PersonName> name_beside(const Reading& reading, std::size_t title, std::size_t at) {
  const auto& tokens = reading.tokens();
  constexpr std::size_t kMostInNote = 6;
  if (capacity_above(reading, title) == title) return std::nullopt;
  if (reading.is(at, "(")) {
    std::size_t close = at;
    while (close < tokens.size() && close - at < kMostInNote && !reading.is(close, ")")) ++close;
    at = reading.is(close, ")") ? close + 1 : at;
  }
  if (at >= tokens.size() || tokens[at].paragraph != tokens[title].paragraph || tokens[at].column_before)
    return std::nullopt;
  const auto name = read_name(reading, at, NameContext::kAfterTitle);
  return name && closes_paragraph(reading, name->last) ? name : std::nullopt;
}

}  // namespace

std::vector<Mention> find_signatures(const Reading& reading) {
  std::vector<Mention> found;
  const auto& tokens = reading.tokens();
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (!tokens[t].capital) continue;
    // "Q. GIÁM ĐỐC": acting.
    const LexiconMatch* opening = reading.match_at(t, "titles");
    const bool prefix = opening != nullptr && opening->value("use") == "prefix" && tokens[t].capital;
    const LexiconMatch* title = title_at(reading, prefix ? opening->last : t);
    if (title == nullptr || !in_capitals(reading, *title)) continue;
    std::vector<ReadPosition> read = read_positions(reading, t);
    if (read.empty()) continue;
    const bool closes = closes_paragraph(reading, read.back().last);
    const auto name = closes ? name_below(reading, read.back().last) : name_beside(reading, t, read.back().last);
    if (!name) continue;
    // "KT. THỦ TƯỚNG CHÍNH PHỦ PHÓ" and below it "THỦ TƯỚNG": the line was broken within the title.
    const bool cut = t > 0 && reading.is(t - 1, "phó") && tokens[t - 1].all_capitals && !prefix &&
                     tokens[t - 1].paragraph + 1 == tokens[t].paragraph;
    if (cut) put_before_title("Phó", read.front().position);
    Mention mention;
    const std::size_t above = capacity_above(reading, t);
    if (above < t) take_body_signed_for(reading, above + 2, read);
    // "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH Nguyễn Văn A": the first is the one who is signed for.
    if (above + 2 == t && !closes && read.size() > 1) read.erase(read.begin());
    const bool together = name->first == read.back().last;
    mention.first = together ? above : name->first;
    mention.last = name->last;
    if (!together) mention.title_apart = reading.span_of(above, read.back().last);
    mention.name = *name;
    mention.positions = std::move(read);
    mention.rule = "official.signature";
    if (!found.empty() && found.back().name.first == name->first) found.pop_back();  // the title nearest above counts
    found.push_back(std::move(mention));
    t = found.back().positions.back().last - 1;
  }
  return found;
}

namespace {

std::size_t paragraph_end(const Reading& reading, std::size_t first) {
  const auto& tokens = reading.tokens();
  std::size_t end = first;
  while (end < tokens.size() && tokens[end].paragraph == tokens[first].paragraph) ++end;
  return end;
}

// A paragraph that is nothing but a name.
std::optional<PersonName> name_alone(const Reading& reading, std::size_t first, std::size_t end) {
  if (!starts_with_family_name(reading, first)) return std::nullopt;
  const auto name = read_name(reading, first, NameContext::kAfterTitle);
  if (!name || name->last != end || reading.match_at(first, "places") != nullptr) return std::nullopt;
  return name;
}

// "Phó Chủ tịch kiêm Tổng Thư ký" and the Liên hiệp on the line below it: the body of the titles without one.
std::size_t take_body_below(const Reading& reading, std::vector<ReadPosition>& read) {
  const std::size_t at = read.back().last;
  const bool open = read.back().position.organization.empty();
  if (!open || at >= reading.tokens().size() || reading.match_at(at, "organizations") == nullptr) return at;
  const auto body = read_organization(reading, at, false);
  if (!body || body->last != paragraph_end(reading, at)) return at;
  for (ReadPosition& each : read) {
    if (!each.position.organization.empty()) continue;
    give_body(*body, each.position);
  }
  read.back().last = body->last;
  return body->last;
}

}  // namespace

std::vector<Mention> find_writers(const Reading& reading) {
  std::vector<Mention> found;
  const auto& tokens = reading.tokens();
  for (std::size_t t = 0; t < tokens.size();) {
    const std::size_t end = paragraph_end(reading, t);
    const auto name = name_alone(reading, t, end);
    const std::size_t first = std::exchange(t, end);
    if (!name || end == tokens.size()) continue;
    const LexiconMatch* title = title_at(reading, end);
    // In capitals it is the title of the next signer, whose name stands below it.
    if (title == nullptr || in_capitals(reading, *title)) continue;
    std::vector<ReadPosition> read = read_positions(reading, end);
    if (read.empty() || !closes_paragraph(reading, read.back().last)) continue;
    const std::size_t last = take_body_below(reading, read);
    if (last < tokens.size() && name_alone(reading, last, paragraph_end(reading, last))) continue;
    Mention mention;
    mention.first = first;
    mention.last = last;
    mention.name = *name;
    mention.positions = std::move(read);
    mention.rule = "official.name_over_titles";
    found.push_back(std::move(mention));
    t = last;
  }
  return found;
}

}  // namespace trichluc
