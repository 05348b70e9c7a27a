#include "pipeline/query/evaluation/fact_match.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <tuple>

#include "pipeline/query/comparison.h"
#include "pipeline/query/evaluation/python_json.h"

namespace trichluc::query {

const std::vector<std::string> kFactTypes{"count", "aid_value", "share", "date", "official", "legal_document"};
const std::vector<std::string> kStatedFields{"qualifier", "status", "kind", "certainty", "stage", "change", "part_of"};

namespace {

std::optional<double> as_number(const Json& value) {
  double number = 0;
  if (value.is_number()) {
    number = value.get<double>();
  } else if (value.is_boolean()) {
    number = value.get<bool>() ? 1 : 0;
  } else if (value.is_string()) {
    const std::string text = value.get<std::string>();
    char* end = nullptr;
    number = std::strtod(text.c_str(), &end);
    if (text.empty() || end != text.c_str() + text.size()) return std::nullopt;
  } else {
    return std::nullopt;
  }
  constexpr double kMillion = 1e6;  // six digits after the point are compared
  return std::abs(number) < 1e9 ? std::round(number * kMillion) / kMillion : number;
}

std::string number_key(const Json& value) {
  const auto number = as_number(value);
  return number ? python_real(*number) : "None";
}

// Text of a field that may be missing, null or a number: what holds nothing is empty.
std::string text_or_empty(const Json& value) {
  return holds_something(value) ? as_text(value) : std::string();
}

std::string without_blanks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

std::string position_text(const Json& position) {
  if (position.is_string()) return position.get<std::string>();
  if (holds_something(member(position, "text"))) return as_text(member(position, "text"));
  std::string text;
  for (const char* part : {"title", "organization", "place"}) {
    if (!holds_something(member(position, part))) continue;
    text += (text.empty() ? "" : " ") + as_text(member(position, part));
  }
  return text;
}

std::vector<std::string> position_texts(const Json& fact) {
  std::vector<std::string> texts;
  const Json& positions = member(fact, "positions");
  if (!positions.is_array()) return texts;
  for (const Json& position : positions) texts.push_back(position_text(position));
  return texts;
}

bool each_has_a_similar(const std::vector<std::string>& these, const std::vector<std::string>& those) {
  return std::all_of(these.begin(), these.end(), [&those](const std::string& a) {
    return std::any_of(those.begin(), those.end(), [&a](const std::string& b) { return similar(a, b); });
  });
}

const Json& sure_member(const Json& gold, const std::string& field) {
  static const Json kNull;
  return is_sure_of(gold, field) ? member(gold, field) : kNull;
}

bool same_place(const Json& gold, const Json& predicted) {
  const Json& place = sure_member(gold, "place");
  return !holds_something(place) ||
         comparable_place(as_text(place)) == comparable_place(text_or_empty(member(predicted, "place")));
}

bool in_same_period(const Json& gold, const Json& predicted) {
  const Json& period = sure_member(gold, "period");
  return !holds_something(period) || same_period(as_text(period), text_or_empty(member(predicted, "period")));
}

bool same_stated(const Json& gold, const Json& predicted, const std::string& field) {
  const Json& stated = sure_member(gold, field);
  return stated.is_null() || same_value(stated, member(predicted, field));
}

bool measures_match(const Json& gold, const Json& predicted) {
  if (!same_place(gold, predicted) || !in_same_period(gold, predicted)) return false;
  return std::all_of(kStatedFields.begin(), kStatedFields.end(),
                     [&](const std::string& field) { return same_stated(gold, predicted, field); });
}

bool officials_match(const Json& gold, const Json& predicted) {
  const auto asked = is_sure_of(gold, "positions") ? position_texts(gold) : std::vector<std::string>{};
  const auto given = position_texts(predicted);
  return each_has_a_similar(asked, given) && each_has_a_similar(given, asked);
}

}  // namespace

const Json& member(const Json& object, const std::string& name) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
}

bool holds_something(const Json& value) {
  if (value.is_null()) return false;
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value.get<double>() != 0;
  if (value.is_string()) return !value.get_ref<const std::string&>().empty();
  return !value.empty();
}

std::string as_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "None";
  if (value.is_boolean()) return value.get<bool>() ? "True" : "False";
  return python_json(value);
}

std::string match_key(const Json& fact) {
  const std::string type = text_or_empty(member(fact, "type"));
  std::string key = type + '\x1f';
  if (type == "count") return key + as_text(member(fact, "of")) + '\x1f' + number_key(member(fact, "value"));
  if (type == "aid_value") return key + number_key(member(fact, "amount")) + '\x1f' + as_text(member(fact, "currency"));
  if (type == "share") return key + number_key(member(fact, "percent"));
  if (type == "date") return key + as_text(member(fact, "value"));
  if (type == "official") return key + comparable(text_or_empty(member(fact, "name")));
  key += comparable_ascii(text_or_empty(member(fact, "kind"))) + '\x1f';
  return key + without_blanks(comparable_ascii(text_or_empty(member(fact, "number"))));
}

bool is_sure_of(const Json& gold, const std::string& field) {
  const Json& unsure = member(gold, "unsure_fields");
  return !unsure.is_array() || std::find(unsure.begin(), unsure.end(), Json(field)) == unsure.end();
}

bool is_optional(const Json& gold) {
  if (holds_something(member(gold, "restates"))) return true;
  const Json& equivalent = member(gold, "equivalent");
  if (equivalent.is_boolean() && equivalent.get<bool>()) return true;
  if (!holds_something(member(gold, "unsure"))) return false;
  if (!holds_something(member(gold, "unsure_fields"))) return true;
  const std::vector<std::string> keys{"whole", "of", "value", "amount", "currency"};
  return std::any_of(keys.begin(), keys.end(), [&gold](const std::string& field) { return !is_sure_of(gold, field); });
}

bool same_value(const Json& gold, const Json& predicted) {
  if (gold.is_boolean() && gold.get<bool>()) return holds_something(predicted);
  if (gold == Json("unspecified")) return true;
  if (!gold.is_object()) return gold == predicted;
  if (!predicted.is_object()) return false;
  for (const auto& [name, value] : gold.items()) {
    if (value.is_null()) continue;
    const Json& other = member(predicted, name);
    const bool same_number = as_number(other) && as_number(value) && *as_number(other) == *as_number(value);
    if (as_text(other) != as_text(value) && !same_number) return false;
  }
  return true;
}

bool matches_in_field(const Json& gold, const Json& predicted, const std::string& field) {
  if (field == "place") return same_place(gold, predicted);
  if (field == "period") return in_same_period(gold, predicted);
  if (field == "positions") return officials_match(gold, predicted);
  const bool stated = std::find(kStatedFields.begin(), kStatedFields.end(), field) != kStatedFields.end();
  return !stated || same_stated(gold, predicted, field);
}

bool matches_in_full(const Json& gold, const Json& predicted) {
  const std::string type = as_text(member(gold, "type"));
  if (type == "count" || type == "aid_value") return measures_match(gold, predicted);
  if (type == "share") {
    return similar(text_or_empty(sure_member(gold, "label")), text_or_empty(member(predicted, "label")), 0.5);
  }
  if (type == "official") return officials_match(gold, predicted);
  if (type == "legal_document") {
    const Json& date = sure_member(gold, "date");
    return !holds_something(date) || date == member(predicted, "date");
  }
  return true;
}

std::vector<Match> pair_facts(const std::vector<Json>& gold, const std::vector<Json>& predicted) {
  std::vector<std::string> keys;
  for (const Json& fact : predicted) keys.push_back(match_key(fact));
  std::vector<Match> possible;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const std::string key = match_key(gold[i]);
    for (std::size_t j = 0; j < predicted.size(); ++j) {
      if (keys[j] == key) possible.push_back({i, j, matches_in_full(gold[i], predicted[j])});
    }
  }
  const auto rank = [](const Match& m) { return std::make_tuple(!m.in_full, m.gold, m.predicted); };
  std::sort(possible.begin(), possible.end(), [&](const Match& a, const Match& b) { return rank(a) < rank(b); });
  std::vector<bool> gold_used(gold.size());
  std::vector<bool> predicted_used(predicted.size());
  std::vector<Match> matches;
  for (const Match& match : possible) {
    if (gold_used[match.gold] || predicted_used[match.predicted]) continue;
    gold_used[match.gold] = predicted_used[match.predicted] = true;
    matches.push_back(match);
  }
  return matches;
}

}  // namespace trichluc::query
