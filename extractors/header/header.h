// The frame of an administrative document (Nghị định 30/2020/NĐ-CP, before it Thông tư 01/2011/TT-BNV): agency, number,
// place and date, kind and subject above the text; recipients and signer below it.
#pragma once

#include <optional>
#include <string>

#include "extractors/extract.h"
#include "extractors/reading.h"

namespace trichluc {

struct IssuingAgency {
  std::string agency;    // "VĂN PHÒNG"
  std::string superior;  // "UBND TỈNH HÒA BÌNH"
  bool joint = false;    // several bodies issue the paper together
};

// The bodies at the head of such a document, as printed; nothing where it has no such frame.
std::optional<IssuingAgency> read_issuing_agency(const Reading& reading);

// Empty where the document has no such frame. A number or day left blank on the form stays blank.
std::optional<HeaderFields> read_header(const Reading& reading);

}  // namespace trichluc
