#include "pipeline/query/evaluation/evaluate.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/query/comparison.h"
#include "pipeline/query/evaluation/fact_match.h"
#include "pipeline/query/evaluation/python_json.h"
#include "pipeline/record/inferred_fields.h"

namespace trichluc::query {
namespace {

const std::vector<std::string> kMeetingFields{"date", "part_of_day", "place", "format", "sites", "delegates"};

struct Tally {
  int found = 0;
  int in_full = 0;
  int missed = 0;
  int invented = 0;
};

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void note(std::vector<Agreement>& all, const std::string& name, bool same) {
  auto found = std::find_if(all.begin(), all.end(), [&name](const Agreement& a) { return a.name == name; });
  if (found == all.end()) found = all.insert(all.end(), Agreement{name, 0, 0});
  ++found->asked;
  if (same) ++found->same;
}

// A fact in one line for the details: what it says, without proof and book-keeping.
std::string in_short(const Json& fact) {
  const std::vector<std::string> left_out{"type", "quote", "evidence", "id", "confidence", "section"};
  Json kept = Json::object();
  for (const auto& [name, value] : fact.items()) {
    const bool empty = value.is_null() || (value.is_structured() && value.empty());
    if (!empty && !is_one_of(left_out, name)) kept[name] = value;
  }
  return first_code_points(python_json(kept), 220);
}

std::vector<Json> facts_of(const Json& document, bool leave_out_related) {
  std::vector<Json> facts;
  for (const Json& fact : member(document, "facts")) {
    if (!member(fact, "type").is_string() || !is_one_of(kFactTypes, as_text(member(fact, "type")))) continue;
    if (leave_out_related && member(fact, "section") == Json("related")) continue;
    facts.push_back(fact);
  }
  return facts;
}

std::string quote_of(const Json& fact, const char* field) {
  const Json& text = member(fact, field);
  return text.is_null() ? "" : first_code_points(as_text(text), 90);
}

std::string first_evidence(const Json& fact) {
  const Json& evidence = member(fact, "evidence");
  return evidence.is_array() && !evidence.empty() ? quote_of(evidence.front(), "text") : "";
}

// Adds up document by document.
class Scorer {
 public:
  void add(const std::string& stem, const Json& gold, const Json& predicted) {
    const auto asked = facts_of(gold, false);
    const auto given = facts_of(predicted, true);
    const auto matches = pair_facts(asked, given);
    std::vector<bool> found(asked.size());
    std::vector<bool> wanted(given.size());
    for (const Match& match : matches) {
      found[match.gold] = wanted[match.predicted] = true;
      if (is_optional(asked[match.gold])) continue;
      add_match(stem, asked[match.gold], given[match.predicted], match.in_full);
      judge(given[match.predicted], true, match.in_full);
      judge_inferred(asked[match.gold], given[match.predicted]);
    }
    add_missed(stem, asked, found);
    add_invented(stem, asked, given, wanted);
    add_meeting(gold, predicted);
  }

  void add_detail(std::string line) { score_.details.push_back(std::move(line)); }

  Score finish() && {
    Tally all;
    for (const std::string& type : kFactTypes) {
      const Tally& t = tally_[type];
      all = {all.found + t.found, all.in_full + t.in_full, all.missed + t.missed, all.invented + t.invented};
      score_.rows.push_back(row(type, t));
    }
    score_.rows.push_back(row("ALL", all));
    return std::move(score_);
  }

 private:
  static Rates rates(int hits, int given, int asked) {
    const double p = given != 0 ? static_cast<double>(hits) / given : 0.0;
    const double r = asked != 0 ? static_cast<double>(hits) / asked : 0.0;
    return {p, r, p + r > 0 ? 2 * p * r / (p + r) : 0.0};
  }

  static ScoreRow row(const std::string& type, const Tally& t) {
    const int given = t.found + t.invented;
    const int asked = t.found + t.missed;
    return {type, asked, t.invented, rates(t.found, given, asked), rates(t.in_full, given, asked)};
  }

  void add_match(const std::string& stem, const Json& gold, const Json& predicted, bool in_full) {
    const std::string type = as_text(member(gold, "type"));
    ++tally_[type].found;
    if (in_full) {
      ++tally_[type].in_full;
    } else {
      add_detail(stem + ": partial " + type + " gold=" + in_short(gold) + " got=" + in_short(predicted));
    }
    for (const char* field : {"place", "period"}) {
      if (type != "count" && type != "aid_value") break;
      if (!member(gold, field).is_null() || !is_sure_of(gold, field)) continue;
      note(score_.fields, std::string("kept null ") + field, member(predicted, field).is_null());
    }
    std::vector<std::string> fields = kStatedFields;
    fields.emplace_back("meeting_role");
    for (const std::string& field : fields) {
      if (member(gold, field).is_null() || !is_sure_of(gold, field)) continue;
      note(score_.fields, field, same_value(member(gold, field), member(predicted, field)));
    }
  }

  void judge(const Json& given, bool right, bool in_full) {
    const Json& confidence = member(given, "confidence");
    score_.judged.push_back(
        {as_text(member(given, "type")), confidence.is_number() ? confidence.get<double>() : 0, right, in_full});
  }

  static TextPlace place_of(const Json& in_page) {
    const Json& page = member(in_page, "page");
    const Json& start = member(in_page, "start");
    return {page.is_number_integer() ? page.get<int>() : 1,
            start.is_number_unsigned() ? start.get<std::size_t>() : std::size_t{0}};
  }

  void judge_inferred(const Json& gold, const Json& given) {
    const Json& evidence = member(given, "evidence");
    if (!evidence.is_array() || evidence.empty()) return;
    for (const Json& each : member(given, "inferred")) {
      const std::string field = as_text(member(each, "field"));
      const Distance distance = distance_of(place_of(evidence.front()), place_of(each));
      score_.inferred.push_back({field, std::string(name_of(distance)), matches_in_field(gold, given, field)});
    }
  }

  void add_missed(const std::string& stem, const std::vector<Json>& asked, const std::vector<bool>& found) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (found[i] || is_optional(asked[i])) continue;
      const std::string type = as_text(member(asked[i], "type"));
      ++tally_[type].missed;
      add_detail(stem + ": missed " + type + " " + in_short(asked[i]) + " | " + quote_of(asked[i], "quote"));
    }
  }

  void add_invented(const std::string& stem, const std::vector<Json>& asked, const std::vector<Json>& given,
                    const std::vector<bool>& wanted) {
    std::set<std::string> optional_keys;
    for (const Json& fact : asked) {
      if (is_optional(fact)) optional_keys.insert(match_key(fact));
    }
    for (std::size_t j = 0; j < given.size(); ++j) {
      if (wanted[j] || optional_keys.count(match_key(given[j])) > 0) continue;
      const std::string type = as_text(member(given[j], "type"));
      const Json& of = member(given[j], "of");
      if (type == "count" && of != Json("ngo") && of != Json("project")) continue;
      ++tally_[type].invented;
      judge(given[j], false, false);
      add_detail(stem + ": invented " + type + " " + in_short(given[j]) + " | " + first_evidence(given[j]));
    }
  }

  void add_meeting(const Json& gold, const Json& predicted) {
    if (holds_something(member(gold, "meeting_unsure"))) return;
    const Json& asked = member(gold, "meeting");
    const Json& given = member(predicted, "meeting");
    note(score_.meeting, "present", holds_something(asked) == holds_something(given));
    if (!asked.is_object()) return;
    for (const auto& [name, value] : asked.items()) {
      if (value.is_null() || !is_one_of(kMeetingFields, name) || !is_sure_of(asked, name)) continue;
      const Json& got = member(given, name);
      const bool same = name == "place" ? comparable_place(as_text(value)) ==
                                              comparable_place(holds_something(got) ? as_text(got) : std::string())
                                        : as_text(value) == as_text(got);
      note(score_.meeting, name, same);
    }
  }

  std::map<std::string, Tally> tally_;
  Score score_;
};

tl::unexpected<Error> no_json(const std::string& where) {
  return fail(ErrorCode::kUnreadableInput,
              {"this is no JSON object; correct the file", "đây không phải đối tượng JSON; hãy sửa lại tệp"}, where);
}

Result<std::map<std::string, Json>> parse_lines(const std::vector<PredictedLine>& lines) {
  std::map<std::string, Json> by_stem;
  for (const PredictedLine& line : lines) {
    Json json = Json::parse(line.json, nullptr, false);
    if (!json.is_object()) return no_json(line.source);
    const std::string stem = pairing_stem(line.source);
    if (!by_stem.emplace(stem, std::move(json)).second) {
      return fail(ErrorCode::kBadArguments,
                  {"two inputs are both called " + stem + "; score one form of a document at a time",
                   "có hai tệp cùng tên " + stem + "; mỗi lần chỉ chấm một dạng của tài liệu"},
                  line.source);
    }
  }
  return by_stem;
}

}  // namespace

Result<Score> evaluate(const std::vector<GoldFile>& gold, const std::vector<PredictedLine>& predicted) {
  const auto lines = parse_lines(predicted);
  if (!lines) return tl::unexpected(lines.error());
  Scorer scorer;
  for (const GoldFile& file : gold) {
    const Json json = Json::parse(file.json, nullptr, false);
    if (!json.is_object()) return no_json(file.stem + ".json");
    const auto found = lines->find(pairing_stem(file.stem));
    if (found == lines->end()) scorer.add_detail(file.stem + ": NO OUTPUT");
    scorer.add(file.stem, json, found == lines->end() ? Json::object() : found->second);
  }
  return std::move(scorer).finish();
}

}  // namespace trichluc::query
