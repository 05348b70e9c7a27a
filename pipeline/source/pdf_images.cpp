#include "pipeline/source/pdf_images.h"

#define POINTERHOLDER_TRANSITION 4  // QPDF warns unless told which pointer type is meant

#include <algorithm>
#include <cmath>
#include <exception>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/source/fax_tiff.h"

namespace trichluc {

namespace {

constexpr int kDeepestForm = 6;              // drawings inside drawings; deeper ones are attacks
constexpr std::size_t kMostForms = 5000;     // of one page, each as often as it is drawn: they may draw one another
constexpr std::size_t kMostPictures = 2000;  // of one page: past that it is drawn anew anyway
constexpr std::size_t kDeepestState = 100;

struct Found {
  QPDFMatrix matrix;
  QPDFObjectHandle picture;
};

struct Drawing {
  std::vector<Found> pictures;
  std::size_t paths = 0;
  std::size_t texts = 0;
  std::size_t hidden_texts = 0;
  std::size_t forms = 0;
};

// What q saves and Q brings back, as far as it matters here.
struct DrawingState {
  QPDFMatrix matrix;
  bool hides_text = false;
};

bool paints_path(const std::string& name) {
  return name == "f" || name == "F" || name == "f*" || name == "S" || name == "s" || name == "B" || name == "B*" ||
         name == "b" || name == "b*";
}

bool shows_text(const std::string& name) {
  return name == "Tj" || name == "TJ" || name == "'" || name == "\"";
}

// Follows q, Q, cm, Tr and Do; everything else of a page's drawing does not move pictures.
class PictureFinder : public QPDFObjectHandle::ParserCallbacks {
 public:
  PictureFinder(const QPDFObjectHandle& resources, QPDFMatrix matrix, int depth, Drawing& found)
      : resources_(resources), state_{matrix, false}, depth_(depth), found_(found) {}

  using QPDFObjectHandle::ParserCallbacks::handleObject;
  void handleObject(QPDFObjectHandle object) override {
    if (object.isInlineImage()) {
      add(QPDFObjectHandle::newNull());
    } else if (object.isOperator()) {
      run(object.getOperatorValue());
      operands_.clear();
    } else if (operands_.size() < 16) {
      operands_.push_back(object);
    }
  }
  void handleEOF() override {}

 private:
  void run(const std::string& name) {
    if (name == "q" && stack_.size() < kDeepestState) stack_.push_back(state_);
    if (name == "Q" && !stack_.empty()) {
      state_ = stack_.back();
      stack_.pop_back();
    }
    if (name == "cm" && operands_.size() == 6) {
      const auto number = [this](std::size_t i) { return operands_[i].getNumericValue(); };
      state_.matrix.concat(QPDFMatrix(number(0), number(1), number(2), number(3), number(4), number(5)));
    }
    if (paints_path(name)) ++found_.paths;
    if (name == "Tr" && operands_.size() == 1 && operands_[0].isInteger()) {
      const int mode = operands_[0].getIntValueAsInt();
      state_.hides_text = mode == 3 || mode == 7;
    }
    if (shows_text(name)) {
      ++found_.texts;
      if (state_.hides_text) ++found_.hidden_texts;
    }
    if (name == "Do" && operands_.size() == 1 && operands_[0].isName()) draw(operands_[0].getName());
  }

  void draw(const std::string& name) {
    QPDFObjectHandle stream = resources_.getKeyIfDict("/XObject").getKeyIfDict(name);
    if (!stream.isStream()) return;
    QPDFObjectHandle subtype = stream.getDict().getKey("/Subtype");
    if (subtype.isNameAndEquals("/Image")) add(stream);
    if (subtype.isNameAndEquals("/Form") && depth_ < kDeepestForm && ++found_.forms <= kMostForms) draw_form(stream);
  }

  void draw_form(QPDFObjectHandle form) {
    QPDFMatrix matrix = state_.matrix;
    QPDFObjectHandle own = form.getDict().getKey("/Matrix");
    if (own.isMatrix()) matrix.concat(QPDFMatrix(own.getArrayAsMatrix()));
    QPDFObjectHandle resources = form.getDict().getKey("/Resources");
    PictureFinder inner(resources.isDictionary() ? resources : resources_, matrix, depth_ + 1, found_);
    form.parseAsContents(&inner);
  }

  void add(const QPDFObjectHandle& picture) {
    if (found_.pictures.size() < kMostPictures) found_.pictures.push_back({state_.matrix, picture});
  }

  QPDFObjectHandle resources_;
  DrawingState state_;
  int depth_;
  Drawing& found_;
  std::vector<DrawingState> stack_;
  std::vector<QPDFObjectHandle> operands_;
};

// From the page's own space (y upward, unturned) to points from the top left as shown.
struct Shown {
  QPDFObjectHandle::Rectangle crop;
  int rotate = 0;

  void move(double x, double y, double& out_x, double& out_y) const {
    switch (rotate) {
      case 90:
        out_x = y - crop.lly, out_y = x - crop.llx;
        break;
      case 180:
        out_x = crop.urx - x, out_y = y - crop.lly;
        break;
      case 270:
        out_x = crop.ury - y, out_y = crop.urx - x;
        break;
      default:
        out_x = x - crop.llx, out_y = crop.ury - y;
    }
  }

  Box box(const QPDFMatrix& matrix) const {
    double ax = 0, ay = 0, bx = 0, by = 0;
    const auto area = matrix.transformRectangle(QPDFObjectHandle::Rectangle(0, 0, 1, 1));
    move(area.llx, area.lly, ax, ay);
    move(area.urx, area.ury, bx, by);
    return {std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
  }
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
    Shown shown;
    shown.crop = helper.getCropBox().getArrayAsRectangle();
    QPDFObjectHandle rotate = helper.getAttribute("/Rotate", false);
    shown.rotate = rotate.isInteger() ? (rotate.getIntValueAsInt() % 360 + 360) % 360 : 0;
    const bool sideways = shown.rotate == 90 || shown.rotate == 270;
    const double across = shown.crop.urx - shown.crop.llx, up = shown.crop.ury - shown.crop.lly;
    result.width = sideways ? up : across;
    result.height = sideways ? across : up;
    result.rotate = shown.rotate;
    Drawing found;
    PictureFinder finder(helper.getAttribute("/Resources", false), QPDFMatrix(), 0, found);
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

Picture PdfImages::take(int id) {
  if (id < 0 || id >= static_cast<int>(impl_->pictures.size())) return {};
  try {
    return take_picture(impl_->pictures[static_cast<std::size_t>(id)]);
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace trichluc
