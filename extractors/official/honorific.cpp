#include "extractors/official/honorific.h"

namespace trichluc {

bool same_paragraph(const Reading& reading, std::size_t a, std::size_t b) {
  return b < reading.tokens().size() && reading.tokens()[a].paragraph == reading.tokens()[b].paragraph;
}

std::optional<Honorific> read_honorifics(const Reading& reading, std::size_t first) {
  Honorific read{first, {}, false, true};
  while (const LexiconMatch* match = reading.match_at(read.last, "honorifics")) {
    const bool familiar = match->value("kind") == "familiar";
    if (match->mended || reading.match_at(read.last, "places") != nullptr) break;
    const bool opens = read.last == reading.sentence_of(read.last).first;
    if (familiar && reading.tokens()[read.last].capital && !opens) break;
    if (read.name.empty()) read.name = match->value("name");
    read.familiar = familiar;
    read.rank = read.rank && match->value("kind") == "rank";
    read.last = match->last;
    if (match->value("kind") == "rank" && (reading.is(read.last, ".") || reading.is(read.last, ","))) {
      const bool more = reading.match_at(read.last + 1, "honorifics") != nullptr;
      if (reading.is(read.last, ".") || more) ++read.last;
      // "GS., TS. A".
      if (!more && reading.is(read.last, ",") && reading.match_at(read.last + 1, "honorifics") != nullptr) ++read.last;
    }
    // "GS-BS Dương Văn A".
    const LexiconMatch* joined = match->value("kind") == "rank" && reading.is(read.last, "-")
                                     ? reading.match_at(read.last + 1, "honorifics")
                                     : nullptr;
    if (joined != nullptr && joined->value("kind") == "rank" && !reading.tokens()[read.last].blank_before) ++read.last;
  }
  // "Ông: A", "Bà : B" in the list of a record.
  const bool listed = read.last > first && reading.is(read.last, ":") && reading.tokens()[first].capital &&
                      !read.familiar && same_paragraph(reading, first, read.last + 1);
  if (listed && reading.tokens()[read.last + 1].capital) ++read.last;
  if (read.last == first || !same_paragraph(reading, first, read.last)) return std::nullopt;
  return read;
}

}  // namespace trichluc
