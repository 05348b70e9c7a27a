#include "pipeline/source/office/office_parts.h"

#include <algorithm>

#include "pipeline/source/office/xml_reader.h"

namespace trichluc {

Result<std::string> needed_part(const ZipArchive& archive, std::string_view name, const std::string& source) {
  const std::size_t index = archive.find(name);
  if (index < archive.entries().size()) return archive.read(index, kMostOfOnePart);
  return fail(ErrorCode::kUnreadableInput,
              {"the office file lacks its part " + std::string(name) + "; open it, save it again and read that",
               "tệp văn phòng thiếu phần " + std::string(name) + "; hãy mở ra, lưu lại rồi đọc bản đó"},
              source);
}

std::string further_part(const ZipArchive& archive, std::string_view name) {
  const std::size_t index = archive.find(name);
  if (index >= archive.entries().size()) return "";
  return archive.read(index, kMostOfOnePart).value_or("");
}

std::vector<std::string> parts_named(const ZipArchive& archive, std::string_view begin, std::string_view end) {
  std::vector<std::string> names;
  for (const ZipEntry& entry : archive.entries()) {
    if (entry.name.starts_with(begin) && entry.name.ends_with(end)) names.push_back(entry.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

OfficeProperties properties_of(std::string_view xml) {
  OfficeProperties properties;
  if (xml.empty()) return properties;
  XmlReader reader(xml);
  std::string* into = nullptr;
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event == XmlReader::Event::kStart) {
      into = reader.name() == "title" ? &properties.title : reader.name() == "creator" ? &properties.author : nullptr;
    }
    if (event == XmlReader::Event::kEnd) into = nullptr;
    if (event == XmlReader::Event::kText && into != nullptr) *into += reader.text();
  }
  return properties;
}

Message broken_part(const std::string& part) {
  return {"the part " + part + " of the office file is damaged; what stands before the damage was read",
          "phần " + part + " của tệp văn phòng bị hỏng; đã đọc nội dung trước chỗ hỏng"};
}

Result<Document> as_far_as_read(Result<Document> document, bool whole, const std::string& part,
                                const std::string& source) {
  if (!document || whole) return document;
  const auto& pages = document->pages;
  if (std::all_of(pages.begin(), pages.end(), [](const Page& page) { return page.text.empty(); })) {
    return fail(ErrorCode::kUnreadableInput,
                {"the office file is damaged before any text of it; open it, save it again and read that",
                 "tệp văn phòng bị hỏng ngay từ đầu; hãy mở ra, lưu lại rồi đọc bản đó"},
                source);
  }
  document->warnings.push_back(broken_part(part));
  return document;
}

}  // namespace trichluc
