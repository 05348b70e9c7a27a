// From settled candidates to records: proof, ids, links between facts. No record without evidence.
#pragma once

#include "extractors/extract.h"
#include "pipeline/record/record.h"
#include "pipeline/source/document.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

// Takes the document over. The raw text of `text` must be that of the document's pages (evidence.h). Records stand in
// the order of their first evidence; facts stated twice are one record.
DocumentRecords build_records(Document document, const text::NormalizedText& text, const Extraction& extraction);

}  // namespace trichluc
