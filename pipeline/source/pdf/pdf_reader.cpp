#include "pipeline/source/pdf/pdf_reader.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/source/pdf/pdf_images.h"
#include "pipeline/source/pdf/pdf_layout.h"
#include "pipeline/source/pdf/pdf_lines.h"
#include "pipeline/source/pdf/text_layer.h"
#include "pipeline/source/picture/image_reader.h"

namespace trichluc {

namespace {

constexpr std::size_t kTail = 4096;  // where the end mark is looked for: some mail programs append a little
// Pages with fewer words may be pictures, and nobody but their drawing tells.
constexpr std::size_t kFewWords = 60;

tl::unexpected<Error> damaged(const std::string& source) {
  return fail(ErrorCode::kUnreadableInput,
              {"the PDF is damaged or cut off; copy or export the file again",
               "tệp PDF bị hỏng hoặc bị cắt cụt; hãy sao chép hoặc xuất lại tệp"},
              source);
}

tl::unexpected<Error> locked(const std::string& source) {
  return fail(ErrorCode::kEncrypted,
              {"the PDF asks for a password; save a copy without one and read that",
               "tệp PDF đòi mật khẩu; hãy lưu một bản không có mật khẩu rồi đọc bản đó"},
              source);
}

tl::unexpected<Error> no_pages(const std::string& source) {
  return fail(ErrorCode::kUnreadableInput,
              {"the PDF has no pages; export the file again", "tệp PDF không có trang nào; hãy xuất lại tệp"}, source);
}

bool has_end_mark(std::string_view bytes) {
  const std::string_view tail = bytes.substr(bytes.size() > kTail ? bytes.size() - kTail : 0);
  return tail.find("%%EOF") != std::string_view::npos;
}

// Poppler's UTF-16; blanks and control characters left out, since pieces are put together with blanks of our own.
std::string utf8_of(const poppler::ustring& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t value = text[i];
    const bool high = value >= 0xD800 && value < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (text[++i] - 0xDC00U);
    }
    if (value >= 0xD800 && value < 0xE000) value = 0xFFFD;
    if (value > 0x20 && value != 0x7F && value != 0xA0) append_utf8(out, value);
  }
  return out;
}

// Properties of the file may hold blanks.
std::string property_of(const poppler::ustring& text) {
  const poppler::byte_array utf8 = text.to_utf8();
  const std::string value(utf8.begin(), utf8.end());
  return is_valid_utf8(value) ? value : "";
}

// Poppler gives the name as the file has it.
std::string font_name(const std::string& name) {
  return is_valid_utf8(name) ? name : "?";
}

std::vector<Piece> pieces_of(const poppler::page& shown) {
  std::vector<Piece> pieces;
  for (const poppler::text_box& box : shown.text_list(poppler::page::text_list_include_font)) {
    Piece piece;
    piece.text = utf8_of(box.text());
    if (piece.text.empty()) continue;
    const poppler::rectf place = box.bbox();
    piece.box = {place.left(), place.top(), place.right(), place.bottom()};
    piece.rotation = box.rotation();
    const double across = piece.rotation % 2 == 0 ? place.height() : place.width();
    piece.size = std::min(box.has_font_info() ? std::max(box.get_font_size(), 1.0) : across, std::max(across, 1.0));
    piece.space_after = box.has_space_after();
    if (box.has_font_info()) piece.font = font_name(box.get_font_name());
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void set_size(const poppler::page& shown, Page& page) {
  const poppler::rectf sheet = shown.page_rect(poppler::crop_box);
  page.width = sheet.width();
  page.height = sheet.height();
  const auto turn = shown.orientation();
  if (turn == poppler::page::landscape || turn == poppler::page::seascape) std::swap(page.width, page.height);
}

// What the page says by its layer, or that it is to be recognised.
void use_layer(LayerVerdict verdict, Page& page) {
  page.origin = TextOrigin::kEmbedded;
  page.reason = std::move(verdict.reason);
  page.unread = std::move(verdict.unread);
  if (verdict.use == LayerUse::kLayer || verdict.use == LayerUse::kNothing) return;
  page.origin = TextOrigin::kFailed;
  page.unread = {{0, 0, page.width, page.height}};
  if (verdict.use == LayerUse::kStamp) return;
  page.other = {std::exchange(page.text, {}), page.reason};
  page.words.clear();
  page.cells.clear();
  page.hints.clear();
}

Page read_page(const poppler::page& shown, int number, std::optional<PdfImages>& images) {
  Page page;
  page.number = number;
  page.hard_wrapped = true;
  set_size(shown, page);
  std::vector<Piece> pieces = pieces_of(shown);
  if (images) page.fonts = images->fonts_on_page(number);
  drop_repeats(pieces);
  mend_fonts(pieces, page.fonts);
  const bool look_for_tables = images && stands_side_by_side(pieces);
  const auto tables = look_for_tables ? find_ruled_tables(images->rules_on_page(number)) : std::vector<RuledTable>{};
  put_pieces(std::move(pieces), tables, page);
  const bool look = images && (page.words.size() < kFewWords || images->may_show_pictures(number));
  use_layer(judge_layer(page, look ? images->on_page(number) : PagePictures{}), page);
  return page;
}

Page damaged_page(int number) {
  Page page;
  page.number = number;
  page.origin = TextOrigin::kFailed;
  page.reason = "the page is damaged; export the file again";
  const std::string n = std::to_string(number);
  page.warnings.push_back(
      {"page " + n + " is damaged; export the file again", "trang " + n + " bị hỏng; hãy xuất lại tệp"});
  return page;
}

class OpenedPdf : public OpenedDocument {
 public:
  OpenedPdf(std::unique_ptr<poppler::document> pdf, std::optional<PdfImages> images, Document head)
      : OpenedDocument(std::move(head)), pdf_(std::move(pdf)), images_(std::move(images)) {}

  int page_count() const override { return pdf_->pages(); }
  Page page(int number) override {
    const std::unique_ptr<poppler::page> shown(pdf_->create_page(number - 1));
    return shown ? read_page(*shown, number, images_) : damaged_page(number);
  }

 private:
  std::unique_ptr<poppler::document> pdf_;
  std::optional<PdfImages> images_;
};

}  // namespace

Result<OpenedDocumentPtr> open_pdf(std::string_view bytes, const std::string& source) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (!has_end_mark(bytes) || bytes.size() > 0x7FFFFFFF) return damaged(source);
  std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) return damaged(source);
  if (pdf->is_locked()) return locked(source);
  if (pdf->pages() <= 0) return no_pages(source);
  Document head;
  head.encoding = "utf-8";
  head.title = property_of(pdf->get_title());
  head.author = property_of(pdf->get_author());
  std::optional<PdfImages> images;
  if (auto opened = PdfImages::open(bytes, source)) images = std::move(*opened);
  return std::make_unique<OpenedPdf>(std::move(pdf), std::move(images), std::move(head));
}

Result<Document> read_pdf(std::string_view bytes, const std::string& source) {
  auto opened = open_pdf(bytes, source);
  if (!opened) return tl::unexpected<Error>(opened.error());
  Document document = read_all_pages(**opened);
  const auto is_damaged = [](const Page& page) { return page.origin == TextOrigin::kFailed && page.unread.empty(); };
  if (std::all_of(document.pages.begin(), document.pages.end(), is_damaged)) return damaged(source);
  return document;
}

}  // namespace trichluc
