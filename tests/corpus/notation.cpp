#include "tests/corpus/notation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <variant>

#include "extractors/decimal.h"
#include "pipeline/text/normalize.h"

namespace trichluc::corpus {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view divider) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = text.find(divider);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + divider.size());
  }
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

bool is_field(std::string_view part) {
  const auto equals = part.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  return std::all_of(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(equals),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::string digits(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "";
}

std::string name_of(Qualifier qualifier) {
  constexpr std::array<const char*, 6> kNames = {"exact", "over", "under", "about", "at_least", "up_to"};
  return kNames.at(static_cast<std::size_t>(qualifier));
}

std::string name_of(const std::optional<Kind>& kind) {
  constexpr std::array<const char*, 3> kNames = {"stock", "flow", "cumulative"};
  return kind ? kNames.at(static_cast<std::size_t>(*kind)) : "";
}

std::string name_of(const std::optional<Change>& change) {
  if (!change) return {};
  const std::string base = change->relative_to.empty() ? "" : " " + change->relative_to;
  return (change->increase ? "increase " : "decrease ") + change->percent.to_string() + base;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

// What counts and aid values have in common.
template <class Statement>
std::map<std::string, std::string> shared_fields(const Statement& fact) {
  return {{"low", digits(fact.low)},
          {"high", digits(fact.high)},
          {"qualifier", name_of(fact.qualifier)},
          {"kind", name_of(fact.kind)},
          {"certainty", fact.certainty == Certainty::kExpected ? "expected" : "reported"},
          {"place", fact.place},
          {"places", joined(fact.places)},
          {"scope", fact.scope},
          {"period", fact.period},
          {"per", fact.per},
          {"change", name_of(fact.change)},
          {"part_of", fact.part_of ? "true" : ""}};
}

Stated state_of(const CountFact& fact) {
  Stated stated{fact.of + " " + (fact.value ? digits(fact.value) : "-"), {}, shared_fields(fact)};
  stated.fields["status"] = fact.status;
  return stated;
}

Stated state_of(const AidValueFact& fact) {
  Stated stated{(fact.amount ? digits(fact.amount) : "-") + " " + fact.currency, {}, shared_fields(fact)};
  stated.fields["stage"] = fact.stage;
  stated.fields["sector"] = fact.sector;
  stated.fields["donor"] = fact.donor;
  stated.fields["recipient"] = fact.recipient;
  std::vector<std::string> equivalents;
  for (const auto& money : fact.equivalent) equivalents.push_back(money.amount.to_string() + " " + money.currency);
  stated.fields["equivalent"] = joined(equivalents);
  return stated;
}

Stated state_of(const ShareFact& fact) {
  return {fact.percent.to_string(), {}, {{"label", fact.label}, {"of", fact.of ? "true" : ""}}};
}

Stated state_of(const DateFact& fact) {
  return {fact.value, {}, {}};
}

Stated state_of(const OfficialFact& fact) {
  Stated stated{fact.name, {}, {{"honorific", fact.honorific}, {"role", fact.meeting_role}}};
  std::string& titles = stated.fields["titles"];
  std::string& bodies = stated.fields["bodies"];
  for (const auto& position : fact.positions) {
    stated.positions.push_back(position.text);
    titles += (titles.empty() ? "" : " + ") + position.title;
    bodies += (bodies.empty() ? "" : " + ") + position.organization;
  }
  return stated;
}

Stated state_of(const LegalDocumentFact& fact) {
  const std::string key = fact.number.empty() ? fact.kind : fact.kind + " " + fact.number;
  return {key, {}, {{"date", fact.date}, {"issuer", fact.issuer}}};
}

// Case, tone placement and the kind of blank are no difference.
bool same_words(std::string_view a, std::string_view b) {
  return text::fold(a) == text::fold(b);
}

bool same_positions(std::vector<std::string> expected, std::vector<std::string> read) {
  if (expected.empty()) return true;
  std::sort(expected.begin(), expected.end());
  std::sort(read.begin(), read.end());
  return std::equal(expected.begin(), expected.end(), read.begin(), read.end(), same_words);
}

bool agrees(const Stated& expected, const Stated& read) {
  if (!same_words(expected.key, read.key) || !same_positions(expected.positions, read.positions)) return false;
  return std::all_of(expected.fields.begin(), expected.fields.end(), [&](const auto& field) {
    const auto at = read.fields.find(field.first);
    return at != read.fields.end() && same_words(field.second == "-" ? "" : field.second, at->second);
  });
}

}  // namespace

std::string Stated::to_string() const {
  std::string text = key;
  for (const auto& position : positions) text += "; " + position;
  for (const auto& [name, value] : fields) {
    if (!value.empty()) text += "; " + name + "=" + value;
  }
  return text;
}

std::vector<Stated> parse_expected(std::string_view column) {
  std::vector<Stated> all;
  if (column == "-") return all;
  for (const auto& fact : split(column, " | ")) {
    Stated stated;
    bool has_key = false;
    for (const auto& piece : split(fact, ";")) {
      const std::string part = trimmed(piece);
      const auto equals = part.find('=');
      if (is_field(part)) {
        stated.fields[part.substr(0, equals)] = trimmed(part.substr(equals + 1));
      } else if (!has_key) {
        stated.key = part;
        has_key = true;
      } else {
        stated.positions.push_back(part);
      }
    }
    all.push_back(stated);
  }
  return all;
}

Stated state(const Fact& fact) {
  return std::visit([](const auto& known) { return state_of(known); }, fact);
}

Stated state(const Meeting& meeting) {
  return {"",
          {},
          {{"name", meeting.name},
           {"date", meeting.date},
           {"part_of_day", meeting.part_of_day},
           {"place", meeting.place},
           {"format", meeting.format},
           {"sites", digits(meeting.sites)},
           {"delegates", digits(meeting.delegates)}}};
}

Stated state(const HeaderFields& header) {
  std::string recipients;
  for (const auto& name : header.recipients) recipients += (recipients.empty() ? "" : " + ") + name;
  return {"",
          {},
          {{"agency", header.agency},
           {"superior", header.superior},
           {"number", header.number},
           {"place", header.place},
           {"date", header.date},
           {"kind", header.kind},
           {"subject", header.subject},
           {"recipients", recipients},
           {"signer", header.signer},
           {"capacity", header.capacity}}};
}

Stated state(const Quantity& quantity) {
  if (quantity.value) return {digits(quantity.value), {}, {}};
  return {digits(quantity.low) + ".." + digits(quantity.high), {}, {}};
}

Stated state(const NumberLine& line, std::string_view words) {
  const std::string verdict = line.candidate ? "read" : "refused";
  return {std::string(words), {}, {{"rule", line.rule}, {"reason", line.reason}, {"verdict", verdict}}};
}

std::vector<std::string> differences(const std::vector<Stated>& expected, const std::vector<Stated>& read) {
  std::vector<std::string> found;
  std::vector<bool> used(read.size(), false);
  for (const auto& want : expected) {
    bool met = false;
    for (std::size_t i = 0; i < read.size() && !met; ++i) {
      if (used[i] || !agrees(want, read[i])) continue;
      used[i] = met = true;
    }
    if (!met) found.push_back("not read: " + want.to_string());
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!used[i]) found.push_back("read instead: " + read[i].to_string());
  }
  return found;
}

}  // namespace trichluc::corpus
