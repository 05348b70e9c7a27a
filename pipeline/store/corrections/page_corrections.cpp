#include "pipeline/store/corrections/page_corrections.h"

#include <algorithm>

#include "pipeline/base/byte_of.h"
#include "pipeline/base/utf8.h"
#include "pipeline/store/corrections/fact_anchor.h"

namespace trichluc::store {
namespace {

// An edit in bytes of the page as read.
struct ByteEdit {
  Span replaced;
  std::string text;
};

std::vector<ByteEdit> in_bytes(const std::string& text, const PageEdits& edits) {
  std::vector<ByteEdit> out;
  for (const PageEdit& edit : edits)
    out.push_back(
        {{byte_of(text, static_cast<std::int64_t>(edit.start)), byte_of(text, static_cast<std::int64_t>(edit.end))},
         edit.text});
  return out;
}

// Where a byte of the page as read comes to stand; one that was replaced stands at the end of what took its place where
// a stretch ends with it, else at its beginning.
std::size_t moved(std::size_t offset, bool ends, const std::vector<ByteEdit>& edits) {
  std::size_t at = offset;
  for (const ByteEdit& edit : edits) {
    if (offset <= edit.replaced.begin) break;
    if (offset < edit.replaced.end) return at - (offset - edit.replaced.begin) + (ends ? edit.text.size() : 0);
    at = at - edit.replaced.size() + edit.text.size();
  }
  return at;
}

Span moved(Span span, const std::vector<ByteEdit>& edits) {
  return {moved(span.begin, false, edits), moved(span.end, true, edits)};
}

// The way back, in code points.
std::size_t given_back(std::size_t offset, bool ends, const PageEdits& edits) {
  std::size_t taken = 0;  // of the corrected page, up to the end of the last edit
  std::size_t read = 0;   // the same of the page as read
  for (const PageEdit& edit : edits) {
    const std::size_t begin = taken + (edit.start - read);
    const std::size_t end = begin + count_code_points(edit.text);
    if (offset < begin || (ends && offset == begin)) break;
    if (offset < end || (ends && offset == end)) return ends ? edit.end : edit.start;
    taken = end;
    read = edit.end;
  }
  return read + (offset - taken);
}

bool overlaps_last(const PageEdits& edits, const AnchorPlace& place) {
  return std::any_of(edits.begin(), edits.end(),
                     [&](const PageEdit& edit) { return place.start < edit.end && edit.start < place.end; });
}

}  // namespace

std::map<int, PageEdits> page_edits(Database& database, std::int64_t document) {
  std::map<int, PageEdits> edits;
  auto anchors = anchors_of(database, document);
  const auto other = [](const StoredAnchor& anchor) { return anchor.type != "text"; };
  anchors.erase(std::remove_if(anchors.begin(), anchors.end(), other), anchors.end());
  if (anchors.empty()) return edits;
  const PageTexts pages = page_texts(database, document);
  // Of two upon the same words the later one.
  for (auto anchor = anchors.rbegin(); anchor != anchors.rend(); ++anchor) {
    const auto page = pages.find(anchor->page);
    if (page == pages.end()) continue;
    const auto place = find_anchor(page->second, anchor->words);
    PageEdits& of_page = edits[anchor->page];
    if (!place || overlaps_last(of_page, *place)) continue;
    Statement with = database.prepare("SELECT value FROM correction_fields WHERE correction = ? AND field = 'text'");
    if (with.bind(anchor->correction).step()) of_page.push_back({place->start, place->end, with.text(0)});
  }
  for (auto& [page, of_page] : edits) {
    std::sort(of_page.begin(), of_page.end(), [](const PageEdit& a, const PageEdit& b) { return a.start < b.start; });
  }
  return edits;
}

void edit_page(Page& page, const PageEdits& in_code_points) {
  const std::vector<ByteEdit> edits = in_bytes(page.text, in_code_points);
  for (Word& word : page.words) word.in_page = moved(word.in_page, edits);
  for (auto& hint : page.hints) hint.span = moved(hint.span, edits);
  for (TableCell& cell : page.cells) cell.in_page = moved(cell.in_page, edits);
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    page.text.replace(edit->replaced.begin, edit->replaced.size(), edit->text);
  }
}

PagePlace as_read(PagePlace corrected, const PageEdits& edits) {
  return {given_back(corrected.start, false, edits), given_back(corrected.end, true, edits)};
}

Result<ReadingCorrections> ReadingCorrections::load(Archive& archive, std::int64_t document) {
  ReadingCorrections corrections({});
  const auto read = archive.read([&](Database& database) {
    Statement field = database.prepare(
        "SELECT f.field, f.value FROM corrections_in_force AS c JOIN correction_fields AS f USING (correction) WHERE "
        "c.action = 'metadata' AND c.document = (SELECT id FROM documents WHERE document = ?) ORDER BY c.correction");
    field.bind(document);
    while (field.step()) corrections.metadata_[field.text(0)] = field.text(1);
    corrections.edits_ = page_edits(database, document);
  });
  if (!read) return tl::unexpected(read.error());
  return corrections;
}

void ReadingCorrections::correct(Document& document) {
  for (const auto& [field, value] : metadata_) {
    if (field == "title") document.title = value;
    if (field == "publisher") document.publisher = value;
    if (field == "author") document.author = value;
    if (field == "published") document.published_meta = value;
  }
  for (Page& page : document.pages) {
    const auto edits = edits_.find(page.number);
    if (edits == edits_.end() || edits->second.empty()) continue;
    read_[page.number] = page.text;
    edit_page(page, edits->second);
  }
}

void ReadingCorrections::give_back(Evidence& evidence) const {
  const auto read = read_.find(evidence.page);
  if (read == read_.end()) return;
  const auto& edits = edits_.at(evidence.page);
  const std::string corrected = evidence.text;
  const PagePlace place = as_read({evidence.start, evidence.end}, edits);
  evidence.start = place.start;
  evidence.end = place.end;
  evidence.text = slice_of_code_points(read->second, evidence.start, evidence.end);
  if (evidence.text != corrected && evidence.repaired.empty()) evidence.repaired = corrected;
}

void ReadingCorrections::give_back(DocumentRecords& records) const {
  if (read_.empty()) return;
  for (Record& record : records.records) {
    for (Evidence& evidence : record.evidence) give_back(evidence);
    for (InferredField& field : record.inferred) {
      if (!read_.contains(field.page)) continue;
      const PagePlace place = as_read({field.start, field.end}, edits_.at(field.page));
      field.start = place.start;
      field.end = place.end;
    }
  }
  for (DocumentDate& date : records.dates) {
    for (Evidence& evidence : date.evidence) give_back(evidence);
  }
  if (!records.header) return;
  for (auto& [field, proofs] : records.header->evidence) {
    for (Evidence& evidence : proofs) give_back(evidence);
  }
}

}  // namespace trichluc::store
