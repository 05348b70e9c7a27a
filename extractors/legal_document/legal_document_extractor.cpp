#include "extractors/legal_document/legal_document_extractor.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extractors/clause.h"
#include "extractors/legal_document/document_number.h"
#include "extractors/legal_document/issue.h"

namespace trichluc {
namespace {

constexpr double kConfidence = 0.95;
// "Luật Quản lý, sử dụng tài sản công số 15/2017/QH14".
constexpr std::size_t kLongestTitle = 14;

class CitationReader {
 public:
  CitationReader(const Reading& reading, std::span<const DateReading> dates)
      : reading_(reading), tokens_(reading.tokens()), issue_(reading, dates) {}

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
    std::size_t at = issue_.after_issuer(kind.last);
    const bool numbered = skip_number_word(kind, at);
    const auto number = read_document_number(reading_, at);
    if (!number || !is_near(kind, *number, numbered)) return kind.last;
    // "04/19991TTLT": digits that no number has.
    if (is(number->last, "/") && !tokens_[number->last].blank_before) return kind.last;
    if (!agrees(kind, *number, numbered)) return kind.last;
    // "Quyết định của Thủ tướng Chính phủ số 340/TTg": with its sign only.
    if (is(kind.last, "của") && !number->full) return kind.last;
    std::size_t last = add(kind, kind.first, *number);
    // "Các Nghị định 58/2022/NĐ-CP, 80/2020/NĐ-CP", "các Nghị định số 12 và 80": the kind is said once.
    const bool several = is_plural(kind);
    while (is(last, ",") || is(last, "và") || is(last, ";")) {
      const std::size_t next = last + (is(last + 1, "số") ? 2 : 1);
      const auto more = read_document_number(reading_, next);
      if (!more || tokens_[next].sentence != tokens_[kind.first].sentence) break;
      if (!more->full && !(several && names_document(*more))) break;
      last = add(kind, next, *more);
    }
    return last;
  }

  // In the same line, or at the head of the next where the line ends with the kind or with "số": then with its sign.
  bool is_near(const LexiconMatch& kind, const DocumentNumber& number, bool numbered) const {
    const std::size_t lines = tokens_[number.first].paragraph - tokens_[kind.first].paragraph;
    if (lines == 0) return true;
    return lines == 1 && numbered && number.full && number.first <= kind.last + 2;
  }

  // "các", "hai" before the kind.
  bool is_plural(const LexiconMatch& kind) const {
    if (kind.first == 0) return false;
    const LexiconMatch* word = reading_.match_at(kind.first - 1, "legal_words");
    return word != nullptr && word->value("kind") == "several";
  }

  // A bare further number: a small one, behind which nothing is counted.
  bool names_document(const DocumentNumber& number) const {
    return number.year != 0 || (number.text == number.leading && closes(number.last));
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
    if (!is(at, "số")) at = after_what_it_does(kind, at);
    if (!is(at, "số")) return false;
    ++at;
    if (is(at, ":") || is(at, ".")) ++at;
    return true;
  }

  // "Báo cáo thẩm định số 214/BC-STP", "Công văn hỏa tốc số …": one past a few words of what it is for, where the
  // number has a sign; the token itself where none follow.
  std::size_t after_what_it_does(const LexiconMatch& kind, std::size_t at) const {
    constexpr std::size_t kMostWords = 4;
    if (!tokens_[kind.first].capital) return at;
    for (std::size_t t = at; t < tokens_.size() && t - at <= kMostWords; ++t) {
      const bool same = tokens_[t].sentence == tokens_[kind.first].sentence;
      if (!same || tokens_[t].kind != TokenKind::kWord || tokens_[t].capital) return at;
      if (is(t, "số")) {
        const auto number = read_document_number(reading_, t + 1);
        return number && number->full ? t : at;
      }
      if (reading_.match_at(t, "legal_kinds") != nullptr && !is(t, "kết")) return at;
    }
    return at;
  }

  bool agrees(const LexiconMatch& kind, const DocumentNumber& number, bool numbered) const {
    const std::string_view needs = kind.value("needs");
    const bool short_form = kind.last == kind.first + 1 && needs == "full";
    if (short_form && !tokens_[kind.first].all_capitals) return false;
    if (number.full) return true;
    if (needs == "full" || needs == "law") return false;
    if (number.year != 0 || numbered) return needs != "numbered" || numbered;
    if (number.text != number.leading) return false;  // "quyết định 50/50"
    if (needs == "numbered" || reading_.quantity_at(number.first) == nullptr) return false;
    const Quantity& quantity = *reading_.quantity_at(number.first);
    if (quantity.scaled || quantity.last > number.last || is(number.last, "%")) return false;
    return needs == "bare" ? !counts_something(number.last) : closes(number.last);
  }

  // "nghị quyết 5 năm": a duration, no number of a document.
  bool counts_something(std::size_t at) const {
    return is(at, "năm") || is(at, "tháng") || is(at, "ngày") || is(at, "tuổi") ||
           reading_.match_at(at, "measure_units") != nullptr;
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
    issue_.complete(citation, number.year, found_.empty() ? nullptr : &found_.back());
    found_.push_back(std::move(citation));
    return found_.back().last;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  IssueReader issue_;
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
