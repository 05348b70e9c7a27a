// Another program that turns what it is given into what it prints: a chart from a script.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc {

// Runs `words` (the program is looked for in PATH) with `input` on its standard input and gives its standard output;
// what it says on standard error is dropped. Error: kMissingDependency where there is no such program, naming
// `package`; kChildProcess where it fails or takes longer than `seconds`.
Result<std::string> run_filter(const std::vector<std::string>& words, const std::string& input,
                               const std::string& package, int seconds = 60);

}  // namespace trichluc
