// A measure over the years, from the facts of an archive.
#include "pipeline/query/series/series.h"

#include <fstream>
#include <iterator>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/writers/series_writers.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kWidthOfFiles = 200;

SeriesQuestion question_of(const SeriesArguments& arguments) {
  static const std::map<std::string, SeriesBy> kBy{{"year", SeriesBy::kYear},
                                                   {"place", SeriesBy::kPlace},
                                                   {"donor", SeriesBy::kDonor},
                                                   {"sector", SeriesBy::kSector},
                                                   {"publisher", SeriesBy::kPublisher}};
  SeriesQuestion question;
  question.measure = arguments.measure;
  question.by = kBy.at(arguments.by);
  question.places = arguments.places;
  question.status = arguments.status;
  question.kind = arguments.kind;
  question.currency = arguments.currency;
  question.boundaries_now = arguments.boundaries == "now";
  return question;
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (file) return std::string(std::istreambuf_iterator<char>(file), {});
  return fail(ErrorCode::kFileAccess,
              {"the table to compare with cannot be read; check its name and permissions",
               "không đọc được bảng để so sánh; hãy kiểm tra tên và quyền"},
              path);
}

// A table without places and units can be compared with one line only.
Result<std::vector<ComparedRow>> compared(const Series& series, const std::string& path) {
  const auto text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  const auto own = read_own_figures(*text, path);
  if (!own) return tl::unexpected<Error>(own.error());
  if (series.blocks.size() == 1) return compare(series.blocks.front(), *own);
  std::string lines;
  for (const SeriesBlock& block : series.blocks) lines += (lines.empty() ? "" : "; ") + title_of(block, series);
  return fail(ErrorCode::kBadArguments,
              {"choose one line to compare with, by --place, --currency, --kind or --status; there are: " + lines,
               "hãy chọn một dòng để so sánh bằng --place, --currency, --kind hoặc --status; hiện có: " + lines},
              path);
}

Result<ShownSeries> make(const SeriesArguments& arguments) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return tl::unexpected<Error>(archive.error());
  const auto dictionaries = Dictionaries::load(dictionaries_folder());
  if (!dictionaries) return tl::unexpected<Error>(dictionaries.error());
  const SeriesQuestion question = question_of(arguments);
  ShownSeries shown;
  const auto read = archive->read([&](store::Database& database) {
    SelfCorrections self_corrections(database, *dictionaries);
    shown.series =
        make_series(load_observations(database, choice_for(question)), question, *dictionaries, self_corrections);
  });
  if (!read) return tl::unexpected<Error>(read.error());
  if (arguments.compare.empty()) return shown;
  auto comparison = compared(shown.series, arguments.compare);
  if (!comparison) return tl::unexpected<Error>(comparison.error());
  shown.comparison = std::move(*comparison);
  return shown;
}

Result<std::string> written(const ShownSeries& shown, const SeriesArguments& arguments, Language language) {
  if (arguments.format == "json") return series_as_json(shown);
  if (arguments.format == "csv") return series_as_csv(shown);
  if (arguments.format == "xlsx") return series_as_xlsx(shown);
  if (arguments.format == "svg" || arguments.format == "png") return series_as_chart(shown, arguments.format, language);
  return series_as_table(shown, language, terminal_width(kWidthOfFiles));
}

}  // namespace

int series_command(const SeriesArguments& arguments, Language language) {
  const auto shown = make(arguments);
  if (!shown) return refuse(shown.error(), language);
  const auto text = written(*shown, arguments, language);
  if (!text) return refuse(text.error(), language);
  auto output = arguments.output.empty() ? Result<Output>(Output()) : Output::to_file(arguments.output);
  if (!output) return refuse(output.error(), language);
  write_or_leave(*output, *text, language);
  const auto closed = output->close();
  return closed ? 0 : refuse(closed.error(), language);
}

}  // namespace trichluc::cli
