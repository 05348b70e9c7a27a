#include "extractors/resolve/place_of_office.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "extractors/official/organization.h"

namespace trichluc {
namespace {

// "Hội Chữ thập đỏ tỉnh X đã tiếp nhận", "… được tổ chức Y hỗ trợ": what stands behind it takes.
bool takes(const Reading& reading, std::size_t verb) {
  constexpr std::size_t kLongestGiver = 12;
  while (reading.is_any(verb, {"đã", "vừa", "mới", "cũng", "đang", "sẽ"})) ++verb;
  if (reading.is(verb, "nhận") || (reading.is(verb, "tiếp") && reading.is(verb + 1, "nhận"))) return true;
  if (!reading.is(verb, "được")) return false;
  const std::size_t end = std::min(reading.sentence_of(verb).last, verb + kLongestGiver);
  for (std::size_t at = verb + 1; at < end && !reading.is(at, ","); ++at) {
    const LexiconMatch* gives = reading.match_at(at, "giving_verbs");
    if (gives != nullptr && gives->value("kind") == "gives") return true;
  }
  return false;
}

// "giúp Hội …", "trao tặng Bệnh viện …", "hỗ trợ Trường …", "ủng hộ …", "cho …".
bool is_given_to(const Reading& reading, std::size_t body) {
  return body > 0 && reading.is_any(body - 1, {"giúp", "tặng", "trợ", "hộ", "cho"}) &&
         !reading.tokens()[body - 1].capital;
}

bool may_begin_body(const Reading& reading, std::size_t at) {
  const LexiconMatch* head = reading.match_at(at, "organizations");
  return reading.is_capital_word(at) && head != nullptr &&
         (head->value("kind") == "head" || head->value("kind") == "namesake") &&
         reading.match_before(at, "titles") == nullptr && reading.match_at(at, "titles") == nullptr;
}

}  // namespace

// "trao cho UBND huyện Bảo Yên", "viện trợ cho Sở Y tế Quảng Bình": the aid goes to an office of the place.
bool is_recipient_office(const Reading& reading, std::size_t before, std::size_t floor) {
  constexpr std::size_t kLongestOffice = 8;
  bool office = false;
  for (std::size_t at = before; at > floor && before - at <= kLongestOffice; --at) {
    const Token& token = reading.tokens()[at - 1];
    if (token.kind != TokenKind::kWord) return false;
    if (token.folded == "cho") return office && !reading.is(at, "biết");
    office = office || token.all_capitals || reading.match_at(at - 1, "organizations") != nullptr ||
             (token.folded == "đạo" && at > 1 && reading.is(at - 2, "lãnh"));
  }
  return false;
}

// "tổ chức Malteser và UBND tỉnh Quảng Bình ký thỏa thuận": whose office agrees with the donor.
bool is_signing_office(const Reading& reading, const LexiconMatch& match, std::size_t before) {
  if (before < 2 || !reading.is(before - 1, "ubnd") || !reading.is_any(before - 2, {"và", "với", "cùng"})) return false;
  std::size_t verb = match.last;
  while (reading.is_any(verb, {"đã", "vừa", "cùng"})) ++verb;
  return reading.is(verb, "ký");
}

// "được thực hiện bởi tổ chức X và Ủy ban nhân dân huyện Trà Lĩnh", "do UBND huyện Nam Đông làm chủ dự án": whose
// office does the work.
bool is_carrying_out(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor) {
  constexpr std::size_t kFarthest = 12;
  std::size_t office = before;
  if (office > floor && reading.is(office - 1, "ubnd")) {
    office -= 1;
  } else if (office > floor + 3 && reading.is(office - 1, "dân") && reading.is(office - 2, "nhân") &&
             reading.is(office - 3, "ban")) {
    office -= 4;
  }
  if (office == before) return false;
  if (office > floor && reading.is(office - 1, "do"))
    return reading.is_any(match.last, {"làm", "thực", "triển", "quản"});
  for (std::size_t at = office; at > floor && office - at < kFarthest; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
    if (reading.is(at - 1, "bởi")) return true;
  }
  return false;
}

bool is_seat_of_body(const Reading& reading, std::size_t preposition, std::size_t floor) {
  constexpr std::size_t kLongestBody = 10;
  for (std::size_t first = preposition; first > floor && preposition - first < kLongestBody; --first) {
    if (reading.tokens()[first - 1].kind != TokenKind::kWord) return false;
    if (!may_begin_body(reading, first - 1)) continue;
    const auto body = read_organization(reading, first - 1, false);
    if (body && body->last > preposition) return true;
  }
  return false;
}

// "giúp Hội Chữ thập đỏ tỉnh Hà Tĩnh mua thuốc", "Bệnh viện Đa khoa tỉnh Quảng Trị được tổ chức X hỗ trợ": the gift
// goes to a body that bears the place's name.
bool is_receiving_body(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor) {
  constexpr std::size_t kLongestBody = 9;
  for (std::size_t first = before; first > floor && before - first < kLongestBody; --first) {
    if (reading.tokens()[first - 1].kind != TokenKind::kWord) return false;
    if (!may_begin_body(reading, first - 1)) continue;
    const auto body = read_organization(reading, first - 1, false);
    if (!body || body->last < match.last) continue;
    if (is_given_to(reading, first - 1) || takes(reading, body->last)) return true;
  }
  return false;
}

// "UBND tỉnh Hà Giang vừa phê duyệt 3 dự án": an office of the province that opens the sentence, or
// what follows a mark, and itself does the thing.
bool is_acting_office(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor) {
  constexpr std::size_t kLongestOffice = 9;
  static constexpr std::pair<std::string_view, std::string_view> kDeeds[] = {
      {"phê", "duyệt"}, {"tiếp", "nhận"}, {"vận", "động"},   {"huy", "động"}, {"thu", "hút"},
      {"giải", "ngân"}, {"ký", "kết"},    {"triển", "khai"}, {"quản", "lý"},  {"đặt", "mục"},
      {"có", "văn"},    {"cho", "phép"},  {"đồng", "ý"}};
  std::size_t first = before;
  while (first > floor && reading.tokens()[first - 1].kind == TokenKind::kWord) --first;
  if (first == before || before - first > kLongestOffice || !reading.tokens()[first].capital) return false;
  std::size_t verb = match.last;
  if (reading.is(verb, "(") && reading.is(verb + 2, ")")) verb += 3;  // "(HUFO)"
  while (reading.is_any(verb, {"đã", "vừa", "mới", "cũng", "đang", "hiện"})) ++verb;
  return std::any_of(std::begin(kDeeds), std::end(kDeeds), [&](const auto& deed) {
    return reading.is(verb, deed.first) && reading.is(verb + 1, deed.second);
  });
}

namespace {

// "UBND", "Ủy ban nhân dân", "Sở", "Liên hiệp" with a capital at this token: an office that a province has.
bool is_head_of_office(const Reading& reading, std::size_t at) {
  if (!reading.is_capital_word(at)) return false;
  return reading.is_any(at, {"ubnd", "hđnd", "sở"}) || (reading.is(at, "liên") && reading.is(at + 1, "hiệp")) ||
         (reading.is(at, "ủy") && reading.is(at + 1, "ban") && reading.is(at + 2, "nhân"));
}

bool tells(const Reading& reading, std::size_t verb) {
  static constexpr std::pair<std::string_view, std::string_view> kVerbs[] = {
      {"cho", "biết"}, {"cho", "hay"},   {"cho", "thấy"},  {"báo", "cáo"}, {"đưa", "ra"},
      {"công", "bố"},  {"thông", "báo"}, {"thông", "tin"}, {"thống", "kê"}};
  while (reading.is_any(verb, {"đã", "vừa", "mới"})) ++verb;
  return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](const auto& pair) {
    return reading.is(verb, pair.first) && reading.is(verb + 1, pair.second);
  });
}

// "UBND tỉnh Bắc Kạn tổ chức hội nghị", "UBND tỉnh Sơn La ban hành quyết định": what comes of it is the province's.
bool holds(const Reading& reading, std::size_t verb) {
  while (reading.is_any(verb, {"đã", "vừa", "mới"})) ++verb;
  return (reading.is(verb, "tổ") && reading.is(verb + 1, "chức") && reading.is_any(verb + 2, {"hội", "họp", "buổi"})) ||
         (reading.is(verb, "ban") && reading.is(verb + 1, "hành"));
}

// "Theo", "số liệu của", "báo cáo của" right before the office.
bool is_led_as_source(const Reading& reading, std::size_t office, std::size_t floor) {
  if (office <= floor) return false;
  if (reading.is(office - 1, "theo")) return true;
  return office > floor + 1 && reading.is(office - 1, "của") &&
         reading.is_any(office - 2, {"cáo", "liệu", "kê", "tin"});
}

}  // namespace

bool is_telling_office(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor) {
  constexpr std::size_t kLongestOffice = 12;
  std::size_t office = before;
  while (office > floor && before - office < kLongestOffice && !is_head_of_office(reading, office)) {
    if (reading.tokens()[office - 1].kind != TokenKind::kWord) return false;
    --office;
  }
  if (office == before || !is_head_of_office(reading, office)) return false;
  const bool letters = reading.is(match.last, "(") && reading.is(match.last + 2, ")");  // "(HUFO)"
  const std::size_t verb = match.last + (letters ? 3 : 0);
  if (is_led_as_source(reading, office, floor)) return reading.is(verb, ",") || tells(reading, verb);
  const bool opens = office == floor || reading.tokens()[office - 1].kind == TokenKind::kMark;
  return opens && (tells(reading, verb) || (reading.is_any(office, {"ubnd", "ủy"}) && holds(reading, verb)));
}

bool is_body_of_item(const Reading& reading, const LexiconMatch& match, std::size_t before) {
  constexpr std::size_t kLongestLabel = 20;
  const Sentence& sentence = reading.sentence_of(match.first);
  const bool mark =
      reading.is_any(sentence.first, {"-", "–", "+", "*", "•"}) ||
      (reading.tokens()[sentence.first].kind == TokenKind::kNumber && reading.is(sentence.first + 1, "."));
  const bool item = mark && sentence.first == reading.first_token_of(sentence.paragraph);
  if (!item || match.last > sentence.first + kLongestLabel) return false;
  // "- Tổng Lãnh sự quán Úc tại Đà Nẵng: 50.000 USD": a mission gives. "- Đắk Lắk (cả Phú Yên cũ): 16 tổ chức" is no
  // body.
  for (std::size_t at = sentence.first + 1; at < before; ++at) {
    if (reading.is_any(at, {"quán", "sứ", "đoàn", "("})) return false;
  }
  std::size_t colon = match.last;
  while (colon < sentence.last && colon < sentence.first + kLongestLabel && !reading.is(colon, ":")) ++colon;
  const LexiconMatch* bound = reading.match_at(colon + 1, "qualifiers");
  return reading.is(colon, ":") && reading.quantity_at(bound != nullptr ? bound->last : colon + 1) != nullptr;
}

bool is_in_name_of_body(const Reading& reading, const LexiconMatch& match) {
  constexpr std::size_t kLongestBody = 14;
  const std::size_t floor = reading.sentence_of(match.first).first;
  for (std::size_t first = match.first; first > floor && match.first - first < kLongestBody; --first) {
    if (reading.tokens()[first - 1].kind != TokenKind::kWord) return false;
    const LexiconMatch* head = reading.match_at(first - 1, "organizations");
    if (head == nullptr || !reading.is_capital_word(first - 1)) continue;
    if (head->first <= match.first && head->last >= match.last) return true;
    const auto body = read_organization(reading, first - 1, false);
    if (body && body->last >= match.last) return true;
  }
  return false;
}

}  // namespace trichluc
