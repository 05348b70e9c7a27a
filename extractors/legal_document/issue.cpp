#include "extractors/legal_document/issue.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/official/name.h"
#include "extractors/official/organization.h"
#include "extractors/official/position.h"

namespace trichluc {
namespace {

// "Ủy ban công tác về các tổ chức phi chính phủ nước ngoài đã".
constexpr std::size_t kLongestIssuer = 20;

// A day, or a month with its year ("tháng 5/2005"): when a document was issued.
bool tells_issue(const DateReading& date, bool month_too) {
  const CalendarSpan& when = date.when;
  if (when.to || date.relative != Relative::kNone) return false;
  return when.from.day != 0 || (month_too && when.from.month != 0 && when.from.year);
}

}  // namespace

void IssueReader::complete(Citation& citation, int year, const Citation* previous) const {
  take_date(citation, year);
  if (citation.fact.date.empty() && previous != nullptr) take_same_day(citation, *previous);
  take_issuer(citation);
  if (citation.fact.date.empty()) take_date_before(citation, year);
  if (citation.fact.issuer.empty()) take_issuer_before(citation);
}

const LexiconMatch* IssueReader::word_at(std::size_t token, std::string_view kind) const {
  const LexiconMatch* word = reading_.match_at(token, "legal_words");
  return word != nullptr && word->value("kind") == kind ? word : nullptr;
}

const LexiconMatch* IssueReader::word_before(std::size_t token, std::string_view kind) const {
  const LexiconMatch* word = reading_.match_before(token, "legal_words");
  return word != nullptr && word->value("kind") == kind ? word : nullptr;
}

std::span<const DateReading> IssueReader::dates_from(std::size_t token) const {
  const auto first = std::partition_point(dates_.begin(), dates_.end(),
                                          [token](const DateReading& date) { return date.first < token; });
  return {first, dates_.end()};
}

// "Chỉ thị 04-CT/TW (khóa XI) ngày …": one past the term of those who issued it, or `at`.
std::size_t IssueReader::after_term(std::size_t at) const {
  const bool term = is(at, "(") && is(at + 1, "khóa") && is(at + 3, ")");
  return term ? at + 4 : at;
}

// "ngày 31/8/2022", "(ngày 08/7/2020)", "ký ngày …", "ban hành tháng 8/2020" right behind the number.
void IssueReader::take_date(Citation& citation, int year) const {
  std::size_t at = after_term(citation.last);
  while (true) {
    const LexiconMatch* issued = word_at(at, "issue");
    const LexiconMatch* link = word_at(at, "link");
    if (issued != nullptr) {
      at = issued->last;
    } else if (link != nullptr) {
      at = link->last;
    } else if (is(at, ",") || is(at, "(")) {
      ++at;
    } else {
      break;
    }
  }
  const bool said = is(at, "ngày") || is(at, "tháng");
  for (const DateReading& date : dates_from(at)) {
    if (date.first > at + (said ? 1 : 0)) return;
    if (!tells_issue(date, is(at, "tháng"))) return;
    CalendarSpan when = date.when;
    if (!when.from.year && year != 0) when.from.year = year;
    citation.fact.date = to_iso(when);
    citation.last = date.last;
    if (is(citation.last, ")")) ++citation.last;
    return;
  }
}

// "… và Nghị định 81/2020/NĐ-CP ký cùng ngày": the day of the document named before it in the sentence.
void IssueReader::take_same_day(Citation& citation, const Citation& previous) const {
  std::size_t at = citation.last;
  if (is(at, "(")) ++at;
  while (const LexiconMatch* issued = word_at(at, "issue")) at = issued->last;
  if (!is(at, "cùng") || !is(at + 1, "ngày")) return;
  if (tokens_[previous.first].sentence != tokens_[citation.first].sentence) return;
  citation.fact.date = previous.fact.date;
  citation.last = at + 2;
}

// "Ngày 8/7/2020, Chính phủ ban hành Nghị định số …": the last date before a word of issuing that leads to the kind.
void IssueReader::take_date_before(Citation& citation, int year) const {
  const std::size_t issued = issuing_words(citation.first);
  if (issued == citation.first) return;
  const std::size_t sentence = reading_.sentence_of(citation.first).first;
  const DateReading* told = nullptr;
  for (const DateReading& date : dates_from(sentence)) {
    if (date.first >= issued) break;
    if (date.last <= issued) told = &date;
  }
  if (told == nullptr || issued - told->last > kLongestIssuer || !tells_issue(*told, false) ||
      !only_issuer(told->last, issued))
    return;
  CalendarSpan when = told->when;
  if (!when.from.year && year != 0) when.from.year = year;
  citation.fact.date = to_iso(when);
  citation.first = told->first;
  const std::size_t body = told->last + (is(told->last, ",") ? 1 : 0);
  if (citation.fact.issuer.empty() && body < issued) citation.fact.issuer = issuer_at(body, issued);
}

// The first of the words of issuing that stand right before this token ("đã ký ban hành"), or the token itself.
std::size_t IssueReader::issuing_words(std::size_t kind) const {
  std::size_t first = kind;
  bool any = false;
  while (first > 0 && tokens_[first - 1].sentence == tokens_[kind].sentence) {
    const LexiconMatch* word = word_before(first, "issue");
    const LexiconMatch* has = any ? word_before(first, "link") : word_before(first, "has");
    if (word == nullptr) word = has;
    if (word == nullptr) break;
    first = word->first;
    any = true;
  }
  return any ? first : kind;
}

// Between the date and the word of issuing stands a body or an office and nothing else.
bool IssueReader::only_issuer(std::size_t from, std::size_t to) const {
  if (is(from, ",")) ++from;
  return from == to || !issuer_at(from, to).empty();
}

std::string IssueReader::issuer_at(std::size_t from, std::size_t to) const {
  const std::vector<ReadPosition> office = read_positions(reading_, from);
  if (!office.empty()) {
    const auto name = read_name(reading_, office.back().last, NameContext::kAfterTitle);
    const bool whole = office.back().last == to || (name && name->last == to);
    return whole ? office.front().position.text : std::string();
  }
  const auto body = read_organization(reading_, from, false);
  return body && body->last == to ? body->name : std::string();
}

void IssueReader::take_issuer(Citation& citation) const {
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
  // "CỦA BAN BÍ THƯ / Căn cứ …": the name in capitals ends with them.
  if (tokens_[at + 1].all_capitals && at + 2 < body->name_last && tokens_[at + 2].all_capitals) {
    std::size_t last = at + 1;
    while (last < body->name_last && (tokens_[last].kind != TokenKind::kWord || tokens_[last].all_capitals)) ++last;
    if (last < body->name_last) citation.fact.issuer = reading_.words(reading_.span_of(at + 1, last));
    citation.last = last;
  }
  // "Ban Chấp hành Trung ương về thực hiện …" tells a subject; "Ủy ban công tác về các tổ chức …" is one name.
  const LexiconMatch* known = reading_.match_at(at + 1, "organizations");
  std::size_t subject = known == nullptr ? at + 2 : known->last;
  while (subject < citation.last && !is(subject, "về")) ++subject;
  if (subject == citation.last) return;
  citation.fact.issuer = reading_.words(reading_.span_of(at + 1, subject));
  citation.last = subject;
}

// "Chính phủ ban hành Nghị định …": the body that opens the clause and does nothing else.
void IssueReader::take_issuer_before(Citation& citation) const {
  const std::size_t issued = issuing_words(citation.first);
  if (issued == citation.first) return;
  const std::size_t sentence = reading_.sentence_of(citation.first).first;
  std::size_t from = issued;
  while (from > sentence && !is(from - 1, ",") && !is(from - 1, ";") && issued - from < kLongestIssuer) --from;
  if (from < issued) citation.fact.issuer = issuer_at(from, issued);
}

std::size_t IssueReader::after_issuer(std::size_t token) const {
  if (!is(token, "của") || token + 1 >= tokens_.size()) return token;
  // "theo quy định của Nghị định số 131/2006/NĐ-CP": another document.
  if (reading_.match_at(token + 1, "legal_kinds") != nullptr) return token;
  const std::vector<ReadPosition> office = read_positions(reading_, token + 1);
  if (!office.empty() && is(office.front().last, "số")) return office.front().last;
  const auto body =
      office.empty() && tokens_[token + 1].capital ? read_organization(reading_, token + 1, false) : std::nullopt;
  if (!body && office.empty()) return token;
  const std::size_t named = body ? body->name_last : office.front().last;
  // A body's name is read on over "số"; a mark or another document behind the name ends the search.
  for (std::size_t t = token + 2; t < tokens_.size() && t - token < kLongestIssuer; ++t) {
    if (tokens_[t].sentence != tokens_[token].sentence || tokens_[t].kind == TokenKind::kMark) break;
    if (is(t, "số")) return t;
    if (t >= named && reading_.match_at(t, "legal_kinds") != nullptr) break;
  }
  return token;
}

}  // namespace trichluc
