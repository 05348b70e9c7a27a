#include "extractors/meeting/meeting.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "extractors/header/header.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

// The meeting of a body of one paragraph; `day` is what `words_of_day` were settled to.
std::optional<Meeting> meeting_of(const std::string& words, const std::string& words_of_day = {},
                                  const std::string& day = {}) {
  const text::NormalizedText text({words, {{{{0, words.size()}}, text::Section::kBody}}});
  std::vector<Candidate> settled;
  if (!day.empty()) {
    Candidate candidate;
    candidate.fact = DateFact{day};
    const std::size_t at = text.folded().find(words_of_day);
    candidate.span = {at, at + words_of_day.size()};
    settled.push_back(std::move(candidate));
  }
  const Reading reading(text, real_dictionaries());
  return read_meeting(reading, settled, read_header(reading), find_place_names(reading));
}

}  // namespace

TEST_CASE("the announcing sentence gives day, part of the day, place, format and sites") {
  const auto meeting = meeting_of(
      "Chiều 7/3, tại Hà Nội, Ủy ban đã tổ chức Hội nghị sơ kết trực tuyến với 40 điểm cầu. Dự hội nghị có hơn 90 đại "
      "biểu.",
      "7/3", "2022-03-07");
  REQUIRE(meeting);
  CHECK(meeting->date == "2022-03-07");
  CHECK(meeting->part_of_day == "afternoon");
  CHECK(meeting->place == "Hà Nội");
  CHECK(meeting->format == "online");
  CHECK(meeting->name == "Hội nghị sơ kết trực tuyến");
  REQUIRE(meeting->sites);
  CHECK(meeting->sites->to_string() == "40");
  REQUIRE(meeting->delegates);
  CHECK(meeting->delegates->to_string() == "90");
}

TEST_CASE("the province of a portal is where its own committee meets") {
  const std::string head = "Cổng thông tin điện tử tỉnh Vĩnh Phúc";
  const auto place_of = [&head](const std::string& body) {
    const std::string words = head + "\n" + body;
    const text::NormalizedText text(
        {words,
         {{{{0, head.size()}}, text::Section::kPublisher}, {{{head.size() + 1, words.size()}}, text::Section::kBody}}});
    const Reading reading(text, real_dictionaries());
    const auto meeting = read_meeting(reading, {}, read_header(reading), find_place_names(reading));
    return meeting ? meeting->place : std::string("none");
  };
  CHECK(place_of("Chiều qua, UBND tỉnh tổ chức hội nghị tổng kết 10 năm công tác.") == "Vĩnh Phúc");
  CHECK(place_of("Chiều qua, Bộ Y tế tổ chức hội nghị tổng kết 10 năm công tác.").empty());
  CHECK(place_of("Chiều qua, UBND tỉnh Hà Nam tổ chức hội nghị tổng kết 10 năm công tác.") == "Hà Nam");
}

TEST_CASE("a speech tells its meeting's day in brackets below its head") {
  const std::string head = "Phát biểu tại Hội nghị gặp mặt các nhà tài trợ do UBND tỉnh tổ chức";
  const std::string below = "(Ninh Bình, chiều ngày 6-5-2009)";
  const std::string words = head + "\n" + below;
  const text::NormalizedText text(
      {words,
       {{{{0, head.size()}}, text::Section::kTitle}, {{{head.size() + 1, words.size()}}, text::Section::kBody}}});
  std::vector<Candidate> settled(1);
  settled[0].fact = DateFact{"2009-05-06"};
  const std::size_t at = text.folded().find("ngày 6-5-2009");
  settled[0].span = {at, at + std::string("ngày 6-5-2009").size()};
  const Reading reading(text, real_dictionaries());
  const auto meeting = read_meeting(reading, settled, read_header(reading), find_place_names(reading));
  REQUIRE(meeting);
  CHECK(meeting->date == "2009-05-06");
  CHECK(meeting->part_of_day == "afternoon");
  CHECK(meeting->place == "Ninh Bình");
}

TEST_CASE("an online meeting without a place is led from its first site") {
  const auto meeting = meeting_of(
      "Ủy ban tổ chức hội nghị trực tuyến. Tại điểm cầu Hà Nội có lãnh đạo Bộ. Tại điểm cầu tỉnh Lào Cai có Sở.");
  REQUIRE(meeting);
  CHECK(meeting->place == "Hà Nội");
}

TEST_CASE("a local body meets at home unless another place is named") {
  const auto home = meeting_of("Sáng nay, UBND tỉnh Kon Tum tổ chức gặp mặt các tổ chức phi chính phủ nước ngoài.");
  REQUIRE(home);
  CHECK(home->place == "Kon Tum");
  const auto away = meeting_of("Sáng nay, UBND tỉnh Kon Tum tổ chức hội nghị về viện trợ của bạn bè Quảng Nam.");
  REQUIRE(away);
  CHECK(away->place.empty());
}

TEST_CASE("one of several meetings is not the meeting") {
  CHECK_FALSE(meeting_of("Trong năm, Sở đã tổ chức 12 lớp tập huấn tại Đắk Nông."));
}

TEST_CASE("where organisations work is not where the meeting was") {
  const auto meeting = meeting_of("UBND tỉnh tổ chức hội nghị gặp mặt các tổ chức đang hoạt động tại Quảng Trị");
  REQUIRE(meeting);
  CHECK(meeting->place.empty());
}

TEST_CASE("a meeting that is only planned, and a text without one, give none") {
  CHECK_FALSE(meeting_of("Năm 2024, tỉnh sẽ tổ chức hội nghị vận động viện trợ, dự kiến mời 120 đại biểu"));
  CHECK_FALSE(meeting_of("Các tổ chức hỗ trợ tỉnh 5 dự án tại Quảng Trị"));
}

TEST_CASE("minutes that label time and place") {
  const std::string head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
  const auto meeting_of_lines = [&head](const std::string& body, const std::string& day) {
    text::LaidOut laid_out{head + body, {}};
    for (std::size_t at = 0; at < laid_out.raw.size();) {
      const std::size_t end = std::min(laid_out.raw.find('\n', at), laid_out.raw.size());
      laid_out.paragraphs.push_back({{{at, end}}, text::Section::kBody});
      at = end + 1;
    }
    const text::NormalizedText text(std::move(laid_out));
    Candidate candidate;
    candidate.fact = DateFact{day};
    const std::size_t at = text.folded().find("ngày");
    candidate.span = {at, text.folded().find('\n', at)};
    const Reading reading(text, real_dictionaries());
    return read_meeting(reading, {candidate}, read_header(reading), find_place_names(reading));
  };
  const auto meeting = meeting_of_lines(
      "BIÊN BẢN\nHọp Ban Chỉ đạo công tác viện trợ\nThời gian: 8 giờ 00, ngày 05/6/2020\n"
      "Địa điểm: Trụ sở UBND tỉnh Kon Tum\n",
      "2020-06-05");
  REQUIRE(meeting);
  CHECK(meeting->name == "Họp Ban Chỉ đạo công tác viện trợ");
  CHECK(meeting->date == "2020-06-05");
  CHECK(meeting->part_of_day == "morning");
  CHECK(meeting->place == "Kon Tum");
  CHECK(meeting_of_lines("BIÊN BẢN LÀM VIỆC\n1. Thời gian bắt đầu: 14 giờ 00. Ngày 09/10/2018\n2. Địa điểm: Sở\n",
                         "2018-10-09"));
  CHECK_FALSE(
      meeting_of_lines("BIÊN BẢN GHI NHỚ\nVề dự án cấp nước\nĐiều 1. Thời gian: ngày 01/6/2020\n", "2020-06-01"));
  CHECK_FALSE(meeting_of_lines("BIÊN BẢN LÀM VIỆC\nThời gian thực hiện dự án: ngày 01/6/2020\n", "2020-06-01"));
}

}  // namespace trichluc
