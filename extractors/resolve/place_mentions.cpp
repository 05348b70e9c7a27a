#include "extractors/resolve/place_mentions.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractors/clause.h"
#include "extractors/resolve/place_of_office.h"

namespace trichluc {
namespace {

// A mention that says where: after a preposition, or as the subject of its clause; never inside an office's name.
class ScopeRules {
 public:
  explicit ScopeRules(const Reading& reading) : reading_(reading) {}

  bool is_scope(PlaceMention& mention) const {
    const LexiconMatch& match = *mention.match;
    const bool country = mention.kind == PlaceKind::kCountry;
    const std::size_t sentence_first = reading_.sentence_of(match.first).first;
    if (country && is_comparison_with_country(reading_, match.first)) return false;
    if (match.entry->form == "cả nước" || match.entry->form == "toàn quốc") return true;
    if (is_in_clause_of_time(match.first, sentence_first)) return false;
    const std::size_t name = start_of_proper_name(reading_, match);
    std::size_t before = start_of_name(name, mention.kind, sentence_first);
    const bool has_class = before < name || mention.kind == PlaceKind::kRegion;
    const bool to_last_unit = !country && before < before_class_words(name, mention.kind, sentence_first);
    before = before_count(before, has_class, sentence_first);
    mention.first = before;
    if (before == sentence_first) return !opens_dateline(match);
    if (is_province_of_district(match, sentence_first) || is_behind_its_district(match, sentence_first) ||
        (!country && is_behind_town(match, sentence_first)))
      return true;
    if (mention.kind == PlaceKind::kDistrict && is_district_of_commune(reading_, match)) return true;
    if (is_meeting_at(before - 1, sentence_first) || is_signed_at(before - 1, sentence_first)) return false;
    if (tells_where_from(mention, before, has_class) || is_seat(before - 1, sentence_first)) return false;
    if (is_merger(before - 1) || (country && is_of_named_giver(before - 1))) return false;
    // "Tổ chức Bắc Âu trợ giúp Việt Nam (Nordic Assistance)"
    if (country && reading_.is(before - 1, "giúp") && is_in_name_of_body(reading_, match)) return false;
    if (!country && labels_item(match, before, sentence_first)) return true;
    // "Dự án cấp nước thôn Ma Nai, xã Phước Thành, huyện Bác Ái, tỉnh Ninh Thuận": told to the last unit.
    if (to_last_unit && !is_dateline(before - 1, sentence_first)) return true;
    const bool of_place = reading_.is(before - 1, "của") && (before < name || !country);
    // "Dự án Chống ngập nước khu vực thành phố Hồ Chí Minh"
    if (!country && has_class && reading_.is(before - 1, "vực") && reading_.is(before - 2, "khu")) return true;
    static constexpr std::string_view kLeading[] = {"riêng", "toàn", "và", "còn", "đó"};
    // "Còn Đắk Lắk không giảm": opening the sentence.
    const bool led = (has_class || before - 1 == sentence_first) && reading_.is_any(before - 1, kLeading);
    if (!country && (tells_people(before) || is_given(before, match) || is_area(before, name, match))) return true;
    if (!country && is_of_body_of_place(match, before, sentence_first)) return true;
    // "trẻ em thuộc huyện Tân Kỳ"; "tỉnh Hà Tây (nay thuộc Hà Nội)" is another thing.
    const bool belongs =
        mention.kind == PlaceKind::kDistrict && reading_.is(before - 1, "thuộc") && !reading_.is(before - 2, "nay");
    return belongs || is_preposition(before - 1) || of_place || led || opens_clause(before, has_class, match) ||
           is_acting_office(reading_, match, before, sentence_first);
  }

 private:
  // "Ngày 12/6, tại Huế, …": where the news comes from. "Ngày 12/6, tại huyện Đakrông, … bàn giao" is none: nobody
  // meets in a district but for its own matter.
  bool tells_where_from(const PlaceMention& mention, std::size_t before, bool has_class) const {
    const Sentence& sentence = reading_.sentence_of(mention.match->first);
    const bool closes = mention.match->last >= sentence.last || reading_.is(mention.match->last, ".");
    const bool local =
        mention.kind == PlaceKind::kDistrict && has_class && reading_.is_any(before, {"huyện", "xã", "thị", "h", "tx"});
    return !closes && !local && is_dateline(before - 1, sentence.first);
  }

  // "Năm 2000, khi dịch còn tập trung ở Quảng Ninh, Hải Phòng, TP.HCM, tổng viện trợ …": how things stood then.
  bool is_in_clause_of_time(std::size_t name, std::size_t floor) const {
    constexpr std::size_t kFarthest = 14;
    for (std::size_t at = name; at > floor && name - at < kFarthest; --at) {
      if (reading_.quantity_at(at - 1) != nullptr || reading_.is_any(at - 1, {";", "thì"})) return false;
      if (!reading_.is(at - 1, "khi")) continue;
      return reading_.is(at, "dịch") || reading_.is(at, "bão") || reading_.is(at, "lũ") || reading_.is(at, "chiến");
    }
    return false;
  }

  // Before "tỉnh", "thành phố"; of "xã Tà Xùa, huyện Bắc Yên, tỉnh Sơn La" before the first of its units.
  std::size_t start_of_name(std::size_t name, PlaceKind kind, std::size_t floor) const {
    std::size_t at = before_class_words(name, kind, floor);
    if (kind == PlaceKind::kCountry || kind == PlaceKind::kRegion) return at;
    constexpr int kUnits = 6;  // "bản …, xã …, huyện …, tỉnh …", and a few more of the same kind
    for (int units = 0; units < kUnits && at > floor + 2 && (reading_.is(at - 1, ",") || reading_.is(at - 1, "("));
         ++units) {
      constexpr std::size_t kLongestName = 4;
      std::size_t unit = at - 1;
      while (unit > floor && at - 1 - unit < kLongestName && reading_.is_capital_word(unit - 1) &&
             !reading_.tokens()[unit - 1].all_capitals)
        --unit;
      if (unit == at - 1 || unit == floor || !is_unit_of_district(reading_, unit - 1)) break;
      at = before_class_words(unit, PlaceKind::kDistrict, floor);
    }
    return at;
  }

  std::size_t before_class_words(std::size_t at, PlaceKind kind, std::size_t floor) const {
    static constexpr std::string_view kOfRegions[] = {"khu", "vực", "vùng"};
    const bool towns = kind == PlaceKind::kDistrict || kind == PlaceKind::kProvince;
    while (at > floor && (is_place_class(reading_, at - 1) || (towns && is_unit_of_district(reading_, at - 1)) ||
                          (kind == PlaceKind::kRegion && reading_.is_any(at - 1, kOfRegions))))
      --at;
    // "cho trẻ em vùng lũ Đồng Tháp"
    if (towns && at > floor + 1 && reading_.is_any(at - 1, {"lũ", "bão", "lụt"}) && reading_.is(at - 2, "vùng"))
      at -= 2;
    return at;
  }

  // "tại 5 tỉnh …", "cho các tỉnh …", "tại hai tỉnh …", "cho 3 tỉnh: …"
  std::size_t before_count(std::size_t at, bool has_class, std::size_t floor) const {
    if (at > floor + 1 && reading_.is(at - 1, ":") && is_place_class(reading_, at - 2)) {
      at = before_class_words(at - 1, PlaceKind::kDistrict, floor);
      has_class = true;
    }
    if (!has_class || at <= floor || is_every_year(at - 1)) return at;  // "năm" is five as well
    const bool number = (reading_.tokens()[at - 1].kind == TokenKind::kNumber && !is_year(at - 1)) ||
                        reading_.match_before(at, "number_words") != nullptr;
    return number || reading_.is(at - 1, "các") || reading_.is(at - 1, "những") ? at - 1 : at;
  }

  // "năm 2019", "tháng 9/2021": the time before a place, and no number of places.
  bool is_year(std::size_t at) const {
    return at > 0 && reading_.tokens()[at].kind == TokenKind::kNumber &&
           (reading_.is(at - 1, "năm") || reading_.is(at - 1, "/") ||
            (reading_.is(at - 1, "-") && reading_.folded(at).size() == 4));
  }

  // "mỗi năm Thành phố Hồ Chí Minh có …"
  bool is_every_year(std::size_t at) const {
    return at > 0 && reading_.is(at, "năm") && reading_.is_any(at - 1, {"mỗi", "hằng", "hàng"});
  }

  // "* TRÀ VINH. Trong quý, …", "- Lai Châu: 3 dự án", "1. Tỉnh Gia Lai - Sáng 3/7, …": the name between the mark of an
  // item and a mark of its own heads the item.
  bool labels_item(const LexiconMatch& match, std::size_t before, std::size_t sentence_first) const {
    constexpr std::size_t kLongestMark = 2;  // "1."
    const std::size_t paragraph = reading_.tokens()[match.first].paragraph;
    if (before == sentence_first || before - sentence_first > kLongestMark) return false;
    if (sentence_first > 0 && reading_.tokens()[sentence_first - 1].paragraph == paragraph) return false;
    for (std::size_t at = sentence_first; at < before; ++at) {
      const TokenKind kind = reading_.tokens()[at].kind;
      if (kind != TokenKind::kMark && !(kind == TokenKind::kNumber && reading_.is(at + 1, "."))) return false;
    }
    static constexpr std::string_view kClosing[] = {".", ":", "-", "–"};
    return match.last < reading_.tokens().size() && reading_.is_any(match.last, kClosing);
  }

  bool is_preposition(std::size_t at) const {
    static constexpr std::string_view kWords[] = {"tại",   "ở",    "trên", "cho", "vào",
                                                  "trong", "khắp", "đến",  "với", "giúp"};
    return reading_.is_any(at, kWords);
  }

  // "sáp nhập vào tỉnh Thái Nguyên", "hợp nhất với": what becomes of a province, not where a thing is.
  bool is_merger(std::size_t at) const {
    return at > 0 && is_preposition(at) && (reading_.is(at - 1, "nhập") || reading_.is(at - 1, "nhất"));
  }

  // "Tổ chức World Vision International tại Việt Nam", "Cầu Xanh tại Việt Nam": where a giver with a name sits. Words
  // in capitals throughout may count organisations ("380 TCPCPNN tại Việt Nam").
  bool is_of_named_giver(std::size_t preposition) const {
    if (preposition < 2 || !reading_.is_any(preposition, {"tại", "ở"})) return false;
    const std::size_t name = reading_.is(preposition - 1, ")") ? preposition : preposition - 1;
    if (name == preposition) {
      // "(WVI) tại Việt Nam"
      return preposition > 3 && reading_.is(preposition - 3, "(") && reading_.is_capital_word(preposition - 2) &&
             reading_.is_capital_word(preposition - 4);
    }
    const std::size_t floor = reading_.sentence_of(preposition).first;
    if (is_seat_of_body(reading_, preposition, floor)) return true;
    return name > floor && reading_.is_capital_word(name) && !reading_.tokens()[name].all_capitals &&
           reading_.match_before(preposition, "head_nouns") == nullptr;
  }

  // ", Hà Giang có 56 tổ chức": after a mark, before a verb of having. "cho biết tỉnh Nghệ An có 44 tổ chức".
  bool opens_clause(std::size_t before, bool has_class, const LexiconMatch& match) const {
    static constexpr std::string_view kLinks[] = {"nay", "hiện", "mà", "biết", "rằng", "khi", "rõ", "thì"};
    const std::size_t after = after_time(after_old_or_new(match.last));
    const bool mark = reading_.tokens()[before - 1].kind == TokenKind::kMark;
    const bool year = is_year(before - 1) || is_every_year(before - 1);
    // "trong khi cả tỉnh Lai Châu chỉ có …"
    const bool whole = has_class && reading_.is_any(before - 1, {"cả", "toàn"});
    if (((mark || year) && has_class) || whole) return true;
    if (mark && reading_.is(after, ":")) return true;
    // ", Hà Nội đã diễn ra lễ ký": where people met.
    if (reading_.is_any(after, {"đã", "vừa"}) && reading_.is(after + 1, "diễn")) return false;
    // "…; Đà Nẵng 9,8 triệu USD", "Điện Biên 2 tỷ đồng và Lai Châu 1,5 tỷ đồng": an item that leaves the verb out.
    const bool of_which = reading_.is(before - 1, "đó") && before > 1 && reading_.is(before - 2, "trong");
    if ((of_which || reading_.is_any(before - 1, {";", ",", "và"})) && reading_.quantity_at(after) != nullptr)
      return true;
    // "trước hợp nhất Quảng Bình (cũ) có 29 tổ chức"
    const bool before_merger = before > 2 && reading_.is_any(before - 1, {"nhất", "nhập"}) &&
                               (reading_.is(before - 3, "trước") || reading_.is(before - 3, "khi"));
    if (!mark && !year && !of_which && !before_merger && !reading_.is_any(before - 1, kLinks)) return false;
    static constexpr std::string_view kVerbs[] = {
        "có",  "đã",  "đang", "hiện",  "tiếp", "nhận", "thu", "được", "là",   "đón",   "đứng", "dẫn", "thuộc",
        "nằm", "xếp", "huy",  "triển", "vận",  "phê",  "chỉ", "vừa",  "giải", "không", "vẫn",  "cũng"};
    return reading_.is_any(after, kVerbs);
  }

  // "Quảng Trị mỗi năm nhận được", "Lai Châu năm 2007 chỉ có": behind the time between the name and its verb.
  std::size_t after_time(std::size_t at) const {
    std::size_t end = at;
    while (end < reading_.tokens().size() &&
           (reading_.is_taken(end) || reading_.is(end, "năm") || reading_.is_any(end, {"mỗi", "hằng", "hàng"})))
      ++end;
    return reading_.is(end - 1, "năm") || reading_.is_taken(end - 1) ? end : at;
  }

  // "Đắk Lắk (mới)", "Hà Tây cũ": before or after a split or merger.
  std::size_t after_old_or_new(std::size_t at) const {
    if (reading_.is(at, "(") && reading_.is_any(at + 1, {"mới", "cũ"}) && reading_.is(at + 2, ")")) return at + 3;
    return reading_.is_any(at, {"mới", "cũ"}) ? at + 1 : at;
  }

  // "tại Hải Hậu, Nam Định": the province of the town named right before.
  bool is_behind_town(const LexiconMatch& match, std::size_t floor) const {
    constexpr std::size_t kLongestName = 4;
    std::size_t at = match.first;
    if (at > floor && reading_.is(at - 1, "tỉnh")) --at;
    if (at < floor + 3 || !reading_.is(at - 1, ",")) return false;
    std::size_t name = at - 1;
    while (name > floor && at - name <= kLongestName && reading_.is_capital_word(name - 1)) --name;
    // "ở Bắc Giang, Cần Thơ và Hà Tĩnh": a row of provinces, no town and its own.
    const LexiconMatch* province = reading_.match_at(name, "places");
    if (province != nullptr && province->last == at - 1) return false;
    const bool leads = name < at - 1 && name > floor && reading_.is_any(name - 1, {"tại", "ở", "cho"});
    return leads && !is_dateline(name - 1, floor) && !is_seat(name - 1, floor);
  }

  // "ghi địa bàn Nghệ An", "bổ sung địa bàn tỉnh Gia Lai": what a place is called where things are done. "Đắk Lắk (gồm
  // địa bàn Phú Yên cũ)" tells what belongs to another.
  bool is_area(std::size_t before, std::size_t name, const LexiconMatch& match) const {
    if (reading_.is(match.last, "cũ")) return false;
    for (std::size_t at = before; at + 1 < name; ++at) {
      if (reading_.is(at, "địa") && reading_.is(at + 1, "bàn")) return true;
    }
    return false;
  }

  // "15 hộ dân tỉnh Lạng Sơn", "học sinh huyện Mường Lát": whose people they are; "Ủy ban nhân dân tỉnh" is an office.
  bool tells_people(std::size_t before) const {
    if (before < 2) return false;
    if (reading_.is(before - 1, "dân")) {
      const bool office = before > 2 && reading_.is_any(before - 3, {"ban", "đồng", "sát", "án", "đoàn"});
      return reading_.is_any(before - 2, {"hộ", "người", "nông"}) || (reading_.is(before - 2, "nhân") && !office);
    }
    if (reading_.is(before - 1, "con")) return reading_.is(before - 2, "bà");
    if (reading_.is(before - 1, "bào")) return reading_.is(before - 2, "đồng");
    if (reading_.is(before - 1, "sinh")) return reading_.is(before - 2, "học");
    return (reading_.is(before - 1, "em") && reading_.is(before - 2, "trẻ")) ||
           (reading_.is(before - 1, "nghèo") && reading_.is_any(before - 2, {"hộ", "người", "dân"}));
  }

  // "viện trợ huyện Trạm Tấu 12.000 USD", "cứu trợ Cao Bằng 2.800 bộ dụng cụ": between the giving and the sum.
  bool is_given(std::size_t before, const LexiconMatch& match) const {
    const LexiconMatch* cue = reading_.match_before(before, "money_cues");
    if (cue == nullptr || (cue->value("verdict") != "aid" && cue->value("verdict") != "weak")) return false;
    if (before >= 2 && is_verb_of_helping(before - 2)) return true;
    static constexpr std::string_view kAims[] = {"khắc",  "xây",  "phòng", "ứng", "phát",
                                                 "trong", "thực", "triển", "cải"};
    if (reading_.is(cue->first, "viện") && reading_.is_any(match.last, kAims)) return true;
    // "cứu trợ các tỉnh Hà Tĩnh, Quảng Bình với tổng giá trị": the last of several.
    std::size_t end = match.last;
    while (reading_.is_any(end, {",", "và"})) {
      std::size_t next = end + 1;
      while (is_place_class(reading_, next)) ++next;
      const LexiconMatch* other = reading_.match_at(next, "places");
      if (other == nullptr) break;
      end = other->last;
    }
    // "viện trợ Quảng Trị hơn 798 tỷ đồng", "hỗ trợ Quảng Trị tổng ngân sách 12 tỷ đồng"
    if (reading_.is_any(end, {"tổng", "số", "khoản", "kinh", "với"})) return true;
    const LexiconMatch* bound = reading_.match_at(end, "qualifiers");
    return reading_.quantity_at(bound != nullptr ? bound->last : end) != nullptr;
  }

  // "cam kết hỗ trợ Quảng Bình khắc phục lũ lụt": whom one helps; "Ban Điều phối viện trợ Quảng Bình", "Ban Hỗ trợ …"
  // are offices.
  bool is_verb_of_helping(std::size_t at) const {
    if (reading_.tokens()[at].capital) return false;
    return (reading_.is_any(at, {"hỗ", "cứu"}) && reading_.is(at + 1, "trợ")) ||
           (reading_.is(at, "ủng") && reading_.is(at + 1, "hộ"));
  }

  // An office or an institution that bears the place's name and gives, takes or does the work.
  bool is_of_body_of_place(const LexiconMatch& match, std::size_t before, std::size_t floor) const {
    return is_signing_office(reading_, match, before) || is_recipient_office(reading_, before, floor) ||
           is_carrying_out(reading_, match, before, floor) || is_of_institution(before, floor) ||
           is_receiving_body(reading_, match, before, floor) || is_telling_office(reading_, match, before, floor) ||
           is_body_of_item(reading_, match, before);
  }

  // "tại Bệnh viện Mắt Phú Yên", "cho Trường Tiểu học An Phú, Kiên Giang": the work is done in the institution that
  // bears the place's name. Where people met is told behind the day.
  bool is_of_institution(std::size_t before, std::size_t floor) const {
    constexpr std::size_t kLongestName = 6;
    for (std::size_t at = before; at > floor + 2 && before - at <= kLongestName; --at) {
      if (reading_.tokens()[at - 1].kind != TokenKind::kWord) return false;
      const bool hospital = reading_.is(at - 1, "viện") && reading_.is(at - 2, "bệnh");
      if (!hospital && !reading_.is_any(at - 1, {"trường", "trạm"})) continue;
      const std::size_t lead = at - (hospital ? 3 : 2);
      return reading_.is_any(lead, {"tại", "cho", "ở"}) && !is_dateline(lead, floor) && !is_seat(lead, floor);
    }
    return false;
  }

  // "huyện Văn Yên (Yên Bái)", "xã Ea Yong, huyện Krông Pắk (Đắk Lắk)": the province of the district just named.
  bool is_province_of_district(const LexiconMatch& match, std::size_t sentence_first) const {
    constexpr std::size_t kLongestName = 5;
    const bool bracketed =
        match.first > sentence_first && reading_.is(match.first - 1, "(") && reading_.is(match.last, ")");
    if (!bracketed || match.value("kind") == "country") return false;
    for (std::size_t at = match.first - 1; at > sentence_first && match.first - at <= kLongestName + 1; --at) {
      if (is_unit_of_district(reading_, at - 1)) return true;
    }
    return false;
  }

  // "trường tiểu học Tả Phìn, Sa Pa, Lào Cai", "(Mường Khương, Lào Cai)": a district and the province that it lies in.
  bool is_behind_its_district(const LexiconMatch& match, std::size_t floor) const {
    if (match.first < floor + 2 || !reading_.is(match.first - 1, ",")) return false;
    const LexiconMatch* district = reading_.match_before(match.first - 1, "districts");
    if (district == nullptr || district->value("province") != match.value("name")) return false;
    std::size_t at = district->first;
    while (at > floor && (reading_.is_capital_word(at - 1) || reading_.is(at - 1, ","))) --at;
    const bool leads = at > floor && reading_.is_any(at - 1, {"tại", "ở"});
    return !leads || !(is_dateline(at - 1, floor) || is_seat(at - 1, floor));
  }

  // "Tổng Lãnh sự Nhật Bản tại TPHCM", "Đại sứ quán Hoa Kỳ tại Hà Nội", "có trụ sở tại Hà Nội", "văn phòng tại Huế":
  // where somebody sits, not where the aid goes.
  bool is_seat(std::size_t preposition, std::size_t sentence_first) const {
    if (!reading_.is(preposition, "tại") && !reading_.is(preposition, "ở")) return false;
    constexpr std::size_t kLongestCountry = 4;
    for (std::size_t at = preposition; at > sentence_first && preposition - at <= kLongestCountry; --at) {
      if (reading_.is(at - 1, "sự") || reading_.is(at - 1, "sứ") || reading_.is(at - 1, "quán")) return true;
    }
    // "Trưởng đại diện Oxfam tại Hà Nội"
    constexpr std::size_t kLongestBody = 9;
    for (std::size_t at = preposition; at > sentence_first + 2 && preposition - at < kLongestBody; --at) {
      if (reading_.tokens()[at - 1].kind == TokenKind::kMark && !reading_.is_any(at - 1, {"(", ")"})) break;
      if (reading_.is(at - 1, "diện") && reading_.is(at - 2, "đại") &&
          reading_.is_any(at - 3, {"trưởng", "phó", "phòng"}))
        return true;
    }
    const bool seat = reading_.is(preposition - 1, "sở") || reading_.is(preposition - 1, "phòng") ||
                      reading_.is(preposition - 1, "trú") ||
                      (reading_.is(preposition - 1, "diện") && reading_.is(preposition - 2, "đại"));
    return preposition > sentence_first + 1 && seat;
  }

  // "Hà Nội, ngày 4/4/2018 – Đại sứ quán …": where the news is from.
  bool opens_dateline(const LexiconMatch& match) const {
    return reading_.is(match.last, ",") && reading_.is(match.last + 1, "ngày");
  }

  // "Tại lễ tổng kết ở Hà Nội", "hội nghị ngày 5/6 tại Huế": where people met.
  bool is_meeting_at(std::size_t preposition, std::size_t sentence_first) const {
    constexpr std::size_t kFarthest = 5;
    if (!reading_.is_any(preposition, {"tại", "ở"})) return false;
    for (std::size_t at = preposition; at > sentence_first && preposition - at < kFarthest; --at) {
      if (reading_.tokens()[at - 1].kind != TokenKind::kWord) return false;
      const LexiconMatch* word = reading_.match_at(at - 1, "meeting_words");
      if (word == nullptr || word->value("kind") != "noun" || word->last > preposition) continue;
      // "hội nghị về các dự án tại Quảng Trị": the projects are there.
      return first_match_in(reading_, word->last, preposition, "head_nouns") == nullptr;
    }
    return false;
  }

  // "Hợp đồng được ký ngày 10/3, tại Hà Nội.": a day lies between the signing and the place.
  bool is_signed_at(std::size_t preposition, std::size_t sentence_first) const {
    constexpr std::size_t kFarthest = 9;
    if (!reading_.is_any(preposition, {"tại", "ở"})) return false;
    std::size_t at = preposition;
    while (at > sentence_first && preposition - at < kFarthest && (reading_.is_taken(at - 1) || is_before_day(at - 1)))
      --at;
    return at < preposition && at > sentence_first &&
           (reading_.is(at - 1, "ký") || (at > sentence_first + 1 && reading_.is(at - 2, "ký")));
  }

  bool is_before_day(std::size_t at) const {
    return reading_.is_any(at, {",", "vào", "ngày", "sáng", "chiều", "hôm", "nay", "qua"});
  }

  // "Sáng 10/4, tại Hà Nội, …", "tại điểm cầu Hà Nội": where people met.
  bool is_dateline(std::size_t preposition, std::size_t sentence_first) const {
    if (!reading_.is(preposition, "tại") && !reading_.is(preposition, "ở")) return reading_.is(preposition, "cầu");
    for (std::size_t at = sentence_first; at < preposition; ++at) {
      const Token& token = reading_.tokens()[at];
      if (token.kind == TokenKind::kNumber && at > sentence_first &&
          (reading_.is(at - 1, "/") || reading_.is(at - 1, "ngày") || reading_.is(at - 1, "-")) &&
          preposition - at <= 3)
        return !is_as_of(sentence_first, at);  // "Tính đến ngày 30/9/2014, tại Quảng Trị có …"
    }
    return false;
  }

  // "Tính đến ngày 30/9/2014": the day of a stock, no day on which people met.
  bool is_as_of(std::size_t first, std::size_t day) const {
    while (first < day && !reading_.is_any(first, {"đến", "tới"})) ++first;
    return first < day;
  }

  const Reading& reading_;
};

}  // namespace

std::vector<PlaceMention> find_place_mentions(const Reading& reading, const std::vector<PlaceMention>& names) {
  std::vector<PlaceMention> mentions;
  const ScopeRules rules(reading);
  for (PlaceMention name : names) {
    if (rules.is_scope(name)) mentions.push_back(std::move(name));
  }
  return mentions;
}

}  // namespace trichluc
