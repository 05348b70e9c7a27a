#include "extractors/official/mention.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/official/aside.h"
#include "extractors/official/body_before.h"
#include "extractors/official/body_name.h"
#include "extractors/official/career.h"
#include "extractors/official/honorific.h"
#include "extractors/official/joint_offices.h"
#include "extractors/official/later_office.h"
#include "extractors/official/names_before.h"
#include "extractors/official/office_of_state.h"
#include "extractors/official/office_words.h"
#include "extractors/official/particulars.h"
#include "extractors/official/strangers.h"
#include "extractors/official/titles_behind.h"

namespace trichluc {
namespace {

// "(thứ ba từ phải sang, hàng đầu)".
constexpr std::size_t kMostInNote = 9;
// "ông A, do nghỉ hưu theo chế độ; ông B": so far behind a name the semicolon is looked for.
constexpr std::size_t kMostInReason = 60;
// "UBND các quận, huyện, thị xã và thành phố".
constexpr std::size_t kMostUnits = 8;

// One capitalised word behind an honorific or a title: "ông Sơn".
std::optional<PersonName> read_given_name(const Reading& reading, std::size_t at) {
  if (at >= reading.tokens().size() || !reading.tokens()[at].capital || reading.tokens()[at].all_capitals)
    return std::nullopt;
  if (capitals_end(reading, at) != at + 1 || reading.match_at(at, "places") != nullptr) return std::nullopt;
  if (reading.match_at(at, "titles") != nullptr) return std::nullopt;  // "đồng chí Phó Chủ tịch …"
  return PersonName{at, at + 1, 1};
}

class MentionReader {
 public:
  explicit MentionReader(const Reading& reading)
      : reading_(reading),
        tokens_(reading.tokens()),
        behind_(reading),
        words_(reading),
        strangers_(reading),
        named_(reading),
        joint_(reading, found_) {}

  std::vector<Mention> read() {
    for (std::size_t t = 0; t < tokens_.size();) {
      const std::size_t next = skipped(t) ? t + 1 : step(t);
      t = next > t ? next : t + 1;
    }
    return std::move(found_);
  }

 private:
  bool skipped(std::size_t t) const {
    if (tokens_[t].kind != TokenKind::kWord || !may_begin(t)) return true;
    const text::Section section = reading_.section_of(t);
    return section == text::Section::kByline || section == text::Section::kFrame ||
           section == text::Section::kPublisher || section == text::Section::kPublished;
  }

  // "Tác giả: A - Phó Chánh Văn phòng": a by-line.
  bool is_author(std::size_t t) const {
    return t > 2 && reading_.is(t - 1, ":") && reading_.is(t - 2, "giả") && reading_.is(t - 3, "tác");
  }

  // "Xem thêm về: A, Chủ tịch …": what the page points to is no part of what it tells.
  bool is_pointed_to(std::size_t t) const {
    if (t < 3 || !reading_.is(t - 1, ":")) return false;
    const std::size_t at = reading_.is(t - 2, "về") ? t - 3 : t - 2;
    return at > 0 && reading_.is(at, "thêm") && reading_.is(at - 1, "xem");
  }

  // A mention begins with an honorific, a title or a family name.
  bool may_begin(std::size_t t) const {
    static constexpr Shelves kOpeners = {"honorifics", "titles"};
    if (!tokens_[t].capital && !reading_.may_match_at(t, kOpeners)) return false;
    return reading_.match_at(t, "honorifics") != nullptr || reading_.match_at(t, "titles") != nullptr ||
           starts_bare_name(reading_, t) || strangers_.begins(t);
  }

  std::size_t step(std::size_t t) {
    if (t > 0 && reading_.is(t, "quyền") && is_power(t - 1)) return t + 1;
    if (stands_for_another(t)) {
      if (const LexiconMatch* title = title_at(reading_, t)) return title->last;
    }
    if (const auto honorific = read_honorifics(reading_, t)) {
      const std::size_t last = after_honorific(t, *honorific);
      if (last > t) return last;
      return honorific->last;
    }
    std::vector<ReadPosition> positions = read_positions(reading_, t);
    if (positions.empty()) return bare_name(t);
    if (const auto name = named_.at_end_of(positions.back())) return named_before(t, std::move(positions), *name);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const auto name = stranger_at_end_of(reading_, positions[i]);
      if (!name) continue;
      positions.resize(i + 1);
      return named_before(t, std::move(positions), *name);
    }
    return after_titles(t, positions);
  }

  void add(Mention mention) {
    // A name that nobody is addressed by and no office stands with may be a body's ("Đoàn Thanh niên … Hồ Chí Minh").
    const bool person = !mention.honorific.empty() || !mention.positions.empty();
    if (person && !mention.given_name_only) named_.add(mention.name);
    found_.push_back(std::move(mention));
  }

  std::size_t named_before(std::size_t t, std::vector<ReadPosition> positions, const PersonName& name) {
    ReadPosition& office = positions.back();
    const std::string tail = " " + reading_.words(reading_.span_of(name.first, name.last));
    for (std::string* text : {&office.position.organization, &office.position.text}) {
      if (text->ends_with(tail)) text->resize(text->size() - tail.size());
    }
    office.last = name.first;
    Mention mention;
    mention.first = t;
    mention.positions = std::move(positions);
    mention.rule = "official.titles_before_name";
    return take(std::move(mention), name);
  }

  // "KT. CHỦ TỊCH": signed for the chairman, who is not the signer. "Thừa ủy quyền của Thủ tướng, Phó Thủ tướng …",
  // "thừa ủy nhiệm Chủ tịch nước, …", "thay mặt Chủ tịch nước, …": acting for one who is not there.
  bool stands_for_another(std::size_t t) const {
    if (t < 2) return false;
    const std::size_t word_at = reading_.is(t - 1, "của") ? t - 2 : t - 1;
    const bool by_warrant = (word_at > 0 && reading_.is_any(word_at, {"quyền", "nhiệm"}) && is_warrant(word_at - 1)) ||
                            (reading_.is(t - 1, "lệnh") && reading_.is(t - 2, "thừa"));
    const bool on_behalf = reading_.is(t - 1, "mặt") && reading_.is(t - 2, "thay");
    // "Dẫn đầu Đoàn Chủ tịch nước là đồng chí A, Phó Chủ tịch nước".
    const bool delegation = reading_.is(t - 1, "đoàn") && reading_.is_any(t - 2, {"đầu", "trong"});
    if (by_warrant || on_behalf || delegation || names_what_honours(t)) return true;
    if (!tokens_[t].all_capitals) return false;
    const std::string_view word = tokens_[t - 2].folded;
    return tokens_[t - 1].folded == "." && (word == "kt" || word == "tl" || word == "tuq");
  }

  // "ủy quyền Chủ tịch nước", "chính quyền Tổng thống X", "đảng cầm quyền, Chủ tịch X": power, and no acting chairman.
  bool is_power(std::size_t t) const {
    return reading_.is_any(
        t, {"ủy", "chính", "cầm", "nắm", "giành", "trao", "nhượng", "tiếm", "toàn", "lạm", "đặc", "thẩm"});
  }

  // "phủ Tổng thống Miraflores", "tượng Chủ tịch X": a house, a monument; but "chính phủ Tổng thống X".
  bool names_what_honours(std::size_t t) const {
    const bool house = reading_.is_any(t - 1, {"phủ", "dinh", "điện"}) && !reading_.is(t - 2, "chính");
    return house || reading_.is_any(t - 1, {"lăng", "tượng", "đài", "gương", "niệm", "tích", "dung", "hài"});
  }

  bool is_warrant(std::size_t t) const { return reading_.is(t, "ủy"); }

  std::size_t after_honorific(std::size_t t, const Honorific& honorific) {
    Mention mention;
    mention.first = t;
    mention.honorific = honorific.name;
    mention.rule = "official.name_then_titles";
    // "Trung tướng Nga Sergei Petrov": the country stands between the rank and the name.
    const std::size_t country = honorific.rank ? country_end(reading_, honorific.last) : honorific.last;
    const bool of_country = country > honorific.last && foreign_name_at(reading_, country);
    if (const auto name = read_name(reading_, of_country ? country : honorific.last, NameContext::kAfterHonorific)) {
      return take(std::move(mention), *name);
    }
    // A line "Anh Sơn" is as likely a by-line.
    const bool whole_name = honorific.familiar && tokens_[t].capital;
    const auto name = whole_name ? std::nullopt : read_given_name(reading_, honorific.last);
    if (name) {
      // "bà Draganastrinic, Giám đốc …": no syllable of Vietnamese, so it is all that is told of a foreign name.
      mention.given_name_only = spells_vietnamese(tokens_[name->first]);
      return take(std::move(mention), *name);
    }
    return offices_of_pronoun(std::move(mention), honorific);
  }

  // "Ông từng giữ chức …", "ông trưởng thành từ cán bộ Đoàn, kinh qua các chức vụ …": of the one whom the paragraphs at
  // hand name.
  std::size_t offices_of_pronoun(Mention mention, const Honorific& honorific) {
    const std::size_t t = mention.first;
    if (honorific.name != "ông" && honorific.name != "bà") return t;
    std::size_t at = honorific.last;
    if (!behind_.is_copula(at)) {
      at = career_told_from(reading_, behind_, at);
      if (at == honorific.last) return t;
    }
    const Mention* whole = one_named_before(t, honorific.name);
    if (whole == nullptr) return t;
    mention.positions = behind_.read_several(at);
    // "Ông là Chủ tịch đầu tiên của huyện".
    std::erase_if(mention.positions, [](const ReadPosition& read) {
      return read.position.organization.empty() && read.title->value("use") != "alone";
    });
    if (mention.positions.empty()) return t;
    mention.rule = "official.name_then_titles";
    mention.name = whole->name;
    mention.last = mention.positions.back().last;
    add(std::move(mention));
    return found_.back().last;
  }

  // The only one so addressed in this paragraph and the two before.
  const Mention* one_named_before(std::size_t t, const std::string& honorific) const {
    constexpr std::size_t kMostParagraphs = 2;
    constexpr std::ptrdiff_t kMostPersons = 60;
    const Mention* whole = nullptr;
    std::string_view given;
    for (auto known = found_.rbegin(); known != found_.rend() && known - found_.rbegin() < kMostPersons; ++known) {
      if (tokens_[known->first].paragraph + kMostParagraphs < tokens_[t].paragraph) break;
      if (known->honorific != honorific) continue;
      const std::string_view name = reading_.folded(known->name.last - 1);
      if (!given.empty() && name != given) return nullptr;
      given = name;
      if (!known->given_name_only) whole = &*known;
    }
    return whole;
  }

  // "3 Phó trưởng ban là Phó Thủ tướng A, Phó Chủ tịch Quốc hội B": the office that is said with their number.
  bool numbers_holders(const std::vector<ReadPosition>& positions) const {
    return positions.size() > 1 && positions[0].first > 0 && reading_.is(positions[1].first - 1, "là") &&
           reading_.quantity_at(positions[0].first - 1) != nullptr;
  }

  std::size_t after_titles(std::size_t t, const std::vector<ReadPosition>& positions) {
    Mention mention;
    mention.first = t;
    mention.positions = positions;
    mention.rule = "official.titles_before_name";
    std::size_t at = positions.back().last;
    if (numbers_holders(positions)) {
      mention.positions.resize(1);
      if (const auto last = several_holders(mention, positions[1].first)) return *last;
      mention.positions = positions;
    }
    if (!same_paragraph(reading_, t, at) || behind_.serves_person(positions.back())) return at;
    // "miễn nhiệm chức vụ Chủ tịch UBND tỉnh của ông A".
    const LexiconMatch* office = reading_.match_before(t, "titles");
    if (office != nullptr && office->value("use") == "copula" && reading_.is(at, "của")) ++at;
    if (const auto last = several_holders(mention, at)) return *last;
    if (const std::size_t named = words_.after_naming(t, at); named > at)
      return named_holder(std::move(mention), at, named);
    if (const auto last = held_behind_honorific(mention, at)) return *last;
    return held_by_bare_name(std::move(mention), at);
  }

  // "Thứ trưởng Bộ Y tế - Bà A gắn Huân chương"; nothing where no honorific stands there.
  std::optional<std::size_t> held_behind_honorific(Mention mention, std::size_t at) {
    const bool comma = reading_.is_any(at, {",", "-"});
    const auto honorific = read_honorifics(reading_, comma ? at + 1 : at);
    if (!honorific) return std::nullopt;
    mention.honorific = honorific->name;
    const auto name = read_name(reading_, honorific->last, NameContext::kAfterHonorific);
    if (!name) return at;
    // "Chủ tịch UBND tỉnh, ông A, Giám đốc Sở": behind a comma the person has the titles that follow.
    const bool duties = words_.lists_duties(name->last);
    const bool holds_office = mention.positions.back().title->value("name") != "Đại diện";
    const bool own = !behind_.read(name->last).empty() && !(holds_office && words_.opens_sentence(mention.first));
    if (comma && (own || duties) && !words_.told_with_new_office(mention.first)) return at;
    if (comma && words_.is_of_family(mention.first)) return at;
    return take(std::move(mention), *name);
  }

  std::size_t held_by_bare_name(Mention mention, std::size_t at) {
    const std::vector<ReadPosition>& positions = mention.positions;
    // "đại diện Trường Lê Lợi": whoever represents a body is named behind an honorific or in another language.
    const bool holds_office = positions.back().title->value("name") != "Đại diện";
    const std::size_t own = holds_office ? behind_.past_name_of_fund(positions.back(), at) : at;
    if (own > at) return held_by_next(std::move(mention), at, own);
    const auto whole = holds_office ? behind_.holder(positions.back(), at) : std::nullopt;
    if (whole) return take(std::move(mention), *whole);
    if (const auto name = behind_.name_behind_dash(at)) return take(std::move(mention), *name);
    if (const auto name = behind_.foreign_name(positions, at)) return take(std::move(mention), *name);
    if (const auto name = behind_.foreigner_behind_comma(positions.back(), at)) return take(std::move(mention), *name);
    const auto given = read_given_name(reading_, at);
    const bool bare = positions.size() == 1 && positions[0].position.organization.empty();
    // "Tổng thống Obama": no syllable of Vietnamese, behind an office that is one of itself.
    const bool surname = given && positions.back().title->value("use") == "alone" && foreign_surname_at(reading_, at);
    if (surname || (given && bare)) {
      mention.given_name_only = !surname;
      return take(std::move(mention), *given);
    }
    return at;
  }

  std::size_t held_by_next(Mention mention, std::size_t at, std::size_t own) {
    Position& office = mention.positions.back().position;
    const std::string rest = " " + reading_.words(reading_.span_of(at, own));
    office.organization += rest;
    office.text += rest;
    const auto honorific = read_honorifics(reading_, own + 1);
    mention.honorific = honorific->name;
    return take(std::move(mention), *read_name(reading_, honorific->last, NameContext::kAfterHonorific));
  }

  // The person whom the words behind an office name; the person may have further offices. Editors sign the page.
  std::size_t named_holder(Mention mention, std::size_t at, std::size_t named) {
    const bool editor = reading_.is(at - 1, "tập") && reading_.is(at - 2, "biên");
    if (editor || !same_paragraph(reading_, at - 1, named)) return at;
    const auto honorific = read_honorifics(reading_, named);
    if (honorific) mention.honorific = honorific->name;
    const bool addressed = honorific || foreign_name_at(reading_, named);
    const auto name = read_name(reading_, honorific ? honorific->last : named,
                                addressed ? NameContext::kAfterHonorific : NameContext::kBare);
    if (!name) return at;
    take_body_that_has(reading_, mention.first, mention.positions);
    return take(std::move(mention), *name);
  }

  // "các Phó Giám đốc Sở Y tế A, B", "các đồng chí Phó Chủ tịch UBND tỉnh: A, B và C", "các Phó Chủ tịch UBND các
  // huyện: A (huyện X), B (huyện Y)": every name of the list has the office that is said once.
  std::optional<std::size_t> several_holders(const Mention& office, std::size_t at) {
    const bool given = (words_.is_given_or_taken(office.first) && words_.is_about(at) > at) ||
                       words_.is_handed_to(office.first, at) > at + 1;
    const bool heads = heads_lines(office, at);
    const bool nations = reading_.is(at, "các") && reading_.is(at + 1, "nước") && reading_.is(at + 2, ":");
    if (!words_.is_plural(office.first) && !words_.lists(at) && !given && !heads && !nations) return std::nullopt;
    if (nations) at += 2;
    while (at - office.positions.back().last < kMostUnits && goes_on_with_units(at)) ++at;
    at = words_.after_naming(office.first, at);
    if (reading_.is(at, "(") && read_honorifics(reading_, at + 1)) ++at;  // "2 Phó Viện trưởng (ông A, ông B)"
    if (opens_lines(office, at)) return holders_below(office, at);
    std::optional<std::size_t> last;
    std::string_view mark;
    Mention shared = office;
    take_body_that_has(reading_, office.first, shared.positions);
    const LexiconMatch* address =
        given ? reading_.match_before(at - (reading_.is(at - 1, ":") ? 1 : 0), "honorifics") : nullptr;
    if (address != nullptr) shared.honorific = address->value("name");
    while (auto holder = holder_at(shared, at, mark)) {
      if (given && !holder->honorific.empty()) shared.honorific = holder->honorific;
      last = at = take_holder(std::move(*holder));
      if (given) at = after_reason(at);
      // "…: A, B; đồng chí C, Giám đốc …": another mark, another list.
      const bool joined = reading_.is_any(at, {",", ";", "và"});
      if (!joined || (!mark.empty() && mark != reading_.folded(at) && !reading_.is(at, "và"))) break;
      mark = reading_.folded(at);
      ++at;
      if (given && reading_.is(at, "chức")) break;  // "… và chức vụ Tổng Thanh tra đối với ông B": another office
      if (reading_.is_any(at - 1, {";", ","}) && reading_.is(at, "và")) ++at;  // "A, B, và C"
    }
    return last;
  }

  // "Các Phó Chủ tịch gồm:" at the end of a line.
  bool opens_lines(const Mention& office, std::size_t at) const {
    return at < tokens_.size() && reading_.is(at - 1, ":") &&
           tokens_[at].paragraph == tokens_[office.first].paragraph + 1;
  }

  // "Phó Trưởng ban:" as a line of its own, and "- Ông A" on the next; "Thư ký:" is a part in the meeting.
  bool heads_lines(const Mention& office, std::size_t at) const {
    if (!opens_lines(office, at + 1)) return false;
    const bool own_line = office.first == 0 || !same_paragraph(reading_, office.first - 1, at);
    return own_line && (reading_.is(office.first, "phó") ||
                        (reading_.is(office.first, "ủy") && reading_.is(office.first + 1, "viên")));
  }

  // One name a line, behind a dash or a number: every one has the office.
  std::optional<std::size_t> holders_below(const Mention& office, std::size_t at) {
    std::optional<std::size_t> last;
    while (at < tokens_.size()) {
      std::size_t first = at;
      if (tokens_[first].kind == TokenKind::kNumber && reading_.is_any(first + 1, {".", ")", "-"})) first += 2;
      while (first < tokens_.size() && reading_.is_any(first, {"-", "+", "*"})) ++first;
      if (!same_paragraph(reading_, at, first)) return last;
      Mention holder = office;
      holder.first = first;
      const auto honorific = read_honorifics(reading_, first);
      if (honorific) holder.honorific = honorific->name;
      const auto name = read_name(reading_, honorific ? honorific->last : first,
                                  honorific ? NameContext::kAfterHonorific : NameContext::kBare);
      if (!name || !(ends_item(name->last) || reading_.is(name->last, "-"))) return last;
      last = take(std::move(holder), *name);
      const std::size_t next = reading_.is_any(*last, {";", ",", "."}) ? *last + 1 : *last;
      if (next >= tokens_.size() || tokens_[next].paragraph != tokens_[first].paragraph + 1) return last;
      at = next;
    }
    return last;
  }

  // The name is all of the line, or a mark stands behind it.
  bool ends_item(std::size_t at) const {
    return at >= tokens_.size() || !same_paragraph(reading_, at - 1, at) || reading_.is_any(at, {";", ",", ".", "("});
  }

  // "… đối với ông A, do nghỉ hưu; ông B, …": the semicolon behind why an office is left, or `at`.
  std::size_t after_reason(std::size_t at) const {
    const std::size_t word = reading_.is(at, ",") ? at + 1 : at;
    const bool reason = reading_.is_any(word, {"do", "để", "vì", "nghỉ", "chuyển"}) || reading_.is(word, "(");
    const std::size_t end = reason ? std::min(at + kMostInReason, reading_.sentence_of(at - 1).last) : at;
    for (std::size_t t = at; t < end; ++t) {
      if (reading_.is(t, ";") && same_paragraph(reading_, at - 1, t)) return t;
    }
    return at;
  }

  // The person named at this token, with the office of all. Only where the first is addressed are the others.
  std::optional<Mention> holder_at(const Mention& office, std::size_t at, std::string_view mark) const {
    if (at >= tokens_.size() || !same_paragraph(reading_, office.first, at)) return std::nullopt;
    Mention holder = office;
    const bool further = !mark.empty();
    if (further) holder.first = at;
    const auto honorific = read_honorifics(reading_, at);
    if (honorific) holder.honorific = honorific->name;
    if (further && honorific && !honorific->rank && found_.back().honorific.empty()) return std::nullopt;
    if (honorific) at = honorific->last;
    // "gồm: …; Phó Bí thư Tỉnh ủy A; …": further offices stand before the name.
    const bool counted = office.first > 0 && reading_.quantity_at(office.first - 1) != nullptr;
    const bool opens_list = !further && at > 0 && reading_.is(at - 1, ":");
    // "các Ủy viên T.Ư Đảng: Phó Thủ tướng A, Chủ tịch Hội X B": the one before had offices of his own before the name.
    const bool as_before = further && !found_.empty() && found_.back().positions.size() > office.positions.size() &&
                           found_.back().positions.back().first < found_.back().name.first;
    if (!honorific && (mark == ";" || counted || opens_list || as_before)) at = take_own_offices(holder, at);
    auto name = read_name(reading_, at, honorific ? NameContext::kAfterHonorific : NameContext::kAfterTitle);
    if (!name) name = envoy_at(at);
    if (!name && further) name = stranger_at(at);
    if (!name) return std::nullopt;
    holder.name = *name;
    return holder;
  }

  // "các Đại sứ tại Việt Nam: Ana Beltrán (Mexico), …": any capitals before a country in brackets.
  std::optional<PersonName> envoy_at(std::size_t at) const {
    const auto name = read_name(reading_, at, NameContext::kAfterHonorific);
    return name && in_brackets_of_country(name->last) > name->last ? name : std::nullopt;
  }

  // "các Đại biểu Quốc hội: Lê Văn A, Khang Thị B": three or four words between the marks of the list.
  std::optional<PersonName> stranger_at(std::size_t at) const {
    const auto name = strangers_.in_list(at);
    return name && (ends_item(name->last) || reading_.is(name->last, "và")) ? name : std::nullopt;
  }

  // "(Mexico)": one past the brackets, or `at`.
  std::size_t in_brackets_of_country(std::size_t at) const {
    if (!reading_.is(at, "(") || country_end(reading_, at + 1) == at + 1) return at;
    return reading_.is(country_end(reading_, at + 1), ")") ? country_end(reading_, at + 1) + 1 : at;
  }

  std::size_t take_own_offices(Mention& holder, std::size_t at) const {
    const std::vector<ReadPosition> own = read_positions(reading_, at);
    holder.positions.insert(holder.positions.end(), own.begin(), own.end());
    return own.empty() ? at : own.back().last;
  }

  bool goes_on_with_units(std::size_t at) const {
    if (at >= tokens_.size() || !same_paragraph(reading_, at - 1, at) || tokens_[at].capital) return false;
    const LexiconMatch* unit = reading_.match_at(at, "organizations");
    if (unit != nullptr && unit->value("kind").ends_with("unit")) return true;
    if (reading_.is(at, "phố") || reading_.is(at, "xã")) return true;
    return reading_.is_any(at, {",", "và"}) && goes_on_with_units(at + 1);
  }

  // "A (huyện X)" tells whose UBND; "A (Phó Giám đốc …)", "A - Giám đốc …" a further office.
  std::size_t take_holder(Mention holder) {
    const PersonName name = holder.name;
    const std::size_t at = name.last;
    std::size_t close = at + 1;
    while (close < tokens_.size() && close - at <= kMostInNote && !reading_.is(close, ")")) ++close;
    const bool district = reading_.is(at, "(") && reading_.is(close, ")") && title_at(reading_, at + 1) == nullptr &&
                          tokens_[close - 1].capital;
    if (!district) return take(std::move(holder), name);
    const bool country = in_brackets_of_country(at) > at;
    for (ReadPosition& read : holder.positions) {
      if (country) take_country_of_envoy(reading_.words(reading_.span_of(at + 1, close)), read.position);
      const std::string district_name = reading_.words(reading_.span_of(at + 1, close));
      std::string& body = read.position.organization;
      const std::size_t all = body.find(" các ");
      if (all == std::string::npos) continue;
      body = body.substr(0, all) + " " + district_name;
      read.position.text = read.position.title + " " + body;
    }
    holder.last = close + 1;
    add(std::move(holder));
    return close + 1;
  }

  std::size_t bare_name(std::size_t t) {
    const bool stranger = !starts_bare_name(reading_, t);
    if (stranger && !strangers_.begins(t)) return t + 1;
    const LexiconMatch* before = reading_.match_before(t, "organizations");
    if (before != nullptr && (before->value("kind") == "namesake" || before->value("kind").ends_with("unit"))) {
      return capitals_end(reading_, t);
    }
    auto name = read_name(reading_, t, stranger ? NameContext::kAfterHonorific : NameContext::kBare);
    if (!name && strangers_.begins(t)) name = read_name(reading_, t, NameContext::kAfterHonorific);
    if (!name) return t + 1;
    Mention mention;
    mention.first = t;
    mention.rule = "official.name_then_titles";
    return take(std::move(mention), *name);
  }

  // "đối với ông Phan Hữu D. để kiểm tra": an initial for the name hides who it is; "Bounthong K." is a Lao's.
  bool is_hidden(const PersonName& name) const {
    const std::size_t dot = name.last;
    return name.words >= 2 && starts_with_family_name(reading_, name.first) && reading_.folded(dot - 1).size() == 1 &&
           reading_.is(dot, ".") && dot + 1 < tokens_.size() && same_paragraph(reading_, dot, dot + 1) &&
           tokens_[dot + 1].kind == TokenKind::kWord && !tokens_[dot + 1].capital;
  }

  // "…, Thư ký đồng chí B, Bí thư Tỉnh ủy, giữ chức Trợ lý đồng chí B": nobody serves himself.
  void drop_service_of_himself(const PersonName& name, std::vector<ReadPosition>& behind) const {
    const std::string own = reading_.words(reading_.span_of(name.first, name.last));
    std::erase_if(behind, [&](const ReadPosition& read) {
      return behind_.serves_person(read) && read.position.organization.ends_with(own);
    });
  }

  // The offices behind a name that ends at this token: right behind it, behind particulars of the person or brackets
  // (which end at `noted`) or both, or behind the person's life.
  std::vector<ReadPosition> read_behind(std::size_t at, std::size_t noted, bool titled) const {
    std::vector<ReadPosition> behind = behind_.read(at, titled);
    const std::size_t told = behind.empty() ? past_particulars(reading_, at) : at;
    if (behind.empty() && told > at) behind = behind_.read(told);
    if (behind.empty() && noted > at) behind = behind_.read(past_particulars(reading_, noted));
    return behind.empty() ? behind_.read_behind_life(noted) : behind;
  }

  // Behind a comma and one who has an office before the name: do these offices lead to the next person, or are they
  // another state's?
  bool of_others(const Mention& mention, const std::vector<ReadPosition>& behind) const {
    if (behind.empty()) return false;
    return behind_.lead_to_next(behind) || are_of_two_states(reading_, mention.positions.back(), behind.front());
  }

  std::size_t take(Mention mention, const PersonName& name) {
    if (is_hidden(name)) return name.last;
    mention.name = name;
    mention.last = name.last;
    if (!mention.positions.empty()) take_state_behind_name(reading_, name.last, mention.positions.back());
    const std::size_t noted = after_note(reading_, name.last);
    std::vector<ReadPosition> behind = read_behind(name.last, noted, !mention.positions.empty());
    if (!mention.positions.empty() && reading_.is(name.last, ",") && of_others(mention, behind)) behind.clear();
    if (behind.empty() && mention.positions.empty()) behind = behind_.beside(name.last);
    // "GS.TS A (78 tuổi) Chủ tịch Hội X".
    if (behind.empty() && mention.positions.empty() && noted > name.last) behind = behind_.beside(noted);
    drop_service_of_himself(name, behind);
    if (mention.positions.empty()) {
      const bool led = behind_.is_copula(name.last) || behind_.is_copula(noted);
      take_body_before(reading_, mention.first, led, behind);
    }
    // "Đại diện Sở X gồm ông A, Phó Giám đốc": whoever represents a body holds the office behind his name in it.
    const bool represents =
        mention.positions.size() == 1 && mention.positions.front().title->value("name") == "Đại diện";
    if (mention.positions.empty() || represents)
      take_body_of_side(reading_, represents ? name.first : mention.first, behind);
    if (!behind.empty()) {
      mention.last = behind.back().last;
      if (reading_.is(name.last, "(") && reading_.is(mention.last, ")")) ++mention.last;
      mention.positions.insert(mention.positions.end(), behind.begin(), behind.end());
    }
    if (is_author(mention.first) || is_pointed_to(mention.first)) return mention.last;
    if (!behind.empty() && behind_.is_copula(name.last) && joint_.succeeds(mention.first))
      joint_.give_successor(behind);
    take_office_given_later(reading_, behind_, mention);
    take_career(reading_, behind_, mention);
    if (mention.positions.empty()) joint_.take_office_of_successor(mention);
    const bool appointed = !behind.empty() && (behind_.is_copula(name.last) || says_of_all(name.last));
    add(std::move(mention));
    if (appointed) joint_.share_with_list(behind);
    if (!appointed && !behind.empty()) joint_.share_with_named_together(behind);
    if (!behind.empty()) joint_.share_with_partners();
    return found_.back().last;
  }

  // "ông A và ông B, cùng là Phó Chủ tịch X", "…, đều giữ chức …".
  bool says_of_all(std::size_t at) const {
    return reading_.is(at, ",") && reading_.is_any(at + 1, {"cùng", "đều"}) && same_paragraph(reading_, at, at + 1) &&
           behind_.is_copula(at + 1);
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  TitlesBehind behind_;
  OfficeWords words_;
  Strangers strangers_;
  std::vector<Mention> found_;
  NamesBefore named_;
  JointOffices joint_;
};

}  // namespace

std::vector<Mention> find_mentions(const Reading& reading) {
  return MentionReader(reading).read();
}

}  // namespace trichluc
