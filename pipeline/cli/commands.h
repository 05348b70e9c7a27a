// The commands of the program, one a file. Each returns the exit code; data go to standard output or -o only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pipeline/cli/language.h"
#include "pipeline/cli/reading.h"

namespace trichluc::cli {

// The same records in a further format, into a file.
struct FurtherOutput {
  std::string format;
  std::string file;
};

struct ExtractArguments {
  std::string format;           // jsonl, json, csv, table; empty: table on a terminal, else jsonl
  std::set<std::string> types;  // empty: all
  std::string output;           // empty: standard output
  std::vector<FurtherOutput> also;
  ReadingArguments reading;
};
int extract_command(const ExtractArguments& arguments, Language language);

struct TextArguments {
  std::string format = "text";  // or jsonl
  ReadingArguments reading;
};
int text_command(const TextArguments& arguments, Language language);

struct InspectArguments {
  std::string format;  // table, jsonl; empty: table on a terminal, else jsonl
  ReadingArguments reading;
};
int inspect_command(const InspectArguments& arguments, Language language);

struct ExplainArguments {
  ReadingArguments reading;  // one file, or none: then `text` is read
  std::string text;
  std::string fact_id;    // its beginning is enough; empty: all
  bool rejected = false;  // instead: every number of the document, read or refused
  std::string format;     // of that list: table or json
};
int explain_command(const ExplainArguments& arguments, Language language);

struct EvalArguments {
  std::string gold_folder;
  ReadingArguments reading;
  bool details = false;
  bool reliability = false;
  bool json = false;
};
int eval_command(const EvalArguments& arguments, Language language);

struct CheckDictionariesArguments {
  std::string folder;  // tables that are added to ours; empty: ours
};
int check_dictionaries_command(const CheckDictionariesArguments& arguments, Language language);

struct IngestArguments {
  std::string archive;   // its folder; made where there is none
  std::string metadata;  // a table of metadata; empty: none
  bool dry_run = false;  // only say what would be done
  ReadingArguments reading;
};
int ingest_command(const IngestArguments& arguments, Language language);

struct StatusArguments {
  std::string archive;
  std::string model = "vie";  // by which results are judged to be stale
  std::string dictionaries;
  std::string format = "table";  // or json
  bool groups = false;           // instead: the groups of near duplicates
};
int status_command(const StatusArguments& arguments, Language language);

struct MetadataArguments {
  std::string archive;
  std::string document;          // its id, the beginning of it, or one of its paths; empty: all
  bool history = false;          // also what later tables have changed
  std::string format = "table";  // or json
};
int metadata_command(const MetadataArguments& arguments, Language language);

struct FailuresArguments {
  std::string archive;
  std::string format = "table";  // or json
};
int failures_command(const FailuresArguments& arguments, Language language);

struct RerunArguments {
  std::string archive;
  bool failed = false;
  bool stale = false;
  std::string older_than;  // a version of the program; empty: not asked for
  ReadingArguments reading;
};
int rerun_command(const RerunArguments& arguments, Language language);

struct VerifyArguments {
  std::string archive;
  bool sources = true;  // also the files that were read
};
int verify_command(const VerifyArguments& arguments, Language language);

struct WithdrawArguments {
  std::string archive;
  std::string document;  // its id, the beginning of it, or one of its paths
  std::string why;
};
int withdraw_command(const WithdrawArguments& arguments, Language language);

struct SearchArguments {
  std::string archive;
  std::vector<std::string> query;  // its words
  std::string format;              // table, json; empty: table on a terminal, else json
  std::size_t limit = 20;
  bool related = false;
  bool rebuild = false;
};
int search_command(const SearchArguments& arguments, Language language);

struct ShowArguments {
  std::string archive;
  std::string what;      // the beginning of a document's or a fact's id
  std::size_t page = 0;  // 0: all
  std::string png;       // a file for the page's picture; empty: none
  bool text = false;     // text though the terminal shows pictures
};
int show_command(const ShowArguments& arguments, Language language);

struct SeriesArguments {
  std::string archive;
  std::string measure;              // ngo, project, aid, share
  std::vector<std::string> places;  // empty: all
  std::string by = "year";          // place, donor, sector, publisher
  std::string status, kind, currency;
  std::string boundaries = "then";  // or now
  std::string compare;              // a table of the user's own
  std::string format = "table";     // csv, json, xlsx, svg, png
  std::string output;               // empty: standard output
};
int series_command(const SeriesArguments& arguments, Language language);

struct ConflictsArguments {
  std::string archive;
  std::string fail_on;           // info, low, medium, high; empty: never
  std::string format = "table";  // json, csv
};
int conflicts_command(const ConflictsArguments& arguments, Language language);

struct OfficialsArguments {
  std::string archive;
  std::string name;              // with or without diacritics; empty: everyone
  std::string position;          // who held it; empty: not asked
  std::string on;                // ISO 8601, with `position`
  std::string format = "table";  // json, csv
};
int officials_command(const OfficialsArguments& arguments, Language language);

struct ExportArguments {
  std::string archive;
  std::string format;  // csv, jsonl, xlsx, sqlite, annotations
  std::string output;  // a folder (csv) or a file; empty: standard output (jsonl and annotations)
  bool excel = false;  // of csv: with a byte order mark
  bool force = false;  // over what is there
};
int export_command(const ExportArguments& arguments, Language language);

// Who corrects, and why: every correction has both.
struct CorrectionAuthor {
  std::string by, why;
};

struct CorrectArguments {
  std::string archive;
  std::string what;                 // the beginning of a fact's id; a document by id or path
  std::vector<std::string> fields;  // "value=486"
  int page = 0;                     // of text
  std::string text, with;           // words of that page, and what stands there in truth
  CorrectionAuthor author;
};
int correct_command(const CorrectArguments& arguments, Language language);

struct AddArguments {
  std::string archive;
  std::string document;
  int page = 1;
  std::string quote;
  std::vector<std::string> fields;  // "type=count" among them
  CorrectionAuthor author;
};
int add_command(const AddArguments& arguments, Language language);

struct RejectArguments {
  std::string archive, fact;
  CorrectionAuthor author;
};
int reject_command(const RejectArguments& arguments, Language language);

struct ConfirmArguments {
  std::string archive, fact;
  CorrectionAuthor author;
};
int confirm_command(const ConfirmArguments& arguments, Language language);

struct MergeArguments {
  std::string archive, one, other;  // facts of officials, or names
  CorrectionAuthor author;
};
int merge_command(const MergeArguments& arguments, Language language);

struct SplitArguments {
  std::string archive, fact;
  CorrectionAuthor author;
};
int split_command(const SplitArguments& arguments, Language language);

struct CorrectionsArguments {
  std::string archive;
  bool lost = false;
  int undo = 0;                  // the number of a correction; 0: the history is shown
  std::string format = "table";  // or json
  CorrectionAuthor author;       // of the undo
};
int corrections_command(const CorrectionsArguments& arguments, Language language);

struct ReviewArguments {
  std::string archive;
  std::size_t limit = 20;
  std::string format = "table";  // or json
};
int review_command(const ReviewArguments& arguments, Language language);

struct VersionArguments {
  bool full = false;
};
int version_command(const VersionArguments& arguments, Language language);

}  // namespace trichluc::cli
