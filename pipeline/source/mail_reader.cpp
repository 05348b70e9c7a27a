#include "pipeline/source/mail_reader.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/source/html/html_reader.h"
#include "pipeline/source/office/office_html.h"
#include "pipeline/source/plain_reader.h"
#include "pipeline/text/encoding/decode.h"

namespace trichluc {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeText {
  void operator()(char* text) const { g_free(text); }
};

std::string text_of(const char* text) {
  const std::string value = text == nullptr ? "" : text;
  return is_valid_utf8(value) ? value : "";
}

std::string taken(char* text) {
  const std::unique_ptr<char, FreeText> owner(text);
  return text_of(text);
}

// The bytes of a part as they were before they were encoded for the way.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return "";
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return "";
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// As it came, whatever its bytes are.
std::string serialised(GMimeMessage* message) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get()) < 0) return "";
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

struct Body {
  std::string bytes;
  std::string charset;
  bool is_html = false;
};

// One part after the other, in the order of the message.
class MailParts {
 public:
  void walk(GMimeObject* object, int depth = 0) {
    constexpr int kDeepest = 40;
    constexpr std::size_t kMostParts = 5000;
    if (object == nullptr || depth > kDeepest || attached_.size() > kMostParts) return;
    if (GMIME_IS_MULTIPART(object)) return walk_multipart(GMIME_MULTIPART(object), depth);
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* const message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (message != nullptr) add(text_of(g_mime_message_get_subject(message)), ".eml", serialised(message));
      return;
    }
    if (GMIME_IS_PART(object)) take(GMIME_PART(object));
  }

  std::vector<Body> bodies;
  const std::vector<std::string>& attached() const { return attached_; }
  const std::vector<ContainedEntry>& entries() const { return entries_; }

 private:
  void walk_multipart(GMimeMultipart* parts, int depth) {
    const int count = g_mime_multipart_get_count(parts);
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool alternative = g_mime_content_type_is_type(type, "multipart", "alternative") != 0;
    const std::size_t before = bodies.size();
    for (int i = 0; i < count; ++i) walk(g_mime_multipart_get_part(parts, i), depth + 1);
    if (!alternative || bodies.size() < before + 2) return;
    // The same text in several forms: the plain one, where it says anything and the other has no table, whose cells
    // the plain one holds apart by blanks only.
    const auto first = bodies.begin() + static_cast<std::ptrdiff_t>(before);
    const auto plain = std::find_if(first, bodies.end(), [](const Body& body) {
      return !body.is_html && body.bytes.find_first_not_of(" \t\r\n") != std::string::npos;
    });
    const auto tabled = std::find_if(first, bodies.end(), [](const Body& body) {
      return body.is_html &&
             (body.bytes.find("<td") != std::string::npos || body.bytes.find("<TD") != std::string::npos);
    });
    const Body chosen = tabled != bodies.end() ? *tabled : plain == bodies.end() ? bodies.back() : *plain;
    bodies.resize(before);
    bodies.push_back(chosen);
  }

  void take(GMimePart* part) {
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const bool plain = g_mime_content_type_is_type(type, "text", "plain") != 0;
    const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
    const std::string file = text_of(g_mime_part_get_filename(part));
    if ((plain || html) && g_mime_part_is_attachment(part) == 0 && file.empty()) {
      bodies.push_back(
          {content_of(part), text_of(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset")), html});
      return;
    }
    add(file, "", content_of(part));
  }

  // Names say where in the message a part stood where it has none, and no two are alike.
  void add(std::string name, const char* suffix, std::string bytes) {
    std::replace(name.begin(), name.end(), '/', '_');
    const std::string number = std::to_string(attached_.size() + 1);
    name = name.empty() ? "part-" + number + suffix : name + suffix;
    if (!names_.insert(name).second) name = number + "-" + name;
    names_.insert(name);
    entries_.push_back({name});
    attached_.push_back(std::move(bytes));
  }

  std::vector<std::string> attached_;
  std::vector<ContainedEntry> entries_;
  std::set<std::string> names_;
};

class OpenedMail : public OpenedDocument {
 public:
  OpenedMail(Document head, std::vector<Page> pages, MailParts parts)
      : OpenedDocument(std::move(head)), pages_(std::move(pages)), parts_(std::move(parts)) {}

  int page_count() const override { return static_cast<int>(pages_.size()); }
  Page page(int number) override { return pages_.at(static_cast<std::size_t>(number - 1)); }
  const std::vector<ContainedEntry>& entries() const override { return parts_.entries(); }
  Result<std::string> entry(std::size_t index) override { return parts_.attached().at(index); }

 private:
  std::vector<Page> pages_;
  MailParts parts_;
};

// In ASCII, so that it may stand before text in any encoding.
std::string html_in_ascii(const std::string& text) {
  std::string out;
  const std::string escaped = html_escaped(text);
  for (std::size_t at = 0; at < escaped.size();) {
    const CodePoint point = code_point_at(escaped, at);
    if (point.value < 0x80) {
      out += static_cast<char>(point.value);
    } else {
      out += "&#" + std::to_string(static_cast<unsigned long>(point.value)) + ";";
    }
    at += point.size;
  }
  return out;
}

std::string people_of(InternetAddressList* list) {
  return list == nullptr ? "" : taken(internet_address_list_to_string(list, nullptr, FALSE));
}

std::vector<std::string> header_lines(GMimeMessage* message) {
  std::vector<std::string> lines;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) lines.push_back(name + value);
  };
  add("", text_of(g_mime_message_get_subject(message)));
  add("From: ", people_of(g_mime_message_get_from(message)));
  add("To: ", people_of(g_mime_message_get_to(message)));
  add("Cc: ", people_of(g_mime_message_get_cc(message)));
  return lines;
}

Result<Document> read_html_body(const Body& body, const std::vector<std::string>& header, const std::string& source) {
  std::string html;
  if (!body.charset.empty()) html = "<meta charset=\"" + html_escaped(body.charset) + "\">";
  for (const std::string& line : header) html += "<p>" + html_in_ascii(line) + "</p>";
  return read_html(html + body.bytes, source);
}

// A charset that is named is believed; without one, and for "us-ascii", which programs wrote that knew no better, the
// bytes are judged as those of a file are.
Result<Document> read_plain_text(const Body& body, const std::string& source) {
  const std::string_view charset = body.charset;
  const bool named = !charset.empty() && charset != "us-ascii" && charset != "US-ASCII";
  if (!named) return read_plain(body.bytes, source);
  auto decoded = text::decode_declared(body.bytes, charset, source);
  if (!decoded) return tl::unexpected(decoded.error());
  auto document = read_plain(decoded->text, source);
  if (!document) return document;
  document->encoding = decoded->encoding;
  document->warnings.insert(document->warnings.end(), decoded->warnings.begin(), decoded->warnings.end());
  return document;
}

Result<Document> read_plain_body(const Body& body, const std::vector<std::string>& header, const std::string& source) {
  std::string head;
  for (const std::string& line : header) head += line + "\n\n";
  if (body.bytes.empty()) return read_plain(head.empty() ? "\n" : head, source);
  auto document = read_plain_text(body, source);
  if (document) document->pages.front().text.insert(0, head);
  return document;
}

Page failed_page(int number, const Error& error) {
  Page page;
  page.number = number;
  page.origin = TextOrigin::kFailed;
  page.reason = error.what.en;
  page.warnings.push_back(
      {"a part of the message's text: " + error.what.en, "một phần nội dung thư: " + error.what.vi});
  return page;
}

std::string day_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);
  return date == nullptr ? "" : taken(g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z"));
}

tl::unexpected<Error> unreadable(const std::string& source) {
  return fail(ErrorCode::kUnreadableInput,
              {"the message cannot be read; save it again from the mail program",
               "không đọc được thư; hãy lưu lại từ chương trình thư"},
              source);
}

}  // namespace

bool is_mail(std::string_view bytes) {
  constexpr std::array<std::string_view, 7> kOfMails{
      "received:", "mime-version:", "message-id:", "return-path:", "delivered-to:", "from:", "content-type:"};
  constexpr std::array<std::string_view, 3> kOfLetters{"subject:", "date:", "to:"};
  constexpr std::size_t kWithin = std::size_t{16} << 10U;
  constexpr std::size_t kLongestName = 60;
  std::string_view head = bytes.substr(0, kWithin);
  bool of_mails = false;
  bool of_letters = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (line.empty() || line == "\r") break;
    if (line[0] == ' ' || line[0] == '\t') continue;  // a line that goes on
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > kLongestName) return false;
    std::string name;
    for (const char c : line.substr(0, colon + 1)) {
      if (c <= ' ' || (c & '\x80') != 0) return false;
      name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    of_mails = of_mails || std::find(kOfMails.begin(), kOfMails.end(), name) != kOfMails.end();
    of_letters = of_letters || std::find(kOfLetters.begin(), kOfLetters.end(), name) != kOfLetters.end();
  }
  return of_mails && of_letters;
}

Result<OpenedDocumentPtr> open_mail(std::string_view bytes, const std::string& source) {
  g_mime_init();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return unreadable(source);
  MailParts parts;
  parts.walk(g_mime_message_get_mime_part(message.get()));
  std::erase_if(parts.bodies,
                [](const Body& body) { return body.bytes.find_first_not_of(" \t\r\n") == std::string::npos; });
  if (parts.bodies.empty()) parts.bodies.emplace_back();
  Document head;
  std::vector<Page> pages;
  std::vector<std::string> header = header_lines(message.get());
  for (const Body& body : parts.bodies) {
    auto read = body.is_html ? read_html_body(body, header, source) : read_plain_body(body, header, source);
    const int number = static_cast<int>(pages.size()) + 1;
    if (!read) {  // what is attached is read all the same
      pages.push_back(failed_page(number, read.error()));
      continue;
    }
    if (head.encoding.empty()) head.encoding = read->encoding;
    head.warnings.insert(head.warnings.end(), read->warnings.begin(), read->warnings.end());
    pages.push_back(std::move(read->pages.front()));
    pages.back().number = number;
    pages.back().reason = "the text of the message";
    header.clear();
  }
  head.title = text_of(g_mime_message_get_subject(message.get()));
  head.author = people_of(g_mime_message_get_from(message.get()));
  head.published_meta = day_of(message.get());
  return std::make_unique<OpenedMail>(std::move(head), std::move(pages), std::move(parts));
}

}  // namespace trichluc
