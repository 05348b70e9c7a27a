// The part of the command line that asks about figures and people, and hands them on: series, conflicts, officials,
// export. Its .cpp sees CLI11 like arguments.cpp.
#pragma once

#include "pipeline/cli/commands.h"

namespace CLI {
class App;
}

namespace trichluc::cli {

// Each adds its command; the arguments must live as long as the parser.
CLI::App* add_series(CLI::App& program, SeriesArguments& arguments, Language language);
CLI::App* add_conflicts(CLI::App& program, ConflictsArguments& arguments, Language language);
CLI::App* add_officials(CLI::App& program, OfficialsArguments& arguments, Language language);
CLI::App* add_export(CLI::App& program, ExportArguments& arguments, Language language);

}  // namespace trichluc::cli
