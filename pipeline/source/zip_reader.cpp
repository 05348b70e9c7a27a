#include "pipeline/source/zip_reader.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "pipeline/source/office/zip_archive.h"

namespace trichluc {
namespace {

// What operating systems leave behind in archives; nobody's documents.
bool is_litter(std::string_view name) {
  if (name.starts_with("__MACOSX/")) return true;
  name = name.substr(name.rfind('/') + 1);
  constexpr std::array<std::string_view, 3> kNames{"Thumbs.db", "thumbs.db", "desktop.ini"};
  for (const std::string_view litter : kNames) {
    if (name == litter) return true;
  }
  return name.starts_with('.');
}

class OpenedZip : public OpenedDocument {
 public:
  explicit OpenedZip(ZipArchive archive) : OpenedDocument(Document{}), archive_(std::move(archive)) {
    for (std::size_t i = 0; i < archive_.entries().size(); ++i) {
      const ZipEntry& entry = archive_.entries()[i];
      if (entry.is_folder || is_litter(entry.name)) continue;
      entries_.push_back({entry.name});
      indexes_.push_back(i);
    }
  }

  int page_count() const override { return 0; }
  Page page(int) override { return {}; }
  const std::vector<ContainedEntry>& entries() const override { return entries_; }
  Result<std::string> entry(std::size_t index) override { return archive_.read(indexes_.at(index), kMostOfOneEntry); }

 private:
  ZipArchive archive_;
  std::vector<ContainedEntry> entries_;
  std::vector<std::size_t> indexes_;  // of the entries in the archive
};

}  // namespace

Result<OpenedDocumentPtr> open_zip(std::string_view bytes, const std::string& source) {
  auto archive = ZipArchive::open(bytes, source);
  if (!archive) return tl::unexpected(archive.error());
  auto opened = std::make_unique<OpenedZip>(std::move(*archive));
  if (!opened->entries().empty()) return opened;
  return fail(ErrorCode::kUnreadableInput,
              {"the archive holds no document; give the document itself",
               "tệp nén không chứa tài liệu nào; hãy đưa chính tài liệu"},
              source);
}

}  // namespace trichluc
