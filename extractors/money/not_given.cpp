#include "extractors/money/not_given.h"

#include <algorithm>

#include "extractors/clause.h"

namespace trichluc {
namespace {

constexpr TableKey kCues = "money_cues";

bool is_one(const Sum& sum) {
  const auto amount = sum.amount ? sum.amount->to_integer() : std::nullopt;
  return amount && *amount == 1;
}

// "1 USD = 23.000 đồng", "1 Euro tương đương 28.000 đồng".
bool is_linked(const Reading& reading, const Sum& one, const Sum& other) {
  constexpr std::size_t kLongestLink = 3;
  if (!is_one(one) || one.currency == other.currency || other.first <= one.last) return false;
  if (other.first - one.last > kLongestLink) return false;
  return reading.is_any(one.last, {"=", "≈", "~", "bằng", "ăn", "đổi", "tương", "là"});
}

// "theo tỷ giá 23.000 đồng"
bool follows_rate_word(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestWord = 5;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.first; at > sentence + 1 && sum.first - at < kFarthestWord; --at) {
    if (at < sum.first && reading.match_at(at, "currencies") != nullptr && !reading.is(at + 1, "=")) return false;
    if (reading.is(at - 1, "giá") && reading.is_any(at - 2, {"tỷ", "tỉ"})) return true;
  }
  return false;
}

// Between what was lost and its worth stand its name and whose gift it was, no other deed.
bool passes_over(const Reading& reading, std::size_t at) {
  if (reading.is(at, ",")) return reading.is_any(at + 1, {"trị", "ước", "tổng", "với", "giá"});
  if (reading.is_any(at, {";", ".", ":"}) || reading.match_at(at, "currencies") != nullptr) return false;
  const LexiconMatch* cue = reading.match_at(at, kCues);
  const std::string_view verdict = cue != nullptr ? cue->value("verdict") : std::string_view{};
  return verdict != "weak" && verdict != "takes" && verdict != "act";
}

// "để hư 3 tấn sữa bột viện trợ, trị giá 11 triệu đồng"
bool is_worth_of_lost(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 16;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.first; at > sentence && sum.first - at < kFarthest; --at) {
    const LexiconMatch* cue = reading.match_at(at - 1, kCues);
    if (cue != nullptr && cue->value("verdict") == "lost") return true;
    if (!passes_over(reading, at - 1)) return false;
  }
  return false;
}

// "… gửi 5.000 USD xây nhà văn hóa thôn có phải viện trợ không?": whether it is aid is what is asked.
bool is_asked_about(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestAid = 5;
  const Sentence& sentence = reading.sentence_of(sum.first);
  if (sentence.last < sum.last + 4 || !reading.is(sentence.last - 1, "?")) return false;
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    if (!reading.is(at, "có") || !reading.is_any(at + 1, {"phải", "được", "tính", "là", "coi"})) continue;
    for (std::size_t next = at + 1; next < std::min(at + kFarthestAid, sentence.last); ++next) {
      const LexiconMatch* cue = reading.match_at(next, kCues);
      if (cue != nullptr && cue->value("verdict") == "aid") return true;
    }
  }
  return false;
}

bool opens_stretch(const Reading& reading, std::size_t at) {
  return at == reading.sentence_of(at).first || reading.is_any(at - 1, {",", ";", "và", ":"});
}

// Behind another country that takes: "Campuchia sẽ nhận 2 triệu USD, Lào gần 2 triệu USD".
bool is_in_row_of_countries(const Reading& reading, const LexiconMatch& country) {
  const std::size_t sentence = reading.sentence_of(country.first).first;
  for (std::size_t at = country.first; at > sentence; --at) {
    const LexiconMatch* other = reading.match_at(at - 1, "organizations");
    const bool takes = reading.is(at - 1, "nhận") && reading.quantity_at(at) == nullptr;
    if (other != nullptr && other->value("kind") == "country" && opens_stretch(reading, other->first)) {
      for (std::size_t verb = other->last; verb < std::min(other->last + 4, country.first); ++verb) {
        if (reading.is(verb, "nhận")) return true;
      }
    }
    if (takes && other == nullptr && reading.match_before(at - 1, "places") != nullptr) return false;
  }
  return false;
}

// "địa phương", "nhân dân", "UBND tỉnh", "mạnh thường quân": who gives is at home.
bool is_at_home(const Reading& reading, std::size_t at) {
  if (reading.is_any(at, {"địa", "nhân", "người", "bà", "chính"}))
    return reading.is_any(at + 1, {"phương", "dân", "con", "quyền"});
  if (reading.is_any(at, {"tỉnh", "huyện", "xã", "dân", "ubnd"})) return !reading.tokens()[at].all_capitals;
  const LexiconMatch* cue = reading.match_at(at, kCues);
  return cue != nullptr && (cue->value("verdict") == "no" || cue->value("verdict") == "share");
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

// "2 tỷ đồng do địa phương đóng góp", "300 triệu đồng do nhân dân đóng góp"
bool is_raised_at_home(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 7;
  if (!reading.is(sum.last, "do") || !is_at_home(reading, sum.last + 1)) return false;
  const std::size_t end = std::min(sum.last + kFarthest, reading.sentence_of(sum.first).last);
  for (std::size_t at = sum.last + 2; at < end; ++at) {
    if (reading.is(at, "đóng") && reading.is(at + 1, "góp")) return true;
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
    std::size_t from = at + 2;
    while (reading.match_at(from, "qualifiers") != nullptr || reading.quantity_at(from) != nullptr ||
           reading.match_at(from, "currencies") != nullptr || reading.match_at(from, "number_scales") != nullptr)
      ++from;
    return comes_from_home(reading, from, reading.sentence_of(at).last);
  }
  return false;
}

// "Campuchia cũng sẽ nhận được 2 triệu USD, Indonesia 2,3 triệu USD": aid, but to another country.
bool goes_to_other_country(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 8;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  bool takes = false;
  bool beside = true;
  for (std::size_t at = sum.bound.first; at > sentence && sum.bound.first - at < kFarthest; --at) {
    const LexiconMatch* country = reading.match_before(at, "organizations");
    if (country != nullptr && country->value("kind") == "country" && reading.tokens()[country->first].capital)
      return (takes || (beside && is_in_row_of_countries(reading, *country))) && opens_stretch(reading, country->first);
    if (!reading.is_any(at - 1, {"cũng", "sẽ", "đã", "được", "nhận"})) return false;
    takes = takes || reading.is(at - 1, "nhận");
    beside = false;
  }
  return false;
}

// "trị giá 0,5 triệu USD để chia sẻ với Chính phủ và nhân dân Trung Quốc", "hàng hóa 100.000 USD giúp nhân dân Nepal":
// whom it goes to is told behind the sum.
bool is_meant_for_other_country(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    const bool shares = reading.is(at, "với") && reading.is(at - 1, "sẻ");
    const bool helps = reading.is(at, "trợ") && reading.is(at - 1, "hỗ");
    if (!shares && !helps && !reading.is_any(at, {"cho", "giúp"})) continue;
    std::size_t next = at + 1;
    while (reading.is_any(next, {"chính", "nhân", "phủ", "dân", "và", "nước"})) ++next;
    const LexiconMatch* country = reading.match_at(next, "organizations");
    if (country == nullptr || country->value("kind") != "country" || !reading.tokens()[next].capital) continue;
    const bool people = next > at + 1 || country->last == sentence.last;
    if (people && reading.match_at(next, "places") == nullptr) return true;
  }
  return false;
}

// "các nước đang phát triển", "hơn 140 quốc gia", "các nước nghèo nhất", "toàn thế giới": many countries.
bool names_many_countries(const Reading& reading, std::size_t at) {
  const bool all = reading.is_any(at, {"toàn", "khắp", "cả"});
  if (all) ++at;
  // "Bánh mì cho thế giới" is a giver's name.
  if (reading.is(at, "thế") && reading.is(at + 1, "giới")) return all || (at > 0 && reading.is(at - 1, "trên"));
  if (const LexiconMatch* bound = reading.match_at(at, "qualifiers")) at = bound->last;
  if (const Quantity* number = reading.quantity_at(at))
    return (reading.is(number->last, "quốc") && reading.is(number->last + 1, "gia")) ||
           reading.is(number->last, "nước");
  if (!reading.is_any(at, {"các", "những", "nhiều"})) return false;
  if (reading.is(at + 1, "quốc") && reading.is(at + 2, "gia")) return true;
  return reading.is(at + 1, "nước") &&
         reading.is_any(at + 2, {"đang", "nghèo", "kém", "chậm", "trên", "trong", "châu"});
}

// "viện trợ cho các nước đang phát triển 4,2 tỷ USD", "15 tỷ USD cho hơn 140 quốc gia", "274 triệu USD viện trợ khẩn
// cấp, giúp các quốc gia có nhu cầu": no sum of this country.
bool goes_to_many_countries(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestBehind = 20;
  constexpr std::size_t kFarthestBefore = 10;
  static constexpr std::string_view kLeading[] = {"cho", "trên", "giúp", "tới", "đến", "trợ"};
  const Sentence& sentence = reading.sentence_of(sum.first);
  for (std::size_t at = sum.last; at < std::min(sum.last + kFarthestBehind, sentence.last); ++at) {
    const bool parts = reading.is(at, ",") && !reading.is_any(at + 1, {"được", "giúp", "dành", "nhằm"});
    if (parts || reading.is_any(at, {";", "("})) break;
    if (reading.is_any(at, kLeading) && names_many_countries(reading, at + 1)) return true;
    if (reading.quantity_at(at) != nullptr || reading.match_at(at, "places") != nullptr) break;
  }
  for (std::size_t at = sum.bound.first; at > sentence.first && sum.bound.first - at < kFarthestBefore; --at) {
    if (reading.is_any(at - 1, {",", ";", ")"}) || reading.match_at(at - 1, "places") != nullptr) return false;
    if (reading.is(at - 1, "cho")) return names_many_countries(reading, at);
  }
  return false;
}

// Does the sentence name the country or a part of it?
bool names_home(const Reading& reading, const Sentence& sentence) {
  return first_match_in(reading, sentence.first, sentence.last, "places") != nullptr ||
         first_match_in(reading, sentence.first, sentence.last, "districts") != nullptr;
}

// "Trong hơn 20 năm, Quỹ đã tài trợ hơn 55 tỷ USD, cứu sống … ở các quốc gia được tài trợ": the sentence tells further
// on that it is of many countries, and names nothing at home.
bool tells_many_countries_later(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  if (names_home(reading, sentence)) return false;
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    if (reading.is_any(at, {"ở", "tại"}) && names_many_countries(reading, at + 1)) return true;
  }
  return false;
}

// "bao gồm gần 100 triệu USD … và 110 triệu USD … được cung cấp cho 64 quốc gia": told in one breath with such a sum.
bool is_beside_sum_for_many(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  const std::size_t own = reading.tokens()[sums[index].first].sentence;
  const auto in_sentence = [&](std::size_t i) { return reading.tokens()[sums[i].first].sentence == own; };
  bool beside = false;
  for (std::size_t i = index; i > 0 && in_sentence(i - 1) && !beside; --i)
    beside = goes_to_many_countries(reading, sums[i - 1]);
  for (std::size_t i = index + 1; i < sums.size() && in_sentence(i) && !beside; ++i)
    beside = goes_to_many_countries(reading, sums[i]);
  return beside && !names_home(reading, reading.sentences()[own]);
}

// "Cao ủy Liên hợp quốc về người tị nạn (UNHCR) sẽ nhận được 64 triệu USD": who takes it is a body abroad.
bool is_taken_abroad(const Reading& reading, const Sum& sum) {
  std::size_t at = sum.bound.first;
  while (at > 0 && reading.is_any(at - 1, {"được", "thêm"})) --at;
  if (at == 0 || !reading.is(at - 1, "nhận")) return false;
  --at;
  while (at > 0 && reading.is_any(at - 1, {"sẽ", "đã", "cũng"})) --at;
  if (at > 0 && reading.is(at - 1, ")")) --at;
  const LexiconMatch* body = reading.match_before(at, kCues);
  const bool abroad = body != nullptr && body->value("verdict") == "abroad";
  return abroad && !names_home(reading, reading.sentence_of(sum.first));
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

// "huy động được gần 250 triệu USD từ người dân và các công ty", "cá nhân, công ty quyên góp được 242 triệu USD".
bool is_collected_from_public(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestCue = 5;
  constexpr std::size_t kFarthestGiver = 14;
  if (reading.is(sum.last, "từ") && names_public(reading, sum.last + 1)) return true;
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

// "Viện trợ PCPNN: 12 tỷ đồng; ODA: 230 tỷ đồng": mostly loans, and nothing says which part is a gift.
bool is_labelled_oda(const Reading& reading, const Sum& sum) {
  const std::size_t floor = reading.sentence_of(sum.first).first;
  std::size_t at = sum.bound.first;
  if (at > floor && reading.is(at - 1, ":")) --at;
  const LexiconMatch* label = at > floor ? reading.match_before(at, kCues) : nullptr;
  return label != nullptr && label->entry->form == "oda" && label->first >= floor;
}

// "6 dự án ODA đang triển khai với tổng vốn 145 triệu USD": the same of projects, unless a gift is told behind the
// word.
bool is_of_oda_projects(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 16;
  const std::size_t floor = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.bound.first; at > floor + 1 && sum.bound.first - at < kFarthest; --at) {
    const LexiconMatch* cue = reading.match_at(at - 1, kCues);
    if (reading.is_any(at - 1, {";", ")"}) || reading.quantity_at(at - 1) != nullptr) return false;
    if (reading.is(at - 1, "oda")) return reading.is(at - 2, "án") || (at > 2 && reading.is(at - 3, "án"));
    if (cue != nullptr && (cue->value("verdict") == "aid" || !cue->value("stage").empty())) return false;
  }
  return false;
}

// "giải ngân đạt 350 tỷ đồng, bằng 148% kế hoạch, trong đó vốn ODA 273 tỷ đồng": what the part is, mostly loans, the
// whole is too.
bool has_oda_part(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  const LexiconMatch* parts = first_match_in(reading, sum.last, sentence.last, "part_words");
  if (parts == nullptr) return false;
  std::size_t at = parts->last;
  if (reading.is(at, ",")) ++at;
  if (reading.is(at, "vốn")) ++at;
  return reading.is(at, "oda") && !reading.is_any(at + 1, {"không", "viện"});
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

}  // namespace

bool is_rate_of_exchange(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  if (follows_rate_word(reading, sums[index])) return true;
  if (index + 1 < sums.size() && is_linked(reading, sums[index], sums[index + 1])) return true;
  return index > 0 && is_linked(reading, sums[index - 1], sums[index]);
}

bool tells_of_world(const Reading& reading) {
  const auto names = [&](TableKey table) {
    const auto& found = reading.matches_of(table);
    return std::any_of(found.begin(), found.end(),
                       [&](std::uint32_t m) { return reading.tokens()[reading.matches()[m].first].capital; });
  };
  if (names("places") || names("districts") || names("regions")) return false;
  const auto& tokens = reading.tokens();
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const bool globe = reading.is(at, "toàn") && reading.is(at + 1, "cầu") && !tokens[at].capital;
    const bool world = reading.is_any(at, {"thế", "the"}) && reading.is(at + 1, "giới") && at > 0 &&
                       reading.is_any(at - 1, {"trên", "cả", "toàn"});
    const bool continent = reading.is(at, "châu") && reading.is(at + 1, "phi");  // "Quỹ Châu Á" is a giver
    if (globe || world || continent) return true;
  }
  return false;
}

std::string_view why_not_given(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  const Sum& sum = sums[index];
  if (is_worth_of_lost(reading, sum)) return "what was lost, not a sum given";
  if (is_asked_about(reading, sum)) return "asked whether it is aid, not told";
  if (is_labelled_oda(reading, sum) || is_of_oda_projects(reading, sum) || has_oda_part(reading, sum))
    return "official development assistance, loans or gifts";
  if (goes_to_other_country(reading, sum) || is_meant_for_other_country(reading, sum)) return "aid to another country";
  if (goes_to_many_countries(reading, sum) || tells_many_countries_later(reading, sum) ||
      is_beside_sum_for_many(reading, sums, index))
    return "aid to many countries";
  if (is_taken_abroad(reading, sum)) return "taken by a body abroad";
  if (is_collected_from_public(reading, sum)) return "collected from the public";
  if (is_from_society_at_home(reading, sum)) return "given by a society at home";
  if (is_rest_from_home(reading, sum) || is_raised_at_home(reading, sum)) return "raised at home";
  if (is_whole_with_home(reading, sum)) return "only a part of the sum was given";
  return {};
}

}  // namespace trichluc
