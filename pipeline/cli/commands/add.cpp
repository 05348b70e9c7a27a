#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/commands/correction_parts.h"

namespace trichluc::cli {
namespace {

Result<std::int64_t> add(const AddArguments& arguments) {
  const auto author = author_of(arguments.author);
  if (!author) return tl::unexpected<Error>(author.error());
  const auto values = store::field_values(arguments.fields);
  if (!values) return tl::unexpected<Error>(values.error());
  const auto known = known_names();
  if (!known) return tl::unexpected<Error>(known.error());
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return tl::unexpected<Error>(archive.error());
  return store::add_fact(*archive, {arguments.document, arguments.page, arguments.quote, *values}, *known, *author);
}

}  // namespace

int add_command(const AddArguments& arguments, Language language) {
  return tell_corrected(add(arguments), language);
}

}  // namespace trichluc::cli
