// What an archive says of persons in office, a value for each position of each official of a document. Officials, the
// conflicts of offices and export read persons through this, as figures are read through load_observations().
//
// Left out like there: side bars, and documents that are not read to the end or were withdrawn.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/query/observation.h"
#include "pipeline/query/people/office_words.h"

namespace trichluc {

struct OfficialStatement {
  std::int64_t fact = 0;  // facts.fact; several positions of one person in one document share it
  std::string id;         // facts.id
  std::string name, honorific, role;
  std::string title, organization, place, text;  // the position as in the record; empty: none is told
  Office office;
  // When it was said: the day of the meeting or of the administrative document, else of publication, of near duplicates
  // that of the earliest.
  std::string day;
  CoveredTime when;
  double confidence = 0;
  std::shared_ptr<const ObservedDocument> document;
  int page = 1;
  std::size_t start = 0, end = 0;  // code points of that page's text
  std::string quote;
  std::vector<AppliedCorrection> corrections;
};

// In the order of documents and facts; within a reading of the archive.
std::vector<OfficialStatement> load_official_statements(store::Database& database, OfficeWords& words);

}  // namespace trichluc
