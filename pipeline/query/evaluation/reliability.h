// How often records of a given confidence are right: what a reader may take unseen and what he should look at.
#pragma once

#include <string>
#include <vector>

namespace trichluc::query {

// One record that gold judges. Records whose gold is optional are not judged.
struct Judged {
  std::string type;
  double confidence = 0;
  bool right = false;    // as the value level of the scorer has it
  bool in_full = false;  // with place, period, kind and the other fields that the gold is sure of
};

// One field that a record took from elsewhere in its document.
struct JudgedField {
  std::string field;
  std::string distance;  // to the words it was taken from: see record/inferred_fields.h
  bool right = false;
};

// Records of confidence [from, to), the last band with 1 in it.
struct Band {
  double from = 0;
  double to = 1;
  int records = 0;
  int right = 0;
  int in_full = 0;
};

// What one may rely on at a threshold: of the records at or above it, how many are right; of all right ones, how many
// stand there.
struct Trust {
  double threshold = 0.9;
  int records = 0;
  int right = 0;
  int all_right = 0;
};

std::vector<Band> bands_of(const std::vector<Judged>& judged);
Trust trust_at(double threshold, const std::vector<Judged>& judged);

// The bands of all records and of each type, what stands at 0.9, and how often fields taken from elsewhere are right.
std::string reliability_table(const std::vector<Judged>& judged, const std::vector<JudgedField>& fields);

}  // namespace trichluc::query
