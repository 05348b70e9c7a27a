// Options that several commands have.
#pragma once

#include <optional>
#include <string>

#include "pipeline/cli/options/command_parts.h"
#include "pipeline/cli/reading.h"

namespace trichluc::cli {

// What every command that reads documents takes: files and lists of them, pages, and how to read.
void add_reading(const Command& command, ReadingArguments& reading);
void add_file_list(const Command& command, ReadingArguments& reading);
void add_reading_jobs(const Command& command, ReadingArguments& reading);
// What is to be said where neither a file nor a list was given.
std::optional<Message> without_files(const ReadingArguments& reading);

// A command about an archive, which is its first word.
Command add_archive_command(const Program& program, const std::string& name, const Message& what,
                            const std::string& example, std::string& archive);
void add_table_or_json(const Command& command, std::string& format);

}  // namespace trichluc::cli
