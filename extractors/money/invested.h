// Sums that are called an investment and yet are given: a donor from abroad lays them out, or projects of foreign NGOs
// cost them.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// "12 dự án PCPNN": the noun says whose the projects are.
bool is_project_of_ngos(const LexiconMatch& noun);

// Who lays out what the word "đầu tư" tells of: a donor, foreign NGOs or projects of theirs; null: nobody from abroad.
const LexiconMatch* investor_of(const Reading& reading, const LexiconMatch& cue);

}  // namespace trichluc
