#include "extractors/official/joint_offices.h"

#include <algorithm>

#include "extractors/official/honorific.h"

namespace trichluc {

// "các đồng chí: A, B, Phó Chủ tịch UBND tỉnh; C, D, …": of all who stand before the office. "ông A và ông B - Chủ
// tịch và Phó Chủ tịch Hội X": the first of the first.
void JointOffices::share_with_named_together(const std::vector<ReadPosition>& positions) {
  std::size_t first = found_.size() - 1;
  while (first > 0 && is_joined(found_[first - 1], found_[first])) --first;
  const std::size_t named = found_.size() - first;
  if (named < 2) return;
  const bool respectively = named == 2 && positions.size() == 2 && reading_.is(positions[1].first - 1, "và") &&
                            reading_.is(found_[first].last, "và") && found_.back().positions.size() == 2;
  if (respectively) {
    found_[first].positions = {positions[0]};
    found_.back().positions = {positions[1]};
    return;
  }
  if (!in_list_of_several(found_[first].first)) return;
  for (std::size_t m = first; m + 1 < found_.size(); ++m) found_[m].positions = positions;
}

// "các đồng chí: A", "các ông A", and what follows there behind a semicolon.
bool JointOffices::in_list_of_several(std::size_t at) const {
  if (words_.is_plural(at)) return true;
  const std::size_t begin = reading_.sentence_of(at).first;
  while (at > begin && !reading_.is_any(at - 1, {":", ";"})) --at;
  while (at > begin && !reading_.is(at - 1, ":")) --at;
  // "các đồng chí:", "các ông, bà:".
  constexpr std::size_t kMostInAddress = 6;
  for (std::size_t t = at; t > begin + 1 && at - t < kMostInAddress; --t) {
    if (reading_.is_any(t - 2, {"các", "những"})) return true;
  }
  return false;
}

// "…, Bí thư Huyện ủy Y giữ chức Phó Chủ tịch": an office that is given behind the name.
bool JointOffices::is_given(const Mention& mention, const ReadPosition& read) const {
  const LexiconMatch* word = reading_.match_before(read.first, "titles");
  return word != nullptr && word->value("use") == "copula" && word->first >= mention.name.last &&
         reading_.is_any(word->last - 1, {"chức", "vụ", "danh", "làm"});
}

// "ông A, Giám đốc Sở X và", "ông B - Chánh Thanh tra,": addressed, with offices of his own, none of them given.
bool JointOffices::stands_beside(const Mention& before, const Mention& behind) const {
  if (before.honorific.empty() || behind.honorific.empty() || before.positions.empty()) return false;
  if (before.last + 1 != behind.first || !reading_.is_any(before.last, {",", ";", "và"})) return false;
  return std::none_of(before.positions.begin(), before.positions.end(),
                      [&](const ReadPosition& read) { return is_given(before, read); });
}

// "bầu bà A, Giám đốc Sở X và ông B, Bí thư Huyện ủy Y giữ chức Phó Chủ tịch": both have it; of three and more where
// the first is said to be chosen.
void JointOffices::share_with_partners() {
  const std::size_t last = found_.size() - 1;
  if (last == 0 || !stands_beside(found_[last - 1], found_[last]) || !reading_.is(found_[last - 1].last, "và")) return;
  if (share_respectively()) return;
  std::vector<ReadPosition> given;
  for (const ReadPosition& read : found_[last].positions) {
    if (is_given(found_[last], read)) given.push_back(read);
  }
  std::size_t first = last - 1;
  while (first > 0 && !given.empty() && stands_beside(found_[first - 1], found_[first])) --first;
  const std::size_t opens = found_[first].first;
  if (opens == 0 || !reading_.is_any(opens - 1, {"bầu", "cử", "nhiệm", "định", "sung", "động"})) first = last - 1;
  for (std::size_t m = first; m < last; ++m)
    found_[m].positions.insert(found_[m].positions.end(), given.begin(), given.end());
}

// "bầu ông A - Chủ tịch X khóa II và bà B - Phó Chủ tịch X khóa II tiếp tục giữ chức vụ Chủ tịch và Phó Chủ tịch":
// the first has the first of the two, the second the second.
bool JointOffices::share_respectively() {
  std::vector<ReadPosition>& positions = found_.back().positions;
  if (positions.size() < 3) return false;
  const std::size_t one = positions.size() - 2;
  const LexiconMatch* word = reading_.match_before(positions[one].first, "titles");
  const bool given = word != nullptr && word->value("use") == "copula" && word->first >= found_.back().name.last;
  if (!given || !reading_.is(positions[one + 1].first - 1, "và")) return false;
  found_[found_.size() - 2].positions.push_back(positions[one]);
  positions.erase(positions.begin() + static_cast<std::ptrdiff_t>(one));
  return true;
}

// "Các ông A, B và C được bầu làm Phó Chủ tịch": the office of all who are joined without one of their own.
void JointOffices::share_with_list(const std::vector<ReadPosition>& positions) {
  std::size_t first = found_.size() - 1;
  while (first > 0 && is_joined(found_[first - 1], found_[first])) --first;
  const std::size_t opens = found_[first].first;
  const bool list = reading_.is(found_.back().first - 1, "và") || (opens > 0 && reading_.is(opens - 1, "các")) ||
                    each_is_addressed(first, positions.front());
  for (std::size_t m = first; list && m + 1 < found_.size(); ++m) found_[m].positions = positions;
}

// "bầu đồng chí A, đồng chí B làm Phó Bí thư": each with an honorific, and an office that is given ("theo ông A, ông
// B là Giám đốc": B's alone).
bool JointOffices::each_is_addressed(std::size_t first, const ReadPosition& given) const {
  const LexiconMatch* word = reading_.match_before(given.first, "titles");
  if (word == nullptr || !reading_.is_any(word->last - 1, {"làm", "chức", "vụ"})) return false;
  const std::size_t opens = found_[first].first;
  const bool chosen = opens > 0 && reading_.is_any(opens - 1, {"bầu", "cử", "nhiệm", "định"});
  return chosen && std::all_of(found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
                               [](const Mention& mention) { return !mention.honorific.empty(); });
}

// "A, B", "A và B": nothing between them, and no office of the first's own.
bool JointOffices::is_joined(const Mention& before, const Mention& behind) const {
  return before.positions.empty() && !before.given_name_only && before.last + 1 == behind.first &&
         reading_.is_any(before.last, {",", "và"});
}

// "ông A lên thay ông B làm Chủ tịch X", "ông A kế nhiệm ông B giữ chức …": has the one named before the office too?
bool JointOffices::succeeds(std::size_t first) const {
  constexpr std::size_t kMostBetween = 6;  // "được Quốc hội bầu thay"
  if (found_.empty() || first < 2 || !same_paragraph(reading_, found_.back().first, first)) return false;
  const std::size_t from = found_.back().last;
  if (from >= first || first - from > kMostBetween || reading_.sentence_of(from).last <= first) return false;
  const std::size_t word = reading_.is_any(first - 1, {"cho", "thế"}) ? first - 2 : first - 1;
  return word >= from &&
         (reading_.is(word, "thay") || (reading_.is(first - 1, "nhiệm") && reading_.is(first - 2, "kế")));
}

void JointOffices::take_office_of_successor(Mention& replaced) const {
  if (found_.empty() || replaced.honorific.empty()) return;
  const Mention& successor = found_.back();
  std::size_t at = successor.last;
  if (at >= replaced.first || !same_paragraph(reading_, at, replaced.first)) return;
  if (reading_.is(at, ",")) ++at;
  if (!reading_.is(at, "thay")) return;
  ++at;
  if (reading_.is_any(at, {"cho", "thế"})) ++at;
  // "thay ông B" alone may be in any office of his.
  const bool left = reading_.is_any(replaced.last, {"nghỉ", "chuyển", "nhận", "được", "đã", "vừa", "về", "qua"});
  if (at != replaced.first || !left) return;
  for (const ReadPosition& read : successor.positions) {
    if (!is_given(successor, read)) continue;
    replaced.positions.push_back(read);
    replaced.title_apart = reading_.span_of(read.first, read.last);
  }
}

void JointOffices::give_successor(const std::vector<ReadPosition>& behind) {
  Mention& successor = found_.back();
  successor.positions.insert(successor.positions.end(), behind.begin(), behind.end());
  successor.title_apart = reading_.span_of(behind.front().first, behind.back().last);
}

}  // namespace trichluc
