#include "pipeline/store/fact_columns.h"

#include <algorithm>

#include "pipeline/record/record_json.h"

namespace trichluc::store {
namespace {

struct Fill {
  FactColumns& columns;
  const Record& record;

  void put(std::string_view name, std::string_view value) const {
    if (!value.empty()) columns[name] = std::string(value);
  }
  void put(std::string_view name, const std::optional<Decimal>& value) const {
    if (value) columns[name] = value->to_string();
  }
  // What a count and a sum share.
  template <class F>
  void put_shared(const F& fact) const {
    put("low", fact.low);
    put("high", fact.high);
    put("qualifier", name_of(fact.qualifier));
    if (fact.kind) put("kind", name_of(*fact.kind));
    put("certainty", name_of(fact.certainty));
    put("place", fact.place);
    put("scope", fact.scope);
    put("period", fact.period);
    put("per", fact.per);
    put("part_of", record.part_of);
  }

  void operator()(const CountFact& fact) const {
    put("value", fact.value);
    put("counted", fact.of);
    put("status", fact.status);
    put_shared(fact);
  }
  void operator()(const AidValueFact& fact) const {
    put("value", fact.amount);
    put("currency", fact.currency);
    put("stage", fact.stage);
    put("sector", fact.sector);
    put("donor", fact.donor);
    put("recipient", fact.recipient);
    put_shared(fact);
  }
  void operator()(const ShareFact& fact) const {
    put("value", std::optional(fact.percent));
    put("label", fact.label);
    put("part_of", record.share_of);
  }
  void operator()(const DateFact& fact) const {
    put("value", fact.value);
    put("period", fact.value);
  }
  void operator()(const OfficialFact& fact) const {
    put("name", fact.name);
    put("honorific", fact.honorific);
    put("role", fact.meeting_role);
  }
  void operator()(const LegalDocumentFact& fact) const {
    put("legal_kind", fact.kind);
    put("legal_number", fact.number);
    put("period", fact.date);
    put("issuer", fact.issuer);
  }
};

struct NumberOf {
  static std::optional<double> of(const std::optional<Decimal>& value, const std::optional<Decimal>& low) {
    if (value) return value->to_double();
    return low ? std::optional(low->to_double()) : std::nullopt;
  }
  std::optional<double> operator()(const CountFact& fact) const { return of(fact.value, fact.low); }
  std::optional<double> operator()(const AidValueFact& fact) const { return of(fact.amount, fact.low); }
  std::optional<double> operator()(const ShareFact& fact) const { return fact.percent.to_double(); }
  template <class F>
  std::optional<double> operator()(const F&) const {
    return std::nullopt;
  }
};

std::optional<int> year_of(std::string_view date) {
  constexpr std::size_t kDigits = 4;
  if (date.size() < kDigits) return std::nullopt;
  int year = 0;
  for (const char c : date.substr(0, kDigits)) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year;
}

}  // namespace

FactColumns columns_of(const Record& record) {
  FactColumns columns;
  std::visit(Fill{columns, record}, record.fact);
  return columns;
}

std::optional<double> number_of(const Fact& fact) {
  return std::visit(NumberOf{}, fact);
}

Years years_of(std::string_view period) {
  const std::size_t slash = period.find('/');
  if (slash == std::string_view::npos) return {year_of(period), year_of(period)};
  return {year_of(period.substr(0, slash)), year_of(period.substr(slash + 1))};
}

}  // namespace trichluc::store
