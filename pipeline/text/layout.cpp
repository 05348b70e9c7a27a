#include "pipeline/text/layout.h"

#include "pipeline/text/layout_parts.h"

namespace trichluc::text {

std::string_view record_section(Section section) {
  switch (section) {
    case Section::kCaption:
      return "caption";
    case Section::kTable:
      return "table";
    case Section::kRelated:
      return "related";
    case Section::kTitle:
    case Section::kHeading:
    case Section::kBody:
    case Section::kByline:
    case Section::kPublished:
    case Section::kPublisher:
    case Section::kFrame:
      break;
  }
  return "body";
}

LaidOut lay_out(const std::vector<PageText>& pages, const PageMarkers& markers) {
  LaidOut laid_out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) laid_out.raw.push_back('\n');
    laid_out.raw.append(pages[i].text);
  }
  std::vector<Block> blocks = join_lines(laid_out.raw, find_lines(laid_out.raw, pages), pages);
  laid_out.shaped = shape_blocks(laid_out.raw, blocks);
  const std::vector<Cues> cues = look_at(laid_out.raw, laid_out.shaped, blocks, markers);
  const std::vector<Section> sections = label(cues, blocks, markers);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Paragraph paragraph;
    paragraph.section = sections[i];
    paragraph.recognised = blocks[i].recognised;
    paragraph.in_shaped = blocks[i].in_shaped;
    for (const Line& line : blocks[i].lines) paragraph.lines.push_back(line.span);
    laid_out.paragraphs.push_back(std::move(paragraph));
  }
  return laid_out;
}

}  // namespace trichluc::text
