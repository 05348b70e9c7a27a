#include "extractors/money/money_cue.h"

#include <algorithm>
#include <utility>

#include "extractors/clause.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/cue_words.h"
#include "extractors/money/givers.h"
#include "extractors/money/goes_on.h"
#include "extractors/money/invested.h"
#include "extractors/money/told_above.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "phân bổ 4,8 tỷ đồng cho công tác cứu trợ khẩn cấp, cụ thể: Hà Tĩnh 560 triệu đồng": what the sum before is for says
// nothing of the next ones.
bool is_purpose_of_sum(const Reading& reading, const LexiconMatch& cue, std::size_t from) {
  std::size_t at = cue.first;
  if (at > from + 2 && reading.is(at - 1, "tác") && reading.is(at - 2, "công")) at -= 2;
  if (at < from + 2 || !reading.is(at - 1, "cho")) return false;
  const LexiconMatch* currency = reading.match_before(at - 1, "currencies");
  return currency != nullptr && currency->first >= from;
}

// "Hiệp định vay vốn … cung cấp 80 triệu USD dành cho …": a loan, whatever gives behind it.
const LexiconMatch* loan_before(const Reading& reading, std::size_t first, std::size_t from) {
  for (std::size_t end = first; end > from && !is_sum(reading, end - 1); --end) {
    const LexiconMatch* cue = reading.match_before(end, kTable);
    const bool loan = cue != nullptr && is_no_aid(*cue) && cue->entry->form.find("vay") != std::string::npos;
    if (loan && cue->first >= from) return cue;
  }
  return nullptr;
}

// "do nước ngoài tài trợ": the verb that closes what names a donor from abroad; null: none does.
const LexiconMatch* verb_of_donor(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kVerb = 2;  // tokens
  if (cue.value("verdict") != "abroad" || cue.last <= cue.first + kVerb) return nullptr;
  const LexiconMatch* verb = reading.match_at(cue.last - kVerb, kTable);
  return verb != nullptr && verb->last == cue.last && is_weak(*verb) ? verb : nullptr;
}

// The nearest cue before `end` that decides; neutral ones ("giá trị") are passed over.
const LexiconMatch* deciding_before(const Reading& reading, std::size_t end, std::size_t from) {
  while (const LexiconMatch* cue = last_match_before(reading, end, from, kTable)) {
    if (const LexiconMatch* verb = verb_of_donor(reading, *cue)) return verb;
    if (decides(reading, *cue) && !(is_weak(*cue) && is_purpose_of_sum(reading, *cue, from))) {
      if (const LexiconMatch* donor = investor_of(reading, *cue)) return donor;
      const LexiconMatch* giver = is_weak(*cue) ? domestic_giver(reading, *cue, from) : nullptr;
      return giver != nullptr ? giver : cue;
    }
    end = cue->first;
  }
  return nullptr;
}

// "9,6 tỷ đồng mua bồn chứa": what a sum is spent on, not what it is.
bool is_purpose(const LexiconMatch& cue) {
  return cue.entry->form == "mua" || cue.entry->form == "trả" || cue.entry->form == "chi phí";
}

// "tài trợ 1,3 tỷ đồng đầu tư xây trường": given, and then spent.
bool is_invested_gift(const Reading& reading, const LexiconMatch& cue, std::size_t first, std::size_t last) {
  if (cue.entry->form != "đầu tư" || cue.first != last) return false;
  const LexiconMatch* gives = reading.match_before(first, kTable);
  return gives != nullptr && is_aid(*gives);
}

// "870 triệu đồng (5,8 triệu đồng/giếng) do tổ chức X viện trợ": a short bracket parts nothing.
std::size_t behind_brackets(const Reading& reading, std::size_t at, std::size_t end) {
  constexpr std::size_t kLongestBracket = 10;
  if (!reading.is(at, "(")) return at;
  for (std::size_t close = at + 1; close < std::min(at + kLongestBracket, end); ++close) {
    if (reading.is(close, ")")) return close + 1;
  }
  return at;
}

// "12 tỷ đồng vốn đối ứng", "5 tỷ đồng từ nguồn viện trợ": a cue within two words after the sum, no mark between.
const LexiconMatch* deciding_after(const Reading& reading, std::size_t first, std::size_t last) {
  // "234 billion VND (13.7 million USD) in aid"
  const std::size_t behind = behind_brackets(reading, last, reading.sentence_of(first).last);
  if (behind > last && reading.is(behind, "in")) last = behind;
  for (std::size_t at = last; at < std::min(last + 3, reading.tokens().size()); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) {
      const bool spent = is_no_aid(*cue) && (is_purpose(*cue) || is_invested_gift(reading, *cue, first, last));
      return spent ? nullptr : cue;
    }
    // "2,5 tỷ đồng thực hiện tín dụng tiết kiệm": what it is spent on.
    if (reading.tokens()[at].kind == TokenKind::kMark || reading.is_any(at, {"và", "để"}) ||
        (cue != nullptr && cue->value("verdict") == "act" && reading.is(at, "thực")))
      return nullptr;
  }
  return nullptr;
}

// "tiết kiệm 37,5 triệu đồng chuyển sang bảo dưỡng": what the sum is stands before it, where it goes behind it.
const LexiconMatch* left_and_moved(const Reading& reading, std::size_t first, std::size_t last) {
  const LexiconMatch* moves = reading.match_at(last, kTable);
  if (moves == nullptr || (moves->entry->form != "chuyển" && moves->entry->form != "dành")) return nullptr;
  while (first > 0 && reading.is_any(first - 1, {"là", "được", "còn"})) --first;
  const LexiconMatch* cue = reading.match_before(first, kTable);
  return cue != nullptr && is_no_aid(*cue) && decides(reading, *cue) ? cue : nullptr;
}

// Does this token begin a sum, with its bound or without?
bool begins_sum(const Reading& reading, std::size_t at) {
  const LexiconMatch* bound = reading.match_at(at, "qualifiers");
  return is_sum(reading, bound != nullptr ? bound->last : at);
}

// "18 tỷ đồng do tổ chức X tài trợ không hoàn lại": who gives the sum, told right behind it.
const LexiconMatch* given_by(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kLongestGiver = 12;
  if (reading.is(last, ",") && reading.is(last + 1, "toàn") && reading.is(last + 2, "bộ")) last += 3;
  last = behind_brackets(reading, last, end);
  if (reading.is(last, "được") || (reading.is(last, ",") && reading.is(last + 1, "do"))) ++last;
  if (last >= end || reading.folded(last) != "do") return nullptr;
  for (std::size_t at = last + 1; at < std::min(last + kLongestGiver, end); ++at) {
    if (reading.folded(at) == "," || is_sum(reading, at)) return nullptr;
    const LexiconMatch* cue = reading.match_at(at, kTable);
    // "…, do Quỹ X tài trợ 6 tỷ đồng": a part of it.
    if (cue != nullptr && decides(reading, *cue)) return begins_sum(reading, cue->last) ? nullptr : cue;
  }
  return nullptr;
}

// "giải ngân 215 triệu USD, thấp hơn mức 226 triệu USD của năm trước": the level that a sum is measured by is of its
// kind.
bool is_level_compared(const Reading& reading, std::size_t first, std::size_t from) {
  const bool level = first > from + 1 && (reading.is(first - 1, "mức") || reading.is(first - 1, "số"));
  if (!level) return false;
  const std::size_t link = reading.is(first - 1, "số") ? first - 3 : first - 2;
  return link > from && (reading.is(link, "hơn") || reading.is(link, "với") || reading.is(link, "vượt"));
}

// "giá trị cam kết 1,24 triệu USD, thực hiện 737.000 USD"
bool is_carried_out(const Reading& reading, std::size_t first) {
  while (first > 0 && reading.is_any(first - 1, {"được", "là", "đạt"})) --first;
  if (first < 2 || !reading.is(first - 1, "hiện") || !reading.is(first - 2, "thực")) return false;
  // "kinh phí thực hiện 14 tỷ đồng" tells what a project costs.
  const std::size_t before = first - 3;
  // "vốn viện trợ thực hiện 39 tỷ đồng", "tổng vốn viện trợ thực hiện 39 tỷ đồng"
  const LexiconMatch* fund = first > 2 ? reading.match_before(first - 2, kTable) : nullptr;
  if (fund != nullptr && is_aid(*fund) && reading.is(first - 3, "trợ")) {
    const std::size_t word = reading.is(fund->first, "tổng") ? fund->first + 1 : fund->first;
    if (reading.is(word, "vốn")) return true;
  }
  return first == 2 || reading.tokens()[before].kind == TokenKind::kMark ||
         reading.is_any(before, {"đã", "mới", "chỉ"});
}

// The nearest stage word before the sum that no other sum stands between.
std::string stage_before(const Reading& reading, std::size_t first, std::size_t from) {
  if (is_carried_out(reading, first)) return "disbursed";
  const std::size_t sentence = reading.sentence_of(first).first;
  bool compared = is_level_compared(reading, first, sentence);
  if (compared) from = sentence;
  for (std::size_t end = first; end > from; --end) {
    if (is_sum(reading, end - 1) && !std::exchange(compared, false)) return {};
    const LexiconMatch* cue = reading.match_before(end, kTable);
    if (cue != nullptr && cue->first >= from && !cue->value("stage").empty()) return std::string(cue->value("stage"));
  }
  return {};
}

// "15 triệu euro vốn ODA không hoàn lại đã được Chính phủ Đức cam kết": what was done with the sum, told behind it.
std::string stage_behind(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kFarthest = 14;
  bool done = false;
  for (std::size_t at = last; at < std::min(last + kFarthest, end); ++at) {
    if (reading.tokens()[at].kind == TokenKind::kMark || is_sum(reading, at)) return {};
    done = done || (reading.is(at, "được") && at > last && reading.is_any(at - 1, {"đã", "vừa"}));
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (done && cue != nullptr && !cue->value("stage").empty()) return std::string(cue->value("stage"));
  }
  return {};
}

// "giải ngân 7 tỷ đồng cho 17.000 lượt hộ vay vốn": who gets the sum borrows it.
const LexiconMatch* loan_after(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kFarthest = 8;
  if (!reading.is(last, "cho")) return nullptr;
  for (std::size_t at = last + 1; at < std::min(last + kFarthest, end); ++at) {
    if (reading.is(at, ",") || is_sum(reading, at)) return nullptr;
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && is_no_aid(*cue) && reading.is(at, "vay")) return cue;
  }
  return nullptr;
}

// "trị giá 25.000 USD của một tổ chức khác", "vận động 1,8 tỷ đồng từ các tổ chức PCPNN": foreign NGOs behind the sum.
const LexiconMatch* ngo_after(const Reading& reading, const Topic& topic, std::size_t at) {
  if (reading.match_at(at, "number_words") != nullptr || reading.is(at, "các")) ++at;
  const LexiconMatch* noun = reading.match_at(at, "head_nouns");
  if (noun == nullptr || noun->value("of") != "ngo") return nullptr;
  return noun->value("need") != "context" || topic.speaks_of_ngos(at) ? noun : nullptr;
}

// "dự án hơn 6 triệu euro của Chính phủ Đức": a donor from abroad right behind the sum.
const LexiconMatch* donor_after(const Reading& reading, const Topic& topic, std::size_t last) {
  // "trị giá 32 tỷ đồng được triển khai bởi ChildFund"
  if (reading.is(last, "được")) ++last;
  if (const LexiconMatch* act = reading.match_at(last, kTable);
      act != nullptr && act->value("verdict") == "act" && reading.is(act->last, "bởi"))
    last = act->last;
  if (!reading.is_any(last, {"của", "từ", "bởi"})) return nullptr;
  const bool organisation = reading.is(last + 1, "tổ") && reading.is(last + 2, "chức");
  const LexiconMatch* donor = reading.match_at(last + (organisation ? 3 : 1), kTable);
  if (donor != nullptr && donor->value("verdict") == "abroad") return donor;
  // "120.000 USD từ Quỹ Hòa bình Hàn Quốc"
  const LexiconMatch* head = reading.match_at(last + 1, "organizations");
  if (head != nullptr && body_abroad_at(reading, last + 1, reading.sentence_of(last).last)) return head;
  return ngo_after(reading, topic, last + 1);
}

// "Cơ quan Viện trợ Ai-len": the name of a donor from abroad that holds this word; null: it stands in none.
const LexiconMatch* donor_around(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kMostBefore = 3;  // tokens
  for (std::size_t at = cue.first; at > 0 && cue.first - at < kMostBefore; --at) {
    const LexiconMatch* name = reading.match_at(at - 1, kTable);
    if (name != nullptr && name->last > cue.last && name->value("verdict") == "abroad") return name;
  }
  return nullptr;
}

// "…, Hoa Kỳ giúp …": another country, at the head of its stretch.
bool is_country_before(const Reading& reading, std::size_t verb, std::size_t from) {
  const LexiconMatch* country = reading.match_before(end_of_giver(reading, verb), "organizations");
  if (country == nullptr || country->value("kind") != "country" || country->first < from) return false;
  if (country->last < country->first + 2 || reading.match_at(country->first, "places") != nullptr) return false;
  const bool opens = country->first == reading.sentence_of(verb).first ||
                     reading.tokens()[country->first - 1].kind == TokenKind::kMark;
  return opens && reading.tokens()[country->first].capital;
}

// "World Vision triển khai chương trình … với ngân sách 3 triệu USD": a donor from abroad, what it does, and a neutral
// word for the sum; a comma or another sum between parts them.
const LexiconMatch* acting_donor(const Reading& reading, std::size_t first, std::size_t from) {
  constexpr std::size_t kFarthest = 30;
  bool acts = false;
  for (std::size_t at = first; at > from && first - at < kFarthest; --at) {
    if (is_sum(reading, at - 1)) return nullptr;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    if (cue == nullptr) continue;
    // "Hoa Kỳ giúp Việt Nam thực hiện dự án … với tổng ngân sách 31 triệu USD"
    if (cue->value("verdict") == "act" && cue->entry->form == "giúp" && is_country_before(reading, cue->first, from))
      return cue;
    if (acts && cue->value("verdict") == "abroad" && cue->last + 3 >= at) return cue;
    if (cue->value("verdict") == "act") acts = true;
    const LexiconMatch* name = acts && decides(reading, *cue) && cue->last <= first ? donor_around(reading, *cue) : cue;
    if (name == nullptr) return nullptr;
  }
  return nullptr;
}

// Items of a list stand under the paragraph that introduces them, so many above at most.
constexpr std::size_t kMostListItems = 8;

// A paragraph has no more sentences than this above a sum that speak of it.
constexpr std::size_t kMostSentencesAbove = 100;

// "…, tỉnh đóng góp 1,3 tỷ đồng", "làm hỏng …": said of that sum alone, not of those in the next sentence.
bool is_own_share(const LexiconMatch& cue) {
  return cue.value("verdict") == "share" || cue.value("verdict") == "lost";
}

// "Vốn đối ứng của tỉnh gồm:", without a sum of its own: says of all items below what they are.
bool is_heading_of_items(const Reading& reading, const Sentence& sentence) {
  if (sentence.last == sentence.first || !reading.is(sentence.last - 1, ":")) return false;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    if (is_sum(reading, at)) return false;
  }
  return true;
}

// The sentence before in the paragraph; for an item of a list the paragraphs above it.
const LexiconMatch* deciding_above(const Reading& reading, std::size_t first) {
  const std::size_t paragraph = reading.tokens()[first].paragraph;
  const bool item = is_told_above(reading, first);
  const std::size_t sentence = reading.tokens()[first].sentence;
  for (std::size_t s = sentence; s > 0 && sentence - s < kMostSentencesAbove; --s) {
    const Sentence& before = reading.sentences()[s - 1];
    const bool inside = before.paragraph == paragraph;
    if (!inside && (!item || before.paragraph + kMostListItems < paragraph)) return nullptr;
    const LexiconMatch* cue = deciding_before(reading, before.last, before.first);
    if (cue != nullptr && is_own_share(*cue)) cue = deciding_before(reading, cue->first, before.first);
    // What an item of a list says is no aid is said of that item alone.
    if (cue != nullptr && (inside || !is_no_aid(*cue) || is_heading_of_items(reading, before))) return cue;
  }
  return nullptr;
}

// "Vốn đối ứng của tỉnh cho các dự án viện trợ là 8 tỷ đồng": with a verb of being in front of the sum its subject, the
// first cue of the stretch, outweighs nearer ones.
const LexiconMatch* refusing_subject(const Reading& reading, std::size_t first, std::size_t from) {
  static constexpr std::string_view kVerbs[] = {"là", "đạt", "còn", "lên", "tới", "đến", "được"};
  const bool verb = first > from && std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view word) {
                      return reading.folded(first - 1) == word;
                    });
  std::size_t start = first;
  while (start > from && reading.folded(start - 1) != "," && !is_sum(reading, start - 1)) --start;
  if (!verb) return nullptr;
  for (std::size_t at = start; at < first && at < start + 3; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) return is_no_aid(*cue) ? cue : nullptr;
  }
  return nullptr;
}

// The nearest foreign NGOs before the sum; projects of theirs may stand between.
const LexiconMatch* acting_ngos(const Reading& reading, const Topic& topic, std::size_t end, std::size_t from) {
  while (const LexiconMatch* noun = last_match_before(reading, end, from, "head_nouns")) {
    if (noun->value("of") == "ngo" && (noun->value("need") != "context" || topic.speaks_of_ngos(noun->first)))
      return noun;
    if (noun->value("of") != "project") return nullptr;
    if (is_project_of_ngos(*noun)) return noun;
    end = noun->first;
  }
  return nullptr;
}

const LexiconMatch* place_before(const Reading& reading, std::size_t end) {
  const LexiconMatch* region = reading.match_before(end, "regions");
  return region != nullptr ? region : reading.match_before(end, "places");
}

// "Miền Trung nhận 98,5 triệu USD, miền Bắc 121,2 triệu USD": who takes is a place, and the verb is told once for a row
// of places with their sums.
const LexiconMatch* taking_place(const Reading& reading, std::size_t first, std::size_t from) {
  bool in_row = first > from && place_before(reading, first) != nullptr;
  for (std::size_t end = first; end > from; --end) {
    const LexiconMatch* verb = reading.match_before(end, kTable);
    if (verb == nullptr || verb->first < from) continue;
    if (verb->value("verdict") != "takes") {
      if (decides(reading, *verb)) return nullptr;
      continue;
    }
    std::size_t subject = verb->first;
    while (subject > from && (reading.is(subject - 1, "đã") || reading.is(subject - 1, "được"))) --subject;
    if (end == first) in_row = true;
    return in_row && begins_sum(reading, verb->last) && place_before(reading, subject) != nullptr ? verb : nullptr;
  }
  return nullptr;
}

// Behind the foreign NGOs nearest before the sum, "hai tổ chức khác" among them; `from` where none stands there.
std::size_t end_of_organisations(const Reading& reading, const Topic& topic, std::size_t first, std::size_t from) {
  const LexiconMatch* noun = last_match_before(reading, first, from, "head_nouns");
  const bool foreign = noun != nullptr && noun->value("of") == "ngo" &&
                       (noun->value("need") != "context" || topic.speaks_of_ngos(noun->first));
  if (foreign) return noun->last;
  for (std::size_t at = first; at > from + 2; --at) {
    if (!reading.is(at - 2, "tổ") || !reading.is(at - 1, "chức")) continue;
    const bool counted =
        reading.tokens()[at - 3].kind == TokenKind::kNumber || reading.match_before(at - 2, "number_words") != nullptr;
    return counted && reading.is(at, "khác") && topic.speaks_of_ngos(at) ? at : from;
  }
  return from;
}

// "Sau bão gây thiệt hại 30 tỷ đồng, hai tổ chức khác giúp 640 hộ ở A, B sửa nhà với gần 2,8 tỷ đồng": the
// organisations and what they do stand behind the last word about money, and the commas between part nothing.
const LexiconMatch* helping_ngos(const Reading& reading, const Topic& topic, std::size_t first, std::size_t from) {
  static constexpr std::string_view kLed[] = {"với", "giá", "phí", "tiền"};
  const bool led = first > from && std::any_of(std::begin(kLed), std::end(kLed),
                                               [&](std::string_view word) { return reading.is(first - 1, word); });
  if (!led) return nullptr;
  std::size_t at = end_of_organisations(reading, topic, first, from);
  if (at == from) return nullptr;
  while (reading.is(at, "khác") || reading.is(at, "này") || reading.is(at, "đã") || reading.is(at, "cũng")) ++at;
  const LexiconMatch* act = reading.match_at(at, kTable);
  if (act == nullptr || act->value("verdict") != "act") return nullptr;
  for (; at < first; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (is_sum(reading, at) || (cue != nullptr && decides(reading, *cue))) return nullptr;
  }
  return act;
}

// "Hội Chữ thập đỏ Nhật Bản giúp 1.250.000 USD": the verb of helping right before a sum in a donor's currency.
const LexiconMatch* helps_with(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  const LexiconMatch* currency = reading.match_before(last, "currencies");
  if (currency == nullptr || currency->value("currency") == "VND" || !topic.speaks_of_aid(first)) return nullptr;
  std::size_t end = first;
  while (end > 0 && reading.is_any(end - 1, {"thêm", "tiếp", "tỉnh", "cho", "được"})) --end;
  const LexiconMatch* verb = reading.match_before(end, kTable);
  const bool helps = verb != nullptr && verb->value("verdict") == "act" && verb->entry->form == "giúp";
  const std::size_t from = helps ? clause_of(reading, verb->first).first : 0;
  return helps && domestic_giver(reading, *verb, from) == nullptr ? verb : nullptr;
}

// "trị giá 340 triệu đồng, trong đó tổ chức X viện trợ 240 triệu đồng"
bool opens_parts(const Reading& reading, std::size_t at) {
  return is_sum(reading, at) || reading.match_at(at, "part_words") != nullptr;
}

// "… viện trợ 186.500 USD, trong đó:", then "- Mua tôn lợp: 61.300 USD": what an item of a list was spent on, of the
// sum above it.
bool is_item_of_spending(const Reading& reading, std::size_t first) {
  const std::size_t begin = reading.first_token_of(reading.tokens()[first].paragraph);
  if (first < begin + 3 || !reading.is(first - 1, ":") || !reading.is_any(begin, {"-", "–", "+", "*", "•"}))
    return false;
  const LexiconMatch* cue = reading.match_at(begin + 1, kTable);
  return cue != nullptr && is_purpose(*cue);
}

// "Tổng giá trị các chương trình của USAID tăng từ 6 triệu USD lên 70 triệu USD": the worth of a donor's programmes.
const LexiconMatch* programmes_of_donor(const Reading& reading, std::size_t first, std::size_t from) {
  constexpr std::size_t kFarthest = 8;
  for (std::size_t at = first; at > from; --at) {
    if (!reading.is(at - 1, "của") && !reading.is(at - 1, "do")) continue;
    const LexiconMatch* donor = reading.match_at(at, kTable);
    if (donor == nullptr || donor->value("verdict") != "abroad" || !reading.tokens()[at].capital) continue;
    const LexiconMatch* noun = reading.match_before(at - 1, "head_nouns");
    if (noun == nullptr || noun->value("of") != "project") return nullptr;
    for (std::size_t word = noun->first; word > from && noun->first - word < kFarthest; --word) {
      if (reading.tokens()[word - 1].kind != TokenKind::kWord) return nullptr;
      if (reading.is_any(word - 1, {"trị", "phí", "sách", "vốn"})) return donor;
    }
    return nullptr;
  }
  return nullptr;
}

// "Dùng hơn 1.000 tỷ đồng phòng, chống dịch. Đây là số tiền Quỹ Toàn cầu tài trợ …": what the sum is, told behind it.
const LexiconMatch* told_behind(const Reading& reading, std::size_t last) {
  constexpr std::size_t kFarthest = 24;
  const std::size_t next = reading.sentence_of(last - 1).last;
  if (!reading.is(next, "đây") || !reading.is(next + 1, "là")) return nullptr;
  if (!reading.is_any(next + 2, {"số", "khoản", "nguồn", "kinh", "tiền"})) return nullptr;
  const std::size_t end = std::min(next + kFarthest, reading.sentence_of(next).last);
  const LexiconMatch* donor = first_match_in(reading, next, end, kTable);
  while (donor != nullptr && donor->value("verdict") != "abroad")
    donor = first_match_in(reading, donor->first + 1, end, kTable);
  if (donor == nullptr) return nullptr;
  for (std::size_t at = donor->last; at < end; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) return is_aid(*cue) ? cue : nullptr;
  }
  return nullptr;
}

// "Bộ A cấp 500 tỷ đồng, trong khi các nước viện trợ 7 triệu USD": what follows is said of another sum.
bool opens_contrast(const Reading& reading, std::size_t at) {
  if (!reading.is(at, ",")) return false;
  return reading.is_any(at + 1, {"còn", "nhưng"}) || (reading.is(at + 1, "trong") && reading.is(at + 2, "khi"));
}

// "lần lượt nhận 4,2 triệu USD và 3,6 triệu USD viện trợ": the noun behind the last of a row is that of all.
const LexiconMatch* noun_behind_row(const Reading& reading, std::size_t last, std::size_t end) {
  while (reading.is_any(last, {"và", ","}) && begins_sum(reading, last + 1)) {
    std::size_t at = last + 1;
    if (const LexiconMatch* bound = reading.match_at(at, "qualifiers")) at = bound->last;
    const Quantity* quantity = reading.quantity_at(at);
    const LexiconMatch* currency = reading.match_at(quantity->last, "currencies");
    last = currency->last;
    const LexiconMatch* cue = last < end ? reading.match_at(last, kTable) : nullptr;
    if (cue != nullptr && cue->value("verdict") == "aid") return cue;
  }
  return nullptr;
}

// "Ban tổ chức đã trao 200 tỷ đồng ủng hộ …": the verb before the sum tells who gives, the one behind it what for.
const LexiconMatch* unless_given_at_home(const Reading& reading, std::size_t first, Clause clause,
                                         const LexiconMatch* behind) {
  const LexiconMatch* gives = reading.match_before(first, kTable);
  if (gives == nullptr || !is_aid(*gives) || !is_weak(*gives) || !is_weak(*behind)) return behind;
  const LexiconMatch* giver = domestic_giver(reading, *gives, clause.first);
  return giver != nullptr ? giver : behind;
}

const LexiconMatch* deciding_around(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last,
                                    Clause clause) {
  if (is_item_of_spending(reading, first)) return deciding_above(reading, first);
  if (const LexiconMatch* cue = left_and_moved(reading, first, last)) return cue;
  if (const LexiconMatch* cue = deciding_after(reading, first, last)) {
    // "khoản viện trợ 135 triệu USD vốn ODA"
    const LexiconMatch* gift = reading.match_before(first, kTable);
    const bool noun = gift != nullptr && reading.is(gift->last - 1, "trợ") && reading.is(gift->last - 2, "viện");
    const bool given = noun && gift->value("verdict") == "aid" && cue->entry->form == "vốn oda";
    return given ? gift : unless_given_at_home(reading, first, clause, cue);
  }
  if (const LexiconMatch* cue = given_by(reading, last, clause.last)) return cue;
  if (const LexiconMatch* cue = loan_after(reading, last, clause.last)) return cue;
  if (const LexiconMatch* cue = refusing_subject(reading, first, clause.first)) return cue;
  const Sentence& sentence = reading.sentence_of(first);
  if (const LexiconMatch* cue = taking_place(reading, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = helping_ngos(reading, topic, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = helps_with(reading, topic, first, last)) return cue;
  if (const LexiconMatch* cue = deciding_before(reading, first, clause.first)) return cue;
  // "115 tổ chức PCPNN tham gia ứng phó … với hơn 6,5 triệu USD": organisations that act with a sum give it.
  if (const LexiconMatch* ngo = acting_ngos(reading, topic, first, clause.first)) return ngo;
  if (const LexiconMatch* cue = acting_donor(reading, first, clause.first)) return cue;
  if (const LexiconMatch* cue = deciding_before(reading, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = donor_after(reading, topic, behind_brackets(reading, last, clause.last))) return cue;
  // The rest of the clause: "trị giá 5 tỷ đồng do tổ chức X tài trợ"; what a part of the sum is says nothing of the
  // whole.
  for (std::size_t at = last; at < clause.last && !opens_parts(reading, at) && !opens_contrast(reading, at); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) return cue;
  }
  if (const LexiconMatch* cue = told_behind(reading, last)) return cue;
  if (const LexiconMatch* cue = programmes_of_donor(reading, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = noun_behind_row(reading, last, clause.last)) return cue;
  if (!goes_on_from_above(reading, first)) return nullptr;
  if (const LexiconMatch* cue = deciding_above(reading, first)) return cue;
  return giver_in_headline(reading, first);
}

// "phê duyệt dự án trị giá 1,15 triệu USD (trong đó ADB viện trợ không hoàn lại 1 triệu USD)", "Tổng vốn 2,5 triệu USD
// (tương đương 59 tỷ đồng). Trong đó, vốn viện trợ không hoàn lại …"
bool only_part_is_grant(const Reading& reading, std::size_t last) {
  constexpr std::size_t kFarthest = 9;
  last = behind_brackets(reading, last, reading.tokens().size());
  while (reading.is_any(last, {",", "(", ";", "."})) ++last;
  const LexiconMatch* parts = reading.match_at(last, "part_words");
  if (parts == nullptr) return false;
  for (std::size_t at = parts->last; at < parts->last + kFarthest && !is_sum(reading, at); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue == nullptr || !is_aid(*cue)) continue;
    if (cue->entry->form.find("hoàn lại") != std::string::npos || cue->entry->form == "vốn viện trợ") return true;
  }
  return false;
}

// A sentence above that tells of sums committed and disbursed says of a part below neither.
bool tells_one_stage(const Reading& reading, const LexiconMatch& cue, std::size_t sum) {
  const Sentence& sentence = reading.sentence_of(cue.first);
  if (sentence.last > sum) return true;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const LexiconMatch* other = reading.match_at(at, kTable);
    if (other != nullptr && !other->value("stage").empty() && other->value("stage") != cue.value("stage")) return false;
  }
  return true;
}

// Why the sum is no aid though a cue stands beside it; empty: it is.
std::string reason_against(const Reading& reading, const Topic& topic, const LexiconMatch& word, std::size_t first,
                           std::size_t last) {
  const bool cue = word.is_of(kTable);
  if (cue && word.last <= first && is_given_abroad(reading, word)) return "aid that Vietnam gives abroad";
  if (cue && word.last <= first && is_given_to_country(reading, word)) return "aid to another country";
  if (cue && word.last <= first && is_given_by_province(reading, word)) return "given by a province at home";
  if (word.value("verdict") == "home" || word.value("verdict") == "firm") return "given at home: " + word.entry->form;
  if (cue && is_weak(word) && only_part_is_grant(reading, last)) return "only a part of the sum is a grant";
  if (is_no_aid(word)) return "no aid: " + word.entry->form;
  const auto from_abroad = [&] {
    return is_given_by_country(reading, word, first) ||
           (word.last <= first && acting_body(reading, word.first, clause_of(reading, word.first).first));
  };
  if (cue && is_weak(word) && !topic.speaks_of_aid(first) && !from_abroad()) {
    return "giving, but nothing around speaks of foreign NGOs or of aid: " + word.entry->form;
  }
  return "";
}

}  // namespace

MoneyCue read_money_cue(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  const Clause clause = clause_of(reading, first);
  MoneyCue cue;
  cue.word = deciding_around(reading, topic, first, last, clause);
  if (cue.word == nullptr) {
    cue.reason = "nothing says that the sum is aid";
    return cue;
  }
  if (cue.word->is_of(kTable) && is_weak(*cue.word)) {
    if (const LexiconMatch* loan = loan_before(reading, first, clause.first)) cue.word = loan;
  }
  cue.reason = reason_against(reading, topic, *cue.word, first, last);
  if (!cue.reason.empty()) return cue;
  cue.aid = true;
  cue.stage = stage_before(reading, first, clause.first);
  if (cue.stage.empty()) cue.stage = stage_behind(reading, last, clause.last);
  const bool far = cue.word->first >= last || cue.word->last <= clause.first;
  // What an earlier answer says of its sum's stage is not said again of the years it is compared with.
  const bool answer =
      reading.tokens()[cue.word->first].paragraph != reading.tokens()[first].paragraph && is_answer(reading, first);
  if (cue.stage.empty() && far && !answer && tells_one_stage(reading, *cue.word, first))
    cue.stage = cue.word->value("stage");
  return cue;
}

}  // namespace trichluc
