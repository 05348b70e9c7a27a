#include "pipeline/cli/commands/correction_parts.h"

#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/program_files.h"

namespace trichluc::cli {
namespace {

void add_values(const Dictionaries& dictionaries, const char* table, const char* column, std::set<std::string>& names) {
  const Lexicon& lexicon = dictionaries.table(table);
  for (const Entry& entry : lexicon.entries()) {
    const std::string_view value = lexicon.value(entry, column);
    if (!value.empty()) names.emplace(value);
  }
}

std::string trimmed(const std::string& words) {
  const std::size_t first = words.find_first_not_of(" \t\n");
  if (first == std::string::npos) return "";
  return words.substr(first, words.find_last_not_of(" \t\n") + 1 - first);
}

}  // namespace

Result<store::KnownNames> known_names() {
  const auto knowledge = load_knowledge(dictionaries_folder());
  if (!knowledge) return tl::unexpected<Error>(knowledge.error());
  store::KnownNames known;
  for (const char* table : {"places", "provinces", "regions"}) {
    add_values(knowledge->dictionaries, table, "name", known.places);
  }
  add_values(knowledge->dictionaries, "currencies", "currency", known.currencies);
  return known;
}

Result<store::Author> author_of(const CorrectionAuthor& author) {
  store::Author checked{trimmed(author.by), trimmed(author.why)};
  if (!checked.by.empty() && !checked.why.empty()) return checked;
  return fail(ErrorCode::kBadArguments,
              {"say who corrects and why: a correction without them cannot be defended",
               "hãy nói ai sửa và vì sao: thiếu hai điều ấy thì không bảo vệ được hiệu chỉnh"},
              "--by, --why");
}

int tell_corrected(const Result<std::int64_t>& correction, Language language) {
  if (!correction) return refuse(correction.error(), language);
  Output output;
  write_or_leave(output, in_language({"correction ", "hiệu chỉnh "}, language) + std::to_string(*correction) + "\n",
                 language);
  return 0;
}

}  // namespace trichluc::cli
