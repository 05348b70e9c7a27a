#include "extractors/resolve/unnamed_years.h"

#include <algorithm>

#include "extractors/resolve/year_words.h"

namespace trichluc {

// "Chỉ trong 10 năm gần đây, …": a time that the document does not date; a date further off is not the figure's.
bool spans_bare_years(const Reading& reading, const Statement& statement, const SettledDate* date) {
  const Sentence& sentence = reading.sentences()[statement.sentence];
  for (std::size_t at = std::min(statement.last, sentence.last); at > sentence.first; --at) {
    if (!is_unnamed_years(reading, at - 1)) continue;
    return date == nullptr || date->date.first < at - 1 || date->date.first >= sentence.last;
  }
  // "100 triệu USD/năm trong những năm đầu của thế kỷ", "6 tỷ đồng viện trợ PCPNN trong 9 tháng".
  constexpr std::size_t kNear = 10;
  for (std::size_t at = statement.last; at < std::min(statement.last + kNear, sentence.last); ++at) {
    if (is_unnamed_years(reading, at)) return true;
    if (reading.tokens()[at].kind == TokenKind::kMark && !reading.is(at, "/")) return false;
  }
  return false;
}

}  // namespace trichluc
