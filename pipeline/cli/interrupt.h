// Ctrl-C and a terminated run: noticed between two lines of output, so that no half line is left behind.
#pragma once

namespace trichluc::cli {

// SIGINT and SIGTERM set a flag; a closed pipe is an error of write() instead of a signal.
void watch_signals();
bool was_interrupted();

}  // namespace trichluc::cli
