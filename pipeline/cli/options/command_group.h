// Commands that belong together: a part of the command line with one subject, in a file of its own.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/cli/arguments.h"
#include "pipeline/cli/options/command_parts.h"

namespace trichluc::cli {

// Must live as long as the program that it is added to.
class CommandGroup {
 public:
  CommandGroup() = default;
  CommandGroup(const CommandGroup&) = delete;
  CommandGroup& operator=(const CommandGroup&) = delete;
  virtual ~CommandGroup() = default;

  // Adds its commands with their options.
  virtual void add(const Program& program) = 0;

  // Where one of its commands was given, puts its arguments into the line; `fault`: what is wrong with them.
  bool read(CommandLine& line, std::optional<Message>& fault) const {
    for (const auto& [command, take] : commands_) {
      if (!command.is_given()) continue;
      fault = take(line);
      return true;
    }
    return false;
  }

 protected:
  using Take = std::function<std::optional<Message>(CommandLine&)>;

  void serve_with(const Command& command, Take take) { commands_.emplace_back(command, std::move(take)); }
  // Nothing can be wrong that the options themselves do not see.
  template <class Arguments>
  void serve(const Command& command, const Arguments& arguments) {
    serve_with(command, [&arguments](CommandLine& line) {
      line.command = arguments;
      return std::optional<Message>();
    });
  }

 private:
  std::vector<std::pair<Command, Take>> commands_;
};

}  // namespace trichluc::cli
