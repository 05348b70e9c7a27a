#include "pipeline/store/withdraw.h"

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"

namespace trichluc::cli {

int withdraw_command(const WithdrawArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return refuse(archive.error(), language);
  const auto withdrawn = store::withdraw(*archive, arguments.document, arguments.why);
  if (!withdrawn) return refuse(withdrawn.error(), language);
  Output output;
  write_or_leave(output, *withdrawn + "\n", language);
  return 0;
}

}  // namespace trichluc::cli
