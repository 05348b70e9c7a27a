#include "extractors/official/shared_body.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "extractors/official/body_name.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

bool directs(const ReadPosition& read) {
  return text::fold(read.title->value("name")).find("giám đốc") != std::string::npos;
}

// "Phó Tổng Giám đốc, Ủy viên Hội đồng Bảo trợ", "Phó Chủ tịch, Giám đốc Quỹ": who directs and who sits on a board do
// so in two bodies, where a comma alone joins them.
bool of_two_bodies(const Reading& reading, const ReadPosition& before, const ReadPosition& after) {
  if (directs(before) == directs(after) || !reading.is(after.first - 1, ",")) return false;
  // "Tổng thư ký, Giám đốc điều hành SCA" says both of the SCA.
  const bool one_word =
      after.position.organization.find(' ') == std::string::npos && !reading.tokens()[after.last - 1].all_capitals;
  return directs(before) ? text::fold(after.title->value("name")).starts_with("ủy viên") : one_word;
}

// "Phó Giám đốc, Chủ tịch Công đoàn Bệnh viện X", "Chính ủy, Chủ tịch Hội đồng thi đua, khen thưởng Bộ Chỉ huy X": who
// directs does so in the Bệnh viện. Empty: it is no such body.
std::string body_of_union(const Reading& reading, const ReadPosition& read) {
  // "Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh".
  const std::size_t police = read.position.organization.find(" Công an ");
  if (begins_as(read, {"thủ trưởng cơ quan", "phó thủ trưởng cơ quan"}) && police != std::string::npos)
    return read.position.organization.substr(police + 1);
  const LexiconMatch* body = reading.match_at(read.title->last, "organizations");
  if (body == nullptr || body->last >= read.last) return {};
  const std::string& form = body->entry->form;
  if (form != "công đoàn" && form != "đảng ủy" && form != "đảng bộ" && form != "chi bộ" &&
      !form.starts_with("hội đồng thi đua"))
    return {};
  return reading.words(reading.span_of(body->last, read.last));
}

// "Ban Dân vận Tỉnh ủy Hà Giang", "Dân vận Huyện ủy": from the committee's word on; empty where none ends the name.
std::string committee_within(const std::string& body) {
  const std::string folded = text::fold(body);
  if (folded.size() != body.size()) return {};
  for (const std::string_view committee : {"tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "thị xã ủy"}) {
    if (folded.starts_with(committee)) return body;  // "Chánh Văn phòng Tỉnh ủy"
    const std::size_t at = folded.find(" " + std::string(committee));
    if (at != std::string::npos) return body.substr(at + 1);
  }
  return {};
}

// "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy", "Phó Bí thư, Chủ nhiệm Ủy ban Kiểm tra Huyện ủy": who sits in
// the committee and heads one of its boards does both in the same committee.
bool share_committee(ReadPosition& before, const ReadPosition& after) {
  const std::string folded = text::fold(before.position.text);
  const std::string name = text::fold(before.title->value("name"));
  const bool sits =
      folded.ends_with(" thường vụ") || folded.ends_with(" btv") ||
      (before.position.organization.empty() && !folded.empty() && (name == "phó bí thư" || name == "bí thư"));
  if (!sits || text::fold(after.title->value("name")).ends_with("bí thư")) return false;
  const std::string committee = committee_within(after.position.organization);
  if (committee.empty()) return false;
  before.position.organization += (before.position.organization.empty() ? "" : " ") + committee;
  before.position.text += " " + committee;
  before.position.place = after.position.place;
  return true;
}

// "Ủy viên Ban Thường vụ, Phó Chủ tịch Hội Luật gia tỉnh": the board of the association that the next office leads.
bool share_association(ReadPosition& before, const ReadPosition& after) {
  const std::string text = text::fold(before.position.text);
  if (!text.starts_with("ủy viên") || (!text.ends_with("ban thường vụ") && !text.ends_with("ban chấp hành")))
    return false;
  // "…, Ủy viên Ban Chấp hành Hội Luật gia tỉnh" behind it.
  constexpr std::string_view kBoard = "Ban Chấp hành ";
  std::string body = after.position.organization;
  if (body.starts_with(kBoard)) body.erase(0, kBoard.size());
  const std::string folded = text::fold(body);
  const bool association =
      folded.starts_with("hội ") || folded.starts_with("liên hiệp ") || folded.starts_with("hiệp hội ");
  if (!association || folded.starts_with("hội đồng")) return false;
  before.position.organization += (before.position.organization.empty() ? "" : " ") + body;
  before.position.text += " " + body;
  before.position.place = after.position.place;
  return true;
}

// "Phó Bí thư, Phó Tỉnh trưởng tỉnh Salavan": of the province that the next office names.
bool share_province(ReadPosition& before, const ReadPosition& after) {
  if (!before.position.organization.empty() || !begins_as(before, {"bí thư", "phó bí thư"})) return false;
  if (!begins_as(after, {"tỉnh trưởng", "phó tỉnh trưởng", "huyện trưởng", "phó huyện trưởng", "đô trưởng",
                         "châu trưởng", "chủ tịch", "phó chủ tịch"}))
    return false;
  const std::string body = text::fold(after.position.organization);
  if (!body.starts_with("tỉnh ") && !body.starts_with("huyện ") && !body.starts_with("thủ đô ")) return false;
  before.position.organization = after.position.organization;
  before.position.place = after.position.place;
  before.position.text += " " + after.position.organization;
  return true;
}

// "Phó Giám đốc kiêm Trưởng phòng Hợp tác quốc tế Sở Ngoại vụ tỉnh", "Giám đốc, Trưởng khoa Nội Bệnh viện X": who
// directs and heads a department does both in the body that the department is of.
bool share_agency(const Reading& reading, ReadPosition& before, const ReadPosition& after) {
  const std::string title = text::fold(before.position.text);  // "Giám đốc Dự án" directs a project
  const bool bare = title.ends_with("giám đốc") || title.ends_with("thường trực") || title.ends_with("phụ trách");
  if (!before.position.organization.empty() || !directs(before) || !bare || directs(after)) return false;
  const bool department =
      !after.title->value("head").empty() || begins_as(after, {"chánh", "phó chánh", "bí thư đảng"});
  if (!department) return false;
  for (std::size_t t = after.title->last; t < after.last; ++t) {
    const LexiconMatch* body = reading.match_at(t, "organizations");
    static constexpr std::string_view kDirected[] = {"sở", "trung tâm", "bệnh viện", "viện", "công ty", "tổng công ty"};
    if (body == nullptr ||
        std::find(std::begin(kDirected), std::end(kDirected), body->entry->form) == std::end(kDirected))
      continue;
    before.position.organization = reading.words(reading.span_of(t, after.last));
    before.position.place = after.position.place;
    before.position.text += " " + before.position.organization;
    return true;
  }
  return false;
}

// "Phó Thủ tướng, Bộ trưởng Ngoại giao nước CHDCND Lào": of the state whose minister he is; of Viet Nam is the ministry
// alone called so.
bool share_state(const Reading& reading, ReadPosition& before, const ReadPosition& after) {
  if (!before.position.organization.empty() || !begins_as(before, {"phó thủ tướng", "thủ tướng"})) return false;
  if (!begins_as(after, {"bộ trưởng"})) return false;
  std::size_t state = after.title->last;
  while (state < after.last && country_end(reading, state) != after.last) ++state;
  if (state == after.last) return false;
  if (reading.is(state, "việt") && reading.is(state + 1, "nam")) return false;
  if (reading.is(state - 1, "nước")) --state;
  before.position.organization = reading.words(reading.span_of(state, after.last));
  before.position.text += " " + before.position.organization;
  return true;
}

}  // namespace

bool is_deputy(const ReadPosition& read) {
  const std::string name = text::fold(read.title->value("name"));
  return name == "đại biểu quốc hội" || name == "đbqh";
}

bool begins_as(const ReadPosition& read, std::initializer_list<std::string_view> titles) {
  const std::string name = text::fold(read.title->value("name"));
  return std::any_of(titles.begin(), titles.end(), [&](std::string_view title) { return name.starts_with(title); });
}

namespace {

// Is the body that only the second names the second's alone?
bool has_own_body(const Reading& reading, const ReadPosition& before, const ReadPosition& after) {
  if (!before.position.organization.empty() || after.position.organization.empty() ||
      before.title->value("use") == "alone")
    return true;
  if (begins_as(before, {"giảng viên"})) return true;  // who teaches, wherever he holds his office
  if (is_deputy(before) && before.position.text != before.position.title) return true;  // "khóa XV" told all
  if (!after.title->value("head").empty() || of_two_bodies(reading, before, after)) return true;
  // "Giám đốc Dự án, Giám đốc Trung tâm X": he heads two things.
  const bool inquires = begins_as(after, {"phó thủ trưởng cơ quan"});
  if (!inquires && first_word(before.position.title) == first_word(after.position.title)) return true;
  // "Phó Bí thư, Chủ tịch UBND tỉnh": of the Party's committee, which is not said.
  const std::string& form = before.title->entry->form;
  const std::string name = text::fold(before.title->value("name"));  // "uvtv" is "Ủy viên Thường vụ"
  return form.ends_with("bí thư") || form.ends_with("thường vụ") || name.ends_with("thường vụ");
}

}  // namespace

// "Phó Chủ tịch kiêm Tổng Thư ký Liên hiệp X": both are of the Liên hiệp.
void share_bodies(const Reading& reading, std::vector<ReadPosition>& read) {
  for (std::size_t i = read.size(); i-- > 1;) {
    Position& before = read[i - 1].position;
    const Position& after = read[i].position;
    if (share_committee(read[i - 1], read[i]) || share_province(read[i - 1], read[i]) ||
        share_association(read[i - 1], read[i]) || share_agency(reading, read[i - 1], read[i]) ||
        share_state(reading, read[i - 1], read[i]))
      continue;
    // "Chủ tịch Hội đồng, Giám đốc Đại học X": the council of the Đại học.
    const bool council =
        before.organization == "Hội đồng" && directs(read[i]) && after.organization.find(' ') < after.organization.npos;
    if (council) {
      before.organization += " " + after.organization;
      before.text += " " + after.organization;
    }
    if (has_own_body(reading, read[i - 1], read[i])) continue;
    const bool leads = directs(read[i - 1]) || begins_as(read[i - 1], {"chính ủy", "chỉ huy trưởng", "hiệu trưởng"});
    const std::string whole = leads ? body_of_union(reading, read[i]) : std::string();
    const std::string own = whole.empty() ? after.text.substr(after.title.size()) : " " + whole;
    before.organization = whole.empty() ? after.organization : whole;
    before.place = after.place;
    before.text += own;
  }
}

// "nguyên: Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh": the word before the colon is said of all of them.
void share_prefix(const Reading& reading, std::vector<ReadPosition>& read) {
  if (read.empty()) return;
  const LexiconMatch* prefix = reading.match_at(read.front().first, "titles");
  if (prefix == nullptr || prefix->value("use") != "prefix" || !reading.is(prefix->last, ":")) return;
  for (std::size_t i = 1; i < read.size(); ++i) put_before_title(std::string(prefix->value("name")), read[i].position);
}

}  // namespace trichluc
