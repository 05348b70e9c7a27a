// Who is one person and who is not.
#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/commands/correction_parts.h"

namespace trichluc::cli {
namespace {

Result<std::int64_t> merge(const MergeArguments& arguments) {
  const auto author = author_of(arguments.author);
  if (!author) return tl::unexpected<Error>(author.error());
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return tl::unexpected<Error>(archive.error());
  return store::merge_people(*archive, arguments.one, arguments.other, *author);
}

Result<std::int64_t> split(const SplitArguments& arguments) {
  const auto author = author_of(arguments.author);
  if (!author) return tl::unexpected<Error>(author.error());
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return tl::unexpected<Error>(archive.error());
  return store::split_person(*archive, arguments.fact, *author);
}

}  // namespace

int merge_command(const MergeArguments& arguments, Language language) {
  return tell_corrected(merge(arguments), language);
}

int split_command(const SplitArguments& arguments, Language language) {
  return tell_corrected(split(arguments), language);
}

}  // namespace trichluc::cli
