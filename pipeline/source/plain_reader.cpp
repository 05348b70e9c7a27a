#include "pipeline/source/plain_reader.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "pipeline/base/blanks.h"
#include "pipeline/base/utf8.h"
#include "pipeline/source/table/text_table.h"
#include "pipeline/text/encoding/decode.h"

namespace trichluc {
namespace {

struct LineShape {
  std::size_t width = 0;  // code points
  bool ends_sentence = false;
  bool followed = false;  // by a line that is not blank
  bool runs_on = false;   // the next line begins in lower case
};

constexpr std::size_t kWideGap = 10;  // blanks

bool is_combining(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

// Letters as print shows them: marks that stand on a letter take no room of their own. Few texts have such marks apart
// from their letters; in the others the bytes that begin a code point are counted.
std::size_t width_of(std::string_view line) {
  // The bytes that begin U+0300 to U+037F.
  const bool marks = line.find('\xCC') != std::string_view::npos || line.find('\xCD') != std::string_view::npos;
  if (!marks) return count_starts(line);
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    width += is_combining(point.value) ? 0U : 1U;
    at += point.size;
  }
  return width;
}

bool begins_in_lower_case(std::string_view line) {
  const auto first = static_cast<UChar32>(code_point_at(line, line.find_first_not_of(" \t")).value);
  return u_islower(first) != 0;
}

std::vector<LineShape> shapes_of(std::string_view text) {
  std::vector<LineShape> shapes;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.empty()) {
      open = false;
      continue;
    }
    // Page numbers, running heads and signers are set apart by wide gaps: they say nothing about the width of prose.
    if (find_blanks(line, kWideGap) != std::string_view::npos) continue;
    if (open) {
      shapes.back().followed = true;
      shapes.back().runs_on = begins_in_lower_case(line);
    }
    open = true;
    const bool ends_sentence = std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
    shapes.push_back({width_of(line), ends_sentence, false, false});
  }
  return shapes;
}

}  // namespace

bool is_hard_wrapped(std::string_view text) {
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kWidest = 130;
  std::vector<LineShape> shapes = shapes_of(text);
  if (shapes.size() < 6) return false;
  std::vector<std::size_t> widths;
  for (const LineShape& shape : shapes) widths.push_back(shape.width);
  const auto rank = static_cast<std::ptrdiff_t>((widths.size() - 1) * 9 / 10);
  std::nth_element(widths.begin(), widths.begin() + rank, widths.end());
  const std::size_t usual = widths[static_cast<std::size_t>(rank)];
  if (usual < kNarrowest || usual > kWidest) return false;
  std::size_t full = 0;
  std::size_t cut = 0;
  std::size_t run_on = 0;
  std::size_t too_wide = 0;
  for (const LineShape& shape : shapes) {
    too_wide += shape.width > usual + usual / 4 ? 1U : 0U;
    if (!shape.followed || shape.width * 10 < usual * 8) continue;
    ++full;
    cut += shape.ends_sentence ? 0U : 1U;
    run_on += shape.runs_on ? 1U : 0U;
  }
  if (too_wide * 20 > shapes.size()) return false;
  // Half of the lines are about as wide as the page and go on, four of five of them in mid-sentence; or fewer, as in
  // reports of short items, but then a quarter of the lines after them begin in lower case, as no headline and no item
  // does.
  const bool mostly = full * 2 >= shapes.size() && cut * 5 >= full * 4;
  return mostly || (full * 4 >= shapes.size() && run_on * 4 >= full);
}

Result<Document> read_plain(std::string_view bytes, const std::string& source) {
  auto decoded = text::decode(bytes, source);
  if (!decoded) return tl::unexpected<Error>(decoded.error());
  Document document;
  document.encoding = decoded->encoding;
  document.warnings = std::move(decoded->warnings);
  Page page;
  page.text = std::move(decoded->text);
  page.reason = "the file is text";
  page.hard_wrapped = is_hard_wrapped(page.text);
  put_table_rows(page);
  document.pages.push_back(std::move(page));
  return document;
}

}  // namespace trichluc
