#include "pipeline/query/search/index_facets.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/store/index_words.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::int64_t kFirstYear = 1945;  // the field begins
constexpr std::int64_t kLastYear = 2100;
constexpr int kLargest = 40;  // half orders of magnitude

std::string term(std::string_view kind, std::string value) {
  for (char& c : value) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '"') c = '_';
  }
  return store::kOpaqueMark + std::string(kind) + "=" + value;
}

// An unaccented name is looked for among names without accents.
std::string name_term(std::string_view kind, const std::string& name, bool plain) {
  return term(std::string(kind) + (plain ? "~" : ""), plain ? text::fold_to_ascii(name) : text::fold(name));
}

bool is_plain(const std::string& name) {
  return text::fold(name) == text::fold_to_ascii(name);
}

int magnitude(double number) {
  return number < 1 ? -1 : std::min(static_cast<int>(std::floor(2 * std::log10(number))), kLargest);
}

// A closed list of terms, one of which must be there.
std::string any_of(const std::vector<std::string>& terms) {
  std::string expression;
  for (const std::string& one : terms) expression += (expression.empty() ? "\"" : " OR \"") + one + "\"";
  return "(" + expression + ")";
}

std::vector<std::int64_t> years_of(std::optional<std::int64_t> first, std::optional<std::int64_t> last) {
  std::vector<std::int64_t> years;
  if (!first && !last) return years;
  const std::int64_t from = std::max(first.value_or(last.value_or(kFirstYear)), kFirstYear);
  const std::int64_t to = std::min(last.value_or(from), kLastYear);
  for (std::int64_t year = from; year <= to; ++year) years.push_back(year);
  return years;
}

struct Joint {
  std::string kind, value;
};

std::vector<std::string> year_terms(const std::vector<std::int64_t>& years, const Joint& with) {
  std::vector<std::string> terms;
  for (const std::int64_t year : years) {
    terms.push_back(term(with.kind + "y", with.value + (with.value.empty() ? "" : ":") + std::to_string(year)));
  }
  return terms;
}

// Side bars are asked for by section:related alone.
std::string scope_of(const std::string& section) {
  return section == "related" ? "r" : "";
}

Joint place_of(const std::string& scope, const std::string& type, const std::string& place, bool plain) {
  const std::string name = plain ? text::fold_to_ascii(place) : text::fold(place);
  return {scope + (type.empty() ? "" : "t") + (plain ? "p~" : "p"), (type.empty() ? "" : type + ":") + name};
}

void add_magnitude(const std::string& scope, const FactFacets& fact, std::set<std::string>& terms) {
  if (!fact.number) return;
  const std::string size = std::to_string(magnitude(*fact.number));
  terms.insert(term(scope + "a", size));
  terms.insert(term(scope + "ta", fact.type + ":" + size));
  if (!fact.currency.empty()) terms.insert(term(scope + "ca", fact.currency + ":" + size));
}

std::string amounts_wanted(const std::string& scope, const SearchFilters& f) {
  const int size = magnitude(f.amount);
  const int first = f.amount_operator.front() == '<' ? -1 : size;
  const int last = f.amount_operator.front() == '>' ? kLargest : size;
  std::vector<std::string> terms;
  for (int one = first; one <= last; ++one) {
    const std::string n = std::to_string(one);
    terms.push_back(!f.currency.empty() ? term(scope + "ca", f.currency + ":" + n)
                    : !f.type.empty()   ? term(scope + "ta", f.type + ":" + n)
                                        : term(scope + "a", n));
  }
  return any_of(terms);
}

std::string years_wanted(const std::string& scope, const SearchFilters& f, bool of_fact) {
  const std::vector<std::int64_t> years = years_of(f.first_year.value_or(kFirstYear), f.last_year.value_or(kLastYear));
  Joint with{scope + (f.type.empty() ? "" : "t"), f.type};
  if (!f.place.empty()) with = place_of(scope, f.type, f.place, is_plain(f.place));
  std::vector<std::string> terms = year_terms(years, with);
  if (!of_fact && f.place.empty()) {
    for (const std::int64_t year : years) terms.push_back(published_facet(std::to_string(year)));
  }
  return terms.empty() ? any_of({term("no", "year")}) : any_of(terms);
}

}  // namespace

void add_facets(const FactFacets& fact, std::set<std::string>& terms) {
  const std::string scope = scope_of(fact.section);
  const std::vector<std::int64_t> years = years_of(fact.first_year, fact.last_year);
  std::vector<Joint> joints = {{scope, ""}, {scope + "t", fact.type}};
  if (!fact.place.empty()) {
    for (const bool plain : {false, true}) {
      joints.push_back(place_of(scope, "", fact.place, plain));
      joints.push_back(place_of(scope, fact.type, fact.place, plain));
    }
  }
  for (const Joint& joint : joints) {
    if (!joint.value.empty()) terms.insert(term(joint.kind, joint.value));
    for (std::string& one : year_terms(years, joint)) terms.insert(std::move(one));
  }
  terms.insert(term("s", fact.section));
  if (!fact.currency.empty()) terms.insert(term(scope + "c", fact.currency));
  add_magnitude(scope, fact, terms);
}

void add_official_facets(std::string_view name, std::set<std::string>& terms) {
  terms.insert(name_term("o", std::string(name), false));
  terms.insert(name_term("o", std::string(name), true));
}

std::string publisher_facet(std::int64_t publisher) {
  return term("b", std::to_string(publisher));
}

std::string document_facet(std::int64_t document) {
  return term("d", std::to_string(document));
}

std::string published_facet(std::string_view year) {
  return term("published", std::string(year));
}

std::string facets_wanted(const SearchFilters& f) {
  const std::string scope = scope_of(f.section);
  const bool of_fact = !f.type.empty() || !f.amount_operator.empty() || !f.currency.empty() || !f.section.empty();
  std::vector<std::string> all;
  if (!f.section.empty()) all.push_back(any_of({term("s", f.section)}));
  if (!f.official.empty()) all.push_back(any_of({name_term("o", f.official, is_plain(f.official))}));
  if (!f.amount_operator.empty()) all.push_back(amounts_wanted(scope, f));
  if (f.amount_operator.empty() && !f.currency.empty()) all.push_back(any_of({term(scope + "c", f.currency)}));
  if (f.first_year || f.last_year) {
    all.push_back(years_wanted(scope, f, of_fact));
  } else if (!f.place.empty()) {
    const Joint joint = place_of(scope, f.type, f.place, is_plain(f.place));
    all.push_back(any_of({term(joint.kind, joint.value)}));
  } else if (!f.type.empty()) {
    all.push_back(any_of({term(scope + "t", f.type)}));
  }
  std::string expression;
  for (const std::string& one : all) expression += (expression.empty() ? "" : " AND ") + one;
  return expression;
}

}  // namespace trichluc
