#include "extractors/money/acting_giver.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/countries.h"
#include "extractors/money/beside_sum.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/cue_words.h"
#include "extractors/money/givers.h"
#include "extractors/money/invested.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "trị giá 25.000 USD của một tổ chức khác", "vận động 1,8 tỷ đồng từ các tổ chức PCPNN": foreign NGOs behind the sum.
const LexiconMatch* ngo_after(const Reading& reading, const Topic& topic, std::size_t at) {
  if (reading.match_at(at, "number_words") != nullptr || reading.is(at, "các")) ++at;
  const LexiconMatch* noun = reading.match_at(at, "head_nouns");
  if (noun == nullptr || noun->value("of") != "ngo") return nullptr;
  return noun->value("need") != "context" || topic.speaks_of_ngos(at) ? noun : nullptr;
}

}  // namespace

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
  // "120.000 USD từ Quỹ Hòa bình Hàn Quốc"; "140 triệu USD của Tập đoàn Schneider" may be what a firm puts into a
  // factory.
  const LexiconMatch* head = reading.match_at(last + 1, "organizations");
  if (donor != nullptr && donor->value("verdict") == "firm") return nullptr;
  if (head != nullptr && body_abroad_at(reading, last + 1, reading.sentence_of(last).last)) return head;
  return ngo_after(reading, topic, last + 1);
}

namespace {

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
  const LexiconMatch* country = country_before(reading, end_of_giver(reading, verb));
  if (country == nullptr || country->first < from) return false;
  if (country->last < country->first + 2 || reading.match_at(country->first, "places") != nullptr) return false;
  const bool opens = country->first == reading.sentence_of(verb).first ||
                     reading.tokens()[country->first - 1].kind == TokenKind::kMark;
  return opens;
}

// "Tổ chức HealthBridge Canada đã bàn giao công trình trị giá …": an organisation whose name alone says that it is from
// abroad. Firms and funds also build what is theirs.
bool is_act_of_body(const Reading& reading, const LexiconMatch& act, std::size_t from) {
  const auto body = acting_body(reading, act.first, from);
  if (!body) return false;
  const std::size_t name = body->name.first;
  return reading.is_any(name, {"tổ", "hội"}) || (name > from && reading.is(name - 1, "chức"));
}

}  // namespace

const LexiconMatch* acting_donor(const Reading& reading, std::size_t first, std::size_t from) {
  constexpr std::size_t kFarthest = 30;
  bool acts = false;
  const LexiconMatch* by_name = nullptr;
  for (std::size_t at = first; at > from && first - at < kFarthest; --at) {
    if (is_sum(reading, at - 1)) return by_name;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    if (cue == nullptr) continue;
    // "Hoa Kỳ giúp Việt Nam thực hiện dự án … với tổng ngân sách 31 triệu USD"
    if (cue->value("verdict") == "act" && cue->entry->form == "giúp" && is_country_before(reading, cue->first, from))
      return cue;
    if (acts && cue->value("verdict") == "abroad" && cue->last + 3 >= at) return cue;
    if (cue->value("verdict") == "act") acts = true;
    if (by_name == nullptr && cue->value("verdict") == "act" && is_act_of_body(reading, *cue, from)) by_name = cue;
    const LexiconMatch* name = acts && decides(reading, *cue) && cue->last <= first ? donor_around(reading, *cue) : cue;
    if (name == nullptr) return by_name;
  }
  return by_name;
}

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

namespace {

const LexiconMatch* place_before(const Reading& reading, std::size_t end) {
  const LexiconMatch* region = reading.match_before(end, "regions");
  return region != nullptr ? region : reading.match_before(end, "places");
}

std::size_t behind_average(const Reading& reading, std::size_t at) {
  const bool average = reading.is_any(at, {"trung", "bình"}) && reading.is_any(at + 1, {"bình", "quân"});
  return average ? at + 2 : at;
}

// "… gồm dự án, phi dự án của NGO": the sentence calls what was taken aid or names who gives it, behind the sum.
bool is_of_gifts(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 40;
  const std::size_t end = std::min(first + kFarthest, reading.sentence_of(first).last);
  for (std::size_t at = first; at < end; ++at) {
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (noun == nullptr) continue;
    if (noun->value("of") == "ngo" && noun->value("need") != "context") return true;
    if (noun->value("of") == "project" && noun->value("need") != "aid") return true;
  }
  return false;
}

}  // namespace

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
    // "Mỗi năm thành phố nhận trung bình 6-8 triệu USD, gồm dự án, phi dự án …"
    const std::size_t average = behind_average(reading, verb->last);
    if (average == first && average > verb->last) return is_of_gifts(reading, first) ? verb : nullptr;
    return in_row && begins_sum(reading, verb->last) && place_before(reading, subject) != nullptr ? verb : nullptr;
  }
  return nullptr;
}

namespace {

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

}  // namespace

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

}  // namespace trichluc
