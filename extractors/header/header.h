// The frame of an administrative document (Nghị định 30/2020/NĐ-CP, before it Thông tư 01/2011/TT-BNV): agency, number,
// place and date, kind and subject above the text; recipients and signer below it.
#pragma once

#include <optional>
#include <string>

#include "extractors/extract.h"
#include "extractors/reading.h"

namespace trichluc {

// Empty where the document has no such frame. A number or day left blank on the form stays blank.
std::optional<HeaderFields> read_header(const Reading& reading);

}  // namespace trichluc
