// Somebody's own yearly figures beside ours.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/series/series.h"

namespace trichluc {

struct OwnFigure {
  std::string period;
  Decimal value;
};

// Lines "period,value" (or with ";" or a tab between), the number in plain digits with a point before decimals. A first
// line of words is a heading, empty lines and those that begin with '#' are passed over. Error: kBadArguments, with the
// line's number.
Result<std::vector<OwnFigure>> read_own_figures(std::string_view text, const std::string& file);

struct ComparedRow {
  enum class Verdict { kEqual, kAgrees, kDiffers, kOnlyOurs, kOnlyTheirs };
  std::string period;
  std::optional<Decimal> theirs;
  const SeriesRow* ours = nullptr;  // a row with a value of the compared block
  Verdict verdict = Verdict::kEqual;
  std::optional<Decimal> difference;  // theirs less ours
  std::optional<double> percent;      // of ours
};
std::string_view name_of(ComparedRow::Verdict verdict);

// The value of a row as it is shown: stated or derived.
std::optional<Decimal> value_of(const SeriesRow& row);

// In order of time. A year stands for a row of that year, whatever its day.
std::vector<ComparedRow> compare(const SeriesBlock& block, const std::vector<OwnFigure>& own);

}  // namespace trichluc
