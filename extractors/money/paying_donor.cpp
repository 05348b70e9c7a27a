#include "extractors/money/paying_donor.h"

#include <algorithm>
#include <string_view>

#include "extractors/countries.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/businesses.h"
#include "extractors/money/cue_words.h"
#include "extractors/money/donors_project.h"
#include "extractors/money/givers.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";
constexpr TableKey kVerbs = "giving_verbs";

bool pays(const LexiconMatch* verb) {
  return verb != nullptr && (verb->value("kind") == "pays" || verb->entry->form == "giúp");
}

// "thêm 2 tỷ đồng", "số tiền 2 tỷ đồng", "một khoản 2 tỷ đồng"
bool leads_to_sum(const Reading& reading, std::size_t at) {
  return reading.is_any(at, {"thêm", "tiếp", "ra",  "hẳn",  "trọn", "một",   "khoản", "số",    "tiền", "là",
                             "tổng", "cộng", "cả",  "thảy", "tất",  "trước", "ngay",  "không", "tới",  "đến",
                             "vốn",  "mới",  "trị", "giá",  "vào",  "về",    "ở",     "toàn",  "bộ"});
}

// "cho UNICEF", "giúp Việt Nam", "cho bà con vùng lũ", "tỉnh": who gets it, between the verb and the sum.
bool names_receiver(const Reading& reading, std::size_t at) {
  if (reading.match_at(at, "places") != nullptr || reading.match_at(at, "regions") != nullptr) return true;
  return reading.is_any(at, {"cho", "giúp", "tỉnh", "huyện", "thành", "bà", "người", "đồng", "nạn", "dân", "nước",
                             "trẻ", "trường", "bệnh", "miền", "hội", "các", "địa"}) ||
         reading.is_capital_word(at);
}

// "tỉnh", "bà con vùng lũ", "Việt Nam": a word of who is helped, no deed of theirs ("giúp hộ chị Ba thu 30 triệu").
bool is_word_of_helped(const Reading& reading, std::size_t at) {
  return reading.is_capital_word(at) ||
         reading.is_any(at,
                        {"cho",    "tỉnh", "huyện", "xã",   "thành", "phố",  "bà",    "con",  "người", "dân", "đồng",
                         "bào",    "nạn",  "nhân",  "nước", "ta",    "miền", "trung", "vùng", "lũ",    "bão", "địa",
                         "phương", "khắc", "phục",  "hậu",  "quả",   "các",  "nơi",   "này",  "đây"});
}

// Between the verb and its sum: nothing, or who gets it and words that lead to the sum.
bool reaches_sum(const Reading& reading, const LexiconMatch& verb, std::size_t first) {
  std::size_t at = verb.last;
  while (at < first && leads_to_sum(reading, at)) ++at;
  const bool helps = verb.entry->form == "giúp";
  if (at == first) return !helps || at == verb.last;
  if (!names_receiver(reading, at)) return false;
  for (; at < first; ++at) {
    if (reading.tokens()[at].kind != TokenKind::kWord || is_sum(reading, at)) return false;
    if (helps && !is_word_of_helped(reading, at)) return false;
    const LexiconMatch* cue = reading.match_at(at, kTable);
    const std::string_view verdict = cue != nullptr ? cue->value("verdict") : std::string_view{};
    if (cue != nullptr && verdict != "abroad" && verdict != "home" && verdict != "neutral") return false;
  }
  return true;
}

// The verb of paying whose sum begins at `first`.
const LexiconMatch* verb_before(const Reading& reading, std::size_t first, std::size_t from) {
  constexpr std::size_t kFarthest = 9;
  for (std::size_t end = first; end > from && first - end < kFarthest; --end) {
    const LexiconMatch* verb = reading.match_before(end, kVerbs);
    const bool own = pays(verb) && verb->first >= from && reaches_sum(reading, *verb, first);
    // "góp cho UNICEF 250.000 euro": the verb before says more.
    const bool led =
        own && verb->entry->form == "cho" && verb->first > from && pays(reading.match_before(verb->first, kVerbs));
    if (own && !led) return verb;
    if (reading.tokens()[end - 1].kind != TokenKind::kWord || is_sum(reading, end - 1)) return nullptr;
  }
  return nullptr;
}

// "…, qua Đại sứ quán Bỉ tại Việt Nam, bỏ ra": through whom it is paid stands between commas behind the payer.
std::size_t before_aside(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongest = 14;
  if (end <= from || !reading.is(end - 1, ",")) return end;
  for (std::size_t at = end - 1; at > from + 1 && end - at < kLongest; --at) {
    if (!reading.is(at - 1, ",")) continue;
    return reading.is(at, "qua") || (reading.is(at, "thông") && reading.is(at + 1, "qua")) ? at - 1 : end;
  }
  return end;
}

// "Quỹ X từ năm 1991 tới nay đã bỏ ra": the time between the payer and the verb.
std::size_t before_time(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongest = 8;
  if (end < from + 3 || !reading.is(end - 1, "nay") || !reading.is_any(end - 2, {"đến", "tới"})) return end;
  for (std::size_t at = end - 2; at > from && end - at < kLongest; --at) {
    if (reading.is(at - 1, "từ")) return at - 1;
  }
  return end;
}

// One past the payer: "liền", "đã", "tuyên bố" and an aside stand between it and its verb.
std::size_t end_of_payer(const Reading& reading, std::size_t verb, std::size_t from) {
  std::size_t end = verb;
  while (end > from) {
    const LexiconMatch* word = reading.match_before(end, kVerbs);
    const std::string_view kind = word != nullptr ? word->value("kind") : std::string_view{};
    if ((kind == "tense" || kind == "goes_on") && word->first >= from) {
      end = word->first;
    } else if (reading.is_any(end - 1, {"liền", "còn", "lại", "bèn", "riêng", "mới", "đều", "chỉ", "ngay", "kịp",
                                        "tính", "định", "vì"})) {
      --end;
    } else if (const std::size_t before = before_time(reading, end, from); before < end) {
      end = before;
    } else {
      break;
    }
  }
  return before_aside(reading, end, from);
}

// "tỉnh cùng Tổ chức X bỏ ra", "dự án của Tổ chức X cho": somebody else acts.
bool belongs_to_another(const Reading& reading, std::size_t name, std::size_t from) {
  if (name > from + 1 && reading.is(name - 1, "chức") && reading.is(name - 2, "tổ")) name -= 2;
  if (name == from) return false;
  // "UNDP và Chính phủ Na Uy chung tay góp"
  if (reading.is(name - 1, "và")) {
    const auto other = acting_body(reading, name - 1, from);
    return !other || other->last != name - 1;
  }
  return reading.is_any(name - 1, {"với", "cùng", "của", "cho", "từ", "tại", "ở", "nhờ"});
}

// "Đại sứ quán Việt Nam tại Lào"
bool is_seat_of_home(const Reading& reading, const Clause& name) {
  for (std::size_t at = name.first + 1; at < name.last; ++at) {
    if (reading.is(at, "việt") && reading.is_any(at - 1, {"quán", "sự", "phủ"})) return true;
  }
  return false;
}

const LexiconMatch* other_country_before(const Reading& reading, std::size_t end) {
  const LexiconMatch* country = country_before(reading, end);
  return country != nullptr && reading.match_at(country->first, "places") == nullptr ? country : nullptr;
}

// "Tổng thống Nga Vladimir Putin", "Thủ tướng Canada": an office of another country, the holder's name behind it or
// not.
std::optional<Clause> office_abroad_before(const Reading& reading, std::size_t end, std::size_t from) {
  constexpr std::size_t kLongestName = 5;
  for (std::size_t at = end; at > from + 1 && end - at <= kLongestName; --at) {
    const LexiconMatch* country = other_country_before(reading, at);
    if (country != nullptr && country->first > from &&
        reading.is_any(country->first - 1, {"thống", "tướng", "hoàng", "vương", "trưởng"}))
      return Clause{country->first, country->last};
    if (!reading.is_capital_word(at - 1)) return std::nullopt;
  }
  return std::nullopt;
}

// "phía bạn", "tổ chức này": who was told of above.
std::optional<Clause> pointed_at_before(const Reading& reading, std::size_t end, std::size_t from) {
  if (end < from + 2) return std::nullopt;
  // "Chính phủ nước này dành 900.000 USD giúp Việt Nam"
  const bool country = reading.is(end - 1, "này") && reading.is(end - 2, "nước");
  if (country && end > from + 3 && reading.is(end - 3, "phủ")) return Clause{end - 4, end};
  if (reading.is(end - 1, "bạn") && reading.is_any(end - 2, {"phía", "nước", "bên"})) return Clause{end - 2, end};
  const bool points = reading.is_any(end - 1, {"này", "đó", "ấy", "trên"});
  const bool body = end > from + 2 && reading.is(end - 2, "chức") && reading.is(end - 3, "tổ");
  if (points && body) return Clause{end - 3, end};
  return points && reading.is_any(end - 2, {"quỹ", "quán"}) ? std::optional<Clause>(Clause{end - 2, end})
                                                            : std::nullopt;
}

bool opens_stretch(const Reading& reading, std::size_t at, std::size_t from) {
  if (at == from || reading.is_any(at - 1, {",", ":", ";", ".", "*"})) return true;
  return at == from + 1 && reading.is_any(from, {"-", "–", "+", "•"});  // "- Mỹ giúp nạn nhân lũ lụt"
}

// "Canberra góp", "Bill Gates Foundation cấp": a foreign name at the head of its stretch.
std::optional<Payer> foreign_payer(const Reading& reading, const LexiconMatch& verb, std::size_t end,
                                   std::size_t from) {
  const auto name = foreign_name_before(reading, end, from);
  if (!name || is_business(reading, name->name)) return std::nullopt;
  // "quỹ Green Leaf (Đức) rót"
  const bool fund = name->name.first > from && reading.is_any(name->name.first - 1, {"quỹ", "hội", "nhóm"});
  if (fund && name->last > name->name.last && country_in_brackets(reading, name->name.last) != nullptr)
    return Payer{&verb, name->name, PayerKind::kBody};
  if (!opens_stretch(reading, name->name.first, from)) return std::nullopt;
  if (known_name_before(reading, end, from)) return Payer{&verb, name->name, PayerKind::kBody};
  const LexiconMatch* cue = reading.match_at(name->name.first, kTable);
  return cue == nullptr ? std::optional<Payer>(Payer{&verb, name->name, PayerKind::kForeignName}) : std::nullopt;
}

// "thông qua Cơ quan Phát triển quốc tế (USAID)": a donor that the table knows.
bool names_donor(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && cue->value("verdict") == "abroad") return true;
  }
  return false;
}

// "chính phủ Anh", "bộ ngoại giao Đức", "phía Nhật Bản", in small letters within a sentence.
std::optional<Payer> state_of_country(const Reading& reading, const LexiconMatch& verb, const Clause& country,
                                      std::size_t from) {
  std::size_t first = country.first;
  if (first == from) return std::nullopt;
  if (reading.is_any(first - 1, {"phía", "nước", "người"}))
    return Payer{&verb, {first - 1, country.last}, PayerKind::kCountry};
  if (first < from + 2) return std::nullopt;
  if (reading.is(first - 1, "phủ") && reading.is(first - 2, "chính"))
    return Payer{&verb, {first - 2, country.last}, PayerKind::kState};
  const bool ministry = first > from + 2 && reading.is(first - 1, "giao") && reading.is(first - 3, "bộ");
  return ministry ? std::optional<Payer>(Payer{&verb, {first - 3, country.last}, PayerKind::kState}) : std::nullopt;
}

}  // namespace

bool names_home_near(const Reading& reading, std::size_t first) {
  constexpr std::size_t kFarthest = 60;
  const std::size_t end = std::min(first + kFarthest, reading.sentence_of(first).last);
  for (std::size_t at = first > kFarthest ? first - kFarthest : 0; at < end; ++at) {
    if (reading.match_at(at, "places") != nullptr && reading.is_capital_word(at)) return true;
  }
  return false;
}

bool office_abroad_gives(const Reading& reading, const LexiconMatch& cue, std::size_t first) {
  const std::size_t from = reading.sentence_of(cue.first).first;
  // "thông báo khoản hỗ trợ"
  const bool noun = cue.first > from && reading.is_any(cue.first - 1, {"khoản", "gói"});
  const std::size_t end = end_of_payer(reading, noun ? cue.first - 1 : cue.first, from);
  if (!names_home_near(reading, first)) return false;
  if (office_abroad_before(reading, end, from)) return true;
  const bool country =
      end > from + 1 && reading.is_any(end - 1, {"này", "bạn"}) && reading.is_any(end - 2, {"nước", "phía"});
  return country && is_envoy_near(reading, first);
}

bool short_country_gives(const Reading& reading, const LexiconMatch& cue, std::size_t first) {
  const Sentence& sentence = reading.sentence_of(cue.first);
  const std::size_t end = end_of_payer(reading, cue.first, sentence.first);
  const LexiconMatch* country = cue.last <= first ? other_country_before(reading, end) : nullptr;
  const bool opens = country != nullptr && opens_stretch(reading, country->first, sentence.first);
  const LexiconMatch* gives = reading.match_at(cue.first, kVerbs);
  if (!opens || gives == nullptr || gives->value("kind") != "gives") return false;
  const Quantity* sum = reading.quantity_at(first);
  const LexiconMatch* currency = sum != nullptr ? reading.match_at(sum->last, "currencies") : nullptr;
  return currency != nullptr && currency->value("currency") != "VND" && names_home_near(reading, first);
}

std::optional<Payer> payer_before(const Reading& reading, std::size_t first, std::size_t from) {
  const LexiconMatch* verb = verb_before(reading, first, from);
  if (verb == nullptr) return std::nullopt;
  const std::size_t end = end_of_payer(reading, verb->first, from);
  if (end == from) return std::nullopt;
  if (const auto body = acting_body(reading, end, from); body && body->last == end) {
    const bool pays_itself = !belongs_to_another(reading, body->name.first, from) &&
                             !is_business(reading, body->name) && !is_seat_of_home(reading, body->name);
    const PayerKind kind = is_state(reading, body->name) ? PayerKind::kState : PayerKind::kBody;
    return pays_itself ? std::optional<Payer>(Payer{verb, body->name, kind}) : std::nullopt;
  }
  if (const auto office = office_abroad_before(reading, end, from)) return Payer{verb, *office, PayerKind::kCountry};
  if (const auto pointed = pointed_at_before(reading, end, from)) {
    const bool state = reading.is(pointed->first, "chính") || reading.is(pointed->first, "phủ");
    return Payer{verb, *pointed, state ? PayerKind::kState : PayerKind::kPointedAt};
  }
  if (const LexiconMatch* country = other_country_before(reading, end); country != nullptr && country->first >= from) {
    const Clause name{country->first, country->last};
    if (const auto state = state_of_country(reading, *verb, name, from)) return state;
    if (is_given_by_country(reading, *verb, first)) return Payer{verb, name, PayerKind::kCountry};
    // "Trường được Nhật Bản cho 90.000 USD"
    if (name.first > from && reading.is(name.first - 1, "được")) return Payer{verb, name, PayerKind::kCountry};
    // "Mỹ, thông qua Cơ quan Phát triển quốc tế (USAID), cấp 25.000 USD"
    const bool through = reading.is(name.last, ",") && reading.is_any(name.last + 1, {"qua", "thông"});
    if (through && opens_stretch(reading, name.first, from)) {
      const bool agency = names_donor(reading, name.last, verb->first);
      return Payer{verb, name, agency ? PayerKind::kBody : PayerKind::kState};
    }
    if (opens_stretch(reading, name.first, from)) return Payer{verb, name, PayerKind::kShortCountry};
    return std::nullopt;
  }
  return foreign_payer(reading, *verb, end, from);
}

namespace {

// "Việt Nam", "miền Trung", "đồng bào": somebody or somewhere at home.
bool is_home(const Reading& reading, std::size_t at) {
  return (reading.match_at(at, "places") != nullptr && reading.is_capital_word(at)) ||
         reading.match_at(at, "regions") != nullptr || (reading.is(at, "đồng") && reading.is(at + 1, "bào"));
}

// "giúp Việt Nam 5 triệu USD", "2 triệu USD cho đồng bào miền Trung": who gets it is at home.
bool is_for_home(const Reading& reading, const LexiconMatch& verb, std::size_t first, std::size_t last) {
  constexpr std::size_t kFarthest = 9;
  for (std::size_t at = verb.last; at < first; ++at) {
    if (is_home(reading, at)) return true;
  }
  if (!reading.is_any(last, {"cho", "giúp", "hỗ", "cứu", "để", "tới", "đến", "viện"})) return false;
  const std::size_t end = std::min(last + kFarthest, reading.sentence_of(first).last);
  for (std::size_t at = last + 1; at < end && !reading.is_any(at, {",", ";"}); ++at) {
    if (is_home(reading, at)) return true;
  }
  return false;
}

// "Berlin góp 1 triệu euro": what firms and clubs are not said to do with their money ("Samsung bỏ ra", "rót").
bool shares_in(const LexiconMatch& verb) {
  return verb.entry->form == "góp" || verb.entry->form == "giúp" || verb.entry->form == "cho";
}

// "Để giúp bà con vùng lũ, Chính phủ Bỉ … bỏ ra 210.000 Euro": people in need are told of, by a verb that only shares
// further up too, and a place at home is named around.
bool tells_of_help(const Reading& reading, const LexiconMatch& verb, std::size_t first) {
  constexpr std::size_t kFarthest = 60;
  const Sentence& sentence = reading.sentence_of(first);
  const std::size_t near = first > kFarthest ? first - kFarthest : 0;
  const std::size_t from = shares_in(verb) ? near : std::max<std::size_t>(near, sentence.first);
  for (std::size_t at = from; at < std::min<std::size_t>(first + kFarthest, sentence.last); ++at) {
    if (reading.is_any(at, {"giúp", "đỡ", "lũ", "bão"})) return names_home_near(reading, first);
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && cue->value("verdict") == "aid") return names_home_near(reading, first);
  }
  return false;
}

// "1,2 tỷ USD xây trụ sở mới", "2 tỷ USD mua máy bay", "300 triệu đồng mở hội chợ": what the payer spends on its own.
bool is_spent_on_own(const Reading& reading, std::size_t last, bool state) {
  constexpr std::size_t kFarthest = 5;
  if (state && (reading.is_any(last, {"mua", "đầu"}) || (reading.is(last, "để") && reading.is(last + 1, "mua"))))
    return true;
  const std::size_t end = std::min(last + kFarthest, reading.sentence_of(last - 1).last);
  for (std::size_t at = last; at + 1 < end; ++at) {
    if (reading.is(at, "trụ") && reading.is(at + 1, "sở")) return true;
    if (reading.is_any(at, {"thuê", "lương", "thuế", "phạt"})) return true;
    if (reading.is(at, "hội") && reading.is(at + 1, "chợ")) return true;
    if (reading.is(at, "nhà") && reading.is(at + 1, "máy")) return true;
    if (reading.is(at, "triển") && reading.is(at + 1, "lãm")) return true;
  }
  return false;
}

bool is_in_dong(const Reading& reading, std::size_t last) {
  const LexiconMatch* currency = reading.match_before(last, "currencies");
  return currency != nullptr && currency->value("currency") == "VND";
}

}  // namespace

const LexiconMatch* paying_donor(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  const auto payer = payer_before(reading, first, reading.sentence_of(first).first);
  if (!payer) return nullptr;
  const bool state = payer->kind != PayerKind::kBody && payer->kind != PayerKind::kPointedAt;
  if (is_spent_on_own(reading, last, state)) return nullptr;
  const bool of_aid = topic.speaks_of_aid(first);
  switch (payer->kind) {
    case PayerKind::kBody:
      return payer->verb;
    case PayerKind::kState:
    case PayerKind::kCountry:
      // "MAG được phía Mỹ rót 1,98 triệu USD"
      if (of_aid && payer->name.first > 0 && reading.is(payer->name.first - 1, "được")) return payer->verb;
      // "đến nay phía Mỹ đã cấp 163 triệu USD", in a text on aid that names where
      if (of_aid && reading.is(payer->name.first, "phía") && names_home_near(reading, first)) return payer->verb;
      return is_for_home(reading, *payer->verb, first, last) || tells_of_help(reading, *payer->verb, first)
                 ? payer->verb
                 : nullptr;
    // "Nga góp 200 triệu đồng": Nga is a woman as well.
    case PayerKind::kShortCountry:
    case PayerKind::kForeignName:
      return of_aid && shares_in(*payer->verb) &&
                     (!is_in_dong(reading, last) || reading.is_any(payer->name.first, {"úc", "bỉ", "ý", "séc"}))
                 ? payer->verb
                 : nullptr;
    case PayerKind::kPointedAt:
      return of_aid || topic.speaks_of_ngos(first) ? payer->verb : nullptr;
  }
  return nullptr;
}

namespace {

// What of the tables names the body from abroad at this token; null: none stands there, or one that lends or sells.
const LexiconMatch* giver_at(const Reading& reading, std::size_t at, std::size_t end) {
  const auto body = at < end ? body_abroad_at(reading, at, end) : std::nullopt;
  return body && !is_business(reading, body->name) ? cue_of_body(reading, at, body->name) : nullptr;
}

// "Kinh phí 1,1 triệu AUD; nhà tài trợ: Chính phủ Úc"
const LexiconMatch* giver_behind_label(const Reading& reading, std::size_t last, std::size_t end) {
  if (!reading.is_any(last, {";", ","}) || !reading.is_any(last + 1, {"nhà", "bên", "đơn"})) return nullptr;
  std::size_t at = last + (reading.is(last + 1, "đơn") ? 3U : 2U);
  if (!reading.is(at, "tài") || !reading.is(at + 1, "trợ") || !reading.is_any(at + 2, {":", "là"})) return nullptr;
  return giver_at(reading, at + 3, end);
}

// "900 triệu đồng là quà của Tổ chức X", "…, tiền lấy từ Tổ chức X": whose it is, told behind.
const LexiconMatch* source_behind(const Reading& reading, std::size_t last, std::size_t end) {
  if (const LexiconMatch* label = giver_behind_label(reading, last, end)) return label;
  std::size_t at = last;
  const bool is_gift = reading.is(at, "là");
  if (is_gift || reading.is(at, ",")) ++at;
  if (at == last) return nullptr;
  while (reading.is_any(at, {"quà", "món", "tiền", "vốn", "phần", "khoản", "kinh", "phí", "nguồn"})) ++at;
  // "12.000 USD, quà của Đại sứ quán Đức"
  const bool gift = is_gift || reading.is(at - 1, "quà");
  // "là của quỹ Atlantic Philanthropies"
  const bool kind = reading.is(at + 1, "quỹ") && !reading.tokens()[at + 1].capital;
  if (gift && reading.is(at, "của")) return giver_at(reading, at + (kind ? 2U : 1U), end);
  const bool taken = !is_gift && reading.is(at, "lấy") && reading.is(at + 1, "từ");
  return taken ? giver_at(reading, at + 2, end) : nullptr;
}

// "900 triệu đồng, Tổ chức X lo cả", "với 900 triệu đồng Tổ chức X cho, …": who pays all of it.
const LexiconMatch* payer_behind(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kLongestName = 14;
  const bool comma = reading.is(last, ",");
  const std::size_t at = comma || reading.is(last, "mà") ? last + 1 : last;
  if (at >= end || !reading.is_capital_word(at) || giver_at(reading, at, end) == nullptr) return nullptr;
  for (std::size_t next = at + 1; next < std::min(at + kLongestName, end); ++next) {
    const LexiconMatch* verb = reading.match_at(next, kVerbs);
    if (!pays(verb)) continue;
    const auto body = acting_body(reading, next, at);
    if (!body || body->last != end_of_giver(reading, next)) return nullptr;
    const bool all = reading.is_any(verb->last, {"cả", "hết", "trọn", "toàn", "tất"});
    return all || (!comma && reading.is_any(verb->last, {",", "."})) ? verb : nullptr;
  }
  return nullptr;
}

}  // namespace

const LexiconMatch* paid_by(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kFarthestBy = 6;  // "3,4 tỷ đồng xây trường do …"
  constexpr std::size_t kLongestName = 14;
  const std::size_t sentence = reading.sentence_of(last - 1).last;
  if (const LexiconMatch* source = source_behind(reading, last, sentence)) return source;
  if (const LexiconMatch* verb = payer_behind(reading, last, sentence)) return verb;
  std::size_t at = last;
  // "1,4 tỷ đồng, toàn bộ do …"
  if (reading.is(at, ",") && (reading.is(at + 1, "do") || reading.is_any(at + 2, {"bộ", "cả"}))) ++at;
  while (at < end && at - last < kFarthestBy && reading.tokens()[at].kind == TokenKind::kWord && !reading.is(at, "do"))
    ++at;
  if (at >= end || !reading.is(at, "do")) return nullptr;
  const std::size_t to = std::min(at + 1 + kLongestName, end);
  for (std::size_t verb_at = at + 2; verb_at < to; ++verb_at) {
    if (reading.tokens()[verb_at].kind != TokenKind::kWord && !reading.is_any(verb_at, {"(", ")"})) return nullptr;
    const LexiconMatch* verb = reading.match_at(verb_at, kVerbs);
    if (verb == nullptr || verb->value("kind") != "pays") continue;
    const auto body = acting_body(reading, verb_at, at + 1);
    return body && body->last == end_of_giver(reading, verb_at) && !is_business(reading, body->name) ? verb : nullptr;
  }
  return nullptr;
}

}  // namespace trichluc
