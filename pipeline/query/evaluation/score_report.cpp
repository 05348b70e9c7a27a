#include "pipeline/query/evaluation/score_report.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "pipeline/query/evaluation/python_json.h"

namespace trichluc::query {
namespace {

std::string three_decimals(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", value);
  return text.data();
}

std::string rates_text(const Rates& r) {
  return three_decimals(r.precision) + "  " + three_decimals(r.recall) + "  " + three_decimals(r.f1);
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

std::string right_aligned(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), ' ') + digits;
}

std::string agreement_line(const std::string& name, std::vector<Agreement> group) {
  std::sort(group.begin(), group.end(), [](const Agreement& a, const Agreement& b) { return a.name < b.name; });
  std::string line = name + ": ";
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (i > 0) line += "  ";
    line += group[i].name + " " + std::to_string(group[i].same) + "/" + std::to_string(group[i].asked);
  }
  return line + "\n";
}

void put_rates(nlohmann::ordered_json& row, const std::string& name, const Rates& rates) {
  row[name + "_p"] = rates.precision;
  row[name + "_r"] = rates.recall;
  row[name + "_f1"] = rates.f1;
}

nlohmann::ordered_json agreement_json(const std::vector<Agreement>& group) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const Agreement& a : group) json[a.name] = {{"n", a.asked}, {"ok", a.same}};
  return json;
}

}  // namespace

std::string score_as_table(const Score& score, bool with_details) {
  std::string out;
  if (with_details) {
    for (std::size_t i = 0; i < score.details.size(); ++i) out += (i > 0 ? "\n" : "") + score.details[i];
    out += " \n\n";
  }
  out += padded("type", 15) + " gold   value: P     R     F1     full: P     R     F1\n";
  for (const ScoreRow& row : score.rows) {
    out += padded(row.type, 15) + right_aligned(row.gold, 5) + "        " + rates_text(row.value) + "        " +
           rates_text(row.full) + "\n";
  }
  return out + agreement_line("agree", score.fields) + agreement_line("meeting", score.meeting);
}

std::string score_as_json(const Score& score) {
  nlohmann::ordered_json types = nlohmann::ordered_json::object();
  for (const ScoreRow& row : score.rows) {
    nlohmann::ordered_json& json = types[row.type];
    json["gold"] = row.gold;
    json["invented"] = row.invented;
    put_rates(json, "value", row.value);
    put_rates(json, "full", row.full);
  }
  nlohmann::ordered_json all;
  all["types"] = std::move(types);
  all["agree"] = agreement_json(score.fields);
  all["meeting"] = agreement_json(score.meeting);
  return python_json(all) + "\n";
}

}  // namespace trichluc::query
