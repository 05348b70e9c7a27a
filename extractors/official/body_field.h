// Fields of work in a body's name that go on behind a mark or "và": "Phòng Kế hoạch - tài chính Sở Y tế", "Viện Hợp
// tác, Nghiên cứu và Đào tạo quốc tế", "Tổng công ty đầu tư và quản lý hạ tầng Sông Hồng".
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

class BodyFields {
 public:
  // Of the body that begins at token `first`; `headed`: a title that names its kind stands before it. The reading must
  // outlive this.
  BodyFields(const Reading& reading, std::size_t first, bool headed)
      : reading_(reading), tokens_(reading.tokens()), first_(first), headed_(headed) {}

  // Behind a dash with blanks: one past the second half of the field, in small letters, that begins at this token, or
  // the token. `whole`: a field that is known to be complete stands before the dash.
  std::size_t second_half_end(std::size_t at, bool whole) const;
  // Behind a comma: a further field of three, or of two before whose the body is.
  bool opens_further_field(std::size_t at) const;
  // Behind "và": one past a further work of a body that has told nothing but its work so far, or `at`.
  std::size_t work_behind_and(std::size_t at) const;
  // "Ban Quản lý dự án đường cao tốc Hà Nội - Hải Phòng", "BOT Trung Lương - Mỹ Thuận": does the dash join two towns of
  // a road?
  bool leads_to_town(std::size_t dash) const;
  // "… cho Tuổi Trẻ Online biết": whom the holder tells.
  bool tells_somebody(std::size_t at) const;
  // Is the verb at this token, right behind a title, its field?
  bool is_field_of_title(std::size_t at) const;

 private:
  const LexiconMatch* organization_at(std::size_t at) const { return reading_.match_at(at, "organizations"); }
  bool is_stop(std::size_t at) const;
  bool is_field(std::size_t at) const;
  bool opens_second_field(std::size_t at) const;
  std::size_t field_behind_and(std::size_t at) const;
  std::size_t unnamed_work_end(std::size_t at) const;
  std::size_t last_head_before(std::size_t end) const;
  bool bears_field_alone(std::size_t end) const;
  bool names_whose(std::size_t at) const;
  std::size_t small_words_end(std::size_t at, std::size_t most) const;

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::size_t first_;
  bool headed_;
};

}  // namespace trichluc
