#include "extractors/resolve/place.h"

#include <algorithm>
#include <optional>
#include <string>

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
      if (match.lexicon->name() == "places" && is_scope(match)) mentions_.push_back({&match, std::string(match.value("name"))});
    }
  }

  void resolve(Statement& statement) const {
    const Measure measure = *measure_of(statement.candidate->fact);
    if (!measure.place->empty()) return;
    if (is_about_province() && speaks_of_own_province(statement) && is_own_matter(reading_.section_of(statement.first))) {
      set(statement, measure, context_.place->value, context_.place->from);
    } else if (const Mention* own = in_sentence(statement)) {
      set(statement, measure, own->name, span_of(*own));
    } else if (const Mention* earlier = in_paragraph(statement)) {
      set(statement, measure, earlier->name, span_of(*earlier));
    } else if (context_.place && is_own_matter(reading_.section_of(statement.first))) {
      set(statement, measure, context_.place->value, context_.place->from);
    }
  }

 private:
  // "toàn tỉnh", "hoạt động tại tỉnh", "tỉnh tiếp nhận": the province that the document is about.
  bool speaks_of_own_province(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    for (std::size_t at = clause.first; at < clause.last; ++at) {
      if (!is(at, "tỉnh") || reading_.match_at(at + 1, "places") != nullptr) continue;
      const bool after_word = at > 0 && (is(at - 1, "toàn") || is(at - 1, "tại") || is(at - 1, "bàn") || is(at - 1, "vào") || is(at - 1, "cho") || is(at - 1, "với"));
      const bool opens = at == clause.first || reading_.tokens()[at - 1].kind == TokenKind::kMark;
      if ((after_word || opens) && !reading_.tokens()[std::min(at + 1, clause.last - 1)].capital) return true;
    }
    return false;
  }

  bool is_about_province() const { return context_.place && context_.place->value != "Việt Nam"; }

  bool is(std::size_t at, std::string_view word) const { return at < reading_.tokens().size() && reading_.folded(at) == word; }
  Span span_of(const Mention& mention) const { return reading_.span_of(mention.match->first, mention.match->last); }

  // A mention that says where: after a preposition, or as the subject of its clause; never inside an office's name.
  bool is_scope(const LexiconMatch& match) const {
    const bool country = match.value("kind") == "country";
    if (!country && !reading_.tokens()[match.first].capital) return false;
    std::size_t before = match.first;
    const std::size_t sentence_first = reading_.sentence_of(match.first).first;
    while (before > sentence_first && is_place_class(before - 1)) --before;
    if (match.entry->form == "cả nước" || match.entry->form == "toàn quốc") return true;
    if (before == sentence_first) return true;
    if (is_dateline(before - 1, sentence_first)) return false;
    const bool of_province = before < match.first && is(before - 1, "của");
    const bool led = before < match.first && (is(before - 1, "riêng") || is(before - 1, "toàn") || is(before - 1, "và"));
    return is_preposition(before - 1) || of_province || led || opens_clause(before, match);
  }

  bool is_place_class(std::size_t at) const {
    return is(at, "toàn") || is(at, "tỉnh") || is(at, "phố") || is(at, "thành") || is(at, "tp") || is(at, "bàn") || is(at, "địa") || (is(at, ".") && at > 0 && is(at - 1, "tp"));
  }

  bool is_preposition(std::size_t at) const {
    static constexpr std::string_view kWords[] = {"tại", "ở", "trên", "cho", "vào", "trong", "khắp", "đến", "với", "giúp"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) { return is(at, word); });
  }

  // ", Hà Giang có 56 tổ chức": after a mark, before a verb of having.
  bool opens_clause(std::size_t before, const LexiconMatch& match) const {
    const std::size_t after = match.last;
    const bool mark = reading_.tokens()[before - 1].kind == TokenKind::kMark;
    if (mark && before < match.first) return true;
    if (reading_.tokens()[before - 1].kind != TokenKind::kMark && !is(before - 1, "nay") && !is(before - 1, "hiện") && !is(before - 1, "mà")) return false;
    static constexpr std::string_view kVerbs[] = {"có", "đã", "đang", "hiện", "tiếp", "nhận", "thu", "được", "là", "đón"};
    return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view verb) { return is(after, verb); });
  }

  // "Sáng 10/4, tại Hà Nội, …", "tại điểm cầu Hà Nội": where people met.
  bool is_dateline(std::size_t preposition, std::size_t sentence_first) const {
    if (!is(preposition, "tại") && !is(preposition, "ở")) return is(preposition, "cầu");
    for (std::size_t at = sentence_first; at < preposition; ++at) {
      const Token& token = reading_.tokens()[at];
      if (token.kind == TokenKind::kNumber && at > sentence_first && (is(at - 1, "/") || is(at - 1, "ngày") || is(at - 1, "-")) && preposition - at <= 3) return true;
    }
    return false;
  }

  bool other_between(std::size_t from, std::size_t to) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const Statement& other) { return other.first >= from && other.last <= to; });
  }

  // Before the figure in its sentence the nearest mention; else after it, in its clause, with no other figure between.
  const Mention* in_sentence(const Statement& statement) const {
    const Clause clause = clause_of(reading_, statement.first);
    const Mention* after = nullptr;
    const Mention* before = nullptr;
    for (const Mention& mention : mentions_) {
      if (reading_.tokens()[mention.match->first].sentence != statement.sentence) continue;
      if (mention.match->first < statement.last) before = &mention;
      const bool follows = mention.match->first >= statement.last && mention.match->first < clause.last;
      if (follows && after == nullptr && !other_between(statement.last, mention.match->first)) after = &mention;
    }
    if (after != nullptr && before != nullptr && before->match->first < clause.first) return after;
    return before != nullptr ? before : after;
  }

  const Mention* in_paragraph(const Statement& statement) const {
    const Mention* nearest = nullptr;
    for (const Mention& mention : mentions_) {
      if (mention.match->first >= statement.first) break;
      if (reading_.tokens()[mention.match->first].paragraph != statement.paragraph) continue;
      // In a document about a province the country's name further up is no scope unless it counts the whole country.
      const bool bare_country = mention.name == "Việt Nam" && mention.match->entry->form == "việt nam";
      if (!(bare_country && is_about_province())) nearest = &mention;
    }
    return nearest;
  }

  void set(const Statement& statement, const Measure& measure, const std::string& name, Span from) const {
    *measure.place = name;
    if (!statement.candidate->span.contains(from) || from.empty()) statement.candidate->inferred.push_back({"place", name, from});
  }

  const Reading& reading_;
  const std::vector<Statement>& statements_;
  const DocumentContext& context_;
  std::vector<Mention> mentions_;
};

}  // namespace

void resolve_places(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context) {
  const PlaceResolver resolver(reading, statements, context);
  for (Statement& statement : statements) resolver.resolve(statement);
}

}  // namespace trichluc
