#include "pipeline/source/open.h"

#include <fstream>
#include <system_error>

#include "pipeline/source/hash.h"
#include "pipeline/source/html/html_reader.h"
#include "pipeline/source/mail_reader.h"
#include "pipeline/source/office/office_reader.h"
#include "pipeline/source/pdf/pdf_reader.h"
#include "pipeline/source/picture/image_reader.h"
#include "pipeline/source/plain_reader.h"
#include "pipeline/source/sniff.h"
#include "pipeline/source/zip_reader.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_access(const fs::path& file, Message what) {
  return fail(ErrorCode::kFileAccess, std::move(what), file.string());
}

tl::unexpected<Error> missing(const fs::path& file) {
  return no_access(file, {"there is no such file; check the path", "không có tệp này; hãy kiểm tra đường dẫn"});
}

tl::unexpected<Error> unreadable(const fs::path& file) {
  return no_access(file, {"the file cannot be read; check its permissions and the disk",
                          "không đọc được tệp; hãy kiểm tra quyền truy cập và ổ đĩa"});
}

Result<OpenedDocumentPtr> whole(Result<Document> document) {
  return document.map(
      [](Document& read) -> OpenedDocumentPtr { return std::make_unique<WholeDocument>(std::move(read)); });
}

Result<OpenedDocumentPtr> open_as(MediaType type, std::string_view bytes, const std::string& source) {
  switch (type) {
    case MediaType::kPlain:
      return whole(read_plain(bytes, source));
    case MediaType::kHtml:
      return whole(read_html(bytes, source));
    case MediaType::kPdf:
      return open_pdf(bytes, source);
    case MediaType::kPng:
    case MediaType::kJpeg:
    case MediaType::kTiff:
      return whole(read_image(bytes, source));
    case MediaType::kDocx:
    case MediaType::kXlsx:
    case MediaType::kOdt:
    case MediaType::kOds:
      return whole(read_office(bytes, source));
    case MediaType::kDoc:
      return std::make_unique<UnconvertedDocument>("doc", "docx");
    case MediaType::kRtf:
      return std::make_unique<UnconvertedDocument>("rtf", "docx");
    case MediaType::kXls:
      return std::make_unique<UnconvertedDocument>("xls", "xlsx");
    case MediaType::kZip:
      return open_zip(bytes, source);
    case MediaType::kMail:
      return open_mail(bytes, source);
  }
  return fail(ErrorCode::kOther, {"unknown kind of document; report this", "loại tài liệu lạ; hãy báo lỗi này"},
              source);
}

}  // namespace

Result<std::string> read_file(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return missing(file);
  if (error) return unreadable(file);
  if (fs::is_directory(status)) {
    return no_access(file, {"this is a folder; give the files in it", "đây là thư mục; hãy đưa các tệp trong đó"});
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) return unreadable(file);
  std::string bytes;
  constexpr std::size_t kChunk = std::size_t{1} << 20U;
  while (in) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    in.read(bytes.data() + before, static_cast<std::streamsize>(kChunk));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return unreadable(file);
  return bytes;
}

Result<Document> open_document(const fs::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  return open_bytes(*bytes, file.string());
}

Result<OpenedDocumentPtr> open_pages(std::string_view bytes, const std::string& source) {
  const auto type = sniff(bytes, source);
  if (!type) return tl::unexpected<Error>(type.error());
  auto opened = open_as(*type, bytes, source);
  if (opened) (*opened)->set_name(source, std::string(media_type_name(*type)));
  return opened;
}

Result<Document> open_bytes(std::string_view bytes, const std::string& source) {
  const auto opened = open_pages(bytes, source);
  if (!opened) return tl::unexpected<Error>(opened.error());
  Document document = read_all_pages(**opened);
  document.id = "sha256:" + sha256_hex(bytes);
  return document;
}

}  // namespace trichluc
