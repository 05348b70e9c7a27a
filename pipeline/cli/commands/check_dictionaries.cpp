// Says of every line of the tables that cannot be used what is wrong with it, before a run stops at the first.
#include "extractors/lexicon/table_files.h"
#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/program_files.h"

namespace trichluc::cli {
namespace {

Result<DictionaryCheck> check(const std::string& folder) {
  const std::filesystem::path ours = dictionaries_folder();
  if (folder.empty()) return check_tables(ours);
  const auto base = Dictionaries::load(ours);
  if (!base) return tl::unexpected<Error>(base.error());
  return check_added_tables(*base, folder);
}

std::string summary(const DictionaryCheck& done, Language language) {
  const std::string tables = std::to_string(done.tables);
  const std::string lines = std::to_string(done.lines);
  return language == Language::kVietnamese ? tables + " bảng, " + lines + " dòng, không có lỗi\n"
                                           : tables + " tables, " + lines + " lines, no fault\n";
}

}  // namespace

int check_dictionaries_command(const CheckDictionariesArguments& arguments, Language language) {
  const auto done = check(arguments.folder);
  if (!done) {
    tell(error_line(done.error(), language));
    return static_cast<int>(done.error().code);
  }
  for (const Error& fault : done->faults) tell(error_line(fault, language));
  if (!done->faults.empty()) return static_cast<int>(ErrorCode::kBadDictionary);
  Output output;
  write_or_leave(output, summary(*done, language), language);
  return static_cast<int>(ErrorCode::kOk);
}

}  // namespace trichluc::cli
