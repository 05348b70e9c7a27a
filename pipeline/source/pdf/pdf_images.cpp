#include "pipeline/source/pdf/pdf_images.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/source/pdf/pdf_content.h"
#include "pipeline/source/pdf/pdf_rules.h"
#include "pipeline/source/picture/fax_tiff.h"

namespace trichluc {

namespace {

constexpr std::size_t kMostPictures = 2000;  // of one page: past that it is drawn anew anyway

struct Found {
  QPDFMatrix matrix;
  QPDFObjectHandle picture;
};

struct Drawing {
  std::vector<Found> pictures;
  std::size_t paths = 0;
  std::size_t texts = 0;
  std::size_t hidden_texts = 0;
};

bool paints_path(const std::string& name) {
  return name == "f" || name == "F" || name == "f*" || name == "S" || name == "s" || name == "B" || name == "B*" ||
         name == "b" || name == "b*";
}

bool shows_text(const std::string& name) {
  return name == "Tj" || name == "TJ" || name == "'" || name == "\"";
}

class PictureFinder : public ContentWalker {
 public:
  PictureFinder(const QPDFObjectHandle& resources, Drawing& found) : ContentWalker(resources), found_(found) {}

 private:
  void run(const std::string& name, const Operands& operands) override {
    if (paints_path(name)) ++found_.paths;
    if (name == "Tr" && operands.size() == 1 && QPDFObjectHandle(operands[0]).isInteger()) {
      const int mode = QPDFObjectHandle(operands[0]).getIntValueAsInt();
      state().hides_text = mode == 3 || mode == 7;
    }
    if (!shows_text(name)) return;
    ++found_.texts;
    if (state().hides_text) ++found_.hidden_texts;
  }

  void draw_picture(const QPDFObjectHandle& picture) override {
    if (found_.pictures.size() < kMostPictures) found_.pictures.push_back({state().matrix, picture});
  }

  Drawing& found_;
};

bool is_upright(const QPDFMatrix& m) {
  const double slant = std::abs(m.b) + std::abs(m.c);
  return m.a > 0 && m.d > 0 && slant < 0.001 * (m.a + m.d);
}

// The only filter of a stream; empty for none, "?" for a chain.
std::string only_filter(QPDFObjectHandle dictionary) {
  QPDFObjectHandle filter = dictionary.getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  if (filter.isName()) return filter.getName();
  return filter.isNull() || (filter.isArray() && filter.getArrayNItems() == 0) ? "" : "?";
}

int integer_at(QPDFObjectHandle dictionary, const std::string& key, int otherwise) {
  QPDFObjectHandle value = dictionary.getKeyIfDict(key);
  return value.isInteger() ? value.getIntValueAsInt() : otherwise;
}

// Samples of a pixel for the plain colour spaces, 0 for the others.
int samples_of(QPDFObjectHandle dictionary) {
  if (dictionary.getKey("/ImageMask").isBool() && dictionary.getKey("/ImageMask").getBoolValue()) return 1;
  QPDFObjectHandle space = dictionary.getKey("/ColorSpace");
  std::string name = space.isName() ? space.getName() : "";
  if (space.isArray() && space.getArrayNItems() > 0 && space.getArrayItem(0).isName()) {
    name = space.getArrayItem(0).getName();
  }
  if (name == "/DeviceGray" || name == "/CalGray") return 1;
  if (name == "/DeviceRGB" || name == "/CalRGB") return 3;
  if (name == "/ICCBased" && space.isArray() && space.getArrayNItems() > 1 && space.getArrayItem(1).isStream()) {
    const int components = integer_at(space.getArrayItem(1).getDict(), "/N", 0);
    return components == 1 || components == 3 ? components : 0;
  }
  return 0;
}

bool decodes_inverted(QPDFObjectHandle dictionary) {
  QPDFObjectHandle decode = dictionary.getKey("/Decode");
  return decode.isArray() && decode.getArrayNItems() >= 2 && decode.getArrayItem(0).isNumber() &&
         decode.getArrayItem(0).getNumericValue() > 0.5;
}

std::string text_of(const std::shared_ptr<Buffer>& buffer) {
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void take_fax(QPDFObjectHandle stream, Picture& picture) {
  QPDFObjectHandle parameters = stream.getDict().getKey("/DecodeParms");
  if (parameters.isArray()) parameters = parameters.getArrayNItems() ? parameters.getArrayItem(0) : parameters;
  const auto is_set = [&](const char* key) {
    QPDFObjectHandle value = parameters.getKeyIfDict(key);
    return value.isBool() && value.getBoolValue();
  };
  if (is_set("/EncodedByteAlign") || integer_at(parameters, "/Columns", 1728) != picture.width) return;
  const int k = integer_at(parameters, "/K", 0);
  picture.bytes = fax_in_tiff(text_of(stream.getRawStreamData()), picture.width, picture.height, k);
  picture.inverted = picture.inverted != is_set("/BlackIs1");
  picture.form = PictureForm::kFile;
}

Picture take_picture(QPDFObjectHandle stream) {
  Picture picture;
  if (!stream.isStream()) return picture;
  QPDFObjectHandle dictionary = stream.getDict();
  picture.width = integer_at(dictionary, "/Width", 0);
  picture.height = integer_at(dictionary, "/Height", 0);
  picture.bits = integer_at(dictionary, "/BitsPerComponent", 1);
  picture.samples = samples_of(dictionary);
  picture.inverted = decodes_inverted(dictionary);
  const std::string filter = only_filter(dictionary);
  if (filter == "/JPXDecode" && !dictionary.hasKey("/SMask")) {  // it knows its own size and colours
    picture.bytes = text_of(stream.getRawStreamData());
    picture.form = PictureForm::kFile;
    return picture;
  }
  const bool plain = picture.width > 0 && picture.height > 0 && picture.samples > 0 &&
                     static_cast<double>(picture.width) * picture.height < 4e8;
  if (!plain || dictionary.hasKey("/SMask")) return picture;
  if (filter == "/DCTDecode") {
    picture.bytes = text_of(stream.getRawStreamData());
    picture.form = PictureForm::kFile;
  } else if (filter == "/CCITTFaxDecode") {
    take_fax(stream, picture);
  } else if (filter.empty() || filter == "/FlateDecode" || filter == "/LZWDecode" || filter == "/RunLengthDecode") {
    picture.bytes = text_of(stream.getStreamData(qpdf_dl_specialized));
    picture.form = PictureForm::kRows;
  }
  return picture;
}

}  // namespace

struct PdfImages::Impl {
  QPDF pdf;
  std::vector<QPDFPageObjectHelper> pages;
  std::vector<QPDFObjectHandle> pictures;
};

PdfImages::PdfImages(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PdfImages::PdfImages(PdfImages&&) noexcept = default;
PdfImages& PdfImages::operator=(PdfImages&&) noexcept = default;
PdfImages::~PdfImages() = default;

namespace {

double part_of_page(const PlacedPicture& picture, const PagePictures& page) {
  const double across = std::min(picture.box.x1, page.width) - std::max(picture.box.x0, 0.0);
  const double down = std::min(picture.box.y1, page.height) - std::max(picture.box.y0, 0.0);
  return across > 0 && down > 0 ? across * down / (page.width * page.height) : 0;
}

PageFont font_of(const std::string& key, QPDFObjectHandle font) {
  PageFont told;
  QPDFObjectHandle name = font.getKeyIfDict("/BaseFont");
  told.name = name.isName() ? name.getName().substr(1) : key.substr(1);  // a Type 3 font has no name of its own
  if (!is_valid_utf8(told.name)) told.name = "?";
  told.to_unicode = font.getKeyIfDict("/ToUnicode").isStream();
  QPDFObjectHandle inner = font.getKeyIfDict("/DescendantFonts");
  if (inner.isArray() && inner.getArrayNItems() > 0) font = inner.getArrayItem(0);
  QPDFObjectHandle descriptor = font.getKeyIfDict("/FontDescriptor");
  for (const char* file : {"/FontFile", "/FontFile2", "/FontFile3"}) {
    told.embedded = told.embedded || descriptor.getKeyIfDict(file).isStream();
  }
  return told;
}

}  // namespace

double PagePictures::largest_part() const {
  double largest = 0;
  for (const PlacedPicture& picture : placed) largest = std::max(largest, part_of_page(picture, *this));
  return largest;
}

double PagePictures::covered_part() const {
  double sum = 0;
  for (const PlacedPicture& picture : placed) sum += part_of_page(picture, *this);
  return std::min(sum, 1.0);
}

Result<PdfImages> PdfImages::open(std::string_view bytes, const std::string& source) {
  auto impl = std::make_unique<Impl>();
  try {
    impl->pdf.setSuppressWarnings(true);
    impl->pdf.processMemoryFile(source.c_str(), bytes.data(), bytes.size());
    impl->pages = QPDFPageDocumentHelper(impl->pdf).getAllPages();
    return PdfImages(std::move(impl));
  } catch (const std::exception& error) {
    const auto* known = dynamic_cast<const QPDFExc*>(&error);
    if (known != nullptr && known->getErrorCode() == qpdf_e_password) {
      return fail(ErrorCode::kEncrypted,
                  {"the PDF asks for a password; save a copy without one and read that",
                   "tệp PDF đòi mật khẩu; hãy lưu một bản không có mật khẩu rồi đọc bản đó"},
                  source);
    }
    return fail(ErrorCode::kUnreadableInput,
                {"the PDF is damaged or cut off; copy or export the file again",
                 "tệp PDF bị hỏng hoặc bị cắt cụt; hãy sao chép hoặc xuất lại tệp"},
                source);
  }
}

int PdfImages::page_count() const {
  return static_cast<int>(impl_->pages.size());
}

PagePictures PdfImages::on_page(int page) {
  PagePictures result;
  if (page < 1 || page > page_count()) return result;
  try {
    QPDFPageObjectHelper& helper = impl_->pages[static_cast<std::size_t>(page - 1)];
    const Shown shown = Shown::of(helper);
    result.width = shown.width();
    result.height = shown.height();
    result.rotate = shown.rotate;
    Drawing found;
    PictureFinder finder(helper.getAttribute("/Resources", false), found);
    helper.parseContents(&finder);
    result.paths = found.paths;
    result.texts = found.texts;
    result.hidden_texts = found.hidden_texts;
    for (Found& one : found.pictures) {
      result.placed.push_back(
          {shown.box(one.matrix), static_cast<int>(impl_->pictures.size()), is_upright(one.matrix)});
      impl_->pictures.push_back(std::move(one.picture));
    }
  } catch (const std::exception&) {
    result.placed.clear();  // the page is drawn by Poppler instead, which forgives more
  }
  return result;
}

bool PdfImages::may_show_pictures(int page) const {
  if (page < 1 || page > page_count()) return false;
  try {
    QPDFObjectHandle resources = impl_->pages[static_cast<std::size_t>(page - 1)].getAttribute("/Resources", false);
    QPDFObjectHandle objects = resources.getKeyIfDict("/XObject");
    return objects.isDictionary() && !objects.getKeys().empty();
  } catch (const std::exception&) {
    return true;
  }
}

std::vector<PageFont> PdfImages::fonts_on_page(int page) const {
  constexpr std::size_t kMostFonts = 200;
  std::vector<PageFont> fonts;
  if (page < 1 || page > page_count()) return fonts;
  try {
    QPDFObjectHandle resources = impl_->pages[static_cast<std::size_t>(page - 1)].getAttribute("/Resources", false);
    QPDFObjectHandle named = resources.getKeyIfDict("/Font");
    if (!named.isDictionary()) return fonts;
    for (const std::string& key : named.getKeys()) {
      if (fonts.size() < kMostFonts) fonts.push_back(font_of(key, named.getKey(key)));
    }
  } catch (const std::exception&) {
    return fonts;
  }
  std::sort(fonts.begin(), fonts.end(), [](const PageFont& a, const PageFont& b) { return a.name < b.name; });
  fonts.erase(std::unique(fonts.begin(), fonts.end()), fonts.end());
  return fonts;
}

std::vector<RuledLine> PdfImages::rules_on_page(int page) const {
  if (page < 1 || page > page_count()) return {};
  try {
    return find_rules(impl_->pages[static_cast<std::size_t>(page - 1)]);
  } catch (const std::exception&) {
    return {};
  }
}

Picture PdfImages::take(int id) {
  if (id < 0 || id >= static_cast<int>(impl_->pictures.size())) return {};
  try {
    return take_picture(impl_->pictures[static_cast<std::size_t>(id)]);
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace trichluc
