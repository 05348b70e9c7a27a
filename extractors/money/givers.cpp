#include "extractors/money/givers.h"

#include <algorithm>

#include "extractors/countries.h"
#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

constexpr TableKey kVerbs = "giving_verbs";

bool is_of_kind(const LexiconMatch* verb, std::string_view kind) {
  return verb != nullptr && verb->value("kind") == kind;
}

// "ủng hộ", "trao tặng", "sẽ hỗ trợ": somebody gives what is his; who canvasses, takes or pays out passes it on.
bool hands_over(const Reading& reading, const LexiconMatch& cue) {
  std::size_t at = cue.first;
  while (at < cue.last && is_of_kind(reading.match_at(at, kVerbs), "tense")) ++at;
  return is_of_kind(reading.match_at(at, kVerbs), "gives");
}

// "Mặt trận Tổ quốc tỉnh ủng hộ 1 tỷ đồng": a body at home gives, unless another organisation is named in between.
bool gives_at_home(const Reading& reading, const LexiconMatch& giver, const LexiconMatch& gives) {
  if (giver.value("verdict") != "home" || !hands_over(reading, gives)) return false;
  for (std::size_t at = giver.last; at + 1 < gives.first; ++at) {
    if (reading.is(at, "tổ") && reading.is(at + 1, "chức") && reading.tokens()[at].capital) return false;
    if (reading.is(at, "do")) return false;
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (reading.is(at, ",") || (noun != nullptr && noun->value("of") == "ngo")) return false;
  }
  return true;
}

// "Công ty An Phát ủng hộ 300 triệu đồng", "các doanh nghiệp đã hỗ trợ": a firm gives, and nothing in its name is from
// abroad.
const LexiconMatch* firm_at_home(const Reading& reading, const LexiconMatch& gives) {
  constexpr std::size_t kLongestName = 9;
  if (!hands_over(reading, gives) && gives.value("stage") != "disbursed") return nullptr;
  const std::size_t end = end_of_giver(reading, gives.first);
  const std::size_t floor = reading.sentence_of(gives.first).first;
  for (std::size_t at = end; at > floor && end - at < kLongestName; --at) {
    const Token& token = reading.tokens()[at - 1];
    const LexiconMatch* noun = reading.match_at(at - 1, "head_nouns");
    if (token.kind == TokenKind::kMark || (noun != nullptr && noun->value("of") == "ngo")) return nullptr;
    const LexiconMatch* country = country_at(reading, at - 1);
    // "ca sĩ Mai Anh": a syllable of a name is no country.
    const bool syllable =
        country != nullptr && country->last == at && at > floor + 1 && reading.is_capital_word(at - 2);
    if (country != nullptr && !syllable) return nullptr;
    if (reading.is(at - 1, "nước") && reading.is(at, "ngoài")) return nullptr;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    if (cue != nullptr && cue->value("verdict") == "firm") return cue;
    if (cue != nullptr && cue->value("verdict") == "abroad") return nullptr;
    if (token.capital && !token.all_capitals && !spells_vietnamese(token)) return nullptr;
  }
  return nullptr;
}

// "Tại lễ do Ủy ban Mặt trận Tổ quốc chủ trì, Ban tổ chức đã trao 200 tỷ đồng": the committee hands over for the body
// at home that the sentence names before.
const LexiconMatch* holder_of_ceremony(const Reading& reading, const LexiconMatch& gives) {
  const std::size_t end = end_of_giver(reading, gives.first);
  const bool committee =
      end > 2 && reading.is(end - 1, "chức") && reading.is(end - 2, "tổ") && reading.is(end - 3, "ban");
  if (!committee || !hands_over(reading, gives)) return nullptr;
  for (std::size_t at = reading.sentence_of(end).first; at + 3 < end; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue == nullptr) continue;
    if (cue->value("verdict") == "home" || cue->entry->form.rfind("mặt trận", 0) == 0) return cue;
  }
  return nullptr;
}

// "Trước mất mát do bão, Chính phủ Ai-len đã quyết định hỗ trợ 260.000 Euro": who gives stands right before the verb,
// and what the stretch before the comma tells is the occasion.
bool is_behind_donor(const Reading& reading, const LexiconMatch& weak, std::size_t from) {
  constexpr std::size_t kFarthest = 7;
  if (!hands_over(reading, weak) && weak.value("stage") != "committed") return false;
  const LexiconMatch* donor = nullptr;
  for (std::size_t at = weak.first; at > from && weak.first - at < kFarthest; --at) {
    if (reading.is(at - 1, ",")) return donor != nullptr;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    if (cue == nullptr || cue->last > weak.first) continue;
    if (decides(reading, *cue) || cue->value("verdict") == "home") return false;
    if (cue->value("verdict") == "abroad") donor = cue;
  }
  return false;
}

// "Hội Chữ thập đỏ Hàn Quốc", "Quỹ Hòa bình Nhật Bản": a body that bears its country's name, no firm and no friends of
// it at home ("Hội hữu nghị Việt Nam - Nhật Bản").
bool is_end_of_body(const Reading& reading, std::size_t country) {
  constexpr std::size_t kLongestName = 7;
  const std::size_t floor = reading.sentence_of(country).first;
  for (std::size_t at = country; at > floor && country - at < kLongestName; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord || reading.is_any(at - 1, {"tại", "ở", "việt", "công"}))
      return false;
    if (reading.is_any(at - 1, {"hội", "quỹ"}) && reading.tokens()[at - 1].capital) return true;
  }
  return false;
}

// "Tại hội nghị kêu gọi hỗ trợ, các nhà tài trợ đã viện trợ …", "Hưởng ứng lời kêu gọi của tỉnh, các tổ chức …": what
// was called for stands before the comma, and who gave behind it.
bool is_call_answered(const Reading& reading, const LexiconMatch& cue, const LexiconMatch& weak) {
  if (!reading.is(cue.first, "kêu")) return false;
  std::size_t at = weak.first;
  while (at > cue.last && !reading.is(at - 1, ",")) --at;
  // "đã kêu gọi các tổ chức PCPNN tài trợ 2 tỷ đồng"
  const bool done = cue.first > 0 && reading.is(cue.first - 1, "đã");
  if (at == cue.last && !done) return false;
  for (; at < weak.first; ++at) {
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (noun != nullptr && noun->value("of") == "ngo") return true;
    const LexiconMatch* donor = reading.match_at(at, kTable);
    if (donor != nullptr && donor->value("verdict") == "abroad") return true;
  }
  return false;
}

// "cùng với vốn đối ứng của địa phương", "bên cạnh ngân sách tỉnh": what is added to the gift is not the gift.
bool is_beside(const Reading& reading, const LexiconMatch& cue) {
  if (cue.first < 2) return false;
  return (reading.is(cue.first - 1, "với") && reading.is(cue.first - 2, "cùng")) ||
         (reading.is(cue.first - 1, "cạnh") && reading.is(cue.first - 2, "bên")) || reading.is(cue.first - 1, "ngoài");
}

}  // namespace

std::size_t end_of_giver(const Reading& reading, std::size_t verb) {
  while (verb > 0 && is_of_kind(reading.match_before(verb, kVerbs), "tense")) --verb;
  return verb;
}

// A weak word of giving is no aid when a domestic giver stands before it ("Ngân sách trung ương hỗ trợ …").
const LexiconMatch* domestic_giver(const Reading& reading, const LexiconMatch& weak, std::size_t from) {
  if (const LexiconMatch* holder = holder_of_ceremony(reading, weak)) return holder;
  if (const LexiconMatch* firm = firm_at_home(reading, weak)) return firm;
  if (is_behind_donor(reading, weak, from)) return nullptr;
  for (std::size_t end = weak.first; end > from; --end) {
    if (is_sum(reading, end - 1)) return nullptr;
    // "Hội Khuyến học làm chủ dự án do Tổ chức X tài trợ": who gives is told behind "do".
    if (reading.is(end - 1, "do") && reading.is(end, "tổ") && reading.is(end + 1, "chức")) return nullptr;
    // "Tổng chi phí cho đợt khám bệnh do MEMO tài trợ"
    if (reading.is(end - 1, "do") && reading.tokens()[end].capital && !spells_vietnamese(reading.tokens()[end]))
      return nullptr;
    const LexiconMatch* cue = reading.match_before(end, kTable);
    if (cue == nullptr || cue->first < from) continue;
    const bool beside = is_beside(reading, *cue) || is_call_answered(reading, *cue, weak);
    if (is_no_aid(*cue) && decides(reading, *cue) && !beside) return cue;
    if (gives_at_home(reading, *cue, weak)) return cue;
  }
  return nullptr;
}

// "Việt Nam viện trợ cho Lào 200.000 USD": aid that the country itself gives; "World Vision tại Việt Nam hỗ trợ" is
// not.
bool is_given_abroad(const Reading& reading, const LexiconMatch& cue) {
  if (cue.value("stage") == "received" || reading.is_any(cue.first, {"nhận", "tiếp"})) return false;
  const std::size_t end = end_of_giver(reading, cue.first);
  const LexiconMatch* giver = reading.match_before(end, "places");
  if (giver == nullptr || giver->value("kind") != "country") return false;
  if (giver->entry->form.find("việt nam") == std::string::npos) return false;  // "cả nước vận động …" draws aid
  const std::size_t sentence = reading.sentence_of(giver->first).first;
  // "Chính phủ Việt Nam", "Nhà nước Việt Nam", "Đảng, Nhà nước và nhân dân Việt Nam"
  std::size_t head = giver->first;
  while (head > sentence && reading.is_any(head - 1, {"chính", "phủ", "nhà", "nước", "nhân", "dân", "đảng", "và", ","}))
    --head;
  if (head == sentence) return true;
  head = giver->first;
  if (head > sentence + 1 && ((reading.is(head - 1, "phủ") && reading.is(head - 2, "chính")) ||
                              (reading.is(head - 1, "nước") && reading.is(head - 2, "nhà"))))
    head -= 2;
  return head == sentence || reading.is(head - 1, ",");
}

// "Hoa Kỳ viện trợ cho Ukraine 3 tỷ USD", "hỗ trợ nhân dân Lào 1 triệu USD", "cho tỉnh Salavan": another country gets
// it.
bool is_given_to_country(const Reading& reading, const LexiconMatch& cue) {
  std::size_t at = cue.last;
  if (reading.is(at, "cho")) ++at;
  if (reading.is_any(at, {"nhân", "chính"}) && reading.is_any(at + 1, {"dân", "phủ"})) at += 2;
  if (reading.is_any(at, {"nước", "tỉnh"})) ++at;
  const LexiconMatch* country = country_at(reading, at);
  if (country == nullptr) return false;
  // "Anh Sơn" is a district.
  if (country->last < reading.tokens().size() && country->last == at + 1 && reading.tokens()[country->last].capital)
    return false;
  return reading.match_at(at, "districts") == nullptr;
}

// "Tỉnh Quảng Trị sẽ hỗ trợ tỉnh Salavan 1 tỷ đồng", "UBND tỉnh Đồng Tháp ủng hộ Hà Tĩnh 1 tỷ đồng": who gives is a
// province at home, at the head of its stretch.
bool is_given_by_province(const Reading& reading, const LexiconMatch& cue) {
  if (!hands_over(reading, cue)) return false;
  const std::size_t end = end_of_giver(reading, cue.first);
  const LexiconMatch* giver = reading.match_before(end, "places");
  if (giver == nullptr || (giver->value("kind") != "province" && giver->value("kind") != "city")) return false;
  std::size_t at = giver->first;
  if (at > 0 && reading.is(at - 1, "tỉnh")) --at;
  if (at > 0 && reading.is(at - 1, "ubnd")) --at;
  const bool named = at < giver->first || reading.is(at, "tỉnh") || reading.is(at, "thành");
  return named && (at == reading.sentence_of(at).first || reading.is_any(at - 1, {",", ";", ":", "-"}) ||
                   reading.is_taken(at - 1));
}

// "Tỉnh sẽ hỗ trợ 800 triệu đồng", "UBND huyện Mai Châu tặng …": an office at home at the head of its stretch, and
// nobody else up to the verb.
bool is_given_by_office(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kLongest = 8;
  if (!hands_over(reading, cue)) return false;
  const std::size_t end = end_of_giver(reading, cue.first);
  const std::size_t floor = reading.sentence_of(cue.first).first;
  std::size_t at = end;
  for (; at > floor && reading.tokens()[at - 1].kind == TokenKind::kWord && !reading.is_taken(at - 1); --at) {
    const LexiconMatch* word = reading.match_at(at - 1, kTable);
    const Token& token = reading.tokens()[at - 1];
    if (end - at >= kLongest || (word != nullptr && word->last <= end)) return false;
    if (country_at(reading, at - 1) != nullptr && reading.match_at(at - 1, "places") == nullptr) return false;
    if (token.capital && !token.all_capitals && !spells_vietnamese(token)) return false;
    if (reading.is_any(at - 1, {"được", "do", "và", "với", "cùng", "cho", "tại", "ở", "của", "tổ"})) return false;
  }
  static constexpr std::string_view kOffices[] = {"tỉnh", "huyện", "xã",    "phường", "thành", "nhà",
                                                  "địa",  "sở",    "chính", "ubnd",   "ủy",    "thị"};
  static constexpr std::string_view kSecond[] = {"phố", "nước", "phương", "quyền", "ban", "xã"};
  if (at == end || !reading.is_any(at, kOffices)) return false;
  const bool alone = reading.is_any(at, {"tỉnh", "huyện", "xã", "phường", "sở", "ubnd"});
  return alone || reading.is_any(at + 1, kSecond);
}

namespace {

// "Thành phố Yokohama (Nhật Bản) ủng hộ …": whose country stands in brackets right before the verb.
bool ends_with_country(const Reading& reading, std::size_t end) {
  if (end < 4 || !reading.is(end - 1, ")")) return false;
  const LexiconMatch* country = country_before(reading, end - 1);
  if (country == nullptr || country->first < 2) return false;
  return reading.is(country->first - 1, "(") && reading.match_at(country->first, "places") == nullptr &&
         reading.match_at(country->first, "districts") == nullptr;
}

// "Hội Hữu nghị Nhật - Việt": the friends of this country in another one are told with theirs first.
bool ends_with_friends_abroad(const Reading& reading, std::size_t end) {
  if (end < 5 || !reading.is(end - 1, "việt") || !reading.is_any(end - 2, {"-", "–"})) return false;
  return reading.tokens()[end - 3].capital && reading.is(end - 4, "nghị");
}

// "Hoàng gia Thái Lan", "Bộ Ngoại giao Hàn Quốc", "nhân dân Cuba": what belongs to the country is told before it, and
// who lives there but is from home is not ("Hội người Việt Nam tại Séc").
bool is_office_of_country(const Reading& reading, std::size_t country, std::size_t floor) {
  constexpr std::size_t kLongest = 4;
  std::size_t at = country;
  for (; at > floor && reading.tokens()[at - 1].kind == TokenKind::kWord && !reading.is_taken(at - 1); --at) {
    if (country - at >= kLongest || reading.is_any(at - 1, {"tại", "ở", "việt", "từ", "với", "cùng"})) return false;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    if (cue != nullptr && cue->value("verdict") != "abroad") return false;
  }
  return at < country && reading.tokens()[at].capital;
}

// The words between a country and the cue: "tiếp tục", "đã quyết định", "cung cấp khoản".
std::size_t end_of_country(const Reading& reading, std::size_t verb) {
  const bool noun = verb > 0 && reading.is_any(verb - 1, {"khoản", "gói"});
  std::size_t end = end_of_giver(reading, noun ? verb - 1 : verb);
  while (const LexiconMatch* word = reading.match_before(end, kVerbs)) {
    if (is_of_kind(word, "gives") || is_of_kind(word, "pays")) break;
    end = word->first;
  }
  return end;
}

}  // namespace

// "Nhật Bản tài trợ gần 4 triệu USD": another country, at the head of its stretch, gives. A country of one syllable may
// be a word or a name ("Anh", "Đức"), "Canada" is none.
bool is_given_by_country(const Reading& reading, const LexiconMatch& cue, std::size_t first) {
  std::size_t verb = cue.first;
  const LexiconMatch* gives = reading.match_at(verb, kVerbs);
  while (is_of_kind(gives, "tense") || is_of_kind(gives, "goes_on")) {
    verb = gives->last;
    gives = verb < cue.last ? reading.match_at(verb, kVerbs) : nullptr;
  }
  if (!(is_of_kind(gives, "gives") || is_of_kind(gives, "nation") || is_of_kind(gives, "pays"))) return false;
  const std::size_t end = end_of_country(reading, cue.first);
  const bool behind = cue.last > first;
  if (!behind && (ends_with_country(reading, end) || ends_with_friends_abroad(reading, end))) return true;
  const LexiconMatch* country = reading.match_before(end, "organizations");
  if (country == nullptr || country->value("kind") != "country") return false;
  const Token& name = reading.tokens()[country->first];
  if (!name.capital || (country->last < country->first + 2 && (name.all_capitals || spells_vietnamese(name))))
    return false;
  // "trị giá 450.000 USD do Bồ Đào Nha, Hy Lạp hỗ trợ"
  if (behind) return country->first > first && reading.is_any(country->first - 1, {"do", ",", "và"});
  if (is_end_of_body(reading, country->first)) return true;
  const std::size_t floor = reading.sentence_of(end).first;
  if (country->first == floor || is_office_of_country(reading, country->first, floor)) return true;
  if (reading.is(country->first - 1, "do")) return true;
  // "Hội hữu nghị Việt Nam - Nhật Bản": a dash parts nothing there, but opens an item of a list.
  const bool dash = reading.is_any(country->first - 1, {"-", "–"}) && country->first - 1 > floor;
  return reading.tokens()[country->first - 1].kind == TokenKind::kMark && !dash;
}

}  // namespace trichluc
