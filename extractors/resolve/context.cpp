#include "extractors/resolve/context.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "extractors/clause.h"
#include "extractors/resolve/dateline.h"
#include "extractors/resolve/newest_time.h"
#include "extractors/resolve/place_in_time.h"
#include "extractors/resolve/place_of_office.h"
#include "extractors/resolve/publisher_place.h"
#include "extractors/resolve/year_words.h"

namespace trichluc {
namespace {

bool is_plain_year(const DateReading& date) {
  return date.when.has_year() && date.when.from.month == 0 && !date.when.to;
}

// Is one of these pairs ("phương hướng") told in the words before the date? A long subject lies between ("Tình hình
// hoạt động của các tổ chức phi chính phủ nước ngoài năm 1998").
bool told_before(const Reading& reading, const DateReading& date,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  const std::size_t first = reading.sentence_of(date.first).first;
  constexpr std::size_t kNear = 16;
  const std::size_t from = date.first > first + kNear ? date.first - kNear : first;
  for (std::size_t at = from; at + 1 < date.first; ++at) {
    for (const auto& [a, b] : pairs) {
      if (reading.folded(at) == a && reading.folded(at + 1) == b) return true;
    }
  }
  return false;
}

// "theo Kế hoạch thực hiện công tác đối ngoại nhân dân và vận động viện trợ … năm 2025": however long its name, a plan.
bool is_governed_by_plan(const Reading& reading, const DateReading& date) {
  constexpr std::size_t kLongestName = 28;
  const std::size_t floor = reading.sentence_of(date.first).first;
  for (std::size_t at = date.first; at > floor + 1 && date.first - at <= kLongestName; --at) {
    if (reading.tokens()[at - 1].kind == TokenKind::kMark) return false;
    // "ký Quy chế phối hợp công tác … giai đoạn 2023-2028" too is for later.
    if ((reading.is(at - 2, "quy") && reading.is(at - 1, "chế")) ||
        (reading.is(at - 2, "thỏa") && reading.is(at - 1, "thuận")))
      return true;
    if (reading.is(at - 2, "kế") && reading.is(at - 1, "hoạch"))
      return at < 3 || !(reading.is(at - 3, "sở") || reading.is(at - 3, "bộ") || reading.is(at - 3, "ban"));
  }
  return false;
}

// "Tình hình tiếp nhận và sử dụng viện trợ … của ngành y tế năm 1999": the subject of a report, a line without a stop
// where the date closes a part, says at its beginning what it does with the year.
bool is_subject_of_report(const Reading& reading, const DateReading& date) {
  const Sentence& sentence = reading.sentence_of(date.first);
  const bool stops = reading.is(sentence.last - 1, ".") || reading.is(sentence.last - 1, ";");
  // "… năm 2012 do Bộ quản lý", "… năm 1998 và phương hướng năm 1999"
  const bool closes = date.last == sentence.last || reading.is_any(date.last, {",", "và", "do", "của", "trên", "tại"});
  if (stops || !closes || date.first < sentence.first + 3 || is_planned(reading, date)) return false;
  const std::size_t at = sentence.first;
  return (reading.is(at, "tình") && reading.is(at + 1, "hình")) ||
         (reading.is(at, "kết") && reading.is(at + 1, "quả")) || (reading.is(at, "tổng") && reading.is(at + 1, "kết"));
}

// "Sở xin gửi số liệu 9 tháng đầu năm 2002 (chốt đến hết ngày 30/9/2002) như sau:": what a letter is about to tell.
bool is_subject_of_letter(const Reading& reading, const DateReading& date) {
  const Sentence& sentence = reading.sentence_of(date.first);
  if (date.when.from.day > 0 || date.as_of) return false;
  bool as_follows = false;
  for (std::size_t at = date.last; at + 1 < sentence.last && !as_follows; ++at)
    as_follows = reading.is(at, "như") && reading.is(at + 1, "sau");
  return as_follows && told_before(reading, date, {{"số", "liệu"}, {"báo", "cáo"}});
}

// "VIỆN TRỢ … PHÂN THEO HUYỆN" and below it "NĂM 2009": a title in capitals whose last line is the time alone.
bool closes_title(const Reading& reading, const DateReading& date) {
  constexpr std::size_t kShortestTitle = 4;
  const auto& tokens = reading.tokens();
  const std::size_t paragraph = tokens[date.first].paragraph;
  const bool alone = (date.first == 0 || tokens[date.first - 1].paragraph != paragraph) &&
                     (date.last == tokens.size() || tokens[date.last].paragraph != paragraph);
  if (!alone || !tokens[date.first].all_capitals || date.first < kShortestTitle || is_planned(reading, date))
    return false;
  for (std::size_t back = 1; back <= kShortestTitle; ++back) {
    const Token& token = tokens[date.first - back];
    if (token.paragraph + 1 != paragraph || (token.kind == TokenKind::kWord && !token.all_capitals) ||
        reading.is(date.first - back, "hoạch"))
      return false;
  }
  return true;
}

// "nhiệm vụ 6 tháng cuối năm 2018", "quý IV năm 2018": what is still to come of a year that has begun.
bool is_rest_of_year(const DateReading& date) {
  constexpr int kLastMonth = 12;
  const CalendarSpan& when = date.when;
  return when.to && when.to->year == when.from.year && when.from.month > 1 && when.to->month == kLastMonth &&
         when.to->day == 0;
}

// "Hội nghị giao ban công tác phi chính phủ năm 2024": its name alone does not say whether the year is looked back on.
bool is_reviewed_by_name_alone(const Reading& reading, const DateReading& date) {
  return is_plain_year(date) && !is_subject_of_report(reading, date) && !closes_title(reading, date) &&
         !told_before(
             reading, date,
             {{"tổng", "kết"}, {"đánh", "giá"}, {"kết", "quả"}, {"kiểm", "điểm"}, {"tình", "hình"}, {"sơ", "kết"}});
}

// "Năm 2023, …", "Theo thống kê, năm 2023 …": a year at the head of its sentence, told for its own sake.
bool opens_sentence(const Reading& reading, const DateReading& date) {
  constexpr std::size_t kHead = 6;
  const std::size_t first = reading.sentence_of(date.first).first;
  if (date.first > first + kHead) return false;
  for (std::size_t at = first; at < date.first; ++at) {
    if (reading.is(at, "với") || reading.is(at, "từ")) return false;
  }
  return true;
}

// Where the text tells the figures of the year before and nothing more of the year in the meeting's name, it is the
// year before that is looked back on.
void settle_year_of_name(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates,
                         const DateReading& name) {
  const int year = *name.when.from.year;
  const DateReading* before = nullptr;
  for (const DateReading& date : dates) {
    if (!is_own_matter(reading.section_of(date.first)) || !date.when.has_year() || date.cited) continue;
    if (date.relative != Relative::kNone || is_planned(reading, date) || date.first == name.first) continue;
    const CalendarSpan& when = date.when;
    const int last = when.to && when.to->year ? *when.to->year : *when.from.year;
    const bool named_again = is_plain_year(date) && is_reviewed(reading, date) && !opens_sentence(reading, date);
    if (last >= year && !named_again) return;
    if (before == nullptr && is_plain_year(date) && last + 1 == year && opens_sentence(reading, date)) before = &date;
  }
  if (before == nullptr) return;
  if (!context.planned_year) context.planned_year = Told<int>{year, name.span};
  context.reviewed = Told<CalendarSpan>{before->when, before->span};
}

void read_years(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  const DateReading* name = nullptr;  // of the meeting, where it alone tells the year looked back on
  for (const DateReading& date : dates) {
    const text::Section section = reading.section_of(date.first);
    if (!is_own_matter(section) || !date.when.has_year() || date.relative != Relative::kNone || date.cited) continue;
    const bool planned = is_planned(reading, date);
    const bool one_year = !date.when.open && (!date.when.to || date.when.to->year == date.when.from.year);
    if (section == text::Section::kTitle && !context.headline_year && one_year) {
      context.headline_year = Told<int>{*date.when.from.year, date.span};
    }
    if (planned && (is_plain_year(date) || is_rest_of_year(date))) {
      if (!context.planned_year) context.planned_year = Told<int>{*date.when.from.year, date.span};
      continue;
    }
    const bool reviewed =
        is_reviewed(reading, date) || closes_title(reading, date) || is_subject_of_letter(reading, date);
    if (reviewed && !context.reviewed && date.when.from.day == 0) {
      context.reviewed = Told<CalendarSpan>{date.when, date.span};
      if (is_reviewed_by_name_alone(reading, date)) name = &date;
    }
  }
  if (name != nullptr) settle_year_of_name(context, reading, dates, *name);
  const auto feast = year_of_feast(reading);
  if (feast && !context.planned_year && !context.reviewed && is_own_matter(reading.section_of(*feast))) {
    context.planned_year =
        Told<int>{std::atoi(std::string(reading.folded(*feast)).c_str()), reading.span_of(*feast, *feast + 1)};
  }
}

// "sơ kết công tác 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2011": the months looked back on have the
// year of the rest of it, which is told behind them.
void read_first_months(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  for (std::size_t i = 0; i + 1 < dates.size() && !context.reviewed; ++i) {
    const DateReading& date = dates[i];
    const DateReading& rest = dates[i + 1];
    const bool months = !date.when.has_year() && date.when.from.month == 1 && date.when.from.day == 0 && date.when.to;
    if (!months || date.relative != Relative::kNone || !is_own_matter(reading.section_of(date.first))) continue;
    if (!rest.when.has_year() || !is_rest_of_year(rest) || rest.relative != Relative::kNone) continue;
    if (reading.tokens()[rest.first].sentence != reading.tokens()[date.first].sentence) continue;
    if (rest.when.from.month != date.when.to->month + 1 || !is_reviewed(reading, date)) continue;
    CalendarSpan when = date.when;
    when.from.year = rest.when.from.year;
    when.to->year = rest.when.from.year;
    context.reviewed = Told<CalendarSpan>{when, {date.span.begin, rest.span.end}};
  }
}

// "Số 3 (Quý III/2010)", "Số 12, tháng 5/2004": the time of an issue stands behind its number in the head.
void read_issue(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  constexpr std::size_t kHead = 60;  // tokens
  for (const DateReading& date : dates) {
    if (date.first > kHead) return;
    if (!date.when.has_year() || date.cited || date.first < 3) continue;
    const std::size_t mark = date.first - 1;
    const bool numbered =
        reading.is_any(mark, {"(", ",", "-"}) && reading.quantity_at(mark - 1) != nullptr && reading.is(mark - 2, "số");
    if (!numbered) continue;
    context.issue_year = Told<int>{*date.when.from.year, date.span};
    return;
  }
}

void read_published(DocumentContext& context, const std::vector<DatedRole>& roles) {
  for (const DatedRole& role : roles) {
    const auto when = parse_iso(role.value);
    if (role.chosen && when) context.published = Told<CalendarPoint>{when->from, role.span};
  }
}

// "Sơn La: viện trợ phi chính phủ nước ngoài năm 2016" in the headline, in December or later: the aid of that year is
// what the text tells of.
void read_year_of_aid(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  constexpr int kDecember = 12;
  if (context.reviewed || !context.published || !context.published->value.year) return;
  const int here = *context.published->value.year;
  for (const DateReading& date : dates) {
    if (reading.section_of(date.first) != text::Section::kTitle || !is_plain_year(date)) continue;
    const int year = *date.when.from.year;
    const bool over = year + 1 == here || (year == here && context.published->value.month == kDecember);
    if (!over || is_planned(reading, date) || !told_before(reading, date, {{"viện", "trợ"}})) continue;
    context.reviewed = Told<CalendarSpan>{date.when, date.span};
    return;
  }
}

// "tỉnh" or "thành phố" at `first`, up to `end`; nothing where `end` is 0. A city under the central government is
// called "thành phố" as a province is called "tỉnh".
struct ClassWord {
  std::size_t first = 0;
  std::size_t end = 0;
  bool city = false;
};

ClassWord class_word_at(const Reading& reading, std::size_t at) {
  if (reading.folded(at) == "tỉnh") return {at, at + 1, false};
  const bool city = reading.folded(at) == "thành" && reading.is(at + 1, "phố");
  return city ? ClassWord{at, at + 2, true} : ClassWord{};
}

// "toàn tỉnh", "trên địa bàn tỉnh", "tỉnh ta": a province that needs no name, because the document is about one.
bool is_unnamed_province(const Reading& reading, const ClassWord& word) {
  if (word.end == 0 || word.end >= reading.tokens().size()) return false;
  if (reading.match_at(word.end, "places") != nullptr) return false;
  constexpr std::size_t kMostDigits = 2;  // "63 tỉnh"; "đến 30/9/2020 tỉnh có"
  const bool many = word.first > 0 && (reading.is_any(word.first - 1, {"các", "những", "nhiều", "số", "mỗi", "hai"}) ||
                                       (reading.tokens()[word.first - 1].kind == TokenKind::kNumber &&
                                        reading.folded(word.first - 1).size() <= kMostDigits));
  if (many) return false;
  // "tỉnh ta", "tỉnh đồng ý", "tỉnh đã phê duyệt".
  static constexpr std::string_view kDoes[] = {"ta",  "nhà",  "tiếp", "đã",  "có",   "đồng", "giao",  "hiện", "nhận",
                                               "đón", "thực", "bố",   "dự",  "cam",  "kêu",  "thống", "sẽ",   "vận",
                                               "phê", "huy",  "thu",  "đặt", "cũng", "đang", "ký"};
  if (reading.is_any(word.end, kDoes)) return true;
  return word.first > 0 && reading.is_any(word.first - 1, {"toàn", "bàn", "vào", "với", "tại", "cho"}) &&
         !reading.tokens()[word.end].capital;
}

// "UBND tỉnh", "Ủy ban nhân dân tỉnh" without a name: an office of the province that the document is about.
bool is_office_of_unnamed_province(const Reading& reading, const ClassWord& word) {
  if (word.end == 0 || word.first == 0 || !reading.is_any(word.first - 1, {"ubnd", "dân", "ủy"})) return false;
  const bool named = reading.match_at(word.end, "places") != nullptr;
  // "UBND tỉnh, thành phố" are all of them.
  return !named && !(reading.is(word.end, ",") && reading.is_any(word.end + 1, {"thành", "huyện", "tp"}));
}

// How often each province is named; once in the headline weighs as much as many times in the body.
class PlaceVotes {
 public:
  PlaceVotes(const Reading& reading, const std::vector<PlaceMention>& places) {
    for (const PlaceMention& name : places) {
      if (is_own_matter(reading.section_of(name.match->first))) vote(reading, name);
    }
    for (std::size_t at = 0; at < reading.tokens().size(); ++at) {
      const ClassWord word = class_word_at(reading, at);
      if (word.end == 0 || !is_own_matter(reading.section_of(at))) continue;
      const bool unnamed = is_unnamed_province(reading, word);
      const bool office = is_office_of_unnamed_province(reading, word);
      std::size_t& speaks_of_province = word.city ? unnamed_cities_ : unnamed_;
      if (unnamed) ++speaks_of_province;
      if (office) ++(word.city ? unnamed_cities_ : offices_);
    }
    opening_ = opening_province(reading);
    if (votes_.size() > 1) join_names_of_one_land(reading);
    read_newspaper(reading);
    publisher_ = place_of_publisher(reading);
  }

  // Nothing where no province is the subject and the country is not named either. A province is the subject when the
  // headline names it, when it is named far more than all others together, when the text begins with it, or when the
  // document speaks of "the province" and names it more than any other.
  std::optional<Told<std::string>> subject() const {
    if (auto named = named_subject()) return named;
    // "toàn tỉnh" without a name in a province's newspaper.
    if (unnamed_ + offices_ > 0 && !newspaper_.value.empty()) return newspaper_;
    // The same on the page of a province: what its foot says is the last that is asked.
    if (unnamed_ + offices_ > 0 && publisher_) return publisher_;
    // A document about "the province" that never names one is not about the whole country.
    if (country_.empty() || (unnamed_ > 0 && votes_.empty())) return std::nullopt;
    return Told<std::string>{"Việt Nam", country_};
  }

  // Is the subject's name itself in the text?
  bool names(const std::string& province) const { return named_.count(province) > 0; }

 private:
  static constexpr std::size_t kHeadline = 12;

  static constexpr std::size_t kDistrictInHeadline = 6;

  std::optional<Told<std::string>> named_subject() const {
    const auto best = std::max_element(votes_.begin(), votes_.end(),
                                       [](const auto& a, const auto& b) { return a.second.weight < b.second.weight; });
    if (best == votes_.end()) return std::nullopt;
    const std::size_t weight = best->second.weight;
    // Of two provinces in the headline neither is the subject, but one that is named twice as often.
    const bool rivalled = std::any_of(votes_.begin(), votes_.end(), [&](const auto& other) {
      return other.first != best->first && other.second.weight >= kHeadline && other.second.weight * 2 > weight;
    });
    if (rivalled) return std::nullopt;
    const bool headline = weight >= kHeadline;
    const bool prevails = weight >= 6 && weight * 3 >= total_ * 2;
    const std::size_t without_name = best->second.city ? unnamed_cities_ : unnamed_ + offices_;
    const bool meant = without_name > 0 && weight * 2 >= total_ && weight >= 2;
    const bool opens = best->first == opening_ && weight * 2 >= total_;
    // Nothing but districts of one province, and not only the town of a meeting.
    const bool local = weight >= 2 && votes_.size() == 1 && named_.empty() && country_.empty();
    // No other province, and two of its districts and more: the country is named in the names of offices.
    const bool of_districts = votes_.size() == 1 && weight >= 4 && best->second.districts >= 2 && !best->second.city;
    // One province alone, named as such ("tỉnh Phú Yên") and more than in passing.
    const bool sole = votes_.size() == 1 && weight >= 4 && with_class_.count(best->first) > 0 && !names_country_;
    // "trung ương xếp Thanh Hóa vào tốp đầu cả nước"
    const bool ranked = weight >= 3 && weight * 3 >= total_ * 2 && ranked_.count(best->first) > 0;
    if (!headline && !prevails && !meant && !opens && !local && !of_districts && !sole && !ranked) return std::nullopt;
    return Told<std::string>{best->first, best->second.span};
  }

  // "QNO - ", "(QBĐT) - " at the head of the body; a by-line or a caption may stand above it.
  void read_newspaper(const Reading& reading) {
    constexpr std::size_t kMostParagraphs = 8;
    const auto& tokens = reading.tokens();
    std::size_t paragraphs = 0;
    for (std::size_t at = 0; at < tokens.size() && paragraphs < kMostParagraphs; ++at) {
      const bool begins = at == 0 || tokens[at].paragraph != tokens[at - 1].paragraph;
      if (!begins || reading.section_of(at) != text::Section::kBody) continue;
      ++paragraphs;
      if (read_mark(reading, at)) return;
    }
  }

  bool read_mark(const Reading& reading, std::size_t first) {
    constexpr std::size_t kMark = 4;
    for (std::size_t at = first; at < std::min(first + kMark, reading.tokens().size()); ++at) {
      const LexiconMatch* mark = reading.match_at(at, "newspaper_marks");
      const bool closed = reading.is(at + 1, "-") || reading.is(at + 1, ")") || reading.is(at + 1, "–");
      if (mark == nullptr || mark->value("province").empty() || !reading.tokens()[at].all_capitals || !closed) continue;
      newspaper_ = {std::string(mark->value("province")), reading.span_of(mark->first, mark->last)};
      return true;
    }
    return false;
  }

  struct Vote {
    std::size_t weight = 0;
    Span span;
    bool city = false;  // under the central government
    std::size_t districts = 0;
  };

  // "Huế" beside "Thừa Thiên Huế": one land by two names, of which the older one is its province's in the text.
  void join_names_of_one_land(const Reading& reading) {
    const CalendarSpan before_2025{{2024, 12, 31}, std::nullopt, false};
    const ProvinceRegister provinces(reading.dictionaries().table("provinces"));
    for (auto vote = votes_.begin(); vote != votes_.end();) {
      const auto older = votes_.find(provinces.renamed(vote->first, before_2025));
      if (older == votes_.end() || older == vote) {
        ++vote;
        continue;
      }
      older->second.weight += vote->second.weight;
      older->second.districts += vote->second.districts;
      if (opening_ == vote->first) opening_ = older->first;
      vote = votes_.erase(vote);
    }
  }

  // "TP Hồ Chí Minh (TTXVN) - …": where the news agency's report was written.
  static bool is_dateline_of_agency(const Reading& reading, const LexiconMatch& place) {
    return reading.is(place.last, "(") && reading.is(place.last + 2, ")") &&
           reading.tokens()[place.last + 1].all_capitals && reading.is_any(place.last + 3, {"-", "–", "—"});
  }

  // "(QNO) - Quảng Nam tiếp nhận …", "Tỉnh Kon Tum hiện có …": the first words of the body, a mark of the paper aside.
  static std::string opening_province(const Reading& reading) {
    constexpr std::size_t kMark = 6;  // tokens of "(QNO) -", "TTH -"
    const auto& tokens = reading.tokens();
    std::size_t first = 0;
    while (first < tokens.size() && reading.section_of(first) != text::Section::kBody) ++first;
    // "* TRÀ VINH. …": the first of several items.
    const bool item = first < tokens.size() && tokens[first].kind == TokenKind::kMark && !reading.is(first, "(");
    for (std::size_t at = first; !item && at < tokens.size() && at < first + kMark; ++at) {
      const LexiconMatch* place = reading.match_at(at, "places");
      const bool behind_mark = at == first || tokens[at - 1].kind == TokenKind::kMark || reading.is(at - 1, "tỉnh");
      if (place != nullptr && behind_mark && names_place(reading, *place) && place->value("kind") != "country")
        return is_dateline_of_agency(reading, *place) ? std::string{} : std::string(place->value("name"));
    }
    return item ? std::string{} : province_behind_time(reading, first);
  }

  // "(PYO) - Tính đến cuối tháng 12/2018, tỉnh Phú Yên thu hút …": the subject behind the time that opens the text.
  static std::string province_behind_time(const Reading& reading, std::size_t first) {
    constexpr std::size_t kLongestTime = 18;
    const auto& tokens = reading.tokens();
    bool time = false;
    for (std::size_t at = first; at + 2 < tokens.size() && at < first + kLongestTime; ++at) {
      if (tokens[at].paragraph != tokens[first].paragraph) return {};
      time = time || reading.is_taken(at);
      if (!time || !reading.is(at, ",")) continue;
      const std::size_t name = at + (reading.is(at + 1, "tỉnh") ? 2U : 1U);
      const LexiconMatch* place = reading.match_at(name, "places");
      const bool named = place != nullptr && names_place(reading, *place) && place->value("kind") != "country";
      return named && !reading.is(place->last, ",") ? std::string(place->value("name")) : std::string{};
    }
    return {};
  }

  // "Tổ chức Good Neighbors tại Việt Nam", "(GNI) tại Việt Nam": where a giver with a foreign name sits.
  static bool is_seat_of_giver(const Reading& reading, const LexiconMatch& match) {
    if (match.first < 2 || !reading.is_any(match.first - 1, {"tại", "ở"})) return false;
    std::size_t name = match.first - 2;
    if (reading.is(name, ")") && name > 1) name -= 1;
    const Token& token = reading.tokens()[name];
    return token.kind == TokenKind::kWord && token.capital && !spells_vietnamese(token) &&
           reading.match_before(name + 1, "head_nouns") == nullptr;
  }

  void vote(const Reading& reading, const PlaceMention& name) {
    const LexiconMatch& match = *name.match;
    const Span span = reading.span_of(match.first, match.last);
    if (name.kind == PlaceKind::kRegion) return;
    if (name.kind == PlaceKind::kCountry) {
      // "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" heads the papers of every province.
      const bool motto = match.first > 0 && reading.is(match.first - 1, "nghĩa");
      if (is_comparison_with_country(reading, match.first)) {
        if (reading.tokens()[match.first].sentence == last_named_in_) ranked_.insert(last_named_);
        return;
      }
      if (country_.empty() && !motto && !is_seat_of_giver(reading, match)) country_ = span;
      names_country_ = names_country_ || !(motto || is_in_name_of_body(reading, match));
      return;
    }
    const bool headline = reading.section_of(match.first) == text::Section::kTitle;
    const bool district = name.kind == PlaceKind::kDistrict;
    const bool with_class = (match.first > 0 && reading.is_any(match.first - 1, {"tỉnh", "phố", "tp", "."})) ||
                            start_of_proper_name(reading, match) > match.first;
    const std::size_t weight = headline                  ? (district ? kDistrictInHeadline : kHeadline)
                               : !district && with_class ? 2
                                                         : 1;
    if (!district) named_.insert(name.name);
    last_named_ = name.name;
    last_named_in_ = reading.tokens()[match.first].sentence;
    if (!district && match.first > 0 && reading.is(match.first - 1, "tỉnh")) with_class_.insert(name.name);
    Vote& vote = votes_[name.name];
    if (vote.weight == 0 || headline) vote.span = span;
    vote.weight += weight;
    vote.districts += district ? 1 : 0;
    vote.city = vote.city || (!district && match.value("kind") == "city");
    total_ += weight;
  }

  std::map<std::string, Vote> votes_;
  std::size_t total_ = 0;
  std::size_t unnamed_ = 0;
  std::size_t offices_ = 0;
  std::size_t unnamed_cities_ = 0;  // "UBND thành phố", "thành phố có"; of a town of a province or of a city
  std::set<std::string> named_;
  std::set<std::string> with_class_;  // named behind "tỉnh"
  std::set<std::string> ranked_;      // "dẫn đầu cả nước" is told of them
  std::string last_named_;
  std::size_t last_named_in_ = 0;  // the sentence
  bool names_country_ = false;     // elsewhere than in names of bodies
  Told<std::string> newspaper_;    // its province, empty where the paper is not known
  std::optional<Told<std::string>> publisher_;
  std::string opening_;  // the province that the text begins with, empty where it begins otherwise
  Span country_;
};

bool speaks_of_meeting(const Reading& reading, std::size_t token) {
  const Sentence& sentence = reading.sentence_of(token);
  for (std::size_t at = sentence.first; at + 1 < sentence.last; ++at) {
    const std::string_view a = reading.folded(at);
    const std::string_view b = reading.folded(at + 1);
    if ((a == "hội" && (b == "nghị" || b == "thảo")) || (a == "giao" && b == "ban") || (a == "cuộc" && b == "họp") ||
        (a == "phiên" && b == "họp") || (a == "gặp" && b == "mặt") || (a == "tọa" && b == "đàm")) {
      return true;
    }
  }
  return false;
}

}  // namespace

// "theo đánh giá năm 2016 của cơ quan này": an assessment that is quoted, not the work of the year.
static bool is_of_cited_assessment(const Reading& reading, const DateReading& date) {
  std::size_t at = date.first;
  while (at > 2 && reading.is_any(at - 1, {"vào", "trong", "hồi"})) --at;
  if (at < 3 || !reading.is(at - 1, "giá") || !reading.is(at - 2, "đánh")) return false;
  at -= 2;
  while (at > 1 && reading.is_any(at - 1, {"kết", "quả", "bản", "cuộc", "đợt"})) --at;
  return reading.is(at - 1, "theo");
}

bool is_reviewed(const Reading& reading, const DateReading& date) {
  if (is_governed_by_plan(reading, date) || is_of_cited_assessment(reading, date)) return false;
  if (is_subject_of_report(reading, date)) return true;
  return told_before(reading, date,
                     {{"tổng", "kết"},
                      {"đánh", "giá"},
                      {"kết", "quả"},
                      {"công", "tác"},
                      {"tình", "hình"},
                      {"kiểm", "điểm"},
                      {"sơ", "kết"}});
}

bool is_planned(const Reading& reading, const DateReading& date) {
  if (is_governed_by_plan(reading, date)) return true;
  return told_before(reading, date, {{"phương", "hướng"}, {"nhiệm", "vụ"}, {"trọng", "tâm"}, {"kế", "hoạch"}});
}

bool is_own_matter(text::Section section) {
  return section != text::Section::kRelated && section != text::Section::kFrame && section != text::Section::kPublisher;
}

void drop_crawl_clock(const Reading& reading, const std::vector<DateReading>& dates, std::vector<DatedRole>& roles) {
  DocumentContext context;
  read_years(context, reading, dates);
  if (!context.reviewed || !context.reviewed->value.has_year()) return;
  const CalendarSpan& reviewed = context.reviewed->value;
  const int last = reviewed.to && reviewed.to->year ? *reviewed.to->year : *reviewed.from.year;
  for (DatedRole& role : roles) {
    const auto when = parse_iso(role.value);
    const bool late = when && when->from.year && *when->from.year > last + 1;
    if (role.chosen && role.role == "header" && late) role.chosen = false;
  }
}

DocumentContext read_context(const Reading& reading, const std::vector<DateReading>& dates,
                             const std::vector<DatedRole>& roles, const std::vector<PlaceMention>& places) {
  DocumentContext context;
  read_years(context, reading, dates);
  read_first_months(context, reading, dates);
  read_issue(context, reading, dates);
  read_published(context, roles);
  read_year_of_aid(context, reading, dates);
  const PlaceVotes votes(reading, places);
  context.place = votes.subject();
  context.place_by_district = context.place && context.place->value != "Việt Nam" && !votes.names(context.place->value);
  settle_document_day(context, reading, dates);
  if (!context.published && !context.day) context.newest = newest_month(reading, dates);
  return context;
}

void settle_document_day(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates) {
  constexpr std::size_t kNearHead = 6;  // dates
  std::size_t seen = 0;
  for (const DateReading& date : dates) {
    const text::Section section = reading.section_of(date.first);
    if (section != text::Section::kBody && section != text::Section::kCaption) continue;
    if (++seen > kNearHead) break;
    const bool told = date.relative == Relative::kNone && !date.until && !date.cited;
    const bool day = told && date.when.from.day > 0;
    if (!day || !speaks_of_meeting(reading, date.first)) continue;
    // "Chiều 23/12, … gặp mặt … từ khi hợp nhất ngày 1/7/2025": the meeting's day is the one whose year is not said.
    if (!date.when.has_year() && context.published) break;
    if (!date.when.has_year()) continue;
    context.day = Told<CalendarPoint>{date.when.from, date.span};
    return;
  }
  if (context.published) context.day = context.published;
  if (!context.day) context.day = dateline(reading, dates);
}

}  // namespace trichluc
