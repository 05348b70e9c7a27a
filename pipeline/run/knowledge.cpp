#include "pipeline/run/knowledge.h"

#include <fstream>
#include <iterator>
#include <string>

namespace trichluc {

Result<Knowledge> load_knowledge(const std::filesystem::path& folder) {
  auto dictionaries = Dictionaries::load(folder);
  if (!dictionaries) return tl::unexpected(dictionaries.error());
  // The layout stands before the extractors in the flow and reads its table by itself.
  const std::filesystem::path table = folder / "page_markers.tsv";
  std::ifstream in(table, std::ios::binary);
  const std::string tsv{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in || tsv.empty()) {
    return fail(ErrorCode::kBadDictionary,
                {"this table is missing or unreadable; install the program again with its dictionaries",
                 "bảng từ này bị thiếu hoặc không đọc được; hãy cài lại chương trình cùng các từ điển"},
                table.string());
  }
  auto markers = text::PageMarkers::parse(tsv);
  if (!markers) return tl::unexpected(markers.error());
  return Knowledge{std::move(*dictionaries), std::move(*markers)};
}

}  // namespace trichluc
