// What the coordinator asks of a page worker and what it answers. A request about a file that the worker has not seen
// yet brings the file with it, as an open descriptor: a worker opens no file by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/run/descriptor.h"
#include "pipeline/source/document.h"
#include "pipeline/source/opened_document.h"

namespace trichluc {

enum class PageTask : std::uint8_t {
  kOpen,     // what is this file, and how many pages has it?
  kPage,     // read page `number`, from 1
  kEntry,    // unpack entry `number`, from 0
  kLook,     // has page `number` to be recognised? A page without text, kOcr where it has, else kEmbedded
  kPicture,  // page `number` as it is shown; answered by kEntry with a PGM file
};

struct PageRequest {
  PageTask task = PageTask::kOpen;
  std::uint64_t file = 0;  // the coordinator's number of the file
  std::string source;      // for messages and names
  int number = 0;
  bool brings_file = false;
};

struct OpenReply {
  Document head;  // without pages and id
  int page_count = 0;
  std::vector<ContainedEntry> entries;
  std::string converted_from;  // see OpenedDocument
  std::string converted_to;
};

struct PageReply {
  Page page;
  std::string engine;  // who recognised it; empty where nothing was recognised
  std::string model;
};

enum class ReplyKind : std::uint8_t { kError, kOpened, kPage, kEntry };

// Only the member that `kind` names holds.
struct Reply {
  ReplyKind kind = ReplyKind::kError;
  Error error;
  OpenReply opened;
  PageReply page;
  Descriptor entry;    // memory that holds its bytes; goes beside the message, not in it
  double seconds = 0;  // that the worker took, by the parent's clock; not in the message
};

template <class A>
void fields(A& a, Message& m) {
  a(m.en, m.vi);
}
template <class A>
void fields(A& a, Error& e) {
  a(e.code, e.what, e.where);
}
template <class A>
void fields(A& a, Span& s) {
  a(s.begin, s.end);
}
template <class A>
void fields(A& a, Box& b) {
  a(b.x0, b.y0, b.x1, b.y1);
}
template <class A>
void fields(A& a, Word& w) {
  a(w.in_page, w.box, w.confidence);
}
namespace text {
template <class A>
void fields(A& a, HintedSpan& h) {
  a(h.span, h.hint);
}
}  // namespace text
template <class A>
void fields(A& a, TableCell& c) {
  a(c.in_page, c.table, c.row, c.column, c.row_span, c.column_span, c.header);
}
template <class A>
void fields(A& a, PageFont& f) {
  a(f.name, f.embedded, f.to_unicode, f.encoding);
}
template <class A>
void fields(A& a, OtherReading& o) {
  a(o.text, o.reason);
}
template <class A>
void fields(A& a, Page& p) {
  a(p.number, p.text, p.origin, p.reason, p.width, p.height, p.words, p.hints, p.hard_wrapped, p.cells, p.fonts, p.dpi,
    p.other, p.warnings);
}
template <class A>
void fields(A& a, OcrInfo& o) {
  a(o.engine, o.model, o.mean_confidence);
}
template <class A>
void fields(A& a, Document& d) {
  a(d.id, d.source, d.media_type, d.encoding, d.title, d.publisher, d.author, d.published_meta, d.url, d.page_count,
    d.pages, d.ocr, d.warnings);
}
template <class A>
void fields(A& a, PageRequest& r) {
  a(r.task, r.file, r.source, r.number, r.brings_file);
}
template <class A>
void fields(A& a, ContainedEntry& e) {
  a(e.name);
}
template <class A>
void fields(A& a, OpenReply& r) {
  a(r.head, r.page_count, r.entries, r.converted_from, r.converted_to);
}
template <class A>
void fields(A& a, PageReply& r) {
  a(r.page, r.engine, r.model);
}
template <class A>
void fields(A& a, Reply& r) {
  a(r.kind, r.error, r.opened, r.page);
}

// What a worker sent may be anything: the spans of a page must lie in its text, and the text must be UTF-8.
bool is_sound(const Page& page);
// The same of the rest: known codes, text that is UTF-8, counts that are none below zero.
bool is_sound(const Error& error);
bool is_sound(const OpenReply& opened);

}  // namespace trichluc
