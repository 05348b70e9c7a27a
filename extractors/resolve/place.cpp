#include "extractors/resolve/place.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/clause.h"
#include "extractors/resolve/own_place.h"
#include "extractors/resolve/place_in_time.h"
#include "extractors/resolve/place_mentions.h"

namespace trichluc {
namespace {

class PlaceResolver {
 public:
  PlaceResolver(const Reading& reading, const std::vector<Statement>& statements, const DocumentContext& context,
                const std::vector<PlaceMention>& names)
      : reading_(reading),
        statements_(statements),
        context_(context),
        provinces_(reading.dictionaries().table("provinces")),
        names_(names),
        mentions_(find_place_mentions(reading, names)) {
    for (const Statement& statement : statements) firsts_.push_back(statement.first);
  }

  void resolve(Statement& statement) const {
    const Measure measure = *measure_of(statement.candidate->fact);
    if (!measure.place->empty()) return;
    const bool own_place = is_of_own_place(statement);
    if (const auto beside = right_before(statement)) {
      set(statement, measure, *beside);
    } else if (const auto pointed = pointed_at(statement)) {
      set(statement, measure, *pointed);
    } else if (is_told_of_centre(statement)) {
      put(statement, measure, "Việt Nam", {}, true);
    } else if (const auto in_turn = told_in_turn(statement)) {
      set(statement, measure, *in_turn);
    } else if (const PlaceMention* of_item = in_own_item(statement)) {
      set(statement, measure, *of_item);
    } else if (is_about_province() && own_place) {
      set_context(statement, measure);
    } else if (const PlaceMention* own = in_sentence(statement);
               own != nullptr && !(is_bare_country(*own) && (own_place || in_next_sentence(statement) != nullptr))) {
      set(statement, measure, *own);
      *measure.places = listed_with(*own);
      if (!measure.places->empty()) *measure.place = measure.places->front();
    } else if (names_unknown_province(statement)) {
      return;
    } else if (own_place) {
      // "toàn tỉnh" of the province just named; of one that is not named: unknown, not the whole country.
      const PlaceMention* named = in_paragraph(statement, true);
      if (named == nullptr) named = only_one_in_paragraph(statement);
      if (named != nullptr) set(statement, measure, *named);
    } else if (const PlaceMention* next = in_next_sentence(statement)) {
      set(statement, measure, *next);
    } else if (const PlaceMention* earlier = in_paragraph(statement, false)) {
      set(statement, measure, *earlier);
    } else if (const PlaceMention* asked = in_question_above(statement)) {
      set(statement, measure, *asked);
    } else if (context_.place && is_own_matter(reading_.section_of(statement.first))) {
      set_context(statement, measure);
    }
  }

 private:
  // "…, nhiều nhất là Lai Châu (1,4 triệu USD), huyện Đồng Văn (300.000 USD)": the name right before a bracketed
  // figure.
  std::optional<PlaceMention> right_before(const Statement& statement) const {
    const std::size_t figure = figure_of(reading_, statement);
    if (figure < 2 || !reading_.is(figure - 1, "(")) return std::nullopt;
    const std::size_t end = figure - 1;
    const auto before =
        std::find_if(names_.begin(), names_.end(), [&](const PlaceMention& name) { return name.match->last == end; });
    if (before == names_.end() || before->kind == PlaceKind::kCountry) return std::nullopt;
    return *before;
  }

  // "Lâm Đồng đề nghị nâng thời hạn giấy đăng ký; tỉnh này năm 2022 huy động được 41 tỷ đồng": the province named last.
  std::optional<PlaceMention> pointed_at(const Statement& statement) const {
    constexpr std::size_t kFarthest = 30;  // tokens
    const std::size_t floor = reading_.sentences()[statement.sentence].first;
    const std::size_t figure = figure_of(reading_, statement);
    std::size_t at = figure;
    const auto points = [&](std::size_t end) {
      return reading_.is(end - 1, "này") && reading_.is_any(end - 2, {"tỉnh", "phố", "phương"});
    };
    while (at > floor + 1 && figure - at <= kFarthest && !points(at)) --at;
    if (at <= floor + 1 || figure - at > kFarthest) return std::nullopt;
    const auto after = std::partition_point(names_.begin(), names_.end(),
                                            [&](const PlaceMention& name) { return name.match->first < at; });
    for (auto name = after; name != names_.begin();) {
      --name;
      if (reading_.tokens()[name->match->first].paragraph != statement.paragraph) return std::nullopt;
      if (name->kind == PlaceKind::kProvince) return *name;
    }
    return std::nullopt;
  }

  // "…, Trung ương hiện quản lý khoảng 500 tổ chức, giá trị viện trợ mỗi năm xấp xỉ 300 triệu USD": of all the country.
  bool is_told_of_centre(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    const std::size_t figure = figure_of(reading_, statement);
    for (std::size_t at = clause.first; at + 2 < figure; ++at) {
      const bool opens = at == clause.first || reading_.is_any(at - 1, {",", ":", "rằng", "biết"});
      if (opens && reading_.is(at, "trung") && reading_.is(at + 1, "ương"))
        return reading_.is_any(at + 2, {"hiện", "đang", "quản", "đã"}) && mention_in(at, figure) == nullptr;
    }
    return false;
  }

  const PlaceMention* mention_in(std::size_t from, std::size_t to) const {
    const auto next = mention_from(from);
    return next != mentions_.end() && next->match->first < to ? &*next : nullptr;
  }

  // "bệnh viện tỉnh Hòa Bình nhận 95.000 USD và Hội Chữ thập đỏ TP Hải Phòng nhận 72.000 USD": in a
  // row of figures that each have a province before them, the body's seat is where its own item lies.
  const PlaceMention* in_own_item(const Statement& statement) const {
    const std::size_t figure = figure_of(reading_, statement);
    const std::size_t floor = reading_.sentences()[statement.sentence].first;
    const std::size_t other = end_of_figure_before(statement);
    if (other <= floor) return nullptr;
    const PlaceMention* own = province_between(other, figure);
    const PlaceMention* before = province_between(floor, other);
    if (own == nullptr || before == nullptr || own->name == before->name) return nullptr;
    // A scope in the item decides before any seat.
    const auto scope = mention_from(other);
    return scope != mentions_.end() && scope->match->first < statement.last ? nullptr : own;
  }

  // Where the figure before it in its sentence ends, 0 where it is the first.
  std::size_t end_of_figure_before(const Statement& statement) const {
    const auto here = std::lower_bound(firsts_.begin(), firsts_.end(), statement.first) - firsts_.begin();
    for (auto at = static_cast<std::size_t>(here); at-- > 0 && statements_[at].sentence == statement.sentence;) {
      if (statements_[at].candidate->fact.index() == statement.candidate->fact.index()) return statements_[at].last;
    }
    return 0;
  }

  // The last province named in these tokens, scope or seat.
  const PlaceMention* province_between(std::size_t from, std::size_t to) const {
    const auto after = std::partition_point(names_.begin(), names_.end(),
                                            [&](const PlaceMention& name) { return name.match->first < to; });
    for (auto at = after; at != names_.begin() && (at - 1)->match->first >= from; --at) {
      if ((at - 1)->kind == PlaceKind::kProvince) return &*(at - 1);
    }
    return nullptr;
  }

  // "Tại tỉnh Đ.Lắk có 21 tổ chức": a province that no table knows is none of those told further up. A person's name
  // may stand behind the word too ("UBND tỉnh Trần Lan"), but not behind "tại tỉnh".
  bool names_unknown_province(const Statement& statement) const {
    const Sentence& sentence = reading_.sentences()[statement.sentence];
    for (std::size_t at = sentence.first; at + 2 < statement.first; ++at) {
      if (!reading_.is_any(at, {"tại", "ở"}) || !reading_.is(at + 1, "tỉnh")) continue;
      if (reading_.tokens()[at + 2].capital && reading_.match_at(at + 2, "places") == nullptr) return true;
    }
    return false;
  }

  // "cho ba tỉnh Nghệ An, Hà Tĩnh, Quảng Bình lần lượt 1,2 triệu USD, 800.000 USD và 650.000 USD": as many figures
  // behind the words as places before them belong to one another in their order.
  std::optional<PlaceMention> told_in_turn(const Statement& statement) const {
    const Sentence& sentence = reading_.sentences()[statement.sentence];
    const std::size_t figure = figure_of(reading_, statement);
    std::size_t words = sentence.first;
    while (words < figure && !(reading_.is(words, "lần") && reading_.is(words + 1, "lượt")) &&
           !(reading_.is(words, "tương") && reading_.is(words + 1, "ứng")))
      ++words;
    if (words >= figure) return std::nullopt;
    std::vector<const PlaceMention*> places;
    for (const PlaceMention* each = name_ending_before(words, sentence.first); each != nullptr;
         each = name_ending_before(each->match->first, sentence.first))
      places.insert(places.begin(), each);
    std::size_t own = 0;
    std::size_t figures = 0;
    const auto first = std::lower_bound(firsts_.begin(), firsts_.end(), sentence.first) - firsts_.begin();
    for (auto at = static_cast<std::size_t>(first);
         at < statements_.size() && statements_[at].sentence == statement.sentence; ++at) {
      if (figure_of(reading_, statements_[at]) < words) continue;
      if (statements_[at].candidate == statement.candidate) own = figures;
      ++figures;
    }
    return places.size() > 1 && places.size() == figures ? std::optional<PlaceMention>(*places[own]) : std::nullopt;
  }

  // The province whose name ends right before this token, class words, commas and "và" between or not.
  const PlaceMention* name_ending_before(std::size_t at, std::size_t floor) const {
    while (at > floor && (is_place_class(reading_, at - 1) || links(at - 1))) --at;
    const auto after = std::partition_point(names_.begin(), names_.end(),
                                            [&](const PlaceMention& name) { return name.match->first < at; });
    if (after == names_.begin()) return nullptr;
    const PlaceMention& name = *(after - 1);
    const bool ends_here = name.match->last == at && name.match->first >= floor;
    return ends_here && name.kind == PlaceKind::kProvince ? &name : nullptr;
  }

  // "tại 3 tỉnh Quảng Trị, Quảng Bình và Hà Tĩnh": the names of the enumeration, none where the place stands alone.
  std::vector<std::string> listed_with(const PlaceMention& mention) const {
    if (mention.kind != PlaceKind::kProvince) return {};
    const LexiconMatch* first = mention.match;
    while (const LexiconMatch* before = neighbour_before(*first)) first = before;
    std::vector<std::string> names;
    for (const LexiconMatch* each = first; each != nullptr; each = neighbour_after(*each))
      names.emplace_back(each->value("name"));
    return names.size() > 1 ? names : std::vector<std::string>{};
  }

  bool links(std::size_t at) const { return reading_.is(at, ",") || reading_.is(at, "và"); }

  const LexiconMatch* neighbour_before(const LexiconMatch& match) const {
    const std::size_t floor = reading_.sentence_of(match.first).first;
    std::size_t at = match.first;
    while (at > floor && is_place_class(reading_, at - 1)) --at;
    if (at <= floor + 1 || !links(at - 1)) return nullptr;
    const LexiconMatch* before = reading_.match_before(at - 1, "places");
    return before != nullptr && before->first >= floor && is_province(*before) ? before : nullptr;
  }

  const LexiconMatch* neighbour_after(const LexiconMatch& match) const {
    const std::size_t end = reading_.sentence_of(match.first).last;
    std::size_t at = match.last;
    if (at >= end || !links(at)) return nullptr;
    for (++at; at < end; ++at) {
      const LexiconMatch* after = reading_.match_at(at, "places");
      if (after != nullptr && is_province(*after)) return after;
      if (!is_place_class(reading_, at)) return nullptr;
    }
    return nullptr;
  }

  bool is_province(const LexiconMatch& match) const {
    return match.value("kind") != "country" && names_place(reading_, match);
  }

  bool is_about_province() const { return context_.place && context_.place->value != "Việt Nam"; }

  Span span_of(const PlaceMention& mention) const {
    return reading_.span_of(mention.match->first, mention.match->last);
  }

  // Statements are sorted by their first token.
  bool other_between(std::size_t from, std::size_t to) const {
    const auto first = std::lower_bound(firsts_.begin(), firsts_.end(), from) - firsts_.begin();
    for (auto at = static_cast<std::size_t>(first); at < firsts_.size() && firsts_[at] < to; ++at) {
      if (statements_[at].last <= to) return true;
    }
    return false;
  }

  // Mentions stand in the order of the text.
  std::vector<PlaceMention>::const_iterator mention_from(std::size_t token) const {
    return std::lower_bound(mentions_.begin(), mentions_.end(), token,
                            [](const PlaceMention& mention, std::size_t at) { return mention.match->first < at; });
  }

  // Before the figure in its sentence the nearest mention; else after it, in its clause, with no other figure between.
  const PlaceMention* in_sentence(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    const PlaceMention* after = nullptr;
    const PlaceMention* before = nullptr;
    for (auto at = mention_from(reading_.sentences()[statement.sentence].first); at != mentions_.end(); ++at) {
      const PlaceMention& mention = *at;
      if (reading_.tokens()[mention.match->first].sentence != statement.sentence) break;
      if (mention.match->first < statement.last && !is_seat_of_partners(mention, before)) before = &mention;
      const bool follows = mention.match->first >= statement.last && mention.first < clause.last &&
                           first_match_in(reading_, statement.last, mention.first, "part_words") == nullptr;
      if (follows && after == nullptr && !other_between(statement.last, mention.match->first)) after = &mention;
    }
    if (after == nullptr || before == nullptr) return before != nullptr ? before : after;
    if (!is_bare_country(*after) && goes_on_at(statement, *after)) return after;
    // "Tổ chức Plan tại Việt Nam tài trợ 3 dự án tại huyện Tủa Chùa": where the giver has its office.
    if (is_bare_country(*before) && is_seat(*before) && !is_bare_country(*after)) return after;
    if (before->match->first >= clause.first) return before;
    // "tỉnh có 113 tổ chức; trong đó 80 tổ chức có giấy đăng ký tại Việt Nam": the part lies where the whole does.
    return is_bare_country(*after) && opens_part(clause) ? before : after;
  }

  // "60 tổ chức hoạt động tại Quảng Trị và 45 tổ chức tại Thừa Thiên Huế": the figure's own words lead to the place.
  bool goes_on_at(const Statement& statement, const PlaceMention& mention) const {
    constexpr std::size_t kMostWords = 2;
    if (mention.first == 0 || mention.first > statement.last + kMostWords) return false;
    for (std::size_t at = statement.last; at < mention.first; ++at) {
      if (reading_.tokens()[at].kind != TokenKind::kWord) return false;
    }
    return reading_.is_any(mention.first - 1, {"tại", "ở"});
  }

  // "tỉnh Phú Yên kêu gọi được các hãng nước ngoài tại Việt Nam tài trợ 17 dự án": in a sentence that
  // began with the province that the document is about, where the givers sit.
  bool is_seat_of_partners(const PlaceMention& mention, const PlaceMention* before) const {
    if (before == nullptr || before->kind != PlaceKind::kProvince || !is_about_province()) return false;
    if (before->name != context_.place->value || !is_bare_country(mention) || !is_seat(mention)) return false;
    return !reading_.is_any(mention.match->last, {"có", "hiện", "là", "đạt", ",", "đã"});
  }

  static bool is_bare_country(const PlaceMention& mention) {
    return mention.kind == PlaceKind::kCountry && mention.match->entry->form == "việt nam";
  }

  bool is_seat(const PlaceMention& mention) const {
    const std::size_t first = mention.match->first;
    return first > 0 && (reading_.is(first - 1, "tại") || reading_.is(first - 1, "ở"));
  }

  bool opens_part(const Clause& clause) const { return reading_.match_at(clause.first, "part_words") != nullptr; }

  // "toàn tỉnh" in the clause of the figure, or in the sentence whose part the figure is.
  bool is_of_own_place(const Statement& statement) const {
    if (!is_own_matter(reading_.section_of(statement.first))) return false;
    Clause clause = clause_of(reading_, statement.first);
    if (names_own_place(reading_, clause)) return true;
    if (!opens_part(clause)) return false;
    return names_own_place(reading_, {reading_.sentences()[statement.sentence].first, clause.first});
  }

  // "… tại Thừa Thiên Huế. Một số dự án khác được cấp 2 triệu USD": what is other lies elsewhere.
  bool opens_with_others(std::size_t sentence) const {
    constexpr std::size_t kOpening = 7;
    const Sentence& opened = reading_.sentences()[sentence];
    for (std::size_t at = opened.first; at < std::min(opened.last, opened.first + kOpening); ++at) {
      if (reading_.tokens()[at].kind == TokenKind::kMark) return false;
      if (reading_.is(at, "khác")) return true;
    }
    return false;
  }

  // "X tài trợ 300.000 USD tại Hà Giang. Dự án của Y được triển khai tại Điện Biên. Z hỗ trợ 80.000 USD": of gifts that
  // go to several provinces one lies in its own, told or not.
  bool is_of_other_gift(const Statement& statement, const PlaceMention& mention) const {
    const std::size_t sentence = reading_.tokens()[mention.match->first].sentence;
    const auto* aid = std::get_if<AidValueFact>(&statement.candidate->fact);
    if (aid == nullptr || aid->donor.empty() || sentence == statement.sentence) return false;
    if (!holds_gift_of_other(sentence, aid->donor)) return false;
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const PlaceMention& other) {
      const Token& token = reading_.tokens()[other.match->first];
      const bool placed = other.kind == PlaceKind::kProvince || other.kind == PlaceKind::kDistrict;
      return placed && token.paragraph == statement.paragraph && token.sentence < sentence &&
             other.name != mention.name;
    });
  }

  bool holds_gift_of_other(std::size_t sentence, const std::string& donor) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const Statement& each) {
      const auto* aid = std::get_if<AidValueFact>(&each.candidate->fact);
      return each.sentence == sentence && aid != nullptr && !aid->donor.empty() && aid->donor != donor;
    });
  }

  const PlaceMention* in_paragraph(const Statement& statement, bool province_only) const {
    if (opens_with_others(statement.sentence)) return nullptr;
    constexpr int kFarthest = 50;  // mentions
    int looked_at = 0;
    for (auto at = mention_from(statement.first); at != mentions_.begin() && looked_at < kFarthest; ++looked_at) {
      const PlaceMention& mention = *--at;
      if (reading_.tokens()[mention.match->first].paragraph != statement.paragraph) break;
      // A part of the country told further up is done with its sentence.
      if (mention.kind == PlaceKind::kRegion || (province_only && mention.kind == PlaceKind::kCountry)) continue;
      if (is_of_other_gift(statement, mention)) return nullptr;
      // In a document about a province the country's name further up is no scope unless it counts the whole country.
      if (!(is_bare_country(mention) && is_about_province())) return &mention;
    }
    return nullptr;
  }

  // "Theo ông A, Giám đốc Sở Ngoại vụ tỉnh Hà Tĩnh, trên địa bàn có 21 tổ chức": the one province that is named up to
  // the figure, be it in an office's name.
  const PlaceMention* only_one_in_paragraph(const Statement& statement) const {
    constexpr int kFarthest = 50;  // names
    const PlaceMention* only = nullptr;
    auto at = std::partition_point(names_.begin(), names_.end(),
                                   [&](const PlaceMention& name) { return name.match->first < statement.first; });
    for (int looked_at = 0; at != names_.begin() && looked_at < kFarthest; ++looked_at) {
      const PlaceMention& name = *--at;
      if (reading_.tokens()[name.match->first].paragraph != statement.paragraph) break;
      if (name.kind == PlaceKind::kCountry || name.kind == PlaceKind::kRegion) continue;
      if (name.kind == PlaceKind::kDistrict || (only != nullptr && only->name != name.name)) return nullptr;
      only = &name;
    }
    return only;
  }

  // "… trị giá 19.900 USD. Dự án được triển khai tại huyện Duy Tiên, tỉnh Hà Nam.": where the work that the sum pays
  // for is done.
  const PlaceMention* in_next_sentence(const Statement& statement) const {
    if (statement.sentence + 1 >= reading_.sentences().size()) return nullptr;
    const Sentence& next = reading_.sentences()[statement.sentence + 1];
    if (next.paragraph != statement.paragraph || other_between(statement.last, next.last)) return nullptr;
    std::size_t at = next.first;
    const LexiconMatch* noun = reading_.match_at(at, "head_nouns");
    const bool work = (reading_.is(at, "dự") && reading_.is(at + 1, "án")) ||
                      (reading_.is(at, "chương") && reading_.is(at + 1, "trình"));
    if (!work) return nullptr;
    at = noun != nullptr ? noun->last : at + 2;
    while (reading_.is_any(at, {"này", "trên", "sẽ", "được", "đã", "đang"})) ++at;
    const bool done = reading_.is_any(at, {"thực", "triển"}) && reading_.is_any(at + 1, {"hiện", "khai"});
    if (!done) return nullptr;
    for (auto mention = mention_from(at); mention != mentions_.end() && mention->match->first < next.last; ++mention) {
      if (!is_bare_country(*mention) && mention->kind != PlaceKind::kRegion) return &*mention;
    }
    return nullptr;
  }

  // "Mỗi năm Đồng Nai nhận được bao nhiêu viện trợ?", and below it the answer: the last province that is asked about.
  const PlaceMention* in_question_above(const Statement& statement) const {
    if (statement.paragraph == 0) return nullptr;
    const std::size_t end = reading_.first_token_of(statement.paragraph);
    if (end == 0 || !reading_.is(end - 1, "?")) return nullptr;
    const std::size_t floor = reading_.first_token_of(statement.paragraph - 1);
    const PlaceMention* asked = nullptr;
    for (const PlaceMention& name : names_) {
      if (name.match->first >= end) break;
      if (name.match->first >= floor && name.kind == PlaceKind::kProvince) asked = &name;
    }
    return asked;
  }

  // When the figure holds: its period, else the day of the document.
  CalendarSpan time_of(const Measure& measure) const {
    if (const auto period = parse_iso(*measure.period); period && period->has_year()) return *period;
    if (context_.day) return {context_.day->value, std::nullopt, false};
    if (context_.published) return {context_.published->value, std::nullopt, false};
    if (context_.newest) return {context_.newest->value, std::nullopt, false};
    return {};
  }

  // Where no time is told, "Ba Vì" lies in Hà Nội, not in the Hà Tây of before 2008.
  static CalendarSpan before_the_mergers() { return {{2024, 12, 31}, std::nullopt, false}; }

  void set(const Statement& statement, const Measure& measure, const PlaceMention& mention) const {
    if (mention.kind == PlaceKind::kRegion) return;
    const CalendarSpan when = time_of(measure);
    const bool district = mention.kind == PlaceKind::kDistrict;
    // "1991 - 1996, tỉnh Minh Hải nhận …; trong năm 1998 đã có …" in a report of Cà Mau: the new province's.
    if (!district && is_about_province() && provinces_.had_ended(mention.name, when) &&
        provinces_.is_part_of(context_.place->value, mention.name)) {
      set_context(statement, measure);
      return;
    }
    // "trước hợp nhất, Quảng Bình (cũ) có 29 tổ chức": the land of before, whatever it is called now.
    const std::size_t behind = mention.match->last + (reading_.is(mention.match->last, "(") ? 1 : 0);
    const bool old = reading_.is(behind, "cũ");
    const std::string name = district ? provinces_.holder(mention.name, when.has_year() ? when : before_the_mergers())
                             : old ? mention.name
                                      : provinces_.renamed(mention.name, when);
    put(statement, measure, name, span_of(mention), district || name != mention.name);
  }

  void set_context(const Statement& statement, const Measure& measure) const {
    const CalendarSpan when = time_of(measure);
    const std::string& told = context_.place->value;
    const std::string name =
        context_.place_by_district ? provinces_.holder(told, when) : provinces_.renamed(told, when);
    put(statement, measure, name, context_.place->from, name != context_.place->value);
  }

  void put(const Statement& statement, const Measure& measure, const std::string& name, Span from,
           bool in_other_words) const {
    *measure.place = name;
    if (in_other_words || !statement.candidate->span.contains(from) || from.empty())
      statement.candidate->inferred.push_back({"place", name, from});
  }

  const Reading& reading_;
  const std::vector<Statement>& statements_;
  const DocumentContext& context_;
  ProvinceRegister provinces_;
  const std::vector<PlaceMention>& names_;  // every one, scope or not
  std::vector<PlaceMention> mentions_;
  std::vector<std::size_t> firsts_;  // of the statements
};

}  // namespace

void resolve_places(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context,
                    const std::vector<PlaceMention>& names) {
  if (statements.empty()) return;
  const PlaceResolver resolver(reading, statements, context, names);
  for (Statement& statement : statements) resolver.resolve(statement);
}

}  // namespace trichluc
