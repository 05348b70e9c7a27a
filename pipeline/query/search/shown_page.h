// The pages of a document, or of a fact's evidence, with what is to be marked on them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/base/span.h"
#include "pipeline/query/observation.h"
#include "pipeline/source/document.h"
#include "pipeline/store/archive.h"

namespace trichluc {

struct ShownPage {
  std::string document, source;
  int page = 1;
  std::string text;
  std::vector<Span> marks;  // bytes, in order
  std::vector<Box> boxes;   // of the marks, in points of the page; empty where the source has no geometry
  double width = 0;         // of the page in points; 0: it has none
  double height = 0;
  std::string original;  // "originals/ab/cdef…", relative to the archive
  // What people have corrected of the fact, else of the page's text; on the first page also of the document.
  std::vector<AppliedCorrection> corrections;
};

// `id` is the beginning of a fact's id, or of a document's with or without "sha256:"; `page` 0: all. Errors are
// kBadArguments: nothing has this id, or several do.
Result<std::vector<ShownPage>> pages_to_show(store::Archive& archive, const std::string& id, std::size_t page);

}  // namespace trichluc
