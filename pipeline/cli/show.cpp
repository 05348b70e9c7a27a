// Shows pages of an archive with the words of a fact marked.
#include <algorithm>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/correction_parts.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/query/shown_page.h"

namespace trichluc::cli {
namespace {

// Line by line: a document's control characters must not reach the terminal.
std::string safe(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += on_one_line(text.substr(begin, end - begin));
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

// "value: 496 → 486 (12, 2026-03-02T08:00:00Z, Lan: misprint)".
std::string correction_line(const AppliedCorrection& c) {
  const bool whole = c.stored.empty() && c.value.empty();
  return "   " + (whole ? c.field : change_words(c.field, c.stored, c.value)) + " (" + std::to_string(c.correction) +
         ", " + c.at + ", " + on_one_line(c.by) + ": " + on_one_line(c.why) + ")\n";
}

std::string page_text(const ShownPage& page, bool terminal, Language language) {
  std::string out = "== " + on_one_line(page.source) + ", " + in_language({"page ", "trang "}, language) +
                    std::to_string(page.page) + "\n";
  for (const AppliedCorrection& one : page.corrections) out += correction_line(one);
  std::size_t at = 0;
  for (const Span mark : page.marks) {
    if (mark.begin < at) continue;
    out += safe(slice(page.text, {at, mark.begin})) + (terminal ? "\x1b[7m" : ">>") + safe(slice(page.text, mark)) +
           (terminal ? "\x1b[0m" : "<<");
    at = mark.end;
  }
  return out + safe(std::string_view(page.text).substr(at)) + "\n";
}

Result<std::vector<ShownPage>> find(const ShowArguments& arguments) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return tl::unexpected<Error>(archive.error());
  return pages_to_show(*archive, arguments.what, arguments.page);
}

}  // namespace

int show_command(const ShowArguments& arguments, Language language) {
  const auto pages = find(arguments);
  if (!pages) {
    tell(error_line(pages.error(), language));
    return static_cast<int>(pages.error().code);
  }
  Output output;
  const bool terminal = standard_output_is_terminal();
  for (const ShownPage& page : *pages) write_or_leave(output, page_text(page, terminal, language), language);
  return static_cast<int>(ErrorCode::kOk);
}

}  // namespace trichluc::cli
