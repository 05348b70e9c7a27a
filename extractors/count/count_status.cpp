#include "extractors/count/count_status.h"

#include <algorithm>

namespace trichluc {
namespace {

// The next quantity that counts organisations or projects takes the words after it for itself.
std::size_t next_count(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const Quantity* quantity = reading.quantity_at(at);
    if (quantity == nullptr || reading.is_taken(*quantity)) continue;
    const LexiconMatch* head = reading.match_at(quantity->last, "head_nouns");
    if (head != nullptr && !head->value("of").empty()) return at;
  }
  return to;
}

// "64 tổ chức, trong đó 40 đã được cấp giấy đăng ký": what is told of a part is not told of the whole.
std::size_t parts_begin(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* part = reading.match_at(at, "part_words");
    if (part == nullptr) continue;
    const std::size_t next = part->last + (reading.is(part->last, "có") ? 1 : 0);
    if (reading.quantity_at(next) != nullptr) return at;
  }
  return to;
}

// "có 45 tổ chức, viện trợ đạt 8 triệu USD": behind a comma and before a verb of measure "viện trợ" is the sum's noun.
bool heads_a_sum(const Reading& reading, const LexiconMatch& status) {
  if (status.first == 0 || status.last >= reading.tokens().size() || reading.folded(status.first - 1) != ",")
    return false;
  static constexpr std::string_view kVerbs[] = {"đạt", "là", "ước", "với", "trị"};
  const std::string_view next = reading.folded(status.last);
  return std::find(std::begin(kVerbs), std::end(kVerbs), next) != std::end(kVerbs) ||
         reading.quantity_at(status.last) != nullptr;
}

bool comma_in(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.folded(at) == ",") return true;
  }
  return false;
}

// "duy trì hỗ trợ cho khoảng 400 tổ chức": the organisations are helped, they do not give.
bool is_given_to(const Reading& reading, const LexiconMatch& deed) {
  return deed.value("status") == "donor" && reading.is(deed.last, "cho");
}

// "tặng giấy khen cho 6 tổ chức có nhiều đóng góp", "gia hạn cho 12 tổ chức và thu hồi giấy phép của 2 tổ chức": the
// deed right before the number is what is told; what follows says why, or is told of others.
const LexiconMatch* deed_before(const Reading& reading, TableKey table, Clause count, Clause clause) {
  constexpr std::size_t kBetween = 2;  // "cho", "của tổng cộng"
  const LexiconMatch* last = last_match_before(reading, count.first, clause.first, table);
  if (last == nullptr || count.first - last->last > kBetween) return nullptr;
  if (last->value("status") == "honored") return last;
  const bool led = reading.is(last->last, "cho") || reading.is(last->last, "của") || reading.is(last->last, "với");
  return led && last->value("kind") == "flow" && !is_given_to(reading, *last) ? last : nullptr;
}

// "3 tổ chức chưa đăng ký nhưng có hoạt động": what they have not done yet is no status of theirs.
const LexiconMatch* first_told_in(const Reading& reading, std::size_t from, std::size_t to, TableKey table) {
  const LexiconMatch* found = first_match_in(reading, from, to, table);
  while (found != nullptr && found->first > 0 && reading.is(found->first - 1, "chưa"))
    found = first_match_in(reading, found->last, to, table);
  return found;
}

// "Bằng khen của Thủ tướng được chuyển tới 7 tổ chức": what is handed over honours those who get it.
const LexiconMatch* handed_over(const Reading& reading, const LexiconMatch& deed, std::size_t from, TableKey table) {
  if (!reading.is(deed.first, "chuyển")) return nullptr;
  const LexiconMatch* before = last_match_before(reading, deed.first, from, table);
  return before != nullptr && before->value("status") == "honored" ? before : nullptr;
}

// "hơn 200 tổ chức đang làm việc ở các tỉnh phía Bắc đã về Hà Nội để dự kỳ họp": behind what they do at all times
// stands, in one go, what they came for.
const LexiconMatch* came_for(const Reading& reading, const LexiconMatch& told, std::size_t end, TableKey table) {
  if (told.value("kind") != "stock" || table != "statuses") return nullptr;
  for (std::size_t at = told.last; at < end; ++at) {
    if (reading.tokens()[at].kind == TokenKind::kMark && !reading.is(at, "/")) return nullptr;
    const LexiconMatch* deed = reading.match_at(at, table);
    if (deed == nullptr || deed->last > end || deed->value("status") != "attending") continue;
    if (reading.is_any(deed->first - 1, {"đã", "cùng", "để"}) || reading.is(deed->first, "để")) return deed;
  }
  return nullptr;
}

}  // namespace

const LexiconMatch* status_of(const Reading& reading, TableKey table, Clause count, Clause clause) {
  const std::size_t before = count.first;
  if (const LexiconMatch* deed = deed_before(reading, table, count, clause)) return deed;
  const std::size_t end = parts_begin(reading, count.last, next_count(reading, count.last, clause.last));
  const LexiconMatch* after = first_told_in(reading, count.last, end, table);
  // "đã thực hiện 16 dự án, đồng thời vận động …": behind a comma another deed may begin, the one told before it stays.
  const LexiconMatch* leading = reading.match_before(before, table);
  const bool led = leading != nullptr && leading->first >= clause.first && !is_given_to(reading, *leading);
  // "có thêm 45 tổ chức đăng ký hoạt động": those that were added, not all that are there.
  const bool added = led && leading->value("status") == "newly_registered";
  if (after != nullptr && added && after->value("status") == "registered") return leading;
  if (after != nullptr && led && comma_in(reading, count.last, after->first)) return leading;
  if (after != nullptr && !heads_a_sum(reading, *after)) {
    const LexiconMatch* came = came_for(reading, *after, end, table);
    return came != nullptr ? came : after;
  }
  // "cấp mới giấy đăng ký cho 30 tổ chức": the words before, back to a comma or the previous number that is no date.
  std::size_t begin = before;
  const auto counts = [&](std::size_t at) {
    return reading.tokens()[at].kind == TokenKind::kNumber && !reading.is_taken(at);
  };
  while (begin > clause.first && !counts(begin - 1) && reading.folded(begin - 1) != ",") --begin;
  // A deed may have a comma in it ("sửa đổi, bổ sung 53 tổ chức").
  const LexiconMatch* found = last_match_before(reading, before, clause.first, table);
  if (found != nullptr && found->last > begin) {
    if (is_given_to(reading, *found) && table == "statuses") return nullptr;
    const LexiconMatch* honour = handed_over(reading, *found, clause.first, table);
    return honour != nullptr ? honour : found;
  }
  // "Số tổ chức tài trợ: 58 tổ chức": the label before the colon.
  if (clause.first == 0 || reading.folded(clause.first - 1) != ":") return nullptr;
  const Clause label = clause_of(reading, clause.first - 1);
  return last_match_before(reading, label.last, label.first, table);
}

namespace {

bool stands_in_list_of_guests(const Reading& reading, std::size_t number) {
  const std::size_t first = reading.sentence_of(number).first;
  for (std::size_t at = first; at < number; ++at) {
    if (reading.is_any(at, {"khách", "phần"}) && reading.is_any(at > 0 ? at - 1 : 0, {"phía", "thành", "đón", "vị"}))
      return true;
    if (reading.is(at, "dự") && reading.is_any(at > 0 ? at - 1 : 0, {"cùng", "tham", "đến", "tới", "về"})) return true;
  }
  return false;
}

}  // namespace

bool is_among_guests(const Reading& reading, std::size_t number, std::size_t from) {
  constexpr std::size_t kFarthestOpening = 4;  // "Cùng tham dự", "Về phía khách mời, tham dự"
  if (number < from + 2) return false;
  const bool represented = reading.is(number - 1, "diện") && reading.is(number - 2, "đại");
  if (represented && number > from + 2 && reading.is_any(number - 3, {"phòng", "trưởng"})) return false;
  if (!represented && !reading.is_any(number - 1, {"và", ",", "cùng", "với"})) return false;
  // "Thành phần: 110 người, trong đó đại diện 26 tổ chức", "Về phía khách quốc tế có …; cùng đại diện 24 tổ chức".
  if (represented && stands_in_list_of_guests(reading, number - 2)) return true;
  const auto opens = [&](std::size_t at) {
    const LexiconMatch* word = reading.match_at(at, "statuses");
    return reading.is(at, "dự") || (word != nullptr && word->value("status") == "attending");
  };
  std::size_t at = from;
  while (at < number && at < from + kFarthestOpening && !opens(at)) ++at;
  // "Cùng dự có: A; B; C và 12 tổ chức": the word opens the whole list.
  const std::size_t sentence = reading.sentence_of(number).first;
  if (!opens(at) && from > sentence) {
    at = sentence;
    while (at < number && at < sentence + kFarthestOpening && !opens(at)) ++at;
  }
  if (at == number || !opens(at)) return false;
  // A verb of telling ends the list.
  for (; at < number; ++at) {
    if (reading.match_at(at, "telling_words") != nullptr && !reading.tokens()[at].capital) return false;
  }
  return true;
}

}  // namespace trichluc
