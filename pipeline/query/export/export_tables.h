// An archive as tables for other programs: what CSV, workbooks and SQLite exports hold. Facts are those in force.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/conflicts/conflicts.h"
#include "pipeline/query/export/export_states.h"
#include "pipeline/query/observation.h"
#include "pipeline/query/people/person_corrections.h"
#include "pipeline/store/table_file.h"

namespace trichluc {

// What an export is stamped with: no clock, the archive tells its time.
struct ExportStamp {
  std::string program;       // "trichluc 0.1.0"
  std::string extractors;    // "date v3, place v2, …"
  std::string dictionaries;  // fingerprint
  std::string archive_time;  // end of the last run that wrote to the archive
  // What the facts were made with, and in how many documents.
  std::map<std::string, std::int64_t> made_with;
};

// Completes a stamp that knows the program from the archive.
void read_stamp(store::Database& database, ExportStamp& stamp);

// All within a reading of the archive.
store::Table stamp_table(const ExportStamp& stamp);
store::Table documents_table(store::Database& database);
// Every fact as it is in force, and whether readers corrected, added or rejected it.
store::Table facts_table(store::Database& database, const FactStates& states);
store::Table evidence_table(store::Database& database);
// The corrections in force, and whatever the archive keeps of its correction layer.
std::vector<store::Table> correction_tables(store::Database& database, const FactStates& states);

// people, positions, doubtful_people.
std::vector<store::Table> people_tables(const People& people);
// conflicts, conflict_statements.
std::vector<store::Table> conflict_tables(const std::vector<Conflict>& conflicts);

// A line of the record contract for each document, and for each file that was refused: facts as stored, with
// `effective` (what is in force where readers put something right), `corrections` and the export's stamp beside them.
using LineSink = std::function<void(std::string_view)>;
void write_records(store::Database& database, const FactStates& states, const ExportStamp& stamp, const LineSink& sink);
// W3C Web Annotations: a collection whose one page has a line an annotation, each a fact (body) and where it stands
// (target): quote, page, position and box. The body is the fact as it is in force, with what was read beside it.
void write_annotations(store::Database& database, const FactStates& states, const ExportStamp& stamp,
                       const LineSink& sink);

// The questions that most readers have.
std::vector<store::ViewDefinition> export_views();

}  // namespace trichluc
