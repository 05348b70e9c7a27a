#include "pipeline/text/page_markers.h"

#include <algorithm>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc::text {
namespace {

constexpr std::array<std::string_view, 13> kKindNames = {
    "related",        "related_which", "several", "news",      "frame",          "frame_start", "caption_start",
    "caption_credit", "caption_end",   "byline",  "publisher", "administrative", "date_word"};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool edge_after(std::string_view line, std::size_t end) {
  return end >= line.size() || !is_word_byte(line[end]);
}

// One '*' is enough for the forms in use; its stretch is at most a few words, so that prose does not match.
bool matches_gap(std::string_view form, std::size_t star, std::string_view line) {
  constexpr std::size_t kLongestGap = 60;
  const std::string_view head = form.substr(0, star);
  const std::string_view tail = form.substr(star + 1);
  return line.size() >= head.size() + tail.size() && line.size() <= head.size() + tail.size() + kLongestGap &&
         line.substr(0, head.size()) == head && line.substr(line.size() - tail.size()) == tail;
}

tl::unexpected<Error> bad_line(int line, const std::string& en, const std::string& vi) {
  return fail(ErrorCode::kBadDictionary, {en + "; mend that line of the table", vi + "; hãy sửa dòng đó của bảng"},
              "page_markers.tsv:" + std::to_string(line));
}

}  // namespace

Result<PageMarkers> PageMarkers::parse(std::string_view tsv) {
  PageMarkers markers;
  int number = 0;
  for (std::size_t at = 0; at < tsv.size();) {
    const std::size_t end = std::min(tsv.find('\n', at), tsv.size());
    const std::string_view line = tsv.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) return bad_line(number, "a column is missing", "thiếu một cột");
    const std::string_view form = line.substr(0, first);
    const auto* kind = std::find(kKindNames.begin(), kKindNames.end(), line.substr(first + 1, second - first - 1));
    if (kind == kKindNames.end()) return bad_line(number, "the kind is unknown", "loại không có trong danh mục");
    if (form.empty() || fold(form) != form) return bad_line(number, "the form is not folded", "mục từ chưa chuẩn hóa");
    markers.forms_[static_cast<std::size_t>(kind - kKindNames.begin())].add(form);
  }
  return markers;
}

void PageMarkers::Forms::add(std::string_view form) {
  all.emplace_back(form);
  by_byte[static_cast<unsigned char>(form.front())].emplace_back(form);
  if (form.find('*') == std::string_view::npos) {
    exact.emplace(form);
  } else {
    gapped.emplace_back(form);
  }
}

PageMarkers PageMarkers::without_marks() const {
  PageMarkers bare;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    if (kind == static_cast<std::size_t>(Marker::kCaptionCredit)) continue;  // "anh" is a picture, and you
    for (const std::string& form : forms_[kind].all) bare.forms_[kind].add(fold_to_ascii(form));
  }
  return bare;
}

bool PageMarkers::is_line(Marker kind, std::string_view line) const {
  const Forms& known = forms(kind);
  if (known.exact.find(line) != known.exact.end()) return true;
  return std::any_of(known.gapped.begin(), known.gapped.end(),
                     [line](const std::string& form) { return matches_gap(form, form.find('*'), line); });
}

std::size_t PageMarkers::begins(Marker kind, std::string_view line) const {
  std::size_t longest = 0;
  if (line.empty()) return longest;
  for (const std::string& form : forms(kind).by_byte[static_cast<unsigned char>(line.front())]) {
    const bool here = line.size() >= form.size() && line.substr(0, form.size()) == form;
    if (here && (edge_after(line, form.size()) || !is_word_byte(form.back()))) longest = std::max(longest, form.size());
  }
  return longest;
}

std::size_t PageMarkers::begins_byline(std::string_view line) const {
  return std::max(begins(Marker::kByline, line), begins(Marker::kNews, line));
}

bool PageMarkers::ends(Marker kind, std::string_view line) const {
  const auto& all = forms(kind).all;
  return std::any_of(all.begin(), all.end(), [line](const std::string& form) {
    if (line.size() < form.size() || line.substr(line.size() - form.size()) != form) return false;
    return line.size() == form.size() || !is_word_byte(line[line.size() - form.size() - 1]);
  });
}

bool PageMarkers::occurs(Marker kind, std::string_view line) const {
  const auto& all = forms(kind).all;
  return std::any_of(all.begin(), all.end(),
                     [line](const std::string& form) { return line.find(form) != std::string_view::npos; });
}

}  // namespace trichluc::text
