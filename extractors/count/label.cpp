#include "extractors/count/label.h"

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"
#include "pipeline/base/utf8.h"

namespace trichluc {

// "số (lượng) tổ chức PCPNN … là 496": the noun before, led by "số", with a verb of measure in front of the number.
const LexiconMatch* CountLabels::label_of(const Quantity& quantity) const {
  if (!ends_statement(quantity.last, quantity.first)) return nullptr;
  const Clause clause = clause_of(reading_, quantity.first);
  const Bound bound = read_bound(reading_, quantity.first, quantity.last);
  if (bound.first == clause.first && clause.first > 0 && reading_.is(clause.first - 1, ":"))
    return label_of_list(clause.first - 1);
  // "đã lên tới hơn 1.000": the verb may be the bound's own first word.
  const bool verb_in_bound = bound.first < quantity.first && is_measure_verb(bound.first);
  if (bound.first <= clause.first || !(verb_in_bound || is_measure_verb(bound.first - 1))) return nullptr;
  const LexiconMatch* head = nearest_label(bound.first - 1, clause.first);
  // Another counted noun between label and number takes the number for itself.
  const bool joined = reading_.is(bound.first - 1, "và");
  return head != nullptr && !(joined && no_number_between(head->last, bound.first)) ? head : nullptr;
}

// The nearest noun before that "số" leads: "số tổ chức PCPNN có giấy đăng ký còn hiệu lực là 410".
const LexiconMatch* CountLabels::nearest_label(std::size_t before, std::size_t from) const {
  const LexiconMatch* head = last_match_before(reading_, before, from, "head_nouns");
  while (head != nullptr) {
    // "số chương trình PCPNN": whose they are, behind what is counted.
    const LexiconMatch* counted = reading_.match_before(head->first, "head_nouns");
    if (counted != nullptr && led_by_number_word(counted->first)) return counted;
    if (led_by_number_word(head->first)) return head;
    head = last_match_before(reading_, head->first, from, "head_nouns");
  }
  return nullptr;
}

// "Số tổ chức PCPNN: 45"
const LexiconMatch* CountLabels::label_of_list(std::size_t colon) const {
  if (colon == 0) return nullptr;
  const Clause clause = clause_of(reading_, colon - 1);
  const LexiconMatch* led = nearest_label(colon, clause.first);
  return led != nullptr ? led : label_of_item(colon);
}

// "- Chương trình, dự án và khoản phi dự án: trên 180;", "+ Tổ chức PCPNN đang hoạt động: 52": from the mark of the
// item to the colon stand the noun and what its like do, nothing else.
const LexiconMatch* CountLabels::label_of_item(std::size_t colon) const {
  const Clause clause = clause_of(reading_, colon - 1);
  const bool opens = clause.first == reading_.sentence_of(colon).first || reading_.is(clause.first - 1, ";");
  const std::size_t first = behind_mark_of_item(clause.first);
  const LexiconMatch* noun = opens ? reading_.match_at(first, "head_nouns") : nullptr;
  if (noun == nullptr || noun->value("of").empty() || !is_spoken_of(*noun)) return nullptr;
  std::size_t end = noun->last;
  while (end < colon && goes_on_at(end, *noun) > end) end = goes_on_at(end, *noun);
  return end == colon ? noun : nullptr;
}

// Behind "và khoản phi dự án", "PCPNN", "đang hoạt động" at this token of a label; the token itself where others stand.
std::size_t CountLabels::goes_on_at(std::size_t at, const LexiconMatch& noun) const {
  const TableKey table = noun.value("of") == "project" ? "project_statuses" : "statuses";
  if (const LexiconMatch* status = reading_.match_at(at, table)) return status->last;
  const LexiconMatch* again = reading_.match_at(at, "head_nouns");
  if (again != nullptr && !again->value("of").empty()) return again->last;
  return reading_.is_any(at, {",", "và", "của", "các", "do"}) ? at + 1 : at;
}

// "-", "+", "1.", "a)"
std::size_t CountLabels::behind_mark_of_item(std::size_t at) const {
  if (reading_.is_any(at, {"-", "–", "+", "*", "•"})) return at + 1;
  const bool mark = reading_.is_any(at + 1, {".", ")"});
  const bool number = mark && reading_.tokens()[at].kind == TokenKind::kNumber;
  const bool letter = mark && reading_.is(at + 1, ")") && count_code_points(reading_.folded(at)) == 1;
  return number || letter ? at + 2 : at;
}

// "- Tổ chức: 3." counts whatever the list is of.
bool CountLabels::is_spoken_of(const LexiconMatch& noun) const {
  if (noun.value("need") == "context") return false;
  return noun.value("need") != "aid" || topic_.is_about_aid() || topic_.speaks_of_aid(noun.first);
}

bool CountLabels::led_by_number_word(std::size_t at) const {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    if (reading_.is(at - back, "số")) return true;
    if (reading_.is(at - back, "lượng") && back < at && reading_.is(at - back - 1, "số")) return true;
  }
  return false;
}

bool CountLabels::is_measure_verb(std::size_t at) const {
  return reading_.is_any(at, {"là", "đạt", "còn", "lên", "có", "tới", "đến", "gồm", "xuống", "ở", "từ", "và"});
}

bool CountLabels::ends_statement(std::size_t at, std::size_t of) const {
  const auto& tokens = reading_.tokens();
  const bool ends = at >= tokens.size() || tokens[at].sentence != tokens[of].sentence;
  if (ends || reading_.is_taken(at)) return true;
  return tokens[at].kind == TokenKind::kMark && !reading_.is(at, "%") && !reading_.is(at, "/");
}

// No other number between the label and this one ("tăng từ 30 năm 2005 lên 47").
bool CountLabels::no_number_between(std::size_t from, std::size_t to) const {
  for (std::size_t at = from; at < to; ++at) {
    if (reading_.tokens()[at].kind == TokenKind::kNumber) return false;
  }
  return true;
}

}  // namespace trichluc
