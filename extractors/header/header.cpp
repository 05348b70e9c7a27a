#include "extractors/header/header.h"

#include "extractors/header/foot.h"
#include "extractors/letterhead/frame_lines.h"
#include "extractors/letterhead/frame_words.h"
#include "extractors/letterhead/letterhead.h"

namespace trichluc {

std::optional<HeaderFields> read_header(const Reading& reading) {
  const FrameWords words(reading.dictionaries());
  std::optional<HeaderFields> header = read_letterhead(reading, words);
  if (header) read_foot(reading, words, frame_cells(reading.text().raw(), std::string::npos), *header);
  return header;
}

}  // namespace trichluc
