// Shows pages of an archive with the words of a fact marked: as text, as a picture in the terminal or in a file.
#include <algorithm>
#include <filesystem>
#include <optional>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/page_jobs.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/correction_words.h"
#include "pipeline/cli/writers/terminal_picture.h"
#include "pipeline/query/search/shown_page.h"
#include "pipeline/run/page_picture.h"
#include "pipeline/source/picture/marked_picture.h"

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

constexpr int kTerminalPixels = 1000;  // most across

// "value: 496 → 486 (12, 2026-03-02T08:00:00Z, Lan: misprint)".
std::string correction_line(const AppliedCorrection& c) {
  const bool whole = c.stored.empty() && c.value.empty();
  return "   " + (whole ? c.field : change_words(c.field, c.stored, c.value)) + " (" + std::to_string(c.correction) +
         ", " + c.at + ", " + on_one_line(c.by) + ": " + on_one_line(c.why) + ")\n";
}

std::string title(const ShownPage& page, Language language) {
  return "== " + on_one_line(page.source) + ", " + in_language({"page ", "trang "}, language) +
         std::to_string(page.page) + "\n";
}

std::string page_text(const ShownPage& page, bool terminal, Language language) {
  std::string out = title(page, language);
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

Result<ColourImage> picture_of(PagePool& pool, const ShownPage& page, const std::string& archive) {
  if (page.width <= 0) {
    return fail(
        ErrorCode::kBadArguments,
        {"this source has no pictures of its pages; use --text", "nguồn này không có hình của trang; hãy dùng --text"},
        page.source);
  }
  auto bytes = Snapshot::of_file(std::filesystem::path(archive) / page.original);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  const auto image = page_picture(pool, pool.add(std::move(*bytes), page.source), page.page);
  if (!image) return tl::unexpected<Error>(image.error());
  return with_marks(*image, page.width, page.height, page.boxes);
}

Result<void> write_png(const ShowArguments& arguments, const ShownPage& page) {
  PagePool pool(pool_options({}));
  const auto picture = picture_of(pool, page, arguments.archive);
  if (!picture) return tl::unexpected<Error>(picture.error());
  auto file = Output::to_file(arguments.png);
  if (!file) return tl::unexpected<Error>(file.error());
  const auto written = file->write(to_png(*picture));
  return written ? file->close() : written;
}

// One picture is one page; which other pages there are is told.
int png_command(const ShowArguments& arguments, const std::vector<ShownPage>& pages, Language language) {
  const auto written = write_png(arguments, pages.front());
  if (!written) {
    tell(error_line(written.error(), language));
    return static_cast<int>(written.error().code);
  }
  std::string others;
  for (std::size_t i = 1; i < pages.size(); ++i) others += " " + std::to_string(pages[i].page);
  if (!others.empty()) {
    tell(in_language({"this is page " + std::to_string(pages.front().page) + "; with --page also:" + others,
                      "đây là trang " + std::to_string(pages.front().page) + "; còn với --page:" + others},
                     language));
  }
  return static_cast<int>(ErrorCode::kOk);
}

// Empty where the page has no picture, or none can be made: then its text tells.
std::string on_terminal(PagePool& pool, const ShownPage& page, const std::string& archive, PictureProtocol protocol) {
  const auto picture = picture_of(pool, page, archive);
  return picture ? for_terminal(at_most(*picture, pixels_across(kTerminalPixels)), protocol) : "";
}

}  // namespace

int show_command(const ShowArguments& arguments, Language language) {
  const auto pages = find(arguments);
  if (!pages) {
    tell(error_line(pages.error(), language));
    return static_cast<int>(pages.error().code);
  }
  if (!arguments.png.empty()) return png_command(arguments, *pages, language);
  Output output;
  const bool terminal = standard_output_is_terminal();
  const PictureProtocol protocol = terminal && !arguments.text ? ask_terminal() : PictureProtocol::kNone;
  std::optional<PagePool> pool;
  if (protocol != PictureProtocol::kNone) pool.emplace(pool_options({}));
  for (const ShownPage& page : *pages) {
    const std::string picture = pool ? on_terminal(*pool, page, arguments.archive, protocol) : "";
    write_or_leave(output, picture.empty() ? page_text(page, terminal, language) : title(page, language) + picture,
                   language);
  }
  return static_cast<int>(ErrorCode::kOk);
}

}  // namespace trichluc::cli
