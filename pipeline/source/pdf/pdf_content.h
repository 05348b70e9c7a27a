// How a page is drawn, followed operator by operator; for the sources here that look at a PDF through QPDF.
#pragma once

#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "pipeline/source/document.h"

namespace trichluc {

// From the page's own space (y upward, unturned) to points from the top left as shown.
struct Shown {
  QPDFObjectHandle::Rectangle crop;
  int rotate = 0;  // clockwise degrees: 0, 90, 180, 270

  // Throws what QPDF throws.
  static Shown of(QPDFPageObjectHelper& page);
  double width() const;
  double height() const;
  void move(double x, double y, double& out_x, double& out_y) const;
  // Where the unit square stands that the matrix moves.
  Box box(const QPDFMatrix& matrix) const;
};

// Follows q, Q, cm and the drawings that Do draws inside this one; tells of every operator.
class ContentWalker : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit ContentWalker(const QPDFObjectHandle& resources) : resources_(resources) {}

  using QPDFObjectHandle::ParserCallbacks::handleObject;
  void handleObject(QPDFObjectHandle object) override;
  void handleEOF() override {}

 protected:
  using Operands = std::vector<QPDFObjectHandle>;

  // What q saves and Q brings back, as far as anybody here asks.
  struct State {
    QPDFMatrix matrix;
    bool hides_text = false;
  };

  virtual void run(const std::string& name, const Operands& operands) = 0;
  // A picture that is drawn; null: one that stands in the drawing itself.
  virtual void draw_picture(const QPDFObjectHandle& picture) { static_cast<void>(picture); }

  State& state() { return state_; }
  // Are the operands that many numbers?
  static bool are_numbers(const Operands& operands, std::size_t count);

 private:
  void follow(const std::string& name);
  void draw(const std::string& name);
  void draw_form(QPDFObjectHandle form);

  QPDFObjectHandle resources_;
  State state_;
  std::vector<State> stack_;
  Operands operands_;
  int depth_ = 0;
  std::size_t forms_ = 0;
};

}  // namespace trichluc
