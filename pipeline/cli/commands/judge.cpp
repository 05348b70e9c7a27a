// A fact as a whole: it is right, or the document does not state it.
#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/commands/correction_parts.h"

namespace trichluc::cli {
namespace {

using Judge = Result<std::int64_t> (*)(store::Archive&, const std::string&, const store::Author&);

template <class Arguments>
Result<std::int64_t> judge(const Arguments& arguments, Judge work) {
  const auto author = author_of(arguments.author);
  if (!author) return tl::unexpected<Error>(author.error());
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return tl::unexpected<Error>(archive.error());
  return work(*archive, arguments.fact, *author);
}

}  // namespace

int reject_command(const RejectArguments& arguments, Language language) {
  return tell_corrected(judge(arguments, store::reject_fact), language);
}

int confirm_command(const ConfirmArguments& arguments, Language language) {
  return tell_corrected(judge(arguments, store::confirm_fact), language);
}

}  // namespace trichluc::cli
