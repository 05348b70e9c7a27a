#include <set>
#include <utility>

#include "pipeline/source/office/docx_body.h"
#include "pipeline/source/office/office_parts.h"
#include "pipeline/source/office/office_reader.h"

namespace trichluc {
namespace {

bool has_letters(const OfficePages& pages) {
  bool tag = false;
  for (const char c : pages.pages().front()) {
    if (c == '<') tag = true;
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter && !tag) return true;
    if (c == '>') tag = false;
  }
  return false;
}

}  // namespace

Result<Document> read_docx(const ZipArchive& archive, const std::string& source) {
  constexpr std::string_view kBody = "word/document.xml";
  const auto body = needed_part(archive, kBody, source);
  if (!body) return tl::unexpected(body.error());
  DocxStyles styles;
  DocxNumbers numbers;
  styles.read(further_part(archive, "word/styles.xml"));
  numbers.read(further_part(archive, "word/numbering.xml"));
  OfficePages pages;
  const bool whole = DocxBody(styles, numbers, pages).read(*body);
  // What stands on every page, and the notes, once each behind everything else.
  std::set<std::string> told;
  for (const char* begin : {"word/footnotes", "word/endnotes", "word/header", "word/footer"}) {
    for (const std::string& part : parts_named(archive, begin, ".xml")) {
      OfficePages aside;
      DocxBody(styles, numbers, aside).read(further_part(archive, part));
      const std::string& text = aside.pages().front();
      if (has_letters(aside) && told.insert(text).second) pages.raw(text);
    }
  }
  auto document = read_office_pages(pages, properties_of(further_part(archive, "docProps/core.xml")),
                                    "the text of the Word file", source);
  return as_far_as_read(std::move(document), whole, std::string(kBody), source);
}

}  // namespace trichluc
