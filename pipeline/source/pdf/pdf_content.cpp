#include "pipeline/source/pdf/pdf_content.h"

#include <algorithm>
#include <utility>

namespace trichluc {
namespace {

constexpr int kDeepestForm = 6;           // drawings inside drawings; deeper ones are attacks
constexpr std::size_t kMostForms = 5000;  // of one page, each as often as it is drawn: they may draw one another
constexpr std::size_t kDeepestState = 100;
constexpr std::size_t kMostOperands = 16;

}  // namespace

Shown Shown::of(QPDFPageObjectHelper& page) {
  Shown shown;
  shown.crop = page.getCropBox().getArrayAsRectangle();
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  shown.rotate = rotate.isInteger() ? (rotate.getIntValueAsInt() % 360 + 360) % 360 : 0;
  return shown;
}

double Shown::width() const {
  return rotate == 90 || rotate == 270 ? crop.ury - crop.lly : crop.urx - crop.llx;
}

double Shown::height() const {
  return rotate == 90 || rotate == 270 ? crop.urx - crop.llx : crop.ury - crop.lly;
}

void Shown::move(double x, double y, double& out_x, double& out_y) const {
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

Box Shown::box(const QPDFMatrix& matrix) const {
  double ax = 0, ay = 0, bx = 0, by = 0;
  const auto area = matrix.transformRectangle(QPDFObjectHandle::Rectangle(0, 0, 1, 1));
  move(area.llx, area.lly, ax, ay);
  move(area.urx, area.ury, bx, by);
  return {std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
}

void ContentWalker::handleObject(QPDFObjectHandle object) {
  if (object.isInlineImage()) {
    draw_picture(QPDFObjectHandle::newNull());
  } else if (object.isOperator()) {
    const std::string name = object.getOperatorValue();
    follow(name);
    run(name, operands_);
    operands_.clear();
  } else if (operands_.size() < kMostOperands) {
    operands_.push_back(object);
  }
}

bool ContentWalker::are_numbers(const Operands& operands, std::size_t count) {
  return operands.size() == count &&
         std::all_of(operands.begin(), operands.end(), [](QPDFObjectHandle operand) { return operand.isNumber(); });
}

void ContentWalker::follow(const std::string& name) {
  if (name == "q" && stack_.size() < kDeepestState) stack_.push_back(state_);
  if (name == "Q" && !stack_.empty()) {
    state_ = stack_.back();
    stack_.pop_back();
  }
  if (name == "cm" && operands_.size() == 6) {
    const auto number = [this](std::size_t i) { return operands_[i].getNumericValue(); };
    state_.matrix.concat(QPDFMatrix(number(0), number(1), number(2), number(3), number(4), number(5)));
  }
  if (name == "Do" && operands_.size() == 1 && operands_[0].isName()) draw(operands_[0].getName());
}

void ContentWalker::draw(const std::string& name) {
  QPDFObjectHandle stream = resources_.getKeyIfDict("/XObject").getKeyIfDict(name);
  if (!stream.isStream()) return;
  QPDFObjectHandle subtype = stream.getDict().getKey("/Subtype");
  if (subtype.isNameAndEquals("/Image")) draw_picture(stream);
  if (subtype.isNameAndEquals("/Form") && depth_ < kDeepestForm && ++forms_ <= kMostForms) draw_form(stream);
}

void ContentWalker::draw_form(QPDFObjectHandle form) {
  State inner = state_;
  QPDFObjectHandle own = form.getDict().getKey("/Matrix");
  if (own.isMatrix()) inner.matrix.concat(QPDFMatrix(own.getArrayAsMatrix()));
  QPDFObjectHandle resources = form.getDict().getKey("/Resources");
  const State outer = std::exchange(state_, inner);
  const QPDFObjectHandle outer_resources = std::exchange(resources_, resources.isDictionary() ? resources : resources_);
  std::vector<State> outer_stack = std::exchange(stack_, {});
  operands_.clear();
  ++depth_;
  form.parseAsContents(this);
  --depth_;
  operands_.clear();
  stack_ = std::move(outer_stack);
  resources_ = outer_resources;
  state_ = outer;
}

}  // namespace trichluc
