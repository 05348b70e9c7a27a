// Scores records against gold: the same numbers as the project's scoring script (its head says what a match is). Pure:
// text in, numbers out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/query/evaluation/gold.h"
#include "pipeline/query/evaluation/reliability.h"

namespace trichluc::query {

struct Rates {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

struct ScoreRow {
  std::string type;  // "count", …, last "ALL"
  int gold = 0;
  int invented = 0;
  Rates value;
  Rates full;
};

// How often a field that the gold states was the same.
struct Agreement {
  std::string name;
  int asked = 0;
  int same = 0;
};

struct Score {
  std::vector<ScoreRow> rows;
  std::vector<Agreement> fields;   // in the order of their first appearance
  std::vector<Agreement> meeting;  // likewise
  std::vector<std::string> details;
  std::vector<Judged> judged;         // every record of a kind that the gold asks for
  std::vector<JudgedField> inferred;  // every field that a right record took from elsewhere
};

// One line of `trichluc extract` and the source it is of.
struct PredictedLine {
  std::string source;
  std::string json;
};

// Fails when a gold file or line is no JSON, or when two lines have one stem (ErrorCode::kBadArguments).
Result<Score> evaluate(const std::vector<GoldFile>& gold, const std::vector<PredictedLine>& predicted);

}  // namespace trichluc::query
