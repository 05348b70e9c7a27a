// Tests of the extractors' engine: one text, and dictionaries of a few lines.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "extractors/reading.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"

namespace trichluc::test {

inline Dictionaries small_dictionaries() {
  auto loaded = Dictionaries::from_tables(
      {{"number_scales", "# columns: form power source\nnghìn\t3\tx\ntriệu\t6\tx\ntỷ\t9\tx\ntỷ lệ\t-\tfalse friend\n"},
       {"number_words",
        "# columns: form part value "
        "source\nmột\tdigit\t1\tx\nmốt\tdigit\t1\tx\nhai\tdigit\t2\tx\nba\tdigit\t3\tx\ntư\tdigit\t4\tx\n"
        "năm\tdigit\t5\tx\nlăm\tdigit\t5\tx\nchín\tdigit\t9\tx\nkhông\tdigit\t0\tx\nmười\tten\t10\tx\n"
        "mươi\ttens\t10\tx\ntrăm\thundred\t100\tx\nlinh\tlink\t0\tx\nrưỡi\thalf\t5\tx\n"
        "ba lô\t-\t-\tfalse friend\n"},
       {"parts_of_day", "# columns: form part source\nsáng\tmorning\tx\nchiều\tafternoon\tx\n"},
       {"measure_units", "# columns: form unit source\nhộ\t-\tx\n"},
       {"lunar_words",
        "# columns: form side source\nâm lịch\tafter\tx\nrằm\tbefore\tx\nxuân\tfeast\tx\nmùa xuân\t-\tx\n"},
       {"named_after_days", "# columns: form kind source\nđường\tplace\tx\nlên đường\t-\tx\ntrường\tplace\tx\n"},
       {"relative_times",
        "# columns: form lean source\nđến nay\tnow\tx\nnăm trước\tyear_before\tx\ncùng kỳ\tsame_period\tx\n"}});
  if (!loaded) throw std::runtime_error(loaded.error().where + ": " + loaded.error().what.en);
  return std::move(*loaded);
}

// The paragraphs, one a line, each with its section.
inline text::NormalizedText text_of(const std::vector<std::pair<text::Section, std::string>>& paragraphs) {
  text::LaidOut laid_out;
  for (const auto& [section, words] : paragraphs) {
    const std::size_t begin = laid_out.raw.size();
    laid_out.raw += words + "\n";
    laid_out.paragraphs.push_back({{{begin, begin + words.size()}}, section});
  }
  return text::NormalizedText(laid_out);
}

}  // namespace trichluc::test
