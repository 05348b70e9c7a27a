// What the commands about an archive share.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/language.h"
#include "pipeline/run/ingest.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/status.h"

namespace trichluc::cli {

// Tells the error and gives its exit code.
int refuse(const Error& error, Language language);

// What this program would stamp on its results, with this model and these dictionaries.
store::Fingerprints fingerprints_now(const std::string& model, const Knowledge& knowledge);

// Tells the fault of an ingest that cannot go on and leaves the program; returns where there is none.
void leave_on_fault(const Ingest& ingest, Language language);

// Counts what an ingest of these inputs would do and estimates what it would take; writes nothing. `archive` is null
// where there is none yet. Returns the exit code.
int dry_run(store::Archive* archive, const std::vector<Input>& inputs, std::size_t unchanged,
            const ReadingArguments& reading, Language language);

}  // namespace trichluc::cli
