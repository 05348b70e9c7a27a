// A document opened to be read page by page, so that a thousand pages need no more memory than one and a fault costs
// one page. For one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"

namespace trichluc {

// What is packed into a file of other files: an archive, a message.
struct ContainedEntry {
  std::string name;  // with the folders inside the archive
};

class OpenedDocument {
 public:
  explicit OpenedDocument(Document head) : head_(std::move(head)) {}
  virtual ~OpenedDocument() = default;

  // Everything but the pages and the id.
  const Document& head() const { return head_; }
  void set_name(std::string source, std::string media_type) {
    head_.source = std::move(source);
    head_.media_type = std::move(media_type);
  }

  virtual int page_count() const = 0;
  // `number` is from 1 to page_count(). A page that cannot be read is kFailed with its reason; one that has only pixels
  // is kFailed and wholly `unread` until the ocr stage has read it.
  virtual Page page(int number) = 0;
  // Documents of their own inside this one; an archive has no pages, a message may have both.
  virtual const std::vector<ContainedEntry>& entries() const;
  // The bytes of one of them. `index` counts from 0.
  virtual Result<std::string> entry(std::size_t index);
  // How the file must be converted before it can be read ("docx"), with the ending that it has now; empty: it need not.
  virtual std::string converted_from() const { return ""; }
  virtual std::string converted_to() const { return ""; }

 private:
  Document head_;
};

// Nothing unpacks to more than this.
inline constexpr std::uint64_t kMostOfOneEntry = std::uint64_t{256} << 20U;

// A file that another program must convert first: it has no pages yet.
class UnconvertedDocument : public OpenedDocument {
 public:
  UnconvertedDocument(std::string from, std::string to)
      : OpenedDocument(Document{}), from_(std::move(from)), to_(std::move(to)) {}

  int page_count() const override { return 0; }
  Page page(int) override { return {}; }
  std::string converted_from() const override { return from_; }
  std::string converted_to() const override { return to_; }

 private:
  std::string from_;
  std::string to_;
};

using OpenedDocumentPtr = std::unique_ptr<OpenedDocument>;

// A document whose pages are all there once it is opened: text, HTML, office files.
class WholeDocument : public OpenedDocument {
 public:
  explicit WholeDocument(Document document)
      : OpenedDocument(without_pages(document)), pages_(std::move(document.pages)) {}

  int page_count() const override { return static_cast<int>(pages_.size()); }
  Page page(int number) override { return pages_[static_cast<std::size_t>(number - 1)]; }

 private:
  static Document without_pages(Document& document);

  std::vector<Page> pages_;
};

// Reads all pages; warnings of the pages go to the document.
Document read_all_pages(OpenedDocument& opened);
// What a document must still know of a page that has been handed on: number, origin, reason, fonts and warnings.
Page without_text(Page page);
// One page more for a document that is put together: its warnings are moved to the document.
void add_page(Document& document, Page page);

}  // namespace trichluc
