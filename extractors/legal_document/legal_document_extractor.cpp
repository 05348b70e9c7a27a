#include "extractors/legal_document/legal_document_extractor.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extractors/clause.h"
#include "extractors/legal_document/document_number.h"
#include "extractors/official/name.h"
#include "extractors/official/organization.h"
#include "extractors/official/position.h"

namespace trichluc {
namespace {

constexpr double kConfidence = 0.95;
// "Luật Quản lý, sử dụng tài sản công số 15/2017/QH14".
constexpr std::size_t kLongestTitle = 14;
// "Ủy ban công tác về các tổ chức phi chính phủ nước ngoài đã".
constexpr std::size_t kLongestIssuer = 20;

struct Citation {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  LegalDocumentFact fact;
  std::string line;  // of the dictionary
  bool related = false;
};

class CitationReader {
 public:
  CitationReader(const Reading& reading, std::span<const DateReading> dates)
      : reading_(reading), tokens_(reading.tokens()), dates_(dates) {}

  std::vector<Citation> read() {
    for (std::size_t t = 0; t < tokens_.size();) {
      const LexiconMatch* kind = reading_.match_at(t, "legal_kinds");
      t = kind == nullptr ? t + 1 : std::max(citations_of(*kind), t + 1);
    }
    return std::move(found_);
  }

 private:
  bool is(std::size_t token, std::string_view form) const {
    return token < tokens_.size() && tokens_[token].folded == form;
  }

  // Reads what the kind word governs; returns where to go on.
  std::size_t citations_of(const LexiconMatch& kind) {
    std::size_t at = kind.last;
    const bool numbered = skip_number_word(kind, at);
    const auto number = read_document_number(reading_, at);
    if (!number || tokens_[at].paragraph != tokens_[kind.first].paragraph) return kind.last;
    if (!agrees(kind, *number, numbered)) return kind.last;
    std::size_t last = add(kind, kind.first, *number);
    // "Các Nghị định 58/2022/NĐ-CP, 80/2020/NĐ-CP": the kind is said once.
    while (is(last, ",") || is(last, "và") || is(last, ";")) {
      const std::size_t next = last + (is(last + 1, "số") ? 2 : 1);
      const auto more = read_document_number(reading_, next);
      if (!more || !more->full || more->year == 0) break;
      last = add(kind, next, *more);
    }
    return last;
  }

  // "số", "số:", and before it a law's title; true when "số" was there.
  bool skip_number_word(const LexiconMatch& kind, std::size_t& at) const {
    if (kind.value("needs") == "law") {
      std::size_t t = at;
      while (t < tokens_.size() && t - at < kLongestTitle && tokens_[t].sentence == tokens_[kind.first].sentence &&
             !is(t, "số")) {
        ++t;
      }
      if (is(t, "số") && t - at < kLongestTitle) at = t;
    }
    if (!is(at, "số")) return false;
    ++at;
    if (is(at, ":") || is(at, ".")) ++at;
    return true;
  }

  bool agrees(const LexiconMatch& kind, const DocumentNumber& number, bool numbered) const {
    const std::string_view needs = kind.value("needs");
    const bool short_form = kind.last == kind.first + 1 && needs == "full";
    if (short_form && !tokens_[kind.first].all_capitals) return false;
    if (number.full) return true;
    if (needs == "full" || needs == "law") return false;
    if (number.year != 0 || numbered) return needs != "numbered" || numbered;
    if (needs == "numbered" || reading_.quantity_at(number.first) == nullptr) return false;
    const Quantity& quantity = *reading_.quantity_at(number.first);
    if (quantity.scaled || quantity.last > number.last || is(number.last, "%")) return false;
    return needs == "bare" ? !counts_something(number.last) : closes(number.last);
  }

  // "nghị quyết 5 năm": a duration, no number of a document.
  bool counts_something(std::size_t at) const {
    return is(at, "năm") || is(at, "tháng") || is(at, "ngày") || is(at, "tuổi");
  }

  // Nothing that is counted stands behind a bare number.
  bool closes(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].paragraph != tokens_[at - 1].paragraph) return true;
    if (tokens_[at].kind == TokenKind::kMark) return true;
    if (counts_something(at)) return false;
    return is(at, "của") || is(at, "về") || is(at, "và") || reading_.match_at(at, "organization_stops") != nullptr;
  }

  std::size_t add(const LexiconMatch& kind, std::size_t first, const DocumentNumber& number) {
    Citation citation;
    citation.first = first;
    citation.last = number.last;
    citation.fact.kind = kind.value("name");
    citation.fact.number = number.text;
    citation.related = reading_.section_of(first) == text::Section::kRelated;
    citation.line = line_of(kind);
    take_date(citation, number.year);
    take_issuer(citation);
    if (citation.fact.date.empty()) take_date_before(citation, number.year);
    found_.push_back(std::move(citation));
    return found_.back().last;
  }

  std::span<const DateReading> dates_from(std::size_t token) const {
    const auto first = std::partition_point(dates_.begin(), dates_.end(),
                                            [token](const DateReading& date) { return date.first < token; });
    return {first, dates_.end()};
  }

  // "ngày 31/8/2022", "(ngày 08/7/2020)", "ký ngày …" right behind the number.
  void take_date(Citation& citation, int year) const {
    std::size_t at = citation.last;
    while (is(at, ",") || is(at, "(") || is(at, "ký") || is(at, "ban") || is(at, "hành") || is(at, "ra")) ++at;
    const bool said = is(at, "ngày");
    for (const DateReading& date : dates_from(at)) {
      if (date.first > at + (said ? 1 : 0)) return;
      CalendarSpan when = date.when;
      if (when.from.day == 0 || when.to || date.relative != Relative::kNone) return;
      if (!when.from.year && year != 0) when.from.year = year;
      citation.fact.date = to_iso(when);
      citation.last = date.last;
      if (is(citation.last, ")")) ++citation.last;
      return;
    }
  }

  // "Ngày 8/7/2020, Chính phủ ban hành Nghị định số …": the last date before a word of issuing that leads to the kind.
  void take_date_before(Citation& citation, int year) const {
    const std::size_t issued = issuing_words(citation.first);
    if (issued == citation.first) return;
    const std::size_t sentence = reading_.sentence_of(citation.first).first;
    const DateReading* told = nullptr;
    for (const DateReading& date : dates_from(sentence)) {
      if (date.first >= issued) break;
      if (date.last <= issued) told = &date;
    }
    if (told == nullptr || issued - told->last > kLongestIssuer || told->when.from.day == 0 || told->when.to ||
        told->relative != Relative::kNone || !only_issuer(told->last, issued))
      return;
    CalendarSpan when = told->when;
    if (!when.from.year && year != 0) when.from.year = year;
    citation.fact.date = to_iso(when);
    citation.first = told->first;
    const std::size_t body = told->last + (is(told->last, ",") ? 1 : 0);
    if (citation.fact.issuer.empty() && body < issued) citation.fact.issuer = issuer_at(body, issued);
  }

  // The first of the words of issuing that stand right before this token ("đã ký ban hành"), or the token itself.
  std::size_t issuing_words(std::size_t kind) const {
    std::size_t first = kind;
    bool any = false;
    while (first > 0 && tokens_[first - 1].sentence == tokens_[kind].sentence) {
      const std::size_t two = first >= 2 ? first - 2 : first;
      if (two < first && ((is(two, "ban") && is(two + 1, "hành")) || (is(two, "thông") && is(two + 1, "qua")))) {
        first = two;
      } else if (is(first - 1, "ký")) {
        --first;
      } else if (any && (is(first - 1, "đã") || is(first - 1, "vừa") || is(first - 1, "có") || is(first - 1, "và"))) {
        --first;
        continue;
      } else {
        break;
      }
      any = true;
    }
    return any ? first : kind;
  }

  // Between the date and the word of issuing stands a body or an office and nothing else.
  bool only_issuer(std::size_t from, std::size_t to) const {
    if (is(from, ",")) ++from;
    return from == to || !issuer_at(from, to).empty();
  }

  std::string issuer_at(std::size_t from, std::size_t to) const {
    const std::vector<ReadPosition> office = read_positions(reading_, from);
    if (!office.empty()) {
      const auto name = read_name(reading_, office.back().last, NameContext::kAfterTitle);
      const bool whole = office.back().last == to || (name && name->last == to);
      return whole ? office.front().position.text : std::string();
    }
    const auto body = read_organization(reading_, from, false);
    return body && body->last == to ? body->name : std::string();
  }

  void take_issuer(Citation& citation) const {
    const std::size_t at = citation.last + (is(citation.last, ",") ? 1 : 0);
    if (!is(at, "của") || at + 1 >= tokens_.size()) return;
    const std::vector<ReadPosition> office = read_positions(reading_, at + 1);
    if (!office.empty()) {
      citation.fact.issuer = office.front().position.text;
      citation.last = office.front().last;
      return;
    }
    const auto body = read_organization(reading_, at + 1, false);
    if (!body || !tokens_[at + 1].capital) return;
    citation.last = body->name_last;
    citation.fact.issuer = body->name;
    // "Ban Chấp hành Trung ương về thực hiện …" tells a subject; "Ủy ban công tác về các tổ chức …" is one name.
    const LexiconMatch* known = reading_.match_at(at + 1, "organizations");
    const std::size_t known_size =
        known == nullptr ? 0 : reading_.words(reading_.span_of(known->first, known->last)).size();
    const std::size_t subject = body->name.find(" về ", known_size);
    if (subject != std::string::npos) citation.fact.issuer.resize(subject);
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::span<const DateReading> dates_;  // in order of the text
  std::vector<Citation> found_;
};

bool begins_number(const std::string& shorter, const std::string& longer) {
  if (longer.size() <= shorter.size() || longer.compare(0, shorter.size(), shorter) != 0) return false;
  return longer[shorter.size()] == '/' || longer[shorter.size()] == '-';
}

// The same document: the same number, or a shorter form of it ("58", "58/2022/NĐ-CP").
bool same_document(const Citation& a, const Citation& b) {
  if (a.fact.kind != b.fact.kind || a.related != b.related) return false;
  const std::string& x = a.fact.number;
  const std::string& y = b.fact.number;
  return x == y || begins_number(x, y) || begins_number(y, x);
}

void join(Citation& known, const Citation& again, Candidate& candidate, const Reading& reading) {
  const Span span = reading.span_of(again.first, again.last);
  LegalDocumentFact& fact = std::get<LegalDocumentFact>(candidate.fact);
  if (begins_number(known.fact.number, again.fact.number)) {
    fact.number = known.fact.number = again.fact.number;
    candidate.restated.push_back(std::exchange(candidate.span, span));
  } else {
    candidate.restated.push_back(span);
  }
  if (fact.date.empty()) fact.date = again.fact.date;
  if (fact.issuer.empty()) fact.issuer = again.fact.issuer;
}

}  // namespace

Readings LegalDocumentExtractor::read(const Reading& reading) const {
  Readings readings;
  std::vector<Citation> kept;
  for (Citation& citation : CitationReader(reading, dates_).read()) {
    const auto known =
        std::find_if(kept.begin(), kept.end(), [&](const Citation& k) { return same_document(k, citation); });
    if (known != kept.end()) {
      join(*known, citation, readings.candidates[static_cast<std::size_t>(known - kept.begin())], reading);
      continue;
    }
    Candidate candidate;
    candidate.fact = citation.fact;
    candidate.span = reading.span_of(citation.first, citation.last);
    candidate.rule = "legal_document.kind_number";
    candidate.lines = {citation.line};
    candidate.confidence = kConfidence;
    readings.candidates.push_back(std::move(candidate));
    kept.push_back(std::move(citation));
  }
  return readings;
}

}  // namespace trichluc
