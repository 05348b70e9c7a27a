// Which lines of the dictionaries a text has: "currencies.tsv:12".
#pragma once

#include <set>
#include <string>

#include "extractors/lexicon/dictionaries.h"
#include "extractors/reading.h"
#include "pipeline/text/normalize.h"

namespace trichluc::corpus {

// Of each table the longest form at a word.
std::set<std::string> matched_lines(const Reading& reading);

// Of the tables whose forms are compared with lines of a page, their beginnings and ends, with or without a gap ("theo
// dõi * trên"): every form that the text holds.
std::set<std::string> lines_of_pages(const text::NormalizedText& text, const Dictionaries& dictionaries);

}  // namespace trichluc::corpus
