#include "pipeline/cli/interrupt.h"

#include <csignal>

namespace trichluc::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;  // a signal handler can reach nothing but a global

void note_signal(int) {
  interrupted = 1;
}

}  // namespace

void watch_signals() {
  struct sigaction action = {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second Ctrl-C ends the program at once
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool was_interrupted() {
  return interrupted != 0;
}

}  // namespace trichluc::cli
