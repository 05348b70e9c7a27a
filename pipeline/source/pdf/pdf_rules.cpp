#include "pipeline/source/pdf/pdf_rules.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace trichluc {
namespace {

constexpr double kThickest = 3;            // points; a bar that is thicker is a field of colour
constexpr double kShortest = 6;            // points
constexpr double kSlant = 0.5;             // points that a level line may climb
constexpr std::size_t kMostRules = 20000;  // of one page: past that it is a drawing

struct Point {
  double x = 0;
  double y = 0;
};

bool strokes(const std::string& name) {
  return name == "S" || name == "s" || name == "B" || name == "B*" || name == "b" || name == "b*";
}

bool fills(const std::string& name) {
  return name == "f" || name == "F" || name == "f*" || name == "B" || name == "B*" || name == "b" || name == "b*";
}

class RuleFinder : public ContentWalker {
 public:
  RuleFinder(const QPDFObjectHandle& resources, const Shown& shown) : ContentWalker(resources), shown_(shown) {}

  std::vector<RuledLine> take() { return std::move(rules_); }

 private:
  // The corners of a part of the path, in points as shown.
  struct Part {
    std::vector<Point> corners;
    bool curved = false;
  };

  void run(const std::string& name, const Operands& operands) override {
    if (name == "m" && are_numbers(operands, 2)) begin(at(operands, 0));
    if (name == "l" && are_numbers(operands, 2)) go_to(at(operands, 0));
    if (name == "re" && are_numbers(operands, 4)) rectangle(operands);
    if (name == "c" || name == "v" || name == "y") curve();
    if (name == "h" || name == "s" || name == "b" || name == "b*") close();
    if (fills(name)) std::for_each(parts_.begin(), parts_.end(), [this](const Part& part) { add_bar(part); });
    if (strokes(name)) std::for_each(parts_.begin(), parts_.end(), [this](const Part& part) { add_strokes(part); });
    if (fills(name) || strokes(name) || name == "n") parts_.clear();
  }

  Point shown(double x, double y) {
    double moved_x = 0, moved_y = 0;
    Point point;
    state().matrix.transform(x, y, moved_x, moved_y);
    shown_.move(moved_x, moved_y, point.x, point.y);
    return point;
  }

  Point at(const Operands& operands, std::size_t first) {
    return shown(QPDFObjectHandle(operands[first]).getNumericValue(),
                 QPDFObjectHandle(operands[first + 1]).getNumericValue());
  }

  void begin(Point point) {
    if (parts_.size() < kMostRules) parts_.push_back({{point}, false});
  }
  void go_to(Point point) {
    constexpr std::size_t kMostCorners = 1000;
    if (!parts_.empty() && parts_.back().corners.size() < kMostCorners) parts_.back().corners.push_back(point);
  }
  void curve() {
    if (!parts_.empty()) parts_.back().curved = true;
  }
  void close() {
    if (!parts_.empty()) go_to(parts_.back().corners.front());
  }

  void rectangle(const Operands& operands) {
    const auto number = [&](std::size_t i) { return QPDFObjectHandle(operands[i]).getNumericValue(); };
    const double x = number(0), y = number(1), across = number(2), up = number(3);
    begin(shown(x, y));
    go_to(shown(x + across, y));
    go_to(shown(x + across, y + up));
    go_to(shown(x, y + up));
    close();
  }

  void add(RuledLine rule) {
    if (rules_.size() < kMostRules && rule.to - rule.from >= kShortest) rules_.push_back(rule);
  }

  void add_line(Point a, Point b) {
    const double climb = std::abs(a.y - b.y), shift = std::abs(a.x - b.x);
    if (climb <= kSlant) add({true, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
    if (shift <= kSlant) add({false, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
  }

  void add_strokes(const Part& part) {
    if (part.curved) return;
    for (std::size_t i = 1; i < part.corners.size(); ++i) add_line(part.corners[i - 1], part.corners[i]);
  }

  // A line as programs draw it that fill a thin rectangle.
  void add_bar(const Part& part) {
    if (part.curved || part.corners.size() < 4) return;
    const auto [left, right] =
        std::minmax_element(part.corners.begin(), part.corners.end(), [](Point a, Point b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(part.corners.begin(), part.corners.end(), [](Point a, Point b) { return a.y < b.y; });
    const double across = right->x - left->x, down = bottom->y - top->y;
    if (std::min(across, down) > kThickest) return;
    if (across > down) add({true, (top->y + bottom->y) / 2, left->x, right->x});
    if (down > across) add({false, (left->x + right->x) / 2, top->y, bottom->y});
  }

  Shown shown_;
  std::vector<Part> parts_;
  std::vector<RuledLine> rules_;
};

}  // namespace

std::vector<RuledLine> find_rules(QPDFPageObjectHelper& page) {
  RuleFinder finder(page.getAttribute("/Resources", false), Shown::of(page));
  page.parseContents(&finder);
  return finder.take();
}

}  // namespace trichluc
