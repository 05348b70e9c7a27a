// The XML parts of an office file, taken out of its archive. Private to the office readers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/source/office/office_html.h"
#include "pipeline/source/office/zip_archive.h"

namespace trichluc {

// A report of a thousand pages is some 20 MB of XML.
constexpr std::uint64_t kMostOfOnePart = std::uint64_t{96} << 20U;

// A part that there must be.
Result<std::string> needed_part(const ZipArchive& archive, std::string_view name, const std::string& source);
// A part that there may be; empty where there is none, or where it cannot be read.
std::string further_part(const ZipArchive& archive, std::string_view name);
// Names of entries that begin and end so ("word/header", ".xml"), in order.
std::vector<std::string> parts_named(const ZipArchive& archive, std::string_view begin, std::string_view end);

// The title and author in docProps/core.xml or meta.xml.
OfficeProperties properties_of(std::string_view xml);

// A part that broke off in the middle: its document gets this warning.
Message broken_part(const std::string& part);
// The document of a file whose main part is `whole` or broke off: then with the warning, or refused where nothing stood
// before the damage.
Result<Document> as_far_as_read(Result<Document> document, bool whole, const std::string& part,
                                const std::string& source);

}  // namespace trichluc
