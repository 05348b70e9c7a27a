#include "pipeline/query/search_filters.h"

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

}  // namespace

bool SearchFilter::passes(std::int64_t document, int page) const {
  if (!filters_.any()) return true;
  if (!document_passes(document) || !official_passes(document)) return false;
  const SearchFilters& f = filters_;
  const bool of_fact = !f.type.empty() || !f.amount_operator.empty() || !f.currency.empty() || !f.section.empty();
  const bool of_year = f.first_year || f.last_year;
  if (!of_fact && f.place.empty() && !of_year) return true;
  if (fact_passes(document, page)) return true;
  return !of_fact && f.place.empty() && published_passes(document);
}

bool SearchFilter::document_passes(std::int64_t document) const {
  if (filters_.publisher.empty() && filters_.document.empty()) return true;
  auto row = database_.prepare("SELECT publisher, id FROM main.effective_documents WHERE document = ?1");
  row.bind(document);
  if (!row.step()) return false;
  if (!filters_.publisher.empty() && !holds_name(row.text(0), filters_.publisher)) return false;
  const std::string id = row.text(1);
  const std::string& asked = filters_.document;
  return asked.empty() || id.rfind(asked, 0) == 0 || id.rfind("sha256:" + asked, 0) == 0;
}

bool SearchFilter::official_passes(std::int64_t document) const {
  if (filters_.official.empty()) return true;
  auto names = database_.prepare("SELECT name FROM main.effective_facts WHERE document = ?1 AND type = 'official'");
  names.bind(document);
  while (names.step()) {
    if (is_name(names.text(0), filters_.official)) return true;
  }
  return false;
}

bool SearchFilter::fact_passes(std::int64_t document, int page) const {
  auto facts = database_.prepare(
      "SELECT type, currency, section, place, number, first_year, last_year FROM main.effective_facts f WHERE document "
      "= ?1 AND "
      "EXISTS (SELECT 1 FROM main.evidence e WHERE e.fact = f.fact AND e.page = ?2)");
  facts.bind(document).bind(page);
  const SearchFilters& f = filters_;
  while (facts.step()) {
    const auto other = [&](int column, const std::string& asked) {
      return !asked.empty() && facts.text(column) != asked;
    };
    if (other(0, f.type) || other(1, f.currency) || other(2, f.section)) continue;
    if (f.section.empty() && facts.text(2) == "related") continue;
    if (!f.place.empty() && !is_name(facts.text(3), f.place)) continue;
    if (!f.amount_operator.empty() && (facts.is_null(4) || !compares(facts.real(4), f.amount_operator, f.amount)))
      continue;
    if (f.first_year && (facts.is_null(6) || facts.integer(6) < *f.first_year)) continue;
    if (f.last_year && (facts.is_null(5) || facts.integer(5) > *f.last_year)) continue;
    return true;
  }
  return false;
}

bool SearchFilter::published_passes(std::int64_t document) const {
  auto row = database_.prepare(
      "SELECT CAST(substr(published, 1, 4) AS INTEGER) FROM main.effective_documents WHERE document = ?1 AND published "
      "<> ''");
  row.bind(document);
  if (!row.step()) return false;
  const auto year = row.integer(0);
  return (!filters_.first_year || year >= *filters_.first_year) && (!filters_.last_year || year <= *filters_.last_year);
}

}  // namespace trichluc
