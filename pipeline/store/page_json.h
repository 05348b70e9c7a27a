// The parts of a page that are lists, as JSON for the columns of `pages`: exact both ways, so that facts can be read
// again from stored pages as if they had just been read. Offsets are code points of the page's text in the JSON and
// bytes in memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/source/document.h"

namespace trichluc::store {

std::string words_to_json(const Page& page);
std::string layout_to_json(const Page& page);
std::string messages_to_json(const std::vector<Message>& messages);

// Fill the page, whose text must be there already. False when the JSON is not what these functions write.
bool words_from_json(std::string_view json, Page& page);
bool layout_from_json(std::string_view json, Page& page);
std::optional<std::vector<Message>> messages_from_json(std::string_view json);

}  // namespace trichluc::store
