// A page's picture, made in a confined child process as pages are read.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/run/page_pool.h"
#include "pipeline/source/picture/image.h"

namespace trichluc {

// Pages count from 1. Errors are those of shown_image and of the pool.
Result<Image> page_picture(PagePool& pool, const PooledFilePtr& file, int page);

// How a worker hands a picture over: a PGM file (P5, 8 bits).
std::string to_pgm(const Image& image);
// Empty where the bytes are not exactly one picture.
std::optional<Image> from_pgm(std::string_view bytes);

}  // namespace trichluc
