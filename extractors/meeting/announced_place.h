// Where a meeting is held by the sentence that announces it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

// Places are provinces and cities, or districts known to lie in one; null or empty where none is told.
class AnnouncedPlace {
 public:
  // `part` of a sentence; `places`: every name of a place. All must outlive this.
  AnnouncedPlace(const Reading& reading, const Sentence& part, const std::vector<PlaceMention>& places)
      : reading_(reading), tokens_(reading.tokens()), sentence_(part), places_(places) {}

  // Behind "tại", where it says where the meeting is held.
  const PlaceMention* told() const;
  // "… tại hội nghị sơ kết, ngày 21/10 tại Đà Nẵng": told right behind a day.
  const PlaceMention* behind_day() const;
  // "… tổ chức cuộc họp đánh giá kết quả dự án tại Đà Nẵng vào chiều 9/11": the project may be there, too, but with the
  // day behind it the place is that of the meeting.
  const PlaceMention* closing() const;
  // "Hà Nội, ngày 4/4/2018 – Đại sứ quán … hôm nay ký": the town before the day that opens the text.
  const PlaceMention* dateline() const;
  // Named at this token.
  const PlaceMention* at(std::size_t token) const;
  // "Sáng 21/12, UBND tỉnh Kon Tum tổ chức …", "UBND tỉnh Kon Tum gặp mặt …": the one province of the body that does
  // it.
  std::string host(const LexiconMatch& noun) const;
  // "sang thăm và làm việc với lãnh đạo tỉnh Quảng Nam": the province of those who are visited.
  std::string visited(std::size_t first) const;

 private:
  bool is_namesake(std::size_t at) const;
  bool is_hosting(std::size_t t) const;
  bool is_counted(std::size_t t) const;
  bool after_elsewhere(std::size_t t) const;
  std::size_t after_agency(std::size_t at) const;
  const PlaceMention* behind(std::size_t first) const;

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  const std::vector<PlaceMention>& places_;
};

}  // namespace trichluc
