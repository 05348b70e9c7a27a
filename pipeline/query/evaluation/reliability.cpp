#include "pipeline/query/evaluation/reliability.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <map>
#include <utility>

#include "pipeline/query/evaluation/fact_match.h"

namespace trichluc::query {
namespace {

constexpr std::array<double, 8> kEdges = {0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95};
constexpr double kTrusted = 0.9;

std::string percent(int part, int whole) {
  std::array<char, 16> text{};
  const double share = whole == 0 ? 0 : 100.0 * part / whole;
  std::snprintf(text.data(), text.size(), whole == 0 ? "    -" : "%5.1f", share);
  return text.data();
}

std::string line_of(const Band& band) {
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "  %.2f to %.2f %8d   %s %%   %s %%\n", band.from, band.to, band.records,
                percent(band.right, band.records).c_str(), percent(band.in_full, band.records).c_str());
  return text.data();
}

std::string section(const std::string& name, const std::vector<Judged>& judged) {
  std::string out = name + "\n  confidence    records     right   in full\n";
  for (const Band& band : bands_of(judged)) {
    if (band.records > 0) out += line_of(band);
  }
  const Trust trust = trust_at(kTrusted, judged);
  std::array<char, 160> text{};
  std::snprintf(text.data(), text.size(), "  at 0.90 and above: %d records, right %s %%; of all right ones %s %%\n",
                trust.records, percent(trust.right, trust.records).c_str(),
                percent(trust.right, trust.all_right).c_str());
  return out + text.data();
}

std::string fields_section(const std::vector<JudgedField>& fields) {
  struct Tally {
    int seen = 0;
    int right = 0;
  };
  std::map<std::pair<std::string, std::string>, Tally> tallies;
  for (const JudgedField& one : fields) {
    Tally& tally = tallies[{one.field, one.distance}];
    ++tally.seen;
    tally.right += one.right ? 1 : 0;
  }
  if (tallies.empty()) return "";
  std::string out = "FIELDS TAKEN FROM ELSEWHERE\n  field      distance    seen   right\n";
  for (const auto& [name, tally] : tallies) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "  %-10s %-8s %7d %7d\n", name.first.c_str(), name.second.c_str(),
                  tally.seen, tally.right);
    out += text.data();
  }
  return out;
}

}  // namespace

std::vector<Band> bands_of(const std::vector<Judged>& judged) {
  std::vector<Band> bands;
  for (std::size_t i = 0; i < kEdges.size(); ++i)
    bands.push_back({kEdges[i], i + 1 < kEdges.size() ? kEdges[i + 1] : 1});
  for (const Judged& one : judged) {
    const auto after = std::upper_bound(kEdges.begin() + 1, kEdges.end(), one.confidence);
    Band& band = bands[static_cast<std::size_t>(std::distance(kEdges.begin(), after)) - 1];
    ++band.records;
    band.right += one.right ? 1 : 0;
    band.in_full += one.in_full ? 1 : 0;
  }
  return bands;
}

Trust trust_at(double threshold, const std::vector<Judged>& judged) {
  Trust trust{threshold};
  for (const Judged& one : judged) {
    trust.all_right += one.right ? 1 : 0;
    if (one.confidence < threshold) continue;
    ++trust.records;
    trust.right += one.right ? 1 : 0;
  }
  return trust;
}

std::string reliability_table(const std::vector<Judged>& judged, const std::vector<JudgedField>& fields) {
  std::string out = section("ALL", judged);
  for (const std::string& type : kFactTypes) {
    std::vector<Judged> own;
    std::copy_if(judged.begin(), judged.end(), std::back_inserter(own),
                 [&](const Judged& j) { return j.type == type; });
    if (!own.empty()) out += section(type, own);
  }
  return out + fields_section(fields);
}

}  // namespace trichluc::query
