// How the phrases of each table of corpus/phrases are read and compared with what their table says.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/text/normalize.h"
#include "pipeline/text/page_markers.h"
#include "tests/corpus/notation.h"
#include "tests/corpus/phrase_table.h"

namespace trichluc::corpus {

// How a phrase stands on the page: in a sentence, as a form whose columns are set with blanks, as a table with tabs, in
// a text that was recognised from pixels, or as a whole page whose parts are told apart. What has "¶" in it is lines of
// a page, and read alone.
enum class Shape { kSentence, kForm, kTable, kScan, kPage };

struct PhraseTable {
  std::string file;
  std::vector<Stated> (*read)(const text::NormalizedText& text, const Dictionaries& dictionaries);
  std::size_t frames;  // in how many of the sentences around it a phrase is read
  Shape shape = Shape::kSentence;
};

const std::vector<PhraseTable>& phrase_tables();

// Is it typed without marks?
bool is_unmarked(const Phrase& phrase);

std::size_t frames_of(const Phrase& phrase, const PhraseTable& table);

// The phrase as it stands on its page, in one of the sentences around it; the markers tell the parts of a whole page.
text::NormalizedText framed(const Phrase& phrase, const PhraseTable& table, std::size_t frame,
                            const text::PageMarkers& markers);

// What goes wrong with the phrase, a line for each difference in each frame.
std::vector<std::string> faults_of(const Phrase& phrase, const PhraseTable& table, const Knowledge& knowledge);

}  // namespace trichluc::corpus
