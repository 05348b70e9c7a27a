// How the program holds memory between documents.
#pragma once

namespace trichluc {

// What one document has freed is kept for the next, up to 64 MB: giving it back to the system and asking for it again
// costs a tenth of the time from text to facts. Page by page it would cost another tenth: the first 46 MB come in large
// pages. Call once, before any thread begins.
void keep_freed_memory();

}  // namespace trichluc
