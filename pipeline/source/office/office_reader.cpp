#include "pipeline/source/office/office_reader.h"

namespace trichluc {

std::optional<OfficeKind> office_kind(const ZipArchive& archive) {
  const auto has = [&](std::string_view name) { return archive.find(name) < archive.entries().size(); };
  if (has("word/document.xml")) return OfficeKind::kDocx;
  if (has("xl/workbook.xml")) return OfficeKind::kXlsx;
  if (!has("mimetype") || !has("content.xml")) return std::nullopt;
  constexpr std::uint64_t kLongestType = 200;
  const auto type = archive.read(archive.find("mimetype"), kLongestType);
  if (!type) return std::nullopt;
  if (type->starts_with("application/vnd.oasis.opendocument.text")) return OfficeKind::kOdt;
  if (type->starts_with("application/vnd.oasis.opendocument.spreadsheet")) return OfficeKind::kOds;
  return std::nullopt;
}

Result<Document> read_office(std::string_view bytes, const std::string& source) {
  const auto archive = ZipArchive::open(bytes, source);
  if (!archive) return tl::unexpected(archive.error());
  switch (office_kind(*archive).value_or(OfficeKind::kOdt)) {
    case OfficeKind::kDocx:
      return read_docx(*archive, source);
    case OfficeKind::kXlsx:
      return read_xlsx(*archive, source);
    case OfficeKind::kOdt:
    case OfficeKind::kOds:
      break;
  }
  return read_opendocument(*archive, source);
}

}  // namespace trichluc
