// What our own code makes of a PDF page: its drawing is followed to its pictures, pieces of text at any place become
// lines, words and cells, fonts are mended and the layer is judged. The bytes are cut in two: the drawing, and pieces.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/source/pdf/pdf_images.h"
#include "pipeline/source/pdf/pdf_layout.h"
#include "pipeline/source/pdf/text_layer.h"
#include "pipeline/source/table/table_cells.h"

namespace {

using namespace trichluc;

constexpr std::size_t kMostBytes = std::size_t{1} << 15U;

[[noreturn]] void finding(std::string_view what) {
  std::cerr << what << '\n';
  std::abort();
}

std::string object(const std::string& dictionary, std::string_view stream) {
  return "<< " + dictionary + " /Length " + std::to_string(stream.size()) + " >>\nstream\n" + std::string(stream) +
         "\nendstream";
}

// One page that shows a picture and a drawing inside the drawing, which shows itself.
std::string pdf_with(std::string_view drawing) {
  const std::string resources = "/Resources << /XObject << /I 5 0 R /X 6 0 R >> /Font << /F 7 0 R >> >>";
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + resources + " >>",
      object("", drawing),
      object("/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray", "abcd"),
      object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources, drawing.substr(0, drawing.size() / 2)),
      "<< /Type /Font /Subtype /Type1 /BaseFont /.VnTime >>"};
  std::string out = "%PDF-1.5\n";
  std::string places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string place = std::to_string(out.size());
    places += place.insert(0, 10 - place.size(), '0') + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(out.size());
  const std::string count = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + places + "trailer << /Root 1 0 R /Size " + count +
         " >>\nstartxref\n" + start + "\n%%EOF\n";
}

// Takes values off the front of the bytes; zeros when they are used up.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  unsigned next() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }
  // Mostly a place on the page, now and then what no page has.
  double coordinate() {
    const unsigned byte = next();
    if (byte == 255) return std::numeric_limits<double>::infinity();
    if (byte == 254) return std::nan("");
    if (byte == 253) return -1e9;
    return byte * 3 + next() / 256.0;
  }

 private:
  std::string_view bytes_;
};

std::vector<Piece> pieces_of(std::string_view bytes) {
  static const std::vector<std::string> kTexts = {"tổ", "chức", "12", "3.400", "UBND", "Hµ", "Giang", "-", "ủy", "…"};
  Bytes values(bytes);
  std::vector<Piece> pieces;
  while (!values.empty() && pieces.size() < 2000) {
    Piece piece;
    const unsigned kind = values.next();
    piece.text = kTexts[kind % kTexts.size()];
    piece.box = {values.coordinate(), values.coordinate(), 0, 0};
    piece.box.x1 = piece.box.x0 + values.next();
    piece.box.y1 = piece.box.y0 + values.next() / 8.0;
    piece.size = piece.box.y1 - piece.box.y0;
    piece.rotation = static_cast<int>(kind >> 6U);
    piece.space_after = (kind & 32U) == 0;
    piece.font = (kind & 16U) == 0 ? ".VnTime" : "Times";
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void check(const Page& page) {
  if (!is_valid_utf8(page.text)) finding("a page that is not UTF-8");
  const auto fits = [&](Span span) { return span.begin <= span.end && span.end <= page.text.size(); };
  std::size_t last = 0;
  for (const Word& word : page.words) {
    if (!fits(word.in_page) || word.in_page.begin < last) finding("words out of order");
    last = word.in_page.end;
  }
  for (const TableCell& cell : page.cells) {
    if (!fits(cell.in_page) || cell.row < 0 || cell.column < 0 || cell.column_span < 1) finding("a cell of no table");
  }
  for (const auto& hint : page.hints) {
    if (!fits(hint.span)) finding("a hint outside its page");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view drawing = std::string_view(bytes).substr(0, size / 2);
  const std::string pdf = pdf_with(drawing);
  PagePictures pictures;
  Page page;
  page.width = 595;
  page.height = 842;
  std::vector<RuledTable> tables;
  if (auto images = PdfImages::open(pdf, "fuzz")) {
    tables = find_ruled_tables(images->rules_on_page(1));
    pictures = images->on_page(1);
    page.fonts = images->fonts_on_page(1);
    for (const PlacedPicture& placed : pictures.placed) static_cast<void>(images->take(placed.id));
  }
  std::vector<Piece> pieces = pieces_of(std::string_view(bytes).substr(size / 2));
  drop_repeats(pieces);
  mend_fonts(pieces, page.fonts);
  put_pieces(std::move(pieces), tables, page);
  put_table_cells(page);
  check(page);
  static_cast<void>(judge_layer(page, pictures));
  return 0;
}
