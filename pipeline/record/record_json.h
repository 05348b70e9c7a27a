// A document's records as JSON, the record contract "trichluc/1": every field of the contract is there, null where it
// is unknown. The data are the same in every language of the program: warnings and errors are in English here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/record/json_writer.h"
#include "pipeline/record/record.h"

namespace trichluc {

// Without a line end. A refused document gives its error in place of the facts.
std::string to_json(const DocumentRecords& document, JsonWriter::Style style = JsonWriter::Style::kOneLine);

// One fact of it, as it stands in the list "facts".
std::string fact_to_json(const Record& record);
// The member "change" of a fact.
void write_change(JsonWriter& json, const std::optional<Change>& change);
// Boxes as [[x0, y0, x1, y1], …].
std::string boxes_to_json(const std::vector<Box>& boxes);

// One line a page: text, words, boxes.
std::string page_to_json(const Document& document, const Page& page);

std::string_view name_of(TextOrigin origin);
std::string_view name_of(Qualifier qualifier);
std::string_view name_of(Kind kind);
std::string_view name_of(Certainty certainty);
// "embedded", "ocr", "plain", or "mixed" where the pages differ.
std::string_view text_origin(const Document& document);

}  // namespace trichluc
