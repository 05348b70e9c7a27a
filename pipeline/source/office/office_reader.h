// Word, OpenDocument and Excel files (ZIP archives of XML parts) become documents. Old binary ones are not read here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"
#include "pipeline/source/office/zip_archive.h"

namespace trichluc {

enum class OfficeKind { kDocx, kXlsx, kOdt, kOds };

// Which of them the archive is, by what it holds; nothing: another archive.
std::optional<OfficeKind> office_kind(const ZipArchive& archive);

// DOCX: the body with its headers, footers and notes; a page where the writing program saw one begin, else one page.
Result<Document> read_docx(const ZipArchive& archive, const std::string& source);
// XLSX: a sheet a page.
Result<Document> read_xlsx(const ZipArchive& archive, const std::string& source);
// ODT: as DOCX; ODS: a sheet a page.
Result<Document> read_opendocument(const ZipArchive& archive, const std::string& source);

Result<Document> read_office(std::string_view bytes, const std::string& source);

}  // namespace trichluc
