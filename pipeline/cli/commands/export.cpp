// All of an archive for other programs.
#include "extractors/extract.h"
#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/writers/background_tables.h"
#include "pipeline/cli/writers/export_files.h"
#include "pipeline/cli/writers/series_writers.h"
#include "pipeline/query/export/export_tables.h"
#include "pipeline/store/schema.h"

namespace trichluc::cli {
namespace {

constexpr int kTablesVersion = 1;  // of the SQLite file; raised when a table or column changes its name or sense

// What every format is made from.
struct Source {
  store::Archive archive;
  Dictionaries dictionaries;
  ExportStamp stamp;
};

std::string extractors_line() {
  std::string line;
  for (const std::string& version : extractor_versions()) line += (line.empty() ? "" : ", ") + version;
  return line;
}

Result<Source> open(const std::string& folder) {
  auto archive = store::Archive::open(folder, store::Access::kRead);
  if (!archive) return tl::unexpected<Error>(archive.error());
  auto dictionaries = Dictionaries::load(dictionaries_folder());
  if (!dictionaries) return tl::unexpected<Error>(dictionaries.error());
  Source source{std::move(*archive), std::move(*dictionaries), {}};
  source.stamp.program = "trichluc " TRICHLUC_VERSION;
  source.stamp.extractors = extractors_line();
  source.stamp.dictionaries = source.dictionaries.fingerprint();
  const auto read = source.archive.read([&](store::Database& database) {
    database.execute("BEGIN");  // one state of the archive until all of it was read, locked once
    read_stamp(database, source.stamp);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return source;
}

// All four measures in one table, every statement with its role.
store::Table series_table(const Observations& observations, const Dictionaries& dictionaries,
                          SelfCorrections& self_corrections) {
  store::Table table = statement_table("series");
  table.meaning =
      "measures over the years; a row with why is the preferred value of its period, the others stand behind it";
  for (const char* measure : {"ngo", "project", "aid", "share"}) {
    SeriesQuestion question;
    question.measure = measure;
    add_statements(make_series(observations, question, dictionaries, self_corrections), table);
  }
  return table;
}

void add(std::vector<store::Table> more, BackgroundTables& tables) {
  for (store::Table& table : more) tables.add(std::move(table));
}

Result<void> read_tables(Source& source, BackgroundTables& tables) {
  return source.archive.read([&](store::Database& database) {
    tables.add(stamp_table(source.stamp));
    tables.add(documents_table(database));
    const FactStates states(database);
    tables.add(facts_table(database, states));
    tables.add(evidence_table(database));
    OfficeWords words(source.dictionaries);
    const People people = load_people(database, words);
    add(people_tables(people), tables);
    const Observations observations = load_observations(database, {});
    SelfCorrections self_corrections(database, source.dictionaries);
    tables.add(series_table(observations, source.dictionaries, self_corrections));
    add(correction_tables(database, states), tables);
    add(conflict_tables(find_conflicts(database, {observations, people, words, self_corrections})), tables);
    database.execute("COMMIT");  // a writer need not wait until the files are written
  });
}

Result<void> write_tables(Source& source, const ExportArguments& arguments) {
  TableOutputOptions options{arguments.format, arguments.output, arguments.force, arguments.excel, {}, {}};
  options.stamp = {kTablesVersion, store::kApplicationId + 1};
  options.views = export_views();
  auto output = open_table_output(options);
  if (!output) return tl::unexpected<Error>(output.error());
  BackgroundTables tables(std::move(*output));
  const auto read = read_tables(source, tables);
  return read ? tables.finish() : read;
}

// Lines go out as they are made; the first error is kept and the rest dropped.
Result<void> write_lines(Source& source, const std::string& format, Output& output) {
  constexpr std::size_t kPiece = 1 << 20;
  std::string piece;
  Result<void> written;
  const auto flush = [&] {
    if (written && !output.reader_is_gone()) written = output.write(piece);
    piece.clear();
  };
  const auto sink = [&](std::string_view line) {
    piece += line;
    if (piece.size() > kPiece) flush();
  };
  const auto read = source.archive.read([&](store::Database& database) {
    const FactStates states(database);
    if (format == "jsonl") {
      write_records(database, states, source.stamp, sink);
    } else {
      write_annotations(database, states, source.stamp, sink);
    }
  });
  flush();
  return read ? written : read;
}

Result<void> write_lines_to_file(Source& source, const ExportArguments& arguments) {
  auto file = FileInMaking::begin(arguments.output, arguments.force);
  if (!file) return tl::unexpected<Error>(file.error());
  auto output = Output::to_file(file->part());
  if (!output) return file->named(tl::unexpected<Error>(output.error()));
  auto written = write_lines(source, arguments.format, *output);
  if (written) written = output->close();
  return written ? file->finish() : file->named(written);
}

bool is_of_lines(const ExportArguments& arguments) {
  return arguments.format == "jsonl" || arguments.format == "annotations";
}

std::optional<Error> fault_of(const ExportArguments& arguments) {
  if (arguments.output.empty() && !is_of_lines(arguments)) {
    return Error{ErrorCode::kBadArguments,
                 {"say where to with --output: a folder for csv, a file for xlsx and sqlite",
                  "hãy ghi --output: thư mục cho csv, tệp cho xlsx và sqlite"},
                 "--format " + arguments.format};
  }
  if (arguments.excel && arguments.format != "csv") {
    return Error{ErrorCode::kBadArguments,
                 {"--excel goes with --format csv", "--excel chỉ dùng với --format csv"},
                 "--format " + arguments.format};
  }
  return std::nullopt;
}

Result<void> run(const ExportArguments& arguments) {
  if (const auto fault = fault_of(arguments)) return tl::unexpected<Error>(*fault);
  auto source = open(arguments.archive);
  if (!source) return tl::unexpected<Error>(source.error());
  if (is_of_lines(arguments) && arguments.output.empty()) {
    Output output;
    return write_lines(*source, arguments.format, output);
  }
  if (is_of_lines(arguments)) return write_lines_to_file(*source, arguments);
  return write_tables(*source, arguments);
}

}  // namespace

int export_command(const ExportArguments& arguments, Language language) {
  const auto done = run(arguments);
  return done ? 0 : refuse(done.error(), language);
}

}  // namespace trichluc::cli
