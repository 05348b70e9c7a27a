#include "extractors/official/organization.h"

#include <algorithm>

#include "extractors/lexicon/title_use.h"
#include "extractors/official/body_field.h"
#include "extractors/official/body_name.h"
#include "extractors/official/body_number.h"
#include "extractors/official/name.h"
#include "extractors/official/name_of_unit.h"

namespace trichluc {
namespace {

// The longest name of a body seen in the reports is 17 words; more is a sentence gone astray.
constexpr std::size_t kMostTokens = 30;

class PhraseReader {
 public:
  PhraseReader(const Reading& reading, std::size_t first, bool headed)
      : reading_(reading),
        tokens_(reading.tokens()),
        first_(first),
        headed_(headed),
        fields_(reading, first, headed),
        numbers_(reading, first, headed) {}

  std::optional<Organization> read() {
    std::size_t at = first_;
    while (at < tokens_.size() && tokens_[at].paragraph == tokens_[first_].paragraph && at - first_ < kMostTokens) {
      const std::size_t next = at > first_ && tokens_[at].column_before ? at : step(at);
      if (next == at) break;
      at = next;
    }
    if (at == first_) return std::nullopt;
    Organization found;
    found.first = first_;
    found.last = found.name_last = at;
    name_body(reading_, found);
    return found;
  }

 private:
  const LexiconMatch* organization_at(std::size_t at) const { return reading_.match_at(at, "organizations"); }

  // A province, or a district of two words and more alone between words in small letters ("quần đảo Cát Bà", but "Công
  // ty Tân Hiệp Phát", "Miền Đông Hải quân").
  const LexiconMatch* place_at(std::size_t at) const {
    const LexiconMatch* place = reading_.match_at(at, "places");
    const LexiconMatch* district = place == nullptr ? reading_.match_at(at, "districts") : nullptr;
    const bool whole = district != nullptr && district->last - at >= 2 && !reading_.is_capital_word(district->last);
    return whole ? district : place;
  }

  // One past what belongs to the phrase at this token; the token itself where the phrase ends.
  std::size_t step(std::size_t at) {
    if (const std::size_t own = after_own_body(at); own > at) return closed(own, "head");
    if (after_short_district(reading_, at) > at) return ended_at(after_short_district(reading_, at));
    const LexiconMatch* match = organization_at(at);
    const LexiconMatch* place = place_at(at);
    if (match != nullptr && !outdone_by_stop(at, *match) && !outdone_by_place(*match, place)) {
      const std::string_view kind = match->value("kind");
      const bool single_capital = match->last == at + 1 && tokens_[at].capital;
      if (is_unit_before_name(at, *match)) return ended_at(at + 1);
      if (kind.ends_with("unit") || kind == "district_committee") return after_letter(after_unit(match->last, kind));
      if (match->last == at + 1 && is_family_name(at)) return at;
      if (kind == "namesake" && (at == first_ || tokens_[at].capital)) return after_namesake(match->last);
      if (is_whole_name(*match)) whole_end_ = match->last;
      if ((match->last - at >= 2 && !(kind == "country" && reading_.is(match->last, "học"))) ||
          (kind == "head" && (single_capital || at == first_)))
        return closed(match->last, kind);
      const bool taught = kind == "country" && reading_.is(match->last, "học");
      if (kind == "country" && tokens_[at].capital && !taught && !name_starts(at)) return closed(match->last, kind);
    }
    // "Khoa Việt Nam học", "Viện Hàn Quốc học": a country as what is taught.
    const std::size_t country = country_end(reading_, at);
    const bool taught = country > at && reading_.is(country, "học") &&
                        !reading_.is_any(country + 1, {"sinh", "viên", "bổng", "tập", "hỏi"});
    if (taught && tokens_[country].paragraph == tokens_[at].paragraph) return country + 1;
    // "Ủy ban Hòa bình và Đoàn kết" is of no province.
    if (place != nullptr && tokens_[at].capital && tokens_[place->last - 1].capital) {
      ended_ = true;
      return place->last;
    }
    return tokens_[at].kind == TokenKind::kWord ? word(at) : mark(at);
  }

  // "Phó Trưởng ban chỉ đạo": the body that the title's last word begins, in small letters too. One past it, or `at`.
  std::size_t after_own_body(std::size_t at) const {
    if (!headed_ || at != first_ || at == 0) return at;
    const LexiconMatch* own = organization_at(at - 1);
    return own != nullptr && own->value("kind") == "head" ? std::max<std::size_t>(own->last, at) : at;
  }

  // "ban hành" (issue) is no "ban" (board).
  bool outdone_by_stop(std::size_t at, const LexiconMatch& match) const {
    const LexiconMatch* stop = reading_.match_at(at, "organization_stops");
    return stop != nullptr && !tokens_[at].capital && stop->last > match.last;
  }

  // "Hội Nông dân huyện Đoàn Văn Thống": no "Huyện đoàn"; "Vụ Trung Á và châu Âu Lê Văn A" is no "châu".
  bool is_unit_before_name(std::size_t at, const LexiconMatch& match) const {
    if (match.value("kind") == "part") return false;
    return match.last == at + 2 && !tokens_[at].capital && tokens_[at + 1].capital && name_starts(at + 1);
  }

  // "Tỉnh đoàn Lào Cai" is not of Lào.
  static bool outdone_by_place(const LexiconMatch& match, const LexiconMatch* place) {
    return place != nullptr && match.value("kind") == "country" && place->last > match.last;
  }

  std::size_t ended_at(std::size_t last) {
    ended_ = true;
    return last;
  }

  std::size_t closed(std::size_t last, std::string_view kind) {
    // "Liên hiệp các tổ chức hữu nghị Việt Nam họp" too ends with its country.
    ended_ = kind == "country" || behind_country(last);
    return last;
  }

  // A body named in full, and a field of a ministry or one of its departments, nearly all of which are known: only a
  // capital goes on
  // ("Phó Chủ tịch VUFO thắp hương", "Giám đốc Sở Y tế trồng cây").
  bool is_whole_name(const LexiconMatch& match) const {
    if (match.value("kind") == "head") return !match.value("name").empty() && !is_slip_of_name(match);
    return match.value("kind") == "part" && match.first > 0 &&
           reading_.is_any(match.first - 1, {"sở", "bộ", "vụ", "phòng"});
  }

  // "tổ chức Plan trồng cây": behind a name in another language a Vietnamese word is no part of it, unless the name
  // goes on ("Room to Read").
  bool is_behind_foreign_name(std::size_t at) const {
    if (at <= first_ + 1 || tokens_[at].kind != TokenKind::kWord || !spells_vietnamese(tokens_[at])) return false;
    const Token& name = tokens_[at - 1];
    const bool goes_on = reading_.is_capital_word(at + 1) && !spells_vietnamese(tokens_[at + 1]);
    return reading_.is_capital_word(at - 1) && !name.all_capitals && !spells_vietnamese(name) && !goes_on;
  }

  // "Bí thư Tỉnh ủy Đoàn Quốc An": a family name that is a body's word too.
  bool is_family_name(std::size_t at) const {
    if (!starts_with_family_name(reading_, at)) return false;
    const auto name = read_name(reading_, at, NameContext::kAfterTitle);
    return name && name->words >= 3;
  }

  bool name_starts(std::size_t at) const {
    const auto name = read_name(reading_, at, NameContext::kAfterTitle);
    return name && !bears_foreign_name(at) && !closes_name_of_body(at, *name);
  }

  // "Tổng công ty Sao Mai Lường Văn Tâm", "Khu kinh tế Nghi Sơn Lò Văn Tiến", "Bệnh viện Bạch Mai Trần Thị Mai Hoa":
  // "Văn" or a common family name tells that the person's name begins with the second of the words, and the first
  // closes what a capital has begun.
  bool closes_name_of_body(std::size_t at, const PersonName& name) const {
    const bool whole = (name.words == 4 || name.words == 5) && name.last == at + name.words;
    if (!whole || at <= first_ || !tokens_[at - 1].capital || !starts_with_family_name(reading_, at + 1)) return false;
    if (reading_.match_before(at, "organizations") != nullptr || reading_.match_before(at, "places") != nullptr)
      return false;
    const bool middle = name.words == 4 && reading_.is_any(at + 2, {"văn", "thị"});
    return middle || (!is_common_family_name(at) && is_common_family_name(at + 1));
  }

  bool is_common_family_name(std::size_t at) const {
    const LexiconMatch* family = reading_.match_at(at, "family_names");
    return family != nullptr && family->value("weight") == "common";
  }

  // "Bệnh viện đa khoa khu vực Cù Lao Minh", "Ban Quản lý Khu kinh tế mở Chu Lai": the area is named, where hardly any
  // person's name begins so.
  bool is_name_of_area(std::size_t at) const {
    constexpr std::size_t kMostWords = 3;
    if (tokens_[at].all_capitals || is_common_family_name(at)) return false;
    if (capitals_end(reading_, at) > at + kMostWords || capitals_end(reading_, at) == at) return false;
    constexpr std::size_t kMostOfItsKind = 5;  // "khu kinh tế cửa khẩu quốc tế"
    for (std::size_t t = at; t > first_ && at - t <= kMostOfItsKind; --t) {
      if (reading_.is(t - 1, "khu")) return t < at && (t - 1 >= first_ + 1);
      const bool opens_kind = t > 1 && reading_.is(t - 2, "khu");  // "khu Công nghệ cao"
      if (tokens_[t - 1].kind != TokenKind::kWord || (tokens_[t - 1].capital && !opens_kind)) return false;
    }
    return false;
  }

  // "Viện Peter Miller", "tổ chức phi lợi nhuận John Green": behind the bare kind of a body stands the name it bears.
  bool bears_foreign_name(std::size_t at) const {
    if (at == first_ || starts_with_family_name(reading_, at)) return false;
    const LexiconMatch* kind = reading_.match_before(at, "organizations");
    if (kind == nullptr || kind->value("kind") != "head" || !kind->value("name").empty()) return false;
    return kind->first == first_ || !tokens_[at - 1].capital;
  }

  std::size_t capital_word(std::size_t at) {
    // "tổ chức Bàn Tay Ấm": the name of the organisation, however it begins; "Tổ chức Y tế thế giới" has its own.
    const LexiconMatch* kind = organization_at(first_);
    const bool own_name = !headed_ && kind != nullptr && kind->last == at && kind->value("name").empty() &&
                          reading_.is(first_, "tổ") && reading_.is(first_ + 1, "chức");
    if (own_name && name_starts(at)) return capitals_end(reading_, at);
    if (is_name_of_area(at)) return ended_at(capitals_end(reading_, at));
    if (!acronym(at) && name_starts(at)) return at;
    if (in_capitals(at) && ((at == first_ && !headed_) || stops(at))) return at;
    if (at > first_ && (foreign_name_behind_acronym(reading_, at) || foreign_name_behind_long_body(reading_, at) ||
                        (is_behind_minister(reading_, first_) && foreign_name_at(reading_, at))))
      return at;
    if (opens_other_label(at)) return at;
    // Behind a place only a known word goes on: "Đại sứ Hoa Kỳ tại Việt Nam Marc Knapper".
    // "Trưởng ban Quản lý dự án", "Trưởng ban Thư ký": behind a title that names its body stands the field.
    const bool field = headed_ && at == first_;
    if ((starts_title(at) && !field) || stops_capital(at) || (ended_ && organization_at(at) == nullptr)) return at;
    ended_ = false;
    return at + 1;
  }

  std::size_t word(std::size_t at) {
    const Token& token = tokens_[at];
    if (token.capital) return capital_word(at);
    if (token.folded == "tại" || token.folded == "ở") return abroad(at);
    if (const std::size_t number = ended_ ? at : numbers_.after_own_number(at); number > at) return number;
    // "Đại sứ nước ta tại Lào".
    if (token.folded == "nước" && reading_.is_any(at + 1, {"ta", "này"})) return ended_at(at + 2);
    if (token.folded == "nước" && country_end(reading_, at + 1) > at + 1) {
      ended_ = true;
      return country_end(reading_, at + 1);
    }
    if (token.folded == "và" || token.folded == "của" || token.folded == "cho") return linked(at);
    // "Trưởng phòng Hợp tác quốc tế thuộc Sở Ngoại vụ".
    if (at == whole_end_ && at > first_ && token.folded == "thuộc" && reading_.is_capital_word(at + 1) &&
        organization_at(at + 1) != nullptr && organization_at(at + 1)->value("kind") == "head" && !starts_title(at + 1))
      return at + 1;
    if (opens_field_of_nations(at)) {
      ended_ = false;
      return at + 1;
    }
    // "Giám đốc UNICEF khu vực Đông Á".
    if (at == whole_end_ && part_of_world_end(reading_, at) > at) return ended_at(part_of_world_end(reading_, at));
    const bool several = token.folded == "các";  // "Phó Chủ tịch UBND các huyện: …"
    if (fields_.is_field_of_title(at)) return at + 2;
    if (at == whole_end_ && fields_.leads_to_larger(at)) return at + 1;
    const bool over = ended_ || (at == whole_end_ && !several) || is_behind_foreign_name(at);
    if (over || (at == first_ && !headed_) || stops(at) || starts_title(at)) return at;
    return at + 1;
  }

  // "Ủy ban Liên hợp quốc về Quyền trẻ em": what a body of the United Nations is for.
  bool opens_field_of_nations(std::size_t at) const {
    return at > first_ + 3 && reading_.is(at, "về") && reading_.is(at - 1, "quốc") &&
           reading_.is_any(at - 2, {"hợp", "hiệp"}) && reading_.is_capital_word(at + 1) && !starts_title(at + 1);
  }

  // A verb ends the phrase, but not the second half of a compound ("Trung tâm Tiếp nhận viện trợ").
  bool stops(std::size_t at) const {
    const LexiconMatch* stop = reading_.match_at(at, "organization_stops");
    if (stop == nullptr) return false;
    // "tổ chức Sóng Xanh giao nhiệm vụ", "Trưởng thôn Nà Pản tiếp đoàn": a name of its own.
    const bool own_name =
        (reading_.is(first_, "tổ") && reading_.is(first_ + 1, "chức")) || numbers_.is_behind_village(first_);
    const bool compound =
        !own_name && at > first_ && tokens_[at - 1].capital && !tokens_[at - 1].all_capitals && !ends_known_name(at);
    return !(compound && stop->last == at + 1 && stop->value("kind") == "verb");
  }

  // "Trung ương Đảng dự", "Đại học Y Dược Huế thăm": the capital before the verb ends a name that a table knows, so it
  // is no first half of a compound.
  bool ends_known_name(std::size_t at) const {
    if (reading_.match_before(at, "places") != nullptr || reading_.match_before(at, "regions") != nullptr) return true;
    const LexiconMatch* body = reading_.match_before(at, "organizations");
    return body != nullptr && body->last - body->first >= 2;  // "Hội giao lưu văn hóa" goes on
  }

  // "Nơi ban hành: Thủ tướng Chính phủ Người ký: …": the next label of a line.
  bool opens_other_label(std::size_t at) const {
    const LexiconMatch* stop = reading_.match_at(at, "organization_stops");
    return stop != nullptr && stop->last - at >= 2 && stop->value("kind") == "always" && reading_.is(stop->last, ":");
  }

  bool acronym(std::size_t at) const {
    return tokens_[at].all_capitals && at + 1 < tokens_.size() && !tokens_[at + 1].all_capitals;
  }

  // In a line of capitals a capital tells nothing: "BAN BÍ THƯ VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG".
  bool in_capitals(std::size_t at) const {
    const auto shouts = [this](std::size_t t) {
      return t < tokens_.size() && tokens_[t].all_capitals && spells_vietnamese(tokens_[t]);
    };
    return shouts(at) && (shouts(at + 1) || shouts(at - 1));
  }

  bool starts_title(std::size_t at) const {
    const LexiconMatch* title = reading_.match_at(at, "titles");
    if (title == nullptr || title->value("use") == "modifier") return false;
    const LexiconMatch* body = organization_at(at);  // "Đại sứ quán"
    if (body != nullptr && body->value("kind") == "head" && body->last > title->last) return false;
    // "Vụ trưởng Vụ X giữ chức Thứ trưởng", "… Bệnh viện X làm Giám đốc"; "là" and "làm" are also other words.
    if (title->value("use") == "copula") {
      const LexiconMatch* office = reading_.match_at(title->last, "titles");
      return title->last - at >= 2 || (office != nullptr && says_office(office->value("use")));
    }
    // "Công ty TNHH một thành viên Cao su": without a body behind it the word is no office.
    if (title->value("use") == "needs_body" && !tokens_[at].capital && organization_at(title->last) == nullptr)
      return false;
    // "Đại học Tây Nguyên kiêm …": what only joins titles makes no "nguyên" (former).
    const LexiconMatch* behind = reading_.match_at(title->last, "titles");
    return title->value("use") != "prefix" || (behind != nullptr && says_office(behind->value("use")));
  }

  bool stops_capital(std::size_t at) const {
    const LexiconMatch* honorific = reading_.match_at(at, "honorifics");
    return honorific != nullptr && honorific->value("kind") != "familiar" && !is_of_profession(at, *honorific);
  }

  // "Hội Kiến trúc sư Việt Nam", "Chi hội Luật sư tỉnh", "Hội Nghệ sĩ nhiếp ảnh": whose association it is; "Chủ tịch
  // Hội Luật sư Trần Văn A" is a person.
  bool is_of_profession(std::size_t at, const LexiconMatch& rank) const {
    if (rank.value("kind") != "rank" || at == 0 || rank.last >= tokens_.size()) return false;
    if (!reading_.is_any(at - 1, {"hội", "đoàn", "bộ", "các"}) || tokens_[rank.last].kind != TokenKind::kWord)
      return false;
    if (tokens_[rank.last].paragraph != tokens_[first_].paragraph) return false;
    const bool place =
        reading_.match_at(rank.last, "places") != nullptr || country_end(reading_, rank.last) > rank.last;
    return place || (!tokens_[rank.last].capital && !stops(rank.last));
  }

  bool behind_country(std::size_t at) const {
    const LexiconMatch* body = reading_.match_before(at, "organizations");
    const LexiconMatch* place = reading_.match_before(at, "places");
    return at > first_ && ((body != nullptr && body->value("kind") == "country") ||
                           (place != nullptr && place->value("kind") == "country"));
  }

  // "Tổng Lãnh sự Việt Nam tại Pắc-xế", "Tổng Lãnh sự Nhật Bản tại Đà Nẵng": the envoy's seat, up to a person's name.
  std::size_t seat_of_envoy(std::size_t at) const {
    if (at >= tokens_.size() || !tokens_[at].capital || tokens_[at].paragraph != tokens_[first_].paragraph) return at;
    const LexiconMatch* place = reading_.match_at(at, "places");
    if (place != nullptr) return place->last;
    if (reading_.is(at, "tp") && reading_.is(at + 1, ".")) return std::max(seat_of_envoy(at + 2), at);  // "TP.Đà Nẵng"
    // "tại CH Czech Thái Xuân D.": the letters for what kind of state it is.
    const bool kind = tokens_[at].all_capitals && reading_.is_capital_word(at + 1) && !tokens_[at + 1].all_capitals;
    const std::size_t end = capitals_end(reading_, kind ? at + 1 : at);
    // "tại Nam Ninh Đỗ Văn A": the surest family name, as the town may begin or end with a word that is one too.
    std::size_t found = end;
    for (std::size_t name = at; name + 1 < end; ++name) {
      if (!name_starts(name)) continue;
      if (name > at && is_sure_family_name(reading_, name)) return name;
      if (found == end) found = name;
    }
    return found;
  }

  // "thủ đô Viêng Chăn Bounthong K.", "tỉnh Salavan Vilay P.": a place abroad that a table knows; "xã Nga Sơn" is none.
  std::size_t place_abroad_end(std::size_t at) const {
    const LexiconMatch* country = organization_at(at);
    if (country == nullptr || country->value("kind") != "country" || !tokens_[at].capital) return at;
    return country->last - at >= 2 || !spells_vietnamese(tokens_[at]) ? country->last : at;
  }

  // "Văn phòng đại diện TP Đà Nẵng tại Tokyo": a body whose seat is a part of its name.
  bool sits_abroad() const {
    const LexiconMatch* body = organization_at(first_);
    const LexiconMatch* title = headed_ ? reading_.match_before(first_, "titles") : nullptr;
    return (body != nullptr && body->entry->form.ends_with("đại diện")) ||
           (title != nullptr && title->value("head") == "Văn phòng đại diện");
  }

  // "tại Việt Nam", "tại Liên bang Nga": where a mission or a foreign body sits.
  std::size_t abroad(std::size_t at) {
    const LexiconMatch* place = reading_.match_at(at + 1, "places");
    if (behind_country(at) && reading_.is(at + 1, "nước") && reading_.is(at + 2, "này")) return ended_at(at + 3);
    if (behind_country(at) && opens_head(at + 1)) {
      ended_ = false;  // "Đại sứ Anh tại Tổ chức Cấm vũ khí hóa học (OPCW)"
      return at + 1;
    }
    std::size_t last = country_end(reading_, at + 1) > at + 1 ? country_end(reading_, at + 1) : at;
    if (last == at && place != nullptr && name_starts(place->last)) last = place->last;
    const bool office = sits_abroad();
    if (last == at && (behind_country(at) || office) && seat_of_envoy(at + 1) > at + 1) last = seat_of_envoy(at + 1);
    if (last == at && at > first_ + 2) last = foreign_town_end(reading_, at + 1);
    // "tại Tokyo - Nhật Bản": the town and its country.
    if (office && last > at + 1 && reading_.is(last, "-") && country_end(reading_, last + 1) > last + 1)
      last = country_end(reading_, last + 1);
    if (last <= at + 1 || !tokens_[at + 1].capital) return at;
    ended_ = true;
    return last;
  }

  bool opens_head(std::size_t at) const {
    const LexiconMatch* body = organization_at(at);
    return body != nullptr && body->value("kind") == "head" && tokens_[at].capital && !starts_title(at);
  }

  // "Kế hoạch và Đầu tư", "của Quốc hội": on only to a capital that is no title, honorific or person.
  std::size_t linked(std::size_t at) {
    if (reading_.is(at, "cho") && fields_.tells_somebody(at + 1)) return at;
    if (at == first_ || at + 1 >= tokens_.size() || tokens_[at + 1].paragraph != tokens_[at].paragraph) return at;
    if (starts_title(at + 1) || stops_capital(at + 1) || name_starts(at + 1)) return at;
    // "của Chính phủ và Thông tư số …": the next document.
    if (tokens_[at].folded == "và" && reading_.match_at(at + 1, "legal_kinds") != nullptr && ends_as_number(at + 1))
      return at;
    const LexiconMatch* next = organization_at(at + 1);
    const bool known = next != nullptr && (next->value("kind") == "part" || next->value("kind") == "head");
    if (ended_ && tokens_[at].folded == "và") return at;
    // "Bằng khen của Chủ tịch UBND tỉnh cho Tổ chức X": the second is another's.
    const bool whole_body = known && next->value("kind") == "head" && tokens_[at].folded != "của";
    if (!ended_ && at != whole_end_ && tokens_[at].folded == "và" && second_half_is_named(reading_, at + 1))
      return at + 1;
    if (const std::size_t end = fields_.work_behind_and(at + 1);
        !ended_ && tokens_[at].folded == "và" && at != whole_end_ && end > at + 1)
      return end;
    if (whole_body || !(tokens_[at + 1].capital || known)) return at;
    ended_ = false;
    return at + 1;
  }

  // "Thông tư số 07", "Quyết định 40/2013": the kind of a document with its number.
  bool ends_as_number(std::size_t at) const {
    const std::size_t next = reading_.match_at(at, "legal_kinds")->last;
    return next < tokens_.size() && (reading_.is(next, "số") || tokens_[next].kind == TokenKind::kNumber);
  }

  std::size_t mark(std::size_t at) {
    const std::string_view form = tokens_[at].folded;
    // "Ủy ban Quốc gia về ASEAN 2010 của Việt Nam".
    const bool year = at > first_ && tokens_[at].kind == TokenKind::kNumber && form.size() == 4 &&
                      tokens_[at - 1].all_capitals && reading_.is(at + 1, "của") &&
                      country_end(reading_, at + 2) > at + 2;
    if (year || numbers_.is_year_of_event(at)) return at + 1;
    const bool number = tokens_[at].kind == TokenKind::kNumber;
    if (number && numbers_.is_name(at, at + 1 < tokens_.size() && stops(at + 1))) return at + 1;
    // "Trường Tiểu học Nậm Cắn 2".
    if (numbered_ && tokens_[at].kind == TokenKind::kNumber && form.size() == 1 && tokens_[at - 1].capital)
      return at + 1;
    // "Trường Mầm non 30-4", "Bệnh viện 19-8": a day that a body is named after.
    if (numbered_ && numbers_.is_day(at)) return at + 3;
    if (at == first_ || at + 1 >= tokens_.size() || tokens_[at + 1].paragraph != tokens_[at].paragraph) return at;
    const Token& next = tokens_[at + 1];
    if (form == "\"" && !ended_ && next.capital) return quoted_end(reading_, at);
    if (form == "(") return after_letters_within(at);
    // "Saigon Children's Charity".
    if (form == "'" && reading_.is(at + 1, "s") && !tokens_[at].blank_before && tokens_[at - 1].capital) return at + 2;
    if (form == "," && !ended_ && fields_.opens_further_field(at + 1)) return at + 1;
    // "Ban Chỉ đạo phòng, chống dịch COVID-19": one field, and one name.
    if (form == "," && reading_.is(at - 1, "phòng") && reading_.is(at + 1, "chống")) return at + 2;
    const bool numbered_name = form == "-" && next.kind == TokenKind::kNumber && tokens_[at - 1].capital &&
                               !tokens_[at].blank_before && !next.blank_before;
    if (numbered_name) return at + 2;
    if (form == "&" || form == "/") return next.kind == TokenKind::kWord ? at + 2 : at;
    return form == "-" ? dash(at) : at;
  }

  // "Hội hữu nghị Việt Nam - Trung Quốc", "Hội Đức-Việt": one past the dash or the word behind it, where the name goes
  // on.
  std::size_t dash(std::size_t at) {
    const Token& next = tokens_[at + 1];
    const bool tight = !tokens_[at].blank_before && !next.blank_before;
    // "Trưởng Ban Chỉ đạo - Chủ trì": a part in the meeting is no part of the body's name.
    const bool goes_on = next.kind == TokenKind::kWord && !starts_title(at + 1) && !stops_capital(at + 1) &&
                         reading_.match_at(at + 1, "meeting_roles") == nullptr;
    // "Hội Đức-Việt": behind a country the second half belongs to the first.
    const bool unknown = organization_at(at + 1) == nullptr && reading_.match_at(at + 1, "places") == nullptr;
    if (tight && goes_on) return unknown && next.capital && behind_country(at) ? at + 2 : at + 1;
    // "Hội Hữu nghị Pháp - Việt".
    if (behind_country(at) && next.capital && reading_.is(at + 1, "việt") && !reading_.is(at + 2, "nam")) return at + 2;
    // "Hội hữu nghị Việt Nam - Trung Quốc".
    const bool two_countries = behind_country(at) && (country_end(reading_, at + 1) > at + 1 ||
                                                      is_part_of_world(reading_.match_at(at + 1, "organizations")));
    // "Cơ quan Hợp tác Quốc tế Hàn Quốc - KOICA": the letters by which it is known.
    const bool letters = behind_country(at) && acronym(at + 1) && tokens_[at + 1].folded.size() >= 4 &&
                         !spells_vietnamese(tokens_[at + 1]) && reading_.match_at(at + 1, "titles") == nullptr;
    if (goes_on && letters) ended_ = false;
    if (goes_on && fields_.leads_to_town(at)) return ended_at(capitals_end(reading_, at + 1));
    if (const std::size_t half = fields_.second_half_end(at + 1, at == whole_end_); goes_on && !ended_ && half > at + 1)
      return whole_end_ = half;
    return goes_on && next.capital && (letters || two_countries || (!ended_ && !name_starts(at + 1))) ? at + 1 : at;
  }

  // "Cộng hòa Dân chủ Nhân dân (CHDCND) Lào", "Ban Thường vụ (BTV) Tỉnh ủy", "Hội Chữ thập đỏ (CTĐ) tỉnh": the letters
  // stand within the name. One past the brackets, or `at`.
  std::size_t after_letters_within(std::size_t at) {
    const std::size_t next = letters_in_brackets(reading_, at);
    const bool letters = next > at && next < tokens_.size() && tokens_[next].paragraph == tokens_[at].paragraph;
    if (!letters || !letters_of_words(reading_, first_, at, {at + 1, next - 1})) return at;
    if (country_end(reading_, next) > next) return ended_at(country_end(reading_, next));
    // "Sở Y tế (SYT) Hà Giang"
    const LexiconMatch* place = reading_.match_at(next, "places");
    if (place != nullptr && tokens_[next].capital) return ended_at(place->last);
    const LexiconMatch* body = organization_at(next);
    const bool goes_on = body != nullptr && (body->value("kind").ends_with("unit") || body->value("kind") == "head" ||
                                             body->value("kind") == "district_committee");
    return goes_on && !starts_title(next) ? next : at;
  }

  // "Chủ tịch UBND tỉnh Phó Trưởng ban": a title of several words is no part of the unit's name.
  std::size_t before_title(std::size_t at, std::size_t end) const {
    constexpr std::size_t kSurelyTitle = 3;  // "xã Công Sứ" may be a commune
    for (std::size_t t = at; t < end; ++t) {
      const LexiconMatch* title = organization_at(t) == nullptr ? reading_.match_at(t, "titles") : nullptr;
      if (title != nullptr && title->last - t >= (t == at ? kSurelyTitle - 1 : kSurelyTitle)) return t;
    }
    return end;
  }

  // "xã Vĩnh Lộc A": communes that were parted bear a letter behind their name.
  std::size_t after_letter(std::size_t at) const {
    const bool letter = at < tokens_.size() && tokens_[at].capital && reading_.is_any(at, {"a", "b", "c", "d"}) &&
                        tokens_[at].paragraph == tokens_[first_].paragraph && tokens_[at - 1].capital;
    if (!letter) return at;
    const bool closes = at + 1 >= tokens_.size() || tokens_[at + 1].kind == TokenKind::kMark || stops(at + 1) ||
                        tokens_[at + 1].paragraph != tokens_[at].paragraph || is_sure_family_name(reading_, at + 1);
    return closes ? at + 1 : at;
  }

  // "tỉnh Hà Giang", "huyện Ba Tri Phan Tấn Lực": how many of the capitals are the district's? All provinces and
  // nearly all districts are known: what is none of them is a name ("Chủ tịch UBND tỉnh Trần Lan").
  std::size_t after_unit(std::size_t at, std::string_view kind) {
    ended_ = true;
    if (foreign_word_at(reading_, at) && reading_.is(at + 1, "-") && reading_.is_any(at + 2, {"do", "gun", "si"}))
      return at + 3;  // "tỉnh Gyeongsang - do"
    if (at >= tokens_.size() || tokens_[at].paragraph != tokens_[first_].paragraph) return at;
    if (stops_capital(at)) return at;  // "Bệnh viện tỉnh BS.CKII Lê Văn A"
    // "Thành ủy TP.Ngã Bảy", "Thị ủy TX. An Nhơn".
    const LexiconMatch* unit = kind == "district_committee" ? organization_at(at) : nullptr;
    if (unit != nullptr && unit->value("kind") == "district_unit" && tokens_[at].all_capitals)
      return after_unit(unit->last, "district_unit");
    const LexiconMatch* place = reading_.match_at(at, "places");
    const LexiconMatch* district = kind == "listed_unit" ? nullptr : reading_.match_at(at, "districts");
    const bool named = district != nullptr && tokens_[at].capital && tokens_[district->last - 1].capital;
    // "thành phố Điện Biên Phủ" is not the province.
    if (named && (place == nullptr || place->last < district->last)) return district->last;
    if (place != nullptr && tokens_[at].capital) return place->last;
    if (place_abroad_end(at) > at) return place_abroad_end(at);
    if (tokens_[at].kind == TokenKind::kNumber) return at + 1;
    if (!tokens_[at].capital) return at;
    const std::size_t end = before_title(at, capitals_end(reading_, at));
    return name_of_unit_end(reading_, {at, end}, kind);
  }

  // "Trường THPT Lê Quý Đôn": the person whose name it bears is nobody here.
  std::size_t after_namesake(std::size_t at) {
    numbered_ = true;
    while (at < tokens_.size() && tokens_[at].all_capitals && tokens_[at].paragraph == tokens_[first_].paragraph) ++at;
    if (at >= tokens_.size() || !name_starts(at)) return at;
    return read_name(reading_, at, NameContext::kAfterTitle)->last;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::size_t first_;
  bool headed_;
  BodyFields fields_;
  BodyNumbers numbers_;
  bool numbered_ = false;      // a school or the like, of which one place has several
  bool ended_ = false;         // behind a place: only a capital goes on
  std::size_t whole_end_ = 0;  // one past the last name that is told in full
};

}  // namespace

bool foreign_name_behind_long_body(const Reading& reading, std::size_t at) {
  constexpr std::size_t kLongName = 4;  // words
  const LexiconMatch* body = reading.match_before(at, "organizations");
  if (body == nullptr || body->value("kind") != "head") return false;
  // "phát ngôn viên Nhà Trắng Jenna Psalmer": a name that is whole.
  const bool whole = !body->value("name").empty() && body->last - body->first >= 2;
  return (whole || body->last - body->first >= kLongName) && foreign_name_at(reading, at);
}

std::optional<Organization> read_organization(const Reading& reading, std::size_t first, bool headed) {
  if (first >= reading.tokens().size() || reading.tokens()[first].column_before) return std::nullopt;
  return PhraseReader(reading, first, headed).read();
}

std::optional<Organization> read_organization_of_cell(const Reading& reading, std::size_t first) {
  if (first >= reading.tokens().size()) return std::nullopt;
  return PhraseReader(reading, first, false).read();
}

}  // namespace trichluc
