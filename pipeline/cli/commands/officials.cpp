// People across the documents of an archive.
#include "pipeline/query/people/officials.h"

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/writers/officials_writers.h"
#include "pipeline/query/people/person_corrections.h"

namespace trichluc::cli {
namespace {

std::string written(const ShownOfficials& shown, const std::string& format, Language language) {
  if (format == "json") return officials_as_json(shown);
  return format == "csv" ? officials_as_csv(shown) : officials_as_table(shown, language);
}

tl::unexpected<Error> no_day(const std::string& day) {
  return fail(ErrorCode::kBadArguments,
              {"give the day as 2023-05-01, 2023-05 or 2023", "hãy ghi ngày dạng 2023-05-01, 2023-05 hoặc 2023"},
              "--on " + day);
}

Result<std::string> answer(const OfficialsArguments& arguments, Language language) {
  if (!arguments.on.empty() && !covered_time(arguments.on).known()) return no_day(arguments.on);
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return tl::unexpected<Error>(archive.error());
  const auto dictionaries = Dictionaries::load(dictionaries_folder());
  if (!dictionaries) return tl::unexpected<Error>(dictionaries.error());
  OfficeWords words(*dictionaries);
  People loaded;
  const auto read = archive->read([&](store::Database& database) { loaded = load_people(database, words); });
  if (!read) return tl::unexpected<Error>(read.error());
  const std::vector<Person>& people = loaded.all;
  ShownOfficials shown;
  shown.people = &people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (arguments.name.empty() || is_named(people[i], arguments.name, words)) shown.chosen.push_back(i);
  }
  if (arguments.position.empty()) return written(shown, arguments.format, language);
  std::vector<Holder> holders;
  for (const Holder& holder : holders_of(people, arguments.position, arguments.on, words)) {
    if (arguments.name.empty() || is_named(people[holder.person], arguments.name, words)) holders.push_back(holder);
  }
  shown.holders = &holders;
  return written(shown, arguments.format, language);
}

}  // namespace

int officials_command(const OfficialsArguments& arguments, Language language) {
  const auto text = answer(arguments, language);
  if (!text) return refuse(text.error(), language);
  Output output;
  write_or_leave(output, *text, language);
  return 0;
}

}  // namespace trichluc::cli
