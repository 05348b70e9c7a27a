// How the phrases of each table of corpus/phrases are read and compared with what their table says.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/text/normalize.h"
#include "tests/corpus/notation.h"
#include "tests/corpus/phrase_table.h"

namespace trichluc::corpus {

struct PhraseTable {
  std::string file;
  std::vector<Stated> (*read)(const text::NormalizedText& text, const Dictionaries& dictionaries);
  std::size_t frames;  // in how many of the sentences around it a phrase is read
};

const std::vector<PhraseTable>& phrase_tables();

// The phrase in one of the sentences around it.
text::NormalizedText framed(const Phrase& phrase, std::size_t frame);

// What goes wrong with the phrase, a line for each difference in each frame.
std::vector<std::string> faults_of(const Phrase& phrase, const PhraseTable& table, const Dictionaries& dictionaries);

}  // namespace trichluc::corpus
