// Small PDF files made in the test itself, with a right table of places.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace trichluc::testing {

// One page of A4 for each content stream; the font is /F1 (Helvetica), the picture /Im (8-bit grey rows) if there is
// one.
struct TestPdf {
  std::vector<std::string> contents;
  int rotate = 0;
  int picture_width = 0;
  int picture_height = 0;
  std::string picture;  // rows
  std::string font = "Helvetica";

  std::string bytes() const {
    std::string kids;
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>", "",
        "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /" + font + " >>", picture_object()};
    for (const std::string& content : contents) {
      const std::size_t number = objects.size() + 1;
      kids += std::to_string(number) + " 0 R ";
      objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate " + std::to_string(rotate) +
                        " /Resources << /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> >> /Contents " +
                        std::to_string(number + 1) + " 0 R >>");
      objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(contents.size()) + " >>";
    return file_of(objects);
  }

 private:
  std::string picture_object() const {
    if (picture.empty()) return "null";
    return "<< /Type /XObject /Subtype /Image /Width " + std::to_string(picture_width) + " /Height " +
           std::to_string(picture_height) + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length " +
           std::to_string(picture.size()) + " >>\nstream\n" + picture + "\nendstream";
  }

  static std::string file_of(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.4\n";
    std::string places = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const std::string at = std::to_string(file.size());
      places += std::string(10 - at.size(), '0') + at + " 00000 n \n";
      file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(file.size());
    file += "xref\n0 " + std::to_string(objects.size() + 1) + "\n" + places;
    file += "trailer\n<< /Root 1 0 R /Size " + std::to_string(objects.size() + 1) + " >>\nstartxref\n" + start +
            "\n%%EOF\n";
    return file;
  }
};

inline std::string shown_at(int x, int y, const std::string& text, int size = 12) {
  return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text +
         ") Tj ET\n";
}

}  // namespace trichluc::testing
