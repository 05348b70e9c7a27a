// This program as its own page worker, and how it starts itself as one.
#pragma once

#include <string>

#include "pipeline/cli/reading.h"
#include "pipeline/run/converter.h"
#include "pipeline/run/page_pool.h"

namespace trichluc::cli {

bool is_page_worker(int count, const char* const* words);
// Serves pages until the parent goes.
int page_worker_command(int count, const char* const* words);

// This program as the one that starts LibreOffice, confined.
bool is_converter(int count, const char* const* words);
int converter_command(int count, const char* const* words);

PagePoolOptions pool_options(const ReadingArguments& reading);
ConverterOptions converter_options(const ReadingArguments& reading);

}  // namespace trichluc::cli
