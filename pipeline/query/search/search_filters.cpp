#include "pipeline/query/search/search_filters.h"

#include <vector>

#include "pipeline/query/search/index_facets.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// As words are looked for: an unaccented name stands for every accented one.
bool is_name(const std::string& stored, const std::string& asked) {
  const std::string key = text::fold(asked);
  return text::fold(stored) == key || (key == text::fold_to_ascii(asked) && text::fold_to_ascii(stored) == key);
}

bool holds_name(const std::string& stored, const std::string& asked) {
  const std::string key = text::fold(asked);
  return text::fold(stored).find(key) != std::string::npos ||
         (key == text::fold_to_ascii(asked) && text::fold_to_ascii(stored).find(key) != std::string::npos);
}

bool compares(double number, const std::string& sign, double with) {
  if (sign == ">") return number > with;
  if (sign == "<") return number < with;
  if (sign == ">=") return number >= with;
  if (sign == "<=") return number <= with;
  return number == with;
}

constexpr std::size_t kMostTerms = 500;  // of publishers, or documents, that one filter means
constexpr const char* kNothing = "\"none\"";

std::string any_of(const std::vector<std::string>& terms) {
  std::string expression;
  for (const std::string& one : terms) expression += (expression.empty() ? "\"" : " OR \"") + one + "\"";
  return "(" + (expression.empty() ? kNothing : expression) + ")";
}

std::string publishers_wanted(store::Database& database, const std::string& asked) {
  std::vector<std::string> terms;
  auto rows = database.prepare("SELECT publisher, name FROM search.publishers");
  while (terms.size() < kMostTerms && rows.step()) {
    if (holds_name(rows.text(1), asked)) terms.push_back(publisher_facet(rows.integer(0)));
  }
  return any_of(terms);
}

std::string documents_wanted(store::Database& database, std::string asked) {
  if (asked.rfind("sha256:", 0) != 0) asked = "sha256:" + asked;
  std::vector<std::string> terms;
  auto rows = database.prepare("SELECT document FROM main.documents WHERE id >= ?1 AND id < ?1 || 'z' LIMIT ?2");
  rows.bind(asked).bind(static_cast<std::int64_t>(kMostTerms));
  while (rows.step()) terms.push_back(document_facet(rows.integer(0)));
  return any_of(terms);
}

std::string expression_of(store::Database& database, const SearchFilters& filters) {
  std::string expression = facets_wanted(filters);
  const auto add = [&](const std::string& further) { expression += (expression.empty() ? "" : " AND ") + further; };
  if (!filters.publisher.empty()) add(publishers_wanted(database, filters.publisher));
  if (!filters.document.empty()) add(documents_wanted(database, filters.document));
  return expression;
}

}  // namespace

SearchFilter::SearchFilter(store::Database& database, const SearchFilters& filters)
    : database_(database),
      filters_(filters),
      expression_(expression_of(database, filters)),
      facts_(database.prepare("SELECT type, currency, section, place, number, first_year, last_year FROM main.evidence "
                              "e JOIN main.effective_facts f "
                              "ON f.fact = e.fact WHERE e.document = ?1 AND e.page = ?2")),
      published_(database.prepare("SELECT CAST(substr(published, 1, 4) AS INTEGER) FROM main.effective_documents WHERE "
                                  "document = ?1 AND published <> ''")) {}

bool SearchFilter::passes(std::int64_t document, int page) {
  const SearchFilters& f = filters_;
  const bool of_fact = !f.type.empty() || !f.amount_operator.empty() || !f.currency.empty() || !f.section.empty();
  const bool of_year = f.first_year || f.last_year;
  if (!of_fact && f.place.empty() && !of_year) return true;
  if (fact_passes(document, page)) return true;
  return !of_fact && f.place.empty() && published_passes(document);
}

bool SearchFilter::fact_passes(std::int64_t document, int page) {
  facts_.reset().bind(document).bind(page);
  const SearchFilters& f = filters_;
  while (facts_.step()) {
    const auto other = [&](int column, const std::string& asked) {
      return !asked.empty() && facts_.text(column) != asked;
    };
    if (other(0, f.type) || other(1, f.currency) || other(2, f.section)) continue;
    if (f.section.empty() && facts_.text(2) == "related") continue;
    if (!f.place.empty() && !is_name(facts_.text(3), f.place)) continue;
    if (!f.amount_operator.empty() && (facts_.is_null(4) || !compares(facts_.real(4), f.amount_operator, f.amount)))
      continue;
    const int last = facts_.is_null(6) ? 5 : 6;  // of a period without an end its beginning
    if (f.first_year && (facts_.is_null(last) || facts_.integer(last) < *f.first_year)) continue;
    if (f.last_year && (facts_.is_null(5) || facts_.integer(5) > *f.last_year)) continue;
    return true;
  }
  return false;
}

bool SearchFilter::published_passes(std::int64_t document) {
  published_.reset().bind(document);
  if (!published_.step()) return false;
  const auto year = published_.integer(0);
  return (!filters_.first_year || year >= *filters_.first_year) && (!filters_.last_year || year <= *filters_.last_year);
}

}  // namespace trichluc
