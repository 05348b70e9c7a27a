#include "pipeline/ocr/ruled_picture.h"

#include <algorithm>
#include <cstddef>

#include "pipeline/source/picture/pix.h"

namespace trichluc::ocr {
namespace {

constexpr double kPiece = 0.15;     // inches of a line that may be broken; the strokes of letters are shorter
constexpr double kBroken = 0.12;    // inches that a fax leaves out of a line; rows are higher
constexpr double kShortest = 0.3;   // inches of a whole line
constexpr double kThickest = 0.06;  // inches
constexpr int kInk = 200;           // brightness below which a pixel is of a line, thin ones are grey once turned level

// Black runs that are long and thin.
PixPtr straight_strokes(Pix* ink, bool across, double dpi) {
  const auto pixels = [&](double inches) { return std::max(1, static_cast<int>(inches * dpi)); };
  const auto brick = [&](int length, auto step, Pix* from) {
    return PixPtr(from == nullptr ? nullptr : across ? step(nullptr, from, length, 1) : step(nullptr, from, 1, length));
  };
  // A line that climbs by a pixel goes on in the next row.
  const PixPtr thick(across ? pixDilateBrick(nullptr, ink, 1, 2) : pixDilateBrick(nullptr, ink, 2, 1));
  const PixPtr pieces = brick(pixels(kPiece), pixOpenBrick, thick.get());
  const PixPtr closed = brick(pixels(kBroken), pixCloseSafeBrick, pieces.get());
  const PixPtr runs = brick(pixels(kShortest), pixOpenBrick, closed.get());
  if (!runs) return nullptr;
  const int thickest = pixels(kThickest);
  return PixPtr(pixSelectBySize(runs.get(), thickest, thickest, 8, across ? L_SELECT_HEIGHT : L_SELECT_WIDTH,
                                L_SELECT_IF_LTE, nullptr));
}

// Lines that a scan has lost make cells of several rows and columns at once, as hardly any table has them.
bool is_whole(const RuledTable& table) {
  return std::none_of(table.cells.begin(), table.cells.end(),
                      [](const RuledCell& cell) { return cell.row_span > 1 && cell.column_span > 1; });
}

// A frame around a page's text parts no table: the text is read best as a page.
bool has_field_of_text(const RuledTable& table, const Image& image) {
  constexpr double kMostOfPage = 0.2;
  const double scale = image.dpi / kPointsOfInch;
  const double most = kMostOfPage * image.width * image.height / (scale * scale);
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const RuledCell& cell) {
    return (cell.box.x1 - cell.box.x0) * (cell.box.y1 - cell.box.y0) > most;
  });
}

void add_rules(Pix* strokes, bool across, double dpi, std::vector<RuledLine>& rules) {
  Boxa* boxes = pixConnCompBB(strokes, 8);
  const double scale = kPointsOfInch / dpi;
  for (l_int32 i = 0; i < (boxes != nullptr ? boxaGetCount(boxes) : 0); ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    const double at = across ? y + height / 2.0 : x + width / 2.0;
    const double from = across ? x : y;
    rules.push_back({across, at * scale, from * scale, (from + (across ? width : height)) * scale});
  }
  boxaDestroy(&boxes);
}

// Makes the strokes white where the tables stand, with their grey edges.
void wipe(Pix* pix, Pix* strokes, const std::vector<RuledTable>& tables, double dpi) {
  constexpr int kEdge = 5;       // pixels of the brick that takes the edges in
  constexpr double kBeside = 3;  // points
  const PixPtr wide(pixDilateBrick(nullptr, strokes, kEdge, kEdge));
  const PixPtr within(wide ? pixCreateTemplate(wide.get()) : nullptr);
  if (!within) return;
  const double scale = dpi / kPointsOfInch;
  for (const RuledTable& table : tables) {
    const auto pixels = [&](double points) { return static_cast<l_int32>(points * scale); };
    const l_int32 x = pixels(table.box.x0 - kBeside), y = pixels(table.box.y0 - kBeside);
    pixRasterop(within.get(), x, y, pixels(table.box.x1 + kBeside) - x, pixels(table.box.y1 + kBeside) - y, PIX_SRC,
                wide.get(), x, y);
  }
  pixSetMasked(pix, within.get(), 255);
}

}  // namespace

RuledPicture find_tables(const Image& image) {
  RuledPicture found;
  if (image.empty() || image.dpi <= 0) return found;
  silence_leptonica();
  const PixPtr pix = to_pix(image);
  const PixPtr ink(pix ? pixConvertTo1(pix.get(), kInk) : nullptr);
  if (!ink) return found;
  const PixPtr across = straight_strokes(ink.get(), true, image.dpi);
  const PixPtr down = straight_strokes(ink.get(), false, image.dpi);
  if (!across || !down) return found;
  std::vector<RuledLine> rules;
  add_rules(across.get(), true, image.dpi, rules);
  add_rules(down.get(), false, image.dpi, rules);
  found.tables = find_ruled_tables(rules);
  std::erase_if(found.tables,
                [&](const RuledTable& table) { return !is_whole(table) || has_field_of_text(table, image); });
  if (found.tables.empty()) return found;
  wipe(pix.get(), across.get(), found.tables, image.dpi);
  wipe(pix.get(), down.get(), found.tables, image.dpi);
  found.without_lines = to_image(pix.get());
  found.without_lines.dpi = image.dpi;
  return found;
}

}  // namespace trichluc::ocr
