// One part of an office file (XML) read from front to back, through libxml2's reader: no network, no entities, no
// document types, bounded depth. Names are without their prefix: "p" for <w:p> and for <text:p>.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace trichluc {

class XmlReader {
 public:
  enum class Event { kStart, kEnd, kText, kDone };

  // `xml` must outlive the reader.
  explicit XmlReader(std::string_view xml);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  // An element without content gives kStart and kEnd. After kDone only kDone.
  Event next();
  // True once the part was found to be broken, cut off or too deep; what was read before stands.
  bool is_broken() const { return broken_; }

  // Of the element at hand, for kStart and kEnd.
  std::string_view name() const { return name_; }
  // By its name without prefix; empty where there is none.
  std::string attribute(std::string_view name) const;
  // For kText.
  std::string_view text() const { return text_; }
  // After kStart: leaves out everything up to the end of that element, its kEnd too.
  void skip();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::string name_;
  std::string text_;
  bool broken_ = false;
  bool pending_end_ = false;
};

}  // namespace trichluc
