// Any bytes as the parts of an office file: the first byte chooses the kind, the rest is the XML of its main part (and
// of its other parts, after a zero byte each), packed into an archive so that the readers get past its sums.
#include <zip.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/source/office/office_reader.h"

namespace {

using namespace trichluc;
using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kMostBytes = std::size_t{1} << 15U;

std::string archive_of(const Parts& parts) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_source_t* data = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), data, ZIP_FL_OVERWRITE);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  zip_close(archive);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

Parts parts_of(std::uint8_t kind, std::string_view rest) {
  static const std::array<std::vector<std::string>, 4> kNames{
      {{"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml"},
       {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"},
       {"content.xml", "styles.xml", "meta.xml"},
       {"content.xml"}}};
  const std::size_t which = kind % kNames.size();
  Parts parts;
  for (const std::string& name : kNames[which]) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    parts.emplace_back(name, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (which == 1) {
    parts.emplace_back("xl/workbook.xml", "<workbook><sheets><sheet name='a' id='r1'/></sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels",
                       "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
  }
  if (which == 2) parts.emplace_back("mimetype", "application/vnd.oasis.opendocument.text");
  if (which == 3) parts.emplace_back("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > kMostBytes) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string bytes = archive_of(parts_of(data[0], rest));
  const auto document = read_office(bytes, "fuzz");
  if (!document) return 0;
  for (const Page& page : document->pages) {
    if (!is_valid_utf8(page.text)) {
      std::cerr << "a page that is not UTF-8\n";
      std::abort();
    }
  }
  return 0;
}
