// What stands above the text of an administrative document, read whole or for the bodies that it names.
#pragma once

#include <optional>
#include <string>

#include "extractors/extract.h"
#include "extractors/letterhead/frame_words.h"
#include "extractors/reading.h"

namespace trichluc {

// Nothing where the text has no such frame.
std::optional<HeaderFields> read_letterhead(const Reading& reading, const FrameWords& words);

struct IssuingAgency {
  std::string agency;    // "VĂN PHÒNG"
  std::string superior;  // "UBND TỈNH HÒA BÌNH"
  bool joint = false;    // several bodies issue the paper together
};

// The bodies at the head of such a document, as printed; nothing where it has no such frame.
std::optional<IssuingAgency> read_issuing_agency(const Reading& reading);

}  // namespace trichluc
