// The words by which data files name roles, reasons and breaks.
#include "pipeline/query/series/series.h"

namespace trichluc {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::kPreferred:
      return "preferred";
    case Role::kAgrees:
      return "agrees";
    case Role::kAlternative:
      return "alternative";
    case Role::kOtherTime:
      return "other_time";
    case Role::kPartial:
      return "partial";
    case Role::kPart:
      return "part";
    case Role::kRate:
      return "rate";
    case Role::kExpected:
      return "expected";
    case Role::kDerived:
      return "derived";
    case Role::kUndated:
      return "undated";
  }
  return "";
}

std::string_view name_of(Reason reason) {
  switch (reason) {
    case Reason::kNone:
      return "";
    case Reason::kOnlyValue:
      return "only_value";
    case Reason::kAllAgree:
      return "all_agree";
    case Reason::kCorrected:
      return "corrected";
    case Reason::kDocumentCorrection:
      return "document_correction";
    case Reason::kFinalOverExpected:
      return "final_over_expected";
    case Reason::kExactOverRounded:
      return "exact_over_rounded";
    case Reason::kMoreSources:
      return "more_sources";
    case Reason::kNearerInTime:
      return "nearer_in_time";
    case Reason::kSurerReading:
      return "surer_reading";
    case Reason::kFirstPublished:
      return "first_published";
    case Reason::kLatestInYear:
      return "latest_in_year";
    case Reason::kOnlyDerived:
      return "only_derived";
  }
  return "";
}

std::string_view name_of(SeriesBreak::Kind kind) {
  switch (kind) {
    case SeriesBreak::Kind::kStatus:
      return "status";
    case SeriesBreak::Kind::kBoundary:
      return "boundary";
    case SeriesBreak::Kind::kStage:
      return "stage";
  }
  return "";
}

}  // namespace trichluc
