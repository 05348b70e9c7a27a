#include "pipeline/source/sniff.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/source/mail_reader.h"
#include "pipeline/source/office/office_reader.h"
#include "pipeline/source/office/ole_kind.h"
#include "pipeline/text/encoding/decode.h"

namespace trichluc {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  std::string_view kind_en;
  std::string_view kind_vi;
  std::string_view do_en;
  std::string_view do_vi;
};

constexpr std::array<Signature, 11> kNotRead = {{
    {"PK\x05\x06"sv, "an empty ZIP archive", "một tệp nén ZIP rỗng", "give the document itself",
     "hãy đưa chính tài liệu"},
    {"\xD0\xCF\x11\xE0"sv, "an old office file of another kind", "một tệp văn phòng đời cũ loại khác",
     "save it as PDF, HTML or text", "hãy lưu thành PDF, HTML hoặc văn bản thuần"},
    {"GIF8"sv, "a GIF image", "một ảnh GIF", "save it as PNG", "hãy lưu thành PNG"},
    {"BM"sv, "a BMP image", "một ảnh BMP", "save it as PNG", "hãy lưu thành PNG"},
    {"RIFF"sv, "a WebP image, sound or film", "một ảnh WebP, âm thanh hoặc phim", "save images as PNG",
     "hãy lưu ảnh thành PNG"},
    {"\x1F\x8B"sv, "a gzip archive", "một tệp nén gzip", "unpack it first", "hãy giải nén trước"},
    {"Rar!"sv, "a RAR archive", "một tệp nén RAR", "unpack it first", "hãy giải nén trước"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive", "một tệp nén 7-Zip", "unpack it first", "hãy giải nén trước"},
    {"\x7F"
     "ELF"sv,
     "a program", "một chương trình", "give a text, HTML, PDF or image file",
     "hãy đưa tệp văn bản, HTML, PDF hoặc ảnh"},
    {"SQLite format 3"sv, "a database", "một cơ sở dữ liệu", "give a text, HTML, PDF or image file",
     "hãy đưa tệp văn bản, HTML, PDF hoặc ảnh"},
    {"%!PS"sv, "a PostScript file", "một tệp PostScript", "convert it to PDF", "hãy chuyển thành PDF"},
}};

bool starts_with(std::string_view bytes, std::string_view head) {
  return bytes.substr(0, head.size()) == head;
}

std::optional<MediaType> by_signature(std::string_view bytes) {
  constexpr std::size_t kPdfWithin = 1024;  // PDF readers look for the mark this far
  if (starts_with(bytes, "\x89PNG\r\n\x1A\n"sv)) return MediaType::kPng;
  if (starts_with(bytes, "\xFF\xD8\xFF"sv)) return MediaType::kJpeg;
  if (starts_with(bytes, "II\x2A\0"sv) || starts_with(bytes, "MM\0\x2A"sv)) return MediaType::kTiff;
  if (starts_with(bytes, "II\x2B\0"sv) || starts_with(bytes, "MM\0\x2B"sv)) return MediaType::kTiff;
  if (bytes.substr(0, kPdfWithin).find("%PDF-") != std::string_view::npos) return MediaType::kPdf;
  return std::nullopt;
}

// Office files are archives: what is in them tells them from others.
std::optional<MediaType> by_archive(std::string_view bytes, const std::string& source) {
  if (!starts_with(bytes, "PK\x03\x04"sv)) return std::nullopt;
  const auto archive = ZipArchive::open(bytes, source);
  const auto kind = archive ? office_kind(*archive) : std::nullopt;
  if (!kind) return MediaType::kZip;
  switch (*kind) {
    case OfficeKind::kDocx:
      return MediaType::kDocx;
    case OfficeKind::kXlsx:
      return MediaType::kXlsx;
    case OfficeKind::kOdt:
      return MediaType::kOdt;
    case OfficeKind::kOds:
      return MediaType::kOds;
  }
  return std::nullopt;
}

std::optional<MediaType> by_ole(std::string_view bytes) {
  if (starts_with(bytes, "{\\rtf"sv)) return MediaType::kRtf;
  const OleKind kind = ole_kind(bytes);
  if (kind == OleKind::kWord) return MediaType::kDoc;
  if (kind == OleKind::kExcel) return MediaType::kXls;
  return std::nullopt;
}

tl::unexpected<Error> locked(const std::string& source) {
  return fail(ErrorCode::kEncrypted,
              {"the office file asks for a password; save a copy without one and read that",
               "tệp văn phòng đòi mật khẩu; hãy lưu một bản không có mật khẩu rồi đọc bản đó"},
              source);
}

// "BM" also begins Vietnamese abbreviations: a bitmap has zero bytes, text has none.
bool is_not_read(std::string_view bytes, const Signature& signature) {
  if (!starts_with(bytes, signature.bytes)) return false;
  const bool doubtful = signature.bytes == "BM"sv || signature.bytes == "RIFF"sv;
  return !doubtful || bytes.substr(0, 64).find('\0') != std::string_view::npos;
}

// After white space, comments and processing instructions: does a tag of HTML open the text?
bool is_html(std::string_view text) {
  constexpr std::array<std::string_view, 22> kTags = {
      "!doctype html", "html",    "head",    "body", "title", "meta", "link", "script", "style", "div", "p", "h1", "h2",
      "table",         "article", "section", "main", "span",  "ul",   "br",   "header", "a"};
  constexpr std::size_t kMostComments = 50;
  for (std::size_t comments = 0; comments < kMostComments; ++comments) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    if (text.empty() || text[0] != '<') return false;
    const bool comment = starts_with(text, "<!--");
    if (!comment && !starts_with(text, "<?")) break;
    const std::string_view close = comment ? "-->"sv : ">"sv;
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + close.size());
  }
  std::string tag;
  for (std::size_t i = 1; i < std::min<std::size_t>(text.size(), 20); ++i) {
    tag.push_back(text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i]);
  }
  return std::any_of(kTags.begin(), kTags.end(), [&tag](std::string_view each) {
    if (tag.compare(0, each.size(), each) != 0) return false;
    const char after = tag.size() > each.size() ? tag[each.size()] : '>';
    return after == '>' || after == ' ' || after == '\t' || after == '\r' || after == '\n' || after == '/';
  });
}

// A fragment saved without its first tags still closes them.
bool has_html_further_on(std::string_view text) {
  constexpr std::size_t kWithin = 4096;
  const std::string_view head = text.substr(0, kWithin);
  return head.find("<body") != std::string_view::npos || head.find("<html") != std::string_view::npos ||
         head.find("<HTML") != std::string_view::npos || head.find("<BODY") != std::string_view::npos;
}

tl::unexpected<Error> refuse(const Signature& signature, const std::string& source) {
  return fail(
      ErrorCode::kUnreadableInput,
      {"this is " + std::string(signature.kind_en) + ", not a document we read; " + std::string(signature.do_en),
       "đây là " + std::string(signature.kind_vi) + ", không phải tài liệu đọc được; " + std::string(signature.do_vi)},
      source);
}

}  // namespace

std::string_view media_type_name(MediaType type) {
  switch (type) {
    case MediaType::kPlain:
      return "text/plain";
    case MediaType::kHtml:
      return "text/html";
    case MediaType::kPdf:
      return "application/pdf";
    case MediaType::kPng:
      return "image/png";
    case MediaType::kJpeg:
      return "image/jpeg";
    case MediaType::kTiff:
      return "image/tiff";
    case MediaType::kDocx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case MediaType::kXlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case MediaType::kOdt:
      return "application/vnd.oasis.opendocument.text";
    case MediaType::kOds:
      return "application/vnd.oasis.opendocument.spreadsheet";
    case MediaType::kDoc:
      return "application/msword";
    case MediaType::kXls:
      return "application/vnd.ms-excel";
    case MediaType::kRtf:
      return "application/rtf";
    case MediaType::kZip:
      return "application/zip";
    case MediaType::kMail:
      return "message/rfc822";
  }
  return "application/octet-stream";
}

Result<MediaType> sniff(std::string_view bytes, const std::string& source) {
  if (bytes.find_first_not_of(" \t\r\n\f\0"sv) == std::string_view::npos) {
    return fail(ErrorCode::kUnreadableInput,
                {"the file is empty; give a file with text", "tệp rỗng; hãy đưa tệp có nội dung"}, source);
  }
  if (const auto type = by_signature(bytes)) return *type;
  if (const auto type = by_archive(bytes, source)) return *type;
  if (ole_kind(bytes) == OleKind::kEncrypted) return locked(source);
  if (const auto type = by_ole(bytes)) return *type;
  for (const Signature& signature : kNotRead) {
    if (is_not_read(bytes, signature)) return refuse(signature, source);
  }
  if (is_mail(bytes)) return MediaType::kMail;
  constexpr std::size_t kSample = std::size_t{64} << 10U;
  // An even cut keeps UTF-16 whole; a character cut in two is one bad byte among many and does no harm.
  const auto text = text::decode(bytes.substr(0, kSample), source);
  const std::string_view readable = text ? std::string_view(text->text) : bytes.substr(0, kSample);
  if (is_html(readable) || has_html_further_on(readable)) return MediaType::kHtml;
  if (text || text::decode(bytes, source)) return MediaType::kPlain;
  const bool binary = bytes.find('\0') != std::string_view::npos;
  if (!binary) return text::decode(bytes, source).map([](const auto&) { return MediaType::kPlain; });
  return fail(ErrorCode::kUnreadableInput,
              {"not a document we read; give a text, HTML, PDF, PNG, JPEG or TIFF file",
               "không phải tài liệu đọc được; hãy đưa tệp văn bản, HTML, PDF, PNG, JPEG hoặc TIFF"},
              source);
}

}  // namespace trichluc
