#include "extractors/money/sums_from_home.h"

#include <algorithm>

#include "extractors/cue_verdict.h"

namespace trichluc {
namespace {

constexpr TableKey kCues = "money_cues";

// "địa phương", "nhân dân", "UBND tỉnh", "mạnh thường quân": who gives is at home.
bool is_at_home(const Reading& reading, std::size_t at) {
  if (reading.is_any(at, {"địa", "nhân", "người", "bà", "chính"}))
    return reading.is_any(at + 1, {"phương", "dân", "con", "quyền"});
  if (reading.is_any(at, {"hội", "cán", "đoàn"}) && reading.is_any(at + 1, {"viên", "bộ"})) return true;
  if (reading.is_any(at, {"tỉnh", "huyện", "xã", "dân", "ubnd"})) return !reading.tokens()[at].all_capitals;
  const LexiconMatch* cue = reading.match_at(at, kCues);
  // "còn lại là chi phí quản lý" tells what it is spent on.
  const std::string_view verdict = cue != nullptr ? cue->value("verdict") : std::string_view{};
  return is_refusing_verdict(verdict) && verdict != "lost" && verdict != "spent";
}

// "còn lại hơn 40 triệu đồng", "số còn lại 3 tỷ đồng"
bool tells_rest(const Reading& reading, std::size_t before) {
  constexpr std::size_t kMostWords = 3;  // "là", "khoảng"
  const std::size_t sentence = reading.sentence_of(before).first;
  for (std::size_t at = before; at > sentence + 1 && before - at <= kMostWords; --at) {
    if (reading.is(at - 1, "lại") && reading.is(at - 2, "còn")) return true;
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
  }
  return false;
}

// Someone at home between these tokens, named behind "do", "từ" or "là" or right at the head; a sum or an organisation
// from abroad ends the search.
bool comes_from_home(const Reading& reading, std::size_t from, std::size_t end) {
  constexpr std::size_t kFarthest = 14;
  for (std::size_t at = from; at < std::min(from + kFarthest, end); ++at) {
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    const LexiconMatch* cue = reading.match_at(at, kCues);
    if (cue != nullptr && cue->value("verdict") == "abroad") return false;
    if ((noun != nullptr && noun->value("of") == "ngo") || reading.is_any(at, {".", ";"})) return false;
    const bool led = at == from || reading.is_any(at - 1, {"do", "từ", "là", "các"});
    if (led && is_at_home(reading, at)) return true;
    // "phần còn lại do các trường đối ứng"
    if (cue != nullptr && (cue->entry->form == "mạnh thường quân" || cue->entry->form == "đối ứng")) return true;
  }
  return false;
}

// "… số còn lại 3 tỷ đồng do địa phương huy động": the rest of a sum, and it comes from home.
bool is_rest_from_home(const Reading& reading, const Sum& sum) {
  if (!tells_rest(reading, sum.bound.first)) return false;
  return comes_from_home(reading, sum.last, reading.sentence_of(sum.first).last);
}

// "Ủy ban Trung ương MTTQ Việt Nam và các tỉnh bạn": the Fatherland Front by its letters or its name.
bool is_front_at_home(const Reading& reading, std::size_t at) {
  constexpr std::size_t kLongestName = 6;
  if (!reading.is_any(at, {"ủy", "uỷ", "mặt", "mttq", "ubmttq"})) return false;
  for (std::size_t next = at; next < at + kLongestName; ++next) {
    if (reading.is_any(next, {"mttq", "ubmttq"}) || (reading.is(next, "mặt") && reading.is(next + 1, "trận")))
      return true;
  }
  return false;
}

// "2 tỷ đồng do địa phương đóng góp", "300 triệu đồng do nhân dân đóng góp"
bool is_raised_at_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 15;
  if (!reading.is(sum.last, "do") || !(is_at_home(reading, sum.last + 1) || is_front_at_home(reading, sum.last + 1)))
    return false;
  const std::size_t end = std::min(sum.last + kFarthest, reading.sentence_of(sum.first).last);
  for (std::size_t at = sum.last + 2; at < end; ++at) {
    if (reading.is_any(at, {"đóng", "quyên"}) && reading.is(at + 1, "góp")) return true;
    if (reading.is(at, "chuyển") && reading.is_any(at + 1, {"về", "đến", "tới"})) return true;
    if (reading.is(at, "bố") && reading.is(at + 1, "trí")) return true;
    if (reading.is(at, "đối") && reading.is(at + 1, "ứng")) return true;
    if (reading.is_any(at, {",", "(", ";"})) return false;
  }
  return false;
}

// "Tổng giá trị 80 triệu đồng, trong đó tổ chức X tài trợ 40 triệu đồng, còn lại do nhân dân đóng góp": the whole is
// not given by one who gives a part.
bool is_whole_with_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kNearTotal = 6;
  constexpr std::size_t kFarthest = 60;
  const Sentence& sentence = reading.sentence_of(sum.first);
  bool total = false;
  for (std::size_t back = 1; back <= kNearTotal && back <= sum.bound.first - sentence.first; ++back)
    total = total || reading.is(sum.bound.first - back, "tổng");
  if (!total) return false;
  const std::size_t end = std::min({sum.last + kFarthest, reading.tokens().size()});
  for (std::size_t at = sum.last; at + 1 < end; ++at) {
    if (reading.tokens()[at].paragraph != reading.tokens()[sum.first].paragraph ||
        reading.tokens()[at].sentence > reading.tokens()[sum.first].sentence + 1)
      return false;
    if (!reading.is(at, "còn") || !reading.is(at + 1, "lại")) continue;
    // "; 14 dự án còn lại là vốn vay" tells of other projects.
    const bool of_others = reading.match_before(at, "head_nouns") != nullptr;
    if (of_others) continue;
    std::size_t from = at + 2;
    while (reading.match_at(from, "qualifiers") != nullptr || reading.quantity_at(from) != nullptr ||
           reading.match_at(from, "currencies") != nullptr || reading.match_at(from, "number_scales") != nullptr)
      ++from;
    return comes_from_home(reading, from, reading.sentence_of(at).last);
  }
  return false;
}

// "người dân", "các công ty", "cá nhân": no organisation, and nobody from abroad.
bool names_public(const Reading& reading, std::size_t at) {
  if (reading.is_any(at, {"các", "những", "nhiều"})) ++at;
  const bool people =
      (reading.is(at, "người") && reading.is(at + 1, "dân")) || (reading.is(at, "công") && reading.is(at + 1, "ty")) ||
      (reading.is(at, "doanh") && reading.is(at + 1, "nghiệp")) ||
      (reading.is(at, "cá") && reading.is(at + 1, "nhân")) || (reading.is(at, "hảo") && reading.is(at + 1, "tâm"));
  return people && !(reading.is(at + 2, "nước") && reading.is(at + 3, "ngoài"));
}

// "của doanh nghiệp, người dân", "từ các tỉnh bạn", "qua Mặt trận": whose gifts they are, behind the word that leads.
bool names_givers_at_home(const Reading& reading, std::size_t at) {
  if (reading.is_any(at, {"các", "những", "nhiều"})) ++at;
  if (names_public(reading, at) || is_at_home(reading, at)) return true;
  if (reading.is(at, "đồng")) return reading.is_any(at + 1, {"bào", "chí"});
  if (reading.is(at, "mặt")) return reading.is(at + 1, "trận");
  return reading.is_any(at, {"cán", "tỉnh", "nhà"}) && reading.is_any(at + 1, {"bộ", "bạn", "hảo"});
}

// "71 tỷ đồng đóng góp của doanh nghiệp", "118 tỷ đồng tiền ủng hộ của người dân", "216 tỷ đồng ủng hộ qua Mặt trận".
bool is_gift_of_public(const Reading& reading, const Sum& sum) {
  std::size_t at = sum.last;
  while (reading.is_any(at, {"tiền", "quà", "hàng"})) ++at;
  const bool gift = (reading.is_any(at, {"đóng", "quyên"}) && reading.is(at + 1, "góp")) ||
                    (reading.is(at, "ủng") && reading.is(at + 1, "hộ"));
  return gift && reading.is_any(at + 2, {"của", "từ", "do", "qua"}) && names_givers_at_home(reading, at + 3);
}

// "Vốn do nhân dân và huyện đóng góp 11,6 tỷ đồng": who puts it in is told before the verb.
bool is_put_in_at_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 9;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  std::size_t at = sum.bound.first;
  if (at < floor + 4 || !reading.is(at - 1, "góp") || !reading.is(at - 2, "đóng")) return false;
  for (at -= 2; at > floor && sum.bound.first - at < kFarthest; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
    if (reading.is(at - 1, "do")) return is_at_home(reading, reading.is_any(at, {"các", "những"}) ? at + 1 : at);
  }
  return false;
}

// "nhân dân các tỉnh bạn ủng hộ 3 tỷ đồng", "cán bộ công nhân viên cũng gửi 500 triệu đồng", "tỉnh sẽ bố trí 1,5 tỷ
// đồng": who is at home does it, in the stretch of the verb right before the sum.
bool is_done_at_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 14;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  const std::size_t at = sum.bound.first;
  if (sum.currency != "VND" || at < floor + 3) return false;
  const bool two = (reading.is(at - 2, "ủng") && reading.is(at - 1, "hộ")) ||
                   (reading.is(at - 2, "bố") && reading.is(at - 1, "trí"));
  if (!two && !reading.is_any(at - 1, {"gửi", "góp"})) return false;
  for (std::size_t back = at - (two ? 2 : 1); back > floor && at - back < kFarthest; --back) {
    if (reading.tokens()[back - 1].kind != TokenKind::kWord) return false;
    const LexiconMatch* cue = reading.match_at(back - 1, kCues);
    const LexiconMatch* noun = reading.match_at(back - 1, "head_nouns");
    if ((cue != nullptr && cue->value("verdict") == "abroad") || (noun != nullptr && noun->value("of") == "ngo"))
      return false;
    const bool people = reading.is_any(back - 1, {"nhân", "cán", "đồng", "bà", "hội"}) &&
                        reading.is_any(back, {"dân", "bộ", "bào", "con", "viên"});
    const bool office = reading.is_any(back - 1, {"tỉnh", "huyện", "xã"}) && !reading.tokens()[back].capital &&
                        reading.is_any(back, {"sẽ", "đã", "cũng", "phải", "góp", "đóng"});
    if (people || office) return true;
  }
  return false;
}

// "trong đó 400 triệu đồng là tiền của Hội Chữ thập đỏ tỉnh vận động doanh nghiệp trong nước": what it is, told behind.
bool is_money_of_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 16;
  if (!reading.is(sum.last, "là") || !reading.is_any(sum.last + 1, {"tiền", "vốn", "phần"})) return false;
  const std::size_t end = std::min(sum.last + kFarthest, reading.sentence_of(sum.first).last);
  for (std::size_t at = sum.last + 2; at + 1 < end && !reading.is_any(at, {",", ";"}); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kCues);
    if (cue != nullptr && cue->value("verdict") == "abroad") return false;
    if (reading.is(at, "trong") && reading.is(at + 1, "nước")) return true;
  }
  return false;
}

// "bằng chưa tới 0,2% tổng thu 8.780 tỷ đồng của Quỹ": what a fund took in all.
bool is_revenue(const Reading& reading, const Sum& sum) {
  const std::size_t at = sum.bound.first;
  return at > 1 && reading.is(at - 1, "thu") && reading.is(at - 2, "tổng");
}

// "trích 150 triệu đồng từ quỹ của huyện", "lấy 2 tỷ đồng từ ngân sách tỉnh".
bool is_from_purse_at_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 4;
  // "được xây từ 612 triệu đồng của huyện"
  const bool used = sum.bound.first > 0 && reading.is_any(sum.bound.first - 1, {"từ", "bằng"});
  if (used && reading.is(sum.last, "của") && is_at_home(reading, sum.last + 1) &&
      !reading.is_capital_word(sum.last + 2))
    return true;
  if (!reading.is(sum.last, "từ") || !reading.is_any(sum.last + 1, {"quỹ", "ngân", "nguồn"})) return false;
  for (std::size_t at = sum.last + 2; at < sum.last + 2 + kFarthest; ++at) {
    if (reading.is_any(at, {",", ".", ";"})) return false;
    if (is_at_home(reading, at)) return true;
  }
  return false;
}

// "Mỗi xã phải tự lo san lấp mặt bằng, ước chừng 120 triệu đồng": what somebody at home has to see to.
bool is_own_burden(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 14;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.bound.first; at > floor + 1 && sum.bound.first - at < kFarthest; --at) {
    if (reading.quantity_at(at - 1) != nullptr || reading.is(at - 1, ";")) return false;
    if (reading.is(at - 2, "tự") && reading.is_any(at - 1, {"lo", "bỏ", "túc", "góp"})) return true;
  }
  return false;
}

// "huy động được gần 250 triệu USD từ người dân và các công ty", "cá nhân, công ty quyên góp được 242 triệu USD".
bool is_collected_from_public(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestCue = 5;
  constexpr std::size_t kFarthestGiver = 14;
  // "900 triệu đồng vận động từ doanh nghiệp"
  const bool raised =
      reading.is_any(sum.last, {"vận", "huy", "quyên"}) && reading.is_any(sum.last + 1, {"động", "góp"});
  const std::size_t from = sum.last + (raised ? 2 : 0);
  if (reading.is(from, "từ") && names_public(reading, from + 1)) return true;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  std::size_t cue = sum.bound.first;
  while (cue > floor && sum.bound.first - cue < kFarthestCue && !reading.is(cue, "quyên")) --cue;
  if (!reading.is(cue, "quyên") || !reading.is(cue + 1, "góp")) return false;
  bool people = false;
  for (std::size_t at = cue; at > floor && cue - at < kFarthestGiver; --at) {
    const LexiconMatch* noun = reading.match_at(at - 1, "head_nouns");
    const LexiconMatch* giver = reading.match_at(at - 1, kCues);
    if (giver != nullptr && giver->value("verdict") == "abroad") return false;
    if (noun != nullptr && noun->value("of") == "ngo" && noun->value("need") != "context") return false;
    people = people || names_public(reading, at - 1);
  }
  return people;
}

// "Hội Chữ thập đỏ Việt Nam ngày 6/11 đã chuyển 50 tấn gạo và 350 triệu đồng": a society at home hands out what it
// collected, where its sentence tells of no giver from abroad and of no aid.
bool is_from_society_at_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kLatestStart = 8;
  if (sum.currency != "VND") return false;
  const Sentence& sentence = reading.sentence_of(sum.first);
  std::size_t society = sentence.first;
  while (society < std::min(sentence.first + kLatestStart, sum.first) &&
         !(reading.is(society, "chữ") && reading.is(society + 1, "thập") && reading.is(society + 2, "đỏ")))
    ++society;
  const std::size_t behind = society + 3;
  if (behind > sum.first || society == sentence.first || !reading.is(society - 1, "hội")) return false;
  if (!reading.is_any(behind, {"việt", "tỉnh", "thành", "tp", "huyện"})) return false;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    if (reading.is_any(at, {"nhận", "viện"}) || (reading.is(at, "trợ") && reading.is(at - 1, "tài"))) return false;
    const LexiconMatch* cue = reading.match_at(at, kCues);
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (cue != nullptr && cue->value("verdict") == "abroad") return false;
    if (noun != nullptr && noun->value("of") == "ngo") return false;
  }
  return true;
}

// "Từ số tiền 6 tỷ đồng, quỹ đã mở 21 lớp học": what a fund at home has, whoever filled it.
bool is_spent_by_fund(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kMostBetween = 4;
  if (!reading.is(sum.last, ",") || !reading.is_any(sum.last + 1, {"quỹ", "hội"})) return false;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.bound.first; at > floor && sum.bound.first - at <= kMostBetween; --at) {
    if (reading.is(at - 1, "từ")) return true;
    if (!reading.is_any(at - 1, {"số", "nguồn", "tiền", "kinh", "phí", "vốn"})) return false;
  }
  return false;
}

}  // namespace

std::string_view why_from_home(const Reading& reading, const Sum& sum) {
  if (is_collected_from_public(reading, sum) || is_gift_of_public(reading, sum)) return "collected from the public";
  if (is_done_at_home(reading, sum) || is_money_of_home(reading, sum) || is_revenue(reading, sum))
    return "raised at home";
  if (is_put_in_at_home(reading, sum) || is_from_purse_at_home(reading, sum) || is_own_burden(reading, sum))
    return "raised at home";
  if (is_from_society_at_home(reading, sum)) return "given by a society at home";
  if (is_spent_by_fund(reading, sum)) return "what a fund at home has";
  if (is_rest_from_home(reading, sum) || is_raised_at_home(reading, sum)) return "raised at home";
  return is_whole_with_home(reading, sum) ? "only a part of the sum was given" : std::string_view{};
}

}  // namespace trichluc
