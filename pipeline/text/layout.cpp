#include "pipeline/text/layout.h"

#include "pipeline/text/layout_parts.h"
#include "pipeline/text/unmarked.h"

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

namespace {

bool is_unmarked(const ShapedText& shaped, const std::vector<Block>& blocks) {
  std::vector<Span> spans;
  spans.reserve(blocks.size());
  for (const Block& block : blocks) spans.push_back(block.in_shaped);
  return !unmarked_paragraphs(shaped.text(), spans).empty();
}

std::vector<Section> label_marked(const LaidOut& laid_out, const std::vector<Block>& blocks,
                                  const PageMarkers& markers) {
  return label(look_at(laid_out.raw, laid_out.shaped, blocks, markers), blocks, markers);
}

// What has no marks is no description of an image where nothing has them.
std::vector<Section> label_unmarked(const LaidOut& laid_out, const std::vector<Block>& blocks,
                                    const PageMarkers& markers) {
  const PageMarkers bare = markers.without_marks();
  std::vector<Cues> cues = look_at(laid_out.raw, laid_out.shaped, blocks, bare);
  for (Cues& each : cues) each.alt_text = false;
  return label(cues, blocks, bare);
}

}  // namespace

LaidOut lay_out(const std::vector<PageText>& pages, const PageMarkers& markers) {
  LaidOut laid_out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) laid_out.raw.push_back('\n');
    laid_out.raw.append(pages[i].text);
  }
  std::vector<Block> blocks = join_lines(laid_out.raw, find_lines(laid_out.raw, pages), pages);
  laid_out.shaped = shape_blocks(laid_out.raw, blocks);
  const std::vector<Section> sections = is_unmarked(laid_out.shaped, blocks) ? label_unmarked(laid_out, blocks, markers)
                                                                             : label_marked(laid_out, blocks, markers);
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
