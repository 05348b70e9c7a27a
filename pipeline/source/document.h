// A document as it was read: pages of text, unchanged but for being Unicode (UTF-8), with the place of every word where
// the source has places. Plain data; nothing here works.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/base/span.h"
#include "pipeline/text/layout.h"

namespace trichluc {

enum class TextOrigin { kPlain, kEmbedded, kOcr, kMixed, kFailed };

// PDF points (1/72 inch) from the page's top left, y downward.
struct Box {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
};

// One word as the text layer or the recogniser gives it. `in_page` counts bytes of Page::text; `confidence` is 0 to 1.
struct Word {
  Span in_page;
  Box box;
  float confidence = 1;
};

// A cell of a table, in the page's text. Tables, rows and columns count from 0; a cell that a span covers is not
// listed, an empty one is (with an empty stretch).
struct TableCell {
  Span in_page;
  int table = 0;
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  bool header = false;  // the source marks it as one

  bool operator==(const TableCell&) const = default;
};

// A font of the page's text, as PDF names it.
struct PageFont {
  std::string name;
  bool embedded = false;
  bool to_unicode = false;  // says which letters its glyphs are
  std::string encoding;     // "tcvn3", "vni": the encoding by which its letters were read; empty: as they stand

  bool operator==(const PageFont&) const = default;
};

// What the page says in the way that was not chosen: a text layer that is not to be trusted.
struct OtherReading {
  std::string text;
  std::string reason;  // why it was not used
};

struct Page {
  int number = 1;    // from 1
  std::string text;  // as read, valid UTF-8, lines end in '\n', paragraphs in an empty line where known
  TextOrigin origin = TextOrigin::kPlain;
  std::string reason;  // why this origin was chosen, or why the page failed
  double width = 0;    // PDF points; 0 where the source has no geometry
  double height = 0;
  std::vector<Word> words;  // in the order of the text; empty where the source has no geometry
  std::vector<text::HintedSpan>
      hints;                     // what the source's own markup says of stretches of the text; bytes of Page::text
  bool hard_wrapped = false;     // lines are as wide as the paper, not paragraphs (PDF, scans)
  std::vector<TableCell> cells;  // in order of table, row and column
  std::vector<PageFont> fonts;   // of the text layer, in order of name
  double dpi = 0;                // of the picture that was recognised, as judged; 0: nothing was
  OtherReading other;            // empty text: there is none
  std::vector<Box> unread;       // points: pictures between the text, read into it by the ocr stage, which empties this
  std::vector<Message> warnings;  // of this page, on the way to Document::warnings; each names the page
};

struct OcrInfo {
  std::string engine;  // "tesseract 5.3.0"
  std::string model;   // "vie"
  double mean_confidence = 0;
};

struct Document {
  std::string id;          // "sha256:" and the hash of the bytes
  std::string source;      // path as given, or "-"
  std::string media_type;  // "application/pdf"
  std::string encoding;    // "utf-8", "utf-16le", …
  std::string title;       // of the markup or file properties, empty where there is none; the layout may know better
  std::string publisher;
  std::string author;
  std::string published_meta;  // the value of a publication-date element ("2019-04-10T15:01:00+07:00"), empty if none
  std::string url;             // canonical address that the page states, empty if none
  int page_count = 0;          // of the source; 0: as many as `pages`, which may hold only those that were asked for
  std::vector<Page> pages;
  OcrInfo ocr;  // empty engine: nothing was recognised from pixels
  std::vector<Message> warnings;
};

}  // namespace trichluc
