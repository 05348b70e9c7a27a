#include "extractors/resolve/place.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/clause.h"

namespace trichluc {
namespace {

struct Mention {
  const LexiconMatch* match;
  std::string name;
};

class PlaceResolver {
 public:
  PlaceResolver(const Reading& reading, const std::vector<Statement>& statements, const DocumentContext& context)
      : reading_(reading), statements_(statements), context_(context) {
    for (const LexiconMatch& match : reading.matches()) {
      if (match.lexicon->name() == "places" && is_scope(match))
        mentions_.push_back({&match, std::string(match.value("name"))});
    }
    for (const Statement& statement : statements) firsts_.push_back(statement.first);
  }

  void resolve(Statement& statement) const {
    const Measure measure = *measure_of(statement.candidate->fact);
    if (!measure.place->empty()) return;
    const bool own_province = speaks_of_own_province(statement) && is_own_matter(reading_.section_of(statement.first));
    if (is_about_province() && own_province) {
      set(statement, measure, context_.place->value, context_.place->from);
    } else if (const Mention* own = in_sentence(statement)) {
      set(statement, measure, own->name, span_of(*own));
      *measure.places = listed_with(*own);
      if (!measure.places->empty()) *measure.place = measure.places->front();
    } else if (own_province) {
      return;  // "toàn tỉnh" of a province that the document does not name: unknown, not the whole country
    } else if (const Mention* earlier = in_paragraph(statement)) {
      set(statement, measure, earlier->name, span_of(*earlier));
    } else if (context_.place && is_own_matter(reading_.section_of(statement.first))) {
      set(statement, measure, context_.place->value, context_.place->from);
    }
  }

 private:
  // "tại 3 tỉnh Quảng Trị, Quảng Bình và Hà Tĩnh": the names of the enumeration, none where the place stands alone.
  std::vector<std::string> listed_with(const Mention& mention) const {
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
    while (at > floor && is_place_class(at - 1)) --at;
    if (at <= floor + 1 || !links(at - 1)) return nullptr;
    const LexiconMatch* before = reading_.match_before(at - 1, "places");
    return before != nullptr && before->first >= floor && is_province(*before) ? before : nullptr;
  }

  const LexiconMatch* neighbour_after(const LexiconMatch& match) const {
    const std::size_t end = reading_.sentence_of(match.first).last;
    std::size_t at = match.last;
    if (at >= end || !links(at)) return nullptr;
    ++at;
    while (at < end && is_place_class(at)) ++at;
    const LexiconMatch* after = at < end ? reading_.match_at(at, "places") : nullptr;
    return after != nullptr && is_province(*after) ? after : nullptr;
  }

  bool is_province(const LexiconMatch& match) const {
    return match.value("kind") != "country" && reading_.tokens()[match.first].capital;
  }

  // "toàn tỉnh", "hoạt động tại tỉnh", "tỉnh tiếp nhận": the province that the document is about.
  bool speaks_of_own_province(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    for (std::size_t at = clause.first; at < clause.last; ++at) {
      if (!reading_.is(at, "tỉnh") || reading_.match_at(at + 1, "places") != nullptr) continue;
      const bool after_word =
          at > 0 && (reading_.is(at - 1, "toàn") || reading_.is(at - 1, "tại") || reading_.is(at - 1, "bàn") ||
                     reading_.is(at - 1, "vào") || reading_.is(at - 1, "cho") || reading_.is(at - 1, "với"));
      const bool opens = at == clause.first || reading_.tokens()[at - 1].kind == TokenKind::kMark;
      if ((after_word || opens) && !reading_.tokens()[std::min(at + 1, clause.last - 1)].capital) return true;
    }
    return false;
  }

  bool is_about_province() const { return context_.place && context_.place->value != "Việt Nam"; }

  Span span_of(const Mention& mention) const { return reading_.span_of(mention.match->first, mention.match->last); }

  // A mention that says where: after a preposition, or as the subject of its clause; never inside an office's name.
  bool is_scope(const LexiconMatch& match) const {
    const bool country = match.value("kind") == "country";
    if (!country && !reading_.tokens()[match.first].capital) return false;
    std::size_t before = match.first;
    const std::size_t sentence_first = reading_.sentence_of(match.first).first;
    while (before > sentence_first && is_place_class(before - 1)) --before;
    if (country && is_rank(match.first)) return false;
    if (match.entry->form == "cả nước" || match.entry->form == "toàn quốc") return true;
    // "tại 5 tỉnh …", "cho các tỉnh …"
    const bool counted = before < match.first && before > sentence_first;
    if (counted && (reading_.tokens()[before - 1].kind == TokenKind::kNumber || reading_.is(before - 1, "các")))
      --before;
    if (before == sentence_first) return true;
    if (is_province_of_district(match, sentence_first)) return true;
    if (is_dateline(before - 1, sentence_first) || is_seat_of_mission(before - 1, sentence_first)) return false;
    const bool of_province = before < match.first && reading_.is(before - 1, "của");
    const bool led = before < match.first && (reading_.is(before - 1, "riêng") || reading_.is(before - 1, "toàn") ||
                                              reading_.is(before - 1, "và"));
    return is_preposition(before - 1) || of_province || led || opens_clause(before, match) ||
           acts(match, before, sentence_first);
  }

  // "đứng đầu cả nước", "lớn nhất cả nước", "thứ hai cả nước", "so với cả nước": a rank among the provinces.
  bool is_rank(std::size_t at) const {
    if (at < 2) return false;
    if (reading_.is(at - 1, "đầu") || reading_.is(at - 1, "nhất") || reading_.is(at - 1, "nhì") ||
        reading_.is(at - 1, "của"))
      return reading_.is(at - 1, "của") ? reading_.is(at - 2, "đầu") : true;
    return reading_.is(at - 2, "thứ") || (reading_.is(at - 1, "với") && reading_.is(at - 2, "so"));
  }

  bool is_place_class(std::size_t at) const {
    return reading_.is(at, "toàn") || reading_.is(at, "tỉnh") || reading_.is(at, "phố") || reading_.is(at, "thành") ||
           reading_.is(at, "tp") || reading_.is(at, "bàn") || reading_.is(at, "địa") ||
           (reading_.is(at, ".") && at > 0 && reading_.is(at - 1, "tp"));
  }

  bool is_preposition(std::size_t at) const {
    static constexpr std::string_view kWords[] = {"tại",   "ở",    "trên", "cho", "vào",
                                                  "trong", "khắp", "đến",  "với", "giúp"};
    return std::any_of(std::begin(kWords), std::end(kWords),
                       [&](std::string_view word) { return reading_.is(at, word); });
  }

  // ", Hà Giang có 56 tổ chức": after a mark, before a verb of having.
  bool opens_clause(std::size_t before, const LexiconMatch& match) const {
    const std::size_t after = match.last;
    const bool mark = reading_.tokens()[before - 1].kind == TokenKind::kMark;
    if (mark && before < match.first) return true;
    if (reading_.tokens()[before - 1].kind != TokenKind::kMark && !reading_.is(before - 1, "nay") &&
        !reading_.is(before - 1, "hiện") && !reading_.is(before - 1, "mà"))
      return false;
    static constexpr std::string_view kVerbs[] = {"có", "đã",  "đang", "hiện", "tiếp",  "nhận", "thu", "được",
                                                  "là", "đón", "đứng", "dẫn",  "thuộc", "nằm",  "xếp"};
    return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                       [&](std::string_view verb) { return reading_.is(after, verb); });
  }

  // "UBND tỉnh Hà Giang vừa phê duyệt 3 dự án": an office of the province that opens the sentence, or
  // what follows a mark, and itself does the thing.
  bool acts(const LexiconMatch& match, std::size_t before, std::size_t sentence_first) const {
    constexpr std::size_t kLongestOffice = 9;
    static constexpr std::pair<std::string_view, std::string_view> kDeeds[] = {
        {"phê", "duyệt"}, {"tiếp", "nhận"}, {"vận", "động"}, {"huy", "động"},
        {"thu", "hút"},   {"giải", "ngân"}, {"ký", "kết"},   {"triển", "khai"}};
    std::size_t first = before;
    while (first > sentence_first && reading_.tokens()[first - 1].kind == TokenKind::kWord) --first;
    if (first == before || before - first > kLongestOffice || !reading_.tokens()[first].capital) return false;
    std::size_t verb = match.last;
    while (reading_.is(verb, "đã") || reading_.is(verb, "vừa") || reading_.is(verb, "mới") || reading_.is(verb, "cũng"))
      ++verb;
    return std::any_of(std::begin(kDeeds), std::end(kDeeds), [&](const auto& deed) {
      return reading_.is(verb, deed.first) && reading_.is(verb + 1, deed.second);
    });
  }

  // "huyện Văn Yên (Yên Bái)", "xã Ea Yong, huyện Krông Pắk (Đắk Lắk)": the province of the district just named.
  bool is_province_of_district(const LexiconMatch& match, std::size_t sentence_first) const {
    constexpr std::size_t kLongestName = 5;
    const bool bracketed =
        match.first > sentence_first && reading_.is(match.first - 1, "(") && reading_.is(match.last, ")");
    if (!bracketed || !is_province(match)) return false;
    static constexpr std::string_view kUnits[] = {"huyện", "xã", "quận", "phường", "thị", "bản", "thôn"};
    for (std::size_t at = match.first - 1; at > sentence_first && match.first - at <= kLongestName + 1; --at) {
      const auto is_unit = [&](std::string_view unit) { return reading_.is(at - 1, unit); };
      if (std::any_of(std::begin(kUnits), std::end(kUnits), is_unit)) return true;
    }
    return false;
  }

  // "Tổng Lãnh sự Nhật Bản tại TPHCM", "Đại sứ quán Hoa Kỳ tại Hà Nội": where the mission sits, not where the aid goes.
  bool is_seat_of_mission(std::size_t preposition, std::size_t sentence_first) const {
    if (!reading_.is(preposition, "tại")) return false;
    constexpr std::size_t kLongestCountry = 4;
    for (std::size_t at = preposition; at > sentence_first && preposition - at <= kLongestCountry; --at) {
      const bool mission = reading_.is(at - 1, "sự") || reading_.is(at - 1, "sứ") || reading_.is(at - 1, "quán");
      if (mission) return true;
    }
    return false;
  }

  // "Sáng 10/4, tại Hà Nội, …", "tại điểm cầu Hà Nội": where people met.
  bool is_dateline(std::size_t preposition, std::size_t sentence_first) const {
    if (!reading_.is(preposition, "tại") && !reading_.is(preposition, "ở")) return reading_.is(preposition, "cầu");
    for (std::size_t at = sentence_first; at < preposition; ++at) {
      const Token& token = reading_.tokens()[at];
      if (token.kind == TokenKind::kNumber && at > sentence_first &&
          (reading_.is(at - 1, "/") || reading_.is(at - 1, "ngày") || reading_.is(at - 1, "-")) &&
          preposition - at <= 3)
        return true;
    }
    return false;
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
  std::vector<Mention>::const_iterator mention_from(std::size_t token) const {
    return std::lower_bound(mentions_.begin(), mentions_.end(), token,
                            [](const Mention& mention, std::size_t at) { return mention.match->first < at; });
  }

  // Before the figure in its sentence the nearest mention; else after it, in its clause, with no other figure between.
  const Mention* in_sentence(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    const Mention* after = nullptr;
    const Mention* before = nullptr;
    for (auto at = mention_from(reading_.sentences()[statement.sentence].first); at != mentions_.end(); ++at) {
      const Mention& mention = *at;
      if (reading_.tokens()[mention.match->first].sentence != statement.sentence) break;
      if (mention.match->first < statement.last) before = &mention;
      const bool follows = mention.match->first >= statement.last && mention.match->first < clause.last;
      if (follows && after == nullptr && !other_between(statement.last, mention.match->first)) after = &mention;
    }
    if (after != nullptr && before != nullptr && before->match->first < clause.first) return after;
    return before != nullptr ? before : after;
  }

  const Mention* in_paragraph(const Statement& statement) const {
    for (auto at = mention_from(statement.first); at != mentions_.begin();) {
      const Mention& mention = *--at;
      if (reading_.tokens()[mention.match->first].paragraph != statement.paragraph) break;
      // In a document about a province the country's name further up is no scope unless it counts the whole country.
      const bool bare_country = mention.name == "Việt Nam" && mention.match->entry->form == "việt nam";
      if (!(bare_country && is_about_province())) return &mention;
    }
    return nullptr;
  }

  void set(const Statement& statement, const Measure& measure, const std::string& name, Span from) const {
    *measure.place = name;
    if (!statement.candidate->span.contains(from) || from.empty())
      statement.candidate->inferred.push_back({"place", name, from});
  }

  const Reading& reading_;
  const std::vector<Statement>& statements_;
  const DocumentContext& context_;
  std::vector<Mention> mentions_;
  std::vector<std::size_t> firsts_;  // of the statements
};

}  // namespace

void resolve_places(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context) {
  const PlaceResolver resolver(reading, statements, context);
  for (Statement& statement : statements) resolver.resolve(statement);
}

}  // namespace trichluc
