#include "pipeline/store/verify.h"

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"

namespace trichluc::cli {
namespace {

void tell_all(const std::vector<store::Fault>& faults, Language language) {
  for (const store::Fault& fault : faults) tell(error_line({ErrorCode::kOk, fault.what, fault.where}, language));
}

std::string line(const Message& what, std::int64_t count, Language language) {
  return in_language(what, language) + std::to_string(count) + "\n";
}

}  // namespace

int verify_command(const VerifyArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto result = store::verify(*archive, arguments.sources);
  if (!result) return refuse(result.error(), language);
  tell_all(result->faults, language);
  tell_all(result->changed, language);
  Output output;
  std::string text = line({"originals        ", "bản gốc          "}, result->originals, language) +
                     line({"quotes           ", "trích dẫn        "}, result->quotes, language);
  if (arguments.sources) text += line({"source files     ", "tệp nguồn        "}, result->sources, language);
  text += line({"faults           ", "lỗi              "}, static_cast<std::int64_t>(result->faults.size()), language);
  if (arguments.sources) {
    text +=
        line({"changed sources  ", "tệp nguồn đã đổi "}, static_cast<std::int64_t>(result->changed.size()), language);
  }
  write_or_leave(output, text, language);
  if (!result->faults.empty()) return static_cast<int>(ErrorCode::kInvalidOutput);
  return result->changed.empty() ? 0 : static_cast<int>(ErrorCode::kPartlyFailed);
}

}  // namespace trichluc::cli
