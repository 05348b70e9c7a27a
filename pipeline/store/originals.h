// The files themselves, by the SHA-256 of their bytes: originals/ab/cdef….
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"

namespace trichluc::store {

// "originals/ab/cdef…" of "sha256:abcdef…".
std::string original_name(std::string_view document_id);

// On the disk, whole and under its name, when this returns; one that is there already in full length is left alone.
// kFileAccess when the disk is full or cannot be written.
Result<void> keep_original(const std::filesystem::path& archive, std::string_view document_id, std::string_view bytes);

}  // namespace trichluc::store
