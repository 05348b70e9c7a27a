// A score as a person reads it and as a program does.
#pragma once

#include <string>

#include "pipeline/query/evaluation/evaluate.h"

namespace trichluc::query {

std::string score_as_table(const Score& score, bool with_details);
std::string score_as_json(const Score& score);

}  // namespace trichluc::query
