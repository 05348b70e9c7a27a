#include "pipeline/run/knowledge.h"

#include <utility>

namespace trichluc {

Result<Knowledge> load_knowledge(const std::filesystem::path& folder, const std::filesystem::path& added) {
  auto dictionaries = Dictionaries::load(folder, added);
  if (!dictionaries) return tl::unexpected(dictionaries.error());
  // The layout stands before the extractors in the flow and reads its table by itself.
  const Lexicon& table = dictionaries->table("page_markers");
  if (table.entries().empty()) {
    return fail(ErrorCode::kBadDictionary,
                {"this table is missing or unreadable; install the program again with its dictionaries",
                 "bảng từ này bị thiếu hoặc không đọc được; hãy cài lại chương trình cùng các từ điển"},
                (folder / "page_markers.tsv").string());
  }
  auto markers = text::PageMarkers::parse(table.to_tsv());
  if (!markers) return tl::unexpected(markers.error());
  return Knowledge{std::move(*dictionaries), std::move(*markers)};
}

}  // namespace trichluc
