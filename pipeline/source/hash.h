// The identity of a document: a hash of its bytes.
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

// SHA-256 in lower-case hexadecimal digits; empty if the library cannot compute it.
std::string sha256_hex(std::string_view bytes);

}  // namespace trichluc
