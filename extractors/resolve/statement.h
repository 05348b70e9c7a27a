// A candidate with its place in the token stream: what the passes of resolve/ look around from.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/reading.h"

namespace trichluc {

struct Statement {
  Candidate* candidate = nullptr;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::size_t sentence = 0;
  std::size_t paragraph = 0;
};

// The first token of the statement's number, or of the word that bounds it ("khoảng 3 triệu"): what stands right before
// it belongs to this figure.
std::size_t figure_of(const Reading& reading, const Statement& statement);

// Statements of counts and aid values, in order of the text. The candidates must stay where they are.
std::vector<Statement> locate_measures(const Reading& reading, std::vector<Candidate>& candidates);

// The fields that counts and aid values share; null for every other kind of fact.
struct Measure {
  std::optional<Kind>* kind;
  Certainty* certainty;
  std::string* place;
  std::vector<std::string>* places;
  Period* period;
  std::optional<Change>* change;
  std::optional<std::size_t>* part_of;
};
std::optional<Measure> measure_of(Fact& fact);

// Takes away the period and what it was taken from.
void forget_period(Candidate& candidate);
// The period of another statement, whose words are `from`, instead of its own.
void replace_period(Candidate& candidate, const Period& period, Span from);
// Does a date stand in tokens [from, to)?
bool tells_date(const Reading& reading, std::size_t from, std::size_t to);

}  // namespace trichluc
